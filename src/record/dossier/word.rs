//! Words of closed lists: the only form in which a vendor's term is kept. A [`Word`] borrows from this file, so no text
//! of a declaration can pass for one; what is not on its list is [`Word::ILLEGIBLE`].

use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A word of one of the lists below. Reads like a `str`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Word(&'static str);

impl Word {
    /// Something stands there that is no word of its list.
    pub const ILLEGIBLE: Word = Word("illegible");

    /// The word of `list` that is written like `text`, else [`Word::ILLEGIBLE`].
    pub fn of(list: &[&'static str], text: &str) -> Self {
        list.iter()
            .find(|w| **w == text)
            .map_or(Self::ILLEGIBLE, |w| Self(w))
    }

    pub fn as_str(self) -> &'static str {
        self.0
    }

    pub fn is_illegible(self) -> bool {
        self == Self::ILLEGIBLE
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// The word of any list; a text that is on none is [`Word::ILLEGIBLE`].
impl From<&str> for Word {
    fn from(text: &str) -> Self {
        LISTS
            .iter()
            .find_map(|list| list.iter().find(|w| **w == text))
            .map_or(Self::ILLEGIBLE, |w| Self(w))
    }
}

impl From<Word> for String {
    fn from(w: Word) -> Self {
        w.0.to_owned()
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let word = Self::from(text.as_str());
        (word.0 == text)
            .then_some(word)
            .ok_or_else(|| serde::de::Error::custom("not a word of the closed lists"))
    }
}

/// Every list, for reading a dossier back.
const LISTS: &[&[&str]] = &[
    &KINDS,
    &ITEMS,
    &ACQUIRED,
    &SEEN,
    &DATED_BY,
    &ROLES,
    &OWN_ROLES,
    &RESCREENING,
    &NOTICE_CHANNELS,
    &SOURCE_TYPES,
    &METHODS,
    &BASES,
    &ADDRESS_KINDS,
    &OWNERS,
    &LANGUAGES,
    &EXEMPTIONS,
    &STANDINGS,
    &SIGNATURES,
    &ENCODINGS,
    &DIALECT,
    &COUNTRIES,
];

/// The 29 kinds of document in the slots D01–D28.
pub const KINDS: [&str; 29] = [
    "vendor-identity",
    "delivery-sheet",
    "source-register",
    "basis-statement",
    "legitimate-interest-assessment",
    "dpia",
    "privacy-notice",
    "art14-notice",
    "notice-log",
    "consent-text",
    "consent-log",
    "processing-record",
    "controller-to-controller-agreement",
    "processor-agreement",
    "joint-controller-arrangement",
    "transfer-file",
    "dnc-log",
    "suppression-procedure",
    "rights-procedure",
    "retention-schedule",
    "verification-method",
    "security-certificate",
    "breach-declaration",
    "authority-history",
    "dpo-appointment",
    "code-of-conduct",
    "upstream-contract",
    "completeness-declaration",
    "removals-since-export",
];

/// The buyer's slots B01–B10.
pub const ITEMS: [&str; 10] = [
    "purpose-and-offer",
    "interest-assessment",
    "notice-and-plan",
    "suppression-list",
    "channel-plan",
    "retention-rule",
    "message-template",
    "processing-record",
    "dpo-statement",
    "sample-check",
];

/// How the delivery was acquired.
pub const ACQUIRED: [&str; 4] = ["file", "self-export", "sample", "papers-only"];

/// Whether a copy of a document is kept, or it was looked at elsewhere.
pub const SEEN: [&str; 2] = ["copy", "inspected"];

/// Where a document's date comes from.
pub const DATED_BY: [&str; 3] = ["document", "vendor", "buyer"];

/// Roles of a party.
pub const ROLES: [&str; 3] = ["independent-controller", "joint-controller", "processor"];

/// Whom the buyer's file holds responsible on the buyer's side.
pub const OWN_ROLES: [&str; 5] = [
    "independent-controller",
    "joint-controller",
    "processor",
    "natural-person",
    "platform",
];

/// When the buyer screens registers again.
pub const RESCREENING: [&str; 3] = ["none", "once", "before-each-use"];

/// How people are said to have been informed.
pub const NOTICE_CHANNELS: [&str; 7] = [
    "email",
    "phone",
    "sms",
    "auto-call",
    "post",
    "social",
    "website",
];

/// Kinds of source, as the check `source-kind` names them.
pub const SOURCE_TYPES: [&str; 12] = [
    "inferred",
    "unknown",
    "vendor-internal",
    "buyer-input",
    "social-network",
    "partner",
    "directory",
    "public-website",
    "public-register",
    "employer-website",
    "event",
    "data-subject",
];

/// Methods of collection: the codes of OASIS Data Provenance Metadata v1.0.
pub const METHODS: [&str; 12] = [
    "data-augmentation",
    "data-mining",
    "feeds",
    "machine-generated-ml-ops",
    "other",
    "primary-user-source",
    "simulations",
    "social-media",
    "syndication",
    "transfer-learning",
    "user-generated-content",
    "web-scraping-crawling",
];

/// Lawful bases: DPV 2.3 terms of Art. 6(1) GDPR.
pub const BASES: [&str; 12] = [
    "eu-gdpr:A6-1-a",
    "eu-gdpr:A6-1-a-explicit-consent",
    "eu-gdpr:A6-1-a-non-explicit-consent",
    "eu-gdpr:A6-1-b",
    "eu-gdpr:A6-1-b-contract-performance",
    "eu-gdpr:A6-1-b-enter-into-contract",
    "eu-gdpr:A6-1-c",
    "eu-gdpr:A6-1-d",
    "eu-gdpr:A6-1-e",
    "eu-gdpr:A6-1-f",
    "eu-gdpr:A6-1-f-controller",
    "eu-gdpr:A6-1-f-third-party",
];

/// Kinds of address.
pub const ADDRESS_KINDS: [&str; 2] = ["professional", "personal"];

/// Reasons of Art. 14(5) GDPR for informing nobody: DPV 2.3 terms.
pub const EXEMPTIONS: [&str; 2] = [
    "eu-gdpr:JustificationA14DisproportionateEffort",
    "eu-gdpr:JustificationA14EntityAlreadyInformed",
];

/// Who is named as a controller: bins of the check `controller-kind`.
pub const STANDINGS: [&str; 3] = ["natural-person", "brand-only", "registered-entity"];

/// What became of a signature: bins of the check `declaration-signature`.
pub const SIGNATURES: [&str; 4] = ["invalid", "expired-key", "unknown-key", "verified"];

/// Encodings that lists come in.
pub const ENCODINGS: [&str; 13] = [
    "us-ascii",
    "utf-8",
    "utf-16",
    "utf-16le",
    "utf-16be",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "iso-8859-2",
    "iso-8859-15",
];

/// Separators, quotes and line ends; `other` is any other single character.
pub const DIALECT: [&str; 11] = [
    "comma",
    "semicolon",
    "tab",
    "pipe",
    "double",
    "none",
    "other",
    "crlf",
    "lf",
    "cr",
    "mixed",
];

/// Whose suppression list; `earlier-removals` are the rows taken out of earlier deliveries.
pub const OWNERS: [&str; 3] = ["buyer", "vendor", "earlier-removals"];

/// Languages that a notice may be written in: ISO 639-1.
pub const LANGUAGES: [&str; 36] = [
    "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it",
    "ja", "lb", "lt", "lv", "mt", "nl", "no", "pl", "pt", "rm", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "tr", "uk", "zh",
];

/// Countries: ISO 3166-1 alpha-2, and `XK`.
pub const COUNTRIES: [&str; 250] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ",
    "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS",
    "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN",
    "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE",
    "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF",
    "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS", "GT", "GU", "GW", "GY", "HK", "HM",
    "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR", "IS", "IT", "JE", "JM",
    "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC",
    "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
    "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA",
    "NC", "NE", "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG",
    "PH", "PK", "PL", "PM", "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW",
    "SA", "SB", "SC", "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS",
    "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO",
    "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
    "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_lists_cross() {
        assert_eq!(Word::of(&ROLES, "processor").as_str(), "processor");
        assert!(Word::of(&ROLES, "employer-website").is_illegible());
        assert!(Word::from("Anna Muster").is_illegible());
        assert!(serde_json::from_str::<Word>("\"partner\"").is_ok());
        assert!(serde_json::from_str::<Word>("\"Anna Muster\"").is_err());
        assert!(serde_json::from_str::<Word>("\"illegible\"").is_ok());
    }
}
