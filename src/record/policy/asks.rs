//! What must be counted for a policy: per clause one ask for its units and one per gate. The same [`Question`] that made
//! the ask reads its tally afterwards, so the two cannot drift apart.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{HOLD, matrix_channel};
use super::{Clause, Policy, State};
use crate::base::clock::AsOf;
use crate::record::ask::{Ask, Axis};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::matrix::{Certainty, Value};
use crate::record::tally::{Cell, Tally};

const COUNTRY: &str = "country";

/// An ask, and which cells of its tally meet the conditions.
#[derive(Clone, Debug)]
pub struct Question {
    pub ask: Ask,
    tests: Vec<Test>,
}

/// Where in the contact matrix the open rows of a clause were looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    pub countries: Vec<String>,
    pub certainty: Certainty,
}

/// One condition, by the positions of its axes.
#[derive(Clone, Debug)]
enum Test {
    In(usize),
    Country(usize, Vec<String>),
    Matrix {
        channel: Channel,
        values: Vec<Value>,
        country: usize,
        subscriber: usize,
        mailbox: usize,
        address: usize,
    },
}

type Conditions<'a> = Vec<(&'a str, &'a [String])>;

impl Clause {
    /// Conditions that filter the clause's own units: those of its scope, but the plan, which is no unit beside others.
    pub fn filters(&self, policy: &Policy) -> Conditions<'_> {
        self.conditions_where(|check| is_filter(policy, self.scope, check))
    }

    fn conditions_where(&self, keep: impl Fn(&str) -> bool) -> Conditions<'_> {
        self.conditions
            .iter()
            .filter(|(c, _)| keep(c))
            .map(|(c, b)| (c.as_str(), b.as_slice()))
            .collect()
    }
}

fn scope_of(policy: &Policy, check: &str) -> Scope {
    policy.checks.get(check).map_or(Scope::Row, |c| c.scope)
}

fn is_filter(policy: &Policy, scope: Scope, check: &str) -> bool {
    scope_of(policy, check) == scope && !check.starts_with("plan-")
}

impl Policy {
    /// Everything that its clauses need, with the base: every row check by country, every other check alone.
    pub fn asks(&self) -> BTreeSet<Ask> {
        let mut asks: BTreeSet<Ask> = self
            .checks
            .measured()
            .map(|c| match c.scope {
                Scope::Row => Ask::by_country(&c.id),
                s => Ask::of(s, &c.id),
            })
            .collect();
        for clause in &self.clauses {
            asks.extend(self.units(clause).map(|q| q.ask));
            asks.extend(self.gates(clause).into_iter().map(|q| q.ask));
        }
        asks
    }

    /// The clause's own units; none for a clause on `hold`, whose tally is compiled.
    pub fn units(&self, clause: &Clause) -> Option<Question> {
        (clause.check != HOLD)
            .then(|| self.question(clause.scope, Some(&clause.check), &clause.filters(self)))
    }

    /// Where in the matrix the open rows of a clause were looked up; none if it looks nothing up or nothing is open.
    pub fn cells(&self, census: &Census, clause: &Clause) -> Option<Cells> {
        let question = self.units(clause)?;
        let tally = census.tally(&question.ask)?;
        question.cells(tally, self, clause, census.as_of)
    }

    /// One gate per other scope: open if at least one unit there meets all conditions together.
    pub fn gates(&self, clause: &Clause) -> Vec<Question> {
        let scopes = [
            Scope::Row,
            Scope::Key,
            Scope::Document,
            Scope::Buyer,
            Scope::Delivery,
        ];
        scopes
            .into_iter()
            .filter_map(|scope| {
                let conditions = clause.conditions_where(|c| {
                    scope_of(self, c) == scope && !is_filter(self, clause.scope, c)
                });
                (!conditions.is_empty()).then(|| self.question(scope, None, &conditions))
            })
            .collect()
    }

    fn question(&self, scope: Scope, check: Option<&str>, conditions: &Conditions<'_>) -> Question {
        let mut axes: Vec<Axis> = check
            .map(|c| Axis::Check(c.to_owned()))
            .into_iter()
            .collect();
        let mut at = |axis: Axis| match axes.iter().position(|a| *a == axis) {
            Some(i) => i,
            None => {
                axes.push(axis);
                axes.len() - 1
            }
        };
        let country = || Axis::Check(COUNTRY.to_owned());
        if check.is_some() && scope == Scope::Row {
            at(country());
        }
        // matrix axes stand before the others, and all in the order of check names: equal demands, equal asks
        let mut tests = Vec::new();
        for (name, bins) in conditions {
            if let Some(channel) = matrix_channel(name) {
                tests.push(Test::Matrix {
                    channel,
                    values: bins.iter().filter_map(|b| Value::find(b)).collect(),
                    country: at(country()),
                    subscriber: at(Axis::Fold(self.subscriber.clone())),
                    mailbox: at(Axis::Fold(self.mailbox.clone())),
                    address: at(Axis::Address {
                        channel,
                        absent: self.address.get(&channel).cloned().unwrap_or_default(),
                    }),
                });
            }
        }
        for (name, bins) in conditions {
            if *name == COUNTRY {
                tests.push(Test::Country(at(country()), bins.to_vec()));
            } else if matrix_channel(name).is_none() {
                tests.push(Test::In(at(Axis::Where {
                    check: (*name).to_owned(),
                    bins: bins.to_vec(),
                })));
            }
        }
        Question {
            ask: Ask { scope, axes },
            tests,
        }
    }
}

impl Question {
    /// Whether the units of a cell meet all conditions.
    pub fn meets(&self, cell: &Cell, policy: &Policy, as_of: AsOf) -> bool {
        let bin = |at: usize| cell.bins.get(at).map_or("", String::as_str);
        self.tests.iter().all(|t| match t {
            Test::In(at) => bin(*at) == "in",
            Test::Country(at, bins) => bins.iter().any(|b| b == bin(*at)),
            Test::Matrix {
                channel,
                values,
                country,
                subscriber,
                mailbox,
                address,
            } => {
                bin(*address) == "present"
                    && values.contains(&policy.matrix.value(
                        *channel,
                        bin(*country),
                        bin(*subscriber),
                        bin(*mailbox),
                        as_of,
                    ))
            }
        })
    }

    /// Cells that meet the conditions, with the bin of the clause's check (the first axis).
    pub fn met<'t>(
        &'t self,
        tally: &'t Tally,
        policy: &'t Policy,
        as_of: AsOf,
    ) -> impl Iterator<Item = (&'t str, u64)> {
        tally
            .cells
            .iter()
            .filter(move |c| self.meets(c, policy, as_of))
            .map(|c| (c.bins.first().map_or("", String::as_str), c.units))
    }

    /// The countries in which rows are bad or unproven, most rows first, and the certainty of the least sure cell that
    /// they were looked up in. None without a look-up. Countries with fewer than five such rows are not named.
    pub fn cells(
        &self,
        tally: &Tally,
        policy: &Policy,
        clause: &Clause,
        as_of: AsOf,
    ) -> Option<Cells> {
        let look_up = self.tests.iter().find_map(|t| match t {
            Test::Matrix {
                channel,
                country,
                subscriber,
                mailbox,
                ..
            } => Some((*channel, [*country, *subscriber, *mailbox])),
            _ => None,
        });
        let (channel, at) = look_up?;
        let mut rows: BTreeMap<&str, u64> = BTreeMap::new();
        let mut certainty = None;
        for cell in &tally.cells {
            let bin = |at: usize| cell.bins.get(at).map_or("", String::as_str);
            if clause.state(bin(0)) == State::Good || !self.meets(cell, policy, as_of) {
                continue;
            }
            let [country, subscriber, mailbox] = at.map(bin);
            let found = policy
                .matrix
                .certainty(channel, country, subscriber, mailbox, as_of);
            certainty = certainty.max(Some(found));
            let n = rows.entry(country).or_default();
            *n = n.saturating_add(cell.units);
        }
        let mut countries: Vec<(&str, u64)> = rows.into_iter().filter(|(_, n)| *n >= 5).collect();
        countries.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Some(Cells {
            countries: countries.into_iter().map(|(c, _)| c.to_owned()).collect(),
            certainty: certainty?,
        })
    }

    /// How many combinations the tally can have at most.
    pub fn size(&self, policy: &Policy) -> u64 {
        self.ask
            .axes
            .iter()
            .map(|a| a.values(&|c| policy.checks.bins(c)).len() as u64)
            .fold(1, u64::saturating_mul)
    }
}
