//! Whether an address can be delivered to, as the vendor's own test says in `email_status` and `email_catch_all`.
//! A claim, not a test of ours: nothing is asked over the network.

use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::{Phrases, tokens};
use super::yes_no::{self, YesNo};
use crate::record::column::Column;

/// Bins of `mail-status`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    Undeliverable,
    Unverified,
    CatchAll,
    Confirmed,
    Illegible,
    Blank,
}

static WORDS: LazyLock<Phrases<Status>> =
    LazyLock::new(|| Phrases::read(include_str!("mail_status.tsv"), meaning));

fn meaning(name: &str) -> Option<Status> {
    Some(match name {
        "undeliverable" => Status::Undeliverable,
        "unverified" => Status::Unverified,
        "catch-all" => Status::CatchAll,
        "confirmed" => Status::Confirmed,
        "nothing" => Status::Blank,
        _ => return None,
    })
}

/// Words that turn what follows around.
const NOT: [&str; 9] = [
    "not", "nicht", "non", "no", "niet", "nie", "ej", "inte", "nao",
];

fn of_status(text: &str) -> Status {
    if is_blank(text) {
        // whoever writes "unknown" into the column of a test has not tested
        return match fold(text).as_str() {
            "unknown" | "unbekannt" | "inconnu" => Status::Unverified,
            _ => Status::Blank,
        };
    }
    if text.len() > 120 {
        return Status::Illegible;
    }
    let folded = fold(text);
    let all = tokens(&folded);
    if let Some(whole) = WORDS.whole(&all) {
        return whole;
    }
    let (found, rest) = WORDS.within(&all);
    let said = found.into_iter().filter(|s| *s != Status::Blank).min();
    match said {
        // "not safe": what is left turns it around
        Some(Status::Confirmed) if rest.iter().any(|t| NOT.contains(t)) => Status::Illegible,
        Some(said) => said,
        None => Status::Illegible,
    }
}

/// One status per row: the worst that its columns say.
pub fn of_rows(batch: &Batch<'_>) -> Vec<u8> {
    let mut out = batch.worst(&[Column::EmailStatus], Status::Blank as u8, |cells| {
        batch.by_text("mail_status", cells, |text| of_status(text) as u8)
    });
    for cells in batch.cells(Column::EmailCatchAll) {
        for (o, said) in out.iter_mut().zip(yes_no::cells(batch, &cells).iter()) {
            let status = match said {
                YesNo::Yes => Status::CatchAll,
                YesNo::Illegible => Status::Illegible,
                YesNo::No | YesNo::Blank => Status::Blank,
            };
            *o = (*o).min(status as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("mail_status.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("mail_status.tsv")) {
            if !is_blank(phrase) {
                assert_eq!(Some(of_status(phrase)), meaning(name), "{phrase}");
            }
        }
    }

    #[test]
    fn statuses() {
        use Status::*;
        for (text, want) in [
            ("Verified", Confirmed),
            ("SMTP verified 2026-10-02", Confirmed),
            ("zustellbar", Confirmed),
            ("accept_all", CatchAll),
            ("valid (catch-all)", CatchAll),
            ("not safe", Illegible),
            ("nicht zustellbar", Undeliverable),
            ("hard_bounce", Undeliverable),
            ("Unknown", Unverified),
            ("97", Illegible),
            ("n/a", Blank),
            ("", Blank),
        ] {
            assert_eq!(of_status(text), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            of_status(&text);
        }
    }
}
