//! What a run over some rows leaves behind: tallies, ledger, key tables, the states of holding and channels. Parts
//! merge in any order by addition; [`close`](super::census::close) makes the census of them.
//!
//! Rows are not counted ask by ask. A row is reduced to its *combination*: one position per row check, in the order of
//! the catalogue, and the keys that a withholding key clause still has to judge. Equal combinations are counted
//! together, and asks, holding and channels are worked out once per combination.

use std::collections::{BTreeMap, HashMap};

use super::ask::{Ask, Axis};
use super::check::{Check, Scope};
use super::policy::{Targets, Withholding};
use super::tally::Tally;

/// The row asks of a run, as look-ups over a combination.
pub struct Asks {
    asks: Vec<(Ask, Vec<Digit>)>,
    country: usize,
}

/// One axis as look-ups: position of a value of the axis for a combination.
struct Digit {
    values: Vec<String>,
    look: Look,
}

enum Look {
    /// The bin itself.
    Bin(usize),
    /// A table over the bins of one check.
    Table(usize, Vec<u8>),
    /// The first table that has an entry decides; the last one always has.
    First(Vec<(usize, Vec<Option<u8>>)>),
}

impl Digit {
    fn new(axis: &Axis, checks: &[&'static Check]) -> Option<Self> {
        let at = |id: &str| checks.iter().position(|c| c.id == id);
        let bins = |id: &str| -> Vec<&'static str> {
            at(id).map(|i| checks[i].bins.to_vec()).unwrap_or_default()
        };
        let values: Vec<String> = axis
            .values(&|id| bins(id))
            .into_iter()
            .map(str::to_owned)
            .collect();
        let place = |value: &str| values.iter().position(|v| v == value).map(|p| p as u8);
        let look = match axis {
            Axis::Check(c) => Look::Bin(at(c)?),
            Axis::Where { check, bins: named } => {
                let i = at(check)?;
                Look::Table(
                    i,
                    checks[i]
                        .bins
                        .iter()
                        .map(|b| u8::from(!named.iter().any(|n| n == b)))
                        .collect(),
                )
            }
            Axis::Fold(fold) => {
                let mut tables = Vec::new();
                for first in &fold.first {
                    let i = at(&first.check)?;
                    let group = place(&first.group);
                    tables.push((
                        i,
                        checks[i]
                            .bins
                            .iter()
                            .map(|b| group.filter(|_| first.bins.iter().any(|n| n == b)))
                            .collect(),
                    ));
                }
                let i = at(&fold.check)?;
                let unclear = place(super::ask::UNCLEAR);
                let table = checks[i].bins.iter().map(|b| {
                    let group = fold.groups.iter().find(|g| g.bins.iter().any(|n| n == b));
                    group.and_then(|g| place(&g.name)).or(unclear)
                });
                tables.push((i, table.collect()));
                Look::First(tables)
            }
            Axis::Address { absent, .. } => {
                let mut tables = Vec::new();
                for (check, named) in absent {
                    let i = at(check)?;
                    let none = place("absent");
                    tables.push((
                        i,
                        checks[i]
                            .bins
                            .iter()
                            .map(|b| none.filter(|_| named.iter().any(|n| n == b)))
                            .collect(),
                    ));
                }
                tables.push((0, vec![place("present"); checks.first()?.bins.len()]));
                Look::First(tables)
            }
        };
        Some(Self { values, look })
    }

    fn value(&self, bins: &[u8]) -> usize {
        match &self.look {
            Look::Bin(i) => bins[*i] as usize,
            Look::Table(i, table) => table[bins[*i] as usize] as usize,
            Look::First(tables) => tables
                .iter()
                .find_map(|(i, t)| t[bins[*i] as usize])
                .unwrap_or(0) as usize,
        }
    }
}

impl Asks {
    /// `checks`: the row checks, in the order of a combination. An ask about a check that is not among them is left
    /// out: its clauses will say *not measured*.
    pub fn new(asks: impl IntoIterator<Item = Ask>, checks: &[&'static Check]) -> Self {
        let asks = asks
            .into_iter()
            .filter(|a| a.scope == Scope::Row)
            .filter_map(|a| {
                let digits: Option<Vec<Digit>> =
                    a.axes.iter().map(|x| Digit::new(x, checks)).collect();
                Some((a, digits?))
            })
            .collect();
        let country = checks.iter().position(|c| c.id == "country").unwrap_or(0);
        Self { asks, country }
    }
}

/// Rows per mixed-radix cell of one ask: a plain table while it is small.
#[derive(Clone)]
enum Cells {
    Dense(Vec<u64>),
    Sparse(HashMap<u64, u64>),
}

/// Cells of a plain table; 125 asks of this size take 4 MiB per worker.
const DENSE: u64 = 4_096;

impl Cells {
    fn new(digits: &[Digit]) -> Self {
        match digits
            .iter()
            .map(|d| d.values.len() as u64)
            .product::<u64>()
        {
            size if size <= DENSE => Self::Dense(vec![0; size as usize]),
            _ => Self::Sparse(HashMap::new()),
        }
    }

    fn add(&mut self, cell: u64, rows: u64) {
        match self {
            Self::Dense(table) => table[cell as usize] += rows,
            Self::Sparse(table) => *table.entry(cell).or_default() += rows,
        }
    }

    /// Cells with rows.
    fn each(&self, mut f: impl FnMut(u64, u64)) {
        match self {
            Self::Dense(table) => {
                let filled = table.iter().enumerate().filter(|(_, n)| **n > 0);
                filled.for_each(|(cell, n)| f(cell as u64, *n));
            }
            Self::Sparse(table) => table.iter().for_each(|(cell, n)| f(*cell, *n)),
        }
    }
}

/// Counts of rows, mergeable by addition.
pub struct Counts {
    /// Per ask.
    cells: Vec<Cells>,
    /// State of holding and channels × country → rows.
    states: BTreeMap<(Targets, u8), u64>,
    /// Rows whose keys are still to be judged.
    pending: BTreeMap<Pending, u64>,
    rows: u64,
}

/// Rows that a withholding key clause may still move: their keys (one per such clause, 0 = not concerned), their state
/// so far, their country.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pending {
    pub keys: Vec<u128>,
    pub targets: Targets,
    pub country: u8,
}

impl Counts {
    pub fn new(asks: &Asks) -> Self {
        Self {
            cells: asks.asks.iter().map(|(_, d)| Cells::new(d)).collect(),
            states: BTreeMap::new(),
            pending: BTreeMap::new(),
            rows: 0,
        }
    }

    /// Adds `rows` rows of one combination.
    pub fn add(
        &mut self,
        asks: &Asks,
        withholding: &Withholding,
        bins: &[u8],
        keys: &[u128],
        rows: u64,
    ) {
        if rows == 0 {
            return;
        }
        self.rows += rows;
        for ((_, digits), cells) in asks.asks.iter().zip(&mut self.cells) {
            let cell = digits.iter().fold(0u64, |n, d| {
                n * d.values.len() as u64 + d.value(bins) as u64
            });
            cells.add(cell, rows);
        }
        let targets = withholding.targets(bins);
        let country = bins[asks.country];
        if keys.iter().all(|k| *k == 0) {
            *self.states.entry((targets, country)).or_default() += rows;
        } else {
            *self
                .pending
                .entry(Pending {
                    keys: keys.to_vec(),
                    targets,
                    country,
                })
                .or_default() += rows;
        }
    }

    pub fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        for (mine, theirs) in self.cells.iter_mut().zip(other.cells) {
            theirs.each(|cell, n| mine.add(cell, n));
        }
        for (state, n) in other.states {
            *self.states.entry(state).or_default() += n;
        }
        for (pending, n) in other.pending {
            *self.pending.entry(pending).or_default() += n;
        }
    }

    /// Loaded rows counted.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The tallies of all row asks, sorted.
    pub fn tallies(&self, asks: &Asks) -> Vec<Tally> {
        let mut out: Vec<Tally> = asks
            .asks
            .iter()
            .zip(&self.cells)
            .map(|((ask, digits), cells)| {
                let mut named = BTreeMap::new();
                cells.each(|cell, n| {
                    let mut rest = cell;
                    let mut bins = vec![String::new(); digits.len()];
                    for (slot, d) in bins.iter_mut().zip(digits).rev() {
                        let radix = d.values.len() as u64;
                        slot.clone_from(&d.values[(rest % radix) as usize]);
                        rest /= radix;
                    }
                    named.insert(bins, n);
                });
                Tally::new(ask.clone(), named)
            })
            .collect();
        out.sort_by(|a, b| a.ask.cmp(&b.ask));
        out
    }

    /// States of holding and channels, once the keys are judged: `judge` gives what the keys of a pending combination
    /// make of its state.
    pub fn states(&self, judge: impl Fn(&Pending) -> Targets) -> BTreeMap<(Targets, u8), u64> {
        let mut out = self.states.clone();
        for (pending, n) in &self.pending {
            *out.entry((judge(pending), pending.country)).or_default() += n;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::policy::Policy;

    /// Row checks of the catalogue, and those of the policy's asks that they can answer.
    fn setting() -> (Policy, Vec<&'static Check>) {
        let text = Policy::shipped("eu-b2b").expect("shipped");
        let checks: Vec<_> = crate::checks::CATALOGUE
            .iter()
            .copied()
            .filter(|c| c.scope == Scope::Row)
            .collect();
        (
            Policy::parse("eu-b2b.toml", text, crate::checks::CATALOGUE).expect("valid"),
            checks,
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Look-ups over positions and the plain reading of an axis by names agree, in any split of the rows.
        #[test]
        fn combinations_are_counted_as_their_names_say(seeds in proptest::collection::vec((any::<u64>(), 1u64..9), 1..40), cut in 0usize..40) {
            let (policy, checks) = setting();
            let asks = Asks::new(policy.asks(), &checks);
            let withholding = policy.compile(&checks, crate::base::clock::Day(20_780)).expect("compiles");
            let rows: Vec<(Vec<u8>, u64)> = seeds
                .iter()
                .map(|(seed, n)| {
                    let bins = checks.iter().enumerate().map(|(i, c)| {
                        let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(i as u32 * 7) >> 40;
                        (mixed % c.bins.len() as u64) as u8
                    });
                    (bins.collect(), *n)
                })
                .collect();
            let mut whole = Counts::new(&asks);
            let (mut one, mut two) = (Counts::new(&asks), Counts::new(&asks));
            for (i, (bins, n)) in rows.iter().enumerate() {
                whole.add(&asks, &withholding, bins, &[], *n);
                if i < cut { &mut one } else { &mut two }.add(&asks, &withholding, bins, &[], *n);
            }
            two.merge(one);
            let tallies = whole.tallies(&asks);
            prop_assert_eq!(&tallies, &two.tallies(&asks));
            for tally in tallies {
                prop_assert_eq!(tally.units(), whole.rows());
                let mut plain: BTreeMap<Vec<String>, u64> = BTreeMap::new();
                for (bins, n) in &rows {
                    let bin = |id: &str| checks.iter().position(|c| c.id == id).map_or("blank", |i| checks[i].bins[bins[i] as usize]);
                    let values = tally.ask.axes.iter().map(|a| a.value(&bin).to_owned()).collect();
                    *plain.entry(values).or_default() += n;
                }
                prop_assert_eq!(&tally, &Tally::new(tally.ask.clone(), plain));
            }
        }
    }
}
