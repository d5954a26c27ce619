//! The files beside the evidence, made from the record and the other files, so that they can say nothing else.

use std::collections::BTreeMap;

use super::layout::{Kind, kind};
use crate::base::digest::Sha256;
use crate::proof::statement::RecordStatement;

/// Constant, the same in every bundle. Released texts are never changed: a new one is a new file beside this.
const VERIFY: &str = include_str!("../VERIFY.md");
const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// `bagit.txt`, `bag-info.txt`, both manifests and `VERIFY.md`, as they must stand beside `files` (RFC 8493 §2).
pub fn tags(
    record: &RecordStatement,
    files: &BTreeMap<String, Vec<u8>>,
) -> BTreeMap<String, Vec<u8>> {
    let r = &record.predicate;
    let data = || files.iter().filter(|(p, _)| p.starts_with("data/"));
    let bytes: usize = data().map(|(_, b)| b.len()).sum();
    let count = data().count();
    let info = format!(
        "Bagging-Date: {}\nExternal-Identifier: {}\nPayload-Oxum: {bytes}.{count}\nBag-Software-Agent: beleg {}\n",
        r.time_verified.day(),
        r.resource_uri,
        r.verifier.version.beleg,
    );
    let mut tags = BTreeMap::from([
        ("VERIFY.md", VERIFY.to_owned()),
        ("bag-info.txt", info),
        ("bagit.txt", BAGIT.to_owned()),
        ("manifest-sha256.txt", manifest(data())),
    ])
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect::<BTreeMap<String, Vec<u8>>>();

    let mut others = tags.clone();
    let beside = files
        .iter()
        .filter(|(path, _)| !path.starts_with("data/") && !matches!(kind(path), Some(Kind::Tag)));
    others.extend(beside.map(|(p, b)| (p.clone(), b.clone())));
    let text = manifest(others.iter());
    tags.insert("tagmanifest-sha256.txt".to_owned(), text.into_bytes());
    tags
}

/// As `sha256sum` writes it, sorted by path.
fn manifest<'f>(files: impl Iterator<Item = (&'f String, &'f Vec<u8>)>) -> String {
    files
        .map(|(path, bytes)| format!("{}  {path}\n", Sha256::of(bytes)))
        .collect()
}
