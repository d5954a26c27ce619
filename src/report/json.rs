//! `--format json`: one document. Within a major number of the schema only additions.

use serde::Serialize;

use super::disclaimer::DISCLAIMER;
use super::wire::{self, Head, LineWire, TaskWire, WayWire};
use super::{Missing, Report};
use crate::base::lang::Lang;
use crate::record::verdict::{Acquisition, Contact, Decided};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Only if nobody vouches for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    banner: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [Missing],
    acquisition: Acquisition,
    contact: Contact,
    exit: u8,
    findings: Vec<LineWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<PathsWire<'a>>,
    tasks: Vec<TaskWire<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    decisions: &'a [Decided],
    signature: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    signed_by: &'a [String],
    disclaimer: &'static str,
}

#[derive(Serialize)]
struct PathsWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    acquisition: Option<WayWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<WayWire<'a>>,
}

/// One line of JSON. The keys and codes are the same in every language; titles and disclaimer follow `lang`.
pub fn render(report: &Report, lang: Lang) -> String {
    let wire = Wire {
        head: Head::of(report),
        banner: report.banner().map(|b| b.get(lang)),
        missing: &report.missing,
        acquisition: wire::acquisition(report),
        contact: wire::contact(report),
        exit: report.exit,
        findings: report
            .findings
            .iter()
            .map(|l| LineWire::of(l, lang))
            .collect(),
        path: report.path.as_ref().map(|paths| PathsWire {
            acquisition: paths.acquisition.as_ref().map(WayWire::of),
            contact: paths.contact.as_ref().map(WayWire::of),
        }),
        tasks: report.tasks.iter().map(TaskWire::of).collect(),
        decisions: &report.decisions,
        signature: report.signature.name(),
        signed_by: report.signature.keys(),
        disclaimer: DISCLAIMER.get(lang),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
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
