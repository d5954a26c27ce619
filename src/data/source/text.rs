//! How a delimited text is read: encoding, separator, header, and a sample of rows from fixed places.

use std::fs::File;
use std::io;
use std::path::Path;

use super::{Delivered, Inside, ReadOptions, Stamp, empty, no_header, place, unreadable};
use crate::base::code::reading;
use crate::base::error::{Error, Errors, Result};
use crate::data::csv::feed::{Start, TAIL};
use crate::data::csv::load::Plan;
use crate::data::csv::record::Parser;
use crate::data::csv::scan::{self, Marks};
use crate::data::sniff::encoding::{Encoding, Votes, Wide};
use crate::data::sniff::{self, dialect, head};
use crate::record::census::{Dialect, Reading};
use crate::record::ledger::Ledger;
use crate::text;

/// Rows of the sample from the head of a file, and from each spot of a long one.
pub const SAMPLE: usize = 1_000;
const SPOT_ROWS: usize = 100;
const SPOTS: u64 = 16;
const SPOT: usize = 64 << 10;

fn option(path: &Path, en: &str, de: &str) -> Errors {
    Error::new(&reading::OPTION_ILLEGIBLE, text!("{en}", "{de}"))
        .at(place(path))
        .into()
}

/// How a text file is read, and a sample of its rows.
pub fn examine(
    path: &Path,
    file: &mut File,
    stamp: Stamp,
    spots: sniff::Spots,
    options: &ReadOptions,
) -> Result<(Delivered, Vec<Vec<String>>)> {
    let mut ascii = false;
    let encoding = match &options.encoding {
        Some(name) => Encoding::find(name, &spots.head).ok_or_else(|| {
            option(
                path,
                "no encoding that lists are read in",
                "keine Kodierung, in der Listen gelesen werden",
            )
        })?,
        None => {
            let mut votes = Votes::default();
            sniff::spots(file, stamp.bytes, |bytes| votes.look(bytes))
                .map_err(|e| unreadable(path, &e))?;
            ascii = votes.are_ascii();
            votes.decide(&spots.head)
        }
    };
    let mut text = spots.head;
    if let Encoding::Utf16 { big, .. } = encoding {
        let mut decoded = Vec::new();
        Wide::new(big).decode(&text, spots.whole, &mut decoded);
        text = decoded;
    }
    let bom = if text.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    let buf = &text[bom..];
    let marks = marks(path, buf, spots.whole, options)?;
    let items = dialect::items(buf, 0, marks, spots.whole, head::DEPTH + SAMPLE);
    let mut parser = Parser::new(marks);
    let rows: Vec<head::Row> = items
        .iter()
        .map(|i| row(&mut parser, buf, i, encoding))
        .collect();
    if rows
        .iter()
        .all(|r| r.as_ref().is_some_and(|c| head::is_blank(c)))
    {
        return Err(empty(path));
    }
    let head = head::find(&rows, options.header_row).ok_or_else(|| no_header(path))?;
    let skip = items
        .get(head.records)
        .map_or_else(|| items.last().map_or(buf.len(), |i| i.next), |i| i.start);
    let mut sample: Vec<Vec<String>> = rows
        .into_iter()
        .skip(head.records)
        .flatten()
        .filter(|r| r.len() == head.fields && !head::is_blank(r))
        .collect();
    if !spots.whole && !matches!(encoding, Encoding::Utf16 { .. }) {
        sample.extend(
            elsewhere(file, stamp.bytes, marks, encoding, head.fields)
                .map_err(|e| unreadable(path, &e))?,
        );
    }
    let reading = Reading {
        format: "csv".to_owned(),
        encoding: encoding.name(),
        ascii,
        dialect: Dialect {
            delimiter: Some(delimiter_name(marks.delimiter)),
            quote: Some(quote_name(marks.quote)),
            line_end: dialect::line_end(buf, &items).map(str::to_owned),
            header_record: head.header.is_some().then_some(head.records as u64),
            sheet: None,
        },
        assumptions: Vec::new(),
    };
    let delivered = Delivered {
        path: path.to_owned(),
        stamp,
        reading,
        sheets: Vec::new(),
        inside: Inside::Text(Start {
            skip: bom + skip,
            line: 1 + scan::line_ends(&buf[..skip]),
            tail: TAIL,
        }),
        before: Ledger {
            physical: head.records as u64,
            header: u64::from(head.header.is_some()),
            preamble: head.preamble,
            blank: head.blank,
            ..Ledger::default()
        },
        plan: Plan {
            marks,
            encoding,
            fields: head.fields,
            header: head.header,
            short_rows_blank: options.short_rows_blank,
            slots: Vec::new(),
            targets: vec![None; head.fields],
            lines: false,
        },
    };
    Ok((delivered, sample))
}

fn marks(path: &Path, buf: &[u8], whole: bool, options: &ReadOptions) -> Result<Marks> {
    let byte = |c: char| {
        u8::try_from(c)
            .ok()
            .filter(|b| b.is_ascii() && !matches!(b, b'\n' | b'\r' | 0))
            .ok_or_else(|| {
                option(
                    path,
                    "separator and quote are single ASCII characters",
                    "Trenn- und Anführungszeichen sind einzelne ASCII-Zeichen",
                )
            })
    };
    let delimiter = options.delimiter.map(byte).transpose()?;
    let quote = options.quote.map(|q| q.map(byte).transpose()).transpose()?;
    if delimiter.is_some() && Some(delimiter) == quote {
        return Err(option(
            path,
            "separator and quote are the same character",
            "Trenn- und Anführungszeichen sind dasselbe Zeichen",
        ));
    }
    Ok(dialect::find(buf, whole, delimiter, quote))
}

fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b',' => "comma".to_owned(),
        b';' => "semicolon".to_owned(),
        b'\t' => "tab".to_owned(),
        b'|' => "pipe".to_owned(),
        other => format!("byte-{other}"),
    }
}

fn quote_name(quote: Option<u8>) -> String {
    match quote {
        Some(b'"') => "double".to_owned(),
        None => "none".to_owned(),
        Some(other) => format!("byte-{other}"),
    }
}

fn row(parser: &mut Parser, buf: &[u8], item: &scan::Item, encoding: Encoding) -> head::Row {
    match item.shape {
        scan::Shape::Blank => Some(vec![String::new()]),
        scan::Shape::Record => {
            let text = encoding.text(&buf[item.start..item.end])?;
            parser.split(text.as_bytes()).then(|| {
                parser
                    .fields()
                    .map(|f| String::from_utf8_lossy(f).into_owned())
                    .collect()
            })
        }
        scan::Shape::Unclosed | scan::Shape::OverLimit => None,
    }
}

/// Rows from fixed spots of a long file. A spot may begin within quotes; then most of its records do not fit, and it is
/// left out.
fn elsewhere(
    file: &mut File,
    bytes: u64,
    marks: Marks,
    encoding: Encoding,
    fields: usize,
) -> io::Result<Vec<Vec<String>>> {
    let (mut rows, mut spot, mut parser) = (Vec::new(), vec![0; SPOT], Parser::new(marks));
    for i in 1..=SPOTS {
        let n = sniff::read_at(file, sniff::place(i, SPOTS + 1, bytes), &mut spot)?;
        let Some(start) = memchr::memchr2(b'\n', b'\r', &spot[..n]) else {
            continue;
        };
        let items = dialect::items(&spot[..n], start + 1, marks, false, SPOT_ROWS);
        let whole: Vec<_> = items
            .iter()
            .filter_map(|i| row(&mut parser, &spot[..n], i, encoding))
            .filter(|r| r.len() == fields && !head::is_blank(r))
            .collect();
        if whole.len() * 2 > items.len() {
            rows.extend(whole);
        }
    }
    Ok(rows)
}
