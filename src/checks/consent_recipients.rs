crate::check! {
    en {
        /// Does the consent name the buyer?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the recipients of the consent. If it is blank, by the recipients of the consent
        /// text that the row names, if the vendor has declared that text.
        ///
        /// ## Why it matters
        /// Who consents must know to whom. Every company that wants to rely on a consent must be named in it, EDPB
        /// Guidelines 05/2020 §§ 64–65; a buyer who was not named has been fined for it (CNIL, HUBSIDE.STORE,
        /// SAN-2024-004).
        ///
        /// ## How it is decided
        /// The cell is compared with the names in the buyer's dossier, former ones and the LEI included, without
        /// regard to case, accents and punctuation. The whole name anywhere in the text, or an entry that is the name
        /// without its legal form, is `names-buyer`, whoever else is named. An open circle such as "partners", or a
        /// tick under a partner opt-in, is `open-list`; a statement that nobody receives the data is `no-recipients`;
        /// other names are `names-others`. Without the buyer's names in the dossier nothing can be compared:
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the name stood in the text on the day of the consent, and whether a group's name was meant for one
        /// of its companies.
    }
    de {
        /// Nennt die Einwilligung den Käufer?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zu den Empfängern der Einwilligung. Ist sie leer, nach den Empfängern des
        /// Einwilligungstexts, den die Zeile nennt, wenn der Anbieter diesen Text erklärt hat.
        ///
        /// ## Warum es zählt
        /// Wer einwilligt, muss wissen, wem gegenüber. Jedes Unternehmen, das sich auf eine Einwilligung stützen
        /// will, muss darin genannt sein, EDSA-Leitlinien 05/2020 Rn. 64–65; ein nicht genannter Käufer musste dafür
        /// Bußgeld zahlen (CNIL, HUBSIDE.STORE, SAN-2024-004).
        ///
        /// ## Wie entschieden wird
        /// Verglichen wird mit den Namen in der Akte des Käufers, frühere und die LEI eingeschlossen, ohne Rücksicht
        /// auf Groß- und Kleinschreibung, Akzente und Satzzeichen. Der ganze Name irgendwo im Text oder ein Eintrag,
        /// der dem Namen ohne Rechtsform gleicht, ist `names-buyer`, wer auch sonst noch genannt ist. Ein offener
        /// Kreis wie „Partner“ oder ein Haken unter einem Partner-Opt-in ist `open-list`; die Angabe, dass niemand
        /// die Daten erhält, `no-recipients`; andere Namen sind `names-others`. Stehen in der Akte keine Namen des
        /// Käufers, lässt sich nichts vergleichen: `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Name am Tag der Einwilligung schon im Text stand, und ob mit dem Namen eines Konzerns eine seiner
        /// Gesellschaften gemeint war.
    }
    "consent-recipients" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentRecipients, Column::ConsentTextId],
        bins: &["open-list", "names-others", "no-recipients", "names-buyer", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Partner", ""],
                    &["third parties", ""],
                    &["Andere GmbH", ""],
                    &["keine Weitergabe", ""],
                    &["", ""],
                ],
                &["open-list", "open-list", "illegible", "no-recipients", "blank"],
            ),
            Example::rows(
                &[
                    &["Beispiel Maschinenbau AG", ""],
                    &["Andere GmbH; BEISPIEL-MASCHINENBAU", ""],
                    &["Beispiel AG", ""],
                    &["sponsors and partners", ""],
                    &["nein", ""],
                    &["0815", ""],
                    &["", "T-7"],
                    &["", "T-8"],
                    &["", "T-9"],
                ],
                &[
                    "names-buyer",
                    "names-buyer",
                    "names-others",
                    "open-list",
                    "no-recipients",
                    "illegible",
                    "names-buyer",
                    "names-others",
                    "blank",
                ],
            )
            .with(r#"
                beleg-declaration = "1"
                [gdpr.consent]
                used = true
                [[gdpr.consent.texts]]
                id = "T-7"
                recipients = ["Andere GmbH", "Beispiel Werkzeuge GmbH"]
                [[gdpr.consent.texts]]
                id = "T-8"
                recipients = ["Andere GmbH"]
                "#, r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [buyer]
                names = ["Beispiel Maschinenbau AG", "Beispiel Werkzeuge GmbH"]
                "#),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::recipients::recipients(batch)
}
