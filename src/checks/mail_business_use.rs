crate::check! {
    en {
        /// Is a business run from a mailbox at a provider for everyone?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// `praxis.grünwald@` or `info-blumen@` at a free-mail provider is the address of a small business, and nearly
        /// always of one person. It is a private mailbox by its domain and no function mailbox by its words: both
        /// rules have to be looked at.
        ///
        /// ## How it is decided
        /// `yes` if the domain is that of a provider for everyone, a throw-away or a relay service (see `mail-domain`)
        /// and a word of a function stands before the @ (the table of `mail-box`). A value that is no address is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Businesses whose mailbox bears only a name, and the private use of a mailbox with such a word.
    }
    de {
        /// Wird ein Betrieb von einem Postfach bei einem Anbieter für jedermann geführt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// `praxis.grünwald@` oder `info-blumen@` bei einem Freemail-Anbieter ist die Adresse eines kleinen Betriebs
        /// und fast immer die eines einzelnen Menschen. Nach der Domain ist es ein privates Postfach, nach seinen
        /// Wörtern kein Funktionspostfach: Beide Regeln sind zu bedenken.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn die Domain einem Anbieter für jedermann, einem Wegwerf- oder Weiterleitungsdienst gehört (siehe
        /// `mail-domain`) und vor dem @ ein Wort einer Funktion steht (Tabelle von `mail-box`). Ein Wert, der keine
        /// Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Betriebe, deren Postfach nur einen Namen trägt, und die private Nutzung eines Postfachs mit einem solchen
        /// Wort.
    }
    "mail-business-use" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName,
        ],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["info.blumen@gmx.de", "", "", "", "", ""],
                    &["anna.muster@gmx.de", "", "", "", "", ""],
                    &["info.blumen@gmx", "", "", "", "", ""],
                    &["", "", "", "", "", ""],
                    &["info@firma-beispiel.de", "", "", "", "", ""],
                    &["Help.Firma@gmail.com", "", "", "", "", ""],
                    &["anna@firma-beispiel.de", "", "buchhaltung@t-online.de", "", "", ""],
                ],
                &["yes", "no", "illegible", "blank", "no", "yes", "yes"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::BUSINESS_USE)
}
