crate::check! {
    en {
        /// Do the rows carry the lawful basis that was declared?
        ///
        /// ## What is sorted
        /// The delivery, once: the basis that the vendor declares, for the whole list and per source, against the rows.
        ///
        /// ## Why it matters
        /// A basis cannot be exchanged afterwards. A vendor that declares one and delivers rows with another has either
        /// not looked at the rows or not meant the declaration.
        ///
        /// ## How it is decided
        /// From `gdpr.legal-basis`, the `legal-basis` of the source entries and `gdpr.consent.used`. Rows whose own
        /// cell names something else than any declared basis, or another basis than their source's entry, say
        /// otherwise; at least five of them, and one in a hundred of all rows, are `contradicts`. So is a declared
        /// consent without one filled consent column and without a consent log at hand. What rows only inherit is no
        /// observation: if no row states a basis of its own, it is `not-observable`. A declared basis that cannot be
        /// read is `illegible`; nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the basis holds. Two that say the same can both be wrong.
    }
    de {
        /// Tragen die Zeilen die Rechtsgrundlage, die erklärt wurde?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die vom Anbieter erklärte Grundlage, für die ganze Liste und je Quelle, gegen die
        /// Zeilen.
        ///
        /// ## Warum es zählt
        /// Eine Grundlage lässt sich nicht nachträglich austauschen. Wer die eine erklärt und Zeilen mit einer anderen
        /// liefert, hat entweder die Zeilen nicht angesehen oder die Erklärung nicht ernst gemeint.
        ///
        /// ## Wie entschieden wird
        /// Aus `gdpr.legal-basis`, der `legal-basis` der Quelleneinträge und `gdpr.consent.used`. Zeilen, deren eigene
        /// Zelle etwas anderes nennt als jede erklärte Grundlage oder eine andere als der Eintrag ihrer Quelle, sagen
        /// etwas anderes; mindestens fünf davon, und eine von hundert, sind `contradicts`. Ebenso eine erklärte
        /// Einwilligung ohne eine gefüllte Einwilligungsspalte und ohne vorliegendes Einwilligungsprotokoll. Was Zeilen
        /// nur erben, ist keine Beobachtung: Nennt keine Zeile selbst eine Grundlage, ist es `not-observable`. Eine
        /// unlesbare erklärte Grundlage ist `illegible`, nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Grundlage trägt. Beide können dasselbe sagen und beide irren.
    }
    "declared-basis" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::LawfulBasis, Column::Source],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(INTEREST, &["agrees"]).with("gdpr.legal-basis = \"eu-gdpr:A6-1-f\"", "").headed(),
            Example::rows(INTEREST, &["contradicts"]).with("gdpr.legal-basis = \"contract\"", "").headed(),
            // four rows are a slip
            Example::rows(SLIP, &["agrees"]).with("gdpr.legal-basis = \"eu-gdpr:A6-1-f\"", "").headed(),
            // each basis is declared, but not for this source
            Example::rows(INTEREST, &["contradicts"]).with(r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                legal-basis = "contract"
                [[gdpr.sources]]
                id = "web"
                legal-basis = "eu-gdpr:A6-1-f"
            "#, "").headed(),
            Example::rows(BARE, &["not-observable"]).with("gdpr.legal-basis = \"eu-gdpr:A6-1-f\"", "").headed(),
            // consent without a trace of it, and with a log
            Example::rows(BARE, &["contradicts"]).with("gdpr.consent.used = true", "").headed(),
            Example::rows(BARE, &["not-observable"]).with(r#"
                [gdpr]
                legal-basis = "consent"
                [[gdpr.documents]]
                id = "log"
                kind = "consent-log"
                path = "log.csv"
            "#, "").headed(),
            Example::rows(CONSENT, &["agrees"]).with("gdpr.legal-basis = \"consent\"", "").headed(),
            Example::rows(CONSENT, &["contradicts"]).with("gdpr.consent.used = false", "").headed(),
            Example::rows(INTEREST, &["illegible"]).with("gdpr.legal-basis = \"we may\"", "").headed(),
            Example::rows(INTEREST, &["blank"]).with("gdpr.countries = [\"DE\"]", "").headed(),
            Example::rows(INTEREST, &["blank"]).headed(),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::{Column, Group};
use crate::record::dossier::{Declaration, Document, Word};
use crate::record::papers::{Papers, contradicts};

const INTEREST: &[&[&str]] = &[
    &["Rechtsgrundlage", "Quelle"],
    &["LI", "Messe"],
    &["berechtigtes Interesse", "Messe"],
    &["LI", "Messe"],
    &["LI", "Messe"],
    &["Art. 6(1)(f)", "Messe"],
    &["", "Messe"],
];
const SLIP: &[&[&str]] = &[
    &["lawful basis"],
    &["LI"],
    &["consent"],
    &["contract"],
    &["public"],
    &["consent"],
];
const BARE: &[&[&str]] = &[
    &["Quelle", "Rechtsgrundlage"],
    &["Messe", ""],
    &["Messe", "-"],
];
const CONSENT: &[&[&str]] = &[
    &["legal basis", "opt-in"],
    &["consent", "yes"],
    &["consent", "yes"],
    &["consent", "yes"],
    &["consent", "yes"],
    &["opt-in", "yes"],
];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    vec![CHECK.at(declaration.map_or("blank", |d| bin(papers, d)))]
}

fn bin(papers: &Papers<'_>, declaration: &Declaration) -> &'static str {
    let of_sources = declaration.sources.iter().filter_map(|s| s.legal_basis);
    let declared: Vec<Word> = declaration
        .legal_basis
        .iter()
        .copied()
        .chain(of_sources)
        .collect();
    let used = declaration.consent.as_ref().and_then(|c| c.used);
    if declared.is_empty() && used.is_none() {
        return "blank";
    }
    if declared.contains(&Word::ILLEGIBLE) {
        return "illegible";
    }
    let loaded = papers.ledger.loaded;
    let mut named: Vec<&str> = declared.iter().map(|d| basis(*d)).collect();
    if used == Some(true) {
        named.push("consent");
    }
    let filled = |of: &dyn Fn(Column) -> bool| {
        let mut columns = papers.columns.iter();
        columns.any(|c| c.filled > 0 && c.used().is_some_and(of))
    };
    let seen = || {
        let mut logs = papers.dossier.documents("consent-log");
        filled(&|c| c.group() == Group::Consent) || logs.any(Document::at_hand)
    };
    if loaded > 0 && named.contains(&"consent") && !seen() {
        return "contradicts";
    }
    let observed = papers.rows("lawful-basis");
    let otherwise = |bin: &str| match bin {
        "multiple" | "illegible" | "blank" => false,
        "consent" if used == Some(false) => true,
        bin => !named.is_empty() && !named.contains(&bin),
    };
    let others: u64 = observed
        .iter()
        .filter(|(b, _)| otherwise(b))
        .map(|(_, n)| n)
        .sum();
    // rows that say something else than the entry of their source
    let grades = papers.rows("basis-evidence");
    let of_entry = grades.get("contradicted").copied().unwrap_or(0);
    let known = observed
        .keys()
        .any(|b| !matches!(*b, "illegible" | "blank"));
    if contradicts(others.max(of_entry), loaded) {
        "contradicts"
    } else if known && filled(&|c| c == Column::LawfulBasis) {
        "agrees"
    } else {
        "not-observable"
    }
}

/// The bin of `lawful-basis` that a declared term names.
fn basis(term: Word) -> &'static str {
    match term.as_str().as_bytes().get("eu-gdpr:A6-1-".len()) {
        Some(b'a') => "consent",
        Some(b'b') => "contract",
        Some(b'c') => "legal-obligation",
        Some(b'd') => "vital-interests",
        Some(b'e') => "public-task",
        _ => "legitimate-interest",
    }
}
