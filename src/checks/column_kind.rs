crate::check! {
    en {
        /// What does a column hold?
        ///
        /// ## What is sorted
        /// Each column of the delivery.
        ///
        /// ## Why it matters
        /// Data must be limited to what the purpose needs, Art. 5(1)(c) GDPR. For health, religion or convictions there
        /// are prohibitions of their own, Art. 9 and 10. And nothing is left out as easily as a column.
        ///
        /// ## How it is decided
        /// By what the column was recognised as; for headers that are no column of a contact list, by their words in
        /// nine languages: health, faith, origin, politics and union are `special-category`; then offences, identity
        /// numbers, bank and pay, photographs, private addresses, birth, sex and family, scores, and notes. If header
        /// and recognition say different things, the worse counts. A header without such words is `unmapped`, one that
        /// cannot be read `illegible`. A column without a single value is `blank`, whatever it is called.
        ///
        /// ## What it cannot see
        /// What stands in the cells: a diagnosis in a column of notes, or a harmless header over sensitive values.
    }
    de {
        /// Was enthält eine Spalte?
        ///
        /// ## Was sortiert wird
        /// Jede Spalte der Lieferung.
        ///
        /// ## Warum es zählt
        /// Daten müssen auf das beschränkt sein, was der Zweck braucht, Art. 5 Abs. 1 lit. c DSGVO. Für Gesundheit,
        /// Religion oder Verurteilungen gelten eigene Verbote, Art. 9 und 10. Und nichts lässt sich leichter weglassen
        /// als eine Spalte.
        ///
        /// ## Wie entschieden wird
        /// Danach, als was die Spalte erkannt wurde; bei Überschriften, die keine Spalte einer Kontaktliste sind, nach
        /// ihren Wörtern in neun Sprachen: Gesundheit, Glaube, Herkunft, Politik und Gewerkschaft sind
        /// `special-category`; dann folgen Straftaten, Kennnummern, Konto und Gehalt, Fotos, Privatanschriften, Geburt,
        /// Geschlecht und Familie, Bewertungen und Notizen. Sagen Überschrift und Erkennung Verschiedenes, zählt das
        /// Schlechtere. Eine Überschrift ohne solche Wörter ist `unmapped`, eine unlesbare `illegible`. Eine Spalte
        /// ohne einen einzigen Wert ist `blank`, wie immer sie heißt.
        ///
        /// ## Was er nicht sehen kann
        /// Was in den Zellen steht: eine Diagnose in einer Notizspalte, oder eine harmlose Überschrift über heiklen
        /// Werten.
    }
    "column-kind" {
        rev: 1,
        scope: Scope::Key,
        columns: &[],
        bins: &[
            "special-category", "criminal", "national-id", "financial", "photo", "private-contact", "demographic",
            "scoring", "free-text", "unmapped", "technical", "permission", "provenance", "business-contact",
            "professional", "identity", "illegible", "blank",
        ],
        examples: &[
            // columns that are known
            Example::rows(
                &[
                    &["Konfession", "Steuer-ID", "IBAN", "Foto", "Privatnummer", "Geburtsdatum"],
                    &["x"; 6],
                ],
                &["special-category", "national-id", "financial", "photo", "private-contact", "demographic"],
            ).headed(),
            Example::rows(
                &[&["ID", "Einwilligung", "Quelle", "E-Mail", "Firma", "Anrede"], &["1", "ja", "Messe", "x", "y", "Frau"]],
                &["technical", "permission", "provenance", "business-contact", "professional", "identity"],
            ).headed(),
            // headers that no contact list has
            Example::rows(
                &[
                    &["Krankheitstage", "Casier judiciaire", "Passport no.", "Jahresgehalt", "Headshot", "Mobiel privé"],
                    &["3", "-", "x", "y", "z", "0"],
                    &["", "oui", "x", "", "z", "0"],
                ],
                &["special-category", "criminal", "national-id", "financial", "photo", "private-contact"],
            ).headed(),
            Example::rows(
                &[
                    &["Fascia di età", "Lead Score", "Uwagi", "Lieblingsfarbe", "E-Mail-Score"],
                    &["30-39", "87", "x", "blau", "90"],
                ],
                &["demographic", "scoring", "free-text", "unmapped", "technical"],
            ).headed(),
            Example::rows(&[&["E-Mail", "# ?!"], &["x", "y"]], &["business-contact", "illegible"]).headed(),
            // a column of nothing but blank words holds nothing
            Example::rows(&[&["Religion", "Notizen"], &["", "-"], &["n/a", "k.A."]], &["blank", "blank"]).headed(),
            // the vendor calls it something else
            Example::rows(&[&["Krankheitstage"], &["3"]], &["special-category"])
                .with(r#"
                    [[package.resources]]
                    schema.fields = [{ name = "Krankheitstage", rdfType = "urn:beleg:field:seniority" }]
                "#, "")
                .headed(),
            // two columns are possible: the worse
            Example::rows(&[&["Denomination"], &["x"]], &["special-category"]).headed(),
            // companies and trades are nobody's
            Example::rows(
                &[&["Company Score", "Gesundheitswesen", "Private Company"], &["1", "x", "y"]],
                &["unmapped"; 3],
            ).headed(),
            Example::rows(&[], &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::mapping::{Heading, Holds, Mapped};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.columns.iter().map(|c| CHECK.at(bin(c))).collect()
}

fn bin(column: &Mapped) -> &'static str {
    if column.filled == 0 {
        "blank"
    } else if column.holds == Holds::Unmapped && column.heading == Heading::Illegible {
        "illegible"
    } else {
        column.holds.name()
    }
}
