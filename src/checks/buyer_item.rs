crate::check! {
    en {
        /// Which of the buyer's own papers is it?
        ///
        /// ## What is sorted
        /// The ten papers and decisions that the buyer needs for a purchased list, each once, whether they exist or
        /// not.
        ///
        /// ## Why it matters
        /// What the buyer must do no vendor can do. This check lets a clause speak of a single paper, for example of
        /// the buyer's own assessment of interests.
        ///
        /// ## How it is decided
        /// It is a selector: every slot lands in the bin that bears its name. Papers are listed in the dossier under
        /// `[[item]]` with their `kind`.
        ///
        /// ## What it cannot see
        /// Whether a paper exists and how old it is: that is the matter of `buyer-file-age`. What it says, a person
        /// must judge.
    }
    de {
        /// Welche eigene Unterlage des Käufers ist es?
        ///
        /// ## Was sortiert wird
        /// Die zehn Unterlagen und Entscheidungen, die der Käufer für eine gekaufte Liste braucht, jede einmal, ob
        /// vorhanden oder nicht.
        ///
        /// ## Warum es zählt
        /// Was der Käufer tun muss, kann kein Anbieter tun. Mit diesem Prüfpunkt kann eine Klausel von einer einzelnen
        /// Unterlage sprechen, etwa von der eigenen Interessenabwägung.
        ///
        /// ## Wie entschieden wird
        /// Er ist ein Wähler: Jeder Platz liegt in der Klasse seines Namens. Die Unterlagen stehen im Dossier unter
        /// `[[item]]` mit ihrem `kind`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob eine Unterlage vorhanden und wie alt sie ist: das zeigt `buyer-file-age`. Was darin steht, muss ein
        /// Mensch beurteilen.
    }
    "buyer-item" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &BINS,
        examples: &[
            Example::papers("", "", &ITEMS),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::ITEMS;
use crate::record::papers::Papers;

/// The slots, then `illegible` and `blank`, which no unit of a selector can have.
const BINS: [&str; ITEMS.len() + 2] = {
    let mut bins = ["blank"; ITEMS.len() + 2];
    bins[ITEMS.len()] = "illegible";
    let mut i = 0;
    while i < ITEMS.len() {
        bins[i] = ITEMS[i];
        i += 1;
    }
    bins
};

fn sort(_: &Papers<'_>) -> Vec<usize> {
    (0..ITEMS.len()).collect()
}
