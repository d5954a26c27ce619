//! What is asked: one item per remedy, from the clauses that are open or take rows, and the conditional ones from the
//! clauses that would be asked if a fact were stated.

use std::collections::BTreeMap;

use super::build::{Sources, found};
use super::{Concern, Count, Item, Manner, Thing};
use crate::base::label::Label;
use crate::base::lang::Text;
use crate::record::ask::Ask;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::column::Column;
use crate::record::dossier::{Dossier, Grade, Integrity};
use crate::record::policy::{Clause, Owner, Remedy, Target};
use crate::record::verdict::outcome::Outcome;
use crate::record::verdict::{Block, Finding, Severity, Status};
use crate::report::build::due;
use crate::report::things;

/// Facts that somebody must state before it is known which clauses apply (`law.md` §13).
const FACTS: [&str; 5] = [
    "lawful-basis",
    "source-kind",
    "source-chain",
    "party-role",
    "transfer-path",
];

/// Checks on the entries of the source register, each of which answers by a fact under the check's name.
pub(super) const OF_SOURCES: [&str; 3] = ["platform-visibility", "source-purpose", "source-terms"];

/// Demands that stand beside each other; of more the remedy's own sentence says it better.
const DEMANDS: usize = 6;

/// The clauses that a remedy is asked for.
#[derive(Default)]
struct Served<'a> {
    open: Vec<(&'a Clause, &'a Finding)>,
    /// Within their bounds, but rows lose something.
    rows: Vec<(&'a Clause, &'a Finding)>,
}

pub(super) struct Asking<'a> {
    from: &'a Sources<'a>,
    served: BTreeMap<&'a str, Served<'a>>,
}

/// The remedy of a clause as it stands.
pub(super) fn remedy(clause: &Clause, status: Status) -> Option<&str> {
    match status {
        Status::Breached => clause.remedy_breached.as_deref(),
        Status::Unproven => clause.remedy_unproven.as_deref(),
        _ => None,
    }
}

impl<'a> Asking<'a> {
    pub fn new(from: &'a Sources<'a>) -> Self {
        let mut served: BTreeMap<&str, Served<'_>> = BTreeMap::new();
        for (clause, finding) in found(from) {
            if let Some(name) = remedy(clause, finding.status) {
                let s = served.entry(name).or_default();
                s.open.push((clause, finding));
            }
        }
        // rows that are lost although their clause is met: as far as the path speaks of them
        for step in [&from.path.acquisition, &from.path.contact]
            .into_iter()
            .flatten()
            .flat_map(|p| &p.steps)
        {
            let Some((name, _)) = from.policy.remedies.get_key_value(&step.remedy) else {
                continue;
            };
            let s = served.entry(name).or_default();
            for pair in found(from).filter(|(c, _)| step.clauses.contains(&c.code)) {
                let known = s.open.iter().chain(&s.rows).any(|(c, _)| *c == pair.0);
                if !known {
                    s.rows.push(pair);
                }
            }
        }
        Self { from, served }
    }

    /// The items that this party owes, in the order of their names.
    pub fn items(&self, owner: Owner) -> Vec<Item> {
        let owed = |r: &&Remedy| r.owed_by == owner;
        let remedies = self.from.policy.remedies.values().filter(owed);
        remedies
            .filter_map(|r| match self.served.get(r.code.as_str()) {
                Some(served) => Some(self.item(r, served)),
                None => self.conditional(r),
            })
            .collect()
    }

    fn item(&self, remedy: &Remedy, served: &Served<'_>) -> Item {
        let breached = |(_, f): &(&Clause, &Finding)| f.status == Status::Breached;
        let manner = if served.open.is_empty() {
            Manner::Rows
        } else if served.open.iter().any(breached) {
            Manner::Breached
        } else {
            Manner::Unproven
        };
        let of: Vec<_> = served.open.iter().chain(&served.rows).copied().collect();
        let severity = |list: &[(&Clause, &Finding)]| list.iter().map(|(c, _)| c.severity).min();
        let dates = of
            .iter()
            .filter_map(|(c, _)| due(c, self.from.dossier.received));
        Item {
            remedy: remedy.code.clone(),
            owed_by: remedy.owed_by,
            manner,
            ask: self.sentences(remedy, &of),
            hand_in: self.hand_in(remedy, &of),
            concerns: of
                .iter()
                .map(|(c, f)| concern(self.from, c, spoken_of(remedy, c, f)))
                .collect(),
            severity: severity(&served.open)
                .or_else(|| severity(&of))
                .unwrap_or(Severity::Info),
            due: dates.min(),
        }
    }

    /// The remedy's sentence asks for all that its clauses together ask. Where one of them is met, part of it is
    /// answered already, and the open ones speak for themselves.
    fn sentences(&self, remedy: &Remedy, of: &[(&Clause, &Finding)]) -> Vec<Text> {
        let answered = found(self.from)
            .filter(|(c, f)| names(c, remedy) && f.status == Status::Met)
            .any(|(c, _)| of.iter().all(|(o, _)| *o != c));
        let mut demands: Vec<Text> = Vec::new();
        for (clause, _) in of {
            if !demands.contains(&clause.demand) {
                demands.push(clause.demand.clone());
            }
        }
        // tasks of one's own are short, and stand in one tone
        let own = of.iter().all(|(c, _)| c.block == Block::Buyer);
        if (answered || own) && demands.len() <= DEMANDS {
            demands
        } else {
            vec![remedy.sentence.clone()]
        }
    }

    fn hand_in(&self, remedy: &Remedy, of: &[(&Clause, &Finding)]) -> Vec<Thing> {
        let dossier = self.from.dossier;
        let about_rows = of
            .iter()
            .any(|(c, _)| !matches!(c.scope, Scope::Document | Scope::Buyer));
        let of_rows = of
            .iter()
            .any(|(c, _)| matches!(c.scope, Scope::Row | Scope::Key));
        let about_keys = of.iter().any(|(c, _)| c.scope == Scope::Key);
        let named: Vec<&str> = of
            .iter()
            .filter_map(|(c, _)| c.conditions.get("document-kind"))
            .flatten()
            .map(String::as_str)
            .collect();
        let mut out = Vec::new();
        for object in &remedy.objects {
            match object.as_str() {
                "rows" if of_rows && remedy.owed_by == Owner::Vendor => out.push(Thing::Rows),
                "rows" => {}
                "drop-column" => out.push(Thing::WithoutColumns),
                "D01..D28" => out.extend(altered(dossier)),
                o if o.starts_with("column:") => {
                    let column = o.strip_prefix("column:").and_then(Column::find);
                    out.extend(column.filter(|_| about_rows).map(Thing::Column));
                }
                o if o.starts_with('B') => out.extend(things::slot(o).map(Thing::Own)),
                o => out.extend(things::kinds(o).filter_map(|kind| {
                    let at_hand = dossier.documents(kind).any(|d| d.at_hand());
                    let proof = about_rows && !at_hand && !self.settled(remedy, kind);
                    let wanted = named.contains(&kind) || about_keys || proof;
                    wanted.then_some(Thing::Document { kind, at_hand })
                })),
            }
        }
        out
    }

    /// Whether clauses of the remedy look at this kind of document, and none of them needs it, or may yet.
    fn settled(&self, remedy: &Remedy, kind: &str) -> bool {
        let mut looked = false;
        for (clause, finding) in found(self.from).filter(|(c, _)| names(c, remedy)) {
            let kinds = clause.conditions.get("document-kind");
            if !kinds.is_some_and(|k| k.iter().any(|k| k == kind)) {
                continue;
            }
            looked = true;
            let may_apply = facts(clause).any(|fact| self.unknown(fact));
            if finding.status.is_open() || finding.status == Status::NotApplicable && may_apply {
                return false;
            }
        }
        looked
    }

    /// A remedy that is asked for only if a fact turns out so: all of its clauses that hang on such a fact do not apply,
    /// and of none of them the fact is known.
    fn conditional(&self, remedy: &Remedy) -> Option<Item> {
        let wording = remedy.if_unknown.as_ref()?;
        let hanging: Vec<(&Clause, &Finding)> = found(self.from)
            .filter(|(c, f)| {
                c.remedy_unproven.as_ref() == Some(&remedy.code)
                    && f.status == Status::NotApplicable
                    && facts(c).next().is_some()
            })
            .collect();
        let all_unknown = hanging
            .iter()
            .all(|(c, _)| facts(c).all(|fact| self.unknown(fact)));
        let may_apply: Vec<(&Clause, &Finding)> = hanging
            .into_iter()
            .filter(|(c, _)| self.otherwise_met(c))
            .collect();
        if !all_unknown || may_apply.is_empty() {
            return None;
        }
        let objects = self.hand_in(remedy, &may_apply);
        Some(Item {
            remedy: remedy.code.clone(),
            owed_by: remedy.owed_by,
            manner: Manner::If,
            ask: vec![wording.clone()],
            hand_in: objects,
            severity: may_apply
                .iter()
                .map(|(c, _)| c.severity)
                .min()
                .unwrap_or(Severity::Info),
            due: None,
            concerns: may_apply
                .iter()
                .map(|(c, _)| concern(self.from, c, Manner::If))
                .collect(),
        })
    }

    /// Whether more than one unit in twenty leaves the fact blank or illegible.
    fn unknown(&self, fact: &str) -> bool {
        let census = self.from.census;
        let scope = self.from.policy.checks.get(fact).map(|c| c.scope);
        let ask = match scope {
            Some(Scope::Row) => Ask::by_country(fact),
            Some(scope) => Ask::of(scope, fact),
            None => return false,
        };
        census.tally(&ask).is_some_and(|t| {
            let bins = t.by_check(fact);
            let of = |bin: &str| bins.get(bin).copied().unwrap_or(0);
            (of("blank") + of("illegible")).saturating_mul(20) > t.units()
        })
    }

    /// Whether everything else that the clause asks for is there: rows on its channels, and each of its other conditions
    /// by itself. Look-ups in the matrix are left to the channels.
    fn otherwise_met(&self, clause: &Clause) -> bool {
        let addressed = &self.from.verdict.contact.channels;
        let only: Vec<Channel> = clause
            .withhold
            .iter()
            .filter_map(|t| match t {
                Target::Channel(c) => Some(*c),
                _ => None,
            })
            .collect();
        let whole = clause.withhold.iter().any(|t| *t != Target::Hold) && only.is_empty();
        if !only.is_empty() && !whole && only.iter().all(|c| !addressed.contains_key(c)) {
            return false;
        }
        let census = self.from.census;
        clause
            .conditions
            .iter()
            .filter(|(check, _)| !FACTS.contains(&check.as_str()))
            .all(|(check, bins)| {
                let scope = self.from.policy.checks.get(check).map(|c| c.scope);
                let ask = match scope {
                    Some(Scope::Row) => Ask::by_country(check),
                    Some(scope) => Ask::of(scope, check),
                    None => return true,
                };
                census.tally(&ask).is_none_or(|t| {
                    let counted = t.by_check(check);
                    bins.iter().any(|b| counted.contains_key(b.as_str()))
                })
            })
    }
}

fn names(clause: &Clause, remedy: &Remedy) -> bool {
    [&clause.remedy_breached, &clause.remedy_unproven]
        .into_iter()
        .any(|r| r.as_ref() == Some(&remedy.code))
}

fn facts(clause: &Clause) -> impl Iterator<Item = &str> {
    clause
        .conditions
        .keys()
        .map(String::as_str)
        .filter(|c| FACTS.contains(c))
}

/// Documents whose bytes are not the declared ones.
fn altered(dossier: &Dossier) -> impl Iterator<Item = Thing> {
    dossier
        .documents
        .iter()
        .filter(|d| matches!(d.integrity, Integrity::Differs | Integrity::Illegible))
        .map(|d| Thing::Again {
            id: d.id.clone(),
            kinds: d.kinds.iter().map(|k| k.as_str()).collect(),
        })
}

/// As what a remedy speaks of a clause: the remedy of what is unproven says nothing about what is breached.
fn spoken_of(remedy: &Remedy, clause: &Clause, finding: &Finding) -> Manner {
    let is = |r: &Option<String>| r.as_ref() == Some(&remedy.code);
    let (breached, unproven) = (is(&clause.remedy_breached), is(&clause.remedy_unproven));
    match finding.status {
        Status::Breached if breached => Manner::Breached,
        Status::Breached | Status::Unproven if unproven => Manner::Unproven,
        _ => Manner::Rows,
    }
}

/// The clause with its figures.
pub(super) fn concern(from: &Sources<'_>, clause: &Clause, manner: Manner) -> Concern {
    let counts = Outcome::of(from.policy, from.census, clause).counts();
    let n = counts.map(|c| match manner {
        Manner::Breached => c.bad,
        Manner::Unproven => c.unproven,
        Manner::Rows | Manner::If => c.bad + c.unproven,
    });
    let units = match clause.scope {
        Scope::Row => n.and_then(Count::of),
        _ => n.filter(|n| *n > 0).map(Count::Exactly),
    };
    let all = Channel::ALL.into_iter().all(|c| clause.concerns(c));
    let channels = Channel::ALL
        .into_iter()
        .filter(|c| clause.block == Block::Contact && !all && clause.concerns(*c))
        .collect();
    let cells = from.policy.cells(from.census, clause);
    Concern {
        code: clause.code.clone(),
        title: clause.title.clone(),
        law: clause.law.clone(),
        manner,
        scope: clause.scope,
        units,
        of: counts
            .map(|c| c.units)
            .filter(|u| clause.scope != Scope::Row || *u > 4),
        channels,
        certainty: cells.as_ref().map(|c| c.certainty),
        countries: cells.map_or_else(Vec::new, |c| c.countries),
        sources: sources(from.dossier, clause, n.unwrap_or(0)),
    }
}

/// The entries of the source register that a key clause finds wanting: those without a documented fact under the
/// check's name. Named only if there are as many as the clause counts, so that nobody is asked about the wrong ones.
fn sources(dossier: &Dossier, clause: &Clause, n: u64) -> Vec<Label> {
    if !OF_SOURCES.contains(&clause.check.as_str()) {
        return Vec::new();
    }
    let known = |s: &&crate::record::dossier::Source| {
        let said =
            |f: &crate::record::dossier::Fact| f.check == clause.check && f.grade > Grade::Declared;
        !s.facts.iter().any(said) && dossier.reviews(&clause.check, Some(&s.id)).next().is_none()
    };
    let open = dossier.sources().iter().filter(known);
    let open: Vec<Label> = open.map(|s| s.id.clone()).collect();
    if open.len() as u64 == n {
        open
    } else {
        Vec::new()
    }
}
