crate::check! {
    en {
        /// To how many recipients does one consent text give consent?
        ///
        /// ## What is sorted
        /// Each consent text that rows name in `consent_text_id`, by the number of recipients that it names.
        ///
        /// ## Why it matters
        /// Consent is given to somebody. Every company that wants to rely on it must be named (EDPB Guidelines 05/2020
        /// § 65), and whoever agrees must be able to grasp the list. An open circle of partners names nobody; a list of
        /// hundreds is no informed choice, Art. 7(2) GDPR.
        ///
        /// ## How it is decided
        /// From the `recipients` of the text's entry under `[[gdpr.consent.texts]]`: each company counts once, whatever
        /// its spelling and legal form. A word for an open circle ("our partners", "third parties") makes the list
        /// `open-ended`, whoever else stands in it. No recipient at all is `none-named`. A statement under
        /// `consent-partners` or a reviewer's answer counts if it is worse than the list; of several versions of one id
        /// the worst counts.
        ///
        /// A text that is not declared is `blank`; a list that cannot be read is `illegible`.
        ///
        /// ## What it cannot see
        /// The list as it was shown, unless a reviewer has read it, and companies that hide behind one name.
    }
    de {
        /// Wie vielen Empfängern gilt ein Einwilligungstext?
        ///
        /// ## Was sortiert wird
        /// Jeder Einwilligungstext, den Zeilen in `consent_text_id` nennen, nach der Zahl der Empfänger, die er nennt.
        ///
        /// ## Warum es zählt
        /// Eingewilligt wird gegenüber jemandem. Jedes Unternehmen, das sich darauf stützen will, muss genannt sein
        /// (EDSA-Leitlinien 05/2020 Rn. 65), und wer zustimmt, muss die Liste überblicken können. Ein offener Kreis von
        /// Partnern nennt niemanden; eine Liste von Hunderten ist keine informierte Wahl, Art. 7 Abs. 2 DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Aus den `recipients` im Eintrag des Texts unter `[[gdpr.consent.texts]]`: Jedes Unternehmen zählt einmal,
        /// wie auch immer geschrieben und mit welcher Rechtsform. Ein Wort für einen offenen Kreis („unsere Partner“,
        /// „Dritte“) macht die Liste `open-ended`, wer auch sonst noch darin steht. Gar kein Empfänger ist
        /// `none-named`. Eine Angabe unter `consent-partners` oder die Antwort einer Durchsicht zählt, wenn sie
        /// schlechter ist als die Liste; von mehreren Fassungen einer Kennung zählt die schlechteste.
        ///
        /// Ein nicht erklärter Text ist `blank`, eine unlesbare Liste `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Die Liste, wie sie gezeigt wurde, wenn keine Durchsicht sie gelesen hat, und Unternehmen hinter einem
        /// gemeinsamen Namen.
    }
    "consent-partners" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::ConsentTextId],
        bins: &["open-ended", "over-50", "up-to-50", "up-to-10", "none-named", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["T-1"], &["t-2 "], &["T-3"], &["T-4"], &["T-5"], &["T-6"], &["T-7"], &["T-8"], &[""]],
                &["open-ended", "over-50", "up-to-50", "up-to-10", "none-named", "none-named", "illegible", "blank"],
            )
            .with(r#"
                [[gdpr.consent.texts]]
                id = "T-1"
                recipients = ["Beispiel Maschinenbau AG", "unsere Partner"]
                [[gdpr.consent.texts]]
                id = "T-2"
                recipients = [
                    "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "C1",
                    "C2", "C3", "C4", "C5", "C6", "C7", "C8", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "E1", "E2",
                    "E3", "E4", "E5", "E6", "E7", "E8", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "G1", "G2", "G3",
                ]
                [[gdpr.consent.texts]]
                id = "T-3"
                recipients = "A1; A2; A3; A4; A5; A6; A7; A8; A9; B1; B2"
                # ten companies, one of them twice
                [[gdpr.consent.texts]]
                id = "T-4"
                recipients = ["A1 GmbH", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "B1"]
                [[gdpr.consent.texts]]
                id = "T-5"
                recipients = []
                [[gdpr.consent.texts]]
                id = "T-6"
                [[gdpr.consent.texts]]
                id = "T-7"
                recipients = 40
            "#, ""),
            // what a reviewer reads, what the vendor adds, and a second version of the text
            Example::rows(&[&["T-1"], &["T-2"], &["T-3"]], &["open-ended", "over-50", "up-to-50"]).with(
                r#"
                [[gdpr.consent.texts]]
                id = "T-1"
                recipients = ["Beispiel Maschinenbau AG"]
                document = "wording"
                [[gdpr.consent.texts]]
                id = "T-2"
                recipients = ["Beispiel Maschinenbau AG"]
                consent-partners = "over-50"
                [[gdpr.consent.texts]]
                id = "T-3"
                recipients = "A1; A2; A3; A4; A5; A6; A7; A8; A9; B1; B2"
                consent-partners = "up-to-10"
                [[gdpr.consent.texts]]
                id = "t-3"
                recipients = ["A1"]
                [[gdpr.documents]]
                id = "wording"
                kind = "consent-text"
                path = "wording.txt"
                "#,
                r#"
                [[review]]
                check = "consent-partners@T-1"
                document = "wording"
                answer = "open-ended"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            Example::rows(&[&["T-1"]], &["blank"]),
            Example::rows(&[&["-"]], &["blank"]).with("[[gdpr.consent.texts]]\nid = \"-\"", ""),
        ],
    }
    keys(crate::data::consent::TEXT) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use crate::data::recipients::{Crowd, crowd};

    let dossier = view.papers.dossier;
    crate::data::consent::sort_texts(&CHECK, view, |text| {
        let listed = match crowd(&text.recipients) {
            Crowd::Open => "open-ended",
            Crowd::Named(51..) => "over-50",
            Crowd::Named(11..) => "up-to-50",
            Crowd::Named(1..) => "up-to-10",
            Crowd::Named(0) => "none-named",
            Crowd::Illegible => "illegible",
        };
        let known = dossier.fact_of_text(&CHECK, text).map(|known| known.is);
        let worst = known.map_or(CHECK.at(listed), |is| CHECK.at(is).min(CHECK.at(listed)));
        CHECK.bins[worst]
    })
}
