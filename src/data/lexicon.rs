//! A closed list of words that is asked for every row and answers "no" nearly always: a bit per first two letters and
//! length says so without hashing.

use hashbrown::HashMap;

pub struct Lexicon<V> {
    words: HashMap<Box<[u8]>, V, foldhash::fast::FixedState>,
    /// Whether any word begins and measures so.
    maybe: Vec<u64>,
}

impl<V> Default for Lexicon<V> {
    fn default() -> Self {
        Self {
            words: HashMap::default(),
            maybe: vec![0; 512],
        }
    }
}

/// A place among 32,768 bits.
fn place(word: &[u8]) -> usize {
    let [a, b] = match *word {
        [a, b, ..] => [a, b],
        [a] => [a, 0],
        [] => [0, 0],
    };
    usize::from(a & 31) << 10 | usize::from(b & 31) << 5 | word.len().min(31)
}

impl<V> Lexicon<V> {
    /// The entry of a word, made if there is none.
    pub fn entry(&mut self, word: &[u8]) -> &mut V
    where
        V: Default,
    {
        let at = place(word);
        self.maybe[at / 64] |= 1 << (at % 64);
        self.words.entry(word.into()).or_default()
    }

    pub fn insert(&mut self, word: &[u8], value: V) {
        let at = place(word);
        self.maybe[at / 64] |= 1 << (at % 64);
        self.words.insert(word.into(), value);
    }

    pub fn get(&self, word: &[u8]) -> Option<&V> {
        let at = place(word);
        if self.maybe.get(at / 64).copied().unwrap_or(0) >> (at % 64) & 1 == 0 {
            return None;
        }
        self.words.get(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_short_no_changes_nothing(words in proptest::collection::vec("[a-c.]{0,4}|\\PC{0,40}", 0..20), asked in proptest::collection::vec("[a-c.]{0,4}", 20)) {
            let mut lexicon = Lexicon::default();
            for word in &words {
                lexicon.insert(word.as_bytes(), ());
            }
            for word in words.iter().chain(&asked) {
                proptest::prop_assert_eq!(lexicon.get(word.as_bytes()).is_some(), words.contains(word));
            }
        }
    }
}
