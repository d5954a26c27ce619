//! Errors: a code of the closed list, one sentence in both languages, the place, what was found (described, never
//! quoted from a cell), and what to do. All errors of one file are collected into [`Errors`] and reported at once.

use super::code::Code;
use super::lang::Text;

/// Where: a file, and a line (from 1), column (from 1) or byte in it as far as known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: Option<u64>,
    pub column: Option<u64>,
    pub byte: Option<u64>,
}

impl Place {
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            ..Self::default()
        }
    }

    pub fn at(file: impl Into<String>, line: u64, column: u64) -> Self {
        Self {
            file: file.into(),
            line: Some(line),
            column: Some(column),
            byte: None,
        }
    }
}

/// The line of a policy or trust file that an error points at. Never made for lists, dossiers or declarations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub line: String,
    /// First character marked, from 1, and how many.
    pub column: usize,
    pub width: usize,
    pub label: Text,
}

/// One error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub code: &'static Code,
    /// One sentence, lower case, without full stop.
    pub message: Text,
    pub at: Option<Place>,
    pub excerpt: Option<Excerpt>,
    /// Facts about what was found: counts, digests, descriptions; no cell value, no value of a dossier.
    pub found: Vec<Text>,
    pub help: Vec<Text>,
}

impl Error {
    pub fn new(code: &'static Code, message: Text) -> Self {
        Self {
            code,
            message,
            at: None,
            excerpt: None,
            found: Vec::new(),
            help: Vec::new(),
        }
    }

    pub fn at(mut self, place: Place) -> Self {
        self.at = Some(place);
        self
    }

    pub fn excerpt(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(excerpt);
        self
    }

    /// What stands under the mark of an excerpt, if there is one.
    pub fn label(mut self, text: Text) -> Self {
        if let Some(e) = &mut self.excerpt {
            e.label = text;
        }
        self
    }

    pub fn found(mut self, text: Text) -> Self {
        self.found.push(text);
        self
    }

    pub fn help(mut self, text: Text) -> Self {
        self.help.push(text);
        self
    }
}

/// One or more errors of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errors(pub Vec<Error>);

impl Errors {
    /// The exit code: the most severe in the order 4, 2, 1.
    pub fn exit(&self) -> u8 {
        [4, 2, 1]
            .into_iter()
            .find(|e| self.0.iter().any(|x| x.code.exit == *e))
            .unwrap_or(2)
    }
}

impl From<Error> for Errors {
    fn from(e: Error) -> Self {
        Self(vec![e])
    }
}

/// What fallible functions return.
pub type Result<T, E = Errors> = std::result::Result<T, E>;

/// The nearest name of a closed list within an edit distance of 2 (1 for names of up to four letters), or none: no
/// suggestion is better than a wrong one.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = if wrong.chars().count() <= 4 { 1 } else { 2 };
    names
        .into_iter()
        .map(|n| (strsim::osa_distance(wrong, n), n))
        .filter(|(d, _)| (1..=limit).contains(d))
        .min_by_key(|(d, _)| *d)
        .map(|(_, n)| n)
}

/// Text from outside made safe for a terminal: control characters, bidi marks and escapes become `\u{…}`.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let bidi = matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || bidi || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') {
            out.push_str(&format!("\\u{{{:x}}}", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_near_or_none() {
        assert_eq!(nearest("freemial", ["freemail", "isp"]), Some("freemail"));
        assert_eq!(nearest("sevrity", ["severity", "share"]), Some("severity"));
        assert_eq!(nearest("isq", ["isp", "relay"]), Some("isp"));
        assert_eq!(nearest("abc", ["xyz"]), None);
    }

    #[test]
    fn escapes_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b"), "a\\u{1b}[31m\\u{202e}b");
    }
}
