//! What a policy asks of both files, slot by slot, and what is there: which papers are needed, missing or too old, which
//! of their questions nobody has answered, and who owes the next step.
//!
//! The clauses decide, nothing else: a paper is needed if a clause on its age selects its kind and may apply. With a
//! census it is known whether it applies; without one, conditions on rows stand open.

use std::collections::BTreeMap;

use super::census::Census;
use super::check::{Check, Scope};
use super::dossier::slot::{DOCUMENTS, OWN, Slot};
use super::dossier::{Dated, Document, Dossier, Grade, Integrity, Word};
use super::ledger::Ledger;
use super::papers::{PaperSorter, Papers};
use super::policy::{Clause, Owner, Policy, State};
use super::verdict::outcome::gates;
use super::verdict::{Block, Severity};
use crate::base::clock::{AsOf, Day};

/// Conditions that choose a unit rather than ask something of it.
const SELECTORS: [&str; 2] = ["document-kind", "buyer-item"];
/// Checks that look at a paper's date.
const AGES: [&str; 2] = ["document-age", "buyer-file-age"];
/// Checks that look at a paper's file, not into it.
const OUTSIDE: [&str; 2] = ["document-integrity", "document-kind"];

/// Conditions of clauses: a check and the bins of which one must occur.
pub type Conditions<'a> = Vec<(&'a str, &'a [String])>;

/// Whether a clause of the policy asks for a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked<'a> {
    Yes,
    /// If the list shows this.
    If(Conditions<'a>),
    No,
}

/// How a paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No entry.
    Missing,
    /// Listed, and not where its entry says.
    NotAtHand,
    /// Its file is not the one that was listed.
    Altered,
    Undated,
    /// Something stands as its date that is none.
    DateIllegible,
    Expired,
    /// Dated after the as-of date.
    AfterAsOf,
    TooOld,
    InDate,
}

/// One slot of a file.
pub struct Need<'a> {
    pub slot: &'static Slot,
    /// A slot of the buyer's.
    pub own: bool,
    pub asked: Asked<'a>,
    /// Of the clause that weighs most.
    pub severity: Option<Severity>,
    /// The clauses that ask for the paper.
    pub clauses: Vec<&'a str>,
    pub standing: Standing,
    /// What its clauses make of it.
    pub state: State,
    /// The bin of its age.
    pub age: &'static str,
    /// The date that counts, and where it comes from.
    pub date: Option<Day>,
    pub dated_by: Option<Word>,
    pub expires: Option<Day>,
    /// None if nothing of the kind is listed.
    pub grade: Option<Grade>,
    /// Questions about the paper's contents that clauses ask, and those that somebody who read it has answered.
    pub questions: Vec<&'a str>,
    pub answered: usize,
    /// Who owes the next step; none if nothing is left to do.
    pub owed_by: Option<Owner>,
    /// The remedy of its clauses.
    pub remedy: Option<&'a str>,
}

impl Need<'_> {
    /// Something is owed: the paper itself, or that somebody reads it.
    pub fn open(&self) -> bool {
        self.owed_by.is_some()
    }

    /// The paper itself is owed.
    pub fn wanting(&self) -> bool {
        self.state != State::Good
            && self.asked != Asked::No
            && self.severity != Some(Severity::Info)
    }

    pub fn unread(&self) -> usize {
        self.questions.len() - self.answered
    }
}

/// Everything that needs are worked out from.
pub struct Ground<'a, 's> {
    pub policy: &'a Policy,
    pub dossier: &'a Dossier,
    pub as_of: AsOf,
    pub sorters: &'s [(&'static Check, PaperSorter)],
    pub census: Option<&'a Census>,
}

impl<'a> Ground<'a, '_> {
    /// All slots: the vendor's, then the buyer's.
    pub fn needs(&self) -> Vec<Need<'a>> {
        let sorted = self.sorted();
        let vendor = DOCUMENTS
            .iter()
            .enumerate()
            .map(|(at, slot)| (at, slot, false));
        let own = OWN.iter().enumerate().map(|(at, slot)| (at, slot, true));
        vendor
            .chain(own)
            .map(|(at, slot, own)| self.need(&sorted, at, slot, own))
            .collect()
    }

    /// The papers as sorters see them.
    pub fn with_papers<T>(&self, dossier: &Dossier, look: impl FnOnce(&Papers<'_>) -> T) -> T {
        let (none, distinct) = (Ledger::default(), BTreeMap::new());
        let census = self.census;
        look(&Papers {
            dossier,
            as_of: self.as_of,
            ledger: census.map_or(&none, |c| &c.ledger),
            lists: census.map_or(&[], |c| &c.lists),
            reading: census.map_or(&[], |c| &c.reading),
            columns: census.map_or(&[], |c| &c.columns),
            tallies: census.map_or(&[], |c| &c.tallies),
            distinct: &distinct,
        })
    }

    fn sorted(&self) -> Sorted {
        let sort = |papers: &Papers<'_>| {
            let all = self.sorters.iter();
            all.map(|(check, sort)| (*check, sort(papers))).collect()
        };
        Sorted(self.with_papers(self.dossier, sort))
    }

    fn need(&self, sorted: &Sorted, at: usize, slot: &'static Slot, own: bool) -> Need<'a> {
        let (mut asked, mut asking) = (Asked::No, Vec::new());
        for clause in self.asking(slot, own) {
            match self.concerns(sorted, clause) {
                Asked::No => continue,
                Asked::Yes => asked = Asked::Yes,
                Asked::If(conditions) if asked == Asked::No => asked = Asked::If(conditions),
                Asked::If(_) => {}
            }
            asking.push(clause);
        }
        let state = |c: &&Clause| {
            sorted
                .bin(&c.check, at)
                .map_or(State::Unproven, |b| c.state(b))
        };
        let worst = asking.iter().copied();
        let worst = worst.min_by_key(|c| (std::cmp::Reverse(state(c)), c.severity));
        let age = sorted.bin(AGES[usize::from(own)], at).unwrap_or("blank");
        let files: Vec<&Document> = self.files(slot, own).collect();
        let best = files
            .iter()
            .filter(|d| d.at_hand())
            .max_by_key(|d| match d.date {
                Dated::On(day) if day <= self.as_of => Some(day),
                _ => None,
            });
        let questions = self.questions(sorted, at, slot, own);
        let answered = questions
            .iter()
            .filter(|(_, bin)| !matches!(*bin, "documented" | "declared" | "illegible" | "blank"))
            .count();
        let at_hand = best.is_some();
        let grade = match (files.is_empty(), at_hand) {
            (true, _) => None,
            (_, false) => Some(Grade::Declared),
            _ if !questions.is_empty() && answered == questions.len() => Some(Grade::Reviewed),
            _ => Some(Grade::Documented),
        };
        let mut need = Need {
            slot,
            own,
            severity: asking.iter().map(|c| c.severity).min(),
            clauses: asking.iter().map(|c| c.code.as_str()).collect(),
            standing: standing(&files, age, worst.map_or(State::Good, |c| state(&c))),
            state: worst.map_or(State::Good, |c| state(&c)),
            age,
            date: best.and_then(|d| match d.date {
                Dated::On(day) => Some(day),
                _ => None,
            }),
            dated_by: best.and_then(|d| d.dated_by),
            expires: best.and_then(|d| d.expires),
            grade,
            questions: match at_hand {
                true => questions.iter().map(|(check, _)| *check).collect(),
                false => Vec::new(),
            },
            answered: if at_hand { answered } else { 0 },
            owed_by: None,
            remedy: None,
            asked,
        };
        if need.standing == Standing::Altered && need.asked != Asked::No {
            need.state = State::Bad;
        }
        let remedy = worst.and_then(|c| match state(&c) {
            State::Bad => self.policy.clause_remedy(&c.remedy_breached),
            _ => self.policy.clause_remedy(&c.remedy_unproven),
        });
        need.remedy = remedy;
        need.owed_by = if need.wanting() {
            let owner = remedy
                .and_then(|r| self.policy.remedies.get(r))
                .map(|r| r.owed_by);
            owner.or(Some(if own { Owner::Buyer } else { Owner::Vendor }))
        } else if need.unread() > 0 {
            Some(Owner::Reviewer)
        } else {
            None
        };
        need
    }

    fn files(&self, slot: &'static Slot, own: bool) -> impl Iterator<Item = &'a Document> {
        let all = match own {
            true => &self.dossier.items,
            false => &self.dossier.documents,
        };
        all.iter()
            .filter(|d| d.kinds.iter().any(|k| *k == slot.kind))
    }

    /// The clauses that ask for the paper of a slot: those on its age, else those whose remedy is this paper.
    fn asking(&self, slot: &Slot, own: bool) -> Vec<&'a Clause> {
        let scope = scope(own);
        let clauses = self.policy.clauses.iter().filter(|c| c.scope == scope);
        let on_age = |c: &&Clause| AGES.contains(&c.check.as_str()) && selects(c, slot.kind);
        let found: Vec<&Clause> = clauses.clone().filter(on_age).collect();
        if !found.is_empty() {
            return found;
        }
        let by_remedy = |c: &&Clause| {
            let remedy = self.policy.clause_remedy(&c.remedy_unproven);
            let objects = remedy
                .and_then(|r| self.policy.remedies.get(r))
                .map(|r| &r.objects);
            let named = objects.is_some_and(|o| o.iter().any(|o| o == slot.number));
            named && own && !AGES.contains(&c.check.as_str()) && selects(c, slot.kind)
        };
        clauses.filter(by_remedy).collect()
    }

    /// Whether a clause applies, as far as the papers and the census tell.
    fn concerns(&self, sorted: &Sorted, clause: &'a Clause) -> Asked<'a> {
        let planned = |c| clause.concerns(c) && self.dossier.planned(c) != Some(false);
        let channels = super::channel::Channel::ALL;
        if clause.block == Block::Contact && !channels.into_iter().any(planned) {
            return Asked::No;
        }
        if let Some(census) = self.census {
            return match gates(self.policy, census, clause) {
                Some(false) => Asked::No,
                _ => Asked::Yes,
            };
        }
        let filters = clause.filters(self.policy);
        let mut open = Vec::new();
        for (check, bins) in &clause.conditions {
            if filters.iter().any(|(c, _)| c == check) {
                continue;
            }
            match sorted.bin(check, 0) {
                Some(bin) if bins.iter().any(|b| b == bin) => {}
                Some(_) => return Asked::No,
                None => open.push((check.as_str(), bins.as_slice())),
            }
        }
        if open.is_empty() {
            Asked::Yes
        } else {
            Asked::If(open)
        }
    }

    /// What clauses ask about the contents of a slot's paper, with the bin that the answer has now. Asked is only what a
    /// person has to read: where a paper at hand proves nothing by itself.
    fn questions(
        &self,
        sorted: &Sorted,
        at: usize,
        slot: &Slot,
        own: bool,
    ) -> Vec<(&'a str, &'static str)> {
        let mut found: Vec<(&str, &'static str)> = Vec::new();
        let clauses = self.policy.clauses.iter().filter(|c| c.scope == scope(own));
        for clause in clauses {
            let check = clause.check.as_str();
            let to_read = clause.unproven.iter().any(|b| b == "documented");
            let known = found.iter().any(|(c, _)| *c == check);
            let inside = !AGES.contains(&check) && !OUTSIDE.contains(&check);
            if !to_read || known || !inside || !selects(clause, slot.kind) {
                continue;
            }
            if self.concerns(sorted, clause) != Asked::No {
                found.extend(sorted.bin(check, at).map(|bin| (check, bin)));
            }
        }
        found
    }
}

const fn scope(own: bool) -> Scope {
    if own { Scope::Buyer } else { Scope::Document }
}

/// Whether a clause is about this kind: it selects it, or selects none.
fn selects(clause: &Clause, kind: &str) -> bool {
    let selector = SELECTORS.iter().find_map(|s| clause.conditions.get(*s));
    selector.is_none_or(|kinds| kinds.iter().any(|k| k == kind))
}

fn standing(files: &[&Document], age: &str, state: State) -> Standing {
    let is = |integrity| files.iter().any(|d| d.integrity == integrity);
    if files.is_empty() {
        return Standing::Missing;
    }
    if !files.iter().any(|d| d.at_hand()) {
        return match is(Integrity::Differs) || is(Integrity::Illegible) {
            true => Standing::Altered,
            false => Standing::NotAtHand,
        };
    }
    match age {
        "undated" => Standing::Undated,
        "illegible" => Standing::DateIllegible,
        "expired" => Standing::Expired,
        "after-as-of" => Standing::AfterAsOf,
        _ if state == State::Bad => Standing::TooOld,
        _ => Standing::InDate,
    }
}

/// The bins of every check of papers.
struct Sorted(Vec<(&'static Check, Vec<usize>)>);

impl Sorted {
    /// The bin of a unit; of a check with one unit always that one.
    fn bin(&self, check: &str, at: usize) -> Option<&'static str> {
        let (check, bins) = self.0.iter().find(|(c, _)| c.id == check)?;
        let bin = match bins[..] {
            [] => return Some("blank"),
            [one] => one,
            _ => *bins.get(at)?,
        };
        check.bins.get(bin).copied()
    }
}

#[cfg(test)]
mod tests;
