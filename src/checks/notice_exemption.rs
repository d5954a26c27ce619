crate::check! {
    en {
        /// Does the vendor claim that it need not inform the persons?
        ///
        /// ## What is sorted
        /// The delivery, once: an exemption of Art. 14(5) GDPR that the declaration claims.
        ///
        /// ## Why it matters
        /// Whoever holds an address or a number can use it to inform the person. The Polish authority fined a company
        /// that called this a disproportionate effort, and the courts upheld the fine.
        ///
        /// ## How it is decided
        /// From `notice-exemption` in `[gdpr.facts]`, or a `kind` of `[gdpr.notice]` that is a justification of
        /// Art. 14(5). Disproportionate effort claimed for a list with at least one e-mail address or telephone number
        /// of a person is `claimed-despite-contact-data`; function mailboxes and company lines are none. Otherwise a
        /// claim with its assessment at hand is `claimed-with-assessment`, without it `claimed-only`. A claim that
        /// cannot be read is `illegible`; no claim is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the assessment is right, and whether the persons had the information already, if that is the claim.
    }
    de {
        /// Beansprucht der Anbieter, die Personen nicht informieren zu müssen?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: eine Ausnahme nach Art. 14 Abs. 5 DSGVO, die die Erklärung beansprucht.
        ///
        /// ## Warum es zählt
        /// Wer eine Adresse oder Nummer hat, kann die Person damit informieren. Gegen ein Unternehmen, das dies einen
        /// unverhältnismäßigen Aufwand nannte, verhängte die polnische Aufsicht eine Geldbuße, die Gerichte bestätigten
        /// sie.
        ///
        /// ## Wie entschieden wird
        /// Aus `notice-exemption` in `[gdpr.facts]` oder einer `kind` von `[gdpr.notice]`, die eine Begründung nach
        /// Art. 14 Abs. 5 ist. Unverhältnismäßiger Aufwand bei einer Liste mit auch nur einer E-Mail-Adresse oder
        /// Rufnummer einer Person ist `claimed-despite-contact-data`; Funktionspostfächer und Firmenanschlüsse zählen
        /// nicht. Sonst ist eine Ausnahme mit vorliegender Abwägung `claimed-with-assessment`, ohne sie `claimed-only`.
        /// Unlesbares ist `illegible`, keine Angabe `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Abwägung stimmt, und ob die Personen schon informiert waren, falls das die Begründung ist.
    }
    "notice-exemption" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::Email, Column::Phone],
        bins: &["claimed-despite-contact-data", "claimed-only", "claimed-with-assessment", "illegible", "blank"],
        examples: &[
            Example::rows(PERSON, &["claimed-despite-contact-data"])
                .with("gdpr.notice.kind = \"eu-gdpr:JustificationA14DisproportionateEffort\"", ""),
            Example::rows(&[&["", "0171 3920001"]], &["claimed-despite-contact-data"])
                .with("gdpr.facts.notice-exemption = \"claimed-only\"", ""),
            // an assessment helps nobody who holds the address
            Example::rows(PERSON, &["claimed-despite-contact-data"]).with(ASSESSED, ""),
            Example::rows(FUNCTION, &["claimed-with-assessment"]).with(ASSESSED, ""),
            Example::rows(FUNCTION, &["claimed-only"])
                .with("gdpr.facts.notice-exemption = \"claimed-with-assessment\"", ""),
            Example::rows(FUNCTION, &["claimed-only"])
                .with("gdpr.notice.kind = \"https://w3id.org/dpv/2.3/legal/eu/gdpr#JustificationA14DisproportionateEffort\"", ""),
            // who was informed already may well be reachable
            Example::rows(PERSON, &["claimed-only"])
                .with("gdpr.notice.kind = \"eu-gdpr:JustificationA14EntityAlreadyInformed\"", ""),
            Example::rows(FUNCTION, &["claimed-despite-contact-data"])
                .with("gdpr.facts.notice-exemption = \"claimed-despite-contact-data\"", ""),
            Example::rows(PERSON, &["illegible"]).with("gdpr.facts.notice-exemption = \"too much work\"", ""),
            Example::rows(PERSON, &["blank"])
                .with("gdpr.notice.kind = \"eu-gdpr:IndirectDataCollectionNotice\"", ""),
            Example::rows(PERSON, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::dossier::{EXEMPTIONS, Grade};
use crate::record::papers::Papers;

const PERSON: &[&[&str]] = &[&["a.lind@nordwerk-beispiel.de", ""]];
const FUNCTION: &[&[&str]] = &[&["info@nordwerk-beispiel.de", ""], &["", ""]];
const ASSESSED: &str = r#"
[gdpr.facts]
notice-exemption = { is = "claimed-with-assessment", document = "effort" }
[[gdpr.documents]]
id = "effort"
kind = "art14-notice"
path = "effort.pdf"
"#;

/// What reaches a person: bins of `mail-nature` and `phone-kind`.
const REACHES: [(&str, &[&str]); 2] = [
    (
        "mail-nature",
        &[
            "personal",
            "professional-role-of-natural-person",
            "professional-named",
        ],
    ),
    (
        "phone-kind",
        &[
            "home-line",
            "unclear-line",
            "mobile",
            "direct-line",
            "fixed-line",
        ],
    ),
];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let known = papers.dossier.fact(&CHECK, None);
    let notice = papers
        .dossier
        .declaration
        .as_ref()
        .and_then(|d| d.notice.as_ref());
    let term = notice.and_then(|n| n.exemption);
    let (is, assessed) = match known {
        None if term.is_none() => return "blank",
        None => ("claimed-only", false),
        Some(k) => (k.is, k.grade != Grade::Declared),
    };
    if is == "illegible" && term.is_none() {
        return "illegible";
    }
    let reached = REACHES.iter().any(|(check, bins)| {
        let rows = papers.rows(check);
        bins.iter().any(|b| rows.contains_key(b))
    });
    let informed = term.is_some_and(|t| t == EXEMPTIONS[1]);
    if is == "claimed-despite-contact-data" || (reached && !informed) {
        "claimed-despite-contact-data"
    } else if is == "claimed-with-assessment" && assessed {
        "claimed-with-assessment"
    } else {
        "claimed-only"
    }
}
