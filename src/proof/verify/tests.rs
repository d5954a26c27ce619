//! Attacks of attestation §12 on a bundle that is good, each repaired so far that only the step meant can find it.

use std::collections::BTreeMap;

use super::*;
use crate::base::clock::Day;
use crate::proof::bundle::{AUDIT, SUMMARY, pack, tags};
use crate::proof::golden::{Audit, LIST, NOW, audit, key, list, trust, trust_key};
use crate::proof::keys::Signer;
use crate::record::policy::Policy;
use crate::record::verdict::Word;

fn good_lists() -> Vec<ListFile> {
    vec![ListFile {
        name: "list.csv".to_owned(),
        bytes: LIST.len() as u64,
        sha256: Sha256::of(LIST),
    }]
}

fn asked() -> Question {
    Question {
        lists: good_lists(),
        demands: Demands::default(),
    }
}

fn run(bundle: &Bundle, trust: &Trust) -> Outcome {
    verify(bundle, trust, &asked(), NOW)
}

/// Names of the failures, in order.
fn names(outcome: &Outcome) -> Vec<&'static str> {
    outcome
        .trail
        .failures
        .iter()
        .map(|(_, e)| e.code.name)
        .collect()
}

#[test]
fn a_good_bundle_passes_every_step() {
    let bundle = audit().bundle(&[1]);
    for trust in [trust(&[1]), trust_key(1), trust(&[2, 1])] {
        let outcome = run(&bundle, &trust);
        assert_eq!(names(&outcome), Vec::<&str>::new());
        assert_eq!(outcome.headline, Headline::Unchanged);
        assert_eq!(outcome.exit(), 0);
        assert!(outcome.replayed.is_some());
        let steps: Vec<&str> = outcome.trail.steps.iter().map(|s| s.id).collect();
        assert_eq!(
            steps,
            [
                "V3", "V5", "V7", "V11", "V13", "V15", "V16", "V18", "V19", "V21"
            ]
        );
    }
    let none = verify(&bundle, &trust(&[1]), &Question::default(), NOW);
    assert_eq!(none.headline, Headline::ListNotChecked);
    assert_eq!(none.exit(), 0);
}

#[test]
fn both_forms_on_disk_read_back() {
    let dir = std::env::temp_dir().join(format!("beleg-verify-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("folder");
    let bundle = audit().bundle(&[1]);
    for name in ["a.beleg.zip", "a"] {
        let path = dir.join(name);
        bundle.write(&path, false).expect("written");
        let again = bundle.write(&path, false).expect_err("not replaced");
        assert_eq!(again.code.id, "BEL-O002");
        bundle.write(&path, true).expect("replaced");
        let read = Bundle::read(&path).expect("read");
        assert_eq!(read.files(), bundle.files());
        assert_eq!(run(&read, &trust(&[1])).exit(), 0, "{name}");
    }
    // a folder that is no bundle is nobody's to replace
    std::fs::write(dir.join("a/notes.txt"), "mine").expect("written");
    assert!(bundle.write(&dir.join("a"), true).is_err());
    assert!(dir.join("a/notes.txt").exists());
    std::fs::remove_dir_all(&dir).expect("clean");
}

#[test]
fn the_same_audit_gives_the_same_bytes() {
    let (one, two) = (audit().bundle(&[1, 2]), audit().bundle(&[2, 1]));
    assert_eq!(one.zip(), two.zip());
}

/// Every byte of every file in a folder; of the large files every 101st and the ends. Exit 4, or 2 where the file can
/// no longer be read as what it is.
#[test]
fn every_changed_byte_is_refused() {
    let bundle = audit().bundle(&[1]);
    let trust = trust_key(1);
    for (path, bytes) in bundle.files() {
        let step = if bytes.len() > 20_000 { 20_011 } else { 101 };
        let mut places: Vec<usize> = (0..bytes.len()).step_by(step).collect();
        places.extend([1, 2, bytes.len() - 2, bytes.len() - 1]);
        for at in places {
            let mut changed = bundle.files().clone();
            changed.get_mut(path).expect("there")[at] ^= 1;
            let outcome = run(&of(changed), &trust);
            assert_eq!(
                outcome.exit(),
                4,
                "{path}, byte {at}: {:?}",
                names(&outcome)
            );
            assert!(outcome.opened.is_none(), "{path}, byte {at}");
        }
    }
}

/// The same with manifests made again by whoever changed the file: the signature has to find it.
#[test]
fn every_changed_byte_is_refused_with_manifests_rewritten() {
    let bundle = audit().bundle(&[1]);
    let trust = trust_key(1);
    for (path, bytes) in bundle.files() {
        let step = if bytes.len() > 20_000 { 20_011 } else { 151 };
        for at in (0..bytes.len()).step_by(step) {
            let mut changed = bundle.files().clone();
            changed.get_mut(path).expect("there")[at] ^= 1;
            let generated = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];
            if generated.contains(&path.as_str()) {
                continue;
            }
            let outcome = run(&of(remanifested(changed)), &trust);
            let unreadable = path.ends_with(".dsse.json");
            let exit = outcome.exit();
            assert!(
                exit == 4 || unreadable && exit == 2,
                "{path}, byte {at}: {exit} {:?}",
                names(&outcome)
            );
        }
    }
}

#[test]
fn every_changed_byte_of_the_zip_is_refused() {
    let zip = audit().bundle(&[1]).zip();
    let trust = trust_key(1);
    let (mut altered, mut hostile) = (0, 0);
    for at in (0..zip.len())
        .step_by(257)
        .chain(zip.len() - 900..zip.len())
    {
        let mut changed = zip.clone();
        changed[at] ^= 1;
        match Bundle::from_bytes(changed) {
            Ok(b) => assert_ne!(run(&b, &trust).exit(), 0, "byte {at}"),
            Err(e) if e.code.exit == 4 => altered += 1,
            Err(e) => {
                assert_eq!(e.code.exit, 2);
                hostile += 1;
            }
        }
    }
    assert!(altered > 200 && hostile > 100, "{altered} {hostile}");
}

fn of(files: BTreeMap<String, Vec<u8>>) -> Bundle {
    // through the ZIP, as it would arrive
    let mut bundle = audit_bundle();
    bundle.set(files);
    bundle
}

fn audit_bundle() -> Bundle {
    static ONCE: std::sync::OnceLock<Bundle> = std::sync::OnceLock::new();
    ONCE.get_or_init(|| audit().bundle(&[1])).clone()
}

/// Manifests as an attacker would make them again, everything else as it stands.
fn remanifested(mut files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let line = |(p, b): (&String, &Vec<u8>)| format!("{}  {p}\n", Sha256::of(b));
    let data: String = files
        .iter()
        .filter(|(p, _)| p.starts_with("data/"))
        .map(line)
        .collect();
    files.insert("manifest-sha256.txt".to_owned(), data.into_bytes());
    let others: String = files
        .iter()
        .filter(|(p, _)| !p.starts_with("data/") && *p != "tagmanifest-sha256.txt")
        .map(line)
        .collect();
    files.insert("tagmanifest-sha256.txt".to_owned(), others.into_bytes());
    files
}

#[test]
fn an_unknown_signer_is_named_only_if_the_key_fits() {
    let bundle = audit().bundle(&[1]);
    let outcome = run(&bundle, &trust(&[2]));
    assert_eq!(names(&outcome), ["signer-unknown"]);
    assert_eq!(outcome.headline, Headline::NotAuthenticated);
    let found = &outcome.trail.failures[0].1.found;
    let print = key(1).public().fingerprint().to_string();
    assert!(found[0].en.contains(&print));
    // with another key enclosed the name is not repeated
    let mut files = bundle.files().clone();
    let path = format!("keys/{}.pub.pem", key(1).public().fingerprint().fp32());
    files.insert(path, key(3).public().pem().into_bytes());
    let outcome = run(&of(remanifested(files)), &trust(&[2]));
    assert_eq!(names(&outcome), ["signer-unknown"]);
    assert!(!outcome.trail.failures[0].1.found[0].en.contains(&print));
}

#[test]
fn an_invalid_entry_of_a_trusted_key_beside_a_valid_one_is_refused() {
    let audit = audit();
    let mut signed = audit.signed(&[1, 2], |_| ());
    let two = key(2).public().fingerprint();
    for entry in &mut signed.audit.signatures {
        if entry.by == two {
            entry.bytes[0] ^= 1;
        }
    }
    let bundle = pack(&signed, audit.files());
    assert_eq!(names(&run(&bundle, &trust(&[1, 2]))), ["signature-invalid"]);
    // whom the reader does not trust is only counted
    let outcome = run(&bundle, &trust(&[1]));
    assert_eq!(outcome.exit(), 0);
    let listed = outcome
        .not_checked
        .iter()
        .any(|t| t.en.starts_with("1 signatures"));
    assert!(listed, "{:?}", outcome.not_checked);
}

#[test]
fn key_ids_never_turn_a_no_into_a_yes() {
    let audit = audit();
    let mut signed = audit.signed(&[2], |_| ());
    for envelope in [&mut signed.audit, &mut signed.summary] {
        envelope.signatures[0].by = key(1).public().fingerprint();
    }
    let bundle = pack(&signed, audit.files());
    assert_eq!(names(&run(&bundle, &trust_key(1))), ["signature-invalid"]);
}

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

fn other(word: Word) -> Word {
    if word == Word::NoObjection {
        Word::Conditional
    } else {
        Word::NoObjection
    }
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
fn files_that_nobody_signed_are_refused() {
    let bundle = audit_bundle();
    let print = key(3).public().fingerprint().fp32();
    for (path, expect) in [
        ("REPORT.html".to_owned(), "file-unlisted"),
        ("data/report.json".to_owned(), "file-unlisted"),
        ("extra/".to_owned(), "file-unlisted"),
        (format!("keys/{print}.pub.pem"), "tag-file-differs"),
        (format!("attestation/audit.{print}.tsr"), "file-unlisted"),
        ("data/waivers.json".to_owned(), "evidence-unsigned"),
        ("data/list-files.sha256".to_owned(), "evidence-unsigned"),
    ] {
        let mut files = bundle.files().clone();
        files.insert(path.clone(), b"{}\n".to_vec());
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        assert_eq!(names(&outcome)[0], expect, "{path}");
        assert_eq!(outcome.exit(), 4, "{path}");
    }
}

#[test]
fn files_that_are_missing_are_missed() {
    let bundle = audit_bundle();
    for path in bundle.files().keys().filter(|p| {
        p.starts_with("data/")
            || p.starts_with("keys/")
            || *p == "VERIFY.md"
            || *p == "bag-info.txt"
    }) {
        let mut files = bundle.files().clone();
        files.remove(path);
        let outcome = run(&of(files.clone()), &trust_key(1));
        assert!(names(&outcome).contains(&"file-missing"), "{path}");
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        assert_eq!(outcome.exit(), 4, "{path}");
    }
}

#[test]
fn lying_tag_files_are_refused() {
    let bundle = audit_bundle();
    for path in ["bagit.txt", "bag-info.txt", "VERIFY.md"] {
        let mut files = bundle.files().clone();
        files.get_mut(path).expect("there").extend(b"x: y\n");
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        let all = names(&outcome);
        assert!(
            all.iter().all(|n| *n == "tag-file-differs"),
            "{path}: {all:?}"
        );
    }
    // a ZIP whose folder is called otherwise
    let mut renamed = audit_bundle();
    renamed.rename("2026-11-23-vendor-y-2026-11");
    assert_eq!(names(&run(&renamed, &trust_key(1))), ["tag-file-differs"]);
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
fn times_must_be_plausible() {
    let bundle = audit_bundle();
    let at = |seconds: i64| {
        let now = Time(NOW.0 + seconds);
        names(&verify(&bundle, &trust_key(1), &asked(), now))
    };
    assert_eq!(at(0), Vec::<&str>::new());
    assert_eq!(at(-300), Vec::<&str>::new());
    assert_eq!(at(-301), ["time-implausible"]);
    let mut late = audit();
    late.census.as_of = Day(late.census.as_of.0 + 1);
    late.judge();
    let outcome = run(&late.bundle(&[1]), &trust_key(1));
    assert!(names(&outcome).contains(&"time-implausible"));
    let mut old = audit();
    old.free.time = Time(NOW.0 + 3 * 86_400);
    let outcome = verify(&old.bundle(&[1]), &trust_key(1), &asked(), old.free.time);
    assert_eq!(outcome.notes.len(), 1);
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

const ROLE: &str = r#"
[[role]]
name = "NAME"
verifier_id = "urn:example:audit-office"
predicate_types = ["urn:beleg:predicate:list-audit:v1"]
resource_uris = ["RESOURCE"]
keys = [KEYS]
threshold = LIMIT
EXTRA
"#;

fn role(name: &str, resource: &str, keys: &str, limit: u8, extra: &str) -> String {
    ROLE.replace("NAME", name)
        .replace("RESOURCE", resource)
        .replace("KEYS", keys)
        .replace("LIMIT", &limit.to_string())
        .replace("EXTRA", extra)
}

fn file(validity: [&str; 3], roles: &str) -> Trust {
    let mut text = "version = 1\n".to_owned();
    for (n, valid) in validity.iter().enumerate() {
        let line = key(n as u8 + 1).public().ssh_line();
        text.push_str(&format!(
            "[[key]]\nname = \"k{}\"\npublic = \"{line}\"\n{valid}\n",
            n + 1
        ));
    }
    text.push_str(roles);
    let none = |_: &str| Err(Error::new(&code::TRUST_ILLEGIBLE, text!("none", "keine")));
    Trust::parse("trust.toml", &text, &none).expect("a trust file")
}

const VALID: &str = "not_before = 2026-01-01T00:00:00Z\nnot_after = 2028-01-01T00:00:00Z";

#[test]
fn roles_say_who_may_sign_what() {
    let any = "urn:beleg:list:vendor-x:*";
    let one = "urn:beleg:list:vendor-x:2026-11";
    let policy = format!("policies = [\"{}\"]", Sha256::of(audit().policy.as_bytes()));
    let foreign = format!("policies = [\"{}\"]", Sha256::of(b"x"));
    for (signers, roles, expect) in [
        (&[1][..], role("a", any, "\"k1\"", 1, ""), &[][..]),
        (&[1], role("a", one, "\"k1\"", 1, &policy), &[]),
        (
            &[1],
            role("a", one, "\"k1\"", 1, &foreign),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", "urn:beleg:list:vendor-y:*", "\"k1\"", 1, ""),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "").replace("audit-office", "other-office"),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "").replace("list-audit", "waiver"),
            &["role-mismatch"],
        ),
        (&[1], String::new(), &["role-mismatch"]),
        // a key of another role
        (&[1], role("a", any, "\"k2\"", 1, ""), &["threshold-missed"]),
        // two of three
        (
            &[1],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 2, ""),
            &["threshold-missed"],
        ),
        (
            &[1, 3],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 2, ""),
            &[],
        ),
        (
            &[1, 2, 3],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 3, ""),
            &[],
        ),
        // a second role of equal rank never widens, a general one never replaces a specific one
        (
            &[1],
            role("a", any, "\"k1\"", 1, "") + &role("b", any, "\"k2\"", 1, ""),
            &["threshold-missed"],
        ),
        (
            &[1, 2],
            role("a", any, "\"k1\"", 1, "") + &role("b", any, "\"k2\"", 1, ""),
            &[],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "") + &role("b", one, "\"k2\"", 1, ""),
            &["threshold-missed"],
        ),
        (
            &[2],
            role("a", any, "\"k1\"", 1, "") + &role("b", one, "\"k2\"", 1, ""),
            &[],
        ),
        // demands
        (
            &[1],
            role("a", any, "\"k1\"", 1, "timestamp = \"required\""),
            &["timestamp-missing"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "log = \"required\""),
            &["log-missing"],
        ),
    ] {
        let outcome = run(&audit().bundle(signers), &file([VALID; 3], &roles));
        assert_eq!(names(&outcome), expect, "{signers:?} {roles}");
    }
    let aged = file(
        [VALID; 3],
        &role("a", any, "\"k1\"", 1, "max_age_days = 10"),
    );
    let late = Time(NOW.0 + 11 * 86_400);
    assert_eq!(
        names(&verify(&audit_bundle(), &aged, &asked(), late)),
        ["too-old"]
    );
}

#[test]
fn keys_that_are_not_valid_drop_out() {
    let any = "urn:beleg:list:vendor-x:*";
    let later = "not_before = 2027-01-01T00:00:00Z\nnot_after = 2028-01-01T00:00:00Z";
    let past = "not_before = 2025-01-01T00:00:00Z\nnot_after = 2026-11-01T00:00:00Z";
    let lost =
        format!("{VALID}\nrevoked = {{ at = 2027-01-01T00:00:00Z, reason = \"compromised\" }}");
    let superseded =
        format!("{VALID}\nrevoked = {{ at = 2027-01-01T00:00:00Z, reason = \"superseded\" }}");
    let before = superseded.replace("at = 2027", "at = 2026");
    for (first, expect) in [
        (VALID, None),
        (later, Some("key-not-yet-valid")),
        (past, Some("key-expired")),
        (lost.as_str(), Some("key-revoked")),
        (superseded.as_str(), None),
        (before.as_str(), Some("key-revoked")),
    ] {
        let trust = file(
            [first, VALID, VALID],
            &role("a", any, "\"k1\", \"k2\"", 1, ""),
        );
        let alone = run(&audit().bundle(&[1]), &trust);
        assert_eq!(
            names(&alone),
            expect.into_iter().collect::<Vec<_>>(),
            "{first}"
        );
        // the other key is enough
        assert_eq!(run(&audit().bundle(&[1, 2]), &trust).exit(), 0, "{first}");
    }
}

#[test]
fn a_summary_signed_by_fewer_misses_the_threshold() {
    let audit = audit();
    let mut signed = audit.signed(&[1, 2], |_| ());
    signed.summary = audit.signed(&[1], |_| ()).summary;
    let trust = file(
        [VALID; 3],
        &role("a", "urn:beleg:list:vendor-x:*", "\"k1\", \"k2\"", 2, ""),
    );
    let outcome = run(&pack(&signed, audit.files()), &trust);
    assert_eq!(names(&outcome), ["threshold-missed"]);
    assert_eq!(outcome.trail.failures[0].0, "V16");
}

#[test]
fn the_type_is_looked_at_after_the_signature() {
    let audit = audit();
    for (kind, signed_over, expect) in [
        (
            "application/json",
            "application/json",
            "payload-type-unknown",
        ),
        (
            "application/vnd.in-toto+JSON",
            "application/vnd.in-toto+JSON",
            "payload-type-unknown",
        ),
        (
            "application/json",
            "application/vnd.in-toto+json",
            "signature-invalid",
        ),
    ] {
        let mut signed = audit.signed(&[1], |_| ());
        signed.audit.payload_type = kind.to_owned();
        let message = crate::proof::envelope::pae(signed_over, &signed.audit.payload);
        signed.audit.signatures[0].bytes = key(1).sign(&message).expect("signed").to_vec();
        let outcome = run(&pack(&signed, audit.files()), &trust_key(1));
        assert_eq!(names(&outcome)[0], expect, "{kind}");
    }
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

#[test]
fn tags_are_a_function_of_the_files() {
    let bundle = audit_bundle();
    let record = RecordStatement::read(
        &Envelope::read(&bundle.files()[AUDIT])
            .expect("an envelope")
            .payload,
    )
    .expect("a record");
    for (path, bytes) in tags(&record, bundle.files()) {
        assert_eq!(Some(bytes.as_slice()), bundle.file(&path), "{path}");
    }
}
