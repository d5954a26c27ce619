//! Private keys: made, written, and opened from where an address says.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use ed25519_dalek::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, KeypairBytes};
use ed25519_dalek::{Signer as _, SigningKey};
use pkcs8::LineEnding;
use zeroize::Zeroizing;

use super::{PublicKey, Signer};
use crate::base::code::key;
use crate::base::error::{Error, Place};
use crate::base::file;
use crate::base::lang::Text;
use crate::text;

/// Bytes of a key file that are read.
const LIMIT: u64 = 16 * 1024;

/// Where a passphrase comes from, asked only if a key is encrypted. `what` is the key's address.
pub type Passphrase<'a> = &'a dyn Fn(&str) -> Result<Zeroizing<String>, Error>;

/// A key in this process's memory, from a file or a variable. Wiped when dropped; it has no Debug.
pub struct FileSigner {
    secret: SigningKey,
    public: PublicKey,
}

impl FileSigner {
    /// A new key from the system's randomness.
    pub fn generate() -> Result<Self, Error> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *seed).map_err(|_| {
            Error::new(
                &key::NO_RANDOMNESS,
                text!("no random bytes", "keine Zufallsbytes"),
            )
        })?;
        Ok(Self::from_seed(&seed))
    }

    /// The key of 32 secret bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let secret = SigningKey::from_bytes(seed);
        let public = secret.verifying_key().into();
        Self { secret, public }
    }

    /// Reads a PEM text; `address` names it in messages and to whoever gives the passphrase.
    pub fn from_pem(pem: &str, address: &str, passphrase: Passphrase<'_>) -> Result<Self, Error> {
        let illegible = |message: Text| {
            Error::new(&key::KEY_ILLEGIBLE, message).at(Place::file(shown(address)))
        };
        let pair = if pem.contains("BEGIN ENCRYPTED PRIVATE KEY") {
            let words = passphrase(address)?;
            KeypairBytes::from_pkcs8_encrypted_pem(pem, words.as_bytes()).map_err(|e| match e {
                pkcs8::Error::Asn1(_) => illegible(text!("damaged PKCS#8", "beschädigtes PKCS#8")),
                _ => Error::new(
                    &key::PASSPHRASE_WRONG,
                    text!(
                        "this passphrase does not open the key",
                        "diese Passphrase öffnet den Schlüssel nicht"
                    ),
                )
                .at(Place::file(shown(address))),
            })?
        } else {
            KeypairBytes::from_pkcs8_pem(pem).map_err(|_| {
                illegible(text!(
                    "no PKCS#8 PEM with an Ed25519 key",
                    "kein PKCS#8-PEM mit einem Ed25519-Schlüssel"
                ))
            })?
        };
        let signer = Self::from_seed(&pair.secret_key);
        // PKCS#8 v2 carries the public key too: one that does not belong to the secret key would sign for another
        if let Some(public) = &pair.public_key
            && public.as_ref() != signer.public.bytes()
        {
            return Err(illegible(text!(
                "the public key inside belongs to another private key",
                "der öffentliche Schlüssel darin gehört zu einem anderen privaten"
            )));
        }
        Ok(signer)
    }

    /// PKCS#8 v1 PEM, byte for byte as `openssl genpkey` writes it; with a passphrase: scrypt N=16384 r=8 p=1, AES-256.
    pub fn pem(&self, passphrase: Option<&str>) -> Result<Zeroizing<String>, Error> {
        let pair = KeypairBytes {
            secret_key: self.secret.to_bytes(),
            public_key: None,
        };
        match passphrase {
            Some(words) => pair.to_pkcs8_encrypted_pem(words.as_bytes(), LineEnding::LF),
            None => pair.to_pkcs8_pem(LineEnding::LF),
        }
        .map_err(|_| {
            Error::new(
                &key::KEY_ILLEGIBLE,
                text!(
                    "the key could not be written as PKCS#8",
                    "der Schlüssel ließ sich nicht als PKCS#8 schreiben"
                ),
            )
        })
    }
}

impl Signer for FileSigner {
    fn public(&self) -> &PublicKey {
        &self.public
    }

    fn sign(&self, pae: &[u8]) -> Result<[u8; 64], Error> {
        Ok(self.secret.sign(pae).to_bytes())
    }
}

/// Opens the signer at `file:PATH` or `env:NAME`; a plain path counts as `file:`.
pub fn open(address: &str, passphrase: Passphrase<'_>) -> Result<FileSigner, Error> {
    let unknown = |message: Text| {
        Error::new(&key::ADDRESS_UNKNOWN, message).help(text!(
            "`file:PATH` or `env:NAME`",
            "`file:PFAD` oder `env:NAME`"
        ))
    };
    let pem = match address.split_once(':') {
        Some(("file", path)) => private_file(Path::new(path))?,
        Some(("env", name)) => match std::env::var(name) {
            Ok(text) => Zeroizing::new(text),
            Err(_) => {
                let name = shown(name);
                return Err(unknown(text!(
                    "there is no variable `{name}`",
                    "es gibt keine Variable `{name}`"
                )));
            }
        },
        Some((scheme @ ("ssh-agent" | "exec"), _)) => {
            return Err(unknown(text!(
                "`{scheme}:` is not supported by this version",
                "`{scheme}:` kennt diese Version nicht"
            )));
        }
        _ => private_file(Path::new(address))?,
    };
    FileSigner::from_pem(&pem, address, passphrase)
}

/// Reads a private key file: opened once and not through a link, a regular file, nobody else's to read.
fn private_file(path: &Path) -> Result<Zeroizing<String>, Error> {
    let place = || Place::file(path.display().to_string());
    let linked = || {
        Error::new(
            &key::KEY_BEHIND_LINK,
            text!(
                "a link, folder or device, not a file",
                "eine Verknüpfung, ein Ordner oder Gerät, keine Datei"
            ),
        )
        .at(place())
    };
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    let opened = fs::OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits() as i32)
        .open(path);
    let fail = |e: &std::io::Error| file::read_error(path, e);
    let handle = opened.map_err(|e| {
        if fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink()) {
            linked()
        } else {
            fail(&e)
        }
    })?;
    let meta = handle.metadata().map_err(|e| fail(&e))?;
    if !meta.is_file() {
        return Err(linked());
    }
    let mode = meta.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(Error::new(
            &key::KEY_EXPOSED,
            text!(
                "its mode is {mode:03o}: others may read it",
                "ihr Modus ist {mode:03o}: andere dürfen sie lesen"
            ),
        )
        .at(place())
        .help(text!("chmod 600 FILE", "chmod 600 DATEI")));
    }
    let mut text = Zeroizing::new(String::with_capacity(LIMIT as usize));
    handle
        .take(LIMIT)
        .read_to_string(&mut text)
        .map_err(|e| fail(&e))?;
    Ok(text)
}

/// An address as it may be printed.
fn shown(address: &str) -> String {
    crate::base::error::printable(address)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn never(_: &str) -> Result<Zeroizing<String>, Error> {
        panic!("no passphrase may be asked for")
    }

    fn seed() -> FileSigner {
        FileSigner::from_seed(&[7; 32])
    }

    #[test]
    fn plain_and_encrypted_keys_read_back() {
        let key = seed();
        let plain = key.pem(None).expect("plain");
        // version 1 without a public key: 48 bytes of DER, one line of base64
        assert_eq!(plain.lines().count(), 3);
        assert_eq!(plain.lines().nth(1).map(str::len), Some(64));
        let back = FileSigner::from_pem(&plain, "x", &never).expect("read");
        assert_eq!(back.public(), key.public());

        let locked = key.pem(Some("größer als sechs")).expect("locked");
        assert!(locked.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        let right = |_: &str| Ok(Zeroizing::new("größer als sechs".to_owned()));
        let back = FileSigner::from_pem(&locked, "x", &right).expect("read");
        assert_eq!(back.public(), key.public());
        let wrong = |_: &str| Ok(Zeroizing::new("groesser".to_owned()));
        let error = FileSigner::from_pem(&locked, "x", &wrong).err();
        assert_eq!(error.map(|e| e.code.id), Some("BEL-K004"));
    }

    #[test]
    fn two_new_keys_differ() {
        let (a, b) = (FileSigner::generate(), FileSigner::generate());
        let (a, b) = (a.expect("a key"), b.expect("a key"));
        assert_ne!(a.public(), b.public());
    }

    #[test]
    fn exposed_linked_and_foreign_files_are_refused() {
        let dir = std::env::temp_dir().join(format!("beleg-keys-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("folder");
        let path = dir.join("k.pem");
        let pem = seed().pem(None).expect("pem");
        let private = file::Write {
            force: true,
            private: true,
        };
        file::write(&path, pem.as_bytes(), private).expect("written");
        let mode = fs::metadata(&path).expect("meta").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        let code = |address: &str| open(address, &never).err().map(|e| e.code.id);
        let address = format!("file:{}", path.display());
        assert_eq!(code(&address), None);
        assert_eq!(code(&path.display().to_string()), None);

        for mode in [0o640, 0o604, 0o620, 0o611] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("chmod");
            assert_eq!(code(&address), Some("BEL-K002"), "{mode:o}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).expect("chmod");
        assert_eq!(code(&address), None);

        let link = dir.join("link.pem");
        std::os::unix::fs::symlink(&path, &link).expect("link");
        assert_eq!(code(&format!("file:{}", link.display())), Some("BEL-K003"));
        assert_eq!(code(&format!("file:{}", dir.display())), Some("BEL-K003"));
        assert_eq!(code("file:nowhere/k.pem"), Some("BEL-O003"));
        assert_eq!(code("env:BELEG_TEST_NO_SUCH_VARIABLE"), Some("BEL-K007"));
        assert_eq!(code("exec:sh"), Some("BEL-K007"));
        file::write(
            &path,
            b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            private,
        )
        .expect("written");
        assert_eq!(code(&address), Some("BEL-K001"));
        fs::remove_dir_all(&dir).expect("clean");
    }
}
