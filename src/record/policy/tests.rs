//! The shipped policy as a whole, and policies that are refused. Line by line against `rules.csv`: `tests/it/rules.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::matrix_channel;
use super::*;
use crate::record::census::CheckRef;

/// A comma-separated file with quotes, as records of header → field.
pub fn csv(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            c => row.last_mut().unwrap().push(c),
        }
    }
    let header = rows.remove(0);
    rows.into_iter()
        .filter(|r| r.len() == header.len())
        .map(|r| header.iter().cloned().zip(r).collect())
        .collect()
}

pub fn rules() -> Vec<BTreeMap<String, String>> {
    csv(include_str!("../../../testdata/rules/rules.csv"))
}

fn words(text: &str, by: char) -> Vec<String> {
    text.split(by)
        .map(|s| s.trim().to_owned())
        .filter(|s| !s.is_empty())
        .collect()
}

fn conditions(rule: &BTreeMap<String, String>) -> BTreeMap<String, Vec<String>> {
    words(&rule["where"], ';')
        .iter()
        .map(|c| {
            let (check, bins) = c.split_once('=').unwrap();
            (check.trim().to_owned(), words(bins, '|'))
        })
        .collect()
}

/// Checks that are counted and explained, and that no clause of the rules asks for.
const COUNTED: [&str; 12] = [
    "generated-addresses",
    "mail-business-use",
    "mail-idn",
    "mail-impossible",
    "mail-long-local",
    "mail-mixed-script",
    "mail-pattern",
    "mail-person-domain",
    "mail-plus-tag",
    "mail-role-word",
    "mail-trader",
    "mail-typo",
];

/// The checks of this program as data: scopes and bins of `rules.csv`, those used as conditions only, and those that
/// are counted only.
pub fn catalogue() -> Catalogue {
    let mut all: BTreeMap<String, CheckRef> = BTreeMap::new();
    let mut add = |id: &str, scope: Scope, bins: Vec<String>| {
        let rev = 1;
        let id = id.to_owned();
        all.entry(id.clone()).or_insert(CheckRef {
            id,
            rev,
            scope,
            bins,
        });
    };
    for r in rules().iter().filter(|r| r["check"] != "hold") {
        let scope = serde_json::from_value(r["scope"].clone().into()).unwrap();
        add(&r["check"], scope, words(&r["bins"], ';'));
    }
    let end = ["illegible", "blank"].map(str::to_owned);
    let countries = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK other";
    let named = |text: &str| words(text, ' ').into_iter().chain(end.clone()).collect();
    add("country", Scope::Row, named(countries));
    add("social-account", Scope::Row, named("present"));
    let kinds = crate::record::dossier::KINDS.join(" ");
    add("document-kind", Scope::Document, named(&kinds));
    let items = crate::record::dossier::ITEMS.join(" ");
    add("buyer-item", Scope::Buyer, named(&items));
    for c in Channel::ALL {
        let id = format!("plan-{}", c.name());
        add(&id, Scope::Buyer, named("planned not-planned"));
    }
    let counted = crate::checks::CATALOGUE.iter();
    for check in counted.filter(|c| COUNTED.contains(&c.id)) {
        all.insert(check.id.to_owned(), CheckRef::from(*check));
    }
    let here = |id: &str| crate::checks::CATALOGUE.iter().any(|c| c.id == id);
    let refs: Vec<CheckRef> = all.into_values().filter(|c| here(&c.id)).collect();
    assert_eq!(refs.len(), crate::checks::CATALOGUE.len());
    Catalogue::from(&refs).of_program()
}

pub fn shipped() -> &'static Policy {
    static PARSED: std::sync::OnceLock<Policy> = std::sync::OnceLock::new();
    PARSED.get_or_init(|| {
        let text = Policy::shipped("eu-b2b").unwrap();
        Policy::parse("eu-b2b.toml", text, catalogue()).unwrap_or_else(|e| panic!("{}", shown(&e)))
    })
}

/// Code, place and sentence of each error.
pub fn shown(errors: &crate::base::error::Errors) -> String {
    let line = |e: &crate::base::error::Error| {
        let at = e.at.clone().unwrap_or_default();
        let (l, c) = (at.line.unwrap_or(0), at.column.unwrap_or(0));
        format!("{} {l}:{c} {}\n", e.code.id, e.message.en)
    };
    errors.0.iter().map(line).collect()
}

/// Values of the matrix are demanded of rows by several clauses each: none of them may be left out.
#[test]
fn every_clause_that_looks_a_value_up_is_there() {
    for r in rules().iter().filter(|r| !r["note"].starts_with("retired")) {
        if conditions(r)
            .iter()
            .any(|(c, _)| matrix_channel(c).is_some())
        {
            assert!(shipped().clause(&r["code"]).is_some(), "{}", r["code"]);
        }
    }
}

#[test]
fn the_matrix_is_whole_and_finds_exactly_one_cell() {
    let policy = shipped();
    assert_eq!(policy.matrix.cells().len(), 269);
    let countries: BTreeSet<&str> = policy
        .matrix
        .cells()
        .iter()
        .map(|c| c.country.as_str())
        .collect();
    assert_eq!(countries.len(), 32);
    for country in countries {
        for channel in Channel::ALL {
            let axis = if channel == Channel::Social {
                Channel::Email
            } else {
                channel
            };
            for s in crate::record::matrix::SUBSCRIBERS {
                for m in crate::record::matrix::MAILBOXES {
                    let cells = policy.matrix.cells();
                    let found = cells
                        .iter()
                        .filter(|c| c.country == country && c.channel == axis && c.matches(s, m))
                        .count();
                    assert_eq!(found, 1, "{country} {channel:?} {s} {m}");
                }
            }
        }
    }
}

/// What the page on the law says of every policy of ours; own policies are free to be stricter.
#[test]
fn no_blocker_of_ours_rests_on_our_own_wish_or_on_a_document() {
    for c in &shipped().clauses {
        if c.severity == Severity::Blocker {
            assert_ne!(c.level, Level::Default, "{}", c.code);
            assert_eq!(c.block, Block::Acquisition, "{}", c.code);
            assert_ne!(c.scope, Scope::Document, "{}", c.code);
        }
    }
}

#[test]
fn a_policy_is_parsed_with_the_checks_of_a_census_alone() {
    let text = Policy::shipped("eu-b2b").unwrap();
    let refs: Vec<CheckRef> = catalogue().measured().cloned().collect();
    let again = Policy::parse("data/policy.toml", text, &refs).unwrap();
    assert_eq!(again.asks(), shipped().asks());
    let fewer: Vec<CheckRef> = refs.into_iter().filter(|c| c.id != "mail-domain").collect();
    let errors = Policy::parse("data/policy.toml", text, &fewer).unwrap_err();
    assert!(
        errors.0.iter().all(|e| e.code.id == "BEL-P021"),
        "{}",
        shown(&errors)
    );
}

fn policies(folder: &str) -> Vec<(String, String)> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testdata/policies")
        .join(folder);
    let mut all: Vec<(String, String)> = std::fs::read_dir(path)
        .unwrap()
        .map(|f| f.unwrap().path())
        .map(|p| {
            let name = p.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(p).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// Each file says in its head which errors it has, and where: `# expect: BEL-P020:14:31`.
#[test]
fn bad_policies_are_refused_at_the_right_place() {
    let files = policies("bad");
    assert!(files.len() > 50);
    let mut seen = BTreeSet::new();
    let mut wrong = String::new();
    for (name, text) in &files {
        let expected: Vec<&str> = text
            .lines()
            .filter_map(|l| l.strip_prefix("# expect: "))
            .collect();
        let errors = match Policy::parse(name, text, catalogue()) {
            Ok(_) => {
                wrong.push_str(&format!("{name} is accepted\n"));
                continue;
            }
            Err(e) => e,
        };
        let found: Vec<String> = errors
            .0
            .iter()
            .map(|e| {
                let at = e.at.as_ref().unwrap();
                let (l, c) = (at.line.unwrap(), at.column.unwrap());
                format!("{}:{l}:{c}", e.code.id)
            })
            .collect();
        if found != expected {
            wrong.push_str(&format!(
                "{name}, expected {expected:?}:\n{}",
                shown(&errors)
            ));
        }
        assert_eq!(errors.exit(), 2);
        seen.extend(errors.0.iter().map(|e| e.code.id));
    }
    assert!(wrong.is_empty(), "{wrong}");
    let all: BTreeSet<&str> = crate::base::code::policy::ALL
        .iter()
        .map(|c| c.id)
        // of the cases that try a policy
        .filter(|id| *id != "BEL-P033")
        .collect();
    assert_eq!(seen, all, "every code of the area has a file");
}

#[test]
fn good_policies_are_accepted() {
    let files = policies("good");
    assert!(files.len() >= 6);
    for (name, text) in &files {
        if let Err(e) = Policy::parse(name, text, catalogue()) {
            panic!("{name}: {}", shown(&e));
        }
    }
}

/// The wording that the handbook shows.
#[test]
fn slips_get_a_sentence_a_mark_and_a_suggestion() {
    let text = |name: &str| {
        let all = policies("bad");
        all.into_iter().find(|(n, _)| n == name).unwrap().1
    };
    let first = |name: &str| {
        Policy::parse("p.toml", &text(name), catalogue())
            .unwrap_err()
            .0
            .remove(0)
    };
    let e = first("unknown-clause-field.toml");
    assert_eq!(e.message.de, "unbekanntes Feld `sevrity`");
    let excerpt = e.excerpt.unwrap();
    assert_eq!(excerpt.label.de, "kein Feld einer Klausel");
    assert_eq!((excerpt.column, excerpt.width), (1, 7));
    assert_eq!(e.help[0].de, "meinten Sie `severity`?");
    let e = first("no-such-bin.toml");
    assert_eq!(
        e.message.en,
        "clause PER-02: no bin `freemial` in check `mail-domain`"
    );
    let excerpt = e.excerpt.unwrap();
    assert_eq!(excerpt.label.en, "no bin of `mail-domain`");
    assert_eq!(excerpt.width, 10);
    assert_eq!(e.help[0].en, "did you mean `freemail`?");
    let e = first("nowhere-placed.toml");
    assert_eq!(
        e.message.en,
        "clause PER-02: bin `isp-mixed` is nowhere placed"
    );
    assert_eq!(
        e.help[0].en,
        "each bin of `mail-domain` stands in one of bad, unproven, good"
    );
}
