crate::check! {
    en {
        /// Has the vendor removed this row since the export?
        ///
        /// ## What is sorted
        /// Every row, by its e-mail addresses, telephone numbers and the vendor's own number for it, against the
        /// removals since the export among the vendor's documents.
        ///
        /// ## Why it matters
        /// Between export and use people object and ask to be erased. The vendor must tell everyone who got their data,
        /// GDPR Art. 19, and you must not go on using them, Art. 17(1) and 21(3).
        ///
        /// ## How it is decided
        /// The document `removals-since-export` is read as a plain list: one address, domain, telephone number or
        /// record number per line, further columns left aside; or hashes of them, SHA-256 or HMAC-SHA256, if your
        /// dossier names the `key` of the document. A row found there is `removed-since`, whatever the state of the
        /// document; one compared without a match is `clear`. Without the document every row is `no-feed`.
        ///
        /// A letter that nobody read, a list that was altered or whose hashes have no key proves nothing: rows that it
        /// does not name are `illegible`, until a named person has looked and answered `clear`. So is a row that has
        /// nothing in common with what the list holds. A row without address and number of any kind is blank.
        ///
        /// ## What it cannot see
        /// Removals that the vendor does not report, and whether the list is recent; its age is sorted by
        /// `document-age`.
    }
    de {
        /// Hat der Anbieter diese Zeile seit dem Export gelöscht?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren E-Mail-Adressen, Telefonnummern und der Satznummer des Anbieters, verglichen mit den
        /// Löschungen seit dem Export unter den Unterlagen des Anbieters.
        ///
        /// ## Warum es zählt
        /// Zwischen Export und Nutzung widersprechen Menschen und verlangen Löschung. Der Anbieter muss es allen
        /// mitteilen, die ihre Daten bekommen haben, DSGVO Art. 19, und wer sie bekam, darf sie nicht weiter nutzen,
        /// Art. 17 Abs. 1 und Art. 21 Abs. 3.
        ///
        /// ## Wie entschieden wird
        /// Die Unterlage `removals-since-export` wird als einfache Liste gelesen: je Zeile eine Adresse, Domain,
        /// Telefonnummer oder Satznummer, weitere Spalten bleiben beiseite; oder deren Hashwerte, SHA-256 oder
        /// HMAC-SHA256, wenn das Dossier den `key` der Unterlage nennt. Eine dort gefundene Zeile ist `removed-since`,
        /// gleich in welchem Zustand die Unterlage ist, eine verglichene ohne Treffer `clear`. Ohne die Unterlage ist
        /// jede Zeile `no-feed`.
        ///
        /// Ein Brief, den niemand gelesen hat, eine veränderte Liste oder eine, zu deren Hashwerten der Schlüssel fehlt,
        /// belegt nichts: Zeilen, die sie nicht nennt, sind `illegible`, bis eine benannte Person nachgesehen und mit
        /// `clear` beantwortet hat. Ebenso eine Zeile, die mit dem Inhalt der Liste nichts gemein hat. Eine Zeile ohne
        /// Adresse und ohne jede Nummer gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Löschungen, die der Anbieter nicht meldet, und ob die Liste frisch ist; ihr Alter sortiert `document-age`.
    }
    "removal-match" {
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
        bins: &["removed-since", "no-feed", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["ben@firma-beispiel.de", "", ""], &["", "", "17"], &["ben", "", ""], &["", "", ""]],
                &["no-feed", "no-feed", "no-feed", "blank"],
            )
            .with(r#"
                [[gdpr.documents]]
                id = "removed"
                kind = "removals-since-export"
                path = "missing/removed.csv"
            "#, ""),
            Example::rows(
                &[
                    &["anna.muster@firma-beispiel.de", "", "", ""],
                    &["", "030 23125123", "", "DE"],
                    &["ben@firma-beispiel.de", "", "MD-00017", ""],
                    &["ben@firma-beispiel.de", "", "MD-00018", ""],
                    &["ben", "", "", ""],
                    &["-", "", "", "DE"],
                ],
                &["removed-since", "removed-since", "removed-since", "clear", "illegible", "blank"],
            )
            .with(r#"
                [[gdpr.documents]]
                id = "one"
                kind = "removals-since-export"
                path = "Anna.Muster@Firma-Beispiel.de;2026-10-04;Art. 17"
                [[gdpr.documents]]
                id = "two"
                kind = "removals-since-export"
                path = "+49 30 23125123"
                [[gdpr.documents]]
                id = "three"
                kind = "removals-since-export"
                path = "MD-00017;2026-10-05"
            "#, ""),
            Example::rows(
                &[&["ben@firma-beispiel.de", "", ""], &["", "", "MD-00017"], &["", "", "MD-00018"]],
                &["illegible", "removed-since", "clear"],
            )
            .with("", r#"
                [[document]]
                path = "MD-00017"
                kinds = ["removals-since-export"]
            "#),
            // only headings: nothing was removed
            Example::rows(&[&["ben@firma-beispiel.de"]], &["clear"]).with("", r#"
                [[document]]
                path = "record_id;removed_at"
                kinds = ["removals-since-export"]
            "#),
            // no list: a letter, with and without a reader; an altered list still names whom it names
            Example::rows(&[&["ben@firma-beispiel.de"], &[""]], &["illegible", "blank"]).with("", LETTER),
            Example::rows(&[&["ben@firma-beispiel.de"], &[""]], &["clear", "blank"]).with("", READ),
            Example::rows(
                &[&["anna.muster@firma-beispiel.de"], &["ben@firma-beispiel.de"]],
                &["removed-since", "illegible"],
            )
            .with("", r#"
                [[document]]
                path = "anna.muster@firma-beispiel.de"
                kinds = ["removals-since-export"]
                sha256 = "0f9b1c6a53d2e8477ab0c9d1e63f2584a7c01d9be5f36284170e9ac3d5b8f712"
            "#),
            // hashes: with a key, without one, and looked at elsewhere
            Example::rows(
                &[&["anna.muster@firma-beispiel.de"], &["ben@firma-beispiel.de"]],
                &["removed-since", "clear"],
            )
            .with("", r#"
                [[document]]
                path = "1661a0ba942e6c242c8c70c899f7d78b7cb2e20df6b7f2072c338a135dbb8132"
                key = "none"
                kinds = ["removals-since-export"]
            "#),
            Example::rows(&[&["ben@firma-beispiel.de"]], &["illegible"]).with("", r#"
                [[document]]
                path = "1661a0ba942e6c242c8c70c899f7d78b7cb2e20df6b7f2072c338a135dbb8132"
                kinds = ["removals-since-export"]
            "#),
            // seen in a data room, and nobody wrote down what it says
            Example::rows(&[&["ben@firma-beispiel.de"]], &["illegible"]).with("", r#"
                [[document]]
                id = "room"
                seen = "inspected"
                kinds = ["removals-since-export"]
            "#),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

const LETTER: &str = r#"
[[document]]
id = "letter"
path = "We removed no row that you got."
kinds = ["removals-since-export"]
"#;

const READ: &str = r#"
[[document]]
id = "letter"
path = "We removed no row that you got."
kinds = ["removals-since-export"]
[[review]]
check = "removal-match"
document = "letter"
answer = "clear"
by = "dpo-2026"
at = 2026-11-20
"#;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let lists = &batch.plan.suppression;
    crate::data::suppression::of_rows(batch)
        .iter()
        .map(|found| lists.removed(*found) as u8)
        .collect()
}
