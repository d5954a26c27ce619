//! Rows against what the vendor declares of them: periods of collection and notice, screening, deletion. A row is
//! reduced to one small number that says which statements it contradicts; how many rows that takes, the checks say.
//!
//! Of two readings of a date the less favourable one counts; what is no date contradicts nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::batch::Batch;
use super::country::{self, Said};
use super::date::{DayCell, days};
use super::keys::{Kind, Table};
use super::notice::Timing;
use super::register;
use crate::base::clock::Day;
use crate::record::column::Column;
use crate::record::dossier::{Declaration, Period};

/// What a row says of the notice to its person, against the declaration and the entry of its source.
pub const NOTICE: Kind = Kind {
    name: "claims.notice",
    of: notices,
};

/// Which statements about its source, its screening and its deletion a row contradicts.
pub const CONTRADICTED: Kind = Kind {
    name: "claims.contradicted",
    of: contradicted,
};

const DATED: u128 = 1;
const OUTSIDE: u128 = 2;
const LATE: u128 = 4;

const PERIOD: u128 = 1;
const RETENTION: u128 = 2;

/// Where the position of a source entry, and of a screening, stands in a key; each from 1.
const ENTRY: u32 = 64;
const SCREENING: u32 = 32;
/// Set in every key, since a key is never 0.
const SET: u128 = 1 << 127;

fn key(entry: Option<u32>, screening: usize, flags: u128) -> u128 {
    let entry = entry.map_or(0, |e| u128::from(e) + 1);
    SET | entry << ENTRY | (screening as u128) << SCREENING | flags
}

fn part(key: u128, at: u32) -> usize {
    (key >> at & 0xffff_ffff) as usize
}

/// First and last reading of a date; none if it is no date.
fn readings(cell: DayCell) -> Option<(Day, Day)> {
    match cell {
        DayCell::On(d) => Some((d, d)),
        DayCell::Either(a, b) => Some((a, b)),
        DayCell::Blank | DayCell::Illegible | DayCell::Placeholder | DayCell::Mixed => None,
    }
}

/// Per row the readings of all its cells of a date column.
fn dates(batch: &Batch<'_>, column: Column) -> Vec<Vec<Option<(Day, Day)>>> {
    batch
        .cells(column)
        .iter()
        .map(|cells| days(batch, cells).iter().map(|d| readings(*d)).collect())
        .collect()
}

/// Whether a reading lies before the first or after the last day.
fn outside((a, b): (Day, Day), first: Option<Day>, last: Option<Day>) -> bool {
    first.is_some_and(|f| a < f) || last.is_some_and(|l| b > l)
}

fn after(day: Day, period: Period) -> Day {
    day.add_months(i32::try_from(period.months).unwrap_or(i32::MAX))
        .add_days(i32::try_from(period.days).unwrap_or(i32::MAX))
}

fn notices(batch: &Batch<'_>) -> Vec<u128> {
    let Some(declaration) = batch.dossier().declaration.as_ref() else {
        return vec![SET; batch.rows()];
    };
    let notice = declaration.notice.as_ref();
    let (first, last) = notice.map_or((None, None), |n| (n.first_sent, n.last_sent));
    let sent = dates(batch, Column::Art14NoticeAt);
    let timings = batch.bins("notice-timing");
    let late = Timing::Over12Months as u8..=Timing::UpTo2Months as u8;
    let entries = register::entry(batch);
    (0..batch.rows())
        .map(|row| {
            let entry = entries[row];
            let mut flags = 0;
            for both in sent.iter().filter_map(|c| c[row]) {
                flags |= DATED;
                if outside(both, first, last) {
                    flags |= OUTSIDE;
                }
            }
            let soon = entry
                .and_then(|e| declaration.sources.get(e as usize)?.notice.as_ref())
                .is_some_and(|n| n.in_time);
            if flags & DATED != 0 && soon && late.contains(&timings[row]) {
                flags |= LATE;
            }
            key(entry, 0, flags)
        })
        .collect()
}

/// Rows by what they say of the notice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    pub rows: u64,
    /// With a day on which the person was informed.
    pub dated: u64,
    /// With a day outside the declared period.
    pub outside: u64,
    /// Later than the entry of the source says.
    pub late: u64,
}

impl Notices {
    /// All rows, and those of each source entry by its position; rows without an entry stand under none.
    pub fn of(table: &Table) -> BTreeMap<Option<usize>, Self> {
        let mut all = BTreeMap::<_, Self>::new();
        for (key, rows) in &table.rows {
            let here = all.entry(part(*key, ENTRY).checked_sub(1)).or_default();
            let counted = |flag| if key & flag == 0 { 0 } else { *rows };
            here.rows += rows;
            here.dated += counted(DATED);
            here.outside += counted(OUTSIDE);
            here.late += counted(LATE);
        }
        all
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            rows: self.rows + other.rows,
            dated: self.dated + other.dated,
            outside: self.outside + other.outside,
            late: self.late + other.late,
        }
    }
}

/// The first screening of each country, with its earliest day: an older date in a row is older than all of them.
fn screenings(declaration: &Declaration) -> BTreeMap<[u8; 2], (usize, Day)> {
    let mut all = BTreeMap::new();
    for (i, dnc) in declaration.dnc.iter().enumerate() {
        let code = dnc.country.map(|c| c.as_str().as_bytes());
        if let (Some(&[a, b]), Some(day)) = (code, dnc.screened_at) {
            let known = all.entry([a, b]).or_insert((i, day));
            known.1 = known.1.min(day);
        }
    }
    all
}

fn contradicted(batch: &Batch<'_>) -> Vec<u128> {
    let dossier = batch.dossier();
    let Some(declaration) = dossier.declaration.as_ref() else {
        return vec![0; batch.rows()];
    };
    let screenings: Arc<BTreeMap<_, _>> = batch
        .plan
        .once("claims.screenings", || screenings(declaration));
    let period = declaration.vendor_deletes_after;
    let collected = dates(batch, Column::CollectedAt);
    let kept = match period {
        Some(_) => dates(batch, Column::RetentionUntil),
        None => Vec::new(),
    };
    let screened = match screenings.is_empty() {
        true => Vec::new(),
        false => dates(batch, Column::DncScreenedAt),
    };
    let countries = country::of_rows(batch);
    let entries = register::entry(batch);
    let as_of = batch.as_of();
    (0..batch.rows())
        .map(|row| {
            let entry = entries[row];
            let mut flags = 0;
            let source = entry.and_then(|e| declaration.sources.get(e as usize));
            for both in collected.iter().filter_map(|c| c[row]) {
                if source.is_some_and(|s| {
                    let last = match (s.last, dossier.received) {
                        (Some(a), Some(b)) => Some(a.min(b)),
                        (a, b) => a.or(b),
                    };
                    outside(both, s.first, last)
                }) {
                    flags |= PERIOD;
                }
                if let Some(period) = period {
                    let longer = kept
                        .iter()
                        .filter_map(|c| c[row])
                        .any(|k| k.1 > after(both.0, period));
                    if longer || after(both.0, period) < as_of {
                        flags |= RETENTION;
                    }
                }
            }
            let screening = match countries[row] {
                Said::Country(c) => screenings.get(&c.bytes()),
                Said::Blank | Said::Illegible => None,
            };
            let older = screening.filter(|(_, day)| {
                let mut dates = screened.iter().filter_map(|c| c[row]);
                dates.any(|both| both.0 < *day)
            });
            if flags == 0 && older.is_none() {
                return 0;
            }
            key(entry, older.map_or(0, |(i, _)| i + 1), flags)
        })
        .collect()
}

/// Rows by the statements that they contradict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contradicted {
    /// The period of collection, by the position of the source entry.
    pub periods: BTreeMap<usize, u64>,
    /// The screening, by its position.
    pub screenings: BTreeMap<usize, u64>,
    /// The period after which the vendor deletes.
    pub retention: u64,
}

impl Contradicted {
    pub fn of(table: &Table) -> Self {
        let mut all = Self::default();
        for (key, rows) in &table.rows {
            if let (true, Some(entry)) = (key & PERIOD != 0, part(*key, ENTRY).checked_sub(1)) {
                *all.periods.entry(entry).or_default() += rows;
            }
            if let Some(screening) = part(*key, SCREENING).checked_sub(1) {
                *all.screenings.entry(screening).or_default() += rows;
            }
            if key & RETENTION != 0 {
                all.retention += rows;
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::label::Label;
    use crate::data::batch::{Plan, Worker};
    use crate::data::facts::Facts;
    use crate::data::frame::{Frame, Slot};
    use crate::record::dossier::{Dnc, Dossier, Source, Word};

    fn day(text: &str) -> Option<Day> {
        Day::parse(text)
    }

    #[test]
    fn a_row_is_held_against_its_own_entry_country_and_dates() {
        let fair = Source {
            matches: vec!["Messe".to_owned()],
            first: day("2026-02-01"),
            last: day("2026-03-31"),
            ..Source::new(Label::position(1))
        };
        let screening = |country, at| Dnc {
            country: Some(Word::from(country)),
            screened_at: day(at),
            ..Dnc::default()
        };
        let dossier = Dossier {
            declaration: Some(Declaration {
                sources: vec![Source::new(Label::position(1)), fair],
                dnc: vec![
                    screening("DE", "2026-09-01"),
                    screening("AT", "2026-09-10"),
                    screening("AT", "2026-09-01"),
                ],
                vendor_deletes_after: Period::parse("P6M"),
                ..Declaration::default()
            }),
            ..Dossier::default()
        };
        let columns = [
            Column::Source,
            Column::Country,
            Column::CollectedAt,
            Column::RetentionUntil,
            Column::DncScreenedAt,
        ];
        let slots: Vec<Slot> = columns
            .iter()
            .enumerate()
            .map(|(i, c)| Slot::new(*c, 1, i + 1))
            .collect();
        let rows = [
            // inside everything
            (
                ["Messe", "AT", "2026-03-01", "2026-09-01", "2026-09-05"],
                0,
                0,
                0,
            ),
            (["Messe", "AT", "2026-04-01", "", ""], 1, 0, 0),
            (
                ["Messe", "FR", "2026-01-31", "2026-07-31", "2026-01-01"],
                1,
                0,
                1,
            ),
            (["Web", "DE", "2026-03-01", "", "2026-08-31"], 0, 1, 0),
            (
                ["Web", "AT", "2026-06-15", "2027-01-01", "2026-08-31"],
                0,
                2,
                1,
            ),
            (["Web", "", "soon", "", "2026-08-31"], 0, 0, 0),
        ];
        let cells: Vec<Vec<&str>> = rows.iter().map(|r| r.0.to_vec()).collect();
        let frame = Frame::from_rows(&slots, &cells);
        let plan = Plan::new(&dossier, Day::parse("2026-08-15").expect("a day"), &[])
            .with(Facts::of(&frame));
        let worker = Worker::default();
        let keys = contradicted(&Batch::new(&frame, &plan, &worker));
        for ((cells, period, screening, retention), key) in rows.iter().zip(keys) {
            let mut table = Table::default();
            table.add(key, 1);
            let got = Contradicted::of(&table);
            assert_eq!(
                got.periods.get(&1).copied().unwrap_or(0),
                *period,
                "{cells:?}"
            );
            let at = got.screenings.keys().next().map_or(0, |i| i + 1);
            assert_eq!((at, got.retention), (*screening, *retention), "{cells:?}");
        }
    }
}
