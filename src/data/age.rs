//! A day of collection or consent against the as-of date and 25 May 2018, from which the GDPR applies.
//!
//! The checks `collection-date` and `consent-date` have the same bins; positions here are positions in both.

use std::rc::Rc;

use super::batch::Batch;
use super::date::{DayCell, days};
use super::register;
use crate::base::clock::{AsOf, Day};
use crate::record::column::Column;

const FUTURE: u8 = 0;
const MIXED: u8 = 1;
const PLACEHOLDER: u8 = 2;
const BEFORE: u8 = 3;
const SINCE: u8 = 4;
const ILLEGIBLE: u8 = 5;
/// The position of `blank`.
pub const BLANK: u8 = 6;

/// 2018-05-25 (Art. 99(2) GDPR).
const APPLIES: Day = Day(17_676);

/// The bin of one cell; of two readings the worse one.
pub fn bin(cell: DayCell, as_of: AsOf) -> u8 {
    let of = |day: Day| match day {
        d if d > as_of => FUTURE,
        d if d < APPLIES => BEFORE,
        _ => SINCE,
    };
    match cell {
        DayCell::Blank => BLANK,
        DayCell::Illegible => ILLEGIBLE,
        DayCell::Placeholder => PLACEHOLDER,
        DayCell::Mixed => MIXED,
        DayCell::On(day) => of(day),
        DayCell::Either(a, b) => of(a).min(of(b)),
    }
}

/// The bins of a column's cells; of several columns of the field the worst.
pub fn bins(batch: &Batch<'_>, column: Column) -> Vec<u8> {
    let as_of = batch.as_of();
    batch.worst(&[column], BLANK, |cells| {
        days(batch, cells)
            .iter()
            .map(|cell| bin(*cell, as_of))
            .collect()
    })
}

/// First and last day of collection that the register gives for each row's source. With one of them only, that day is
/// both.
pub fn periods(batch: &Batch<'_>) -> Rc<Vec<Option<(Day, Day)>>> {
    batch.memo("age.periods", 0, || {
        let sources = batch.dossier().sources();
        let periods: Vec<Option<(Day, Day)>> = sources
            .iter()
            .map(|s| match (s.first, s.last) {
                (Some(a), Some(b)) => Some((a.min(b), a.max(b))),
                (one, other) => one.or(other).map(|d| (d, d)),
            })
            .collect();
        register::entry(batch)
            .iter()
            .map(|entry| periods.get((*entry)? as usize).copied().flatten())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_regulation_applies_from_25_may_2018() {
        assert_eq!(APPLIES.to_string(), "2018-05-25");
    }
}
