//! The words, from findings and compiled tallies. The path asks the same rules what would be if some clauses were met.

use std::collections::BTreeMap;

use super::{Acquisition, Block, ChannelWord, Contact, Finding, Severity, Status, Word};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::{Clause, Policy};

/// Rows by the bins of `hold`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub accepted: u64,
    pub bad: u64,
    pub unproven: u64,
}

/// Rows by the bins of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnChannel {
    pub usable: u64,
    pub bad: u64,
    pub unproven: u64,
    pub no_address: u64,
}

/// Everything that decides the words.
pub struct Judged<'a> {
    clauses: Vec<(&'a Clause, Status)>,
    pub held: Option<Held>,
    /// Planned channels; none if the channel was not measured under this policy.
    pub channels: BTreeMap<Channel, Option<OnChannel>>,
}

impl<'a> Judged<'a> {
    pub fn new(policy: &'a Policy, census: &Census, findings: &[Finding]) -> Self {
        let held = census.compiled(HOLD, policy.sha256).map(|c| Held {
            accepted: c.total("accepted"),
            bad: c.total("set-aside-bad"),
            unproven: c.total("set-aside-unproven"),
        });
        let planned = |c: &Channel| census.options.plan.as_ref().is_none_or(|p| p.contains(c));
        let channels = Channel::ALL
            .into_iter()
            .filter(planned)
            .map(|c| {
                let name = format!("channel-{}", c.name());
                let on = census.compiled(&name, policy.sha256).map(|t| OnChannel {
                    usable: t.total("usable"),
                    bad: t.total("withheld-bad"),
                    unproven: t.total("withheld-unproven"),
                    no_address: t.total("no-address"),
                });
                (c, on)
            })
            .collect();
        let clauses = policy
            .clauses
            .iter()
            .zip(findings)
            .map(|(c, f)| (c, f.status))
            .collect();
        Self {
            clauses,
            held,
            channels,
        }
    }

    /// The same with some clauses met.
    pub fn set_met(&mut self, met: impl Fn(&Clause) -> bool) {
        for (c, s) in &mut self.clauses {
            if s.is_open() && met(c) {
                *s = Status::Met;
            }
        }
    }

    fn any(&self, severity: Severity, status: Status, of: impl Fn(&Clause) -> bool) -> bool {
        self.clauses
            .iter()
            .any(|(c, s)| c.severity == severity && *s == status && of(c))
    }

    fn count(&self, block: Block) -> BTreeMap<Status, u64> {
        let mut out = BTreeMap::new();
        for (_, s) in self.clauses.iter().filter(|(c, _)| c.block == block) {
            *out.entry(*s).or_default() += 1;
        }
        out
    }

    /// A major is open, or something is waived.
    fn conditions(&self, of: impl Fn(&Clause) -> bool) -> bool {
        self.any(Severity::Major, Status::Breached, &of)
            || self.any(Severity::Major, Status::Unproven, &of)
            || self
                .clauses
                .iter()
                .any(|(c, s)| *s == Status::Waived && of(c))
    }

    pub fn acquisition_word(&self) -> Word {
        let of = |c: &Clause| c.block == Block::Acquisition;
        // without the tally of `hold` no row is known to be accepted
        let held = self.held.unwrap_or(Held {
            accepted: 0,
            bad: 0,
            unproven: 0,
        });
        let none_accepted = held.accepted == 0;
        let all_bad = none_accepted && held.bad > 0 && held.unproven == 0;
        if self.any(Severity::Blocker, Status::Breached, of) || all_bad {
            Word::Rejected
        } else if self.any(Severity::Blocker, Status::Unproven, of) || none_accepted {
            Word::NotAssessable
        } else if self.conditions(of) || held.bad + held.unproven > 0 {
            Word::Conditional
        } else {
            Word::NoObjection
        }
    }

    pub fn acquisition(&self) -> Acquisition {
        Acquisition {
            verdict: self.acquisition_word(),
            accepted: self.held.map(|h| h.accepted),
            set_aside: self.held.map(|h| h.bad + h.unproven),
            set_aside_bad: self.held.map(|h| h.bad),
            set_aside_unproven: self.held.map(|h| h.unproven),
            findings: self.count(Block::Acquisition),
        }
    }

    fn channel_word(&self, channel: Channel, on: OnChannel) -> Word {
        // rows decide by the counts; clauses on other units decide by their severity
        let of =
            |c: &Clause| c.block == Block::Contact && c.scope != Scope::Row && c.concerns(channel);
        let waived = |c: &Clause| c.block == Block::Contact && c.concerns(channel);
        let waived = self
            .clauses
            .iter()
            .any(|(c, s)| *s == Status::Waived && waived(c));
        if self.any(Severity::Blocker, Status::Breached, of)
            || on.usable == 0 && on.bad > 0 && on.unproven == 0
        {
            Word::Rejected
        } else if self.any(Severity::Blocker, Status::Unproven, of) || on.usable == 0 {
            Word::NotAssessable
        } else if on.bad + on.unproven > 0 || self.conditions(of) || waived {
            Word::Conditional
        } else {
            Word::NoObjection
        }
    }

    /// Planned channels with at least one address.
    fn channel_words(&self) -> BTreeMap<Channel, ChannelWord> {
        self.channels
            .iter()
            .filter_map(|(c, on)| Some((*c, (*on)?)))
            .filter(|(_, on)| on.usable + on.bad + on.unproven > 0)
            .map(|(c, on)| {
                let word = ChannelWord {
                    verdict: self.channel_word(c, on),
                    usable: on.usable,
                    withheld_bad: on.bad,
                    withheld_unproven: on.unproven,
                    no_address: on.no_address,
                };
                (c, word)
            })
            .collect()
    }

    pub fn contact_word(&self) -> Word {
        let words = self.channel_words();
        let all = |w: Word| words.values().all(|c| c.verdict == w);
        let unmeasured = self.channels.values().any(Option::is_none);
        if unmeasured || words.is_empty() {
            Word::NotAssessable
        } else if all(Word::NoObjection) {
            Word::NoObjection
        } else if all(Word::Rejected) {
            Word::Rejected
        } else if words.values().all(|c| c.usable == 0) {
            Word::NotAssessable
        } else {
            Word::Conditional
        }
    }

    pub fn contact(&self) -> Contact {
        Contact {
            verdict: self.contact_word(),
            findings: self.count(Block::Contact),
            channels: self.channel_words(),
        }
    }
}
