//! From TOML to a draft that keeps every place, and from a draft without errors to a [`Policy`].

use std::collections::BTreeMap;
use std::ops::Range;

use super::bound::Share;
use super::lint::Lint;
use super::{Bound, Catalogue, Clause, Owner, Policy, Remedy, Target, WaiverRules};
use crate::base::code::policy as codes;
use crate::base::digest::Sha256;
use crate::base::error::Result;
use crate::base::lang::Text;
use crate::base::tree::{Codes, Fields, Tree, Value};
use crate::record::ask::{First, Fold, Group};
use crate::record::census::CheckRef;
use crate::record::channel::Channel;
use crate::record::matrix::{
    Cell, Certainty, MAILBOXES, Matrix, SUBSCRIBERS, Value as MatrixValue,
};
use crate::record::verdict::{Block, Level, Severity};
use crate::text;

const CODES: Codes = Codes {
    syntax: &codes::SYNTAX,
    unknown: &codes::UNKNOWN_FIELD,
    value: &codes::VALUE,
    missing: &codes::MISSING,
};

/// A text with its place.
#[derive(Clone, Debug)]
pub struct At {
    pub text: String,
    pub span: Range<usize>,
}

/// A condition of `where`.
pub struct Condition {
    pub check: At,
    pub bins: Vec<At>,
    pub span: Range<usize>,
}

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

/// A map of checks to bins, as in `[address]`.
pub type Bins = Vec<Condition>;

/// `[fold.…]` as written.
pub struct FoldDraft {
    pub check: Option<At>,
    pub first: Vec<(At, At, Vec<At>)>,
    pub groups: Vec<(&'static str, Vec<At>)>,
}

/// Everything that has places and is tested against the catalogue.
pub struct Whole {
    pub clauses: Vec<Draft>,
    pub folds: [Option<FoldDraft>; 2],
    pub address: Vec<(Channel, Bins)>,
    pub absent: Vec<(At, At)>,
    pub matrix: Vec<(Cell, Range<usize>)>,
    pub remedies: Vec<(Remedy, Range<usize>)>,
}

pub fn parse(file: &str, text: &str, catalogue: Catalogue) -> Result<Policy> {
    let tree = Tree::parse(file, text, CODES, true, true)?;
    let root = tree.root();
    for later in ["check", "checks"] {
        if let Some(v) = root.get(later) {
            v.error(
                &codes::NOT_SUPPORTED,
                text!(
                    "own checks are not supported by this version",
                    "eigene Prüfpunkte kennt diese Version noch nicht"
                ),
            );
        }
    }
    let head = root.need("policy").and_then(|v| v.table()).map(head);
    let folds = folds(&root);
    let address = address(&root);
    let absent = pairs(root.get("absent"));
    let read_as_open = read_as_open(root.get("read-as-open"));
    let countries = catalogue.bins("country");
    let matrix: Vec<_> = list(&root, "matrix")
        .into_iter()
        .filter_map(|t| cell(t, &countries))
        .collect();
    let remedies: Vec<_> = list(&root, "remedy")
        .into_iter()
        .filter_map(remedy)
        .collect();
    let clauses: Vec<Draft> = list(&root, "clause").into_iter().map(clause).collect();
    if clauses.is_empty() {
        root.need("clause");
    }
    root.close_as(text!("no part of a policy", "kein Teil eines Regelwerks"));

    let whole = Whole {
        clauses,
        folds,
        address,
        absent,
        matrix,
        remedies,
    };
    let lint = Lint {
        tree: &tree,
        catalogue: &catalogue,
        whole: &whole,
    };
    lint.all();
    let policy = build(text, head.flatten(), whole, read_as_open, &catalogue);
    if let (Some(policy), false) = (&policy, tree.has_errors()) {
        super::lint::sizes(&tree, policy);
    }
    tree.finish(|| policy).map(|(p, _)| p)
}

fn build(
    text: &str,
    head: Option<Head>,
    whole: Whole,
    read_as_open: BTreeMap<Channel, std::collections::BTreeSet<MatrixValue>>,
    catalogue: &Catalogue,
) -> Option<Policy> {
    let head = head?;
    let [subscriber, mailbox] = whole.folds;
    let clauses = whole
        .clauses
        .into_iter()
        .map(|d| d.build(catalogue))
        .collect::<Option<Vec<_>>>()?;
    Some(Policy {
        id: head.id,
        version: head.version,
        review_by: head.review_by,
        sha256: Sha256::of(text.as_bytes()),
        waiver_rules: head.waivers,
        subscriber: subscriber?.build("subscriber", catalogue)?,
        mailbox: mailbox?.build("mailbox", catalogue)?,
        address: whole
            .address
            .into_iter()
            .map(|(c, bins)| {
                let bins = bins
                    .into_iter()
                    .map(|b| {
                        let sorted = in_order(catalogue, &b.check.text, &b.bins);
                        (b.check.text, sorted)
                    })
                    .collect();
                (c, bins)
            })
            .collect(),
        matrix: Matrix::new(
            whole.matrix.into_iter().map(|(c, _)| c).collect(),
            read_as_open,
        ),
        clauses,
        remedies: whole
            .remedies
            .into_iter()
            .map(|(r, _)| (r.code.clone(), r))
            .collect(),
        checks: catalogue.clone(),
    })
}

/// Bins in the order of their check: equal sets make equal asks.
fn in_order(catalogue: &Catalogue, check: &str, bins: &[At]) -> Vec<String> {
    catalogue
        .bins(check)
        .into_iter()
        .filter(|b| bins.iter().any(|x| x.text == *b))
        .map(str::to_owned)
        .collect()
}

impl FoldDraft {
    fn build(self, name: &str, catalogue: &Catalogue) -> Option<Fold> {
        let check = self.check?.text;
        Some(Fold {
            name: name.to_owned(),
            first: self
                .first
                .into_iter()
                .map(|(check, group, bins)| First {
                    bins: in_order(catalogue, &check.text, &bins),
                    check: check.text,
                    group: group.text,
                })
                .collect(),
            groups: self
                .groups
                .into_iter()
                .map(|(name, bins)| Group {
                    name: name.to_owned(),
                    bins: in_order(catalogue, &check, &bins),
                })
                .collect(),
            check,
        })
    }
}

impl Draft {
    fn build(self, catalogue: &Catalogue) -> Option<Clause> {
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

struct Head {
    id: String,
    version: String,
    review_by: crate::base::clock::Day,
    waivers: WaiverRules,
}

fn head(t: Fields<'_, '_>) -> Option<Head> {
    for (later, shown) in [("extends", "extends"), ("drop", "drop")] {
        if let Some(v) = t.get(later) {
            v.error(
                &codes::NOT_SUPPORTED,
                text!(
                    "`{shown}` is not supported by this version",
                    "`{shown}` kennt diese Version noch nicht"
                ),
            );
        }
    }
    let word = |name| {
        let v = t.need(name)?;
        let found = v.str()?;
        let plain = (1..=40).contains(&found.len())
            && found
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
        if !plain {
            v.error(
                &codes::CODE_FORM,
                text!(
                    "`{name}` consists of at most 40 small letters, digits, `.`, `_`, `-`",
                    "`{name}` besteht aus höchstens 40 Kleinbuchstaben, Ziffern, `.`, `_`, `-`"
                ),
            );
        }
        plain.then(|| found.to_owned())
    };
    let (id, version) = (word("id"), word("version"));
    let review_by = t.need("review-by").and_then(|v| v.day());
    let mut waivers = WaiverRules {
        max_days: 180,
        approver_must_differ: true,
    };
    if let Some(w) = t.get("waivers").and_then(|v| v.table()) {
        if let Some(days) = w.get("max-days").and_then(|v| v.uint()) {
            waivers.max_days = days;
        }
        if let Some(differ) = w.get("approver-must-differ").and_then(|v| v.bool()) {
            waivers.approver_must_differ = differ;
        }
        w.close();
    }
    t.close();
    Some(Head {
        id: id?,
        version: version?,
        review_by: review_by?,
        waivers,
    })
}

fn list<'t, 's>(root: &Fields<'t, 's>, name: &'static str) -> Vec<Fields<'t, 's>> {
    root.get(name).and_then(|v| v.tables()).unwrap_or_default()
}

fn at(v: &Value<'_, '_>) -> Option<At> {
    Some(At {
        text: v.str()?.to_owned(),
        span: v.span(),
    })
}

fn ats(v: Option<Value<'_, '_>>) -> Vec<At> {
    v.and_then(|v| v.array())
        .unwrap_or_default()
        .iter()
        .filter_map(at)
        .collect()
}

/// A free-form table of texts.
fn pairs(v: Option<Value<'_, '_>>) -> Vec<(At, At)> {
    let Some(t) = v.and_then(|v| v.table()) else {
        return Vec::new();
    };
    t.entries()
        .into_iter()
        .filter_map(|(k, v)| {
            let key = At {
                text: k.text.to_owned(),
                span: k.span,
            };
            Some((key, at(&v)?))
        })
        .collect()
}

/// A free-form table of lists of bins.
fn bins(v: Option<Value<'_, '_>>) -> Bins {
    let Some(t) = v.and_then(|v| v.table()) else {
        return Vec::new();
    };
    t.entries()
        .into_iter()
        .map(|(k, v)| Condition {
            check: At {
                text: k.text.to_owned(),
                span: k.span,
            },
            span: v.span(),
            bins: ats(Some(v)),
        })
        .collect()
}

fn folds(root: &Fields<'_, '_>) -> [Option<FoldDraft>; 2] {
    let Some(t) = root.need("fold").and_then(|v| v.table()) else {
        return [None, None];
    };
    let one = |name, groups: [&'static str; 2]| {
        let f = t.need(name)?.table()?;
        let mut first = Vec::new();
        for (check, groups) in f
            .get("first")
            .and_then(|v| v.table())
            .map(|t| t.entries())
            .unwrap_or_default()
        {
            let Some(groups) = groups.table() else {
                continue;
            };
            for (group, bins) in groups.entries() {
                first.push((
                    At {
                        text: check.text.to_owned(),
                        span: check.span.clone(),
                    },
                    At {
                        text: group.text.to_owned(),
                        span: group.span,
                    },
                    ats(Some(bins)),
                ));
            }
        }
        let draft = FoldDraft {
            check: f.need("check").as_ref().and_then(at),
            first,
            groups: groups.map(|g| (g, ats(f.need(g)))).to_vec(),
        };
        f.close();
        Some(draft)
    };
    let both = [one("subscriber", SUBSCRIBERS), one("mailbox", MAILBOXES)];
    t.close();
    both
}

fn address(root: &Fields<'_, '_>) -> Vec<(Channel, Bins)> {
    let Some(t) = root.need("address").and_then(|v| v.table()) else {
        return Vec::new();
    };
    let all = Channel::ALL
        .into_iter()
        .filter_map(|c| Some((c, bins(Some(t.need(c.name())?)))))
        .collect();
    t.close();
    all
}

fn read_as_open(
    v: Option<Value<'_, '_>>,
) -> BTreeMap<Channel, std::collections::BTreeSet<MatrixValue>> {
    let Some(t) = v.and_then(|v| v.table()) else {
        return BTreeMap::new();
    };
    let names: Vec<&str> = MatrixValue::ALL.iter().map(|v| v.name()).collect();
    let all = Channel::ALL
        .into_iter()
        .filter_map(|c| {
            let values = t.get(c.name())?.array()?;
            let values = values
                .iter()
                .filter_map(|v| MatrixValue::find(v.one_of(&names)?))
                .collect();
            Some((c, values))
        })
        .collect();
    t.close();
    all
}

fn texts(v: Option<Value<'_, '_>>) -> Vec<String> {
    ats(v).into_iter().map(|a| a.text).collect()
}

/// A list that must be there and not be empty.
fn law(t: &Fields<'_, '_>) -> Option<Vec<String>> {
    let v = t.need("law")?;
    let all = texts(Some(v.clone()));
    if all.is_empty() || all.iter().any(|l| l.trim().is_empty()) {
        v.error(
            &codes::MISSING,
            text!(
                "no source of law is named",
                "keine Rechtsquelle ist genannt"
            ),
        );
    }
    Some(all)
}

fn two_languages(t: &Fields<'_, '_>, name: &'static str) -> Option<Text> {
    both(&t.need(name)?)
}

fn both(v: &Value<'_, '_>) -> Option<Text> {
    let t = v.table()?;
    let one = |lang| {
        let v = t.need(lang)?;
        let s = v.str()?;
        if s.trim().is_empty() {
            v.error(
                &codes::MISSING,
                text!("the text is empty", "der Text ist leer"),
            );
        }
        Some(s.to_owned())
    };
    let (en, de) = (one("en"), one("de"));
    t.close();
    Some(Text { en: en?, de: de? })
}

fn cell(t: Fields<'_, '_>, countries: &[&str]) -> Option<(Cell, Range<usize>)> {
    const CHANNELS: [&str; 5] = ["email", "phone", "sms", "auto-call", "post"];
    let words = |name, all: &[&str]| t.need(name).and_then(|v| v.one_of(all).map(str::to_owned));
    let known: Vec<&str> = countries
        .iter()
        .copied()
        .filter(|c| !["other", "illegible", "blank"].contains(c))
        .collect();
    let country = words("country", &known);
    let channel = words("channel", &CHANNELS);
    let subscriber = words("subscriber", &[SUBSCRIBERS[0], SUBSCRIBERS[1], "any"]);
    let mailbox = words("mailbox", &[MAILBOXES[0], MAILBOXES[1], "any"]);
    let values: Vec<&str> = MatrixValue::ALL
        .iter()
        .map(|v| v.name())
        .filter(|v| *v != "open")
        .chain(["depends", "unknown"])
        .collect();
    let written = words("value", &values);
    let certainty = words("certainty", &Certainty::NAMES);
    let law = law(&t);
    let text = |name| t.get(name).and_then(|v| v.str().map(str::to_owned));
    let (register, register_scope) = (text("register"), text("register-scope"));
    let max_age_days = t.get("max-age-days").and_then(|v| v.uint());
    let valid_from = t.get("valid-from").and_then(|v| v.day());
    let (line, span) = (t.line(), t.span());
    t.close();
    let any = |s: Option<String>| s.map(|s| (s != "any").then_some(s));
    let cell = Cell {
        country: country?,
        channel: Channel::find(&channel?)?,
        subscriber: any(subscriber)?,
        mailbox: any(mailbox)?,
        written: written?,
        certainty: Certainty::find(&certainty?)?,
        law: law?,
        register,
        register_scope,
        max_age_days,
        valid_from,
        line,
    };
    Some((cell, span))
}

fn remedy(t: Fields<'_, '_>) -> Option<(Remedy, Range<usize>)> {
    let code = t.need("code").and_then(|v| v.str().map(str::to_owned));
    let owed_by = t
        .need("owed-by")
        .and_then(|v| v.one_of(&["vendor", "buyer", "reviewer", "counsel"]));
    let objects = texts(t.need("objects"));
    let sentence = two_languages(&t, "sentence");
    let if_unknown = t.get("if-unknown").and_then(|v| both(&v));
    let (line, span) = (t.line(), t.span());
    t.close();
    let remedy = Remedy {
        code: code?,
        line,
        owed_by: match owed_by? {
            "vendor" => Owner::Vendor,
            "buyer" => Owner::Buyer,
            "reviewer" => Owner::Reviewer,
            _ => Owner::Counsel,
        },
        objects,
        sentence: sentence?,
        if_unknown,
    };
    Some((remedy, span))
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

fn clause(t: Fields<'_, '_>) -> Draft {
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
