//! What TOML, YAML and JSON have in common: tables, lists and plain values, each with its place in the text.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::lang::Text;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Toml,
    Yaml,
    Json,
}

impl Form {
    /// By the ending of a file's name; what is neither `.yaml`, `.yml` nor `.json` is TOML.
    pub fn of(file: &str) -> Self {
        let ending = file.rsplit_once('.').map_or("", |(_, e)| e);
        if ending.eq_ignore_ascii_case("json") {
            Self::Json
        } else if ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml") {
            Self::Yaml
        } else {
            Self::Toml
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
            Self::Json => "JSON",
        }
    }
}

/// A value, and the bytes at which it stands.
#[derive(Debug)]
pub struct Node<'s> {
    pub span: Range<usize>,
    pub is: Is<'s>,
}

impl Node<'_> {
    /// In place of a text that cannot be read.
    pub const fn nothing() -> Self {
        Self {
            span: 0..0,
            is: Is::Nothing,
        }
    }
}

#[derive(Debug)]
pub enum Is<'s> {
    /// `null`: as if it were not there.
    Nothing,
    Text(Cow<'s, str>),
    Bool(bool),
    /// Decimal digits with or without a sign, as they are written.
    Whole(Cow<'s, str>),
    /// Another decimal number, as it is written.
    Number(Cow<'s, str>),
    /// A number that no field takes: of another base.
    Strange,
    /// A day or time of TOML.
    Time(String),
    List(Vec<Node<'s>>),
    /// Sorted by key, so that the order in the file decides nothing; no key twice.
    Table(Vec<Entry<'s>>),
}

/// A key with its value.
#[derive(Debug)]
pub struct Entry<'s> {
    pub key: Cow<'s, str>,
    pub span: Range<usize>,
    pub node: Node<'s>,
}

impl Entry<'_> {
    /// Whether a value stands behind the key.
    pub fn says_something(&self) -> bool {
        !matches!(self.node.is, Is::Nothing)
    }
}

/// Why a text cannot be read.
#[derive(Debug)]
pub struct Flaw {
    pub span: Range<usize>,
    /// Words of our own: they repeat nothing of the text.
    pub ours: Option<Text>,
    /// The parser's words, which may.
    pub theirs: Option<String>,
    pub help: Option<Text>,
}

impl Flaw {
    pub fn new(span: Range<usize>, what: Text) -> Self {
        Self {
            span,
            ours: Some(what),
            theirs: None,
            help: None,
        }
    }

    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }
}

/// A table of entries in the order of their keys.
pub fn table(mut entries: Vec<Entry<'_>>) -> Is<'_> {
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    Is::Table(entries)
}
