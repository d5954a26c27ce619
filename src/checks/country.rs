crate::check! {
    en {
        /// Which country does the row belong to?
        ///
        /// ## What is sorted
        /// Every row, into one of the 32 countries of the contact matrix or `other`.
        ///
        /// ## Why it matters
        /// Who may be written to or called without consent, and which register has to be asked first, is decided
        /// country by country. The country of the person who is approached governs, not that of the sender.
        ///
        /// ## How it is decided
        /// The first readable value of the columns `country`, `location` and `company_country`, in this order. Codes
        /// of ISO 3166-1 with two or three letters are read, vehicle signs, and names in nine languages; for Europe
        /// also in the country's own. `UK` is `GB`, `EL` is `GR`, and `NA` in capitals is Namibia, not \"not available\".
        /// From a free-text place a country is taken only if it is named clearly: \"Munich, Germany\" is read,
        /// \"Wilmington, DE\" is not, since it may be Delaware. If something stands there and nothing can be read, the row
        /// is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the country is right. Whether the columns of a row agree with each other, with the dialling code
        /// and with the mail domain is the matter of `country-source`.
    }
    de {
        /// Zu welchem Land gehört die Zeile?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach einem der 32 Länder der Kontaktmatrix oder `other`.
        ///
        /// ## Warum es zählt
        /// Wem Sie ohne Einwilligung schreiben, wen Sie anrufen dürfen und welches Register vorher zu befragen ist,
        /// regelt jedes Land für sich. Maßgeblich ist das Land der angesprochenen Person, nicht das des Absenders.
        ///
        /// ## Wie entschieden wird
        /// Es gilt der erste lesbare Wert der Spalten `country`, `location` und `company_country`, in dieser
        /// Reihenfolge. Gelesen werden Codes nach ISO 3166-1 mit zwei oder drei Buchstaben, Kfz-Kennzeichen und Namen
        /// in neun Sprachen, für Europa auch in der Landessprache. `UK` ist `GB`, `EL` ist `GR`, und `NA` in
        /// Großbuchstaben ist Namibia, nicht „nicht angegeben“. Aus einer freien Ortsangabe wird ein Land nur
        /// übernommen, wenn es klar benannt ist: „Munich, Germany“ wird gelesen, „Wilmington, DE“ nicht, denn das kann
        /// Delaware sein. Steht etwas da und ist nichts lesbar, so ist die Zeile `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Land stimmt. Ob die Spalten einer Zeile zueinander, zur Vorwahl und zur Mail-Domain passen, prüft
        /// `country-source`.
    }
    "country" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Country, Column::Location, Column::CompanyCountry],
        bins: &[
            "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
            "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
            "other", "illegible", "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["AT", "", ""], &["Belgique", "", ""], &["BGR", "", ""], &["Suisse", "", ""],
                    &["Zypern", "", ""], &["Česko", "", ""], &["Deutschland", "", ""], &["dk", "", ""],
                    &["Eesti", "", ""], &["España", "", ""], &["Suomi", "", ""], &["F", "", ""],
                    &["Royaume-Uni", "", ""], &["EL", "", ""], &["Hrvatska", "", ""], &["Węgry", "", ""],
                    &["IRL", "", ""], &["Ísland", "", ""], &["Włochy", "", ""], &["LI", "", ""],
                    &["Litauen", "", ""], &["Lëtzebuerg", "", ""], &["Latvia", "", ""], &["MT", "", ""],
                    &["Pays-Bas", "", ""], &["N", "", ""], &["Polska", "", ""], &["Portugal", "", ""],
                    &["România", "", ""], &["Sverige", "", ""], &["SI", "", ""], &["Slovensko", "", ""],
                    &["NA", "", ""], &["Atlantis", "", ""], &["n/a", "", ""],
                ],
                &[
                    "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
                    "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
                    "other", "illegible", "blank",
                ],
            ),
            Example::rows(
                &[
                    &["", "Munich Area, Germany", "FR"],
                    &["", "Wilmington, DE", ""],
                    &["Atlantis", "", "NL"],
                ],
                &["DE", "illegible", "NL"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::country::{Said, of_rows};
    let (other, illegible, blank) = (32, 33, 34);
    let named = &CHECK.bins[..usize::from(other)];
    of_rows(batch)
        .iter()
        .map(|said| match said {
            // the bins stand in the order of their letters
            Said::Country(c) => named.binary_search(&c.code()).map_or(other, |at| at as u8),
            Said::Illegible => illegible,
            Said::Blank => blank,
        })
        .collect()
}
