//! Where the article that the product starts from is inaccurate: cases in which the sentence and the law part, and in
//! which the law must win. One file of `testdata/article/` per statement, named by the line of the article; each
//! section is an audit ([`Fixture`]) with what is expected of it.

use std::collections::BTreeSet;

use beleg::Audit;
use beleg::record::channel::Channel;
use beleg::record::policy::Policy;

use crate::binary::{files, root};
use crate::fixture::{Fixture, policy};

/// Lines of the article for which there must be a case.
const INACCURATE: &[i64] = &[
    4, 5, 6, 7, 8, 12, 13, 16, 17, 18, 24, 26, 27, 29, 30, 31, 45, 46, 48, 49, 50, 51, 52,
];

#[test]
fn where_the_article_is_inaccurate_the_law_decides() {
    let policy = policy();
    let (mut wrong, mut lines) = (Vec::new(), BTreeSet::new());
    for path in files(&root().join("testdata/article")) {
        let fixture = Fixture::read(&path).expect("a file");
        let said = fixture.top("lines").and_then(|l| l.as_array());
        lines.extend(said.expect("lines").iter().filter_map(|l| l.as_integer()));
        for (name, section) in fixture.sections() {
            let audit = fixture.audit(&policy, name);
            let expected = section.get("expect").and_then(|e| e.as_table());
            for (key, value) in expected.expect("what is expected") {
                let wanted = text(value);
                let got = found(&policy, &audit, key, value);
                if got != wanted {
                    let case = format!("{} {name}", fixture.name);
                    wrong.push(format!("{case}: {key} is {got}, not {wanted}"));
                }
            }
        }
    }
    for line in INACCURATE.iter().filter(|l| !lines.contains(l)) {
        wrong.push(format!("line {line} has no case"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As a word, a number, or the keys and values of a table.
fn text(value: &toml::Value) -> String {
    match value {
        toml::Value::String(s) => s.clone(),
        toml::Value::Integer(n) => n.to_string(),
        toml::Value::Table(t) => {
            let each = t.iter().map(|(k, v)| format!("{k} = {}", text(v)));
            each.collect::<Vec<_>>().join(", ")
        }
        toml::Value::Array(_) => "without an open clause".to_owned(),
        other => panic!("what is {other:?}?"),
    }
}

/// What came out for one key of `expect`, as [`text`] writes it: a clause's status, a word, a count of rows, a channel's
/// word and counts, or of families that no clause of theirs is open.
fn found(policy: &Policy, audit: &Audit, key: &str, value: &toml::Value) -> String {
    let verdict = &audit.verdict;
    let said = &verdict.acquisition;
    let count = |n: Option<u64>| n.unwrap_or(0).to_string();
    match key {
        "acquisition" => said.verdict.name().to_owned(),
        "contact" => verdict.contact.verdict.name().to_owned(),
        "accepted" => count(said.accepted),
        "set-aside" => count(said.set_aside),
        "set-aside-bad" => count(said.set_aside_bad),
        "set-aside-unproven" => count(said.set_aside_unproven),
        "closed" => {
            let families = value.as_array().expect("families");
            let family = |code: &str| {
                let mut names = families.iter().filter_map(|f| f.as_str());
                names.any(|name| code.starts_with(name))
            };
            let findings = verdict.findings.iter();
            let open: Vec<&str> = findings
                .filter(|f| family(&f.code) && f.status.is_open())
                .map(|f| f.code.as_str())
                .collect();
            match open.is_empty() {
                true => text(value),
                false => open.join(" "),
            }
        }
        code if policy.clause(code).is_some() => {
            let finding = verdict.finding(code).expect("a finding per clause");
            finding.status.name().to_owned()
        }
        name => {
            let channel = Channel::find(name).unwrap_or_else(|| panic!("what is `{name}`?"));
            let Some(found) = verdict.contact.channels.get(&channel) else {
                return "not planned, or without an address".to_owned();
            };
            let of = |what: &String| match what.as_str() {
                "verdict" => found.verdict.name().to_owned(),
                "usable" => found.usable.to_string(),
                "withheld-bad" => found.withheld_bad.to_string(),
                "withheld-unproven" => found.withheld_unproven.to_string(),
                "no-address" => found.no_address.to_string(),
                other => panic!("what is `{other}`?"),
            };
            let asked = value.as_table().expect("of a channel").keys();
            let each = asked.map(|what| format!("{what} = {}", of(what)));
            each.collect::<Vec<_>>().join(", ")
        }
    }
}
