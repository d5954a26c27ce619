//! Keys: values that rows share. A key leaves the pass as a 128-bit hash under a secret that is random per run, never
//! as text; its table counts the rows that hold it.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};

use super::batch::Batch;

/// The secret of one run.
#[derive(Clone, Default)]
pub struct Secret {
    one: RandomState,
    two: RandomState,
}

impl Secret {
    /// The key of a folded text; never 0.
    pub fn key(&self, text: &str) -> u128 {
        let (a, b) = (self.one.hash_one(text), self.two.hash_one(text));
        (u128::from(a) << 64 | u128::from(b)).max(1)
    }
}

/// A kind of key: its name, and the key of every row of a batch (0 = the row has none).
#[derive(Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    pub of: fn(&Batch<'_>) -> Vec<u128>,
}

/// At most this many distinct keys of a kind are told apart. Beyond it the whole table counts as illegible, whatever
/// the number of threads: a worker's table is a part of the whole.
pub const CAP: usize = 2_000_000;

/// Rows per key of one kind.
#[derive(Clone, Default)]
pub struct Table {
    pub rows: BTreeMap<u128, u64>,
    /// More keys than [`CAP`].
    pub over: bool,
}

impl Table {
    pub fn add(&mut self, key: u128, rows: u64) {
        if key == 0 || self.over {
            return;
        }
        *self.rows.entry(key).or_default() += rows;
        if self.rows.len() > CAP {
            self.over = true;
            self.rows.clear();
        }
    }

    pub fn merge(&mut self, other: Self) {
        if other.over {
            self.over = true;
            self.rows.clear();
        }
        for (key, rows) in other.rows {
            self.add(key, rows);
        }
    }
}
