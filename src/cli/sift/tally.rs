//! What the second pass sorted, and whether it adds up: to the counts of the first pass, and these to the signed ones.

use std::collections::BTreeMap;

use crate::base::code::output;
use crate::base::error::Error;
use crate::base::lang::Text;
use crate::data::sift::Fate;
use crate::record::census::{Census, Compiled};
use crate::record::channel::Channel;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::{Reason, State};
use crate::text;

/// Counts of rows, mergeable by addition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Compiled check and bin → rows.
    targets: BTreeMap<(Option<Channel>, &'static str), u64>,
    /// Rows per clause that takes something from them.
    pub reasons: BTreeMap<Reason, u64>,
    /// Rows that were set aside or lost a channel.
    pub withheld: u64,
    /// Cells that got an apostrophe.
    pub marked: u64,
}

impl Tally {
    /// Counts a row; true if it is set aside or loses one of the planned channels.
    pub fn row(&mut self, fate: &Fate, channels: &[Channel]) -> bool {
        let targets = &fate.targets;
        *self
            .targets
            .entry((None, targets.hold.hold_bin()))
            .or_default() += 1;
        for c in channels {
            let bin = targets.channels[*c as usize].bin();
            *self.targets.entry((Some(*c), bin)).or_default() += 1;
        }
        for reason in fate.reasons.iter() {
            *self.reasons.entry(*reason).or_default() += 1;
        }
        let lost = targets.hold != State::Good || targets.withheld(channels).next().is_some();
        self.withheld += u64::from(lost);
        lost
    }

    pub fn add(&mut self, other: &Self) {
        for (target, n) in &other.targets {
            *self.targets.entry(*target).or_default() += n;
        }
        for (reason, n) in &other.reasons {
            *self.reasons.entry(*reason).or_default() += n;
        }
        self.withheld += other.withheld;
        self.marked += other.marked;
    }

    /// # Errors
    /// BEL-O020, if the rows are not those that the census counts, target by target.
    pub fn balance(&self, census: &Census, channels: &[Channel]) -> Result<(), Error> {
        let mut found = Vec::new();
        let mut checks = 0;
        for compiled in &census.compiled {
            let channel = channel_of(compiled);
            if compiled.check != HOLD && !channel.is_some_and(|c| channels.contains(&c)) {
                continue;
            }
            checks += 1;
            let bins: BTreeMap<&str, u64> = self
                .targets
                .iter()
                .filter(|((c, _), _)| *c == channel)
                .map(|((_, bin), n)| (*bin, *n))
                .collect();
            let counted = totals(compiled);
            if bins != counted {
                found.push(differs(&compiled.check, &counted, &bins));
            }
        }
        if found.is_empty() && checks == channels.len() + 1 {
            return Ok(());
        }
        Err(unequal(found))
    }
}

/// Whether a list that is audited again gives the counts of its record.
///
/// # Errors
/// BEL-O020, with every target that differs, and what else is not as it was.
pub fn same(signed: &Census, here: &Census) -> Result<(), Error> {
    if signed.compiled == here.compiled && signed.ledger == here.ledger {
        return Ok(());
    }
    let mut found = Vec::new();
    if signed.ledger != here.ledger {
        let (a, b) = (signed.ledger.loaded, here.ledger.loaded);
        found.push(text!(
            "rows loaded: {a} were signed, {b} are here",
            "geladene Zeilen: {a} unterschrieben, {b} vorhanden"
        ));
    }
    for compiled in &signed.compiled {
        let other = here.compiled.iter().find(|c| c.check == compiled.check);
        let (a, b) = (totals(compiled), other.map(totals).unwrap_or_default());
        if a != b {
            found.push(differs(&compiled.check, &a, &b));
        }
    }
    let (a, b) = (&signed.tool.version, &here.tool.version);
    if a != b {
        found.push(text!(
            "the record was made by version {a}, this is {b}",
            "der Beleg entstand mit Version {a}, dies ist {b}"
        ));
    }
    let tables = here.options.tables.iter();
    let other = tables.filter(|(name, table)| signed.options.tables.get(*name) != Some(table));
    let other: Vec<&str> = other.map(|(name, _)| name.as_str()).collect();
    if !other.is_empty() || signed.options.tables.len() != here.options.tables.len() {
        let names = other.join(", ");
        found.push(text!(
            "the reference tables are others: {names}",
            "die Referenztabellen sind andere: {names}"
        ));
    }
    Err(unequal(found))
}

fn channel_of(compiled: &Compiled) -> Option<Channel> {
    Channel::find(compiled.check.strip_prefix("channel-")?)
}

fn totals(compiled: &Compiled) -> BTreeMap<&str, u64> {
    let mut totals = BTreeMap::new();
    for cell in &compiled.cells {
        let bin = cell.bins.first().map_or("", String::as_str);
        *totals.entry(bin).or_default() += cell.units;
    }
    totals
}

fn differs(check: &str, counted: &BTreeMap<&str, u64>, here: &BTreeMap<&str, u64>) -> Text {
    let mut bins: Vec<&&str> = counted.keys().chain(here.keys()).collect();
    bins.sort();
    bins.dedup();
    let of = |all: &BTreeMap<&str, u64>, bin: &str| all.get(bin).copied().unwrap_or(0);
    let parts = bins.into_iter().filter_map(|bin| {
        let (a, b) = (of(counted, bin), of(here, bin));
        (a != b).then(|| format!("{bin} {a} ≠ {b}"))
    });
    let parts = parts.collect::<Vec<_>>().join(", ");
    text!(
        "{check} (counted, here): {parts}",
        "{check} (gezählt, hier): {parts}"
    )
}

fn unequal(found: Vec<Text>) -> Error {
    let mut error = Error::new(
        &output::COUNTS_DIFFER,
        text!(
            "the rows do not add up to the counts; nothing was written",
            "die Zeilen ergeben nicht die Zahlen; es wurde nichts geschrieben"
        ),
    );
    error.found = found;
    error
}
