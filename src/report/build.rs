//! The report from census, policy, verdict and path. The one place that orders findings and looks up what clauses say.

use std::cmp::Reverse;

use super::{Line, PapersHead, Paths, PolicyHead, Report, Rows, Signature, Step, Task, Way};
use crate::base::clock::Day;
use crate::base::lang::Text;
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::dossier::Dossier;
use crate::record::path::{BlockPath, Path};
use crate::record::policy::asks::Cells;
use crate::record::policy::{Clause, Policy};
use crate::record::verdict::{Block, Finding, Severity, Status, Verdict};

/// Everything that a report is made from.
pub struct Parts<'a> {
    pub census: &'a Census,
    pub policy: &'a Policy,
    pub verdict: &'a Verdict,
    pub path: &'a Path,
    pub dossier: &'a Dossier,
    /// The record number.
    pub record: String,
    pub exit: u8,
    pub signature: Signature,
}

impl Report {
    pub fn new(parts: &Parts<'_>) -> Self {
        let Parts {
            census,
            policy,
            verdict,
            dossier,
            ..
        } = parts;
        let mut findings: Vec<Line> = verdict
            .findings
            .iter()
            .filter_map(|f| {
                let clause = policy.clause(&f.code)?;
                Some(line(f, clause, policy.cells(census, clause)))
            })
            .collect();
        findings.sort_by_cached_key(rank);
        let tasks = tasks(&findings, policy, dossier.received);
        Self {
            record: parts.record.clone(),
            as_of: census.as_of,
            tool: census.tool.clone(),
            policy: PolicyHead {
                id: policy.id.clone(),
                version: policy.version.clone(),
                sha256: policy.sha256,
                review_by: policy.review_by,
                shipped: policy.shipped_uri().is_some(),
            },
            subjects: census.lists.clone(),
            rows: Rows {
                read: census.ledger.read,
                loaded: census.ledger.loaded,
                quarantined: census.ledger.quarantined.clone(),
            },
            papers: PapersHead {
                buyer: dossier.buyer.names.clone(),
                plan: census.options.plan.clone(),
                declaration: dossier.declaration.is_some(),
                documents: dossier.documents.len() as u64,
            },
            acquisition: verdict.acquisition.clone(),
            contact: verdict.contact.clone(),
            exit: parts.exit,
            path: Paths {
                acquisition: way(parts.path.acquisition.as_ref(), policy, &findings),
                contact: way(parts.path.contact.as_ref(), policy, &findings),
            },
            findings,
            tasks,
            decisions: verdict.decisions.clone(),
            signature: parts.signature.clone(),
        }
    }
}

fn line(f: &Finding, c: &Clause, cells: Option<Cells>) -> Line {
    let breached = f.status == Status::Breached || f.bad.is_some_and(|n| n > 0);
    let remedy = if breached {
        c.remedy_breached.clone().or(c.remedy_unproven.clone())
    } else {
        c.remedy_unproven.clone()
    };
    Line {
        finding: f.clone(),
        scope: c.scope,
        title: c.title.clone(),
        certainty: c.certainty,
        max: c.max.clone(),
        max_unproven: c.max_unproven.clone(),
        law: c.law.clone(),
        remedy,
        channels: Channel::ALL
            .into_iter()
            .filter(|ch| c.concerns(*ch))
            .collect(),
        cells,
    }
}

/// Open ones by severity, breached before unproven before waived, then rows, then code; met ones that take rows, by
/// rows; the rest by code. A figure too small to be written counts as the most that it can be.
fn rank(l: &Line) -> (u8, Severity, u8, Reverse<u64>, String) {
    let rows = Reverse(l.affected().unwrap_or(4));
    let code = l.finding.code.clone();
    if l.open() {
        let status = match l.finding.status {
            Status::Breached => 0,
            Status::Unproven => 1,
            _ => 2,
        };
        (0, l.finding.severity, status, rows, code)
    } else if l.takes_rows() {
        (1, Severity::Blocker, 0, rows, code)
    } else {
        (2, Severity::Blocker, 0, Reverse(0), code)
    }
}

fn tasks(findings: &[Line], policy: &Policy, received: Option<Day>) -> Vec<Task> {
    findings
        .iter()
        .filter(|l| l.finding.block == Block::Buyer && l.open())
        .map(|l| Task {
            code: l.finding.code.clone(),
            status: l.finding.status,
            title: l.title.clone(),
            due: policy
                .clause(&l.finding.code)
                .and_then(|c| due(c, received)),
        })
        .collect()
}

/// The buyer's own notice is due within one month of receipt (GDPR Art. 14(3)(a)); the other tasks have no date.
fn due(clause: &Clause, received: Option<Day>) -> Option<Day> {
    let notice = clause.check == "buyer-notice-plan"
        || clause
            .conditions
            .get("buyer-item")
            .is_some_and(|items| items.iter().any(|i| i == "notice-and-plan"));
    received
        .filter(|_| notice)
        .map(|day| day.add_months(1).past_weekend())
}

fn way(path: Option<&BlockPath>, policy: &Policy, findings: &[Line]) -> Option<Way> {
    let path = path?;
    let steps = path
        .steps
        .iter()
        .map(|s| Step {
            remedy: s.remedy.clone(),
            sentence: policy.remedies.get(&s.remedy).map_or_else(
                || Text {
                    en: s.remedy.clone(),
                    de: s.remedy.clone(),
                },
                |r| r.sentence.clone(),
            ),
            owed_by: s.owed_by,
            clauses: s.clauses.clone(),
            rows: rows(&s.clauses, findings),
        })
        .collect();
    Some(Way {
        at_best: path.at_best,
        steps,
    })
}

/// Of a step with one row clause its rows; figures of several clauses may be about the same rows and are not added.
fn rows(codes: &[String], findings: &[Line]) -> Option<u64> {
    let [code] = codes else { return None };
    findings
        .iter()
        .find(|l| l.finding.code == *code && l.scope == Scope::Row)
        .and_then(Line::affected)
        .filter(|n| *n > 0)
}
