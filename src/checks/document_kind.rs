crate::check! {
    en {
        /// Which kind of document is it?
        ///
        /// ## What is sorted
        /// The 29 kinds of document that a vendor can hand in with a list, each once, whether it was handed in or not.
        ///
        /// ## Why it matters
        /// Other checks look at documents: how old they are, whether they are unaltered, what they say. This one lets a
        /// clause speak of a single kind, for example of the source register alone.
        ///
        /// ## How it is decided
        /// It is a selector: every kind lands in the bin that bears its name. Which file serves which kind is stated in
        /// the declaration (`kind`) or in the buyer's dossier (`kinds`); one file may serve several.
        ///
        /// ## What it cannot see
        /// Whether a file really is what it was listed as; that a person must read. Whether a document is there at all
        /// is the matter of `document-age` and `document-integrity`.
    }
    de {
        /// Welche Art von Unterlage ist es?
        ///
        /// ## Was sortiert wird
        /// Die 29 Arten von Unterlagen, die ein Anbieter zu einer Liste vorlegen kann, jede einmal, ob vorgelegt oder
        /// nicht.
        ///
        /// ## Warum es zählt
        /// Andere Prüfpunkte betrachten Unterlagen: wie alt sie sind, ob sie unverändert sind, was sie sagen. Mit
        /// diesem hier kann eine Klausel von einer einzelnen Art sprechen, etwa nur vom Quellenverzeichnis.
        ///
        /// ## Wie entschieden wird
        /// Er ist ein Wähler: Jede Art liegt in der Klasse ihres Namens. Welche Datei welcher Art dient, steht in der
        /// Erklärung (`kind`) oder im Dossier des Käufers (`kinds`); eine Datei darf mehreren dienen.
        ///
        /// ## Was er nicht sehen kann
        /// Ob eine Datei wirklich ist, als was sie geführt wird; das muss ein Mensch lesen. Ob eine Unterlage überhaupt
        /// vorliegt, zeigen `document-age` und `document-integrity`.
    }
    "document-kind" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &BINS,
        examples: &[
            Example::papers("", "", &KINDS),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::KINDS;
use crate::record::papers::Papers;

/// The kinds, then `illegible` and `blank`, which no unit of a selector can have.
const BINS: [&str; KINDS.len() + 2] = {
    let mut bins = ["blank"; KINDS.len() + 2];
    bins[KINDS.len()] = "illegible";
    let mut i = 0;
    while i < KINDS.len() {
        bins[i] = KINDS[i];
        i += 1;
    }
    bins
};

fn sort(_: &Papers<'_>) -> Vec<usize> {
    (0..KINDS.len()).collect()
}
