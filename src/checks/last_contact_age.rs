/// An example of a fact with its document at hand.
macro_rules! said {
    ($is:literal, $bin:literal) => {
        Example::rows(&[&[]], &[$bin]).with(
            concat!(
                "beleg-declaration = \"1\"\n[gdpr.facts]\nlast-contact-age = { is = \"",
                $is,
                "\", document = \"calls\" }\n[[gdpr.documents]]\nid = \"calls\"\nkind = \"source-register\"\n",
                "path = \"calls.csv\"\ndate = \"2026-11-01\"\n",
            ),
            "",
        )
    };
}

crate::check! {
    en {
        /// How long ago was the last contact with the person?
        ///
        /// ## What is sorted
        /// Every row, all alike: no column of a contact list is known to say when somebody last dealt with the person.
        ///
        /// ## Why it matters
        /// In Spain nobody is presumed to expect advertising calls from a company that has had no contact with them in
        /// the last year, AEPD Circular 1/2023 art. 3. Elsewhere too a long silence weighs against the sender.
        ///
        /// ## How it is decided
        /// The day of collection, of a check of the data or of a notice is no contact with the person, so none of them
        /// is taken for one. What is said of the whole list under `last-contact-age` in `[gdpr.facts]` counts if a
        /// document that shows it is named and at hand, or if somebody read the document and said so in a review; of
        /// several answers the worst counts. A bare word leaves every row blank.
        ///
        /// ## What it cannot see
        /// Which rows the document speaks of, and what kind of contact it was.
    }
    de {
        /// Wie lange liegt der letzte Kontakt mit der Person zurück?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, alle gleich: Von keiner Spalte einer Kontaktliste ist bekannt, dass sie sagt, wann jemand
        /// zuletzt mit der Person zu tun hatte.
        ///
        /// ## Warum es zählt
        /// In Spanien wird von niemandem vermutet, dass er Werbeanrufe eines Unternehmens erwartet, mit dem er im
        /// letzten Jahr nichts zu tun hatte, AEPD, Circular 1/2023 Art. 3. Auch anderswo spricht langes Schweigen gegen
        /// den Absender.
        ///
        /// ## Wie entschieden wird
        /// Der Tag der Erhebung, einer Prüfung der Daten oder einer Information ist kein Kontakt mit der Person; keiner
        /// davon wird dafür genommen. Was unter `last-contact-age` in `[gdpr.facts]` von der ganzen Liste gesagt ist,
        /// zählt, wenn dazu eine Unterlage genannt ist und vorliegt oder wenn jemand die Unterlage gelesen und es in
        /// einer Durchsicht bestätigt hat; von mehreren Antworten zählt die schlechteste. Ein bloßes Wort lässt alle
        /// Zeilen leer.
        ///
        /// ## Was er nicht sehen kann
        /// Von welchen Zeilen die Unterlage handelt, und welcher Art der Kontakt war.
    }
    "last-contact-age" {
        rev: 1,
        scope: Scope::Row,
        columns: &[],
        bins: &[
            "future",
            "over-60-months",
            "up-to-60-months",
            "up-to-36-months",
            "up-to-24-months",
            "up-to-12-months",
            "up-to-6-months",
            "up-to-3-months",
            "up-to-1-month",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(&[&[], &[]], &["blank", "blank"]),
            said!("future", "future"),
            said!("over-60-months", "over-60-months"),
            said!("up-to-60-months", "up-to-60-months"),
            said!("up-to-36-months", "up-to-36-months"),
            said!("up-to-24-months", "up-to-24-months"),
            said!("up-to-12-months", "up-to-12-months"),
            said!("up-to-6-months", "up-to-6-months"),
            said!("up-to-3-months", "up-to-3-months"),
            said!("up-to-1-month", "up-to-1-month"),
            said!("lately", "illegible"),
            Example::rows(&[&[]], &["blank"]).with(
                r#"
                beleg-declaration = "1"
                [gdpr.facts]
                last-contact-age = "up-to-1-month"
                "#,
                "",
            ),
            // the document is not at hand
            Example::rows(&[&[]], &["blank"]).with(
                r#"
                beleg-declaration = "1"
                [gdpr.facts]
                last-contact-age = { is = "up-to-1-month", document = "calls" }
                [[gdpr.documents]]
                id = "calls"
                kind = "source-register"
                path = "missing/calls.csv"
                date = "2026-11-01"
                "#,
                "",
            ),
            // whoever read the document found older contacts
            Example::rows(&[&[]], &["up-to-36-months"]).with(
                r#"
                beleg-declaration = "1"
                [gdpr.facts]
                last-contact-age = { is = "up-to-6-months", document = "calls" }
                [[gdpr.documents]]
                id = "calls"
                kind = "source-register"
                path = "calls.csv"
                date = "2026-11-01"
                "#,
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [[review]]
                check = "last-contact-age"
                document = "calls"
                answer = "up-to-36-months"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::record::dossier::Grade;

    let known = batch.dossier().fact(&CHECK, None);
    let bin = match known {
        Some(k) if k.is == "illegible" || k.grade > Grade::Declared => k.is,
        _ => "blank",
    };
    vec![CHECK.at(bin) as u8; batch.rows()]
}
