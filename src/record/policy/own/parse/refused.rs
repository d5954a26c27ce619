//! Where an expression is refused, and in which words.

use std::ops::Range;

use sqlparser::ast::Expr;
use sqlparser::parser::ParserError;
use sqlparser::tokenizer::{Location, Span};

use crate::base::lang::Text;
use crate::text;

/// Where the parser gave up. Its own wording is not shown: it differs from version to version.
pub fn unparsed(text: &str, e: &ParserError) -> (usize, Text) {
    let number = |text: &str, after: &str| {
        let rest = text.rsplit_once(after)?.1.trim_start();
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse::<u64>().ok()
    };
    match e {
        ParserError::RecursionLimitExceeded => (0, too_deep()),
        ParserError::ParserError(s) | ParserError::TokenizerError(s) => {
            let at = number(s, "Line:").zip(number(s, "Column:"));
            let at = at.map_or(text.len(), |(line, column)| {
                offset(text, Location { line, column })
            });
            (at, text!("not an SQL expression", "kein SQL-Ausdruck"))
        }
    }
}

pub fn too_deep() -> Text {
    text!(
        "the expression nests too deeply",
        "der Ausdruck ist zu tief geschachtelt"
    )
}

/// The byte at a line and column (characters, from 1).
fn offset(text: &str, at: Location) -> usize {
    let mut start = 0;
    for _ in 1..at.line {
        match text[start..].find('\n') {
            Some(n) => start += n + 1,
            None => return text.len(),
        }
    }
    let chars = usize::try_from(at.column.saturating_sub(1)).unwrap_or(usize::MAX);
    let line = &text[start..];
    start
        + line
            .char_indices()
            .nth(chars)
            .map_or(line.len(), |(i, _)| i)
}

/// The bytes of a span; none where the parser keeps none.
pub fn span(text: &str, at: Span) -> Option<Range<usize>> {
    if at.start.line == 0 {
        return None;
    }
    let start = offset(text, at.start);
    Some(start..offset(text, at.end).max(start))
}

/// What may stand in an expression.
pub fn allowed() -> Text {
    text!(
        "allowed: columns, literals, CASE, AND, OR, NOT, comparison, IN, LIKE, IS NULL, LOWER, UPPER, TRIM, LENGTH, SUBSTR",
        "erlaubt: Spalten, Literale, CASE, AND, OR, NOT, Vergleich, IN, LIKE, IS NULL, LOWER, UPPER, TRIM, LENGTH, SUBSTR"
    )
}

/// What people call it.
pub fn name(e: &Expr) -> (&'static str, &'static str) {
    match e {
        Expr::Subquery(_)
        | Expr::Exists { .. }
        | Expr::In { .. }
        | Expr::AnyOp { .. }
        | Expr::AllOp { .. } => ("a subquery", "eine Unterabfrage"),
        Expr::Cast { .. } | Expr::Convert { .. } | Expr::TypedString(_) => {
            ("a cast", "eine Typumwandlung")
        }
        Expr::Extract { .. } | Expr::Interval(_) | Expr::AtTimeZone { .. } => {
            ("reckoning with time", "das Rechnen mit Zeit")
        }
        Expr::CompoundIdentifier(_) => ("a name with a dot", "ein Name mit Punkt"),
        Expr::Between { .. } => ("BETWEEN", "BETWEEN"),
        Expr::ILike { .. } | Expr::SimilarTo { .. } | Expr::RLike { .. } | Expr::Like { .. } => {
            ("this form of LIKE", "diese Form von LIKE")
        }
        Expr::Trim { .. } => ("this form of TRIM", "diese Form von TRIM"),
        _ => ("this", "das"),
    }
}
