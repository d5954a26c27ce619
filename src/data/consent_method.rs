//! How a consent was expressed: what the person did, as far as a list says it.
//!
//! Silence, boxes ticked beforehand and inactivity are no consent (Recital 32). So a cell that names an act and
//! something that this table does not know is illegible, while one that names a box ticked beforehand is believed
//! whatever else it says, unless it says no.

use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::{Phrases, tokens};
use crate::record::column::Column;

/// Bins of `consent-method`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Method {
    PreTicked,
    Implied,
    SingleOptIn,
    RecordedCall,
    Written,
    DoubleOptIn,
    Illegible,
    Blank,
}

fn meaning(name: &str) -> Option<Method> {
    Some(match name {
        "pre-ticked" => Method::PreTicked,
        "implied" => Method::Implied,
        "single-opt-in" => Method::SingleOptIn,
        "recorded-call" => Method::RecordedCall,
        "written" => Method::Written,
        "double-opt-in" => Method::DoubleOptIn,
        "unclear" => Method::Illegible,
        _ => return None,
    })
}

static WORDS: LazyLock<Phrases<Method>> =
    LazyLock::new(|| Phrases::read(include_str!("consent_method.tsv"), meaning));

/// Words that say where and through what, or join what was done.
const NEUTRAL: &[&str] = &[
    "and",
    "und",
    "et",
    "y",
    "e",
    "en",
    "i",
    "och",
    "a",
    "by",
    "with",
    "via",
    "per",
    "par",
    "por",
    "mit",
    "bei",
    "con",
    "met",
    "z",
    "w",
    "med",
    "com",
    "on",
    "in",
    "at",
    "am",
    "auf",
    "im",
    "sur",
    "of",
    "the",
    "web",
    "online",
    "website",
    "webform",
    "webformular",
    "form",
    "formular",
    "formulaire",
    "formulario",
    "modulo",
    "formulier",
    "formularz",
    "formulir",
    "landing",
    "page",
    "email",
    "mail",
    "consent",
    "einwilligung",
    "consentement",
    "consentimiento",
    "consenso",
    "toestemming",
    "zgoda",
    "samtycke",
    "consentimento",
    "method",
    "type",
    "confirmed",
    "bestatigt",
    "link",
    "checkbox",
    "box",
];

/// Words that turn an entry round, or leave it open.
const NOT: &[&str] = &[
    "no", "not", "without", "un", "non", "kein", "keine", "nicht", "ohne", "pas", "sans", "sin",
    "senza", "geen", "niet", "zonder", "nie", "bez", "ej", "inte", "utan", "nao", "sem", "or",
    "oder", "ou", "o", "of", "lub", "eller", "pending", "maybe",
];

/// Reads a cell.
pub fn read(text: &str) -> Method {
    if is_blank(text) {
        return Method::Blank;
    }
    if text.len() > 200 {
        return Method::Illegible;
    }
    let folded = fold(text);
    let all = tokens(&folded);
    if let Some(whole) = WORDS.whole(&all) {
        return whole;
    }
    let (found, rest) = WORDS.within(&all);
    if rest.iter().any(|t| NOT.contains(t)) {
        return Method::Illegible;
    }
    match found.iter().min() {
        Some(worst) if *worst <= Method::Implied => *worst,
        Some(worst) if rest.iter().all(|t| NEUTRAL.contains(t)) => {
            // one word that leaves it open leaves the cell open
            if found.contains(&Method::Illegible) {
                Method::Illegible
            } else {
                *worst
            }
        }
        _ => Method::Illegible,
    }
}

/// Positions in the bins of `consent-method`.
pub fn methods(batch: &Batch<'_>) -> Vec<u8> {
    batch.worst(&[Column::ConsentMethod], Method::Blank as u8, |cells| {
        batch.by_text("consent-method", cells, |text| read(text) as u8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("consent_method.tsv"), meaning);
    }

    #[test]
    fn every_phrase_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("consent_method.tsv")) {
            assert_eq!(Some(read(phrase)), meaning(name), "{phrase}");
        }
    }

    #[test]
    fn a_cell_is_read_only_if_all_of_it_is_known() {
        for (text, want) in [
            ("Double-Opt-In (Web form)", Method::DoubleOptIn),
            ("DOI via E-Mail", Method::DoubleOptIn),
            ("opt-in and signature", Method::SingleOptIn),
            ("single opt-in / double opt-in", Method::SingleOptIn),
            ("single or double opt-in", Method::Illegible),
            ("pre-ticked box, then double opt-in", Method::PreTicked),
            ("implied by the order", Method::Implied),
            ("no double opt-in", Method::Illegible),
            ("Double Opt-In ohne Bestätigung", Method::Illegible),
            ("double opt-in pending", Method::Illegible),
            ("written on the wall", Method::Illegible),
            ("web form", Method::Illegible),
            ("checkbox", Method::Illegible),
            ("explicit", Method::Illegible),
            ("phone", Method::Illegible),
            ("verbal", Method::Illegible),
            ("yes", Method::Illegible),
            ("2025-06-01", Method::Illegible),
            ("unknown", Method::Blank),
            ("", Method::Blank),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
