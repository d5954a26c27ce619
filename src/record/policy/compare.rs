//! What changed between two policies, by name: clauses, cells of the matrix, remedies, own checks, and the head.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Bound, Clause, Policy};
use crate::record::matrix::Cell;

/// A difference under a name. `from` or `to` is absent where the thing is new or gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// `policy`, `clause`, `matrix`, `remedy`, `check`, `fold`, `address`.
    pub part: &'static str,
    pub name: String,
    /// The field; empty where the whole thing came or went.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub field: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Everything in which `b` differs from `a`, in the order of the parts and, within a part, of `a`, then of `b`.
pub fn compare(a: &Policy, b: &Policy) -> Vec<Change> {
    let mut all = Vec::new();
    let head = |p: &Policy| {
        let rules = p.waiver_rules;
        vec![
            ("id", p.id.clone()),
            ("version", p.version.clone()),
            ("review-by", p.review_by.to_string()),
            (
                "waivers",
                format!(
                    "{} days, other approver: {}",
                    rules.max_days, rules.approver_must_differ
                ),
            ),
        ]
    };
    fields(&mut all, "policy", "", head(a), head(b));
    let clauses = |p: &Policy| {
        p.clauses
            .iter()
            .map(|c| (c.code.clone(), clause(c)))
            .collect()
    };
    part(&mut all, "clause", clauses(a), clauses(b));
    let cells = |p: &Policy| p.matrix.cells().iter().map(cell).collect();
    part(&mut all, "matrix", cells(a), cells(b));
    let remedies = |p: &Policy| {
        let one = |r: &super::Remedy| {
            let sentences = r
                .if_unknown
                .as_ref()
                .map_or_else(String::new, |t| format!("{} | {}", t.en, t.de));
            vec![
                ("owed-by", format!("{:?}", r.owed_by).to_lowercase()),
                ("objects", r.objects.join(", ")),
                ("sentence", format!("{} | {}", r.sentence.en, r.sentence.de)),
                ("if-unknown", sentences),
            ]
        };
        p.remedies
            .values()
            .map(|r| (r.code.clone(), one(r)))
            .collect()
    };
    part(&mut all, "remedy", remedies(a), remedies(b));
    let own = |p: &Policy| {
        let one = |c: &super::OwnCheck| vec![("bins", c.bins.join(", ")), ("sort", c.text.clone())];
        p.own.iter().map(|c| (c.id.clone(), one(c))).collect()
    };
    part(&mut all, "check", own(a), own(b));
    let folds = |p: &Policy| {
        [&p.subscriber, &p.mailbox]
            .into_iter()
            .map(|f| {
                let groups = f
                    .groups
                    .iter()
                    .map(|g| format!("{} = {}", g.name, g.bins.join(", ")));
                let first = f
                    .first
                    .iter()
                    .map(|x| format!("{} {} = {}", x.check, x.group, x.bins.join(", ")));
                let all: Vec<String> = first.chain(groups).collect();
                (
                    f.name.clone(),
                    vec![("check", f.check.clone()), ("groups", all.join("; "))],
                )
            })
            .collect()
    };
    part(&mut all, "fold", folds(a), folds(b));
    let address = |p: &Policy| {
        p.address
            .iter()
            .map(|(channel, absent)| {
                let bins = absent
                    .iter()
                    .map(|(c, b)| format!("{c} = {}", b.join(", ")));
                (
                    channel.name().to_owned(),
                    vec![("absent", bins.collect::<Vec<_>>().join("; "))],
                )
            })
            .collect()
    };
    part(&mut all, "address", address(a), address(b));
    all
}

type Fields = Vec<(&'static str, String)>;

fn part(
    all: &mut Vec<Change>,
    part: &'static str,
    a: Vec<(String, Fields)>,
    b: Vec<(String, Fields)>,
) {
    let there: BTreeMap<&String, &Fields> = b.iter().map(|(n, f)| (n, f)).collect();
    let change = |name: &String, from: Option<&Fields>, to: Option<&Fields>| {
        let title = |f: &Fields| f.first().map_or_else(String::new, |(_, v)| v.clone());
        Change {
            part,
            name: name.clone(),
            field: "",
            from: from.map(title),
            to: to.map(title),
        }
    };
    for (name, old) in &a {
        match there.get(name) {
            Some(new) => fields(all, part, name, old.clone(), (*new).clone()),
            None => all.push(change(name, Some(old), None)),
        }
    }
    for (name, new) in &b {
        if !a.iter().any(|(n, _)| n == name) {
            all.push(change(name, None, Some(new)));
        }
    }
}

fn fields(all: &mut Vec<Change>, part: &'static str, name: &str, a: Fields, b: Fields) {
    for ((field, from), (_, to)) in a.into_iter().zip(b) {
        if from != to {
            all.push(Change {
                part,
                name: name.to_owned(),
                field,
                from: Some(from),
                to: Some(to),
            });
        }
    }
}

fn clause(c: &Clause) -> Fields {
    let bound = |b: &Bound| match b {
        Bound::Share(s) => format!("share {}", s.as_str()),
        Bound::Count(n) => format!("count {n}"),
    };
    let conditions = c
        .conditions
        .iter()
        .map(|(k, b)| format!("{k} = {}", b.join(" | ")));
    let names = |all: Vec<&str>| all.join(", ");
    vec![
        ("title", format!("{} | {}", c.title.en, c.title.de)),
        ("check", c.check.clone()),
        ("where", conditions.collect::<Vec<_>>().join("; ")),
        ("bad", c.bad.join(", ")),
        ("unproven", c.unproven.join(", ")),
        ("good", c.good.join(", ")),
        ("max", bound(&c.max)),
        ("max-unproven", bound(&c.max_unproven)),
        ("severity", c.severity.name().to_owned()),
        ("block", c.block.name().to_owned()),
        (
            "withhold",
            names(c.withhold.iter().map(|t| t.name()).collect()),
        ),
        (
            "channels",
            names(c.channels.iter().map(|t| t.name()).collect()),
        ),
        ("level", c.level.name().to_owned()),
        ("certainty", c.certainty.name().to_owned()),
        ("law", c.law.join("; ")),
        ("waivable", c.waivable.to_string()),
        ("demand", format!("{} | {}", c.demand.en, c.demand.de)),
        (
            "remedy.unproven",
            c.remedy_unproven.clone().unwrap_or_default(),
        ),
        (
            "remedy.breached",
            c.remedy_breached.clone().unwrap_or_default(),
        ),
    ]
}

fn cell(c: &Cell) -> (String, Fields) {
    let any = |kind: &Option<String>| kind.clone().unwrap_or_else(|| "any".to_owned());
    let decided = match c.decided {
        Some(_) => " decided",
        None => "",
    };
    let (subscriber, mailbox) = (any(&c.subscriber), any(&c.mailbox));
    let name = format!(
        "{} {} {subscriber} {mailbox}{decided}",
        c.country,
        c.channel.name()
    );
    let register = c.register.as_deref().unwrap_or_default();
    let fields = vec![
        ("value", c.written.clone()),
        ("certainty", c.certainty.name().to_owned()),
        ("law", c.law.join("; ")),
        (
            "register",
            [register, c.register_scope.as_deref().unwrap_or_default()]
                .join(" ")
                .trim()
                .to_owned(),
        ),
        (
            "max-age-days",
            c.max_age_days.map_or_else(String::new, |n| n.to_string()),
        ),
        (
            "valid-from",
            c.valid_from.map_or_else(String::new, |d| d.to_string()),
        ),
        (
            "decided",
            c.decided
                .as_ref()
                .map_or_else(String::new, |d| format!("{} {} {}", d.by, d.on, d.reason)),
        ),
    ];
    (name, fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::{catalogue, shipped};

    fn changed(from: &str, to: &str) -> Vec<Change> {
        let text = Policy::shipped("eu-b2b").unwrap();
        assert!(text.contains(from), "{from}");
        let other = Policy::parse("b.toml", &text.replacen(from, to, 1), catalogue()).unwrap();
        compare(shipped(), &other)
    }

    #[test]
    fn every_part_is_compared() {
        assert_eq!(compare(shipped(), shipped()), []);
        for (from, to, part, field) in [
            (
                "version = \"2026.11\"",
                "version = \"2026.12\"",
                "policy",
                "version",
            ),
            ("max-days = 180", "max-days = 90", "policy", "waivers"),
            (
                "severity = \"major\"",
                "severity = \"minor\"",
                "clause",
                "severity",
            ),
            (
                "value = \"opt-in-soft\"",
                "value = \"opt-in\"",
                "matrix",
                "value",
            ),
            (
                "owed-by = \"vendor\"",
                "owed-by = \"buyer\"",
                "remedy",
                "owed-by",
            ),
            (
                "named = [\"named\", \"opaque\"",
                "named = [\"opaque\", \"named\"",
                "",
                "",
            ),
        ] {
            let found = changed(from, to);
            match part {
                // an order that means nothing is no difference
                "" => assert_eq!(found, [], "{from}"),
                _ => assert!(
                    found.iter().any(|c| c.part == part && c.field == field),
                    "{from}: {found:?}"
                ),
            }
        }
    }
}
