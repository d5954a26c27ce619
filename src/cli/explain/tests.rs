use unicode_width::UnicodeWidthStr as _;

use super::find::Shelf;
use crate::base::lang::Lang;
use crate::cli::policy_file::DEFAULT;
use crate::report::look::Look;

#[test]
fn everything_answers_in_both_languages_and_within_the_width() {
    let shelf = Shelf::new(DEFAULT);
    assert!(shelf.policy.is_ok(), "the shipped policy is read");
    for entry in shelf.entries() {
        let name = entry.names().join(" ");
        let mut pages = Vec::new();
        for lang in [Lang::En, Lang::De] {
            let look = Look {
                lang,
                ..Look::default()
            };
            let page = entry.human(&shelf, look);
            assert!(page.lines().count() >= 2, "{name}");
            for line in page.lines() {
                assert!(line.width() <= 80, "{name}: {line}");
                assert!(!line.ends_with(' '), "{name}: {line}");
            }
            let json: serde_json::Value =
                serde_json::from_str(&entry.json(lang)).expect("JSON of the entry");
            assert!(
                json["text"].as_str().is_some_and(|t| !t.is_empty()),
                "{name}"
            );
            pages.push(page);
        }
        assert_ne!(pages[0], pages[1], "{name}");
    }
}

#[test]
fn names_are_found_in_either_case_and_wrong_ones_are_not() {
    let shelf = Shelf::new(DEFAULT);
    for name in [
        "PER-02",
        "per-02",
        "mail-domain",
        "bel-p012",
        "list-differs",
        "nul",
        "words",
    ] {
        assert!(shelf.find(name).expect("policy").is_some(), "{name}");
    }
    assert!(shelf.find("PER-99").expect("policy").is_none());
}

#[test]
fn names_lead_to_one_thing_each() {
    let shelf = Shelf::new(DEFAULT);
    let mut names = shelf.names();
    names.sort();
    let twice: Vec<&String> = names
        .windows(2)
        .filter(|w| w[0] == w[1])
        .map(|w| &w[0])
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}
