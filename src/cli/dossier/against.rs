//! What the papers are held against: a policy, a day, and the list if one is given. Then it is audited, and what applies
//! to it is known; without a list conditions on rows stand open.

use std::path::PathBuf;

use super::held::Held;
use super::{day, today};
use crate::base::clock::Day;
use crate::base::error::Result;
use crate::checks;
use crate::cli::Globals;
use crate::cli::policy_file::{Chosen, DEFAULT, choose};
use crate::record::census::Census;
use crate::record::needs::{Ground, Need};
use crate::record::path::Path;
use crate::record::policy::Policy;
use crate::record::verdict::Verdict;

#[derive(clap::Args)]
#[group(skip)]
pub struct Against {
    /// The list: it is audited, so that what it needs is known
    #[cfg(feature = "engine")]
    #[arg(long, value_name = "LIST")]
    pub list: Vec<PathBuf>,
    /// A shipped policy or a TOML file
    #[arg(short, long, value_name = "NAME|FILE", default_value = DEFAULT, env = "BELEG_POLICY", hide_env_values = true)]
    policy: String,
    /// The day for which ages are judged [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

/// The policy, the day, and what an audit of the list found.
pub struct Standing {
    pub chosen: Chosen,
    pub as_of: Day,
    pub audited: Option<Audited>,
    /// The lists as they were given.
    pub lists: Vec<PathBuf>,
}

pub struct Audited {
    pub census: Census,
    pub verdict: Verdict,
    pub path: Path,
}

impl Against {
    /// The day and the policy; nothing is read yet.
    pub fn choose(&self) -> Result<Standing> {
        let as_of = self.as_of.as_deref().map(|d| day(d, "--as-of"));
        Ok(Standing {
            chosen: choose(&self.policy)?,
            as_of: match as_of {
                Some(day) => day?,
                None => today()?,
            },
            audited: None,
            lists: self.lists(),
        })
    }

    #[cfg(feature = "engine")]
    fn lists(&self) -> Vec<PathBuf> {
        self.list.clone()
    }

    #[cfg(not(feature = "engine"))]
    fn lists(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

impl Standing {
    pub fn policy(&self) -> &Policy {
        &self.chosen.policy
    }

    /// Audits the lists with the dossier as it is now.
    #[cfg(feature = "engine")]
    pub fn audit(&mut self, held: &Held, globals: &Globals) -> Result<()> {
        use crate::cli::audit::given::Ready;
        use crate::cli::audit::papers::{Papers, load_lists};
        if self.lists.is_empty() {
            return Ok(());
        }
        let mut dossier = held.dossier.clone();
        let (suppression, warnings) = load_lists(&mut dossier)?;
        globals.warnings(&warnings);
        let papers = Papers {
            dossier,
            suppression,
            warnings: Vec::new(),
            as_of: self.as_of,
            overrides: Vec::new(),
        };
        let ready = Ready {
            chosen: self.chosen.clone(),
            papers,
            reading: Default::default(),
            overrides: Vec::new(),
        };
        let audit = ready.audit(&self.lists, &[], None, globals)?;
        let path = crate::record::path::path(self.policy(), &audit.census, &audit.verdict);
        self.audited = Some(Audited {
            census: audit.census,
            verdict: audit.verdict,
            path,
        });
        Ok(())
    }

    #[cfg(not(feature = "engine"))]
    pub fn audit(&mut self, _: &Held, _: &Globals) -> Result<()> {
        Ok(())
    }

    /// What is asked of both files, slot by slot.
    pub fn needs<'a>(&'a self, held: &'a Held) -> Vec<Need<'a>> {
        let sorters = checks::papers();
        Ground {
            policy: self.policy(),
            dossier: &held.dossier,
            as_of: self.as_of,
            sorters: &sorters,
            census: self.audited.as_ref().map(|a| &a.census),
        }
        .needs()
    }
}
