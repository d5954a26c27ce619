crate::check! {
    en {
        /// Does the notice say everything that people must be told?
        ///
        /// ## What is sorted
        /// The slots of the privacy notice and of the notice as sent, among the 29 kinds of document, each for itself;
        /// every other kind is `blank`.
        ///
        /// ## Why it matters
        /// Whoever has data from elsewhere must tell people who is responsible, what for and on which basis, which
        /// kinds of data, who receives them and where, for how long, which rights they have, to whom they can complain,
        /// and where the data come from (GDPR Art. 14(1)-(2)). Without the source nobody can trace a list back.
        ///
        /// ## How it is decided
        /// A named person reads the notice and records in the dossier: `complete`, `source-missing` if it does not say
        /// where the data come from (a bare "public sources" is no source), `element-missing` if anything else is
        /// lacking. The worst answer counts; one answer about a file that serves both slots counts for both.
        ///
        /// Unread, a notice at hand is `documented` and one that is only claimed is `declared`. A vendor that names the
        /// gap himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the notice reached anyone, and when: that is the matter of `notice-route` and `notice-timing`.
    }
    de {
        /// Steht in der Information alles, was Betroffene erfahren müssen?
        ///
        /// ## Was sortiert wird
        /// Die Plätze der Datenschutzhinweise und der Information, wie sie versandt wurde, unter den 29 Arten von
        /// Unterlagen, jeder für sich; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Wer Daten anderswoher hat, muss sagen, wer verantwortlich ist, wofür und auf welcher Grundlage, welche Arten
        /// von Daten, wer sie wo erhält, wie lange, welche Rechte bestehen, wo man sich beschweren kann und woher die
        /// Daten stammen (DSGVO Art. 14 Abs. 1 und 2). Ohne die Quelle lässt sich keine Liste zurückverfolgen.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Information und hält im Dossier fest: `complete`, `source-missing`, wenn die
        /// Herkunft fehlt („öffentliche Quellen“ allein nennt keine), `element-missing`, wenn sonst etwas fehlt. Die
        /// schlechteste Antwort zählt; eine Antwort zu einer Datei, die beiden Plätzen dient, gilt für beide.
        ///
        /// Ungelesen ist eine vorliegende Information `documented`, eine nur behauptete `declared`. Nennt der Anbieter
        /// die Lücke selbst, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Information jemanden erreichte, und wann; das zeigen `notice-route` und `notice-timing`.
    }
    "notice-elements" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["source-missing", "element-missing", "declared", "documented", "complete", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["complete"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-elements"
                document = "notice"
                answer = "source-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["source-missing"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-elements"
                document = "notice"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "notice-elements"
                document = "notice.pdf"
                answer = "element-missing"
                by = "counsel"
                at = 2026-11-21
            "#, &["element-missing"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                notice-elements = { is = "complete", document = "notice" }
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "notice.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                notice-elements = "source-missing"
            "#, "", &["source-missing", "source-missing"]),
            // one file for both slots
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kinds = ["privacy-notice", "art14-notice"]
                path = "notice.pdf"
            "#, READ, &["complete", "complete"]),
            // each slot is read for itself
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "notice.pdf"
                [[gdpr.documents]]
                id = "letter"
                kind = "art14-notice"
                path = "letter.pdf"
            "#, READ, &["complete", "documented"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "missing/notice.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kind = "notice-log"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "privacy-notice"
                path = "notice.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                notice-elements = "all of them"
            "#, "", &["illegible", "illegible"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

const LISTED: &str = r#"
[[gdpr.documents]]
id = "notice"
kind = "privacy-notice"
path = "notice.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "notice-elements"
document = "notice"
answer = "complete"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["privacy-notice", "art14-notice"],
        &["complete"],
        false,
    )
}
