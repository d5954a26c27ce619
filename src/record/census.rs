//! The census: all tallies, the ledger, the mapping, and the digests of everything that it rests on. It knows everything
//! and judges nothing. It holds no cell value.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::ask::{Ask, Axis};
use super::channel::Channel;
use super::check::{Check, Scope};
use super::dossier::{Controller, Dossier};
use super::ledger::Ledger;
use super::mapping::{Mapped, Method};
use super::papers::{KeyBin, PaperSorter, Papers};
use super::part::{Asks, Counts};
use super::policy::{KeyClause, Open, OwnCheck, Policy, State, Targets};
use super::tally::{Cell, Tally};
use crate::base::clock::Day;
use crate::base::code::reading;
use crate::base::digest::Sha256;
use crate::base::error::Error;
use crate::base::label::Label;
use crate::text;

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
    /// No byte beyond ASCII was met where the encoding was decided: every encoding that begins with ASCII fits.
    pub ascii: bool,
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

/// Key checks with their units.
pub type Sorted = Vec<(&'static Check, Vec<KeyBin>)>;

/// What a run over the list left behind, and everything beside it: what a census is closed from.
pub struct Closing<'a> {
    pub asks: &'a Asks,
    pub counts: &'a Counts,
    pub policy: &'a Policy,
    pub catalogue: &'a [&'static Check],
    pub papers: &'a [(&'static Check, PaperSorter)],
    /// Sorts the keys of every key check, once the rows are counted.
    pub keys: &'a dyn Fn(&Papers<'_>) -> Sorted,
    pub dossier: &'a Dossier,
    /// Digest of `data/dossier.json`.
    pub dossier_sha256: Sha256,
    pub as_of: Day,
    pub lists: Vec<ListFile>,
    pub reading: Vec<Reading>,
    pub ledger: Ledger,
    pub columns: Vec<Mapped>,
    pub tables: BTreeMap<String, Table>,
    /// How many different values each kind of key has.
    pub distinct: BTreeMap<&'static str, u64>,
    pub overrides: Vec<String>,
}

/// What the key clauses that withhold find each key to be, in the order of [`Policy::key_clauses`].
pub struct Keys(Vec<JudgedKeys>);

struct JudgedKeys {
    clause: KeyClause,
    states: HashMap<u128, State>,
    /// For every key, if there are more than are told apart: then there is one unit without a key.
    over: Option<State>,
}

impl Keys {
    fn new(policy: &Policy, sorted: &BTreeMap<&str, Units>) -> Self {
        let judged = |clause: KeyClause| {
            let Some(units) = sorted.get(clause.check.as_str()) else {
                return JudgedKeys {
                    clause,
                    states: HashMap::new(),
                    over: None,
                };
            };
            let state = |u: &KeyBin| clause.state(units.check.bins[u.bin]);
            let states = units.bins.iter().filter_map(|u| Some((u.key?, state(u))));
            let states = states.collect();
            let over = units.bins.first().filter(|u| u.key.is_none()).map(state);
            JudgedKeys {
                clause,
                states,
                over,
            }
        };
        Self(policy.key_clauses().into_iter().map(judged).collect())
    }

    /// What the clause finds a key to be; none if there is no key (0).
    pub fn state(&self, clause: usize, key: u128) -> Option<State> {
        if key == 0 {
            return None;
        }
        let judged = self.0.get(clause)?;
        let state = judged.states.get(&key).copied().or(judged.over);
        Some(state.unwrap_or(State::Unproven))
    }
}

/// Closes a run: sorts papers and keys, settles what key clauses withhold, and writes down what it all rests on.
///
/// # Errors
/// The ledger does not balance, or the rows counted are not the rows loaded. Then nothing may be judged.
pub fn close(run: Closing<'_>) -> Result<(Census, Keys), Error> {
    if !run.ledger.balances() || run.counts.rows() != run.ledger.loaded {
        let (loaded, counted) = (run.ledger.loaded, run.counts.rows());
        return Err(Error::new(
            &reading::LEDGER,
            text!(
                "the ledger does not balance",
                "die Zeilenbilanz geht nicht auf"
            ),
        )
        .found(text!(
            "{loaded} rows loaded, {counted} counted",
            "{loaded} Zeilen geladen, {counted} gezählt"
        )));
    }
    let mut tallies = run.counts.tallies(run.asks);
    let papers = Papers {
        dossier: run.dossier,
        as_of: run.as_of,
        ledger: &run.ledger,
        lists: &run.lists,
        reading: &run.reading,
        columns: &run.columns,
        tallies: &tallies,
        distinct: &run.distinct,
    };
    let mut sorted: BTreeMap<&str, Units> = BTreeMap::new();
    for (check, sort) in run.papers {
        let mut bins = sort(&papers);
        if bins.is_empty() {
            // keys that the papers do not name are one unit without an answer
            bins.push(check.at("blank"));
        }
        let bins = bins.into_iter().map(|bin| KeyBin { key: None, bin });
        let bins = bins.collect();
        sorted.insert(check.id, Units { check, bins });
    }
    for (check, bins) in (run.keys)(&papers) {
        sorted.insert(check.id, Units { check, bins });
    }
    let keys = Keys::new(run.policy, &sorted);
    let compiled = compiled(&run, &keys);

    let mut asks = run.policy.asks();
    asks.extend(sorted.values().map(|u| Ask::of(u.check.scope, u.check.id)));
    tallies.extend(asks.into_iter().filter_map(|ask| match ask.scope {
        Scope::Row => None,
        _ => tally(ask, &sorted),
    }));
    tallies.sort_by(|a, b| a.ask.cmp(&b.ask));

    let mut mapping = BTreeMap::new();
    for c in &run.columns {
        *mapping.entry(c.method).or_default() += 1;
    }
    let declaration = run.dossier.declaration.as_ref();
    let party = |kind: &str, c: &Controller| Party {
        kind: kind.to_owned(),
        role: c.role.as_deref().map(str::to_owned),
        country: c.country.as_deref().map(str::to_owned),
    };
    let parties = declaration.map_or_else(Vec::new, |d| {
        d.controllers
            .iter()
            .map(|c| party("controller", c))
            .chain(d.suppliers.iter().map(|c| party("supplier", c)))
            .collect()
    });
    let mut overrides = run.overrides;
    overrides.sort();
    overrides.dedup();
    let census = Census {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        as_of: run.as_of,
        lists: run.lists,
        reading: run.reading,
        ledger: run.ledger,
        columns: run.columns,
        parties,
        options: Options {
            mapping,
            tables: run.tables,
            plan: run.dossier.buyer.channels.clone(),
            buyers: run.dossier.buyer.names.len() as u64,
            overrides,
        },
        dossier: Digest {
            sha256: run.dossier_sha256,
        },
        checks: run
            .catalogue
            .iter()
            .map(|c| CheckRef::from(*c))
            .chain(run.policy.own.iter().map(OwnCheck::reference))
            .collect(),
        tallies,
        compiled,
    };
    Ok((census, keys))
}

/// The sorted units of a check that is not of row scope.
struct Units {
    check: &'static Check,
    bins: Vec<KeyBin>,
}

/// Joins the units of an ask's checks: by key, by slot, or one unit for all. None if they have no unit in common.
fn tally(ask: Ask, sorted: &BTreeMap<&str, Units>) -> Option<Tally> {
    let checks: Vec<&str> = ask.axes.iter().flat_map(Axis::checks).collect();
    let all: Option<Vec<&Units>> = checks.iter().map(|c| sorted.get(c)).collect();
    let all = all?;
    let lead = all.iter().max_by_key(|u| u.bins.len())?;
    // keys are found by their place if the checks have the same, and by name only where they differ
    let by_key: Vec<HashMap<u128, usize>> = all
        .iter()
        .map(|u| match std::ptr::eq(*u, *lead) {
            true => HashMap::new(),
            false => u
                .bins
                .iter()
                .filter_map(|b| Some((b.key?, b.bin)))
                .collect(),
        })
        .collect();
    // there may be a unit per row, but few combinations: these are named once each
    let mut alike: BTreeMap<Vec<usize>, u64> = BTreeMap::new();
    let mut here = Vec::with_capacity(all.len());
    for (i, unit) in lead.bins.iter().enumerate() {
        here.clear();
        for (u, by_key) in all.iter().zip(&by_key) {
            let bin = match unit.key {
                _ if std::ptr::eq(*u, *lead) => Some(unit.bin),
                Some(key) if u.check.scope == Scope::Key => by_key.get(&key).copied(),
                _ if u.bins.len() == lead.bins.len() => Some(u.bins[i].bin),
                _ if u.bins.len() == 1 => Some(u.bins[0].bin),
                _ => return None,
            };
            here.push(bin.unwrap_or(u.check.bins.len() - 1));
        }
        match alike.get_mut(&here) {
            Some(units) => *units += 1,
            None => {
                alike.insert(here.clone(), 1);
            }
        }
    }
    let mut counts = BTreeMap::new();
    for (bins, units) in alike {
        let bin = |check: &str| {
            let found = all.iter().zip(&bins).find(|(u, _)| u.check.id == check);
            found.map_or("blank", |(u, bin)| u.check.bins[*bin])
        };
        let values: Vec<String> = ask.axes.iter().map(|a| a.value(&bin).to_owned()).collect();
        *counts.entry(values).or_default() += units;
    }
    Some(Tally::new(ask, counts))
}

/// The tallies of holding and of the planned channels, with what the key clauses withhold.
fn compiled(run: &Closing<'_>, keys: &Keys) -> Vec<Compiled> {
    let states = run.counts.states();
    let moves = run.counts.moves(|pending| {
        let Open {
            clauses: asked,
            mut targets,
        } = pending.place.open;
        let asked = (0..keys.0.len()).filter(|at| asked >> at & 1 == 1);
        for (at, key) in asked.zip(pending.keys) {
            if let Some(state) = keys.state(at, *key) {
                targets.lose(&keys.0[at].clause.targets, state);
            }
        }
        targets
    });
    let countries = run
        .catalogue
        .iter()
        .find(|c| c.id == "country")
        .map_or(&[][..], |c| c.bins);
    let channels = Channel::ALL
        .into_iter()
        .filter(|c| run.dossier.planned(*c) != Some(false));
    let checks: Vec<Option<Channel>> = std::iter::once(None).chain(channels.map(Some)).collect();
    checks
        .into_iter()
        .map(|which| {
            let bin = |targets: &Targets| {
                which.map_or_else(
                    || targets.hold.hold_bin(),
                    |c| targets.channels[c as usize].bin(),
                )
            };
            let mut by_bin: BTreeMap<(&str, u8), u64> = BTreeMap::new();
            for ((targets, country), n) in states {
                *by_bin.entry((bin(targets), *country)).or_default() += n;
            }
            for ((from, to, country), n) in &moves {
                if bin(from) != bin(to) {
                    *by_bin.entry((bin(to), *country)).or_default() += n;
                    // whoever is pending was counted where it comes from
                    let left = by_bin.entry((bin(from), *country)).or_default();
                    *left = left.saturating_sub(*n);
                }
            }
            let counts = by_bin
                .into_iter()
                .filter(|(_, n)| *n > 0)
                .map(|((bin, country), n)| {
                    let country = countries.get(country as usize).copied().unwrap_or("blank");
                    (vec![bin.to_owned(), country.to_owned()], n)
                })
                .collect();
            let check =
                which.map_or_else(|| "hold".to_owned(), |c| format!("channel-{}", c.name()));
            let cells = Tally::new(Ask::by_country(&check), counts).cells;
            Compiled {
                check,
                policy: run.policy.sha256,
                cells,
            }
        })
        .collect()
}
