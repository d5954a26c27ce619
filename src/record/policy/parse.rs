//! From TOML to a draft that keeps every place, and from a draft without errors to a [`Policy`].

mod clause;
mod own;
mod parts;

use std::ops::Range;

use super::lint::Lint;
use super::{Catalogue, OwnCheck, Policy, Remedy, WaiverRules};
use crate::base::code::policy as codes;
use crate::base::digest::Sha256;
use crate::base::error::Result;
use crate::base::lang::Text;
use crate::base::tree::{Codes, Fields, Tree, Value};
use crate::record::channel::Channel;
use crate::record::matrix::{Cell, Matrix, Value as MatrixValue};
use crate::text;

pub use clause::Draft;
pub use parts::FoldDraft;

pub const CODES: Codes = Codes {
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

/// A map of checks to bins, as in `[address]`.
pub type Bins = Vec<Condition>;

/// Everything that has places and is tested against the catalogue.
pub struct Whole {
    pub clauses: Vec<Draft>,
    pub folds: [Option<FoldDraft>; 2],
    pub address: Vec<(Channel, Bins)>,
    pub absent: Vec<(At, At)>,
    pub matrix: Vec<(Cell, Range<usize>)>,
    /// Values that no clause of the channel asks about, on purpose.
    pub without_clause: Vec<(Channel, MatrixValue)>,
    pub remedies: Vec<(Remedy, Range<usize>)>,
    pub own: Vec<(OwnCheck, Range<usize>)>,
    /// Names of own checks that are refused already.
    pub faulty: Vec<String>,
}

pub fn parse(file: &str, text: &str, mut catalogue: Catalogue) -> Result<Policy> {
    let tree = Tree::parse(file, text, CODES, true, true)?;
    let root = tree.root();
    let (mut own, mut faulty) = (Vec::new(), Vec::new());
    for t in list(&root, "check") {
        match own::check(t) {
            Ok(check) => own.push(check),
            Err(id) => faulty.extend(id),
        }
    }
    for (check, span) in &own {
        if !catalogue.add(check.reference()) {
            let id = &check.id;
            tree.error(
                &codes::TWICE,
                text!(
                    "there is a check `{id}` already",
                    "einen Prüfpunkt `{id}` gibt es schon"
                ),
                span.clone(),
            );
        }
    }
    let head = root.need("policy").and_then(|v| v.table()).map(head);
    let folds = parts::folds(&root);
    let address = parts::address(&root);
    let absent = pairs(root.get("absent"));
    let countries = catalogue.bins("country");
    let matrix: Vec<_> = list(&root, "matrix")
        .into_iter()
        .filter_map(|t| parts::cell(t, &countries))
        .collect();
    let without_clause = parts::without_clause(root.get("without-clause"));
    let remedies: Vec<_> = list(&root, "remedy")
        .into_iter()
        .filter_map(parts::remedy)
        .collect();
    let clauses: Vec<Draft> = list(&root, "clause")
        .into_iter()
        .map(clause::clause)
        .collect();
    if clauses.is_empty() {
        // who demands nothing would find everything in order
        let at = root.get("clause").map_or(0..0, |v| v.span());
        tree.error(
            &codes::MISSING,
            text!("there is no clause", "es gibt keine Klausel"),
            at,
        );
    }
    root.close_as(text!("no part of a policy", "kein Teil eines Regelwerks"));

    let whole = Whole {
        clauses,
        folds,
        address,
        absent,
        matrix,
        without_clause,
        remedies,
        own,
        faulty,
    };
    let lint = Lint {
        tree: &tree,
        catalogue: &catalogue,
        whole: &whole,
    };
    lint.all();
    let policy = build(text, head.flatten(), whole, &catalogue);
    if let (Some(policy), false) = (&policy, tree.has_errors()) {
        super::lint::sizes(&tree, policy);
    }
    tree.finish(|| policy).map(|(p, _)| p)
}

fn build(text: &str, head: Option<Head>, whole: Whole, catalogue: &Catalogue) -> Option<Policy> {
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
        matrix: Matrix::new(whole.matrix.into_iter().map(|(c, _)| c).collect()),
        clauses,
        remedies: whole
            .remedies
            .into_iter()
            .map(|(r, _)| (r.code.clone(), r))
            .collect(),
        own: whole.own.into_iter().map(|(c, _)| c).collect(),
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

struct Head {
    id: String,
    version: String,
    review_by: crate::base::clock::Day,
    waivers: WaiverRules,
}

fn head(t: Fields<'_, '_>) -> Option<Head> {
    // what is judged with is one text: `resolve` has put it together
    let parts = t.get("extends").and_then(|v| Some((v.array()?.len(), v)));
    if let Some((1.., v)) = parts {
        unresolved(&v, "extends");
    }
    if let Some(v) = t.get("drop") {
        unresolved(&v, "drop");
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

fn unresolved(v: &Value<'_, '_>, name: &str) {
    v.error(
        &codes::EXTENDS,
        text!(
            "`{name}` is not resolved in this text",
            "`{name}` ist in diesem Text nicht aufgelöst"
        ),
    );
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
