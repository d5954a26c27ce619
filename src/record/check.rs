//! A check is data: a name, closed and ordered bins, a page in two languages, examples. It holds no sorter and knows no
//! threshold, severity or law; what sorts the units lives beside it in `checks/<id>.rs`.

use serde::{Deserialize, Serialize};

use super::column::Column;
use crate::base::lang::{Lang, Words};

/// What the unit of a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A loaded row.
    Row,
    /// A value that rows share: a source, a day, a domain.
    Key,
    /// A kind of document of the vendor's file: one unit per kind.
    Document,
    /// The buyer's file: one unit, or one per slot.
    Buyer,
    /// The delivery itself: one unit.
    Delivery,
}

/// One check. Bins are ordered worst first and end with `illegible`, `blank`.
#[derive(Debug)]
pub struct Check {
    pub id: &'static str,
    /// Raised whenever a unit may land in another bin than before.
    pub rev: u32,
    pub scope: Scope,
    /// The canonical columns read (row and key checks).
    pub columns: &'static [Column],
    pub bins: &'static [&'static str],
    /// Markdown. First line: the question. Then four headings.
    pub page: Words,
    pub examples: &'static [Example],
}

impl Check {
    /// Position of a bin that the check has; `blank` if it has none of this name, which the catalogue's test excludes.
    pub fn at(&self, name: &str) -> usize {
        debug_assert!(self.bins.contains(&name), "{}: no bin {name}", self.id);
        self.bin(name).unwrap_or(self.bins.len() - 1)
    }

    /// Position of a bin.
    pub fn bin(&self, name: &str) -> Option<usize> {
        self.bins.iter().position(|b| *b == name)
    }

    /// The question that the check answers: the first line of its page.
    pub fn question(&self, lang: Lang) -> &'static str {
        self.page
            .get(lang)
            .lines()
            .next()
            .unwrap_or_default()
            .trim()
    }
}

/// A small set of rows, with papers if needed, and the bin of each row, key or unit, as of 2026-11-23.
///
/// `rows`: one slice of cells per row, in the order of the check's `columns`; a list without the last columns has shorter
/// rows. `bins`: one per row for row checks; for
/// key checks one per unit, in sorted order of the bins' positions; for the others one per unit that is not `blank`
/// (a check with a single unit: exactly one).
///
/// For checks of the delivery the rows are the delivered file, its cells joined by commas and its rows by line ends; for
/// suppression lists, as for every file that the texts name, the content is the path.
#[derive(Debug)]
pub struct Example {
    pub rows: &'static [&'static [&'static str]],
    /// The vendor's declaration (TOML), or empty.
    pub declaration: &'static str,
    /// The buyer's dossier (TOML), or empty. Documents named in either text are taken to be at hand, their content
    /// being their path, unless the path begins with `missing/`.
    pub dossier: &'static str,
    /// Loaded and unread records, where they are not just the rows.
    pub ledger: Option<(u64, u64)>,
    /// The first of the rows is the header line, by which the columns are recognised.
    pub headed: bool,
    pub bins: &'static [&'static str],
}

impl Example {
    pub const fn rows(
        rows: &'static [&'static [&'static str]],
        bins: &'static [&'static str],
    ) -> Self {
        Self {
            rows,
            declaration: "",
            dossier: "",
            ledger: None,
            headed: false,
            bins,
        }
    }

    /// An example without rows: document, buyer and delivery checks.
    pub const fn papers(
        declaration: &'static str,
        dossier: &'static str,
        bins: &'static [&'static str],
    ) -> Self {
        Self {
            rows: &[],
            declaration,
            dossier,
            ledger: None,
            headed: false,
            bins,
        }
    }

    /// With so many loaded and unread records.
    pub const fn ledger(mut self, loaded: u64, unread: u64) -> Self {
        self.ledger = Some((loaded, unread));
        self
    }

    /// With a header line as its first row.
    pub const fn headed(mut self) -> Self {
        self.headed = true;
        self
    }

    pub const fn with(mut self, declaration: &'static str, dossier: &'static str) -> Self {
        self.declaration = declaration;
        self.dossier = dossier;
        self
    }
}

/// Rows for an example of shares: `one` throughout, but for as many as each of the `others` takes.
pub const fn mostly<const N: usize>(
    one: &'static [&'static str],
    others: &[(usize, &'static [&'static str])],
) -> [&'static [&'static str]; N] {
    let mut rows: [&'static [&'static str]; N] = [one; N];
    let (mut at, mut which) = (0, 0);
    while which < others.len() {
        let mut n = 0;
        while n < others[which].0 {
            rows[at] = others[which].1;
            at += 1;
            n += 1;
        }
        which += 1;
    }
    rows
}

/// Finds a check of a catalogue.
pub fn find(catalogue: &[&'static Check], id: &str) -> Option<&'static Check> {
    catalogue.iter().copied().find(|c| c.id == id)
}
