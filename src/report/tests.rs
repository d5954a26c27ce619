//! What holds for every format: no forbidden word, and nothing that gets worse makes an output quieter.

use super::human::Facing;
use super::look::Look;
use super::*;
use crate::base::code;
use crate::base::lang::Lang;
use crate::checks::CATALOGUE;
use crate::record::verdict::Block;

/// Never printed as a judgement of a list.
const FORBIDDEN: [&str; 5] = [
    "gdpr-compliant",
    "dsgvo-konform",
    "safe to contact",
    "certified",
    "zertifiziert",
];

fn outputs(report: &Report) -> Vec<String> {
    [Lang::En, Lang::De]
        .into_iter()
        .flat_map(|lang| {
            let look = Look {
                lang,
                ..Look::default()
            };
            let all = Facing {
                all: true,
                ..Facing::default()
            };
            [
                human::render(report, look, Facing::default()),
                human::render(report, look, all),
                json::render(report, lang),
            ]
        })
        .collect()
}

/// The word alone, not inside another (`illegal` is no judgement of ours either, but `legal basis` is a term of law).
fn judges_legal(text: &str) -> bool {
    let fine = [
        "not legal advice",
        "legal basis",
        "legal person",
        "legal-basis",
        "legal bases",
    ];
    let text = fine
        .iter()
        .fold(text.to_lowercase(), |t, f| t.replace(f, ""));
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w == "legal")
}

#[test]
fn no_text_of_ours_judges_by_a_forbidden_word() {
    let mut texts = outputs(&sample::report());
    for c in code::all() {
        for w in [c.title, c.meaning, c.fix] {
            texts.extend([w.en.to_owned(), w.de.to_owned()]);
        }
    }
    for word in [
        Word::Rejected,
        Word::NotAssessable,
        Word::Conditional,
        Word::NoObjection,
    ] {
        texts.push(words::verdict(word).en.to_owned());
        texts.push(words::verdict(word).de.to_owned());
    }
    for text in &texts {
        let lower = text.to_lowercase();
        for word in FORBIDDEN {
            assert!(!lower.contains(word), "{word} in: {text}");
        }
        assert!(!judges_legal(text), "{text}");
    }
    for check in CATALOGUE {
        for text in [check.page.en, check.page.de] {
            // a vendor's claim may be quoted
            let lower = FORBIDDEN.iter().fold(text.to_lowercase(), |t, w| {
                ['"', '“', '„', '`']
                    .iter()
                    .fold(t, |t, q| t.replace(&format!("{q}{w}"), ""))
            });
            // a page may speak of certified mail, or of certificates that prove nothing
            for word in &FORBIDDEN[..3] {
                assert!(!lower.contains(word), "{word} in the page of {}", check.id);
            }
        }
    }
}

#[test]
fn the_test_of_forbidden_words_can_fail() {
    assert!(judges_legal("This list is legal."));
    assert!(!judges_legal(
        "It is not legal advice; the legal basis is stated."
    ));
}

#[test]
fn one_more_open_clause_is_seen_in_every_output() {
    let before = outputs(&sample::report());
    let statuses = [Status::Breached, Status::Unproven, Status::Waived];
    let blocks = [Block::Acquisition, Block::Contact];
    let scopes = [Scope::Row, Scope::Key, Scope::Document];
    let mut cases = Vec::new();
    for status in statuses {
        for block in blocks {
            cases.extend(scopes.map(|scope| (status, block, scope)));
        }
    }
    for (status, block, scope) in cases {
        let mut report = sample::report();
        let mut extra = report.findings[0].clone();
        extra.finding.code = "NEW-01".to_owned();
        extra.finding.status = status;
        extra.finding.block = block;
        extra.scope = scope;
        report.findings.push(extra);
        for (b, a) in before.iter().zip(outputs(&report)) {
            assert!(a.len() > b.len());
            assert!(a.contains("NEW-01"), "{status:?} {block:?} {scope:?}: {a}");
        }
    }
}

#[test]
fn rows_that_get_worse_are_seen_in_every_output() {
    let quiet = Facing {
        quiet: true,
        ..Facing::default()
    };
    let before = human::render(&sample::report(), Look::default(), quiet);
    let mut report = sample::report();
    report.acquisition.accepted = Some(243_039);
    report.acquisition.set_aside = Some(4_961);
    let after = human::render(&report, Look::default(), quiet);
    assert!(before.contains("243,040") && after.contains("243,039"));
    for text in outputs(&report) {
        assert!(
            ["4,961", "4.961", "4961"].iter().any(|n| text.contains(n)),
            "{text}"
        );
    }
}
