//! How the vendor came by an address, as `email_source` and `email_status` say it: seen somewhere, given by the person,
//! added from a database, or put together from a pattern of names.
//!
//! `email_status` speaks of delivery. Only words for a guess count there; `email_source` is read with the words for
//! sources as well ([`origin`]).

use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::origin;
use super::phrases::{Phrases, tokens};
use crate::record::column::Column;

/// Bins of `mail-origin`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Origin {
    PatternGuessed,
    Enriched,
    Supplied,
    Observed,
    Illegible,
    Blank,
}

static WORDS: LazyLock<Phrases<Origin>> =
    LazyLock::new(|| Phrases::read(include_str!("mail_origin.tsv"), meaning));

fn meaning(name: &str) -> Option<Origin> {
    Some(match name {
        "pattern-guessed" => Origin::PatternGuessed,
        "enriched" => Origin::Enriched,
        "supplied" => Origin::Supplied,
        "observed" => Origin::Observed,
        "nothing" => Origin::Blank,
        _ => return None,
    })
}

/// A cell of `email_source`.
fn of_source(text: &str, vendor: Option<&str>) -> Origin {
    if is_blank(text) {
        return Origin::Blank;
    }
    if text.len() > 400 {
        return Origin::Illegible;
    }
    let folded = fold(text);
    let all = tokens(&folded);
    let (found, rest) = WORDS.within(&all);
    if rest.is_empty()
        && let Some(worst) = found.iter().min()
    {
        return *worst;
    }
    let kind = origin::read(text, vendor).kind;
    let of_kind = match origin::KINDS[usize::from(kind)] {
        "inferred" => Origin::PatternGuessed,
        "partner" | "vendor-internal" => Origin::Enriched,
        "data-subject" | "event" | "buyer-input" => Origin::Supplied,
        "illegible" => Origin::Illegible,
        "unknown" | "blank" => Origin::Blank,
        _ => Origin::Observed,
    };
    // a sentence: what it says for certain, and the source that it names
    let said = found.into_iter().filter(|o| *o != Origin::Blank).min();
    match (said, of_kind) {
        (Some(said), Origin::Illegible | Origin::Blank) => said,
        (Some(said), kind) => said.min(kind),
        (None, kind) => kind,
    }
}

/// A cell of `email_status`.
fn of_status(text: &str) -> Origin {
    if text.len() > 80 || is_blank(text) {
        return Origin::Blank;
    }
    let folded = fold(text);
    match WORDS.whole(&tokens(&folded)) {
        Some(Origin::PatternGuessed) => Origin::PatternGuessed,
        _ => Origin::Blank,
    }
}

/// One origin per row, the worst of both columns.
pub fn of_rows(batch: &Batch<'_>) -> Vec<u8> {
    let vendor = origin::vendor(batch);
    let mut out = batch.worst(&[Column::EmailSource], Origin::Blank as u8, |cells| {
        let of = |text: &str| of_source(text, vendor.as_deref()) as u8;
        batch.by_text("mail-origin::source", cells, of)
    });
    let statuses = batch.worst(&[Column::EmailStatus], Origin::Blank as u8, |cells| {
        batch.by_text("mail-origin::status", cells, |text| of_status(text) as u8)
    });
    for (o, status) in out.iter_mut().zip(statuses) {
        *o = (*o).min(status);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("mail_origin.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("mail_origin.tsv")) {
            assert_eq!(Some(of_source(phrase, None)), meaning(name), "{phrase}");
        }
    }

    #[test]
    fn sources_and_statuses() {
        use Origin::*;
        for (text, want) in [
            ("Pattern match", PatternGuessed),
            ("guessed from LinkedIn name", PatternGuessed),
            ("nach Namensmuster erzeugt", PatternGuessed),
            ("Apollo", Enriched),
            ("ZoomInfo", Enriched),
            ("own database", Enriched),
            ("Musterdaten", Enriched),
            ("webinar registration", Supplied),
            ("Visitenkarte", Supplied),
            ("Imported from CRM", Supplied),
            ("user generated", Supplied),
            ("found on company website", Observed),
            ("https://werkzeug-beispiel.de/impressum", Observed),
            ("Gelbe Seiten", Observed),
            ("LinkedIn", Observed),
            ("verified", Blank),
            ("SMTP verified, LinkedIn", Observed),
            ("Voorbeeld Bedrijfsdata B.V.", Illegible),
            ("4711", Illegible),
            ("unknown", Blank),
        ] {
            assert_eq!(of_source(text, Some("musterdaten")), want, "{text}");
        }
        for (text, want) in [
            ("Guessed", PatternGuessed),
            ("extrapolated", PatternGuessed),
            ("Verified", Blank),
            ("Likely to engage", Blank),
            ("catch-all", Blank),
            ("", Blank),
        ] {
            assert_eq!(of_status(text), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            let _ = (of_source(&text, None), of_status(&text));
        }
    }
}
