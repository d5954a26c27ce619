//! What a letter says, in one language, as a few kinds of blocks; the printers set these and add nothing. Code spans
//! stand between backticks, which foreign text cannot bring along.

mod buyer;
mod concern;
mod reviewer;
mod vendor;

use super::{Head, Item, Letter, Thing, To};
use crate::base::label::Label;
use crate::base::lang::{Lang, count};
use crate::record::policy::Owner;
use crate::report::disclaimer::NOTICE;
use crate::report::things;

/// One block of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The subject.
    Title(String),
    Heading(String),
    /// Names with their values, in two columns.
    Fields(Vec<(String, String)>),
    Text(String),
    Points(Vec<Point>),
    Table(Table),
    /// The place of a signature, with the name below.
    Sign(String),
    /// Annexes begin on a page of their own.
    Annex,
    /// Stands out, above everything else.
    Warning(String),
    /// In small print.
    Small(String),
}

/// A numbered point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// `7.`, or `a)` within a point.
    pub mark: String,
    pub ask: Vec<String>,
    /// Labelled lines below.
    pub lines: Vec<(String, String)>,
    pub parts: Vec<Point>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The letter in one language.
pub fn blocks(letter: &Letter, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    if letter.head.unverified {
        out.push(Block::Warning(match lang {
            Lang::En => {
                "Draft from a record that nobody has verified. Verify it before you send this."
                    .to_owned()
            }
            Lang::De => {
                "Entwurf aus einem Beleg, den niemand geprüft hat. Prüfen Sie ihn, bevor Sie \
                         dies versenden."
                    .to_owned()
            }
        }));
    }
    match letter.to {
        To::Vendor => vendor::blocks(&mut out, letter, lang),
        To::Buyer => buyer::blocks(&mut out, letter, lang),
        To::Reviewer => reviewer::blocks(&mut out, letter, lang),
    }
    out.push(Block::Small(sentence(NOTICE.get(lang))));
    out
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), chars.as_str())
}

/// What the sender fills in by hand.
const BLANK: &str = "____________________";

/// Foreign text cannot open a code span.
fn plain(label: &Label) -> String {
    label.as_str().replace('`', "'")
}

fn or_blank(names: &[Label]) -> String {
    match names {
        [] => BLANK.to_owned(),
        some => some.iter().map(plain).collect::<Vec<_>>().join(", "),
    }
}

/// List, digest, day, policy and record: what the letter is about.
fn about(head: &Head, lang: Lang) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |en: &str, de: &str, value: String| {
        let name = match lang {
            Lang::En => en,
            Lang::De => de,
        };
        out.push((name.to_owned(), value));
    };
    for list in &head.lists {
        add("List", "Liste", plain(&list.name));
        add("SHA-256", "SHA-256", list.sha256.to_string());
    }
    add("Rows", "Zeilen", count(head.rows, lang));
    if let Some(day) = head.received {
        add("Received", "Eingang", day.to_string());
    }
    add("As of", "Stichtag", head.as_of.to_string());
    let own = match (head.policy.shipped, lang) {
        (true, _) => "",
        (false, Lang::En) => " (our own)",
        (false, Lang::De) => " (eigenes)",
    };
    let policy = format!("{} {}{own}", head.policy.id, head.policy.version);
    add("Policy", "Regelwerk", policy.replace('`', "'"));
    let unsigned = match (head.signed, lang) {
        (true, _) => "",
        (false, Lang::En) => " (not signed)",
        (false, Lang::De) => " (nicht unterschrieben)",
    };
    add("Record", "Beleg", format!("{}{unsigned}", head.record));
    out
}

/// A thing to hand in, in words.
fn thing(thing: &Thing, lang: Lang) -> String {
    let words = |w: Option<crate::base::lang::Words>, name: &str| {
        w.map_or_else(|| name.to_owned(), |w| w.get(lang).to_owned())
    };
    match (thing, lang) {
        (Thing::Document { kind, at_hand }, _) => {
            let name = words(things::document(kind), kind);
            match (at_hand, lang) {
                (false, _) => name,
                (true, Lang::En) => format!("{name} (here already, please renew or complete)"),
                (true, Lang::De) => {
                    format!("{name} (liegt vor, bitte erneuern oder ergänzen)")
                }
            }
        }
        (Thing::Own(item), _) => words(things::item(item), item),
        (Thing::Column(c), Lang::En) => format!("column `{}`", c.name()),
        (Thing::Column(c), Lang::De) => format!("Spalte `{}`", c.name()),
        (Thing::Rows, Lang::En) => "these rows with their proof, corrected, or left out".to_owned(),
        (Thing::Rows, Lang::De) => "diese Zeilen belegt, berichtigt oder weggelassen".to_owned(),
        (Thing::WithoutColumns, Lang::En) => "the list without these data".to_owned(),
        (Thing::WithoutColumns, Lang::De) => "die Liste ohne diese Daten".to_owned(),
        (Thing::Again { id, kinds }, _) => {
            let kinds: Vec<String> = kinds
                .iter()
                .map(|k| words(things::document(k), k))
                .collect();
            format!("{} ({})", plain(id), kinds.join(", "))
        }
    }
}

/// A point of the letter from an item.
fn point(item: &Item, head: &Head, mark: String, lang: Lang) -> Point {
    let mut lines = Vec::new();
    let things: Vec<String> = item.hand_in.iter().map(|t| thing(t, lang)).collect();
    if !things.is_empty() {
        let own = item.owed_by == Owner::Buyer;
        let label = match lang {
            Lang::En if own => "In the file as",
            Lang::En => "To hand in",
            Lang::De if own => "In der Akte als",
            Lang::De => "Vorzulegen",
        };
        lines.push((label.to_owned(), things.join("; ")));
    }
    lines.extend(concern::lines(item, head, lang));
    Point {
        mark,
        ask: item.ask.iter().map(|t| t.get(lang).to_owned()).collect(),
        lines,
        parts: Vec::new(),
    }
}

/// The numbered points, and last the one that closes.
fn points(letter: &Letter, closing: &str, lang: Lang) -> Vec<Point> {
    let mut out: Vec<Point> = letter
        .items
        .iter()
        .enumerate()
        .map(|(i, item)| point(item, &letter.head, format!("{}.", i + 1), lang))
        .collect();
    if let Some(number) = letter.closing() {
        out.push(Point {
            mark: format!("{number}."),
            ask: vec![closing.to_owned()],
            lines: Vec::new(),
            parts: letter
                .further
                .iter()
                .enumerate()
                .map(|(i, item)| point(item, &letter.head, part(i), lang))
                .collect(),
        });
    }
    out
}

/// `a)` to `z)`, then `aa)`.
fn part(at: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    match at {
        0..26 => format!("{})", letter(at)),
        _ => format!("{}{})", letter(at / 26 - 1), letter(at)),
    }
}
