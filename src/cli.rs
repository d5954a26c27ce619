//! The command line: what is asked, in which language and width, and with which exit code it ends. One file per command
//! in [`cli`](self); each has its `Args` (the doc comments are the help) and `run`.
//!
//! The result goes to standard output, everything else to standard error. The exit code comes from the verdict or from
//! the error's code, never from a printer.

mod ask;
#[cfg(feature = "engine")]
mod audit;
mod believed;
#[cfg(feature = "engine")]
mod classify;
mod completions;
#[cfg(feature = "engine")]
mod declare;
#[cfg(feature = "engine")]
mod demo;
mod dossier;
pub mod exit;
mod explain;
mod export;
mod globals;
mod harden;
mod init;
mod key;
mod letter;
mod man;
#[cfg(feature = "engine")]
mod map;
mod moment;
mod next;
mod panic;
mod papers;
mod passphrase;
mod policy;
mod policy_file;
#[cfg(feature = "engine")]
mod read;
mod report;
mod share;
#[cfg(feature = "engine")]
mod sift;
mod sign;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum as _};

pub use globals::{Format, Globals};

use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Result, nearest};
use crate::record::policy::Policy;
use crate::text;

/// Reads a purchased list of business contacts and what its vendor declares, judges it against a written policy, and
/// signs the result so that anyone can verify it offline.
#[derive(Parser)]
#[command(
    name = "beleg",
    version,
    max_term_width = 100,
    propagate_version = false
)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = false
)]
struct Cli {
    #[command(flatten)]
    options: globals::Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[cfg(feature = "engine")]
    Audit(Box<audit::Args>),
    #[cfg(feature = "engine")]
    Declare(Box<declare::Args>),
    #[cfg(feature = "engine")]
    Sift(Box<sift::Args>),
    #[cfg(feature = "engine")]
    Demo(demo::Args),
    #[cfg(feature = "engine")]
    Classify(classify::Args),
    Dossier(dossier::Args),
    Init(init::Args),
    #[cfg(feature = "engine")]
    Map(map::Args),
    #[cfg(feature = "engine")]
    Read(read::Args),
    Verify(verify::Args),
    Report(report::Args),
    Export(export::Args),
    Share(share::Args),
    Sign(sign::Args),
    Key(key::Args),
    Letter(Box<letter::Args>),
    Explain(explain::Args),
    Policy(policy::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// The forms that the command has its result in.
    fn forms(&self) -> &'static [Format] {
        match self {
            #[cfg(feature = "engine")]
            Self::Audit(_) => report::FORMS,
            Self::Report(_) => report::FORMS,
            Self::Export(_)
            | Self::Share(_)
            | Self::Sign(_)
            | Self::Completions(_)
            | Self::Man(_) => &[Format::Human],
            #[cfg(feature = "engine")]
            Self::Declare(_) => &[Format::Human],
            #[cfg(feature = "engine")]
            Self::Classify(_) => &[Format::Human, Format::Json, Format::Csv],
            Self::Letter(_) => &[Format::Human, Format::Markdown, Format::Html, Format::Json],
            _ => &[Format::Human, Format::Json],
        }
    }

    fn run(&self, globals: &Globals) -> Result<u8> {
        match self {
            #[cfg(feature = "engine")]
            Self::Audit(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Declare(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Sift(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Demo(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Classify(args) => args.run(globals),
            Self::Dossier(args) => args.run(globals),
            Self::Init(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Map(args) => args.run(globals),
            #[cfg(feature = "engine")]
            Self::Read(args) => args.run(globals),
            Self::Verify(args) => args.run(globals),
            Self::Report(args) => args.run(globals),
            Self::Export(args) => args.run(globals),
            Self::Share(args) => args.run(globals),
            Self::Sign(args) => args.run(globals),
            Self::Key(args) => args.run(globals),
            Self::Letter(args) => args.run(globals),
            Self::Explain(args) => args.run(globals),
            Self::Policy(args) => args.run(globals),
            Self::Completions(args) => args.run(globals),
            Self::Man(args) => args.run(globals),
        }
    }
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    harden::process();
    panic::silence();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let code = panic::caught(|| start(&arguments)).unwrap_or_else(|errors| {
        Globals::guess(&arguments).errors(&errors);
        errors.exit()
    });
    ExitCode::from(code)
}

fn start(arguments: &[OsString]) -> u8 {
    let guess = Globals::guess(arguments);
    let command = command();
    let parsed = foreign_variables(&command)
        .map_err(Refused::Variable)
        .and_then(|()| {
            command
                .try_get_matches_from(arguments)
                .and_then(|m| Cli::from_arg_matches(&m))
                .map_err(Refused::Usage)
        });
    let cli = match parsed {
        Ok(cli) => cli,
        Err(Refused::Usage(e)) => return refused(&e, &guess),
        Err(Refused::Variable(errors)) => {
            guess.errors(&errors);
            return errors.exit();
        }
    };
    let globals = Globals::new(&cli.options);
    let forms = cli.command.forms();
    let result = match forms.contains(&globals.format) {
        true => cli.command.run(&globals),
        false => Err(form_unknown(globals.format, forms)),
    };
    result.unwrap_or_else(|errors| {
        globals.errors(&errors);
        errors.exit()
    })
}

fn form_unknown(asked: Format, forms: &[Format]) -> Errors {
    let name = |f: Format| {
        f.to_possible_value()
            .map_or_else(String::new, |v| v.get_name().to_owned())
    };
    let asked = name(asked);
    let message = text!(
        "this command does not write {asked}",
        "dieser Befehl schreibt kein {asked}"
    );
    let forms: Vec<String> = forms
        .iter()
        .map(|f| format!("`--format {}`", name(*f)))
        .collect();
    let (en, de) = (forms.join(" or "), forms.join(" oder "));
    Error::new(&usage::USAGE, message)
        .help(text!("take {en}", "nehmen Sie {de}"))
        .into()
}

enum Refused {
    Usage(clap::Error),
    Variable(Errors),
}

/// The clap tree, with what is known only at run time.
fn command() -> clap::Command {
    Cli::command()
        .long_version(VERSION.as_str())
        .after_help(exit::table(crate::base::lang::Lang::En))
}

static VERSION: std::sync::LazyLock<String> = std::sync::LazyLock::new(version);

/// The version, what is built in, and the digests of the policies that come with it.
fn version() -> String {
    let engine = if cfg!(feature = "engine") {
        "with engine"
    } else {
        "verifier only, without engine"
    };
    let policies = Policy::shipped_names().filter_map(|name| {
        let digest = Sha256::of(Policy::shipped(name)?.as_bytes());
        Some(format!("\npolicy {name} SHA-256 {digest}"))
    });
    let head = concat!(env!("CARGO_PKG_VERSION"), ", ");
    format!("{head}{engine}{}", policies.collect::<String>())
}

/// Help and version go to standard output; anything else is a wrong usage in the form of all errors.
fn refused(e: &clap::Error, globals: &Globals) -> u8 {
    if matches!(
        e.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let wanted = e.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        let text = e.render().to_string();
        if wanted {
            return globals.print(&text).map_or_else(|e| e.exit(), |()| 0);
        }
        globals.say(&text);
        return usage::USAGE.exit;
    }
    let detail = e.render().to_string();
    let detail = detail.strip_prefix("error: ").unwrap_or(&detail);
    let (first, rest) = detail.split_once('\n').unwrap_or((detail, ""));
    let first = first.trim_end_matches(':');
    let error = Error::new(
        &usage::USAGE,
        text!(
            "the command line was not understood: {first}",
            "die Befehlszeile war nicht zu verstehen: {first}"
        ),
    );
    let help = rest
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with("For more information"))
        .map(|l| l.strip_prefix("tip: ").unwrap_or(l))
        .fold(error, |e, l| e.help(text!("{l}", "{l}")));
    globals.errors(&help.into());
    usage::USAGE.exit
}

/// A variable with our prefix that no option reads would be silently without effect: it is refused.
fn foreign_variables(command: &clap::Command) -> Result<()> {
    let mut known = Vec::new();
    collect(command, &mut known);
    let mut errors: Vec<Error> = std::env::vars_os()
        .filter_map(|(name, _)| name.into_string().ok())
        .filter(|name| name.starts_with("BELEG_") && !known.contains(name))
        .map(|name| {
            let shown = crate::base::error::printable(&name);
            let e = Error::new(
                &usage::VARIABLE_UNKNOWN,
                text!(
                    "unknown environment variable `{shown}`",
                    "unbekannte Umgebungsvariable `{shown}`"
                ),
            );
            match nearest(&name, known.iter().map(String::as_str)) {
                Some(near) => e.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
                None => e,
            }
        })
        .collect();
    errors.sort_by(|a, b| a.message.en.cmp(&b.message.en));
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Errors(errors))
    }
}

fn collect(command: &clap::Command, known: &mut Vec<String>) {
    known.extend(
        command
            .get_arguments()
            .filter_map(|a| Some(a.get_env()?.to_str()?.to_owned())),
    );
    for sub in command.get_subcommands() {
        collect(sub, known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_s_help_has_an_example_of_it() {
        fn walk(command: &mut clap::Command, path: &str, seen: &mut usize) {
            let name = format!("{path} {}", command.get_name());
            let subs: Vec<_> = command.get_subcommands_mut().collect();
            if subs.is_empty() {
                let help = command.render_long_help().to_string();
                assert!(help.contains(&name), "{name}:\n{help}");
                assert!(help.contains("Example"), "{name}");
                *seen += 1;
                return;
            }
            for sub in subs {
                walk(sub, &name, seen);
            }
        }
        let mut seen = 0;
        for sub in Cli::command().get_subcommands_mut() {
            walk(sub, "beleg", &mut seen);
        }
        assert!(seen >= 5);
    }

    #[test]
    fn the_tree_is_sound() {
        Cli::command().debug_assert();
    }
}
