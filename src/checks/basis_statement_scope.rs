crate::check! {
    en {
        /// Does the vendor name its ground for every source, channel and country?
        ///
        /// ## What is sorted
        /// The slot of the vendor's statement of lawful bases, among the 29 kinds of document; every other kind is
        /// `blank`.
        ///
        /// ## Why it matters
        /// Which ground allows a message depends on where the data come from, on the channel and on the recipient's
        /// country (Directive 2002/58 Art. 13). "We rely on legitimate interest" for everything at once cannot be
        /// checked, and the vendor must be able to show what it relies on (GDPR Art. 5(2)).
        ///
        /// ## How it is decided
        /// A named person reads the statement and records in the dossier: `per-source-channel-country` if it gives a
        /// ground for each of these, `general` if it speaks of all alike. The worst answer counts.
        ///
        /// Unread, a statement at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// `general` himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the grounds hold. What is allowed on which channel in which country is for the contact matrix of the
        /// policy to say.
    }
    de {
        /// Nennt der Anbieter seine Grundlage für jede Quelle, jeden Kanal und jedes Land?
        ///
        /// ## Was sortiert wird
        /// Der Platz der Aufstellung der Rechtsgrundlagen unter den 29 Arten von Unterlagen; jede andere Art ist
        /// `blank`.
        ///
        /// ## Warum es zählt
        /// Was eine Nachricht erlaubt, hängt ab von der Herkunft der Daten, vom Kanal und vom Land des Empfängers
        /// (Richtlinie 2002/58 Art. 13). „Wir stützen uns auf berechtigtes Interesse“ für alles zugleich lässt sich
        /// nicht nachprüfen, und der Anbieter muss zeigen können, worauf er sich stützt (DSGVO Art. 5 Abs. 2).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Aufstellung und hält im Dossier fest: `per-source-channel-country`, wenn sie
        /// zu jedem davon eine Grundlage nennt, `general`, wenn sie alles über einen Kamm schert. Die schlechteste
        /// Antwort zählt.
        ///
        /// Ungelesen ist eine vorliegende Aufstellung `documented`, eine nur behauptete `declared`. Gibt der Anbieter
        /// selbst `general` an, wird ihm geglaubt. Fehlt ein solches Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Grundlagen tragen. Was auf welchem Kanal in welchem Land gilt, sagt die Kontaktmatrix des Regelwerks.
    }
    "basis-statement-scope" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["general", "declared", "documented", "per-source-channel-country", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["per-source-channel-country"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "basis-statement-scope"
                document = "basis"
                answer = "per-source-channel-country"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "basis-statement-scope"
                document = "basis.pdf"
                answer = "general"
                by = "counsel"
                at = 2026-11-21
            "#, &["general"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                basis-statement-scope = { is = "per-source-channel-country", document = "basis" }
                [[gdpr.documents]]
                id = "basis"
                kind = "basis-statement"
                path = "basis.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                basis-statement-scope = "general"
            "#, "", &["general"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "basis"
                kind = "basis-statement"
                path = "missing/basis.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "basis"
                kind = "processing-record"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "basis-statement"
                path = "basis.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                basis-statement-scope = "per row"
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
id = "basis"
kind = "basis-statement"
path = "basis.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "basis-statement-scope"
document = "basis"
answer = "per-source-channel-country"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["basis-statement"],
        &["per-source-channel-country"],
        false,
    )
}
