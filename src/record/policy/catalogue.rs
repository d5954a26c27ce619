//! The checks that a policy may name: those of the program, or those that a census was measured with, so that an old
//! record is judged again exactly as it was. Besides them stand the checks that no sorter makes: the look-up in the
//! contact matrix, and `hold`, which is compiled from the policy itself.

use super::super::census::CheckRef;
use super::super::channel::Channel;
use super::super::check::{Check, Scope};
use super::super::matrix::Value;

/// The compiled check of rows set aside.
pub const HOLD: &str = "hold";
const HOLD_BINS: [&str; 3] = ["set-aside-bad", "set-aside-unproven", "accepted"];
const MATRIX: &str = "matrix-";

/// A closed list of checks with their scopes and bins.
#[derive(Clone, Debug)]
pub struct Catalogue {
    checks: Vec<CheckRef>,
    /// Whether they are those of a census, own checks of the policy that it was measured for among them.
    measured: bool,
}

impl Catalogue {
    fn new(mut checks: Vec<CheckRef>, measured: bool) -> Self {
        let pseudo = |id: String, bins: Vec<&str>| CheckRef {
            id,
            rev: 1,
            scope: Scope::Row,
            bins: bins.into_iter().map(str::to_owned).collect(),
        };
        checks.push(pseudo(HOLD.to_owned(), HOLD_BINS.to_vec()));
        for c in Channel::ALL {
            let values = Value::ALL.into_iter().map(Value::name).collect();
            checks.push(pseudo(format!("{MATRIX}{}", c.name()), values));
        }
        Self { checks, measured }
    }

    /// The same checks as those of a program.
    #[cfg(test)]
    pub fn of_program(mut self) -> Self {
        self.measured = false;
        self
    }

    pub fn get(&self, id: &str) -> Option<&CheckRef> {
        self.checks.iter().find(|c| c.id == id)
    }

    /// Adds a policy's own check. It may not take the name of one of the program's; in a census it stands already, and
    /// under another rule of that name nothing was counted for it.
    /// Whether it could be added.
    pub fn add(&mut self, own: CheckRef) -> bool {
        match self.checks.iter_mut().find(|c| c.id == own.id) {
            Some(there) if self.measured && there.scope == Scope::Row => *there = own,
            Some(_) => return false,
            None => self.checks.push(own),
        }
        true
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().map(|c| c.id.as_str())
    }

    /// Checks that are measured: neither `hold` nor a look-up in the matrix.
    pub fn measured(&self) -> impl Iterator<Item = &CheckRef> {
        self.checks
            .iter()
            .filter(|c| c.id != HOLD && matrix_channel(&c.id).is_none())
    }

    pub fn bins(&self, id: &str) -> Vec<&str> {
        self.get(id)
            .map(|c| c.bins.iter().map(String::as_str).collect())
            .unwrap_or_default()
    }
}

/// The channel of a condition `matrix-email` … `matrix-social`.
pub fn matrix_channel(check: &str) -> Option<Channel> {
    check.strip_prefix(MATRIX).and_then(Channel::find)
}

impl From<&[&'static Check]> for Catalogue {
    fn from(checks: &[&'static Check]) -> Self {
        Self::new(checks.iter().map(|c| CheckRef::from(*c)).collect(), false)
    }
}

impl From<&Vec<&'static Check>> for Catalogue {
    fn from(checks: &Vec<&'static Check>) -> Self {
        Self::from(checks.as_slice())
    }
}

impl From<&[CheckRef]> for Catalogue {
    fn from(checks: &[CheckRef]) -> Self {
        Self::new(checks.to_vec(), true)
    }
}

impl From<&Vec<CheckRef>> for Catalogue {
    fn from(checks: &Vec<CheckRef>) -> Self {
        Self::new(checks.clone(), true)
    }
}

impl From<&Check> for CheckRef {
    fn from(c: &Check) -> Self {
        Self {
            id: c.id.to_owned(),
            rev: c.rev,
            scope: c.scope,
            bins: c.bins.iter().map(|b| (*b).to_owned()).collect(),
        }
    }
}
