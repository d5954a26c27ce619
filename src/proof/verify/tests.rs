//! Attacks of attestation §12 on a bundle that is good, each repaired so far that only the step meant can find it.

mod bytes;
mod demands;
mod signers;
mod words;

use std::collections::BTreeMap;

use super::*;
use crate::proof::bundle::pack;
use crate::proof::golden::{LIST, NOW, audit, key, trust, trust_key};
use crate::proof::keys::Signer;
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

fn other(word: Word) -> Word {
    if word == Word::NoObjection {
        Word::Conditional
    } else {
        Word::NoObjection
    }
}
