//! Keys to be found again, at 20 bytes per entry: a sorted table, and one look into memory per question.

/// Keys in order, with the place where those of equal leading bits begin: one look into memory per question, and
/// 20 bytes per entry.
#[derive(Default)]
pub struct Set {
    keys: Vec<u128>,
    starts: Vec<u32>,
    bits: u32,
}

impl Set {
    pub fn new(mut keys: Vec<u128>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        keys.shrink_to_fit();
        // about one key per place; a list has fewer entries than a `u32` counts
        let bits = keys.len().max(1).ilog2().min(28);
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (at, key) in keys.iter().enumerate() {
            let place = Self::place(*key, bits) as usize;
            while starts.len() <= place {
                starts.push(at as u32);
            }
        }
        starts.resize((1 << bits) + 1, keys.len() as u32);
        Self { keys, starts, bits }
    }

    /// The leading bits of a key.
    fn place(key: u128, bits: u32) -> u128 {
        key.checked_shr(128 - bits).unwrap_or(0)
    }

    pub fn contains(&self, key: u128) -> bool {
        let place = Self::place(key, self.bits) as usize;
        match self.starts.get(place..place + 2) {
            Some([from, to]) => self.keys[*from as usize..*to as usize]
                .binary_search(&key)
                .is_ok(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        for n in [0_u128, 1, 2, 3, 1_000] {
            let spread = |i: u128| i.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            let set = Set::new((0..n).map(spread).collect());
            for i in 0..n {
                assert!(set.contains(spread(i)), "{i} of {n}");
            }
            assert!(!set.contains(spread(n)) && !set.contains(u128::MAX), "{n}");
        }
    }
}
