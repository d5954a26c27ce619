//! A frame holds the cells of some rows: a polars `DataFrame` of text columns, made from a block that was read and
//! hashed. It is the only holder of cell values, and therefore has neither `Debug` nor `Serialize`.
//!
//! The view arrays of `polars-arrow` are not a stable interface; nothing outside this module touches them. The plain
//! twin ([`Frame::from_rows`]) builds the same frame by copying.

use polars::prelude::{
    Column as Series, DataFrame, IntoColumn as _, NamedFrom as _, Series as PlainSeries,
};
use polars_arrow::array::{MutableBinaryViewArray, Utf8ViewArray};

use crate::record::column::Column;

/// A column of the frame: which canonical column, the how-manieth of its field, and where it stood in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// None: it is none of them, and only handed through.
    pub column: Option<Column>,
    /// 1 for the first column of a field.
    pub slot: u32,
    /// Position in the file, from 1.
    pub position: usize,
    /// The header says the opposite of the column (`contact allowed` for an objection): yes means no.
    pub negated: bool,
}

impl Slot {
    pub const fn new(column: Column, slot: u32, position: usize) -> Self {
        Self {
            column: Some(column),
            slot,
            position,
            negated: false,
        }
    }
}

/// Columns in the making.
///
/// Cells of up to twelve bytes stand in the view itself; longer ones are copied out of the block, since views that point
/// into it would have to be checked for UTF-8 one by one, which costs more than copying text that is known to be.
pub struct Views(Vec<MutableBinaryViewArray<str>>);

impl Views {
    /// One column per slot, with room for so many rows.
    pub fn new(slots: usize, rows: usize) -> Self {
        Self(
            (0..slots)
                .map(|_| MutableBinaryViewArray::with_capacity(rows))
                .collect(),
        )
    }

    /// Appends a cell to the column of a slot.
    #[inline]
    pub fn push(&mut self, slot: usize, cell: &str) {
        self.0[slot].push_value(cell);
    }

    /// The frame of these columns; none if they are not all of `rows` cells.
    pub fn frame(self, slots: &[Slot], rows: usize) -> Option<Frame> {
        let fit = self.0.len() == slots.len() && self.0.iter().all(|c| c.len() == rows);
        let columns = slots.iter().zip(self.0);
        fit.then(|| Frame::from_views(rows, columns.map(|(s, c)| (*s, c.freeze())).collect()))
    }
}

pub struct Frame {
    slots: Vec<Slot>,
    table: DataFrame,
    rows: usize,
    lines: Vec<u64>,
}

impl Frame {
    /// From view arrays of equal length, one per slot.
    pub fn from_views(rows: usize, columns: Vec<(Slot, Utf8ViewArray)>) -> Self {
        let mut slots = Vec::with_capacity(columns.len());
        let mut series: Vec<Series> = Vec::with_capacity(columns.len());
        for (slot, array) in columns {
            debug_assert_eq!(array.len(), rows);
            series.push(
                PlainSeries::from_array(format!("#{}", slot.position).into(), array).into_column(),
            );
            slots.push(slot);
        }
        Self::assemble(rows, slots, series)
    }

    /// From copied texts: workbooks, examples, and the twin of the fast path. Missing cells are empty.
    pub fn from_rows<S: AsRef<str>>(slots: &[Slot], rows: &[Vec<S>]) -> Self {
        let series = slots
            .iter()
            .enumerate()
            .map(|(i, s)| {
                let cells: Vec<&str> = rows
                    .iter()
                    .map(|r| r.get(i).map_or("", AsRef::as_ref))
                    .collect();
                PlainSeries::new(format!("#{}", s.position).into(), cells).into_column()
            })
            .collect();
        Self::assemble(rows.len(), slots.to_vec(), series)
    }

    fn assemble(rows: usize, slots: Vec<Slot>, series: Vec<Series>) -> Self {
        // lengths are equal and names are positions, so this cannot fail; an empty table is the safe answer if it did
        let table = DataFrame::new(rows, series).unwrap_or_else(|_| DataFrame::empty());
        Self {
            slots,
            table,
            rows,
            lines: Vec::new(),
        }
    }

    /// The same frame, of rows that stand in these lines.
    pub fn on(mut self, lines: Vec<u64>) -> Self {
        self.lines = lines;
        self
    }

    /// Where each row begins in its file: physical line, in a workbook row, from 1. Nothing unless it was asked for
    /// ([`Source::whole`](super::source::Source::whole)).
    pub fn lines(&self) -> &[u64] {
        &self.lines
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The columns of a field, first slot first; none if it is not mapped.
    pub fn cells(&self, column: Column) -> Vec<Cells<'_>> {
        let mut found: Vec<Cells<'_>> = self
            .slots
            .iter()
            .zip(self.table.columns())
            .filter(|(s, _)| s.column == Some(column))
            .filter_map(|(s, c)| cells(*s, c))
            .collect();
        found.sort_by_key(|c| (c.slot.slot, c.slot.position));
        found
    }

    /// The column that stands there in the file (from 1); none if the frame does not hold it.
    pub fn at(&self, position: usize) -> Option<Cells<'_>> {
        let mut all = self.slots.iter().zip(self.table.columns());
        all.find(|(s, _)| s.position == position)
            .and_then(|(s, c)| cells(*s, c))
    }
}

fn cells(slot: Slot, series: &Series) -> Option<Cells<'_>> {
    let texts = series.as_materialized_series().str().ok()?;
    let array = texts.downcast_iter().next()?;
    Some(Cells { slot, array })
}

/// The cells of one column.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    pub slot: Slot,
    array: &'a Utf8ViewArray,
}

impl<'a> Cells<'a> {
    /// The text as it was read; empty if the cell is empty.
    pub fn get(&self, row: usize) -> &'a str {
        self.array.value(row)
    }

    pub fn len(&self) -> usize {
        self.array.len()
    }

    pub fn is_empty(&self) -> bool {
        self.array.len() == 0
    }

    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.array.values_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_of_a_field_come_in_order() {
        let slot = Slot::new;
        let slots = [
            slot(Column::Phone, 2, 3),
            slot(Column::Email, 1, 1),
            slot(Column::Phone, 1, 2),
        ];
        let frame = Frame::from_rows(&slots, &[vec!["two", "mail", "one"], vec!["b"]]);
        let phones = frame.cells(Column::Phone);
        assert_eq!(
            (phones[0].get(0), phones[1].get(0), phones[1].get(1)),
            ("one", "two", "b")
        );
        assert_eq!(frame.cells(Column::Email)[0].get(1), "");
        assert!(frame.cells(Column::Source).is_empty());
    }

    #[test]
    fn views_hold_what_the_plain_twin_copies() {
        let slots = [
            Slot::new(Column::City, 1, 1),
            Slot::new(Column::Email, 1, 2),
        ];
        let rows = [
            ["Oberammergau am See", "anna@kofelblick-beispiel.de"],
            ["Ulm", ""],
            ["Köln an dem großen Rhein", "x"],
        ];
        let mut views = Views::new(2, 3);
        for row in rows {
            views.push(0, row[0]);
            views.push(1, row[1]);
        }
        let frame = views.frame(&slots, 3).expect("frame");
        let plain = Frame::from_rows(&slots, &rows.map(Vec::from));
        for column in [Column::City, Column::Email] {
            let (a, b) = (frame.cells(column)[0], plain.cells(column)[0]);
            assert!(a.iter().eq(b.iter()));
        }
        let mut short = Views::new(2, 1);
        short.push(0, "x");
        assert!(short.frame(&slots, 1).is_none());
    }
}
