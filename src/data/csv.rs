//! Delimited text. One thread reads the file in blocks, hashes every byte on the way, and cuts each block at a record
//! end ([`feed`]); workers turn blocks into frames ([`load`]). Where records end is decided by [`scan`] alone, in file
//! order, so that neither block size nor threads change a row, a count or a line number.
//!
//! The ledger balances two counts that know nothing of each other: the structure pass counts records, and what the
//! workers loaded, quarantined or recognised is counted by the splitter (or csv-core) that made the cells.

pub mod feed;
pub mod load;
pub mod record;
pub mod scan;

use std::io::Read;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use self::feed::{Feed, Start};
use self::load::{Block, Loader, Plan};
use super::frame::Frame;
use super::spent::Spent;
use crate::base::digest::Sha256;
use crate::record::ledger::{Ledger, Reason};

/// Quarantined records that are named by line; more are counted only.
pub const NAMED: usize = 100_000;

/// How the work is cut up. Changes no result.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub threads: usize,
    /// Bytes read at a time.
    pub block: usize,
}

/// A stretch of the file in the hands of a worker.
#[derive(Clone, Copy)]
pub struct Piece<'f> {
    /// In the order of the file, without a gap, from 0.
    pub number: u64,
    /// None if no row was loaded from it.
    pub frame: Option<&'f Frame>,
}

/// What one pass over a file gave.
#[derive(Default)]
pub struct Pass {
    /// Without `physical`, `header`, `preamble` and the blank records before the data.
    pub ledger: Ledger,
    pub filled: Vec<u64>,
    /// Lines from 1, in order.
    pub quarantine: Vec<(u64, Reason)>,
    /// Records of the structure pass.
    pub records: u64,
    /// Where the counts first differ.
    pub differs: Option<Difference>,
    pub spent: Spent,
}

/// A block whose two counts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// First line of the block.
    pub line: u64,
    pub structure: u64,
    pub accounted: u64,
}

impl Pass {
    fn new(fields: usize) -> Self {
        Self {
            filled: vec![0; fields],
            ..Self::default()
        }
    }

    fn add(&mut self, other: Self) {
        self.ledger.add(&other.ledger);
        for (a, b) in self.filled.iter_mut().zip(&other.filled) {
            *a += b;
        }
        self.quarantine.extend(other.quarantine);
        self.records += other.records;
        self.spent.merge(other.spent);
        self.differs = [self.differs, other.differs].into_iter().flatten().min();
    }
}

/// Reads a file once. `each` receives the worker's number and a piece. Pieces are begun in the order of the file, and
/// may be done with in any.
pub fn run(
    file: impl Read,
    plan: &Plan,
    start: Start,
    shape: Shape,
    each: &(dyn Fn(usize, Piece<'_>) + Sync),
) -> std::io::Result<(u64, Sha256, Pass)> {
    let threads = shape.threads.max(1);
    let (send, receive) = sync_channel::<Block>(threads);
    // the workers alone hold the receiving end: if they are gone, sending fails instead of waiting
    let receive = Arc::new(Mutex::new(receive));
    let mut feed = Feed::new(file, plan.marks, plan.encoding, start, shape.block);
    let (fed, passes) = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|n| {
                let receive = receive.clone();
                scope.spawn(move || work(n, plan, &receive, each))
            })
            .collect();
        drop(receive);
        let fed = feed.run(|block| send.send(block).is_ok());
        drop(send);
        let passes: Vec<Pass> = workers
            .into_iter()
            .map(|w| match w.join() {
                Ok(pass) => pass,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect();
        (fed, passes)
    });
    fed?;
    let (bytes, digest, mut pass) = feed.finish(plan.fields);
    for one in passes {
        pass.add(one);
    }
    pass.quarantine.sort_unstable();
    pass.quarantine.truncate(NAMED);
    Ok((bytes, digest, pass))
}

fn work(
    worker: usize,
    plan: &Plan,
    receive: &Mutex<Receiver<Block>>,
    each: &(dyn Fn(usize, Piece<'_>) + Sync),
) -> Pass {
    let mut pass = Pass::new(plan.fields);
    let mut loader = Loader::new(plan);
    loop {
        let received = receive
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .recv();
        let Ok(block) = received else { break };
        let (number, line, structure) = (block.number, block.line, block.cut.records());
        let loaded = pass.spent.on("split", || loader.load(block));
        let frame = loaded.frame.as_ref();
        each(worker, Piece { number, frame });
        let l = &loaded.ledger;
        let accounted = l.blank + l.footer + l.repeated_header + l.loaded + l.quarantined();
        let differs = (accounted != structure).then_some(Difference {
            line,
            structure,
            accounted,
        });
        let room = NAMED.saturating_sub(pass.quarantine.len());
        pass.add(Pass {
            ledger: loaded.ledger,
            filled: loaded.filled,
            quarantine: loaded.quarantine.into_iter().take(room).collect(),
            records: 0,
            differs,
            spent: Spent::default(),
        });
    }
    pass
}

#[cfg(test)]
mod tests;
