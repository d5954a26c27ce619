//! Own checks of a policy meet cells here: an expression of the closed grammar is evaluated per row. Nothing of a cell
//! comes out but the position of a bin.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::batch::Batch;
use super::frame::Cells;
use super::sorter::Sorter;
use crate::base::lang::Words;
use crate::record::check::{Check, Scope};
use crate::record::policy::own::{Comparison, Formula, Glob, Node, OwnCheck};

/// An own check, ready to sort.
#[derive(Debug)]
pub struct Own {
    formula: Formula,
    bins: Vec<String>,
    /// Where a value lands that is none of the bins.
    illegible: u8,
}

/// The sorter of an own check.
pub fn sorter(of: &OwnCheck) -> Sorter {
    let illegible = of.bins.iter().position(|b| b == "illegible");
    Sorter::Own {
        check: named(of),
        sort: Arc::new(Own {
            formula: of.formula.clone(),
            bins: of.bins.clone(),
            illegible: illegible.unwrap_or(0) as u8,
        }),
    }
}

/// The check as the shipped ones are named: for as long as the program runs. Each is made once, however often a policy
/// is read.
fn named(of: &OwnCheck) -> &'static Check {
    static MADE: OnceLock<Mutex<HashMap<(String, u32), &'static Check>>> = OnceLock::new();
    let reference = of.reference();
    let mut made = MADE
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    made.entry((of.id.clone(), reference.rev))
        .or_insert_with(|| {
            let leak = |text: &String| -> &'static str { Box::leak(text.clone().into_boxed_str()) };
            let bins: Vec<&'static str> = of.bins.iter().map(leak).collect();
            Box::leak(Box::new(Check {
                id: leak(&of.id),
                rev: reference.rev,
                scope: Scope::Row,
                columns: Box::leak(of.formula.columns.clone().into_boxed_slice()),
                bins: Box::leak(bins.into_boxed_slice()),
                page: Words { en: "", de: "" },
                examples: &[],
            }))
        })
}

impl Own {
    /// One position per row. Of a field with several columns the expression is worked out once per slot, and the worst
    /// bin counts; a field with fewer columns than another stands in with its last.
    pub fn sort(&self, batch: &Batch<'_>) -> Vec<u8> {
        let columns: Vec<Vec<Cells<'_>>> = self
            .formula
            .columns
            .iter()
            .map(|c| batch.cells(*c))
            .collect();
        let slots = columns.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut out = vec![u8::MAX; batch.rows()];
        for slot in 0..slots {
            let cells: Vec<Option<&Cells<'_>>> =
                columns.iter().map(|c| c.get(slot).or(c.last())).collect();
            for (row, bin) in out.iter_mut().enumerate() {
                let cell = |at: usize| cells[at].map_or("", |c| c.get(row));
                // an empty further slot says nothing
                if slot > 0
                    && (0..cells.len()).all(|at| columns[at].len() <= slot || cell(at).is_empty())
                {
                    continue;
                }
                *bin = (*bin).min(self.bin(&cell));
            }
        }
        out
    }

    fn bin<'c>(&self, cell: &impl Fn(usize) -> &'c str) -> u8 {
        let found = match value(&self.formula.root, cell) {
            Value::Text(t) => self.bins.iter().position(|b| *b == *t),
            _ => None,
        };
        found.map_or(self.illegible, |at| at as u8)
    }
}

enum Value<'v> {
    Null,
    Text(Cow<'v, str>),
    Number(i64),
    Flag(bool),
}

/// The first node that is `wanted` decides for all; else the opposite, if none is unknown.
fn decided<'c>(list: &[Node], cell: &impl Fn(usize) -> &'c str, wanted: bool) -> Option<bool> {
    let mut known = true;
    for node in list {
        match truth(node, cell) {
            Some(b) if b == wanted => return Some(wanted),
            Some(_) => {}
            None => known = false,
        }
    }
    known.then_some(!wanted)
}

/// SQL's three values of truth.
fn truth<'c>(node: &Node, cell: &impl Fn(usize) -> &'c str) -> Option<bool> {
    match node {
        // one that is unknown leaves the whole unknown, unless another one decides it
        Node::All(list) => decided(list, cell, false),
        Node::Any(list) => decided(list, cell, true),
        Node::Not(inner) => truth(inner, cell).map(|b| !b),
        Node::Compare(how, a, b) => {
            let order = order(&value(a, cell), &value(b, cell))?;
            Some(match how {
                Comparison::Equal => order.is_eq(),
                Comparison::Unequal => order.is_ne(),
                Comparison::Less => order.is_lt(),
                Comparison::LessOrEqual => order.is_le(),
                Comparison::Greater => order.is_gt(),
                Comparison::GreaterOrEqual => order.is_ge(),
            })
        }
        Node::In(one, list) => {
            let one = value(one, cell);
            if matches!(one, Value::Null) {
                return None;
            }
            Some(
                list.iter()
                    .any(|x| order(&one, &value(x, cell)) == Some(Ordering::Equal)),
            )
        }
        Node::Like(one, pattern) => match value(one, cell) {
            Value::Text(t) => Some(like(&t, pattern)),
            _ => None,
        },
        Node::IsNull(one) => Some(matches!(value(one, cell), Value::Null)),
        other => match value(other, cell) {
            Value::Flag(b) => Some(b),
            _ => None,
        },
    }
}

fn value<'v, 'c: 'v>(node: &'v Node, cell: &impl Fn(usize) -> &'c str) -> Value<'v> {
    let text = |inner: &'v Node| match value(inner, cell) {
        Value::Text(t) => Some(t),
        _ => None,
    };
    let number = |inner: &Node| match value(inner, cell) {
        Value::Number(n) => Some(n),
        _ => None,
    };
    let given = |found: Option<Cow<'v, str>>| found.map_or(Value::Null, Value::Text);
    match node {
        Node::Column(at) => Value::Text(Cow::Borrowed(cell(*at))),
        Node::Text(t) => Value::Text(Cow::Borrowed(t)),
        Node::Number(n) => Value::Number(*n),
        Node::Flag(b) => Value::Flag(*b),
        Node::Null => Value::Null,
        Node::Case { arms, otherwise } => {
            let arm = arms
                .iter()
                .find(|(when, _)| truth(when, cell) == Some(true));
            value(arm.map_or(otherwise, |(_, then)| then), cell)
        }
        Node::Lower(inner) => given(text(inner).map(|t| t.to_lowercase().into())),
        Node::Upper(inner) => given(text(inner).map(|t| t.to_uppercase().into())),
        Node::Trim(inner) => given(text(inner).map(|t| match t {
            Cow::Borrowed(t) => Cow::Borrowed(t.trim()),
            Cow::Owned(t) => t.trim().to_owned().into(),
        })),
        Node::Length(inner) => match text(inner) {
            Some(t) => Value::Number(t.chars().count() as i64),
            None => Value::Null,
        },
        Node::Substr(inner, from, length) => {
            let length = match length {
                Some(l) => number(l).map(Some),
                None => Some(None),
            };
            match (text(inner), number(from), length) {
                (Some(t), Some(from), Some(length)) => Value::Text(substr(&t, from, length).into()),
                _ => Value::Null,
            }
        }
        condition => truth(condition, cell).map_or(Value::Null, Value::Flag),
    }
}

/// None if either is NULL.
fn order(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Flag(a), Value::Flag(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// Characters from a position (from 1), as standard SQL counts: places before the first exist and are empty.
fn substr(text: &str, from: i64, length: Option<i64>) -> String {
    let end = length.map(|n| from.saturating_add(n.max(0)));
    let skip = usize::try_from((from - 1).max(0)).unwrap_or(usize::MAX);
    let rest = text.chars().skip(skip);
    match end {
        None => rest.collect(),
        Some(end) => {
            let take = usize::try_from(end.saturating_sub(from.max(1)).max(0)).unwrap_or(0);
            rest.take(take).collect()
        }
    }
}

/// `%` is any text, `_` one character; everything else is itself, capital and small.
fn like(text: &str, pattern: &[Glob]) -> bool {
    let (mut at, mut p) = (text.chars(), 0);
    // where to go on if what follows the last `%` does not fit: one character later
    let mut again: Option<(std::str::Chars<'_>, usize)> = None;
    loop {
        let mut next = at.clone();
        let fits = match (pattern.get(p), next.next()) {
            (Some(Glob::Many), _) => {
                p += 1;
                again = Some((at.clone(), p));
                continue;
            }
            (None, None) => return true,
            (Some(Glob::One), Some(_)) => true,
            (Some(Glob::Char(want)), Some(c)) => *want == c,
            _ => false,
        };
        if fits {
            at = next;
            p += 1;
            continue;
        }
        let Some((mut later, after)) = again.take() else {
            return false;
        };
        if later.next().is_none() {
            return false;
        }
        at = later.clone();
        p = after;
        again = Some((later, after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expression: &str, cells: &[&str]) -> String {
        let formula = Formula::parse(expression).expect("fine");
        match value(&formula.root, &|at| cells[at]) {
            Value::Text(t) => t.into_owned(),
            Value::Null => "NULL".to_owned(),
            _ => "other".to_owned(),
        }
    }

    #[test]
    fn expressions() {
        for (expression, cells, want) in [
            (
                "CASE WHEN source = 'x' THEN 'yes' WHEN source = '' THEN 'blank' ELSE 'no' END",
                &["x"][..],
                "yes",
            ),
            (
                "CASE WHEN source = 'x' THEN 'yes' WHEN source = '' THEN 'blank' ELSE 'no' END",
                &[""],
                "blank",
            ),
            ("CASE source WHEN 'x' THEN 'yes' END", &["y"], "NULL"),
            ("CASE WHEN NULL = source THEN 'a' ELSE 'b' END", &["x"], "b"),
            (
                "CASE WHEN NOT (NULL = source) THEN 'a' ELSE 'b' END",
                &["x"],
                "b",
            ),
            ("CASE WHEN source IS NULL THEN 'a' ELSE 'b' END", &[""], "b"),
            (
                "CASE WHEN source NOT IN ('a', 'b') THEN 'c' ELSE source END",
                &["b"],
                "b",
            ),
            (
                "CASE WHEN source < 'b' AND LENGTH(source) >= 1 THEN 'a' ELSE 'b' END",
                &["ä"],
                "b",
            ),
            (
                "CASE WHEN LENGTH(source) = 2 THEN 'a' ELSE 'b' END",
                &["äö"],
                "a",
            ),
            ("LOWER(TRIM(source))", &[" ÄB "], "äb"),
            ("UPPER(source)", &["aß"], "ASS"),
            ("SUBSTR(source, 2, 2)", &["äöüß"], "öü"),
            ("SUBSTR(source, 0, 2)", &["abc"], "a"),
            ("SUBSTR(source, -5)", &["abc"], "abc"),
            ("SUBSTR(source, 3, -1)", &["abc"], ""),
            ("SUBSTR(source, 9223372036854, 2)", &["abc"], ""),
            (
                "CASE WHEN country = 'DE' OR source LIKE '%in_ed%' THEN 'a' ELSE 'b' END",
                &["AT", "my linked list"],
                "a",
            ),
        ] {
            assert_eq!(of(expression, cells), want, "{expression}");
        }
    }

    #[test]
    fn patterns() {
        for (text, pattern, want) in [
            ("", "", true),
            ("", "%", true),
            ("a", "", false),
            ("abc", "a%c", true),
            ("abcbc", "a%bc", true),
            ("abcb", "a%bc", false),
            ("aXbXc", "a_b_c", true),
            ("äöü", "_ö_", true),
            ("abc", "%%%", true),
            ("abc", "A%", false),
            ("aaaaaaaaab", "%a%a%a%c", false),
        ] {
            let pieces: Vec<Glob> = pattern
                .chars()
                .map(|c| match c {
                    '%' => Glob::Many,
                    '_' => Glob::One,
                    c => Glob::Char(c),
                })
                .collect();
            assert_eq!(like(text, &pieces), want, "{text} {pattern}");
        }
    }

    proptest::proptest! {
        /// The quick way and the plain one.
        #[test]
        fn patterns_fit_as_their_meaning_says(text in "[ab]{0,8}", pattern in "[ab_%]{0,6}") {
            fn plain(t: &[char], p: &[char]) -> bool {
                match p.split_first() {
                    None => t.is_empty(),
                    Some(('%', rest)) => (0..=t.len()).any(|n| plain(&t[n..], rest)),
                    Some((c, rest)) => t.split_first().is_some_and(|(x, more)| (*c == '_' || c == x) && plain(more, rest)),
                }
            }
            let chars: Vec<char> = text.chars().collect();
            let wanted: Vec<char> = pattern.chars().collect();
            let pieces: Vec<Glob> = wanted.iter().map(|c| match c { '%' => Glob::Many, '_' => Glob::One, c => Glob::Char(*c) }).collect();
            proptest::prop_assert_eq!(like(&text, &pieces), plain(&chars, &wanted));
        }
    }
}
