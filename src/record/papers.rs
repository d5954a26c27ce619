//! What sorters of document, buyer and delivery checks see: the dossier, the ledger, the finished tallies. No cells.

pub mod age;

use super::census::{ListFile, Reading};
use super::channel::Channel;
use super::check::Check;
use super::dossier::{Document, Dossier, ITEMS, KINDS};
use super::ledger::Ledger;
use super::mapping::Mapped;
use super::tally::{Cell, Tally};
use crate::base::clock::AsOf;
use crate::base::label::Label;

/// Everything beside the rows, once all rows are counted.
pub struct Papers<'a> {
    pub dossier: &'a Dossier,
    pub as_of: AsOf,
    pub ledger: &'a Ledger,
    pub lists: &'a [ListFile],
    /// How each of them was read.
    pub reading: &'a [Reading],
    pub columns: &'a [Mapped],
    /// Row tallies of single checks crossed with the country.
    pub tallies: &'a [Tally],
    /// How many different values each kind of key has.
    pub distinct: &'a std::collections::BTreeMap<&'static str, u64>,
}

impl Papers<'_> {
    /// Rows per bin of a row check.
    pub fn rows(&self, check: &str) -> std::collections::BTreeMap<&str, u64> {
        let ask = super::ask::Ask::by_country(check);
        self.tallies
            .iter()
            .find(|t| t.ask == ask)
            .map(|t| t.by_check(check))
            .unwrap_or_default()
    }

    /// The cells of a row check: its bin first, the country last.
    pub fn cells(&self, check: &str) -> impl Iterator<Item = &Cell> {
        let ask = super::ask::Ask::by_country(check);
        let tally = self.tallies.iter().find(move |t| t.ask == ask);
        tally.into_iter().flat_map(|t| &t.cells)
    }

    /// One bin per kind of document.
    pub fn per_kind(&self, bin: impl Fn(&'static str, Vec<&Document>) -> usize) -> Vec<usize> {
        KINDS
            .iter()
            .map(|kind| bin(kind, self.dossier.documents(kind).collect()))
            .collect()
    }

    /// What named people read in the documents of these kinds, for a check whose other bins are `declared`, `documented`,
    /// `illegible` and `blank`; every other kind is `blank`. `good`: the answers that count only from a person who read
    /// the paper. What speaks against the vendor is believed from anyone. `said`: whether the declaration speaks of such
    /// a paper without listing one.
    pub fn read(&self, check: &Check, kinds: &[&str], good: &[&str], said: bool) -> Vec<usize> {
        self.per_kind(|kind, files| {
            if !kinds.contains(&kind) {
                return check.at("blank");
            }
            let of_these = |id: &Label| files.iter().any(|d| d.id == *id);
            let stated = self.dossier.declaration.iter().flat_map(|d| &d.facts);
            let stated: Vec<&str> = stated
                .filter(|f| f.check == check.id && f.document.as_ref().is_none_or(of_these))
                .map(|f| f.is.as_str())
                .collect();
            let reviews = self.dossier.reviews(check.id, None);
            let reviewed: Vec<&str> = reviews
                .filter(|r| of_these(&r.document))
                .map(|r| r.answer.as_str())
                .collect();
            let worst = |all: &mut dyn Iterator<Item = &&str>| all.map(|b| check.at(b)).min();
            let against = |b: &&&str| !good.contains(*b) && **b != "illegible";
            if let Some(bin) = worst(&mut stated.iter().chain(&reviewed).filter(against)) {
                return bin;
            }
            if let Some(bin) = worst(&mut reviewed.iter().filter(|b| good.contains(*b))) {
                return bin;
            }
            check.at(if files.iter().any(|d| d.at_hand()) {
                "documented"
            } else if stated.contains(&"illegible") {
                "illegible"
            } else if said || !stated.is_empty() || !files.is_empty() {
                "declared"
            } else {
                "blank"
            })
        })
    }

    /// The bin of `plan-<channel>`.
    pub fn plan(&self, check: &Check, channel: Channel) -> Vec<usize> {
        let bin = match self.dossier.planned(channel) {
            Some(true) => "planned",
            Some(false) => "not-planned",
            None => "blank",
        };
        vec![check.at(bin)]
    }
}

/// Whether so many rows say otherwise that a declaration is contradicted: at least five, and at least 1 % of all rows.
pub fn contradicts(rows: u64, all: u64) -> bool {
    rows >= 5 && u128::from(rows) * 100 >= u128::from(all)
}

/// Sorts the units of a document, buyer or delivery check, or of a key check whose keys stand in the papers (columns,
/// parties, claims): one position in the check's bins per unit, in the order of [`units`].
pub type PaperSorter = fn(&Papers<'_>) -> Vec<usize>;

/// The units of a papers check, by the number of bins it returns: 29 kinds of document, ten items of the buyer, or one.
pub fn units(n: usize) -> &'static [&'static str] {
    if n == KINDS.len() {
        &KINDS
    } else if n == ITEMS.len() {
        &ITEMS
    } else {
        &["delivery"]
    }
}

/// One unit of a key check: a position in the check's bins. `key` is a keyed hash, or none for a unit that no row holds
/// (an entry of the register without a row).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyBin {
    pub key: Option<u128>,
    pub bin: usize,
}
