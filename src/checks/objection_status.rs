crate::check! {
    en {
        /// Did the person object to being approached?
        ///
        /// ## What is sorted
        /// Every row, by its cells of an objection, of the marketing status and of the day on which consent was
        /// withdrawn. The worst of them counts.
        ///
        /// ## Why it matters
        /// Whoever objects to advertising must not be approached any more, on any channel and in any country, Art.
        /// 21(2) and (3) GDPR. A list that does not say who objected cannot be used without that risk.
        ///
        /// ## How it is decided
        /// Yes in a column of objections means *do not*, unless its header says the opposite ("contact allowed").
        /// Which words are yes and no is decided over all cells of the column; a day instead of a yes is an
        /// objection. The marketing status is read word by word; "marketing contact" is a billing state and says
        /// nothing. In a column of days an empty cell means that there was none: `clear`; if it is
        /// empty throughout, it says nothing. Without any column that says something the row is blank.
        ///
        /// ## What it cannot see
        /// Objections that reached the vendor after the export, or never reached this list. Your own suppression list
        /// is sorted by `suppression-match`.
    }
    de {
        /// Hat die Person der Ansprache widersprochen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Widerspruch, zum Werbestatus und zum Tag, an dem eine Einwilligung
        /// widerrufen wurde. Es zählt die schlechteste.
        ///
        /// ## Warum es zählt
        /// Wer der Werbung widerspricht, darf nicht mehr angesprochen werden, auf keinem Kanal und in keinem Land,
        /// Art. 21 Abs. 2 und 3 DSGVO. Eine Liste, die nicht sagt, wer widersprochen hat, lässt sich nur auf dieses
        /// Risiko hin nutzen.
        ///
        /// ## Wie entschieden wird
        /// Ein Ja in einer Spalte zum Widerspruch heißt *nicht ansprechen*, es sei denn, ihr Kopf sagt das Gegenteil
        /// („Kontakt erlaubt“). Welche Wörter Ja und Nein sind, entscheidet sich über alle Zellen der Spalte; ein Tag
        /// statt eines Ja ist ein Widerspruch. Der Werbestatus wird Wort für Wort gelesen; „Marketing contact“ ist
        /// ein Abrechnungsmerkmal und sagt nichts. In einer Spalte mit Tagen heißt eine leere Zelle, dass es keinen
        /// gab: `clear`; ist sie durchweg leer, sagt sie nichts. Ohne jede Spalte, die etwas sagt, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Widersprüche, die den Anbieter nach dem Export oder diese Liste nie erreicht haben. Ihre eigene Sperrliste
        /// sortiert `suppression-match`.
    }
    "objection-status" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ObjectionStatus, Column::MarketingStatus, Column::ConsentWithdrawnAt],
        bins: &["objected", "withdrawn", "unsubscribed", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["ja", ""],
                    &["nein", ""],
                    &["", "unsubscribed"],
                    &["", "subscribed"],
                    &["nein", "no_consent"],
                    &["", "widerrufen"],
                    &["", "archived"],
                    &["", "Marketing contact"],
                    &["", "vielleicht"],
                    &["", ""],
                ],
                &[
                    "objected",
                    "clear",
                    "unsubscribed",
                    "clear",
                    "objected",
                    "withdrawn",
                    "blank",
                    "blank",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(
                &[
                    &["x", ""],
                    &["", ""],
                ],
                &["objected", "clear"],
            ),
            Example::rows(
                &[
                    &["2025-03-01", ""],
                    &["", ""],
                ],
                &["objected", "clear"],
            ),
            Example::rows(
                &[
                    &["", "", ""],
                ],
                &["blank"],
            ),
            Example::rows(
                &[
                    &["", "", "2026-02-03"],
                    &["", "", ""],
                    &["nein", "", "03.02.2026"],
                    &["", "subscribed", ""],
                    &["", "", "irgendwann"],
                ],
                &["withdrawn", "clear", "withdrawn", "clear", "illegible"],
            ),
            Example::rows(
                &[
                    &["yes", ""],
                    &["nein", ""],
                    &["Widerspruch", ""],
                    &["no", ""],
                ],
                &["illegible", "illegible", "objected", "illegible"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::standing::objection(batch)
}
