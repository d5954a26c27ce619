//! `beleg completions`: what a shell needs to complete our command line, made from the same tree as the help.
//!
//! Values that are free for the parser, but known to us (clauses, checks, policies), are proposed: the tree that the
//! script is made from has them as possible values, the tree that parses does not.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, ValueHint};
use clap_complete::Shell;

use super::{Globals, explain};
use crate::base::error::Result;
use crate::checks::CATALOGUE;
use crate::record::channel::Channel;
use crate::record::policy::Policy;

/// Write the completions of a shell to standard output
///
/// Completed are commands, options and their values, and the names of checks, clauses, error codes and policies.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg completions bash > ~/.local/share/bash-completion/completions/beleg
  beleg completions zsh > ~/.zfunc/_beleg
  beleg completions fish > ~/.config/fish/completions/beleg.fish")]
pub struct Args {
    /// The shell
    shell: Shell,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        globals.print(&script(self.shell))?;
        Ok(0)
    }
}

/// Completions of the whole tree.
fn script(shell: Shell) -> String {
    let mut tree = proposing(super::command());
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut tree, "beleg", &mut out);
    let text = String::from_utf8_lossy(&out).into_owned();
    // a policy is a name or a file; bash falls back to files by itself
    let names = known("policy");
    match shell {
        Shell::Zsh => {
            let names = names.join(" ");
            text.replace(
                &format!(":NAME|FILE:({names})"),
                &format!(":NAME|FILE:{{compadd {names}; _files}}"),
            )
        }
        Shell::Fish => {
            let names = names.join("\\t''\n");
            let names = format!("-a \"{names}\\t''\"");
            text.replace(&format!("-r -f {names}"), &format!("-r -F {names}"))
                + &words_of_fish(&tree)
        }
        _ => text,
    }
}

/// Words without an option, which the generator for fish leaves to the names of files.
fn words_of_fish(tree: &Command) -> String {
    let mut out = String::new();
    for command in tree.get_subcommands() {
        for words in command.get_positionals().map(Arg::get_possible_values) {
            let words: Vec<&str> = words.iter().map(|w| w.get_name()).collect();
            if !words.is_empty() {
                let (name, words) = (command.get_name(), words.join(" "));
                out.push_str(&format!(
                    "complete -c beleg -n \"__fish_beleg_using_subcommand {name}\" -f -a \"{words}\"\n"
                ));
            }
        }
    }
    out
}

/// The tree with values and kinds of files that a shell can propose.
fn proposing(command: Command) -> Command {
    let command = command.mut_args(proposed);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    names
        .into_iter()
        .fold(command, |c, name| c.mut_subcommand(name, proposing))
}

fn proposed(argument: Arg) -> Arg {
    let open = argument.get_possible_values().is_empty()
        && !matches!(
            argument.get_action(),
            ArgAction::SetTrue | ArgAction::Help | ArgAction::Version
        );
    if !open {
        return argument;
    }
    let id = argument.get_id().as_str();
    let is_file = ["FILE", "PUB", "ADDRESS"].iter().any(|w| {
        argument
            .get_value_names()
            .is_some_and(|n| n.iter().any(|n| n.contains(w)))
    });
    match known(id) {
        names if !names.is_empty() => {
            // clap keeps names for as long as the process runs, and here it runs for this tree alone
            let names = names.into_iter().map(|n| &*n.leak());
            argument.value_parser(PossibleValuesParser::new(names))
        }
        _ if is_file => argument.value_hint(ValueHint::AnyPath),
        _ => argument,
    }
}

/// The names that an argument is known to take.
fn known(argument: &str) -> Vec<String> {
    match argument {
        "topic" => explain::names(),
        "policy" => Policy::shipped_names().map(str::to_owned).collect(),
        "check" => CATALOGUE.iter().map(|c| c.id.to_owned()).collect(),
        "channel" => Channel::ALL.map(|c| c.name().to_owned()).to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    #[test]
    fn every_shell_completes_every_command_and_the_names_that_we_know() {
        for shell in Shell::value_variants() {
            let text = script(*shell);
            for command in super::super::command().get_subcommands() {
                assert!(text.contains(command.get_name()), "{shell}: {command}");
            }
            // elvish and PowerShell complete words of the command line, not values
            if matches!(shell, Shell::Bash | Shell::Zsh | Shell::Fish) {
                for name in [
                    "mail-domain",
                    "PER-02",
                    "BEL-V104",
                    "list-differs",
                    "eu-b2b",
                ] {
                    assert!(text.contains(name), "{shell}: {name}");
                }
            }
        }
    }

    #[test]
    fn where_a_policy_is_named_files_are_proposed_too() {
        let name = Policy::shipped_names().next().unwrap_or_default();
        let zsh = script(Shell::Zsh);
        assert!(zsh.contains(&format!(":{{compadd {name}; _files}}'")));
        assert!(!zsh.contains(&format!(":NAME|FILE:({name})")));
        let fish = script(Shell::Fish);
        assert!(fish.contains(&format!("-r -F -a \"{name}")));
        assert!(!fish.contains(&format!("-r -f -a \"{name}")));
    }

    #[test]
    fn what_is_proposed_is_not_demanded() {
        let parsed = super::super::command().try_get_matches_from(["beleg", "explain", "no-name"]);
        assert!(parsed.is_ok());
    }
}
