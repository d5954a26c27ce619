crate::check! {
    en {
        /// Does an address carry a tag?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// `anna+shop@` is a tag that somebody put behind their name when signing up somewhere, to see who passes the
        /// address on. In a purchased list it shows where the address came from: not from its owner, and for another
        /// purpose.
        ///
        /// ## How it is decided
        /// `yes` if a plus sign stands in the part before the @, behind at least one character. A value that is no
        /// address is `illegible`.
        ///
        /// ## What it cannot see
        /// Tags that are set with another sign, such as a hyphen, and addresses that were made for one service only. A
        /// few mailboxes have a plus sign in their proper name.
    }
    de {
        /// Trägt eine Adresse eine Markierung?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// `anna+shop@` ist eine Markierung, die jemand bei einer Anmeldung hinter den eigenen Namen gesetzt hat, um
        /// zu sehen, wer die Adresse weitergibt. In einer gekauften Liste zeigt sie, woher die Adresse stammt: nicht
        /// von ihrem Inhaber, und aus einem anderen Zweck.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn im Teil vor dem @ nach mindestens einem Zeichen ein Pluszeichen steht. Ein Wert, der keine
        /// Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Markierungen mit einem anderen Zeichen, etwa einem Bindestrich, und Adressen, die für einen einzigen Dienst
        /// angelegt wurden. Wenige Postfächer haben ein Plus im eigentlichen Namen.
    }
    "mail-plus-tag" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["anna+shop@firma-beispiel.de", "", ""],
                    &["anna.muster@firma-beispiel.de", "", ""],
                    &["anna+shop", "", ""],
                    &["", "n/a", ""],
                    &["+49301234@firma-beispiel.de", "", ""],
                    &["anna@firma+beispiel.de", "", ""],
                    &["anna@firma-beispiel.de", "", "anna+x@gmx.de"],
                ],
                &["yes", "no", "illegible", "blank", "no", "illegible", "yes"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::PLUS_TAG)
}
