//! Every clause of the shipped policy, met, breached and unproven: `testdata/clauses/<CODE>.toml`, a dozen rows or a
//! small dossier each, audited whole ([`Fixture`]).

use beleg::record::policy::{Bound, Clause};
use beleg::record::verdict::Status;

use crate::binary::{files, root};
use crate::fixture::{Fixture, policy};

const SECTIONS: [(&str, Status); 3] = [
    ("met", Status::Met),
    ("breached", Status::Breached),
    ("unproven", Status::Unproven),
];

/// Statuses that the bins of a clause would allow, and that no list can reach.
const NEVER: &[(&str, Status, &str)] = &[
    (
        "CHN-15",
        Status::Met,
        "in an open cell no address is good; rows without one are not looked up",
    ),
    (
        "DOS-11",
        Status::Unproven,
        "the ledger balances, or the run fails",
    ),
];

/// Statuses that a clause can have: nothing exceeds a bound of everything, and what has no such bins is never found.
fn possible(clause: &Clause) -> Vec<Status> {
    let bites = |bins: &[String], bound: &Bound| {
        !bins.is_empty() && !matches!(bound, Bound::Share(s) if s.is_whole())
    };
    let mut out = vec![Status::Met];
    if bites(&clause.bad, &clause.max) {
        out.push(Status::Breached);
    }
    if bites(&clause.unproven, &clause.max_unproven) {
        out.push(Status::Unproven);
    }
    out
}

#[test]
fn every_clause_is_met_breached_and_unproven_by_a_fixture() {
    let policy = policy();
    let mut wrong = Vec::new();
    let only = std::env::var("CLAUSE").unwrap_or_default();
    for clause in policy.clauses.iter().filter(|c| c.code.starts_with(&only)) {
        let code = &clause.code;
        let path = root().join(format!("testdata/clauses/{code}.toml"));
        let Some(fixture) = Fixture::read(&path) else {
            wrong.push(format!("{code}: no fixture"));
            continue;
        };
        let others = fixture.sections().map(|(name, _)| name);
        for name in others.filter(|n| !SECTIONS.iter().any(|(s, _)| s == n)) {
            wrong.push(format!("{code}: {name} is no status"));
        }
        let possible = possible(clause);
        for (name, want) in SECTIONS {
            let never = NEVER.iter().any(|(c, s, _)| c == code && *s == want);
            match fixture.sections().any(|(n, _)| n == name) {
                true if never => wrong.push(format!("{code}: take {name} from NEVER")),
                true => {}
                false => {
                    if possible.contains(&want) && !never {
                        wrong.push(format!("{code}: nothing for {name}"));
                    }
                    continue;
                }
            }
            let verdict = fixture.audit(&policy, name).verdict;
            let found = verdict.finding(code);
            let got = found.unwrap_or_else(|| panic!("no finding {code}")).status;
            if got != want {
                wrong.push(format!("{code}: {name} comes out as {got:?}"));
            }
        }
    }
    for (code, status, _) in NEVER {
        if !policy
            .clause(code)
            .is_some_and(|c| possible(c).contains(status))
        {
            wrong.push(format!(
                "{code} is never {status:?} anyway: take it from NEVER"
            ));
        }
    }
    for path in files(&root().join("testdata/clauses")) {
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        if policy.clause(&code).is_none() {
            wrong.push(format!("{code}: a fixture without a clause"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
