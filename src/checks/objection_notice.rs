crate::check! {
    en {
        /// Is the right to object shown clearly and apart from the rest?
        ///
        /// ## What is sorted
        /// The slots of the privacy notice and of the notice as sent, among the 29 kinds of document, each for itself;
        /// every other kind is `blank`.
        ///
        /// ## Why it matters
        /// The right to object to advertising must be brought to people's attention clearly and apart from other
        /// information, at the latest in the first message (GDPR Art. 21(2), 21(4)). One sentence in the middle of
        /// twelve pages is no such notice.
        ///
        /// ## How it is decided
        /// A named person reads the notice and records in the dossier: `separate` if the right stands out on its own,
        /// `buried` if it is there but hidden among other text, `absent` if it is not there. The worst answer counts;
        /// one answer about a file that serves both slots counts for both.
        ///
        /// Unread, a notice at hand is `documented` and one that is only claimed is `declared`. A vendor that says the
        /// worse of itself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether an objection is then heeded: `optout-scope` and `marketing-stop` ask for that.
    }
    de {
        /// Steht das Widerspruchsrecht deutlich und für sich?
        ///
        /// ## Was sortiert wird
        /// Die Plätze der Datenschutzhinweise und der Information, wie sie versandt wurde, unter den 29 Arten von
        /// Unterlagen, jeder für sich; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Auf das Recht, Werbung zu widersprechen, ist deutlich und getrennt von anderen Informationen hinzuweisen,
        /// spätestens in der ersten Nachricht (DSGVO Art. 21 Abs. 2 und 4). Ein Satz inmitten von zwölf Seiten ist kein
        /// solcher Hinweis.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Information und hält im Dossier fest: `separate`, wenn das Recht für sich
        /// hervortritt, `buried`, wenn es im übrigen Text untergeht, `absent`, wenn es fehlt. Die schlechteste Antwort
        /// zählt; eine Antwort zu einer Datei, die beiden Plätzen dient, gilt für beide.
        ///
        /// Ungelesen ist eine vorliegende Information `documented`, eine nur behauptete `declared`. Was der Anbieter
        /// selbst Nachteiliges angibt, wird geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob ein Widerspruch dann beachtet wird; danach fragen `optout-scope` und `marketing-stop`.
    }
    "objection-notice" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["absent", "buried", "declared", "documented", "separate", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["separate"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "objection-notice"
                document = "notice"
                answer = "absent"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["absent"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "objection-notice"
                document = "notice"
                answer = "separate"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "objection-notice"
                document = "notice.pdf"
                answer = "buried"
                by = "counsel"
                at = 2026-11-21
            "#, &["buried"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                objection-notice = { is = "separate", document = "notice" }
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "notice.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                objection-notice = "absent"
            "#, "", &["absent", "absent"]),
            // one file for both slots
            Example::papers(r#"
                [[gdpr.documents]]
                id = "notice"
                kinds = ["privacy-notice", "art14-notice"]
                path = "notice.pdf"
            "#, READ, &["separate", "separate"]),
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
            "#, READ, &["separate", "documented"]),
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
                objection-notice = "on page 3"
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
check = "objection-notice"
document = "notice"
answer = "separate"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["privacy-notice", "art14-notice"],
        &["separate"],
        false,
    )
}
