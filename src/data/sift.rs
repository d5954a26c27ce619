//! The second pass over a list that was measured: every row once more, with what it loses and why, in the order of the
//! file. Bins, masks and judged keys are those of the first pass; what comes out must add up to its counts.

use std::sync::{Arc, Mutex};

use hashbrown::HashMap;

use super::batch::{Batch, Plan, Worker};
use super::frame::Frame;
use super::keys::Kind;
use super::measure::{Effort, row_checks};
use super::sorter::Sorter;
use super::source::Source;
use super::told::Told;
use crate::base::code::reading;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result};
use crate::record::census::Keys;
use crate::record::channel::Channel;
use crate::record::check::Check;
use crate::record::policy::{Loss, Policy, Reason, State, Targets, Withholding};
use crate::text;

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    pub targets: Targets,
    /// Every clause that takes something from it, worst first; their places among [`Sift::clauses`].
    pub reasons: Arc<[Reason]>,
}

/// How the rows of a list are sorted once more.
pub struct Sift<'a> {
    source: &'a Source,
    /// Length and digest of each file in the first pass.
    lists: &'a [(u64, Sha256)],
    plan: Plan<'a>,
    keys: &'a Keys,
    withholding: Withholding,
    rows: Vec<&'static Check>,
    told: Told,
    /// Per withholding key clause the kind of key that it is about.
    kinds: Vec<Option<Kind>>,
    /// The planned channels.
    channels: Vec<Channel>,
}

/// Distinct combinations that a worker remembers before it starts anew.
const COMBINATIONS: usize = 1 << 14;

/// What a worker keeps from batch to batch.
#[derive(Default)]
struct Hand {
    known: HashMap<Vec<u8>, Arc<Known>, foldhash::fast::RandomState>,
    worker: Worker,
}

/// What the rows of a combination lose, with and without their keys.
struct Known {
    loss: Loss,
    fate: Fate,
}

impl<'a> Sift<'a> {
    /// `source` is the list as a whole ([`Source::whole`]), `lists` what the first pass read of it, `plan` that of the first
    /// pass ([`Measured::plan`](super::measure::Measured::plan)).
    ///
    /// # Errors
    /// Internal, if a check that the policy was parsed with is missing.
    pub fn new(
        source: &'a Source,
        lists: &'a [(u64, Sha256)],
        plan: Plan<'a>,
        policy: &Policy,
        keys: &'a Keys,
    ) -> Result<Self> {
        let rows = row_checks(plan.sorters);
        let withholding = policy.compile(&rows, plan.as_of)?;
        let kind = |check: &str| {
            plan.sorters.iter().find_map(|s| match s {
                Sorter::Key { check: c, kind, .. } if c.id == check => Some(*kind),
                _ => None,
            })
        };
        let planned = |c: &Channel| plan.dossier.planned(*c) != Some(false);
        Ok(Self {
            source,
            lists,
            keys,
            kinds: withholding.keys().map(|k| kind(&k.check)).collect(),
            told: Told::new(&withholding, &rows, None),
            channels: Channel::ALL.into_iter().filter(planned).collect(),
            plan,
            withholding,
            rows,
        })
    }

    /// Codes of the clauses that reasons point at.
    pub fn clauses(&self) -> Vec<&str> {
        self.withholding.clauses().collect()
    }

    /// The planned channels.
    pub fn channels(&self) -> &[Channel] {
        &self.channels
    }

    /// Reads the list once more. `each` makes something of a frame and the fates of its rows, on any worker; it also
    /// receives the number of the file (from 0). `then` receives what it made in the order of the list.
    ///
    /// # Errors
    /// As [`Source::run`], and if these are other bytes than those that were measured.
    pub fn run<T>(
        &self,
        effort: Effort,
        each: &(dyn Fn(usize, &Frame, &[Fate]) -> T + Sync),
        then: &mut (dyn FnMut(&Frame, T) + Send),
    ) -> Result<()> {
        let threads = effort.threads.max(1);
        let hands: Vec<Mutex<Hand>> = (0..threads).map(|_| Mutex::default()).collect();
        let make = |list: usize, worker: usize, frame: &Frame| {
            // each worker has a hand of its own; the lock is never contended
            let mut hand = hands[worker]
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            each(list, frame, &self.fates(&mut hand, frame))
        };
        let read = self.source.in_order(threads, effort.block, &make, then)?;
        if read.lists == self.lists {
            return Ok(());
        }
        let message = text!(
            "the list changed after it was measured",
            "die Liste hat sich geändert, nachdem sie ausgezählt war"
        );
        Err(Error::new(&reading::LIST_CHANGED, message).into())
    }

    fn fates(&self, hand: &mut Hand, frame: &Frame) -> Vec<Fate> {
        let batch = Batch::new(frame, &self.plan, &hand.worker);
        let bins: Vec<_> = self.rows.iter().map(|c| batch.bins(c.id)).collect();
        let columns: Vec<&[u8]> = bins.iter().map(|b| b.as_slice()).collect();
        let keys: Vec<Option<Vec<u128>>> = self
            .kinds
            .iter()
            .map(|kind| kind.map(|k| (k.of)(&batch)))
            .collect();
        let groups = self.told.groups(&columns, frame.rows());
        let mut known = Vec::with_capacity(groups.all.len());
        for (first, _) in &groups.all {
            let combination = self.told.combination(&columns, *first);
            let made = hand.known.entry(combination).or_insert_with_key(|told| {
                let loss = self
                    .withholding
                    .loss(&self.told.profile(told), &self.channels);
                let fate = self.fate(loss.targets, loss.reasons.clone());
                Arc::new(Known { loss, fate })
            });
            known.push(made.clone());
        }
        if hand.known.len() > COMBINATIONS {
            hand.known.clear();
        }
        let fate = |(row, group): (usize, &u32)| {
            let known = &known[*group as usize];
            let state = |at: usize| -> Option<State> {
                let keys = keys.get(at)?.as_ref()?;
                self.keys.state(at, keys[row])
            };
            match self.withholding.with_keys(&known.loss, state) {
                Some((targets, reasons)) => self.fate(targets, reasons),
                None => known.fate.clone(),
            }
        };
        groups.of.iter().enumerate().map(fate).collect()
    }

    fn fate(&self, targets: Targets, mut reasons: Vec<Reason>) -> Fate {
        reasons.sort_by_key(|r| (std::cmp::Reverse(r.state), r.clause));
        Fate {
            targets,
            reasons: reasons.into(),
        }
    }
}
