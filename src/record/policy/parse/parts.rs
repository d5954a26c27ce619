//! The parts of a policy beside its clauses: folds, addresses, values without a clause, cells of the matrix, remedies.

use std::ops::Range;

use super::super::{Catalogue, Owner, Remedy};
use super::{At, Bins, at, ats, bins, both, in_order, law, texts, two_languages};
use crate::base::label::Label;
use crate::base::tree::{Fields, Value};
use crate::record::ask::{First, Fold, Group};
use crate::record::channel::Channel;
use crate::record::matrix::{
    Cell, Certainty, Decision, MAILBOXES, SUBSCRIBERS, Value as MatrixValue,
};

/// `[fold.…]` as written.
pub struct FoldDraft {
    pub check: Option<At>,
    pub first: Vec<(At, At, Vec<At>)>,
    pub groups: Vec<(&'static str, Vec<At>)>,
}

impl FoldDraft {
    pub fn build(self, name: &str, catalogue: &Catalogue) -> Option<Fold> {
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

pub fn folds(root: &Fields<'_, '_>) -> [Option<FoldDraft>; 2] {
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

pub fn address(root: &Fields<'_, '_>) -> Vec<(Channel, Bins)> {
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

pub fn without_clause(v: Option<Value<'_, '_>>) -> Vec<(Channel, MatrixValue)> {
    let Some(t) = v.and_then(|v| v.table()) else {
        return Vec::new();
    };
    let names: Vec<&str> = MatrixValue::ALL.iter().map(|v| v.name()).collect();
    let all = Channel::ALL
        .into_iter()
        .filter_map(|c| Some((c, t.get(c.name())?.array()?)))
        .flat_map(|(c, values)| {
            let values: Vec<_> = values
                .iter()
                .filter_map(|v| Some((c, MatrixValue::find(v.one_of(&names)?)?)))
                .collect();
            values
        })
        .collect();
    t.close();
    all
}

pub fn cell(t: Fields<'_, '_>, countries: &[&str]) -> Option<(Cell, Range<usize>)> {
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
    let said = t.get("decided");
    let decided = said.as_ref().and_then(decision);
    let (line, span) = (t.line(), t.span());
    t.close();
    if said.is_some() && decided.is_none() {
        return None;
    }
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
        decided,
        line,
    };
    Some((cell, span))
}

/// `decided = { by = "counsel", on = 2026-10-01, reason = "…" }`.
fn decision(v: &Value<'_, '_>) -> Option<Decision> {
    let t = v.table()?;
    let label = |name: &'static str| {
        let v = t.need(name)?;
        let found = Label::new(v.str()?);
        if found.is_none() {
            v.wrong(
                "one line of at most 120 characters without an address",
                "eine Zeile von höchstens 120 Zeichen ohne Adresse",
            );
        }
        found
    };
    let (by, reason) = (label("by"), label("reason"));
    let on = t.need("on").and_then(|v| v.day());
    t.close();
    Some(Decision {
        by: by?,
        on: on?,
        reason: reason?,
    })
}

pub fn remedy(t: Fields<'_, '_>) -> Option<(Remedy, Range<usize>)> {
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
