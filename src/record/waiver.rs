//! Waivers: a named person takes responsibility for an open finding, with reason and expiry. The reasons stay outside;
//! the ticket goes along.
//!
//! Waiver files are read by a later version: until then a run has none, and a bundle has no `data/waivers.json`. The
//! shape and the effect on a finding stand here, so that the words are complete from the first judge on.

use serde::{Deserialize, Serialize};

use super::policy::Bound;
use crate::base::clock::{AsOf, Day};
use crate::base::label::Label;

/// The content of `data/waivers.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waivers {
    pub waivers: Vec<Waiver>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    pub id: Label,
    pub clause: String,
    pub scope: WaiverScope,
    pub approver: Label,
    pub ticket: Label,
    pub created: Day,
    pub expires: Day,
    pub max: Bound,
    /// The signed form, which a waiver of a blocker needs.
    pub envelope: Option<String>,
}

/// Whom or what a waiver is for; an empty one is for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaiverScope {
    pub vendor: Option<Label>,
    pub list: Option<Label>,
    pub country: Option<String>,
}

impl Waivers {
    /// Whether an open finding is waived: in time, for the whole delivery, and within the waiver's own bound. A waiver
    /// of single countries needs the tally by country and waives nothing here.
    pub fn cover(&self, code: &str, open: u64, units: u64, as_of: AsOf) -> bool {
        self.waivers.iter().any(|w| {
            w.clause == code
                && w.created <= as_of
                && as_of <= w.expires
                && w.scope.country.is_none()
                && (w.scope.vendor.is_some() || w.scope.list.is_some())
                && !w.max.exceeded(open, units)
        })
    }
}
