//! What one clause finds in a census: gates first, then its units, their bins, the bounds. Exact counts, for paths and
//! reports; what is written into a verdict is thinned out there.

use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::{Clause, Policy, State};

use super::{Block, Status};

/// Why a clause has the status that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No channel of a contact clause is planned.
    Unplanned,
    /// A gate is shut, or no unit meets the conditions.
    NotConcerned,
    /// The census was not asked this.
    NotMeasured,
    /// There is no unit at all: no rows, no declaration.
    NoUnits,
    Counted(Counts),
}

/// Units after `where`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub units: u64,
    pub bad: u64,
    pub unproven: u64,
    /// The weakest grade in which a unit lies.
    pub grade: Option<&'static str>,
}

/// How well facts are known, weakest first.
const GRADES: [&str; 4] = ["declared", "recorded", "documented", "reviewed"];

impl Outcome {
    pub fn of(policy: &Policy, census: &Census, clause: &Clause) -> Self {
        if clause.block == Block::Contact && !planned(census, clause) {
            return Self::Unplanned;
        }
        if !counted_as_meant(policy, census, clause) {
            return Self::NotMeasured;
        }
        match gates(policy, census, clause) {
            Some(true) => {}
            Some(false) => return Self::NotConcerned,
            None => return Self::NotMeasured,
        }
        let mut counts = Counts::default();
        let mut before = 0;
        match policy.units(clause) {
            Some(question) => {
                let Some(tally) = census.tally(&question.ask) else {
                    return Self::NotMeasured;
                };
                before = tally.units();
                for (bin, n) in question.met(tally, policy, census.as_of) {
                    counts.add(clause, bin, n);
                }
            }
            None => {
                let Some(hold) = census.compiled(HOLD, policy.sha256) else {
                    return Self::NotMeasured;
                };
                for cell in &hold.cells {
                    before = before.saturating_add(cell.units);
                    counts.add(
                        clause,
                        cell.bins.first().map_or("", String::as_str),
                        cell.units,
                    );
                }
            }
        }
        if before == 0 {
            Self::NoUnits
        } else if counts.units == 0 {
            Self::NotConcerned
        } else {
            Self::Counted(counts)
        }
    }

    /// What a clause finds if so many units of each bin meet its conditions.
    pub fn given<'b>(clause: &Clause, bins: impl IntoIterator<Item = (&'b str, u64)>) -> Self {
        let mut counts = Counts::default();
        for (bin, n) in bins {
            counts.add(clause, bin, n);
        }
        match counts.units {
            0 => Self::NotConcerned,
            _ => Self::Counted(counts),
        }
    }

    /// Breached before unproven before met; waivers come later.
    pub fn status(&self, clause: &Clause) -> Status {
        match self {
            Self::Unplanned | Self::NotConcerned => Status::NotApplicable,
            Self::NotMeasured | Self::NoUnits => Status::Unproven,
            Self::Counted(c) if clause.max.exceeded(c.bad, c.units) => Status::Breached,
            Self::Counted(c) if clause.max_unproven.exceeded(c.unproven, c.units) => {
                Status::Unproven
            }
            Self::Counted(_) => Status::Met,
        }
    }

    pub fn counts(&self) -> Option<Counts> {
        match self {
            Self::Counted(c) => Some(*c),
            _ => None,
        }
    }
}

/// Whether every gate of a clause is open; none if one was not measured and no other is shut.
pub fn gates(policy: &Policy, census: &Census, clause: &Clause) -> Option<bool> {
    let mut measured = true;
    for gate in policy.gates(clause) {
        match census.tally(&gate.ask) {
            Some(t) if gate.met(t, policy, census.as_of).all(|(_, n)| n == 0) => {
                return Some(false);
            }
            Some(_) => {}
            None => measured = false,
        }
    }
    measured.then_some(true)
}

/// Whether the own checks that a clause reads were counted by the rule that the policy gives them: another policy may
/// have sorted otherwise under the same name.
fn counted_as_meant(policy: &Policy, census: &Census, clause: &Clause) -> bool {
    policy
        .own
        .iter()
        .filter(|own| clause.check == own.id || clause.conditions.contains_key(&own.id))
        .all(|own| census.checks.contains(&own.reference()))
}

fn planned(census: &Census, clause: &Clause) -> bool {
    Channel::ALL
        .into_iter()
        .any(|c| clause.concerns(c) && census.options.plan.as_ref().is_none_or(|p| p.contains(&c)))
}

impl Counts {
    fn add(&mut self, clause: &Clause, bin: &str, units: u64) {
        if units == 0 {
            return;
        }
        self.units = self.units.saturating_add(units);
        match clause.state(bin) {
            State::Bad => self.bad = self.bad.saturating_add(units),
            State::Unproven => self.unproven = self.unproven.saturating_add(units),
            State::Good => {}
        }
        // `declared-in-time` is declared too
        let word = |g: &&str| {
            bin.strip_prefix(*g)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("-in-time"))
        };
        if let Some(grade) = GRADES.into_iter().find(word) {
            let rank = |g: &str| GRADES.iter().position(|x| *x == g);
            if self.grade.is_none_or(|g| rank(grade) < rank(g)) {
                self.grade = Some(grade);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{case, census, tally};
    use super::*;
    use crate::record::policy::tests::{catalogue, shipped};

    /// An own check is known by its rule, not by its name alone.
    #[test]
    fn what_was_sorted_by_another_rule_was_not_measured() {
        let text = include_str!("../../../testdata/policies/good/own-check.toml");
        let other = text.replace("source = 'x'", "source = 'y'");
        assert_ne!(text, other);
        let [meant, other] =
            [text, &other].map(|t| Policy::parse("own.toml", t, catalogue()).expect("sound"));
        let clause = meant.clause("OWN-01").expect("a clause");
        let case = case("S4");
        let mut census = census(shipped(), &case);
        census
            .tallies
            .extend(meant.asks().into_iter().map(|a| tally(&case, a)));
        for (own, found) in [(&other, false), (&meant, true)] {
            census.checks.retain(|c| c.id != "vendor-flag");
            census.checks.extend(own.own.iter().map(|o| o.reference()));
            let counted = matches!(Outcome::of(&meant, &census, clause), Outcome::Counted(_));
            assert_eq!(counted, found);
        }
    }
}
