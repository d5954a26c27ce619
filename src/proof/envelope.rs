//! DSSE envelopes with pure Ed25519: whose bytes were signed, and the one form in which they are written.
//!
//! Signed is the pre-authentication encoding, never the JSON around it; but no bit of that JSON may change unnoticed
//! either, so an envelope of ours is read only in the form that [`Envelope::write`] gives.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::keys::{self, Fingerprint, Signer};
use crate::base::code::{key, verify};
use crate::base::error::{Error, Result};
use crate::base::json::{self, Flaw};
use crate::text;

pub const PAYLOAD_TYPE: &str = "application/vnd.in-toto+json";
/// Bytes of a pre-authentication encoding: what signers in a cloud take as one raw message.
pub const PAE: usize = 4_096;
/// Bytes of an envelope's file.
pub const FILE: usize = 16 * 1_024;
pub const SIGNATURES: usize = 16;

/// `DSSEv1 SP len(type) SP type SP len(body) SP body`, lengths in bytes as decimal ASCII (DSSE v1, protocol.md).
pub fn pae(payload_type: &str, body: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "DSSEv1 {} {payload_type} {} ",
        payload_type.len(),
        body.len()
    )
    .into_bytes();
    out.extend_from_slice(body);
    out
}

/// A payload with its signatures, one per key, sorted by key id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub payload: Vec<u8>,
    pub payload_type: String,
    pub signatures: Vec<Signature>,
}

/// An entry of an envelope. Its key id says which key to try, never that the entry is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub by: Fingerprint,
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Wire {
    payload: String,
    payload_type: String,
    signatures: Vec<WireSignature>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSignature {
    // its absence is a changed envelope, not an illegible one
    #[serde(default)]
    keyid: String,
    sig: String,
}

impl Envelope {
    /// Signs a payload with every signer. The same signer twice counts once.
    pub fn sign(payload: Vec<u8>, signers: &[&dyn Signer]) -> Result<Self, Error> {
        let message = pae(PAYLOAD_TYPE, &payload);
        if message.len() > PAE {
            let n = message.len();
            return Err(Error::new(
                &key::STATEMENT_TOO_LARGE,
                text!(
                    "{n} bytes would have to be signed",
                    "{n} Byte wären zu unterschreiben"
                ),
            ));
        }
        let mut envelope = Self {
            payload,
            payload_type: PAYLOAD_TYPE.to_owned(),
            signatures: Vec::new(),
        };
        envelope.add(signers)?;
        Ok(envelope)
    }

    /// Adds the signatures of further signers; the payload stays as it is.
    pub fn add(&mut self, signers: &[&dyn Signer]) -> Result<(), Error> {
        let message = self.message();
        for signer in signers {
            self.signatures.push(Signature {
                by: signer.public().fingerprint(),
                bytes: keys::signature(*signer, &message)?.to_vec(),
            });
        }
        // by the text of the key id: base64 sorts otherwise than the bytes
        self.signatures.sort_by_key(|s| s.by.to_string());
        self.signatures.dedup_by_key(|s| s.by);
        Ok(())
    }

    /// The file: compact JSON and one newline.
    pub fn write(&self) -> Vec<u8> {
        json::write_file(&self.wire())
    }

    /// As it stands in a file.
    pub(super) fn wire(&self) -> Wire {
        Wire {
            payload: STANDARD.encode(&self.payload),
            payload_type: self.payload_type.clone(),
            signatures: self
                .signatures
                .iter()
                .map(|s| WireSignature {
                    keyid: s.by.to_string(),
                    sig: STANDARD.encode(&s.bytes),
                })
                .collect(),
        }
    }

    /// Reads a file: `envelope-illegible` if it is no envelope or beyond a limit, `envelope-altered` if it is one, but
    /// not as it would be written.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let illegible = |message| Error::new(&verify::ENVELOPE_ILLEGIBLE, message);
        if bytes.len() > FILE {
            return Err(illegible(text!(
                "larger than {FILE} bytes",
                "größer als {FILE} Byte"
            )));
        }
        let altered = || {
            Error::new(
                &verify::ENVELOPE_ALTERED,
                text!(
                    "the bytes are not the one form that beleg writes",
                    "die Bytes haben nicht die eine Form, die beleg schreibt"
                ),
            )
        };
        let wire: Wire = json::canonical_file(bytes).map_err(|flaw| match flaw {
            Flaw::Illegible(..) => illegible(text!(
                "no strict JSON with the members of an envelope",
                "kein strenges JSON mit den Feldern eines Umschlags"
            )),
            Flaw::Unknown | Flaw::Altered => altered(),
        })?;
        if wire.signatures.len() > SIGNATURES {
            return Err(illegible(text!(
                "more than {SIGNATURES} signatures",
                "mehr als {SIGNATURES} Signaturen"
            )));
        }
        let envelope = Self::decode(&wire).ok_or_else(altered)?;
        if pae(&envelope.payload_type, &envelope.payload).len() > PAE {
            return Err(illegible(text!(
                "more than {PAE} signed bytes",
                "mehr als {PAE} unterschriebene Byte"
            )));
        }
        Ok(envelope)
    }

    fn decode(wire: &Wire) -> Option<Self> {
        let mut signatures = Vec::new();
        for s in &wire.signatures {
            let by = Fingerprint::parse(&s.keyid)?;
            // the other spellings of a fingerprint are not what we write
            if by.to_string() != s.keyid {
                return None;
            }
            signatures.push(Signature {
                by,
                bytes: STANDARD.decode(&s.sig).ok()?,
            });
        }
        let ascending = wire.signatures.windows(2).all(|w| w[0].keyid < w[1].keyid);
        let mut names: Vec<String> = signatures.iter().map(|s| s.by.fp32()).collect();
        names.sort();
        let distinct = names.windows(2).all(|w| w[0] != w[1]);
        (ascending && distinct).then_some(Self {
            payload: STANDARD.decode(&wire.payload).ok()?,
            payload_type: wire.payload_type.clone(),
            signatures,
        })
    }

    /// What the signatures are over.
    pub fn message(&self) -> Vec<u8> {
        pae(&self.payload_type, &self.payload)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::keys::FileSigner;
    use super::*;

    fn signer(n: u8) -> FileSigner {
        FileSigner::from_seed(&[n; 32])
    }

    fn code(bytes: &[u8]) -> Option<&'static str> {
        Envelope::read(bytes).err().map(|e| e.code.name)
    }

    #[test]
    fn the_specification_s_own_vector() {
        assert_eq!(
            pae("http://example.com/HelloWorld", b"hello world"),
            b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
        );
    }

    #[test]
    fn written_envelopes_read_back_whoever_signs_first() {
        let (a, b, c) = (signer(1), signer(2), signer(3));
        let one = Envelope::sign(b"{}".to_vec(), &[&a, &b, &c]).expect("signed");
        let two = Envelope::sign(b"{}".to_vec(), &[&c, &a, &b, &a]).expect("signed");
        assert_eq!(one, two);
        assert_eq!(Envelope::read(&one.write()).expect("read"), one);
        for (s, key) in one.signatures.iter().map(|s| {
            let key = [&a, &b, &c]
                .into_iter()
                .find(|k| k.public().fingerprint() == s.by);
            (s, key.expect("a signer"))
        }) {
            assert!(key.public().verifies(&one.message(), &s.bytes));
        }
    }

    /// Each file: first line `expect: <name>`, then the envelope as it stands.
    #[test]
    fn vectors() {
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/vectors/envelope");
        let mut seen = 0;
        for entry in std::fs::read_dir(&folder).expect("vectors") {
            let path = entry.expect("an entry").path();
            let bytes = std::fs::read(&path).expect("readable");
            let end = bytes.iter().position(|b| *b == b'\n').expect("a header");
            let header = std::str::from_utf8(&bytes[..end]).expect("text");
            let expect = header.strip_prefix("expect: ").expect("a header");
            let got = code(&bytes[end + 1..]).unwrap_or("ok");
            assert_eq!(got, expect, "{}", path.display());
            seen += 1;
        }
        assert!(seen >= 20, "{seen}");
    }

    #[test]
    fn limits_hold_on_both_sides() {
        let key = signer(1);
        // 44 bytes of the encoding stand before the payload
        assert!(Envelope::sign(vec![b'x'; PAE - 44], &[&key]).is_ok());
        let refused = Envelope::sign(vec![b'x'; PAE - 43], &[&key]);
        assert_eq!(refused.expect_err("too large").code.id, "BEL-K008");
        let keys: Vec<FileSigner> = (0..17).map(signer).collect();
        let all: Vec<&dyn Signer> = keys.iter().map(|k| k as &dyn Signer).collect();
        let many = Envelope::sign(b"{}".to_vec(), &all).expect("signed");
        assert_eq!(code(&many.write()), Some("envelope-illegible"));
        let sixteen = Envelope::sign(b"{}".to_vec(), &all[1..]).expect("signed");
        assert_eq!(code(&sixteen.write()), None);
        let huge = [&sixteen.write()[..], &vec![b' '; FILE]].concat();
        assert_eq!(code(&huge), Some("envelope-illegible"));
    }

    #[test]
    fn every_changed_byte_is_refused_or_breaks_the_signature() {
        let key = signer(1);
        let envelope = Envelope::sign(br#"{"a":1}"#.to_vec(), &[&key]).expect("signed");
        let bytes = envelope.write();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                let believed = Envelope::read(&changed).is_ok_and(|e| {
                    e.signatures.iter().any(|s| {
                        s.by == key.public().fingerprint()
                            && key.public().verifies(&e.message(), &s.bytes)
                    })
                });
                assert!(!believed, "byte {at}, bit {bit}");
            }
        }
    }

    proptest! {
        /// Lengths cannot be shifted between type and body: equal encodings have equal parts.
        #[test]
        fn pae_is_injective(a in "[ 0-9a-z]{0,6}", b in "[ 0-9a-z]{0,8}", c in "[ 0-9a-z]{0,6}", d in "[ 0-9a-z]{0,8}") {
            let same = pae(&a, b.as_bytes()) == pae(&c, d.as_bytes());
            prop_assert_eq!(same, a == c && b == d);
        }
    }
}
