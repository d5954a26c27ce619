//! What the papers state of rows under a check's name: in the entry of the row's source, else for the whole delivery.
//!
//! A claim is never evidence of its own truth: a favourable answer needs a document at hand or a named reader. What
//! speaks against the vendor is believed from anyone.

use std::sync::Arc;

use super::batch::Batch;
use crate::record::check::Check;
use crate::record::dossier::{Dossier, Grade, Source};

/// Positions in a check's bins; `blank` where nothing is stated.
pub struct Stated {
    whole: u8,
    entries: Vec<u8>,
}

impl Stated {
    /// `good`: the bins that need evidence; `claimed`: the bin of one that has none.
    pub fn of(batch: &Batch<'_>, check: &'static Check, good: &[&str], claimed: &str) -> Arc<Self> {
        batch.plan.once(check.id, || {
            let dossier = batch.dossier();
            let answer = |source| answer(dossier, check, source, good, claimed);
            Self {
                whole: answer(None),
                entries: dossier.sources().iter().map(|s| answer(Some(s))).collect(),
            }
        })
    }

    /// For a row of this source entry, or of none.
    pub fn at(&self, entry: Option<u32>) -> u8 {
        entry
            .and_then(|e| self.entries.get(e as usize))
            .copied()
            .unwrap_or(self.whole)
    }
}

fn answer(
    dossier: &Dossier,
    check: &'static Check,
    source: Option<&Source>,
    good: &[&str],
    claimed: &str,
) -> u8 {
    // an entry that says nothing of its own is answered by what holds for the delivery
    let own = source.filter(|s| {
        let reviewed = |r: &crate::record::dossier::Review| {
            r.check == check.id && r.source.as_ref() == Some(&s.id)
        };
        s.facts.iter().any(|f| f.check == check.id) || dossier.reviews.iter().any(reviewed)
    });
    let bin = match dossier.fact(check, own) {
        Some(known) if good.contains(&known.is) && known.grade == Grade::Declared => claimed,
        Some(known) => known.is,
        None => "blank",
    };
    check.at(bin) as u8
}

/// What a row shows against what the papers state of it. Where the row shows nothing, the papers speak; where it only
/// leaves something `open`, evidence may settle it; otherwise the worse counts.
pub fn settle(row: u8, stated: u8, open: u8, blank: u8, is_good: impl Fn(u8) -> bool) -> u8 {
    if stated == blank {
        row
    } else if row == blank || (row == open && is_good(stated)) {
        stated
    } else {
        row.min(stated)
    }
}
