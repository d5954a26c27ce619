crate::check! {
    en {
        /// Does the assessment of legitimate interest weigh the sale and the buyer's use?
        ///
        /// ## What is sorted
        /// The slot of the assessment of legitimate interest, among the 29 kinds of document; every other kind is
        /// `blank`.
        ///
        /// ## Why it matters
        /// To sell a list is to pass data on to others, and what the buyer does with it is a purpose of its own. An
        /// assessment that weighs only what happens in the vendor's own house says nothing about either (GDPR Art.
        /// 6(1)(f); EDPB Guidelines 1/2024).
        ///
        /// ## How it is decided
        /// A named person reads the assessment and records in the dossier: `covers-sale-and-buyer` if the sale and the
        /// buyer's line of business are weighed, `other-sector` if the sale is weighed for another line of business,
        /// `internal-only` if it is not weighed at all. The worst answer counts.
        ///
        /// Unread, an assessment at hand is `documented` and one that is only claimed is `declared`. A vendor that
        /// states `covers-sale = false` is believed; `covers-sale = true` remains a claim. No assessment at all is
        /// `blank`.
        ///
        /// ## What it cannot see
        /// Whether the weighing is right, and whether it holds for each source and country: the latter is the matter of
        /// `lia-cover`.
    }
    de {
        /// Wägt die Interessenabwägung den Verkauf und die Nutzung durch den Käufer ab?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Interessenabwägung unter den 29 Arten von Unterlagen; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Wer eine Liste verkauft, gibt Daten an andere weiter, und was der Käufer damit tut, ist ein eigener Zweck.
        /// Eine Abwägung, die nur den Betrieb des Anbieters betrachtet, sagt über beides nichts (DSGVO Art. 6 Abs. 1
        /// lit. f; EDSA-Leitlinien 1/2024).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Abwägung und hält im Dossier fest: `covers-sale-and-buyer`, wenn Verkauf und
        /// Branche des Käufers abgewogen sind, `other-sector`, wenn der Verkauf für eine andere Branche abgewogen ist,
        /// `internal-only`, wenn er gar nicht vorkommt. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist eine vorliegende Abwägung `documented`, eine nur behauptete `declared`. Wer als Anbieter
        /// `covers-sale = false` angibt, dem wird geglaubt; `covers-sale = true` bleibt eine Behauptung. Gar keine
        /// Abwägung ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob richtig abgewogen wurde und ob die Abwägung für jede Quelle und jedes Land gilt; Letzteres zeigt
        /// `lia-cover`.
    }
    "lia-scope" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &[
            "internal-only",
            "other-sector",
            "declared",
            "documented",
            "covers-sale-and-buyer",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::papers(LISTED, READ, &["covers-sale-and-buyer"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-scope"
                document = "lia"
                answer = "internal-only"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["internal-only"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-scope"
                document = "lia"
                answer = "covers-sale-and-buyer"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "lia-scope"
                document = "lia.pdf"
                answer = "other-sector"
                by = "counsel"
                at = 2026-11-21
            "#, &["other-sector"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                lia-scope = { is = "covers-sale-and-buyer", document = "lia" }
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                lia-scope = "internal-only"
            "#, "", &["internal-only"]),
            Example::papers(r#"
                [gdpr.legitimate-interest]
                assessment = "lia"
                covers-sale = false
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, READ, &["internal-only"]),
            Example::papers(r#"
                [gdpr.legitimate-interest]
                covers-sale = true
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
                lia-scope = "in order"
            "#, "", &["illegible"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::KINDS;
use crate::record::papers::Papers;

const ASSESSMENT: &str = "legitimate-interest-assessment";

const LISTED: &str = r#"
[[gdpr.documents]]
id = "lia"
kind = "legitimate-interest-assessment"
path = "lia.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "lia-scope"
document = "lia"
answer = "covers-sale-and-buyer"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    let covers = declaration.and_then(|d| d.covers_sale);
    let said = covers.is_some() || declaration.is_some_and(|d| d.assessment_said);
    let mut bins = papers.read(&CHECK, &[ASSESSMENT], &["covers-sale-and-buyer"], said);
    if covers == Some(false) {
        for (bin, kind) in bins.iter_mut().zip(KINDS) {
            if kind == ASSESSMENT {
                *bin = CHECK.at("internal-only");
            }
        }
    }
    bins
}
