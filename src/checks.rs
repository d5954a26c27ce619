//! The table of contents of all checks.
//!
//! Adding one is a file and two words: `checks/<id>.rs` with [`check!`](crate::check), its `mod` line here, and its name
//! in `catalog!`. A check sorts every unit into exactly one of its bins, worst first; the last two are `illegible` and
//! `blank`. It knows no threshold, no severity, no law.
//!
//! `cells sort` names a row sorter ([`RowSorter`](crate::data::sorter::RowSorter)), `keys(KIND) sort` a key sorter,
//! `papers sort` a sorter of documents, buyer's file or delivery, which exists in every build.

use crate::record::check::Check;
use crate::record::papers::PaperSorter;

/// Declares the check of this file as `CHECK`, and how it is sorted as `SORT`.
#[macro_export]
macro_rules! check {
    (
        en { $(#[doc = $en:literal])* }
        de { $(#[doc = $de:literal])* }
        $id:literal { $($field:ident : $value:expr),* $(,)? }
        $($how:tt)*
    ) => {
        pub static CHECK: $crate::record::check::Check = $crate::record::check::Check {
            id: $id,
            page: $crate::base::lang::Words { en: concat!($($en, "\n"),*), de: concat!($($de, "\n"),*) },
            $($field: $value),*
        };
        $crate::sorted_by!($($how)*);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! sorted_by {
    (cells $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> =
            Some($crate::data::sorter::Sorter::Row {
                check: &CHECK,
                sort: $sort,
            });
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = None;
    };
    (keys($kind:expr) $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> =
            Some($crate::data::sorter::Sorter::Key {
                check: &CHECK,
                kind: $kind,
                sort: $sort,
            });
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = None;
    };
    (papers $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> = None;
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = Some($sort);
    };
}

macro_rules! catalog {
    ($($name:ident),* $(,)?) => {
        /// Every check, in the order of this file.
        pub static CATALOGUE: &[&Check] = &[$(&$name::CHECK),*];

        const ALL_PAPERS: &[(&Check, Option<PaperSorter>)] = &[$((&$name::CHECK, $name::PAPERS)),*];

        #[cfg(feature = "engine")]
        const ALL_SORTERS: &[Option<crate::data::sorter::Sorter>] = &[$($name::SORT),*];
    };
}

/// Checks of documents, the buyer's file and the delivery, with their sorters.
pub fn papers() -> Vec<(&'static Check, PaperSorter)> {
    ALL_PAPERS
        .iter()
        .filter_map(|(c, s)| Some((*c, (*s)?)))
        .collect()
}

/// Sorters of rows and keys.
#[cfg(feature = "engine")]
pub fn sorters() -> Vec<crate::data::sorter::Sorter> {
    ALL_SORTERS.iter().filter_map(|s| *s).collect()
}

mod country;
mod lawful_basis;
mod mail_domain;
mod mail_syntax;
mod source_kind;
mod source_named;
mod territory;

catalog![
    country,
    mail_domain,
    mail_syntax,
    territory,
    source_named,
    source_kind,
    lawful_basis,
];

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;
    use crate::base::clock::{AsOf, Day};
    use crate::data::batch::{Batch, Plan, Worker};
    use crate::data::frame::{Frame, Slot};
    use crate::data::sorter::Sorter;
    use crate::record::check::Example;
    use crate::record::dossier::Dossier;

    /// The examples of row checks that need no papers: each row lands in its bin, and every bin has a row.
    #[test]
    fn examples_of_row_checks_land_in_their_bins() {
        let sorters = sorters();
        let dossier = Dossier::default();
        let as_of: AsOf = Day::new(2026, 11, 23).unwrap();
        for sorter in &sorters {
            let Sorter::Row { check, sort } = sorter else {
                continue;
            };
            let slots: Vec<Slot> = check
                .columns
                .iter()
                .enumerate()
                .map(|(i, c)| Slot {
                    column: *c,
                    slot: 1,
                    position: i + 1,
                })
                .collect();
            let mut seen = std::collections::BTreeSet::new();
            let (plain, papered): (Vec<&Example>, Vec<&Example>) = check
                .examples
                .iter()
                .partition(|e| e.declaration.is_empty() && e.dossier.is_empty());
            for example in plain {
                let rows: Vec<Vec<&str>> = example.rows.iter().map(|r| r.to_vec()).collect();
                let frame = Frame::from_rows(&slots, &rows);
                let (plan, worker) = (Plan::new(&dossier, as_of, &sorters), Worker::default());
                let bins: Vec<&str> = sort(&Batch::new(&frame, &plan, &worker))
                    .iter()
                    .map(|b| check.bins[usize::from(*b)])
                    .collect();
                for (row, (got, want)) in bins.iter().zip(example.bins).enumerate() {
                    assert_eq!(got, want, "{}: {:?}", check.id, example.rows[row]);
                }
                assert_eq!(bins.len(), example.bins.len(), "{}", check.id);
                seen.extend(bins);
            }
            for bin in check.bins.iter().filter(|_| papered.is_empty()) {
                assert!(seen.contains(bin), "{}: no example for {bin}", check.id);
            }
        }
    }
}
