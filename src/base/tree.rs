//! TOML with places: every table and value knows its line and column, all errors of a file are collected, unknown
//! keys get a suggestion. Policies, dossiers, declarations, mappings and trust files are read through it; what may also
//! be written in YAML or JSON is read through the same, with the same words.

mod json;
mod node;
mod toml;
mod yaml;

use std::cell::RefCell;
use std::ops::Range;

pub use node::Form;
use node::{Entry, Flaw, Is, Node};

use super::code::Code;
use super::error::{Error, Errors, Excerpt, Place, nearest};
use super::lang::Text;
use crate::text;

/// The codes that a kind of file uses for slips that every such file can have.
#[derive(Clone, Copy)]
pub struct Codes {
    /// Not TOML, YAML or JSON.
    pub syntax: &'static Code,
    /// A key that the format does not know.
    pub unknown: &'static Code,
    /// A value of the wrong kind or outside a closed list.
    pub value: &'static Code,
    /// A key that must be there and is not.
    pub missing: &'static Code,
}

/// Errors kept of one file: far more than anybody reads, and a bound on what a hostile file can fill.
const MOST: usize = 1_000;

/// A text being read. Errors and warnings gather here until [`Tree::finish`].
pub struct Tree<'s> {
    file: String,
    text: &'s str,
    codes: Codes,
    /// Whether messages may show the line they point at; never for dossiers and declarations.
    quotes: bool,
    /// Whether unknown keys and impossible values are errors (the user's own files) or warnings (the vendor's).
    strict: bool,
    root: Node<'s>,
    /// Byte offsets at which lines begin.
    lines: Vec<usize>,
    errors: RefCell<Vec<Error>>,
    warnings: RefCell<Vec<Error>>,
}

impl<'s> Tree<'s> {
    /// Parses TOML. Syntax errors are returned at once, all of them, since nothing can be read from a broken tree.
    pub fn parse(
        file: &str,
        text: &'s str,
        codes: Codes,
        quotes: bool,
        strict: bool,
    ) -> Result<Self, Errors> {
        Self::parse_as(Form::Toml, file, text, codes, quotes, strict)
    }

    /// The same of a text in another form; of YAML and JSON only the first syntax error is known.
    pub fn parse_as(
        form: Form,
        file: &str,
        text: &'s str,
        codes: Codes,
        quotes: bool,
        strict: bool,
    ) -> Result<Self, Errors> {
        let one = |flaw| vec![flaw];
        let (root, flaws) = match form {
            Form::Toml => toml::read(text),
            Form::Yaml => yaml::read(text).map_err(one),
            Form::Json => json::read(text).map_err(one),
        }
        .map_or_else(|flaws| (Node::nothing(), flaws), |root| (root, Vec::new()));
        let tree = Self {
            file: file.to_owned(),
            text,
            codes,
            quotes,
            strict,
            root,
            lines: std::iter::once(0)
                .chain(
                    text.bytes()
                        .enumerate()
                        .filter(|(_, b)| *b == b'\n')
                        .map(|(i, _)| i + 1),
                )
                .collect(),
            errors: RefCell::default(),
            warnings: RefCell::default(),
        };
        for flaw in flaws {
            tree.report(tree.broken(form, flaw));
        }
        if tree.errors.borrow().is_empty() {
            Ok(tree)
        } else {
            Err(Errors(tree.errors.into_inner()))
        }
    }

    /// A syntax error. The parser's own wording may quote a value; it is shown only where quoting is allowed.
    fn broken(&self, form: Form, flaw: Flaw) -> Error {
        let form = form.name();
        let message = match (flaw.ours, flaw.theirs.filter(|_| self.quotes)) {
            (Some(Text { en, de }), _) => {
                text!("not valid {form}: {en}", "kein gültiges {form}: {de}")
            }
            (None, Some(what)) => text!("not valid {form}: {what}", "kein gültiges {form}: {what}"),
            (None, None) => text!("not valid {form}", "kein gültiges {form}"),
        };
        let mut error = self.build(self.codes.syntax, message, flaw.span);
        error.help.extend(flaw.help);
        error
    }

    pub fn root(&self) -> Fields<'_, 's> {
        Fields {
            tree: self,
            table: match &self.root.is {
                Is::Table(entries) => entries,
                _ => &[],
            },
            span: self.root.span.clone(),
            path: String::new(),
            seen: RefCell::default(),
        }
    }

    /// Line and column (from 1, in characters) of a byte offset.
    pub fn place(&self, at: usize) -> Place {
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|start| *start <= at) as u64;
        let start = self.lines[line as usize - 1];
        // the columns of a line that nobody wrote by hand are not counted: a file of one line would cost its square
        let column = (at - start <= 1 << 16).then(|| {
            let before = &self.text.as_bytes()[start..at];
            String::from_utf8_lossy(before).chars().count() as u64 + 1
        });
        Place {
            file: self.file.clone(),
            line: Some(line),
            column,
            byte: Some(at as u64),
        }
    }

    /// Records an error over a span.
    pub fn error(&self, code: &'static Code, message: Text, span: Range<usize>) {
        self.report(self.build(code, message, span));
    }

    /// Records an error made elsewhere.
    pub fn report(&self, error: Error) {
        let mut errors = self.errors.borrow_mut();
        if errors.len() < MOST {
            errors.push(error);
        }
    }

    /// Records a slip: an error in the user's own files, a warning in a vendor's.
    pub fn slip(&self, error: Error) {
        if self.strict {
            self.report(error);
            return;
        }
        let mut warnings = self.warnings.borrow_mut();
        if warnings.len() < MOST {
            warnings.push(error);
        }
    }

    /// An error over a span, with the line shown where that is allowed.
    pub fn build(&self, code: &'static Code, message: Text, span: Range<usize>) -> Error {
        let place = self.place(span.start);
        let mut error = Error::new(code, message);
        if self.quotes && !self.text.is_empty() {
            let start = self.lines[place.line.unwrap_or(1) as usize - 1];
            let line = self.text[start..].lines().next().unwrap_or_default();
            let line = line.to_owned();
            let width = self
                .text
                .get(span)
                .and_then(|s| s.lines().next())
                .map_or(1, |s| s.chars().count())
                .max(1);
            let label = Text {
                en: String::new(),
                de: String::new(),
            };
            error = error.excerpt(Excerpt {
                line,
                column: place.column.unwrap_or(1) as usize,
                width,
                label,
            });
        }
        error.at(place)
    }

    /// The value if nothing was wrong, with the warnings; else all errors in the order of the file.
    pub fn finish<T>(self, value: impl FnOnce() -> Option<T>) -> Result<(T, Vec<Error>), Errors> {
        let in_order = |mut all: Vec<Error>| {
            all.sort_by_key(|e| e.at.as_ref().and_then(|p| p.byte));
            all
        };
        let errors = in_order(self.errors.into_inner());
        match value() {
            Some(v) if errors.is_empty() => Ok((v, in_order(self.warnings.into_inner()))),
            _ => Err(Errors(errors)),
        }
    }

    pub fn has_errors(&self) -> bool {
        !self.errors.borrow().is_empty()
    }

    /// Values so far that are not what they must be.
    pub fn wrong_values(&self) -> usize {
        let wrong = |all: &[Error]| {
            all.iter()
                .filter(|e| e.code.id == self.codes.value.id)
                .count()
        };
        wrong(&self.errors.borrow()) + wrong(&self.warnings.borrow())
    }
}

/// A table being read: fields are taken by name, [`Fields::close`] reports those that nobody asked for.
pub struct Fields<'t, 's> {
    tree: &'t Tree<'s>,
    table: &'t [Entry<'s>],
    span: Range<usize>,
    path: String,
    seen: RefCell<Vec<&'static str>>,
}

impl<'t, 's> Fields<'t, 's> {
    pub fn tree(&self) -> &'t Tree<'s> {
        self.tree
    }

    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// 1-based line where the table begins.
    pub fn line(&self) -> u64 {
        self.tree.place(self.span.start).line.unwrap_or(1)
    }

    /// The field, if it is there and says something.
    pub fn get(&self, name: &'static str) -> Option<Value<'t, 's>> {
        self.seen.borrow_mut().push(name);
        let found = self.table.iter().find(|e| e.key == name)?;
        found
            .says_something()
            .then(|| self.value(&found.node, name))
    }

    /// The field; its absence is an error at the table.
    pub fn need(&self, name: &'static str) -> Option<Value<'t, 's>> {
        let found = self.get(name);
        if found.is_none() {
            let code = self.tree.codes.missing;
            self.tree.slip(self.tree.build(
                code,
                text!("`{name}` is missing", "`{name}` fehlt"),
                self.span(),
            ));
        }
        found
    }

    /// A free-form table: every key that says something, with its value, by name. All keys count as known.
    pub fn entries(&self) -> Vec<(Key<'t>, Value<'t, 's>)> {
        self.table
            .iter()
            .filter(|e| e.says_something())
            .map(|e| {
                let key = Key {
                    text: &e.key,
                    span: e.span.clone(),
                };
                (key, self.value(&e.node, &e.key))
            })
            .collect()
    }

    fn value(&self, v: &'t Node<'s>, name: &str) -> Value<'t, 's> {
        let path = if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        };
        Value {
            tree: self.tree,
            item: v,
            path,
        }
    }

    /// Reports every key that was not asked for, with the nearest of those that were.
    pub fn close(self) {
        self.close_as(Text {
            en: String::new(),
            de: String::new(),
        });
    }

    /// The same; `what` stands under the marked key where the file may be quoted: "no field of a clause".
    pub fn close_as(self, what: Text) {
        let seen = self.seen.into_inner();
        for entry in self.table {
            let wrong: &str = &entry.key;
            if seen.contains(&wrong) {
                continue;
            }
            // a key is text too: of a file that may not be quoted only plain words are shown
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let message = if self.tree.quotes || (wrong.len() <= 40 && wrong.chars().all(plain)) {
                let shown = super::error::printable(wrong);
                text!("unknown field `{shown}`", "unbekanntes Feld `{shown}`")
            } else {
                text!("unknown field", "unbekanntes Feld")
            };
            let mut error = self
                .tree
                .build(self.tree.codes.unknown, message, entry.span.clone())
                .label(what.clone());
            if let Some(near) = nearest(wrong, seen.iter().copied()) {
                error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
            }
            self.tree.slip(error);
        }
    }
}

/// A key with its place.
pub struct Key<'t> {
    pub text: &'t str,
    pub span: Range<usize>,
}

/// A value with its place and the path of its keys.
#[derive(Clone)]
pub struct Value<'t, 's> {
    tree: &'t Tree<'s>,
    item: &'t Node<'s>,
    path: String,
}

impl<'t, 's> Value<'t, 's> {
    pub fn span(&self) -> Range<usize> {
        self.item.span.clone()
    }

    pub fn tree(&self) -> &'t Tree<'s> {
        self.tree
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn line(&self) -> u64 {
        self.tree.place(self.item.span.start).line.unwrap_or(1)
    }

    /// Records an error at this value.
    pub fn error(&self, code: &'static Code, message: Text) {
        self.tree.error(code, message, self.span());
    }

    /// Records that the value is not what it must be: a slip.
    pub fn wrong(&self, en: &str, de: &str) {
        let name = &self.path;
        self.tree.slip(self.tree.build(
            self.tree.codes.value,
            text!("`{name}` must be {en}", "`{name}` muss {de} sein"),
            self.span(),
        ));
    }

    pub fn str(&self) -> Option<&'t str> {
        match &self.item.is {
            Is::Text(s) => Some(s),
            _ => {
                self.wrong("a text", "ein Text");
                None
            }
        }
    }

    /// The place in the file of bytes of a text value; of a text with escapes the whole value.
    pub fn within(&self, bytes: Range<usize>) -> Range<usize> {
        let whole = self.span();
        let raw = self.tree.text.get(whole.clone());
        let inner = match (&self.item.is, raw) {
            (Is::Text(s), Some(raw)) => raw.find(s.as_ref()),
            _ => None,
        };
        match inner {
            Some(at) => whole.start + at + bytes.start..whole.start + at + bytes.end,
            None => whole,
        }
    }

    pub fn bool(&self) -> Option<bool> {
        match &self.item.is {
            Is::Bool(b) => Some(*b),
            _ => {
                self.wrong("true or false", "true oder false");
                None
            }
        }
    }

    /// A whole number of at most 15 digits.
    pub fn uint(&self) -> Option<u64> {
        let found = match &self.item.is {
            Is::Whole(digits) => digits
                .replace('_', "")
                .parse()
                .ok()
                .filter(|n| *n < 1_000_000_000_000_000),
            _ => None,
        };
        if found.is_none() {
            self.wrong("a whole number", "eine ganze Zahl");
        }
        found
    }

    /// A number, as it is written.
    pub fn number(&self) -> Option<&'t str> {
        match &self.item.is {
            Is::Whole(written) | Is::Number(written) => Some(written),
            _ => None,
        }
    }

    /// A TOML date or a text `2026-11-23`.
    pub fn day(&self) -> Option<super::clock::Day> {
        let text = match &self.item.is {
            Is::Time(t) => t,
            Is::Text(s) => s.as_ref(),
            _ => "",
        };
        let found = super::clock::Day::parse(text);
        if found.is_none() {
            self.wrong("a day like 2026-11-23", "ein Tag wie 2026-11-23");
        }
        found
    }

    /// A TOML date-time in UTC or a text `2026-11-23T22:00:00Z`.
    pub fn time(&self) -> Option<super::clock::Time> {
        let text = match &self.item.is {
            Is::Time(t) => t,
            Is::Text(s) => s.as_ref(),
            _ => "",
        };
        let found = super::clock::Time::parse(text);
        if found.is_none() {
            self.wrong(
                "a time like 2026-11-23T22:00:00Z",
                "ein Zeitpunkt wie 2026-11-23T22:00:00Z",
            );
        }
        found
    }

    pub fn array(&self) -> Option<Vec<Value<'t, 's>>> {
        match &self.item.is {
            Is::List(a) => Some(
                a.iter()
                    .enumerate()
                    .map(|(i, item)| Value {
                        tree: self.tree,
                        item,
                        path: format!("{}[{}]", self.path, i + 1),
                    })
                    .collect(),
            ),
            _ => {
                self.wrong("a list", "eine Liste");
                None
            }
        }
    }

    /// A list of texts, each with its place.
    pub fn strings(&self) -> Option<Vec<(&'t str, Range<usize>)>> {
        self.array()?
            .iter()
            .map(|v| Some((v.str()?, v.span())))
            .collect()
    }

    pub fn table(&self) -> Option<Fields<'t, 's>> {
        match &self.item.is {
            Is::Table(t) => Some(Fields {
                tree: self.tree,
                table: t,
                span: self.item.span.clone(),
                path: self.path.clone(),
                seen: RefCell::default(),
            }),
            _ => {
                self.wrong("a table", "eine Tabelle");
                None
            }
        }
    }

    /// A list of tables.
    pub fn tables(&self) -> Option<Vec<Fields<'t, 's>>> {
        self.array()?.iter().map(Value::table).collect()
    }

    /// One of a closed list of names, with a suggestion if it is none of them. The wrong name itself is shown only
    /// where the file may be quoted.
    pub fn one_of<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        let found = self.str()?;
        if let Some(n) = names.iter().find(|n| **n == found) {
            return Some(n);
        }
        let name = &self.path;
        let mut error = self.tree.build(
            self.tree.codes.value,
            text!(
                "`{name}` is none of its words",
                "`{name}` ist keines seiner Wörter"
            ),
            self.span(),
        );
        error = match nearest(found, names.iter().copied()) {
            Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
            None => {
                let all = names.join("`, `");
                error.help(text!("one of `{all}`", "eines von `{all}`"))
            }
        };
        self.tree.slip(error);
        None
    }

    /// The raw kind, for values that may be a text or a table.
    pub fn is_table(&self) -> bool {
        matches!(self.item.is, Is::Table(_))
    }

    pub fn is_str(&self) -> bool {
        matches!(self.item.is, Is::Text(_))
    }
}
