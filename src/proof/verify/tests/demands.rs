//! The reader's own list and expectations.

use super::*;
use crate::proof::bundle::AUDIT;
use crate::proof::golden::{Audit, list};

#[test]
fn a_bare_envelope_is_never_a_full_yes() {
    let bundle = audit_bundle();
    let bare = Bundle::from_bytes(bundle.files()[AUDIT].clone()).expect("an envelope");
    let outcome = run(&bare, &trust_key(1));
    assert_eq!(outcome.headline, Headline::EvidenceNotSupplied);
    assert_eq!(outcome.exit(), 0);
    assert!(outcome.replayed.is_none());
    // the enclosed key is not there either: a fingerprint alone cannot verify
    assert_eq!(names(&run(&bare, &trust(&[1]))), ["signer-unknown"]);
    let mut question = asked();
    question.demands.expect = vec![Expect::parse("conditional").expect("a word")];
    let outcome = verify(&bare, &trust_key(1), &question, NOW);
    assert_eq!(names(&outcome), ["evidence-missing"]);
    assert_eq!(outcome.exit(), 1);
}

#[test]
fn the_readers_list_must_be_the_audited_one() {
    let mut audit = audit();
    let run = |audit: &Audit, lists: &[&[u8]]| {
        let lists = lists
            .iter()
            .map(|b| ListFile {
                name: "x.csv".to_owned(),
                bytes: b.len() as u64,
                sha256: Sha256::of(b),
            })
            .collect();
        let question = Question {
            lists,
            demands: Demands::default(),
        };
        names(&verify(&audit.bundle(&[1]), &trust_key(1), &question, NOW))
    };
    let none: Vec<&str> = Vec::new();
    assert_eq!(run(&audit, &[LIST]), none);
    assert_eq!(run(&audit, &[b"another"]), ["list-differs"]);
    assert_eq!(run(&audit, &[LIST, b"another"]), ["list-differs"]);
    // two files: both are wanted
    audit.census.lists = vec![list(1, LIST), list(2, b"second")];
    assert_eq!(run(&audit, &[LIST]), ["list-differs"]);
    assert_eq!(run(&audit, &[b"second", LIST]), none);
    // more than four: one file names them
    let many: Vec<Vec<u8>> = (0..6).map(|n| format!("file {n}").into_bytes()).collect();
    audit.census.lists = many.iter().zip(1..).map(|(b, n)| list(n, b)).collect();
    let all: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
    assert_eq!(run(&audit, &all), none);
    assert_eq!(run(&audit, &all[1..]), ["list-differs"]);
    let bundle = audit.bundle(&[1]);
    assert!(bundle.file("data/list-files.sha256").is_some());
}

#[test]
fn expectations_are_about_words_not_about_authenticity() {
    let bundle = audit_bundle();
    let said = audit().verdict;
    let words = [said.acquisition.verdict, said.contact.verdict];
    let ask = |demands: Demands| {
        let question = Question {
            lists: good_lists(),
            demands,
        };
        verify(&bundle, &trust_key(1), &question, NOW)
    };
    for (text, reached) in [
        ("conditional", words.iter().all(|w| *w >= Word::Conditional)),
        (
            "no-objection",
            words.iter().all(|w| *w >= Word::NoObjection),
        ),
        ("acquisition=conditional", words[0] >= Word::Conditional),
        ("contact=no-objection", words[1] >= Word::NoObjection),
    ] {
        let outcome = ask(Demands {
            expect: vec![Expect::parse(text).expect("a word")],
            ..Demands::default()
        });
        assert_eq!(outcome.exit(), u8::from(!reached), "{text}");
        assert_eq!(outcome.headline, Headline::Unchanged, "{text}");
    }
    let fail = |demands| names(&ask(demands));
    let none: Vec<&str> = Vec::new();
    let policy = Sha256::of(audit().policy.as_bytes());
    for (good, bad, name) in [
        (
            Demands {
                policy: Some(policy),
                ..Demands::default()
            },
            Demands {
                policy: Some(Sha256::of(b"x")),
                ..Demands::default()
            },
            "policy-unexpected",
        ),
        (
            Demands {
                vendor: Some("Vendor X".to_owned()),
                ..Demands::default()
            },
            Demands {
                vendor: Some("Vendor Y".to_owned()),
                ..Demands::default()
            },
            "vendor-unexpected",
        ),
        (
            Demands {
                resource: Some("urn:beleg:list:vendor-x:2026-11".to_owned()),
                ..Demands::default()
            },
            Demands {
                resource: Some("urn:beleg:list:vendor-x:2026-12".to_owned()),
                ..Demands::default()
            },
            "resource-unexpected",
        ),
        (
            Demands {
                signers: Some(1),
                ..Demands::default()
            },
            Demands {
                signers: Some(2),
                ..Demands::default()
            },
            "signers-below",
        ),
    ] {
        assert_eq!(fail(good), none);
        assert_eq!(fail(bad), [name]);
    }
    let old = |days: i64| {
        let mut question = asked();
        question.demands.max_age_days = Some(30);
        let now = Time(NOW.0 + days * 86_400);
        verify(&bundle, &trust_key(1), &question, now)
    };
    assert_eq!(old(30).exit(), 0);
    assert_eq!(names(&old(31)), ["too-old"]);
    assert_eq!(old(31).headline, Headline::TooOld);
    for bad in [
        "rejected",
        "contact.fax=conditional",
        "buyer=conditional",
        "",
        "conditional=x",
    ] {
        assert_eq!(Expect::parse(bad), None, "{bad}");
    }
}
