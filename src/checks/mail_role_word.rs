crate::check! {
    en {
        /// Does a person's mailbox bear a word of a function?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// `sales.mueller@` is Ms Müller's mailbox, not that of the sales department, and `anna.post@` is a person.
        /// Programs that look for words only take them for function mailboxes, which may be written to under other
        /// rules.
        ///
        /// ## How it is decided
        /// `yes` if the mailbox is a person's by `mail-box` and yet a word of the table of functions stands in it,
        /// because the row's own name stands beside or is that word, or because the word counts only where it stands
        /// alone. At providers for everyone this is `mail-business-use` instead. A value that is no address is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the word is a name or a function where the row gives no name.
    }
    de {
        /// Trägt das Postfach einer Person ein Wort einer Funktion?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// `sales.mueller@` ist das Postfach von Frau Müller, nicht das des Vertriebs, und `anna.post@` ist ein
        /// Mensch. Programme, die nur nach Wörtern suchen, halten beides für Funktionspostfächer, für die teils andere
        /// Regeln gelten.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn das Postfach nach `mail-box` das einer Person ist und doch ein Wort aus der Tabelle der
        /// Funktionen darin steht: weil der eigene Name der Zeile danebensteht oder selbst dieses Wort ist, oder weil
        /// das Wort nur allein stehend zählt. Bei Anbietern für jedermann gilt stattdessen `mail-business-use`. Ein
        /// Wert, der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Wort Name oder Funktion ist, wo die Zeile keinen Namen nennt.
    }
    "mail-role-word" {
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
                    &["sales.mueller@firma-beispiel.de", "", "", "", "Anna", "Müller"],
                    &["sales.nord@firma-beispiel.de", "", "", "", "Anna", "Müller"],
                    &["sales.mueller", "", "", "", "Anna", "Müller"],
                    &["", "", "", "", "Anna", "Müller"],
                    &["post@firma-beispiel.de", "", "", "Jan Post", "", ""],
                    &["anna.post@firma-beispiel.de", "", "", "", "", ""],
                    &["anna.muster@firma-beispiel.de", "", "", "", "", ""],
                    &["help.firma@gmail.com", "", "", "", "", ""],
                ],
                &["yes", "no", "illegible", "blank", "yes", "yes", "no", "no"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::ROLE_WORD)
}
