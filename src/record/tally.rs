//! The joint count table of an ask: sparse, sorted, merged by addition.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ask::{Ask, Axis};

/// The count of one combination of values, in the order of the ask's axes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cell {
    pub bins: Vec<String>,
    pub units: u64,
}

/// Cells with at least one unit, sorted by bins. They sum to the units of the scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    pub ask: Ask,
    pub cells: Vec<Cell>,
}

impl Tally {
    pub fn new(ask: Ask, counts: BTreeMap<Vec<String>, u64>) -> Self {
        let cells = counts
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(bins, units)| Cell { bins, units })
            .collect();
        Self { ask, cells }
    }

    pub fn units(&self) -> u64 {
        self.cells.iter().map(|c| c.units).sum()
    }

    /// Units per bin of a check that is an axis of the ask.
    pub fn by_check(&self, check: &str) -> BTreeMap<&str, u64> {
        let mut out = BTreeMap::new();
        if let Some(at) = self
            .ask
            .axes
            .iter()
            .position(|a| matches!(a, Axis::Check(c) if c == check))
        {
            for c in &self.cells {
                *out.entry(c.bins[at].as_str()).or_default() += c.units;
            }
        }
        out
    }
}
