//! The day of the notice against a day before which it was due: the first message to the person, the first disclosure
//! (Art. 14(3)(b) and (c) GDPR). Neither has a column of its own, so both come from the papers, as a span of days.

use std::sync::Arc;

use super::{inherited, readings};
use crate::base::clock::Day;
use crate::data::age::periods;
use crate::data::batch::Batch;
use crate::data::date::{DayCell, days};
use crate::data::notice::Timing;
use crate::data::register;
use crate::record::column::Column;
use crate::record::dossier::Span;

/// How a notice stands to the day before which it was due, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    After,
    /// The days do not tell.
    Open,
    Same,
    Before,
    Illegible,
    Blank,
}

/// From the earliest to the latest possible day.
type Days = (Day, Day);

const EVER: Days = (Day(i32::MIN), Day(i32::MAX));

fn order(notice: Days, due: Days) -> Order {
    if notice.0 > due.1 {
        Order::After
    } else if notice.1 < due.0 {
        Order::Before
    } else if notice.0 == notice.1 && notice == due {
        Order::Same
    } else {
        Order::Open
    }
}

/// A cell against the span; of two readings the less favourable one.
fn of_cell(notice: DayCell, due: Days) -> Order {
    match (notice, readings(notice)) {
        (DayCell::Blank, _) => Order::Blank,
        (_, Some((a, b))) => order((a, a), due).min(order((b, b), due)),
        (_, None) => Order::Illegible,
    }
}

/// Per source entry, and first for rows without one: the days on which people of the source were first approached;
/// none if nothing is stated.
fn contacts(batch: &Batch<'_>) -> Arc<Vec<Option<Days>>> {
    batch.plan.once("notice.contacts", || {
        let span = |s: Span| {
            let first = s.first.unwrap_or(EVER.0);
            (first, s.last.unwrap_or(EVER.1).max(first))
        };
        let entries = batch.dossier().sources().iter();
        std::iter::once(None)
            .chain(entries.map(|s| s.contacted.map(span)))
            .collect()
    })
}

/// Per source entry, and first for rows without one: the days on which rows of the source were first disclosed. The
/// sale to this buyer is a disclosure, so none is later than the delivery; where nothing else is stated, it is the day.
fn disclosures(batch: &Batch<'_>) -> Arc<Vec<Option<Days>>> {
    batch.plan.once("notice.disclosures", || {
        let dossier = batch.dossier();
        let declared = dossier.declaration.as_ref().and_then(|d| d.declared_at);
        let delivered = dossier.received.or(declared);
        // a list that is here has been delivered, whenever that was
        let latest = delivered.unwrap_or(batch.as_of());
        let unstated = (delivered.unwrap_or(EVER.0), latest);
        let span = |s: Span| {
            let last = s.last.unwrap_or(latest).min(latest);
            (s.first.unwrap_or(EVER.0).min(last), last)
        };
        let entries = dossier.sources().iter();
        std::iter::once(Some(unstated))
            .chain(entries.map(|s| Some(s.disclosed.map_or(unstated, span))))
            .collect()
    })
}

/// Each row's notice against the first contact.
pub fn before_contact(batch: &Batch<'_>) -> Vec<Order> {
    of_rows(batch, &contacts(batch))
}

/// Each row's notice against the first disclosure.
pub fn before_disclosure(batch: &Batch<'_>) -> Vec<Order> {
    of_rows(batch, &disclosures(batch))
}

fn of_rows(batch: &Batch<'_>, due: &[Option<Days>]) -> Vec<Order> {
    let column = |column| -> Vec<_> {
        let all = batch.cells(column);
        all.iter().map(|c| days(batch, c)).collect()
    };
    let notices = column(Column::Art14NoticeAt);
    let collected = column(Column::CollectedAt);
    let periods = periods(batch);
    let entries = register::entry(batch);
    let inherited = inherited(batch);
    (0..batch.rows())
        .map(|row| {
            let entry = entries[row];
            let Some(due) = due
                .get(entry.map_or(0, |e| e as usize + 1))
                .copied()
                .flatten()
            else {
                return Order::Blank;
            };
            let cells = notices.iter().map(|n| of_cell(n[row], due));
            let worst = cells.min().unwrap_or(Order::Blank);
            let logged =
                entry.and_then(|e| inherited.get(e as usize)) == Some(&Timing::DocumentedInTime);
            if worst != Order::Blank || !logged {
                return worst;
            }
            // the log shows a notice within a month of collection
            let own = collected.iter().filter_map(|c| readings(c[row]));
            let own = own.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            match own.or(periods[row]) {
                Some((first, last)) => order((first, last.add_months(1).past_weekend()), due),
                None => Order::Open,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_spans_that_do_not_touch_tell_an_order() {
        let d = |a, b| (Day(a), Day(b));
        for (notice, due, want) in [
            (d(5, 5), d(6, 6), Order::Before),
            (d(6, 6), d(6, 6), Order::Same),
            (d(7, 7), d(6, 6), Order::After),
            (d(7, 7), d(6, 9), Order::Open),
            (d(6, 7), d(7, 7), Order::Open),
            (d(5, 6), d(7, 9), Order::Before),
            (d(5, 5), (EVER.0, Day(9)), Order::Open),
            (d(9, 9), (Day(5), EVER.1), Order::Open),
        ] {
            assert_eq!(order(notice, due), want, "{notice:?} {due:?}");
        }
        let either = DayCell::Either(Day(5), Day(7));
        assert_eq!(of_cell(either, d(6, 6)), Order::After);
        assert_eq!(of_cell(DayCell::Placeholder, d(6, 6)), Order::Illegible);
    }
}
