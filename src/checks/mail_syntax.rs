crate::check! {
    en {
        /// Is the e-mail address well formed?
        ///
        /// ## What is sorted
        /// Every row, by the spelling of its e-mail addresses as they were delivered.
        ///
        /// ## Why it matters
        /// Data must be accurate. A list with many damaged addresses was put together without care, and the next column
        /// may be damaged too.
        ///
        /// ## How it is decided
        /// By the rules for addresses in RFC 5321 and RFC 6531. `placeholder` is a spreadsheet error, a web address or a
        /// telephone number; `repairable` a value from which an obvious rewriting makes an address: a blank or a
        /// semicolon at the end, `mailto:`, a name in front of angle brackets. `valid-unusual` has a quoted part or a
        /// number in brackets instead of a domain; `valid-eai` has letters beyond ASCII before the @. The delivered value
        /// counts: nothing is repaired in silence. Everything else is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the mailbox exists. No server is asked.
    }
    de {
        /// Ist die E-Mail-Adresse wohlgeformt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Schreibweise ihrer E-Mail-Adressen, so wie sie geliefert wurden.
        ///
        /// ## Warum es zählt
        /// Daten müssen richtig sein. Eine Liste mit vielen beschädigten Adressen wurde ohne Sorgfalt zusammengestellt,
        /// und die nächste Spalte kann ebenso beschädigt sein.
        ///
        /// ## Wie entschieden wird
        /// Nach den Regeln für Adressen in RFC 5321 und RFC 6531. `placeholder` ist ein Fehlerwert der
        /// Tabellenkalkulation, eine Webadresse oder eine Telefonnummer; `repairable` ein Wert, aus dem eine
        /// offensichtliche Umschreibung eine Adresse macht: ein Leerzeichen oder Semikolon am Ende, `mailto:`, ein Name
        /// vor spitzen Klammern. `valid-unusual` hat einen Teil in Anführungszeichen oder statt einer Domain eine Zahl in
        /// Klammern, `valid-eai` vor dem @ Buchstaben jenseits von ASCII. Es zählt der gelieferte Wert: Nichts wird
        /// stillschweigend berichtigt. Alles andere ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob es das Postfach gibt. Kein Server wird gefragt.
    }
    "mail-syntax" {
        rev: 2,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &["placeholder", "repairable", "valid-unusual", "valid-eai", "valid", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["#NV", "", ""],
                    &["Anna Muster <anna@firma-beispiel.de>", "", ""],
                    &["\"anna muster\"@firma-beispiel.de", "", ""],
                    &["jürgen@firma-beispiel.de", "", ""],
                    &["anna@firma-beispiel.de", "", ""],
                    &["anna[at]firma-beispiel.de", "", ""],
                    &["keine Angabe", "", ""],
                ],
                &["placeholder", "repairable", "valid-unusual", "valid-eai", "valid", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["anna@firma-beispiel.de", "", "anna@gmx.de "],
                    &["anna@firma-beispiel.de", "anna@@gmx.de", ""],
                    &["+49 30 123456", "", ""],
                ],
                &["repairable", "valid", "placeholder"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::mail::{Syntax, of_cells};
    batch.worst(CHECK.columns, Syntax::Blank as u8, |cells| {
        of_cells(batch, cells)
            .iter()
            .map(|mail| mail.syntax as u8)
            .collect()
    })
}
