//! Whether a census can be judged at all: every bin known, every table as wide as its question, every sum right. A
//! trusted key may have signed nonsense; the judge takes the shape of a census for granted.

use std::collections::BTreeSet;

use super::{CENSUS, differs, illegible};
use crate::base::error::Error;
use crate::base::json::INTEGER;
use crate::record::ask::{Ask, Axis};
use crate::record::census::{Census, SCHEMA};
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::policy::catalogue::HOLD;
use crate::record::tally::{Cell, Tally};
use crate::text;

const HELD: [&str; 3] = ["set-aside-bad", "set-aside-unproven", "accepted"];
const ON_CHANNEL: [&str; 4] = ["no-address", "withheld-bad", "withheld-unproven", "usable"];

pub fn sound(census: &Census) -> Result<(), Error> {
    let unknown = || {
        illegible(
            CENSUS,
            text!(
                "a check, bin or table that this version does not know",
                "ein Prüfpunkt, eine Klasse oder eine Tabelle, die diese Version nicht kennt"
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
                "die Zeilenbilanz geht nicht auf"
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
    if !census.tallies.iter().all(|t| agrees(census, t)) {
        return Err(differs(
            CENSUS,
            text!(
                "two tables count the same units differently",
                "zwei Tabellen zählen dieselben Einheiten verschieden"
            ),
        ));
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

/// Whatever a check is counted together with, its bins hold the same units.
fn agrees(census: &Census, tally: &Tally) -> bool {
    let Some(Axis::Check(check)) = tally.ask.axes.first() else {
        return true;
    };
    let base = match tally.ask.scope {
        Scope::Row => Ask::by_country(check),
        scope => Ask::of(scope, check),
    };
    census
        .tally(&base)
        .is_none_or(|b| b.by_check(check) == tally.by_check(check))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::digest::Sha256;
    use crate::base::label::Label;
    use crate::record::census::ListFile;
    use crate::record::policy::tests::shipped;
    use crate::record::verdict::tests::{Case, case, cases, census};

    #[test]
    fn what_was_measured_is_sound() {
        for case in cases() {
            assert!(sound(&whole(&case)).is_ok(), "{}", case.name);
        }
    }

    fn whole(case: &Case) -> Census {
        let mut census = census(shipped(), case);
        census.lists.push(ListFile {
            name: Label::new("list.csv").unwrap(),
            bytes: 1,
            sha256: Sha256::of(b"x"),
        });
        census
    }

    type Spoil = fn(&mut Census);

    #[test]
    fn each_forgery_is_seen() {
        let spoils: [(&str, Spoil); 12] = [
            ("a bin that its check lacks", |c| {
                c.tallies[0].cells[0].bins[0] = "fine".to_owned();
            }),
            ("a unit more", |c| c.tallies[0].cells[0].units += 1),
            ("a cell without units", |c| c.tallies[0].cells[0].units = 0),
            ("a sum that overflows", |c| {
                c.tallies[0].cells[0].units = u64::MAX;
            }),
            ("a cell twice", |c| {
                let cell = c.tallies[0].cells[0].clone();
                c.tallies[0].cells.insert(0, cell);
            }),
            ("an axis more than values", |c| {
                c.tallies[0]
                    .ask
                    .axes
                    .push(Axis::Check("country".to_owned()));
            }),
            ("a check that is not there", |c| {
                c.checks.retain(|c| c.id != "lawful-basis");
            }),
            ("a check twice", |c| {
                let twice = c.checks[0].clone();
                c.checks.push(twice);
            }),
            ("a ledger that does not balance", |c| c.ledger.loaded += 1),
            ("rows accepted beyond the rows", |c| {
                for h in c.compiled.iter_mut().filter(|h| h.check == HOLD) {
                    h.cells[0].units += 1;
                }
            }),
            ("an unknown compiled check", |c| {
                c.compiled[0].check = "channel-fax".to_owned();
            }),
            ("two tables that count the same differently", |c| {
                let clause = shipped().clause("LAW-03").unwrap();
                let ask = shipped().units(clause).unwrap().ask;
                for t in c.tallies.iter_mut().filter(|t| t.ask == ask) {
                    let mut counts: BTreeMap<Vec<String>, u64> = BTreeMap::new();
                    for cell in &t.cells {
                        let mut bins = cell.bins.clone();
                        bins[0] = "reviewed".to_owned();
                        *counts.entry(bins).or_default() += cell.units;
                    }
                    *t = Tally::new(t.ask.clone(), counts);
                }
            }),
        ];
        let whole = whole(&case("S1"));
        for (what, spoil) in spoils {
            let mut c = whole.clone();
            spoil(&mut c);
            assert!(sound(&c).is_err(), "{what}");
        }
    }
}
