//! How data were collected: the codes of OASIS Data Provenance Metadata v1.0, those of its predecessor (Data & Trust
//! Alliance, 56 codes that begin like them), and plain words in nine languages (`method.tsv`).

use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::{Phrases, tokens};
use super::register;
use crate::record::column::Column;

/// Bins of `collection-method`, by position.
pub const METHODS: [&str; 14] = [
    "machine-generated-ml-ops",
    "transfer-learning",
    "simulations",
    "data-mining",
    "web-scraping-crawling",
    "social-media",
    "data-augmentation",
    "other",
    "syndication",
    "feeds",
    "user-generated-content",
    "primary-user-source",
    "illegible",
    "blank",
];

const OTHER: u8 = 7;
const ILLEGIBLE: u8 = 12;
const BLANK: u8 = 13;

static WORDS: LazyLock<Phrases<u8>> =
    LazyLock::new(|| Phrases::read(include_str!("method.tsv"), meaning));

/// The position of a code.
fn meaning(code: &str) -> Option<u8> {
    METHODS[..usize::from(ILLEGIBLE)]
        .iter()
        .position(|m| *m == code)
        .map(|at| at as u8)
}

/// A code, or one of the predecessor's, which say more behind it: `web-scraping-crawling-textual`.
fn code(folded: &str) -> Option<u8> {
    let begins = |with: &str| {
        let rest = folded.strip_prefix(with);
        rest.is_some_and(|r| r.is_empty() || r.starts_with('-'))
    };
    if begins("machine-generated-mlops") {
        return Some(0);
    }
    // one of the predecessor's codes is misspelt
    if begins("sensor") || begins("soensor") {
        return Some(OTHER);
    }
    METHODS[..usize::from(ILLEGIBLE)]
        .iter()
        .position(|m| begins(m))
        .map(|at| at as u8)
}

/// Words that turn a sentence round.
const NOT: [&str; 24] = [
    "no", "not", "non", "never", "without", "kein", "keine", "nicht", "ohne", "sans", "pas", "sin",
    "senza", "geen", "niet", "zonder", "nie", "bez", "ej", "inte", "utan", "sem", "nao", "statt",
];

/// What a cell says: a position in [`METHODS`], of several methods the worst.
pub fn read(text: &str) -> u8 {
    if is_blank(text) {
        return BLANK;
    }
    if text.len() > 400 {
        return ILLEGIBLE;
    }
    let folded = fold(text);
    if let Some(code) = code(&folded) {
        return code;
    }
    let all = tokens(&folded);
    if let Some(known) = WORDS.whole(&all) {
        return known;
    }
    let (found, rest) = WORDS.within(&all);
    match found.into_iter().min() {
        // "not scraped" says how it was not done
        Some(worst) if worst >= OTHER && rest.iter().any(|t| NOT.contains(t)) => ILLEGIBLE,
        Some(worst) => worst,
        None => ILLEGIBLE,
    }
}

/// Positions in [`METHODS`]; a blank cell inherits from its source entry.
pub fn of_rows(batch: &Batch<'_>) -> Vec<u8> {
    let mut out = batch.worst(&[Column::CollectionMethod], BLANK, |cells| {
        batch.by_text("method", cells, read)
    });
    let declared = batch.plan.once("method.entries", || {
        let sources = batch.dossier().sources().iter();
        sources
            .map(|s| s.method.map_or(BLANK, |m| meaning(&m).unwrap_or(ILLEGIBLE)))
            .collect::<Vec<u8>>()
    });
    let entries = register::entry(batch);
    for (o, entry) in out.iter_mut().zip(entries.iter()) {
        if *o == BLANK
            && let Some(method) = entry.and_then(|e| declared.get(e as usize))
        {
            *o = *method;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("method.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("method.tsv")) {
            assert_eq!(METHODS[usize::from(read(phrase))], name, "{phrase}");
        }
    }

    #[test]
    fn codes_of_both_standards_and_sentences() {
        for (text, want) in [
            ("web-scraping-crawling", "web-scraping-crawling"),
            ("web-scraping-crawling-textual", "web-scraping-crawling"),
            (
                "machine-generated-mlops-ai-inferred",
                "machine-generated-ml-ops",
            ),
            ("sensor-and-iot-output-other", "other"),
            ("soensor-and-iot-output-health", "other"),
            ("data-augmentation-na", "data-augmentation"),
            ("syndication-social-media", "syndication"),
            ("primary-user-source-event", "primary-user-source"),
            ("feedsomething", "illegible"),
            ("LinkedIn scraping via bot", "web-scraping-crawling"),
            ("Formular, teils zugekauft", "syndication"),
            ("not from a form", "illegible"),
            ("not scraped", "web-scraping-crawling"),
            ("by magic", "illegible"),
            ("n/a", "blank"),
        ] {
            assert_eq!(METHODS[usize::from(read(text))], want, "{text}");
        }
        for code in crate::record::dossier::METHODS {
            assert_eq!(METHODS[usize::from(read(code))], code);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            let _ = read(&text);
        }
    }
}
