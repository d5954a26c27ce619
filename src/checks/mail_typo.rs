crate::check! {
    en {
        /// Does the domain look like a slip for a large provider's?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// `gmial.com` is a slip for gmail.com. Such addresses were typed, not collected; mail to them is lost, or
        /// reaches somebody who registered the slip to catch it. A message meant for one person then goes to another.
        ///
        /// ## How it is decided
        /// `yes` if the domain is one letter away from one of the forty largest providers (one missing, one too many,
        /// another one, two that changed places) and stands in no table. Other endings of the same name count only if
        /// they do not exist or are what is left of .com. The address is never corrected. A value that is no address
        /// is `illegible`.
        ///
        /// ## What it cannot see
        /// Slips for smaller providers and for companies. A few true domains differ by one letter from a provider's.
    }
    de {
        /// Sieht die Domain nach einem Tippfehler bei einem großen Anbieter aus?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// `gmial.com` ist ein Tippfehler für gmail.com. Solche Adressen wurden getippt, nicht erhoben; Post dorthin
        /// geht verloren oder erreicht jemanden, der den Tippfehler registriert hat, um sie abzufangen. Eine Nachricht
        /// an den einen geht dann an einen anderen.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn die Domain einen Buchstaben von einer der vierzig größten entfernt ist (einer fehlt, einer zu
        /// viel, ein anderer, zwei vertauscht) und in keiner Tabelle steht. Andere Endungen desselben Namens zählen
        /// nur, wenn es sie nicht gibt oder sie ein Rest von .com sind. Berichtigt wird nichts. Ein Wert, der keine
        /// Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Tippfehler bei kleineren Anbietern und bei Unternehmen. Wenige echte Domains unterscheiden sich um einen
        /// Buchstaben von der eines Anbieters.
    }
    "mail-typo" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["anna.muster@gmial.com", "", ""],
                    &["anna.muster@gmail.com", "", ""],
                    &["anna.muster@gmial", "", ""],
                    &["", "", ""],
                    &["anna@T-Onlin.de", "", ""],
                    &["anna@gmx.dee", "", ""],
                    &["anna@web.dk", "", ""],
                    &["anna@gmc.de", "", ""],
                    &["anna@firma-beispiel.de", "", "anna@hotmial.com"],
                    &["anna@mail.gmial.com", "", ""],
                ],
                &["yes", "no", "illegible", "blank", "yes", "yes", "no", "no", "yes", "no"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::TYPO)
}
