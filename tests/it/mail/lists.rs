//! Rows that belong together (`list …` and `sole trader …` in the labelled file), audited as lists of their own: what
//! only the row, or only the whole list, can show.

use std::collections::{BTreeMap, BTreeSet};

use beleg::base::clock::Day;
use beleg::data::measure::Effort;
use beleg::data::source::ReadOptions;
use beleg::record::ask::Ask;
use beleg::record::census::Census;
use beleg::record::check::{Scope, find};
use beleg::record::dossier::Dossier;
use beleg::{Inputs, audit};

use super::{Case, cases};
use crate::binary::Folder;
use crate::fixture::policy;

const HEAD: [&str; 6] = [
    "Email",
    "First name",
    "Last name",
    "Company",
    "Website",
    "Country",
];

/// Audits rows of cells as a list.
fn measured(name: &str, rows: &[[String; 6]]) -> Census {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let lines = rows.iter().map(|r| r.each_ref().map(quoted).join(","));
    let text: Vec<String> = std::iter::once(HEAD.join(",")).chain(lines).collect();
    let folder = Folder::new(name);
    folder.write("list.csv", (text.join("\n") + "\n").as_bytes());
    let audit = audit(Inputs {
        lists: &[folder.path().join("list.csv")],
        reading: &ReadOptions::default(),
        dossier: &Dossier::default(),
        suppression: std::sync::Arc::default(),
        policy: &policy(),
        as_of: Day::parse("2026-11-23").expect("a day"),
        names: &[],
        overrides: Vec::new(),
        effort: Effort::default(),
        signing: None,
    })
    .unwrap_or_else(|e| panic!("{name}: {e:?}"));
    assert_eq!(audit.census.rows(), rows.len() as u64, "{name}");
    audit.census
}

/// Units of a check per bin.
fn bins(census: &Census, check: &str) -> BTreeMap<String, u64> {
    let scope = find(beleg::checks::CATALOGUE, check).expect(check).scope;
    let ask = match scope {
        Scope::Row => Ask::by_country(check),
        scope => Ask::of(scope, check),
    };
    let tally = census
        .tally(&ask)
        .unwrap_or_else(|| panic!("{check} is not measured"));
    let bins = tally.by_check(check).into_iter();
    bins.map(|(bin, n)| (bin.to_owned(), n)).collect()
}

/// Every unit of these checks is in one bin.
fn all_in(census: &Census, wanted: &[(&str, &str, u64)]) {
    for (check, bin, units) in wanted {
        assert_eq!(
            bins(census, check),
            BTreeMap::from([((*bin).to_owned(), *units)]),
            "{check}"
        );
    }
}

fn row(case: &Case, website: &str) -> [String; 6] {
    let [first, last, company] = case.row.clone();
    let email = case.email.clone();
    [
        email,
        first,
        last,
        company,
        website.to_owned(),
        case.country.clone(),
    ]
}

/// The rows of a list of the labelled file.
fn list(begin: &str) -> Vec<[String; 6]> {
    let cases = cases();
    let of = cases.iter().filter(|c| c.why.starts_with(begin));
    let rows: Vec<_> = of.map(|c| row(c, "")).collect();
    assert!(!rows.is_empty(), "{begin}");
    rows
}

#[test]
fn forty_companies_on_one_domain_show_a_provider() {
    let census = measured("provider", &list("list unknown provider"));
    all_in(
        &census,
        &[
            ("mail-provider", "shared-provider", 1),
            // the domain stands in no table
            ("mail-domain", "organisation", 40),
            ("mail-match", "mismatch", 40),
        ],
    );
}

#[test]
fn branches_and_customers_of_a_host_are_no_provider() {
    let census = measured("franchise", &list("list franchise"));
    all_in(&census, &[("mail-provider", "franchise-like", 1)]);
    let census = measured("tenants", &list("list tenant host"));
    all_in(
        &census,
        &[
            ("mail-provider", "tenant-host", 1),
            ("mail-domain", "hosted-subdomain", 10),
        ],
    );
}

#[test]
fn names_that_slipped_by_a_row_are_another_persons() {
    let census = measured("slipped", &list("list shifted columns"));
    all_in(
        &census,
        &[
            ("mail-name", "other-person", 12),
            ("mail-pattern", "other-person", 12),
            // the company is still the address's
            ("mail-match", "name-token", 12),
        ],
    );
}

#[test]
fn one_name_under_two_endings_is_one_company() {
    let cases = cases();
    let begin = "list same label: the company's site is ";
    let rows: Vec<_> = cases
        .iter()
        .filter_map(|c| Some(row(c, c.why.strip_prefix(begin)?)))
        .collect();
    let census = measured("endings", &rows);
    all_in(
        &census,
        &[
            ("mail-match", "same-label-other-suffix", 8),
            // Robledares of Robledares Ejemplo S.L. among them: a company with a form is no sole trader
            ("mail-trader", "no-sign", 8),
        ],
    );
    let named = bins(&census, "mail-person-domain");
    assert_eq!(named.get("yes"), Some(&1));
}

#[test]
fn one_address_of_several_persons_is_one_unit() {
    let census = measured("shared", &list("list shared address"));
    all_in(
        &census,
        &[("mail-reuse", "several-rows-several-persons", 1)],
    );
}

#[test]
fn sole_traders_are_told_with_a_form_and_without() {
    let rows = list("sole trader");
    let census = measured("traders", &rows);
    all_in(&census, &[("mail-trader", "trader", rows.len() as u64)]);
    // the same people, employed
    let mut employed = rows;
    for (at, row) in employed.iter_mut().enumerate() {
        row[3] = format!("Nordwerk Beispiel {at} GmbH");
    }
    let census = measured("employed", &employed);
    all_in(
        &census,
        &[("mail-trader", "no-sign", employed.len() as u64)],
    );
}

#[test]
fn addresses_of_one_pattern_over_many_companies_were_generated() {
    let few = measured("twenty", &list("list generated"));
    all_in(
        &few,
        &[
            ("mail-pattern", "first.last", 20),
            ("generated-addresses", "too-few", 1),
        ],
    );
    let domains = include_str!("../../../testdata/domains.txt").lines();
    let domains: BTreeSet<&str> = domains
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| {
            l.split([',', '\t', ' '])
                .map(str::trim)
                .find(|w| w.contains('.'))
        })
        .collect();
    assert!(domains.len() >= 200);
    let people = list("list generated");
    let rows = |generated: bool| -> Vec<[String; 6]> {
        let domains = domains.iter().enumerate();
        let address = |(at, domain): (usize, &&str)| {
            let [_, first, last, ..] = people[at % people.len()].clone();
            let (f, l) = (first.to_lowercase(), last.to_lowercase());
            let local = match at % 3 {
                0 if !generated => format!("{}{l}", &f[..1]),
                1 if !generated => format!("{}.{l}", &f[..1]),
                _ => format!("{f}.{l}"),
            };
            [
                format!("{local}@{domain}"),
                first,
                last,
                String::new(),
                String::new(),
                "DE".to_owned(),
            ]
        };
        domains.map(address).collect()
    };
    all_in(
        &measured("generated", &rows(true)),
        &[("generated-addresses", "one-pattern", 1)],
    );
    all_in(
        &measured("collected", &rows(false)),
        &[("generated-addresses", "varied", 1)],
    );
}
