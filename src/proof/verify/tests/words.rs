//! What a trusted key may have signed, and still is not believed: words, counts and digests that do not follow.

use super::*;
use crate::base::clock::Day;
use crate::proof::bundle::SUMMARY;
use crate::proof::golden::Audit;
use crate::record::policy::Policy;

/// Every member that is not free, edited in statement and evidence, signed again by the trusted key.
#[test]
fn a_signed_statement_that_does_not_follow_is_refused() {
    type Edit = fn(&mut RecordStatement);
    let edits: [(&str, Edit, &str); 14] = [
        (
            "as of",
            |s| s.predicate.as_of = Day(s.predicate.as_of.0 - 1),
            "replay-differs",
        ),
        (
            "rows",
            |s| {
                s.predicate.rows.quarantined += 1;
                s.predicate.rows.read += 1;
            },
            "replay-differs",
        ),
        (
            "overrides",
            |s| s.predicate.overrides = vec!["small-list".to_owned()],
            "replay-differs",
        ),
        (
            "word",
            |s| s.predicate.acquisition.verdict = other(s.predicate.acquisition.verdict),
            "replay-differs",
        ),
        (
            "contact word",
            |s| s.predicate.contact.verdict = other(s.predicate.contact.verdict),
            "replay-differs",
        ),
        (
            "accepted",
            |s| {
                s.predicate.acquisition.accepted += 1;
                s.predicate.acquisition.set_aside -= 1;
            },
            "replay-differs",
        ),
        (
            "findings",
            |s| s.predicate.acquisition.findings.met += 1,
            "replay-differs",
        ),
        (
            "a code",
            |s| {
                let a = &mut s.predicate.acquisition;
                a.unproven.major.push("ZZZ-99".to_owned());
                a.findings.unproven += 1;
                a.findings.met -= 1;
            },
            "replay-differs",
        ),
        (
            "more",
            |s| {
                let a = &mut s.predicate.acquisition;
                a.breached.more = Some(1);
                a.findings.breached += 1;
            },
            "replay-differs",
        ),
        (
            "usable",
            |s| {
                let c = s
                    .predicate
                    .contact
                    .channels
                    .values_mut()
                    .next()
                    .expect("a channel");
                (c.usable, c.withheld) = (c.withheld, c.usable);
            },
            "replay-differs",
        ),
        (
            "subject",
            |s| s.subject[0].digest.sha256 = Sha256::of(b"another"),
            "replay-differs",
        ),
        (
            "second subject",
            |s| {
                let mut second = s.subject[0].clone();
                second.name = "another.csv".to_owned();
                second.digest.sha256 = Sha256::of(b"another");
                s.subject.push(second);
            },
            "replay-differs",
        ),
        (
            "policy name",
            |s| s.predicate.policy.uri = "urn:beleg:policy:eu-b2b:2099.1".to_owned(),
            "replay-differs",
        ),
        (
            "census digest",
            |s| s.predicate.census.digest.sha256 = Sha256::of(b"x"),
            "evidence-differs",
        ),
    ];
    let audit = audit();
    for (what, edit, expect) in edits {
        let bundle = pack(&audit.signed(&[1], edit), audit.files());
        let question = Question::default();
        let outcome = verify(&bundle, &trust_key(1), &question, NOW);
        assert_eq!(names(&outcome), [expect], "{what}");
        assert_eq!(outcome.exit(), 4, "{what}");
    }
}

/// Evidence edited at random places and signed again by a trusted key: whatever it says, the judge must not fall over it.
#[test]
fn nonsense_under_a_good_signature_never_ends_the_program() {
    let honest = audit();
    let (files, statement) = (honest.files(), honest.signed(&[1], |_| ()).record);
    let mut refused = 0;
    for seed in 0..24u64 {
        let path = ["data/census.json", "data/verdict.json"][seed as usize % 2];
        let mut text = String::from_utf8(files[path].clone()).expect("text");
        let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        for _ in 0..1 + seed % 3 {
            text = spoilt(&text, &mut random);
        }
        let mut files = files.clone();
        files.insert(path.to_owned(), text.into_bytes());
        let signed = honest.signed(&[1], |s| {
            *s = statement.clone();
            for e in &mut s.predicate.evidence {
                e.digest.sha256 = Sha256::of(&files[&e.name]);
            }
            s.predicate.census.digest.sha256 = Sha256::of(&files["data/census.json"]);
        });
        let outcome = verify(
            &pack(&signed, files),
            &trust_key(1),
            &Question::default(),
            NOW,
        );
        assert!(matches!(outcome.exit(), 0 | 2 | 4), "seed {seed}");
        refused += u32::from(outcome.exit() != 0);
    }
    assert!(refused > 12, "{refused}");
}

/// One number or one text of a document replaced by another, so that it stays in the one form.
fn spoilt(text: &str, random: &mut u64) -> String {
    let mut next = |n: usize| {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        (*random % n as u64) as usize
    };
    let numbers: Vec<(usize, usize)> = text
        .match_indices("\":")
        .map(|(i, _)| i + 2)
        .filter_map(|i| {
            let n = text[i..].bytes().take_while(u8::is_ascii_digit).count();
            (n > 0).then_some((i, i + n))
        })
        .collect();
    let words: Vec<(usize, usize)> = text
        .match_indices(['[', ','])
        .map(|(i, _)| i + 1)
        .filter(|i| text[*i..].starts_with('"'))
        .filter_map(|i| Some((i, i + 2 + text[i + 1..].find('"')?)))
        .filter(|(_, end)| !text[*end..].starts_with(':'))
        .collect();
    let ((from, to), with) = if next(2) == 0 {
        let all = ["0", "1", "7", "121", "9007199254740991"];
        (numbers[next(numbers.len())], all[next(all.len())])
    } else {
        let (from, to) = words[next(words.len())];
        (words[next(words.len())], &text[from..to])
    };
    format!("{}{with}{}", &text[..from], &text[to..])
}

/// Free members are the signer's word: they may differ.
#[test]
fn free_members_are_not_recomputed() {
    let mut audit = audit();
    audit.free.previous = Some(Sha256::of(b"before"));
    audit.free.verifier = "https://office.example/audits".to_owned();
    audit.free.version = "0.1.7".to_owned();
    let bundle = pack(
        &audit.signed(&[1], |s| {
            s.subject[0].name = "Kontakte November.csv".to_owned()
        }),
        audit.files(),
    );
    assert_eq!(names(&run(&bundle, &trust_key(1))), Vec::<&str>::new());
}

/// A dishonest signer edits census and verdict consistently: what they say must still follow.
#[test]
fn evidence_that_contradicts_itself_is_refused() {
    type Edit = fn(&mut Audit);
    let edits: [(&str, Edit, &str); 12] = [
        (
            "verdict word",
            |a| a.verdict.acquisition.verdict = other(a.verdict.acquisition.verdict),
            "replay-differs",
        ),
        (
            "a finding",
            |a| a.verdict.findings[0].line += 1,
            "replay-differs",
        ),
        (
            "few",
            |a| a.verdict.findings[0].few.push("units".to_owned()),
            "replay-differs",
        ),
        ("judge", |a| a.verdict.judge = 99, "census-illegible"),
        (
            "ledger",
            |a| a.census.ledger.physical += 1,
            "replay-differs",
        ),
        (
            "a tally too large",
            |a| a.census.tallies.last_mut().expect("row").cells[0].units += 1,
            "replay-differs",
        ),
        (
            "an unknown bin",
            |a| a.census.tallies[0].cells[0].bins[0] = "unheard".to_owned(),
            "census-illegible",
        ),
        (
            "a cell too narrow",
            |a| {
                a.census.tallies[0].cells[0].bins.pop();
            },
            "census-illegible",
        ),
        (
            "a tally twice",
            |a| {
                let t = a.census.tallies[0].clone();
                a.census.tallies.push(t);
            },
            "census-illegible",
        ),
        (
            "hold",
            |a| a.census.compiled[0].cells[0].units += 1,
            "replay-differs",
        ),
        (
            "another policy's hold",
            |a| a.census.compiled[0].policy = Sha256::of(b"x"),
            "replay-differs",
        ),
        (
            "dossier",
            |a| a.census.dossier.sha256 = Sha256::of(b"x"),
            "replay-differs",
        ),
    ];
    let honest = audit();
    for (what, edit, expect) in edits {
        let mut audit = honest.clone();
        // the statement keeps the honest numbers, so that it is written at all; its digests are the edited files'
        let statement = honest.signed(&[1], |_| ()).record;
        edit(&mut audit);
        let files = audit.files();
        let signed = honest.signed(&[1], |s| {
            *s = statement;
            for e in &mut s.predicate.evidence {
                e.digest.sha256 = Sha256::of(&files[&e.name]);
            }
            s.predicate.census.digest.sha256 = Sha256::of(&files["data/census.json"]);
        });
        let outcome = verify(
            &pack(&signed, files),
            &trust_key(1),
            &Question::default(),
            NOW,
        );
        assert_eq!(names(&outcome), [expect], "{what}");
    }
}

#[test]
fn another_text_under_a_shipped_name_is_refused() {
    let mut audit = audit();
    audit.policy.push_str("# a comment\n");
    for c in &mut audit.census.compiled {
        c.policy = Sha256::of(audit.policy.as_bytes());
    }
    audit.judge();
    let shipped = Policy::shipped("eu-b2b").expect("shipped");
    let uri = super::replay::shipped_uri("eu-b2b", shipped).expect("a version");
    let own = pack(&audit.signed(&[1], |_| ()), audit.files());
    let outcome = run(&own, &trust_key(1));
    assert_eq!(names(&outcome), Vec::<&str>::new());
    let standing = outcome.policy.expect("a standing").en;
    assert!(
        standing.starts_with("own policy: of urn:beleg:policy:eu-b2b"),
        "{standing}"
    );
    let lying = pack(
        &audit.signed(&[1], |s| s.predicate.policy.uri = uri),
        audit.files(),
    );
    assert_eq!(names(&run(&lying, &trust_key(1))), ["policy-other"]);
}

#[test]
fn the_summary_must_be_the_one_that_follows() {
    let honest = audit();
    let signed = honest.signed(&[1], |_| ());
    let other = {
        let mut a = honest.clone();
        a.free.resource.delivery = "2026-12".to_owned();
        a.signed(&[1], |_| ())
    };
    // of another record, signed by nobody trusted, or with better levels
    let mut swapped = signed.clone();
    swapped.summary = other.summary;
    let mut foreign = signed.clone();
    foreign.summary = honest.signed(&[2], |_| ()).summary;
    let mut better = signed.clone();
    let text = String::from_utf8(signed.summary.payload.clone()).expect("text");
    let raised = text
        .replace("\"FAILED\"", "\"PASSED\"")
        .replace("CONDITIONAL", "NO_OBJECTION");
    assert_ne!(raised, text);
    better.summary = Envelope::sign(raised.into_bytes(), &[&key(1)]).expect("signed");
    let mut unknown = signed.clone();
    let longer = text.replace("\"verifier\":{", "\"verifier\":{\"version\":{},");
    unknown.summary = Envelope::sign(longer.into_bytes(), &[&key(1)]).expect("signed");
    for (signed, expect) in [
        (swapped, "summary-contradicts"),
        (foreign, "signer-unknown"),
        (better, "summary-contradicts"),
        (unknown, "statement-unknown"),
    ] {
        let outcome = run(&pack(&signed, honest.files()), &trust_key(1));
        let (step, error) = &outcome.trail.failures[0];
        assert_eq!((*step, error.code.name), ("V16", expect));
        assert_eq!(error.at.as_ref().expect("a place").file, SUMMARY);
    }
}

#[test]
fn a_shared_bundle_withholds_census_and_dossier_together() {
    let audit = audit();
    let signed = audit.signed(&[1], |_| ());
    let without = |paths: &[&str]| {
        let mut files = audit.files();
        for p in paths {
            files.remove(*p);
        }
        run(&pack(&signed, files), &trust_key(1))
    };
    let shared = without(&["data/census.json", "data/dossier.json"]);
    assert_eq!(names(&shared), Vec::<&str>::new());
    let said = |o: &Outcome| {
        o.not_checked
            .iter()
            .any(|t| t.en.contains("census withheld"))
    };
    assert!(said(&shared));
    for paths in [
        &["data/census.json"][..],
        &["data/dossier.json"],
        &["data/policy.toml"],
        &["data/census.json", "data/dossier.json", "data/verdict.json"],
    ] {
        let outcome = without(paths);
        assert!(names(&outcome).contains(&"evidence-differs"), "{paths:?}");
    }
    // what can be compared is compared
    let lying = audit.signed(&[1], |s| {
        s.predicate.acquisition.verdict = other(s.predicate.acquisition.verdict);
    });
    let mut files = audit.files();
    files.remove("data/census.json");
    files.remove("data/dossier.json");
    assert_eq!(
        names(&run(&pack(&lying, files), &trust_key(1))),
        ["replay-differs"]
    );
}

/// Statements that are signed, but none of ours.
#[test]
fn statements_of_another_form_are_refused() {
    let audit = audit();
    let signed = audit.signed(&[1], |_| ());
    let text = String::from_utf8(signed.audit.payload.clone()).expect("text");
    let hex = signed.record.subject[0].digest.sha256.hex();
    for (from, to, expect) in [
        ("{\"_type\"", "{ \"_type\"", "statement-illegible"),
        ("Statement/v1", "Statement/v2", "statement-unknown"),
        ("list-audit:v1", "list-audit:v2", "statement-unknown"),
        ("\"asOf\"", "\"extra\":1,\"asOf\"", "statement-unknown"),
        ("\"loaded\"", "\"lost\":0,\"loaded\"", "statement-unknown"),
        (
            "\"asOf\":",
            "\"asOf\":\"2026-11-23\",\"asOf\":",
            "statement-illegible",
        ),
        (
            "\"asOf\":",
            "\"ASOF\":\"2026-11-23\",\"asOf\":",
            "statement-illegible",
        ),
        (
            "\"disclaimer\":\"urn:beleg:disclaimer:v1\"",
            "\"disclaimer\":\"none\"",
            "statement-illegible",
        ),
        (
            "\"quarantined\":2",
            "\"quarantined\":3",
            "statement-illegible",
        ),
        (
            "\"quarantined\":2",
            "\"quarantined\":2.0",
            "statement-illegible",
        ),
        (hex.as_str(), &hex.to_uppercase(), "statement-illegible"),
        ("{\"sha256\":\"", "{\"sha512\":\"", "statement-unknown"),
        (
            "urn:beleg:list:vendor-x:2026-11",
            "urn:beleg:list:vendor-x",
            "statement-illegible",
        ),
        (
            "\"subject\":[",
            "\"subject\":[],\"_\":[",
            "statement-unknown",
        ),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let mut signed = signed.clone();
        signed.audit = Envelope::sign(changed.into_bytes(), &[&key(1)]).expect("signed");
        let outcome = run(&pack(&signed, audit.files()), &trust_key(1));
        assert_eq!(names(&outcome), [expect], "{from} {to}");
        assert_eq!(outcome.exit(), 2);
    }
}

#[test]
fn the_number_follows_from_the_digests() {
    let number = audit().signed(&[1], |_| ()).record.number();
    assert_eq!(number.len(), 21);
    let mut other = audit();
    other.census.ledger.physical += 1;
    other.census.ledger.blank += 1;
    let changed = other.signed(&[1], |_| ()).record.number();
    assert_ne!(number, changed);
    assert!(number.starts_with("B-") && number.split('-').skip(1).all(|g| g.len() == 4));
}
