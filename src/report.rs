//! What people and programs read. One model, [`Report`], built once from census, policy, verdict and path; every format
//! is a projection of it. Printers do not count, filter or decide, and the exit code comes from the verdict.
//!
//! [`form`] names the forms: [`human`] is the terminal, [`json`], [`ndjson`] and [`csv`] are for programs, [`markdown`]
//! for a page that others write. [`messages`] is the form of all errors. A report holds counts, codes, digests and
//! labels; no other text has a way in.

pub mod build;
pub mod csv;
pub mod disclaimer;
pub mod form;
pub mod human;
pub mod json;
pub mod letter;
pub mod look;
pub mod markdown;
pub mod messages;
pub mod ndjson;
pub mod page;
#[cfg(test)]
pub mod sample;
pub mod things;
pub mod verified;
mod wire;
pub mod words;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;
use crate::base::lang::{Text, Words};
use crate::record::census::Tool;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::ledger::Reason;
use crate::record::matrix::Certainty;
use crate::record::policy::asks::Cells;
use crate::record::policy::{Bound, Owner};
use crate::record::verdict::{Acquisition, Contact, Decided, Finding, Status, Word};

/// One audit, ready to be shown.
#[derive(Clone, Debug)]
pub struct Report {
    /// `B-7F3A-…`: computable from the signed statement alone.
    pub record: String,
    pub as_of: Day,
    pub tool: Tool,
    pub policy: PolicyHead,
    pub subjects: Vec<Subject>,
    pub rows: Rows,
    /// None where the dossier was withheld.
    pub papers: Option<PapersHead>,
    pub acquisition: Acquisition,
    pub contact: Contact,
    /// The exit code of the audit, from the verdict.
    pub exit: u8,
    /// Of all blocks, in the order in which people read them: open ones first, by severity, breached before unproven,
    /// then rows, then code; after them met ones with rows set aside or withheld; then the rest.
    pub findings: Vec<Line>,
    /// None where the census was withheld: what to do next cannot be worked out without it.
    pub path: Option<Paths>,
    /// Open findings of the block `buyer`.
    pub tasks: Vec<Task>,
    /// Open cells of the contact matrix that the policy's owner settled.
    pub decisions: Vec<Decided>,
    pub signature: Signature,
    /// What could not be shown, since census and dossier were withheld. Empty for a whole record.
    pub missing: Vec<Missing>,
}

/// A list file.
#[derive(Clone, Debug, Serialize)]
pub struct Subject {
    pub name: Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    pub sha256: Sha256,
}

/// Something that only census or dossier tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    Path,
    QuarantineReasons,
    ListSizes,
    Countries,
    Papers,
    DueDates,
}

impl Missing {
    pub const ALL: [Self; 6] = [
        Self::Path,
        Self::QuarantineReasons,
        Self::ListSizes,
        Self::Countries,
        Self::Papers,
        Self::DueDates,
    ];

    /// As it stands in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::QuarantineReasons => "quarantine-reasons",
            Self::ListSizes => "list-sizes",
            Self::Countries => "countries",
            Self::Papers => "papers",
            Self::DueDates => "due-dates",
        }
    }
}

#[derive(Clone, Debug)]
pub struct PolicyHead {
    pub id: String,
    pub version: String,
    pub sha256: Sha256,
    pub review_by: Day,
    /// Whether the text is the shipped one of its name.
    pub shipped: bool,
}

/// The row ledger, in short.
#[derive(Clone, Debug)]
pub struct Rows {
    pub read: u64,
    pub loaded: u64,
    /// By reason; none where the census was withheld.
    pub reasons: Option<BTreeMap<Reason, u64>>,
}

impl Rows {
    /// Records that were read and not loaded.
    pub const fn quarantined(&self) -> u64 {
        self.read.saturating_sub(self.loaded)
    }
}

/// What stands beside the list.
#[derive(Clone, Debug, Default)]
pub struct PapersHead {
    /// Names of the buyer.
    pub buyer: Vec<Label>,
    /// None: no plan, all channels are judged.
    pub plan: Option<Vec<Channel>>,
    pub declaration: bool,
    pub documents: u64,
}

/// A finding with what its clause says.
#[derive(Clone, Debug)]
pub struct Line {
    pub finding: Finding,
    pub scope: Scope,
    pub title: Text,
    pub certainty: Certainty,
    pub max: Bound,
    pub max_unproven: Bound,
    pub law: Vec<String>,
    /// What to ask for, as the finding stands.
    pub remedy: Option<String>,
    /// The channels that the clause concerns: it withholds from them, or names them.
    pub channels: Vec<Channel>,
    /// Where in the contact matrix its open rows were looked up.
    pub cells: Option<Cells>,
}

impl Line {
    pub fn open(&self) -> bool {
        matches!(
            self.finding.status,
            Status::Breached | Status::Unproven | Status::Waived
        )
    }

    /// Units in bad and unproven bins together; none if a figure is too small to be written.
    pub fn affected(&self) -> Option<u64> {
        let f = &self.finding;
        let few = f.few.iter().any(|n| n == "bad" || n == "unproven");
        (!few).then(|| f.bad.unwrap_or(0) + f.unproven.unwrap_or(0))
    }

    /// The figure that decided: bad units of a breached clause, unproven ones of an unproven one, else both together.
    pub fn counted(&self) -> Option<u64> {
        match self.finding.status {
            Status::Breached => self.finding.bad,
            Status::Unproven => self.finding.unproven,
            _ => self.affected(),
        }
    }

    /// Whether rows lose something by this clause.
    pub fn takes_rows(&self) -> bool {
        !self.finding.withhold.is_empty() && self.affected() != Some(0)
    }

    pub fn sets_aside(&self) -> bool {
        self.takes_rows() && self.finding.withhold.iter().any(|t| t == "hold")
    }
}

/// What to do next, per block.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    pub acquisition: Option<Way>,
    pub contact: Option<Way>,
}

/// The path of a block: the word that the rules give if the clauses of its steps were met.
#[derive(Clone, Debug)]
pub struct Way {
    pub at_best: Word,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Step {
    /// Code of the remedy.
    pub remedy: String,
    pub sentence: Text,
    pub owed_by: Owner,
    pub clauses: Vec<String>,
    /// Rows concerned, if the clauses are about rows and the figure may be written.
    pub rows: Option<u64>,
}

/// Something that only the buyer can do.
#[derive(Clone, Debug)]
pub struct Task {
    pub code: String,
    pub status: Status,
    pub title: Text,
    pub due: Option<Day>,
}

/// What is known of a signature when the report is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Nothing was signed.
    NotChecked,
    /// A bundle that nobody vouches for: whatever it says stands under a line that says so.
    Unverified,
    /// The fingerprints under which the signatures were checked, as somebody outside the bundle named them.
    Checked(Vec<String>),
    /// This run signed; the fingerprints of its keys.
    Signed(Vec<String>),
}

impl Signature {
    /// As it stands in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotChecked | Self::Unverified => "not-checked",
            Self::Checked(_) => "checked",
            Self::Signed(_) => "signed",
        }
    }

    pub fn keys(&self) -> &[String] {
        match self {
            Self::NotChecked | Self::Unverified => &[],
            Self::Checked(keys) | Self::Signed(keys) => keys,
        }
    }
}

impl Report {
    /// What stands above everything that nobody vouches for.
    pub fn banner(&self) -> Option<Words> {
        (self.signature == Signature::Unverified).then_some(disclaimer::UNVERIFIED)
    }
}

#[cfg(test)]
mod tests;
