//! What a run over some rows leaves behind: tallies, ledger, key tables, the states of holding and channels. Parts
//! merge in any order by addition; [`close`](super::census::close) makes the census of them.
//!
//! Rows are not counted ask by ask. A row is reduced to its *combination*: one position per row check, in the order of
//! the catalogue. Equal combinations are counted together, and asks, holding and channels are worked out once per
//! combination. What a key clause may still take from rows is counted apart, by key: see [`Counts::pend`].

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::ask::{Ask, Axis};
use super::check::{Check, Scope};
use super::policy::{Open, Targets, Withholding};
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
    /// State of holding and channels × country → rows, before any key clause.
    states: BTreeMap<(Targets, u8), u64>,
    /// What rows may still lose, each once, in the order in which it was met.
    places: Vec<Place>,
    known: HashMap<Place, u32>,
    /// Rows by one key and a place: nearly all that are pending.
    one: HashMap<([u64; 2], u32), u64, Drawn>,
    /// Rows by the keys of several clauses.
    several: HashMap<(Box<[u128]>, u32), u64, Drawn>,
    rows: u64,
}

/// What the same key clauses may still take from rows of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub open: Open,
    pub country: u8,
}

/// Rows that key clauses may still move: one key per clause of the place, 0 where the row has none.
pub struct Pending<'a> {
    pub place: Place,
    pub keys: &'a [u128],
}

/// Keys are keyed hashes already: their bits need no more mixing.
type Drawn = BuildHasherDefault<AsDrawn>;

#[derive(Default)]
struct AsDrawn(u64);

impl Hasher for AsDrawn {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(23) ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

const fn halves(key: u128) -> [u64; 2] {
    [(key >> 64) as u64, key as u64]
}

const fn whole([high, low]: [u64; 2]) -> u128 {
    (high as u128) << 64 | low as u128
}

impl Counts {
    pub fn new(asks: &Asks) -> Self {
        Self {
            cells: asks.asks.iter().map(|(_, d)| Cells::new(d)).collect(),
            states: BTreeMap::new(),
            places: Vec::new(),
            known: HashMap::new(),
            one: HashMap::default(),
            several: HashMap::default(),
            rows: 0,
        }
    }

    /// Adds `rows` rows of one combination and its compiled bins.
    pub fn add(&mut self, asks: &Asks, bins: &[u8], targets: Targets, rows: u64) {
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
        let country = bins[asks.country];
        *self.states.entry((targets, country)).or_default() += rows;
    }

    /// The places where the keys of rows of one combination are counted, with the clauses that ask for them.
    pub fn places(
        &mut self,
        asks: &Asks,
        withholding: &Withholding,
        bins: &[u8],
        targets: Targets,
    ) -> Vec<(u64, u32)> {
        let country = bins[asks.country];
        let open = withholding.open(bins, targets).into_iter();
        open.map(|open| (open.clauses, self.place(Place { open, country })))
            .collect()
    }

    fn place(&mut self, place: Place) -> u32 {
        let places = &mut self.places;
        *self.known.entry(place).or_insert_with(|| {
            places.push(place);
            places.len() as u32 - 1
        })
    }

    /// Counts rows of a place by their keys, one per clause of the place. They are rows that [`Counts::add`] counts too:
    /// these counts only say what the judgement of a key takes from them.
    pub fn pend(&mut self, place: u32, keys: &[u128], rows: u64) {
        match keys {
            _ if keys.iter().all(|k| *k == 0) => {}
            [key] => *self.one.entry((halves(*key), place)).or_default() += rows,
            _ => *self.several.entry((keys.into(), place)).or_default() += rows,
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
        let places: Vec<u32> = other.places.iter().map(|p| self.place(*p)).collect();
        for ((key, place), n) in other.one {
            let place = places[place as usize];
            *self.one.entry((key, place)).or_default() += n;
        }
        for ((keys, place), n) in other.several {
            let place = places[place as usize];
            *self.several.entry((keys, place)).or_default() += n;
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

    /// States of holding and channels by country, before the keys are judged.
    pub fn states(&self) -> &BTreeMap<(Targets, u8), u64> {
        &self.states
    }

    /// Rows that the keys move, once these are judged: from which state to which, by country. Targets that a key cannot
    /// change stand as lost on both sides. `judge` gives what the keys of pending rows make of their state.
    pub fn moves(
        &self,
        judge: impl Fn(&Pending<'_>) -> Targets,
    ) -> BTreeMap<(Targets, Targets, u8), u64> {
        let mut out = BTreeMap::new();
        let mut count = |keys: &[u128], place: u32, n: u64| {
            let place = self.places[place as usize];
            let (from, to) = (place.open.targets, judge(&Pending { place, keys }));
            if from != to {
                *out.entry((from, to, place.country)).or_default() += n;
            }
        };
        for ((key, place), n) in &self.one {
            count(&[whole(*key)], *place, *n);
        }
        for ((keys, place), n) in &self.several {
            count(keys, *place, *n);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::policy::{Policy, State, Target};

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
                let targets = withholding.targets(bins);
                // a key per three rows, and one row without
                let keys = [(i % 3) as u128, (i % 4) as u128];
                for counts in [&mut whole, if i < cut { &mut one } else { &mut two }] {
                    counts.add(&asks, bins, targets, *n);
                    for (clauses, place) in counts.places(&asks, &withholding, bins, targets) {
                        counts.pend(place, &keys[..(clauses.count_ones() as usize).min(2)], *n);
                    }
                }
            }
            two.merge(one);
            prop_assert_eq!(whole.states(), two.states());
            let judge = |p: &Pending<'_>| {
                let mut targets = p.place.open.targets;
                if p.keys.contains(&1) {
                    targets.lose(&[Target::Hold], State::Bad);
                }
                targets
            };
            prop_assert_eq!(whole.moves(judge), two.moves(judge));
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
