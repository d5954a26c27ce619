crate::check! {
    en {
        /// Does the offer concern what the person does?
        ///
        /// ## What is sorted
        /// Every row, by its cells of job title, job function and department and of the company's industry, against the
        /// functions and industries that you state in your dossier.
        ///
        /// ## Why it matters
        /// Whoever writes on legitimate interest may write to those whose work the offer concerns; others need not
        /// expect it (GDPR Art. 6(1)(f), Recital 47). In France, Ireland, Finland and Estonia the link to the
        /// profession is a condition of writing without consent (CNIL, NESTOR, SAN-2020-018).
        ///
        /// ## How it is decided
        /// Both sides are read with the same tables: 22 functions of a company in more than nine languages, and the
        /// divisions of NACE, by word or by code. A function of your profile in any of the cells is `in-profile`, and
        /// so is the head of a company, who answers for all its functions; one of your own words found as it stands
        /// counts too. Another function, or another industry, is `outside-profile`. If you state only industries, the
        /// industry decides alone; a fitting industry does not make up for a missing function.
        ///
        /// What is not known is never outside: a title that names no function ("Manager"), an industry that may contain
        /// yours ("Manufacturing"), a code of digits alone, or a profile of unknown words is `illegible`. If you state
        /// neither functions nor industries, every row is `no-profile`. A row that says nothing is blank.
        ///
        /// ## What it cannot see
        /// What a person really does, and whether the offer is of use to them.
    }
    de {
        /// Betrifft das Angebot, was die Person beruflich tut?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zu Position, Funktion und Abteilung und zur Branche des Unternehmens,
        /// verglichen mit den Funktionen und Branchen, die der Käufer in seinem Dossier angibt.
        ///
        /// ## Warum es zählt
        /// Wer sich beim Anschreiben auf berechtigtes Interesse stützt, darf die anschreiben, deren Arbeit das Angebot
        /// betrifft; andere müssen nicht damit rechnen (DSGVO Art. 6 Abs. 1 lit. f, Erwägungsgrund 47). In Frankreich,
        /// Irland, Finnland und Estland ist der Bezug zum Beruf Bedingung dafür, ohne Einwilligung zu schreiben (CNIL,
        /// NESTOR, SAN-2020-018).
        ///
        /// ## Wie entschieden wird
        /// Beide Seiten werden mit denselben Tabellen gelesen: 22 Funktionen eines Unternehmens in mehr als neun
        /// Sprachen und die Abteilungen der NACE, als Wort oder Code. Eine Funktion des Profils in einer der Zellen ist
        /// `in-profile`, ebenso die Leitung eines Unternehmens, die für alle seine Funktionen einsteht; auch ein
        /// eigenes Wort des Käufers, das genau so dasteht, zählt. Eine andere Funktion oder eine andere Branche ist
        /// `outside-profile`. Gibt der Käufer nur Branchen an, entscheidet allein die Branche; eine passende Branche
        /// ersetzt keine fehlende Funktion.
        ///
        /// Was unbekannt ist, liegt nie außerhalb: Eine Position ohne Funktion („Manager“), eine Branche, die die
        /// gesuchte enthalten kann („Industrie“), ein Code aus bloßen Ziffern oder ein Profil aus unbekannten Wörtern
        /// ist `illegible`. Gibt der Käufer weder Funktionen noch Branchen an, ist jede Zeile `no-profile`. Eine Zeile,
        /// die nichts sagt, gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Was jemand wirklich tut und ob ihm das Angebot nützt.
    }
    "role-relevance" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::JobTitle,
            Column::CompanyIndustry,
            Column::JobFunction,
            Column::Department,
        ],
        bins: &["outside-profile", "no-profile", "in-profile", "illegible", "blank"],
        examples: &[
            Example::rows(&[&["Leiter Einkauf", "Maschinenbau"], &["", ""]], &["no-profile"; 2]),
            Example::rows(
                &[
                    &["Leiter Einkauf", "Maschinenbau", "", ""],
                    &["Responsable achats", "", "", ""],
                    &["Geschäftsführerin", "Sondermaschinen", "", ""],
                    &["Manager", "", "Purchasing", ""],
                    &["", "", "", "Technik"],
                    &["Head of Marketing", "Machinery", "", ""],
                    &["Leiter Einkauf", "Banken", "", ""],
                    &["Leiter Einkauf", "Manufacturing", "", ""],
                    &["Leiter Einkauf", "2841", "", ""],
                    &["Head of Marketing", "", "Sonderaufgaben", ""],
                    &["Head of Marketing", "", "", "Einkauf"],
                    &["Manager", "Maschinenbau", "", ""],
                    &["", "C28", "", ""],
                    &["n/a", "", "-", ""],
                ],
                &[
                    "in-profile",
                    "in-profile",
                    "in-profile",
                    "in-profile",
                    "in-profile",
                    "outside-profile",
                    "outside-profile",
                    "in-profile",
                    "in-profile",
                    "illegible",
                    "in-profile",
                    "illegible",
                    "blank",
                    "blank",
                ],
            )
            .with("", r#"
                [buyer]
                functions = ["purchasing", "technical"]
                industries = ["mechanical engineering"]
            "#),
            Example::rows(
                &[
                    &["Head of Marketing", "28.41"],
                    &["", "Gesundheitswesen"],
                    &["Leiter Einkauf", ""],
                    &["Leiter Einkauf", "Industrie"],
                ],
                &["in-profile", "outside-profile", "blank", "illegible"],
            )
            .with("", r#"
                [buyer]
                industries = ["28", "Fahrzeugbau"]
            "#),
            // a word of the profile that no table knows sends nobody outside, and is found as it stands
            Example::rows(
                &[&["Kuratorin"], &["Marketing Manager"], &["Mitglied im Kuratorium"]],
                &["illegible", "illegible", "in-profile"],
            )
            .with("", r#"
                [buyer]
                functions = ["Kuratorium"]
            "#),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::relevance::relevance(batch)
}
