//! Which files a bundle may hold: a closed set of names.

use crate::proof::statement::{RecordStatement, Resource};

/// What a path is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Made again from the record and the other files.
    Tag,
    Envelope,
    /// A signer's key, by the first 32 hex digits of its fingerprint.
    Key(String),
    /// A time stamp or log proof over the signature of the key so named.
    Stamp(String),
    Evidence,
}

/// The kind of a path; none if it does not belong into a bundle.
pub fn kind(path: &str) -> Option<Kind> {
    match path {
        "bagit.txt"
        | "bag-info.txt"
        | "manifest-sha256.txt"
        | "tagmanifest-sha256.txt"
        | "VERIFY.md" => return Some(Kind::Tag),
        super::AUDIT | super::SUMMARY => return Some(Kind::Envelope),
        "data/census.json"
        | "data/dossier.json"
        | "data/verdict.json"
        | "data/waivers.json"
        | "data/policy.toml"
        | "data/list-files.sha256" => return Some(Kind::Evidence),
        _ => {}
    }
    if let Some(name) = path.strip_prefix("keys/") {
        return fp32(name.strip_suffix(".pub.pem")?).map(Kind::Key);
    }
    let name = path.strip_prefix("attestation/")?;
    let name = name.strip_prefix("audit.").or(name.strip_prefix("vsa."))?;
    let name = name
        .strip_suffix(".tsr")
        .or(name.strip_suffix(".tlog-proof"))?;
    fp32(name).map(Kind::Stamp)
}

fn fp32(text: &str) -> Option<String> {
    let hex = text.len() == 32
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    hex.then(|| text.to_owned())
}

/// `<date of timeVerified>-<vendor>-<delivery>`
pub fn folder_name(record: &RecordStatement) -> String {
    let r = &record.predicate;
    let date = r.time_verified.day();
    match Resource::parse(&r.resource_uri) {
        Some(Resource { vendor, delivery }) => format!("{date}-{vendor}-{delivery}"),
        None => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_is_closed() {
        let fp = "0123456789abcdef0123456789abcdef";
        for (path, expect) in [
            ("VERIFY.md".to_owned(), Some(Kind::Tag)),
            ("data/waivers.json".to_owned(), Some(Kind::Evidence)),
            (format!("keys/{fp}.pub.pem"), Some(Kind::Key(fp.to_owned()))),
            (
                format!("attestation/vsa.{fp}.tsr"),
                Some(Kind::Stamp(fp.to_owned())),
            ),
            (
                format!("attestation/audit.{fp}.tlog-proof"),
                Some(Kind::Stamp(fp.to_owned())),
            ),
            (format!("attestation/audit.{fp}.txt"), None),
            (format!("attestation/{fp}.tsr"), None),
            (format!("keys/{}.pub.pem", fp.to_uppercase()), None),
            ("verify.md".to_owned(), None),
            ("REPORT.html".to_owned(), None),
            ("data/report.json".to_owned(), None),
            ("data/".to_owned(), None),
            ("extra/a".to_owned(), None),
        ] {
            assert_eq!(kind(&path), expect, "{path}");
        }
    }
}
