//! The letter as one HTML page: no script, nothing that loads, set for A4. Everything is escaped by the template.

use maud::{DOCTYPE, Markup, html};

use super::Letter;
use super::layout::{Block, Point, Table, blocks};
use crate::base::lang::Lang;

const STYLE: &str = include_str!("letter.css");

pub fn render(letter: &Letter, lang: Lang) -> String {
    let blocks = blocks(letter, lang);
    let title = blocks.iter().find_map(|b| match b {
        Block::Title(t) => Some(t.as_str()),
        _ => None,
    });
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="generator" content="beleg";
                title { (title.unwrap_or_default()) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                main {
                    @for b in &blocks { (block(b)) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Title(t) => h1 { (inline(t)) },
            Block::Heading(t) => h2 { (inline(t)) },
            Block::Warning(t) => p.warning role="alert" { (inline(t)) },
            Block::Text(t) => p { (inline(t)) },
            Block::Small(t) => p.small { (inline(t)) },
            Block::Fields(fields) => dl {
                @for (name, value) in fields {
                    div { dt { (inline(name)) } dd { (inline(value)) } }
                }
            },
            Block::Points(points) => div.points { @for p in points { (point(p)) } },
            Block::Table(t) => (table(t)),
            Block::Sign(name) => div.sign { div.rule {} p { (inline(name)) } },
            Block::Annex => hr.annex;,
        }
    }
}

fn point(p: &Point) -> Markup {
    html! {
        div.point {
            span.mark { (inline(&p.mark)) }
            div {
                @for ask in &p.ask { p.ask { (inline(ask)) } }
                @for (name, text) in &p.lines {
                    p.line { b { (inline(name)) } ": " (inline(text)) }
                }
                @for part in &p.parts { (point(part)) }
            }
        }
    }
}

fn table(t: &Table) -> Markup {
    html! {
        table {
            thead { tr { @for h in &t.head { th scope="col" { (inline(h)) } } } }
            tbody {
                @for r in &t.rows { tr { @for c in r { td { (inline(c)) } } } }
            }
        }
    }
}

/// Text with its code spans.
fn inline(text: &str) -> Markup {
    html! {
        @for (i, span) in text.split('`').enumerate() {
            @if i % 2 == 1 { code { (span) } } @else { (span) }
        }
    }
}
