//! The report from census, policy, verdict and path. The one place that orders findings and looks up what clauses say.

use std::cmp::Reverse;

use super::{
    Line, Missing, PapersHead, Paths, PolicyHead, Report, Rows, Signature, Step, Subject, Task, Way,
};
use crate::base::clock::Day;
use crate::base::label::Label;
use crate::base::lang::Text;
use crate::proof::statement::RecordStatement;
use crate::record::census::{Census, Tool};
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

/// What a bundle without census and dossier still says.
pub struct Shared<'a> {
    pub statement: &'a RecordStatement,
    pub policy: &'a Policy,
    pub verdict: &'a Verdict,
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
        let findings = lines(verdict, policy, &|c| policy.cells(census, c));
        Self {
            record: parts.record.clone(),
            as_of: census.as_of,
            tool: census.tool.clone(),
            policy: head(policy),
            subjects: census
                .lists
                .iter()
                .map(|l| Subject {
                    name: l.name.clone(),
                    bytes: Some(l.bytes),
                    sha256: l.sha256,
                })
                .collect(),
            rows: Rows {
                read: census.ledger.read,
                loaded: census.ledger.loaded,
                reasons: Some(census.ledger.quarantined.clone()),
            },
            papers: Some(PapersHead {
                buyer: dossier.buyer.names.clone(),
                plan: census.options.plan.clone(),
                declaration: dossier.declaration.is_some(),
                documents: dossier.documents.len() as u64,
            }),
            acquisition: verdict.acquisition.clone(),
            contact: verdict.contact.clone(),
            exit: parts.exit,
            path: Some(Paths {
                acquisition: way(parts.path.acquisition.as_ref(), policy, &findings),
                contact: way(parts.path.contact.as_ref(), policy, &findings),
            }),
            tasks: tasks(&findings, policy, dossier.received),
            findings,
            decisions: verdict.decisions.clone(),
            signature: parts.signature.clone(),
            missing: Vec::new(),
        }
    }

    /// The report of a shared bundle: words and findings are all there, what only census or dossier tell is missing.
    pub fn shared(shared: &Shared<'_>) -> Self {
        let Shared {
            statement,
            policy,
            verdict,
            ..
        } = shared;
        let said = &statement.predicate;
        let findings = lines(verdict, policy, &|_| None);
        Self {
            record: statement.number(),
            as_of: said.as_of,
            tool: Tool {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: said.verifier.version.beleg.clone(),
            },
            policy: head(policy),
            subjects: statement
                .subject
                .iter()
                .enumerate()
                .map(|(i, s)| Subject {
                    name: Label::new(&s.name).unwrap_or_else(|| Label::position(i + 1)),
                    bytes: None,
                    sha256: s.digest.sha256,
                })
                .collect(),
            rows: Rows {
                read: said.rows.read,
                loaded: said.rows.loaded,
                reasons: None,
            },
            papers: None,
            acquisition: verdict.acquisition.clone(),
            contact: verdict.contact.clone(),
            exit: verdict.exit(false),
            path: None,
            tasks: tasks(&findings, policy, None),
            findings,
            decisions: verdict.decisions.clone(),
            signature: shared.signature.clone(),
            missing: Missing::ALL.to_vec(),
        }
    }
}

fn head(policy: &Policy) -> PolicyHead {
    PolicyHead {
        id: policy.id.clone(),
        version: policy.version.clone(),
        sha256: policy.sha256,
        review_by: policy.review_by,
        shipped: policy.shipped_uri().is_some(),
    }
}

fn lines(
    verdict: &Verdict,
    policy: &Policy,
    cells: &dyn Fn(&Clause) -> Option<Cells>,
) -> Vec<Line> {
    let findings = verdict.findings.iter();
    let mut lines: Vec<Line> = findings
        .filter_map(|f| {
            let clause = policy.clause(&f.code)?;
            Some(line(f, clause, cells(clause)))
        })
        .collect();
    lines.sort_by_cached_key(rank);
    lines
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
pub(super) fn due(clause: &Clause, received: Option<Day>) -> Option<Day> {
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
