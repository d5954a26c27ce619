//! Public keys and their fingerprints.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use ed25519_dalek::{Signature, VerifyingKey};

use crate::base::code::key;
use crate::base::digest::Sha256;
use crate::base::error::Error;
use crate::text;

/// `SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING (32 bytes) }` (RFC 8410): Ed25519 and nothing else.
const SPKI: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];
/// `uint32 11 "ssh-ed25519" uint32 32` (RFC 8709).
const SSH: &[u8; 19] = b"\0\0\0\x0bssh-ed25519\0\0\0\x20";
const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";

/// An Ed25519 key of full order in its one encoding: under anything less, several messages could verify.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, Error> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| {
            illegible(text!(
                "the 32 bytes are no point of the curve",
                "die 32 Byte sind kein Punkt der Kurve"
            ))
        })?;
        if key.is_weak() || key.to_edwards().compress().as_bytes() != bytes {
            return Err(illegible(text!(
                "a weak key: signatures under it prove nothing",
                "ein schwacher Schlüssel: Signaturen unter ihm beweisen nichts"
            )));
        }
        Ok(Self(key))
    }

    /// `BEGIN PUBLIC KEY` or one `ssh-ed25519 …` line, white space around it aside.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let bytes = if text.starts_with("ssh-") {
            ssh(text)
        } else {
            spki(text)
        };
        match bytes {
            Some(bytes) => Self::from_bytes(&bytes),
            None if text.contains("PRIVATE KEY") => Err(illegible(text!(
                "this is a private key; keep it to yourself",
                "das ist ein privater Schlüssel; behalten Sie ihn für sich"
            ))),
            None => Err(illegible(text!(
                "neither an Ed25519 `BEGIN PUBLIC KEY` nor an `ssh-ed25519` line",
                "weder ein Ed25519-`BEGIN PUBLIC KEY` noch eine `ssh-ed25519`-Zeile"
            ))),
        }
    }

    pub fn bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// SubjectPublicKeyInfo, as `openssl pkey -pubout` writes it.
    pub fn pem(&self) -> String {
        let der = [&SPKI[..], self.bytes()].concat();
        format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode(der))
    }

    /// `ssh-ed25519 …`, one line without a comment and without a newline.
    pub fn ssh_line(&self) -> String {
        format!("ssh-ed25519 {}", STANDARD.encode(self.ssh_blob()))
    }

    fn ssh_blob(&self) -> Vec<u8> {
        [&SSH[..], self.bytes()].concat()
    }

    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(Sha256::of(&self.ssh_blob()))
    }

    /// Strict verification (no small-order component in key or signature, no malleable scalar); false for a signature
    /// of any other length.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|s| self.0.verify_strict(message, &s).is_ok())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.fingerprint())
    }
}

impl From<VerifyingKey> for PublicKey {
    /// Of a key pair that was just derived: such keys are never weak.
    fn from(key: VerifyingKey) -> Self {
        Self(key)
    }
}

fn illegible(message: crate::base::lang::Text) -> Error {
    Error::new(&key::PUBLIC_ILLEGIBLE, message)
}

fn spki(text: &str) -> Option<[u8; 32]> {
    let body: String = text
        .strip_prefix(BEGIN)?
        .strip_suffix(END)?
        .split_ascii_whitespace()
        .collect();
    let der = STANDARD.decode(body).ok()?;
    der.strip_prefix(&SPKI)?.try_into().ok()
}

fn ssh(line: &str) -> Option<[u8; 32]> {
    let mut words = line.lines();
    let (line, None) = (words.next()?, words.next()) else {
        return None;
    };
    let mut words = line.split_ascii_whitespace();
    let ("ssh-ed25519", blob) = (words.next()?, words.next()?) else {
        return None;
    };
    let blob = STANDARD.decode(blob).ok()?;
    blob.strip_prefix(SSH)?.try_into().ok()
}

/// SHA-256 over the SSH wire form of a key. Written `SHA256:<base64>`, spoken as hex in groups of four.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub Sha256);

impl Fingerprint {
    /// `SHA256:` and 43 characters of base64, or 64 hex digits with or without white space between them.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(base64) = text.strip_prefix("SHA256:") {
            let bytes = STANDARD_NO_PAD.decode(base64).ok()?;
            return Some(Self(Sha256(bytes.try_into().ok()?)));
        }
        let hex: String = text.split_ascii_whitespace().collect();
        Sha256::parse(&hex.to_ascii_lowercase()).map(Self)
    }

    /// The name of the key's files in a bundle: the first 32 hex digits.
    pub fn fp32(&self) -> String {
        self.0.hex()[..32].to_owned()
    }

    /// Hex in groups of four, to read aloud.
    pub fn spoken(&self) -> String {
        let hex = self.0.hex();
        let groups: Vec<&str> = (0..64).step_by(4).map(|i| &hex[i..i + 4]).collect();
        groups.join(" ")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SHA256:{}", STANDARD_NO_PAD.encode(self.0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key of RFC 8032 §7.1, test 1.
    const RFC: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    fn key() -> PublicKey {
        PublicKey::from_bytes(&Sha256::parse(RFC).expect("hex").0).expect("a key")
    }

    #[test]
    fn both_spellings_read_back() {
        let key = key();
        assert_eq!(PublicKey::parse(&key.pem()).expect("pem"), key);
        assert_eq!(
            PublicKey::parse(&key.pem().replace('\n', "\r\n")).expect("crlf"),
            key
        );
        assert_eq!(PublicKey::parse(&key.ssh_line()).expect("ssh"), key);
        let commented = format!("{} officer@office\n", key.ssh_line());
        assert_eq!(PublicKey::parse(&commented).expect("comment"), key);
    }

    #[test]
    fn both_forms_of_a_fingerprint_read_back() {
        let f = key().fingerprint();
        assert_eq!(Fingerprint::parse(&f.to_string()), Some(f));
        assert_eq!(Fingerprint::parse(&f.spoken()), Some(f));
        assert_eq!(Fingerprint::parse(&f.spoken().to_uppercase()), Some(f));
        assert_eq!(f.spoken().len(), 79);
        for bad in [
            &f.to_string()[..20],
            &format!("{f}="),
            &f.fp32(),
            "SHA256:",
            "MD5:00",
            "",
        ] {
            assert_eq!(Fingerprint::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn other_algorithms_and_weak_points_are_refused() {
        let key = key();
        // an RSA-like structure that ends in the very 32 bytes (attack A23)
        let other = [
            &[
                0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6f, 0x03, 0x21, 0x00,
            ],
            &key.bytes()[..],
        ]
        .concat();
        let longer = [&[0u8; 4][..], &SPKI, key.bytes()].concat();
        for der in [other, longer] {
            let pem = format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode(der));
            assert_eq!(
                PublicKey::parse(&pem).expect_err("refused").code.id,
                "BEL-K006"
            );
        }
        // the points of small order, and encodings of a coordinate beyond the field
        for hex in [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ] {
            let bytes = Sha256::parse(hex).expect("hex").0;
            assert!(PublicKey::from_bytes(&bytes).is_err(), "{hex}");
        }
    }

    #[test]
    fn a_signature_has_one_form() {
        let key = key();
        let mut signature: Vec<u8> = Vec::new();
        for half in [
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ] {
            signature.extend(Sha256::parse(half).expect("hex").0);
        }
        assert!(key.verifies(b"", &signature));
        assert!(!key.verifies(b"x", &signature));
        assert!(!key.verifies(b"", &signature[..63]));
        let longer = [&signature[..], &[0]].concat();
        assert!(!key.verifies(b"", &longer));
        // S + L: the same signature in another spelling (RFC 8032 §8.4)
        let order: [u8; 32] =
            Sha256::parse("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
                .expect("hex")
                .0;
        let mut carry = 0u16;
        let mut twin = signature.clone();
        for (s, l) in twin[32..].iter_mut().zip(order) {
            let sum = u16::from(*s) + u16::from(l) + carry;
            *s = sum as u8;
            carry = sum >> 8;
        }
        assert!(!key.verifies(b"", &twin));
        for bit in 0..512 {
            let mut flipped = signature.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(!key.verifies(b"", &flipped), "bit {bit}");
        }
    }
}
