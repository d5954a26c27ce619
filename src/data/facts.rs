//! Facts about a whole column: which of two numbers is the day, and which words mean yes and no.
//!
//! No cell can tell them, and a pass cannot look at every cell first. So they are decided on a sample, assumed in the
//! pass, and verified by counters over every cell; if the counters decide otherwise, the list is measured again under
//! what they say. The result is as if every value had been looked at first ([`Counters::count`], [`Facts::decide`]).

use std::collections::{BTreeMap, BTreeSet};

use super::blank::is_blank;
use super::date::{self, Form, Shape};
use super::frame::{Cells, Frame};
use super::yes_no::{self, SETS};
use crate::base::clock::Day;
use crate::record::census::Assumption;
use crate::record::column::{Column, Kind};

/// The order of day and month in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
    /// No cell tells: both readings count.
    Ambiguous,
    /// Cells tell both orders.
    Mixed,
    /// No cell needs an order.
    None,
}

impl Order {
    const fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
            Self::Ambiguous => "ambiguous",
            Self::Mixed => "mixed",
            Self::None => "none",
        }
    }
}

/// The words for yes and no in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// A position in [`SETS`].
    Set(usize),
    /// Days instead of yes: the day on which it came true.
    Days,
    None,
}

impl Vocabulary {
    const fn name(self) -> &'static str {
        match self {
            Self::Set(i) => SETS[i],
            Self::Days => "days",
            Self::None => "none",
        }
    }
}

/// The facts of a list, by the position of the column in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    orders: BTreeMap<usize, Order>,
    vocabularies: BTreeMap<usize, Vocabulary>,
    /// Date columns with at least one cell that is not blank.
    told: BTreeSet<usize>,
}

impl Facts {
    /// What the counters say.
    pub fn decide(counters: &Counters) -> Self {
        Self {
            orders: counters
                .dates
                .iter()
                .map(|(p, c)| (*p, c.order()))
                .collect(),
            vocabularies: counters
                .yes_no
                .iter()
                .map(|(p, c)| (*p, c.vocabulary()))
                .collect(),
            told: counters
                .dates
                .iter()
                .filter(|(_, c)| c.counts.iter().any(|n| *n > 0))
                .map(|(p, _)| *p)
                .collect(),
        }
    }

    /// Whether a date column says anything at all. An empty cell means "it never happened" only beside others that
    /// say when it did: a column of blanks is no answer.
    pub fn tells(&self, position: usize) -> bool {
        self.told.contains(&position)
    }

    /// The facts of one frame, as if it were the whole list.
    pub fn of(frame: &Frame) -> Self {
        let mut counters = Counters::default();
        counters.count(frame);
        Self::decide(&counters)
    }

    /// An unknown column is ambiguous.
    pub fn order(&self, position: usize) -> Order {
        self.orders
            .get(&position)
            .copied()
            .unwrap_or(Order::Ambiguous)
    }

    pub fn vocabulary(&self, position: usize) -> Vocabulary {
        self.vocabularies
            .get(&position)
            .copied()
            .unwrap_or(Vocabulary::None)
    }
}

/// Counts over every cell of the columns that have such facts. They merge by addition, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    dates: BTreeMap<usize, Dates>,
    yes_no: BTreeMap<usize, Words>,
}

impl Counters {
    /// Counts the date and yes/no columns of a frame. Each row must be counted once.
    pub fn count(&mut self, frame: &Frame) {
        for slot in frame.slots() {
            match slot.column.map_or(Kind::Text, Column::kind) {
                Kind::Date | Kind::DateTime => {
                    if let Some(cells) = frame.at(slot.position) {
                        self.dates.entry(slot.position).or_default().count(&cells);
                    }
                }
                Kind::YesNo => {
                    if let Some(cells) = frame.at(slot.position) {
                        self.yes_no.entry(slot.position).or_default().count(&cells);
                    }
                }
                Kind::Text | Kind::Number | Kind::Closed | Kind::Set => {}
            }
        }
    }

    pub fn merge(&mut self, other: Self) {
        for (position, counts) in other.dates {
            self.dates.entry(position).or_default().add(&counts);
        }
        for (position, counts) in other.yes_no {
            self.yes_no.entry(position).or_default().add(&counts);
        }
    }

    /// What was assumed, and the counters that bear it out, in the order of the columns.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut out: Vec<Assumption> = self
            .dates
            .iter()
            .map(|(p, c)| Assumption {
                column: *p as u64,
                fact: "date-order".to_owned(),
                value: c.order().name().to_owned(),
                counters: named(c.counts.iter().zip(Dates::NAMES)),
            })
            .chain(self.yes_no.iter().map(|(p, c)| {
                Assumption {
                    column: *p as u64,
                    fact: "yes-no".to_owned(),
                    value: c.vocabulary().name().to_owned(),
                    counters: named(
                        [&c.filled, &c.days]
                            .into_iter()
                            .chain(&c.hits)
                            .zip(["filled", "days"].into_iter().chain(SETS)),
                    ),
                }
            }))
            .collect();
        out.sort_by_key(|a| a.column);
        out
    }
}

fn named<'a>(counts: impl Iterator<Item = (&'a u64, &'static str)>) -> BTreeMap<String, u64> {
    counts
        .filter(|(n, _)| **n > 0)
        .map(|(n, name)| (name.to_owned(), *n))
        .collect()
}

/// What the cells of a date column say about the order of day and month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Dates {
    counts: [u64; 11],
}

impl Dates {
    const NAMES: [&'static str; 11] = [
        "day-first",
        "month-first",
        "either",
        "either-dots",
        "same",
        "iso",
        "words",
        "serial",
        "unix",
        "month",
        "illegible",
    ];

    fn count(&mut self, cells: &Cells<'_>) {
        let mut counts = [0u64; 12];
        date::each(cells, |form| counts[class(form)] += 1);
        for (sum, n) in self.counts.iter_mut().zip(counts) {
            *sum += n;
        }
    }

    fn add(&mut self, other: &Self) {
        for (sum, n) in self.counts.iter_mut().zip(other.counts) {
            *sum += n;
        }
    }

    fn order(&self) -> Order {
        let [day, month, either, dots, ..] = self.counts;
        match (day > 0, month > 0) {
            (true, true) => Order::Mixed,
            (true, false) => Order::DayFirst,
            // dots put the day first, whatever else the column does
            (false, true) if dots > 0 => Order::Mixed,
            (false, true) => Order::MonthFirst,
            (false, false) if either > 0 => Order::Ambiguous,
            (false, false) if dots > 0 => Order::DayFirst,
            (false, false) => Order::None,
        }
    }
}

/// A position in [`Dates::NAMES`]; one more for what is not counted.
fn class(form: Form) -> usize {
    match form {
        Form::Parts {
            first,
            second,
            year,
            dots,
            ..
        } => {
            let day_first = Day::new(year, second, first).is_some();
            let month_first = Day::new(year, first, second).is_some();
            match (day_first, month_first) {
                (true, false) => 0,
                (false, true) => 1,
                (true, true) if first == second => 4,
                (true, true) => 2 + usize::from(dots),
                (false, false) => 10,
            }
        }
        Form::Day(_, Shape::Iso) => 5,
        Form::Day(_, Shape::Words) => 6,
        Form::Day(_, Shape::Serial) => 7,
        Form::Day(_, Shape::Unix) => 8,
        Form::Month(..) => 9,
        Form::Illegible => 10,
        Form::Blank | Form::Placeholder => 11,
    }
}

/// Which sets the filled cells of a yes/no column come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    filled: u64,
    hits: [u64; SETS.len()],
    days: u64,
}

/// A column is yes/no only if this many hundredths of its filled cells come from one set.
const SHARE: u64 = 98;

impl Words {
    fn count(&mut self, cells: &Cells<'_>) {
        // few words fill such a column: the last four distinct ones are remembered
        let mut known = [("", Cell::Blank); 4];
        let mut next = 0;
        for text in cells.iter() {
            let cell = match known.iter().find(|(t, _)| *t == text) {
                Some((_, cell)) => *cell,
                None => {
                    let cell = Cell::of(text);
                    known[next] = (text, cell);
                    next = (next + 1) % known.len();
                    cell
                }
            };
            match cell {
                Cell::Blank => {}
                Cell::Sets(sets) => {
                    self.filled += 1;
                    for (i, hits) in self.hits.iter_mut().enumerate() {
                        *hits += u64::from(sets >> i & 1);
                    }
                }
                Cell::Day => {
                    self.filled += 1;
                    self.days += 1;
                }
                Cell::Other => self.filled += 1,
            }
        }
    }

    fn add(&mut self, other: &Self) {
        self.filled += other.filled;
        self.days += other.days;
        for (sum, n) in self.hits.iter_mut().zip(other.hits) {
            *sum += n;
        }
    }

    fn vocabulary(&self) -> Vocabulary {
        let enough =
            |n: u64| self.filled > 0 && n.saturating_mul(100) >= self.filled.saturating_mul(SHARE);
        // the tick only if nothing but ticks stands there: it makes an empty cell a no
        if self.filled > 0 && self.hits[0] == self.filled {
            return Vocabulary::Set(0);
        }
        let best = (1..SETS.len()).max_by_key(|i| (self.hits[*i], std::cmp::Reverse(*i)));
        match best {
            Some(i) if enough(self.hits[i]) => Vocabulary::Set(i),
            _ if enough(self.days) => Vocabulary::Days,
            _ => Vocabulary::None,
        }
    }
}

#[derive(Clone, Copy)]
enum Cell {
    Blank,
    Sets(u16),
    Day,
    Other,
}

impl Cell {
    fn of(text: &str) -> Self {
        if let Some((_, sets)) = yes_no::word(text) {
            return Self::Sets(sets);
        }
        if is_blank(text) {
            return Self::Blank;
        }
        match date::form(text) {
            Form::Illegible | Form::Blank => Self::Other,
            Form::Placeholder | Form::Day(..) | Form::Month(..) | Form::Parts { .. } => Self::Day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::frame::Slot;
    use crate::record::column::Column;

    fn frame(column: Column, cells: &[&str]) -> Frame {
        let slot = Slot::new(column, 1, 3);
        let rows: Vec<Vec<&str>> = cells.iter().map(|c| vec![*c]).collect();
        Frame::from_rows(&[slot], &rows)
    }

    fn order(cells: &[&str]) -> Order {
        Facts::of(&frame(Column::CollectedAt, cells)).order(3)
    }

    fn vocabulary(cells: &[&str]) -> Vocabulary {
        Facts::of(&frame(Column::ConsentEmail, cells)).vocabulary(3)
    }

    #[test]
    fn one_cell_decides_the_order_of_a_column() {
        assert_eq!(order(&["01/02/2024", "13/02/2024"]), Order::DayFirst);
        assert_eq!(order(&["01/02/2024", "02/13/2024"]), Order::MonthFirst);
        assert_eq!(
            order(&["01/02/2024", "13/02/2024", "02/13/2024"]),
            Order::Mixed
        );
        assert_eq!(order(&["01/02/2024", "02/02/2024"]), Order::Ambiguous);
        assert_eq!(order(&["01.02.2024"]), Order::DayFirst);
        assert_eq!(order(&["01.02.2024", "02/13/2024"]), Order::Mixed);
        assert_eq!(order(&["2024-02-01", "", "x"]), Order::None);
    }

    #[test]
    fn a_vocabulary_needs_nearly_all_cells() {
        assert_eq!(vocabulary(&["ja", "nein", ""]), Vocabulary::Set(2));
        assert_eq!(vocabulary(&["tak", "n", "T"]), Vocabulary::Set(7));
        assert_eq!(vocabulary(&["t", "f"]), Vocabulary::Set(1));
        assert_eq!(vocabulary(&["1", "0"]), Vocabulary::Set(1));
        assert_eq!(vocabulary(&["x", "", "X"]), Vocabulary::Set(0));
        assert_eq!(vocabulary(&["x", "no"]), Vocabulary::Set(1));
        assert_eq!(vocabulary(&["ja", "no"]), Vocabulary::None);
        assert_eq!(vocabulary(&["", "-"]), Vocabulary::None);
        assert_eq!(vocabulary(&["2024-01-01", ""]), Vocabulary::Days);
        let mut many = vec!["yes"; 98];
        many.extend(["oops", "later"]);
        assert_eq!(vocabulary(&many), Vocabulary::Set(1));
        many.push("third");
        assert_eq!(vocabulary(&many), Vocabulary::None);
    }

    #[test]
    fn counters_add_up_in_any_order() {
        let cells = ["01/02/2024", "13/02/2024", "2024-01-01", "", "zz", "45000"];
        let whole = frame(Column::CollectedAt, &cells);
        let mut all = Counters::default();
        all.count(&whole);
        let mut sum = Counters::default();
        for cell in cells.iter().rev() {
            let mut one = Counters::default();
            one.count(&frame(Column::CollectedAt, &[cell]));
            sum.merge(one);
        }
        assert_eq!(sum, all);
        assert_eq!(Facts::decide(&sum), Facts::of(&whole));
        let said = all.assumptions();
        assert_eq!((said[0].column, said[0].value.as_str()), (3, "day-first"));
        assert_eq!(said[0].counters.values().sum::<u64>(), 5);
    }
}
