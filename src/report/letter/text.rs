//! The letter as plain text, 72 columns wide, to be pasted into an e-mail.

use unicode_width::UnicodeWidthStr as _;

use super::Letter;
use super::layout::{Block, Point, Table, blocks};
use crate::base::lang::Lang;
use crate::report::page::wrap;

const WIDTH: usize = 72;
/// What the last column of a table gets at least; a table that leaves less stands as paragraphs.
const LAST: usize = 20;

pub fn render(letter: &Letter, lang: Lang) -> String {
    let mut page = Page(String::new());
    for block in blocks(letter, lang) {
        page.block(&block);
    }
    page.0
}

struct Page(String);

impl Page {
    fn block(&mut self, block: &Block) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        match block {
            Block::Title(t) | Block::Warning(t) => self.underlined(t, '='),
            Block::Heading(t) => self.underlined(t, '-'),
            Block::Fields(fields) => {
                let margin = fields.iter().map(|(n, _)| n.width()).max().unwrap_or(0) + 2;
                for (name, value) in fields {
                    self.beside(name, value, margin, 0);
                }
            }
            Block::Text(t) | Block::Small(t) => self.beside("", t, 0, 0),
            Block::Points(points) => {
                for (i, p) in points.iter().enumerate() {
                    if i > 0 {
                        self.0.push('\n');
                    }
                    self.point(p, 0);
                }
            }
            Block::Table(t) => self.table(t),
            Block::Sign(name) => {
                self.0.push_str("\n\n");
                self.line(&"_".repeat(36));
                self.line(name);
            }
            Block::Annex => self.line(&"_".repeat(WIDTH)),
        }
    }

    fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    fn underlined(&mut self, text: &str, with: char) {
        let lines = wrap(text, WIDTH);
        let width = lines.iter().map(|l| l.width()).max().unwrap_or(0);
        for l in &lines {
            self.line(l);
        }
        self.line(&with.to_string().repeat(width));
    }

    /// A name, and a text beside it in a column of its own. A word that is too long for that stands below, unbroken.
    fn beside(&mut self, name: &str, text: &str, margin: usize, indent: usize) {
        let pad = " ".repeat(indent);
        let width = WIDTH - indent - margin;
        if !text.contains(' ') && text.width() > width {
            self.line(&format!("{pad}{name}"));
            self.line(&format!("{pad}  {text}"));
            return;
        }
        for (i, line) in wrap(text, width).iter().enumerate() {
            let name = if i == 0 { name } else { "" };
            let gap = " ".repeat(margin.saturating_sub(name.width()));
            self.line(&format!("{pad}{name}{gap}{line}"));
        }
    }

    fn point(&mut self, p: &Point, indent: usize) {
        let inner = 4;
        for (i, ask) in p.ask.iter().enumerate() {
            let mark = if i == 0 { p.mark.as_str() } else { "" };
            self.beside(mark, ask, inner, indent);
        }
        for (name, text) in &p.lines {
            let hang = format!("{name}: {text}");
            for (i, line) in wrap(&hang, WIDTH - indent - inner - 2).iter().enumerate() {
                let more = if i == 0 { 0 } else { 2 };
                self.line(&format!("{}{line}", " ".repeat(indent + inner + more)));
            }
        }
        for part in &p.parts {
            self.0.push('\n');
            self.point(part, indent + inner);
        }
    }

    fn table(&mut self, t: &Table) {
        let columns = t.head.len();
        let widest = |at: usize| {
            let cells = t.rows.iter().filter_map(|r| r.get(at));
            let cells = cells.chain(t.head.get(at)).map(|c| c.width());
            cells.max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns.saturating_sub(1))
            .map(|at| widest(at).min(26))
            .collect();
        let taken: usize = widths.iter().map(|w| w + 2).sum();
        if taken + LAST > WIDTH {
            return self.stacked(t);
        }
        self.row(&t.head, &widths, WIDTH - taken);
        let rule: Vec<String> = widths.iter().map(|w| "-".repeat(*w)).collect();
        self.line(&format!(
            "{}  {}",
            rule.join("  "),
            "-".repeat(WIDTH - taken)
        ));
        for r in &t.rows {
            self.row(r, &widths, WIDTH - taken);
        }
    }

    fn row(&mut self, cells: &[String], widths: &[usize], last: usize) {
        let cells: Vec<Vec<String>> = cells
            .iter()
            .enumerate()
            .map(|(at, c)| wrap(c, widths.get(at).copied().unwrap_or(last)))
            .collect();
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
        for i in 0..lines {
            let mut line = String::new();
            for (at, cell) in cells.iter().enumerate() {
                let text = cell.get(i).map_or("", String::as_str);
                line.push_str(text);
                if let Some(w) = widths.get(at) {
                    line.push_str(&" ".repeat(w.saturating_sub(text.width()) + 2));
                }
            }
            self.line(&line);
        }
    }

    /// Too many columns for the width: the last cell under the others.
    fn stacked(&mut self, t: &Table) {
        for (i, r) in t.rows.iter().enumerate() {
            if i > 0 {
                self.0.push('\n');
            }
            if let Some((last, others)) = r.split_last() {
                let others = others.iter().zip(&t.head).enumerate();
                let others: Vec<String> = others
                    .map(|(at, (cell, head))| match at {
                        0 => cell.clone(),
                        _ => format!("{head}: {cell}"),
                    })
                    .collect();
                self.beside("", &others.join(" · "), 0, 0);
                self.beside("", last, 0, 4);
            }
        }
    }
}
