//! V5: the set of files is closed, and every one is as the manifests list it.

use std::collections::BTreeMap;

use super::{Files, Trail};
use crate::base::code::verify as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Place};
use crate::proof::bundle::{Bundle, kind};
use crate::text;

pub fn files(bundle: &Bundle, trail: &mut Trail) {
    let mut failures = Vec::new();
    for path in bundle.paths() {
        if kind(path).is_none() {
            failures.push(unlisted(path));
        }
    }
    let mut listed = BTreeMap::new();
    for (manifest, data) in [
        ("manifest-sha256.txt", true),
        ("tagmanifest-sha256.txt", false),
    ] {
        match read(bundle.files(), manifest, data) {
            Some(lines) => listed.extend(lines),
            None => failures.push(
                Error::new(
                    &code::FILE_ALTERED,
                    text!("not a manifest", "kein Manifest"),
                )
                .at(Place::file(manifest)),
            ),
        }
    }
    for (path, digest) in &listed {
        match bundle.file(path) {
            None => failures.push(
                Error::new(
                    &code::FILE_MISSING,
                    text!("listed, but not there", "verzeichnet, aber nicht da"),
                )
                .at(Place::file(crate::base::error::printable(path))),
            ),
            Some(bytes) if Sha256::of(bytes) != *digest => {
                let (listed, here) = (digest.short(), Sha256::of(bytes).short());
                failures.push(
                    Error::new(
                        &code::FILE_ALTERED,
                        text!(
                            "its bytes are not those that are listed",
                            "ihre Bytes sind nicht die verzeichneten"
                        ),
                    )
                    .at(Place::file(path.clone()))
                    .found(text!(
                        "SHA-256: {listed} is listed, {here} is here",
                        "SHA-256: {listed} ist verzeichnet, {here} liegt vor"
                    )),
                );
            }
            Some(_) => {}
        }
    }
    for path in bundle.paths() {
        let known = listed.contains_key(path) || path == "tagmanifest-sha256.txt";
        if kind(path).is_some() && !known {
            failures.push(unlisted(path));
        }
    }
    trail.step(
        "V5",
        failures,
        text!(
            "digests as listed, nothing missing, nothing unlisted",
            "Prüfsummen wie verzeichnet, nichts fehlt, nichts ist zu viel"
        ),
    );
}

pub fn unlisted(path: &str) -> Error {
    Error::new(
        &code::FILE_UNLISTED,
        text!(
            "nobody signed this file",
            "diese Datei hat niemand unterschrieben"
        ),
    )
    .at(Place::file(crate::base::error::printable(path)))
}

/// `<hex>  <path>` per line; one manifest is for `data/`, the other for all else.
fn read(files: &Files, manifest: &str, data: bool) -> Option<BTreeMap<String, Sha256>> {
    let text = std::str::from_utf8(files.get(manifest)?).ok()?;
    let mut out = BTreeMap::new();
    for line in text.strip_suffix('\n')?.split('\n') {
        let (hex, path) = line.split_once("  ")?;
        if path.starts_with("data/") != data || path == "tagmanifest-sha256.txt" {
            return None;
        }
        if out.insert(path.to_owned(), Sha256::parse(hex)?).is_some() {
            return None;
        }
    }
    Some(out)
}
