//! A frame holds the cells of some rows: a polars `DataFrame` whose text columns point into the block that was read
//! and hashed. It is the only holder of cell values, and therefore has neither `Debug` nor `Serialize`.
//!
//! The view arrays of `polars-arrow` are not a stable interface; nothing outside this module touches them. The plain
//! twin ([`Frame::from_rows`]) builds the same frame by copying.

use polars::prelude::{
    Column as Series, DataFrame, IntoColumn as _, NamedFrom as _, Series as PlainSeries,
};
use polars_arrow::array::{Utf8ViewArray, View};
use polars_arrow::datatypes::ArrowDataType;

use crate::record::column::Column;

/// A column of the frame: which canonical column, the how-manieth of its field, and where it stood in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    pub column: Column,
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
            column,
            slot,
            position,
            negated: false,
        }
    }
}

/// Columns in the making: cells that point into the buffers the frame will hold. Buffers are numbered in the order in
/// which [`Views::frame`] receives them.
pub struct Views(Vec<Vec<View>>);

impl Views {
    /// One column per slot, with room for so many rows.
    pub fn new(slots: usize, rows: usize) -> Self {
        Self((0..slots).map(|_| Vec::with_capacity(rows)).collect())
    }

    /// Appends a cell: the bytes at `offset` of a buffer. Must be UTF-8, and within the first 4 GiB.
    #[inline]
    pub fn push(&mut self, slot: usize, cell: &[u8], buffer: u32, offset: usize) {
        self.0[slot].push(View::new_from_bytes(cell, buffer, offset as u32));
    }

    /// Undoes cells beyond so many rows.
    pub fn truncate(&mut self, rows: usize) {
        for column in &mut self.0 {
            column.truncate(rows);
        }
    }

    /// The frame of these cells; none if a cell is no UTF-8 or lies outside its buffer. Every view is checked.
    pub fn frame(self, slots: &[Slot], rows: usize, buffers: Vec<Vec<u8>>) -> Option<Frame> {
        let carrier = Utf8ViewArray::try_new(
            ArrowDataType::Utf8View,
            Vec::new().into(),
            buffers.into_iter().map(Into::into).collect(),
            None,
        )
        .ok()?;
        let buffers = carrier.data_buffers();
        let mut columns = Vec::with_capacity(slots.len());
        for (slot, views) in slots.iter().zip(self.0) {
            if views.len() != rows {
                return None;
            }
            let array = Utf8ViewArray::try_new(
                ArrowDataType::Utf8View,
                views.into(),
                buffers.clone(),
                None,
            )
            .ok()?;
            columns.push((*slot, array));
        }
        Some(Frame::from_views(rows, columns))
    }
}

pub struct Frame {
    slots: Vec<Slot>,
    table: DataFrame,
    rows: usize,
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
        Self { slots, table, rows }
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
            .filter(|(s, _)| s.column == column)
            .filter_map(|(s, c)| {
                let array = c
                    .as_materialized_series()
                    .str()
                    .ok()?
                    .downcast_iter()
                    .next()?;
                Some(Cells { slot: *s, array })
            })
            .collect();
        found.sort_by_key(|c| (c.slot.slot, c.slot.position));
        found
    }
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
        let block = b"Oberammergau am See,anna@kofelblick-beispiel.de\nUlm,\n";
        let side = "Köln an dem großen Rhein".as_bytes();
        let mut views = Views::new(2, 3);
        views.push(0, &block[..19], 0, 0);
        views.push(1, &block[20..47], 0, 20);
        views.push(0, &block[48..51], 0, 48);
        views.push(1, b"", 0, 52);
        views.push(0, side, 1, 0);
        views.push(1, b"x", 0, 0);
        views.truncate(3);
        let frame = views
            .frame(&slots, 3, vec![block.to_vec(), side.to_vec()])
            .expect("frame");
        let plain = Frame::from_rows(
            &slots,
            &[
                vec!["Oberammergau am See", "anna@kofelblick-beispiel.de"],
                vec!["Ulm", ""],
                vec!["Köln an dem großen Rhein", "x"],
            ],
        );
        for column in [Column::City, Column::Email] {
            let (a, b) = (frame.cells(column)[0], plain.cells(column)[0]);
            assert!(a.iter().eq(b.iter()));
        }
        let mut broken = Views::new(1, 1);
        broken.push(0, b"\xff", 0, 0);
        assert!(broken.frame(&slots[..1], 1, vec![Vec::new()]).is_none());
    }
}
