//! What the cells of a column look like, without a single one of them: of every cell its class, and of one column the
//! shapes, in which every letter is an `A` and every digit a `9`.

use std::collections::HashMap;

use super::blank::{fold, is_blank};
use super::columns::content;
use super::date::{self, Form};
use super::frame::Cells;
use crate::base::lang::Words;

/// What a cell is. A number of digits alone is a number, whatever its column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Email,
    Web,
    Phone,
    Date,
    YesNo,
    Number,
    Text,
    Blank,
}

impl Class {
    pub const ALL: [Self; 8] = [
        Self::Email,
        Self::Web,
        Self::Phone,
        Self::Date,
        Self::YesNo,
        Self::Number,
        Self::Text,
        Self::Blank,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Web => "web",
            Self::Phone => "phone",
            Self::Date => "date",
            Self::YesNo => "yes-no",
            Self::Number => "number",
            Self::Text => "text",
            Self::Blank => "blank",
        }
    }

    pub const fn words(self) -> Words {
        let (en, de) = match self {
            Self::Email => ("e-mail", "E-Mail"),
            Self::Web => ("web", "Web"),
            Self::Phone => ("phone", "Telefon"),
            Self::Date => ("date", "Datum"),
            Self::YesNo => ("yes/no", "ja/nein"),
            Self::Number => ("number", "Zahl"),
            Self::Text => ("text", "Text"),
            Self::Blank => ("blank", "leer"),
        };
        Words { en, de }
    }

    pub fn of(cell: &str) -> Self {
        if is_blank(cell) {
            return Self::Blank;
        }
        // spreadsheets mark a number that is meant as text with an apostrophe
        let cell = cell.trim().trim_start_matches('\'');
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        if content::address(cell) {
            Self::Email
        } else if content::page(cell) {
            Self::Web
        } else if digits > 0 && content::dialled(cell) {
            Self::Phone
        } else if digits > 0 && is_number(cell) && !content::date_shaped(cell) {
            Self::Number
        } else if digits > 0 && cell.len() <= 40 && is_date(cell) {
            Self::Date
        } else if cell.len() <= 16 && is_yes_or_no(cell) {
            Self::YesNo
        } else {
            Self::Text
        }
    }
}

/// Digits, a sign, marks for thousands and decimals, a unit of money or a percent sign.
fn is_number(cell: &str) -> bool {
    cell.chars()
        .all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}.,+-%€$£'’".contains(c))
}

fn is_date(cell: &str) -> bool {
    matches!(
        date::form(cell),
        Form::Day(..) | Form::Month(..) | Form::Parts { .. } | Form::Placeholder
    )
}

/// Single letters that are as often the mark of something else (`f` and `m`) are text.
fn is_yes_or_no(cell: &str) -> bool {
    content::yes_no(cell) && !matches!(&fold(cell)[..], "t" | "f" | "o" | "s" | "on" | "off")
}

/// The classes of a column's cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile([u64; 8]);

impl Profile {
    pub fn count(&mut self, cells: &Cells<'_>) {
        // lists are grouped: equal cells stand in a row
        let mut last = None;
        for cell in cells.iter() {
            let class = match last {
                Some((text, class)) if text == cell => class,
                _ => Class::of(cell),
            };
            last = Some((cell, class));
            self.0[class as usize] += 1;
        }
    }

    pub fn merge(&mut self, other: &Self) {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a += b;
        }
    }

    pub fn of(&self, class: Class) -> u64 {
        self.0[class as usize]
    }

    pub fn filled(&self) -> u64 {
        self.0.iter().sum::<u64>() - self.of(Class::Blank)
    }

    /// The classes that occur, the most frequent first.
    pub fn classes(&self) -> Vec<(Class, u64)> {
        let mut all: Vec<(Class, u64)> = Class::ALL.map(|c| (c, self.of(c))).to_vec();
        all.retain(|(_, n)| *n > 0);
        all.sort_by_key(|(class, n)| (std::cmp::Reverse(*n), *class));
        all
    }

    /// What most of the cells are that are not blank; none if all are.
    pub fn mainly(&self) -> Option<(Class, u64)> {
        self.classes().into_iter().find(|(c, _)| *c != Class::Blank)
    }
}

/// Rows that a shape must occur in to be named.
const FEW: u64 = 5;
/// Longest shape, in characters; longer cells have none.
const LONGEST: usize = 48;
/// Distinct shapes that are kept; further ones are counted together.
const MOST: usize = 50_000;

/// The shapes of a column's cells. Frames must come in the order of the list.
#[derive(Default)]
pub struct Shapes {
    counts: HashMap<String, u64>,
    /// Rows whose cell is too long, or whose shape came after too many others.
    unnamed: u64,
    /// Whether cells tell that their first, their second number is the day.
    day: [bool; 2],
}

/// Shapes by name, the most frequent first, and the rows with any other.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub shapes: Vec<(String, u64)>,
    pub other: u64,
}

impl Shapes {
    pub fn count(&mut self, cells: &Cells<'_>) {
        for cell in cells.iter().filter(|c| !is_blank(c)) {
            self.add(cell);
        }
    }

    fn add(&mut self, cell: &str) {
        if let Form::Parts { first, second, .. } = date::form(cell) {
            self.day[0] |= first > 12;
            self.day[1] |= second > 12;
        }
        match shape(cell) {
            Some(shape) if self.counts.len() < MOST || self.counts.contains_key(&shape) => {
                *self.counts.entry(shape).or_default() += 1;
            }
            _ => self.unnamed += 1,
        }
    }

    /// A shape in fewer than five rows could say something about one of them: it stands among the others.
    pub fn named(self) -> Named {
        let mut named = Named {
            shapes: Vec::new(),
            other: self.unnamed,
        };
        let (first, second) = match self.day {
            [true, false] => ("D", "M"),
            [false, true] => ("M", "D"),
            _ => ("9", "9"),
        };
        for (shape, rows) in self.counts {
            if rows < FEW {
                named.other += rows;
                continue;
            }
            let shape = shape.replace(FIRST, first).replace(SECOND, second);
            named.shapes.push((shape, rows));
        }
        named
            .shapes
            .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        named
    }
}

/// The two numbers of a date of which only the whole column tells which is the day.
const FIRST: char = '\u{1}';
const SECOND: char = '\u{2}';

/// The shape of a cell; none if it is too long.
fn shape(cell: &str) -> Option<String> {
    if cell.chars().nth(LONGEST).is_some() {
        return None;
    }
    let plain = plain(cell);
    if !plain.is_ascii() || content::address(cell.trim()) || !is_date(cell) {
        return Some(plain);
    }
    Some(dated(&plain).unwrap_or(plain))
}

/// Letters are `A`, digits `9`, marks above and below letters belong to them; of everything else only the signs of
/// ASCII stand as they are.
fn plain(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            c if unicode_normalization::char::is_combining_mark(c) => {}
            c if c.is_numeric() => out.push('9'),
            c if c.is_alphabetic() => out.push('A'),
            c if c.is_whitespace() => out.push(' '),
            c if c.is_ascii_punctuation() => out.push(c),
            _ => out.push('*'),
        }
    }
    out
}

/// `9999-99-99` of a date is `YYYY-MM-DD`, with a time `YYYY-MM-DDThh:mm:ss`. None: a date in words, a number.
fn dated(plain: &str) -> Option<String> {
    let end = plain.find(['A', ' ']).unwrap_or(plain.len());
    let (day, rest) = plain.split_at(end);
    let mark = day
        .find(|c: char| c != '9')
        .and_then(|at| day.get(at..=at))?;
    let parts: Vec<&str> = day.split(mark).collect();
    let [a, b, c] = parts[..] else { return None };
    if [a, b, c]
        .iter()
        .any(|p| p.is_empty() || !p.bytes().all(|b| b == b'9'))
    {
        return None;
    }
    let letters = |part: &str, letter: char| letter.to_string().repeat(part.len());
    let day = if a.len() == 4 {
        [letters(a, 'Y'), letters(b, 'M'), letters(c, 'D')].join(mark)
    } else if mark == "." {
        [letters(a, 'D'), letters(b, 'M'), letters(c, 'Y')].join(mark)
    } else {
        [letters(a, FIRST), letters(b, SECOND), letters(c, 'Y')].join(mark)
    };
    // the time: its `T` and `Z` are signs of the form, not letters of a word
    let rest = match rest.strip_prefix("A9") {
        Some(clock) => format!("T9{clock}"),
        None => rest.to_owned(),
    };
    let rest = rest
        .replacen("99:99:99", "hh:mm:ss", 1)
        .replacen("99:99", "hh:mm", 1);
    let rest = match rest.strip_suffix('A') {
        Some(before) if before.ends_with(['s', 'm', '9']) => format!("{before}Z"),
        _ => rest,
    };
    Some(day + &rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::frame::{Frame, Slot};
    use crate::record::column::Column;

    #[test]
    fn every_cell_has_one_class() {
        for (cell, class) in [
            ("", Class::Blank),
            ("n/a", Class::Blank),
            ("anna@b-beispiel.de", Class::Email),
            ("https://b-beispiel.de/x", Class::Web),
            ("www.b-beispiel.de", Class::Web),
            ("b-beispiel.de", Class::Web),
            ("Dr.Lind", Class::Text),
            ("+49 30 23125 001", Class::Phone),
            ("030/23125-001", Class::Phone),
            ("'+49 30 23125 001", Class::Phone),
            ("23.11.2026", Class::Date),
            ("01/02/2026", Class::Date),
            ("2026-11-23T10:00:00Z", Class::Date),
            ("23 Nov 2026", Class::Date),
            ("80331", Class::Number),
            ("20261123", Class::Number),
            ("1.234,56 €", Class::Number),
            ("-3.5%", Class::Number),
            ("ja", Class::YesNo),
            ("False", Class::YesNo),
            ("f", Class::Text),
            ("Nordwerk 3 GmbH", Class::Text),
            ("=1+2", Class::Text),
        ] {
            assert_eq!(Class::of(cell), class, "{cell:?}");
        }
    }

    fn shapes(cells: &[&str]) -> Named {
        let rows: Vec<Vec<&str>> = cells.iter().map(|c| vec![*c]).collect();
        let frame = Frame::from_rows(&[Slot::new(Column::Source, 1, 1)], &rows);
        let mut shapes = Shapes::default();
        shapes.count(&frame.at(1).expect("a column"));
        shapes.named()
    }

    #[test]
    fn shapes_have_placeholders_only_and_rare_ones_are_folded() {
        let mut cells = vec!["KDN-4711"; 6];
        cells.extend(["Łódź 7"; 5]);
        cells.extend(["Meier", "Huber 5", "", "日本"]);
        let found = shapes(&cells);
        let expected = [("AAA-9999".to_owned(), 6), ("AAAA 9".to_owned(), 5)];
        assert_eq!(found.shapes, expected);
        assert_eq!(found.other, 3);
        assert_eq!(shapes(&["x"; 4]).shapes, []);
        assert_eq!(shapes(&[&"x".repeat(60)[..]; 9]).other, 9);
    }

    #[test]
    fn days_and_months_are_told_apart_where_the_column_tells() {
        let only = |cells: &[&str]| shapes(cells).shapes[0].0.clone();
        assert_eq!(only(&["23.11.2026"; 5]), "DD.MM.YYYY");
        assert_eq!(only(&["3.1.2026"; 5]), "D.M.YYYY");
        assert_eq!(only(&["2026-11-23"; 5]), "YYYY-MM-DD");
        assert_eq!(only(&["2026-11-23T10:00:00Z"; 5]), "YYYY-MM-DDThh:mm:ssZ");
        assert_eq!(only(&["2026-11-23 10:00"; 5]), "YYYY-MM-DD hh:mm");
        assert_eq!(only(&["01/02/2026"; 5]), "99/99/YYYY");
        assert_eq!(
            only(&[
                "01/02/2026",
                "13/02/2026",
                "01/02/2026",
                "01/02/2026",
                "01/02/2026"
            ]),
            "DD/MM/YYYY"
        );
        assert_eq!(only(&["11-23-2026"; 5]), "MM-DD-YYYY");
        assert_eq!(only(&["a.b@c-beispiel.de"; 5]), "A.A@A-AAAAAAAA.AA");
    }

    proptest::proptest! {
        /// No letter or digit of a cell is ever in its shape.
        #[test]
        fn a_shape_holds_no_letter_of_its_cell(cell in "[0-9./: TZpqß日-]{0,24}|\\PC{0,30}") {
            let allowed = "AYMDThmsZ9*\u{1}\u{2}";
            if let Some(shape) = shape(&cell) {
                let fits = |c: char| allowed.contains(c) || c == ' ' || c.is_ascii_punctuation();
                proptest::prop_assert!(shape.chars().all(fits), "{shape:?}");
            }
        }
    }
}
