crate::check! {
    en {
        /// How were the data collected?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the collection method; a blank cell inherits the method of its entry in the source
        /// register.
        ///
        /// ## Why it matters
        /// Asking people, buying a licence and reading out a network by program are different things: each calls for other
        /// information, and weighs differently when interests are balanced. Reading out profiles is a heavy sign there.
        ///
        /// ## How it is decided
        /// The bins are the twelve codes of the OASIS Data Provenance Metadata. The codes of its predecessor, which begin
        /// like them, are read too, and plain words in nine languages: "Formular" is `primary-user-source`, "zugekauft" is
        /// `syndication`, "scraping" is `web-scraping-crawling`. Of several methods in a row the first of this order counts.
        /// Research by hand has no code of its own and is `other`.
        ///
        /// Words that no list knows are `illegible`, and so is a sentence that only says how it was not done.
        ///
        /// ## What it cannot see
        /// Whether the method was the one that is named. `source-kind` and copied profile texts may tell otherwise.
    }
    de {
        /// Wie wurden die Daten erhoben?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zur Erhebungsart; eine leere Zelle erbt die ihres Eintrags im Quellenverzeichnis.
        ///
        /// ## Warum es zählt
        /// Menschen fragen, eine Lizenz kaufen, ein Netzwerk per Programm auslesen: das ist Verschiedenes. Jedes verlangt
        /// andere Informationen und wiegt anders, wenn Interessen abgewogen werden. Das Auslesen von Profilen wiegt schwer.
        ///
        /// ## Wie entschieden wird
        /// Die Klassen sind die zwölf Codes der OASIS Data Provenance Metadata. Gelesen werden auch die Codes des Vorgängers,
        /// die ebenso beginnen, und gewöhnliche Wörter in neun Sprachen: „Formular“ ist `primary-user-source`, „zugekauft“
        /// ist `syndication`, „scraping“ ist `web-scraping-crawling`. Von mehreren Arten einer Zeile zählt die erste dieser
        /// Reihe. Recherche von Hand hat keinen eigenen Code und ist `other`.
        ///
        /// Wörter, die keine Liste kennt, sind `illegible`, ebenso ein Satz, der nur sagt, wie es nicht geschah.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die genannte Art die wirkliche war. `source-kind` und kopierte Profiltexte können anderes zeigen.
    }
    "collection-method" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::CollectionMethod, Column::Source],
        bins: &[
            "machine-generated-ml-ops",
            "transfer-learning",
            "simulations",
            "data-mining",
            "web-scraping-crawling",
            "social-media",
            "data-augmentation",
            "other",
            "syndication",
            "feeds",
            "user-generated-content",
            "primary-user-source",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["AI inferred", ""],
                    &["transfer-learning", ""],
                    &["Simulation", ""],
                    &["Data-Mining", ""],
                    &["web-scraping-crawling-textual", ""],
                    &["automatisiert ausgelesen", ""],
                    &["LinkedIn", ""],
                    &["LinkedIn, scraped", ""],
                    &["enrichissement", ""],
                    &["manuelle Recherche", ""],
                    &["soensor-and-iot-output-other", ""],
                    &["zugekauft", ""],
                    &["open data API", ""],
                    &["user-generated-content", ""],
                    &["trade fair / badge scan", ""],
                    &["formularz internetowy", ""],
                    &["not by a form", ""],
                    &["in a lawful way", ""],
                    &["k.A.", "Messe"],
                ],
                &[
                    "machine-generated-ml-ops",
                    "transfer-learning",
                    "simulations",
                    "data-mining",
                    "web-scraping-crawling",
                    "web-scraping-crawling",
                    "social-media",
                    "web-scraping-crawling",
                    "data-augmentation",
                    "other",
                    "other",
                    "syndication",
                    "feeds",
                    "user-generated-content",
                    "primary-user-source",
                    "primary-user-source",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            // inherited from the register; a filled cell never inherits
            Example::rows(
                &[
                    &["", "Impressum"],
                    &["form", "Impressum"],
                    &["", "Messe"],
                    &["", "Netz"],
                    &["", "Web"],
                    &["", ""],
                ],
                &["web-scraping-crawling", "primary-user-source", "illegible", "blank", "blank", "blank"],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                method = "web-scraping-crawling"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                method = "asked nicely"
                [[gdpr.sources]]
                id = "net"
                matches = ["Netz"]
            "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::method::of_rows(batch)
}
