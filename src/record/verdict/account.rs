//! How one finding came about: what was counted, bin by bin, what would be bearable, and what would change it. For people
//! who hold the whole record; a verdict carries the sums only.

use std::collections::BTreeMap;

use super::outcome::{Counts, Outcome};
use super::{Finding, Status};
use crate::record::census::Census;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::{Bound, Clause, Policy, State};

/// The arithmetic of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub outcome: Outcome,
    /// Every bin of the clause's check in its order, with the units that meet the conditions.
    pub bins: Vec<(String, State, u64)>,
    /// Units of the check before the conditions; none if it was not measured.
    pub before: Option<u64>,
    /// Conditions of other scopes that no unit meets together: they shut the whole clause.
    pub shut: Vec<Vec<(String, Vec<String>)>>,
    /// What would have to change, where something is open.
    pub change: Vec<Change>,
}

/// One way to another status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub of: State,
    /// Units there, and how many of them are bearable among all that were counted.
    pub there: u64,
    pub bears: u64,
    /// Units to leave out until the rest is bearable, if nothing is corrected.
    pub leave_out: u64,
}

impl Account {
    pub fn of(policy: &Policy, census: &Census, clause: &Clause, finding: &Finding) -> Self {
        let outcome = Outcome::of(policy, census, clause);
        let (before, counted) = counted(policy, census, clause);
        let bins = clause
            .bad
            .iter()
            .chain(&clause.unproven)
            .chain(&clause.good)
            .map(|b| {
                (
                    b.clone(),
                    clause.state(b),
                    counted.get(b).copied().unwrap_or(0),
                )
            });
        let mut bins: Vec<_> = bins.collect();
        if let Some(check) = policy.checks.get(&clause.check) {
            let place = |b: &str| check.bins.iter().position(|x| x == b);
            bins.sort_by_key(|(b, ..)| place(b));
        }
        let shut = policy
            .gates(clause)
            .into_iter()
            .filter(|gate| {
                census
                    .tally(&gate.ask)
                    .is_some_and(|t| gate.met(t, policy, census.as_of).all(|(_, n)| n == 0))
            })
            .map(|gate| {
                let scope = gate.ask.scope;
                clause
                    .conditions
                    .iter()
                    .filter(|(check, _)| policy.checks.get(check).is_some_and(|c| c.scope == scope))
                    .map(|(c, b)| (c.clone(), b.clone()))
                    .collect()
            })
            .collect();
        let change = match (outcome.counts(), finding.status) {
            (Some(c), Status::Breached | Status::Unproven | Status::Waived) => changes(clause, &c),
            _ => Vec::new(),
        };
        Self {
            outcome,
            bins,
            before,
            shut,
            change,
        }
    }
}

/// Units before the conditions, and per bin those that meet them.
fn counted(
    policy: &Policy,
    census: &Census,
    clause: &Clause,
) -> (Option<u64>, BTreeMap<String, u64>) {
    let mut counts = BTreeMap::new();
    let mut add = |bin: &str, n: u64| {
        let sum: &mut u64 = counts.entry(bin.to_owned()).or_default();
        *sum = sum.saturating_add(n);
    };
    let before = match policy.units(clause) {
        Some(question) => census.tally(&question.ask).map(|tally| {
            for (bin, n) in question.met(tally, policy, census.as_of) {
                add(bin, n);
            }
            tally.units()
        }),
        None => census.compiled(HOLD, policy.sha256).map(|hold| {
            for cell in &hold.cells {
                add(cell.bins.first().map_or("", String::as_str), cell.units);
            }
            hold.cells.iter().map(|c| c.units).sum()
        }),
    };
    (before, counts)
}

fn changes(clause: &Clause, counts: &Counts) -> Vec<Change> {
    [
        (State::Bad, counts.bad, &clause.max),
        (State::Unproven, counts.unproven, &clause.max_unproven),
    ]
    .into_iter()
    .filter(|(_, n, bound)| bound.exceeded(*n, counts.units))
    .map(|(of, there, bound)| Change {
        of,
        there,
        bears: bound.bears(counts.units),
        leave_out: leave_out(there, counts.units, bound),
    })
    .collect()
}

/// The fewest units that must go until the rest is bearable: every one that goes also makes the whole smaller.
fn leave_out(there: u64, units: u64, bound: &Bound) -> u64 {
    let (mut low, mut high) = (0, there);
    while low < high {
        let middle = low + (high - low) / 2;
        if bound.exceeded(there - middle, units - middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::policy::bound::Share;
    use crate::record::policy::tests::shipped;
    use crate::record::verdict::judge;
    use crate::record::verdict::tests::{cases, census};
    use crate::record::waiver::Waivers;

    fn bound(text: &str) -> Bound {
        Bound::Share(Share::parse(text).unwrap())
    }

    #[test]
    fn what_must_go_counts_the_smaller_whole() {
        // 120 of 1,000 are bad, 5 % are bearable: 46 of 926 are, 47 of 927 are not
        assert_eq!(leave_out(120, 1_000, &bound("0.05")), 74);
        assert_eq!(leave_out(3, 10, &Bound::Count(1)), 2);
        assert_eq!(leave_out(5, 100, &bound("0.05")), 0);
    }

    proptest! {
        #[test]
        fn one_fewer_would_not_do(there in 0_u64..500, more in 0_u64..2_000, percent in 0_u64..100) {
            let (units, bound) = (there + more, bound(&format!("0.{percent:02}")));
            let n = leave_out(there, units, &bound);
            prop_assert!(!bound.exceeded(there - n, units - n));
            if n > 0 {
                prop_assert!(bound.exceeded(there - n + 1, units - n + 1));
            }
        }
    }

    /// The account adds up to the finding, for every clause of every case.
    #[test]
    fn accounts_add_up_to_their_findings() {
        let policy = shipped();
        for case in cases() {
            let census = census(policy, &case);
            let verdict = judge(policy, &census, &Waivers::default());
            for finding in &verdict.findings {
                let clause = policy.clause(&finding.code).unwrap();
                let account = Account::of(policy, &census, clause, finding);
                let sum = |s: State| -> u64 {
                    let of = account.bins.iter().filter(|(_, state, _)| *state == s);
                    of.map(|(.., n)| n).sum()
                };
                if let Some(c) = account.outcome.counts() {
                    let all = [sum(State::Bad), sum(State::Unproven)];
                    assert_eq!(all, [c.bad, c.unproven], "{} {}", case.name, clause.code);
                    assert_eq!(all[0] + all[1] + sum(State::Good), c.units);
                }
                let open = finding.status.is_open() && account.outcome.counts().is_some();
                assert_eq!(!account.change.is_empty(), open, "{}", clause.code);
            }
        }
    }
}
