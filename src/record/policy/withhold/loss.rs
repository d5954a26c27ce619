//! What a row loses, and by which clauses: for whoever goes through the rows once more. The bins are those that were
//! counted; nothing is decided here a second time.

use super::{ChannelState, State, Target, Targets, Withholding};
use crate::record::channel::Channel;

/// A clause that takes something from a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reason {
    /// Its place in [`Withholding::clauses`].
    pub clause: u16,
    pub state: State,
}

/// What rows of one profile lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub targets: Targets,
    pub reasons: Vec<Reason>,
    /// Key clauses whose conditions the rows meet, by their place among the key clauses, and whether they are a reason if
    /// they find the key bad or unproven.
    keys: Vec<(u16, bool)>,
}

impl Targets {
    /// Whether clauses with these targets take anything from such a row: it is set aside, or loses one of `channels` for
    /// which it has an address.
    fn bears(&self, targets: &[Target], channels: &[Channel]) -> bool {
        targets.contains(&Target::Hold)
            || channels.iter().any(|c| {
                self.channels[*c as usize] != ChannelState::NoAddress
                    && targets.iter().any(|t| t.takes(*c))
            })
    }

    /// The channels among these for which the row has an address that may not be used.
    pub fn withheld(&self, channels: &[Channel]) -> impl Iterator<Item = Channel> {
        channels.iter().copied().filter(|c| {
            let state = self.channels[*c as usize];
            !matches!(state, ChannelState::NoAddress | ChannelState::Usable)
        })
    }
}

impl Withholding {
    /// Codes of the clauses that withhold: those on rows, then those on keys.
    pub fn clauses(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().map(|c| c.code.as_str());
        rows.chain(self.keys().map(|k| k.code.as_str()))
    }

    /// What rows of a profile lose before their keys are looked at. Clauses that take from none of `channels` what the row
    /// has are no reason.
    pub fn loss(&self, bins: &[u8], channels: &[Channel]) -> Loss {
        let looked = self.looked(bins);
        let mut reasons = Vec::new();
        let targets = self.lost(bins, &looked, |at, state| {
            let clause = at as u16;
            reasons.push(Reason { clause, state });
        });
        reasons.retain(|r| targets.bears(&self.rows[usize::from(r.clause)].targets, channels));
        let keys = self.keys.iter().enumerate();
        let keys = keys.filter(|(_, (_, conditions))| Self::meet(conditions, bins, &looked));
        Loss {
            targets,
            reasons,
            keys: keys
                .map(|(at, (key, _))| (at as u16, targets.bears(&key.targets, channels)))
                .collect(),
        }
    }

    /// What one of these rows loses with its keys. `state` says what a key clause (by its place in [`Withholding::keys`])
    /// finds the key of the row to be; none if the row has none. None if the keys take nothing more.
    pub fn with_keys(
        &self,
        loss: &Loss,
        state: impl Fn(usize) -> Option<State>,
    ) -> Option<(Targets, Vec<Reason>)> {
        let mut more: Option<(Targets, Vec<Reason>)> = None;
        for (at, reason) in &loss.keys {
            let place = usize::from(*at);
            let Some(state) = state(place).filter(|s| *s != State::Good) else {
                continue;
            };
            let (targets, reasons) =
                more.get_or_insert_with(|| (loss.targets, loss.reasons.clone()));
            targets.lose(&self.keys[place].0.targets, state);
            if *reason {
                let clause = self.rows.len() as u16 + at;
                reasons.push(Reason { clause, state });
            }
        }
        more
    }
}
