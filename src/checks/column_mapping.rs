crate::check! {
    en {
        /// How was it found out what a column means?
        ///
        /// ## What is sorted
        /// Each column of the delivery.
        ///
        /// ## Why it matters
        /// Everything that is counted rests on knowing which column holds what. A column that was guessed can turn a
        /// date of birth into a date of consent.
        ///
        /// ## How it is decided
        /// By the way in which the column was recognised: `declared` in the vendor's list of fields, `manual` by the
        /// user, `exact` by its header, `content` by its cells, `similar` by a header that is nearly known. Two
        /// possible columns of which nothing decides are `ambiguous`. A header that nobody knows is `unmapped`; one
        /// without a letter or with damaged ones is `illegible`, and so is a column whose cells cannot be read as what
        /// its header or the vendor says. No header, and cells that tell nothing, are `blank`.
        ///
        /// ## What it cannot see
        /// A header that is well known and wrong, over cells that look alike: a day of an export called a day of
        /// collection.
    }
    de {
        /// Woher ist bekannt, was eine Spalte bedeutet?
        ///
        /// ## Was sortiert wird
        /// Jede Spalte der Lieferung.
        ///
        /// ## Warum es zählt
        /// Alles, was gezählt wird, beruht darauf zu wissen, welche Spalte was enthält. Eine geratene Spalte kann aus
        /// einem Geburtsdatum ein Einwilligungsdatum machen.
        ///
        /// ## Wie entschieden wird
        /// Nach dem Weg, auf dem die Spalte erkannt wurde: `declared` in der Feldliste des Anbieters, `manual` durch
        /// den Benutzer, `exact` an der Überschrift, `content` an den Zellen, `similar` an einer fast bekannten
        /// Überschrift. Zwei mögliche Spalten, zwischen denen nichts entscheidet, sind `ambiguous`. Eine unbekannte
        /// Überschrift ist `unmapped`; eine ohne Buchstaben oder mit beschädigten ist `illegible`, ebenso eine Spalte,
        /// deren Zellen sich nicht als das lesen lassen, was Überschrift oder Anbieter sagen. Keine Überschrift und
        /// nichtssagende Zellen sind `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Eine bekannte, aber falsche Überschrift über Zellen, die passend aussehen: einen Exporttag, der Erhebungstag
        /// genannt wird.
    }
    "column-mapping" {
        rev: 1,
        scope: Scope::Key,
        columns: &[],
        bins: &["ambiguous", "unmapped", "similar", "content", "exact", "manual", "declared", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["E-Mail", "Compnay Name", "Kontaktweg", "Lieblingsfarbe", "???", ""],
                    &["a.lind@nordwerk-beispiel.de", "Nordwerk", "b.holm@nordwerk-beispiel.de", "blau", "x", "y"],
                ],
                &["unmapped", "similar", "content", "exact", "illegible", "blank"],
            ).headed(),
            // a header of two columns, and cells that contradict theirs
            Example::rows(
                &[&["Avregistrerad", "Telefon", "Förnamn"], &["kanske", "Anna", "Lind"]],
                &["ambiguous", "exact", "illegible"],
            ).headed(),
            // an empty header is known by its cells
            Example::rows(&[&["Name", ""], &["Anna Lind", "a.lind@nordwerk-beispiel.de"]], &["content", "exact"])
                .headed(),
            Example::rows(&[&["Feld A", "Feld B"], &["Impressum", "x"]], &["unmapped", "declared"])
                .with(r#"
                    [[package.resources]]
                    schema.fields = [
                        { name = "Feld A", rdfType = "urn:beleg:field:source" },
                        { name = "Feld B" },
                    ]
                "#, "")
                .headed(),
            Example::rows(&[], &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::mapping::{Content, Heading, Mapped, Method};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.columns.iter().map(|c| CHECK.at(bin(c))).collect()
}

fn bin(column: &Mapped) -> &'static str {
    match (column.method, column.content) {
        (Method::Manual, _) => "manual",
        (Method::Ambiguous, _) => "ambiguous",
        (Method::Unmapped, _) => match column.heading {
            Heading::Named => "unmapped",
            Heading::Illegible => "illegible",
            Heading::None => "blank",
        },
        (_, Content::Contradicts) => "illegible",
        (Method::Declared, _) => "declared",
        (Method::Exact, _) => "exact",
        (Method::Content, _) => "content",
        (Method::Similar, _) => "similar",
    }
}
