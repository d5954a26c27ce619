crate::check! {
    en {
        /// What did the person do to consent?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the method of consent.
        ///
        /// ## Why it matters
        /// Consent is an act. A box that was ticked beforehand, silence or going on as before is none, Art. 4(11) and
        /// Recital 32 GDPR, and whoever relies on a consent has to prove the act (CJEU C-61/19).
        ///
        /// ## How it is decided
        /// By phrases in nine languages. The acts are `double-opt-in` (confirmed through a message), `written` (signed
        /// or on paper), `recorded-call` and `single-opt-in` (a box ticked, a sign-up); "opt-in" alone is single. A
        /// customer relation, a business card, an opt-out box and accepted terms are `implied`. If a cell names several
        /// acts, the worst counts; a ticked-beforehand or implied consent is believed whatever stands beside it, an act
        /// only if the whole cell is understood. Where it happened ("web form", "phone") or that it was "explicit" is
        /// no act: illegible, and so are yes and no.
        ///
        /// ## What it cannot see
        /// Whether the act took place, and what the form looked like. A recording or a signed form stays with the
        /// vendor.
    }
    de {
        /// Was hat die Person getan, um einzuwilligen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zur Art der Einwilligung.
        ///
        /// ## Warum es zählt
        /// Einwilligen ist ein Handeln. Ein vorangekreuztes Feld, Schweigen oder Weitermachen genügt nicht, Art. 4 Nr.
        /// 11 und Erwägungsgrund 32 DSGVO; und wer sich auf die Einwilligung stützt, muss die Handlung nachweisen (EuGH
        /// C-61/19).
        ///
        /// ## Wie entschieden wird
        /// Nach Wendungen aus neun Sprachen. Handlungen sind `double-opt-in` (über eine Nachricht bestätigt), `written`
        /// (unterschrieben oder auf Papier), `recorded-call` (aufgezeichneter Anruf) und `single-opt-in` (angekreuzt,
        /// angemeldet); „Opt-in“ allein ist einfach. Kundenbeziehung, Visitenkarte, Opt-out-Feld und bestätigte AGB
        /// sind `implied`. Nennt eine Zelle mehreres, zählt das Schlechteste. Ein vorangekreuztes Feld oder
        /// Stillschweigen wird geglaubt, was auch daneben steht; eine Handlung nur, wenn die ganze Zelle verstanden
        /// ist. Wo es geschah („Webformular“, „Telefon“) oder dass es „ausdrücklich“ war, ist keine Handlung: unlesbar,
        /// ebenso Ja und Nein.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Handlung stattfand und wie das Formular aussah. Aufzeichnung und unterschriebenes Blatt bleiben beim
        /// Anbieter.
    }
    "consent-method" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentMethod, Column::ConsentMethod],
        bins: &[
            "pre-ticked",
            "implied",
            "single-opt-in",
            "recorded-call",
            "written",
            "double-opt-in",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["vorangekreuzt"],
                    &["case pré-cochée"],
                    &["Bestandskunde"],
                    &["soft opt-in"],
                    &["silencio"],
                    &["Opt-in"],
                    &["Häkchen gesetzt"],
                    &["not pre-ticked"],
                    &["chiamata registrata"],
                    &["Voicefile"],
                    &["schriftelijk"],
                    &["podpis elektroniczny"],
                    &["Double-Opt-In"],
                    &["DOI (Web form)"],
                    &["dubbel opt-in"],
                    &["double opt-in, pre-ticked box"],
                    &["DOI pending"],
                    &["no double opt-in"],
                    &["web form"],
                    &["ja"],
                    &["explicit"],
                    &["k.A."],
                    &[""],
                ],
                &[
                    "pre-ticked",
                    "pre-ticked",
                    "implied",
                    "implied",
                    "implied",
                    "single-opt-in",
                    "single-opt-in",
                    "single-opt-in",
                    "recorded-call",
                    "recorded-call",
                    "written",
                    "written",
                    "double-opt-in",
                    "double-opt-in",
                    "double-opt-in",
                    "pre-ticked",
                    "illegible",
                    "illegible",
                    "illegible",
                    "illegible",
                    "illegible",
                    "blank",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["DOI", "implied"], &["DOI", ""], &["", ""]],
                &["implied", "double-opt-in", "blank"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::consent_method::methods(batch)
}
