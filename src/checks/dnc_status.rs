crate::check! {
    en {
        /// Is the number entered in a do-not-call register?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the result of a screening.
        ///
        /// ## Why it matters
        /// Whoever has entered a number in such a register wants no advertising calls, Directive 2002/58 Art. 13(3). In
        /// Italy an entered number may not even be passed on.
        ///
        /// ## How it is decided
        /// Yes means *do not call*, unless the header says the opposite ("may call"); which words are yes and no is
        /// decided over all cells of the column. A word for a hit, the name of a register or the day of the entry is
        /// `listed` too. An empty cell beside a day of screening that can be read means that the number was not found:
        /// `clear`. Without such a day it says nothing. Of several columns the worst counts.
        ///
        /// ## What it cannot see
        /// In which register the number stands (`dnc-register`), and entries since the screening. An empty cell is not
        /// filled from the declaration, which knows no single number.
    }
    de {
        /// Steht die Nummer in einem Sperrregister für Anrufe?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Ergebnis eines Abgleichs.
        ///
        /// ## Warum es zählt
        /// Wer eine Nummer in ein solches Register eintragen lässt, will keine Werbeanrufe, Richtlinie 2002/58 Art. 13
        /// Abs. 3. In Italien darf eine eingetragene Nummer nicht einmal weitergegeben werden.
        ///
        /// ## Wie entschieden wird
        /// Ja heißt *nicht anrufen*, es sei denn, die Überschrift sagt das Gegenteil („Anruf erlaubt“); welche Wörter
        /// Ja und Nein sind, entscheidet sich über alle Zellen der Spalte. Ein Wort für einen Treffer, der Name eines
        /// Registers oder der Tag des Eintrags ist ebenfalls `listed`. Eine leere Zelle neben einem lesbaren Tag des
        /// Abgleichs heißt, dass die Nummer nicht gefunden wurde: `clear`. Ohne einen solchen Tag sagt sie nichts. Von
        /// mehreren Spalten zählt die schlechteste.
        ///
        /// ## Was er nicht sehen kann
        /// In welchem Register die Nummer steht (`dnc-register`), und was seit dem Abgleich eingetragen wurde. Eine
        /// leere Zelle wird nicht aus der Erklärung ergänzt: Die kennt keine einzelne Nummer.
    }
    "dnc-status" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncStatus, Column::DncScreenedAt, Column::DncStatus],
        bins: &["listed", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["ja", ""], &["nein", ""], &["", "2026-11-01"], &["", ""], &["k.A.", "bald"], &["", "2027-01-01"]],
                &["listed", "clear", "clear", "blank", "blank", "blank"],
            ),
            // ticks: the empty box says nothing without a screening
            Example::rows(&[&["x", ""], &["", ""], &["", "01.11.2026"]], &["listed", "blank", "clear"]),
            Example::rows(
                &[
                    &["TPS"],
                    &["not listed"],
                    &["eingetragen"],
                    &["2024-02-29"],
                    &["Bloctel: inscrit"],
                    &["yes"],
                    &["perhaps"],
                ],
                &["listed", "clear", "listed", "listed", "listed", "illegible", "illegible"],
            ),
            Example::rows(
                &[&["2024-02-29", "2026-11-01"], &["", "2026-11-01"], &["", ""]],
                &["listed", "clear", "blank"],
            ),
            Example::rows(
                &[&["N", "2026-11-01", "Y"], &["N", "2026-11-01", "N"], &["N", "2026-11-01", "?"]],
                &["listed", "clear", "clear"],
            ),
            Example::rows(&[&[]], &["blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let states = crate::data::screening::states(batch);
    states.iter().map(|s| *s as u8).collect()
}
