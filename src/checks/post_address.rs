crate::check! {
    en {
        /// Is the postal address that of a company or a private one?
        ///
        /// ## What is sorted
        /// Every row, by its postal addresses. An address is there if a street is; postcode and town alone are none.
        ///
        /// ## Why it matters
        /// A private address has no place in a list of business contacts, and letters to private homes are subject to
        /// preference lists that letters to companies are not.
        ///
        /// ## How it is decided
        /// A street in the company's columns is `business`. A street in the row's own columns is `business` if it is the
        /// company's street, or if the row names a company and gives it no other street; it is `unclear` if the row gives
        /// its company another street, since it may be a branch or a home. In a row with a person and no company it is
        /// `private`; with neither, `unclear`. If both kinds stand in a row, the first bin that occurs counts. A street
        /// without letters, or a spreadsheet error, is `illegible`.
        ///
        /// ## What it cannot see
        /// Who lives there. The address of a sole trader is often a home, and is `business` here; `subscriber-kind` tells
        /// them apart.
    }
    de {
        /// Ist die Postanschrift die eines Unternehmens oder eine private?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Postanschriften. Eine Anschrift liegt vor, wenn eine Straße da ist; Postleitzahl und Ort
        /// allein sind keine.
        ///
        /// ## Warum es zählt
        /// Eine Privatanschrift gehört nicht in eine Liste von Geschäftskontakten, und für Briefe an Wohnungen gelten
        /// Sperrlisten, die Briefe an Unternehmen nicht betreffen.
        ///
        /// ## Wie entschieden wird
        /// Eine Straße in den Spalten des Unternehmens ist `business`. Eine Straße in den eigenen Spalten der Zeile ist
        /// `business`, wenn es die des Unternehmens ist oder wenn die Zeile ein Unternehmen nennt und ihm keine andere
        /// Straße gibt; sie ist `unclear`, wenn das Unternehmen eine andere hat, denn es kann eine Filiale oder eine
        /// Wohnung sein. In einer Zeile mit Person und ohne Unternehmen ist sie `private`, ohne beide `unclear`. Stehen beide
        /// Arten in einer Zeile, zählt die zuerst genannte Klasse. Eine Straße ohne Buchstaben oder ein Fehlerwert ist
        /// `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Wer dort wohnt. Die Anschrift eines Einzelunternehmers ist oft seine Wohnung und heißt hier `business`;
        /// `subscriber-kind` unterscheidet sie.
    }
    "post-address" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Street, Column::Postcode, Column::City, Column::CompanyStreet, Column::CompanyName,
            Column::FullName, Column::LastName,
        ],
        bins: &["private", "unclear", "business", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Musterweg 1", "12345", "Musterstadt", "", "", "Anna Muster", ""],
                    &["Musterweg 1", "12345", "Musterstadt", "Beispielstraße 2", "Firma Beispiel GmbH", "", ""],
                    &["", "", "", "Beispielstraße 2", "Firma Beispiel GmbH", "Anna Muster", ""],
                    &["#REF!", "12345", "Musterstadt", "", "", "", ""],
                    &["", "12345", "Musterstadt", "", "", "", ""],
                ],
                &["private", "unclear", "business", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["Beispielstr. 2", "", "", "", "Firma Beispiel GmbH", "Anna Muster", ""],
                    &["beispielstraße  2", "", "", "Beispielstraße 2", "Firma Beispiel GmbH", "", "Muster"],
                    &["Musterweg 1", "", "", "", "", "", ""],
                ],
                &["business", "business", "unclear"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::blank::{fold, is_blank};
    use crate::data::names::Names;

    let (private, unclear, business, illegible, blank) = (0, 1, 2, 3, 4);
    let names = Names::of(batch);
    let first = |column| batch.cells(column).first().copied();
    let company_street = first(Column::CompanyStreet);
    let companies: Vec<_> = [
        Column::CompanyName,
        Column::CompanyDomain,
        Column::CompanyWebsite,
        Column::CompanyRegistrationNo,
    ]
    .into_iter()
    .filter_map(first)
    .collect();
    let is_street = |text: &str| !text.starts_with('#') && text.chars().any(char::is_alphabetic);

    let mut out = vec![blank; batch.rows()];
    for cells in batch.cells(Column::CompanyStreet) {
        for (o, text) in out.iter_mut().zip(cells.iter()) {
            *o = (*o).min(match text {
                t if is_blank(t) => blank,
                t if is_street(t) => business,
                _ => illegible,
            });
        }
    }
    for cells in batch.cells(Column::Street) {
        for (row, (o, text)) in out.iter_mut().zip(cells.iter()).enumerate() {
            if is_blank(text) {
                continue;
            }
            let theirs = company_street.map_or("", |c| c.get(row));
            *o = (*o).min(if !is_street(text) {
                illegible
            } else if !is_blank(theirs) {
                match text == theirs || fold(text) == fold(theirs) {
                    true => business,
                    false => unclear,
                }
            } else if companies.iter().any(|c| !is_blank(c.get(row))) {
                business
            } else if names.is_named(row) {
                private
            } else {
                unclear
            });
        }
    }
    out
}
