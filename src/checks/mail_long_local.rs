crate::check! {
    en {
        /// Is the part before the @ longer than the standard allows?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// Mailboxes with more than 64 characters before the @ are outside RFC 5321. A few hosts give them out, but in
        /// a list they are mostly machine-made: codes of a mailing, of a ticket, of somebody's unsubscribe link.
        ///
        /// ## How it is decided
        /// `yes` if more than 64 octets stand before the @; a letter beyond ASCII has several. A value that is no
        /// address is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the host accepts such a mailbox.
    }
    de {
        /// Ist der Teil vor dem @ länger, als die Norm erlaubt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// Postfächer mit mehr als 64 Zeichen vor dem @ liegen außerhalb von RFC 5321. Wenige Anbieter vergeben sie,
        /// in einer Liste aber stammen sie meist von Maschinen: Kennungen eines Versands, eines Tickets, eines fremden
        /// Abmeldelinks.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn vor dem @ mehr als 64 Oktette stehen; ein Buchstabe jenseits von ASCII hat mehrere. Ein Wert,
        /// der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Anbieter ein solches Postfach annimmt.
    }
    "mail-long-local" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@firma-beispiel.de", "", ""],
                    &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@firma-beispiel.de", "", ""],
                    &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "", ""],
                    &["", "", ""],
                ],
                &["yes", "no", "illegible", "blank"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::LONG_LOCAL)
}
