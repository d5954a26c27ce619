//! The row ledger: every physical record of the list is accounted for, or the run fails.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Why a record was not loaded. Closed list; nothing is padded, cut or dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    TooFewFields,
    TooManyFields,
    UnclosedQuote,
    Undecodable,
    Nul,
    OverLimit,
    NotARecord,
}

impl Reason {
    pub const ALL: [Reason; 7] = [
        Self::TooFewFields,
        Self::TooManyFields,
        Self::UnclosedQuote,
        Self::Undecodable,
        Self::Nul,
        Self::OverLimit,
        Self::NotARecord,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::TooFewFields => "too-few-fields",
            Self::TooManyFields => "too-many-fields",
            Self::UnclosedQuote => "unclosed-quote",
            Self::Undecodable => "undecodable",
            Self::Nul => "nul",
            Self::OverLimit => "over-limit",
            Self::NotARecord => "not-a-record",
        }
    }
}

/// `physical = header + preamble + footer + repeatedHeader + blank + read`, `read = loaded + quarantined`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ledger {
    pub physical: u64,
    pub header: u64,
    pub preamble: u64,
    pub footer: u64,
    pub repeated_header: u64,
    pub blank: u64,
    pub read: u64,
    pub loaded: u64,
    /// Reasons with at least one record.
    pub quarantined: BTreeMap<Reason, u64>,
}

impl Ledger {
    pub fn quarantined(&self) -> u64 {
        self.quarantined.values().sum()
    }

    pub fn balances(&self) -> bool {
        self.physical
            == self.header
                + self.preamble
                + self.footer
                + self.repeated_header
                + self.blank
                + self.read
            && self.read == self.loaded + self.quarantined()
    }

    pub fn add(&mut self, other: &Self) {
        self.physical += other.physical;
        self.header += other.header;
        self.preamble += other.preamble;
        self.footer += other.footer;
        self.repeated_header += other.repeated_header;
        self.blank += other.blank;
        self.read += other.read;
        self.loaded += other.loaded;
        for (reason, n) in &other.quarantined {
            *self.quarantined.entry(*reason).or_default() += n;
        }
    }
}
