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
        /// Where a person lives or works in truth; it reads what the row says. Overseas territories count as the
        /// country code that the row gives.
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
        /// Wo eine Person wirklich lebt oder arbeitet; er liest, was in der Zeile steht. Überseegebiete zählen als das
        /// Land, dessen Code die Zeile nennt.
    }
    "territory" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Country, Column::Location, Column::CompanyCountry],
        bins: &["eu", "eea-efta", "uk", "ch", "elsewhere", "illegible", "blank"],
        examples: &[
            Example::rows(&[&["DE", "", ""]], &["eu"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    vec![0; batch.rows()]
}
