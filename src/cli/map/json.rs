//! The survey as JSON, `beleg.map/1`.

use serde::Serialize;

use super::survey::{Line, Survey};
use crate::base::digest::Sha256;
use crate::data::profile::Class;
use crate::record::census::Reading;
use crate::record::column::Column;
use crate::record::ledger::Ledger;
use crate::record::mapping::{Content, Method};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    schema: &'static str,
    file: &'a str,
    bytes: Option<u64>,
    sha256: Option<Sha256>,
    reading: Option<&'a Reading>,
    /// Of a workbook.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sheets: Vec<Sheet<'a>>,
    ledger: &'a Ledger,
    columns: Vec<One<'a>>,
    policy: &'a str,
    missing: Vec<Missing<'a>>,
    /// Nothing is missing, and nothing that the policy reads is doubtful.
    settled: bool,
}

#[derive(Serialize)]
struct Sheet<'a> {
    name: &'a str,
    visible: bool,
    read: bool,
}

#[derive(Serialize)]
struct One<'a> {
    position: usize,
    header: &'a str,
    column: Option<Column>,
    slot: u32,
    method: Method,
    confidence: u32,
    content: Content,
    filled: u64,
    classes: std::collections::BTreeMap<&'static str, u64>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    candidates: &'a [Column],
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<&'static str>,
    needed: bool,
}

#[derive(Serialize)]
struct Missing<'a> {
    /// One of them would do.
    columns: &'a [Column],
    clauses: &'a [String],
}

pub fn render(survey: &Survey<'_>) -> String {
    let list = survey.read.lists.first();
    let wire = Wire {
        schema: "beleg.map/1",
        file: &survey.file,
        bytes: list.map(|l| l.0),
        sha256: list.map(|l| l.1),
        reading: survey.read.reading.first(),
        sheets: survey
            .sheets
            .iter()
            .map(|s| Sheet {
                name: &s.name,
                visible: s.visible,
                read: s.read,
            })
            .collect(),
        ledger: &survey.read.ledger,
        columns: survey.columns.iter().enumerate().map(one).collect(),
        policy: &survey.policy,
        missing: survey
            .missing
            .iter()
            .map(|n| Missing {
                columns: &n.columns,
                clauses: &n.clauses,
            })
            .collect(),
        settled: survey.is_settled(),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
}

fn one<'a>((at, line): (usize, &'a Line<'_>)) -> One<'a> {
    let mapped = &line.mapped;
    let classes = line.profile.classes();
    One {
        position: at + 1,
        header: line.header,
        column: mapped.used(),
        slot: mapped.slot,
        method: mapped.method,
        confidence: mapped.confidence,
        content: mapped.content,
        filled: mapped.filled,
        classes: classes
            .into_iter()
            .map(|(c, n)| (Class::name(c), n))
            .collect(),
        candidates: line.candidates,
        doubt: line.doubt.map(|d| d.name()),
        needed: line.needed,
    }
}
