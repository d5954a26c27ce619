crate::check! {
    en {
        /// Are there signs that the contact is a sole trader?
        ///
        /// ## What is sorted
        /// Every row, by its company, its person and the domains of its e-mail addresses.
        ///
        /// ## Why it matters
        /// A sole trader is a natural person. Data of the business are then personal data, and in several countries a
        /// message needs the consent that a company's would not. Such contacts are to be kept apart, not dropped.
        ///
        /// ## How it is decided
        /// The legal form decides, from its own column or as a word of the company's name. One of a person is `trader`
        /// (e.K., EI, eenmanszaak, JDG, ditta individuale …); any other is `no-sign`, however the company is called: a
        /// GmbH that bears its founder's name is a company. A partnership is `no-sign` too; what it is,
        /// `subscriber-kind` leaves open.
        ///
        /// Without a form, one of these is enough: the company's name or the mail domain bears the person's surname;
        /// the company's name is made like a person's, of a first name and a surname; it is a word of a liberal
        /// profession and a surname (Praxis, Kanzlei, Cabinet, Studio); the company's contact is a mailbox at a
        /// provider for everyone. Addresses of authorities and schools are `no-sign`. A form or name that cannot be
        /// read is `illegible`.
        ///
        /// ## What it cannot see
        /// No register is asked. A company that leaves out its form and is called like its owner looks like a sole
        /// trader; a sole trader under an invented name shows no sign.
    }
    de {
        /// Deutet etwas auf einen Einzelunternehmer hin?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach Unternehmen, Person und den Domains ihrer E-Mail-Adressen.
        ///
        /// ## Warum es zählt
        /// Ein Einzelunternehmer ist eine natürliche Person. Die Daten des Betriebs sind dann personenbezogen, und in
        /// mehreren Ländern braucht eine Nachricht die Einwilligung, die sie bei einer Gesellschaft nicht bräuchte.
        /// Solche Kontakte sind getrennt zu halten, nicht zu verwerfen.
        ///
        /// ## Wie entschieden wird
        /// Die Rechtsform entscheidet, aus eigener Spalte oder als Wort im Firmennamen. Die einer Person ist `trader`
        /// (e.K., EI, eenmanszaak, JDG, ditta individuale …), jede andere `no-sign`, wie die Firma auch heißt: Eine
        /// GmbH mit dem Namen ihres Gründers ist eine Gesellschaft. Auch eine Personengesellschaft ist `no-sign`; was
        /// sie ist, lässt `subscriber-kind` offen.
        ///
        /// Ohne Rechtsform genügt eines davon: Firmenname oder Mail-Domain tragen den Nachnamen der Person; der
        /// Firmenname ist gebaut wie der eines Menschen, aus Vor- und Nachname; er besteht aus dem Wort eines freien
        /// Berufs und einem Nachnamen (Praxis, Kanzlei, Cabinet, Studio); die Firma ist über ein Postfach bei einem
        /// Anbieter für jedermann zu erreichen. Adressen von Behörden und Schulen sind `no-sign`. Eine Form oder ein
        /// Name, der sich nicht lesen lässt, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Kein Register wird befragt. Eine Gesellschaft, die ihre Rechtsform weglässt und wie ihr Inhaber heißt,
        /// sieht wie ein Einzelunternehmer aus; ein Einzelunternehmer mit Fantasienamen zeigt kein Zeichen.
    }
    "mail-trader" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::CompanyLegalForm, Column::CompanyName, Column::FullName, Column::FirstName, Column::LastName,
            Column::Email, Column::Country,
        ],
        bins: &["trader", "no-sign", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["e.K.", "Blumen Lindmoor", "", "", "", "", "DE"],
                    &["", "Firma Beispiel GmbH", "", "", "", "", "DE"],
                    &["", "#REF!", "", "", "", "", "DE"],
                    &["", "", "", "", "", "", "DE"],
                ],
                &["trader", "no-sign", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["", "Lindmoor e. K.", "", "", "", "", "DE"],
                    &["eenmanszaak", "Nordwerk", "", "", "", "", "NL"],
                    &["", "Malerbetrieb Grünwald", "", "Anna", "Grünwald", "", "DE"],
                    &["", "", "Anna Grünwald", "", "", "info@gruenwald-beispiel.de", "DE"],
                    &["", "Anna Grünwald", "", "", "", "", "DE"],
                    &["", "Kanzlei Grünwald", "", "", "", "", "DE"],
                    &["", "Nordwerk", "", "", "", "info@gmx.de", "DE"],
                    &["", "Grünwald GmbH", "", "Anna", "Grünwald", "info@gruenwald-beispiel.de", "DE"],
                    &["GmbH", "Anna Grünwald", "", "Anna", "Grünwald", "grunwald.beispiel@gmx.de", "DE"],
                    &["", "Robert Lindmoor AG", "", "Robert", "Lindmoor", "robert.lindmoor@lindmoor-beispiel.de", "DE"],
                    &["", "Grünwald GbR", "", "Anna", "Grünwald", "", "DE"],
                    &["", "Gemeinde Lindmoor", "", "Anna", "Lindmoor", "", "DE"],
                    &["", "", "Anna Grünwald", "", "", "anna.gruenwald@bund.de", "DE"],
                    &["", "Praxis am Park", "", "", "", "", "DE"],
                    &["", "Kanzlei Grünwald & Partner", "", "", "", "", "DE"],
                    &["", "Haus der Technik", "", "Anna", "van der Lindmoor", "", "DE"],
                    &["", "", "Anna Grünwald", "", "", "grunwald.beispiel@gmx.de", "DE"],
                    &["", "", "", "", "", "not an address", "DE"],
                    &["n/a", "-", "", "", "", "", ""],
                ],
                &["trader", "trader", "trader", "trader", "trader", "trader", "trader", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "no-sign", "blank"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::subscriber::{self, Subscriber};
    let bin = |subscriber: &Subscriber| match subscriber {
        Subscriber::SoleTrader => 0,
        Subscriber::Unclear | Subscriber::PublicBody | Subscriber::Company => 1,
        Subscriber::Illegible => 2,
        Subscriber::Blank => 3,
    };
    subscriber::of_rows(batch).iter().map(bin).collect()
}
