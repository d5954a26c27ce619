//! What a record is about: the delivery of a vendor, as a URN. It stops the bundle of one list from being shown for
//! another.

use std::fmt;

use crate::base::code::key;
use crate::base::error::Error;
use crate::text;

const PREFIX: &str = "urn:beleg:list:";
/// Characters of a segment; both together leave room for the rest of the statement.
const SEGMENT: usize = 60;

/// `urn:beleg:list:<vendor>:<delivery>`, segments `[a-z0-9._-]+`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    pub vendor: String,
    pub delivery: String,
}

impl Resource {
    /// From names as people write them; see [`slug`].
    pub fn new(vendor: &str, delivery: &str) -> Result<Self, Error> {
        let segment = |name: &str| {
            slug(name).ok_or_else(|| {
                Error::new(
                    &key::NAME_UNFIT,
                    text!(
                        "vendor and delivery need at least one letter or digit, and at most {SEGMENT} characters",
                        "Anbieter und Lieferung brauchen mindestens einen Buchstaben oder eine Ziffer und höchstens {SEGMENT} Zeichen"
                    ),
                )
            })
        };
        Ok(Self {
            vendor: segment(vendor)?,
            delivery: segment(delivery)?,
        })
    }

    /// Exactly a URN of this form.
    pub fn parse(urn: &str) -> Option<Self> {
        let (vendor, delivery) = urn.strip_prefix(PREFIX)?.split_once(':')?;
        let plain = |s: &str| {
            (1..=SEGMENT).contains(&s.len())
                && s.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b))
        };
        (plain(vendor) && plain(delivery)).then(|| Self {
            vendor: vendor.to_owned(),
            delivery: delivery.to_owned(),
        })
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}:{}", self.vendor, self.delivery)
    }
}

/// A name as a segment: lower case, German umlauts spelled out, each run of other characters one `-`. None if nothing
/// is left of it or too much.
pub fn slug(name: &str) -> Option<String> {
    let mut out = String::new();
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() || c == '.' || c == '_' {
            out.push(c);
        } else if !out.ends_with('-') {
            out.push('-');
        }
    };
    for c in name.trim().to_lowercase().chars() {
        match c {
            'ä' => "ae".chars().for_each(&mut push),
            'ö' => "oe".chars().for_each(&mut push),
            'ü' => "ue".chars().for_each(&mut push),
            'ß' => "ss".chars().for_each(&mut push),
            c => push(c),
        }
    }
    let out = out.trim_matches('-');
    let some = out.bytes().any(|b| b.is_ascii_alphanumeric()) && out.len() <= SEGMENT;
    // a folder is named after it: no name of dots alone, none that hides
    (some && !out.starts_with('.')).then(|| out.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_segments() {
        for (name, segment) in [
            (
                "Musterdaten Kontakthandel GmbH",
                Some("musterdaten-kontakthandel-gmbh"),
            ),
            ("  Größe & Söhne  ", Some("groesse-soehne")),
            ("2026-11", Some("2026-11")),
            ("vendor_x.eu", Some("vendor_x.eu")),
            ("a--b", Some("a-b")),
            ("???", None),
            (".hidden", None),
            ("..", None),
            ("", None),
        ] {
            assert_eq!(slug(name).as_deref(), segment, "{name}");
        }
    }

    #[test]
    fn a_urn_has_exactly_two_plain_segments() {
        let r = Resource::new("Vendor X", "2026-11").expect("names");
        assert_eq!(r.to_string(), "urn:beleg:list:vendor-x:2026-11");
        assert_eq!(Resource::parse(&r.to_string()), Some(r));
        for bad in [
            "urn:beleg:list:a",
            "urn:beleg:list:a:b:c",
            "urn:beleg:list::b",
            "urn:beleg:list:A:b",
            "urn:beleg:list:a:*",
            "urn:beleg:policy:a:b",
        ] {
            assert_eq!(Resource::parse(bad), None, "{bad}");
        }
    }
}
