crate::check! {
    en {
        /// Is the consent in force?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the state of the consent and of the day on which it was withdrawn.
        ///
        /// ## Why it matters
        /// A consent may be withdrawn at any time, and nothing may be sent on its strength from then on, Art. 7(3)
        /// GDPR. One that was refused, or only asked for, never existed.
        ///
        /// ## How it is decided
        /// Words are read in nine languages into the states of the Data Privacy Vocabulary. A day of withdrawal, or a
        /// word in its place, makes the row `withdrawn` whatever its state says; something unreadable there makes a
        /// consent given `illegible`. A yes under a header such as "no consent" is `refused`. Who unsubscribed has
        /// withdrawn. "Archived" and words that say nothing of a consent, such as "customer", are `unknown`. A date is
        /// no state. Of several columns the worst counts.
        ///
        /// ## What it cannot see
        /// Withdrawals that never reached the list, and whether a consent that is said to be given was ever given.
    }
    de {
        /// Besteht die Einwilligung?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Stand der Einwilligung und zum Tag ihres Widerrufs.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung lässt sich jederzeit widerrufen; von da an trägt sie nichts mehr, Art. 7 Abs. 3 DSGVO. Wo
        /// sie verweigert oder nur erbeten wurde, gab es sie nie.
        ///
        /// ## Wie entschieden wird
        /// Wörter aus neun Sprachen werden auf die Zustände des Data Privacy Vocabulary zurückgeführt. Ein Tag des
        /// Widerrufs, oder ein Wort an seiner Stelle, macht die Zeile `withdrawn`, was auch ihr Stand sagt; etwas
        /// Unlesbares dort macht eine erteilte Einwilligung `illegible`. Ein Ja unter einer Überschrift wie „keine
        /// Einwilligung“ ist `refused`. Wer sich abgemeldet hat, hat widerrufen. „Archiviert“ und Wörter, die von einer
        /// Einwilligung nichts sagen, etwa „Kunde“, sind `unknown`. Ein Datum ist kein Stand. Von mehreren Spalten
        /// zählt die schlechteste.
        ///
        /// ## Was er nicht sehen kann
        /// Widerrufe, die diese Liste nie erreicht haben, und ob je erteilt wurde, was als erteilt gilt.
    }
    "consent-status" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentStatus, Column::ConsentWithdrawnAt],
        bins: &[
            "withdrawn",
            "revoked",
            "refused",
            "invalidated",
            "terminated",
            "expired",
            "requested",
            "request-deferred",
            "unknown",
            "renewed",
            "given",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["widerrufen"],
                    &["dpv:ConsentRevoked"],
                    &["no_consent"],
                    &["opt-out"],
                    &["ConsentInvalidated"],
                    &["beendet"],
                    &["scaduto"],
                    &["pending"],
                    &["ConsentRequestDeferred"],
                    &["archived"],
                    &["Kunde"],
                    &["RenewedConsentGiven"],
                    &["subscribed"],
                    &["Einwilligung erteilt"],
                    &["désabonné"],
                    &["1"],
                    &["0"],
                    &["2025-03-01"],
                    &["vielleicht"],
                    &["unbekannt"],
                    &[""],
                ],
                &[
                    "withdrawn",
                    "revoked",
                    "refused",
                    "refused",
                    "invalidated",
                    "terminated",
                    "expired",
                    "requested",
                    "request-deferred",
                    "unknown",
                    "unknown",
                    "renewed",
                    "given",
                    "given",
                    "withdrawn",
                    "given",
                    "refused",
                    "illegible",
                    "illegible",
                    "blank",
                    "blank",
                ],
            ),
            Example::rows(
                &[
                    &["given", "2026-05-01"],
                    &["given", ""],
                    &["given", "bald"],
                    &["expired", "bald"],
                    &["", "03.05.2026"],
                    &["", "bald"],
                    &["", ""],
                ],
                &["withdrawn", "given", "illegible", "expired", "withdrawn", "illegible", "blank"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::standing::status(batch)
}
