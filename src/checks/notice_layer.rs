crate::check! {
    en {
        /// Can every layer of the notice be reached from the message?
        ///
        /// ## What is sorted
        /// The slot of the notice as sent, among the 29 kinds of document; every other kind is `blank`.
        ///
        /// ## Why it matters
        /// A short message may point to a longer text: information in layers can suffice ([2024] UKUT 105 (AAC)), but
        /// only if each layer was easy to reach on the day of sending (GDPR Art. 12(1)). A link that leads nowhere
        /// leaves people uninformed.
        ///
        /// ## How it is decided
        /// A named person follows the path from the message through each layer, as it was on the day of sending, and
        /// records in the dossier: `every-layer-reachable` or `broken-path`. A notice that says everything in one piece
        /// is `every-layer-reachable`. The worst answer counts.
        ///
        /// Unread, a notice at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// `broken-path` himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether people followed the path, and what the layers say: the latter is the matter of `notice-elements`.
    }
    de {
        /// Führt von der Nachricht ein Weg zu jeder Ebene der Information?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Information, wie sie versandt wurde, unter den 29 Arten von Unterlagen; jede andere Art ist
        /// `blank`.
        ///
        /// ## Warum es zählt
        /// Eine kurze Nachricht darf auf einen längeren Text verweisen: Information in Ebenen kann genügen ([2024] UKUT
        /// 105 (AAC)), aber nur, wenn jede Ebene am Tag des Versands leicht zu erreichen war (DSGVO Art. 12 Abs. 1).
        /// Wer auf einen toten Link verwiesen wird, ist nicht informiert.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person geht den Weg von der Nachricht durch alle Ebenen, wie er am Tag des Versands war, und
        /// hält im Dossier fest: `every-layer-reachable` oder `broken-path`. Steht alles in einem Stück, ist es
        /// `every-layer-reachable`. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist eine vorliegende Information `documented`, eine nur behauptete `declared`. Gibt der Anbieter
        /// selbst `broken-path` an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob jemand den Weg gegangen ist, und was auf den Ebenen steht; Letzteres zeigt `notice-elements`.
    }
    "notice-layer" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["broken-path", "declared", "documented", "every-layer-reachable", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["every-layer-reachable"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-layer"
                document = "notice"
                answer = "every-layer-reachable"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "notice-layer"
                document = "notice.pdf"
                answer = "broken-path"
                by = "counsel"
                at = 2026-11-21
            "#, &["broken-path"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                notice-layer = { is = "every-layer-reachable", document = "notice" }
                [[gdpr.documents]]
                id = "notice"
                kind = "art14-notice"
                path = "notice.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                notice-layer = "broken-path"
            "#, "", &["broken-path"]),
            Example::papers(r#"
                [gdpr.notice]
                first-sent = "2026-03-02"
            "#, "", &["declared"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kind = "art14-notice"
                path = "missing/notice.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "art14-notice"
                path = "notice.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                notice-layer = "in order"
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
id = "notice"
kind = "art14-notice"
path = "notice.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "notice-layer"
document = "notice"
answer = "every-layer-reachable"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    let said = declaration.is_some_and(|d| d.notice.is_some());
    papers.read(&CHECK, &["art14-notice"], &["every-layer-reachable"], said)
}
