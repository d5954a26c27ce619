crate::check! {
    en {
        /// Which share of the rows was informed on one day?
        ///
        /// ## What is sorted
        /// Each day that stands in `art14_notice_at`, by its share of the rows with such a date.
        ///
        /// ## Why it matters
        /// People are to be informed within a month of the collection of their data, Art. 14(3) GDPR. Data collected
        /// over months cannot all have been announced in time on one day; a single day in all rows is more often the
        /// day on which a column was filled.
        ///
        /// ## How it is decided
        /// The rows of a day divided by all rows with a readable day of the notice. `all-rows` is the only day there
        /// is; then the shares over 95, up to 95, 50, 10 and 1 per cent. Below twenty rows with a day nothing is
        /// concluded: every day is `too-few-rows`. A date that can be read in two ways is a day of its own kind, since
        /// all rows of a column are read alike.
        ///
        /// Rows without a readable day are no unit; if there is none at all, the one unit is `blank`. More different
        /// days than are told apart are `illegible`.
        ///
        /// ## What it cannot see
        /// One true mailing to everybody, which the sending log of that day would show.
    }
    de {
        /// Welcher Anteil der Zeilen wurde an einem einzigen Tag informiert?
        ///
        /// ## Was sortiert wird
        /// Jeder Tag, der in `art14_notice_at` steht, nach seinem Anteil an den Zeilen mit einem solchen Datum.
        ///
        /// ## Warum es zählt
        /// Informiert wird binnen eines Monats nach der Erhebung, Art. 14 Abs. 3 DSGVO. Über Monate erhobene Daten
        /// können nicht alle an einem Tag rechtzeitig angezeigt worden sein; ein einziger Tag in allen Zeilen ist öfter
        /// der Tag, an dem eine Spalte gefüllt wurde.
        ///
        /// ## Wie entschieden wird
        /// Die Zeilen eines Tages, geteilt durch alle Zeilen mit lesbarem Tag der Information. `all-rows` ist der
        /// einzige Tag, den es gibt; dann folgen die Anteile über 95, bis 95, 50, 10 und 1 Prozent. Unter zwanzig
        /// Zeilen mit Tag wird nichts gefolgert: Jeder Tag ist `too-few-rows`. Ein zweifach lesbares Datum ist ein Tag
        /// eigener Art, denn alle Zeilen einer Spalte werden gleich gelesen.
        ///
        /// Zeilen ohne lesbaren Tag sind keine Einheit; gibt es gar keinen, ist die eine Einheit `blank`. Mehr
        /// verschiedene Tage, als unterschieden werden, sind `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Einen wirklichen Versand an alle; den würde das Versandprotokoll jenes Tages zeigen.
    }
    "notice-day-share" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Art14NoticeAt],
        bins: &["all-rows", "over-95-percent", "up-to-95-percent", "up-to-50-percent", "up-to-10-percent", "up-to-1-percent", "too-few-rows", "illegible", "blank"],
        examples: &[
            // a day with and without its hour is one day
            Example::rows(&ONE, &["all-rows"]),
            Example::rows(&[DAY; 19], &["too-few-rows"]),
            // words and placeholders are no day
            Example::rows(&[&["02.02.2026"], &[""], &["ja"], &["1970-01-01"]], &["too-few-rows"]),
            Example::rows(&MANY, &["over-95-percent", "up-to-10-percent", "up-to-1-percent"]),
            Example::rows(&HALVES, &["up-to-95-percent", "up-to-50-percent"]),
            Example::rows(&[&[""], &["n/a"], &["soon"]], &["blank"]),
        ],
    }
    keys(DAYS) sort
}

use crate::record::check::{Example, Scope, mostly};
use crate::record::column::Column;

const DAY: &[&str] = &["2026-02-02"];

static ONE: [&[&str]; 20] = mostly(DAY, &[(4, &["2026-02-02T09:30:00Z"]), (3, &["02.02.2026"])]);
static MANY: [&[&str]; 200] = mostly(DAY, &[(2, &["2026-02-03"]), (3, &["2026-02-04"])]);
static HALVES: [&[&str]; 200] = mostly(DAY, &[(80, &["2026-02-03"])]);

#[cfg(feature = "engine")]
const DAYS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "notice-day",
    of: |batch| crate::data::share::day_keys(batch, Column::Art14NoticeAt),
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    crate::data::share::sort(&CHECK, view)
}
