//! The age of a paper on the as-of date, in calendar months: the same bins for the vendor's documents and
//! the buyer's own.

use crate::base::clock::{AsOf, Day};
use crate::record::dossier::Dated;

/// Worst first; the last two are `illegible` and `blank`.
pub const BINS: &[&str] = &[
    "after-as-of",
    "expired",
    "undated",
    "over-36-months",
    "up-to-36-months",
    "up-to-24-months",
    "up-to-12-months",
    "up-to-6-months",
    "up-to-3-months",
    "up-to-30-days",
    "up-to-7-days",
    "illegible",
    "blank",
];

const AFTER: usize = 0;
const EXPIRED: usize = 1;
const UNDATED: usize = 2;
const ILLEGIBLE: usize = 11;
const BLANK: usize = 12;

/// The bin of one paper that is at hand.
pub fn of(date: Dated, expires: Option<Day>, as_of: AsOf) -> usize {
    let day = match date {
        Dated::On(day) => Some(day),
        Dated::Illegible | Dated::Undated => None,
    };
    if day.is_some_and(|d| d > as_of) {
        AFTER
    } else if expires.is_some_and(|e| e < as_of) {
        EXPIRED
    } else if let Some(day) = day {
        elapsed(day, as_of)
    } else if date == Dated::Undated {
        UNDATED
    } else {
        ILLEGIBLE
    }
}

/// The narrowest period that has not run out since `day`, which is not after the as-of date.
fn elapsed(day: Day, as_of: AsOf) -> usize {
    let ends = [
        day.add_days(7),
        day.add_days(30),
        day.add_months(3),
        day.add_months(6),
        day.add_months(12),
        day.add_months(24),
        day.add_months(36),
    ];
    match ends.iter().position(|end| as_of <= *end) {
        Some(i) => ILLEGIBLE - 1 - i,
        None => UNDATED + 1,
    }
}

/// The bin of a slot from the bins of its papers: the one with the best age counts, an unreadable date before none at
/// all; no paper is `blank`. The age looks at dates alone; whether a file is the right one is not its matter.
pub fn best(papers: impl Iterator<Item = usize>) -> usize {
    // positions doubled, so that `illegible` finds its place behind `undated`
    let goodness = |bin: &usize| match *bin {
        ILLEGIBLE => UNDATED * 2 + 1,
        bin => bin * 2,
    };
    papers.max_by_key(goodness).unwrap_or(BLANK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_end_on_the_same_day_of_a_later_month() {
        let bin = |date: &str, as_of: &str| {
            let day = |s| Day::parse(s).expect("day");
            BINS[of(Dated::On(day(date)), None, day(as_of))]
        };
        assert_eq!(bin("2026-11-30", "2027-02-28"), "up-to-3-months");
        assert_eq!(bin("2026-11-30", "2027-03-01"), "up-to-6-months");
        assert_eq!(bin("2024-02-29", "2025-02-28"), "up-to-12-months");
        assert_eq!(bin("2024-02-29", "2025-03-01"), "up-to-24-months");
        assert_eq!(bin("2026-11-16", "2026-11-23"), "up-to-7-days");
        assert_eq!(bin("2026-11-15", "2026-11-23"), "up-to-30-days");
        assert_eq!(bin("2023-11-23", "2026-11-23"), "up-to-36-months");
        assert_eq!(bin("2023-11-22", "2026-11-23"), "over-36-months");
        assert_eq!(bin("2026-11-24", "2026-11-23"), "after-as-of");
    }

    #[test]
    fn a_period_that_ran_out_counts_before_the_age_but_after_a_day_to_come() {
        let day = |s| Day::parse(s).expect("day");
        let as_of = day("2026-11-23");
        let expires = Some(day("2026-11-22"));
        assert_eq!(
            BINS[of(Dated::On(day("2026-11-20")), expires, as_of)],
            "expired"
        );
        assert_eq!(BINS[of(Dated::Undated, expires, as_of)], "expired");
        assert_eq!(
            BINS[of(Dated::On(day("2026-11-24")), expires, as_of)],
            "after-as-of"
        );
        assert_eq!(
            BINS[of(Dated::On(day("2026-11-20")), Some(as_of), as_of)],
            "up-to-7-days"
        );
    }
}
