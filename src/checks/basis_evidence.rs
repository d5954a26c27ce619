crate::check! {
    en {
        /// How well is the row's lawful basis evidenced?
        ///
        /// ## What is sorted
        /// Every row, by the papers behind the basis that it states or inherits.
        ///
        /// ## Why it matters
        /// Whoever holds personal data must be able to prove on what ground, Art. 5(2) GDPR. A word in a column is a claim
        /// of the seller and proves nothing: reliance on it is no diligence.
        ///
        /// ## How it is decided
        /// Legitimate interest needs the assessment that the row's source entry names, else any; two bases at once need
        /// it too. Consent needs a consent text *and* a consent log; every other basis a basis statement. If they are at
        /// hand, unaltered, dated, and not younger than the as-of date, the row is `documented`, and `reviewed` once a named
        /// person has answered this question for each of them. Without them it is `recorded` if the row itself says so,
        /// `declared` if only the papers do. If the source entry, a basis statement or a reviewer names another basis, it
        /// is `contradicted`.
        ///
        /// ## What it cannot see
        /// What stands in a document that nobody has read. Age is sorted by `document-age`, scope by `lia-cover`.
    }
    de {
        /// Wie gut ist die Rechtsgrundlage der Zeile belegt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach den Unterlagen hinter der Grundlage, die sie nennt oder übernimmt.
        ///
        /// ## Warum es zählt
        /// Wer personenbezogene Daten hält, muss nachweisen können, aus welchem Grund, Art. 5 Abs. 2 DSGVO. Ein Wort in
        /// einer Spalte ist eine Behauptung des Verkäufers und belegt nichts; wer sich auf sie verlässt, hat nicht geprüft.
        ///
        /// ## Wie entschieden wird
        /// Berechtigtes Interesse braucht die Abwägung, die der Quelleneintrag der Zeile nennt, sonst irgendeine; zwei
        /// Grundlagen zugleich brauchen sie auch. Eine Einwilligung braucht Einwilligungstext *und* Protokoll, jede andere
        /// Grundlage eine Erklärung zur Rechtsgrundlage. Liegen sie unverändert vor, mit Datum und nicht jünger als der
        /// Stichtag, ist die Zeile `documented`, und `reviewed`, sobald eine benannte Person diese Frage zu jeder davon
        /// beantwortet hat. Ohne sie ist sie `recorded`, wenn die Zeile selbst die Grundlage nennt, `declared`, wenn nur
        /// die Papiere es tun. Nennen Quelleneintrag, Erklärung oder Prüfer eine andere, ist sie `contradicted`.
        ///
        /// ## Was er nicht sehen kann
        /// Was in einer Unterlage steht, die niemand gelesen hat. Ihr Alter sortiert `document-age`, ihre Reichweite
        /// `lia-cover`.
    }
    "basis-evidence" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::LawfulBasis, Column::Source],
        bins: &[
            "contradicted",
            "declared",
            "recorded",
            "documented",
            "reviewed",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[&["consent", ""], &["LI", ""], &["wie besprochen", ""], &["", ""]],
                &["recorded", "recorded", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["LI", "Impressum"],
                    &["", "Impressum"],
                    &["consent", "Impressum"],
                    &["", "Messe"],
                    &["consent", "Messe"],
                    &["contract", "Messe"],
                    &["LI", "Netzwerk"],
                    &["LI und consent", "Impressum"],
                ],
                &[
                    "documented",
                    "documented",
                    "contradicted",
                    "declared",
                    "recorded",
                    "contradicted",
                    "recorded",
                    "documented",
                ],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                legal-basis = "eu-gdpr:A6-1-f"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                legal-basis = "eu-gdpr:A6-1-a"
                [[gdpr.sources]]
                id = "network"
                matches = ["Netzwerk"]
                assessment = "lia-network"
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
                [[gdpr.documents]]
                id = "text"
                kind = "consent-text"
                path = "text.pdf"
                date = "2026-01-15"
                "#,
                "",
            ),
            Example::rows(
                &[&["LI", ""], &["consent", ""], &["contract", ""]],
                &["reviewed", "documented", "recorded"],
            )
            .with(
                "",
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [[document]]
                path = "paket.pdf"
                kinds = ["legitimate-interest-assessment", "consent-text", "consent-log"]
                date = 2026-08-20
                [[document]]
                path = "spaeter.pdf"
                kinds = ["basis-statement"]
                date = 2026-12-01
                [[document]]
                path = "abwaegung.pdf"
                kinds = ["legitimate-interest-assessment"]
                date = 2026-08-20
                [[review]]
                check = "basis-evidence"
                document = "abwaegung.pdf"
                answer = "reviewed"
                by = "dpo"
                at = 2026-11-20
                "#,
            ),
            Example::rows(&[&["LI", ""]], &["contradicted"]).with(
                "",
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [[document]]
                path = "abwaegung.pdf"
                kinds = ["legitimate-interest-assessment"]
                date = 2026-08-20
                [[review]]
                check = "basis-evidence"
                document = "abwaegung.pdf"
                answer = "contradicted"
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
    crate::data::evidence::grades(batch)
}
