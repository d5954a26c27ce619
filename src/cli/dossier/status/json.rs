//! The state of both files for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Group, group, next};
use crate::base::clock::Day;
use crate::base::error::printable;
use crate::cli::dossier::against::Standing;
use crate::cli::dossier::held::Held;
use crate::record::dossier::{Grade, Word};
use crate::record::needs::{Asked, Need, Standing as Is};
use crate::record::policy::Owner;
use crate::record::verdict::Severity;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct State<'a> {
    kind: &'static str,
    dossier: String,
    exists: bool,
    policy: String,
    as_of: Day,
    /// Whether a list was audited, so that no condition stands open.
    audited: bool,
    papers: Vec<Paper<'a>>,
    next: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Paper<'a> {
    slot: &'static str,
    paper: &'static str,
    /// `vendor` or `buyer`.
    file: &'static str,
    /// `yes`, `if`, `no`.
    asked: &'static str,
    #[serde(rename = "if", skip_serializing_if = "BTreeMap::is_empty")]
    conditions: BTreeMap<&'a str, &'a [String]>,
    state: &'static str,
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dated_by: Option<Word>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Day>,
    age: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
    questions: &'a [&'a str],
    answered: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    owed_by: Option<Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    clauses: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'a str>,
}

pub fn render(held: &Held, standing: &Standing, needs: &[Need<'_>]) -> String {
    let policy = standing.policy();
    let state = State {
        kind: "dossier-status",
        dossier: printable(&held.name()),
        exists: held.exists,
        policy: format!("{} {}", policy.id, policy.version),
        as_of: standing.as_of,
        audited: standing.audited.is_some(),
        papers: needs.iter().map(paper).collect(),
        next: next(held, standing, needs),
    };
    serde_json::to_string(&state).unwrap_or_default() + "\n"
}

fn paper<'a>(need: &'a Need<'a>) -> Paper<'a> {
    let conditions = match &need.asked {
        Asked::If(all) => all.iter().copied().collect(),
        _ => BTreeMap::new(),
    };
    Paper {
        slot: need.slot.number,
        paper: need.slot.kind,
        file: if need.own { "buyer" } else { "vendor" },
        asked: match need.asked {
            Asked::Yes => "yes",
            Asked::If(_) => "if",
            Asked::No => "no",
        },
        conditions,
        state: match need.standing {
            Is::Missing => "missing",
            Is::NotAtHand => "not-at-hand",
            Is::Altered => "altered",
            Is::Undated => "undated",
            Is::DateIllegible => "date-illegible",
            Is::Expired => "expired",
            Is::AfterAsOf => "after-as-of",
            Is::TooOld => "too-old",
            Is::InDate => "in-date",
        },
        open: matches!(group(need), Group::Wanting | Group::Perhaps | Group::Unread),
        date: need.date,
        dated_by: need.dated_by,
        expires: need.expires,
        age: need.age,
        grade: need.grade,
        questions: &need.questions,
        answered: need.answered,
        owed_by: need.owed_by,
        severity: need.severity,
        clauses: &need.clauses,
        remedy: need.remedy,
    }
}
