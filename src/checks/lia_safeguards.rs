crate::check! {
    en {
        /// Could people object before their data were sold?
        ///
        /// ## What is sorted
        /// The slot of the assessment of legitimate interest, among the 29 kinds of document; every other kind is
        /// `blank`.
        ///
        /// ## Why it matters
        /// Anyone may object to advertising at any time (GDPR Art. 21(2)). Once a list is sold, an objection has to run
        /// after every buyer; a chance to object before the sale is the safeguard that weighs most in the balance (EDPB
        /// Guidelines 1/2024).
        ///
        /// ## How it is decided
        /// A named person reads the assessment and records in the dossier: `opt-out-before-sale` if people were told
        /// and could object before the first sale, `opt-out-only-after` if only afterwards, `no-opt-out` if it provides
        /// for no objection. The worst answer counts.
        ///
        /// Unread, an assessment at hand is `documented` and one that is only claimed is `declared`. A vendor that says
        /// the worse of itself is believed. No assessment at all is `blank`.
        ///
        /// ## What it cannot see
        /// Whether objections were in fact heeded. That shows in the rows, by `objection-status` and
        /// `suppression-match`.
    }
    de {
        /// Konnten die Menschen widersprechen, bevor ihre Daten verkauft wurden?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Interessenabwägung unter den 29 Arten von Unterlagen; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Werbung darf jeder jederzeit widersprechen (DSGVO Art. 21 Abs. 2). Ist eine Liste verkauft, muss der
        /// Widerspruch jedem Käufer nachlaufen; die Möglichkeit, vorher zu widersprechen, ist die Schutzmaßnahme, die
        /// in der Abwägung am schwersten wiegt (EDSA-Leitlinien 1/2024).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Abwägung und hält im Dossier fest: `opt-out-before-sale`, wenn die Menschen
        /// vor dem ersten Verkauf Bescheid wussten und widersprechen konnten, `opt-out-only-after`, wenn erst danach,
        /// `no-opt-out`, wenn kein Widerspruch vorgesehen ist. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist eine vorliegende Abwägung `documented`, eine nur behauptete `declared`. Was der Anbieter
        /// selbst Nachteiliges angibt, wird geglaubt. Gar keine Abwägung ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob Widersprüche tatsächlich beachtet wurden. Das zeigt sich in den Zeilen, durch `objection-status` und
        /// `suppression-match`.
    }
    "lia-safeguards" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &[
            "no-opt-out",
            "opt-out-only-after",
            "declared",
            "documented",
            "opt-out-before-sale",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::papers(LISTED, READ, &["opt-out-before-sale"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-safeguards"
                document = "lia"
                answer = "no-opt-out"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["no-opt-out"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "lia-safeguards"
                document = "lia"
                answer = "opt-out-before-sale"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "lia-safeguards"
                document = "lia.pdf"
                answer = "opt-out-only-after"
                by = "counsel"
                at = 2026-11-21
            "#, &["opt-out-only-after"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                lia-safeguards = { is = "opt-out-before-sale", document = "lia" }
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "lia.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                lia-safeguards = "no-opt-out"
            "#, "", &["no-opt-out"]),
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
                lia-safeguards = "in order"
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
check = "lia-safeguards"
document = "lia"
answer = "opt-out-before-sale"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    let said = declaration.is_some_and(|d| d.assessment_said);
    papers.read(
        &CHECK,
        &["legitimate-interest-assessment"],
        &["opt-out-before-sale"],
        said,
    )
}
