//! Shares: how many of the rows that bear a value bear the same one. All checks named `…-share` sort by this.

use super::batch::Batch;
use super::date::{DayCell, days, moments};
use super::keys::Keyed;
use super::sorter::KeyView;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::papers::KeyBin;

/// Below so many rows with a value nothing is concluded.
const FEW: u64 = 20;

/// One unit per key, by its share of the rows that have one.
pub fn sort(check: &Check, view: &KeyView<'_>) -> Vec<KeyBin> {
    sort_rows(check, &view.table.rows)
}

/// The same of rows per key.
pub fn sort_rows(check: &Check, rows: &Keyed<u64>) -> Vec<KeyBin> {
    let all: u64 = rows.values().sum();
    let unit = |(key, rows): (&u128, &u64)| KeyBin {
        key: Some(*key),
        bin: check.at(bin(*rows, all)),
    };
    rows.iter().map(unit).collect()
}

/// The bin of a key that `rows` of `all` rows bear.
fn bin(rows: u64, all: u64) -> &'static str {
    // compared as fractions: a share is never rounded
    let within = |percent: u128| u128::from(rows) * 100 <= u128::from(all) * percent;
    if all < FEW {
        "too-few-rows"
    } else if rows == all {
        "all-rows"
    } else if within(1) {
        "up-to-1-percent"
    } else if within(10) {
        "up-to-10-percent"
    } else if within(50) {
        "up-to-50-percent"
    } else if within(95) {
        "up-to-95-percent"
    } else {
        "over-95-percent"
    }
}

/// The day of each row as a plain number: there are few days, and none is a secret of its own. Of several columns the
/// first that says a day; two readings are a day of their own kind, since a column is read alike throughout.
pub fn day_keys(batch: &Batch<'_>, column: Column) -> Vec<u128> {
    let mut out = vec![0; batch.rows()];
    for cells in batch.cells(column) {
        for (o, cell) in out.iter_mut().zip(days(batch, &cells).iter()) {
            if *o == 0 {
                *o = day_key(*cell);
            }
        }
    }
    out
}

/// A number per day or pair of days, below 2^66; 0 without one.
pub fn day_key(cell: DayCell) -> u128 {
    match cell {
        DayCell::On(d) => 1 << 64 | u128::from(d.0 as u32),
        DayCell::Either(a, b) => 2 << 64 | u128::from(a.0 as u32) << 32 | u128::from(b.0 as u32),
        DayCell::Blank | DayCell::Illegible | DayCell::Placeholder | DayCell::Mixed => 0,
    }
}

/// Marks the second in which a day begins.
const MIDNIGHT: u128 = 1 << 17;

/// The second of each row, as a plain number like [`day_keys`]; 0 for a cell that carries no seconds.
pub fn second_keys(batch: &Batch<'_>, column: Column) -> Vec<u128> {
    let mut out = vec![0; batch.rows()];
    for cells in batch.cells(column) {
        let order = batch.plan.facts.order(cells.slot.position);
        let mut rows = out.iter_mut();
        moments(&cells, |moment| {
            if let Some(key) = rows.next()
                && let (0, Some(second)) = (*key, moment.second)
                && let day @ 1.. = day_key(moment.form.under(order))
            {
                let midnight = if second.midnight { MIDNIGHT } else { 0 };
                *key = day << 18 | midnight | u128::from(second.of_day);
            }
        });
    }
    out
}

/// One unit per second. If all of them are midnights, programs wrote days as times, and there is no second at all.
pub fn sort_seconds(check: &Check, view: &KeyView<'_>) -> Vec<KeyBin> {
    let table = &view.table.rows;
    if table.keys().all(|key| key & MIDNIGHT != 0) {
        return Vec::new();
    }
    let mut rows: Keyed<u64> = Keyed::default();
    for (key, n) in table {
        *rows.entry(key & !MIDNIGHT).or_default() += n;
    }
    sort_rows(check, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bin_ends_where_its_name_says() {
        for (rows, all, want) in [
            (19, 19, "too-few-rows"),
            (1, 19, "too-few-rows"),
            (20, 20, "all-rows"),
            (191, 200, "over-95-percent"),
            (190, 200, "up-to-95-percent"),
            (101, 200, "up-to-95-percent"),
            (100, 200, "up-to-50-percent"),
            (21, 200, "up-to-50-percent"),
            (20, 200, "up-to-10-percent"),
            (3, 200, "up-to-10-percent"),
            (2, 200, "up-to-1-percent"),
            (u64::MAX - 1, u64::MAX, "over-95-percent"),
        ] {
            assert_eq!(bin(rows, all), want, "{rows} of {all}");
        }
    }
}
