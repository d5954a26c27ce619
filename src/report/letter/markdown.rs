//! The letter in Markdown. Whatever could be read as a mark is escaped; only our own code spans stay.

use super::Letter;
use super::layout::{Block, Point, Table, blocks};
use crate::base::lang::Lang;

pub fn render(letter: &Letter, lang: Lang) -> String {
    let mut out = String::new();
    for block in blocks(letter, lang) {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Title(t) => out.push_str(&format!("# {}\n", inline(&t))),
            Block::Heading(t) => out.push_str(&format!("## {}\n", inline(&t))),
            Block::Warning(t) => out.push_str(&format!("> **{}**\n", inline(&t))),
            Block::Text(t) => out.push_str(&format!("{}\n", inline(&t))),
            Block::Small(t) => out.push_str(&format!("*{}*\n", inline(&t))),
            Block::Fields(fields) => {
                for (name, value) in fields {
                    out.push_str(&format!("- **{}:** {}\n", inline(&name), inline(&value)));
                }
            }
            Block::Points(points) => {
                for (i, p) in points.iter().enumerate() {
                    if i > 0 {
                        out.push('\n');
                    }
                    point(&mut out, p, 0);
                }
            }
            Block::Table(t) => table(&mut out, &t),
            Block::Sign(name) => {
                out.push_str(&format!(
                    "{}\n\n{}\n",
                    inline(&"_".repeat(36)),
                    inline(&name)
                ));
            }
            Block::Annex => out.push_str("---\n"),
        }
    }
    out
}

/// A list item; what belongs to it is indented below its mark.
fn point(out: &mut String, p: &Point, indent: usize) {
    let pad = " ".repeat(indent);
    // Markdown has no list marked by letters
    let (mark, first) = match p.mark.strip_suffix(')') {
        Some(letter) => ("-".to_owned(), format!("{letter}) ")),
        None => (p.mark.clone(), String::new()),
    };
    let inner = " ".repeat(indent + mark.len() + 1);
    for (i, ask) in p.ask.iter().enumerate() {
        match i {
            0 => out.push_str(&format!("{pad}{mark} {}{}\n", inline(&first), inline(ask))),
            _ => out.push_str(&format!("\n{inner}{}\n", inline(ask))),
        }
    }
    if !p.lines.is_empty() {
        out.push('\n');
    }
    for (name, text) in &p.lines {
        out.push_str(&format!("{inner}- *{}:* {}\n", inline(name), inline(text)));
    }
    for part in &p.parts {
        out.push('\n');
        point(out, part, inner.len());
    }
}

fn table(out: &mut String, t: &Table) {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| inline(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&row(&t.head));
    out.push_str(&format!("|{}\n", " --- |".repeat(t.head.len())));
    for r in &t.rows {
        out.push_str(&row(r));
    }
}

/// Text between its code spans, escaped.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, span) in text.split('`').enumerate() {
        if i % 2 == 1 {
            out.push_str(&format!("`{}`", span.replace('|', "\\|")));
            continue;
        }
        for (at, c) in span.chars().enumerate() {
            // at the beginning of a line these would begin a list
            let list = i == 0 && at == 0 && matches!(c, '-' | '+' | '=');
            match c {
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '&' => out.push_str("&amp;"),
                '\\' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => out.extend(['\\', c]),
                _ if list => out.extend(['\\', c]),
                _ => out.push(c),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_marks_are_text() {
        assert_eq!(
            inline("[x](http://a) <b> *c* | `col_umn` _d_"),
            "\\[x\\](http://a) &lt;b&gt; \\*c\\* \\| `col_umn` \\_d\\_"
        );
        assert_eq!(inline("- a"), "\\- a");
    }
}
