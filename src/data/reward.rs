//! What people were given for a consent, as the names of sources and consent texts say it: a prize draw, a quiz, a
//! sample. Only words that name a reward count; a survey or a newsletter alone is none.

use std::sync::LazyLock;

use super::blank::fold;
use super::phrases::{Phrases, tokens};

/// The bins of `consent-incentive` that a text can name, worst first.
pub const REWARDS: [&str; 4] = ["sweepstake", "quiz", "sample", "other-reward"];

fn meaning(name: &str) -> Option<u8> {
    REWARDS.iter().position(|r| *r == name).map(|at| at as u8)
}

static WORDS: LazyLock<Phrases<u8>> =
    LazyLock::new(|| Phrases::read(include_str!("reward.tsv"), meaning));

/// The position in [`REWARDS`] of what a text names, the first of several.
pub fn read(text: &str) -> Option<u8> {
    if text.is_empty() || text.len() > 400 {
        return None;
    }
    let folded = fold(text);
    WORDS.within(&tokens(&folded)).0.into_iter().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("reward.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("reward.tsv")) {
            assert_eq!(read(phrase), meaning(name), "{phrase}");
        }
    }

    #[test]
    fn rewards_are_found_in_names_and_nothing_else_is_one() {
        for (text, want) in [
            ("Sommer-Gewinnspiel 2025", Some("sweepstake")),
            ("jeu_concours_noel", Some("sweepstake")),
            ("QUIZ-7", Some("quiz")),
            ("Produkttest mit Gutschein", Some("sample")),
            ("newsletter, 10 EUR voucher", Some("other-reward")),
            ("Gutschein im Gewinnspiel", Some("sweepstake")),
            ("newsletter-3", None),
            ("survey 2025", None),
            ("Umfrage", None),
            ("sample size 400", None),
            ("Gewinner GmbH", None),
            ("", None),
        ] {
            let got = read(text).map(|at| REWARDS[usize::from(at)]);
            assert_eq!(got, want, "{text}");
        }
    }
}
