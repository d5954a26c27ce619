//! The path: what to do next, and what is to be had by it at best. Made from policy, census and verdict whenever a report
//! or letter is made; it is never signed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::census::Census;
use super::check::Scope;
use super::policy::catalogue::HOLD;
use super::policy::{Clause, Owner, Policy};
use super::verdict::outcome::Outcome;
use super::verdict::words::{Judged, OnChannel};
use super::verdict::{Block, Severity, Status, Verdict, Word};

/// Of both words; none where nothing is left to do, or nothing can be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Path {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acquisition: Option<BlockPath>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<BlockPath>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockPath {
    /// The word if the clauses of all steps were met.
    pub at_best: Word,
    pub steps: Vec<Step>,
}

/// One remedy, and the clauses that it serves, in the order of the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    pub remedy: String,
    pub owed_by: Owner,
    pub clauses: Vec<String>,
}

/// A remedy on its way into the order: open clauses before those that only set rows aside, breached before unproven,
/// many clauses before few, then the name.
#[derive(Default)]
struct Candidate<'a> {
    holding_only: bool,
    breached: bool,
    clauses: Vec<&'a Clause>,
}

/// What one clause finds, with its status after waivers.
struct Seen<'a> {
    clause: &'a Clause,
    status: Status,
    bad: u64,
    unproven: u64,
}

impl Seen<'_> {
    fn takes_rows(&self) -> bool {
        !self.clause.withhold.is_empty() && self.bad + self.unproven > 0
    }
}

/// The paths of both blocks.
pub fn path(policy: &Policy, census: &Census, verdict: &Verdict) -> Path {
    let seen: Vec<Seen<'_>> = policy
        .clauses
        .iter()
        .zip(&verdict.findings)
        .map(|(clause, finding)| {
            let counts = Outcome::of(policy, census, clause)
                .counts()
                .unwrap_or_default();
            Seen {
                clause,
                status: finding.status,
                bad: counts.bad,
                unproven: counts.unproven,
            }
        })
        .collect();
    let block = |block, word| {
        if word == Word::NoObjection {
            return None;
        }
        let steps = steps(policy, &seen, block);
        if steps.is_empty() {
            return None;
        }
        let met: BTreeSet<&str> = steps
            .iter()
            .flat_map(|s| s.clauses.iter().map(String::as_str))
            .collect();
        let judged = Judged::new(policy, census, &verdict.findings);
        let at_best = at_best(judged, &seen, &met, block);
        Some(BlockPath { at_best, steps })
    };
    Path {
        acquisition: block(Block::Acquisition, verdict.acquisition.verdict),
        contact: block(Block::Contact, verdict.contact.verdict),
    }
}

fn steps(policy: &Policy, seen: &[Seen<'_>], block: Block) -> Vec<Step> {
    let of_block = || seen.iter().filter(|s| s.clause.block == block);
    // minors and infos are notes: they change no word
    let worst = of_block()
        .filter(|s| s.status.is_open() && s.clause.severity <= Severity::Major)
        .map(|s| s.clause.severity)
        .min();
    let mut found: BTreeMap<&str, Candidate<'_>> = BTreeMap::new();
    let mut add = |remedy: &Option<String>, clause, breached, holding_only| {
        let Some(remedy) = policy.clause_remedy(remedy) else {
            return;
        };
        let c = found.entry(remedy).or_insert(Candidate {
            holding_only,
            ..Candidate::default()
        });
        if c.holding_only == holding_only {
            c.breached |= breached;
        }
        if !c.clauses.contains(&clause) {
            c.clauses.push(clause);
        }
    };
    for s in of_block().filter(|s| s.status.is_open() && Some(s.clause.severity) == worst) {
        if s.status == Status::Breached {
            add(&s.clause.remedy_breached, s.clause, true, false);
        } else {
            add(&s.clause.remedy_unproven, s.clause, false, false);
        }
    }
    // acquisition asks for rows that are set aside; what only leaves a channel is the matter of contact
    let holding = |s: &&Seen<'_>| s.takes_rows() && (block == Block::Contact || s.clause.holds());
    for s in of_block().filter(holding) {
        if s.bad > 0 {
            add(&s.clause.remedy_breached, s.clause, true, true);
        }
        if s.unproven > 0 {
            add(&s.clause.remedy_unproven, s.clause, false, true);
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(name, c)| {
        (
            c.holding_only,
            !c.breached,
            std::cmp::Reverse(c.clauses.len()),
            *name,
        )
    });
    found
        .into_iter()
        .filter_map(|(name, c)| {
            Some(Step {
                remedy: name.to_owned(),
                owed_by: policy.remedies.get(name)?.owed_by,
                clauses: c.clauses.iter().map(|c| c.code.clone()).collect(),
            })
        })
        .collect()
}

/// The word of a block if the named clauses were met. Rows come back only as far as no other clause can have them: of
/// the rows that a target lost, at least those beyond what the other clauses found.
fn at_best(mut judged: Judged<'_>, seen: &[Seen<'_>], met: &BTreeSet<&str>, block: Block) -> Word {
    let others = |takes: &dyn Fn(&Clause) -> bool| -> u64 {
        seen.iter()
            .filter(|s| s.takes_rows() && !met.contains(s.clause.code.as_str()) && takes(s.clause))
            .map(|s| match s.clause.scope {
                // how many rows hold a key is not known here
                Scope::Row => s.bad + s.unproven,
                _ => u64::MAX,
            })
            .fold(0, u64::saturating_add)
    };
    let back = |lost: u64, kept: u64| lost.saturating_sub(kept);
    let mut all_accepted = false;
    if let Some(held) = &mut judged.held {
        let lost = held.bad + held.unproven;
        let released = back(lost, others(&Clause::holds));
        held.accepted += released;
        held.unproven = held.unproven.saturating_sub(released);
        held.bad = lost - released - held.unproven;
        all_accepted = lost == released;
    }
    for (channel, on) in &mut judged.channels {
        let Some(on) = on else { continue };
        let lost = on.bad + on.unproven;
        let takes = |c: &Clause| c.withhold.iter().any(|t| t.takes(*channel));
        let released = back(lost, others(&takes));
        let unproven = on.unproven.saturating_sub(released);
        *on = OnChannel {
            usable: on.usable + released,
            unproven,
            bad: lost - released - unproven,
            no_address: on.no_address,
        };
    }
    judged.set_met(|c| met.contains(c.code.as_str()) || c.check == HOLD && all_accepted);
    match block {
        Block::Contact => judged.contact_word(),
        _ => judged.acquisition_word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::shipped;
    use crate::record::verdict::tests::{Case, case, census};
    use crate::record::waiver::Waivers;

    fn of(case: &Case) -> Path {
        let census = census(shipped(), case);
        let verdict = crate::record::verdict::judge(shipped(), &census, &Waivers::default());
        path(shipped(), &census, &verdict)
    }

    fn steps(path: &Option<BlockPath>) -> Vec<(&str, Vec<&str>)> {
        path.iter()
            .flat_map(|p| &p.steps)
            .map(|s| {
                let clauses = s.clauses.iter().map(String::as_str).collect();
                (s.remedy.as_str(), clauses)
            })
            .collect()
    }

    #[test]
    fn a_bare_export_must_say_where_from_on_what_basis_and_who_was_told() {
        let path = of(&case("S1"));
        let acquisition = steps(&path.acquisition);
        assert_eq!(
            acquisition,
            [
                ("name-sources", vec!["SRC-01"]),
                ("notice-proof", vec!["INF-07"]),
                ("state-basis", vec!["LAW-01"]),
            ]
        );
        // majors stay open
        assert_eq!(path.acquisition.unwrap().at_best, Word::Conditional);
    }

    #[test]
    fn a_clean_list_needs_no_path() {
        assert_eq!(of(&case("S9")), Path::default());
        assert_eq!(of(&case("S5a")), Path::default());
    }

    #[test]
    fn rows_set_aside_come_back_once_their_clauses_are_met() {
        let path = of(&case("S4"));
        let p = path.acquisition.as_ref().unwrap();
        // six rows lack several things; ten were told late, which only basis "legitimate interest" makes a bar
        assert_eq!(p.at_best, Word::NoObjection);
        assert!(
            p.steps
                .iter()
                .any(|s| s.clauses.contains(&"SRC-01".to_owned()))
        );
        assert!(p.steps.iter().all(|s| s.owed_by == Owner::Vendor));
    }

    /// Breached before unproven, remedies of many clauses before those of few, then the name; rows last.
    #[test]
    fn the_order_is_fixed() {
        let path = of(&case("S4"));
        let all = path.acquisition.unwrap().steps;
        let breached = |s: &Step| {
            let codes = &s.clauses;
            codes.iter().any(|c| {
                let clause = shipped().clause(c).unwrap();
                clause.remedy_breached.as_ref() == Some(&s.remedy)
            })
        };
        let key: Vec<_> = all
            .iter()
            .map(|s| {
                (
                    !breached(s),
                    std::cmp::Reverse(s.clauses.len()),
                    s.remedy.clone(),
                )
            })
            .collect();
        let mut sorted = key.clone();
        sorted.sort();
        assert_eq!(key, sorted);
        let mut names: Vec<&String> = all.iter().map(|s| &s.remedy).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all.len(), "each remedy once");
    }

    /// Consent for every address would not bring back the rows that acquisition sets aside.
    #[test]
    fn other_clauses_keep_their_rows() {
        // e-mail to Germany needs consent
        let mut s13 = case("S13");
        for row in &mut s13.rows {
            row.bins.insert("country".to_owned(), "DE".to_owned());
        }
        let path = of(&s13);
        let contact = path.contact.unwrap();
        assert_eq!(contact.at_best, Word::Conditional);
        // the same list with every source named has nothing that keeps rows from the letter-box
        let mut named = s13.clone();
        let full = named.rows[0].bins.clone();
        named.rows[1].bins = full;
        named.plan = Some(vec![crate::record::channel::Channel::Post]);
        assert_eq!(of(&named).contact, None);
        named.plan = s13.plan.clone();
        assert_eq!(of(&named).contact.unwrap().at_best, Word::NoObjection);
    }

    #[test]
    fn an_empty_list_can_get_no_better_by_papers() {
        let mut empty = case("S1");
        empty.rows.clear();
        let path = of(&empty);
        for p in path.acquisition.iter().chain(&path.contact) {
            assert_eq!(p.at_best, Word::NotAssessable);
        }
    }
}
