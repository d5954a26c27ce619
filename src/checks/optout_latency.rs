crate::check! {
    en {
        /// How long do people wait for an answer to their requests?
        ///
        /// ## What is sorted
        /// The slot of the vendor's procedure for requests of the people concerned, among the 29 kinds of document;
        /// every other kind is `blank`.
        ///
        /// ## Why it matters
        /// Whoever asks for access, erasure or an end of advertising must hear within a month; two more months are
        /// allowed only if the person is told so, with reasons, inside the first (GDPR Art. 12(3)).
        ///
        /// ## How it is decided
        /// A named person reads the procedure and its response times and records in the dossier the longest that occurs
        /// as a rule: `up-to-1-month`, `up-to-3-months` or `over-3-months`. The worst answer counts.
        ///
        /// Unread, a procedure at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// more than a month himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the times are measured or merely intended, and whether an extension was announced in each case.
    }
    de {
        /// Wie lange warten Betroffene auf Antwort?
        ///
        /// ## Was sortiert wird
        /// Der Platz des Verfahrens für Betroffenenanfragen beim Anbieter unter den 29 Arten von Unterlagen; jede
        /// andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Wer Auskunft, Löschung oder ein Ende der Werbung verlangt, muss binnen eines Monats Bescheid bekommen; zwei
        /// weitere Monate gibt es nur, wenn das im ersten mitgeteilt und begründet wird (DSGVO Art. 12 Abs. 3).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest das Verfahren samt Antwortzeiten und hält im Dossier die längste übliche Dauer
        /// fest: `up-to-1-month`, `up-to-3-months` oder `over-3-months`. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist ein vorliegendes Verfahren `documented`, ein nur behauptetes `declared`. Gibt der Anbieter
        /// selbst mehr als einen Monat an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Zeiten gemessen oder nur beabsichtigt sind, und ob jede Verlängerung mitgeteilt wurde.
    }
    "optout-latency" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["over-3-months", "up-to-3-months", "declared", "documented", "up-to-1-month", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["up-to-1-month"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "optout-latency"
                document = "rights"
                answer = "over-3-months"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["over-3-months"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "optout-latency"
                document = "rights"
                answer = "up-to-1-month"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "optout-latency"
                document = "requests.pdf"
                answer = "up-to-3-months"
                by = "counsel"
                at = 2026-11-21
            "#, &["up-to-3-months"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                optout-latency = { is = "up-to-1-month", document = "rights" }
                [[gdpr.documents]]
                id = "rights"
                kind = "rights-procedure"
                path = "requests.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                optout-latency = "over-3-months"
            "#, "", &["over-3-months"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "rights"
                kind = "rights-procedure"
                path = "missing/requests.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "rights"
                kind = "suppression-procedure"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "rights-procedure"
                path = "requests.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                optout-latency = "promptly"
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
id = "rights"
kind = "rights-procedure"
path = "requests.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "optout-latency"
document = "rights"
answer = "up-to-1-month"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(&CHECK, &["rights-procedure"], &["up-to-1-month"], false)
}
