crate::check! {
    en {
        /// Which share of the rows was collected on one day?
        ///
        /// ## What is sorted
        /// Each day that stands in `collected_at`, by the share of the rows with such a date that it holds.
        ///
        /// ## Why it matters
        /// Contacts are collected over weeks and years. One day in nearly all rows is the day of an export or an
        /// import, and then says nothing about when the data of a person were collected, though the period for
        /// informing the person runs from there.
        ///
        /// ## How it is decided
        /// The rows of a day divided by all rows that bear a readable date. `all-rows` is the only day there is; then
        /// the shares over 95, up to 95, 50, 10 and 1 per cent. Below twenty rows with a date nothing is concluded:
        /// every day is `too-few-rows`. A date that can be read in two ways counts as a day of its own kind, since all
        /// rows of a column are read alike.
        ///
        /// Rows without a readable date are no unit; if there is no date at all, the one unit is `blank`. More
        /// different days than are told apart are `illegible`.
        ///
        /// ## What it cannot see
        /// A true campaign of one day, such as a fair. That is why the policy names it and does not condemn it.
    }
    de {
        /// Welcher Anteil der Zeilen wurde an einem einzigen Tag erhoben?
        ///
        /// ## Was sortiert wird
        /// Jeder Tag, der in `collected_at` steht, nach seinem Anteil an den Zeilen mit einem solchen Datum.
        ///
        /// ## Warum es zählt
        /// Kontakte werden über Wochen und Jahre erhoben. Ein einziger Tag in fast allen Zeilen ist der Tag eines
        /// Exports oder Imports und sagt dann nichts darüber, wann die Daten einer Person erhoben wurden, obwohl von
        /// dort die Frist für ihre Information läuft.
        ///
        /// ## Wie entschieden wird
        /// Die Zeilen eines Tages, geteilt durch alle Zeilen mit lesbarem Datum. `all-rows` ist der einzige Tag, den es
        /// gibt; dann folgen die Anteile über 95, bis 95, 50, 10 und 1 Prozent. Unter zwanzig Zeilen mit Datum wird
        /// nichts gefolgert: Jeder Tag ist `too-few-rows`. Ein zweifach lesbares Datum zählt als Tag eigener Art, denn
        /// alle Zeilen einer Spalte werden gleich gelesen.
        ///
        /// Zeilen ohne lesbares Datum sind keine Einheit; gibt es gar kein Datum, ist die eine Einheit `blank`. Mehr
        /// verschiedene Tage, als unterschieden werden, sind `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Eine wirkliche Erhebung an einem Tag, etwa auf einer Messe. Deshalb benennt das Regelwerk den Fall und
        /// verurteilt ihn nicht.
    }
    "collected-day-share" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::CollectedAt],
        bins: &["all-rows", "over-95-percent", "up-to-95-percent", "up-to-50-percent", "up-to-10-percent", "up-to-1-percent", "too-few-rows", "illegible", "blank"],
        examples: &[
            Example::rows(&[DAY; 20], &["all-rows"]),
            Example::rows(&[DAY; 19], &["too-few-rows"]),
            // a row without a date takes no part
            Example::rows(&[&["01.03.2026"], &["02.03.2026"], &[""], &["soon"]], &["too-few-rows"; 2]),
            Example::rows(&MANY, &["over-95-percent", "up-to-10-percent", "up-to-1-percent"]),
            Example::rows(&HALVES, &["up-to-95-percent", "up-to-50-percent"]),
            Example::rows(&[&[""], &["n/a"]], &["blank"]),
        ],
    }
    keys(DAYS) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

const DAY: &[&str] = &["2026-03-01"];

/// Days of the examples: one day, but for the rows that another takes.
const fn days(others: [(usize, &'static [&'static str]); 3]) -> [&'static [&'static str]; 200] {
    let mut rows: [&'static [&'static str]; 200] = [DAY; 200];
    let (mut at, mut which) = (0, 0);
    while which < others.len() {
        let mut n = 0;
        while n < others[which].0 {
            rows[at] = others[which].1;
            at += 1;
            n += 1;
        }
        which += 1;
    }
    rows
}

static MANY: [&[&str]; 200] = days([(2, &["2026-03-02"]), (3, &["2026-03-03"]), (0, &[])]);
static HALVES: [&[&str]; 200] = days([(80, &["2026-03-02"]), (0, &[]), (0, &[])]);

/// The day of each row: a plain number, for there are few days and none is a secret of its own.
#[cfg(feature = "engine")]
const DAYS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "collected-day",
    of: |batch| {
        use crate::data::date::{DayCell, days};

        let mut out = vec![0; batch.rows()];
        for cells in batch.cells(Column::CollectedAt) {
            for (o, day) in out.iter_mut().zip(days(batch, &cells).iter()) {
                let key = match day {
                    DayCell::On(d) => 1 << 64 | u128::from(d.0 as u32),
                    DayCell::Either(a, b) => {
                        2 << 64 | u128::from(a.0 as u32) << 32 | u128::from(b.0 as u32)
                    }
                    _ => 0,
                };
                // the first column that says something
                if *o == 0 {
                    *o = key;
                }
            }
        }
        out
    },
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    let all: u64 = view.table.rows.values().sum();
    // compared as fractions: a share is never rounded
    let within = |rows: u64, percent: u128| u128::from(rows) * 100 <= u128::from(all) * percent;
    let bin = |rows: u64| match rows {
        _ if all < 20 => "too-few-rows",
        rows if rows == all => "all-rows",
        rows if within(rows, 1) => "up-to-1-percent",
        rows if within(rows, 10) => "up-to-10-percent",
        rows if within(rows, 50) => "up-to-50-percent",
        rows if within(rows, 95) => "up-to-95-percent",
        _ => "over-95-percent",
    };
    let unit = |(key, rows): (&u128, &u64)| crate::record::papers::KeyBin {
        key: Some(*key),
        bin: CHECK.at(bin(*rows)),
    };
    view.table.rows.iter().map(unit).collect()
}
