//! From a block of bytes to a frame: every record of the block is loaded, quarantined, or something that is no record
//! (blank, repeated header, footer), and counted as that. Nothing is padded, cut or dropped.
//!
//! Plain blocks take the fast splitter; all others take the record parser. Both must give the same rows and the same
//! ledger.

use std::borrow::Cow;
use std::io::Cursor;

use memchr::memchr;

use super::record::Parser;
use super::scan::{self, Item, Marks, Next, Shape};
use crate::data::blank::{fold, is_blank_bytes};
use crate::data::frame::{Frame, Slot, Views};
use crate::data::sniff::encoding::Encoding;
use crate::data::sniff::head;
use crate::record::ledger::{Ledger, Reason};

/// How the records of one file are read.
#[derive(Clone)]
pub struct Plan {
    pub marks: Marks,
    pub encoding: Encoding,
    /// Fields of a record.
    pub fields: usize,
    /// Cells of the header, for repeated ones.
    pub header: Option<Vec<String>>,
    /// Records with fewer fields are loaded, what is missing being blank: only on the user's word.
    pub short_rows_blank: bool,
    pub slots: Vec<Slot>,
    /// Per position in the file the column of the frame.
    pub targets: Vec<Option<usize>>,
    /// Whether frames say in which lines their rows stand.
    pub lines: bool,
}

/// A stretch of whole records.
pub struct Block {
    /// Which block of the file it is, from 0.
    pub number: u64,
    pub bytes: Vec<u8>,
    /// Line of its first byte in the file, from 1.
    pub line: u64,
    pub cut: Cut,
    /// Whether it is the end of the file, where footers stand.
    pub last: bool,
}

/// What the structure pass found in it.
pub enum Cut {
    /// So many records, proved plain.
    Plain(u64),
    Walked(Vec<Item>),
}

impl Cut {
    /// Physical records, as the structure pass counts them.
    pub fn records(&self) -> u64 {
        match self {
            Self::Plain(n) => *n,
            Self::Walked(items) => items.len() as u64,
        }
    }
}

/// What became of a block.
pub struct Loaded {
    pub frame: Option<Frame>,
    /// Without `physical`, which the structure pass counts.
    pub ledger: Ledger,
    /// Per column of the file the cells of loaded rows that are not blank.
    pub filled: Vec<u64>,
    /// Line, and why.
    pub quarantine: Vec<(u64, Reason)>,
}

/// Loads blocks, one after the other; its buffers are reused.
pub struct Loader<'a> {
    plan: &'a Plan,
    parser: Parser,
}

/// A block while it is being loaded.
struct Rows {
    ledger: Ledger,
    filled: Vec<u64>,
    quarantine: Vec<(u64, Reason)>,
    views: Views,
    rows: usize,
    lines: Vec<u64>,
    /// Where lines were counted up to.
    counted: (usize, u64),
}

impl Rows {
    fn new(plan: &Plan, line: u64, expected: usize) -> Self {
        Self {
            ledger: Ledger::default(),
            filled: vec![0; plan.fields],
            quarantine: Vec::new(),
            views: Views::new(plan.slots.len(), expected),
            rows: 0,
            lines: Vec::new(),
            counted: (0, line),
        }
    }

    /// The line of what begins there.
    fn line(&mut self, bytes: &[u8], at: usize) -> u64 {
        let (from, line) = self.counted;
        let line = line + scan::line_ends(&bytes[from..at]);
        self.counted = (at, line);
        line
    }

    /// Counts a row whose cells are in the views.
    fn row(&mut self, plan: &Plan, bytes: &[u8], at: usize) {
        self.rows += 1;
        if plan.lines {
            let line = self.line(bytes, at);
            self.lines.push(line);
        }
    }

    fn quarantine(&mut self, bytes: &[u8], at: usize, reason: Reason) {
        let line = self.line(bytes, at);
        *self.ledger.quarantined.entry(reason).or_default() += 1;
        self.quarantine.push((line, reason));
    }

    fn done(mut self, plan: &Plan) -> Loaded {
        self.ledger.loaded = self.rows as u64;
        self.ledger.read = self.ledger.loaded + self.ledger.quarantined();
        let frame = (self.rows > 0)
            .then(|| self.views.frame(&plan.slots, self.rows))
            .flatten()
            .map(|f| f.on(self.lines));
        if frame.is_none() {
            // rows that make no frame are not loaded; the ledger will not balance, and the run fails
            self.ledger.loaded = 0;
        }
        Loaded {
            frame,
            ledger: self.ledger,
            filled: self.filled,
            quarantine: self.quarantine,
        }
    }
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// What a whole, decoded record is.
pub enum Class {
    Row,
    Blank,
    Again,
    Out(Reason),
}

pub fn class<'c>(plan: &Plan, fields: usize, cell: impl Fn(usize) -> Cow<'c, [u8]>) -> Class {
    let white = |i: usize| {
        cell(i).iter().all(u8::is_ascii_whitespace)
            || std::str::from_utf8(&cell(i)).is_ok_and(|c| head::is_blank(&[c]))
    };
    // files that were joined repeat the header, and may repeat the byte order mark before it
    let again = |header: &Vec<String>| {
        let same = |i: usize| {
            let cell = cell(i);
            let bare = if i == 0 { cell.strip_prefix(BOM) } else { None };
            bare.unwrap_or(&cell) == header[i].as_bytes()
        };
        header.len() == fields && (0..fields).all(same)
    };
    if (0..fields).all(white) {
        Class::Blank
    } else if plan.header.as_ref().is_some_and(again) {
        Class::Again
    } else if fields == plan.fields || (plan.short_rows_blank && fields < plan.fields) {
        Class::Row
    } else if fields == 1 && plan.fields > 2 {
        // a line without any separator is a note, not a row
        Class::Out(Reason::NotARecord)
    } else if fields < plan.fields {
        Class::Out(Reason::TooFewFields)
    } else {
        Class::Out(Reason::TooManyFields)
    }
}

impl<'a> Loader<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            parser: Parser::new(plan.marks),
        }
    }

    pub fn load(&mut self, block: Block) -> Loaded {
        let plan = self.plan;
        match block.cut {
            Cut::Walked(items) => self.walked(&block.bytes, &items, block.line, block.last),
            Cut::Plain(records) => match plan.encoding.text(&block.bytes) {
                Some(text) => plain(plan, &text, block.line, records),
                None => {
                    let items = walk(&block.bytes, plan.marks);
                    self.walked(&block.bytes, &items, block.line, block.last)
                }
            },
        }
    }

    /// Every record by itself, by the record parser.
    fn walked(&mut self, bytes: &[u8], items: &[Item], line: u64, last: bool) -> Loaded {
        let plan = self.plan;
        let mut rows = Rows::new(plan, line, items.len());
        let foot = if last {
            self.footer(bytes, items)
        } else {
            items.len()
        };
        for (n, item) in items.iter().enumerate() {
            let raw = &bytes[item.start..item.end];
            let reason = match item.shape {
                Shape::Blank => {
                    rows.ledger.blank += 1;
                    continue;
                }
                Shape::Unclosed => Some(Reason::UnclosedQuote),
                Shape::OverLimit => Some(Reason::OverLimit),
                Shape::Record if memchr(0, raw).is_some() => Some(Reason::Nul),
                Shape::Record => None,
            };
            if let Some(reason) = reason {
                rows.quarantine(bytes, item.start, reason);
                continue;
            }
            let Some(text) = plan.encoding.text(raw) else {
                rows.quarantine(bytes, item.start, Reason::Undecodable);
                continue;
            };
            if !self.parser.split(text.as_bytes()) {
                // neither loaded nor quarantined: the two counts differ, and the run fails
                continue;
            }
            let parser = &self.parser;
            match class(plan, parser.count(), |i| Cow::Borrowed(parser.field(i))) {
                Class::Blank => rows.ledger.blank += 1,
                _ if n >= foot => rows.ledger.footer += 1,
                Class::Again => rows.ledger.repeated_header += 1,
                Class::Out(reason) => rows.quarantine(bytes, item.start, reason),
                Class::Row => {
                    for i in 0..plan.fields {
                        let cell = if i < parser.count() {
                            parser.field(i)
                        } else {
                            b""
                        };
                        rows.filled[i] += u64::from(!is_blank_bytes(cell));
                        if let Some(slot) = plan.targets[i] {
                            // a field of a text is a text
                            rows.views
                                .push(slot, std::str::from_utf8(cell).unwrap_or_default());
                        }
                    }
                    rows.row(plan, bytes, item.start);
                }
            }
        }
        rows.done(plan)
    }

    /// Position of the first record of the footer: totals and notes that end the file. It is at most [`FOOTER`] records
    /// long, and something else stands before it; blank records may stand between.
    fn footer(&mut self, bytes: &[u8], items: &[Item]) -> usize {
        let (mut foot, mut found) = (items.len(), 0);
        for (n, item) in items.iter().enumerate().rev() {
            if item.shape == Shape::Blank {
                continue;
            }
            let ended = item.next > item.end;
            let cells: Option<Vec<String>> = (item.shape == Shape::Record)
                .then(|| self.plan.encoding.text(&bytes[item.start..item.end]))
                .flatten()
                .filter(|t| self.parser.split(t.as_bytes()))
                .and_then(|_| {
                    self.parser
                        .fields()
                        .map(|f| std::str::from_utf8(f).ok().map(str::to_owned))
                        .collect()
                });
            match cells {
                Some(cells) if head::is_blank(&cells) => {}
                Some(cells) if is_footer(&cells, self.plan.fields, ended) => {
                    found += 1;
                    if found > FOOTER {
                        return items.len();
                    }
                    foot = n;
                }
                _ => return foot,
            }
        }
        // nothing but notes is no list with a footer
        items.len()
    }
}

/// Longest footer in records.
pub const FOOTER: usize = 12;

/// Words that begin a line of totals or notes, folded.
const TOTALS: [&str; 22] = [
    "total",
    "totals",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "anzahl",
    "records",
    "rows",
    "count",
    "totale",
    "somme",
    "suma",
    "totaal",
    "razem",
    "summa",
    "note",
    "hinweis",
    "stand",
    "quelle",
    "copyright",
];

/// A note (its first field alone is filled, fewer fields than a record) or a line of totals (a word for it, and at most
/// one more field). `ended` says that it has a line end: without one it may be a row that was cut off.
pub fn is_footer(cells: &[String], fields: usize, ended: bool) -> bool {
    let filled = cells.iter().filter(|c| !c.trim().is_empty()).count();
    let Some(first) = cells.iter().find(|c| !c.trim().is_empty()) else {
        return false;
    };
    if fields < 2 || filled > 2 || first.contains('@') {
        return false;
    }
    let text = fold(first);
    let total = TOTALS.iter().any(|w| {
        text.strip_prefix(w)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let marked = text.starts_with(['©', '*']);
    let starts = cells.first().is_some_and(|c| !c.trim().is_empty());
    let note = starts
        && filled == 1
        && cells.len() < fields
        && ended
        && text.contains([' ', ':'])
        && text.contains(char::is_alphabetic);
    let number = |c: &String| {
        let c = c.trim();
        let digits = c.chars().filter(char::is_ascii_digit).count();
        // a firm whose name begins with such a word, and its telephone number, are a row
        let phone = digits >= 6 && c.starts_with(['+', '0', '(']);
        !phone && !c.chars().any(char::is_alphabetic)
    };
    let rest = cells
        .iter()
        .skip_while(|c| c.trim().is_empty())
        .skip(1)
        .all(number);
    (total && rest) || (marked && filled == 1) || note
}

/// The records of a whole stretch, as the structure pass walks them.
pub fn walk(bytes: &[u8], marks: Marks) -> Vec<Item> {
    let (mut items, mut at) = (Vec::new(), 0);
    while let Next::Item(item) = scan::next(bytes, at, marks, true) {
        at = item.next;
        items.push(item);
    }
    items
}

/// The fast path: a text without anything odd.
fn plain(plan: &Plan, text: &str, line: u64, records: u64) -> Loaded {
    let bytes = text.as_bytes();
    let mut rows = Rows::new(plan, line, usize::try_from(records).unwrap_or(0));
    let mut undoubled = String::new();
    // NUL does not occur in a plain block, so it stands for "no quotes"
    let quote = plan.marks.quote.unwrap_or(0);
    let first = plan
        .header
        .as_ref()
        .and_then(|h| h.first())
        .map(String::as_bytes);
    let mut reader = simd_csv::ZeroCopyReaderBuilder::with_capacity(1 << 16)
        .delimiter(plan.marks.delimiter)
        .quote(quote)
        .flexible(true)
        .has_headers(false)
        .from_reader(Cursor::new(bytes));
    let mut next = 0;
    while let Ok(Some(record)) = reader.read_byte_record() {
        let start = next;
        let end = start + record.as_slice().len();
        next = match bytes.get(end) {
            Some(b'\r') => end + 2,
            Some(_) => end + 1,
            None => end,
        };
        let fields = record.len();
        let class = || class(plan, fields, |i| record.unescape(i).unwrap_or_default());
        let cell = record.unquote(0);
        let likely =
            fields == plan.fields && first != cell && !cell.is_some_and(|c| c.starts_with(BOM));
        // nearly every row shows with its first byte that it is no blank record
        let empty = record.as_slice().iter().all(|b| {
            *b == plan.marks.delimiter
                || *b == quote
                || b.is_ascii_whitespace()
                || !b.is_ascii_graphic()
        });
        if !likely || empty {
            match class() {
                Class::Row => {}
                Class::Blank => {
                    rows.ledger.blank += 1;
                    continue;
                }
                Class::Again => {
                    rows.ledger.repeated_header += 1;
                    continue;
                }
                Class::Out(reason) => {
                    rows.quarantine(bytes, start, reason);
                    continue;
                }
            }
        }
        let mut at = start;
        for (i, target) in plan.targets.iter().enumerate() {
            let length = record.get(i).map(<[u8]>::len);
            let raw = length.unwrap_or(0);
            let quoted = raw > 1 && bytes[at] == quote;
            // separators and quotes are ASCII, so the cell is whole characters
            let mut cell = match length {
                Some(_) if quoted => &text[at + 1..at + raw - 1],
                Some(_) => &text[at..at + raw],
                None => "",
            };
            if quoted && memchr(quote, cell.as_bytes()).is_some() {
                undoubled.clear();
                undouble(cell, quote, &mut undoubled);
                cell = &undoubled;
            }
            rows.filled[i] += u64::from(!is_blank_bytes(cell.as_bytes()));
            if let Some(slot) = target {
                rows.views.push(*slot, cell);
            }
            at += raw + 1;
        }
        rows.row(plan, bytes, start);
    }
    rows.done(plan)
}

fn undouble(inner: &str, quote: u8, into: &mut String) {
    let mut rest = inner;
    while let Some(n) = memchr(quote, rest.as_bytes()) {
        into.push_str(&rest[..=n]);
        rest = rest.get(n + 2..).unwrap_or_default();
    }
    into.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footers_are_notes_and_totals_and_never_rows() {
        let is = |line: &str, ended| {
            let cells: Vec<String> = line.split(';').map(str::to_owned).collect();
            is_footer(&cells, 4, ended)
        };
        for line in [
            "Summe;;12;",
            "Total: 4",
            "Grand total;1.234,50",
            "© 2026 Musterdaten",
            "Erstellt am 01.10.2026",
            ";Gesamt;17;",
        ] {
            assert!(is(line, true), "{line}");
        }
        for line in [
            "Anna",
            "Anna Berg;;;",
            "Total Kies GmbH;+49 30 23125 001;;",
            "Total Kies GmbH;030 23125001",
            "Summe;;12;Ulm",
            "anna berg@kofelblick-beispiel.de",
            "Totalbau KG;;;",
            ";;;",
        ] {
            assert!(!is(line, true), "{line}");
        }
        // a line that was cut off looks like a note
        assert!(!is("Anna Berg", false) && is("Summe", false));
    }
}
