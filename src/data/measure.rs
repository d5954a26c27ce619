//! One pass over the list: every row through every sorter, counted as the policy asks. Column-wide facts are assumed from
//! a sample, counted over every cell, and if the count says otherwise the list is measured again: the result is as if
//! every value had been looked at first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use hashbrown::HashMap;

use super::batch::{Batch, Plan, Worker};
use super::facts::{Counters, Facts};
use super::frame::Frame;
use super::keys::{Beside, Kind, Secret, Table};
use super::sorter::{KeyView, Sorter};
use super::source::{Read, Source};
use super::spent::Spent;
use super::suppression::Lists;
use super::told::Told;
use crate::base::clock::AsOf;
use crate::base::error::Result;
use crate::record::census::{Reading, Sorted};
use crate::record::check::Check;
use crate::record::dossier::Dossier;
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
    facts: Facts,
    /// Rows per key, by kind of key.
    tables: BTreeMap<&'static str, Table>,
    secret: Secret,
    sorters: Vec<Sorter>,
    /// Over all threads and passes.
    pub spent: Spent,
}

/// Distinct combinations that a worker remembers before it starts anew.
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
            whole.merge(hand);
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
                facts,
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
        .filter_map(|s| match s {
            Sorter::Row { check, .. } | Sorter::Own { check, .. } => Some(*check),
            Sorter::Key { .. } => None,
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

    /// How many different values each kind of key has; of more than are told apart, one more than that.
    pub fn distinct(&self) -> BTreeMap<&'static str, u64> {
        let tables = self.tables.iter();
        tables.map(|(name, table)| (*name, table.keys())).collect()
    }

    /// The plan for going through the rows once more: the same secret, and the facts that were found to hold.
    pub fn plan<'a>(
        &'a self,
        dossier: &'a Dossier,
        as_of: AsOf,
        suppression: Arc<Lists>,
        columns: &[Mapped],
    ) -> Plan<'a> {
        let mut plan = Plan::new(dossier, as_of, &self.sorters)
            .with(self.facts.clone())
            .suppressing(suppression);
        plan.secret = self.secret.clone();
        plan.columns = columns.to_vec();
        plan
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
                Sorter::Row { .. } | Sorter::Own { .. } => None,
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
    /// The kinds of keys that these ask for.
    asked: Vec<usize>,
    told: Told,
}

/// The name of the table in which a kind of key is counted.
fn table_of(kind: &Kind, beside: Option<Beside>) -> &'static str {
    beside.map_or(kind.name, |b| b.name)
}

type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// What rows of one combination may still lose, and what they have lost.
struct Held {
    targets: Targets,
    country: u8,
    /// Where the keys of these rows are counted, with the clauses that ask for them.
    places: Arc<[(u64, u32)]>,
}

/// What one worker has counted.
struct Hand {
    combinations: Map<Vec<u8>, Held>,
    counts: Counts,
    counters: Counters,
    tables: BTreeMap<&'static str, Table>,
    worker: Worker,
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
            .collect::<Vec<_>>();
        let mut asked: Vec<usize> = clauses.iter().flatten().copied().collect();
        asked.sort_unstable();
        asked.dedup();
        Self {
            plan,
            asks,
            withholding,
            rows,
            kinds,
            clauses,
            asked,
            told: Told::new(withholding, rows, Some(asks.country())),
        }
    }

    fn hand(&self) -> Hand {
        Hand {
            combinations: Map::default(),
            counts: Counts::new(self.asks),
            counters: Counters::default(),
            tables: BTreeMap::new(),
            worker: Worker::default(),
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
            spent,
        } = hand;
        spent.on("facts of columns", || counters.count(frame));
        let batch = Batch::new(frame, self.plan, worker);
        let bins: Vec<_> = self.rows.iter().map(|c| batch.bins(c.id)).collect();

        let begun = Instant::now();
        let mut keys: Vec<Vec<u128>> = Vec::with_capacity(self.kinds.len());
        for (at, (kind, beside)) in self.kinds.iter().enumerate() {
            let table = tables.entry(table_of(kind, *beside)).or_default();
            // of a table that was given up nothing more is worked out, unless rows are withheld by its keys
            let needed = !table.over || self.asked.contains(&at);
            let found = if needed {
                (kind.of)(&batch)
            } else {
                Vec::new()
            };
            match beside {
                _ if table.over => {}
                Some(beside) => table.add_beside(&found, &(beside.of)(&batch)),
                // lists are grouped: runs of equal keys are counted at once
                None => found
                    .chunk_by(|a, b| a == b)
                    .for_each(|run| table.add(run[0], run.len() as u64)),
            }
            keys.push(found);
        }
        spent.add("keys", begun.elapsed());
        spent.merge(batch.spent());

        let counting = Instant::now();
        let columns: Vec<&[u8]> = bins.iter().map(|b| b.as_slice()).collect();
        counts.count(self.asks, &columns, frame.rows());
        let groups = self.told.groups(&columns, frame.rows());
        let mut places = Vec::with_capacity(groups.all.len());
        for (first, rows) in &groups.all {
            let combination = self.told.combination(&columns, *first);
            let held = combinations.entry(combination).or_insert_with_key(|told| {
                let bins = self.told.profile(told);
                let targets = self.withholding.targets(&bins);
                Held {
                    targets,
                    country: bins[self.asks.country()],
                    places: counts
                        .places(self.asks, self.withholding, &bins, targets)
                        .into(),
                }
            });
            counts.hold(held.targets, held.country, *rows);
            places.push(held.places.clone());
        }
        let mut own: Vec<u128> = Vec::with_capacity(self.clauses.len());
        let mut row = 0;
        while let Some(group) = groups.of.get(row) {
            // lists are grouped: rows of the same group and keys are counted at once
            let begun = row;
            row += 1;
            let places = &places[*group as usize];
            if places.is_empty() {
                continue;
            }
            while groups.of.get(row) == Some(group)
                && self.asked.iter().all(|k| keys[*k][row] == keys[*k][begun])
            {
                row += 1;
            }
            for (clauses, place) in places.iter() {
                own.clear();
                let asking = self.clauses.iter().enumerate();
                let asking = asking.filter(|(at, _)| clauses >> at & 1 == 1);
                own.extend(asking.map(|(_, kind)| kind.map_or(0, |kind| keys[kind][begun])));
                counts.pend(*place, &own, (row - begun) as u64);
            }
        }
        if combinations.len() > COMBINATIONS {
            combinations.clear();
        }
        spent.add("combinations", counting.elapsed());
    }
}

impl Hand {
    fn merge(&mut self, other: Self) {
        self.spent.merge(other.spent);
        self.counts.merge(other.counts);
        self.counters.merge(other.counters);
        for (kind, table) in other.tables {
            self.tables.entry(kind).or_default().merge(table);
        }
    }
}
