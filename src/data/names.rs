//! The person whom a row names: words of the name columns, and whether a word of an address or company is one of them.

use super::batch::Batch;
use super::blank::is_blank;
use super::frame::Cells;
use super::letters;
use crate::record::column::Column;

/// The name columns of a batch.
pub struct Names<'a> {
    first: Vec<Cells<'a>>,
    last: Vec<Cells<'a>>,
    full: Vec<Cells<'a>>,
}

/// Where a word ends within a name.
fn edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | ',' | '.' | '/')
}

/// A word of fewer letters says nothing about a person: initials, `de`, `Dr`.
const LEAST: usize = 3;

impl<'a> Names<'a> {
    pub fn of(batch: &Batch<'a>) -> Self {
        Self {
            first: batch.cells(Column::FirstName),
            last: batch.cells(Column::LastName),
            full: batch.cells(Column::FullName),
        }
    }

    /// No column of the file holds a name.
    pub fn are_unknown(&self) -> bool {
        self.first.is_empty() && self.last.is_empty() && self.full.is_empty()
    }

    /// Whether the row names somebody.
    pub fn is_named(&self, row: usize) -> bool {
        [&self.last, &self.full, &self.first]
            .into_iter()
            .flatten()
            .any(|cells| !is_blank(cells.get(row)))
    }

    /// Words of the row's surname: the column's, or the end of the full name (its beginning, if a comma follows).
    pub fn surname(&self, row: usize) -> impl Iterator<Item = &'a str> {
        let column = self.last.iter().map(|c| c.get(row)).find(|t| !is_blank(t));
        let text = column.unwrap_or_else(|| {
            let full = self.full.first().map_or("", |c| c.get(row));
            match full.split_once(',') {
                Some((surname, _)) => surname,
                None => full.trim_end().rsplit(' ').next().unwrap_or(""),
            }
        });
        words(text)
    }

    /// All words of the row's name.
    pub fn words(&self, row: usize) -> impl Iterator<Item = &'a str> {
        [&self.last, &self.first, &self.full]
            .into_iter()
            .flatten()
            .flat_map(move |cells| words(cells.get(row)))
    }

    /// All words of the row's name, however short; of a full name only if its parts have no columns or no values.
    pub fn every_word(&self, row: usize) -> impl Iterator<Item = &'a str> {
        let mut columns = [&self.first, &self.last].into_iter().flatten();
        let parts = columns.any(|c| !is_blank(c.get(row)));
        [&self.last, &self.first, &self.full]
            .into_iter()
            .take(if parts { 2 } else { 3 })
            .flatten()
            .flat_map(move |cells| cells.get(row).split(edge))
            .filter(|word| !word.is_empty())
    }

    /// Whether a plain word is a word of the row's name, in any spelling.
    pub fn contain(&self, row: usize, plain: &str, scratch: &mut String) -> bool {
        plain.len() >= LEAST
            && self
                .words(row)
                .any(|name| letters::spells(plain, name, scratch))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(edge).filter(|w| w.len() >= LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Day;
    use crate::data::batch::{Plan, Worker};
    use crate::data::frame::{Frame, Slot};
    use crate::record::dossier::Dossier;

    #[test]
    fn surnames_and_spellings() {
        let slot = |column, position| Slot {
            column,
            slot: 1,
            position,
            negated: false,
        };
        let frame = Frame::from_rows(
            &[slot(Column::FullName, 1), slot(Column::LastName, 2)],
            &[
                vec!["Dr. Anna Müller-Lüdenscheidt", ""],
                vec!["Grünwald, Anna", ""],
                vec!["Anna Y", "Y O'Neill"],
                vec!["", ""],
            ],
        );
        let (dossier, worker) = (Dossier::default(), Worker::default());
        let plan = Plan::new(&dossier, Day::new(2026, 11, 23).unwrap(), &[]);
        let batch = Batch::new(&frame, &plan, &worker);
        let names = Names::of(&batch);
        let surname = |row| names.surname(row).collect::<Vec<_>>();
        assert_eq!(surname(0), ["Müller", "Lüdenscheidt"]);
        assert_eq!(surname(1), ["Grünwald"]);
        assert_eq!(surname(2), ["O'Neill"]);
        assert!(surname(3).is_empty() && !names.is_named(3));
        let mut scratch = String::new();
        assert!(names.contain(0, "mueller", &mut scratch));
        assert!(names.contain(0, "anna", &mut scratch));
        assert!(names.contain(2, "oneill", &mut scratch));
        assert!(!names.contain(0, "dr", &mut scratch));
        assert!(!names.contain(3, "anna", &mut scratch));
    }
}
