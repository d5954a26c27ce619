crate::check! {
    en {
        /// Is the row on a suppression list?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses and telephone numbers against the suppression lists of the buyer and the
        /// vendor.
        ///
        /// ## Why it matters
        /// Whoever has objected to advertising must not be written to again (GDPR Art. 21(3)). Objections are kept in
        /// suppression lists, for a deleted row comes back with the next delivery. That is why the comparison comes
        /// before the first message.
        ///
        /// ## How it is decided
        /// Addresses are compared in lower case and without a `+tag`; a domain on a list covers every address under it;
        /// telephone numbers are compared with their country code, numbers without one being read in the row's country.
        /// The comparison errs towards withholding. A list may also hold hashes of these forms, SHA-256 or HMAC-SHA256
        /// in hexadecimal digits, if the dossier names their `key`. A match with a list of the buyer's is
        /// `on-buyer-list`, with one of the vendor's `on-vendor-list`; the worse counts.
        ///
        /// `clear` was compared without a match. `no-list` means that there is no list at all. A cell that holds
        /// something but nothing to compare is `illegible`; a row without address and number is `blank`.
        ///
        /// ## What it cannot see
        /// A person who objected under another address or number. Postal addresses and network accounts are not
        /// compared.
    }
    de {
        /// Steht die Zeile auf einer Sperrliste?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen und Telefonnummern, gegen die Sperrlisten von Käufer und Anbieter.
        ///
        /// ## Warum es zählt
        /// Wer der Werbung widersprochen hat, darf nicht noch einmal angeschrieben werden (DSGVO Art. 21 Abs. 3).
        /// Widersprüche stehen in Sperrlisten, denn eine gelöschte Zeile kommt mit der nächsten Lieferung zurück.
        /// Deshalb wird vor der ersten Nachricht verglichen.
        ///
        /// ## Wie entschieden wird
        /// Adressen werden klein geschrieben und ohne `+tag` verglichen; eine Domain auf einer Liste gilt für jede
        /// Adresse unter ihr; Telefonnummern werden mit Landesvorwahl verglichen, solche ohne Vorwahl im Land der Zeile
        /// gelesen. Im Zweifel wird gesperrt. Eine Liste darf statt dieser Formen ihre Hashwerte enthalten, SHA-256 oder
        /// HMAC-SHA256 in Hexadezimalziffern, wenn das Dossier den `key` dazu nennt. Ein Treffer auf einer Liste des
        /// Käufers ist `on-buyer-list`, auf einer des Anbieters `on-vendor-list`; der schlechtere zählt.
        ///
        /// `clear` wurde verglichen und nicht gefunden. `no-list` heißt, dass es gar keine Liste gibt. Eine Zelle, in
        /// der etwas steht, aber nichts Vergleichbares, ist `illegible`; eine Zeile ohne Adresse und Nummer ist
        /// `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Eine Person, die unter anderer Adresse oder Nummer widersprochen hat. Postanschriften und Netzwerkkonten
        /// werden nicht verglichen.
    }
    "suppression-match" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::Email,
            Column::Phone,
            Column::Country,
            Column::EmailWork,
            Column::EmailPersonal,
            Column::PhoneDirect,
            Column::PhoneMobile,
            Column::PhoneHome,
            Column::CompanyPhone,
        ],
        bins: &["on-buyer-list", "on-vendor-list", "no-list", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Anna.Muster+messe@firma-beispiel.de", "", "", "", ""],
                    &["x@post.werbefrei-beispiel.de"],
                    &["", "030 23125123", "DE"],
                    &["ben@firma-beispiel.de", "+49 30 23125124", "DE"],
                    &["", "030 23125123"],
                    &["ben"],
                    &["-", ""],
                    &["ben@firma-beispiel.de", "", "", "", "anna.muster@firma-beispiel.de"],
                ],
                &[
                    "on-buyer-list",
                    "on-vendor-list",
                    "on-buyer-list",
                    "clear",
                    "illegible",
                    "illegible",
                    "blank",
                    "on-buyer-list",
                ],
            )
            .with("", r#"
                [buyer]
                suppress = [
                  "anna.muster@firma-beispiel.de",
                  "+49 30 23125123",
                  { path = "werbefrei-beispiel.de", owner = "vendor" },
                ]
            "#),
            Example::rows(&[&["ben@firma-beispiel.de"], &["ben"], &[""]], &["no-list", "no-list", "blank"]),
            // a list of addresses says nothing of a number
            Example::rows(
                &[&["ben", "+49 30 23125124", "DE"], &["", "+49 30 23125124", "DE"]],
                &["illegible", "clear"],
            )
            .with("", "buyer.suppress = [\"anna.muster@firma-beispiel.de\"]"),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let lists = &batch.plan.suppression;
    crate::data::suppression::of_rows(batch)
        .iter()
        .map(|found| lists.suppressed(*found) as u8)
        .collect()
}
