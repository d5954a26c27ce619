//! The verdict: findings and words. The only origin of the exit code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Met,
    Breached,
    Unproven,
    Waived,
    NotApplicable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Blocker,
    Major,
    Minor,
    Info,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Acquisition,
    Contact,
    Buyer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Law,
    Guidance,
    Case,
    Default,
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
}

/// `accepted + setAside = loaded rows` if hold was measured under this policy; else the three are absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Acquisition {
    pub verdict: Word,
    pub accepted: u64,
    pub set_aside: u64,
    pub set_aside_bad: u64,
    pub set_aside_unproven: u64,
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
    /// Why it is unproven although nothing was counted: `not-measured`, `no-units`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
}
