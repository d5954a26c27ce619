//! The judge, number 1. It takes nothing but policy, census and waivers, so that anyone who holds these three comes to
//! the same bytes.

use super::outcome::Outcome;
use super::{Decided, Finding, JUDGE, SCHEMA, Status, Verdict, words};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::policy::{Clause, Policy, Target};
use crate::record::waiver::Waivers;

/// Counts of rows that are not written: they would say much about few people.
const FEW: std::ops::RangeInclusive<u64> = 1..=4;

/// Judges a census under a policy.
pub fn judge(policy: &Policy, census: &Census, waivers: &Waivers) -> Verdict {
    let findings: Vec<Finding> = policy
        .clauses
        .iter()
        .map(|c| finding(c, &Outcome::of(policy, census, c), census, waivers))
        .collect();
    let judged = words::Judged::new(policy, census, &findings);
    Verdict {
        schema: SCHEMA.to_owned(),
        judge: JUDGE,
        acquisition: judged.acquisition(),
        contact: judged.contact(),
        findings,
        decisions: decisions(policy, census),
    }
}

fn decisions(policy: &Policy, census: &Census) -> Vec<Decided> {
    let plan = census.options.plan.as_ref();
    // messages on social networks are looked up in the e-mail cells
    let social = |p: &Vec<Channel>| p.contains(&Channel::Social);
    let planned =
        |c: Channel| plan.is_none_or(|p| p.contains(&c) || c == Channel::Email && social(p));
    policy
        .matrix
        .decisions(census.as_of)
        .filter(|(cell, _)| planned(cell.channel))
        .map(|(cell, decision)| Decided {
            country: cell.country.clone(),
            channel: cell.channel,
            subscriber: cell.subscriber.clone(),
            mailbox: cell.mailbox.clone(),
            value: cell.written.clone(),
            line: cell.line,
            decision: decision.clone(),
        })
        .collect()
}

fn finding(clause: &Clause, outcome: &Outcome, census: &Census, waivers: &Waivers) -> Finding {
    let mut status = outcome.status(clause);
    let counts = outcome.counts();
    if let Some(c) = counts
        && status.is_open()
        && clause.waivable
        && waivers.cover(&clause.code, c.bad + c.unproven, c.units, census.as_of)
    {
        status = Status::Waived;
    }
    let mut few = Vec::new();
    let mut write = |name: &str, n: u64| {
        if clause.scope == Scope::Row && FEW.contains(&n) {
            few.push(name.to_owned());
            None
        } else {
            Some(n)
        }
    };
    let [units, bad, unproven] = match counts {
        Some(c) => [
            write("units", c.units),
            write("bad", c.bad),
            write("unproven", c.unproven),
        ],
        None => [None; 3],
    };
    let reason = match outcome {
        Outcome::NotMeasured => Some("not-measured".to_owned()),
        Outcome::NoUnits => Some("no-units".to_owned()),
        _ => None,
    };
    Finding {
        code: clause.code.clone(),
        block: clause.block,
        severity: clause.severity,
        level: clause.level,
        status,
        units,
        bad,
        unproven,
        few,
        line: clause.line,
        grade: counts
            .filter(|_| status == Status::Met)
            .and_then(|c| c.grade)
            .map(str::to_owned),
        withhold: clause
            .withhold
            .iter()
            .map(|t: &Target| t.name().to_owned())
            .collect(),
        reason,
    }
}
