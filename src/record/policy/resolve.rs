//! `extends` and `drop`: a policy that is written as the difference to another becomes one text, and that text is parsed,
//! judged with, digested and packed. Entries are told apart by their names (a clause by its code, a cell by country,
//! channel and kinds); of an entry that stands in the base the keys given replace those of the base, so that a bound can
//! be tightened in two lines.

use std::ops::Range;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::Policy;
use crate::base::code::policy as codes;
use crate::base::digest::Sha256;
use crate::base::error::{Result, nearest, printable};
use crate::base::tree::{Fields, Tree};
use crate::record::verdict::Level;
use crate::text;

/// How many policies may rest on each other.
const DEEPEST: usize = 8;

/// Parts that are lists, with the keys that name an entry.
const LISTS: [(&str, &[&str]); 4] = [
    ("clause", &["code"]),
    ("matrix", &["country", "channel", "subscriber", "mailbox"]),
    ("remedy", &["code"]),
    ("check", &["id"]),
];
/// Parts that are tables of named entries.
const TABLES: [&str; 4] = ["fold", "address", "absent", "without-clause"];

/// Reads the text of a policy that another names: (name, file that names it) → (file, text).
pub type Load<'a> = &'a dyn Fn(&str, &str) -> Result<(String, String)>;

/// The one text that `file` and everything it extends make. A policy that extends nothing is returned as it is, to the
/// byte.
///
/// # Errors
/// `BEL-P032`: a base that is not there or extends itself, a clause to drop that no base has. Slips of form in `text`
/// itself are left to [`Policy::parse`].
pub fn resolve(file: &str, text: &str, load: Load<'_>) -> Result<String> {
    deeper(file, text, load, &mut vec![file.to_owned()])
}

fn deeper(file: &str, text: &str, load: Load<'_>, above: &mut Vec<String>) -> Result<String> {
    let Ok(tree) = Tree::parse(file, text, super::parse::CODES, true, true) else {
        return Ok(text.to_owned());
    };
    let Some(head) = Head::read(&tree) else {
        return Ok(text.to_owned());
    };
    let mut whole = DocumentMut::new();
    let mut named = Vec::new();
    for (at, (name, span)) in head.extends.iter().enumerate() {
        let refused = |message| tree.build(&codes::EXTENDS, message, span.clone());
        let (base, base_text) = match Policy::shipped(name) {
            Some(text) => (name.clone(), text.to_owned()),
            None => load(name, file).map_err(|mut errors| {
                if let Some(first) = errors.0.first_mut() {
                    first.at.get_or_insert_with(|| tree.place(span.start));
                }
                errors
            })?,
        };
        if above.contains(&base) || above.len() >= DEEPEST {
            return Err(refused(text!(
                "this policy rests on itself, or on more than {DEEPEST} others",
                "dieses Regelwerk beruht auf sich selbst oder auf mehr als {DEEPEST} anderen"
            ))
            .into());
        }
        above.push(base.clone());
        let resolved = deeper(&base, &base_text, load, above)?;
        above.pop();
        named.push(format!(
            "{base} (SHA-256 {})",
            Sha256::of(resolved.as_bytes())
        ));
        // a base with slips of its own is reported in its own words
        let document: DocumentMut = match resolved.parse() {
            Ok(d) => d,
            Err(_) => {
                Tree::parse(&base, &resolved, super::parse::CODES, true, true)?;
                continue;
            }
        };
        if at == 0 {
            whole = document;
        } else {
            merge(&mut whole, document);
        }
    }
    head.drop(&tree, &mut whole);
    let Ok(mut own) = text.parse::<DocumentMut>() else {
        return Ok(text.to_owned());
    };
    if let Some(policy) = own.get_mut("policy").and_then(Item::as_table_like_mut) {
        policy.remove("extends");
        policy.remove("drop");
        // what waivers must satisfy stays as strict as it was, unless somebody says otherwise
        let waivers = whole.get("policy").and_then(|p| p.get("waivers")).cloned();
        if let (None, Some(waivers)) = (policy.get("waivers"), waivers) {
            policy.insert("waivers", waivers);
        }
    }
    if tree.has_errors() {
        tree.finish(|| None::<()>)?;
        return Ok(text.to_owned());
    }
    if let Some(policy) = own.get("policy").cloned() {
        whole.insert("policy", policy);
    }
    merge(&mut whole, own);
    let text = whole.to_string();
    let head = format!(
        "# Resolved: {} with the differences of the policy below. Lines of findings are lines of this text.\n",
        named.join(", ")
    );
    Ok(head + text.trim_start())
}

/// What `[policy]` says of other policies.
struct Head {
    extends: Vec<(String, Range<usize>)>,
    codes: Vec<(String, Range<usize>)>,
    levels: Vec<(String, Range<usize>)>,
}

impl Head {
    /// None if it says nothing of any.
    fn read(tree: &Tree<'_>) -> Option<Self> {
        let root = tree.root();
        let policy = root.get("policy")?;
        if !policy.is_table() {
            return None;
        }
        let policy = policy.table()?;
        let list = |t: &Fields<'_, '_>, name| {
            let found = t.get(name).and_then(|v| v.strings()).unwrap_or_default();
            found
                .into_iter()
                .map(|(s, at)| (s.to_owned(), at))
                .collect::<Vec<_>>()
        };
        let extends = list(&policy, "extends");
        let (mut codes, mut levels) = (Vec::new(), Vec::new());
        let drop = policy.get("drop");
        let drops = drop.is_some();
        if let Some(t) = drop.and_then(|v| v.table()) {
            codes = list(&t, "codes");
            levels = list(&t, "levels");
            t.close_as(text!("no field of `drop`", "kein Feld von `drop`"));
        }
        (!extends.is_empty() || drops).then_some(Self {
            extends,
            codes,
            levels,
        })
    }

    /// Takes clauses out of the bases.
    fn drop(&self, tree: &Tree<'_>, whole: &mut DocumentMut) {
        let levels: Vec<String> = Level::ALL.iter().map(|l| l.name().to_owned()).collect();
        let wrong = |name: &str, span: &Range<usize>, near: Option<&str>, en: &str, de: &str| {
            let shown = printable(name);
            let error = tree.build(
                &codes::EXTENDS,
                text!(
                    "no {en} `{shown}` to drop",
                    "{de} `{shown}` gibt es nicht, um sie wegzulassen"
                ),
                span.clone(),
            );
            tree.report(match near {
                Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
                None => error,
            });
        };
        for (level, span) in &self.levels {
            if !levels.contains(level) {
                let near = nearest(level, levels.iter().map(String::as_str));
                wrong(level, span, near, "level", "eine Ebene");
            }
        }
        let Some(clauses) = whole
            .get_mut("clause")
            .and_then(Item::as_array_of_tables_mut)
        else {
            for (code, span) in &self.codes {
                wrong(code, span, None, "clause", "eine Klausel");
            }
            return;
        };
        let there: Vec<String> = clauses.iter().map(|c| word(c, "code")).collect();
        for (code, span) in &self.codes {
            if !there.contains(code) {
                let near = nearest(code, there.iter().map(String::as_str));
                wrong(code, span, near, "clause", "eine Klausel");
            }
        }
        let named = |all: &[(String, Range<usize>)], name: &str| all.iter().any(|(n, _)| n == name);
        clauses.retain(|c| {
            !named(&self.codes, &word(c, "code")) && !named(&self.levels, &word(c, "level"))
        });
    }
}

fn word(t: &Table, key: &str) -> String {
    t.get(key)
        .and_then(Item::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Lays `over` on top of `base`.
fn merge(base: &mut DocumentMut, over: DocumentMut) {
    let mut place = last(base.as_table()) + 1;
    for (name, item) in over.into_table() {
        let name = name.to_string();
        let list = LISTS.iter().find(|(n, _)| *n == name);
        match (base.get_mut(&name), item) {
            (_, _) if name == "policy" => {}
            (Some(Item::ArrayOfTables(there)), Item::ArrayOfTables(new)) if list.is_some() => {
                let keys = list.map_or(&[][..], |(_, k)| k);
                for entry in new {
                    lay(there, entry, keys, &mut place);
                }
            }
            (Some(there), item) if TABLES.contains(&name.as_str()) => {
                if let (Some(there), Ok(new)) = (there.as_table_like_mut(), item.into_table()) {
                    for (key, value) in new {
                        there.insert(&key, value);
                    }
                }
            }
            (_, mut item) => {
                put_last(&mut item, &mut place);
                base.insert(&name, item);
            }
        }
    }
}

/// One entry of a list: onto the one of its name, or after the last.
fn lay(there: &mut ArrayOfTables, mut entry: Table, keys: &[&str], place: &mut isize) {
    // a decision stands beside the cell that it settles
    let name = |t: &Table| {
        let words = keys.iter().map(|k| word(t, k));
        (words.collect::<Vec<_>>(), t.contains_key("decided"))
    };
    let wanted = name(&entry);
    let at = there.iter().position(|t| name(t) == wanted);
    if let Some(old) = at.and_then(|at| there.get_mut(at)) {
        for (key, value) in entry {
            old.insert(&key, value);
        }
    } else {
        number(&mut entry, place);
        there.push(entry);
    }
}

/// The place of the last table of a document.
fn last(table: &Table) -> isize {
    let below = table.iter().map(|(_, item)| match item {
        Item::Table(t) => last(t),
        Item::ArrayOfTables(all) => all.iter().map(last).max().unwrap_or(0),
        _ => 0,
    });
    below.max().unwrap_or(0).max(table.position().unwrap_or(0))
}

fn put_last(item: &mut Item, place: &mut isize) {
    match item {
        Item::Table(t) => number(t, place),
        Item::ArrayOfTables(all) => all.iter_mut().for_each(|t| number(t, place)),
        _ => {}
    }
}

fn number(table: &mut Table, place: &mut isize) {
    table.set_position(Some(*place));
    *place += 1;
    for (_, item) in table.iter_mut() {
        put_last(item, place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::{catalogue, shown};

    const HEAD: &str = "[policy]\nid = \"einkauf\"\nversion = \"1\"\nreview-by = 2027-05-23\n";

    fn whole(text: &str) -> String {
        resolve("einkauf.toml", text, &|_, _| unreachable!())
            .unwrap_or_else(|e| panic!("{}", shown(&e)))
    }

    fn parsed(text: &str) -> Policy {
        let text = whole(text);
        Policy::parse("einkauf.toml", &text, catalogue())
            .unwrap_or_else(|e| panic!("{}", shown(&e)))
    }

    #[test]
    fn who_extends_nothing_stays_as_it_is() {
        let text = Policy::shipped("eu-b2b").unwrap();
        assert_eq!(whole(text), text);
        assert_eq!(whole("not TOML ="), "not TOML =");
    }

    #[test]
    fn a_bound_is_tightened_in_two_lines() {
        let text = format!(
            "{HEAD}extends = [\"eu-b2b\"]\n\n[[clause]]\ncode = \"PER-02\"\nmax = {{ share = \"0.002\" }}\n"
        );
        let (own, base) = (parsed(&text), crate::record::policy::tests::shipped());
        assert_eq!((own.id.as_str(), own.version.as_str()), ("einkauf", "1"));
        assert_eq!(own.clauses.len(), base.clauses.len());
        for (a, b) in own.clauses.iter().zip(&base.clauses) {
            let mut same = a.clone();
            same.line = b.line;
            if a.code == "PER-02" {
                assert_ne!(a.max, b.max);
                same.max = b.max.clone();
            }
            assert_eq!(&same, b);
        }
        assert_eq!(own.waiver_rules, base.waiver_rules);
        assert_eq!(own.matrix.cells().len(), base.matrix.cells().len());
        // lines of findings are lines of the text that is packed
        let clause = own.clause("PER-02").unwrap();
        let resolved = whole(&text);
        let line = resolved.lines().nth(clause.line as usize - 1).unwrap();
        assert_eq!(line, "[[clause]]");
        assert_eq!(whole(&resolved), resolved, "resolved once and for all");
    }

    #[test]
    fn clauses_are_left_out_and_new_ones_come_last() {
        let text = format!(
            "{HEAD}extends = [\"eu-b2b\"]\ndrop = {{ codes = [\"ACC-04\", \"ACC-05\"] }}\n\n[[clause]]\ncode = \"OWN-01\"
check = \"mail-nature\"\nbad = [\"personal\"]\nunproven = [\"illegible\"]
good = [\"professional-role-of-natural-person\", \"professional-named\", \"professional-role\", \"unusable\", \"blank\"]
severity = \"minor\"\nblock = \"acquisition\"\nlevel = \"default\"\ncertainty = \"H\"\nlaw = [\"GDPR Art. 5\"]
title = {{ en = \"None\", de = \"Keine\" }}\ndemand = {{ en = \"Please.\", de = \"Bitte.\" }}\n"
        );
        let own = parsed(&text);
        let base = crate::record::policy::tests::shipped();
        assert_eq!(own.clauses.len(), base.clauses.len() - 1);
        assert_eq!(own.clauses.last().unwrap().code, "OWN-01");
        assert!(own.clause("ACC-04").is_none());
    }

    #[test]
    fn a_cell_is_settled_in_a_line_of_its_own() {
        let base = crate::record::policy::tests::shipped();
        let text = Policy::shipped("eu-b2b").unwrap();
        let open = text
            .split("[[matrix]]")
            .find(|c| c.contains("value = \"depends\""))
            .unwrap();
        let line = |key: &str| open.lines().find(|l| l.starts_with(key)).unwrap();
        let keys: Vec<&str> = ["country", "channel", "subscriber", "mailbox"]
            .map(line)
            .to_vec();
        let decided = "value = \"opt-in\"\ncertainty = \"M\"\nlaw = [\"opinion\"]\ndecided = { by = \"counsel\", on = 2026-10-01, reason = \"opinion\" }";
        let own = parsed(&format!(
            "{HEAD}extends = [\"eu-b2b\"]\n\n[[matrix]]\n{}\n{decided}\n",
            keys.join("\n")
        ));
        assert_eq!(own.matrix.cells().len(), base.matrix.cells().len() + 1);
    }

    #[test]
    fn what_cannot_be_put_together() {
        for (text, at) in [
            (
                format!("{HEAD}extends = [\"eu-b2b\"]\ndrop = {{ codes = [\"PER-99\"] }}\n"),
                "BEL-P032 6:19",
            ),
            (
                format!("{HEAD}extends = [\"eu-b2b\"]\ndrop = {{ levels = [\"laws\"] }}\n"),
                "BEL-P032 6:20",
            ),
            (
                format!("{HEAD}extends = [\"eu-b2b\"]\ndrop = {{ code = [] }}\n"),
                "BEL-P012 6:10",
            ),
            (
                format!("{HEAD}drop = {{ codes = [\"PER-02\"] }}\n"),
                "BEL-P032 5:19",
            ),
        ] {
            let errors = resolve("einkauf.toml", &text, &|_, _| unreachable!()).unwrap_err();
            assert!(shown(&errors).starts_with(at), "{}", shown(&errors));
        }
        let round = |name: &str, _: &str| {
            Ok((
                name.to_owned(),
                format!("{HEAD}extends = [\"einkauf.toml\"]\n"),
            ))
        };
        let text = format!("{HEAD}extends = [\"b.toml\"]\n");
        let errors = resolve("einkauf.toml", &text, &round).unwrap_err();
        assert!(
            shown(&errors).starts_with("BEL-P032 5:12"),
            "{}",
            shown(&errors)
        );
    }
}
