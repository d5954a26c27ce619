//! `beleg explain`: what a name of ours means. Every text exists once, where the thing itself is defined; this file only
//! finds it.

mod find;
mod finding;
mod page;
mod rule;
mod topics;

use std::path::PathBuf;

use super::believed::Believing;
use super::policy_file::DEFAULT;
use super::{Format, Globals};
use crate::base::code::usage;
use crate::base::error::{Error, Result, nearest, printable};
use crate::text;

/// Explain a check, a clause, an error code or a word
///
/// Examples:
///   beleg explain mail-domain
///   beleg explain PER-02
///   beleg explain BEL-V104
///   beleg explain exit-codes --lang de
///   beleg explain PER-02 --bundle list.beleg.zip --trust signer.pub.pem
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// A check, clause, error code, verification name, quarantine reason or page; without it the list of all
    topic: Option<String>,
    /// The policy whose clauses are meant: a shipped name or a file
    #[arg(short, long, value_name = "NAME|FILE", default_value = DEFAULT, env = "BELEG_POLICY", hide_env_values = true)]
    policy: String,
    /// A record: how the finding of a clause came about there, and what would change it; its own policy is meant then
    #[arg(long, value_name = "BUNDLE")]
    bundle: Option<PathBuf>,
    #[command(flatten)]
    trust: Believing,
}

impl Args {
    /// Prints the page of the topic; an unknown one is an error with the nearest names.
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        if let Some(bundle) = &self.bundle {
            return finding::run(bundle, &self.trust, self.topic.as_deref(), globals);
        }
        if self.trust.unverified {
            return Err(Error::new(
                &usage::USAGE,
                text!(
                    "`--unverified` is about a bundle, and none is named",
                    "`--unverified` betrifft ein Bündel, und es ist keines genannt"
                ),
            )
            .into());
        }
        let shelf = find::Shelf::new(&self.policy);
        let Some(topic) = &self.topic else {
            globals.print(&topics::list(&shelf, globals))?;
            return Ok(0);
        };
        let Some(entry) = shelf.find(topic)? else {
            let shown = printable(topic);
            let error = Error::new(
                &usage::TOPIC_UNKNOWN,
                text!("unknown topic `{shown}`", "unbekanntes Thema `{shown}`"),
            );
            let names = shelf.names();
            let lower = topic.to_lowercase();
            let near = nearest(&lower, names.iter().map(String::as_str))
                .or_else(|| nearest(&topic.to_uppercase(), names.iter().map(String::as_str)));
            let error = match near {
                Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
                None => error.help(text!(
                    "all topics: beleg explain",
                    "alle Themen: beleg explain"
                )),
            };
            return Err(error.into());
        };
        globals.print(&match globals.format {
            Format::Json => entry.json(globals.lang),
            _ => globals.look.finish(entry.human(&shelf, globals.look)),
        })?;
        Ok(0)
    }
}

/// Everything that has a page, under the policy that is judged by unless another is named.
pub fn names() -> Vec<String> {
    find::Shelf::new(DEFAULT).names()
}

#[cfg(test)]
mod tests;
