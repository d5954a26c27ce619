crate::check! {
    en {
        /// Is the contract of the sale one between controllers?
        ///
        /// ## What is sorted
        /// The slot of the agreement between controllers, among the 29 kinds of document. Every other kind is `blank`;
        /// the vendor's contracts with its own processors are no contracts of this sale.
        ///
        /// ## Why it matters
        /// A vendor that sells a list, and a buyer that uses it for its own advertising, each decide for themselves:
        /// both are controllers (GDPR Art. 4(7)), or joint ones if they decide together (Art. 26). A processing
        /// agreement (Art. 28) describes somebody who acts on instructions only, and leaves the sale without rules.
        ///
        /// ## How it is decided
        /// A named person reads the contract and records in the dossier: `controller-to-controller`, `joint`,
        /// `processor-only` if it is a processing agreement, or `none` if the paper is no contract at all. The worst
        /// answer counts.
        ///
        /// Unread, a contract at hand is `documented` and one that is only claimed is `declared`. A vendor that says
        /// `processor-only` or `none` himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the contract is kept, and what it warrants.
    }
    de {
        /// Ist der Vertrag zum Verkauf einer zwischen Verantwortlichen?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Vereinbarung zwischen Verantwortlichen unter den 29 Arten von Unterlagen. Jede andere Art ist
        /// `blank`; Verträge des Anbieters mit seinen eigenen Auftragsverarbeitern sind keine Verträge dieses Verkaufs.
        ///
        /// ## Warum es zählt
        /// Ein Anbieter, der eine Liste verkauft, und ein Käufer, der damit für sich wirbt, entscheiden jeder selbst:
        /// Beide sind Verantwortliche (DSGVO Art. 4 Nr. 7), oder gemeinsam Verantwortliche, wenn sie zusammen
        /// entscheiden (Art. 26). Ein Auftragsverarbeitungsvertrag (Art. 28) beschreibt jemanden, der nur auf Weisung
        /// handelt; den Verkauf regelt er nicht.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest den Vertrag und hält im Dossier fest: `controller-to-controller`, `joint`,
        /// `processor-only` bei einem Auftragsverarbeitungsvertrag, oder `none`, wenn das Papier gar kein Vertrag ist.
        /// Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist ein vorliegender Vertrag `documented`, ein nur behaupteter `declared`. Gibt der Anbieter
        /// selbst `processor-only` oder `none` an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Vertrag eingehalten wird, und was darin zugesichert ist.
    }
    "contract-kind" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &[
            "none",
            "processor-only",
            "declared",
            "documented",
            "joint",
            "controller-to-controller",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::papers(LISTED, READ, &["controller-to-controller"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "contract-kind"
                document = "contract"
                answer = "joint"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["joint"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "contract-kind"
                document = "contract"
                answer = "none"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["none"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "contract-kind"
                document = "contract"
                answer = "controller-to-controller"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "contract-kind"
                document = "contract.pdf"
                answer = "processor-only"
                by = "counsel"
                at = 2026-11-21
            "#, &["processor-only"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                contract-kind = { is = "controller-to-controller", document = "contract" }
                [[gdpr.documents]]
                id = "contract"
                kind = "controller-to-controller-agreement"
                path = "contract.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                contract-kind = "none"
            "#, "", &["none"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "contract"
                kind = "controller-to-controller-agreement"
                path = "missing/contract.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "contract"
                kind = "processor-agreement"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "controller-to-controller-agreement"
                path = "contract.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                contract-kind = "a fair one"
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
id = "contract"
kind = "controller-to-controller-agreement"
path = "contract.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "contract-kind"
document = "contract"
answer = "controller-to-controller"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["controller-to-controller-agreement"],
        &["joint", "controller-to-controller"],
        false,
    )
}
