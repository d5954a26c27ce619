//! Workbooks: one sheet, the first visible one or the one named. Cells have types; they become text by one rule:
//!
//! | cell | text |
//! |---|---|
//! | text | as it stands |
//! | number | shortest decimal form, whole numbers without `.0`; a format of zeros alone (`00000`) pads |
//! | date, time | ISO 8601: `2026-11-23`, `2026-11-23T14:05:09`, a time alone `14:05:09` |
//! | yes/no | `TRUE`, `FALSE` |
//! | error | its code, such as `#N/A` |
//! | formula | its stored result, by the same rule |
//!
//! A row of a sheet has no separators that could be missing: cells that are not stored are blank, and a row is as wide
//! as the header. Text to the right of it makes the row one with too many fields. Rows without cells are blank records.

use std::borrow::Cow;
use std::collections::{BTreeSet, VecDeque};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Style, Xlsx};

use super::blank::is_blank_bytes;
use super::csv::load::{self, Class, Plan};
use super::csv::{NAMED, Pass, Piece, Shape};
use super::frame::{Frame, Views};
use super::source::Sheet as Named;
use crate::record::ledger::Reason;

/// Largest workbook, and largest sum of what its members expand to.
pub const PACKED: u64 = 256 << 20;
pub const EXPANDED: u64 = 2 << 30;
/// Most cells of a sheet, and longest text of one.
const CELLS: u64 = 200_000_000;
const CELL: usize = 1 << 20;
/// Rows per frame.
const BATCH: usize = 8_192;

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Damaged,
    SheetMissing,
    OverLimits,
}

impl From<calamine::XlsxError> for Trouble {
    fn from(_: calamine::XlsxError) -> Self {
        // the message may repeat what is in the file
        Self::Damaged
    }
}

/// Calls `row` with the number (from 1) and the cells of every row that has any, blank ones at its end left off, until
/// it says stop. Gives all sheets of the workbook.
pub fn rows(
    bytes: &[u8],
    sheet: Option<&str>,
    mut row: impl FnMut(u64, &[String]) -> bool,
) -> Result<Vec<Named>, Trouble> {
    // a damaged workbook may make the library panic
    catch_unwind(AssertUnwindSafe(|| stream(bytes, sheet, &mut row)))
        .unwrap_or(Err(Trouble::Damaged))
}

/// Row (from 1) and column (from 0) of the cells of a sheet that are worked out.
pub fn formulas(bytes: &[u8], sheet: &str) -> Result<BTreeSet<(u64, usize)>, Trouble> {
    let find = || {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
        let mut reader = book.worksheet_cells_reader(sheet)?;
        let (mut found, mut count) = (BTreeSet::new(), 0);
        while let Some(cell) = reader.next_formula()? {
            count += 1;
            if count > CELLS {
                return Err(Trouble::OverLimits);
            }
            if !cell.get_value().is_empty() {
                let (row, column) = cell.get_position();
                found.insert((u64::from(row) + 1, column as usize));
            }
        }
        Ok(found)
    };
    catch_unwind(AssertUnwindSafe(find)).unwrap_or(Err(Trouble::Damaged))
}

fn stream(
    bytes: &[u8],
    sheet: Option<&str>,
    row: &mut dyn FnMut(u64, &[String]) -> bool,
) -> Result<Vec<Named>, Trouble> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let sheets = book.sheets_metadata();
    let number = sheet.and_then(|s| s.parse::<usize>().ok());
    let at = match sheet {
        Some(name) => sheets.iter().position(|s| s.name == name).or_else(|| {
            number
                .and_then(|n| n.checked_sub(1))
                .filter(|n| *n < sheets.len())
        }),
        None => sheets
            .iter()
            .position(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet),
    };
    let at = at.ok_or(Trouble::SheetMissing)?;
    let name = sheets[at].name.clone();
    let sheets = sheets.iter().enumerate().map(|(n, s)| Named {
        name: s.name.clone(),
        visible: s.visible == SheetVisible::Visible,
        read: n == at,
    });
    let sheets = sheets.collect();
    let mut reader = book.worksheet_cells_reader(&name)?;
    let pads = pads(reader.styles());
    let (mut cells, mut current, mut count) = (Vec::<String>::new(), None::<u32>, 0_u64);
    loop {
        let next = reader.next_cell_with_style_id()?;
        count += 1;
        let position = next.as_ref().map(|(c, _)| c.get_position());
        if position.map(|p| p.0) != current || next.is_none() {
            if let Some(done) = current {
                while cells.last().is_some_and(String::is_empty) {
                    cells.pop();
                }
                if !cells.is_empty() && !row(u64::from(done) + 1, &cells) {
                    break;
                }
                cells.clear();
            }
            // rows come in order in every sheet that a spreadsheet program writes; others could count a row twice
            if position.is_some_and(|p| current.is_some_and(|c| p.0 < c)) {
                return Err(Trouble::Damaged);
            }
            current = position.map(|p| p.0);
        }
        let (Some((cell, style)), Some((_, column))) = (next, position) else {
            break;
        };
        let column = column as usize;
        if count > CELLS || column >= 1 << 14 {
            return Err(Trouble::OverLimits);
        }
        let text = text(cell.get_value(), pads.get(style).copied().unwrap_or(0));
        if text.len() > CELL {
            return Err(Trouble::OverLimits);
        }
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }
    Ok(sheets)
}

/// Per style how many digits a format of zeros alone asks for.
fn pads(styles: &[Style]) -> Vec<usize> {
    styles
        .iter()
        .map(|s| {
            s.number_format
                .as_ref()
                .map(|f| f.format_code.as_str())
                .filter(|c| (2..=20).contains(&c.len()) && c.bytes().all(|b| b == b'0'))
                .map_or(0, str::len)
        })
        .collect()
}

/// The one rule.
fn text(value: &DataRef<'_>, pad: usize) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => s.clone(),
        DataRef::SharedString(s) => (*s).to_owned(),
        DataRef::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Error(e) => e.to_string(),
        DataRef::Int(n) if *n >= 0 => format!("{n:0pad$}"),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(x) if x.fract() == 0.0 && x.abs() < 1e15 => {
            let n = *x as i64;
            if n >= 0 {
                format!("{n:0pad$}")
            } else {
                n.to_string()
            }
        }
        DataRef::Float(x) => x.to_string(),
        DataRef::DateTime(d) => {
            let (year, month, day, h, m, s, ms) = d.to_ymd_hms_milli();
            let clock = if ms == 0 {
                format!("{h:02}:{m:02}:{s:02}")
            } else {
                format!("{h:02}:{m:02}:{s:02}.{ms:03}")
            };
            let whole = d.as_f64().fract() == 0.0;
            if d.is_duration() || d.as_f64() < 1.0 && !whole {
                clock
            } else if whole {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02}T{clock}")
            }
        }
    }
}

/// What waits to be known as the last rows of the sheet.
type Waiting = VecDeque<(u64, Vec<String>)>;

/// Rows on their way to the workers.
struct Sheet<'p> {
    plan: &'p Plan,
    pass: Pass,
    views: Views,
    rows: usize,
    lines: Vec<u64>,
    /// Frames handed over.
    frames: u64,
    last: u64,
}

impl Sheet<'_> {
    /// Counts or loads one row; a full batch comes back.
    fn take(&mut self, line: u64, cells: &[String]) -> Option<(u64, Frame)> {
        let plan = self.plan;
        let fields = cells.len().max(plan.fields);
        let cell = |i: usize| cells.get(i).map_or(&b""[..], |c| c.as_bytes());
        match load::class(plan, fields, |i| Cow::Borrowed(cell(i))) {
            Class::Blank => self.pass.ledger.blank += 1,
            Class::Again => self.pass.ledger.repeated_header += 1,
            Class::Out(reason) => self.quarantine(line, reason),
            Class::Row => {
                for i in 0..plan.fields {
                    self.pass.filled[i] += u64::from(!is_blank_bytes(cell(i)));
                    if let Some(slot) = plan.targets[i] {
                        self.views
                            .push(slot, cells.get(i).map_or("", String::as_str));
                    }
                }
                self.rows += 1;
                if plan.lines {
                    self.lines.push(line);
                }
            }
        }
        (self.rows >= BATCH).then(|| self.frame()).flatten()
    }

    fn quarantine(&mut self, line: u64, reason: Reason) {
        *self.pass.ledger.quarantined.entry(reason).or_default() += 1;
        if self.pass.quarantine.len() < NAMED {
            self.pass.quarantine.push((line, reason));
        }
    }

    /// The rows at hand. Rows that make no frame are not counted as loaded, and the ledger does not balance.
    fn frame(&mut self) -> Option<(u64, Frame)> {
        let views = std::mem::replace(&mut self.views, Views::new(self.plan.slots.len(), BATCH));
        let rows = std::mem::take(&mut self.rows);
        let lines = std::mem::take(&mut self.lines);
        if rows == 0 {
            return None;
        }
        let frame = views.frame(&self.plan.slots, rows)?.on(lines);
        self.pass.ledger.loaded += rows as u64;
        self.frames += 1;
        Some((self.frames - 1, frame))
    }
}

/// Reads a sheet once, from the row `first` (from 1).
pub fn run(
    bytes: &[u8],
    sheet: Option<&str>,
    plan: &Plan,
    first: u64,
    shape: Shape,
    each: &(dyn Fn(usize, Piece<'_>) + Sync),
) -> Result<Pass, Trouble> {
    let threads = shape.threads.max(1);
    let (send, receive) = sync_channel::<(u64, Frame)>(threads);
    // the workers alone hold the receiving end: if they are gone, sending fails instead of waiting
    let receive = Arc::new(Mutex::new(receive));
    std::thread::scope(|scope| {
        for n in 0..threads {
            let receive = receive.clone();
            scope.spawn(move || work(n, &receive, each));
        }
        drop(receive);
        let mut loading = Sheet {
            plan,
            pass: Pass {
                filled: vec![0; plan.fields],
                ..Pass::default()
            },
            views: Views::new(plan.slots.len(), BATCH),
            rows: 0,
            lines: Vec::new(),
            frames: 0,
            last: first - 1,
        };
        let mut waiting = Waiting::new();
        rows(bytes, sheet, |line, cells| {
            if line < first {
                return true;
            }
            // rows between that hold no cell
            loading.pass.ledger.blank += line - loading.last - 1;
            loading.last = line;
            waiting.push_back((line, cells.to_vec()));
            while waiting.len() > load::FOOTER + 1 {
                let frame = waiting
                    .pop_front()
                    .and_then(|(line, cells)| loading.take(line, &cells));
                if frame.is_some_and(|f| send.send(f).is_err()) {
                    return false;
                }
            }
            true
        })?;
        let foot = footer(&waiting, plan.fields);
        for (n, (line, cells)) in waiting.iter().enumerate() {
            if n >= foot {
                loading.pass.ledger.footer += 1;
            } else if let Some(frame) = loading.take(*line, cells) {
                let _ = send.send(frame);
            }
        }
        if let Some(frame) = loading.frame() {
            let _ = send.send(frame);
        }
        drop(send);
        let mut pass = loading.pass;
        pass.ledger.read = pass.ledger.loaded + pass.ledger.quarantined();
        pass.records = loading.last + 1 - first;
        Ok(pass)
    })
}

/// Position of the first row of totals at the end.
fn footer(waiting: &Waiting, fields: usize) -> usize {
    let notes = waiting
        .iter()
        .rev()
        .take_while(|(_, cells)| load::is_footer(cells, fields, false))
        .count();
    if notes > load::FOOTER {
        waiting.len()
    } else {
        waiting.len() - notes
    }
}

fn work(
    worker: usize,
    receive: &Mutex<Receiver<(u64, Frame)>>,
    each: &(dyn Fn(usize, Piece<'_>) + Sync),
) {
    loop {
        let received = receive
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .recv();
        let Ok((number, frame)) = received else {
            return;
        };
        let frame = Some(&frame);
        each(worker, Piece { number, frame });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn every_type_of_cell_has_one_text() {
        let date =
            |x: f64| DataRef::DateTime(ExcelDateTime::new(x, ExcelDateTimeType::DateTime, false));
        for (value, pad, expected) in [
            (DataRef::Empty, 0, ""),
            (DataRef::SharedString("01067"), 0, "01067"),
            (DataRef::Float(1067.0), 5, "01067"),
            (DataRef::Float(1067.0), 0, "1067"),
            (DataRef::Float(4.5), 0, "4.5"),
            (DataRef::Float(-3.0), 0, "-3"),
            (DataRef::Float(4.91512e11), 0, "491512000000"),
            (DataRef::Int(7), 3, "007"),
            (DataRef::Bool(true), 0, "TRUE"),
            (DataRef::Error(CellErrorType::NA), 0, "#N/A"),
            (date(46_349.0), 0, "2026-11-23"),
            (date(46_349.5), 0, "2026-11-23T12:00:00"),
            (date(0.25), 0, "06:00:00"),
        ] {
            assert_eq!(text(&value, pad), expected, "{value:?}");
        }
    }
}
