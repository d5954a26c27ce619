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

use crate::record::check::{Example, Scope, mostly};
use crate::record::column::Column;

const DAY: &[&str] = &["2026-03-01"];

static MANY: [&[&str]; 200] = mostly(DAY, &[(2, &["2026-03-02"]), (3, &["2026-03-03"])]);
static HALVES: [&[&str]; 200] = mostly(DAY, &[(80, &["2026-03-02"])]);

#[cfg(feature = "engine")]
const DAYS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "collected-day",
    of: |batch| crate::data::share::day_keys(batch, Column::CollectedAt),
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    crate::data::share::sort(&CHECK, view)
}
