//! Whether a census that somebody hands over can be judged at all: every bin is one of its check's, every table has the
//! shape of its ask, the tables of the rows add up to the rows, and two tables that count the same thing agree. What
//! fails here is not a census, whoever signed it.

use std::collections::BTreeMap;

use super::ask::{Ask, Axis};
use super::census::{Census, Compiled};
use super::channel::Channel;
use super::check::Scope;
use super::policy::catalogue::HOLD;
use super::tally::{Cell, Tally};
use crate::base::lang::Text;
use crate::text;

/// No count is larger: JSON readers elsewhere keep whole numbers exact only up to here.
const LARGEST: u64 = 1 << 53;

impl Census {
    /// The first thing that is wrong with the census, by position; none if it can be judged.
    pub fn flaw(&self) -> Option<Text> {
        if !self.ledger_balances() {
            return Some(text!(
                "the ledger does not balance",
                "die Zeilenbilanz geht nicht auf"
            ));
        }
        let checks = &self.checks;
        if (1..checks.len()).any(|i| checks[..i].iter().any(|c| c.id == checks[i].id)) {
            return Some(text!(
                "a check stands twice",
                "ein Prüfpunkt steht zweimal da"
            ));
        }
        if !self.tallies.windows(2).all(|w| w[0].ask < w[1].ask) {
            return Some(text!(
                "the tallies are not in order",
                "die Zählungen stehen nicht in der Ordnung"
            ));
        }
        for (i, t) in self.tallies.iter().enumerate() {
            if let Some(what) = self.tally_flaw(t) {
                let n = i + 1;
                return Some(Text {
                    en: format!("tally {n}: {}", what.en),
                    de: format!("Zählung {n}: {}", what.de),
                });
            }
        }
        for (i, c) in self.compiled.iter().enumerate() {
            let twice = self.compiled[..i]
                .iter()
                .any(|o| o.check == c.check && o.policy == c.policy);
            if twice || !self.compiled_fits(c) {
                let n = i + 1;
                return Some(text!(
                    "compiled check {n} does not fit the rows",
                    "der abgeleitete Prüfpunkt {n} passt nicht zu den Zeilen"
                ));
            }
        }
        None
    }

    fn ledger_balances(&self) -> bool {
        let l = &self.ledger;
        let sum = |parts: &[u64]| parts.iter().try_fold(0_u64, |a, n| a.checked_add(*n));
        let quarantined: Vec<u64> = l.quarantined.values().copied().collect();
        let Some(quarantined) = sum(&quarantined) else {
            return false;
        };
        let outside = [
            l.header,
            l.preamble,
            l.footer,
            l.repeated_header,
            l.blank,
            l.read,
        ];
        l.physical <= LARGEST
            && sum(&outside) == Some(l.physical)
            && sum(&[l.loaded, quarantined]) == Some(l.read)
    }

    fn bins(&self, check: &str) -> Option<Vec<&str>> {
        let found = self.checks.iter().find(|c| c.id == check)?;
        Some(found.bins.iter().map(String::as_str).collect())
    }

    /// Every check of the axis was measured in the ask's scope, and every bin that it names is one of the check's.
    fn axis_fits(&self, axis: &Axis, scope: Scope) -> bool {
        let known = |check: &str, bins: &[String]| {
            self.bins(check)
                .is_some_and(|all| bins.iter().all(|b| all.contains(&b.as_str())))
        };
        let scoped = axis
            .checks()
            .into_iter()
            .all(|id| self.checks.iter().any(|c| c.id == id && c.scope == scope));
        scoped
            && match axis {
                Axis::Check(c) => self.bins(c).is_some(),
                Axis::Where { check, bins } => known(check, bins),
                Axis::Fold(f) => {
                    f.first.iter().all(|x| known(&x.check, &x.bins))
                        && f.groups.iter().all(|g| known(&f.check, &g.bins))
                }
                Axis::Address { absent, .. } => absent.iter().all(|(c, b)| known(c, b)),
            }
    }

    fn tally_flaw(&self, t: &Tally) -> Option<Text> {
        if !t.ask.axes.iter().all(|a| self.axis_fits(a, t.ask.scope)) {
            return Some(text!(
                "asks about a check or bin that was not measured",
                "fragt nach einem Prüfpunkt oder einer Klasse, die nicht gemessen wurden"
            ));
        }
        let values: Vec<Vec<&str>> = t
            .ask
            .axes
            .iter()
            .map(|a| a.values(&|c| self.bins(c).unwrap_or_default()))
            .collect();
        let Some(units) = fitting(&t.cells, &values) else {
            return Some(text!(
                "has a bin that its check lacks, or is out of order",
                "hat eine Klasse, die ihrem Prüfpunkt fehlt, oder ist ungeordnet"
            ));
        };
        if t.ask.scope == Scope::Row && units != self.ledger.loaded {
            return Some(text!(
                "does not add up to the rows",
                "ergibt nicht die Zeilen"
            ));
        }
        let Some(Axis::Check(check)) = t.ask.axes.first() else {
            return None;
        };
        let base = match t.ask.scope {
            Scope::Row => Ask::by_country(check),
            scope => Ask::of(scope, check),
        };
        let agrees = self
            .tally(&base)
            .is_none_or(|b| b.by_check(check) == t.by_check(check));
        (!agrees).then(|| {
            text!(
                "contradicts the tally of its check",
                "widerspricht der Zählung ihres Prüfpunkts"
            )
        })
    }

    fn compiled_fits(&self, c: &Compiled) -> bool {
        let bins: &[&str] = match c.check.strip_prefix("channel-").map(Channel::find) {
            Some(Some(_)) => &["no-address", "withheld-bad", "withheld-unproven", "usable"],
            None if c.check == HOLD => &["set-aside-bad", "set-aside-unproven", "accepted"],
            _ => return false,
        };
        let countries = self.bins("country").unwrap_or_default();
        fitting(&c.cells, &[bins.to_vec(), countries]) == Some(self.ledger.loaded)
            && self.countries_agree(c)
    }

    /// Rows per country are the same whatever else was counted.
    fn countries_agree(&self, c: &Compiled) -> bool {
        let mut rows: BTreeMap<&str, u64> = BTreeMap::new();
        for cell in &c.cells {
            if let Some(country) = cell.bins.get(1) {
                *rows.entry(country).or_default() += cell.units;
            }
        }
        self.tally(&Ask::by_country("country"))
            .is_none_or(|t| t.by_check("country") == rows)
    }
}

/// The sum of the cells, if all have the right values, at least one unit, and stand in order.
fn fitting(cells: &[Cell], values: &[Vec<&str>]) -> Option<u64> {
    let ordered = cells.windows(2).all(|w| w[0].bins < w[1].bins);
    let known = cells.iter().all(|c| {
        c.units > 0
            && c.bins.len() == values.len()
            && c.bins
                .iter()
                .zip(values)
                .all(|(b, all)| all.contains(&b.as_str()))
    });
    let sum = cells
        .iter()
        .try_fold(0_u64, |a, c| a.checked_add(c.units))?;
    (ordered && known && sum <= LARGEST).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::shipped;
    use crate::record::verdict::tests::{case, cases, census};

    #[test]
    fn what_was_measured_is_sound() {
        for case in cases() {
            assert_eq!(census(shipped(), &case).flaw(), None, "{}", case.name);
        }
    }

    type Spoil = fn(&mut Census);

    #[test]
    fn each_forgery_is_seen() {
        let spoils: [(&str, Spoil); 13] = [
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
            ("tallies out of order", |c| c.tallies.swap(0, 1)),
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
        let whole = census(shipped(), &case("S1"));
        for (what, spoil) in spoils {
            let mut c = whole.clone();
            spoil(&mut c);
            assert!(c.flaw().is_some(), "{what}");
        }
    }
}
