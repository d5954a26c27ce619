//! Everything that has a name, and the entry that a name leads to.

use super::topics::{PAGES, Topic};
use crate::base::code::{self, Code};
use crate::base::error::{Errors, Result};
use crate::checks::CATALOGUE;
use crate::cli::policy_file::choose;
use crate::record::check::Check;
use crate::record::ledger::Reason;
use crate::record::policy::{Clause, OwnCheck, Policy, Remedy};

/// What can be explained.
pub enum Entry<'a> {
    Page(&'static Topic),
    Check(&'static Check),
    Own(&'a OwnCheck),
    Clause(&'a Clause),
    Remedy(&'a Remedy),
    Reason(Reason),
    Code(&'static Code),
}

/// All of it, and the policy whose clauses it holds.
pub struct Shelf {
    pub policy: Result<Policy>,
}

impl Shelf {
    /// The policy of a record.
    pub fn of(policy: Policy) -> Self {
        Self { policy: Ok(policy) }
    }

    /// A policy that cannot be read hides its own clauses only: an error code is explained all the same.
    pub fn new(policy: &str) -> Self {
        Self {
            policy: choose(policy).map(|c| c.policy),
        }
    }

    pub fn entries(&self) -> Vec<Entry<'_>> {
        let clauses = self.policy.iter().flat_map(|p| &p.clauses);
        let own = self.policy.iter().flat_map(|p| &p.own);
        let remedies = self.policy.iter().flat_map(|p| p.remedies.values());
        PAGES
            .iter()
            .map(Entry::Page)
            .chain(CATALOGUE.iter().copied().map(Entry::Check))
            .chain(own.map(Entry::Own))
            .chain(clauses.map(Entry::Clause))
            .chain(remedies.map(Entry::Remedy))
            .chain(Reason::ALL.into_iter().map(Entry::Reason))
            .chain(code::all().map(Entry::Code))
            .collect()
    }

    /// The first entry of this name, in either case.
    ///
    /// # Errors
    /// Those of the policy, if the name might be one of its clauses.
    pub fn find(&self, topic: &str) -> std::result::Result<Option<Entry<'_>>, Errors> {
        let found = self
            .entries()
            .into_iter()
            .find(|e| e.names().iter().any(|n| n.eq_ignore_ascii_case(topic)));
        match (&found, &self.policy) {
            (None, Err(errors)) => Err(errors.clone()),
            _ => Ok(found),
        }
    }

    pub fn names(&self) -> Vec<String> {
        self.entries()
            .iter()
            .flat_map(|e| e.names().into_iter().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    /// Codes of the clauses that ask a check, by what they count or by a condition.
    pub fn asked_by(&self, check: &str) -> Vec<&str> {
        self.policy
            .iter()
            .flat_map(|p| &p.clauses)
            .filter(|c| c.check == check || c.conditions.contains_key(check))
            .map(|c| c.code.as_str())
            .collect()
    }
}

impl Entry<'_> {
    /// The name, and for codes the stable name as well.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Page(p) => vec![p.name],
            Self::Check(c) => vec![c.id],
            Self::Own(c) => vec![&c.id],
            Self::Clause(c) => vec![&c.code],
            Self::Remedy(r) => vec![&r.code],
            Self::Reason(r) => vec![r.name()],
            Self::Code(c) => vec![c.id, c.name],
        }
    }
}
