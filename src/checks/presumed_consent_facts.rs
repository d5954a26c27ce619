crate::check! {
    en {
        /// Which facts let one presume that the person wants this call?
        ///
        /// ## What is sorted
        /// Every row, by what the vendor states for the source of the row, else for the whole delivery, and by what a
        /// reader found in the paper that is named for it.
        ///
        /// ## Why it matters
        /// In Germany a business may be called without having consented only if concrete facts let one presume its
        /// consent, § 7(2) No. 1 UWG. Without them a number from a public directory may not even be stored for calls:
        /// the balancing of GDPR Art. 6(1)(f) then fails, between businesses too (BVerwG, 29 January 2025, 6 C 3.23).
        ///
        /// ## How it is decided
        /// Concrete is what concerns the people called and this offer: they asked for offers of this kind, the number
        /// was published for it, the trade of the segment cannot do without the goods and there is a reason for calling
        /// now. That the number is public, that the company is in the trade, that everybody buys something, holds for
        /// every call and is `generic-claim`.
        ///
        /// `concrete-facts` counts with the paper that shows them at hand, or with a reviewer's answer; said without
        /// either it is a `generic-claim`. What the vendor or a reviewer calls `contradicted` is so, and so is every
        /// presumption about a row that carries an objection or a refusal of calls. If nothing is stated, the row is
        /// blank.
        ///
        /// ## What it cannot see
        /// Whether a court would find the facts sufficient. It asks for facts in every country; policies ask it where
        /// the law does.
    }
    de {
        /// Welche Tatsachen lassen vermuten, dass die Person diesen Anruf will?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Angabe des Anbieters zur Quelle der Zeile, sonst zur ganzen Lieferung, und nach dem,
        /// was eine Durchsicht in der dafür benannten Unterlage gefunden hat.
        ///
        /// ## Warum es zählt
        /// Ein Unternehmen darf in Deutschland ohne Einwilligung nur angerufen werden, wenn konkrete Tatsachen seine
        /// Einwilligung vermuten lassen, § 7 Abs. 2 Nr. 1 UWG. Fehlen sie, darf eine Nummer aus einem öffentlichen
        /// Verzeichnis nicht einmal für Anrufe gespeichert werden: Die Abwägung nach DSGVO Art. 6 Abs. 1 lit. f fällt
        /// dann zulasten des Anrufers aus, auch zwischen Unternehmen (BVerwG, 29. Januar 2025, 6 C 3.23).
        ///
        /// ## Wie entschieden wird
        /// Konkret ist, was die Angerufenen und dieses Angebot betrifft: Sie haben nach solchen Angeboten gefragt, die
        /// Nummer wurde dafür veröffentlicht, der Betrieb kommt ohne die Ware nicht aus und es gibt einen Anlass, jetzt
        /// anzurufen. Dass die Nummer öffentlich ist, dass die Branche passt, dass jeder irgendetwas kauft, gilt für
        /// jeden Anruf und ist `generic-claim`.
        ///
        /// `concrete-facts` zählt, wenn die Unterlage vorliegt, die sie zeigt, oder eine Durchsicht es bestätigt; bloß
        /// behauptet ist es `generic-claim`. Was der Anbieter oder eine Durchsicht `contradicted` nennt, ist es, ebenso
        /// jede Vermutung über eine Zeile, die einen Widerspruch oder eine Ablehnung von Anrufen trägt. Ist nichts
        /// angegeben, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Ob ein Gericht die Tatsachen genügen ließe. Er fragt in jedem Land danach; ein Regelwerk fragt ihn dort, wo
        /// das Recht es tut.
    }
    "presumed-consent-facts" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Source,
            Column::ObjectionStatus,
            Column::ConsentPhone,
            Column::MarketingStatus,
            Column::ConsentChannels,
            Column::ConsentStatus,
            Column::ConsentWithdrawnAt,
        ],
        bins: &["contradicted", "generic-claim", "concrete-facts", "illegible", "blank"],
        examples: &[
            Example::rows(&[&["Gelbe Seiten"], &[""]], &["blank"; 2]),
            Example::rows(
                &[
                    &["Anfragen", "", ""],
                    &["Gelbe Seiten", "", ""],
                    &["Messe", "", ""],
                    &["Verband", "", ""],
                    &["Impressum", "", ""],
                    &["Presse", "", ""],
                    // no entry, and two entries: what holds for the delivery
                    &["Telefonbuch", "", ""],
                    &["", "", ""],
                    &["Doppelt", "", ""],
                    // a presumption ends where the person has spoken
                    &["Anfragen", "ja", ""],
                    &["Anfragen", "nein", "nein"],
                    &["Gelbe Seiten", "ja", ""],
                    &["Presse", "ja", ""],
                ],
                &[
                    "concrete-facts",
                    "generic-claim",
                    "generic-claim",
                    "contradicted",
                    "generic-claim",
                    "illegible",
                    "generic-claim",
                    "generic-claim",
                    "generic-claim",
                    "contradicted",
                    "contradicted",
                    "contradicted",
                    "illegible",
                ],
            )
            .with(STATED, ""),
            // a reader's answer, for one source or for all, and the worst of them
            Example::rows(
                &[&["Anfragen"], &["Gelbe Seiten"], &["Messe"]],
                &["generic-claim", "generic-claim", "concrete-facts"],
            )
            .with(STATED, r#"
                [[review]]
                check = "presumed-consent-facts@requests"
                document = "requests"
                answer = "generic-claim"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "presumed-consent-facts@fair"
                document = "requests"
                answer = "concrete-facts"
                by = "dpo-2026"
                at = 2026-11-20
            "#),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

const STATED: &str = r#"
[gdpr.facts]
presumed-consent-facts = "generic-claim"
[[gdpr.sources]]
id = "requests"
matches = ["Anfragen", "Doppelt"]
presumed-consent-facts = { is = "concrete-facts", document = "requests" }
[[gdpr.sources]]
id = "directory"
matches = ["Gelbe Seiten"]
presumed-consent-facts = "concrete-facts"
[[gdpr.sources]]
id = "fair"
matches = ["Messe", "Doppelt"]
presumed-consent-facts = { is = "concrete-facts", document = "lost" }
[[gdpr.sources]]
id = "association"
matches = ["Verband"]
presumed-consent-facts = "contradicted"
[[gdpr.sources]]
id = "imprint"
matches = ["Impressum"]
[[gdpr.sources]]
id = "press"
matches = ["Presse"]
presumed-consent-facts = "they like calls"
[[gdpr.documents]]
id = "requests"
kind = "basis-statement"
path = "anfragen.pdf"
[[gdpr.documents]]
id = "lost"
kind = "basis-statement"
path = "missing/messe.pdf"
"#;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::{register, stated::Stated};

    let at = |bin| CHECK.at(bin) as u8;
    let (contradicted, illegible) = (at("contradicted"), at("illegible"));
    let stated = Stated::of(batch, &CHECK, &["concrete-facts"], "generic-claim");
    let objections = batch.bins("objection-status");
    let consents = batch.bins("consent-phone");
    let entries = register::entry(batch);
    (0..batch.rows())
        .map(|row| {
            // `objected` stands first among the bins of the one, `withdrawn` and `refused` among those of the other
            let refused = objections[row] == 0 || consents[row] < 2;
            match stated.at(entries[row]) {
                bin if bin < illegible && refused => contradicted,
                bin => bin,
            }
        })
        .collect()
}
