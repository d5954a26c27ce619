crate::check! {
    en {
        /// How did the vendor come by the e-mail address?
        ///
        /// ## What is sorted
        /// Every row, by what the columns for the origin and the status of the address say.
        ///
        /// ## Why it matters
        /// An address that was put together from a name and a domain was collected nowhere. It may reach a stranger, and no
        /// source can be named for it (GDPR Art. 14(2)(f)). Liechtenstein forbids addresses found by random means.
        ///
        /// ## How it is decided
        /// Words for a guess, in either column, make the address `pattern-guessed`: guessed, pattern, extrapolated, predicted
        /// and their like in nine languages. In `email_source`, words for data vendors and the seller's own database are
        /// `enriched`; what the person, an event or a customer gave is `supplied`; a page, register, directory or network is
        /// `observed`. Of several statements the worst counts.
        ///
        /// `email_status` speaks of delivery; words such as "verified" or "catch-all" say nothing about the origin and count
        /// as blank. A text that cannot be understood is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the statement is true. Addresses of one pattern throughout the list are a sign of their own.
    }
    de {
        /// Wie kam der Anbieter an die E-Mail-Adresse?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem, was die Spalten zu Herkunft und Status der Adresse sagen.
        ///
        /// ## Warum es zählt
        /// Eine Adresse, die aus Name und Domain zusammengesetzt wurde, ist nirgends erhoben. Sie kann einen Fremden treffen,
        /// und für sie lässt sich keine Quelle nennen (DSGVO Art. 14 Abs. 2 lit. f). Liechtenstein verbietet Adressen, die
        /// durch Zufallsverfahren ermittelt wurden.
        ///
        /// ## Wie entschieden wird
        /// Wörter für ein Raten, in der einen oder anderen Spalte, machen die Adresse `pattern-guessed`: geraten, Muster,
        /// hochgerechnet, vermutet und ihresgleichen in neun Sprachen. In `email_source` sind Datenanbieter und die eigene
        /// Datenbank des Verkäufers `enriched`; was die Person, eine Veranstaltung oder ein Kunde gab, ist `supplied`; eine
        /// Seite, ein Register, Verzeichnis oder Netzwerk ist `observed`. Von mehreren Angaben zählt die schlechteste.
        ///
        /// `email_status` spricht von der Zustellbarkeit; Wörter wie „verifiziert“ oder „catch-all“ sagen nichts zur Herkunft
        /// und gelten als leer. Ein Text, der sich nicht verstehen lässt, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Angabe stimmt. Adressen nach ein und demselben Muster in der ganzen Liste sind ein eigenes Zeichen.
    }
    "mail-origin" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::EmailSource, Column::EmailStatus],
        bins: &["pattern-guessed", "enriched", "supplied", "observed", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Guessed", ""],
                    &["nach Namensmuster", "verified"],
                    &["company website", "Extrapolated"],
                    &["généré", ""],
                    &["LinkedIn + pattern", ""],
                    &["ZoomInfo", "Verified"],
                    &["own database", ""],
                    &["webinar", ""],
                    &["Visitenkarte", ""],
                    &["https://nordwerk-beispiel.de/impressum", ""],
                    &["Handelsregister", ""],
                    &["by carrier pigeon", ""],
                    &["verified", "catch-all"],
                    &["", "Verified"],
                    &["", "Likely to engage"],
                    &["n/a", ""],
                ],
                &[
                    "pattern-guessed", "pattern-guessed", "pattern-guessed", "pattern-guessed", "pattern-guessed",
                    "enriched", "enriched", "supplied", "supplied", "observed", "observed", "illegible", "blank",
                    "blank", "blank", "blank",
                ],
            ),
            // the seller's own name
            Example::rows(&[&["Musterdaten"]], &["enriched"]).with("", "vendor = \"musterdaten\"\ndelivery = \"2026-10\""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_origin::of_rows(batch)
}
