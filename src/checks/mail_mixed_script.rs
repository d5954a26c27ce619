crate::check! {
    en {
        /// Are letters of several scripts mixed in one word of the address?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// A Cyrillic а looks like a Latin one. A word that mixes them looks like another word and is none: a forged
        /// sender's domain, or a name that was typed on the wrong keyboard. Mail to it reaches nobody, or the wrong
        /// person.
        ///
        /// ## How it is decided
        /// `yes` if one part between dots, before or after the @, holds letters of more than one of the Latin, Greek,
        /// Cyrillic and Armenian scripts. Coded domains are decoded first. Scripts that share no letter shapes with
        /// these do not count. A value that is no address is `illegible`.
        ///
        /// ## What it cannot see
        /// Words that are written in one script throughout and look like another word all the same.
    }
    de {
        /// Sind in einem Wort der Adresse Buchstaben mehrerer Schriften gemischt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// Ein kyrillisches а sieht aus wie ein lateinisches. Ein Wort, das beide mischt, sieht aus wie ein anderes
        /// und ist es nicht: die Domain eines gefälschten Absenders, oder ein Name von der falschen Tastatur. Post
        /// dorthin erreicht niemanden oder den Falschen.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn ein Teil zwischen Punkten, vor oder nach dem @, Buchstaben aus mehr als einer der Schriften
        /// Latein, Griechisch, Kyrillisch, Armenisch enthält. Kodierte Domains werden zuvor entschlüsselt. Schriften,
        /// deren Buchstaben diesen nicht ähneln, zählen nicht. Ein Wert, der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Wörter, die ganz in einer Schrift stehen und doch einem anderen gleichen.
    }
    "mail-mixed-script" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["anna@fіrma-beispiel.de", "", ""],
                    &["anna@müller-beispiel.de", "", ""],
                    &["anna@fіrma_beispiel.de", "", ""],
                    &["", "", ""],
                    &["аnna@firma-beispiel.de", "", ""],
                    &["иван@firma-beispiel.de", "", ""],
                    &["anna.иван@firma-beispiel.de", "", ""],
                ],
                &["yes", "no", "illegible", "blank", "yes", "no", "no"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::MIXED_SCRIPT)
}
