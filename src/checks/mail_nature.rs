crate::check! {
    en {
        /// Is the e-mail address private or professional?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses. If a row has several, the first bin that occurs counts.
        ///
        /// ## Why it matters
        /// Whether an address concerns a person, and in which part of life, decides which rules govern a message to it. A
        /// work address with a name in it is personal data too.
        ///
        /// ## How it is decided
        /// From `mail-syntax`, `mail-domain`, `mail-box` and `subscriber-kind`; the first line that fits: `unusable` if the
        /// address is not well formed as delivered, or its domain is reserved, does not exist or is a number in brackets;
        /// `personal` at providers for everyone, throw-away and relay services, and for students' mailboxes; a function
        /// mailbox of a sole trader is `professional-role-of-natural-person`, any other `professional-role`; everything
        /// else is `professional-named`. `illegible` is text that was damaged by a wrong character set.
        ///
        /// ## What it cannot see
        /// How an address is used. A private mailbox in a business row may be the trader's only one, and a company's
        /// address may be used privately.
    }
    de {
        /// Ist die E-Mail-Adresse privat oder beruflich?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen. Hat eine Zeile mehrere, zählt die zuerst genannte Klasse.
        ///
        /// ## Warum es zählt
        /// Ob eine Adresse eine Person betrifft und in welchem Teil ihres Lebens, bestimmt, welche Regeln für eine Nachricht
        /// gelten. Auch eine Dienstadresse mit Namen ist ein personenbezogenes Datum.
        ///
        /// ## Wie entschieden wird
        /// Aus `mail-syntax`, `mail-domain`, `mail-box` und `subscriber-kind`; es gilt die erste passende Zeile: `unusable`,
        /// wenn die Adresse so, wie sie geliefert wurde, nicht wohlgeformt ist oder ihre Domain reserviert ist, nicht
        /// besteht oder eine Zahl in Klammern ist; `personal` bei Anbietern für jedermann, Wegwerf- und
        /// Weiterleitungsdiensten und bei Postfächern von Studierenden; ein Funktionspostfach eines Einzelunternehmers ist
        /// `professional-role-of-natural-person`, jedes andere `professional-role`; alles Übrige ist
        /// `professional-named`. `illegible` ist Text, den ein falscher Zeichensatz zerstört hat.
        ///
        /// ## Was er nicht sehen kann
        /// Wie eine Adresse genutzt wird. Ein privates Postfach in einer Geschäftszeile kann das einzige des Händlers sein,
        /// und eine Firmenadresse kann privat genutzt werden.
    }
    "mail-nature" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName, Column::CompanyName, Column::CompanyLegalForm, Column::Country,
        ],
        bins: &[
            "personal", "professional-role-of-natural-person", "professional-named", "professional-role", "unusable",
            "illegible", "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["anna.muster@gmx.de", "", "", "", "", "", "", "", "DE"],
                    &["info@firma-beispiel.de", "", "", "", "", "", "Blumen Muster", "e.K.", "DE"],
                    &["anna.muster@firma-beispiel.de", "", "", "", "", "", "", "", "DE"],
                    &["info@firma-beispiel.de", "", "", "", "", "", "Firma Beispiel GmbH", "", "DE"],
                    &["anna@example.com", "", "", "", "", "", "", "", "DE"],
                    &["j\u{fffd}rgen@firma-beispiel.de", "", "", "", "", "", "", "", "DE"],
                    &["", "", "", "Anna Muster", "", "", "", "", "DE"],
                ],
                &[
                    "personal", "professional-role-of-natural-person", "professional-named", "professional-role",
                    "unusable", "illegible", "blank",
                ],
            ),
            Example::rows(
                &[
                    &["info@firma-beispiel.de", "", "muster@t-online.de", "", "", "", "", "", "DE"],
                    &["anna@stud.uni-beispiel.de", "", "", "", "", "", "", "", "DE"],
                    &["info@stud.uni-beispiel.de", "", "", "", "", "", "", "", "DE"],
                    &["anna@firma-beispiel.de ", "", "", "", "", "", "", "", "DE"],
                    &["anna@[192.0.2.1]", "", "", "", "", "", "", "", "DE"],
                    &["info@gruenwald-beispiel.de", "", "", "Anna Grünwald", "", "", "", "", "DE"],
                ],
                &[
                    "personal", "personal", "professional-role", "unusable", "unusable",
                    "professional-role-of-natural-person",
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
    use crate::data::mail::{COLUMNS, Mail, Nature, of_cells};
    use crate::data::subscriber::{self, Subscriber};
    let subscribers = subscriber::of_rows(batch);
    batch.worst(&COLUMNS, Nature::Blank as u8, |cells| {
        let bin = |(row, mail): (usize, &Mail)| {
            let trader = subscribers[row] == Subscriber::SoleTrader;
            mail.nature(cells.get(row), trader) as u8
        };
        of_cells(batch, cells).iter().enumerate().map(bin).collect()
    })
}
