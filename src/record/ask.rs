//! An ask is a set of axes over units of one scope; its tally is the joint, sparse count table. Row checks are asked
//! crossed with `country`; beyond that only what a policy asks with `where`.
//!
//! Axes are written out in full (which bins form a group, how a fold reads its checks), so that two policies that ask
//! the same thing share a tally, and a census answers for itself what was counted.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::check::Scope;

/// One dimension of a tally. Its values in a cell are texts: a bin; `in` or `out`; a group of a fold; `present` or
/// `absent`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Axis {
    /// Every bin of a check.
    Check(String),
    /// The bins that one condition names, against all others.
    Where { check: String, bins: Vec<String> },
    /// An axis of the contact matrix, folded from one or two checks.
    Fold(Fold),
    /// Whether the row has an address for a channel.
    Address {
        channel: Channel,
        absent: BTreeMap<String, Vec<String>>,
    },
}

/// How an axis of the matrix is read from checks: the first line of `first` that fits decides, else the group that
/// names the bin of `check`, else `unclear`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fold {
    pub name: String,
    pub check: String,
    pub first: Vec<First>,
    pub groups: Vec<Group>,
}

/// `first = { mail-nature = { sole-trader = ["personal"] } }`
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct First {
    pub check: String,
    pub group: String,
    pub bins: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    pub name: String,
    pub bins: Vec<String>,
}

/// The group of everything that no group names.
pub const UNCLEAR: &str = "unclear";

impl Fold {
    /// The group of a unit whose bins are given by `bin`.
    pub fn group<'a>(&'a self, bin: &dyn Fn(&str) -> &'a str) -> &'a str {
        self.first
            .iter()
            .find(|x| x.bins.iter().any(|b| b == bin(&x.check)))
            .map(|x| x.group.as_str())
            .or_else(|| {
                self.groups
                    .iter()
                    .find(|g| g.bins.iter().any(|b| b == bin(&self.check)))
                    .map(|g| g.name.as_str())
            })
            .unwrap_or(UNCLEAR)
    }
}

impl Axis {
    /// The checks that the axis reads.
    pub fn checks(&self) -> Vec<&str> {
        match self {
            Self::Check(c) | Self::Where { check: c, .. } => vec![c],
            Self::Fold(f) => f
                .first
                .iter()
                .map(|x| x.check.as_str())
                .chain([f.check.as_str()])
                .collect(),
            Self::Address { absent, .. } => absent.keys().map(String::as_str).collect(),
        }
    }

    /// The value on this axis of a unit whose bins are given by `bin`.
    pub fn value<'a>(&'a self, bin: &dyn Fn(&str) -> &'a str) -> &'a str {
        match self {
            Self::Check(c) => bin(c),
            Self::Where { check, bins } => {
                let b = bin(check);
                if bins.iter().any(|x| x == b) {
                    "in"
                } else {
                    "out"
                }
            }
            Self::Fold(f) => f.group(bin),
            Self::Address { absent, .. } => {
                let none = absent
                    .iter()
                    .any(|(c, bins)| bins.iter().any(|b| b == bin(c)));
                if none { "absent" } else { "present" }
            }
        }
    }

    /// All values that the axis can have, given the bins of a check.
    pub fn values<'a>(&'a self, bins: &dyn Fn(&str) -> Vec<&'a str>) -> Vec<&'a str> {
        match self {
            Self::Check(c) => bins(c),
            Self::Where { .. } => vec!["in", "out"],
            Self::Fold(f) => {
                let mut all: Vec<&str> = f.groups.iter().map(|g| g.name.as_str()).collect();
                for name in f.first.iter().map(|x| x.group.as_str()).chain([UNCLEAR]) {
                    if !all.contains(&name) {
                        all.push(name);
                    }
                }
                all
            }
            Self::Address { .. } => vec!["present", "absent"],
        }
    }
}

/// What is counted together. Two equal asks are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ask {
    pub scope: Scope,
    pub axes: Vec<Axis>,
}

impl Ask {
    /// A check of row scope, crossed with the country.
    pub fn by_country(check: &str) -> Self {
        let mut axes = vec![Axis::Check(check.to_owned())];
        if check != "country" {
            axes.push(Axis::Check("country".to_owned()));
        }
        Self {
            scope: Scope::Row,
            axes,
        }
    }

    /// A check alone.
    pub fn of(scope: Scope, check: &str) -> Self {
        Self {
            scope,
            axes: vec![Axis::Check(check.to_owned())],
        }
    }
}
