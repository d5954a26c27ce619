//! What rows lose: the policy compiled into one more row check per target, `hold` and the six channels.
//!
//! A row is sorted once per distinct combination of bins. [`Policy::compile`] gives bit masks over the positions of
//! bins, [`Policy::targets`] reads names; the two are tested to agree. Key clauses that withhold are known only when the
//! whole list is read: [`Withholding::keys`] names them, [`Targets::lose`] applies them. Whoever goes through the rows once
//! more asks [`Withholding::loss`], which says why.

mod loss;

pub use loss::{Loss, Reason};

use super::catalogue::matrix_channel;
use super::{Clause, Policy, Target};
use crate::base::clock::AsOf;
use crate::base::code::internal::INTERNAL;
use crate::base::error::{Error, Result};
use crate::record::channel::Channel;
use crate::record::check::{Check, Scope};
use crate::record::matrix::{MAILBOXES, SUBSCRIBERS, Value};
use crate::text;

/// What a clause finds a unit to be. Ordered from mild to bad.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    #[default]
    Good,
    Unproven,
    Bad,
}

impl State {
    /// The bin of the compiled check `hold`.
    pub const fn hold_bin(self) -> &'static str {
        match self {
            Self::Bad => "set-aside-bad",
            Self::Unproven => "set-aside-unproven",
            Self::Good => "accepted",
        }
    }
}

/// The bin of a row on one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelState {
    /// Whatever else withholds it.
    NoAddress,
    WithheldBad,
    WithheldUnproven,
    Usable,
}

impl ChannelState {
    pub const fn bin(self) -> &'static str {
        match self {
            Self::NoAddress => "no-address",
            Self::WithheldBad => "withheld-bad",
            Self::WithheldUnproven => "withheld-unproven",
            Self::Usable => "usable",
        }
    }

    const fn of(state: State) -> Self {
        match state {
            State::Bad => Self::WithheldBad,
            State::Unproven => Self::WithheldUnproven,
            State::Good => Self::Usable,
        }
    }

    fn lose(&mut self, state: State) {
        if *self != Self::NoAddress {
            // the worse of the two stands first
            *self = (*self).min(Self::of(state));
        }
    }
}

/// The compiled bins of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Targets {
    pub hold: State,
    /// In the order of [`Channel::ALL`].
    pub channels: [ChannelState; 6],
}

impl Targets {
    /// Nothing is left that a clause could take.
    const LOST: Self = Self {
        hold: State::Bad,
        channels: [ChannelState::NoAddress; 6],
    };

    /// Applies what one more clause finds. What is set aside is usable on no channel.
    pub fn lose(&mut self, targets: &[Target], state: State) {
        for t in targets {
            if *t == Target::Hold {
                self.hold = self.hold.max(state);
            }
            for (c, s) in Channel::ALL.into_iter().zip(&mut self.channels) {
                if t.takes(c) {
                    s.lose(state);
                }
            }
        }
    }
}

/// What the same key clauses may still take from a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Open {
    /// The clauses, as bits in the order of [`Policy::key_clauses`].
    pub clauses: u64,
    /// The targets that they may still change; all others stand as lost, so that rows that differ in them alone are one.
    pub targets: Targets,
}

/// Key clauses that a policy may have: one bit each.
const KEY_CLAUSES: usize = 64;

/// A key clause that withholds the rows that hold a key in a bad or unproven bin.
#[derive(Clone, Debug)]
pub struct KeyClause {
    pub code: String,
    pub check: String,
    pub bad: Vec<String>,
    pub unproven: Vec<String>,
    pub targets: Vec<Target>,
    at: usize,
}

impl KeyClause {
    pub fn state(&self, bin: &str) -> State {
        if self.bad.iter().any(|b| b == bin) {
            State::Bad
        } else if self.unproven.iter().any(|b| b == bin) {
            State::Unproven
        } else {
            State::Good
        }
    }
}

/// Bit masks over a profile: one position of a bin per check, in the order of the checks given to [`Policy::compile`].
#[derive(Clone, Debug)]
pub struct Withholding {
    rows: Vec<Masks>,
    keys: Vec<(KeyClause, Vec<Condition>)>,
    address: Vec<Vec<(usize, u64)>>,
    look_up: LookUp,
}

#[derive(Clone, Debug)]
struct Masks {
    code: String,
    check: usize,
    bad: u64,
    unproven: u64,
    conditions: Vec<Condition>,
    targets: Vec<Target>,
}

#[derive(Clone, Debug)]
enum Condition {
    /// Check, its bins.
    In(usize, u64),
    /// Position of the channel, the values.
    Matrix(usize, u64),
}

/// The matrix as a table: channel × country × three groups of subscribers × three of mailboxes.
#[derive(Clone, Debug)]
struct LookUp {
    country: usize,
    countries: usize,
    subscriber: Folded,
    mailbox: Folded,
    values: Vec<Value>,
}

/// A fold over positions: the first line that fits decides.
#[derive(Clone, Debug)]
struct Folded(Vec<(usize, u64, usize)>);

const UNCLEAR: usize = 2;

impl Folded {
    fn group(&self, bins: &[u8]) -> usize {
        self.0
            .iter()
            .find(|(check, mask, _)| has(*mask, bins[*check]))
            .map_or(UNCLEAR, |(_, _, group)| *group)
    }
}

const fn has(mask: u64, bin: u8) -> bool {
    mask >> bin & 1 == 1
}

impl Policy {
    fn row_clauses(&self) -> impl Iterator<Item = &Clause> {
        self.clauses
            .iter()
            .filter(|c| c.scope == Scope::Row && !c.withhold.is_empty())
    }

    fn withholding_keys(&self) -> impl Iterator<Item = &Clause> {
        self.clauses
            .iter()
            .filter(|c| c.scope == Scope::Key && !c.withhold.is_empty())
    }

    /// Key clauses that withhold, in the order of the policy.
    pub fn key_clauses(&self) -> Vec<KeyClause> {
        self.withholding_keys()
            .enumerate()
            .map(|(at, c)| KeyClause {
                code: c.code.clone(),
                check: c.check.clone(),
                bad: c.bad.clone(),
                unproven: c.unproven.clone(),
                targets: c.withhold.clone(),
                at,
            })
            .collect()
    }

    /// The compiled bins of a row whose bins are given by name. Slow and plain: the twin of [`Withholding`].
    pub fn targets<'a>(&'a self, bin: &dyn Fn(&str) -> &'a str, as_of: AsOf) -> Targets {
        let mut targets = Targets {
            hold: State::Good,
            channels: Channel::ALL.map(|c| {
                if self.has_address(c, bin) {
                    ChannelState::Usable
                } else {
                    ChannelState::NoAddress
                }
            }),
        };
        for c in self.row_clauses() {
            if self.row_meets(c, bin, as_of) {
                targets.lose(&c.withhold, c.state(bin(&c.check)));
            }
        }
        targets
    }

    fn has_address<'a>(&'a self, channel: Channel, bin: &dyn Fn(&str) -> &'a str) -> bool {
        self.address.get(&channel).is_some_and(|absent| {
            absent
                .iter()
                .all(|(check, bins)| bins.iter().all(|b| b != bin(check)))
        })
    }

    /// Whether a row meets all row conditions of a clause.
    pub fn row_meets<'a>(
        &'a self,
        clause: &Clause,
        bin: &dyn Fn(&str) -> &'a str,
        as_of: AsOf,
    ) -> bool {
        clause.conditions.iter().all(|(check, bins)| {
            let Some(channel) = matrix_channel(check) else {
                return bins.iter().any(|b| b == bin(check));
            };
            let value = self.matrix.value(
                channel,
                bin("country"),
                self.subscriber.group(bin),
                self.mailbox.group(bin),
                as_of,
            );
            self.has_address(channel, bin) && bins.iter().any(|b| b == value.name())
        })
    }

    /// Compiles what rows lose, for profiles over `checks` (row checks; at most 64 bins each).
    ///
    /// # Errors
    /// Internal, if a check that the policy was parsed with is missing.
    pub fn compile(&self, checks: &[&Check], as_of: AsOf) -> Result<Withholding> {
        let compiler = Compiler { checks };
        let conditions = |c: &Clause| -> Result<Vec<Condition>> {
            c.conditions
                .iter()
                .map(|(check, bins)| match matrix_channel(check) {
                    Some(channel) => {
                        let mask = bins
                            .iter()
                            .filter_map(|b| Value::find(b))
                            .fold(0, |m, v| m | 1 << v as u8);
                        Ok(Condition::Matrix(channel as usize, mask))
                    }
                    None => {
                        let (at, mask) = compiler.mask(check, bins)?;
                        Ok(Condition::In(at, mask))
                    }
                })
                .collect()
        };
        let mut rows = Vec::new();
        for c in self.row_clauses() {
            let (check, bad) = compiler.mask(&c.check, &c.bad)?;
            let (_, unproven) = compiler.mask(&c.check, &c.unproven)?;
            rows.push(Masks {
                code: c.code.clone(),
                check,
                bad,
                unproven,
                conditions: conditions(c)?,
                targets: c.withhold.clone(),
            });
        }
        let mut keys = Vec::new();
        for (key, c) in self.key_clauses().into_iter().zip(self.withholding_keys()) {
            if keys.len() == KEY_CLAUSES {
                let error = Error::new(
                    &INTERNAL,
                    text!(
                        "more than {KEY_CLAUSES} clauses withhold rows by a key",
                        "mehr als {KEY_CLAUSES} Klauseln halten Zeilen nach einem Schlüssel zurück"
                    ),
                );
                return Err(error.into());
            }
            keys.push((key, conditions(c)?));
        }
        let mut address = Vec::new();
        for channel in Channel::ALL {
            let absent = self.address.get(&channel).into_iter().flatten();
            address.push(
                absent
                    .map(|(check, bins)| compiler.mask(check, bins))
                    .collect::<Result<_>>()?,
            );
        }
        Ok(Withholding {
            rows,
            keys,
            address,
            look_up: compiler.look_up(self, as_of)?,
        })
    }
}

struct Compiler<'a> {
    checks: &'a [&'a Check],
}

impl Compiler<'_> {
    fn mask(&self, check: &str, bins: &[String]) -> Result<(usize, u64)> {
        let missing = || {
            Error::new(
                &INTERNAL,
                text!(
                    "the check `{check}` is not measured",
                    "der Prüfpunkt `{check}` wird nicht gemessen"
                ),
            )
        };
        let at = self
            .checks
            .iter()
            .position(|c| c.id == check)
            .ok_or_else(missing)?;
        let mut mask = 0_u64;
        for b in bins {
            let bit = self.checks[at]
                .bin(b)
                .filter(|i| *i < 64)
                .ok_or_else(missing)?;
            mask |= 1 << bit;
        }
        Ok((at, mask))
    }

    fn look_up(&self, policy: &Policy, as_of: AsOf) -> Result<LookUp> {
        let fold = |f: &crate::record::ask::Fold, names: [&str; 2]| -> Result<Folded> {
            let position = |group: &str| names.iter().position(|n| *n == group).unwrap_or(UNCLEAR);
            let mut lines = Vec::new();
            for x in &f.first {
                let (at, mask) = self.mask(&x.check, &x.bins)?;
                lines.push((at, mask, position(&x.group)));
            }
            for g in &f.groups {
                let (at, mask) = self.mask(&f.check, &g.bins)?;
                lines.push((at, mask, position(&g.name)));
            }
            Ok(Folded(lines))
        };
        let (country, _) = self.mask("country", &[])?;
        let bins = self.checks[country].bins;
        let name = |names: [&'static str; 2], at: usize| {
            names
                .get(at)
                .copied()
                .unwrap_or(crate::record::ask::UNCLEAR)
        };
        let mut values = Vec::new();
        for channel in Channel::ALL {
            for c in bins {
                for s in 0..=UNCLEAR {
                    for m in 0..=UNCLEAR {
                        values.push(policy.matrix.value(
                            channel,
                            c,
                            name(SUBSCRIBERS, s),
                            name(MAILBOXES, m),
                            as_of,
                        ));
                    }
                }
            }
        }
        Ok(LookUp {
            country,
            countries: bins.len(),
            subscriber: fold(&policy.subscriber, SUBSCRIBERS)?,
            mailbox: fold(&policy.mailbox, MAILBOXES)?,
            values,
        })
    }
}

/// Opens a target to these clauses.
fn opened(all: &mut Vec<Open>, clauses: u64, set: impl FnOnce(&mut Targets)) {
    match all.iter_mut().find(|o| o.clauses == clauses) {
        _ if clauses == 0 => {}
        Some(open) => set(&mut open.targets),
        None => {
            let mut targets = Targets::LOST;
            set(&mut targets);
            all.push(Open { clauses, targets });
        }
    }
}

/// What the matrix says about one profile, looked up once.
struct Looked([Option<Value>; 6]);

impl Withholding {
    fn looked(&self, bins: &[u8]) -> Looked {
        let l = &self.look_up;
        let (s, m) = (l.subscriber.group(bins), l.mailbox.group(bins));
        let mut out = [None; 6];
        for (channel, value) in out.iter_mut().enumerate() {
            let present = self.address[channel]
                .iter()
                .all(|(check, mask)| !has(*mask, bins[*check]));
            if present {
                let row = channel * l.countries + usize::from(bins[l.country]);
                *value = Some(l.values[(row * 3 + s) * 3 + m]);
            }
        }
        Looked(out)
    }

    fn meet(conditions: &[Condition], bins: &[u8], looked: &Looked) -> bool {
        conditions.iter().all(|c| match c {
            Condition::In(check, mask) => has(*mask, bins[*check]),
            Condition::Matrix(channel, mask) => {
                looked.0[*channel].is_some_and(|v| has(*mask, v as u8))
            }
        })
    }

    /// The compiled bins of a profile: positions of bins, in the order of the checks that were compiled with.
    pub fn targets(&self, bins: &[u8]) -> Targets {
        self.lost(bins, &self.looked(bins), |_, _| {})
    }

    /// The same, with every clause that finds the profile bad or unproven, by its place among the clauses on rows.
    fn lost(&self, bins: &[u8], looked: &Looked, mut found: impl FnMut(usize, State)) -> Targets {
        let mut targets = Targets {
            hold: State::Good,
            channels: looked.0.map(|v| match v {
                Some(_) => ChannelState::Usable,
                None => ChannelState::NoAddress,
            }),
        };
        for (at, c) in self.rows.iter().enumerate() {
            let bin = bins[c.check];
            let state = if has(c.bad, bin) {
                State::Bad
            } else if has(c.unproven, bin) {
                State::Unproven
            } else {
                continue;
            };
            if Self::meet(&c.conditions, bins, looked) {
                targets.lose(&c.targets, state);
                found(at, state);
            }
        }
        targets
    }

    /// Per check, the bins that are told apart: each as the first that is read like it, for checks of so many bins. The
    /// country stays as it is. Profiles that differ only within these are alike in [`Self::targets`] and [`Self::open`].
    pub fn told_apart(&self, bins: &[usize]) -> Vec<Vec<u8>> {
        let mut masks = vec![Vec::new(); bins.len()];
        let mut read = |check: usize, mask: u64| masks[check].push(mask);
        let mut conditions = |all: &[Condition]| {
            for condition in all {
                if let Condition::In(check, mask) = condition {
                    read(*check, *mask);
                }
            }
        };
        for c in &self.rows {
            conditions(&c.conditions);
        }
        for (_, all) in &self.keys {
            conditions(all);
        }
        for c in &self.rows {
            read(c.check, c.bad);
            read(c.check, c.unproven);
        }
        for (check, mask) in self.address.iter().flatten() {
            read(*check, *mask);
        }
        let l = &self.look_up;
        for (check, mask, _) in l.subscriber.0.iter().chain(&l.mailbox.0) {
            read(*check, *mask);
        }
        let each = masks.iter().zip(bins).enumerate();
        each.map(|(check, (masks, n))| {
            let alike = |a: u8, b: u8| masks.iter().all(|m| has(*m, a) == has(*m, b));
            let first = |bin: u8| match check == l.country {
                true => bin,
                false => (0..bin).find(|b| alike(*b, bin)).unwrap_or(bin),
            };
            (0..*n as u8).map(first).collect()
        })
        .collect()
    }

    /// Key clauses that withhold, in the order of [`Policy::key_clauses`].
    pub fn keys(&self) -> impl Iterator<Item = &KeyClause> {
        self.keys.iter().map(|(k, _)| k)
    }

    /// What key clauses may still take from a row with this profile and these compiled bins: targets that the same
    /// clauses can change stand together. A clause is left out if the row does not meet its conditions, or has nothing
    /// left that it could take.
    pub fn open(&self, bins: &[u8], targets: Targets) -> Vec<Open> {
        let mut out: Vec<Open> = Vec::new();
        if self.keys.is_empty() {
            return out;
        }
        let looked = self.looked(bins);
        let met = |takes: &dyn Fn(&Target) -> bool| {
            let keys = self.keys.iter().enumerate();
            keys.filter(|(_, (k, c))| k.targets.iter().any(takes) && Self::meet(c, bins, &looked))
                .fold(0_u64, |all, (at, _)| all | 1 << at)
        };
        if targets.hold != State::Bad {
            let clauses = met(&|t| *t == Target::Hold);
            opened(&mut out, clauses, |open| open.hold = targets.hold);
        }
        for (channel, state) in Channel::ALL.into_iter().zip(targets.channels) {
            if !matches!(state, ChannelState::NoAddress | ChannelState::WithheldBad) {
                let clauses = met(&|t| t.takes(channel));
                opened(&mut out, clauses, |open| {
                    open.channels[channel as usize] = state;
                });
            }
        }
        out
    }

    /// Whether a row with this profile meets the row conditions of a key clause; else its key is left out.
    pub fn key_meets(&self, key: &KeyClause, bins: &[u8]) -> bool {
        self.keys
            .get(key.at)
            .is_some_and(|(_, c)| Self::meet(c, bins, &self.looked(bins)))
    }
}
