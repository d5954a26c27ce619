//! Everything that has a name, and the entry that a name leads to.

use super::topics::{PAGES, Topic};
use crate::base::code::{self, Code};
use crate::checks::CATALOGUE;
use crate::record::check::Check;
use crate::record::ledger::Reason;

/// What can be explained.
pub enum Entry {
    Check(&'static Check),
    Code(&'static Code),
    Reason(Reason),
    Page(&'static Topic),
}

/// All of it.
pub struct Shelf {
    entries: Vec<Entry>,
}

impl Shelf {
    pub fn new() -> Self {
        let entries = PAGES
            .iter()
            .map(Entry::Page)
            .chain(CATALOGUE.iter().copied().map(Entry::Check))
            .chain(Reason::ALL.into_iter().map(Entry::Reason))
            .chain(code::all().map(Entry::Code))
            .collect();
        Self { entries }
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Names are read as they are written; codes also in lower case.
    pub fn find(&self, topic: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|e| e.names().iter().any(|n| n.eq_ignore_ascii_case(topic)))
    }

    pub fn names(&self) -> Vec<String> {
        self.entries
            .iter()
            .flat_map(Entry::names)
            .map(str::to_owned)
            .collect()
    }
}

impl Entry {
    /// The name, and for codes the stable name as well.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Check(c) => vec![c.id],
            Self::Code(c) => vec![c.id, c.name],
            Self::Reason(r) => vec![r.name()],
            Self::Page(p) => vec![p.name],
        }
    }
}
