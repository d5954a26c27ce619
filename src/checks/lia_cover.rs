crate::check! {
    en {
        /// Does the vendor's assessment of interests cover the row?
        ///
        /// ## What is sorted
        /// Every row, by the assessment that its source entry names, or else by any assessment in the file.
        ///
        /// ## Why it matters
        /// Legitimate interest is weighed for a purpose, a source and a group of people. An assessment about trade fairs in
        /// Germany says nothing about profiles taken from a network in France, Art. 6(1)(f) and 5(2) GDPR.
        ///
        /// ## How it is decided
        /// Whether a row is `covered` or `not-covered` is a reviewer's answer, for one source or for all; where answers
        /// differ, the worse one counts. Without an answer the row is `documented` if the assessment is at hand, dated and
        /// not younger than the as-of date, `declared` if somebody only says that there is one, and `no-assessment` if
        /// nobody does. A row that names neither source nor country cannot be held against its scope, and is blank.
        ///
        /// ## What it cannot see
        /// The scope of a document that nobody has read. It sorts rows of every basis; policies ask it for those that rest
        /// on legitimate interest.
    }
    de {
        /// Deckt die Abwägung des Anbieters die Zeile ab?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Abwägung, die ihr Quelleneintrag nennt, sonst nach irgendeiner in der Akte.
        ///
        /// ## Warum es zählt
        /// Ein berechtigtes Interesse wird für einen Zweck, eine Quelle und einen Kreis von Menschen abgewogen. Eine
        /// Abwägung zu Messen in Deutschland sagt nichts über Profile aus einem Netzwerk in Frankreich, Art. 6 Abs. 1
        /// lit. f und Art. 5 Abs. 2 DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Ob eine Zeile `covered` oder `not-covered` ist, beantwortet ein Prüfer, für eine Quelle oder für alle;
        /// widersprechen sich Antworten, zählt die schlechtere. Ohne Antwort ist die Zeile `documented`, wenn die Abwägung
        /// vorliegt, ein Datum trägt und nicht jünger ist als der Stichtag, `declared`, wenn jemand nur sagt, es gebe sie,
        /// und `no-assessment`, wenn das niemand sagt. Eine Zeile ohne Quelle und ohne Land lässt sich an keiner
        /// Reichweite messen und gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Die Reichweite einer Unterlage, die niemand gelesen hat. Er sortiert Zeilen jeder Grundlage; Prüfregeln fragen
        /// ihn zu denen, die sich auf berechtigtes Interesse stützen.
    }
    "lia-cover" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Source,
            Column::Country,
            Column::SourceType,
            Column::Location,
            Column::CompanyCountry,
        ],
        bins: &[
            "not-covered",
            "no-assessment",
            "declared",
            "documented",
            "covered",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(&[&["Impressum", "DE"], &["", ""]], &["no-assessment", "no-assessment"]),
            Example::rows(
                &[&["Impressum", "DE"], &["", "FR"], &["", ""], &["Netzwerk", ""], &["Messe", "AT"]],
                &["documented", "documented", "blank", "declared", "illegible"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                [[gdpr.sources]]
                id = "network"
                matches = ["Netzwerk"]
                assessment = "lia-network"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                lia-cover = "mostly"
                [[gdpr.documents]]
                id = "lia-2026"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
                date = "2026-08-20"
                [[gdpr.documents]]
                id = "lia-network"
                kind = "legitimate-interest-assessment"
                path = "missing/lia-network.pdf"
                date = "2026-08-20"
                "#,
                "",
            ),
            Example::rows(&[&["", "DE"]], &["declared"]).with(
                r#"
                beleg-declaration = "1"
                [gdpr.legitimate-interest]
                holder = "vendor"
                assessed-at = "2026-08-20"
                "#,
                "",
            ),
            Example::rows(
                &[&["Impressum", "DE"], &["Messe", "DE"], &["", ""]],
                &["covered", "not-covered", "covered"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                "#,
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [[document]]
                path = "abwaegung.pdf"
                kinds = ["legitimate-interest-assessment"]
                date = 2026-08-20
                [[review]]
                check = "lia-cover"
                document = "abwaegung.pdf"
                answer = "covered"
                by = "dpo"
                at = 2026-11-20
                [[review]]
                check = "lia-cover@fair"
                document = "abwaegung.pdf"
                answer = "not-covered"
                by = "dpo"
                at = 2026-11-20
                "#,
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::evidence::covers(batch)
}
