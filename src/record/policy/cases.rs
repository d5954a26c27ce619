//! Cases of a policy: so many units in which bins, and what the clause must say of them. Tables beside a policy, so that
//! whoever changes a bound sees what it does.

use crate::base::code::policy as codes;
use crate::base::error::{Result, nearest, printable};
use crate::base::tree::{Codes, Fields, Tree};
use crate::record::policy::{Clause, Policy};
use crate::record::verdict::Status;
use crate::record::verdict::outcome::Outcome;
use crate::text;

const CODES: Codes = Codes {
    syntax: &codes::CASES,
    unknown: &codes::CASES,
    value: &codes::CASES,
    missing: &codes::CASES,
};

/// One `[[case]]`, tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    pub line: u64,
    pub clause: String,
    pub name: Option<String>,
    pub expected: Status,
    pub found: Status,
}

impl Tried {
    pub fn passed(&self) -> bool {
        self.expected == self.found
    }
}

const STATUSES: [(&str, Status); 4] = [
    ("met", Status::Met),
    ("breached", Status::Breached),
    ("unproven", Status::Unproven),
    ("not-applicable", Status::NotApplicable),
];

/// Reads the cases of a file and tries each against the policy.
///
/// # Errors
/// `BEL-P033`: all cases that name no clause, bin or status; a file without any case.
pub fn try_all(file: &str, text: &str, policy: &Policy) -> Result<Vec<Tried>> {
    let tree = Tree::parse(file, text, CODES, true, true)?;
    let root = tree.root();
    let cases = root
        .get("case")
        .and_then(|v| v.tables())
        .unwrap_or_default();
    if cases.is_empty() {
        // a file that tries nothing would pass
        let message = text!("there is no case", "es gibt keinen Fall");
        tree.error(&codes::CASES, message, 0..0);
    }
    root.close_as(text!(
        "no part of a file of cases",
        "kein Teil einer Datei mit Fällen"
    ));
    let tried: Vec<Option<Tried>> = cases.into_iter().map(|t| one(t, policy)).collect();
    tree.finish(|| tried.into_iter().collect()).map(|(t, _)| t)
}

fn one(t: Fields<'_, '_>, policy: &Policy) -> Option<Tried> {
    let line = t.line();
    let (clause, counts, expect) = (t.need("clause"), t.need("counts"), t.need("expect"));
    let name = t.get("name").and_then(|v| v.str().map(printable));
    t.close_as(text!("no field of a case", "kein Feld eines Falls"));
    let expected = expect.and_then(|v| v.one_of(&STATUSES.map(|(n, _)| n)));
    let clause = clause?;
    let code = clause.str()?;
    let Some(found) = policy.clause(code) else {
        let shown = printable(code);
        let message = text!("no clause `{shown}`", "keine Klausel `{shown}`");
        let error = t_build(&clause, message);
        let codes = policy.clauses.iter().map(|c| c.code.as_str());
        clause.tree().report(match nearest(code, codes) {
            Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
            None => error,
        });
        return None;
    };
    let mut bins: Vec<(String, u64)> = Vec::new();
    let all = policy.checks.bins(&found.check);
    let counts = counts?;
    let mut sound = true;
    for (key, n) in counts.table()?.entries() {
        if !all.contains(&key.text) {
            let (shown, check) = (printable(key.text), &found.check);
            let message = text!(
                "no bin `{shown}` in check `{check}`",
                "Prüfpunkt `{check}` hat keine Klasse `{shown}`"
            );
            let error = counts.tree().build(&codes::CASES, message, key.span);
            counts
                .tree()
                .report(match nearest(key.text, all.iter().copied()) {
                    Some(near) => {
                        error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"))
                    }
                    None => error,
                });
            sound = false;
        }
        match n.uint() {
            Some(n) => bins.push((key.text.to_owned(), n)),
            None => sound = false,
        }
    }
    if !sound {
        return None;
    }
    let expected = expected?;
    let expected = STATUSES
        .into_iter()
        .find(|(n, _)| *n == expected)
        .map(|(_, s)| s)?;
    Some(Tried {
        line,
        clause: code.to_owned(),
        name,
        expected,
        found: status(found, &bins),
    })
}

fn t_build(
    v: &crate::base::tree::Value<'_, '_>,
    message: crate::base::lang::Text,
) -> crate::base::error::Error {
    v.tree().build(&codes::CASES, message, v.span())
}

fn status(clause: &Clause, bins: &[(String, u64)]) -> Status {
    Outcome::given(clause, bins.iter().map(|(b, n)| (b.as_str(), *n))).status(clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::{shipped, shown};

    #[test]
    fn bounds_are_tried_at_their_edge() {
        let text = r#"
[[case]]
clause = "PER-02"
counts = { freemail = 1, organisation = 99 }
expect = "met"

[[case]]
name = "one too many"
clause = "PER-02"
counts = { freemail = 2, organisation = 98 }
expect = "met"

[[case]]
clause = "PER-02"
counts = {}
expect = "not-applicable"
"#;
        let tried = try_all("cases.toml", text, shipped()).unwrap();
        let passed: Vec<bool> = tried.iter().map(Tried::passed).collect();
        assert_eq!(passed, [true, false, true]);
        assert_eq!(tried[1].found, Status::Breached);
        assert_eq!(tried[1].line, 7);
    }

    #[test]
    fn slips_are_told_at_once() {
        let text = "[[case]]\nclause = \"PER-2\"\ncounts = {}\nexpect = \"met\"\n\n[[case]]\nclause = \"PER-02\"
counts = { freemial = 2, isp = -1 }\nexpect = \"breeched\"\nwhy = \"\"\n";
        let errors = try_all("cases.toml", text, shipped()).unwrap_err();
        let lines: Vec<String> = shown(&errors).lines().map(|l| l[..13].to_owned()).collect();
        assert_eq!(
            lines,
            [
                "BEL-P033 2:10",
                "BEL-P033 8:12",
                "BEL-P033 8:32",
                "BEL-P033 9:10",
                "BEL-P033 10:1"
            ]
        );
        assert!(try_all("cases.toml", "", shipped()).is_err());
    }
}
