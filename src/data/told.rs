//! Rows by what withholding tells apart: rows that are alike in it lose the same for the same reasons, so whatever is
//! worked out for one of them holds for all.

use hashbrown::HashMap;

use crate::record::check::Check;
use crate::record::policy::Withholding;

/// The checks whose bins withholding tells apart.
pub struct Told {
    /// Each with the bin as which it reads each bin, and how many these are.
    checks: Vec<(usize, Vec<u8>, u64)>,
    all: usize,
}

impl Told {
    /// `rows`: the row checks that the policy was compiled with; `country`: which of them says the country, if that is to
    /// be told apart whether the policy reads it or not.
    pub fn new(withholding: &Withholding, rows: &[&'static Check], country: Option<usize>) -> Self {
        let bins: Vec<usize> = rows.iter().map(|c| c.bins.len()).collect();
        let told = withholding.told_apart(&bins).into_iter().enumerate();
        let told = told
            .filter(|(at, read)| Some(*at) == country || read.iter().any(|b| *b != 0))
            .map(|(at, read)| (at, read, rows[at].bins.len() as u64));
        Self {
            checks: told.collect(),
            all: rows.len(),
        }
    }

    /// The rows of a batch, by its columns of bins, in their order.
    pub fn groups(&self, columns: &[&[u8]], rows: usize) -> Groups {
        Groups::new(&self.checks, columns, rows)
    }

    /// What is told apart of a row.
    pub fn combination(&self, columns: &[&[u8]], row: usize) -> Vec<u8> {
        let told = self.checks.iter();
        told.map(|(at, read, _)| read[usize::from(columns[*at][row])])
            .collect()
    }

    /// A profile that stands for all rows of a combination.
    pub fn profile(&self, combination: &[u8]) -> Vec<u8> {
        let mut bins = vec![0; self.all];
        for ((at, ..), bin) in self.checks.iter().zip(combination) {
            bins[*at] = *bin;
        }
        bins
    }
}

type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// The rows of a batch by their combinations.
pub struct Groups {
    /// First row, and how many.
    pub all: Vec<(usize, u64)>,
    /// Per row.
    pub of: Vec<u32>,
}

impl Groups {
    /// `told`: the checks that are told apart, with the bin as which each bin is read, below so many.
    fn new(told: &[(usize, Vec<u8>, u64)], columns: &[&[u8]], rows: usize) -> Self {
        let mut ids: Vec<u64> = vec![0; rows];
        let mut most: u64 = 1;
        for (at, read, radix) in told {
            let column = columns[*at];
            let bin = |b: &u8| u64::from(read[usize::from(*b)]);
            let first = column.first().map_or(0, bin);
            if column.iter().all(|b| bin(b) == first) {
                continue;
            }
            if most.checked_mul(*radix).is_none() {
                // ids of groups instead of sums: there are never more groups than rows
                let groups = Self::of(&ids);
                most = groups.all.len() as u64;
                ids = groups.of.into_iter().map(u64::from).collect();
            }
            most *= radix;
            for (id, b) in ids.iter_mut().zip(column) {
                *id = *id * radix + bin(b);
            }
        }
        Self::of(&ids)
    }

    fn of(ids: &[u64]) -> Self {
        let mut known: Map<u64, u32> = Map::default();
        let mut all: Vec<(usize, u64)> = Vec::new();
        let mut of = Vec::with_capacity(ids.len());
        for run in ids.chunk_by(|a, b| a == b) {
            let group = *known.entry(run[0]).or_insert_with(|| {
                all.push((of.len(), 0));
                all.len() as u32 - 1
            });
            all[group as usize].1 += run.len() as u64;
            of.resize(of.len() + run.len(), group);
        }
        Self { all, of }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    proptest::proptest! {
        /// However many checks are told apart, rows are of one group exactly if they are read alike.
        #[test]
        fn groups_are_the_distinct_combinations(seeds in proptest::collection::vec(0_u64..40, 1..60), checks in 0_usize..60) {
            let told: Vec<(usize, Vec<u8>, u64)> = (0..checks)
                .map(|at| (at, vec![0, 1, 1, 3, 0, 5, 6], 7))
                .collect();
            let columns: Vec<Vec<u8>> = (0..checks as u64)
                .map(|at| seeds.iter().map(|s| if at % 4 == 0 { 2 } else { (s * (at + 3) % 7) as u8 }).collect())
                .collect();
            let columns: Vec<&[u8]> = columns.iter().map(Vec::as_slice).collect();
            let groups = Groups::new(&told, &columns, seeds.len());
            let row = |row: usize| -> Vec<u8> {
                told.iter().map(|(at, read, _)| read[usize::from(columns[*at][row])]).collect()
            };
            let mut plain: BTreeMap<Vec<u8>, (usize, u64)> = BTreeMap::new();
            for at in 0..seeds.len() {
                plain.entry(row(at)).or_insert((at, 0)).1 += 1;
                let (first, _) = groups.all[groups.of[at] as usize];
                proptest::prop_assert_eq!(row(first), row(at));
            }
            let mut all: Vec<_> = plain.into_values().collect();
            all.sort_unstable();
            proptest::prop_assert_eq!(all, groups.all);
        }
    }
}
