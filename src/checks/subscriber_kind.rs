crate::check! {
    en {
        /// Is the contact a company or a sole trader?
        ///
        /// ## What is sorted
        /// Every row, by who holds the e-mail account and the telephone line.
        ///
        /// ## Why it matters
        /// In several countries a company may be written to under easier rules than a person. A sole trader is a person.
        /// Where the row does not tell, the stricter rule counts.
        ///
        /// ## How it is decided
        /// By the legal form, from its own column or as a word of the company's name (GmbH, Ltd, SAS; e.K., EI,
        /// eenmanszaak …), read in the row's country where a form means two things. A partnership of persons is `unclear`,
        /// since countries differ. Without a legal form, an address of a state body or a school makes a `public-body`, and
        /// these are signs of a sole trader: the company's name or the mail domain carries the person's surname; the
        /// company's name is made like a person's, or is a practice, chambers or studio with a surname; the company
        /// writes from a private mailbox. Otherwise the row is `unclear`. `illegible` is a name or form that cannot be
        /// read, such as a number or a spreadsheet error.
        ///
        /// ## What it cannot see
        /// No register is asked. A company that leaves its form out looks like a sole trader if it bears its owner's name.
    }
    de {
        /// Steht hinter dem Kontakt ein Unternehmen oder ein Einzelunternehmer?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, danach, wem Mailkonto und Telefonanschluss gehören.
        ///
        /// ## Warum es zählt
        /// In mehreren Ländern gelten für Nachrichten an Unternehmen mildere Regeln als für solche an Personen. Ein
        /// Einzelunternehmer ist eine Person. Verrät die Zeile es nicht, gilt die strengere Regel.
        ///
        /// ## Wie entschieden wird
        /// Nach der Rechtsform, aus eigener Spalte oder als Wort im Firmennamen (GmbH, Ltd, SAS; e.K., EI, eenmanszaak …),
        /// gelesen im Land der Zeile, wo eine Form zweierlei heißt. Eine Personengesellschaft ist `unclear`, weil die
        /// Länder sie verschieden behandeln. Ohne Rechtsform macht die Adresse einer staatlichen Stelle oder Schule eine
        /// `public-body`, und dies sind Zeichen für Einzelunternehmer: Firmenname oder Mail-Domain tragen den Nachnamen der
        /// Person; der Firmenname ist gebaut wie der eines Menschen oder nennt Praxis, Kanzlei oder Studio mit einem
        /// Nachnamen; die Firma schreibt von einem privaten Postfach. Sonst ist die Zeile `unclear`. `illegible` ist ein
        /// Name oder eine Form, die sich nicht lesen lässt, etwa eine Zahl oder ein Fehlerwert.
        ///
        /// ## Was er nicht sehen kann
        /// Kein Register wird befragt. Eine Firma, die ihre Rechtsform weglässt und den Namen des Inhabers trägt, sieht wie
        /// ein Einzelunternehmer aus.
    }
    "subscriber-kind" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::CompanyLegalForm, Column::CompanyName, Column::FullName, Column::FirstName, Column::LastName,
            Column::Email, Column::Country,
        ],
        bins: &["sole-trader", "unclear", "public-body", "company", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["e.K.", "Blumen Muster", "", "", "", "", "DE"],
                    &["", "Firma Beispiel", "", "", "", "", "DE"],
                    &["", "", "", "", "", "anna@bund.de", "DE"],
                    &["", "Firma Beispiel GmbH", "", "", "", "", "DE"],
                    &["#REF!", "", "", "", "", "", "DE"],
                    &["", "", "", "", "", "", "DE"],
                ],
                &["sole-trader", "unclear", "public-body", "company", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["", "Malerbetrieb Grünwald", "", "Anna", "Grünwald", "", "DE"],
                    &["", "Grünwald GmbH", "", "Anna", "Grünwald", "", "DE"],
                    &["", "Firma Beispiel", "", "", "", "info@gmx.de", "DE"],
                    &["", "", "Anna Grünwald", "", "", "info@gruenwald-beispiel.de", "DE"],
                    &["", "Anna Grünwald", "", "", "", "", "DE"],
                    &["", "Praxis am Park", "", "", "", "", "DE"],
                    &["", "Jean Exemple EI", "", "", "", "", "FR"],
                    &["", "Muster GbR", "", "", "", "", "DE"],
                ],
                &[
                    "sole-trader", "company", "sole-trader", "sole-trader", "sole-trader", "unclear", "sole-trader",
                    "unclear",
                ],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::subscriber::of_rows(batch)
        .iter()
        .map(|s| *s as u8)
        .collect()
}
