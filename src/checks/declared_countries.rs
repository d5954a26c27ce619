crate::check! {
    en {
        /// Does the list hold the countries that were declared?
        ///
        /// ## What is sorted
        /// The delivery, once: the countries that the vendor declares against those of the rows.
        ///
        /// ## Why it matters
        /// Each country has its own law. Rows from countries that were not declared were not thought of when basis,
        /// notice and screening were decided.
        ///
        /// ## How it is decided
        /// From `gdpr.countries` and the check `country` over all rows. If at least one row in a hundred and at least
        /// five rows belong to a country that is not declared, it is `contradicts`. Rows whose country cannot be told,
        /// or that lie outside the countries told apart here while such a country is declared, say nothing. No row with
        /// a country at all is `not-observable`; a declared country that cannot be read is `illegible`; nothing
        /// declared is `blank`.
        ///
        /// ## What it cannot see
        /// Countries that were declared and do not occur: a list may hold less than it was meant to.
    }
    de {
        /// Enthält die Liste die Länder, die erklärt wurden?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die vom Anbieter erklärten Länder gegen die der Zeilen.
        ///
        /// ## Warum es zählt
        /// Jedes Land hat sein Recht. An Zeilen aus nicht erklärten Ländern hat niemand gedacht, als über Grundlage,
        /// Information und Abgleich entschieden wurde.
        ///
        /// ## Wie entschieden wird
        /// Aus `gdpr.countries` und dem Prüfpunkt `country` über alle Zeilen. Gehören mindestens eine von hundert und
        /// mindestens fünf Zeilen zu einem nicht erklärten Land, ist es `contradicts`. Zeilen ohne erkennbares Land
        /// sagen nichts, ebenso solche außerhalb der hier unterschiedenen Länder, wenn ein solches erklärt ist. Hat
        /// keine Zeile ein Land, ist es `not-observable`; ein unlesbares erklärtes Land ist `illegible`, nichts
        /// Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Länder, die erklärt sind und nicht vorkommen: Eine Liste darf weniger enthalten als gedacht.
    }
    "declared-countries" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::Country],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(SIX, &["agrees"]).with("gdpr.countries = [\"DE\", \"FR\"]", ""),
            Example::rows(SIX, &["contradicts"]).with("gdpr.countries = [\"FR\"]", ""),
            // four rows are a slip, not a contradiction
            Example::rows(&[&["DE"], &["DE"], &["DE"], &["DE"], &["FR"]], &["agrees"])
                .with("gdpr.countries = [\"FR\"]", ""),
            Example::rows(&[&["US"], &["US"], &["US"], &["US"], &["US"]], &["contradicts"])
                .with("gdpr.countries = [\"DE\"]", ""),
            Example::rows(&[&["US"], &["US"], &["US"], &["US"], &["US"]], &["agrees"])
                .with("gdpr.countries = [\"DE\", \"US\"]", ""),
            Example::rows(&[&[""], &["?"]], &["not-observable"]).with("gdpr.countries = [\"DE\"]", ""),
            Example::rows(SIX, &["illegible"]).with("gdpr.countries = [\"worldwide\"]", ""),
            Example::rows(SIX, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::dossier::Word;
use crate::record::papers::{Papers, contradicts};

const SIX: &[&[&str]] = &[&["DE"], &["DE"], &["DE"], &["DE"], &["DE"], &["FR"]];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let declared = papers
        .dossier
        .declaration
        .as_ref()
        .map(|d| &d.countries[..]);
    let declared = declared.unwrap_or_default();
    if declared.is_empty() {
        return "blank";
    }
    if declared.contains(&Word::ILLEGIBLE) {
        return "illegible";
    }
    let observed = papers.rows("country");
    let named = |country: &str| declared.iter().any(|d| *d == country);
    // a declared country that the check does not tell apart lies in its bin `other`
    let bins = super::country::CHECK.bins;
    let other = declared.iter().any(|d| !bins.contains(&d.as_str()));
    let (mut known, mut outside) = (0u64, 0u64);
    for (country, rows) in &observed {
        match *country {
            "illegible" | "blank" => {}
            "other" if other => known += rows,
            country => {
                known += rows;
                outside += if named(country) { 0 } else { *rows };
            }
        }
    }
    if known == 0 {
        "not-observable"
    } else if contradicts(outside, papers.ledger.loaded) {
        "contradicts"
    } else {
        "agrees"
    }
}
