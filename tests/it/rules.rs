//! The catalogue of checks against the catalogue of clauses: names, scopes and bins are those of
//! `testdata/rules/rules.csv`, and the shipped policy is read with it.

use beleg::checks::CATALOGUE;
use beleg::record::check::Scope;
use beleg::record::policy::Policy;

/// Check, scope, bins of every line: the first four columns hold no quotes.
fn lines() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    include_str!("../../testdata/rules/rules.csv")
        .lines()
        .skip(1)
        .filter_map(|l| {
            let mut fields = l.split(',').skip(1);
            let (check, scope) = (fields.next()?, fields.next()?);
            Some((check, scope, fields.next()?.split(';').collect()))
        })
        .collect()
}

#[test]
fn bins_are_those_of_the_rules_in_their_order() {
    let lines = lines();
    for check in CATALOGUE {
        let scope = match check.scope {
            Scope::Row => "row",
            Scope::Key => "key",
            Scope::Document => "document",
            Scope::Buyer => "buyer",
            Scope::Delivery => "delivery",
        };
        for (_, s, bins) in lines.iter().filter(|l| l.0 == check.id) {
            assert_eq!(check.bins, bins.as_slice(), "{}", check.id);
            assert_eq!(scope, *s, "{}", check.id);
        }
    }
}

#[test]
fn the_shipped_policies_are_read_with_the_catalogue() {
    for name in Policy::shipped_names() {
        let text = Policy::shipped(name).unwrap_or_default();
        let policy = Policy::parse(name, text, CATALOGUE);
        if let Err(errors) = &policy {
            for e in &errors.0 {
                println!("{} {:?} {}", e.code.id, e.at, e.message.en);
            }
        }
        assert!(policy.is_ok(), "{name}");
    }
}
