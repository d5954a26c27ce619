crate::check! {
    en {
        /// How old is the consent?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the day of consent.
        ///
        /// ## Why it matters
        /// The law lets no consent run out on a day of its own. But people forget, and what they agreed to years ago is
        /// hard to prove and seldom what they expect today. Consent that somebody else collected grows old sooner than
        /// one that was given to the sender.
        ///
        /// ## How it is decided
        /// In calendar months up to the as-of date: a month ends on the same day number, or on the last day of a
        /// shorter month. Each bin leaves out the one before. Where day and month can be exchanged, or request and
        /// confirmation have a column each, the older reading counts; a day after the as-of date is `future`. A date
        /// that stands for none, such as 1970-01-01, is illegible.
        ///
        /// ## What it cannot see
        /// Whether the consent was used or renewed since: no column of a list says so. A renewal that got the column of
        /// the consent's day is taken for the consent.
    }
    de {
        /// Wie alt ist die Einwilligung?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag der Einwilligung.
        ///
        /// ## Warum es zählt
        /// Das Gesetz nennt keinen Tag, an dem eine Einwilligung verfällt. Doch Menschen vergessen, und worin sie vor
        /// Jahren einwilligten, ist schwer nachzuweisen und selten das, womit sie heute rechnen. Hat ein anderer die
        /// Einwilligung eingeholt, altert sie schneller als eine, die dem Absender selbst galt.
        ///
        /// ## Wie entschieden wird
        /// In Kalendermonaten bis zum Stichtag: Ein Monat endet am Tag mit derselben Zahl, in kürzeren Monaten am
        /// letzten Tag. Jede Klasse lässt die vorige aus. Sind Tag und Monat vertauschbar oder haben Anfrage und
        /// Bestätigung je eine Spalte, zählt die ältere Lesart; ein Tag nach dem Stichtag ist `future`. Ein Datum, das
        /// für keines steht, wie der 1.1.1970, ist unlesbar.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Einwilligung seither genutzt oder erneuert wurde: Dazu sagt keine Spalte einer Liste etwas. Steht der
        /// Tag einer Erneuerung in der Spalte der Einwilligung, wird er für deren Tag gehalten.
    }
    "consent-age" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentAt, Column::ConsentAt],
        bins: &[
            "future",
            "over-60-months",
            "up-to-60-months",
            "up-to-36-months",
            "up-to-24-months",
            "up-to-12-months",
            "up-to-6-months",
            "up-to-3-months",
            "up-to-1-month",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["2026-11-24"],
                    &["2021-11-22"],
                    &["2021-11-23"],
                    &["2023-11-23"],
                    &["2024-11-23"],
                    &["2025-11-23"],
                    &["2026-05-23"],
                    &["2026-05-22"],
                    &["2026-08-23"],
                    &["2026-10-23T09:14:00Z"],
                    &["5. Januar 2025"],
                    &["1970-01-01"],
                    &["ja"],
                    &["k.A."],
                ],
                &[
                    "future",
                    "over-60-months",
                    "up-to-60-months",
                    "up-to-36-months",
                    "up-to-24-months",
                    "up-to-12-months",
                    "up-to-6-months",
                    "up-to-12-months",
                    "up-to-3-months",
                    "up-to-1-month",
                    "up-to-24-months",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            // no cell tells day from month, and a month alone begins on its first day
            Example::rows(
                &[&["04/11/2026"], &["2026-05"]],
                &["up-to-12-months", "up-to-12-months"],
            ),
            Example::rows(
                &[&["31/10/2026"], &["10/31/2026"], &["04/11/2026"]],
                &["up-to-1-month", "up-to-1-month", "illegible"],
            ),
            Example::rows(
                &[&["2025-06-01", "2026-06-02"], &["", "2026-06-02"], &["2026-06-02", "irgendwann"]],
                &["up-to-24-months", "up-to-6-months", "up-to-6-months"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::elapsed::CONSENT;

    CONSENT.on(batch.as_of()).bins(batch, Column::ConsentAt)
}
