crate::check! {
    en {
        /// Is a row back that was removed from an earlier delivery?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses, telephone numbers and the vendor's own number for it, against the rows
        /// that were taken out of earlier deliveries.
        ///
        /// ## Why it matters
        /// Whoever is erased or has objected must stay so, GDPR Art. 17(1) and 21(3), and a vendor who hears of it must
        /// pass it on, Art. 19. A row that was only deleted comes back with the next harvest: the vendor keeps no list
        /// of those who said no.
        ///
        /// ## How it is decided
        /// You name the list under `suppress` in your dossier, with `owner = "earlier-removals"`: one address, domain,
        /// telephone number or record number per line, or their hashes with a `key`. Rows are compared as with
        /// suppression lists. A row found there has `reappeared`; one compared without a match is `new-or-kept`.
        /// Without such a list every row is `no-earlier-delivery`.
        ///
        /// A row that has nothing in common with what the list holds (only record numbers there, none here) is
        /// `illegible`; a row without address and number of any kind is blank.
        ///
        /// ## What it cannot see
        /// Removals that you did not keep, and people who come back under another address.
    }
    de {
        /// Ist eine Zeile wieder da, die aus einer früheren Lieferung entfernt wurde?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen, Telefonnummern und der Satznummer des Anbieters, verglichen mit den
        /// Zeilen, die aus früheren Lieferungen herausgenommen wurden.
        ///
        /// ## Warum es zählt
        /// Wer gelöscht ist oder widersprochen hat, muss es bleiben, DSGVO Art. 17 Abs. 1 und Art. 21 Abs. 3, und ein
        /// Anbieter, der davon erfährt, muss es weitergeben, Art. 19. Eine Zeile, die nur gelöscht wurde, kommt mit der
        /// nächsten Erhebung zurück: Der Anbieter führt keine Liste derer, die Nein gesagt haben.
        ///
        /// ## Wie entschieden wird
        /// Die Liste nennt der Käufer unter `suppress` in seinem Dossier, mit `owner = "earlier-removals"`: je Zeile
        /// eine Adresse, Domain, Telefonnummer oder Satznummer, oder deren Hashwerte mit einem `key`. Verglichen wird
        /// wie mit Sperrlisten. Eine dort gefundene Zeile ist `reappeared`, eine verglichene ohne Treffer
        /// `new-or-kept`. Ohne solche Liste ist jede Zeile `no-earlier-delivery`.
        ///
        /// Eine Zeile, die mit dem Inhalt der Liste nichts gemein hat (dort nur Satznummern, hier keine), ist
        /// `illegible`; eine Zeile ohne Adresse und ohne jede Nummer gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Löschungen, die der Käufer nicht festgehalten hat, und Menschen, die unter anderer Adresse wiederkehren.
    }
    "reappearance" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Email,
            Column::Phone,
            Column::RecordId,
            Column::Country,
            Column::EmailWork,
            Column::EmailPersonal,
            Column::PhoneDirect,
            Column::PhoneMobile,
            Column::PhoneHome,
            Column::CompanyPhone,
        ],
        bins: &["reappeared", "no-earlier-delivery", "new-or-kept", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["ben@firma-beispiel.de", "", ""], &["ben", "", ""], &["", "", "17"], &["", "n/a", ""]],
                &["no-earlier-delivery", "no-earlier-delivery", "no-earlier-delivery", "blank"],
            ),
            Example::rows(
                &[
                    &["Anna.Muster+messe@firma-beispiel.de", "", "", ""],
                    &["x@post.werbefrei-beispiel.de", "", "", ""],
                    &["", "030 23125123", "", "DE"],
                    &["ben@firma-beispiel.de", "", "md-00017", ""],
                    &["ben@firma-beispiel.de", "", "MD-00018", ""],
                    // on a suppression list, which is another matter
                    &["carl@firma-beispiel.de", "", "", ""],
                    &["ben", "", "", ""],
                    &["", "030 23125124", "", ""],
                    &["", "", "MD-00018", ""],
                    &["", "", "", "DE"],
                ],
                &[
                    "reappeared",
                    "reappeared",
                    "reappeared",
                    "reappeared",
                    "new-or-kept",
                    "new-or-kept",
                    "illegible",
                    "illegible",
                    "new-or-kept",
                    "blank",
                ],
            )
            .with("", r#"
                [buyer]
                suppress = [
                  { path = "anna.muster@firma-beispiel.de", owner = "earlier-removals" },
                  { path = "werbefrei-beispiel.de", owner = "earlier-removals" },
                  { path = "+49 30 23125123", owner = "earlier-removals", date = 2026-06-30 },
                  { path = "MD-00017", owner = "earlier-removals" },
                  "carl@firma-beispiel.de",
                ]
            "#),
            // nothing but record numbers: a row without one cannot be looked up
            Example::rows(
                &[&["ben@firma-beispiel.de", "", ""], &["", "", "17"], &["", "", "18"], &["", "", ""]],
                &["illegible", "reappeared", "new-or-kept", "blank"],
            )
            .with("", r#"
                [buyer]
                suppress = [{ path = "17", owner = "earlier-removals" }]
            "#),
            // nothing but addresses: a row of which only its number is known
            Example::rows(
                &[&["ben@firma-beispiel.de", "", ""], &["", "", "17"], &["ben", "", "17"]],
                &["new-or-kept", "illegible", "illegible"],
            )
            .with("", r#"
                [buyer]
                suppress = [{ path = "anna.muster@firma-beispiel.de", owner = "earlier-removals" }]
            "#),
            // an empty list: nothing was removed
            Example::rows(&[&["ben"], &[""]], &["new-or-kept", "blank"]).with("", r##"
                [buyer]
                suppress = [{ path = "# none", owner = "earlier-removals" }]
            "##),
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
        .map(|found| lists.reappeared(*found) as u8)
        .collect()
}
