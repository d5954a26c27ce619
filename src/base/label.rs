//! The only text that may cross the barrier: short, one line, without control or bidi characters, and nothing that
//! looks like an address. Names of vendors, buyers, policies and files pass through here; cells never do.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// At most 120 characters, NFC, one line, no control or bidi characters, no `@` between two word characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(String);

impl Label {
    /// None if the text may not cross.
    pub fn new(text: &str) -> Option<Self> {
        let text: String = text.trim().nfc().collect();
        let plain = !text.is_empty()
            && text.chars().count() <= 120
            && super::error::printable(&text) == text
            && !looks_like_address(&text);
        plain.then_some(Self(text))
    }

    /// A position instead of a text that may not cross: `#7`.
    pub fn position(n: usize) -> Self {
        Self(format!("#{n}"))
    }

    /// A vendor's id as it stands in a bundle: `[a-z0-9._-]{1,40}` without seven digits in a row, else its position.
    pub fn id(text: &str, position: usize) -> Self {
        let known = (1..=40).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
        let run = text
            .as_bytes()
            .windows(7)
            .any(|w| w.iter().all(u8::is_ascii_digit));
        if known && !run {
            Self(text.to_owned())
        } else {
            Self::position(position)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn looks_like_address(text: &str) -> bool {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '@'
            && before.is_some_and(char::is_alphanumeric)
            && chars.peek().is_some_and(|n| n.is_alphanumeric())
        {
            return true;
        }
        before = Some(c);
    }
    false
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Label> for String {
    fn from(l: Label) -> Self {
        l.0
    }
}

impl TryFrom<String> for Label {
    type Error = &'static str;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::new(&s)
            .filter(|l| l.0 == s)
            .ok_or("not a label: too long, not one plain line, or an address")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_short_text_crosses() {
        assert!(Label::new("Musterdaten Kontakthandel GmbH").is_some());
        for bad in [
            "",
            "  ",
            "a\nb",
            "x\u{202e}y",
            "anna@firma.example",
            &"x".repeat(121),
        ] {
            assert!(Label::new(bad).is_none(), "{bad:?}");
        }
        assert_eq!(Label::id("imprint", 3).as_str(), "imprint");
        assert_eq!(Label::id("Anna Muster", 3).as_str(), "#3");
        assert_eq!(Label::id("p-01701234567", 4).as_str(), "#4");
    }
}
