crate::check! {
    en {
        /// Does the address reach anybody, by the vendor's own test?
        ///
        /// ## What is sorted
        /// Every row, by what the vendor writes about delivery: a status, and whether the domain takes mail for any name.
        ///
        /// ## Why it matters
        /// Data must be accurate (GDPR Art. 5(1)(d)). Addresses that the vendor itself found dead have no place in a list,
        /// and many of them harm the sender's standing with mail providers.
        ///
        /// ## How it is decided
        /// By words in nine languages. `undeliverable` are rejected or invalid addresses, bounces and traps; `unverified`
        /// those that were not tested, or tested without a clear answer; `catch-all` those under domains that take
        /// everything; `confirmed` the rest that was tested. Where two columns disagree, or a cell says several things, the
        /// worse counts. Other words, and mere scores, are `illegible`; words about something else, such as sales, count as
        /// `blank`.
        ///
        /// ## What it cannot see
        /// Whether the test was made, and when. No server is asked.
    }
    de {
        /// Kommt die Adresse nach eigener Prüfung des Anbieters an?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem, was der Anbieter zur Zustellung vermerkt: einem Stand und der Angabe, ob die Domain Post
        /// für jeden beliebigen Namen annimmt.
        ///
        /// ## Warum es zählt
        /// Daten müssen richtig sein (DSGVO Art. 5 Abs. 1 lit. d). Adressen, die der Anbieter selbst als tot erkannt hat,
        /// gehören in keine Liste, und viele davon schaden dem Ruf des Absenders bei den Mailanbietern.
        ///
        /// ## Wie entschieden wird
        /// Nach Wörtern in neun Sprachen. `undeliverable` sind abgewiesene und ungültige Adressen, Rückläufer und Fallen;
        /// `unverified` ungeprüfte und solche ohne klares Ergebnis; `catch-all` solche unter Domains, die alles annehmen;
        /// `confirmed`, was sonst geprüft ist. Widersprechen sich zwei Spalten oder sagt eine Zelle mehreres, zählt das
        /// Schlechtere. Andere Wörter und bloße Punktzahlen sind `illegible`; Wörter über anderes, etwa den Vertrieb,
        /// zählen als `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob und wann geprüft wurde. Kein Server wird gefragt.
    }
    "mail-status" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::EmailStatus, Column::EmailCatchAll],
        bins: &["undeliverable", "unverified", "catch-all", "confirmed", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Hard bounce", "no"],
                    &["unzustellbar", ""],
                    &["non vérifié", ""],
                    &["Unknown", ""],
                    &["accept_all", ""],
                    &["verified", "yes"],
                    &["", "yes"],
                    &["Verified", "no"],
                    &["zustellbar", ""],
                    &["97", ""],
                    &["contacted", ""],
                    &["", "no"],
                    &["n/a", ""],
                ],
                &[
                    "undeliverable", "undeliverable", "unverified", "unverified", "catch-all", "catch-all", "catch-all",
                    "confirmed", "confirmed", "illegible", "blank", "blank", "blank",
                ],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_status::of_rows(batch)
}
