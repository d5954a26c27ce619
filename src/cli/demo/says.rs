//! What the demo prints: five steps, and what to try next.

use std::path::Path;
use std::time::Duration;

use super::shown;
use crate::base::error::Result;
use crate::base::lang::{Lang, count};
use crate::cli::{Format, Globals};
use crate::proof::verify::Outcome;
use crate::report::look::Tint;
use crate::report::{Report, messages, words};

pub struct Says<'a> {
    globals: &'a Globals,
}

impl<'a> Says<'a> {
    pub fn new(globals: &'a Globals) -> Self {
        Self { globals }
    }

    /// Lines are the result, unless JSON is: then they are notes.
    fn print(&self, text: &str) -> Result<()> {
        let text = self.globals.look.finish(text.to_owned());
        match self.globals.format {
            Format::Json => {
                self.globals.note(&text);
                Ok(())
            }
            _ => self.globals.print(&text),
        }
    }

    fn step(&self, n: u8, en: &str, de: &str, rest: &str) -> Result<()> {
        let word = match self.globals.lang {
            Lang::En => format!("{en:<10}"),
            Lang::De => format!("{de:<16}"),
        };
        self.print(&format!("{n}/5 {word}  {rest}\n"))
    }

    pub fn written(&self, list: &Path, dir: &Path) -> Result<()> {
        let (list, dir) = (shown(list), shown(dir));
        let n = count(super::list::ROWS as u64, self.globals.lang);
        let rest = match self.globals.lang {
            Lang::En => format!("{list}   {n} invented contacts   {dir}/papers/"),
            Lang::De => format!("{list}   {n} erfundene Kontakte   {dir}/papers/"),
        };
        self.step(1, "written", "geschrieben", &rest)
    }

    pub fn audited(&self, report: &Report, took: Duration) -> Result<()> {
        let lang = self.globals.lang;
        let n = |x: u64| count(x, lang);
        let o = |x: Option<u64>| x.map_or_else(|| "–".to_owned(), n);
        let clauses = report.findings.len();
        let policy = format!("{} {}", report.policy.id, report.policy.version);
        let seconds = format!("{}.{:02}", took.as_secs(), took.subsec_millis() / 10);
        let head = match lang {
            Lang::En => format!("policy {policy}   {clauses} clauses, {seconds} s"),
            Lang::De => format!(
                "Regelwerk {policy}   {clauses} Klauseln, {} s",
                seconds.replace('.', ",")
            ),
        };
        self.step(2, "audited", "geprüft", &head)?;
        let a = &report.acquisition;
        let usable: Vec<String> = report
            .contact
            .channels
            .iter()
            .map(|(c, w)| format!("{} {}", c.words(lang), n(w.usable)))
            .collect();
        let usable = usable.join(" · ");
        let (accepted, aside) = (o(a.accepted), o(a.set_aside));
        let word = |w| words::verdict(w).get(lang);
        self.print(&match lang {
            Lang::En => format!(
                "      acquisition   {}   {accepted} rows accepted, {aside} set aside\n      contact       {}   {usable} usable\n",
                word(a.verdict),
                word(report.contact.verdict)
            ),
            Lang::De => format!(
                "      Erwerb    {}   {accepted} Zeilen angenommen, {aside} ausgesondert\n      Kontakt   {}   {usable} verwendbar\n",
                word(a.verdict),
                word(report.contact.verdict)
            ),
        })
    }

    pub fn signed(&self, bundle: &Path) -> Result<()> {
        let bundle = shown(bundle);
        let rest = match self.globals.lang {
            Lang::En => format!("{bundle}   by a key made for this demo, not kept"),
            Lang::De => format!("{bundle}   mit einem eigens gemachten Schlüssel"),
        };
        self.step(3, "signed", "unterschrieben", &rest)
    }

    pub fn verified(&self, outcome: &Outcome, key: &Path) -> Result<()> {
        let key = shown(key);
        let words = outcome.headline.words();
        let words = words.get(self.globals.lang);
        let tint = if outcome.exit() == 0 {
            Tint::Green
        } else {
            Tint::Red
        };
        let words = self.globals.look.tint(tint, words);
        let rest = match self.globals.lang {
            Lang::En => format!("{words}   trust: {key}"),
            Lang::De => format!("{words}   Vertrauen: {key}"),
        };
        self.step(4, "verified", "nachgeprüft", &rest)?;
        if let Some(errors) = outcome.trail.errors() {
            self.print(&indented(&messages::human(&errors, self.globals.lang)))?;
        }
        Ok(())
    }

    pub fn refused(&self, outcome: &Outcome) -> Result<()> {
        let lang = self.globals.lang;
        self.print(match lang {
            Lang::En => "5/5 one byte of the list changed, verified again\n",
            Lang::De => "5/5 ein Byte der Liste verändert, noch einmal nachgeprüft\n",
        })?;
        let exit = outcome.exit();
        let text = match outcome.trail.errors() {
            Some(errors) => messages::human(&errors, lang),
            None => outcome.headline.words().get(lang).to_owned() + "\n",
        };
        self.print(&format!("{}      exit {exit}\n", indented(&text)))
    }

    pub fn again(&self, list: &Path, bundle: &Path, key: &Path) -> Result<()> {
        let (list, bundle, key) = (shown(list), shown(bundle), shown(key));
        self.print(&match self.globals.lang {
            Lang::En => format!(
                "\nAgain       beleg verify {bundle} --list {list} \\\n              --trust {key}\nYour list   beleg audit YOUR-LIST.csv\n"
            ),
            Lang::De => format!(
                "\nNoch einmal   beleg verify {bundle} --list {list} \\\n                --trust {key}\nIhre Liste    beleg audit IHRE-LISTE.csv\n"
            ),
        })
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|l| format!("      {l}\n")).collect()
}
