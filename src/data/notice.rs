//! When people were informed (Art. 14(3) GDPR), against the day on which their data were collected.
//!
//! A month ends by Regulation 1182/71: on the same day number, at the end of a shorter month, and past a weekend
//!. Of several readings of a date the less favourable bin counts.

pub mod language;
pub mod order;
pub mod version;

use super::age::periods;
use super::batch::Batch;
use super::date::{DayCell, days};
use super::register;
use crate::base::clock::{AsOf, Day};
use crate::record::column::Column;
use crate::record::dossier::Document;

/// Bins of `notice-timing`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Timing {
    Future,
    Over12Months,
    UpTo12Months,
    UpTo6Months,
    UpTo3Months,
    UpTo2Months,
    BeforeCollection,
    NotComparable,
    DeclaredInTime,
    DocumentedInTime,
    UpTo1Month,
    Illegible,
    Blank,
}

/// From collection to notice.
fn elapsed(collected: Day, notice: Day, as_of: AsOf) -> Timing {
    if notice > as_of {
        return Timing::Future;
    }
    if notice < collected {
        return Timing::BeforeCollection;
    }
    let days = notice.0 - collected.0;
    // how short and how long that many months can be: only between the two a calendar is needed
    let ends = [
        (1, 28..=31, Timing::UpTo1Month),
        (2, 59..=62, Timing::UpTo2Months),
        (3, 89..=92, Timing::UpTo3Months),
        (6, 181..=184, Timing::UpTo6Months),
        (12, 365..=366, Timing::UpTo12Months),
    ];
    ends.into_iter()
        .find(|(months, length, _)| {
            days <= *length.start()
                || days <= *length.end() + WEEKEND
                    && notice <= collected.add_months(*months).past_weekend()
        })
        .map_or(Timing::Over12Months, |(_, _, bin)| bin)
}

/// Days by which a weekend can put off the end of a period.
const WEEKEND: i32 = 2;

/// The readings of a date cell; none if it is no date.
fn readings(cell: DayCell) -> Option<(Day, Day)> {
    match cell {
        DayCell::On(d) => Some((d, d)),
        DayCell::Either(a, b) => Some((a, b)),
        DayCell::Blank | DayCell::Illegible | DayCell::Placeholder | DayCell::Mixed => None,
    }
}

/// One notice against one day of collection.
fn timing(notice: DayCell, collected: DayCell, period: Option<(Day, Day)>, as_of: AsOf) -> Timing {
    let (n1, n2) = match notice {
        DayCell::Blank => return Timing::Blank,
        other => match readings(other) {
            Some(both) => both,
            None => return Timing::Illegible,
        },
    };
    if n1 > as_of || n2 > as_of {
        return Timing::Future;
    }
    if let Some((c1, c2)) = readings(collected) {
        let all = [(c1, n1), (c1, n2), (c2, n1), (c2, n2)];
        return all
            .into_iter()
            .map(|(c, n)| elapsed(c, n, as_of))
            .min()
            .unwrap_or(Timing::NotComparable);
    }
    // only the period of the source is known: it tells something if both its ends tell the same
    match period.filter(|_| collected == DayCell::Blank) {
        Some((first, last)) => {
            let ends = [elapsed(first, n1, as_of), elapsed(last, n1, as_of)];
            let others = [elapsed(first, n2, as_of), elapsed(last, n2, as_of)];
            if ends[0] == ends[1] && ends == others {
                ends[0]
            } else {
                Timing::NotComparable
            }
        }
        None => Timing::NotComparable,
    }
}

/// What the register says of the notice to the rows of each source.
fn inherited(batch: &Batch<'_>) -> std::sync::Arc<Vec<Timing>> {
    batch.plan.once("notice.inherited", || {
        let dossier = batch.dossier();
        dossier
            .sources()
            .iter()
            .map(|s| match &s.notice {
                Some(n) if n.in_time => {
                    let log = n.log.as_ref().and_then(|id| dossier.document(id));
                    if log.is_some_and(Document::at_hand) {
                        Timing::DocumentedInTime
                    } else {
                        Timing::DeclaredInTime
                    }
                }
                _ => Timing::Blank,
            })
            .collect()
    })
}

/// Positions in the bins of `notice-timing`.
pub fn timings(batch: &Batch<'_>) -> Vec<u8> {
    let as_of = batch.as_of();
    let notices: Vec<_> = batch
        .cells(Column::Art14NoticeAt)
        .iter()
        .map(|c| days(batch, c))
        .collect();
    let collected: Vec<_> = batch
        .cells(Column::CollectedAt)
        .iter()
        .map(|c| days(batch, c))
        .collect();
    let periods = periods(batch);
    let entries = register::entry(batch);
    let inherited = inherited(batch);
    (0..batch.rows())
        .map(|row| {
            let mut worst = Timing::Blank;
            for notice in &notices {
                // several days of collection: each filled one counts
                let mut any = false;
                for day in collected.iter().map(|c| c[row]) {
                    if day != DayCell::Blank {
                        any = true;
                        worst = worst.min(timing(notice[row], day, None, as_of));
                    }
                }
                if !any {
                    worst = worst.min(timing(notice[row], DayCell::Blank, periods[row], as_of));
                }
            }
            if worst == Timing::Blank
                && let Some(of_source) = entries[row].and_then(|e| inherited.get(e as usize))
            {
                worst = *of_source;
            }
            worst as u8
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    #[test]
    fn months_end_past_the_weekend() {
        let as_of = day("2027-12-31");
        for (collected, notice, want) in [
            ("2026-01-31", "2026-03-02", Timing::UpTo1Month),
            ("2026-01-31", "2026-03-03", Timing::UpTo2Months),
            ("2026-02-28", "2026-03-30", Timing::UpTo1Month),
            ("2026-02-28", "2026-03-31", Timing::UpTo2Months),
            ("2026-08-15", "2026-09-15", Timing::UpTo1Month),
            ("2026-08-15", "2026-09-16", Timing::UpTo2Months),
            ("2026-11-30", "2027-03-01", Timing::UpTo3Months),
            ("2026-11-30", "2027-03-02", Timing::UpTo6Months),
            ("2024-02-29", "2025-02-28", Timing::UpTo12Months),
            ("2024-02-29", "2025-03-01", Timing::Over12Months),
            ("2026-08-15", "2026-08-14", Timing::BeforeCollection),
            ("2026-08-15", "2028-01-01", Timing::Future),
        ] {
            assert_eq!(
                elapsed(day(collected), day(notice), as_of),
                want,
                "{collected} {notice}"
            );
        }
    }

    /// The short way and the calendar agree on every day of four years and every lag up to 400 days.
    #[test]
    fn lengths_of_months_are_never_over_or_underestimated() {
        let first = day("2024-01-01");
        let as_of = day("2030-12-31");
        for start in 0..1_462 {
            let collected = first.add_days(start);
            for lag in 0..400 {
                let notice = collected.add_days(lag);
                let plain = [
                    (1, Timing::UpTo1Month),
                    (2, Timing::UpTo2Months),
                    (3, Timing::UpTo3Months),
                    (6, Timing::UpTo6Months),
                    (12, Timing::UpTo12Months),
                ]
                .into_iter()
                .find(|(months, _)| notice <= collected.add_months(*months).past_weekend())
                .map_or(Timing::Over12Months, |(_, bin)| bin);
                assert_eq!(
                    elapsed(collected, notice, as_of) as u8,
                    plain as u8,
                    "{collected} {lag}"
                );
            }
        }
    }
}
