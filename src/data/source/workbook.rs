//! How a workbook is read: which sheet, where its header stands, and a sample of its rows.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::text::SAMPLE;
use super::{Delivered, Inside, ReadOptions, Stamp, empty, no_header, place, unreadable};
use crate::base::code::reading;
use crate::base::error::{Error, Errors, Result};
use crate::data::csv::load::Plan;
use crate::data::csv::scan::Marks;
use crate::data::sniff::archive::{self, Member};
use crate::data::sniff::encoding::Encoding;
use crate::data::sniff::head;
use crate::data::xlsx::{self, Trouble};
use crate::record::census::{Dialect, Reading};
use crate::record::ledger::Ledger;
use crate::text;

/// The bytes of a workbook, up to the limit.
pub fn bytes(path: &Path, file: &mut File) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(xlsx::PACKED + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| unreadable(path, &e))?;
    if bytes.len() as u64 > xlsx::PACKED {
        return Err(trouble(path, Trouble::OverLimits));
    }
    Ok(bytes)
}

/// Why a workbook is not read, as an error.
pub fn trouble(path: &Path, trouble: Trouble) -> Errors {
    let (code, message) = match trouble {
        Trouble::Damaged => (
            &reading::WORKBOOK_DAMAGED,
            text!(
                "the workbook is damaged or protected",
                "die Arbeitsmappe ist beschädigt oder geschützt"
            ),
        ),
        Trouble::SheetMissing => (
            &reading::SHEET_MISSING,
            text!(
                "the workbook has no such sheet",
                "dieses Blatt gibt es in der Arbeitsmappe nicht"
            ),
        ),
        Trouble::OverLimits => (
            &reading::OVER_LIMITS,
            text!(
                "the workbook is larger inside than a list may be",
                "die Arbeitsmappe ist innen größer, als eine Liste sein darf"
            ),
        ),
    };
    Error::new(code, message).at(place(path)).into()
}

/// How a workbook is read, and a sample of its rows.
pub fn examine(
    path: &Path,
    file: &mut File,
    stamp: Stamp,
    members: &[Member],
    options: &ReadOptions,
) -> Result<(Delivered, Vec<Vec<String>>)> {
    let expanded: u64 = members.iter().map(|m| m.bytes).sum();
    if stamp.bytes > xlsx::PACKED || expanded > xlsx::EXPANDED {
        return Err(trouble(path, Trouble::OverLimits));
    }
    let fail = |e| unreadable(path, &e);
    std::io::Seek::rewind(file).map_err(fail)?;
    let bytes = bytes(path, file)?;
    if !archive::honest(&bytes, members) {
        return Err(trouble(path, Trouble::Damaged));
    }
    // rows by their number: those that hold no cell are blank records
    let mut rows: Vec<Vec<String>> = Vec::new();
    let sheets = xlsx::rows(&bytes, options.sheet.as_deref(), |line, cells| {
        let at = usize::try_from(line).unwrap_or(usize::MAX);
        if at > 4 * SAMPLE {
            return false;
        }
        rows.resize(at, Vec::new());
        rows[at - 1] = cells.to_vec();
        rows.len() < SAMPLE + head::DEPTH
    })
    .map_err(|t| trouble(path, t))?;
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width == 0 {
        return Err(empty(path));
    }
    let rows: Vec<head::Row> = rows
        .into_iter()
        .map(|mut r| {
            r.resize(width, String::new());
            Some(r)
        })
        .collect();
    let head = head::find(&rows, options.header_row).ok_or_else(|| no_header(path))?;
    let sample = rows
        .into_iter()
        .skip(head.records)
        .flatten()
        .filter(|r| !head::is_blank(r))
        .collect();
    let delivered = Delivered {
        path: path.to_owned(),
        stamp,
        reading: Reading {
            format: "xlsx".to_owned(),
            encoding: "utf-8".to_owned(),
            ascii: false,
            dialect: Dialect {
                header_record: head.header.is_some().then_some(head.records as u64),
                sheet: sheets.iter().position(|s| s.read).map(|at| at as u64 + 1),
                ..Dialect::default()
            },
            assumptions: Vec::new(),
        },
        sheets,
        inside: Inside::Workbook {
            sheet: options.sheet.clone(),
            first: head.records as u64 + 1,
        },
        before: Ledger {
            physical: head.records as u64,
            header: u64::from(head.header.is_some()),
            preamble: head.preamble,
            blank: head.blank,
            ..Ledger::default()
        },
        plan: Plan {
            // a workbook has neither; nothing asks for them
            marks: Marks {
                delimiter: b',',
                quote: None,
            },
            encoding: Encoding::Utf8 { bom: false },
            fields: width,
            header: head.header,
            short_rows_blank: false,
            slots: Vec::new(),
            targets: vec![None; width],
            lines: false,
        },
    };
    Ok((delivered, sample))
}
