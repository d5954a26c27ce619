crate::check! {
    en {
        /// Is there a picture of the form on which the consent was given?
        ///
        /// ## What is sorted
        /// Each consent text that rows name in `consent_text_id`, by the picture or copy of its form.
        ///
        /// ## Why it matters
        /// Whether a consent was free and clear is decided by the form: what stood beside the box, how large, what was
        /// ticked beforehand. Whoever relies on a consent must be able to show it, Art. 7(1) GDPR; brokers of contacts
        /// were fined over forms that misled (CNIL, TAGADAMEDIA, SAN-2023-025; SOLOCAL, SAN-2025-001).
        ///
        /// ## How it is decided
        /// From the text's entry under `[[gdpr.consent.texts]]` of the same id, compared without regard to case: the
        /// form is held (`form-held`) if the statement under `consent-form` names a document that is at hand with the
        /// right digest, or if a reviewer found the form in one. Otherwise it is missing (`form-missing`), be it that
        /// the entry names only the wording, or that the picture is only said to exist. Of several versions of one id
        /// the worse counts.
        ///
        /// A text that is not declared is `blank`: that it lacks is the matter of other checks. A statement that cannot
        /// be read is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the picture shows the form as it was on the day, and whether that form was fair.
    }
    de {
        /// Gibt es eine Abbildung des Formulars, auf dem eingewilligt wurde?
        ///
        /// ## Was sortiert wird
        /// Jeder Einwilligungstext, den Zeilen in `consent_text_id` nennen, nach der Abbildung oder Kopie seines
        /// Formulars.
        ///
        /// ## Warum es zählt
        /// Ob eine Einwilligung frei und klar war, entscheidet das Formular: was neben dem Kästchen stand, wie groß,
        /// was vorab angekreuzt war. Wer sich auf eine Einwilligung stützt, muss sie nachweisen, Art. 7 Abs. 1 DSGVO;
        /// gegen Adresshändler wurden Bußgelder wegen irreführender Formulare verhängt (CNIL, TAGADAMEDIA,
        /// SAN-2023-025; SOLOCAL, SAN-2025-001).
        ///
        /// ## Wie entschieden wird
        /// Aus dem Eintrag des Texts unter `[[gdpr.consent.texts]]` mit derselben Kennung, ohne Rücksicht auf Groß- und
        /// Kleinschreibung verglichen: `form-held`, wenn die Angabe unter `consent-form` eine Unterlage nennt, die mit
        /// richtiger Prüfsumme vorliegt, oder wenn eine Durchsicht das Formular in einer gefunden hat. Sonst
        /// `form-missing`, mag der Eintrag nur den Wortlaut nennen oder das Bild nur behauptet sein. Von mehreren
        /// Fassungen einer Kennung zählt die schlechtere.
        ///
        /// Ein nicht erklärter Text ist `blank`: Dass er fehlt, ist Sache anderer Prüfpunkte. Eine unlesbare Angabe ist
        /// `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Bild das Formular zeigt, wie es an jenem Tag war, und ob das Formular redlich war.
    }
    "consent-form" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::ConsentTextId],
        bins: &["form-missing", "form-held", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["T-1"], &["t-2"], &["T-3"], &["T-4"], &["T-5"], &["T-6"], &["T-7"], &["T-8"], &[""], &["n/a"]],
                &[
                    "form-missing",
                    "form-missing",
                    "form-missing",
                    "form-missing",
                    "form-held",
                    "form-held",
                    "illegible",
                    "blank",
                ],
            )
            .with(
                r#"
                # the wording alone shows no form
                [[gdpr.consent.texts]]
                id = "T-1"
                document = "wording"
                [[gdpr.consent.texts]]
                id = "T-2"
                consent-form = "form-held"
                [[gdpr.consent.texts]]
                id = "T-3"
                consent-form = { is = "form-held", document = "lost" }
                [[gdpr.consent.texts]]
                id = "T-4"
                consent-form = { is = "form-held", document = "altered" }
                [[gdpr.consent.texts]]
                id = "T-5"
                consent-form = { is = "form-held", document = "form" }
                [[gdpr.consent.texts]]
                id = "T-6"
                [[gdpr.consent.texts]]
                id = "T-7"
                consent-form = "see annex"
                [[gdpr.documents]]
                id = "wording"
                kind = "consent-text"
                path = "wording.txt"
                [[gdpr.documents]]
                id = "form"
                kind = "consent-text"
                path = "form.png"
                [[gdpr.documents]]
                id = "lost"
                kind = "consent-text"
                path = "missing/form.png"
                [[gdpr.documents]]
                id = "altered"
                kind = "consent-text"
                path = "altered.png"
                sha256 = "7c1f6e0b3a5d49c28e77b1045fd2a9630e8c4b17d95a2f60c3e81b7749d0a56f"
                "#,
                r#"
                [[review]]
                check = "consent-form@T-6"
                document = "wording"
                answer = "form-held"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            // a form missed by the reader is missing, whatever was said; so is the form of one version of two
            Example::rows(&[&["T-1"], &["T-2"]], &["form-missing", "form-missing"]).with(
                r#"
                [[gdpr.consent.texts]]
                id = "T-1"
                consent-form = { is = "form-held", document = "form" }
                [[gdpr.consent.texts]]
                id = "T-2"
                valid-to = "2025-12-31"
                consent-form = { is = "form-held", document = "form" }
                [[gdpr.consent.texts]]
                id = "T-2"
                valid-from = "2026-01-01"
                [[gdpr.documents]]
                id = "form"
                kind = "consent-text"
                path = "form.png"
                "#,
                r#"
                [[review]]
                check = "consent-form@T-1"
                document = "form"
                answer = "form-missing"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            Example::rows(&[&["T-1"]], &["blank"]),
            Example::rows(&[&[""]], &["blank"]).with("[[gdpr.consent.texts]]\nid = \"T-1\"", ""),
        ],
    }
    keys(crate::data::consent::TEXT) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use crate::record::dossier::Grade;

    let dossier = view.papers.dossier;
    crate::data::consent::sort_texts(&CHECK, view, |text| {
        match dossier.fact_of_text(&CHECK, text) {
            Some(known) => match known.is {
                "form-held" if known.grade > Grade::Declared => "form-held",
                "form-held" | "form-missing" => "form-missing",
                _ => "illegible",
            },
            None => "form-missing",
        }
    })
}
