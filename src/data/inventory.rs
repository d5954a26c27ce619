//! What a list itself tells of how it is written, for whoever must describe it: the form of its dates, and, where that
//! is asked for, the values of the column that names the source. The latter are text of cells; they leave this module
//! only for a file of the vendor's own.

use std::collections::HashMap;
use std::sync::Mutex;

use super::blank::{fold, is_blank};
use super::frame::Frame;
use super::measure::Effort;
use super::profile::{Named, Shapes};
use super::source::{Read, Source};
use crate::base::error::Result;
use crate::record::column::{Column, Kind};

/// Rows in which a source must occur, and how many of them are named.
const FEW: u64 = 5;
const MOST: usize = 40;
/// Distinct values that are counted at all.
const KEPT: usize = 10_000;
/// Characters of a value that may be a name for a source.
const LONGEST: usize = 60;

/// A list, read whole.
pub struct Inventory {
    pub read: Read,
    /// Per column of the file, in its order; none: text, or not the same form in every cell.
    pub dates: Vec<Option<Dates>>,
    pub sources: Sources,
}

/// How every cell of a column writes its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// ISO 8601.
    Day,
    /// ISO 8601 with a time and `Z`.
    Time,
    /// As `strptime` names it, which Data Package takes.
    Written(&'static str),
}

/// Values of the column `source`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Values that may be named, the most frequent first.
    pub named: Vec<String>,
    /// Distinct values that are not: rare, or perhaps about a person.
    pub left: usize,
}

impl Inventory {
    /// Reads every row once. Values of sources are gathered only if `sources`.
    ///
    /// # Errors
    /// As [`Source::run`].
    pub fn of(source: &Source, sources: bool) -> Result<Self> {
        let fields = source.headers().len();
        let columns: Vec<Option<Column>> = source.columns().iter().map(|c| c.used()).collect();
        let dated =
            |c: &Option<Column>| c.is_some_and(|c| matches!(c.kind(), Kind::Date | Kind::DateTime));
        let hand = Hand {
            shapes: columns
                .iter()
                .map(|c| dated(c).then(Shapes::default))
                .collect(),
            values: HashMap::new(),
            other: 0,
        };
        let hand = Mutex::new(hand);
        // one worker: shapes are counted in the order of the list
        let read = source.run(1, Effort::default().block, &|_, frame| {
            let mut hand = hand
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            hand.count(frame, sources);
        })?;
        let hand = hand
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut dates: Vec<Option<Dates>> = Vec::with_capacity(fields);
        for shapes in hand.shapes {
            dates.push(shapes.and_then(|s| only(&s.named())));
        }
        Ok(Self {
            read,
            dates,
            sources: named(hand.values.into_values(), hand.other),
        })
    }
}

/// What the worker has gathered.
struct Hand {
    shapes: Vec<Option<Shapes>>,
    /// By the folded value: as it was written first, and its rows.
    values: HashMap<String, (String, u64)>,
    /// Whether there were more values than are kept.
    other: usize,
}

impl Hand {
    fn count(&mut self, frame: &Frame, sources: bool) {
        for (at, shapes) in self.shapes.iter_mut().enumerate() {
            if let (Some(shapes), Some(cells)) = (shapes, frame.at(at + 1)) {
                shapes.count(&cells);
            }
        }
        if !sources {
            return;
        }
        for cells in frame.cells(Column::Source) {
            for cell in cells.iter().filter(|c| !is_blank(c)) {
                let key = fold(cell);
                if self.values.len() < KEPT || self.values.contains_key(&key) {
                    let entry = self.values.entry(key);
                    entry.or_insert_with(|| (cell.trim().to_owned(), 0)).1 += 1;
                } else {
                    self.other += 1;
                }
            }
        }
    }
}

/// The form that every cell has; none if there are several, or a cell that is no date of a known form.
fn only(named: &Named) -> Option<Dates> {
    let [(shape, _)] = &named.shapes[..] else {
        return None;
    };
    if named.other > 0 {
        return None;
    }
    Some(match &shape[..] {
        "YYYY-MM-DD" => Dates::Day,
        "YYYY-MM-DDThh:mm:ssZ" => Dates::Time,
        "DD.MM.YYYY" => Dates::Written("%d.%m.%Y"),
        "DD/MM/YYYY" => Dates::Written("%d/%m/%Y"),
        "MM/DD/YYYY" => Dates::Written("%m/%d/%Y"),
        "DD-MM-YYYY" => Dates::Written("%d-%m-%Y"),
        "MM-DD-YYYY" => Dates::Written("%m-%d-%Y"),
        "YYYY/MM/DD" => Dates::Written("%Y/%m/%d"),
        "YYYY-MM-DD hh:mm:ss" => Dates::Written("%Y-%m-%d %H:%M:%S"),
        "DD.MM.YYYY hh:mm" => Dates::Written("%d.%m.%Y %H:%M"),
        "DD.MM.YYYY hh:mm:ss" => Dates::Written("%d.%m.%Y %H:%M:%S"),
        _ => return None,
    })
}

/// The values that may be named.
fn named(values: impl Iterator<Item = (String, u64)>, other: usize) -> Sources {
    let (mut fit, rest): (Vec<_>, Vec<_>) =
        values.partition(|(value, rows)| *rows >= FEW && is_impersonal(value));
    fit.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let left = rest.len() + fit.len().saturating_sub(MOST) + usize::from(other > 0);
    fit.truncate(MOST);
    Sources {
        named: fit.into_iter().map(|(value, _)| value).collect(),
        left,
    }
}

/// Nothing in it looks like an address, a number or a page of somebody: no `@`, no run of digits that is longer than a
/// year, no path behind a domain.
fn is_impersonal(value: &str) -> bool {
    let run = value
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or(0);
    value.chars().count() <= LONGEST
        && value.chars().any(char::is_alphabetic)
        && value.chars().all(|c| !c.is_control())
        && run <= 4
        && !value.contains(['@', '/', '\\'])
        && value.chars().filter(char::is_ascii_digit).count() <= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_frequent_values_that_are_about_nobody_are_named() {
        let value = |v: &str, n| (v.to_owned(), n);
        let found = named(
            [
                value("Messe 2026", 7),
                value("Impressum", 9),
                value("selten", 4),
                value("a@b-beispiel.de", 90),
                value("030 2312500", 90),
                value("+49 171 39", 90),
                value("https://netz-beispiel.de/anna", 90),
                value("12", 90),
            ]
            .into_iter(),
            0,
        );
        assert_eq!(found.named, ["Impressum", "Messe 2026", "+49 171 39"][..2]);
        assert_eq!(found.left, 6);
    }

    #[test]
    fn a_date_has_a_form_only_if_every_cell_has_it() {
        let named = |shapes: &[(&str, u64)], other| Named {
            shapes: shapes.iter().map(|(s, n)| ((*s).to_owned(), *n)).collect(),
            other,
        };
        assert_eq!(
            only(&named(&[("DD.MM.YYYY", 9)], 0)),
            Some(Dates::Written("%d.%m.%Y"))
        );
        assert_eq!(only(&named(&[("DD.MM.YYYY", 9)], 1)), None);
        assert_eq!(only(&named(&[("99/99/YYYY", 9)], 0)), None);
        assert_eq!(
            only(&named(&[("YYYY-MM-DD", 9), ("DD.MM.YYYY", 5)], 0)),
            None
        );
    }
}
