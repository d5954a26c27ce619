//! The letter: what is owed, by whom, each thing once, ready to send. [`Letter`] is built once, from policy, census,
//! verdict, path and dossier; [`layout`] says it in one language, and the printers only set what it says.
//!
//! To the vendor it asks for the remedies that the vendor owes, in the order of the path; to the buyer it lists the
//! buyer's own tasks; to the reviewer the questions that only a reader of the papers can answer, and the rules that
//! counsel must settle. What is breached is stated with its figures; what is merely unproven is asked for.

mod ask;
mod build;
pub mod html;
pub mod json;
pub mod layout;
pub mod markdown;
mod read;
#[cfg(test)]
mod tests;
pub mod text;

use crate::base::clock::Day;
use crate::base::label::Label;
use crate::base::lang::Text;
use crate::record::census::ListFile;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::column::Column;
use crate::record::matrix::Certainty;
use crate::record::policy::Owner;
use crate::record::verdict::{Block, Severity, Word};
use crate::report::PolicyHead;

pub use build::Sources;

/// Points that a letter makes at most. What comes after them stands in the last one, which is no longer a point of its
/// own for each.
pub const POINTS: usize = 15;

/// Whom the letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    Vendor,
    Buyer,
    Reviewer,
}

#[derive(Clone, Debug)]
pub struct Letter {
    pub to: To,
    pub head: Head,
    /// Vendor and buyer: the numbered points, most valuable first.
    pub items: Vec<Item>,
    /// What is folded into one closing point.
    pub further: Vec<Item>,
    /// Vendor: rows that stay set aside or withheld as things stand.
    pub back: Vec<Back>,
    /// Vendor and buyer: the words now, and at best.
    pub outlook: Vec<Outlook>,
    /// Codes of clauses about which nothing was measured, and of which no remedy speaks.
    pub unmeasured: Vec<String>,
    /// Reviewer: documents to read, each with its questions.
    pub readings: Vec<Reading>,
    /// Reviewer: rules to settle with counsel.
    pub rules: Vec<Concern>,
}

/// Who writes to whom about which list.
#[derive(Clone, Debug)]
pub struct Head {
    pub vendor: Option<Label>,
    pub buyer: Vec<Label>,
    pub delivery: Option<Label>,
    pub received: Option<Day>,
    pub as_of: Day,
    pub policy: PolicyHead,
    pub lists: Vec<ListFile>,
    pub rows: u64,
    /// The record number.
    pub record: String,
    pub signed: bool,
    /// Nobody vouches for the record that this rests on.
    pub unverified: bool,
}

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// The file or the papers show it.
    Breached,
    /// Nothing shows it yet.
    Unproven,
    /// Within the bound, but the rows concerned lose something.
    Rows,
    /// Whether it is needed depends on a fact that nobody has stated.
    If,
}

/// One remedy, asked for once.
#[derive(Clone, Debug)]
pub struct Item {
    pub remedy: String,
    pub owed_by: Owner,
    pub manner: Manner,
    /// The remedy's sentence; or, where part of it is answered already, the demands of the clauses that are open.
    pub ask: Vec<Text>,
    pub hand_in: Vec<Thing>,
    pub concerns: Vec<Concern>,
    /// The worst severity among its open clauses; of an `if` that of the clauses that it may become.
    pub severity: Severity,
    /// Buyer: when it is due.
    pub due: Option<Day>,
}

/// Something to hand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A kind of document. `at_hand`: one is here, and something in it is still open.
    Document { kind: &'static str, at_hand: bool },
    /// An item of the buyer's own file.
    Own(&'static str),
    /// A column, in the file or not.
    Column(Column),
    /// The list again, with these rows corrected or left out.
    Rows,
    /// The list again, without the columns.
    WithoutColumns,
    /// This document again, by the id that the vendor or the buyer gave it.
    Again { id: Label, kinds: Vec<&'static str> },
}

/// A clause that an item serves, as it was found.
#[derive(Clone, Debug)]
pub struct Concern {
    pub code: String,
    pub title: Text,
    pub law: Vec<String>,
    /// As what this item speaks of it; one clause may be breached for some rows and unproven for others.
    pub manner: Manner,
    pub scope: Scope,
    /// Units concerned; of row clauses never a figure of 1 to 4.
    pub units: Option<Count>,
    pub of: Option<u64>,
    /// Contact clauses: their channels, if not all.
    pub channels: Vec<Channel>,
    /// Countries with at least five rows concerned, most rows first.
    pub countries: Vec<String>,
    /// Of the least sure cell of the contact matrix that they were looked up in.
    pub certainty: Option<Certainty>,
    /// Entries of the source register for which the fact is missing.
    pub sources: Vec<Label>,
}

/// A figure about rows that may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Exactly(u64),
    /// 1 to 4: it would say much about few people.
    Few,
}

impl Count {
    fn of(n: u64) -> Option<Self> {
        match n {
            0 => None,
            1..=4 => Some(Self::Few),
            n => Some(Self::Exactly(n)),
        }
    }
}

/// Rows that a clause takes.
#[derive(Clone, Debug)]
pub struct Back {
    pub code: String,
    pub title: Text,
    pub rows: Count,
    /// Set aside altogether; else only the channels are lost.
    pub aside: bool,
    pub channels: Vec<Channel>,
    /// The point of the letter that speaks of it, from 1.
    pub point: Option<usize>,
}

/// The word of a block, and what it could be.
#[derive(Clone, Copy, Debug)]
pub struct Outlook {
    pub block: Block,
    pub now: Word,
    pub at_best: Word,
    /// Every step of the path is owed by the addressee.
    pub all_theirs: bool,
}

/// A document to read, or several that only the same questions are asked of.
#[derive(Clone, Debug)]
pub struct Reading {
    /// As the dossier names it; none if the question is about rows and not about one kind of document.
    pub document: Option<Label>,
    pub kinds: Vec<&'static str>,
    pub questions: Vec<Question>,
}

/// The question of a check, to be answered by one of its bins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub check: String,
    pub question: Text,
    pub answers: Vec<String>,
    pub clauses: Vec<String>,
    pub severity: Severity,
}
