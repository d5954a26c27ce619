//! A record that a command shows or works with: opened only when it verifies under the given trust, or, on demand, shown
//! as a stranger's word, under a line that says so.

use std::path::Path;

use crate::base::clock::Time;
use crate::base::code::verify as code;
use crate::base::error::{Error, Result, printable};
use crate::base::lang::Lang;
use crate::checks::CATALOGUE;
use crate::proof::bundle::Bundle;
use crate::proof::trust::Trust;
use crate::proof::verify::{Opened, Question, Replayed, verify};
use crate::record::policy::Policy;
use crate::report::disclaimer::UNVERIFIED;
use crate::text;

/// Whose signature counts.
#[derive(clap::Args)]
#[group(skip)]
pub struct Believing {
    /// Whose signature counts: one trust file, or public keys and fingerprints got through another channel
    #[arg(
        long,
        value_name = "FILE|PUB|SHA256:…",
        env = "BELEG_TRUST",
        hide_env_values = true
    )]
    pub trust: Vec<String>,
    /// Show what the bundle says although nobody vouches for it
    #[arg(long)]
    pub unverified: bool,
}

/// What stands in a bundle, verified and judged again; or not verified, as [`Believing::unverified`] says.
pub struct Believed {
    pub record: Replayed,
    /// What was signed, and by whom.
    pub opened: Opened,
    /// The policy that it was judged by.
    pub policy: Policy,
}

impl Believing {
    /// Reads and verifies the bundle at `path`. With `unverified` the keys enclosed in it count: digests, evidence and
    /// verdict still have to fit together.
    ///
    /// # Errors
    /// Every failure of `verify`, with its code; no trust given; a bare envelope.
    pub fn open(&self, path: &Path) -> Result<Believed> {
        self.open_for(path, &Question::default())
    }

    /// The same, if the record also is what is asked of it.
    ///
    /// # Errors
    /// As [`Believing::open`]; the reader's list is another one.
    pub fn open_for(&self, path: &Path, question: &Question) -> Result<Believed> {
        let bundle = Bundle::read(path)?;
        let trust = if self.unverified {
            // an envelope alone encloses no key
            if bundle.is_bare() {
                return Err(no_evidence(path).into());
            }
            Trust::enclosed(&bundle)
        } else {
            Trust::given(&self.trust, "--trust", path)?
        };
        let outcome = verify(&bundle, &trust, question, Time::now());
        if let Some(errors) = outcome.trail.errors() {
            return Err(errors);
        }
        let (Some(mut record), Some(opened)) = (outcome.replayed, outcome.opened) else {
            return Err(no_evidence(path).into());
        };
        // a shared bundle holds the policy's text, but not the checks that it was parsed with
        let policy = match record.policy.take() {
            Some(p) => p,
            None => Policy::parse("data/policy.toml", &record.policy_text, CATALOGUE)?,
        };
        Ok(Believed {
            record,
            opened,
            policy,
        })
    }
}

fn no_evidence(path: &Path) -> Error {
    let shown = printable(&path.display().to_string());
    Error::new(
        &code::NOT_A_BUNDLE,
        text!(
            "{shown} is a single envelope: it carries no findings",
            "{shown} ist ein einzelner Umschlag: Er enthält keine Befunde"
        ),
    )
}

/// What stands above everything that nobody vouches for.
pub fn unverified(lang: Lang) -> &'static str {
    UNVERIFIED.get(lang)
}
