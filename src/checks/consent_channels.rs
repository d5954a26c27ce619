crate::check! {
    en {
        /// Does the consent name its channels?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the consent for single channels and the list of channels. A blank list of
        /// channels is taken from the consent text that the row names, if the vendor has declared that text.
        ///
        /// ## Why it matters
        /// Consent is given for something specific, Art. 4(11) and 7(2) GDPR, Recital 43. Who ticks one box for
        /// e-mail, telephone, text message and post cannot choose, and has chosen none of them.
        ///
        /// ## How it is decided
        /// A yes or no in the column of one channel, or a channel in the list, is `named`. A word for all channels,
        /// or a mere tick in the column of channels, is `blanket`. Words that are no channel are `illegible`. A
        /// consent without a word about channels is blank.
        ///
        /// ## What it cannot see
        /// How the question was put. Whether the channels that are named cover the one you plan is sorted by the
        /// check of that channel.
    }
    de {
        /// Nennt die Einwilligung ihre Kanäle?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zur Einwilligung in einzelne Kanäle und zur Liste der Kanäle. Eine leere
        /// Kanalliste wird aus dem Einwilligungstext ergänzt, den die Zeile nennt, wenn der Anbieter diesen Text
        /// erklärt hat.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung gilt für etwas Bestimmtes, Art. 4 Nr. 11 und Art. 7 Abs. 2 DSGVO, Erwägungsgrund 43. Wer
        /// mit einem Haken E-Mail, Telefon, Kurznachricht und Post zugleich erlauben soll, kann nicht wählen und hat
        /// nichts davon gewählt.
        ///
        /// ## Wie entschieden wird
        /// Ein Ja oder Nein in der Spalte eines Kanals oder ein Kanal in der Liste ist `named`. Ein Wort für alle
        /// Kanäle oder ein bloßer Haken in der Spalte der Kanäle ist `blanket`. Wörter, die kein Kanal sind, sind
        /// `illegible`. Eine Einwilligung ohne ein Wort zu Kanälen gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Wie die Frage gestellt war. Ob die genannten Kanäle den geplanten abdecken, sortiert der Prüfpunkt des
        /// jeweiligen Kanals.
    }
    "consent-channels" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::ConsentEmail,
            Column::ConsentPhone,
            Column::ConsentSms,
            Column::ConsentPost,
            Column::ConsentChannels,
            Column::ConsentTextId,
        ],
        bins: &["blanket", "named", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["", "", "", "", "all channels", ""],
                    &["", "", "", "", "ja", ""],
                    &["ja", "nein", "", "", "", ""],
                    &["", "", "", "ja", "", ""],
                    &["", "", "", "", "E-Mail; Fax", ""],
                    &["", "", "", "", "Brieftaube", ""],
                    &["", "", "", "", "", ""],
                    &["ja", "", "", "", "alle", ""],
                ],
                &["blanket", "blanket", "named", "named", "named", "illegible", "blank", "blanket"],
            ),
            Example::rows(
                &[
                    &["", "", "", "", "", "T-7"],
                    &["", "", "", "", "", "T-9"],
                ],
                &["named", "blank"],
            )
            .with(r#"
                beleg-declaration = "1"
                [gdpr.consent]
                used = true
                [[gdpr.consent.texts]]
                id = "T-7"
                channels = ["email", "post"]
                "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::consent::named(batch)
}
