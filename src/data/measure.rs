//! One pass over the list: every row through every sorter, counted by combination. Column-wide facts are assumed from
//! a sample, counted over every cell, and if the count says otherwise the list is measured again: the result is as if
//! every value had been looked at first.

use std::collections::BTreeMap;
use std::sync::Mutex;

use hashbrown::HashMap;

use super::batch::{Batch, Plan, Worker};
use super::facts::{Counters, Facts};
use super::frame::Frame;
use super::keys::{self, Table};
use super::sorter::{KeyView, Sorter};
use super::source::{Read, Source};
use crate::base::error::Result;
use crate::record::check::Check;
use crate::record::papers::{KeyBin, Papers};
use crate::record::part::{Asks, Counts};
use crate::record::policy::{Compiled, KeyClause, Policy};

/// How a list is measured. Neither number changes a byte of the census.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub threads: usize,
    /// Bytes per block.
    pub block: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { threads: std::thread::available_parallelism().map_or(1, usize::from), block: 4 << 20 }
    }
}

/// What a run over the list leaves behind.
pub struct Measured {
    pub read: Read,
    pub counts: Counts,
    pub facts: Facts,
    pub counters: Counters,
    /// Rows per key, by kind of key.
    tables: BTreeMap<&'static str, Table>,
    secret: keys::Secret,
    sorters: Vec<Sorter>,
}

/// Distinct combinations that a worker holds before it counts them.
const COMBINATIONS: usize = 1 << 16;

/// Measures the list.
///
/// # Errors
/// Whatever the reader finds: an unbalanced ledger, a file that changed meanwhile, I/O.
pub fn measure(source: &Source, mut plan: Plan<'_>, policy: &Policy, asks: &Asks, effort: Effort) -> Result<Measured> {
    let rows: Vec<&'static Check> = row_checks(plan.sorters);
    let compiled = policy.compile(&rows);
    let clauses = policy.key_clauses();

    let mut assumed = Counters::default();
    assumed.count(&source.sample());
    let mut facts = Facts::decide(&assumed);
    loop {
        plan.facts = facts.clone();
        let pass = Pass::new(&plan, asks, &compiled, &clauses, &rows);
        let hands: Vec<Mutex<Hand>> = (0..effort.threads.max(1)).map(|_| Mutex::new(pass.hand())).collect();
        let read = source.run(effort.threads.max(1), effort.block, &|worker, frame| {
            // each worker has a hand of its own; the lock is never contended
            if let Ok(mut hand) = hands[worker].lock() {
                pass.batch(&mut hand, frame);
            }
        })?;
        let mut whole = pass.hand();
        for hand in hands {
            let hand = hand.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            whole.merge(hand, &pass);
        }
        let decided = Facts::decide(&whole.counters);
        if decided == facts {
            let secret = plan.secret.clone();
            let sorters = plan.sorters.to_vec();
            return Ok(Measured { read, counts: whole.counts, facts, counters: whole.counters, tables: whole.tables, secret, sorters });
        }
        facts = decided;
    }
}

/// The row checks, in the order of a combination.
pub fn row_checks(sorters: &[Sorter]) -> Vec<&'static Check> {
    sorters.iter().filter_map(|s| if let Sorter::Row { check, .. } = s { Some(*check) } else { None }).collect()
}

impl Measured {
    /// Sorts the keys of every key check.
    pub fn keys(&self, papers: &Papers<'_>) -> Vec<(&'static Check, Vec<KeyBin>)> {
        let none = Table::default();
        self.sorters
            .iter()
            .filter_map(|s| match s {
                Sorter::Key { check, kind, sort } => {
                    let table = self.tables.get(kind.name).unwrap_or(&none);
                    let mut bins = if table.over {
                        // more keys than are told apart: nothing is concluded about any of them
                        vec![KeyBin { key: None, bin: check.bins.len() - 2 }]
                    } else {
                        sort(&KeyView { table, papers, secret: &self.secret })
                    };
                    if bins.is_empty() {
                        bins.push(KeyBin { key: None, bin: check.bins.len() - 1 });
                    }
                    Some((*check, bins))
                }
                Sorter::Row { .. } => None,
            })
            .collect()
    }
}

/// What is the same for all workers of one pass.
struct Pass<'p> {
    plan: &'p Plan<'p>,
    asks: &'p Asks,
    compiled: &'p Compiled,
    rows: &'p [&'static Check],
    /// Kinds of keys, each once.
    kinds: Vec<keys::Kind>,
    /// Withholding key clauses: which kind their key is, and per condition the row check and its bins.
    withholding: Vec<(usize, Vec<(usize, Vec<bool>)>)>,
}

/// What one worker has counted.
struct Hand {
    combinations: HashMap<Box<[u8]>, u64, foldhash::fast::RandomState>,
    counts: Counts,
    counters: Counters,
    tables: BTreeMap<&'static str, Table>,
    worker: Worker,
    buffer: Vec<u8>,
}

impl<'p> Pass<'p> {
    fn new(plan: &'p Plan<'p>, asks: &'p Asks, compiled: &'p Compiled, clauses: &[KeyClause], rows: &'p [&'static Check]) -> Self {
        let mut kinds: Vec<keys::Kind> = Vec::new();
        for s in plan.sorters {
            if let Sorter::Key { kind, .. } = s {
                if kinds.iter().all(|k| k.name != kind.name) {
                    kinds.push(*kind);
                }
            }
        }
        let kind_of = |check: &str| {
            plan.sorters.iter().find_map(|s| match s {
                Sorter::Key { check: c, kind, .. } if c.id == check => kinds.iter().position(|k| k.name == kind.name),
                _ => None,
            })
        };
        let withholding = clauses
            .iter()
            .filter_map(|clause| {
                let conditions = clause.conditions.iter().filter_map(|(check, bins)| {
                    let at = rows.iter().position(|c| c.id == check)?;
                    Some((at, rows[at].bins.iter().map(|b| bins.iter().any(|n| n == b)).collect()))
                });
                Some((kind_of(&clause.check)?, conditions.collect()))
            })
            .collect();
        Self { plan, asks, compiled, rows, kinds, withholding }
    }

    fn hand(&self) -> Hand {
        Hand {
            combinations: HashMap::default(),
            counts: Counts::new(self.asks),
            counters: Counters::default(),
            tables: BTreeMap::new(),
            worker: Worker::default(),
            buffer: Vec::new(),
        }
    }

    fn batch(&self, hand: &mut Hand, frame: &Frame) {
        let Hand { combinations, counts, counters, tables, worker, buffer } = hand;
        counters.count(frame);
        let batch = Batch::new(frame, self.plan, worker);
        let n = frame.rows();
        let bins: Vec<_> = self.rows.iter().map(|c| batch.bins(c.id)).collect();

        let keys: Vec<Vec<u128>> = self.kinds.iter().map(|k| (k.of)(&batch)).collect();
        for (kind, keys) in self.kinds.iter().zip(&keys) {
            let table = tables.entry(kind.name).or_default();
            // lists are grouped: count runs of equal keys at once
            for run in keys.chunk_by(|a, b| a == b) {
                table.add(run[0], run.len() as u64);
            }
        }

        let width = self.rows.len() + 16 * self.withholding.len();
        buffer.clear();
        buffer.resize(n * width, 0);
        for (at, column) in bins.iter().enumerate() {
            for (row, bin) in buffer.chunks_exact_mut(width).zip(column.iter()) {
                row[at] = *bin;
            }
        }
        for (w, (kind, conditions)) in self.withholding.iter().enumerate() {
            let from = self.rows.len() + 16 * w;
            for (row, key) in buffer.chunks_exact_mut(width).zip(&keys[*kind]) {
                if conditions.iter().all(|(at, meets)| meets[row[*at] as usize]) {
                    row[from..from + 16].copy_from_slice(&key.to_ne_bytes());
                }
            }
        }
        for combination in buffer.chunks_exact(width) {
            *combinations.entry_ref(combination).or_default() += 1;
        }
        if combinations.len() > COMBINATIONS {
            self.count(combinations, counts);
        }
    }

    /// Counts the combinations held, and lets them go.
    fn count(&self, combinations: &mut HashMap<Box<[u8]>, u64, foldhash::fast::RandomState>, counts: &mut Counts) {
        let at = self.rows.len();
        let mut keys = Vec::with_capacity(self.withholding.len());
        for (combination, rows) in combinations.drain() {
            keys.clear();
            keys.extend(combination[at..].chunks_exact(16).map(|k| k.try_into().map_or(0, u128::from_ne_bytes)));
            counts.add(self.asks, self.compiled, &combination[..at], &keys, rows);
        }
    }
}

impl Hand {
    fn merge(&mut self, mut other: Self, pass: &Pass<'_>) {
        pass.count(&mut other.combinations, &mut other.counts);
        self.counts.merge(other.counts);
        self.counters.merge(other.counters);
        for (kind, table) in other.tables {
            self.tables.entry(kind).or_default().merge(table);
        }
    }
}
