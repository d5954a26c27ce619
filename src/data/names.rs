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

/// Whether `matches!` holds of a short ASCII word in small letters.
macro_rules! is_small_word {
    ($word:expr, $($known:literal)|+) => {{
        let word: &[u8] = $word.as_bytes();
        let mut small = [0; 12];
        match small.get_mut(..word.len()) {
            Some(small) => {
                small.copy_from_slice(word);
                small.make_ascii_lowercase();
                matches!(&*small, $($known)|+)
            }
            None => false,
        }
    }};
}

/// Words that stand before or behind a name and are no part of it.
pub fn is_title(word: &str) -> bool {
    is_small_word!(
        word,
        b"dr"
            | b"prof"
            | b"med"
            | b"dent"
            | b"vet"
            | b"phil"
            | b"rer"
            | b"nat"
            | b"jur"
            | b"iur"
            | b"habil"
            | b"ing"
            | b"dipl"
            | b"dipling"
            | b"mag"
            | b"mmag"
            | b"dott"
            | b"dottssa"
            | b"dottore"
            | b"dottoressa"
            | b"avv"
            | b"arch"
            | b"rag"
            | b"geom"
            | b"drs"
            | b"ir"
            | b"mr"
            | b"mrs"
            | b"ms"
            | b"miss"
            | b"herr"
            | b"frau"
            | b"hr"
            | b"fr"
            | b"mme"
            | b"mlle"
            | b"sig"
            | b"sigra"
            | b"sr"
            | b"sra"
            | b"jr"
            | b"mgr"
            | b"bc"
            | b"mudr"
            | b"judr"
            | b"rndr"
            | b"phdr"
            | b"phd"
            | b"mba"
            | b"msc"
            | b"bsc"
            | b"llm"
            | b"hc"
    )
}

/// Words between first name and surname.
pub fn is_particle(word: &str) -> bool {
    is_small_word!(
        word,
        b"von"
            | b"van"
            | b"vom"
            | b"zu"
            | b"zum"
            | b"zur"
            | b"de"
            | b"der"
            | b"den"
            | b"des"
            | b"del"
            | b"della"
            | b"di"
            | b"da"
            | b"do"
            | b"dos"
            | b"das"
            | b"la"
            | b"las"
            | b"le"
            | b"du"
            | b"af"
            | b"av"
            | b"ten"
            | b"ter"
            | b"te"
            | b"el"
            | b"al"
    )
}

/// Which part of a name a word belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    First,
    Last,
    Title,
}

/// First names and surname of a full name: `Anna von Muster`, `Muster, Anna`, `Dr. Anna Muster MBA`.
fn halves(full: &str) -> (&str, &str) {
    let titles = |text: &str| text.split(edge).all(|w| w.is_empty() || is_title(w));
    let full = match full.split_once(',') {
        Some((surname, first)) if !titles(first) => return (first, surname),
        Some((name, _)) => name,
        None => full,
    };
    let (mut at, mut surname, mut nobiliary, mut words) = (0, 0, None, 0);
    for token in full.split(char::is_whitespace) {
        if !titles(token) {
            surname = at;
            if words > 0 && nobiliary.is_none() && is_particle(token) {
                nobiliary = Some(at);
            }
            words += 1;
        }
        at += token.len()
            + full[at + token.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
    }
    full.split_at(nobiliary.unwrap_or(surname))
}

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
        let text = column.unwrap_or_else(|| self.full.first().map_or("", |c| halves(c.get(row)).1));
        words(text).filter(|w| !is_particle(w) && !is_title(w))
    }

    /// All words of the row's name.
    pub fn words(&self, row: usize) -> impl Iterator<Item = &'a str> {
        [&self.last, &self.first, &self.full]
            .into_iter()
            .flatten()
            .flat_map(move |cells| words(cells.get(row)))
    }

    /// All words of the row's name, however short, surname first; of a full name only if its parts have no columns or
    /// no values.
    pub fn parts(&self, row: usize) -> impl Iterator<Item = (Part, &'a str)> {
        let mut columns = [&self.first, &self.last].into_iter().flatten();
        let parts = columns.any(|c| !is_blank(c.get(row)));
        let columns = [(Part::Last, &self.last), (Part::First, &self.first)];
        let columns = columns
            .into_iter()
            .flat_map(move |(part, cells)| cells.iter().map(move |c| (part, c.get(row))));
        let full = self.full.iter().take(if parts { 0 } else { usize::MAX });
        let full = full.flat_map(move |c| {
            let (first, last) = halves(c.get(row));
            [(Part::Last, last), (Part::First, first)]
        });
        columns
            .chain(full)
            .flat_map(|(part, text)| text.split(edge).map(move |word| (part, word)))
            .filter(|(_, word)| !word.is_empty())
            .map(|(part, word)| match is_title(word) {
                true => (Part::Title, word),
                false => (part, word),
            })
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
        let slot = |column, position| Slot::new(column, 1, position);
        let frame = Frame::from_rows(
            &[slot(Column::FullName, 1), slot(Column::LastName, 2)],
            &[
                vec!["Dr. Anna Müller-Lüdenscheidt", ""],
                vec!["Grünwald, Anna", ""],
                vec!["Anna Y", "Y O'Neill"],
                vec!["", ""],
                vec!["Anna von der Grünwald", ""],
                vec!["Dr. Anna Maria Grünwald MBA", ""],
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
        assert_eq!(surname(4), ["Grünwald"]);
        assert_eq!(surname(5), ["Grünwald"]);
        let parts = |row| names.parts(row).collect::<Vec<_>>();
        assert_eq!(
            parts(5),
            [
                (Part::Last, "Grünwald"),
                (Part::Title, "MBA"),
                (Part::Title, "Dr"),
                (Part::First, "Anna"),
                (Part::First, "Maria")
            ]
        );
        assert_eq!(parts(2), [(Part::Last, "Y"), (Part::Last, "O'Neill")]);
        assert!(surname(3).is_empty() && !names.is_named(3));
        let mut scratch = String::new();
        assert!(names.contain(0, "mueller", &mut scratch));
        assert!(names.contain(0, "anna", &mut scratch));
        assert!(names.contain(2, "oneill", &mut scratch));
        assert!(!names.contain(0, "dr", &mut scratch));
        assert!(!names.contain(3, "anna", &mut scratch));
    }

    #[test]
    fn first_names_and_surnames() {
        for (full, first, last) in [
            ("Anna Muster", "Anna ", "Muster"),
            ("Muster, Anna", " Anna", "Muster"),
            ("Anna Muster, MBA", "Anna ", "Muster"),
            ("Anna van der Muster", "Anna ", "van der Muster"),
            ("Van Muster", "Van ", "Muster"),
            ("Muster", "", "Muster"),
            ("Dr. Muster", "Dr. ", "Muster"),
            ("Anna  Muster ", "Anna  ", "Muster "),
            ("", "", ""),
        ] {
            assert_eq!(halves(full), (first, last), "{full}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_name_makes_it_stumble(full in "\\PC{0,30}|[a ,.\u{3000}]{0,12}") {
            let (first, last) = halves(&full);
            proptest::prop_assert!(full.contains(first) && full.contains(last));
        }
    }
}
