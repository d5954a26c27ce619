//! The letter from policy, census, verdict, path and dossier: the one place that decides what is asked, of whom, and in
//! which order.

use super::ask::{Asking, concern};
use super::{Back, Concern, Count, Head, Item, Letter, Manner, Outlook, POINTS, To, read};
use crate::base::clock::Day;
use crate::base::label::Label;
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::check::{Check, Scope};
use crate::record::dossier::Dossier;
use crate::record::path::Path;
use crate::record::policy::{Clause, Owner, Policy};
use crate::record::verdict::outcome::Outcome;
use crate::record::verdict::{Block, Finding, Severity, Verdict};
use crate::report::PolicyHead;

/// Everything that a letter is made from.
pub struct Sources<'a> {
    pub policy: &'a Policy,
    pub census: &'a Census,
    pub verdict: &'a Verdict,
    pub path: &'a Path,
    pub dossier: &'a Dossier,
    /// The checks with their pages, for the questions of a reviewer.
    pub catalogue: &'a [&'static Check],
    /// Names of the list files for people, if not those of the record.
    pub names: Vec<Label>,
    /// The record number.
    pub record: String,
    pub signed: bool,
    pub unverified: bool,
}

impl Letter {
    pub fn new(to: To, from: &Sources<'_>) -> Self {
        let owner = match to {
            To::Vendor => Owner::Vendor,
            To::Buyer => Owner::Buyer,
            To::Reviewer => Owner::Reviewer,
        };
        let mut letter = Self {
            to,
            head: head(from),
            items: Vec::new(),
            further: Vec::new(),
            back: Vec::new(),
            outlook: outlook(from, owner),
            unmeasured: unmeasured(from),
            readings: Vec::new(),
            rules: Vec::new(),
        };
        if to == To::Reviewer {
            letter.readings = read::readings(from);
            letter.rules = rules(from);
            return letter;
        }
        let mut items = Asking::new(from).items(owner);
        items.sort_by_cached_key(|i| weight(i, from.path));
        (letter.items, letter.further) = fold(items);
        if to == To::Vendor {
            letter.back = back(from, &letter);
        }
        letter
    }

    /// The closing point, if anything is folded into one.
    pub fn closing(&self) -> Option<usize> {
        (!self.further.is_empty()).then(|| self.items.len() + 1)
    }
}

fn head(from: &Sources<'_>) -> Head {
    let Sources {
        policy,
        census,
        dossier,
        ..
    } = from;
    let mut lists = census.lists.clone();
    for (list, name) in lists.iter_mut().zip(&from.names) {
        list.name = name.clone();
    }
    Head {
        vendor: dossier.vendor.clone(),
        buyer: dossier.buyer.names.clone(),
        delivery: dossier.delivery.clone(),
        received: dossier.received,
        as_of: census.as_of,
        policy: PolicyHead {
            id: policy.id.clone(),
            version: policy.version.clone(),
            sha256: policy.sha256,
            review_by: policy.review_by,
            shipped: policy.shipped_uri().is_some(),
        },
        lists,
        rows: census.rows(),
        record: from.record.clone(),
        signed: from.signed,
        unverified: from.unverified,
    }
}

/// The findings with their clauses.
pub(super) fn found<'a>(
    from: &Sources<'a>,
) -> impl Iterator<Item = (&'a Clause, &'a Finding)> + use<'a> {
    let (policy, verdict) = (from.policy, from.verdict);
    policy
        .clauses
        .iter()
        .filter_map(|c| Some((c, verdict.finding(&c.code)?)))
}

/// What is worth most stands first: blockers, majors, what depends on an answer, rows, minors. Within them what has a
/// date, the order of the path, what is shown before what is not, what is about rows before papers alone, many clauses
/// before few.
fn weight(
    item: &Item,
    path: &Path,
) -> (u8, Day, usize, bool, bool, std::cmp::Reverse<usize>, String) {
    let class = match (item.manner, item.severity) {
        (Manner::If, _) => 2,
        (Manner::Rows, _) => 3,
        (_, Severity::Blocker) => 0,
        (_, Severity::Major) => 1,
        _ => 4,
    };
    let steps = [&path.acquisition, &path.contact]
        .into_iter()
        .flatten()
        .flat_map(|p| &p.steps);
    let step = steps.enumerate().find(|(_, s)| s.remedy == item.remedy);
    (
        class,
        item.due.unwrap_or(Day(i32::MAX)),
        step.map_or(usize::MAX, |(at, _)| at),
        item.manner != Manner::Breached,
        item.concerns
            .iter()
            .all(|c| c.units.is_none() || c.scope != Scope::Row),
        std::cmp::Reverse(item.concerns.len()),
        item.remedy.clone(),
    )
}

/// Minors, and whatever else is too much for one letter, become one closing point. An `if` is kept before a major: it
/// may turn out to be a blocker.
fn fold(items: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    let minor = |i: &Item| i.severity > Severity::Major && i.manner != Manner::Rows;
    let (mut further, mut kept): (Vec<_>, Vec<_>) = items.into_iter().partition(minor);
    let room = POINTS - usize::from(!further.is_empty() || kept.len() > POINTS);
    while kept.len() > room {
        let at = kept
            .iter()
            .rposition(|i| i.manner != Manner::If)
            .unwrap_or(kept.len() - 1);
        further.insert(0, kept.remove(at));
    }
    (kept, further)
}

/// Rows that clauses take, most first.
fn back(from: &Sources<'_>, letter: &Letter) -> Vec<Back> {
    let mut all: Vec<(u64, Back)> = found(from)
        .filter(|(c, _)| c.scope == Scope::Row && !c.withhold.is_empty())
        .filter_map(|(clause, _)| {
            let counts = Outcome::of(from.policy, from.census, clause).counts()?;
            let n = counts.bad + counts.unproven;
            let asks = |i: &Item| {
                let served = [&clause.remedy_breached, &clause.remedy_unproven];
                served.into_iter().flatten().any(|r| *r == i.remedy)
            };
            let folded = || {
                letter
                    .further
                    .iter()
                    .any(asks)
                    .then_some(letter.items.len())
            };
            let back = Back {
                code: clause.code.clone(),
                title: clause.title.clone(),
                rows: Count::of(n)?,
                aside: clause.holds(),
                channels: taken(clause, from),
                point: letter
                    .items
                    .iter()
                    .position(asks)
                    .or_else(folded)
                    .map(|p| p + 1),
            };
            Some((n, back))
        })
        .filter(|(_, b)| b.aside || !b.channels.is_empty())
        .collect();
    all.sort_by(|(n, a), (m, b)| (!a.aside, m, &a.code).cmp(&(!b.aside, n, &b.code)));
    all.into_iter().map(|(_, back)| back).collect()
}

/// The planned channels that a clause takes rows from.
fn taken(clause: &Clause, from: &Sources<'_>) -> Vec<Channel> {
    let plan = from.census.options.plan.as_ref();
    Channel::ALL
        .into_iter()
        .filter(|c| plan.is_none_or(|p| p.contains(c)))
        .filter(|c| clause.withhold.iter().any(|t| t.takes(*c)))
        .collect()
}

fn outlook(from: &Sources<'_>, owner: Owner) -> Vec<Outlook> {
    let v = from.verdict;
    [
        (
            Block::Acquisition,
            v.acquisition.verdict,
            &from.path.acquisition,
        ),
        (Block::Contact, v.contact.verdict, &from.path.contact),
    ]
    .into_iter()
    .filter_map(|(block, now, path)| {
        let path = path.as_ref()?;
        Some(Outlook {
            block,
            now,
            at_best: path.at_best,
            all_theirs: path.steps.iter().all(|s| s.owed_by == owner),
        })
    })
    .collect()
}

/// Clauses that are open only because nothing was measured, and that name no remedy for it.
fn unmeasured(from: &Sources<'_>) -> Vec<String> {
    found(from)
        .filter(|(c, f)| f.status.is_open() && f.reason.is_some() && c.remedy_unproven.is_none())
        .map(|(c, _)| c.code.clone())
        .collect()
}

/// Rules that counsel must settle, by clause.
fn rules(from: &Sources<'_>) -> Vec<Concern> {
    found(from)
        .filter(|(_, f)| f.status.is_open())
        .filter(|(c, f)| {
            let remedy = super::ask::remedy(c, f.status).and_then(|r| from.policy.remedies.get(r));
            remedy.is_some_and(|r| r.owed_by == Owner::Counsel)
        })
        .map(|(c, _)| concern(from, c, Manner::Unproven))
        .collect()
}
