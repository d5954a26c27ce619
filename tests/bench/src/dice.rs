//! Chance that is the same everywhere: SplitMix64, and Zipf's law with exponent 1, which needs divisions only.

pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// True in `per_ten_thousand` of 10,000 cases, in expectation.
    pub fn chance(&mut self, per_ten_thousand: u64) -> bool {
        self.below(10_000) < per_ten_thousand
    }

    pub fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}

pub fn mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Ranks 0..n, rank k with weight 1/(k+1).
pub struct Zipf(Vec<f64>);

impl Zipf {
    pub fn new(n: usize) -> Self {
        let mut sum = 0.0;
        Zipf(
            (1..=n)
                .map(|k| {
                    sum += 1.0 / k as f64;
                    sum
                })
                .collect(),
        )
    }

    pub fn rank(&self, dice: &mut Dice) -> usize {
        let total = self.0[self.0.len() - 1];
        let at = dice.next() as f64 / 18_446_744_073_709_551_616.0 * total;
        self.0.partition_point(|s| *s <= at).min(self.0.len() - 1)
    }
}
