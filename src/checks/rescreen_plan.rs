crate::check! {
    en {
        /// Does the buyer screen the registers again before each use?
        ///
        /// ## What is sorted
        /// The buyer's plan, once.
        ///
        /// ## Why it matters
        /// A register of people who want no calls changes every day. A list that was screened at purchase and is called
        /// from half a year later reaches people who have entered themselves since (Directive 2002/58 Art. 13(3); GDPR
        /// Art. 21(3)).
        ///
        /// ## How it is decided
        /// From `rescreen` under `[buyer]` of the dossier: `before-each-use`, `once` or `none`. Nothing stated is
        /// `blank`.
        ///
        /// ## What it cannot see
        /// Whether the screening takes place, and with which register.
    }
    de {
        /// Gleicht der Käufer vor jeder Nutzung erneut mit den Registern ab?
        ///
        /// ## Was sortiert wird
        /// Der Plan des Käufers, einmal.
        ///
        /// ## Warum es zählt
        /// Ein Register von Menschen, die keine Anrufe wünschen, ändert sich täglich. Wer eine Liste beim Kauf
        /// abgleicht und ein halbes Jahr später daraus anruft, erreicht Menschen, die sich inzwischen eingetragen haben
        /// (Richtlinie 2002/58 Art. 13 Abs. 3; DSGVO Art. 21 Abs. 3).
        ///
        /// ## Wie entschieden wird
        /// Aus `rescreen` unter `[buyer]` im Dossier: `before-each-use`, `once` oder `none`. Nichts Genanntes ist
        /// `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Abgleich stattfindet, und mit welchem Register.
    }
    "rescreen-plan" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["none", "once", "before-each-use", "illegible", "blank"],
        examples: &[
            Example::papers("", "buyer.rescreen = \"none\"", &["none"]),
            Example::papers("", "buyer.rescreen = \"once\"", &["once"]),
            Example::papers("", "buyer.rescreen = \"before-each-use\"", &["before-each-use"]),
            // a list of the buyer's own is no screening of registers
            Example::papers("", "buyer.suppress = [\"stop.csv\"]", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let rescreen = papers.dossier.buyer.rescreen;
    vec![CHECK.at(rescreen.as_ref().map_or("blank", |r| r.as_str()))]
}
