crate::check! {
    en {
        /// Did the person consent to e-mail?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the consent for single channels, the list of channels, the state of the consent
        /// and the day of its withdrawal. A blank list of channels is taken from the consent text that the row names,
        /// if the vendor has declared that text.
        ///
        /// ## Why it matters
        /// Most countries allow advertising by e-mail only with prior consent, Directive 2002/58 Art. 13(1); where
        /// they do not, a refusal still has to be respected, Art. 21 GDPR.
        ///
        /// ## How it is decided
        /// A withdrawal, or a refusal, comes before everything else. A yes for e-mail is `given`; if the consent has
        /// expired it is `not-covered`, and if it was only requested it is `illegible`. If other channels are named
        /// and e-mail is not, the row is `not-covered`. An empty box in a column of ticks is `not-covered`. One tick
        /// for all channels names none of them and is `illegible` here. If nothing is said about any channel, the row
        /// is blank.
        ///
        /// ## What it cannot see
        /// Whether the consent was given at all, for whom, and with which words: sorted by `basis-evidence`,
        /// `consent-recipients` and `consent-date`.
    }
    de {
        /// Hat die Person in E-Mails eingewilligt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zur Einwilligung in einzelne Kanäle, zur Liste der Kanäle, zum Stand der
        /// Einwilligung und zum Tag ihres Widerrufs. Eine leere Kanalliste wird aus dem Einwilligungstext ergänzt,
        /// den die Zeile nennt, wenn der Anbieter diesen Text erklärt hat.
        ///
        /// ## Warum es zählt
        /// In den meisten Ländern ist Werbung per E-Mail nur mit vorheriger Einwilligung erlaubt, Richtlinie 2002/58
        /// Art. 13 Abs. 1; wo nicht, ist doch jede Ablehnung zu beachten, Art. 21 DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Ein Widerruf oder eine Ablehnung geht allem vor. Ein Ja zu E-Mail ist `given`; ist die Einwilligung
        /// abgelaufen, wird daraus `not-covered`, war sie nur angefragt, `illegible`. Sind andere Kanäle genannt und
        /// E-Mail nicht, ist die Zeile `not-covered`. Ein leeres Kästchen in einer Spalte mit Häkchen ist
        /// `not-covered`. Ein Haken für alle Kanäle nennt keinen davon und ist hier `illegible`. Ist zu keinem Kanal
        /// etwas gesagt, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Einwilligung überhaupt erteilt wurde, wem und mit welchen Worten: Das sortieren `basis-evidence`,
        /// `consent-recipients` und `consent-date`.
    }
    "consent-email" {
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
                    &["yes", "", "", "", "", "", "", ""],
                    &["no", "", "", "", "", "", "", ""],
                    &["", "yes", "", "", "", "", "", ""],
                    &["yes", "", "", "", "", "", "2026-05-01", ""],
                    &["", "", "", "", "all channels", "", "", ""],
                    &["", "", "", "", "", "yes", "", ""],
                    &["yes", "", "", "", "", "expired", "", ""],
                    &["yes", "", "", "", "", "pending", "", ""],
                    &["", "", "", "", "E-Mail; Telefon", "", "", ""],
                    &["", "", "", "", "kein Newsletter", "", "", ""],
                    &["", "", "", "", "", "", "", ""],
                ],
                &[
                    "given",
                    "refused",
                    "not-covered",
                    "withdrawn",
                    "illegible",
                    "blank",
                    "not-covered",
                    "illegible",
                    "given",
                    "refused",
                    "blank",
                ],
            ),
            Example::rows(&[&["x"], &[""]], &["given", "not-covered"]),
            Example::rows(
                &[
                    &["", "", "", "", "", "", "", "T-7"],
                    &["", "", "", "", "", "", "", "T-8"],
                    &["", "", "", "", "post", "", "", "T-7"],
                ],
                &["given", "blank", "not-covered"],
            )
            .with(r#"
                beleg-declaration = "1"
                [gdpr.consent]
                used = true
                [[gdpr.consent.texts]]
                id = "T-7"
                channels = ["email"]
                "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::consent::channel(batch, crate::record::channel::Channel::Email)
}
