//! `--format csv`: one line per word, channel, finding and decision, UTF-8 after RFC 4180.

use super::disclaimer::NOTICE;
use super::wire::SCHEMA;
use super::{Line, Missing, Report, Way};
use crate::base::csv::record;
use crate::base::lang::Lang;
use crate::record::policy::Bound;
use crate::record::verdict::{Block, Word};

/// The columns, in their order. Names and values are those of the JSON form.
pub const COLUMNS: [&str; 49] = [
    "type",
    "code",
    "block",
    "channel",
    "verdict",
    "atBest",
    "status",
    "severity",
    "level",
    "certainty",
    "units",
    "bad",
    "unproven",
    "few",
    "max",
    "maxUnproven",
    "grade",
    "reason",
    "withhold",
    "law",
    "line",
    "remedy",
    "due",
    "title",
    "read",
    "loaded",
    "quarantined",
    "accepted",
    "setAside",
    "setAsideBad",
    "setAsideUnproven",
    "usable",
    "withheldBad",
    "withheldUnproven",
    "noAddress",
    "country",
    "subscriber",
    "mailbox",
    "value",
    "by",
    "on",
    "schema",
    "record",
    "asOf",
    "policy",
    "signature",
    "missing",
    "notice",
    "banner",
];

/// Words first, then channels, findings in the order of the report, decisions.
pub fn render(report: &Report, lang: Lang) -> String {
    let mut table = Table {
        constant: constant(report, lang),
        out: String::new(),
    };
    record(COLUMNS.into_iter(), false, &mut table.out);
    let paths = report.path.as_ref();
    let best = |way: Option<&Way>| way.map_or("", |w: &Way| w.at_best.name()).to_owned();
    let o = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let a = &report.acquisition;
    table.add(&[
        ("type", "verdict".to_owned()),
        ("block", Block::Acquisition.name().to_owned()),
        ("verdict", a.verdict.name().to_owned()),
        ("atBest", best(paths.and_then(|p| p.acquisition.as_ref()))),
        ("read", report.rows.read.to_string()),
        ("loaded", report.rows.loaded.to_string()),
        ("quarantined", report.rows.quarantined().to_string()),
        ("accepted", o(a.accepted)),
        ("setAside", o(a.set_aside)),
        ("setAsideBad", o(a.set_aside_bad)),
        ("setAsideUnproven", o(a.set_aside_unproven)),
    ]);
    table.add(&[
        ("type", "verdict".to_owned()),
        ("block", Block::Contact.name().to_owned()),
        ("verdict", report.contact.verdict.name().to_owned()),
        ("atBest", best(paths.and_then(|p| p.contact.as_ref()))),
    ]);
    for (channel, w) in &report.contact.channels {
        let word: Word = w.verdict;
        table.add(&[
            ("type", "channel".to_owned()),
            ("block", Block::Contact.name().to_owned()),
            ("channel", channel.name().to_owned()),
            ("verdict", word.name().to_owned()),
            ("usable", w.usable.to_string()),
            ("withheldBad", w.withheld_bad.to_string()),
            ("withheldUnproven", w.withheld_unproven.to_string()),
            ("noAddress", w.no_address.to_string()),
        ]);
    }
    for line in &report.findings {
        table.add(&finding(line, report, lang));
    }
    for d in &report.decisions {
        table.add(&[
            ("type", "decision".to_owned()),
            ("block", Block::Contact.name().to_owned()),
            ("channel", d.channel.name().to_owned()),
            ("country", d.country.clone()),
            ("subscriber", d.subscriber.clone().unwrap_or_default()),
            ("mailbox", d.mailbox.clone().unwrap_or_default()),
            ("value", d.value.clone()),
            ("line", d.line.to_string()),
            ("by", d.decision.by.to_string()),
            ("on", d.decision.on.to_string()),
            ("title", d.decision.reason.to_string()),
        ]);
    }
    table.out
}

/// What stands in every line, so that each can be read alone.
fn constant(report: &Report, lang: Lang) -> Vec<(&'static str, String)> {
    let missing: Vec<&str> = report.missing.iter().map(|m: &Missing| m.name()).collect();
    let banner = report.banner().map_or("", |b| b.get(lang));
    vec![
        ("schema", SCHEMA.to_owned()),
        ("record", report.record.clone()),
        ("asOf", report.as_of.to_string()),
        (
            "policy",
            format!("{} {}", report.policy.id, report.policy.version),
        ),
        ("signature", report.signature.name().to_owned()),
        ("missing", missing.join(" ")),
        ("notice", NOTICE.get(lang).to_owned()),
        ("banner", banner.to_owned()),
    ]
}

fn finding(line: &Line, report: &Report, lang: Lang) -> Vec<(&'static str, String)> {
    let f = &line.finding;
    let o = |n: Option<u64>| n.map_or_else(String::new, |n| n.to_string());
    let bound = |b: &Bound| match b {
        Bound::Count(n) => n.to_string(),
        Bound::Share(s) => s.as_str().to_owned(),
    };
    let task = report.tasks.iter().find(|t| t.code == f.code);
    let due = task.and_then(|t| t.due);
    vec![
        ("type", "finding".to_owned()),
        ("code", f.code.clone()),
        ("block", f.block.name().to_owned()),
        ("status", f.status.name().to_owned()),
        ("severity", f.severity.name().to_owned()),
        ("level", f.level.name().to_owned()),
        ("certainty", line.certainty.name().to_owned()),
        ("units", o(f.units)),
        ("bad", o(f.bad)),
        ("unproven", o(f.unproven)),
        ("few", f.few.join(" ")),
        ("max", bound(&line.max)),
        ("maxUnproven", bound(&line.max_unproven)),
        ("grade", f.grade.clone().unwrap_or_default()),
        ("reason", f.reason.clone().unwrap_or_default()),
        ("withhold", f.withhold.join(" ")),
        ("law", line.law.join("; ")),
        ("line", f.line.to_string()),
        ("remedy", line.remedy.clone().unwrap_or_default()),
        ("due", due.map_or_else(String::new, |d| d.to_string())),
        ("title", line.title.get(lang).to_owned()),
    ]
}

struct Table {
    constant: Vec<(&'static str, String)>,
    out: String,
}

impl Table {
    /// One line; columns that are not named stay empty.
    fn add(&mut self, cells: &[(&'static str, String)]) {
        let named = |column: &str| {
            let of = |all: &'_ [(&'static str, String)]| {
                let found = all.iter().find(|(name, _)| *name == column);
                found.map(|(_, text)| text.clone())
            };
            of(cells).or_else(|| of(&self.constant)).unwrap_or_default()
        };
        let line: Vec<String> = COLUMNS.into_iter().map(named).collect();
        record(line.iter().map(String::as_str), false, &mut self.out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::csv::tests::read;
    use crate::report::{Signature, sample};

    #[test]
    fn every_line_has_every_column_and_says_what_it_is_about() {
        let mut report = sample::report();
        report.signature = Signature::Unverified;
        let rows = read(&render(&report, Lang::De));
        assert_eq!(rows[0], COLUMNS);
        let at = |name: &str| COLUMNS.iter().position(|c| *c == name).expect("a column");
        assert!(rows.iter().all(|r| r.len() == COLUMNS.len()));
        for row in &rows[1..] {
            assert_eq!(row[at("record")], report.record);
            assert!(row[at("banner")].starts_with("NICHT VERIFIZIERT"));
            assert!(row[at("notice")].contains("keine Rechtsberatung"));
        }
        assert_eq!(rows[1][at("verdict")], "conditional");
        assert_eq!(rows[1][at("accepted")], "243040");
        assert_eq!(rows[1][at("quarantined")], "11");
        assert_eq!(rows.len(), 1 + 2 + 3 + 7);
    }
}
