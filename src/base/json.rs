//! Strict JSON in, canonical JSON out, and one rule for everything of ours: decode, encode, same bytes.
//!
//! Parsers disagree about duplicate members, numbers beyond 2^53, surrogates and trailing bytes, and a signature over
//! bytes that two readers read differently proves two things. So [`check`] refuses all of these before anything is
//! decoded, and [`canonical`] refuses every spelling but the one that [`write`] gives.

use std::collections::HashSet;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Nesting that is read.
pub const DEPTH: usize = 32;
/// Bytes of one string, as written.
pub const STRING: usize = 64 * 1024;
/// Bytes of a member's name.
pub const NAME: usize = 64;
/// Integers lie below this in magnitude: what a double holds exactly.
pub const INTEGER: u64 = 1 << 53;

/// Why bytes are not a document of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No strict JSON, or a member is missing or of the wrong kind. The words name the place, never a value.
    Illegible(&'static str, usize),
    /// A member or word that this version does not know.
    Unknown,
    /// Readable, but not as it would be written.
    Altered,
}

/// Decodes a document without a newline at its end.
pub fn canonical<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, Flaw> {
    check(bytes)?;
    let value: T = serde_json::from_slice(bytes).map_err(|e| {
        let said = e.to_string();
        // serde gives no kind for these two; their wording begins with our own closed lists, not with input
        if said.starts_with("unknown field") || said.starts_with("unknown variant") {
            Flaw::Unknown
        } else {
            Flaw::Illegible("a member is missing or of the wrong kind", e.column())
        }
    })?;
    if write(&value) == bytes {
        Ok(value)
    } else {
        Err(Flaw::Altered)
    }
}

/// Decodes a file: the document and exactly one newline.
pub fn canonical_file<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, Flaw> {
    match bytes.strip_suffix(b"\n") {
        Some(document) => canonical(document),
        // the flaw of the text itself comes first, if there is one
        None => canonical::<T>(bytes).and(Err(Flaw::Altered)),
    }
}

/// Compact JSON: members in the order of the type, only `"`, `\` and control characters escaped, no newline.
pub fn write<T: Serialize>(value: &T) -> Vec<u8> {
    // our types have text keys and no failing Serialize; an empty document never equals anything read or signed
    serde_json::to_vec(value).unwrap_or_default()
}

/// A file: the document and one newline.
pub fn write_file<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = write(value);
    bytes.push(b'\n');
    bytes
}

/// Refuses everything about which two readers could differ.
pub fn check(bytes: &[u8]) -> Result<(), Flaw> {
    if let Err(e) = std::str::from_utf8(bytes) {
        return Err(Flaw::Illegible("not UTF-8", e.valid_up_to()));
    }
    let mut scan = Scan { bytes, at: 0 };
    scan.value(0)?;
    scan.space();
    if scan.at < bytes.len() {
        return scan.fail("bytes after the document");
    }
    Ok(())
}

struct Scan<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Scan<'_> {
    fn fail<T>(&self, what: &'static str) -> Result<T, Flaw> {
        Err(Flaw::Illegible(what, self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<(), Flaw> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if depth == DEPTH => self.fail("nested too deeply"),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b'"') => self.string().map(drop),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            _ => {
                for word in [&b"true"[..], b"false", b"null"] {
                    if self.bytes[self.at..].starts_with(word) {
                        self.at += word.len();
                        return Ok(());
                    }
                }
                self.fail("not a value")
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<(), Flaw> {
        self.at += 1;
        self.space();
        if self.take(b']') {
            return Ok(());
        }
        loop {
            self.value(depth)?;
            self.space();
            if self.take(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.fail("no comma between items");
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), Flaw> {
        self.at += 1;
        self.space();
        if self.take(b'}') {
            return Ok(());
        }
        let mut names = HashSet::new();
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return self.fail("no member name");
            }
            let name = self.string()?;
            let plain = (1..=NAME).contains(&name.len())
                && name
                    .iter()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
            if !plain {
                return self.fail("a member name outside its alphabet");
            }
            // some readers match names regardless of case: two that differ only in it are one member twice
            if !names.insert(name.to_ascii_lowercase()) {
                return self.fail("a member twice");
            }
            self.space();
            if !self.take(b':') {
                return self.fail("no colon after a member name");
            }
            self.value(depth)?;
            self.space();
            if self.take(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.fail("no comma between members");
            }
        }
    }

    /// The bytes between the quotes, as written.
    fn string(&mut self) -> Result<Vec<u8>, Flaw> {
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                None => return self.fail("a string without end"),
                Some(b'"') => {
                    let text = self.bytes[start..self.at].to_vec();
                    self.at += 1;
                    return if text.len() > STRING {
                        self.fail("a string too long")
                    } else {
                        Ok(text)
                    };
                }
                Some(b'\\') => self.escape()?,
                Some(0..=0x1f | 0x7f) => return self.fail("a control character in a string"),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<(), Flaw> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/') => {
                self.at += 1;
                Ok(())
            }
            Some(b'b' | b'f' | b'n' | b'r' | b't') => self.fail("a control character in a string"),
            Some(b'u') => {
                let first = self.unit()?;
                match first {
                    0..=0x1f | 0x7f => self.fail("a control character in a string"),
                    0xd800..=0xdbff => {
                        let second = if self.take(b'\\') && self.peek() == Some(b'u') {
                            self.unit()?
                        } else {
                            0
                        };
                        if (0xdc00..=0xdfff).contains(&second) {
                            Ok(())
                        } else {
                            self.fail("half of a surrogate pair")
                        }
                    }
                    0xdc00..=0xdfff => self.fail("half of a surrogate pair"),
                    _ => Ok(()),
                }
            }
            _ => self.fail("an unknown escape"),
        }
    }

    /// `u` and four hex digits.
    fn unit(&mut self) -> Result<u32, Flaw> {
        let digits = self.bytes.get(self.at + 1..self.at + 5);
        let mut unit = 0;
        for d in digits.unwrap_or_default() {
            match (*d as char).to_digit(16) {
                Some(n) => unit = unit * 16 + n,
                None => return self.fail("an unknown escape"),
            }
        }
        if digits.is_none() {
            return self.fail("an unknown escape");
        }
        self.at += 5;
        Ok(unit)
    }

    fn integer(&mut self) -> Result<(), Flaw> {
        self.take(b'-');
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = &self.bytes[start..self.at];
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return self.fail("a number that is not an integer");
        }
        if digits.is_empty() || (digits[0] == b'0' && digits.len() > 1) {
            return self.fail("not a number");
        }
        let value = digits.iter().try_fold(0u64, |n, d| {
            n.checked_mul(10)?.checked_add(u64::from(d - b'0'))
        });
        match value {
            Some(n) if n < INTEGER => Ok(()),
            _ => self.fail("an integer beyond 2^53"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Doc {
        a: u64,
        b: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        c: Option<Vec<u64>>,
    }

    /// Every line of the vectors: the outcome, then the bytes, with `\xNN` for bytes that a text file cannot hold.
    #[test]
    fn vectors() {
        let text = include_str!("../../testdata/vectors/json/strict.txt");
        let mut seen = 0;
        for (n, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (expect, input) = line.split_once('\t').expect("two columns");
            let got = check(&unescape(input)).is_ok();
            assert_eq!(got, expect == "good", "line {}: {line}", n + 1);
            seen += 1;
        }
        assert!(seen > 50, "{seen}");
    }

    fn unescape(line: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let mut rest = line;
        while let Some(i) = rest.find("<") {
            let end = rest[i..].find('>').expect("closed") + i;
            out.extend(&rest.as_bytes()[..i]);
            let inside = &rest[i + 1..end];
            match inside.split_once('*') {
                // <[*40> repeats
                Some((what, n)) => {
                    let n: usize = n.parse().expect("a count");
                    out.extend(what.repeat(n).bytes());
                }
                None => out.push(u8::from_str_radix(inside, 16).expect("a byte")),
            }
            rest = &rest[end + 1..];
        }
        out.extend(rest.as_bytes());
        out
    }

    #[test]
    fn the_three_flaws_are_told_apart() {
        let good = br#"{"a":1,"b":"x"}"#;
        assert!(canonical::<Doc>(good).is_ok());
        for (bytes, flaw) in [
            (&br#"{"b":"x","a":1}"#[..], "altered"),
            (br#"{"a":1, "b":"x"}"#, "altered"),
            (br#"{"a":1,"b":"\u0078"}"#, "altered"),
            (br#"{"a":1,"b":"x","c":null}"#, "altered"),
            (br#"{"a":1,"b":"x","d":1}"#, "unknown"),
            (br#"{"a":1}"#, "illegible"),
            (br#"{"a":-1,"b":"x"}"#, "illegible"),
            (br#"{"a":1,"b":"x"}{}"#, "illegible"),
        ] {
            let got = match canonical::<Doc>(bytes).expect_err("refused") {
                Flaw::Altered => "altered",
                Flaw::Unknown => "unknown",
                Flaw::Illegible(..) => "illegible",
            };
            assert_eq!(got, flaw, "{}", String::from_utf8_lossy(bytes));
        }
        assert!(canonical_file::<Doc>(b"{\"a\":1,\"b\":\"x\"}\n").is_ok());
        assert_eq!(canonical_file::<Doc>(good), Err(Flaw::Altered));
        assert_eq!(
            canonical_file::<Doc>(b"{\"a\":1,\"b\":\"x\"}\n\n"),
            Err(Flaw::Altered)
        );
    }

    proptest! {
        /// No edit of an accepted document is accepted with the same meaning: what still parses says something else.
        #[test]
        fn every_accepted_text_is_the_only_one(a in 0u64..INTEGER, b in "[ -~äß€😀]{0,12}", at in 0usize..64, with in any::<u8>()) {
            let doc = Doc { a, b, c: Some(vec![a]) };
            let bytes = write(&doc);
            let read = canonical::<Doc>(&bytes);
            prop_assert_eq!(read.as_ref(), Ok(&doc));
            let mut edited = bytes.clone();
            let at = at % edited.len();
            edited[at] = with;
            if edited != bytes && let Ok(other) = canonical::<Doc>(&edited) {
                prop_assert_ne!(other, doc);
            }
        }

        /// Whatever bytes come, the scan ends and accepts only what serde_json accepts too.
        #[test]
        fn never_more_than_json(bytes in proptest::collection::vec(prop::sample::select(br#"{}[]",:\u0d8f1e-. tn"#.to_vec()), 0..24)) {
            if check(&bytes).is_ok() {
                prop_assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
            }
        }
    }
}
