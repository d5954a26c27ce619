crate::check! {
    en {
        /// What does the web address of the source point at?
        ///
        /// ## What is sorted
        /// Every row, by the address of the page from which its data are said to come.
        ///
        /// ## Why it matters
        /// A public source can be looked up again, if somebody says where. An address in the vendor's own database, or behind
        /// the login of a network, is no such place: neither the buyer nor the person can follow it.
        ///
        /// ## How it is decided
        /// By the host, without opening anything. The company's own page (`own-page`) is known by the row: its web address,
        /// its mail domain, its name; where the row has nothing to compare, by a path such as /impressum. Registers
        /// (`register-page`), directories (`directory-page`), networks (`platform-page`) and data vendors are known by a
        /// table, the seller also by its name in the dossier. Any other page is `other-page`. A page in a web archive is the
        /// page that it kept. Of several addresses the worst counts.
        ///
        /// A link into the vendor's database (`vendor_record_url`) counts only where no source address is given; then it is a
        /// `vendor-page`. What is no web address is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the page exists, and whether the data ever stood there.
    }
    de {
        /// Worauf zeigt die Webadresse der Quelle?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Adresse der Seite, von der ihre Daten stammen sollen.
        ///
        /// ## Warum es zählt
        /// Eine öffentliche Quelle lässt sich nachschlagen, wenn jemand sagt, wo. Eine Adresse in der Datenbank des Anbieters
        /// oder hinter der Anmeldung eines Netzwerks ist kein solcher Ort: Weder der Käufer noch die Person kann ihr folgen.
        ///
        /// ## Wie entschieden wird
        /// Nach dem Host, ohne etwas zu öffnen. Die eigene Seite des Unternehmens (`own-page`) zeigt sich an der Zeile: an
        /// Webadresse, Mail-Domain und Namen; hat die Zeile nichts zum Vergleichen, an einem Pfad wie /impressum. Register
        /// (`register-page`), Verzeichnisse (`directory-page`), Netzwerke (`platform-page`) und Datenanbieter nennt eine
        /// Tabelle, den Verkäufer auch sein Name im Dossier. Jede andere Seite ist `other-page`. Eine Seite in einem
        /// Webarchiv ist die, die es aufbewahrt. Von mehreren Adressen zählt die schlechteste.
        ///
        /// Ein Verweis in die Datenbank des Anbieters (`vendor_record_url`) zählt nur, wo keine Quellenadresse steht; dann
        /// ist er `vendor-page`. Was keine Webadresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob es die Seite gibt, und ob die Daten je dort standen.
    }
    "source-evidence" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::SourceUrl,
            Column::VendorRecordUrl,
            Column::CompanyWebsite,
            Column::CompanyName,
            Column::Email,
            Column::CompanyDomain,
            Column::EmailWork,
            Column::EmailPersonal,
        ],
        bins: &[
            "vendor-page",
            "platform-page",
            "other-page",
            "directory-page",
            "register-page",
            "own-page",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["https://app.apollo.io/#/contacts/1", "", "", "", ""],
                    &["", "https://app.musterdaten-beispiel.de/p/1", "", "", ""],
                    &["https://www.linkedin.com/in/x", "", "", "", ""],
                    &["https://blog-beispiel.de/firmen", "", "nordwerk-beispiel.de", "", ""],
                    &["https://blog-beispiel.de/firmen", "", "", "", ""],
                    &["https://www.gelbeseiten.de/gsbiz/1", "", "", "", ""],
                    &["https://find-and-update.company-information.service.gov.uk/company/0", "", "", "", ""],
                    &["https://www.nordwerk-beispiel.de/team", "", "nordwerk-beispiel.de", "", ""],
                    &["https://nordwerk-beispiel.de/team", "", "", "", "a.lind@nordwerk-beispiel.de"],
                    &["www.nordwerk.com", "", "", "Nordwerk Beispiel GmbH", "lind.beispiel@gmx.de"],
                    &["https://nordwerk-beispiel.de/impressum", "", "", "", ""],
                    &["https://hallbruck-beispiel.de/impressum", "", "nordwerk-beispiel.de", "", ""],
                    &["https://web.archive.org/web/2025/https://nordwerk-beispiel.de/", "", "nordwerk-beispiel.de", "", ""],
                    &["nordwerk-beispiel.de/team; https://de.linkedin.com/in/x", "", "nordwerk-beispiel.de", "", ""],
                    &["nordwerk-beispiel.de/team", "https://app.apollo.io/1", "nordwerk-beispiel.de", "", ""],
                    &["Impressum", "", "", "", ""],
                    &["info@nordwerk-beispiel.de", "", "", "", ""],
                    &["", "", "nordwerk-beispiel.de", "", ""],
                ],
                &[
                    "vendor-page",
                    "vendor-page",
                    "platform-page",
                    "other-page",
                    "other-page",
                    "directory-page",
                    "register-page",
                    "own-page",
                    "own-page",
                    "own-page",
                    "own-page",
                    "other-page",
                    "own-page",
                    "platform-page",
                    "own-page",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            // the seller by its name in the dossier
            Example::rows(&[&["https://portal.musterdaten-beispiel.de/1"]], &["vendor-page"])
                .with("", "vendor = \"musterdaten\"\ndelivery = \"2026-10\""),
            Example::rows(&[&["n/a"]], &["blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::pages::{Page, of_rows};
    let bin = |page: &Page| match page {
        Page::Vendor | Page::VendorRecord => 0,
        Page::Platform => 1,
        Page::Other | Page::Unplaced => 2,
        Page::Directory => 3,
        Page::Register => 4,
        Page::SomeImprint | Page::Own => 5,
        Page::Illegible => 6,
        Page::Blank => 7,
    };
    of_rows(batch).iter().map(bin).collect()
}
