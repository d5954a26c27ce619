//! What the forms for programs are made of: keys in lowerCamelCase, values in kebab-case, whole numbers, bounds as
//! decimal text. Keys and codes are the same in every language; titles follow it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Line, Report, Step, Subject, Task, Way};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::lang::Lang;
use crate::record::census::Tool;
use crate::record::ledger::Reason;
use crate::record::policy::{Bound, Owner};
use crate::record::verdict::{Acquisition, Contact, Finding, Status, Word};

/// Within a major number only additions.
pub const SCHEMA: &str = "beleg.report/1";

/// What the report is about.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Head<'a> {
    schema: &'static str,
    record: &'a str,
    as_of: Day,
    tool: &'a Tool,
    policy: PolicyWire<'a>,
    subjects: &'a [Subject],
    rows: RowsWire<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PolicyWire<'a> {
    id: &'a str,
    version: &'a str,
    sha256: Sha256,
    review_by: Day,
    /// `unchanged` or `own`.
    shipped: &'static str,
    /// Whether its review was due before the as-of date.
    review_due: bool,
}

#[derive(Serialize)]
struct RowsWire<'a> {
    read: u64,
    loaded: u64,
    /// By reason; absent where the census was withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    quarantined: Option<&'a BTreeMap<Reason, u64>>,
}

impl<'a> Head<'a> {
    pub fn of(report: &'a Report) -> Self {
        let policy = &report.policy;
        Self {
            schema: SCHEMA,
            record: &report.record,
            as_of: report.as_of,
            tool: &report.tool,
            policy: PolicyWire {
                id: &policy.id,
                version: &policy.version,
                sha256: policy.sha256,
                review_by: policy.review_by,
                shipped: if policy.shipped { "unchanged" } else { "own" },
                review_due: report.as_of > policy.review_by,
            },
            subjects: &report.subjects,
            rows: RowsWire {
                read: report.rows.read,
                loaded: report.rows.loaded,
                quarantined: report.rows.reasons.as_ref(),
            },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineWire<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    certainty: &'static str,
    max: &'a Bound,
    max_unproven: &'a Bound,
    law: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'a str>,
    title: &'a str,
}

impl<'a> LineWire<'a> {
    pub fn of(line: &'a Line, lang: Lang) -> Self {
        Self {
            finding: &line.finding,
            certainty: line.certainty.name(),
            max: &line.max,
            max_unproven: &line.max_unproven,
            law: &line.law,
            remedy: line.remedy.as_deref(),
            title: line.title.get(lang),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WayWire<'a> {
    at_best: Word,
    steps: Vec<StepWire<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StepWire<'a> {
    remedy: &'a str,
    owed_by: Owner,
    clauses: &'a [String],
}

impl<'a> WayWire<'a> {
    pub fn of(way: &'a Way) -> Self {
        let step = |s: &'a Step| StepWire {
            remedy: &s.remedy,
            owed_by: s.owed_by,
            clauses: &s.clauses,
        };
        Self {
            at_best: way.at_best,
            steps: way.steps.iter().map(step).collect(),
        }
    }
}

#[derive(Serialize)]
pub struct TaskWire<'a> {
    code: &'a str,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
}

impl<'a> TaskWire<'a> {
    pub fn of(task: &'a Task) -> Self {
        Self {
            code: &task.code,
            status: task.status,
            due: task.due,
        }
    }
}

/// The block with every status: a reader need not know that an absent one is nought.
pub fn acquisition(report: &Report) -> Acquisition {
    Acquisition {
        findings: whole(&report.acquisition.findings),
        ..report.acquisition.clone()
    }
}

/// The same of contact.
pub fn contact(report: &Report) -> Contact {
    Contact {
        findings: whole(&report.contact.findings),
        ..report.contact.clone()
    }
}

fn whole(findings: &BTreeMap<Status, u64>) -> BTreeMap<Status, u64> {
    [
        Status::Met,
        Status::Breached,
        Status::Unproven,
        Status::Waived,
        Status::NotApplicable,
    ]
    .into_iter()
    .map(|s| (s, findings.get(&s).copied().unwrap_or(0)))
    .collect()
}
