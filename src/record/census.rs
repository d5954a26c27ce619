//! The census: all tallies, the ledger, the mapping, and the digests of everything that it rests on. It knows everything
//! and judges nothing. It holds no cell value.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ask::Ask;
use super::channel::Channel;
use super::check::Scope;
use super::ledger::Ledger;
use super::mapping::{Mapped, Method};
use super::tally::{Cell, Tally};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;

pub const SCHEMA: &str = "beleg.census/1";

/// What was measured, once. Written as `data/census.json`; equal inputs give equal bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Census {
    pub schema: String,
    pub tool: Tool,
    pub as_of: Day,
    pub lists: Vec<ListFile>,
    pub reading: Vec<Reading>,
    pub ledger: Ledger,
    pub columns: Vec<Mapped>,
    pub parties: Vec<Party>,
    pub options: Options,
    pub dossier: Digest,
    /// The catalogue that was measured with, closed.
    pub checks: Vec<CheckRef>,
    /// Sorted by ask.
    pub tallies: Vec<Tally>,
    /// `hold` and the channels, crossed with the country; bound to one policy.
    pub compiled: Vec<Compiled>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub name: String,
    pub version: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Digest {
    pub sha256: Sha256,
}

/// One file of the delivery, as delivered: bytes before decoding or decompression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListFile {
    /// The name of the subject in the statement.
    pub name: Label,
    pub bytes: u64,
    pub sha256: Sha256,
}

/// What the reader took one file for, and the column-wide facts that it assumed and verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reading {
    /// `csv` or `xlsx`.
    pub format: String,
    pub encoding: String,
    pub dialect: Dialect,
    /// Per column with a column-wide fact.
    pub assumptions: Vec<Assumption>,
}

/// Blank members do not apply to the format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dialect {
    /// `comma`, `semicolon`, `tab`, `pipe`.
    pub delimiter: Option<String>,
    /// `double`, `none`.
    pub quote: Option<String>,
    /// `crlf`, `lf`, `cr`, `mixed`.
    pub line_end: Option<String>,
    /// Physical record (from 1) of the header; none if the file has none.
    pub header_record: Option<u64>,
    /// Position of the sheet (from 1) in a workbook.
    pub sheet: Option<u64>,
}

/// A column-wide fact (order of day and month, vocabulary of yes and no) with its counters over all cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assumption {
    /// Position of the column in the file, from 1.
    pub column: u64,
    /// `date-order` or `yes-no`.
    pub fact: String,
    /// `day-first`, `month-first`, `ambiguous`, `mixed`; a pair set; `none`.
    pub value: String,
    pub counters: BTreeMap<String, u64>,
}

/// A party of the declaration: role and country, never its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Party {
    /// `controller` or `supplier`.
    pub kind: String,
    pub role: Option<String>,
    pub country: Option<String>,
}

/// What the user set, and what was set by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// Columns per method of mapping.
    pub mapping: BTreeMap<Method, u64>,
    /// Reference tables by name.
    pub tables: BTreeMap<String, Table>,
    /// Planned channels; none = no plan, all are judged.
    pub plan: Option<Vec<Channel>>,
    /// How many names of the buyer consents were compared with.
    pub buyers: u64,
    /// What was set against the default, sorted; the closed list of attestation.
    pub overrides: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub sha256: Sha256,
    /// `shipped`, `added`, `replaced`.
    pub origin: String,
}

/// A check as it was when it measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRef {
    pub id: String,
    pub rev: u32,
    pub scope: Scope,
    pub bins: Vec<String>,
}

/// The tally of a compiled check (`hold`, `channel-email` …) × country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compiled {
    pub check: String,
    pub policy: Sha256,
    /// `bins`: the compiled bin, then the country.
    pub cells: Vec<Cell>,
}

impl Compiled {
    /// Rows per compiled bin.
    pub fn total(&self, bin: &str) -> u64 {
        self.cells
            .iter()
            .filter(|c| c.bins.first().is_some_and(|b| b == bin))
            .map(|c| c.units)
            .sum()
    }
}

impl Census {
    pub fn tally(&self, ask: &Ask) -> Option<&Tally> {
        self.tallies.iter().find(|t| t.ask == *ask)
    }

    /// The compiled check under this policy; none under another one: not measured, never a guess.
    pub fn compiled(&self, check: &str, policy: Sha256) -> Option<&Compiled> {
        self.compiled
            .iter()
            .find(|c| c.check == check && c.policy == policy)
    }

    /// Loaded rows.
    pub fn rows(&self) -> u64 {
        self.ledger.loaded
    }
}
