//! The contact matrix: which rule governs a message, by country, channel, kind of subscriber and kind of mailbox.
//!
//! The look-up fails closed: an unknown country, an unsure cell (certainty L, sources in conflict) and a cell that is not
//! in force yet are read as [`Value::Open`], the strictest; what could be two cells is read as the stricter one. Only where the researched cell is open, a [`Decision`] may stand in
//! its place: somebody answers for it by name, and the verdict shows it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use crate::base::clock::{AsOf, Day};
use crate::base::label::Label;

/// What a cell demands, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Open,
    OptIn,
    OptInSoft,
    OptInUnlessPublished,
    PresumedConsent,
    DncScreen,
    OptOutRelevant,
    OptOut,
    LiaOptOut,
}

impl Value {
    pub const ALL: [Value; 9] = [
        Self::Open,
        Self::OptIn,
        Self::OptInSoft,
        Self::OptInUnlessPublished,
        Self::PresumedConsent,
        Self::DncScreen,
        Self::OptOutRelevant,
        Self::OptOut,
        Self::LiaOptOut,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::OptIn => "opt-in",
            Self::OptInSoft => "opt-in-soft",
            Self::OptInUnlessPublished => "opt-in-unless-published",
            Self::PresumedConsent => "presumed-consent",
            Self::DncScreen => "dnc-screen",
            Self::OptOutRelevant => "opt-out-relevant",
            Self::OptOut => "opt-out",
            Self::LiaOptOut => "lia-opt-out",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.name() == name)
    }
}

/// How sure the sources are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    High,
    Medium,
    Low,
}

impl Certainty {
    pub const NAMES: [&'static str; 3] = ["H", "M", "L"];

    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "H",
            Self::Medium => "M",
            Self::Low => "L",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        [Self::High, Self::Medium, Self::Low]
            .into_iter()
            .find(|c| c.name() == name)
    }
}

/// The groups of the two folded axes. What is in neither is unclear: both are looked up, the stricter counts.
pub const SUBSCRIBERS: [&str; 2] = ["legal", "sole-trader"];
pub const MAILBOXES: [&str; 2] = ["role", "named"];

/// The groups that a folded value may belong to.
fn groups(folded: &str, all: &'static [&'static str; 2]) -> &'static [&'static str] {
    match all.iter().position(|g| *g == folded) {
        Some(i) => &all[i..=i],
        None => all,
    }
}

/// One researched cell. An axis that is none matches every group (`any`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub country: String,
    pub channel: Channel,
    pub subscriber: Option<String>,
    pub mailbox: Option<String>,
    /// As written: a value, `depends` or `unknown`.
    pub written: String,
    pub certainty: Certainty,
    pub law: Vec<String>,
    /// The register that must or may be screened, its scope, and the age in days that a screening may have.
    pub register: Option<String>,
    pub register_scope: Option<String>,
    pub max_age_days: Option<u64>,
    pub valid_from: Option<Day>,
    /// The policy's owner settled what the sources leave open.
    pub decided: Option<Decision>,
    pub line: u64,
}

/// Who settled an open cell, when and why. In force from its day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// A function or a name of the trust file.
    pub by: Label,
    pub on: Day,
    pub reason: Label,
}

impl Cell {
    pub fn matches(&self, subscriber: &str, mailbox: &str) -> bool {
        self.subscriber.as_deref().is_none_or(|s| s == subscriber) && self.matches_mailbox(mailbox)
    }

    pub fn matches_mailbox(&self, mailbox: &str) -> bool {
        self.mailbox.as_deref().is_none_or(|m| m == mailbox)
    }

    /// Whether a look-up on the channel can find this value here. The open one is always possible: there are other
    /// countries.
    pub fn bears(&self, channel: Channel, value: Value) -> bool {
        let axis = match channel {
            Channel::Social => Channel::Email,
            c => c,
        };
        value == Value::Open || self.channel == axis && self.written == value.name()
    }

    /// The value that the cell bears on a day.
    pub fn value(&self, as_of: AsOf) -> Value {
        let unsure = self.certainty == Certainty::Low && self.decided.is_none();
        if unsure || !self.in_force(as_of) {
            return Value::Open;
        }
        Value::find(&self.written).unwrap_or(Value::Open)
    }

    fn in_force(&self, as_of: AsOf) -> bool {
        self.valid_from.is_none_or(|d| d <= as_of)
            && self.decided.as_ref().is_none_or(|d| d.on <= as_of)
    }

    /// Whether the sources leave it open, so that somebody may decide: one that settles a cell only from some day on
    /// leaves it open until then.
    pub fn is_open(&self) -> bool {
        self.decided.is_none()
            && (self.certainty == Certainty::Low
                || self.valid_from.is_some()
                || Value::find(&self.written).is_none())
    }
}

/// All cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    cells: Vec<Cell>,
    /// Positions of cells: a verdict looks up tens of thousands of combinations.
    places: BTreeMap<Channel, BTreeMap<String, Vec<usize>>>,
}

impl Matrix {
    pub fn new(cells: Vec<Cell>) -> Self {
        let mut places: BTreeMap<Channel, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
        for (i, c) in cells.iter().enumerate() {
            let countries = places.entry(c.channel).or_default();
            countries.entry(c.country.clone()).or_default().push(i);
        }
        Self { cells, places }
    }

    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell for groups that are both known, a decision in force before the researched one that it settles. Messages
    /// on social networks use the e-mail cell of the named mailbox.
    pub fn cell(
        &self,
        channel: Channel,
        country: &str,
        subscriber: &str,
        mailbox: &str,
        as_of: AsOf,
    ) -> Option<&Cell> {
        let (channel, mailbox) = match channel {
            Channel::Social => (Channel::Email, "named"),
            c => (c, mailbox),
        };
        let places = self.places.get(&channel)?.get(country)?;
        let here = || {
            let all = places.iter().map(|i| &self.cells[*i]);
            all.filter(|c| c.matches(subscriber, mailbox))
        };
        // a researched cell that has come into force in the meantime outranks what was decided before
        let settled = |c: &&Cell| c.decided.is_none() && c.value(as_of) != Value::Open;
        let decided = |c: &&Cell| c.decided.is_some() && c.in_force(as_of);
        here()
            .find(settled)
            .or_else(|| here().find(decided))
            .or_else(|| here().find(|c| c.decided.is_none()))
    }

    /// The decisions in force, in the order of the policy.
    pub fn decisions(&self, as_of: AsOf) -> impl Iterator<Item = (&Cell, &Decision)> {
        self.cells
            .iter()
            .filter(move |c| c.in_force(as_of))
            .filter_map(|c| Some((c, c.decided.as_ref()?)))
    }

    /// The value for a row that has an address for the channel; the folds may be `unclear`.
    pub fn value(
        &self,
        channel: Channel,
        country: &str,
        subscriber: &str,
        mailbox: &str,
        as_of: AsOf,
    ) -> Value {
        let mut strictest = Value::LiaOptOut;
        for s in groups(subscriber, &SUBSCRIBERS) {
            for m in groups(mailbox, &MAILBOXES) {
                let found = self
                    .cell(channel, country, s, m, as_of)
                    .map_or(Value::Open, |c| c.value(as_of));
                strictest = strictest.min(found);
            }
        }
        strictest
    }

    /// How sure the least sure cell is that a look-up rests on; [`Certainty::Low`] where there is none.
    pub fn certainty(
        &self,
        channel: Channel,
        country: &str,
        subscriber: &str,
        mailbox: &str,
        as_of: AsOf,
    ) -> Certainty {
        let mut worst = Certainty::High;
        for s in groups(subscriber, &SUBSCRIBERS) {
            for m in groups(mailbox, &MAILBOXES) {
                let found = self.cell(channel, country, s, m, as_of);
                worst = worst.max(found.map_or(Certainty::Low, |c| c.certainty));
            }
        }
        worst
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(subscriber: &str, mailbox: &str, written: &str) -> Cell {
        let axis = |s: &str| (s != "any").then(|| s.to_owned());
        Cell {
            country: "DE".to_owned(),
            channel: Channel::Email,
            subscriber: axis(subscriber),
            mailbox: axis(mailbox),
            written: written.to_owned(),
            certainty: Certainty::High,
            law: vec!["law".to_owned()],
            register: None,
            register_scope: None,
            max_age_days: None,
            valid_from: None,
            decided: None,
            line: 1,
        }
    }

    fn value(cells: Vec<Cell>, subscriber: &str, mailbox: &str) -> Value {
        let day = Day::parse("2026-11-23").unwrap();
        Matrix::new(cells).value(Channel::Email, "DE", subscriber, mailbox, day)
    }

    #[test]
    fn what_is_unclear_is_read_as_the_stricter_cell() {
        let cells = || {
            vec![
                cell("legal", "role", "opt-out"),
                cell("legal", "named", "opt-out-relevant"),
                cell("sole-trader", "any", "opt-in-soft"),
            ]
        };
        assert_eq!(value(cells(), "legal", "role"), Value::OptOut);
        assert_eq!(value(cells(), "legal", "named"), Value::OptOutRelevant);
        assert_eq!(value(cells(), "legal", "unclear"), Value::OptOutRelevant);
        assert_eq!(value(cells(), "unclear", "role"), Value::OptInSoft);
        assert_eq!(value(cells(), "sole-trader", "named"), Value::OptInSoft);
    }

    #[test]
    fn what_is_not_sure_or_not_in_force_is_open() {
        let day = Day::parse("2026-11-23").unwrap();
        let mut c = cell("any", "any", "opt-out");
        assert_eq!(c.value(day), Value::OptOut);
        c.valid_from = Some(day);
        assert_eq!(c.value(day), Value::OptOut);
        c.valid_from = Some(day.add_days(1));
        assert_eq!(c.value(day), Value::Open);
        c.valid_from = None;
        c.certainty = Certainty::Low;
        assert_eq!(c.value(day), Value::Open);
        for word in ["depends", "unknown"] {
            assert_eq!(cell("any", "any", word).value(day), Value::Open);
        }
        // no cell, no country
        assert_eq!(value(Vec::new(), "legal", "role"), Value::Open);
        let half = vec![cell("legal", "any", "opt-out")];
        assert_eq!(value(half, "unclear", "role"), Value::Open);
    }

    #[test]
    fn a_decision_stands_where_the_sources_leave_a_cell_open() {
        let day = Day::parse("2026-11-23").unwrap();
        let decided = |written, on: Day| Cell {
            certainty: Certainty::Low,
            decided: Some(Decision {
                by: Label::new("counsel").unwrap(),
                on,
                reason: Label::new("opinion of 1 October").unwrap(),
            }),
            ..cell("legal", "any", written)
        };
        for open in ["depends", "unknown"] {
            let cells = |on| vec![cell("legal", "any", open), decided("opt-out", on)];
            assert_eq!(value(cells(day), "legal", "named"), Value::OptOut);
            assert_eq!(value(cells(day), "unclear", "named"), Value::Open);
            let late = value(cells(day.add_days(1)), "legal", "named");
            assert_eq!(late, Value::Open, "decided after the day");
        }
        // a law that has come into force since outranks the decision
        let mut law = cell("legal", "any", "opt-in");
        law.valid_from = Some(day);
        let cells = |law: &Cell| vec![decided("opt-out", day.add_days(-9)), law.clone()];
        assert_eq!(value(cells(&law), "legal", "named"), Value::OptIn);
        law.valid_from = Some(day.add_days(1));
        assert_eq!(value(cells(&law), "legal", "named"), Value::OptOut);
    }

    #[test]
    fn social_messages_use_the_mail_cell_of_the_named_mailbox() {
        let day = Day::parse("2026-11-23").unwrap();
        let cells = vec![
            cell("any", "named", "opt-in"),
            cell("any", "role", "opt-out"),
        ];
        let social = Matrix::new(cells).value(Channel::Social, "DE", "legal", "role", day);
        assert_eq!(social, Value::OptIn);
    }
}
