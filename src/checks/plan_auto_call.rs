crate::check! {
    en {
        /// Are calls by machines planned?
        ///
        /// ## What is sorted
        /// The buyer's plan, once: whether the campaign is to use calls by machines.
        ///
        /// ## Why it matters
        /// Every channel has its own rules. What automatic calls would need is asked of the vendor only if such calls
        /// are planned; without a plan all channels are judged, so that nothing is overlooked.
        ///
        /// ## How it is decided
        /// From `channels` in the part `[buyer]` of the dossier. If the list stands there, `auto-call` in it is
        /// `planned`, its absence `not-planned`. Without the list there is no plan: `blank`.
        ///
        /// ## What it cannot see
        /// What is done later. A channel that is used without having been planned was never judged.
    }
    de {
        /// Sind Anrufe durch Automaten geplant?
        ///
        /// ## Was sortiert wird
        /// Der Plan des Käufers, einmal: ob die Kampagne Anrufe durch Automaten nutzen soll.
        ///
        /// ## Warum es zählt
        /// Für jeden Kanal gelten eigene Regeln. Was automatische Anrufe voraussetzen, wird vom Anbieter nur verlangt,
        /// wenn sie vorgesehen sind; ohne Plan werden alle Kanäle beurteilt, damit nichts übersehen wird.
        ///
        /// ## Wie entschieden wird
        /// Aus `channels` im Abschnitt `[buyer]` des Dossiers. Steht die Liste dort und enthält `auto-call`, ist es
        /// `planned`; fehlt der Kanal in ihr, `not-planned`. Ohne die Liste gibt es keinen Plan: `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Was später geschieht. Ein Kanal, der ohne Plan genutzt wird, ist nie beurteilt worden.
    }
    "plan-auto-call" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["planned", "not-planned", "illegible", "blank"],
        examples: &[
            Example::papers("", "buyer.channels = [\"auto-call\"]", &["planned"]),
            Example::papers("", "buyer.channels = [\"post\"]", &["not-planned"]),
            Example::papers("", "buyer.countries = [\"DE\"]", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::channel::Channel;
use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.plan(&CHECK, Channel::AutoCall)
}
