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
    for s in of_block().filter(|s| s.takes_rows()) {
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
