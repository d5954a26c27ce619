crate::check! {
    en {
        /// Does the row name the source of its data?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the source. If that says nothing, by the cell that names who collected the data; and
        /// if that is blank too, by the name of the list, as far as it uses words for a source.
        ///
        /// ## Why it matters
        /// Whoever is asked "where do you have my data from?" must be able to answer, Art. 14(2)(f) and 15(1)(g) GDPR. "Web",
        /// "partner" or "internal database" is no answer that a person could follow up.
        ///
        /// ## How it is decided
        /// A publication, register, platform, company or web address is `named`. Words for a mere kind of source are a
        /// `category`; a proper name beside them makes them named. The vendor's own name, and words such as "database" or
        /// "own research", are `vendor-itself`. Words that say nothing (unknown, misc) are blank. Numbers, and addresses of
        /// mailboxes, are `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the name is true, or belongs to a source at all: unknown words are taken for a name. Whether the vendor
        /// stands by it is shown by its source register, sorted by `source-registered`.
    }
    de {
        /// Nennt die Zeile die Quelle ihrer Daten?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zur Quelle. Sagt die nichts, nach der Zelle, die nennt, wer die Daten erhoben hat;
        /// ist auch die leer, nach dem Namen der Liste, soweit darin Wörter für eine Quelle stehen.
        ///
        /// ## Warum es zählt
        /// Wer gefragt wird „Woher haben Sie meine Daten?“, muss antworten können, Art. 14 Abs. 2 lit. f und Art. 15 Abs. 1
        /// lit. g DSGVO. „Web“, „Partner“ oder „interne Datenbank“ ist keine Antwort, der ein Mensch nachgehen könnte.
        ///
        /// ## Wie entschieden wird
        /// Eine Veröffentlichung, ein Register, eine Plattform, ein Unternehmen oder eine Webadresse ist `named`. Wörter,
        /// die nur eine Art von Quelle bezeichnen, sind `category`; steht ein Eigenname daneben, gilt die Quelle als
        /// genannt. Der Name des Anbieters und Wörter wie „Datenbank“ oder „eigene Recherche“ sind `vendor-itself`.
        /// Wörter ohne Aussage (unbekannt, sonstige) gelten als leer. Nummern und Mailadressen sind `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Name stimmt und überhaupt eine Quelle bezeichnet: unbekannte Wörter gelten als Name. Ob der Anbieter dazu
        /// steht, zeigt sein Quellenverzeichnis, sortiert von `source-registered`.
    }
    "source-named" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Source, Column::Controller, Column::ListName],
        bins: &["vendor-itself", "category", "named", "illegible", "blank"],
        examples: &[Example::rows(
            &[
                &["Eigene Recherche", "", ""],
                &["proprietary database", "", "Webinar"],
                &["public web", "Voorbeeld Bedrijfsdata B.V.", ""],
                &["Partner NL", "", ""],
                &["Bundesanzeiger", "", ""],
                &["https://werkzeug-beispiel.de/impressum", "", ""],
                &["LinkedIn", "", ""],
                &["", "Voorbeeld Bedrijfsdata B.V.", ""],
                &["", "", "Gelbe Seiten 2025"],
                &["4711", "", ""],
                &["info@werkzeug-beispiel.de", "", ""],
                &["misc", "", ""],
                &["unknown", "", "Maschinenbau Süd"],
            ],
            &[
                "vendor-itself",
                "vendor-itself",
                "category",
                "category",
                "named",
                "named",
                "named",
                "named",
                "named",
                "illegible",
                "illegible",
                "blank",
                "blank",
            ],
        )],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::origin::named(batch)
}
