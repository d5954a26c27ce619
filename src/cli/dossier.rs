//! `beleg dossier`: the buyer's dossier without editing it by hand. What came, what it says, who read it, and what is
//! still missing.
//!
//! Every change is read back as an audit reads it before it is written ([`held`]), and nothing that others wrote in the
//! file is moved ([`crate::base::splice`]). What is asked on a terminal can be said by options too.

mod add;
mod entries;
mod held;
mod suggest;

use serde::Serialize;

use held::Held;

use super::ask::Ended;
use super::{Format, Globals};
use crate::base::clock::{Day, Time};
use crate::base::code::usage;
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::base::lang::{Lang, Text};
use crate::record::dossier::slot::Slot;
use crate::text;

/// Keep the buyer's dossier: documents, and what is known about them
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    Add(Box<add::Args>),
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        match &self.command {
            Command::Add(args) => args.run(globals),
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

/// Says what was written.
fn finish<T: Serialize>(
    held: &Held,
    lines: Vec<String>,
    entries: &[T],
    globals: &Globals,
) -> Result<u8> {
    #[derive(Serialize)]
    struct Change<'a, T> {
        kind: &'static str,
        dossier: String,
        entries: &'a [T],
    }
    let name = held.name();
    globals.print(&match globals.format {
        Format::Json => {
            let change = Change {
                kind: "dossier-change",
                dossier: name,
                entries,
            };
            serde_json::to_string(&change).unwrap_or_default() + "\n"
        }
        _ => {
            let name = printable(&name);
            let nothing = match globals.lang {
                Lang::En => "nothing was written",
                Lang::De => "nichts geschrieben",
            };
            let mut text = String::new();
            for line in &lines {
                text.push_str(&format!("{name}: {line}\n"));
            }
            if lines.is_empty() {
                text = format!("{name}: {nothing}\n");
            }
            globals.look.finish(text)
        }
    })?;
    Ok(0)
}

/// Today: SOURCE_DATE_EPOCH, else the clock, in UTC.
fn today() -> Result<Day> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => match seconds.parse() {
            Ok(seconds) => Ok(Time(seconds).day()),
            Err(_) => Err(unfit(text!(
                "SOURCE_DATE_EPOCH is not a number of seconds",
                "SOURCE_DATE_EPOCH ist keine Zahl von Sekunden"
            ))),
        },
        Err(_) => Ok(Day::today()),
    }
}

/// A day of an option.
fn day(value: &str, option: &str) -> Result<Day> {
    Day::parse(value).ok_or_else(|| {
        let shown = printable(value);
        let message = text!(
            "`{option} {shown}` is not of the form 2026-11-23",
            "`{option} {shown}` hat nicht die Form 2026-11-23"
        );
        Error::new(&usage::DAY_ILLEGIBLE, message).into()
    })
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
