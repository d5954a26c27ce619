//! A policy: which share of which bins is bearable, under which conditions, and what follows. TOML, written by lawyers
//! as much as by programmers; a [`Policy`] exists only if its text has passed every test of [`lint`], so that nothing
//! in it fails open or cannot bite.
//!
//! [`Policy::parse`] reads one resolved text against a [`Catalogue`] of checks: those of this program, or those that a
//! census was measured with. [`asks`] says what must be counted for it, [`withhold`] compiles it into one more row check
//! per target.

pub mod asks;
pub mod bound;
pub mod cases;
pub mod catalogue;
pub mod compare;
mod lint;
pub mod own;
mod parse;
mod resolve;
pub mod withhold;

use std::collections::BTreeMap;

use super::ask::Fold;
use super::channel::Channel;
use super::check::Scope;
use super::matrix::{Certainty, Matrix};
use super::verdict::{Block, Level, Severity};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::error::Result;
use crate::base::lang::Text;

pub use bound::Bound;
pub use catalogue::Catalogue;
pub use own::{Formula, OwnCheck};
pub use resolve::{Load, resolve};
pub use withhold::{KeyClause, Loss, Open, Reason, State, Targets, Withholding};

/// A policy that has passed all tests.
#[derive(Clone, Debug)]
pub struct Policy {
    pub id: String,
    pub version: String,
    /// After this day reports warn: the law may have moved on.
    pub review_by: Day,
    /// Digest of the text.
    pub sha256: Sha256,
    pub waiver_rules: WaiverRules,
    /// How rows are read on the two folded axes of the matrix.
    pub subscriber: Fold,
    pub mailbox: Fold,
    /// Per channel the bins of checks that mean: no address. All six are there.
    pub address: BTreeMap<Channel, BTreeMap<String, Vec<String>>>,
    pub matrix: Matrix,
    pub clauses: Vec<Clause>,
    pub remedies: BTreeMap<String, Remedy>,
    /// Its own checks, in the order of the text.
    pub own: Vec<OwnCheck>,
    /// The checks that it was read against, and its own.
    pub checks: Catalogue,
}

/// `[policy] waivers`: what waivers of this policy's clauses must satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaiverRules {
    pub max_days: u64,
    pub approver_must_differ: bool,
}

/// One demand. Codes are stable and never reused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub code: String,
    /// Line of the policy, from 1.
    pub line: u64,
    pub check: String,
    pub scope: Scope,
    /// Check → bins, in the order of the check.
    pub conditions: BTreeMap<String, Vec<String>>,
    pub bad: Vec<String>,
    pub unproven: Vec<String>,
    pub good: Vec<String>,
    pub max: Bound,
    pub max_unproven: Bound,
    pub severity: Severity,
    pub block: Block,
    pub withhold: Vec<Target>,
    /// Of a contact clause that withholds nothing: the channels it concerns.
    pub channels: Vec<Channel>,
    pub level: Level,
    /// Certainty of the first source of law.
    pub certainty: Certainty,
    pub law: Vec<String>,
    /// Lines of the article that the product starts from.
    pub seed: Vec<u64>,
    pub waivable: bool,
    pub title: Text,
    pub demand: Text,
    pub remedy_unproven: Option<String>,
    pub remedy_breached: Option<String>,
}

/// What units in a bad or unproven bin lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The row is set aside altogether.
    Hold,
    All,
    Channel(Channel),
}

impl Target {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::All => "all",
            Self::Channel(c) => c.name(),
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        match name {
            "hold" => Some(Self::Hold),
            "all" => Some(Self::All),
            n => Channel::find(n).map(Self::Channel),
        }
    }

    /// Whether the target takes rows from a channel; holding takes them from every channel.
    pub fn takes(self, channel: Channel) -> bool {
        match self {
            Self::Hold | Self::All => true,
            Self::Channel(c) => c == channel,
        }
    }
}

impl Clause {
    pub fn holds(&self) -> bool {
        self.withhold.contains(&Target::Hold)
    }

    /// The channels that a clause of contact concerns: those it withholds from, else those it names.
    pub fn concerns(&self, channel: Channel) -> bool {
        self.withhold.iter().any(|t| t.takes(channel)) || self.channels.contains(&channel)
    }

    /// Whether a unit in this bin counts as bad, unproven or good.
    pub fn state(&self, bin: &str) -> State {
        if self.bad.iter().any(|b| b == bin) {
            State::Bad
        } else if self.good.iter().any(|b| b == bin) {
            State::Good
        } else {
            State::Unproven
        }
    }
}

/// Who owes the first step of a remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    Vendor,
    Buyer,
    Reviewer,
    Counsel,
}

/// What to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    pub code: String,
    pub line: u64,
    pub owed_by: Owner,
    /// Documents (`D03`), items of the buyer (`B01`), columns (`column:source`), `rows`, `review` …
    pub objects: Vec<String>,
    pub sentence: Text,
    /// The conditional wording, for a fact that nobody has stated.
    pub if_unknown: Option<Text>,
}

/// Shipped policies: name, text. Embedded and digested as they stand.
const SHIPPED: &[(&str, &str)] = &[("eu-b2b", include_str!("../../policies/eu-b2b.toml"))];

impl Policy {
    /// Reads and tests a resolved text. All slips are reported at once, with line and column.
    ///
    /// # Errors
    /// Codes of the area P, exit 2.
    pub fn parse(file: &str, text: &str, catalogue: impl Into<Catalogue>) -> Result<Self> {
        parse::parse(file, text, catalogue.into())
    }

    /// The text of a shipped policy.
    pub fn shipped(name: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(n, _)| *n == name).map(|(_, t)| *t)
    }

    /// Names of the shipped policies.
    pub fn shipped_names() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(n, _)| *n)
    }

    pub fn clause(&self, code: &str) -> Option<&Clause> {
        self.clauses.iter().find(|c| c.code == code)
    }

    /// The name of a remedy that the policy has.
    pub fn clause_remedy(&self, name: &Option<String>) -> Option<&str> {
        self.remedies
            .get_key_value(name.as_deref()?)
            .map(|(k, _)| k.as_str())
    }

    /// The label of the policy in a statement, if its text is a shipped one.
    pub fn shipped_uri(&self) -> Option<String> {
        let text = Self::shipped(&self.id)?;
        (Sha256::of(text.as_bytes()) == self.sha256)
            .then(|| format!("urn:beleg:policy:{}:{}", self.id, self.version))
    }
}

#[cfg(test)]
pub mod tests;
