//! `beleg policy`: what is demanded, whether it can be demanded so, what it does, and what changed.

mod diff;
mod lint;
mod list;
mod show;
mod test;

use super::Globals;
use crate::base::error::{Result, printable};
use crate::cli::{Format, policy_file};
use crate::report::look::Look;

/// Read, test and compare policies
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Lint(lint::Args),
    Test(test::Args),
    Diff(diff::Args),
    Digest(Digest),
}

/// The SHA-256 of a policy, as it stands in records: of the one text that the policy and what it extends make
#[derive(clap::Args)]
#[command(after_help = "Example:
  beleg policy digest einkauf.toml")]
struct Digest {
    /// A shipped policy or a TOML file
    #[arg(value_name = "NAME|FILE")]
    name: String,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        match &self.command {
            Command::List(args) => args.run(globals),
            Command::Show(args) => args.run(globals),
            Command::Lint(args) => args.run(globals),
            Command::Test(args) => args.run(globals),
            Command::Diff(args) => args.run(globals),
            Command::Digest(args) => args.run(globals),
        }
    }
}

impl Digest {
    fn run(&self, globals: &Globals) -> Result<u8> {
        // a digest of what cannot be judged with would be of no use
        let policy = policy_file::choose(&self.name)?.policy;
        globals.print(&match globals.format {
            Format::Json => json(&serde_json::json!({
                "id": policy.id,
                "version": policy.version,
                "sha256": policy.sha256.to_string(),
            })),
            _ => format!("{}  {}\n", policy.sha256, printable(&self.name)),
        })?;
        Ok(0)
    }
}

fn json(value: &serde_json::Value) -> String {
    format!("{value}\n")
}

/// A page for this terminal.
fn page(look: Look, margin: usize) -> crate::report::page::Page {
    crate::report::page::Page::new(look, margin)
}
