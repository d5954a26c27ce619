//! What a run over some rows leaves behind: tallies, ledger, key tables, the states of holding and channels. Parts
//! merge in any order by addition; [`close`](super::census::close) makes the census of them.
//!
//! Asks are counted column by column: an axis is worked out once per batch, however many asks share it, and one that is
//! the same in every row of the batch costs nothing per row. Holding and channels are worked out once per *combination*
//! of the bins that they tell apart. What a key clause may still take from rows is counted apart, by key: see
//! [`Counts::pend`].

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::ask::{Ask, Axis};
use super::check::{Check, Scope};
use super::policy::{Open, Targets, Withholding};
use super::tally::Tally;

/// The row asks of a run, as look-ups over the bins of checks.
pub struct Asks {
    /// Each with the positions of its axes.
    asks: Vec<(Ask, Vec<usize>)>,
    /// Each once.
    axes: Vec<Digit>,
    country: usize,
}

/// The values of some rows: of a check, or of an axis.
enum Values<'a> {
    /// The same in every row.
    Same(u8),
    Each(Cow<'a, [u8]>),
}

impl<'a> Values<'a> {
    fn new(each: Cow<'a, [u8]>) -> Self {
        match each.split_first() {
            Some((first, rest)) if rest.iter().all(|v| v == first) => Self::Same(*first),
            _ => Self::Each(each),
        }
    }
}

/// One axis as look-ups: position of a value of the axis for the bins of a row.
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

    fn values<'a>(&self, bins: &[Values<'a>], columns: &[&'a [u8]]) -> Values<'a> {
        let table = |i: usize, table: &[u8]| match &bins[i] {
            Values::Same(bin) => Values::Same(table[usize::from(*bin)]),
            Values::Each(each) => {
                Values::new(each.iter().map(|bin| table[usize::from(*bin)]).collect())
            }
        };
        match &self.look {
            Look::Bin(i) => match &bins[*i] {
                Values::Same(bin) => Values::Same(*bin),
                Values::Each(_) => Values::Each(Cow::Borrowed(columns[*i])),
            },
            Look::Table(i, values) => table(*i, values),
            Look::First(tables) => {
                // what decides first is written last
                let mut out = Values::Same(0);
                for (i, table) in tables.iter().rev() {
                    match &bins[*i] {
                        Values::Same(bin) => {
                            if let Some(value) = table[usize::from(*bin)] {
                                out = Values::Same(value);
                            }
                        }
                        Values::Each(each) => {
                            let mut written = match out {
                                Values::Same(value) => vec![value; each.len()],
                                Values::Each(values) => values.into_owned(),
                            };
                            for (value, bin) in written.iter_mut().zip(each.iter()) {
                                *value = table[usize::from(*bin)].unwrap_or(*value);
                            }
                            out = Values::new(Cow::Owned(written));
                        }
                    }
                }
                out
            }
        }
    }
}

impl Asks {
    /// `checks`: the row checks, in the order of a combination. An ask about a check that is not among them is left
    /// out: its clauses will say *not measured*.
    pub fn new(asks: impl IntoIterator<Item = Ask>, checks: &[&'static Check]) -> Self {
        let mut axes = Vec::new();
        let mut known: BTreeMap<Axis, Option<usize>> = BTreeMap::new();
        let mut place = |axis: &Axis| {
            *known.entry(axis.clone()).or_insert_with(|| {
                axes.push(Digit::new(axis, checks)?);
                Some(axes.len() - 1)
            })
        };
        let asks = asks
            .into_iter()
            .filter(|a| a.scope == Scope::Row)
            .filter_map(|a| {
                let places: Option<Vec<usize>> = a.axes.iter().map(&mut place).collect();
                Some((a, places?))
            })
            .collect();
        let country = checks.iter().position(|c| c.id == "country").unwrap_or(0);
        Self {
            asks,
            axes,
            country,
        }
    }

    /// Position of the country in a combination.
    pub fn country(&self) -> usize {
        self.country
    }

    fn radix(&self, axis: usize) -> u64 {
        self.axes[axis].values.len() as u64
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
    fn new(size: u64) -> Self {
        match size {
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

/// An axis that differs from row to row.
struct Differing<'a> {
    each: &'a [u8],
    radix: u64,
    /// In the cell of its ask.
    weight: u64,
}

/// Buffers in which the rows of a batch are counted, ask by ask.
#[derive(Default)]
struct Scratch<'a> {
    differing: Vec<Differing<'a>>,
    index: Vec<u32>,
    table: Vec<u32>,
}

/// Cells of a table in [`Scratch`]: 256 KiB.
const SCRATCH: u64 = 1 << 16;

impl Scratch<'_> {
    /// Gives each combination of the differing axes, as a part of a cell, with its rows.
    fn count(&mut self, rows: u64, mut f: impl FnMut(u64, u64)) {
        let Some((first, others)) = self.differing.split_first() else {
            return f(0, rows);
        };
        let size: u64 = self.differing.iter().map(|d| d.radix).product();
        if size > SCRATCH {
            let cell = |row: usize| -> u64 {
                let parts = self.differing.iter();
                parts.map(|d| u64::from(d.each[row]) * d.weight).sum()
            };
            let cells: Vec<u64> = (0..first.each.len()).map(cell).collect();
            let runs = cells.chunk_by(|a, b| a == b);
            return runs.for_each(|run| f(run[0], run.len() as u64));
        }
        let index = &mut self.index;
        index.clear();
        index.extend(first.each.iter().map(|v| u32::from(*v)));
        let mut step = first.radix as u32;
        for d in others {
            for (at, value) in index.iter_mut().zip(d.each) {
                *at += u32::from(*value) * step;
            }
            step *= d.radix as u32;
        }
        self.table.clear();
        self.table.resize(size as usize, 0);
        let table = self.table.as_mut_slice();
        for at in index {
            table[*at as usize] += 1;
        }
        for (at, n) in self.table.iter().enumerate().filter(|(_, n)| **n > 0) {
            let mut rest = at as u64;
            let mut cell = 0;
            for d in &self.differing {
                cell += rest % d.radix * d.weight;
                rest /= d.radix;
            }
            f(cell, u64::from(*n));
        }
    }
}

impl Counts {
    pub fn new(asks: &Asks) -> Self {
        Self {
            cells: asks
                .asks
                .iter()
                .map(|(_, axes)| Cells::new(axes.iter().map(|a| asks.radix(*a)).product()))
                .collect(),
            states: BTreeMap::new(),
            places: Vec::new(),
            known: HashMap::new(),
            one: HashMap::default(),
            several: HashMap::default(),
            rows: 0,
        }
    }

    /// Counts rows by every ask. `columns`: the bins of each row check, in their order.
    pub fn count(&mut self, asks: &Asks, columns: &[&[u8]], rows: usize) {
        if rows == 0 {
            return;
        }
        self.rows += rows as u64;
        let bins: Vec<Values<'_>> = columns
            .iter()
            .map(|c| Values::new(Cow::Borrowed(*c)))
            .collect();
        let axes: Vec<Values<'_>> = asks.axes.iter().map(|a| a.values(&bins, columns)).collect();
        let mut scratch = Scratch::default();
        for ((_, places), cells) in asks.asks.iter().zip(&mut self.cells) {
            let mut base = 0;
            let mut weight = 1;
            // the axes that differ from row to row, last first
            scratch.differing.clear();
            for place in places.iter().rev() {
                let radix = asks.radix(*place);
                match &axes[*place] {
                    Values::Same(value) => base += weight * u64::from(*value),
                    Values::Each(each) => scratch.differing.push(Differing {
                        each,
                        radix,
                        weight,
                    }),
                }
                weight *= radix;
            }
            scratch.count(rows as u64, |cell, n| cells.add(base + cell, n));
        }
    }

    /// Adds rows of one state of holding and channels.
    pub fn hold(&mut self, targets: Targets, country: u8, rows: u64) {
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

    /// Counts rows of a place by their keys, one per clause of the place. They are rows that [`Counts::hold`] counts too:
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
            .map(|((ask, axes), cells)| {
                let digits: Vec<&Digit> = axes.iter().map(|a| &asks.axes[*a]).collect();
                let mut named = BTreeMap::new();
                cells.each(|cell, n| {
                    let mut rest = cell;
                    let mut bins = vec![String::new(); digits.len()];
                    for (slot, d) in bins.iter_mut().zip(&digits).rev() {
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
        fn rows_are_counted_as_their_names_say(seeds in proptest::collection::vec((any::<u64>(), 1u64..9), 1..40), cut in 0usize..40) {
            let (policy, checks) = setting();
            let asks = Asks::new(policy.asks(), &checks);
            let withholding = policy.compile(&checks, crate::base::clock::Day(20_780)).expect("compiles");
            let rows: Vec<(Vec<u8>, u64)> = seeds
                .iter()
                .map(|(seed, n)| {
                    let bins = checks.iter().enumerate().map(|(i, c)| {
                        let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(i as u32 * 7) >> 40;
                        // every third check says the same of all rows
                        let mixed = if i % 3 == 0 { i as u64 } else { mixed };
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
                    counts.hold(targets, bins[asks.country()], *n);
                    for (clauses, place) in counts.places(&asks, &withholding, bins, targets) {
                        counts.pend(place, &keys[..(clauses.count_ones() as usize).min(2)], *n);
                    }
                }
            }
            let count = |counts: &mut Counts, rows: &[(Vec<u8>, u64)]| {
                let each = || rows.iter().flat_map(|(bins, n)| std::iter::repeat_n(bins, *n as usize));
                let columns: Vec<Vec<u8>> = (0..checks.len()).map(|i| each().map(|bins| bins[i]).collect()).collect();
                let columns: Vec<&[u8]> = columns.iter().map(Vec::as_slice).collect();
                counts.count(&asks, &columns, each().count());
            };
            let cut = cut.min(rows.len());
            count(&mut whole, &rows);
            count(&mut one, &rows[..cut]);
            count(&mut two, &rows[cut..]);
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
