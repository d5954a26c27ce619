crate::check! {
    en {
        /// Do the terms of the source allow the data to be used again?
        ///
        /// ## What is sorted
        /// Each distinct value of the column `source`, by what is known of the terms on which that source publishes.
        ///
        /// ## Why it matters
        /// Registers, directories and catalogues are often offered on terms that forbid copying whole parts of them.
        /// Whoever takes a substantial part of such a database against its maker's will may infringe the maker's right
        /// (Directive 96/9/EC Art. 7), and data taken in breach of terms are hard to call fairly collected, Art.
        /// 5(1)(a) GDPR.
        ///
        /// ## How it is decided
        /// From the source's entry in the register: the statement under `source-terms`, or a reviewer's answer to it,
        /// the worst if there are several. `forbidden` counts whoever says it; `permitted` only with the terms or the
        /// licence at hand, or after a review. Without that, or if the entry says nothing, the terms are `unrecorded`,
        /// which is no defect in itself.
        ///
        /// A value without an entry is `blank`; a statement that cannot be read is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the terms shown are those of the day of collection, unless the reviewer looked for that, and whether
        /// a forbidden use is allowed by law all the same.
    }
    de {
        /// Erlauben die Bedingungen der Quelle, die Daten weiterzuverwenden?
        ///
        /// ## Was sortiert wird
        /// Jeder verschiedene Wert der Spalte `source`, nach dem, was über die Bedingungen bekannt ist, zu denen diese
        /// Quelle veröffentlicht.
        ///
        /// ## Warum es zählt
        /// Register, Verzeichnisse und Kataloge stehen oft unter Bedingungen, die das Kopieren ganzer Teile verbieten.
        /// Wer einer solchen Datenbank gegen den Willen des Herstellers einen wesentlichen Teil entnimmt, kann dessen
        /// Recht verletzen (Richtlinie 96/9/EG Art. 7); und wer gegen Bedingungen sammelt, kann schwerlich sagen, er
        /// habe nach Treu und Glauben erhoben, Art. 5 Abs. 1 lit. a DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Aus dem Eintrag der Quelle im Quellenverzeichnis: die Angabe unter `source-terms` oder die Antwort einer
        /// Durchsicht darauf, bei mehreren die schlechteste. `forbidden` gilt, wer immer es sagt; `permitted` nur, wenn
        /// die Bedingungen oder die Lizenz vorliegen, oder nach einer Durchsicht. Sonst, und wenn der Eintrag schweigt,
        /// sind die Bedingungen `unrecorded`; das allein ist kein Mangel.
        ///
        /// Ein Wert ohne Eintrag ist `blank`, eine unlesbare Angabe `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die gezeigten Bedingungen die des Erhebungstags sind, wenn die Durchsicht nicht danach fragte, und ob ein
        /// verbotener Gebrauch von Gesetzes wegen doch erlaubt ist.
    }
    "source-terms" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Source],
        bins: &["forbidden", "unrecorded", "permitted", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["Katalog"], &["Register"], &["Verband"], &["Messe"], &["Imprint"], &["Annuaire"], &["Web"], &[""]],
                &["forbidden", "unrecorded", "unrecorded", "unrecorded", "permitted", "illegible", "blank"],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "catalogue"
                matches = ["Katalog"]
                source-terms = "forbidden"
                [[gdpr.sources]]
                id = "register"
                matches = ["Register"]
                licence = "open data"
                # a claim is no proof of terms
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                source-terms = "permitted"
                # nor is a document that is not there
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                source-terms = { is = "permitted", document = "lost" }
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Imprint"]
                source-terms = { is = "permitted", document = "terms" }
                [[gdpr.sources]]
                id = "annuaire"
                matches = ["annuaire"]
                source-terms = "mostly"
                [[gdpr.documents]]
                id = "terms"
                kind = "source-register"
                path = "terms.pdf"
                [[gdpr.documents]]
                id = "lost"
                kind = "source-register"
                path = "missing/terms.pdf"
            "#, ""),
            // the worst of what vendor and reviewer say
            Example::rows(&[&["Katalog"], &["Register"], &["Verband"]], &["forbidden", "unrecorded", "permitted"]).with(
                r#"
                [[gdpr.sources]]
                id = "catalogue"
                matches = ["Katalog"]
                source-terms = { is = "permitted", document = "terms" }
                [[gdpr.sources]]
                id = "register"
                matches = ["Register"]
                source-terms = "unrecorded"
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                [[gdpr.documents]]
                id = "terms"
                kind = "source-register"
                path = "terms.pdf"
                "#,
                r#"
                [[review]]
                check = "source-terms@catalogue"
                document = "terms"
                answer = "forbidden"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "source-terms@register"
                document = "terms"
                answer = "permitted"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "source-terms@association"
                document = "terms"
                answer = "permitted"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            Example::rows(&[&[""], &["n/a"]], &["blank"]),
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
                "forbidden" => "forbidden",
                "permitted" if known.grade > Grade::Declared => "permitted",
                "permitted" | "unrecorded" => "unrecorded",
                _ => "illegible",
            },
            None => "unrecorded",
        }
    })
}
