//! The contact matrix: which rule governs a message, by country, channel, kind of subscriber and kind of mailbox.
//!
//! The look-up fails closed: an unknown country, an unsure cell (certainty L, sources in conflict), a cell that is not
//! in force yet, and a value whose clauses are not all in the policy are read as [`Value::Open`], the strictest; what
//! could be two cells is read as the stricter one.

use std::collections::{BTreeMap, BTreeSet};

use super::channel::Channel;
use crate::base::clock::{AsOf, Day};

/// What a cell demands, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Open,
    OptIn,
    OptInSoft,
    OptInUnlessPublished,
    PresumedConsent,
    DncScreen,
    OptOutRelevant,
    OptOut,
    LiaOptOut,
}

impl Value {
    pub const ALL: [Value; 9] = [
        Self::Open,
        Self::OptIn,
        Self::OptInSoft,
        Self::OptInUnlessPublished,
        Self::PresumedConsent,
        Self::DncScreen,
        Self::OptOutRelevant,
        Self::OptOut,
        Self::LiaOptOut,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OptIn => "opt-in",
            Self::OptInSoft => "opt-in-soft",
            Self::OptInUnlessPublished => "opt-in-unless-published",
            Self::PresumedConsent => "presumed-consent",
            Self::DncScreen => "dnc-screen",
            Self::OptOutRelevant => "opt-out-relevant",
            Self::OptOut => "opt-out",
            Self::LiaOptOut => "lia-opt-out",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.name() == name)
    }
}

/// How sure the sources are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    High,
    Medium,
    Low,
}

impl Certainty {
    pub const NAMES: [&'static str; 3] = ["H", "M", "L"];

    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "H",
            Self::Medium => "M",
            Self::Low => "L",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        [Self::High, Self::Medium, Self::Low]
            .into_iter()
            .find(|c| c.name() == name)
    }
}

/// The groups of the two folded axes. What is in neither is unclear: both are looked up, the stricter counts.
pub const SUBSCRIBERS: [&str; 2] = ["legal", "sole-trader"];
pub const MAILBOXES: [&str; 2] = ["role", "named"];

/// One researched cell. An axis that is none matches every group (`any`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub country: String,
    pub channel: Channel,
    pub subscriber: Option<String>,
    pub mailbox: Option<String>,
    /// As written: a value, `depends` or `unknown`.
    pub written: String,
    pub certainty: Certainty,
    pub law: Vec<String>,
    /// The register that must or may be screened, its scope, and the age in days that a screening may have.
    pub register: Option<String>,
    pub register_scope: Option<String>,
    pub max_age_days: Option<u64>,
    pub valid_from: Option<Day>,
    pub line: u64,
}

impl Cell {
    pub fn matches(&self, subscriber: &str, mailbox: &str) -> bool {
        self.subscriber.as_deref().is_none_or(|s| s == subscriber)
            && self.mailbox.as_deref().is_none_or(|m| m == mailbox)
    }

    /// The value that the cell bears on a day.
    pub fn value(&self, as_of: AsOf) -> Value {
        let in_force = self.valid_from.is_none_or(|d| d <= as_of);
        if self.certainty == Certainty::Low || !in_force {
            return Value::Open;
        }
        Value::find(&self.written).unwrap_or(Value::Open)
    }
}

/// All cells, and the values that are read as open on a channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    pub cells: Vec<Cell>,
    pub read_as_open: BTreeMap<Channel, BTreeSet<Value>>,
}

impl Matrix {
    /// The cell for groups that are both known. Messages on social networks use the e-mail cell of the named mailbox.
    pub fn cell(
        &self,
        channel: Channel,
        country: &str,
        subscriber: &str,
        mailbox: &str,
    ) -> Option<&Cell> {
        let (channel, mailbox) = match channel {
            Channel::Social => (Channel::Email, "named"),
            c => (c, mailbox),
        };
        self.cells.iter().find(|c| {
            c.channel == channel && c.country == country && c.matches(subscriber, mailbox)
        })
    }

    /// The value for a row that has an address for the channel; the folds may be `unclear`.
    pub fn value(
        &self,
        channel: Channel,
        country: &str,
        subscriber: &str,
        mailbox: &str,
        as_of: AsOf,
    ) -> Value {
        let one = |group: &str, all: [&'static str; 2]| -> Vec<&'static str> {
            let known: Vec<&'static str> = all.into_iter().filter(|g| *g == group).collect();
            if known.is_empty() {
                all.to_vec()
            } else {
                known
            }
        };
        let mut strictest = Value::LiaOptOut;
        for s in one(subscriber, SUBSCRIBERS) {
            for m in one(mailbox, MAILBOXES) {
                let found = self
                    .cell(channel, country, s, m)
                    .map_or(Value::Open, |c| c.value(as_of));
                strictest = strictest.min(self.read(channel, found));
            }
        }
        strictest
    }

    fn read(&self, channel: Channel, value: Value) -> Value {
        let open = self
            .read_as_open
            .get(&channel)
            .is_some_and(|v| v.contains(&value));
        if open { Value::Open } else { value }
    }

    /// Whether any cell of the channel bears the value, whatever is read as open. An open one is always possible.
    pub fn bears(&self, channel: Channel, value: Value) -> bool {
        let axis = match channel {
            Channel::Social => Channel::Email,
            c => c,
        };
        value == Value::Open
            || self
                .cells
                .iter()
                .any(|c| c.channel == axis && c.written == value.name())
    }
}
