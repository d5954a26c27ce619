crate::check! {
    en {
        /// Could the provider ever have given out this mailbox?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// Large providers have rules for the names of mailboxes. An address that breaks them was never registered:
        /// somebody made it up, or a program put it together from a name. Where there is one, there are others that
        /// merely look right.
        ///
        /// ## How it is decided
        /// `yes` if the part before the @ breaks rules that the provider has had at all times: at Gmail six to thirty
        /// letters and digits, dots aside; at Apple, AOL, GMX, WEB.DE, Yahoo and Microsoft the signs that they allow
        /// and, except at Microsoft, the shortest and longest names. A tag behind a plus sign does not count. A value
        /// that is no address is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether a possible mailbox exists. Nothing is asked over the network, and the rules of other providers are
        /// not known here: their addresses are `no`.
    }
    de {
        /// Kann der Anbieter dieses Postfach je vergeben haben?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// Große Anbieter haben Regeln für die Namen von Postfächern. Eine Adresse, die sie bricht, wurde nie
        /// registriert: Jemand hat sie erfunden, oder ein Programm hat sie aus einem Namen zusammengesetzt. Wo eine
        /// ist, sind andere, die nur richtig aussehen.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn der Teil vor dem @ Regeln bricht, die der Anbieter zu allen Zeiten hatte: bei Gmail sechs bis
        /// dreißig Buchstaben und Ziffern, Punkte nicht gezählt; bei Apple, AOL, GMX, WEB.DE, Yahoo und Microsoft die
        /// erlaubten Zeichen und, außer bei Microsoft, die kürzesten und längsten Namen. Eine Markierung hinter einem
        /// Pluszeichen zählt nicht. Ein Wert, der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob ein mögliches Postfach besteht. Im Netz wird nichts gefragt, und Regeln anderer Anbieter sind hier nicht
        /// bekannt: Ihre Adressen sind `no`.
    }
    "mail-impossible" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["anna@gmail.com", "", ""],
                    &["anna.muster@gmail.com", "", ""],
                    &["anna@gmail", "", ""],
                    &["", "", ""],
                    &["anna_muster@gmail.com", "", ""],
                    &["Anna.Muster+liste_1@gmail.com", "", ""],
                    &["a@web.de", "", ""],
                    &["anna&muster@yahoo.de", "", ""],
                    &["anna&muster@firma-beispiel.de", "", ""],
                    &["anna@firma-beispiel.de", "", "o'neill@hotmail.com"],
                ],
                &["yes", "no", "illegible", "blank", "yes", "no", "yes", "yes", "no", "yes"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::IMPOSSIBLE)
}
