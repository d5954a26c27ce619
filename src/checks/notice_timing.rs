crate::check! {
    en {
        /// How soon after collection was the person informed?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the day of the notice and of the day of collection. A blank notice inherits what the
        /// vendor's register says of the row's source.
        ///
        /// ## Why it matters
        /// Whoever collects data elsewhere than from the person must tell that person within a month at the latest,
        /// Art. 14(3) GDPR. Nobody can object to something that they do not know of.
        ///
        /// ## How it is decided
        /// In calendar months, as Regulation 1182/71 counts them: the month ends on the same day number, on the last day of
        /// a shorter month, and on Monday if that is a weekend. Of two readings of a date the worse one counts. A notice
        /// without a readable day of collection is `not-comparable`; if only the source's period is known, it counts where
        /// both its ends give the same answer. A source whose notice is said to go out within a month makes its rows
        /// `declared-in-time`, and `documented-in-time` if the sending log is at hand.
        ///
        /// ## What it cannot see
        /// What the notice said and whether it arrived. Public holidays are not counted.
    }
    de {
        /// Wie bald nach der Erhebung wurde die Person informiert?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Tag der Information und zum Tag der Erhebung. Fehlt der Tag der Information,
        /// gilt, was das Verzeichnis des Anbieters zur Quelle der Zeile sagt.
        ///
        /// ## Warum es zählt
        /// Wer Daten anderswo als bei der Person erhebt, muss sie spätestens nach einem Monat davon unterrichten, Art. 14
        /// Abs. 3 DSGVO. Niemand kann sich gegen etwas wenden, von dem er nichts weiß.
        ///
        /// ## Wie entschieden wird
        /// In Kalendermonaten nach der Verordnung 1182/71: Der Monat endet am Tag mit derselben Zahl, in kürzeren Monaten
        /// am letzten Tag, und am Montag, wenn das auf ein Wochenende fällt. Von zwei Lesarten eines Datums zählt die
        /// schlechtere. Eine Information ohne lesbaren Tag der Erhebung ist `not-comparable`; ist nur der Zeitraum der
        /// Quelle bekannt, zählt er, wo seine beiden Enden zum selben Ergebnis führen. Soll die Information zu einer Quelle
        /// binnen eines Monats verschickt worden sein, sind ihre Zeilen `declared-in-time`, und `documented-in-time`, wenn
        /// das Versandprotokoll vorliegt.
        ///
        /// ## Was er nicht sehen kann
        /// Was in der Information stand und ob sie ankam. Feiertage werden nicht berücksichtigt.
    }
    "notice-timing" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Art14NoticeAt, Column::CollectedAt, Column::Source],
        bins: &[
            "future",
            "over-12-months",
            "up-to-12-months",
            "up-to-6-months",
            "up-to-3-months",
            "up-to-2-months",
            "before-collection",
            "not-comparable",
            "declared-in-time",
            "documented-in-time",
            "up-to-1-month",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["2026-12-01", "2026-11-01", ""],
                    &["2026-02-02", "2025-01-31", ""],
                    &["2026-01-31", "2025-01-31", ""],
                    &["2026-06-30", "2026-02-28", ""],
                    &["2026-04-30", "2026-01-31", ""],
                    &["2026-03-03", "2026-01-31", ""],
                    &["2026-03-02", "2026-01-31", ""],
                    &["2026-01-30", "2026-01-31", ""],
                    &["2026-01-31", "", ""],
                    &["2026-01-31", "1970-01-01", ""],
                    &["ja", "2026-01-31", ""],
                    &["1970-01-01", "2026-01-31", ""],
                    &["", "2026-01-31", ""],
                ],
                &[
                    "future",
                    "up-to-12-months",
                    "up-to-12-months",
                    "up-to-6-months",
                    "up-to-3-months",
                    "up-to-2-months",
                    "up-to-1-month",
                    "before-collection",
                    "not-comparable",
                    "not-comparable",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["03/02/2026", "01/02/2026", ""], &["05/05/2026", "04/04/2024", ""]],
                &["up-to-2-months", "over-12-months"],
            ),
            Example::rows(
                &[
                    &["", "2026-01-31", "Impressum"],
                    &["", "", "Messe"],
                    &["", "", "Verband"],
                    &["2026-07-01", "2026-01-31", "Impressum"],
                    &["2026-02-16", "", "Kongress"],
                    &["2026-03-10", "", "Kongress"],
                ],
                &[
                    "documented-in-time",
                    "declared-in-time",
                    "blank",
                    "up-to-6-months",
                    "up-to-1-month",
                    "not-comparable",
                ],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                notice = { within = "P1M", log = "log", share = 0.97 }
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice = { within = "P14D", log = "lost" }
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                notice = { within = "P3M", log = "log" }
                [[gdpr.sources]]
                id = "congress"
                matches = ["Kongress"]
                collected = { first = "2026-02-01", last = "2026-02-15" }
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
                date = "2026-09-30"
                [[gdpr.documents]]
                id = "lost"
                kind = "notice-log"
                path = "missing/log.csv"
                date = "2026-09-30"
                "#,
                "",
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::notice::timings(batch)
}
