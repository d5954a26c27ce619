//! Ed25519 keys: how they are written, read and named.
//!
//! Files are what openssl writes and every version of it reads: PKCS#8 v1, without the public key inside, encrypted
//! with scrypt at the largest cost that openssl's memory cap admits. A key is named by the fingerprint that
//! `ssh-keygen -lf` prints. Public keys are read from two spellings only, the algorithm first and then the bytes.

mod public;
mod secret;

pub use public::{Fingerprint, PublicKey};
pub use secret::{FileSigner, Passphrase, open};

use crate::base::code::key;
use crate::base::error::{Error, Result};
use crate::text;

/// Whoever can sign: a file today, an agent or a program elsewhere later.
pub trait Signer {
    fn public(&self) -> &PublicKey;

    /// 64 bytes, pure Ed25519 (RFC 8032) over exactly these bytes.
    fn sign(&self, pae: &[u8]) -> Result<[u8; 64], Error>;
}

/// Signs, and believes the signature only after it verified under the signer's own public key.
pub fn signature(signer: &dyn Signer, pae: &[u8]) -> Result<[u8; 64], Error> {
    let signature = signer.sign(pae)?;
    if signer.public().verifies(pae, &signature) {
        return Ok(signature);
    }
    let name = signer.public().fingerprint();
    Err(Error::new(
        &key::SIGNATURE_REFUSED,
        text!(
            "the signature does not verify under {name}",
            "die Signatur ist unter {name} nicht gültig"
        ),
    ))
}
