crate::check! {
    en {
        /// Do the address and the name of a row belong together?
        ///
        /// ## What is sorted
        /// Every row, by the part of its addresses before the @ against the name that the row gives.
        ///
        /// ## Why it matters
        /// A row with one person's name and another's address misinforms about both (GDPR Art. 5(1)(d)). Many such rows are
        /// the mark of columns that slipped or of addresses made up by guess.
        ///
        /// ## How it is decided
        /// `matches` if a word of the name stands in the address in full, or if the address is put together from beginnings
        /// of the name's words: `anna.muster`, `amuster`, `annam`, `am85`. Letters beyond ASCII are tried in all usual
        /// spellings: ü as u and ue, ø as o and oe, Greek and Cyrillic names in Latin letters. `function` is a mailbox of a
        /// function or a number, which nobody's name needs to fit. `no-name-in-row` has nothing to compare; everything else
        /// is `other-person`, which single addresses bear as the flag `row_name_mismatch`. An address that is not well
        /// formed is `illegible`. Of several addresses the worst counts. In which way the address is made of the name is
        /// sorted by `mail-pattern`.
        ///
        /// ## What it cannot see
        /// Names that changed, and short names that are not the beginning of the full one: Bob for Robert.
    }
    de {
        /// Gehören Adresse und Name einer Zeile zusammen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Teil ihrer Adressen vor dem @ im Vergleich mit dem Namen, den die Zeile nennt.
        ///
        /// ## Warum es zählt
        /// Eine Zeile mit dem Namen der einen und der Adresse einer anderen Person gibt über beide falsch Auskunft (DSGVO
        /// Art. 5 Abs. 1 lit. d). Viele solche Zeilen deuten auf verrutschte Spalten oder erratene Adressen.
        ///
        /// ## Wie entschieden wird
        /// `matches`, wenn ein Wort des Namens ganz in der Adresse steht, oder wenn sie aus Anfängen der Namensteile
        /// zusammengesetzt ist: `anna.muster`, `amuster`, `annam`, `am85`. Buchstaben jenseits von ASCII werden in allen
        /// üblichen Schreibweisen versucht: ü als u und ue, ø als o und oe, griechische und kyrillische Namen in
        /// lateinischer Schrift. `function` ist ein Funktionspostfach oder eine Nummer, zu der kein Name passen muss. Bei
        /// `no-name-in-row` gibt es nichts zu vergleichen; alles Übrige ist `other-person`, an der einzelnen Adresse das
        /// Merkmal `row_name_mismatch`. Eine nicht wohlgeformte Adresse ist `illegible`. Von mehreren Adressen zählt die
        /// schlechteste. Auf welche Weise die Adresse aus dem Namen gemacht ist, sortiert `mail-pattern`.
        ///
        /// ## Was er nicht sehen kann
        /// Geänderte Namen, und Kurzformen, die nicht der Anfang des vollen Namens sind: Bob für Robert.
    }
    "mail-name" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName,
        ],
        bins: &["other-person", "no-name-in-row", "function", "matches", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["b.kraus@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["anna.muster@firma-beispiel.de", "", "", "", "", ""],
                    &["info@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["u1234567@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["a.muster@firma-beispiel.de", "", "", "", "Anna", "Muster"],
                    &["joerg.muellner@gmx.de", "", "", "Jörg Müllner", "", ""],
                    &["post@firma-beispiel.de", "", "", "Jan Post", "", ""],
                    &["anna.muster", "", "", "Anna Muster", "", ""],
                    &["", "n/a", "", "Anna Muster", "", ""],
                    &["a.muster@firma-beispiel.de", "", "kraus@gmx.de", "Anna Muster", "", ""],
                    &["a.muster@firma-beispiel.de", "", "", "n/a", "", ""],
                    &["max.mustermann@firma-beispiel.de", "", "", "Anna Lind", "", ""],
                ],
                &[
                    "other-person", "no-name-in-row", "function", "function", "matches", "matches", "matches",
                    "illegible", "blank", "other-person", "no-name-in-row", "other-person",
                ],
            ),
            Example::rows(&[&["anna.muster@firma-beispiel.de"], &[""]], &["no-name-in-row", "blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::mail_name::{Fit, of_cells};
    batch.worst(&crate::data::mail::COLUMNS, Fit::Blank as u8, |cells| {
        of_cells(batch, cells)
            .iter()
            .map(|made| made.fit as u8)
            .collect()
    })
}
