//! `beleg dossier status`: every kind of paper of both files, what is owed first, and the next command.

mod human;
mod json;
mod words;

pub use words::grade;

use super::against::{Against, Standing};
use super::held::{Absent, Held, Where};
use crate::base::error::Result;
use crate::cli::{Format, Globals};
use crate::record::needs::{Asked, Need};

/// Show what is there, what is missing, and who owes it
///
/// The 29 kinds of document in the slots D01 to D28 and your own papers B01 to B10: whether the
/// policy asks for them, which day they bear, whether they are too old, and whether somebody has
/// read them. With --list the list is audited first, so that conditions are settled.
///
/// Examples:
///   beleg dossier status
///   beleg dossier status --list leads.csv
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    #[command(flatten)]
    at: Where,
    #[command(flatten)]
    against: Against,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let mut standing = self.against.choose()?;
        let held = Held::open(&self.at, Absent::Nothing, standing.as_of, globals.lang)?;
        globals.warnings(&held.warnings);
        standing.audit(&held, globals)?;
        let needs = in_order(standing.needs(&held));
        globals.print(&match globals.format {
            Format::Json => json::render(&held, &standing, &needs),
            _ => human::render(&held, &standing, &needs, globals.look),
        })?;
        Ok(0)
    }
}

/// A part of the list of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// The paper is owed.
    Wanting,
    /// It is owed if the list shows something.
    Perhaps,
    /// It is there, and nobody has read it.
    Unread,
    InOrder,
    NotAsked,
}

fn group(need: &Need<'_>) -> Group {
    match (&need.asked, need.wanting()) {
        (Asked::Yes, true) => Group::Wanting,
        (Asked::If(_), true) => Group::Perhaps,
        (Asked::No, _) if need.grade.is_none() => Group::NotAsked,
        _ if need.unread() > 0 => Group::Unread,
        _ if need.grade.is_none() => Group::NotAsked,
        _ => Group::InOrder,
    }
}

/// Open first: by group, then severity, then what is breached before what is unproven; the vendor's before one's own.
fn in_order(mut needs: Vec<Need<'_>>) -> Vec<Need<'_>> {
    needs.sort_by_key(|n| {
        let owed = matches!(group(n), Group::Wanting | Group::Perhaps);
        let weight = owed.then_some((n.severity, std::cmp::Reverse(n.state)));
        (n.own, group(n), weight)
    });
    needs
}

/// The next command.
fn next(held: &Held, standing: &Standing, needs: &[Need<'_>]) -> String {
    let dossier = match held.path.as_os_str() == super::held::DEFAULT {
        true => String::new(),
        false => format!(" -d {}", super::quoted(&held.name())),
    };
    let first = |g: Group, own: bool| needs.iter().find(|n| n.own == own && group(n) == g);
    let missing = first(Group::Wanting, false).or(first(Group::Perhaps, false));
    if let Some(need) = missing {
        return format!("beleg dossier add FILE --kind {}{dossier}", need.slot.kind);
    }
    if let Some(need) = first(Group::Unread, false) {
        let of_kind = held.dossier.documents(need.slot.kind);
        let file = of_kind.into_iter().find(|d| d.at_hand());
        let name = file.map_or("FILE".to_owned(), |d| {
            let path = d.path.as_deref().unwrap_or(d.id.as_str());
            super::quoted(path)
        });
        return format!("beleg dossier review {name}{dossier}");
    }
    if let Some(need) = first(Group::Wanting, true) {
        return format!("beleg dossier add FILE --item {}{dossier}", need.slot.kind);
    }
    let list = match standing.lists.first() {
        Some(list) => super::quoted(&list.display().to_string()),
        None => "LIST".to_owned(),
    };
    format!("beleg audit {list} -d {}", super::quoted(&held.name()))
}
