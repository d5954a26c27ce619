//! `--format json`: schema `beleg.report/1`. Within a major number only additions; keys in lowerCamelCase, values in
//! kebab-case; numbers are whole, shares are computed by the reader, bounds are decimal text.

use std::collections::BTreeMap;

use serde::Serialize;

use super::disclaimer::DISCLAIMER;
use super::{Line, Paths, Report, Signature, Way};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::lang::Lang;
use crate::record::census::{ListFile, Tool};
use crate::record::ledger::Reason;
use crate::record::policy::{Bound, Owner};
use crate::record::verdict::{Acquisition, Contact, Decided, Finding, Status, Word};

pub const SCHEMA: &str = "beleg.report/1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    schema: &'static str,
    record: &'a str,
    as_of: Day,
    tool: &'a Tool,
    policy: PolicyWire<'a>,
    subjects: &'a [ListFile],
    rows: RowsWire<'a>,
    acquisition: Acquisition,
    contact: Contact,
    exit: u8,
    findings: Vec<LineWire<'a>>,
    path: PathsWire<'a>,
    tasks: Vec<TaskWire<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    decisions: &'a [Decided],
    signature: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signed_by: Vec<&'a str>,
    disclaimer: &'static str,
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
    quarantined: &'a BTreeMap<Reason, u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineWire<'a> {
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

#[derive(Serialize)]
struct PathsWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    acquisition: Option<WayWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<WayWire<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WayWire<'a> {
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

#[derive(Serialize)]
struct TaskWire<'a> {
    code: &'a str,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
}

/// One line of JSON. The keys and codes are the same in every language; titles and disclaimer follow `lang`.
pub fn render(report: &Report, lang: Lang) -> String {
    let wire = Wire {
        schema: SCHEMA,
        record: &report.record,
        as_of: report.as_of,
        tool: &report.tool,
        policy: PolicyWire {
            id: &report.policy.id,
            version: &report.policy.version,
            sha256: report.policy.sha256,
            review_by: report.policy.review_by,
            shipped: if report.policy.shipped {
                "unchanged"
            } else {
                "own"
            },
            review_due: report.as_of > report.policy.review_by,
        },
        subjects: &report.subjects,
        rows: RowsWire {
            read: report.rows.read,
            loaded: report.rows.loaded,
            quarantined: &report.rows.quarantined,
        },
        acquisition: Acquisition {
            findings: whole(&report.acquisition.findings),
            ..report.acquisition.clone()
        },
        contact: Contact {
            findings: whole(&report.contact.findings),
            ..report.contact.clone()
        },
        exit: report.exit,
        findings: report.findings.iter().map(|l| line(l, lang)).collect(),
        path: paths(&report.path),
        tasks: report
            .tasks
            .iter()
            .map(|t| TaskWire {
                code: &t.code,
                status: t.status,
                due: t.due,
            })
            .collect(),
        decisions: &report.decisions,
        signature: match report.signature {
            Signature::NotChecked => "not-checked",
            Signature::Signed(_) => "signed",
        },
        signed_by: match &report.signature {
            Signature::NotChecked => Vec::new(),
            Signature::Signed(keys) => keys.iter().map(String::as_str).collect(),
        },
        disclaimer: DISCLAIMER.get(lang),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
}

/// Every status with its number: a reader need not know that an absent one is nought.
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

fn line(l: &Line, lang: Lang) -> LineWire<'_> {
    LineWire {
        finding: &l.finding,
        certainty: l.certainty.name(),
        max: &l.max,
        max_unproven: &l.max_unproven,
        law: &l.law,
        remedy: l.remedy.as_deref(),
        title: l.title.get(lang),
    }
}

fn paths(paths: &Paths) -> PathsWire<'_> {
    PathsWire {
        acquisition: paths.acquisition.as_ref().map(way),
        contact: paths.contact.as_ref().map(way),
    }
}

fn way(way: &Way) -> WayWire<'_> {
    WayWire {
        at_best: way.at_best,
        steps: way
            .steps
            .iter()
            .map(|s| StepWire {
                remedy: &s.remedy,
                owed_by: s.owed_by,
                clauses: &s.clauses,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn names_and_values_are_those_of_the_schema() {
        let text = render(&sample::report(), Lang::En);
        let v: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(v["schema"], "beleg.report/1");
        assert_eq!(v["asOf"], "2026-11-23");
        assert_eq!(v["policy"]["reviewBy"], "2027-05-23");
        assert_eq!(v["rows"]["quarantined"]["too-many-fields"], 7);
        assert_eq!(v["acquisition"]["verdict"], "conditional");
        assert_eq!(v["acquisition"]["setAsideUnproven"], 3_472);
        assert_eq!(v["acquisition"]["findings"]["not-applicable"], 27);
        assert_eq!(v["contact"]["findings"]["unproven"], 0);
        assert_eq!(v["contact"]["channels"]["phone"]["withheldBad"], 2_410);
        assert_eq!(v["findings"][0]["code"], "PER-02");
        assert_eq!(v["findings"][0]["max"]["share"], "0.01");
        assert_eq!(v["findings"][0]["certainty"], "H");
        assert_eq!(v["path"]["acquisition"]["atBest"], "no-objection");
        assert_eq!(v["path"]["acquisition"]["steps"][0]["owedBy"], "vendor");
        assert_eq!(v["tasks"][0]["due"], "2026-12-21");
        assert_eq!(v["signature"], "not-checked");
        assert_eq!(text.lines().count(), 1);
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn every_finding_stands_in_it() {
        let report = sample::report();
        let v: serde_json::Value = serde_json::from_str(&render(&report, Lang::De)).expect("JSON");
        let codes: Vec<&str> = v["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .filter_map(|f| f["code"].as_str())
            .collect();
        let expected: Vec<&str> = report
            .findings
            .iter()
            .map(|l| l.finding.code.as_str())
            .collect();
        assert_eq!(codes, expected);
    }
}
