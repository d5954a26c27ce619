//! Whose signature counts: for what, from when to when, and how many of them. It always comes from outside the bundle.
//!
//! [`Trust`] is either a file with keys and roles, or bare keys and fingerprints, each of which may sign anything; then
//! the output says what was not pinned.

mod grammar;
mod role;

use std::fs;
use std::path::{Path, PathBuf};

pub use role::{Demand, Role};

use super::bundle::{AUDIT, Bundle};
use super::envelope::Envelope;
use super::keys::{Fingerprint, PublicKey};
use crate::base::clock::Time;
use crate::base::code::verify;
use crate::base::error::{Error, Place, Result};
use crate::base::file;
use crate::base::lang::Text;
use crate::text;

/// Bytes of a trust file.
const LIMIT: u64 = 1 << 20;
/// Bytes of a public key file.
const KEY: u64 = 16 * 1024;

/// Why a signature may be believed.
#[derive(Clone, Debug)]
pub struct Trust {
    /// The trust file, or how many keys were given: for the first line of output.
    pub origin: Text,
    pub keys: Vec<Trusted>,
    /// None: keys were given directly; each may sign, for any verifier, list and policy, and one is enough.
    pub roles: Option<Vec<Role>>,
}

/// A key that may sign.
#[derive(Clone, Debug)]
pub struct Trusted {
    /// Its name in the trust file.
    pub name: String,
    pub who: Who,
    pub valid: Option<Validity>,
}

/// The key itself, or what commits to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Key(PublicKey),
    Fingerprint(Fingerprint),
}

impl Who {
    pub fn fingerprint(&self) -> Fingerprint {
        match self {
            Self::Key(k) => k.fingerprint(),
            Self::Fingerprint(f) => *f,
        }
    }
}

/// `not_before ≤ T < not_after`, unless revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    pub not_before: Time,
    pub not_after: Time,
    pub revoked: Option<(Time, Reason)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not in foreign hands: a claimed time before the revocation counts.
    Superseded,
    /// A claimed time proves nothing; only a trusted one before it would.
    Compromised,
}

/// How a key stands at a time that is only claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Valid,
    NotYetValid,
    Expired,
    Revoked,
}

impl Validity {
    /// Without a trusted time stamp a key must be valid at the claimed time and now (attestation §7).
    pub fn at(&self, claimed: Time, now: Time) -> Standing {
        match self.revoked {
            Some((_, Reason::Compromised)) => return Standing::Revoked,
            Some((at, Reason::Superseded)) if claimed >= at => return Standing::Revoked,
            _ => {}
        }
        if claimed < self.not_before || now < self.not_before {
            Standing::NotYetValid
        } else if claimed >= self.not_after || now >= self.not_after {
            Standing::Expired
        } else {
            Standing::Valid
        }
    }
}

impl Trust {
    /// One trust file, or any number of public keys and fingerprints. None may come with the bundle. `from`: where they
    /// were given, a flag or a variable, for the first line of output.
    ///
    /// # Errors
    /// `trust-missing`, `trust-illegible`, exit 2.
    pub fn given(arguments: &[String], from: &str, bundle: &Path) -> Result<Self> {
        if arguments.is_empty() {
            return Err(Error::new(
                &verify::TRUST_MISSING,
                text!(
                    "whose signature counts must be said from outside the bundle",
                    "wessen Signatur zählt, muss von außerhalb des Bündels gesagt werden"
                ),
            )
            .help(text!(
                "`--trust trust.toml`, `--trust signer.pub.pem` or `--trust SHA256:…`, got from the issuer through another channel",
                "`--trust trust.toml`, `--trust signer.pub.pem` oder `--trust SHA256:…`, vom Aussteller auf anderem Weg erhalten"
            ))
            .into());
        }
        let mut keys: Vec<Trusted> = Vec::new();
        let mut names = Vec::new();
        for argument in arguments {
            let who = match Fingerprint::parse(argument) {
                Some(f) => Who::Fingerprint(f),
                None => {
                    let path = Path::new(argument);
                    let bytes = file::read(path, LIMIT)?;
                    let text = String::from_utf8(bytes).map_err(|_| {
                        illegible(text!("not UTF-8", "kein UTF-8")).at(Place::file(argument))
                    })?;
                    let key = text.trim_start().starts_with("-----") || text.starts_with("ssh-");
                    outside(path, bundle, !key)?;
                    if !key {
                        if arguments.len() > 1 {
                            return Err(illegible(text!(
                                "a trust file stands alone, without keys, fingerprints or another file",
                                "eine Vertrauensdatei steht allein, ohne Schlüssel, Fingerabdrücke oder weitere Datei"
                            ))
                            .at(Place::file(argument))
                            .into());
                        }
                        let read = |relative: &str| {
                            let path = path.parent().unwrap_or(Path::new("")).join(relative);
                            outside(&path, bundle, false)?;
                            file::read(&path, KEY)
                        };
                        let mut trust = Self::parse(argument, &text, &read)?;
                        let shown = crate::base::error::printable(argument);
                        trust.origin = text!("{shown} ({from})", "{shown} ({from})");
                        return Ok(trust);
                    }
                    Who::Key(PublicKey::parse(&text).map_err(|e| {
                        let message = e.message;
                        illegible(message).at(Place::file(argument))
                    })?)
                }
            };
            let fingerprint = who.fingerprint();
            if keys.iter().any(|k| k.who.fingerprint() == fingerprint) {
                return Err(illegible(text!(
                    "the same key twice: {fingerprint}",
                    "derselbe Schlüssel zweimal: {fingerprint}"
                ))
                .into());
            }
            names.push(crate::base::error::printable(argument));
            keys.push(Trusted {
                name: fingerprint.to_string(),
                who,
                valid: None,
            });
        }
        let all = names.join(", ");
        Ok(Self {
            origin: text!("{all} ({from})", "{all} ({from})"),
            keys,
            roles: None,
        })
    }

    /// Reads a trust file. `key`: the content of a key file that it names, relative to it.
    pub fn parse(
        name: &str,
        text: &str,
        key: &dyn Fn(&str) -> Result<Vec<u8>, Error>,
    ) -> Result<Self> {
        let (keys, roles) = grammar::parse(name, text, key)?;
        let shown = crate::base::error::printable(name);
        Ok(Self {
            origin: text!("{shown}", "{shown}"),
            keys,
            roles: Some(roles),
        })
    }

    /// The keys that a bundle brings along. Under it a bundle is consistent with itself at best: whoever made it may have
    /// written anything into it, so whatever is shown under this trust says so.
    pub fn enclosed(bundle: &Bundle) -> Self {
        let envelope = bundle.file(AUDIT).and_then(|b| Envelope::read(b).ok());
        let signatures = envelope.into_iter().flat_map(|e| e.signatures);
        Self {
            origin: text!(
                "none: the bundle's own keys",
                "keines: die Schlüssel des Bündels selbst"
            ),
            keys: signatures
                .map(|s| Trusted {
                    name: s.by.to_string(),
                    who: Who::Fingerprint(s.by),
                    valid: None,
                })
                .collect(),
            roles: None,
        }
    }

    pub fn find(&self, fingerprint: Fingerprint) -> Option<&Trusted> {
        self.keys
            .iter()
            .find(|k| k.who.fingerprint() == fingerprint)
    }
}

/// A delivery must not bring its own trust: nothing inside the bundle counts, and no trust file in the folder in which
/// the bundle lies.
fn outside(path: &Path, bundle: &Path, beside_too: bool) -> Result<(), Error> {
    let real = |p: &Path| fs::canonicalize(p).unwrap_or_else(|_| p.to_owned());
    let (path_real, bundle_real): (PathBuf, PathBuf) = (real(path), real(bundle));
    // both as named and as resolved: a link must not lead trust out of the bundle either
    let parent = path.parent().map(|p| {
        if p.as_os_str().is_empty() {
            Path::new(".")
        } else {
            p
        }
    });
    let named = parent
        .map(real)
        .unwrap_or_default()
        .join(path.file_name().unwrap_or_default());
    for place in [&path_real, &named] {
        let inside = place.starts_with(&bundle_real);
        let beside = beside_too && place.parent() == bundle_real.parent();
        if inside || beside {
            return Err(illegible(if inside {
                text!("it lies inside the bundle", "sie liegt im Bündel")
            } else {
                text!(
                    "it lies in the folder of the bundle, as if it had come with it",
                    "sie liegt im Ordner des Bündels, als wäre sie mit ihm gekommen"
                )
            })
            .at(Place::file(path.display().to_string()))
            .help(text!(
                "keep trust in a folder of its own",
                "Vertrauen in einem eigenen Ordner aufbewahren"
            )));
        }
    }
    Ok(())
}

fn illegible(message: Text) -> Error {
    Error::new(&verify::TRUST_ILLEGIBLE, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Errors;

    /// Every cell of the table of §7, at T−1, T and T+1 of each border.
    #[test]
    fn keys_stand_by_the_claimed_time_and_now() {
        let plain = Validity {
            not_before: Time(100),
            not_after: Time(200),
            revoked: None,
        };
        let revoked = |at, reason| Validity {
            revoked: Some((Time(at), reason)),
            ..plain
        };
        use Standing::{Expired, NotYetValid, Revoked, Valid};
        for (claimed, now, expect) in [
            (99, 150, NotYetValid),
            (100, 150, Valid),
            (101, 150, Valid),
            (99, 99, NotYetValid),
            (100, 100, Valid),
            (199, 199, Valid),
            (150, 199, Valid),
            (150, 200, Expired),
            (150, 201, Expired),
            (200, 200, Expired),
            (201, 150, Expired),
        ] {
            assert_eq!(
                plain.at(Time(claimed), Time(now)),
                expect,
                "{claimed} {now}"
            );
        }
        for (claimed, expect) in [(149, Valid), (150, Revoked), (151, Revoked)] {
            let key = revoked(150, Reason::Superseded);
            assert_eq!(key.at(Time(claimed), Time(180)), expect, "{claimed}");
            let key = revoked(150, Reason::Compromised);
            assert_eq!(key.at(Time(claimed), Time(180)), Revoked, "{claimed}");
        }
    }

    /// Files of `testdata/vectors/trust`: first line `# expect: ok`, or the line of the error, or `# expect: illegible`.
    #[test]
    fn vectors() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/vectors/trust");
        let (mut seen, mut wrong) = (0, Vec::new());
        for entry in fs::read_dir(&folder).expect("vectors") {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("text");
            let header = text.lines().next().unwrap_or_default();
            let expect = header.strip_prefix("# expect: ").expect("a header");
            let none = |_: &str| Err(illegible(text!("no file", "keine Datei")));
            let got = match Trust::parse("trust.toml", &text, &none) {
                Ok(_) => "ok".to_owned(),
                Err(Errors(all)) => {
                    assert!(all.iter().all(|e| e.code.name == "trust-illegible"));
                    let lines: Vec<String> = all
                        .iter()
                        .filter_map(|e| e.at.as_ref()?.line)
                        .map(|n| n.to_string())
                        .collect();
                    format!("line {}", lines.join(", "))
                }
            };
            if got != expect {
                wrong.push(format!("{}: {got}", path.display()));
            }
            seen += 1;
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(seen >= 30, "{seen}");
    }

    #[test]
    fn nothing_that_comes_with_the_bundle_is_believed() {
        let dir = std::env::temp_dir().join(format!("beleg-trust-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        let bundle = dir.join("in/bag");
        fs::create_dir_all(bundle.join("keys")).expect("folders");
        fs::create_dir_all(dir.join("trust")).expect("folders");
        let key = super::super::keys::FileSigner::from_seed(&[1; 32]);
        let key = super::super::keys::Signer::public(&key).clone();
        let toml = format!(
            "version = 1\n[[key]]\nname = \"a\"\npublic = \"{}\"\nnot_before = 2026-01-01T00:00:00Z\nnot_after = 2028-01-01T00:00:00Z\n",
            key.ssh_line()
        );
        for folder in ["in/bag", "in", "trust"] {
            fs::write(dir.join(folder).join("trust.toml"), &toml).expect("written");
            fs::write(dir.join(folder).join("a.pub.pem"), key.pem()).expect("written");
        }
        std::os::unix::fs::symlink(bundle.join("trust.toml"), dir.join("trust/link.toml"))
            .expect("link");
        for (argument, good) in [
            ("in/bag/trust.toml", false),
            ("in/trust.toml", false),
            ("trust/trust.toml", true),
            ("trust/../in/bag/trust.toml", false),
            ("trust/link.toml", false),
            ("in/bag/a.pub.pem", false),
            ("in/a.pub.pem", true),
            ("trust/a.pub.pem", true),
        ] {
            let path = dir.join(argument).display().to_string();
            let got = Trust::given(std::slice::from_ref(&path), "--trust", &bundle);
            assert_eq!(got.is_ok(), good, "{argument}: {got:?}");
        }
        let pem = dir.join("trust/a.pub.pem").display().to_string();
        let toml = dir.join("trust/trust.toml").display().to_string();
        let print = key.fingerprint().to_string();
        let given = |list: &[&String]| {
            let list: Vec<String> = list.iter().map(|s| (*s).clone()).collect();
            Trust::given(&list, "--trust", &bundle).map_err(|e| e.0[0].code.name)
        };
        assert_eq!(given(&[]).err(), Some("trust-missing"));
        assert_eq!(given(&[&pem, &print]).err(), Some("trust-illegible"));
        assert_eq!(given(&[&pem, &toml]).err(), Some("trust-illegible"));
        assert_eq!(given(&[&toml, &toml]).err(), Some("trust-illegible"));
        assert!(given(&[&key.fingerprint().spoken()]).is_ok());
        fs::remove_dir_all(&dir).expect("clean");
    }
}
