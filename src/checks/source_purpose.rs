crate::check! {
    en {
        /// For what purpose were the data collected at the source?
        ///
        /// ## What is sorted
        /// Each distinct value of the column `source`, by the purpose for which that source collected.
        ///
        /// ## Why it matters
        /// Data may be used for the purpose for which they were collected, or for one that is compatible with it, Art.
        /// 5(1)(b) and 6(4) GDPR. Whoever gave a visiting card at a fair or had an entry in a professional register did
        /// not thereby take part in marketing; that marketing is compatible must have been weighed, not assumed.
        ///
        /// ## How it is decided
        /// From the source's entry in the register: the statement under `source-purpose`, or a reviewer's answer to it,
        /// the worst if there are several. `other-purpose` counts whoever says it. `direct-marketing` and
        /// `compatible-assessed` count with a document at hand (the notice or form of that time, the assessment of
        /// compatibility) or after a review; said without one they are `declared`.
        ///
        /// A value without an entry, or an entry that says nothing, is `blank`; a statement that cannot be read is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the assessment is right. That the seller wants to sell is not the purpose asked for: the purpose of
        /// the whole delivery (`gdpr.purposes`) does not answer for a source.
    }
    de {
        /// Zu welchem Zweck wurden die Daten bei der Quelle erhoben?
        ///
        /// ## Was sortiert wird
        /// Jeder verschiedene Wert der Spalte `source`, nach dem Zweck, zu dem diese Quelle erhoben hat.
        ///
        /// ## Warum es zählt
        /// Daten dürfen für den Zweck verwendet werden, für den sie erhoben wurden, oder für einen, der damit vereinbar
        /// ist, Art. 5 Abs. 1 lit. b und Art. 6 Abs. 4 DSGVO. Wer auf einer Messe eine Karte abgibt oder in einem
        /// Berufsregister steht, hat damit nicht an Werbung teilgenommen; dass Werbung vereinbar ist, muss abgewogen
        /// sein und nicht bloß angenommen.
        ///
        /// ## Wie entschieden wird
        /// Aus dem Eintrag der Quelle im Quellenverzeichnis: die Angabe unter `source-purpose` oder die Antwort einer
        /// Durchsicht darauf, bei mehreren die schlechteste. `other-purpose` gilt, wer immer es sagt.
        /// `direct-marketing` und `compatible-assessed` gelten mit vorliegender Unterlage (dem damaligen Hinweis oder
        /// Formular, der Vereinbarkeitsprüfung) oder nach einer Durchsicht; ohne sie sind sie nur `declared`.
        ///
        /// Ein Wert ohne Eintrag oder ein Eintrag, der schweigt, ist `blank`, eine unlesbare Angabe `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Prüfung zum richtigen Ergebnis kam. Dass der Anbieter verkaufen will, ist nicht der gefragte Zweck:
        /// Der Zweck der ganzen Lieferung (`gdpr.purposes`) antwortet nicht für eine Quelle.
    }
    "source-purpose" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Source],
        bins: &["other-purpose", "declared", "compatible-assessed", "direct-marketing", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["Register"], &["Messe"], &["Verband"], &["Form"], &["Katalog"], &["Impressum"], &["Web"], &[""]],
                &[
                    "other-purpose",
                    "declared",
                    "compatible-assessed",
                    "direct-marketing",
                    "illegible",
                    "blank",
                    "blank",
                ],
            )
            .with(r#"
                [gdpr]
                purposes = ["dpv:DirectMarketing"]
                [[gdpr.sources]]
                id = "register"
                matches = ["Register"]
                source-purpose = { is = "other-purpose", document = "assessment" }
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                source-purpose = "direct-marketing"
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                source-purpose = { is = "compatible-assessed", document = "assessment" }
                [[gdpr.sources]]
                id = "form"
                matches = ["Form"]
                source-purpose = { is = "direct-marketing", document = "form" }
                [[gdpr.sources]]
                id = "catalogue"
                matches = ["Katalog"]
                source-purpose = "dpv:DirectMarketing"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                [[gdpr.documents]]
                id = "assessment"
                kind = "source-register"
                path = "compatibility.pdf"
                [[gdpr.documents]]
                id = "form"
                kind = "privacy-notice"
                path = "form.pdf"
            "#, ""),
            // a document that is not there shows nothing; two entries of one value: the worse counts
            Example::rows(&[&["Messe"], &["Web"]], &["other-purpose", "declared"]).with(r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                source-purpose = { is = "direct-marketing", document = "form" }
                [[gdpr.sources]]
                id = "fair-2"
                matches = ["MESSE", "Web"]
                source-purpose = { is = "compatible-assessed", document = "lost" }
                [[gdpr.sources]]
                id = "fair-3"
                matches = ["messe "]
                source-purpose = "other-purpose"
                [[gdpr.documents]]
                id = "form"
                kind = "privacy-notice"
                path = "form.pdf"
                [[gdpr.documents]]
                id = "lost"
                kind = "source-register"
                path = "missing/compatibility.pdf"
            "#, ""),
            // a review of another source says nothing about this one
            Example::rows(&[&["Messe"], &["Web"]], &["compatible-assessed", "blank"]).with(
                r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                source-purpose = "compatible-assessed"
                [[gdpr.sources]]
                id = "web"
                matches = ["Web"]
                [[gdpr.documents]]
                id = "assessment"
                kind = "source-register"
                path = "compatibility.pdf"
                "#,
                r#"
                [[review]]
                check = "source-purpose@fair"
                document = "assessment"
                answer = "compatible-assessed"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            Example::rows(&[&[""], &["unknown"]], &["blank"]),
        ],
    }
    keys(crate::data::register::SOURCE) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use crate::record::dossier::Grade;

    let dossier = view.papers.dossier;
    crate::data::register::sort(&CHECK, view, |source| {
        match dossier.fact(&CHECK, Some(source)) {
            Some(known) => match known.is {
                "other-purpose" => "other-purpose",
                "compatible-assessed" | "direct-marketing" if known.grade == Grade::Declared => {
                    "declared"
                }
                "compatible-assessed" => "compatible-assessed",
                "direct-marketing" => "direct-marketing",
                _ => "illegible",
            },
            None => "blank",
        }
    })
}
