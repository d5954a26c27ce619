//! Tables: text is wrapped at words before the table is drawn, numbers stand to the right and are never broken, and one
//! column takes the width that the others leave.

use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};
use unicode_width::UnicodeWidthStr as _;

use crate::report::look::Look;
use crate::report::page::wrap;

/// How a column behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As wide as its widest cell, to the left.
    Text,
    /// As wide as its widest cell, to the right.
    Number,
    /// Wrapped to at most this width.
    Narrow(usize),
    /// Wrapped to what is left.
    Rest,
}

/// Width that is left for the one [`Kind::Rest`] column; 0 if there is none.
pub fn left(kinds: &[Kind], rows: &[Vec<String>], look: Look) -> usize {
    let taken: usize = kinds
        .iter()
        .enumerate()
        .map(|(i, kind)| {
            let cells = rows.iter().map(|r| match kind {
                Kind::Rest => 0,
                Kind::Narrow(most) => widest(&wrapped(&r[i], *most)),
                Kind::Text | Kind::Number => widest(&r[i]),
            });
            cells.max().unwrap_or(0)
        })
        .sum();
    let frame = 3 * kinds.len() + 1;
    look.width.saturating_sub(frame + taken)
}

/// Draws a table over the whole width. The first row is the heading; a cell may hold several lines.
pub fn draw(kinds: &[Kind], mut rows: Vec<Vec<String>>, look: Look) -> Vec<String> {
    let left = left(kinds, &rows, look).max(8);
    for (i, kind) in kinds.iter().enumerate() {
        if let Kind::Narrow(most) = kind {
            for row in &mut rows {
                row[i] = wrapped(&row[i], *most);
            }
        }
    }
    for (i, kind) in kinds.iter().enumerate() {
        if *kind == Kind::Rest {
            for row in &mut rows {
                let text = wrapped(&row[i], left);
                // the first line is filled up, so that the table is as wide as the terminal
                let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
                let fill = " ".repeat(left.saturating_sub(first.width()));
                let rest = if rest.is_empty() {
                    String::new()
                } else {
                    format!("\n{rest}")
                };
                row[i] = format!("{first}{fill}{rest}");
            }
        }
    }
    let mut builder = Builder::default();
    for row in rows {
        builder.push_record(row);
    }
    let mut table = builder.build();
    table.with(Style::rounded());
    for (i, kind) in kinds.iter().enumerate() {
        if *kind == Kind::Number {
            table.modify(Columns::one(i), Alignment::right());
        }
    }
    table.to_string().lines().map(str::to_owned).collect()
}

fn widest(cell: &str) -> usize {
    cell.lines().map(|l| l.width()).max().unwrap_or(0)
}

fn wrapped(text: &str, width: usize) -> String {
    wrap(text, width).join("\n")
}
