crate::check! {
    en {
        /// Is withdrawing as easy as consenting was?
        ///
        /// ## What is sorted
        /// The slots of the consent texts and of the vendor's objection procedure, among the 29 kinds of document, each
        /// for itself; every other kind is `blank`.
        ///
        /// ## Why it matters
        /// It must be as easy to withdraw consent as to give it (GDPR Art. 7(3)). Where one click was enough to say
        /// yes, a signed letter to say no holds people to a consent that they no longer want.
        ///
        /// ## How it is decided
        /// A named person sets the steps of consenting beside those of withdrawing, as the paper shows them, and
        /// records in the dossier: `as-easy` or `harder-than-giving`. The worst answer counts. The texts must name the
        /// way out and the procedure must keep it open, so each of the two papers is read for itself; a file that
        /// serves both slots is read once.
        ///
        /// Unread, a paper at hand is `documented` and one that is only claimed is `declared`. A vendor that states
        /// `harder-than-giving` himself is believed. No such paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the way out works. Withdrawals that were carried out show in the rows, by `objection-status`.
    }
    de {
        /// Ist der Widerruf so einfach, wie es die Einwilligung war?
        ///
        /// ## Was sortiert wird
        /// Die Plätze der Einwilligungstexte und des Widerspruchsverfahrens des Anbieters unter den 29 Arten von
        /// Unterlagen, jeder für sich; jede andere Art ist `blank`.
        ///
        /// ## Warum es zählt
        /// Der Widerruf einer Einwilligung muss so einfach sein wie ihre Erteilung (DSGVO Art. 7 Abs. 3). Wer mit einem
        /// Klick Ja sagen konnte und für das Nein einen unterschriebenen Brief braucht, wird an einer Einwilligung
        /// festgehalten, die er nicht mehr will.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person stellt die Schritte zur Einwilligung denen zum Widerruf gegenüber, wie das Papier sie
        /// zeigt, und hält im Dossier fest: `as-easy` oder `harder-than-giving`. Die schlechteste Antwort zählt. Der
        /// Text muss den Ausweg nennen, das Verfahren ihn offenhalten; darum wird jedes der beiden Papiere für sich
        /// gelesen, eine Datei für beide Plätze nur einmal.
        ///
        /// Ungelesen ist ein vorliegendes Papier `documented`, ein nur behauptetes `declared`. Gibt der Anbieter selbst
        /// `harder-than-giving` an, wird ihm geglaubt. Fehlt das Papier, ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Ausweg funktioniert. Ausgeführte Widerrufe zeigen sich in den Zeilen, durch `objection-status`.
    }
    "withdrawal-route" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["harder-than-giving", "declared", "documented", "as-easy", "illegible", "blank"],
        examples: &[
            Example::papers(LISTED, READ, &["as-easy"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "withdrawal-route"
                document = "texts"
                answer = "as-easy"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "withdrawal-route"
                document = "texts.pdf"
                answer = "harder-than-giving"
                by = "counsel"
                at = 2026-11-21
            "#, &["harder-than-giving"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                withdrawal-route = { is = "as-easy", document = "texts" }
                [[gdpr.documents]]
                id = "texts"
                kind = "consent-text"
                path = "texts.pdf"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                withdrawal-route = "harder-than-giving"
            "#, "", &["harder-than-giving", "harder-than-giving"]),
            // each slot is read for itself
            Example::papers(r#"
                [[gdpr.documents]]
                id = "texts"
                kind = "consent-text"
                path = "texts.pdf"
                [[gdpr.documents]]
                id = "stop"
                kind = "suppression-procedure"
                path = "procedure.pdf"
            "#, READ, &["as-easy", "documented"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "texts"
                kind = "consent-text"
                path = "missing/texts.pdf"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "texts"
                kind = "consent-log"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "consent-text"
                path = "texts.pdf"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                withdrawal-route = "by fax"
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
id = "texts"
kind = "consent-text"
path = "texts.pdf"
"#;

const READ: &str = r#"
[[review]]
check = "withdrawal-route"
document = "texts"
answer = "as-easy"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.read(
        &CHECK,
        &["consent-text", "suppression-procedure"],
        &["as-easy"],
        false,
    )
}
