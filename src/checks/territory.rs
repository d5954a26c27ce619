crate::check! {
    en {
        /// Which data protection regime does the row fall under?
        ///
        /// ## What is sorted
        /// Every row, by the country that it belongs to.
        ///
        /// ## Why it matters
        /// The country of the person who is approached decides which law governs the message. A row without a country
        /// finds no rule at all, and so cannot be judged for any channel.
        ///
        /// ## How it is decided
        /// From the check `country`: member states of the European Union are `eu`; Iceland, Liechtenstein and Norway
        /// are `eea-efta`; then `uk`, `ch`, and `elsewhere` for every other country that could be read.
        ///
        /// ## What it cannot see
        /// Where a person lives or works in truth; it reads what the row says. Overseas territories with a code of
        /// their own, Greenland or Jersey for example, are `elsewhere`, unless the law of the Union applies there in
        /// full: Guadeloupe, French Guiana, Martinique, Mayotte, Réunion, Saint-Martin and Åland are `eu`.
    }
    de {
        /// Unter welches Datenschutzrecht fällt die Zeile?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Land, zu dem sie gehört.
        ///
        /// ## Warum es zählt
        /// Das Land der angesprochenen Person bestimmt, welches Recht für die Nachricht gilt. Eine Zeile ohne Land
        /// findet gar keine Regel und lässt sich deshalb für keinen Kanal beurteilen.
        ///
        /// ## Wie entschieden wird
        /// Aus dem Prüfpunkt `country`: Mitgliedstaaten der Europäischen Union sind `eu`; Island, Liechtenstein und
        /// Norwegen sind `eea-efta`; dann `uk`, `ch` und `elsewhere` für jedes andere lesbare Land.
        ///
        /// ## Was er nicht sehen kann
        /// Wo eine Person wirklich lebt oder arbeitet; er liest, was in der Zeile steht. Überseegebiete mit eigenem
        /// Code, etwa Grönland oder Jersey, sind `elsewhere`, es sei denn, das Unionsrecht gilt dort uneingeschränkt:
        /// Guadeloupe, Französisch-Guayana, Martinique, Mayotte, Réunion, Saint-Martin und Åland sind `eu`.
    }
    "territory" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Country, Column::Location, Column::CompanyCountry],
        bins: &["eu", "eea-efta", "uk", "ch", "elsewhere", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["DE", "", ""],
                    &["Norge", "", ""],
                    &["UK", "", ""],
                    &["Schweiz", "", ""],
                    &["United States", "", ""],
                    &["Narnia", "", ""],
                    &["", "", ""],
                ],
                &["eu", "eea-efta", "uk", "ch", "elsewhere", "illegible", "blank"],
            ),
            Example::rows(
                &[&["RE", "", ""], &["", "Munich Area, Germany", ""], &["", "", "FR"]],
                &["eu", "eu", "eu"],
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
    of_rows(batch)
        .iter()
        .map(|said| match said {
            Said::Country(c) => match &c.bytes() {
                b"AT" | b"BE" | b"BG" | b"CY" | b"CZ" | b"DE" | b"DK" | b"EE" | b"ES" | b"FI"
                | b"FR" | b"GR" | b"HR" | b"HU" | b"IE" | b"IT" | b"LT" | b"LU" | b"LV" | b"MT"
                | b"NL" | b"PL" | b"PT" | b"RO" | b"SE" | b"SI" | b"SK" => 0,
                b"IS" | b"LI" | b"NO" => 1,
                b"GB" => 2,
                b"CH" => 3,
                _ => 4,
            },
            Said::Illegible => 5,
            Said::Blank => 6,
        })
        .collect()
}
