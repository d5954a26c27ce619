crate::check! {
    en {
        /// Does the buyer state for whom, how and where the list is to be used?
        ///
        /// ## What is sorted
        /// The buyer's file, once: names, channels and countries of this audit.
        ///
        /// ## Why it matters
        /// A consent must name the buyer, a channel has its own rules, and every country has its own law. What is not
        /// stated cannot be compared; the audit then judges all channels and finds no name in any consent.
        ///
        /// ## How it is decided
        /// From the part `[buyer]` of the dossier: `names`, `channels` and `countries`. All three stated is `complete`,
        /// one or two `partial`, none `blank`.
        ///
        /// ## What it cannot see
        /// Whether names and plan are true, and whether the list stays within them later.
    }
    de {
        /// Sagt der Käufer, für wen, wie und wo die Liste genutzt werden soll?
        ///
        /// ## Was sortiert wird
        /// Die Käuferakte, einmal: Namen, Kanäle und Länder dieser Prüfung.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung muss den Käufer nennen, jeder Kanal hat eigene Regeln, jedes Land sein Recht. Was nicht
        /// genannt ist, lässt sich nicht vergleichen; geprüft werden dann alle Kanäle, und in keiner Einwilligung
        /// findet sich ein Name.
        ///
        /// ## Wie entschieden wird
        /// Aus dem Abschnitt `[buyer]` des Dossiers: `names`, `channels` und `countries`. Alle drei genannt ist
        /// `complete`, eins oder zwei `partial`, keins `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob Namen und Plan stimmen, und ob die Nutzung später dabei bleibt.
    }
    "buyer-scope" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["partial", "complete", "illegible", "blank"],
        examples: &[
            Example::papers("", r#"
                [buyer]
                names = ["Beispiel Maschinenbau AG"]
                channels = ["email"]
                countries = ["DE"]
            "#, &["complete"]),
            Example::papers("", "buyer.names = [\"Beispiel Maschinenbau AG\"]", &["partial"]),
            Example::papers("", "vendor = \"musterdaten\"", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let buyer = &papers.dossier.buyer;
    let channels = buyer.channels.as_ref().is_some_and(|c| !c.is_empty());
    let stated = [
        !buyer.names.is_empty(),
        channels,
        !buyer.countries.is_empty(),
    ];
    let bin = match stated.iter().filter(|s| **s).count() {
        0 => "blank",
        3 => "complete",
        _ => "partial",
    };
    vec![CHECK.at(bin)]
}
