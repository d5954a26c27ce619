//! One pass over the list: every row through every sorter, counted by combination. Column-wide facts are assumed from
//! a sample, counted over every cell, and if the count says otherwise the list is measured again: the result is as if
//! every value had been looked at first.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Instant;

use hashbrown::HashMap;

use super::batch::{Batch, Plan, Worker};
use super::facts::{Counters, Facts};
use super::frame::Frame;
use super::keys::{Beside, Kind, Secret, Table};
use super::sorter::{KeyView, Sorter};
use super::source::{Read, Source};
use super::spent::Spent;
use crate::base::error::Result;
use crate::record::census::{Reading, Sorted};
use crate::record::check::Check;
use crate::record::mapping::Mapped;
use crate::record::papers::{KeyBin, Papers};
use crate::record::part::{Asks, Counts};
use crate::record::policy::{Policy, Targets, Withholding};

/// How a list is measured. Neither number changes a byte of the census.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub threads: usize,
    /// Bytes per block.
    pub block: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            block: 4 << 20,
        }
    }
}

/// What a run over the list leaves behind.
pub struct Measured {
    pub read: Read,
    pub counts: Counts,
    counters: Counters,
    /// Rows per key, by kind of key.
    tables: BTreeMap<&'static str, Table>,
    secret: Secret,
    sorters: Vec<Sorter>,
    /// Over all threads and passes.
    pub spent: Spent,
}

/// Distinct combinations that a worker holds before it counts them.
const COMBINATIONS: usize = 1 << 16;

/// Measures the list.
///
/// # Errors
/// Whatever the reader finds: an unbalanced ledger, a file that changed meanwhile, I/O.
pub fn measure(
    source: &Source,
    mut plan: Plan<'_>,
    policy: &Policy,
    asks: &Asks,
    effort: Effort,
) -> Result<Measured> {
    let rows: Vec<&'static Check> = row_checks(plan.sorters);
    let withholding = policy.compile(&rows, plan.as_of)?;

    plan.columns = source.columns().to_vec();
    let mut assumed = Counters::default();
    assumed.count(&source.sample());
    let mut facts = Facts::decide(&assumed);
    let mut spent = Spent::default();
    loop {
        plan.facts = facts.clone();
        let pass = Pass::new(&plan, asks, &withholding, &rows);
        let hands: Vec<Mutex<Hand>> = (0..effort.threads.max(1))
            .map(|_| Mutex::new(pass.hand()))
            .collect();
        let read = source.run(effort.threads.max(1), effort.block, &|worker, frame| {
            // each worker has a hand of its own; the lock is never contended
            if let Ok(mut hand) = hands[worker].lock() {
                pass.batch(&mut hand, frame);
            }
        })?;
        let mut whole = pass.hand();
        for hand in hands {
            let hand = hand
                .into_inner()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            whole.merge(hand, &pass);
        }
        spent.merge(read.spent.clone());
        spent.merge(whole.spent);
        let decided = Facts::decide(&whole.counters);
        if decided == facts {
            let secret = plan.secret.clone();
            let sorters = plan.sorters.to_vec();
            return Ok(Measured {
                read,
                counts: whole.counts,
                counters: whole.counters,
                tables: whole.tables,
                secret,
                sorters,
                spent,
            });
        }
        facts = decided;
    }
}

/// The row checks, in the order of a combination.
pub fn row_checks(sorters: &[Sorter]) -> Vec<&'static Check> {
    sorters
        .iter()
        .filter_map(|s| {
            if let Sorter::Row { check, .. } = s {
                Some(*check)
            } else {
                None
            }
        })
        .collect()
}

impl Measured {
    /// What the reader took the files for, with the column-wide facts and their counters.
    pub fn reading(&self) -> Vec<Reading> {
        let mut reading = self.read.reading.clone();
        if let Some(first) = reading.first_mut() {
            // the facts are those of the delivery; they stand with its first file
            first.assumptions = self.counters.assumptions();
        }
        reading
    }

    /// The mapping, with the filled cells of each column.
    pub fn columns(&self, source: &Source) -> Vec<Mapped> {
        let mut columns = source.columns().to_vec();
        for (column, filled) in columns.iter_mut().zip(&self.read.filled) {
            column.filled = *filled;
        }
        columns
    }

    /// Sorts the keys of every key check.
    pub fn keys(&self, papers: &Papers<'_>) -> Sorted {
        let none = Table::default();
        self.sorters
            .iter()
            .filter_map(|s| match s {
                Sorter::Key {
                    check,
                    kind,
                    beside,
                    sort,
                } => {
                    let table = table_of(kind, *beside);
                    let table = self.tables.get(table).unwrap_or(&none);
                    let mut bins = if table.over {
                        // more keys than are told apart: nothing is concluded about any of them
                        vec![KeyBin {
                            key: None,
                            bin: check.bins.len() - 2,
                        }]
                    } else {
                        sort(&KeyView {
                            table,
                            papers,
                            secret: &self.secret,
                        })
                    };
                    if bins.is_empty() {
                        bins.push(KeyBin {
                            key: None,
                            bin: check.bins.len() - 1,
                        });
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
    withholding: &'p Withholding,
    rows: &'p [&'static Check],
    /// Kinds of keys and what is counted beside them, each once.
    kinds: Vec<(Kind, Option<Beside>)>,
    /// Per withholding key clause, the position of its kind of key.
    clauses: Vec<Option<usize>>,
}

/// The name of the table in which a kind of key is counted.
fn table_of(kind: &Kind, beside: Option<Beside>) -> &'static str {
    beside.map_or(kind.name, |b| b.name)
}

type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Rows of one combination.
struct Held {
    targets: Targets,
    /// Where the keys of these rows are counted, with the clauses that ask for them.
    places: Vec<(u64, u32)>,
    rows: u64,
}

/// What one worker has counted.
struct Hand {
    combinations: Map<Vec<u8>, Held>,
    counts: Counts,
    counters: Counters,
    tables: BTreeMap<&'static str, Table>,
    worker: Worker,
    buffer: Vec<u8>,
    spent: Spent,
}

impl<'p> Pass<'p> {
    fn new(
        plan: &'p Plan<'p>,
        asks: &'p Asks,
        withholding: &'p Withholding,
        rows: &'p [&'static Check],
    ) -> Self {
        let mut kinds: Vec<(Kind, Option<Beside>)> = Vec::new();
        let mut place = BTreeMap::new();
        for s in plan.sorters {
            if let Sorter::Key {
                check,
                kind,
                beside,
                ..
            } = s
            {
                let name = table_of(kind, *beside);
                let at = kinds
                    .iter()
                    .position(|(k, b)| table_of(k, *b) == name)
                    .unwrap_or_else(|| {
                        kinds.push((*kind, *beside));
                        kinds.len() - 1
                    });
                place.insert(check.id, at);
            }
        }
        let clauses = withholding
            .keys()
            .map(|c| place.get(c.check.as_str()).copied())
            .collect();
        Self {
            plan,
            asks,
            withholding,
            rows,
            kinds,
            clauses,
        }
    }

    fn hand(&self) -> Hand {
        Hand {
            combinations: Map::default(),
            counts: Counts::new(self.asks),
            counters: Counters::default(),
            tables: BTreeMap::new(),
            worker: Worker::default(),
            buffer: Vec::new(),
            spent: Spent::default(),
        }
    }

    fn batch(&self, hand: &mut Hand, frame: &Frame) {
        let Hand {
            combinations,
            counts,
            counters,
            tables,
            worker,
            buffer,
            spent,
        } = hand;
        spent.on("facts of columns", || counters.count(frame));
        let batch = Batch::new(frame, self.plan, worker);
        let bins: Vec<_> = self.rows.iter().map(|c| batch.bins(c.id)).collect();

        let begun = Instant::now();
        let keys: Vec<Vec<u128>> = self.kinds.iter().map(|(k, _)| (k.of)(&batch)).collect();
        for ((kind, beside), keys) in self.kinds.iter().zip(&keys) {
            let table = tables.entry(table_of(kind, *beside)).or_default();
            match beside {
                Some(beside) => table.add_beside(keys, &(beside.of)(&batch)),
                // lists are grouped: runs of equal keys are counted at once
                None => keys
                    .chunk_by(|a, b| a == b)
                    .for_each(|run| table.add(run[0], run.len() as u64)),
            }
        }
        spent.add("keys", begun.elapsed());
        spent.merge(batch.spent());

        let begun = Instant::now();
        let width = self.rows.len();
        buffer.clear();
        buffer.resize(frame.rows() * width, 0);
        for (at, column) in bins.iter().enumerate() {
            for (row, bin) in buffer.chunks_exact_mut(width).zip(column.iter()) {
                row[at] = *bin;
            }
        }
        let mut own: Vec<u128> = Vec::with_capacity(self.clauses.len());
        for (row, combination) in buffer.chunks_exact(width).enumerate() {
            let held = combinations.entry_ref(combination).or_insert_with(|| {
                let targets = self.withholding.targets(combination);
                Held {
                    targets,
                    places: counts.places(self.asks, self.withholding, combination, targets),
                    rows: 0,
                }
            });
            held.rows += 1;
            for (clauses, place) in &held.places {
                own.clear();
                let asking = self.clauses.iter().enumerate();
                let asking = asking.filter(|(at, _)| clauses >> at & 1 == 1);
                own.extend(asking.map(|(_, kind)| kind.map_or(0, |kind| keys[kind][row])));
                counts.pend(*place, &own, 1);
            }
        }
        if combinations.len() > COMBINATIONS {
            self.count(combinations, counts);
        }
        spent.add("combinations", begun.elapsed());
    }

    /// Counts the combinations held, and lets them go.
    fn count(&self, combinations: &mut Map<Vec<u8>, Held>, counts: &mut Counts) {
        for (combination, held) in combinations.drain() {
            counts.add(self.asks, &combination, held.targets, held.rows);
        }
    }
}

impl Hand {
    fn merge(&mut self, mut other: Self, pass: &Pass<'_>) {
        other.spent.on("combinations", || {
            pass.count(&mut other.combinations, &mut other.counts);
        });
        self.spent.merge(other.spent);
        self.counts.merge(other.counts);
        self.counters.merge(other.counters);
        for (kind, table) in other.tables {
            self.tables.entry(kind).or_default().merge(table);
        }
    }
}
