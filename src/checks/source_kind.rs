crate::check! {
    en {
        /// What kind of source does the row come from?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the source and of the source's type. A blank type is taken from the entry that the
        /// row's source has in the vendor's register.
        ///
        /// ## Why it matters
        /// The kind decides which duties apply: whoever gave the data in person is informed under Art. 13 GDPR, everybody
        /// else under Art. 14; networks have terms of their own; guessed addresses were never collected from anywhere.
        ///
        /// ## How it is decided
        /// By words for sources in nine languages and by names of registers, directories, networks, tools and data
        /// vendors. If the two cells, or two words of one, say different things, the kind that stands first counts. "Own
        /// research on company websites" is a website: what is concrete counts before what is not.
        ///
        /// ## What it cannot see
        /// What a company's name stands for: it is `illegible` here, unless the type or the register says it. And whether
        /// the row truly comes from there.
    }
    de {
        /// Aus welcher Art von Quelle stammt die Zeile?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zur Quelle und zur Art der Quelle. Fehlt die Art, gilt die des Eintrags, den die
        /// Quelle im Verzeichnis des Anbieters hat.
        ///
        /// ## Warum es zählt
        /// An der Art hängt, welche Pflichten gelten: Wer seine Daten selbst gegeben hat, wird nach Art. 13 DSGVO
        /// informiert, alle anderen nach Art. 14; Netzwerke haben eigene Bedingungen; geratene Adressen wurden nirgends
        /// erhoben.
        ///
        /// ## Wie entschieden wird
        /// Nach Wörtern für Quellen in neun Sprachen und nach Namen von Registern, Verzeichnissen, Netzwerken, Werkzeugen
        /// und Datenanbietern. Sagen die beiden Zellen oder zwei Wörter einer Zelle Verschiedenes, zählt die Art, die
        /// weiter vorn steht. „Eigene Recherche auf Firmenwebseiten“ ist eine Webseite: Das Bestimmte geht dem
        /// Unbestimmten vor.
        ///
        /// ## Was er nicht sehen kann
        /// Wofür ein Firmenname steht: Er ist hier `illegible`, wenn nicht die Art oder das Verzeichnis es sagt. Und ob die
        /// Zeile wirklich von dort stammt.
    }
    "source-kind" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Source, Column::SourceType],
        bins: &[
            "inferred",
            "unknown",
            "vendor-internal",
            "buyer-input",
            "social-network",
            "partner",
            "directory",
            "public-website",
            "public-register",
            "employer-website",
            "event",
            "data-subject",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["E-Mail-Muster", "pattern"],
                    &["misc", ""],
                    &["interne Datenbank", ""],
                    &["Imported from CRM", ""],
                    &["Sales Navigator", ""],
                    &["Handelsregister", "social network"],
                    &["trusted business partners", ""],
                    &["Gelbe Seiten", ""],
                    &["public web", ""],
                    &["Companies House", ""],
                    &["Impressum", ""],
                    &["Messe-Scan", ""],
                    &["jeu concours", ""],
                    &["Voorbeeld Bedrijfsdata B.V.", ""],
                    &["Voorbeeld Bedrijfsdata B.V.", "partner"],
                    &["unbekannt", "-"],
                ],
                &[
                    "inferred",
                    "unknown",
                    "vendor-internal",
                    "buyer-input",
                    "social-network",
                    "social-network",
                    "partner",
                    "directory",
                    "public-website",
                    "public-register",
                    "employer-website",
                    "event",
                    "data-subject",
                    "illegible",
                    "partner",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["Quelle A", ""], &["Quelle A", "web"], &["LinkedIn", ""]],
                &["public-register", "public-website", "social-network"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "a"
                matches = ["Quelle A", "LinkedIn"]
                source-type = "public-register"
                "#,
                "",
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::origin::kinds(batch).to_vec()
}
