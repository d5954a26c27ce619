//! The forms that other tools read, derived from the envelopes of a bundle. They are views: never in a bundle, never
//! read back.
//!
//! An in-toto bundle is both envelopes, one per line. A Sigstore bundle (v0.3) holds exactly one signature, a key hint
//! in place of a certificate, and no log entry; a time stamp goes into a second file, since a reader that does not know
//! its authority refuses the whole bundle.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::bundle::{AUDIT, Bundle, SUMMARY, envelope};
use super::envelope::{Envelope, Signature};
use crate::base::error::{Error, Result};
use crate::base::json;

const MEDIA_TYPE: &str = "application/vnd.dev.sigstore.bundle.v0.3+json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sigstore<'a, E> {
    media_type: &'static str,
    verification_material: Material<'a>,
    dsse_envelope: E,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Material<'a> {
    public_key: Hint<'a>,
    /// Always there: sigstore-models demands it.
    tlog_entries: [(); 0],
    timestamp_verification_data: Stamps,
}

#[derive(Serialize)]
struct Hint<'a> {
    hint: &'a str,
}

#[derive(Serialize)]
struct Stamps {
    #[serde(rename = "rfc3161Timestamps")]
    stamps: Vec<Stamp>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Stamp {
    signed_timestamp: String,
}

/// `bundle.intoto.jsonl`.
///
/// # Errors
/// An envelope that is not in the one form.
pub fn intoto(bundle: &Bundle) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let lines = [envelope(bundle, AUDIT)?, envelope(bundle, SUMMARY)?].map(|e| e.write());
    Ok(BTreeMap::from([(
        "bundle.intoto.jsonl".to_owned(),
        lines.concat(),
    )]))
}

/// `<audit|vsa>.<fp32>.sigstore.json`, one per signature, and `….tsa.sigstore.json` beside it where it has a time stamp.
///
/// # Errors
/// An envelope that is not in the one form.
pub fn sigstore(bundle: &Bundle) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    for (name, path) in [("audit", AUDIT), ("vsa", SUMMARY)] {
        let whole = envelope(bundle, path)?;
        for signature in &whole.signatures {
            let fp32 = signature.by.fp32();
            let file = |end: &str| format!("{name}.{fp32}.{end}");
            files.insert(file("sigstore.json"), one(&whole, signature, None));
            if let Some(stamp) = bundle.file(&format!("attestation/{name}.{fp32}.tsr")) {
                files.insert(
                    file("tsa.sigstore.json"),
                    one(&whole, signature, Some(stamp)),
                );
            }
        }
    }
    Ok(files)
}

/// A Sigstore bundle of one signature.
fn one(whole: &Envelope, signature: &Signature, stamp: Option<&[u8]>) -> Vec<u8> {
    let hint = signature.by.to_string();
    let single = Envelope {
        signatures: vec![signature.clone()],
        ..whole.clone()
    };
    json::write_file(&Sigstore {
        media_type: MEDIA_TYPE,
        verification_material: Material {
            public_key: Hint { hint: &hint },
            tlog_entries: [],
            timestamp_verification_data: Stamps {
                stamps: stamp
                    .map(|bytes| Stamp {
                        signed_timestamp: STANDARD.encode(bytes),
                    })
                    .into_iter()
                    .collect(),
            },
        },
        dsse_envelope: single.wire(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::proof::golden::{audit, key};
    use crate::proof::keys::Signer as _;

    #[test]
    fn there_is_one_sigstore_bundle_per_signature_and_statement() {
        let bundle = audit().bundle(&[1, 2]);
        let files = sigstore(&bundle).expect("derived");
        assert_eq!(files.len(), 4);
        for n in [1, 2] {
            let print = key(n).public().fingerprint();
            for name in ["audit", "vsa"] {
                let file = &files[&format!("{name}.{}.sigstore.json", print.fp32())];
                let v: Value = serde_json::from_slice(file).expect("JSON");
                let signatures = v["dsseEnvelope"]["signatures"].as_array().expect("a list");
                assert_eq!(signatures.len(), 1);
                assert_eq!(signatures[0]["keyid"], print.to_string());
                let material = &v["verificationMaterial"];
                assert_eq!(material["publicKey"]["hint"], print.to_string());
                assert_eq!(material["tlogEntries"], serde_json::json!([]));
                assert!(file.starts_with(b"{\"mediaType\":\"application/vnd.dev.sigstore.bundle"));
            }
        }
    }

    #[test]
    fn a_time_stamp_stands_in_a_file_of_its_own() {
        let mut bundle = audit().bundle(&[1]);
        let fp32 = key(1).public().fingerprint().fp32();
        let mut files = bundle.files().clone();
        files.insert(format!("attestation/audit.{fp32}.tsr"), b"stamp".to_vec());
        bundle.set(files);
        let files = sigstore(&bundle).expect("derived");
        assert_eq!(files.len(), 3);
        let stamped = &files[&format!("audit.{fp32}.tsa.sigstore.json")];
        let v: Value = serde_json::from_slice(stamped).expect("JSON");
        let stamps = &v["verificationMaterial"]["timestampVerificationData"]["rfc3161Timestamps"];
        assert_eq!(stamps[0]["signedTimestamp"], "c3RhbXA=");
    }

    #[test]
    fn an_in_toto_bundle_is_both_envelopes_as_they_are() {
        let bundle = audit().bundle(&[1]);
        let files = intoto(&bundle).expect("derived");
        let both: Vec<u8> = [AUDIT, SUMMARY]
            .iter()
            .flat_map(|p| bundle.file(p).expect("there").to_vec())
            .collect();
        assert_eq!(files["bundle.intoto.jsonl"], both);
    }
}
