crate::check! {
    en {
        /// Does the domain hold letters beyond ASCII?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, one with the flag is enough.
        ///
        /// ## Why it matters
        /// Such domains are as good as others, but many programs lose them: an address that works in one system
        /// bounces in the next, and a removal that was noted in one spelling does not meet the other.
        ///
        /// ## How it is decided
        /// `yes` if the domain has a label with letters beyond a to z, written as such (`müller-beispiel.de`) or coded
        /// (`xn--mller-beispiel-nlb.de`): both are one domain. The part before the @ does not count. A value that is
        /// no address is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the domain exists. Look-alikes are sorted by `mail-mixed-script`.
    }
    de {
        /// Enthält die Domain Buchstaben jenseits von ASCII?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, genügt eine mit dem Merkmal.
        ///
        /// ## Warum es zählt
        /// Solche Domains sind so gut wie andere, doch viele Programme verlieren sie: Was in einem System zustellbar
        /// ist, kommt aus dem nächsten zurück, und eine Löschung, die in der einen Schreibweise vermerkt ist, trifft
        /// die andere nicht.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn die Domain einen Teil mit Buchstaben außerhalb von a bis z hat, so geschrieben
        /// (`müller-beispiel.de`) oder kodiert (`xn--mller-beispiel-nlb.de`): Beides ist dieselbe Domain. Der Teil vor
        /// dem @ zählt nicht. Ein Wert, der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Domain besteht. Täuschend ähnliche Namen sortiert `mail-mixed-script`.
    }
    "mail-idn" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["anna@müller-beispiel.de", "", ""],
                    &["anna@firma-beispiel.de", "", ""],
                    &["anna@müller_beispiel.de", "", ""],
                    &["", "-", ""],
                    &["anna@XN--mller-beispiel-nlb.de", "", ""],
                    &["jörg@firma-beispiel.de", "", ""],
                    &["anna@taxn--beispiel.de", "", ""],
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
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::IDN)
}
