//! How old a day is on the as-of date, in whole months or days: `future`, then the oldest, down to the newest, then
//! `illegible` and `blank`. Months end on the same day number, or on the last of a shorter month (Regulation 1182/71);
//! no weekend puts off the end of an age. Of two readings the worse one counts; a date that stands for none is
//! illegible here.

use super::batch::Batch;
use super::date::{DayCell, days};
use crate::base::clock::{AsOf, Day};
use crate::record::column::Column;

/// The ends of the bins, ascending, in months or in days.
#[derive(Clone, Copy)]
pub enum Scale {
    Months(&'static [i32]),
    Days(&'static [i32]),
}

/// Bins of `consent-age` and `last-contact-age`.
pub const CONSENT: Scale = Scale::Months(&[1, 3, 6, 12, 24, 36, 60]);
/// Bins of `dnc-screening-age`.
pub const SCREENING: Scale = Scale::Days(&[7, 15, 28, 30, 31, 90]);

impl Scale {
    /// The scale on a day.
    pub fn on(self, as_of: AsOf) -> Ages {
        Ages {
            as_of,
            first: match self {
                Self::Months(ends) => ends.iter().map(|n| since(as_of, *n)).collect(),
                Self::Days(ends) => ends.iter().map(|n| as_of.add_days(-n)).collect(),
            },
        }
    }
}

/// The first day from which the period of so many months has not run out.
fn since(as_of: AsOf, months: i32) -> Day {
    // the way back ends on a shorter month's last day, which may be some days too early
    let mut day = as_of.add_months(-months);
    while day.add_months(months) < as_of {
        day = day.add_days(1);
    }
    day
}

/// A scale on a day: the first day of each bin, newest first.
pub struct Ages {
    as_of: AsOf,
    first: Vec<Day>,
}

impl Ages {
    pub fn illegible(&self) -> u8 {
        self.first.len() as u8 + 2
    }

    pub fn blank(&self) -> u8 {
        self.first.len() as u8 + 3
    }

    /// The position of the bin of a day.
    pub fn of(&self, day: Day) -> u8 {
        if day > self.as_of {
            return 0;
        }
        let after = self.first.iter().position(|first| day >= *first);
        after.map_or(1, |at| (self.first.len() + 1 - at) as u8)
    }

    fn cell(&self, cell: DayCell) -> u8 {
        match cell {
            DayCell::Blank => self.blank(),
            DayCell::Illegible | DayCell::Placeholder | DayCell::Mixed => self.illegible(),
            DayCell::On(day) => self.of(day),
            DayCell::Either(a, b) => self.of(a).min(self.of(b)),
        }
    }

    /// The bins of a column's cells; of several columns of the field the worst.
    pub fn bins(&self, batch: &Batch<'_>, column: Column) -> Vec<u8> {
        batch.worst(&[column], self.blank(), |cells| {
            days(batch, cells)
                .iter()
                .map(|cell| self.cell(*cell))
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    #[test]
    fn a_period_that_ends_today_has_not_run_out() {
        let of = |scale: Scale, d: &str, as_of: &str| scale.on(day(as_of)).of(day(d));
        for (d, as_of, want) in [
            ("2026-11-24", "2026-11-23", 0),
            ("2026-11-23", "2026-11-23", 8),
            ("2026-10-23", "2026-11-23", 8),
            ("2026-10-22", "2026-11-23", 7),
            ("2026-05-23", "2026-11-23", 6),
            ("2026-05-22", "2026-11-23", 5),
            ("2021-11-23", "2026-11-23", 2),
            ("2021-11-22", "2026-11-23", 1),
            // clamped to the end of a shorter month
            ("2026-11-30", "2027-02-28", 7),
            ("2026-11-30", "2027-03-01", 6),
            ("2026-01-31", "2026-02-28", 8),
            ("2026-02-28", "2026-03-28", 8),
            ("2026-02-28", "2026-03-31", 7),
            ("2024-02-29", "2025-02-28", 5),
            ("2024-02-29", "2025-03-01", 4),
        ] {
            assert_eq!(of(CONSENT, d, as_of), want, "{d} on {as_of}");
        }
        for (d, want) in [
            ("2026-11-24", 0),
            ("2026-11-16", 7),
            ("2026-11-15", 6),
            ("2026-11-08", 6),
            ("2026-10-26", 5),
            ("2026-10-25", 4),
            ("2026-10-23", 3),
            ("2026-10-22", 2),
            ("2026-08-25", 2),
            ("2026-08-24", 1),
        ] {
            assert_eq!(of(SCREENING, d, "2026-11-23"), want, "{d}");
        }
    }

    proptest::proptest! {
        #[test]
        fn ages_are_those_counted_forward_from_each_day(as_of in 0i32..40_000, age in 0i32..2_500) {
            let (as_of, day) = (Day(as_of), Day(as_of - age));
            let Scale::Months(ends) = CONSENT else { unreachable!() };
            let want = ends.iter().position(|n| as_of <= day.add_months(*n));
            let want = want.map_or(1, |at| ends.len() + 1 - at);
            assert_eq!(usize::from(CONSENT.on(as_of).of(day)), want);
        }
    }
}
