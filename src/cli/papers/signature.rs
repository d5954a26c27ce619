//! A signature beside the vendor's declaration: a plain Ed25519 signature over its bytes in a file of the same name with
//! `.sig` behind it, as `openssl pkeyutl -sign -rawin` writes it. What becomes of it crosses into the dossier as a word.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::base::clock::Day;
use crate::base::code::key::PUBLIC_ILLEGIBLE;
use crate::base::error::{Error, Place, Result, printable};
use crate::base::file;
use crate::proof::keys::PublicKey;
use crate::record::dossier::{SIGNATURES, Word};
use crate::text;

/// Bytes of a signature or key file.
const LIMIT: u64 = 16 << 10;

/// What became of the signature of a declaration; none if there is none. `key`: the vendor's public key, with its last
/// day.
///
/// # Errors
/// The dossier names a key that cannot be read: a slip in the user's own file.
pub fn verify(
    declaration: &Path,
    text: &str,
    key: Option<(String, Option<Day>)>,
    as_of: Day,
) -> Result<Option<Word>> {
    let key = key.map(|(path, until)| Ok::<_, Error>((public(&path)?, until)));
    let key = key.transpose()?;
    let Ok(found) = file::read(&beside(declaration), LIMIT) else {
        return Ok(None);
    };
    let word = |name| Word::of(&SIGNATURES, name);
    Ok(Some(match (plain(&found), key) {
        (None, _) => Word::ILLEGIBLE,
        (Some(_), None) => word("unknown-key"),
        (Some(s), Some((key, _))) if !key.verifies(text.as_bytes(), &s) => word("invalid"),
        (Some(_), Some((_, until))) if until.is_some_and(|day| day < as_of) => word("expired-key"),
        (Some(_), Some(_)) => word("verified"),
    }))
}

fn beside(declaration: &Path) -> PathBuf {
    let mut name = declaration.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// 64 bytes as they are, or in base64.
fn plain(file: &[u8]) -> Option<Vec<u8>> {
    if file.len() == 64 {
        return Some(file.to_vec());
    }
    let text = std::str::from_utf8(file).ok()?;
    let letters: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(letters).ok().filter(|s| s.len() == 64)
}

fn public(path: &str) -> Result<PublicKey, Error> {
    let at = |e: Error| e.at(Place::file(printable(path)));
    let bytes = file::read(Path::new(path), LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        at(Error::new(
            &PUBLIC_ILLEGIBLE,
            text!("not UTF-8", "kein UTF-8"),
        ))
    })?;
    PublicKey::parse(&text).map_err(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::keys::{FileSigner, Signer as _};

    #[test]
    fn a_signature_is_known_verified_expired_or_none() {
        let folder = std::env::temp_dir().join(format!("beleg-declaration-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let declaration = folder.join("kontakte.beleg.toml");
        let text = "beleg-declaration = \"1\"\n";
        let (vendor, other) = (
            FileSigner::from_seed(&[1; 32]),
            FileSigner::from_seed(&[2; 32]),
        );
        let path = folder.join("vendor.pub.pem");
        std::fs::write(&path, vendor.public().pem()).expect("a key");
        let path = path.display().to_string();
        let day = |text: &str| Day::parse(text).expect("a day");
        let verdict = |signature: Option<&[u8]>, key: Option<Option<&str>>| {
            match signature {
                Some(bytes) => std::fs::write(beside(&declaration), bytes).expect("a signature"),
                None => drop(std::fs::remove_file(beside(&declaration))),
            }
            let key = key.map(|until| (path.clone(), until.map(day)));
            let word = verify(&declaration, text, key, day("2026-11-23")).expect("a verdict");
            word.map(Word::as_str)
        };
        let good = vendor.sign(text.as_bytes()).expect("signed");
        let foreign = other.sign(text.as_bytes()).expect("signed");
        let letters = format!("{}\n", STANDARD.encode(good));
        assert_eq!(verdict(None, Some(None)), None);
        assert_eq!(verdict(Some(&good), Some(None)), Some("verified"));
        assert_eq!(
            verdict(Some(letters.as_bytes()), Some(None)),
            Some("verified")
        );
        assert_eq!(
            verdict(Some(&good), Some(Some("2026-11-23"))),
            Some("verified")
        );
        assert_eq!(
            verdict(Some(&good), Some(Some("2026-11-22"))),
            Some("expired-key")
        );
        assert_eq!(verdict(Some(&foreign), Some(None)), Some("invalid"));
        assert_eq!(verdict(Some(&good), None), Some("unknown-key"));
        assert_eq!(
            verdict(Some(b"signed: A. Lind"), Some(None)),
            Some("illegible")
        );
        let missing = Some((folder.join("none.pem").display().to_string(), None));
        assert!(verify(&declaration, text, missing, day("2026-11-23")).is_err());
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
