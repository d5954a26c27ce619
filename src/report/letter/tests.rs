//! Letters from hand-made cases: what is asked, how, of whom, and what is not.

use std::collections::BTreeSet;

use super::ask::OF_SOURCES;
use super::layout::blocks;
use super::*;
use crate::base::lang::Lang;
use crate::checks::CATALOGUE;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::dossier::Dossier;
use crate::record::path::path;
use crate::record::policy::Owner;
use crate::record::policy::tests::shipped;
use crate::record::verdict::judge;
use crate::record::verdict::tests::{Case, case, cases, census};
use crate::record::waiver::Waivers;

fn letter(case: &Case, to: To, dossier: &Dossier) -> Letter {
    let (policy, census) = (shipped(), census(shipped(), case));
    let verdict = judge(policy, &census, &Waivers::default());
    Letter::new(
        to,
        &Sources {
            policy,
            census: &census,
            verdict: &verdict,
            path: &path(policy, &census, &verdict),
            dossier,
            catalogue: CATALOGUE,
            names: Vec::new(),
            record: "B-0000-0000-0000-0000".to_owned(),
            signed: false,
            unverified: false,
        },
    )
}

fn to_vendor(name: &str) -> Letter {
    letter(&case(name), To::Vendor, &Dossier::default())
}

fn all(letter: &Letter) -> impl Iterator<Item = &Item> {
    letter.items.iter().chain(&letter.further)
}

#[test]
fn a_bare_export_is_asked_for_sources_notice_and_basis_first_and_for_the_rest_under_conditions() {
    let letter = to_vendor("S1");
    let first: Vec<&str> = letter
        .items
        .iter()
        .take(3)
        .map(|i| i.remedy.as_str())
        .collect();
    assert_eq!(first, ["name-sources", "notice-proof", "state-basis"]);
    let ifs: BTreeSet<&str> = all(&letter)
        .filter(|i| i.manner == Manner::If)
        .map(|i| i.remedy.as_str())
        .collect();
    assert_eq!(ifs, BTreeSet::from(["assessment", "consent-proof"]));
    assert!(
        all(&letter)
            .filter(|i| i.manner == Manner::If)
            .all(|i| i.ask[0].en.starts_with("If "))
    );
}

/// What no case may ever do.
#[test]
fn every_letter_keeps_the_rules() {
    let policy = shipped();
    for case in cases() {
        for (to, owner) in [(To::Vendor, Owner::Vendor), (To::Buyer, Owner::Buyer)] {
            let letter = letter(&case, to, &Dossier::default());
            let points = letter.items.len() + usize::from(!letter.further.is_empty());
            assert!(points <= POINTS, "{}: {points} points", case.name);
            let mut seen = BTreeSet::new();
            for item in all(&letter) {
                assert!(
                    seen.insert(&item.remedy),
                    "{}: {} twice",
                    case.name,
                    item.remedy
                );
                assert_eq!(policy.remedies[&item.remedy].owed_by, owner);
                assert!(!item.ask.is_empty() && !item.concerns.is_empty());
                for c in &item.concerns {
                    let rows = c.scope == Scope::Row;
                    assert!(!rows || !matches!(c.units, Some(Count::Exactly(1..=4))));
                    assert!(!rows || !matches!(c.of, Some(1..=4)));
                }
            }
        }
    }
}

#[test]
fn minors_alone_stand_in_the_closing_point() {
    for case in cases() {
        let letter = letter(&case, To::Vendor, &Dossier::default());
        for item in &letter.items {
            assert!(
                item.severity <= Severity::Major || item.manner == Manner::Rows,
                "{}: {}",
                case.name,
                item.remedy
            );
        }
    }
}

#[test]
fn both_languages_say_the_same_in_the_same_blocks() {
    for case in cases() {
        for to in [To::Vendor, To::Buyer, To::Reviewer] {
            let letter = letter(&case, to, &Dossier::default());
            let kinds = |lang| -> Vec<_> {
                blocks(&letter, lang)
                    .iter()
                    .map(std::mem::discriminant)
                    .collect()
            };
            assert_eq!(kinds(Lang::En), kinds(Lang::De), "{}", case.name);
        }
    }
}

/// A name that tries to be a mark, a tag or a code span is a name in every form.
#[test]
fn names_are_only_names() {
    let hostile = "<script>alert(1)</script> [x](javascript:y) `z` *b* | \"q\" & co";
    let dossier = Dossier {
        vendor: Label::new(hostile),
        delivery: Label::new("<img src=x onerror=y>"),
        ..Dossier::default()
    };
    assert!(dossier.vendor.is_some() && dossier.delivery.is_some());
    for to in [To::Vendor, To::Buyer, To::Reviewer] {
        let letter = letter(&case("S1"), to, &dossier);
        let page = html::render(&letter, Lang::En);
        assert!(
            !page.contains("<script") && !page.contains("<img"),
            "{page}"
        );
        assert!(to != To::Vendor || page.contains("&lt;script&gt;"));
        for bad in ["http://", "https://", "<link", "url(", "@import", "src="] {
            let found = page.replace("&lt;img src=x", "").contains(bad);
            assert!(!found, "{bad}");
        }
        let text = markdown::render(&letter, Lang::En);
        assert!(!text.contains("<script") && !text.contains("[x](") && !text.contains("`z`"));
        let json = json::render(&letter, Lang::En);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}

#[test]
fn text_is_72_columns_wide() {
    use unicode_width::UnicodeWidthStr as _;
    for case in cases() {
        let letter = letter(&case, To::Vendor, &Dossier::default());
        for lang in [Lang::En, Lang::De] {
            for line in text::render(&letter, lang).lines() {
                assert!(line.width() <= 72, "{line:?}");
                assert_eq!(line, line.trim_end());
            }
        }
    }
}

#[test]
fn checks_on_sources_are_checks_on_keys() {
    for check in OF_SOURCES {
        let found = CATALOGUE.iter().find(|c| c.id == check);
        assert!(found.is_some_and(|c| c.scope == Scope::Key), "{check}");
    }
}

/// Six of ten rows in a channel that nobody plans are nobody's business.
#[test]
fn a_channel_that_is_not_planned_is_not_asked_about() {
    let mut post = case("S1");
    post.plan = Some(vec![Channel::Post]);
    let letter = letter(&post, To::Vendor, &Dossier::default());
    let asked = |remedy: &str| all(&letter).any(|i| i.remedy == remedy);
    assert!(!asked("phone-permission") && !asked("channel-consent"));
    assert!(
        letter
            .back
            .iter()
            .all(|b| b.channels.iter().all(|c| *c == Channel::Post))
    );
}
