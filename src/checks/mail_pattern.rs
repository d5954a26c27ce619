crate::check! {
    en {
        /// In which way is the address made of the person's name?
        ///
        /// ## What is sorted
        /// Every row, by the part of its addresses before the @ against the name that the row gives. Of several
        /// addresses the first bin that occurs counts.
        ///
        /// ## Why it matters
        /// Companies have a habit each: `anna.muster@` here, `amuster@` there. If all addresses of a list are made in
        /// one way, over many companies, a program made them. `generated-addresses` says whether that is so.
        ///
        /// ## How it is decided
        /// First names and surname come from their columns, or from the full name: its last word is the surname, with
        /// particles such as von before it, or what stands before a comma. Then the first pattern that fits:
        /// `first.last`; `f.last`, also with two initials; `flast`; `first`; `last`; `firstl`; `last.first`;
        /// `initials`. Dot, hyphen and underscore are one separator; a number at the end and a tag do not count;
        /// letters beyond ASCII are tried in all usual spellings.
        ///
        /// An address that is made of the name in another way is `other`, one that does not fit the name
        /// `other-person`. Mailboxes of functions and numbers are `function`; without a name in the row it is
        /// `no-name`. A value that is no address is `illegible`.
        ///
        /// ## What it cannot see
        /// Which word is the first name if the columns were exchanged, and whether the mailbox exists.
    }
    de {
        /// Auf welche Weise ist die Adresse aus dem Namen der Person gemacht?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Teil ihrer Adressen vor dem @ im Vergleich mit dem Namen, den die Zeile nennt. Von
        /// mehreren Adressen zählt die Klasse, die zuerst genannt ist.
        ///
        /// ## Warum es zählt
        /// Unternehmen haben ihre Gewohnheiten: hier `anna.muster@`, dort `amuster@`. Sind alle Adressen einer Liste
        /// auf eine Weise gemacht, über viele Unternehmen hinweg, dann hat sie ein Programm gemacht. Ob es so ist,
        /// sagt `generated-addresses`.
        ///
        /// ## Wie entschieden wird
        /// Vornamen und Nachname stehen in ihren Spalten oder kommen aus dem vollen Namen: Sein letztes Wort ist der
        /// Nachname, mit Zusätzen wie von davor, oder was vor einem Komma steht. Dann gilt das erste passende Muster:
        /// `first.last`; `f.last`, auch mit zwei Anfangsbuchstaben; `flast`; `first`; `last`; `firstl`; `last.first`;
        /// `initials`. Punkt, Bindestrich und Unterstrich sind ein Trenner; eine Zahl am Ende und eine Markierung
        /// zählen nicht; Buchstaben jenseits von ASCII werden in allen üblichen Schreibweisen versucht.
        ///
        /// Eine anders aus dem Namen gemachte Adresse ist `other`, eine, die nicht zum Namen passt, `other-person`.
        /// Funktionspostfächer und Nummern sind `function`; ohne Namen in der Zeile ist es `no-name`. Ein Wert, der
        /// keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Welches Wort der Vorname ist, wenn die Spalten vertauscht wurden, und ob es das Postfach gibt.
    }
    "mail-pattern" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName,
        ],
        bins: &[
            "first.last", "f.last", "flast", "first", "last", "firstl", "last.first", "initials", "other",
            "other-person", "function", "no-name", "illegible", "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["anna.muster@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["a.muster@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["amuster@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["anna@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["muster@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["annam@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["muster.anna@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["am@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["annamuster@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["b.kraus@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["info@firma-beispiel.de", "", "", "Anna Muster", "", ""],
                    &["anna.muster@firma-beispiel.de", "", "", "", "", ""],
                    &["anna.muster", "", "", "Anna Muster", "", ""],
                    &["", "n/a", "", "Anna Muster", "", ""],
                ],
                &["first.last", "f.last", "flast", "first", "last", "firstl", "last.first", "initials", "other", "other-person", "function", "no-name", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["Anna-Muster2+x@firma-beispiel.de", "", "", "", "Anna", "Muster"],
                    &["joerg.muellner@firma-beispiel.de", "", "", "", "Jörg", "Müllner"],
                    &["anna.muster@firma-beispiel.de", "", "", "Muster, Anna", "", ""],
                    &["anna.vongruenwald@firma-beispiel.de", "", "", "Dr. Anna von Grünwald", "", ""],
                    &["anna.gruenwald@firma-beispiel.de", "", "", "Anna von Grünwald MBA", "", ""],
                    &["jp.lind@firma-beispiel.de", "", "", "", "Jean-Pierre", "Lind"],
                    &["a.muster@firma-beispiel.de", "", "", "A. Muster", "", ""],
                    &["muster.anna@firma-beispiel.de", "", "", "", "Muster", "Anna"],
                    &["info@firma-beispiel.de", "", "anna@gmx.de", "", "Anna", "Muster"],
                    &["post@firma-beispiel.de", "", "", "Jan Post", "", ""],
                ],
                &["first.last", "first.last", "first.last", "first.last", "first.last", "f.last", "f.last", "first.last", "first", "last"],
            ),
            Example::rows(&[&["anna.muster@firma-beispiel.de"], &[""]], &["no-name", "blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::mail_name::{Pattern, of_cells};
    batch.worst(&crate::data::mail::COLUMNS, Pattern::Blank as u8, |cells| {
        of_cells(batch, cells)
            .iter()
            .map(|made| made.pattern as u8)
            .collect()
    })
}
