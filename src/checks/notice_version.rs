crate::check! {
    en {
        /// Was the notice that the row points to valid on the day of collection?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the privacy notice against the versions of the notice in the vendor's file, on the
        /// day of collection.
        ///
        /// ## Why it matters
        /// Who gives data must be informed at that moment, GDPR Art. 13(1). What the notice says today is no evidence
        /// of what it said then.
        ///
        /// ## How it is decided
        /// The cell is compared with what the documents of the kind `privacy-notice` call themselves: their `id`, or
        /// the names and addresses under `matches`. Several versions of one name follow one another by their dates;
        /// each is valid until the next begins, or until it expires. A row collected while a version at hand was valid
        /// is `valid-at-date`; one collected before the first, or after the last expired, `out-of-validity`. A name
        /// that leads to no version, a version without a date or not at hand, a row without a readable day of
        /// collection are `unresolved`; of a period that only the source gives, both ends must agree.
        ///
        /// A blank cell takes what is stated under `notice-version` for the source or the delivery: against the vendor
        /// from anyone, `valid-at-date` only with a document at hand, whose dates are compared, or a reviewer's answer.
        /// A tick names no version: `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the form really linked to that version. It sorts rows of every source; policies ask it for those
        /// collected from the person.
    }
    de {
        /// War die Information, auf die die Zeile verweist, am Tag der Erhebung gültig?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zu den Datenschutzhinweisen, verglichen mit den Fassungen der Hinweise unter
        /// den Unterlagen des Anbieters, am Tag der Erhebung.
        ///
        /// ## Warum es zählt
        /// Wer Daten angibt, muss in diesem Augenblick informiert werden, DSGVO Art. 13 Abs. 1. Was die Hinweise heute
        /// sagen, belegt nicht, was sie damals sagten.
        ///
        /// ## Wie entschieden wird
        /// Die Zelle wird mit dem verglichen, wie sich die Unterlagen der Art `privacy-notice` nennen: ihrer `id` oder
        /// den Namen und Adressen unter `matches`. Mehrere Fassungen eines Namens folgen nach ihrem Datum aufeinander;
        /// jede gilt, bis die nächste beginnt oder sie abläuft. Eine Zeile, erhoben, während eine vorliegende Fassung
        /// galt, ist `valid-at-date`; eine aus der Zeit vor der ersten oder nach Ablauf der letzten `out-of-validity`.
        /// Ein Name ohne Fassung, eine Fassung ohne Datum oder eine, die nicht vorliegt, eine Zeile ohne lesbaren Tag
        /// der Erhebung sind `unresolved`; ist nur der Zeitraum der Quelle bekannt, müssen beide Enden übereinstimmen.
        ///
        /// Für eine leere Zelle gilt, was unter `notice-version` zur Quelle oder Lieferung angegeben ist: gegen den
        /// Anbieter von jedem, `valid-at-date` nur mit vorliegender Unterlage, deren Daten verglichen werden, oder
        /// Durchsicht. Ein Häkchen nennt keine Fassung: `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Formular wirklich auf diese Fassung verwies. Er sortiert Zeilen jeder Quelle; ein Regelwerk fragt ihn
        /// zu denen, die bei der Person erhoben wurden.
    }
    "notice-version" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::NoticeUrl, Column::CollectedAt, Column::Source],
        bins: &["out-of-validity", "unresolved", "valid-at-date", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["v2", "2026-03-01"], &["ja", "2026-03-01"], &["", "2026-03-01"], &["-", ""]],
                &["unresolved", "illegible", "blank", "blank"],
            ),
            Example::rows(
                &[
                    &["https://www.webinar-beispiel.de/datenschutz/", "2026-03-01", ""],
                    &["webinar-beispiel.de/datenschutz", "2024-06-30", ""],
                    &["webinar-beispiel.de/datenschutz", "2023-12-31", ""],
                    &["DSH 2024", "2024-06-30", ""],
                    &["dsh 2024", "2025-07-01", ""],
                    &["webinar-beispiel.de/datenschutz", "2025-08-01", ""],
                    &["v9", "2026-03-01", ""],
                    &["lost", "2026-03-01", ""],
                    &["undated", "2026-03-01", ""],
                    &["DSH 2024", "", ""],
                    &["DSH 2024", "soon", ""],
                    &["DSH 2024", "", "Webinar"],
                    &["DSH 2024", "", "Messe"],
                    &["", "2024-06-30", "Stand"],
                    &["", "2026-03-01", "Stand"],
                    &["", "2026-03-01", "Umfrage"],
                    &["", "2026-03-01", "Karte"],
                    &["", "2026-03-01", "Fax"],
                    &["DSH 2024", "2024-06-30", "Karte"],
                ],
                &[
                    "valid-at-date",
                    "valid-at-date",
                    "out-of-validity",
                    "valid-at-date",
                    "out-of-validity",
                    "out-of-validity",
                    "unresolved",
                    "unresolved",
                    "unresolved",
                    "unresolved",
                    "unresolved",
                    "valid-at-date",
                    "unresolved",
                    "valid-at-date",
                    "out-of-validity",
                    "blank",
                    "out-of-validity",
                    "illegible",
                    "out-of-validity",
                ],
            )
            .with(r#"
                [[gdpr.documents]]
                id = "2024"
                kind = "privacy-notice"
                path = "hinweise-2024.pdf"
                date = "2024-01-01"
                expires = "2025-06-30"
                matches = ["DSH 2024", "https://webinar-beispiel.de/datenschutz"]
                [[gdpr.documents]]
                id = "2026"
                kind = "privacy-notice"
                path = "hinweise-2026.pdf"
                date = "2026-01-01"
                matches = ["https://webinar-beispiel.de/datenschutz"]
                [[gdpr.documents]]
                id = "lost"
                kind = "privacy-notice"
                path = "missing/hinweise.pdf"
                date = "2026-01-01"
                [[gdpr.documents]]
                id = "undated"
                kind = "privacy-notice"
                path = "hinweise.pdf"
                [[gdpr.sources]]
                id = "webinar"
                matches = ["Webinar"]
                collected = { first = "2024-02-01", last = "2024-03-01" }
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                collected = { first = "2024-02-01", last = "2025-09-01" }
                [[gdpr.sources]]
                id = "stand"
                matches = ["Stand"]
                notice-version = { is = "valid-at-date", document = "2024" }
                [[gdpr.sources]]
                id = "survey"
                matches = ["Umfrage"]
                notice-version = "valid-at-date"
                [[gdpr.sources]]
                id = "card"
                matches = ["Karte"]
                notice-version = "out-of-validity"
                [[gdpr.sources]]
                id = "fax"
                matches = ["Fax"]
                notice-version = "the latest"
            "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::notice::version::versions(batch, &CHECK)
}
