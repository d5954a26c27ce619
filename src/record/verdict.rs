//! The verdict: findings and words. The only origin of the exit code.
//!
//! [`judge()`] makes it from a policy and a census, and from nothing else: [`outcome`] counts what a clause demands,
//! [`words`] draws the words from the findings and from the compiled tallies.

pub mod account;
mod judge;
pub mod outcome;
#[cfg(test)]
pub mod tests;
pub mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::matrix::Decision;

pub use judge::judge;

pub const SCHEMA: &str = "beleg.verdict/1";
/// The number of the judging rules. Every released number stays implemented.
pub const JUDGE: u32 = 1;

/// Worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    Rejected,
    NotAssessable,
    Conditional,
    NoObjection,
}

impl Word {
    /// As it stands in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::NotAssessable => "not-assessable",
            Self::Conditional => "conditional",
            Self::NoObjection => "no-objection",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Met,
    Breached,
    Unproven,
    Waived,
    NotApplicable,
}

impl Status {
    /// As it stands in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Breached => "breached",
            Self::Unproven => "unproven",
            Self::Waived => "waived",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// Breached or unproven: something is owed.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Breached | Self::Unproven)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Blocker,
    Major,
    Minor,
    Info,
}

impl Severity {
    /// As it stands in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Info => "info",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Acquisition,
    Contact,
    Buyer,
}

impl Block {
    /// As it stands in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acquisition => "acquisition",
            Self::Contact => "contact",
            Self::Buyer => "buyer",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Law,
    Guidance,
    Case,
    Default,
}

impl Level {
    pub const ALL: [Self; 4] = [Self::Law, Self::Guidance, Self::Case, Self::Default];

    /// As it stands in records and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Guidance => "guidance",
            Self::Case => "case",
            Self::Default => "default",
        }
    }
}

/// Written as `data/verdict.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verdict {
    pub schema: String,
    pub judge: u32,
    pub acquisition: Acquisition,
    pub contact: Contact,
    /// Of all three blocks, in the order of the policy.
    pub findings: Vec<Finding>,
    /// Open cells of the contact matrix that the policy's owner settled: in force, and of planned channels.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub decisions: Vec<Decided>,
}

/// One decision on the contact matrix. An axis that is absent stands for every group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decided {
    pub country: String,
    pub channel: Channel,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subscriber: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mailbox: Option<String>,
    pub value: String,
    /// The line of the policy.
    pub line: u64,
    /// Who decided, when, and why.
    pub decision: Decision,
}

/// `accepted + setAside = loaded rows` if hold was measured under this policy; else the counts are absent and the word
/// rests on what was measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Acquisition {
    pub verdict: Word,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub accepted: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub set_aside: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub set_aside_bad: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub set_aside_unproven: Option<u64>,
    /// Clauses of the block per status; sums to its clauses.
    pub findings: BTreeMap<Status, u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    pub verdict: Word,
    pub findings: BTreeMap<Status, u64>,
    /// Planned channels with at least one address.
    pub channels: BTreeMap<Channel, ChannelWord>,
}

/// `usable + withheldBad + withheldUnproven + noAddress = loaded rows`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChannelWord {
    pub verdict: Word,
    pub usable: u64,
    pub withheld_bad: u64,
    pub withheld_unproven: u64,
    pub no_address: u64,
}

/// Clause × tally. Of a row clause, a count from 1 to 4 is not written; its name stands in `few`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    pub code: String,
    pub block: Block,
    pub severity: Severity,
    pub level: Level,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub units: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub bad: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unproven: Option<u64>,
    pub few: Vec<String>,
    /// The line of the policy.
    pub line: u64,
    /// Of a met finding whose check has grade bins: the weakest in which a unit lies.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub grade: Option<String>,
    pub withhold: Vec<String>,
    /// Why it is unproven although nothing was counted: `not-measured` (the census was not asked this), `no-units` (no
    /// rows, no declaration).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}

impl Verdict {
    /// The exit code of a run that judged: the worse of both blocks in the order rejected (1), not assessable (3), the
    /// rest (0); `conditional` is 1 on request.
    pub fn exit(&self, fail_on_conditional: bool) -> u8 {
        let words = [self.acquisition.verdict, self.contact.verdict];
        let failed =
            |w: &Word| *w == Word::Rejected || fail_on_conditional && *w == Word::Conditional;
        if words.iter().any(failed) {
            1
        } else if words.contains(&Word::NotAssessable) {
            3
        } else {
            0
        }
    }

    pub fn finding(&self, code: &str) -> Option<&Finding> {
        self.findings.iter().find(|f| f.code == code)
    }
}
