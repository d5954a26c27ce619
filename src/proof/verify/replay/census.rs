//! Whether a census can be judged at all: every bin known, every table as wide as its question, every sum right. A
//! trusted key may have signed nonsense; the judge takes the shape of a census for granted.

use std::collections::BTreeSet;

use super::{CENSUS, differs, illegible};
use crate::base::error::Error;
use crate::base::json::INTEGER;
use crate::record::ask::Axis;
use crate::record::census::{Census, SCHEMA};
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::policy::catalogue::HOLD;
use crate::record::tally::Cell;
use crate::text;

const HELD: [&str; 3] = ["set-aside-bad", "set-aside-unproven", "accepted"];
const ON_CHANNEL: [&str; 4] = ["no-address", "withheld-bad", "withheld-unproven", "usable"];

pub fn sound(census: &Census) -> Result<(), Error> {
    let unknown = || {
        illegible(
            CENSUS,
            text!(
                "a check, bin or table that this version does not know",
                "ein Prüfpunkt, Fach oder eine Tabelle, die diese Version nicht kennt"
            ),
        )
    };
    if census.schema != SCHEMA || census.lists.is_empty() {
        return Err(unknown());
    }
    let ledger = &census.ledger;
    if !ledger.balances() {
        return Err(differs(
            CENSUS,
            text!(
                "the row ledger does not balance",
                "das Zeilenbuch geht nicht auf"
            ),
        ));
    }
    let ids: BTreeSet<&str> = census.checks.iter().map(|c| c.id.as_str()).collect();
    if ids.len() != census.checks.len() {
        return Err(unknown());
    }
    let bins = |id: &str| -> Vec<&str> {
        census
            .checks
            .iter()
            .find(|c| c.id == id)
            .map(|c| c.bins.iter().map(String::as_str).collect())
            .unwrap_or_default()
    };
    let mut asks = BTreeSet::new();
    for tally in &census.tallies {
        let known = |axis: &Axis| axis.checks().iter().all(|c| ids.contains(c));
        if !tally.ask.axes.iter().all(known) || !asks.insert(&tally.ask) {
            return Err(unknown());
        }
        let axes: Vec<Vec<&str>> = tally.ask.axes.iter().map(|a| a.values(&bins)).collect();
        if !tabled(&tally.cells, &axes) {
            return Err(unknown());
        }
        let units = sum(&tally.cells);
        let rows = tally.ask.scope == Scope::Row;
        if units.is_none() || rows && units != Some(ledger.loaded) {
            return Err(uneven());
        }
    }
    let mut compiled = BTreeSet::new();
    for c in &census.compiled {
        let on_channel = c.check.strip_prefix("channel-").and_then(Channel::find);
        let own: &[&str] = if c.check == HOLD {
            &HELD
        } else if on_channel.is_some() {
            &ON_CHANNEL
        } else {
            return Err(unknown());
        };
        let axes = [own.to_vec(), bins("country")];
        if !compiled.insert(&c.check) || !tabled(&c.cells, &axes) {
            return Err(unknown());
        }
        if sum(&c.cells) != Some(ledger.loaded) {
            return Err(uneven());
        }
    }
    Ok(())
}

fn uneven() -> Error {
    differs(
        CENSUS,
        text!(
            "a table does not sum to its units",
            "eine Tabelle ergibt nicht die Summe ihrer Einheiten"
        ),
    )
}

/// Every cell has one known value per axis, stands once, and counts something.
fn tabled(cells: &[Cell], axes: &[Vec<&str>]) -> bool {
    let fits = |c: &Cell| {
        c.units > 0
            && c.bins.len() == axes.len()
            && c.bins
                .iter()
                .zip(axes)
                .all(|(b, values)| values.contains(&b.as_str()))
    };
    cells.iter().all(fits) && cells.windows(2).all(|w| w[0].bins < w[1].bins)
}

/// Below 2^53, or none.
fn sum(cells: &[Cell]) -> Option<u64> {
    cells
        .iter()
        .try_fold(0u64, |n, c| n.checked_add(c.units))
        .filter(|n| *n < INTEGER)
}
