crate::check! {
    en {
        /// Does the row concern a natural person?
        ///
        /// ## What is sorted
        /// Every row, by the most personal thing that it says about its contact.
        ///
        /// ## Why it matters
        /// Data protection law protects natural persons, also at work. Rows about a company alone, with a switchboard and
        /// a function mailbox, mostly fall outside; rows with a name do not.
        ///
        /// ## How it is decided
        /// `natural-person` if the row has a name, a mailbox of a person or a private mailbox, or a number that leads to
        /// one person: direct line, mobile or private number, or an account on a network. Without these it is
        /// `sole-trader` if `subscriber-kind` says so, and `company-only` if a company, its function mailbox, its switchboard
        /// or its address is all there is. `illegible` if something stands in these columns and nothing of it can be
        /// read; `blank` if nothing stands there.
        ///
        /// ## What it cannot see
        /// Whether a name is that of a person who lives. Whether a company has one owner, whom data about the company
        /// then describe as well.
    }
    de {
        /// Betrifft die Zeile eine natürliche Person?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Persönlichsten, das sie über ihren Kontakt sagt.
        ///
        /// ## Warum es zählt
        /// Das Datenschutzrecht schützt natürliche Personen, auch bei der Arbeit. Zeilen allein über ein Unternehmen, mit
        /// Zentrale und Funktionspostfach, fallen meist nicht darunter, Zeilen mit einem Namen schon.
        ///
        /// ## Wie entschieden wird
        /// `natural-person`, wenn die Zeile einen Namen hat, das Postfach einer Person oder ein privates, oder eine Nummer,
        /// die zu einem einzelnen Menschen führt: Durchwahl, Mobil- oder Privatnummer, oder ein Konto in einem Netzwerk.
        /// Ohne dies ist sie `sole-trader`, wenn `subscriber-kind` das sagt, und `company-only`, wenn ein Unternehmen, sein
        /// Funktionspostfach, seine Zentrale oder seine Anschrift alles ist. `illegible`, wenn in diesen Spalten etwas
        /// steht und nichts davon lesbar ist; `blank`, wenn dort nichts steht.
        ///
        /// ## Was er nicht sehen kann
        /// Ob ein Name zu einem lebenden Menschen gehört. Ob ein Unternehmen einen einzigen Inhaber hat, den Angaben über
        /// das Unternehmen dann mit beschreiben.
    }
    "person-data" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::FullName, Column::FirstName, Column::LastName, Column::Email, Column::Phone, Column::PhoneDirect,
            Column::PhoneMobile, Column::CompanyPhone, Column::LinkedinUrl, Column::CompanyName,
            Column::CompanyLegalForm, Column::CompanyStreet, Column::Country,
        ],
        bins: &["natural-person", "sole-trader", "company-only", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Anna Muster", "", "", "", "", "", "", "", "", "", "", "", "DE"],
                    &["", "", "", "info@firma-beispiel.de", "", "", "", "", "", "Blumen Muster", "e.K.", "", "DE"],
                    &["", "", "", "info@firma-beispiel.de", "030 23125123", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "#NV", "", "", "", "", "", "", "", "", "DE"],
                    &["", "", "", "", "", "", "", "", "", "", "", "", "DE"],
                ],
                &["natural-person", "sole-trader", "company-only", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["", "", "", "anna@firma-beispiel.de", "", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "info@gmx.de", "", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "info@firma-beispiel.de;", "", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "anna@firma-beispiel.de;", "", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "", "", "030 23125123", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "", "0171 3920012", "", "", "", "", "Firma Beispiel GmbH", "", "", "DE"],
                    &["", "", "", "", "", "", "", "030 23125123", "", "", "", "", "DE"],
                    &["", "", "", "", "", "", "", "", "https://www.linkedin.com/in/anna-muster-1", "", "", "", "DE"],
                ],
                &[
                    "natural-person", "natural-person", "company-only", "natural-person", "natural-person",
                    "natural-person", "company-only", "natural-person",
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
    use crate::data::blank::is_blank;
    use crate::data::mail::{self, Mailbox, Syntax};
    use crate::data::names::Names;
    use crate::data::phone::{self, Line};
    use crate::data::subscriber::{self, Subscriber};

    let (natural, trader, company, illegible, blank) = (0, 1, 2, 3, 4);
    let names = Names::of(batch);
    let mut out: Vec<u8> = (0..batch.rows())
        .map(|row| if names.is_named(row) { natural } else { blank })
        .collect();
    for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
        for (o, mail) in out.iter_mut().zip(mail::of_cells(batch, &cells).iter()) {
            *o = (*o).min(match mail.mailbox {
                Mailbox::Blank => blank,
                Mailbox::Illegible if mail.almost_function => illegible,
                Mailbox::Illegible if mail.syntax == Syntax::Repairable => natural,
                Mailbox::Illegible => illegible,
                _ if mail.domain.class.is_consumer() => natural,
                Mailbox::Named | Mailbox::Opaque => natural,
                _ => company,
            });
        }
    }
    for (column, own) in [
        (Column::Phone, false),
        (Column::CompanyPhone, false),
        (Column::PhoneDirect, true),
        (Column::PhoneMobile, true),
        (Column::PhoneHome, true),
    ] {
        for cells in batch.cells(column) {
            for (o, phone) in out.iter_mut().zip(phone::of_cells(batch, &cells).iter()) {
                *o = (*o).min(match phone.line {
                    Line::Blank => blank,
                    Line::Illegible => illegible,
                    Line::Mobile => natural,
                    _ if own => natural,
                    _ => company,
                });
            }
        }
    }
    for (o, account) in out.iter_mut().zip(batch.bins("social-account").iter()) {
        *o = (*o).min(match account {
            0 => natural,
            1 => illegible,
            _ => blank,
        });
    }
    for (o, subscriber) in out.iter_mut().zip(subscriber::of_rows(batch).iter()) {
        *o = (*o).min(match subscriber {
            Subscriber::SoleTrader => trader,
            Subscriber::Illegible => illegible,
            _ => blank,
        });
    }
    for column in [
        Column::CompanyName,
        Column::CompanyStreet,
        Column::CompanyDomain,
        Column::CompanyWebsite,
    ] {
        for cells in batch.cells(column) {
            for (o, text) in out.iter_mut().zip(cells.iter()) {
                if *o > company && !is_blank(text) && !text.starts_with('#') {
                    *o = company;
                }
            }
        }
    }
    out
}
