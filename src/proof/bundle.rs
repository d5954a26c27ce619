//! What is handed over: a BagIt 1.0 folder with a closed set of files, or the same files as a ZIP.
//!
//! A [`Bundle`] is bytes that nobody has believed yet. Its evidence is reached only through
//! [`Verified`](super::verify::Verified). Whatever is beside the evidence is made again from it ([`tags`]), so it can
//! say nothing of its own.

mod copy;
mod layout;
mod tags;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub(super) use copy::envelope;
pub use copy::{countersign, share};
pub use layout::{Kind, kind};
pub use tags::tags;

use super::envelope::Envelope;
use super::keys::{PublicKey, Signer};
use super::statement::{RecordStatement, list_files, summary};
use super::zip;
use crate::base::code::verify;
use crate::base::error::{Error, Place, Result};
use crate::base::file::{self, folder};
use crate::base::json;
use crate::base::lang::Text;
use crate::record::census::Census;
use crate::record::dossier::Dossier;
use crate::record::verdict::Verdict;
use crate::text;

pub const AUDIT: &str = "attestation/audit.dsse.json";
pub const SUMMARY: &str = "attestation/vsa.dsse.json";

const LIMITS: folder::Limits = folder::Limits {
    files: 64,
    file: 32 << 20,
    total: 64 << 20,
};
/// Bytes of one time stamp or log proof.
const STAMP: usize = 64 * 1024;
/// Time stamps and log proofs in a bundle.
const STAMPS: usize = 32;

/// The two envelopes of one audit.
#[derive(Clone, Debug)]
pub struct Signed {
    pub record: RecordStatement,
    pub audit: Envelope,
    pub summary: Envelope,
    pub signers: Vec<PublicKey>,
}

/// Signs a record and the summary that follows from it.
pub fn sign(record: RecordStatement, signers: &[&dyn Signer]) -> Result<Signed, Error> {
    let payload = record.write();
    let short = summary(&record, &payload).write();
    Ok(Signed {
        audit: Envelope::sign(payload, signers)?,
        summary: Envelope::sign(short, signers)?,
        signers: signers.iter().map(|s| s.public().clone()).collect(),
        record,
    })
}

/// The files of `data/`: what the record's digests point to.
pub fn evidence(
    census: &Census,
    dossier: &Dossier,
    policy: &str,
    verdict: &Verdict,
) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::from([
        ("data/census.json".to_owned(), json::write_file(census)),
        ("data/dossier.json".to_owned(), json::write_file(dossier)),
        ("data/policy.toml".to_owned(), policy.as_bytes().to_vec()),
        ("data/verdict.json".to_owned(), json::write_file(verdict)),
    ]);
    if census.lists.len() > super::statement::SUBJECTS {
        files.insert(
            "data/list-files.sha256".to_owned(),
            list_files(&census.lists),
        );
    }
    files
}

/// Files by path, and where they came from.
#[derive(Clone)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
    /// The top folder of a ZIP; a folder may be called anything.
    top: Option<String>,
    /// A bare envelope instead of a bundle.
    bare: bool,
}

/// Packs an audit.
pub fn pack(signed: &Signed, evidence: BTreeMap<String, Vec<u8>>) -> Bundle {
    let mut files = evidence;
    files.insert(AUDIT.to_owned(), signed.audit.write());
    files.insert(SUMMARY.to_owned(), signed.summary.write());
    for key in &signed.signers {
        let path = format!("keys/{}.pub.pem", key.fingerprint().fp32());
        files.insert(path, key.pem().into_bytes());
    }
    let tags = tags(&signed.record, &files);
    files.extend(tags);
    Bundle {
        files,
        top: Some(layout::folder_name(&signed.record)),
        bare: false,
    }
}

impl Bundle {
    /// Reads a folder, a ZIP or a bare envelope within the limits. Nothing is believed, nothing is unpacked to disk.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let place = || Place::file(path.display().to_string());
        let meta = fs::metadata(path).map_err(|e| file::read_error(path, &e))?;
        if meta.is_dir() {
            let files = folder::read(path, LIMITS).map_err(|flaw| match flaw {
                folder::Flaw::Unreadable(e) => *e,
                other => hostile(other).at(place()),
            })?;
            return Self::new(files, None).map_err(|e| e.at(place()));
        }
        if !meta.is_file() {
            return Err(hostile(folder::Flaw::NotAFile(String::new())).at(place()));
        }
        // the files, and what a ZIP adds to each
        let bytes = file::read(path, LIMITS.total + (1 << 16)).map_err(|e| {
            if e.code.id == "BEL-O004" {
                hostile(folder::Flaw::TooLarge(String::new())).at(place())
            } else {
                e
            }
        })?;
        Self::from_bytes(bytes).map_err(|e| if e.at.is_some() { e } else { e.at(place()) })
    }

    /// Reads the bytes of a ZIP or of a bare envelope.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, Error> {
        if bytes.starts_with(b"{") {
            return Ok(Self {
                files: BTreeMap::from([(AUDIT.to_owned(), bytes)]),
                top: None,
                bare: true,
            });
        }
        if !bytes.starts_with(b"PK") {
            return Err(not_a_bundle(text!(
                "neither a folder nor a ZIP nor an envelope",
                "weder ein Ordner noch ein ZIP noch ein Umschlag"
            )));
        }
        let entries = zip::read(&bytes).map_err(|flaw| match flaw {
            zip::Flaw::Altered(path) => Error::new(
                &verify::FILE_ALTERED,
                text!(
                    "its checksum in the ZIP is wrong",
                    "ihre Prüfzahl im ZIP stimmt nicht"
                ),
            )
            .at(Place::file(path)),
            zip::Flaw::Hostile(what) => Error::new(
                &verify::CONTAINER_HOSTILE,
                text!("{what}", "kein ZIP, wie beleg es schreibt"),
            )
            .help(text!(
                "unpack it with an ordinary tool and verify the folder",
                "mit einem gewöhnlichen Werkzeug entpacken und den Ordner prüfen"
            )),
        })?;
        let mut top = None;
        let mut files = BTreeMap::new();
        for (path, content) in entries {
            let one = path
                .split_once('/')
                .map(|(t, p)| (t.to_owned(), p.to_owned()));
            let Some((folder, path)) = one else {
                return Err(two_tops());
            };
            if top.get_or_insert_with(|| folder.clone()) != &folder {
                return Err(two_tops());
            }
            files.insert(path, content);
        }
        Self::new(files, top)
    }

    fn new(files: BTreeMap<String, Vec<u8>>, top: Option<String>) -> Result<Self, Error> {
        let stamps: Vec<usize> = files
            .iter()
            .filter(|(path, _)| matches!(kind(path), Some(Kind::Stamp(_))))
            .map(|(_, bytes)| bytes.len())
            .collect();
        let total: u64 = files.values().map(|b| b.len() as u64).sum();
        let flaw = if files.len() > LIMITS.files || stamps.len() > STAMPS {
            Some(folder::Flaw::TooMany)
        } else if total > LIMITS.total
            || files.values().any(|b| b.len() as u64 > LIMITS.file)
            || stamps.iter().any(|n| *n > STAMP)
        {
            Some(folder::Flaw::TooLarge(String::new()))
        } else {
            let unclean = |p: &&String| zip::clean(p.trim_end_matches('/').as_bytes()).is_none();
            files.keys().find(unclean).map(|_| folder::Flaw::Name)
        };
        if let Some(flaw) = flaw {
            return Err(hostile(flaw));
        }
        for path in [
            "bagit.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            AUDIT,
            SUMMARY,
        ] {
            if !files.contains_key(path) {
                return Err(not_a_bundle(text!("`{path}` is missing", "`{path}` fehlt")));
            }
        }
        Ok(Self {
            files,
            top,
            bare: false,
        })
    }

    /// A bare envelope: who signed what, without the evidence behind it.
    pub fn is_bare(&self) -> bool {
        self.bare
    }

    /// Paths, sorted by bytes.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Unbelieved bytes: for the steps of verification only.
    pub(super) fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    pub(super) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// Whether the top folder, if there is one, is called as the record wants it.
    pub(super) fn named_after(&self, record: &RecordStatement) -> bool {
        self.top
            .as_ref()
            .is_none_or(|t| *t == layout::folder_name(record))
    }

    /// The ZIP: `*.beleg.zip`.
    pub fn zip(&self) -> Vec<u8> {
        let top = self.top.as_deref().unwrap_or("bundle");
        let entries = self
            .files
            .iter()
            .map(|(path, bytes)| (format!("{top}/{path}"), bytes.clone()))
            .collect();
        zip::write(&entries)
    }

    /// Replaces the ZIP at `path`, whole or not at all.
    pub fn replace(&self, path: &Path) -> Result<(), Error> {
        let how = file::Write {
            force: true,
            private: false,
        };
        file::write(path, &self.zip(), how)
    }

    /// Writes a ZIP if the path ends in `.zip`, else a folder. Either stands there whole, or not at all.
    pub fn write(&self, path: &Path, force: bool) -> Result<(), Error> {
        if path.extension().is_some_and(|e| e == "zip") {
            let how = file::Write {
                force,
                private: false,
            };
            return file::write(path, &self.zip(), how);
        }
        // only a bundle is replaced: anything else in a folder of that name may be somebody's only copy
        if force && fs::symlink_metadata(path).is_ok_and(|m| m.is_dir()) {
            let replaceable = Self::read(path)
                .is_ok_and(|old| !old.bare && old.paths().all(|p| kind(p).is_some()));
            if !replaceable {
                return Err(file::exists(path));
            }
            fs::remove_dir_all(path).map_err(|e| file::write_error(path, &e))?;
        }
        folder::write(path, &self.files)
    }
}

/// What an attacker can do.
#[cfg(test)]
impl Bundle {
    pub(super) fn set(&mut self, files: BTreeMap<String, Vec<u8>>) {
        self.files = files;
    }

    pub(super) fn rename(&mut self, top: &str) {
        self.top = Some(top.to_owned());
    }
}

fn not_a_bundle(message: Text) -> Error {
    Error::new(&verify::NOT_A_BUNDLE, message)
}

fn two_tops() -> Error {
    Error::new(
        &verify::CONTAINER_HOSTILE,
        text!(
            "the ZIP has not one top folder",
            "das ZIP hat nicht genau einen obersten Ordner"
        ),
    )
}

fn hostile(flaw: folder::Flaw) -> Error {
    let n = LIMITS.files;
    let message = match flaw {
        folder::Flaw::Unreadable(e) => return *e,
        folder::Flaw::NotAFile(path) => {
            let path = crate::base::error::printable(&path);
            text!(
                "a link, device, pipe or socket `{path}`",
                "eine Verknüpfung, ein Gerät oder eine Leitung `{path}`"
            )
        }
        folder::Flaw::TooMany => text!("more than {n} files", "mehr als {n} Dateien"),
        folder::Flaw::TooLarge(_) => text!(
            "a file, or all together, larger than allowed",
            "eine Datei, oder alle zusammen, größer als erlaubt"
        ),
        folder::Flaw::Name => text!(
            "a name outside `[A-Za-z0-9._-]`",
            "ein Name außerhalb von `[A-Za-z0-9._-]`"
        ),
    };
    Error::new(&verify::CONTAINER_HOSTILE, message)
}
