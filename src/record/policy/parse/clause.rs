//! `[[clause]]`: a draft that keeps every place, and the clause of a draft without errors.

use std::ops::Range;

use super::super::bound::Share;
use super::super::{Bound, Catalogue, Clause, Target};
use super::{At, Condition, at, ats, bins, in_order, law, two_languages};
use crate::base::code::policy as codes;
use crate::base::lang::Text;
use crate::base::tree::{Fields, Value};
use crate::record::census::CheckRef;
use crate::record::channel::Channel;
use crate::record::matrix::Certainty;
use crate::record::verdict::{Block, Level, Severity};
use crate::text;

/// A clause as written.
pub struct Draft {
    pub span: Range<usize>,
    pub line: u64,
    pub code: Option<At>,
    pub check: Option<At>,
    pub conditions: Vec<Condition>,
    pub bad: Vec<At>,
    pub unproven: Vec<At>,
    pub good: Vec<At>,
    pub max: Option<(Option<Bound>, Range<usize>)>,
    pub max_unproven: Option<(Option<Bound>, Range<usize>)>,
    pub severity: Option<Severity>,
    pub block: Option<Block>,
    pub withhold: Vec<(Target, Range<usize>)>,
    pub channels: Vec<(Channel, Range<usize>)>,
    pub remedies: [Option<At>; 2],
    level: Option<Level>,
    certainty: Option<Certainty>,
    law: Vec<String>,
    seed: Vec<u64>,
    waivable: Option<bool>,
    title: Option<Text>,
    demand: Option<Text>,
}

impl Draft {
    pub fn build(self, catalogue: &Catalogue) -> Option<Clause> {
        let check: &CheckRef = catalogue.get(&self.check.as_ref()?.text)?;
        let severity = self.severity?;
        let bound = |b: Option<(Option<Bound>, Range<usize>)>| match b {
            Some((b, _)) => b,
            None => Some(Bound::NONE),
        };
        let [remedy_unproven, remedy_breached] = self.remedies.map(|r| r.map(|r| r.text));
        Some(Clause {
            code: self.code?.text,
            line: self.line,
            check: check.id.clone(),
            scope: check.scope,
            conditions: self
                .conditions
                .into_iter()
                .map(|c| {
                    let bins = in_order(catalogue, &c.check.text, &c.bins);
                    (c.check.text, bins)
                })
                .collect(),
            bad: in_order(catalogue, &check.id, &self.bad),
            unproven: in_order(catalogue, &check.id, &self.unproven),
            good: in_order(catalogue, &check.id, &self.good),
            max: bound(self.max)?,
            max_unproven: bound(self.max_unproven)?,
            severity,
            block: self.block?,
            withhold: self.withhold.into_iter().map(|(t, _)| t).collect(),
            channels: self.channels.into_iter().map(|(c, _)| c).collect(),
            level: self.level?,
            certainty: self.certainty?,
            law: self.law,
            seed: self.seed,
            waivable: self.waivable.unwrap_or(severity != Severity::Blocker),
            title: self.title?,
            demand: self.demand?,
            remedy_unproven,
            remedy_breached,
        })
    }
}

fn bound(v: Value<'_, '_>) -> (Option<Bound>, Range<usize>) {
    let span = v.span();
    let Some(t) = v.table() else {
        return (None, span);
    };
    let share = t.get("share");
    let count = t.get("count");
    t.close();
    let found = match (share, count) {
        (Some(s), None) => s.str().and_then(|text| {
            let share = Share::parse(text);
            if share.is_none() {
                s.error(
                    &codes::BOUND,
                    text!(
                        "a share is a decimal from 0 to 1 with at most nine places",
                        "ein Anteil ist eine Dezimalzahl von 0 bis 1 mit höchstens neun Stellen"
                    ),
                );
            }
            share.map(Bound::Share)
        }),
        (None, Some(c)) => c.uint().map(Bound::Count),
        _ => {
            v.error(
                &codes::BOUND,
                text!(
                    "a bound is either a share or a count",
                    "eine Schranke ist entweder ein Anteil oder eine Anzahl"
                ),
            );
            None
        }
    };
    (found, span)
}

/// Reads a clause as far as it can be read.
pub fn clause(t: Fields<'_, '_>) -> Draft {
    let word = |name, all: &[&'static str]| t.need(name).and_then(|v| v.one_of(all));
    let (line, span) = (t.line(), t.span());
    let code = t.need("code").as_ref().and_then(at);
    let check = t.need("check").as_ref().and_then(at);
    let conditions = bins(t.get("where"));
    let (bad, unproven, good) = (
        ats(t.get("bad")),
        ats(t.get("unproven")),
        ats(t.get("good")),
    );
    let (max, max_unproven) = (t.get("max").map(bound), t.get("max-unproven").map(bound));
    let severity = word("severity", &["blocker", "major", "minor", "info"]).map(|w| match w {
        "blocker" => Severity::Blocker,
        "major" => Severity::Major,
        "minor" => Severity::Minor,
        _ => Severity::Info,
    });
    let block = word("block", &["acquisition", "contact", "buyer"]).map(|w| match w {
        "acquisition" => Block::Acquisition,
        "contact" => Block::Contact,
        _ => Block::Buyer,
    });
    let channel_names = Channel::ALL.map(Channel::name);
    let all: Vec<&str> = ["hold", "all"].into_iter().chain(channel_names).collect();
    let named = |v: Option<Value<'_, '_>>, words: &[&str]| -> Vec<(String, Range<usize>)> {
        v.and_then(|v| v.array())
            .unwrap_or_default()
            .iter()
            .filter_map(|v| Some((v.one_of(words)?.to_owned(), v.span())))
            .collect()
    };
    let withhold = named(t.get("withhold"), &all)
        .into_iter()
        .filter_map(|(n, s)| Some((Target::find(&n)?, s)))
        .collect();
    let channels = named(t.get("channels"), &channel_names)
        .into_iter()
        .filter_map(|(n, s)| Some((Channel::find(&n)?, s)))
        .collect();
    let level = word("level", &["law", "guidance", "case", "default"]).map(|w| match w {
        "law" => Level::Law,
        "guidance" => Level::Guidance,
        "case" => Level::Case,
        _ => Level::Default,
    });
    let certainty = word("certainty", &Certainty::NAMES).and_then(Certainty::find);
    let law = law(&t).unwrap_or_default();
    let seed = t
        .get("seed")
        .and_then(|v| v.array())
        .unwrap_or_default()
        .iter()
        .filter_map(Value::uint)
        .collect();
    let waivable = t.get("waivable").and_then(|v| v.bool());
    let (title, demand) = (two_languages(&t, "title"), two_languages(&t, "demand"));
    let mut remedies = [None, None];
    if let Some(r) = t.get("remedy").and_then(|v| v.table()) {
        remedies = ["unproven", "breached"].map(|n| r.get(n).as_ref().and_then(at));
        r.close();
    }
    t.close_as(text!("no field of a clause", "kein Feld einer Klausel"));
    Draft {
        span,
        line,
        code,
        check,
        conditions,
        bad,
        unproven,
        good,
        max,
        max_unproven,
        severity,
        block,
        withhold,
        channels,
        remedies,
        level,
        certainty,
        law,
        seed,
        waivable,
        title,
        demand,
    }
}
