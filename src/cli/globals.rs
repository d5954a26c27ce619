//! What holds for all commands: language, form, width and colour of the output, limits. Flag before environment before
//! default.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};

use clap::ValueEnum;

use crate::base::code::output;
use crate::base::error::{Error, Errors, Result};
use crate::base::lang::Lang;
use crate::report::form::Form;
use crate::report::look::Look;
use crate::report::messages;
use crate::text;

#[derive(clap::Args)]
#[group(skip)]
#[command(next_help_heading = "Options of all commands")]
pub struct Options {
    /// What standard output gets
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "human",
        env = "BELEG_FORMAT",
        hide_env_values = true
    )]
    format: Format,
    /// Language of texts for people [default: from LC_ALL, LC_MESSAGES, LANG, else English]
    #[arg(
        long,
        global = true,
        value_enum,
        env = "BELEG_LANG",
        hide_env_values = true
    )]
    lang: Option<Tongue>,
    /// Colour repeats what sign and word say
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        env = "BELEG_COLOR",
        hide_env_values = true
    )]
    color: Colour,
    /// Width of tables, 60 to 240 [default: the terminal's, else 80]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(60..=240), env = "BELEG_WIDTH", hide_env_values = true)]
    width: Option<u16>,
    /// Errors and the verdict only
    #[arg(short, long, global = true)]
    quiet: bool,
    /// How long reading and judging took, and which stage how long, on standard error
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Threads of the engine [default: cores]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512), env = "BELEG_THREADS", hide_env_values = true)]
    threads: Option<u16>,
    /// No progress line, even on a terminal
    #[arg(long, global = true)]
    no_progress: bool,
    /// Never ask anything
    #[arg(long, global = true)]
    no_input: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for people, on a terminal or in a letter
    #[value(alias = "text")]
    Human,
    Json,
    Ndjson,
    Markdown,
    Html,
    Csv,
}

impl Format {
    /// The form of a report, if reports have it.
    pub const fn form(self) -> Option<Form> {
        match self {
            Self::Human => Some(Form::Human),
            Self::Json => Some(Form::Json),
            Self::Ndjson => Some(Form::Ndjson),
            Self::Markdown => Some(Form::Markdown),
            Self::Csv => Some(Form::Csv),
            Self::Html => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tongue {
    De,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

/// The decided options of one run.
#[derive(Clone, Debug)]
pub struct Globals {
    pub format: Format,
    pub lang: Lang,
    pub look: Look,
    pub quiet: bool,
    pub verbose: bool,
    /// Threads of the engine.
    pub threads: usize,
    /// Whether a progress line may be drawn.
    pub progress: bool,
    /// Whether a question may be asked.
    pub input: bool,
}

impl Globals {
    pub fn new(options: &Options) -> Self {
        let lang = match options.lang {
            Some(Tongue::De) => Lang::De,
            Some(Tongue::En) => Lang::En,
            None => from_locale(&|name| std::env::var(name).ok()),
        };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            format: options.format,
            lang,
            look: Look {
                lang,
                width: options.width.map_or_else(width, usize::from),
                colour: colour(options.color),
                plain: plain(&|name| std::env::var(name).ok()),
            },
            quiet: options.quiet,
            verbose: options.verbose,
            threads: options.threads.map_or(cores, usize::from),
            progress: io::stderr().is_terminal()
                && !options.quiet
                && !options.no_progress
                && std::env::var_os("CI").is_none(),
            input: io::stdin().is_terminal() && !options.no_input,
        }
    }

    /// Language and form before the command line is understood, so that even its own errors come in them.
    pub fn guess(arguments: &[OsString]) -> Self {
        let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
        let value = |flag: &str, variable: &str| {
            words
                .iter()
                .enumerate()
                .find_map(|(i, w)| {
                    let rest = w.strip_prefix(flag)?;
                    match rest.strip_prefix('=') {
                        Some(v) => Some(v.to_owned()),
                        None if rest.is_empty() => words.get(i + 1).map(|v| (*v).to_owned()),
                        None => None,
                    }
                })
                .or_else(|| std::env::var(variable).ok())
        };
        let options = Options {
            format: match value("--format", "BELEG_FORMAT").as_deref() {
                Some("json" | "ndjson") => Format::Json,
                _ => Format::Human,
            },
            lang: match value("--lang", "BELEG_LANG").as_deref() {
                Some("de") => Some(Tongue::De),
                Some("en") => Some(Tongue::En),
                _ => None,
            },
            color: Colour::Auto,
            width: None,
            quiet: false,
            verbose: false,
            threads: None,
            no_progress: true,
            no_input: true,
        };
        Self::new(&options)
    }

    /// The result, to standard output. A closed pipe ends silently: whoever closed it has seen enough.
    pub fn print(&self, text: &str) -> Result<()> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Error::new(
                &output::WRITE_FAILED,
                text!(
                    "standard output could not be written",
                    "die Standardausgabe war nicht zu schreiben"
                ),
            )
            .into()),
            _ => Ok(()),
        }
    }

    /// A note beside the result, to standard error.
    pub fn say(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// A note that `--quiet` leaves out.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// A sign of life while something runs that may take long; [`Globals::done`] takes it away again.
    pub fn working(&self, text: &str) {
        if self.progress {
            self.say(&format!("{text} …"));
        }
    }

    /// The work that [`Globals::working`] announced is over; with `-v` it says how long it took.
    pub fn done(&self, what: &str, took: std::time::Duration) {
        if self.progress {
            self.say("\r\u{1b}[K");
        }
        if self.verbose {
            self.say(&format!("{what}: {:.2} s\n", took.as_secs_f64()));
        }
    }

    /// With `-v`: seconds per stage, over all threads, the longest first.
    pub fn spent(&self, stages: &[(&str, std::time::Duration)]) {
        if !self.verbose {
            return;
        }
        let (mut rest, mut few) = (0.0, 0);
        for (at, (stage, time)) in stages.iter().enumerate() {
            let seconds = time.as_secs_f64();
            if at < 24 {
                self.say(&format!("{seconds:>9.3} s  {stage}\n"));
            } else {
                rest += seconds;
                few += 1;
            }
        }
        if few > 0 {
            self.say(&match self.lang {
                Lang::En => format!("{rest:>9.3} s  {few} others\n"),
                Lang::De => format!("{rest:>9.3} s  {few} weitere\n"),
            });
        }
    }

    /// All errors of the run, in the form that was asked for.
    pub fn errors(&self, errors: &Errors) {
        self.say(&match self.format {
            Format::Json | Format::Ndjson => messages::json(errors, self.lang),
            _ => messages::human(errors, self.lang),
        });
    }

    /// Warnings: never change the exit code, and are left out with `--quiet`.
    pub fn warnings(&self, warnings: &[Error]) {
        if !self.quiet {
            self.say(&match self.format {
                Format::Json | Format::Ndjson => messages::json_warnings(warnings, self.lang),
                _ => messages::warnings(warnings, self.lang),
            });
        }
    }
}

/// The first of LC_ALL, LC_MESSAGES and LANG that is set decides; English unless it is German.
fn from_locale(variable: &dyn Fn(&str) -> Option<String>) -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|v| !v.is_empty()))
        .unwrap_or_default();
    let language = locale
        .split(['_', '.', '@', '-'])
        .next()
        .unwrap_or_default();
    if language.eq_ignore_ascii_case("de") {
        Lang::De
    } else {
        Lang::En
    }
}

/// Whether only ASCII may be drawn: a dumb terminal, or a locale that names another charset than UTF-8. Without any
/// locale UTF-8 is taken for granted, since files and pipes bear it.
fn plain(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    if variable("TERM").as_deref() == Some("dumb") {
        return true;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| variable(name).filter(|v| !v.is_empty()))
        .unwrap_or_default();
    let charset = locale
        .split_once('.')
        .map(|(_, c)| c.split('@').next().unwrap_or(c).to_ascii_lowercase());
    matches!(locale.as_str(), "C" | "POSIX") || charset.is_some_and(|c| c != "utf-8" && c != "utf8")
}

fn colour(wish: Colour) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    match wish {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto if set("NO_COLOR") => false,
        Colour::Auto if set("CLICOLOR_FORCE") => true,
        Colour::Auto => {
            io::stdout().is_terminal() && std::env::var("TERM").as_deref() != Ok("dumb")
        }
    }
}

fn width() -> usize {
    rustix::termios::tcgetwinsize(io::stdout())
        .map(|size| usize::from(size.ws_col))
        .ok()
        .filter(|w| *w > 0)
        .map_or(80, |w| w.clamp(60, 240))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_is_set_decides() {
        let with = |pairs: &'static [(&str, &str)]| {
            move |name: &str| {
                pairs
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, v)| (*v).to_owned())
            }
        };
        assert_eq!(from_locale(&with(&[("LANG", "de_AT.UTF-8")])), Lang::De);
        assert_eq!(
            from_locale(&with(&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")])),
            Lang::En
        );
        assert_eq!(
            from_locale(&with(&[("LC_ALL", ""), ("LC_MESSAGES", "de")])),
            Lang::De
        );
        assert_eq!(from_locale(&with(&[("LANG", "den_CA")])), Lang::En);
    }

    #[test]
    fn only_a_dumb_terminal_or_another_charset_gets_ascii() {
        assert!(plain(&|n| (n == "TERM").then(|| "dumb".to_owned())));
        assert!(plain(
            &|n| (n == "LANG").then(|| "de_DE.ISO-8859-1".to_owned())
        ));
        assert!(plain(&|n| (n == "LC_ALL").then(|| "C".to_owned())));
        assert!(!plain(&|n| (n == "LC_ALL").then(|| "C.UTF-8".to_owned())));
        assert!(!plain(&|n| (n == "LANG").then(|| "de_DE.utf8".to_owned())));
        assert!(!plain(&|_| None));
    }
}
