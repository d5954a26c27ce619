//! Words of a table that stand for members of a closed set, found in a text: whole phrases first, then parts of words,
//! for German and its neighbours write "Einkaufsleiter" in one.

use std::collections::HashMap;

use crate::data::blank::fold;
use crate::data::lexicon::Lexicon;
use crate::data::phrases::{Phrases, tokens};

/// Members of a closed set, as bits.
pub type Set = u128;

/// A part of a word, and where it may stand.
#[derive(Clone, Copy, Default)]
struct Part {
    /// Only at the beginning, only at the end, anywhere.
    begin: Set,
    end: Set,
    inside: Set,
}

pub struct Words {
    phrases: Phrases<Set>,
    parts: Lexicon<Part>,
}

/// Letters of the shortest part; shorter ones occur in too many words.
const SHORTEST: usize = 3;
/// Words that are longer are not taken apart.
const LONGEST: usize = 48;

/// A word as it is written, and with its umlauts spelt out.
fn spellings(word: &str) -> Vec<String> {
    let mut out = vec![fold(word)];
    let spelt: String = word
        .chars()
        .flat_map(|c| match c {
            'ä' | 'Ä' => vec!['a', 'e'],
            'ö' | 'Ö' => vec!['o', 'e'],
            'ü' | 'Ü' => vec!['u', 'e'],
            c => vec![c],
        })
        .collect();
    if spelt != word {
        out.push(fold(&spelt));
    }
    out
}

impl Words {
    /// From lines `meaning<TAB>word|word|…`; `#` begins a comment. A word on two lines means both.
    pub fn read(table: &str, meaning: impl Fn(&str) -> Option<Set>) -> Self {
        let mut phrases: HashMap<String, Set> = HashMap::new();
        let mut parts = Lexicon::<Part>::default();
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let Some((name, words)) = line.split_once('\t') else {
                continue;
            };
            let Some(set) = meaning(name) else { continue };
            for word in words.split('|') {
                let bare = word.trim_matches('*');
                for spelt in spellings(bare) {
                    if bare == word {
                        *phrases.entry(tokens(&spelt).join(" ")).or_default() |= set;
                        continue;
                    }
                    let part = parts.entry(spelt.as_bytes());
                    match (word.starts_with('*'), word.ends_with('*')) {
                        (true, true) => part.inside |= set,
                        (true, false) => part.end |= set,
                        _ => part.begin |= set,
                    }
                }
            }
        }
        Self {
            phrases: Phrases::of(phrases),
            parts,
        }
    }

    /// The sets that words of a folded text stand for, one per word or phrase.
    pub fn find(&self, folded: &str) -> Vec<Set> {
        let all = tokens(folded);
        let (mut found, rest) = self.phrases.within(&all);
        for word in rest {
            self.within(word, &mut found);
        }
        found
    }

    /// The parts of one word, the longest first; parts that overlap a longer one do not count.
    fn within(&self, word: &str, found: &mut Vec<Set>) {
        if word.len() > LONGEST {
            return;
        }
        let mut seen: Vec<(usize, usize, Set)> = Vec::new();
        for from in (0..word.len()).filter(|i| word.is_char_boundary(*i)) {
            for to in from + SHORTEST..=word.len() {
                let Some(part) = word
                    .get(from..to)
                    .and_then(|p| self.parts.get(p.as_bytes()))
                else {
                    continue;
                };
                let mut set = part.inside;
                if from == 0 {
                    set |= part.begin;
                }
                if to == word.len() {
                    set |= part.end;
                }
                if set != 0 {
                    seen.push((from, to, set));
                }
            }
        }
        seen.sort_by_key(|(from, to, _)| (std::cmp::Reverse(to - from), *from));
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (from, to, set) in seen {
            if taken.iter().all(|(a, b)| to <= *a || from >= *b) {
                taken.push((from, to));
                found.push(set);
            }
        }
    }
}

/// Every line has a meaning, and every word on it is found as what it says. For the tests of the tables.
#[cfg(test)]
pub fn lint(table: &str, meaning: impl Fn(&str) -> Option<Set>) {
    let words = Words::read(table, &meaning);
    let mut wrong = Vec::new();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let (name, all) = line.split_once('\t').expect(line);
        let set = meaning(name).expect(line);
        for word in all.split('|') {
            let bare = word.trim_matches('*');
            let folded = fold(bare);
            let whole = bare == word;
            let count = tokens(&folded).len();
            let found = words.find(&folded);
            let found = found.into_iter().fold(0, |all, one| all | one);
            let written = bare == bare.trim() && count > 0;
            let part = whole || (count == 1 && folded.len() >= SHORTEST);
            if !written || !part || found & set != set {
                wrong.push(format!("{name}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_part_of_a_word_counts() {
        let table = "a\teinkauf*|*einkauf*\nb\t*leiter\nc\tHead of Buying|gründ*\nd\t*auf*";
        let words = Words::read(table, |m| Some(1 << (m.as_bytes()[0] - b'a')));
        let union = |text: &str| words.find(&fold(text)).iter().fold(0, |all, one| all | one);
        assert_eq!(union("Einkaufsleiter"), 0b11);
        assert_eq!(union("Leiter Materialeinkauf"), 0b11);
        assert_eq!(union("Leiterin"), 0);
        assert_eq!(union("head  of buying"), 0b100);
        assert_eq!(union("Gruenderin, GRÜNDER"), 0b100);
        assert_eq!(union("Ablauf"), 0b1000);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            let words = Words::read("a\t*öl*|ab*", |_| Some(1));
            let _ = words.find(&fold(&text));
        }
    }
}
