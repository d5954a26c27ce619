crate::check! {
    en {
        /// Does the assessment of legitimate interest take its three steps?
        ///
        /// ## What is sorted
        /// The slot of the assessment of legitimate interest, among the 29 kinds of document; every other kind is
        /// `blank`.
        ///
        /// ## Why it matters
        /// Whoever relies on legitimate interest must name the interest, show that the processing is necessary for it,
        /// and weigh it against the interests of the person (GDPR Art. 6(1)(f); EDPB Guidelines 1/2024). An assessment
        /// that leaves out a step carries nothing.
        ///
        /// ## How it is decided
        /// What a paper says, no program decides. A named person reads the assessment and records in the dossier:
        /// `three-steps`, `step-missing`, or `template` for a text that was not made for these data. The worst answer
        /// counts.
        ///
        /// Without such a review an assessment at hand is `documented`, and one that is only said to exist is
        /// `declared`; a vendor who says himself that a step is missing is believed. No assessment at all is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the weighing is right. That remains for people, and in the end for courts.
    }
    de {
        /// Geht die Interessenabwägung ihre drei Schritte?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Interessenabwägung unter den 29 Arten von Unterlagen; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Wer sich auf berechtigtes Interesse stützt, muss das Interesse nennen, die Erforderlichkeit zeigen und gegen
        /// die Interessen der Person abwägen (DSGVO Art. 6 Abs. 1 lit. f; EDSA-Leitlinien 1/2024). Eine Abwägung, der
        /// ein Schritt fehlt, trägt nichts.
        ///
        /// ## Wie entschieden wird
        /// Was in einem Papier steht, entscheidet kein Programm. Eine benannte Person liest die Abwägung und hält im
        /// Dossier fest: `three-steps`, `step-missing`, oder `template` bei einem Text, der nicht für diese Daten
        /// gemacht ist. Die schlechteste Antwort zählt.
        ///
        /// Ohne solche Durchsicht ist eine vorliegende Abwägung `documented` und eine, die nur behauptet wird,
        /// `declared`; wer als Anbieter selbst sagt, dass ein Schritt fehlt, dem wird geglaubt. Gar keine Abwägung ist
        /// `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob richtig abgewogen wurde. Das bleibt Sache von Menschen, am Ende von Gerichten.
    }
    "lia-steps" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["step-missing", "template", "declared", "documented", "three-steps", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, REVIEWED_THREE, &["three-steps"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-steps"
                document = "lia"
                answer = "three-steps"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "lia-steps"
                document = "lia.pdf"
                answer = "template"
                by = "counsel"
                at = 2026-11-21
            "#, &["template"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-steps"
                document = "lia"
                answer = "step-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["step-missing"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                lia-steps = { is = "three-steps", document = "lia" }
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, "", &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                lia-steps = "step-missing"
            "#, "", &["step-missing"]),
            Example::papers(r#"
                [gdpr.legitimate-interest]
                assessed-at = "2026-08-20"
            "#, "", &["declared"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "missing/lia.pdf"
            "#, REVIEWED_THREE, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "lia"
                kind = "privacy-notice"
                path = "notice.pdf"
                [[gdpr.documents]]
                id = "other"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, REVIEWED_THREE, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                lia-steps = "all of them"
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

const REVIEWED_THREE: &str = r#"
[[review]]
check = "lia-steps"
document = "lia"
answer = "three-steps"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let kinds = &["legitimate-interest-assessment"];
    let declaration = papers.dossier.declaration.as_ref();
    let said = declaration.is_some_and(|d| d.assessment_said);
    papers.read(&CHECK, kinds, &["three-steps"], said)
}
