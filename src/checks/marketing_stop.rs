crate::check! {
    en {
        /// How soon does advertising end after an objection?
        ///
        /// ## What is sorted
        /// The slot of the vendor's objection procedure, among the 29 kinds of document; every other kind is `blank`.
        ///
        /// ## Why it matters
        /// After an objection the data may no longer be used for advertising (GDPR Art. 21(3)); no period of grace is
        /// given. A list that is exported while objections wait for the next batch carries people who have said no.
        ///
        /// ## How it is decided
        /// A named person reads the procedure and records in the dossier how soon an objection takes effect in all
        /// systems: `at-once`, `up-to-3-working-days` or `later`. The worst answer counts.
        ///
        /// Unread, a procedure at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// a delay himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the procedure is followed. An objector who is still on the list shows in the rows, by
        /// `suppression-match`.
    }
    de {
        /// Wie schnell endet Werbung nach einem Widerspruch?
        ///
        /// ## Was sortiert wird
        /// Der Platz des Widerspruchsverfahrens des Anbieters unter den 29 Arten von Unterlagen; jede andere Art ist
        /// `blank`.
        ///
        /// ## Warum es zählt
        /// Nach einem Widerspruch dürfen die Daten nicht mehr für Werbung verwendet werden (DSGVO Art. 21 Abs. 3); eine
        /// Schonfrist gibt es nicht. Wird eine Liste gezogen, während Widersprüche auf den nächsten Lauf warten, stehen
        /// darin Menschen, die Nein gesagt haben.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest das Verfahren und hält im Dossier fest, wie schnell ein Widerspruch in allen
        /// Systemen wirkt: `at-once`, `up-to-3-working-days` oder `later`. Die schlechteste Antwort zählt.
        ///
        /// Ungelesen ist ein vorliegendes Verfahren `documented`, ein nur behauptetes `declared`. Gibt der Anbieter
        /// selbst eine Verzögerung an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Verfahren gelebt wird. Wer widersprochen hat und noch in der Liste steht, fällt in den Zeilen auf,
        /// durch `suppression-match`.
    }
    "marketing-stop" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["later", "up-to-3-working-days", "declared", "documented", "at-once", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["at-once"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "marketing-stop"
                document = "stop"
                answer = "later"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["later"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "marketing-stop"
                document = "stop"
                answer = "at-once"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "marketing-stop"
                document = "procedure.pdf"
                answer = "up-to-3-working-days"
                by = "counsel"
                at = 2026-11-21
            "#, &["up-to-3-working-days"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                marketing-stop = { is = "at-once", document = "stop" }
                [[gdpr.documents]]
                id = "stop"
                kind = "suppression-procedure"
                path = "procedure.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                marketing-stop = "later"
            "#, "", &["later"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "stop"
                kind = "suppression-procedure"
                path = "missing/procedure.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "stop"
                kind = "rights-procedure"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "suppression-procedure"
                path = "procedure.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                marketing-stop = "soon"
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
id = "stop"
kind = "suppression-procedure"
path = "procedure.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "marketing-stop"
document = "stop"
answer = "at-once"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(&CHECK, &["suppression-procedure"], &["at-once"], false)
}
