//! `beleg dossier`: the buyer's dossier without editing it by hand. What came, what it says, who read it, and what is
//! still missing.
//!
//! Every change is read back as an audit reads it before it is written ([`held`]), and nothing that others wrote in the
//! file is moved ([`crate::base::splice`]). What is asked on a terminal can be said by options too.

mod add;
mod against;
mod answer;
mod document;
mod entries;
mod facts;
mod held;
mod progress;
mod review;
mod status;
mod suggest;

use serde::Serialize;

use against::Standing;
use held::Held;

use super::ask::Ended;
use super::moment::{day, made_at};
use super::next::quoted;
use super::{Format, Globals};
use crate::base::clock::Day;
use crate::base::code::usage;
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::base::lang::{Lang, Text};
use crate::record::dossier::slot::Slot;
use crate::report::page::Page;
use crate::text;

/// Keep the buyer's dossier: documents, and what is known about them
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Status(status::Args),
    Add(Box<add::Args>),
    Answer(answer::Args),
    Review(review::Args),
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        match &self.command {
            Command::Status(args) => args.run(globals),
            Command::Add(args) => args.run(globals),
            Command::Answer(args) => args.run(globals),
            Command::Review(args) => args.run(globals),
        }
    }
}

/// Why a command ends before its end.
enum Stop {
    Refused(Errors),
    /// The person ended the conversation.
    Ended,
}

impl From<Errors> for Stop {
    fn from(errors: Errors) -> Self {
        Self::Refused(errors)
    }
}

impl From<Ended> for Stop {
    fn from(_: Ended) -> Self {
        Self::Ended
    }
}

/// Says what was written, and what is still missing for the biggest step.
fn finish<T: Serialize>(
    held: &Held,
    standing: &Standing,
    lines: Vec<String>,
    entries: &[T],
    globals: &Globals,
) -> Result<u8> {
    #[derive(Serialize)]
    struct Change<'a, T> {
        kind: &'static str,
        dossier: String,
        entries: &'a [T],
        next: String,
    }
    let next = progress::line(held, standing, globals.lang);
    let name = printable(&held.name());
    globals.print(&match globals.format {
        Format::Json => {
            let change = Change {
                kind: "dossier-change",
                dossier: name,
                entries,
                next,
            };
            serde_json::to_string(&change).unwrap_or_default() + "\n"
        }
        _ => {
            let nothing = match globals.lang {
                Lang::En => "nothing was written",
                Lang::De => "nichts geschrieben",
            };
            let mut page = Page::new(globals.look, 0);
            for line in &lines {
                page.wide(&format!("{name}: {line}"));
            }
            if lines.is_empty() {
                page.wide(&format!("{name}: {nothing}"));
            }
            if !globals.quiet {
                page.wide(&next);
            }
            globals.look.finish(page.finish())
        }
    })?;
    Ok(0)
}

/// Today: SOURCE_DATE_EPOCH, else the clock, in UTC.
fn today() -> Result<Day> {
    Ok(made_at(None)?.day())
}

/// A value that the dossier cannot take.
fn unfit(message: Text) -> Errors {
    Error::new(&usage::VALUE_UNFIT, message).into()
}

/// Something would have to be asked, and nobody is there.
fn flags_needed(message: Text, help: Vec<Text>, file: Option<&str>) -> Errors {
    let mut error = Error::new(&usage::FLAGS_NEEDED, message);
    error.at = file.map(Place::file);
    help.into_iter().fold(error, Error::help).into()
}

/// `a, b and c`.
fn listing(all: &[&str], and: &str) -> String {
    match all {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// A word of a closed list, after the option that it follows.
fn word<'w>(given: &str, option: &str, words: &[&'w str]) -> Result<&'w str> {
    if let Some(found) = words.iter().find(|w| **w == given) {
        return Ok(found);
    }
    let shown = printable(given);
    let error = Error::new(
        &usage::WORD_UNKNOWN,
        text!(
            "`{option} {shown}` is none of its words",
            "`{option} {shown}` ist keines seiner Wörter"
        ),
    );
    let all = words.join("`, `");
    Err(match nearest(given, words.iter().copied()) {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => error.help(text!("one of `{all}`", "eines von `{all}`")),
    }
    .into())
}

/// A kind by its name, or by the number of its slot where that holds only one.
fn kind(given: &str, option: &str, slots: &[Slot]) -> Result<&'static str> {
    let numbered = slots
        .iter()
        .filter(|s| s.number.eq_ignore_ascii_case(given));
    if let [one] = numbered.collect::<Vec<_>>()[..] {
        return Ok(one.kind);
    }
    let kinds: Vec<&'static str> = slots.iter().map(|s| s.kind).collect();
    word(given, option, &kinds)
}
