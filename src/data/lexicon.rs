//! A closed list of words that is asked for every row and answers "no" nearly always: a bit per beginning and length
//! says so without hashing the word or looking for it.

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
            maybe: vec![0; BITS / 64],
        }
    }
}

/// 16 KiB: they stay in a near cache, and a table of 5,000 words fills a twenty-fifth of them.
const BITS: usize = 1 << 17;

/// The first eight bytes of a word as a number; of a shorter one, zeros follow.
#[inline]
pub fn beginning(word: &[u8]) -> u64 {
    match *word {
        [a, b, c, d, e, f, g, h, ..] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        [a, b, c, d, ref rest @ ..] => {
            u64::from(u32::from_le_bytes([a, b, c, d])) | beginning(rest) << 32
        }
        [a, b, ref rest @ ..] => u64::from(u16::from_le_bytes([a, b])) | beginning(rest) << 16,
        [a] => u64::from(a),
        [] => 0,
    }
}

/// A place among [`BITS`].
#[inline]
fn place(beginning: u64, length: usize) -> usize {
    let mixed = (beginning ^ (length as u64).rotate_right(8)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - BITS.ilog2())) as usize
}

impl<V> Lexicon<V> {
    /// The entry of a word, made if there is none.
    pub fn entry(&mut self, word: &[u8]) -> &mut V
    where
        V: Default,
    {
        self.mark(word);
        self.words.entry(word.into()).or_default()
    }

    pub fn insert(&mut self, word: &[u8], value: V) {
        self.mark(word);
        self.words.insert(word.into(), value);
    }

    fn mark(&mut self, word: &[u8]) {
        let at = place(beginning(word), word.len());
        self.maybe[at / 64] |= 1 << (at % 64);
    }

    pub fn get(&self, word: &[u8]) -> Option<&V> {
        self.find(beginning(word), word)
    }

    /// [`Lexicon::get`] of a word whose [`beginning`] is at hand.
    #[inline]
    pub fn find(&self, beginning: u64, word: &[u8]) -> Option<&V> {
        let at = place(beginning, word.len());
        match self.maybe[at / 64] >> (at % 64) & 1 {
            0 => None,
            _ => self.words.get(word),
        }
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

        #[test]
        fn a_beginning_is_eight_bytes_and_zeros(word in "\\PC{0,12}") {
            let mut eight = [0; 8];
            let n = word.len().min(8);
            eight[..n].copy_from_slice(&word.as_bytes()[..n]);
            proptest::prop_assert_eq!(beginning(word.as_bytes()), u64::from_le_bytes(eight));
        }
    }
}
