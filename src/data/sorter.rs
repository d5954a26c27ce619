//! What a check's file plugs in: a function from a batch of rows to one position in the check's bins per row, or from
//! a key table to one bin per key.

use std::sync::Arc;

use super::batch::Batch;
use super::keys::{Beside, Kind, Secret, Table};
use super::own::Own;
use crate::record::check::Check;
use crate::record::papers::{KeyBin, Papers};

/// Sorts the rows of a batch. One position in the check's bins per row.
pub type RowSorter = fn(&Batch<'_>) -> Vec<u8>;

/// Sorts keys at the close.
pub type KeySorter = fn(&KeyView<'_>) -> Vec<KeyBin>;

/// A key table at the close, with everything that may decide about a key.
pub struct KeyView<'a> {
    pub table: &'a Table,
    pub papers: &'a Papers<'a>,
    /// To find the keys of declared values.
    pub secret: &'a Secret,
}

#[derive(Clone)]
pub enum Sorter {
    Row {
        check: &'static Check,
        sort: RowSorter,
    },
    /// An own check of the policy.
    Own {
        check: &'static Check,
        sort: Arc<Own>,
    },
    Key {
        check: &'static Check,
        kind: Kind,
        /// What the check counts beside the rows of a key.
        beside: Option<Beside>,
        sort: KeySorter,
    },
}

impl Sorter {
    pub fn check(&self) -> &'static Check {
        match self {
            Self::Row { check, .. } | Self::Own { check, .. } | Self::Key { check, .. } => check,
        }
    }
}
