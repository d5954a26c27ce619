crate::check! {
    en {
        /// When was the consent given?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the day of consent.
        ///
        /// ## Why it matters
        /// Whoever relies on consent must be able to prove it, Art. 7(1) GDPR, and a consent without a day proves nothing.
        /// One from before 25 May 2018 holds only if it met the conditions of the GDPR or was renewed (Recital 171).
        ///
        /// ## How it is decided
        /// The column's order of day and month is decided over all its cells. Where none tells it, both readings count and
        /// the worse one is taken; where they tell both orders, a cell that reads both ways is `mixed`. Days after the
        /// as-of date are `future`, and 1970-01-01 and the like are `placeholder`. If there are columns for request and
        /// confirmation, the worse cell counts.
        ///
        /// ## What it cannot see
        /// Whether somebody consented on that day, and to what. Nothing is taken from the source's period: when a record
        /// was collected says nothing about consent.
    }
    de {
        /// Wann wurde die Einwilligung erteilt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag der Einwilligung.
        ///
        /// ## Warum es zählt
        /// Wer sich auf eine Einwilligung stützt, muss sie nachweisen können, Art. 7 Abs. 1 DSGVO; ohne Tag ist nichts
        /// nachgewiesen. Eine Einwilligung von vor dem 25. Mai 2018 trägt nur, wenn sie schon damals der DSGVO genügte
        /// oder erneuert wurde (Erwägungsgrund 171).
        ///
        /// ## Wie entschieden wird
        /// Ob der Tag oder der Monat vorn steht, entscheidet sich über alle Zellen der Spalte. Verrät es keine, zählen
        /// beide Lesarten und davon die schlechtere; kommen beide Reihenfolgen vor, ist eine doppelt lesbare Zelle
        /// `mixed`. Tage nach dem Stichtag sind `future`, der 1.1.1970 und seinesgleichen `placeholder`. Gibt es Spalten
        /// für Anfrage und Bestätigung, zählt die schlechtere Zelle.
        ///
        /// ## Was er nicht sehen kann
        /// Ob an dem Tag jemand eingewilligt hat, und worin. Vom Zeitraum der Quelle wird nichts übernommen: Wann ein
        /// Datensatz erhoben wurde, sagt über eine Einwilligung nichts.
    }
    "consent-date" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentAt],
        bins: &["future", "mixed", "placeholder", "before-gdpr", "since-gdpr", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["2027-01-01"],
                    &["1900-01-00"],
                    &["3 mai 2018"],
                    &["2025-06-30T14:05:09+02:00"],
                    &["ja"],
                    &[""],
                ],
                &["future", "placeholder", "before-gdpr", "since-gdpr", "illegible", "blank"],
            ),
            Example::rows(
                &[&["31/01/2025"], &["01/31/2025"], &["01/02/2025"]],
                &["since-gdpr", "since-gdpr", "mixed"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::age::bins(batch, Column::ConsentAt)
}
