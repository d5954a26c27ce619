crate::check! {
    en {
        /// Does one objection reach all of the vendor's databases?
        ///
        /// ## What is sorted
        /// The slot of the vendor's objection procedure, among the 29 kinds of document; every other kind is `blank`.
        ///
        /// ## Why it matters
        /// Nobody can know in how many databases a vendor keeps them. If an objection works only where it was made, the
        /// person stays on the next list (CNIL SAN-2025-002, CALOGA; GDPR Art. 21(2)).
        ///
        /// ## How it is decided
        /// A named person reads the procedure and records in the dossier: `one-action-for-all` if one act takes the
        /// person out of all the vendor's databases, `per-database` if it must be repeated. The worst answer counts.
        ///
        /// Unread, a procedure at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// `per-database` himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the procedure is followed. A removed person who turns up again shows in `suppression-match`.
    }
    de {
        /// Wirkt ein Widerspruch in allen Datenbanken des Anbieters?
        ///
        /// ## Was sortiert wird
        /// Der Platz des Widerspruchsverfahrens des Anbieters unter den 29 Arten von Unterlagen; jede andere Art ist
        /// `blank`.
        ///
        /// ## Warum es zählt
        /// Niemand kann wissen, in wie vielen Datenbanken ein Anbieter ihn führt. Wirkt ein Widerspruch nur dort, wo er
        /// eingeht, steht die Person in der nächsten Liste wieder (CNIL SAN-2025-002, CALOGA; DSGVO Art. 21 Abs. 2).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest das Verfahren und hält im Dossier fest: `one-action-for-all`, wenn eine Handlung
        /// die Person aus allen Datenbanken des Anbieters nimmt, `per-database`, wenn sie wiederholt werden muss. Die
        /// schlechteste Antwort zählt.
        ///
        /// Ungelesen ist ein vorliegendes Verfahren `documented`, ein nur behauptetes `declared`. Gibt der Anbieter
        /// selbst `per-database` an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Verfahren gelebt wird. Wer gelöscht ist und wieder auftaucht, fällt in `suppression-match` auf.
    }
    "optout-scope" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["per-database", "declared", "documented", "one-action-for-all", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["one-action-for-all"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "optout-scope"
                document = "stop"
                answer = "one-action-for-all"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "optout-scope"
                document = "procedure.pdf"
                answer = "per-database"
                by = "counsel"
                at = 2026-11-21
            "#, &["per-database"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                optout-scope = { is = "one-action-for-all", document = "stop" }
                [[gdpr.documents]]
                id = "stop"
                kind = "suppression-procedure"
                path = "procedure.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                optout-scope = "per-database"
            "#, "", &["per-database"]),
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
                optout-scope = "everywhere"
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
check = "optout-scope"
document = "stop"
answer = "one-action-for-all"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["suppression-procedure"],
        &["one-action-for-all"],
        false,
    )
}
