crate::check! {
    en {
        /// Did the person consent to text messages?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the consent for single channels, the list of channels, the state of the consent
        /// and the day of its withdrawal. A blank list of channels is taken from the consent text that the row names,
        /// if the vendor has declared that text.
        ///
        /// ## Why it matters
        /// A text message is electronic mail: with few exceptions it may be sent for advertising only with prior
        /// consent, Directive 2002/58 Art. 13(1).
        ///
        /// ## How it is decided
        /// A withdrawal, or a refusal, comes before everything else. A yes for text messages is `given`; if the
        /// consent has expired it is `not-covered`, and if it was only requested it is `illegible`. If other channels
        /// are named and text messages is not, the row is `not-covered`. An empty box in a column of ticks is
        /// `not-covered`. One tick for all channels names none of them and is `illegible` here. A consent to calls to
        /// the same number is none to text messages. If nothing is said about any channel, the row is blank.
        ///
        /// ## What it cannot see
        /// Whether the consent was given at all, for whom, and with which words: sorted by `basis-evidence`,
        /// `consent-recipients` and `consent-date`.
    }
    de {
        /// Hat die Person in Kurznachrichten eingewilligt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zur Einwilligung in einzelne Kanäle, zur Liste der Kanäle, zum Stand der
        /// Einwilligung und zum Tag ihres Widerrufs. Eine leere Kanalliste wird aus dem Einwilligungstext ergänzt,
        /// den die Zeile nennt, wenn der Anbieter diesen Text erklärt hat.
        ///
        /// ## Warum es zählt
        /// Eine Kurznachricht ist elektronische Post: Zur Werbung darf sie, von wenigen Ausnahmen abgesehen, nur mit
        /// vorheriger Einwilligung verschickt werden, Richtlinie 2002/58 Art. 13 Abs. 1.
        ///
        /// ## Wie entschieden wird
        /// Ein Widerruf oder eine Ablehnung geht allem vor. Ein Ja zu Kurznachrichten ist `given`; ist die
        /// Einwilligung abgelaufen, wird daraus `not-covered`, war sie nur angefragt, `illegible`. Sind andere Kanäle
        /// genannt und Kurznachrichten nicht, ist die Zeile `not-covered`. Ein leeres Kästchen in einer Spalte mit
        /// Häkchen ist `not-covered`. Ein Haken für alle Kanäle nennt keinen davon und ist hier `illegible`. Wer in
        /// Anrufe unter derselben Nummer einwilligt, willigt nicht in Kurznachrichten ein. Ist zu keinem Kanal etwas
        /// gesagt, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Einwilligung überhaupt erteilt wurde, wem und mit welchen Worten: Das sortieren `basis-evidence`,
        /// `consent-recipients` und `consent-date`.
    }
    "consent-sms" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::ConsentEmail,
            Column::ConsentPhone,
            Column::ConsentSms,
            Column::ConsentPost,
            Column::ConsentChannels,
            Column::ConsentStatus,
            Column::ConsentWithdrawnAt,
            Column::ConsentTextId,
        ],
        bins: &["withdrawn", "refused", "not-covered", "given", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["", "", "1", "", "", "", "", ""],
                    &["", "", "0", "", "", "", "", ""],
                    &["", "1", "", "", "", "", "", ""],
                    &["", "", "1", "", "", "", "2026-01-31", ""],
                    &["", "", "", "", "*", "", "", ""],
                    &["", "", "", "", "SMS, E-Mail", "", "", ""],
                    &["", "", "", "", "no sms", "", "", ""],
                    &["", "", "1", "", "", "abgelaufen", "", ""],
                    &["", "", "", "", "", "", "", ""],
                ],
                &[
                    "given",
                    "refused",
                    "not-covered",
                    "withdrawn",
                    "illegible",
                    "given",
                    "refused",
                    "not-covered",
                    "blank",
                ],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::consent::channel(batch, crate::record::channel::Channel::Sms)
}
