//! Yes and no in nine languages. A column is yes/no only if nearly all its filled cells come from one
//! set of words; a cell outside it is illegible, however plain it looks.

use std::rc::Rc;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::facts::Vocabulary;
use super::frame::Cells;

/// A cell of a yes/no column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YesNo {
    Yes,
    No,
    Illegible,
    Blank,
}

/// The sets of words, by language. The first is a tick against an empty cell; its words belong to every other set too,
/// and so do `1`, `0`, `true` and `false`.
pub const SETS: [&str; 10] = ["mark", "en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt"];

const fn bit(set: &str) -> u16 {
    let mut i = 0;
    while i < SETS.len() {
        let (a, b) = (SETS[i].as_bytes(), set.as_bytes());
        if a.len() == b.len() && a[0] == b[0] && a[1] == b[1] {
            return 1 << i;
        }
        i += 1;
    }
    0
}

const MARK: u16 = (1 << SETS.len()) - 1;
const EVERY: u16 = MARK & !bit("mark");
const EN: u16 = bit("en");
const DE: u16 = bit("de");
const FR: u16 = bit("fr");
const ES: u16 = bit("es");
const IT: u16 = bit("it");
const NL: u16 = bit("nl");
const PL: u16 = bit("pl");
const SV: u16 = bit("sv");
const PT: u16 = bit("pt");

/// Folded words: what they say, and in which sets.
const WORDS: [(&str, bool, u16); 38] = [
    ("x", true, MARK),
    ("✓", true, MARK),
    ("✔", true, MARK),
    ("☑", true, MARK),
    ("1", true, EVERY),
    ("0", false, EVERY),
    ("true", true, EVERY),
    ("false", false, EVERY),
    ("yes", true, EN),
    ("no", false, EN | ES | IT),
    ("y", true, EN),
    ("n", false, EN | DE | FR | ES | IT | NL | PL | SV | PT),
    ("t", true, EN | PL),
    ("f", false, EN),
    ("on", true, EN),
    ("off", false, EN),
    ("ja", true, DE | NL | SV),
    ("nein", false, DE),
    ("j", true, DE | NL | SV),
    ("wahr", true, DE),
    ("falsch", false, DE),
    ("oui", true, FR),
    ("non", false, FR),
    ("o", true, FR),
    ("si", true, ES | IT),
    ("s", true, ES | IT | PT),
    ("verdadero", true, ES),
    ("falso", false, ES | IT | PT),
    ("vero", true, IT),
    ("nee", false, NL),
    ("waar", true, NL),
    ("onwaar", false, NL),
    ("tak", true, PL),
    ("nie", false, PL),
    ("prawda", true, PL),
    ("falsz", false, PL),
    ("nej", false, SV),
    ("sant", true, SV),
];

/// The words that did not fit the table above: Swedish, Portuguese, French.
const MORE: [(&str, bool, u16); 6] = [
    ("vrai", true, FR),
    ("faux", false, FR),
    ("falskt", false, SV),
    ("sim", true, PT),
    ("nao", false, PT),
    ("verdadeiro", true, PT),
];

/// What a word says, and the sets that it belongs to, as bits in the order of [`SETS`].
pub fn word(text: &str) -> Option<(bool, u16)> {
    let text = text.trim();
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    let find = |t: &str| {
        WORDS
            .iter()
            .chain(&MORE)
            .find(|(w, ..)| *w == t)
            .map(|(_, yes, sets)| (*yes, *sets))
    };
    find(text).or_else(|| find(&fold(text)))
}

/// The cells of a yes/no column, made once per batch. A date column is not read here.
pub fn cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<YesNo>> {
    let at = cells.slot.position;
    batch.memo("yes-no", at, || {
        let vocabulary = batch.plan.facts.vocabulary(at);
        let words = batch.by_text("yes-no", cells, |text| match word(text) {
            Some((yes, sets)) => Cell::Word(yes, sets),
            None if is_blank(text) => Cell::Blank,
            None => Cell::Other,
        });
        words.into_iter().map(|c| c.under(vocabulary)).collect()
    })
}

#[derive(Clone, Copy)]
enum Cell {
    Word(bool, u16),
    Blank,
    Other,
}

impl Cell {
    fn under(self, vocabulary: Vocabulary) -> YesNo {
        match (self, vocabulary) {
            (Self::Blank, Vocabulary::Set(0)) => YesNo::No,
            (Self::Blank, _) => YesNo::Blank,
            (Self::Word(yes, sets), Vocabulary::Set(set)) if sets & (1 << set) != 0 => {
                if yes {
                    YesNo::Yes
                } else {
                    YesNo::No
                }
            }
            _ => YesNo::Illegible,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_the_same_in_every_language() {
        let all: Vec<_> = WORDS.iter().chain(&MORE).collect();
        for (w, yes, sets) in &all {
            assert_eq!(word(w), Some((*yes, *sets)), "{w}");
            assert_eq!(all.iter().filter(|(v, ..)| v == w).count(), 1, "{w}");
            assert_eq!(fold(w), *w);
        }
        assert_eq!(word(" Não "), Some((false, PT)));
        assert_eq!(word("SÍ").map(|w| w.0), Some(true));
        assert_eq!(word("Fałsz").map(|w| w.0), Some(false));
        assert_eq!(word("2024-01-01"), None);
        assert_eq!(word(""), None);
        // each set can say both, but the tick, whose no is the empty cell
        for i in 1..SETS.len() {
            for want in [true, false] {
                assert!(all.iter().any(|(_, y, s)| *y == want && s & (1 << i) != 0));
            }
        }
    }
}
