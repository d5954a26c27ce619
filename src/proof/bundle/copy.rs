//! Bundles made from a bundle: with a signature more, or without census and dossier. Neither changes a payload or a
//! byte of evidence; only manifests and what follows from them are made again.

use std::collections::BTreeMap;

use super::{AUDIT, Bundle, Kind, SUMMARY, kind, layout, not_a_bundle, tags};
use crate::base::code::usage;
use crate::base::error::{Error, Place, Result};
use crate::proof::envelope::{Envelope, SIGNATURES};
use crate::proof::keys::{Fingerprint, Signer};
use crate::proof::statement::RecordStatement;
use crate::proof::verify::{Verified, WITHHELD};
use crate::text;

/// The bundle with further signatures under both statements, in the form of a ZIP or a new folder.
///
/// # Errors
/// A signer that signed already, or twice; more signatures than an envelope holds.
pub fn countersign(bundle: &Verified<Bundle>, signers: &[&dyn Signer]) -> Result<Bundle, Error> {
    let bundle = bundle.inner();
    let mut envelopes = [envelope(bundle, AUDIT)?, envelope(bundle, SUMMARY)?];
    let mut known: Vec<Fingerprint> = envelopes[0].signatures.iter().map(|s| s.by).collect();
    for signer in signers {
        let print = signer.public().fingerprint();
        if known.contains(&print) {
            return Err(Error::new(
                &usage::ALREADY_SIGNED,
                text!(
                    "{print} has signed this record already",
                    "{print} hat diesen Beleg schon unterschrieben"
                ),
            ));
        }
        known.push(print);
    }
    if known.len() > SIGNATURES {
        return Err(Error::new(
            &usage::SIGNATURES_FULL,
            text!(
                "there would be more than {SIGNATURES} signatures",
                "es wären mehr als {SIGNATURES} Signaturen"
            ),
        ));
    }
    for e in &mut envelopes {
        e.add(signers)?;
    }
    let mut files = bundle.files.clone();
    for (path, e) in [AUDIT, SUMMARY].into_iter().zip(&envelopes) {
        files.insert(path.to_owned(), e.write());
    }
    for signer in signers {
        let key = signer.public();
        let path = format!("keys/{}.pub.pem", key.fingerprint().fp32());
        files.insert(path, key.pem().into_bytes());
    }
    tagged(&RecordStatement::read(&envelopes[0].payload)?, files)
}

/// The bundle without census and dossier, whose digests stay signed. Whatever else it holds is copied as it is, right
/// or wrong: the copy verifies if and only if the bundle does.
///
/// # Errors
/// The record cannot be read, so that nothing beside it could be made again.
pub fn share(bundle: &Bundle) -> Result<Bundle, Error> {
    let record = RecordStatement::read(&envelope(bundle, AUDIT)?.payload)?;
    let mut files = bundle.files.clone();
    files.retain(|path, _| !WITHHELD.contains(&path.as_str()));
    tagged(&record, files)
}

/// An envelope of a whole bundle.
pub fn envelope(bundle: &Bundle, path: &str) -> Result<Envelope, Error> {
    match bundle.file(path) {
        Some(bytes) if !bundle.bare => {
            Envelope::read(bytes).map_err(|e| e.at(Place::file(path.to_owned())))
        }
        _ => Err(not_a_bundle(text!(
            "a single envelope, without the files of a bundle",
            "ein einzelner Umschlag, ohne die Dateien eines Bündels"
        ))),
    }
}

/// The files with the tag files that follow from them.
fn tagged(record: &RecordStatement, mut files: BTreeMap<String, Vec<u8>>) -> Result<Bundle, Error> {
    files.retain(|path, _| !matches!(kind(path), Some(Kind::Tag)));
    let tags = tags(record, &files);
    files.extend(tags);
    Bundle::new(files, Some(layout::folder_name(record)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::code;
    use crate::proof::golden::{NOW, audit, key, trust_key};
    use crate::proof::trust::Trust;
    use crate::proof::verify::{Demands, Opened, Outcome, Question, verify};

    fn trust(keys: &[u8]) -> Trust {
        let mut all = trust_key(keys[0]);
        for k in &keys[1..] {
            all.keys.extend(trust_key(*k).keys);
        }
        all
    }

    fn run(bundle: &Bundle, keys: &[u8], signers: usize) -> Outcome {
        let question = Question {
            demands: Demands {
                signers: Some(signers),
                ..Demands::default()
            },
            ..Question::default()
        };
        verify(bundle, &trust(keys), &question, NOW)
    }

    fn opened(bundle: &Bundle, key: u8) -> Box<Verified<Bundle>> {
        match run(bundle, &[key], 1).opened {
            Some(Opened::Bundle(b)) => b,
            _ => panic!("not opened"),
        }
    }

    #[test]
    fn a_second_signer_adds_to_both_statements_and_changes_nothing_else() {
        let one = audit().bundle(&[1]);
        let two = countersign(&opened(&one, 1), &[&key(2)]).expect("signed");
        // as if both had signed at once
        assert_eq!(two.zip(), audit().bundle(&[1, 2]).zip());
        assert_eq!(run(&two, &[1, 2], 2).exit(), 0);
        assert_eq!(run(&one, &[1, 2], 2).exit(), 1);
        assert_eq!(run(&two, &[2], 1).exit(), 0);
        let again = Bundle::from_bytes(two.zip()).expect("reads");
        assert_eq!(run(&again, &[1, 2], 2).exit(), 0);
    }

    #[test]
    fn nobody_signs_twice_and_no_envelope_overflows() {
        let one = audit().bundle(&[1]);
        let open = opened(&one, 1);
        let code = |signers: &[&dyn Signer]| countersign(&open, signers).err().map(|e| e.code);
        assert_eq!(code(&[&key(1)]), Some(&code::usage::ALREADY_SIGNED));
        assert_eq!(
            code(&[&key(2), &key(2)]),
            Some(&code::usage::ALREADY_SIGNED)
        );
        let many: Vec<_> = (2..=17).map(key).collect();
        let many: Vec<&dyn Signer> = many.iter().map(|k| k as &dyn Signer).collect();
        assert_eq!(code(&many), Some(&code::usage::SIGNATURES_FULL));
        assert_eq!(code(&many[1..]), None);
    }

    #[test]
    fn a_shared_bundle_keeps_its_signatures_and_its_number() {
        let full = audit().bundle(&[1]);
        let shared = share(&full).expect("shared");
        assert_eq!(shared.paths().count() + 2, full.paths().count());
        let (a, b) = (run(&full, &[1], 1), run(&shared, &[1], 1));
        assert_eq!((a.exit(), b.exit()), (0, 0));
        let number = |o: &Outcome| o.opened.as_ref().map(|o| o.record().number());
        assert_eq!(number(&a), number(&b));
        assert!(
            b.not_checked
                .iter()
                .any(|t| t.en.contains("census withheld"))
        );
        // once more gives the same, and what was signed after sharing reads as what was shared after signing
        assert_eq!(share(&shared).expect("shared").zip(), shared.zip());
        let two = audit().bundle(&[1, 2]);
        let other = countersign(&opened(&shared, 1), &[&key(2)]).expect("signed");
        assert_eq!(share(&two).expect("shared").zip(), other.zip());
    }

    #[test]
    fn a_copy_is_never_better_than_what_it_was_made_from() {
        let good = audit().bundle(&[1]);
        for path in good.paths() {
            if WITHHELD.contains(&path) || matches!(kind(path), Some(Kind::Tag)) {
                continue;
            }
            let mut files = good.files().clone();
            if let Some(bytes) = files.get_mut(path) {
                let at = bytes.len() / 2;
                bytes[at] ^= 1;
            }
            let mut spoilt = good.clone();
            spoilt.set(files);
            let copied = share(&spoilt);
            let refused = copied.map_or(true, |b| run(&b, &[1], 1).exit() != 0);
            assert!(refused, "{path}");
        }
        let mut more = good.clone();
        let mut files = good.files().clone();
        files.insert("REPORT.html".to_owned(), Vec::new());
        more.set(files);
        assert_eq!(run(&share(&more).expect("shared"), &[1], 1).exit(), 4);
    }
}
