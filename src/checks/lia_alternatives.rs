crate::check! {
    en {
        /// Does the assessment say why the people were not asked for consent?
        ///
        /// ## What is sorted
        /// The slot of the assessment of legitimate interest, among the 29 kinds of document; every other kind is
        /// `blank`.
        ///
        /// ## Why it matters
        /// Where data are passed on for money, that must be strictly necessary, and asking people first is a milder
        /// means (CJEU C-621/22). An assessment that does not even mention this way has left out the question that a
        /// court would ask.
        ///
        /// ## How it is decided
        /// A named person reads the assessment and records in the dossier: `addressed` if it says why consent was not
        /// asked for, `not-addressed` if it passes over that. The worst answer counts.
        ///
        /// Unread, an assessment at hand is `documented` and one that is only claimed is `declared`. A vendor that
        /// states `not-addressed` himself is believed. No assessment at all is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the reason given is a good one.
    }
    de {
        /// Sagt die Interessenabwägung, warum niemand um Einwilligung gebeten wurde?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Interessenabwägung unter den 29 Arten von Unterlagen; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Wer Daten gegen Geld weitergibt, muss zeigen, dass das unbedingt erforderlich ist; vorher zu fragen ist das
        /// mildere Mittel (EuGH C-621/22). Eine Abwägung, die diesen Weg nicht einmal erwähnt, lässt die Frage offen,
        /// die ein Gericht stellen würde.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Abwägung und hält im Dossier fest: `addressed`, wenn darin steht, warum keine
        /// Einwilligung erbeten wurde, `not-addressed`, wenn sie das übergeht. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist eine vorliegende Abwägung `documented`, eine nur behauptete `declared`. Gibt der Anbieter
        /// selbst `not-addressed` an, wird ihm geglaubt. Gar keine Abwägung ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der genannte Grund trägt.
    }
    "lia-alternatives" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["not-addressed", "declared", "documented", "addressed", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["addressed"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-alternatives"
                document = "lia"
                answer = "addressed"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "lia-alternatives"
                document = "lia.pdf"
                answer = "not-addressed"
                by = "counsel"
                at = 2026-11-21
            "#, &["not-addressed"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                lia-alternatives = { is = "addressed", document = "lia" }
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                lia-alternatives = "not-addressed"
            "#, "", &["not-addressed"]),
            Example::papers(r#"
                [gdpr.legitimate-interest]
                assessed-at = "2026-08-20"
            "#, "", &["declared"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "missing/lia.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "lia"
                kind = "dpia"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                lia-alternatives = "in order"
            "#, "", &["illegible"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

const LISTED: &str = r#"
[[gdpr.documents]]
id = "lia"
kind = "legitimate-interest-assessment"
path = "lia.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "lia-alternatives"
document = "lia"
answer = "addressed"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    let said = declaration.is_some_and(|d| d.assessment_said);
    papers.read(
        &CHECK,
        &["legitimate-interest-assessment"],
        &["addressed"],
        said,
    )
}
