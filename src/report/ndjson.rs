//! `--format ndjson`: one object per line, the first about the list, the last a summary; a stream without it is
//! incomplete. Every line can be read alone: under a banner each of them carries it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::disclaimer::NOTICE;
use super::wire::{self, Head, LineWire, TaskWire, WayWire};
use super::{Missing, Report};
use crate::base::lang::Lang;
use crate::record::channel::Channel;
use crate::record::verdict::{Acquisition, Block, ChannelWord, Contact, Decided, Word};

#[derive(Serialize)]
struct Typed<T> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    banner: Option<&'static str>,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct List<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    missing: &'a [Missing],
    signature: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    signed_by: &'a [String],
    notice: &'static str,
}

#[derive(Serialize)]
struct OfChannel<'a> {
    channel: Channel,
    #[serde(flatten)]
    word: &'a ChannelWord,
}

#[derive(Serialize)]
struct OfBlock<T> {
    block: Block,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Judged<'a> {
    #[serde(flatten)]
    contact: Contact,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    decisions: &'a [Decided],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Summary<'a> {
    record: &'a str,
    exit: u8,
    acquisition: Word,
    contact: Word,
    read: u64,
    loaded: u64,
    quarantined: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<u64>,
    /// Usable rows per channel.
    usable: BTreeMap<Channel, u64>,
    findings: u64,
    signature: &'static str,
    notice: &'static str,
}

/// Lines in the order list, findings, channels, tasks, paths, verdicts, summary.
pub fn render(report: &Report, lang: Lang) -> String {
    let mut lines = Lines {
        banner: report.banner().map(|b| b.get(lang)),
        out: String::new(),
    };
    lines.add(
        "list",
        List {
            head: Head::of(report),
            missing: &report.missing,
            signature: report.signature.name(),
            signed_by: report.signature.keys(),
            notice: NOTICE.get(lang),
        },
    );
    for line in &report.findings {
        lines.add("finding", LineWire::of(line, lang));
    }
    for (channel, word) in &report.contact.channels {
        let channel = *channel;
        lines.add("channel", OfChannel { channel, word });
    }
    for task in &report.tasks {
        lines.add("task", TaskWire::of(task));
    }
    let paths = report.path.as_ref();
    let ways = [
        (
            Block::Acquisition,
            paths.and_then(|p| p.acquisition.as_ref()),
        ),
        (Block::Contact, paths.and_then(|p| p.contact.as_ref())),
    ];
    for (block, way) in ways {
        if let Some(way) = way {
            let body = WayWire::of(way);
            lines.add("path", OfBlock { block, body });
        }
    }
    let block = Block::Acquisition;
    let body: Acquisition = wire::acquisition(report);
    lines.add("verdict", OfBlock { block, body });
    let block = Block::Contact;
    let body = Judged {
        contact: wire::contact(report),
        decisions: &report.decisions,
    };
    lines.add("verdict", OfBlock { block, body });
    lines.add("summary", summary(report, lang));
    lines.out
}

fn summary(report: &Report, lang: Lang) -> Summary<'_> {
    let channels = report.contact.channels.iter();
    Summary {
        record: &report.record,
        exit: report.exit,
        acquisition: report.acquisition.verdict,
        contact: report.contact.verdict,
        read: report.rows.read,
        loaded: report.rows.loaded,
        quarantined: report.rows.quarantined(),
        accepted: report.acquisition.accepted,
        set_aside: report.acquisition.set_aside,
        usable: channels.map(|(c, w)| (*c, w.usable)).collect(),
        findings: report.findings.len() as u64,
        signature: report.signature.name(),
        notice: NOTICE.get(lang),
    }
}

struct Lines {
    banner: Option<&'static str>,
    out: String,
}

impl Lines {
    fn add<T: Serialize>(&mut self, kind: &'static str, body: T) {
        let line = Typed {
            kind,
            banner: self.banner,
            body,
        };
        self.out
            .push_str(&serde_json::to_string(&line).unwrap_or_default());
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::{Signature, sample};

    fn lines(report: &Report) -> Vec<Value> {
        let text = render(report, Lang::En);
        text.lines()
            .map(|l| serde_json::from_str(l).expect("JSON"))
            .collect()
    }

    #[test]
    fn a_list_comes_first_and_a_summary_last() {
        let lines = lines(&sample::report());
        let kinds: Vec<&str> = lines.iter().filter_map(|l| l["type"].as_str()).collect();
        assert_eq!(kinds.first(), Some(&"list"));
        assert_eq!(kinds.last(), Some(&"summary"));
        let of = |kind: &str| kinds.iter().filter(|k| **k == kind).count();
        assert_eq!((of("finding"), of("channel"), of("verdict")), (7, 3, 2));
        assert_eq!((of("task"), of("path")), (1, 1));
        let last = &lines[lines.len() - 1];
        assert_eq!(last["usable"]["post"], 231_448);
        assert_eq!(last["findings"], 7);
        assert!(lines.iter().all(|l| l.get("banner").is_none()));
    }

    #[test]
    fn a_line_that_is_read_alone_still_says_that_nobody_vouches_for_it() {
        let mut report = sample::report();
        report.signature = Signature::Unverified;
        for line in lines(&report) {
            let banner = line["banner"].as_str().expect("a banner");
            assert!(banner.starts_with("NOT VERIFIED"), "{line}");
        }
    }
}
