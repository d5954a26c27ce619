//! V16 and V18: what is packed beside the record follows from it.

use super::signature::{missed, signed};
use super::{Claim, Trail};
use crate::base::code::verify as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Place};
use crate::proof::bundle::{Bundle, Kind, SUMMARY, kind, tags};
use crate::proof::envelope::Envelope;
use crate::proof::keys::PublicKey;
use crate::proof::statement::{SummaryStatement, summary as summary_of};
use crate::proof::trust::Trust;
use crate::text;

/// Withheld together in a shared bundle; their digests stay signed.
pub const WITHHELD: [&str; 2] = ["data/census.json", "data/dossier.json"];

/// V16: the summary is the one that follows from the record, signed by keys that counted for the record.
pub fn summary(bundle: &Bundle, trust: &Trust, claim: &Claim, trail: &mut Trail) -> bool {
    let at = |e: Error| e.at(Place::file(SUMMARY));
    let signed = match signed(bundle, SUMMARY, trust) {
        Ok(s) => s,
        Err(failures) => {
            for (_, e) in failures {
                trail.fail("V16", e);
            }
            return false;
        }
    };
    let mut failures = Vec::new();
    match SummaryStatement::read(&signed.envelope.payload) {
        Err(e) => failures.push(at(e)),
        Ok(said) => {
            let follows = summary_of(&claim.record, &claim.payload);
            if said.write() != follows.write() {
                failures.push(at(Error::new(
                    &code::SUMMARY_CONTRADICTS,
                    text!(
                        "it says something else than what follows from the record",
                        "sie sagt etwas anderes, als aus dem Beleg folgt"
                    ),
                )));
            }
        }
    }
    let counted: Vec<usize> = signed
        .by
        .iter()
        .copied()
        .filter(|i| claim.signers.contains(&trust.keys[*i].who.fingerprint()))
        .collect();
    let asked: Vec<(usize, usize)> = if claim.pinned {
        claim
            .roles
            .iter()
            .map(|r| {
                let n = counted.iter().filter(|i| r.keys.contains(i)).count();
                (n, r.threshold)
            })
            .collect()
    } else {
        vec![(counted.len(), 1)]
    };
    for (n, threshold) in asked {
        if n < threshold {
            failures.push(at(missed(n, threshold)));
        }
    }
    trail.step(
        "V16",
        failures,
        text!("follows from the record", "folgt aus dem Beleg"),
    )
}

/// V18: evidence is what the record names, both ways; everything else is made again and has the same bytes.
pub fn evidence(bundle: &Bundle, claim: &Claim, audit: &Envelope, trail: &mut Trail) -> bool {
    let r = &claim.record.predicate;
    let mut failures = Vec::new();
    let error = |code, path: &str, message| {
        Error::new(code, message).at(Place::file(crate::base::error::printable(path)))
    };
    let shared = WITHHELD.iter().all(|p| bundle.file(p).is_none());
    let mut present = 0;
    for named in &r.evidence {
        match bundle.file(&named.name) {
            None if shared && WITHHELD.contains(&named.name.as_str()) => {}
            None => failures.push(error(
                &code::EVIDENCE_DIFFERS,
                &named.name,
                text!("signed, but not there", "unterschrieben, aber nicht da"),
            )),
            Some(bytes) if Sha256::of(bytes) != named.digest.sha256 => failures.push(error(
                &code::EVIDENCE_DIFFERS,
                &named.name,
                text!(
                    "its bytes are not those that were signed",
                    "ihre Bytes sind nicht die unterschriebenen"
                ),
            )),
            Some(_) => present += 1,
        }
    }
    for path in bundle.paths().filter(|p| p.starts_with("data/")) {
        if !r.evidence.iter().any(|e| e.name == path) {
            failures.push(error(
                &code::EVIDENCE_UNSIGNED,
                path,
                text!(
                    "the signed statement does not name it",
                    "die unterschriebene Aussage nennt sie nicht"
                ),
            ));
        }
    }
    for (name, digest) in [
        ("data/census.json", r.census.digest.sha256),
        ("data/policy.toml", r.policy.digest.sha256),
    ] {
        let same =
            |e: &crate::proof::statement::Evidence| e.name == name && e.digest.sha256 == digest;
        if !r.evidence.iter().any(same) {
            failures.push(error(
                &code::EVIDENCE_DIFFERS,
                name,
                text!(
                    "the statement gives it two digests",
                    "die Aussage gibt ihr zwei Prüfsummen"
                ),
            ));
        }
    }
    let differs = |path: &str| {
        error(
            &code::TAG_FILE_DIFFERS,
            path,
            text!(
                "not what follows from the record and the other files",
                "nicht das, was aus dem Beleg und den anderen Dateien folgt"
            ),
        )
    };
    for (path, bytes) in tags(&claim.record, bundle.files()) {
        if bundle.file(&path) != Some(bytes.as_slice()) {
            failures.push(differs(&path));
        }
    }
    for path in bundle.paths() {
        if let Some(Kind::Key(fp32)) = kind(path)
            && !is_key(bundle, path, &fp32, audit)
        {
            failures.push(differs(path));
        }
    }
    for s in &audit.signatures {
        let path = format!("keys/{}.pub.pem", s.by.fp32());
        if bundle.file(&path).is_none() {
            failures.push(differs(&path));
        }
    }
    if !bundle.named_after(&claim.record) {
        failures.push(Error::new(
            &code::TAG_FILE_DIFFERS,
            text!(
                "the top folder of the ZIP is not named after the record",
                "der oberste Ordner des ZIP ist nicht nach dem Beleg benannt"
            ),
        ));
    }
    let detail = if shared {
        text!(
            "{present} files have their signed digests, census and dossier withheld",
            "{present} Dateien haben ihre unterschriebenen Prüfsummen, ohne Zählung und Dossier"
        )
    } else {
        text!(
            "{present} files have their signed digests",
            "{present} Dateien haben ihre unterschriebenen Prüfsummen"
        )
    };
    trail.step("V18", failures, detail)
}

/// A key file holds the key of a signer named, in the one spelling.
fn is_key(bundle: &Bundle, path: &str, fp32: &str, audit: &Envelope) -> bool {
    let text = bundle.file(path).map(String::from_utf8_lossy);
    let Some(key) = text.as_deref().and_then(|t| PublicKey::parse(t).ok()) else {
        return false;
    };
    let print = key.fingerprint();
    print.fp32() == fp32
        && audit.signatures.iter().any(|s| s.by == print)
        && text.is_some_and(|t| t == key.pem())
}
