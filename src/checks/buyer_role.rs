crate::check! {
    en {
        /// Whom does the buyer's file hold responsible for the data?
        ///
        /// ## What is sorted
        /// The buyer's file, once.
        ///
        /// ## Why it matters
        /// Whoever stores the data for its own purposes is controller, and that is the company. Not the employee who
        /// sends the messages: staff act under its authority (GDPR Art. 4(7), 29; EDPB Guidelines 07/2020). Not the
        /// platform either, which answers for its own service, not for what its customers store and send.
        ///
        /// ## How it is decided
        /// From `role` under `[buyer]` of the dossier: `independent-controller` is `controller`; `joint-controller`,
        /// `processor`, `natural-person` (an employee is named) and `platform` (the network or tool is named) stand for
        /// themselves. Nothing stated is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the company acts as what it calls itself.
    }
    de {
        /// Wen nennt die Käuferakte als verantwortlich für die Daten?
        ///
        /// ## Was sortiert wird
        /// Die Käuferakte, einmal.
        ///
        /// ## Warum es zählt
        /// Verantwortlich ist, wer die Daten für eigene Zwecke speichert, und das ist das Unternehmen. Nicht der
        /// Mitarbeiter, der die Nachrichten verschickt: Er handelt unter dessen Aufsicht (DSGVO Art. 4 Nr. 7, 29;
        /// EDSA-Leitlinien 07/2020). Und nicht die Plattform, die für ihren Dienst einsteht, aber nicht für das, was
        /// ihre Kunden speichern und versenden.
        ///
        /// ## Wie entschieden wird
        /// Aus `role` unter `[buyer]` im Dossier: `independent-controller` ist `controller`; `joint-controller`,
        /// `processor`, `natural-person` (genannt ist ein Mitarbeiter) und `platform` (genannt ist das Netzwerk oder
        /// Werkzeug) stehen für sich. Nichts Genanntes ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Unternehmen so handelt, wie es sich nennt.
    }
    "buyer-role" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["platform", "natural-person", "processor", "joint-controller", "controller", "illegible", "blank"],
        examples: &[
            Example::papers("", "buyer.role = \"platform\"", &["platform"]),
            Example::papers("", "buyer.role = \"natural-person\"", &["natural-person"]),
            Example::papers("", "buyer.role = \"processor\"", &["processor"]),
            Example::papers("", "buyer.role = \"joint-controller\"", &["joint-controller"]),
            Example::papers("", "buyer.role = \"independent-controller\"", &["controller"]),
            Example::papers("", "buyer.names = [\"Beispiel Maschinenbau AG\"]", &["blank"]),
            // what the vendor says of itself is not said of the buyer
            Example::papers("gdpr.controllers = [{ legal-name = \"x\", role = \"processor\" }]", "", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let role = papers.dossier.buyer.role.map(|role| match role.as_str() {
        "independent-controller" => "controller",
        role => role,
    });
    vec![CHECK.at(role.unwrap_or("blank"))]
}
