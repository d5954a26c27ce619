crate::check! {
    en {
        /// Did the person consent to automated calls?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the consent for single channels, the list of channels, the state of the consent
        /// and the day of its withdrawal. A blank list of channels is taken from the consent text that the row names,
        /// if the vendor has declared that text.
        ///
        /// ## Why it matters
        /// Calls by machines need prior consent throughout the Union, Directive 2002/58 Art. 13(1), and it must be a
        /// consent to just that.
        ///
        /// ## How it is decided
        /// A withdrawal, or a refusal, comes before everything else. A yes for automated calls is `given`; if the
        /// consent has expired it is `not-covered`, and if it was only requested it is `illegible`. If other channels
        /// are named and automated calls is not, the row is `not-covered`. One tick for all channels names none of
        /// them and is `illegible` here. A consent to calls by a person is none to calls by a machine. If nothing is
        /// said about any channel, the row is blank.
        ///
        /// ## What it cannot see
        /// Whether the consent was given at all, for whom, and with which words: sorted by `basis-evidence`,
        /// `consent-recipients` and `consent-date`.
    }
    de {
        /// Hat die Person in automatische Anrufe eingewilligt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zur Einwilligung in einzelne Kanäle, zur Liste der Kanäle, zum Stand der
        /// Einwilligung und zum Tag ihres Widerrufs. Eine leere Kanalliste wird aus dem Einwilligungstext ergänzt,
        /// den die Zeile nennt, wenn der Anbieter diesen Text erklärt hat.
        ///
        /// ## Warum es zählt
        /// Anrufe durch Automaten brauchen in der ganzen Union eine vorherige Einwilligung, Richtlinie 2002/58 Art.
        /// 13 Abs. 1, und zwar eine in genau solche Anrufe.
        ///
        /// ## Wie entschieden wird
        /// Ein Widerruf oder eine Ablehnung geht allem vor. Ein Ja zu automatischen Anrufen ist `given`; ist die
        /// Einwilligung abgelaufen, wird daraus `not-covered`, war sie nur angefragt, `illegible`. Sind andere Kanäle
        /// genannt und automatischen Anrufen nicht, ist die Zeile `not-covered`. Ein Haken für alle Kanäle nennt
        /// keinen davon und ist hier `illegible`. Wer in Anrufe durch Menschen einwilligt, willigt nicht in Anrufe
        /// durch Automaten ein. Ist zu keinem Kanal etwas gesagt, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Einwilligung überhaupt erteilt wurde, wem und mit welchen Worten: Das sortieren `basis-evidence`,
        /// `consent-recipients` und `consent-date`.
    }
    "consent-auto-call" {
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
                    &["", "", "", "", "automated calls", "", "", ""],
                    &["", "", "", "", "no robocalls", "", "", ""],
                    &["", "yes", "", "", "", "", "", ""],
                    &["", "", "", "", "IVR", "revoked", "", ""],
                    &["", "", "", "", "alle Kanäle", "", "", ""],
                    &["", "", "", "", "Telefon; automatische Anrufe", "", "", ""],
                    &["", "", "", "", "", "given", "", ""],
                    &["", "", "", "", "Rauchzeichen", "", "", ""],
                    &["", "", "", "", "", "", "", ""],
                ],
                &[
                    "given",
                    "refused",
                    "not-covered",
                    "withdrawn",
                    "illegible",
                    "given",
                    "blank",
                    "illegible",
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
    crate::data::consent::channel(batch, crate::record::channel::Channel::AutoCall)
}
