//! A quick no: a bit per entry, at a place that a fast hash gives. What it does not rule out is looked up.

use std::hash::BuildHasher as _;

#[derive(Default)]
pub struct Filter {
    hash: foldhash::fast::RandomState,
    bits: Vec<u64>,
}

impl Filter {
    /// The hash of a text, for [`Filter::fill`].
    pub fn hash(&self, text: &str) -> u64 {
        self.hash.hash_one(text)
    }

    /// From the hashes of all entries; at least sixteen bits for each.
    pub fn fill(&mut self, hashes: &[u64]) {
        let words = (hashes.len() / 4 + 1).next_power_of_two();
        self.bits = vec![0; words];
        for hash in hashes {
            let (word, bit) = self.place(*hash);
            self.bits[word] |= bit;
        }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        (
            (hash >> 6) as usize & (self.bits.len() - 1),
            1 << (hash & 63),
        )
    }

    pub fn may_hold(&self, text: &str) -> bool {
        if self.bits.is_empty() {
            return false;
        }
        let (word, bit) = self.place(self.hash.hash_one(text));
        self.bits[word] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn nothing_that_was_filled_in_is_ruled_out(texts in proptest::collection::vec("\\PC{0,6}", 0..40)) {
            let mut filter = Filter::default();
            filter.fill(&texts.iter().map(|t| filter.hash(t)).collect::<Vec<_>>());
            proptest::prop_assert!(texts.iter().all(|t| filter.may_hold(t)));
        }
    }
}
