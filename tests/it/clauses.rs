//! Every clause of the shipped policy, met, breached and unproven: `testdata/clauses/<CODE>.toml`, a dozen rows or a
//! small dossier each, audited whole.
//!
//! A section holds `rows` (a CSV file), `declaration` and `dossier` (their texts); each may be left out. What stands at
//! the top of the file holds for all its sections, which then add to it: texts are joined, rows are replaced. Documents
//! that the texts name are at hand, their content being their path, unless it begins with `missing/`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use beleg::base::clock::Day;
use beleg::base::digest::Sha256;
use beleg::checks::CATALOGUE;
use beleg::data::measure::Effort;
use beleg::data::source::ReadOptions;
use beleg::data::suppression;
use beleg::record::dossier::resolve;
use beleg::record::policy::{Bound, Clause, Policy};
use beleg::record::verdict::Status;
use beleg::{Inputs, audit};

use crate::binary::{Folder, root};

const SECTIONS: [(&str, Status); 3] = [
    ("met", Status::Met),
    ("breached", Status::Breached),
    ("unproven", Status::Unproven),
];

fn shelf(path: &str) -> Option<Vec<u8>> {
    (!path.starts_with("missing/")).then(|| path.as_bytes().to_vec())
}

/// What a section says, over what the top of its file says.
fn text(file: &toml::Table, section: &toml::Table, key: &str) -> String {
    let of = |t: &toml::Table| t.get(key).map(|v| v.as_str().expect(key).to_owned());
    match (of(file), of(section)) {
        (Some(shared), Some(own)) if key != "rows" => format!("{shared}\n{own}"),
        (shared, own) => own.or(shared).unwrap_or_default(),
    }
}

fn status(policy: &Policy, code: &str, list: PathBuf, papers: [String; 2]) -> Status {
    let [declaration, dossier] = papers.each_ref().map(|t| (!t.is_empty()).then_some(t));
    let digest = |path: &str| shelf(path).map(|b| Sha256::of(&b));
    let (mut dossier, warnings) = resolve(
        declaration.map(|t| ("declaration.toml", t.as_str())),
        dossier.map(|t| ("dossier.toml", t.as_str())),
        &digest,
        CATALOGUE,
    )
    .unwrap_or_else(|e| panic!("{code}: {e:?}"));
    for w in &warnings {
        println!("{code}: {}", w.message.en);
    }
    let (lists, _) = suppression::load(&mut dossier, &shelf).expect("suppression lists");
    let audit = audit(Inputs {
        lists: &[list],
        reading: &ReadOptions::default(),
        dossier: &dossier,
        suppression: Arc::new(lists),
        policy,
        as_of: Day::parse("2026-11-23").expect("a day"),
        names: &[],
        overrides: Vec::new(),
        effort: Effort::default(),
        signing: None,
    })
    .unwrap_or_else(|e| panic!("{code}: {e:?}"));
    let found = audit.verdict.findings.iter().find(|f| f.code == code);
    found.unwrap_or_else(|| panic!("no finding {code}")).status
}

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
    let policy = Policy::parse(
        "eu-b2b",
        Policy::shipped("eu-b2b").expect("the policy"),
        CATALOGUE,
    )
    .expect("a policy");
    let folder = Folder::new("clauses");
    let (mut wrong, mut missing) = (Vec::new(), Vec::new());
    let only = std::env::var("CLAUSE").unwrap_or_default();
    for clause in policy.clauses.iter().filter(|c| c.code.starts_with(&only)) {
        let code = &clause.code;
        let path = root().join(format!("testdata/clauses/{code}.toml"));
        let Ok(read) = std::fs::read_to_string(&path) else {
            missing.push(code.as_str());
            continue;
        };
        let file: toml::Table = toml::from_str(&read).unwrap_or_else(|e| panic!("{code}: {e}"));
        let sections: BTreeMap<&str, &toml::Table> = file
            .iter()
            .filter_map(|(k, v)| Some((k.as_str(), v.as_table()?)))
            .collect();
        let possible = possible(clause);
        for (name, want) in SECTIONS {
            let Some(section) = sections.get(name) else {
                if possible.contains(&want) {
                    wrong.push(format!("{code}: nothing for {name}"));
                }
                continue;
            };
            let list = folder.path().join(format!("{code}-{name}.csv"));
            std::fs::write(&list, text(&file, section, "rows")).expect("a list");
            let papers = ["declaration", "dossier"].map(|k| text(&file, section, k));
            let got = status(&policy, code, list, papers);
            if got != want {
                wrong.push(format!("{code}: {name} comes out as {got:?}"));
            }
        }
    }
    println!("clauses without a fixture: {}", missing.join(" "));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
