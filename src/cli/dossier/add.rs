//! `beleg dossier add`: a file becomes an entry with its digest. What it is and which day it bears is said by whoever
//! adds it; what its text suggests is shown, and asked about.

mod added;
mod questions;

use std::path::{Path, PathBuf};

use added::Added;

use super::against::Against;
use super::entries::{self, Entry};
use super::held::{Absent, Held, Where, written};
use super::suggest::{self, Suggested};
use super::{Stop, day, finish, flags_needed, kind, listing, unfit, word};
use crate::base::clock::Day;
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Place, Result, printable};
use crate::base::splice;
use crate::cli::Globals;
use crate::cli::ask::Ask;
use crate::record::dossier::slot::{DOCUMENTS, OWN, Slot};
use crate::record::dossier::{DATED_BY, SEEN, beside, is_slug};
use crate::text;

/// List documents: digest, kinds, date, and where the date comes from
///
/// What the text of a PDF, DOCX, mail or plain file suggests is shown with its page. On a
/// terminal the rest is asked; elsewhere the options are needed. Nothing is taken for granted.
///
/// Examples:
///   beleg dossier add post/lia.pdf
///   beleg dossier add post/package.pdf --kind privacy-notice,retention-schedule \
///     --pages privacy-notice=1-4 --date 2026-08-20 --dated-by document
///   beleg dossier add own/assessment.pdf --item interest-assessment --date 2026-10-20
///   beleg dossier add --seen inspected --id dataroom-dpia --kind dpia --date none
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The documents
    #[arg(value_name = "FILE", required_unless_present = "seen")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    at: Where,
    #[command(flatten)]
    against: Against,
    /// Kinds that the file serves, such as D05 or legitimate-interest-assessment
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    kind: Vec<String>,
    /// A paper of your own: its slot, such as B02 or interest-assessment
    #[arg(long, value_name = "SLOT", conflicts_with_all = ["kind", "seen", "pages"])]
    item: Option<String>,
    /// The day that the document bears, or none
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Where the date comes from: document, vendor or buyer
    #[arg(long, value_name = "WHO")]
    dated_by: Option<String>,
    /// The last day on which the document is valid, if it names one
    #[arg(long, value_name = "DATE")]
    expires: Option<String>,
    /// Where in the file a kind stands
    #[arg(long, value_name = "A=3-9")]
    pages: Vec<String>,
    /// copy, or inspected: read elsewhere, no copy kept; then without FILE
    #[arg(long, value_name = "HOW")]
    seen: Option<String>,
    /// A short name by which answers and reviews call the document
    #[arg(long)]
    id: Option<String>,
    /// Bring the entry of a listed file up to date
    #[arg(long)]
    again: bool,
}

/// The options, read.
struct Given {
    own: bool,
    kinds: Vec<&'static str>,
    date: Option<Dated>,
    dated_by: Option<&'static str>,
    expires: Option<Day>,
    pages: Vec<(&'static str, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dated {
    On(Day),
    Undated,
}

/// An entry being made.
struct Draft<'a> {
    held: &'a Held,
    text: &'a str,
    given: &'a Given,
    file: Option<&'a Path>,
    /// As the dossier writes it.
    path: Option<String>,
    sha256: Option<Sha256>,
    /// The entry that is brought up to date.
    known: Option<Entry>,
    suggested: Suggested,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let given = self.given()?;
        let mut standing = self.against.choose()?;
        let mut held = Held::open(&self.at, Absent::Begun, standing.as_of, globals.lang)?;
        globals.warnings(&held.warnings);
        let files: Vec<Option<&Path>> = match self.files.is_empty() {
            true => vec![None],
            false => self.files.iter().map(|f| Some(f.as_path())).collect(),
        };
        let (mut text, mut added) = (held.text.clone(), Vec::new());
        let mut all = |mut ask: Option<&mut Ask<'_>>| -> std::result::Result<(), Stop> {
            for file in &files {
                let draft = self.draft(&held, &text, &given, *file)?;
                let (next, one) = draft.complete(self, ask.as_deref_mut())?;
                text = next;
                added.push(one);
            }
            Ok(())
        };
        let done = match globals.input {
            true => crate::cli::ask::on_terminal(globals.look, |ask| all(Some(ask))),
            false => all(None),
        };
        match done {
            Err(Stop::Refused(errors)) => return Err(errors),
            // what was answered to the end stays
            Err(Stop::Ended) | Ok(()) => {}
        }
        if !added.is_empty() {
            held.write(text)?;
        }
        let lines = added.iter().map(|a| a.line(globals.lang)).collect();
        standing.audit(&held, globals)?;
        finish(&held, &standing, lines, &added, globals)
    }

    fn given(&self) -> Result<Given> {
        let slots: &[Slot] = if self.item.is_some() {
            &OWN
        } else {
            &DOCUMENTS
        };
        let kinds = match &self.item {
            Some(item) => vec![kind(item, "--item", slots)?],
            None => {
                let all = self.kind.iter().map(|k| kind(k.trim(), "--kind", slots));
                all.collect::<Result<_>>()?
            }
        };
        if let Some(id) = self.id.as_ref().filter(|id| !is_slug(id)) {
            let shown = printable(id);
            return Err(unfit(text!(
                "`--id {shown}` is not a short name of `a-z`, `0-9`, `.`, `_`, `-`",
                "`--id {shown}` ist kein kurzer Name aus `a-z`, `0-9`, `.`, `_`, `-`"
            )));
        }
        if let Some(how) = &self.seen {
            let how = word(how, "--seen", &SEEN)?;
            if (how == "inspected") != self.files.is_empty() {
                return Err(unfit(text!(
                    "a document that was inspected elsewhere has no FILE, a copy has one",
                    "eine anderswo eingesehene Unterlage hat keine DATEI, eine Kopie hat eine"
                )));
            }
            if self.files.is_empty() && self.id.is_none() {
                return Err(unfit(text!(
                    "a document without a file needs a name: `--id`",
                    "eine Unterlage ohne Datei braucht einen Namen: `--id`"
                )));
            }
        }
        let date = match self.date.as_deref() {
            Some("none") => Some(Dated::Undated),
            Some(date) => Some(Dated::On(day(date, "--date")?)),
            None => None,
        };
        let dated_by = self.dated_by.as_deref();
        let dated_by = dated_by
            .map(|w| word(w, "--dated-by", &DATED_BY))
            .transpose()?;
        let expires = self.expires.as_deref().map(|d| day(d, "--expires"));
        Ok(Given {
            own: self.item.is_some(),
            date,
            dated_by,
            expires: expires.transpose()?,
            pages: self
                .pages
                .iter()
                .map(|p| pages(p, &kinds))
                .collect::<Result<_>>()?,
            kinds,
        })
    }

    /// Everything about a file that needs no question.
    fn draft<'a>(
        &self,
        held: &'a Held,
        text: &'a str,
        given: &'a Given,
        file: Option<&'a Path>,
    ) -> Result<Draft<'a>> {
        let list = given.list();
        let mut draft = Draft {
            held,
            text,
            given,
            file,
            path: None,
            sha256: None,
            known: None,
            suggested: Suggested::default(),
        };
        let all = entries::of(text, &held.name(), list);
        let Some(file) = file else {
            draft.known = all.into_iter().find(|e| e.id == self.id);
            if draft.known.is_some() && !self.again {
                return Err(listed(
                    draft.known.as_ref(),
                    self.id.as_deref().unwrap_or_default(),
                ));
            }
            return Ok(draft);
        };
        let shown = file.display().to_string();
        let digest = held.shelf().digest(&shown);
        let Some(digest) = digest else {
            // why it cannot be read
            crate::base::file::digest(file)?;
            return Err(
                crate::base::file::read_error(file, &std::io::ErrorKind::Other.into()).into(),
            );
        };
        let path = written(&held.path, file, held.shelf())?;
        let seen = beside(&held.name(), &path);
        let kind = given.kinds.first().filter(|_| given.own);
        let same = |e: &&Entry| kind.is_none_or(|k| e.kinds.iter().any(|x| x == k));
        let by_path = all
            .iter()
            .filter(same)
            .find(|e| e.path.as_ref() == Some(&seen));
        let by_content = all.iter().filter(same).find(|e| e.sha256 == Some(digest));
        draft.known = by_path.or(by_content).cloned();
        if let Some(known) = draft.known.as_ref().filter(|_| !self.again) {
            return Err(match known.sha256 {
                Some(before) if before != digest => changed(&shown),
                _ => listed(Some(known), &shown),
            });
        }
        (draft.path, draft.sha256) = (Some(path), Some(digest));
        draft.suggested = match given.own {
            true => Suggested::default(),
            false => suggest::of(file),
        };
        Ok(draft)
    }
}

impl Given {
    fn list(&self) -> &'static str {
        if self.own { "item" } else { "document" }
    }
}

impl Draft<'_> {
    /// The name of the document, fit to be shown.
    fn name(&self, args: &Args) -> String {
        let shown = self.file.map(|f| printable(&f.display().to_string()));
        shown
            .or(args.id.as_deref().map(printable))
            .unwrap_or_default()
    }

    /// Whether the file holds something else than when it was listed.
    fn changed(&self) -> bool {
        let before = self.known.as_ref().and_then(|k| k.sha256);
        before.is_some_and(|b| Some(b) != self.sha256)
    }

    /// Asks for what is missing, and puts the entry into the text.
    fn complete(
        self,
        args: &Args,
        mut ask: Option<&mut Ask<'_>>,
    ) -> std::result::Result<(String, Added), Stop> {
        let given = self.given;
        let fresh = self.known.is_none();
        // an entry that is brought up to date keeps what was said of it, but a day belongs to what bears it
        let ask_kinds = given.kinds.is_empty() && fresh;
        let ask_date = given.date.is_none() && (fresh || self.changed());
        let ask_by =
            |date| matches!(date, Some(Dated::On(_))) && given.dated_by.is_none() && !given.own;
        let name = self.name(args);
        if let Some(ask) = ask
            .as_deref_mut()
            .filter(|_| ask_kinds || ask_date || ask_by(given.date))
        {
            ask.say(&name)?;
            let suggestion = self.suggested.line();
            if !given.own && self.file.is_some() {
                let line = suggestion.get(ask.lang()).to_owned();
                ask.say(&format!("  {line}"))?;
            }
        } else if ask_kinds || ask_date || ask_by(given.date) {
            return Err(self.needed(&name, ask_kinds, ask_date).into());
        }
        let (mut kinds, mut date, mut by) = (given.kinds.clone(), given.date, given.dated_by);
        let mut pages = given.pages.clone();
        if let Some(ask) = ask {
            if ask_kinds {
                kinds = questions::kinds(ask, &self.suggested)?;
                if kinds.len() > 1 && pages.is_empty() {
                    pages = questions::pages(ask, &kinds)?;
                }
            }
            if ask_date {
                date = Some(questions::date(ask, &self.suggested)?);
            }
            if ask_by(date) {
                by = Some(questions::origin(ask)?);
            }
        }
        Ok(self.put(args, kinds, date, by, &pages)?)
    }

    /// Which options are missing, with what the text suggests.
    fn needed(&self, name: &str, kinds: bool, date: bool) -> crate::base::error::Errors {
        let line = self.suggested.line();
        let (en, de) = (line.en, line.de);
        let mut flags = Vec::new();
        if kinds {
            flags.push("`--kind`");
        }
        if date {
            flags.push("`--date`");
        }
        if self.given.dated_by.is_none() && !self.given.own {
            flags.push("`--dated-by`");
        }
        let (and, und) = (listing(&flags, "and"), listing(&flags, "und"));
        let mut help = vec![text!("give {and}", "geben Sie {und} an")];
        if date {
            help.push(text!(
                "a document without a date is added with `--date none`",
                "eine Unterlage ohne Datum wird mit `--date none` aufgenommen"
            ));
        }
        let message = match self.given.own || self.file.is_none() {
            true => text!("something is missing", "es fehlt etwas"),
            false => text!("{en}", "{de}"),
        };
        flags_needed(message, help, Some(name))
    }

    fn put(
        self,
        args: &Args,
        kinds: Vec<&'static str>,
        date: Option<Dated>,
        by: Option<&'static str>,
        pages: &[(&'static str, String)],
    ) -> Result<(String, Added)> {
        let own = self.given.own;
        let day = match date {
            Some(Dated::On(day)) => Some(day),
            _ => None,
        };
        let by = by.filter(|_| day.is_some());
        let mut pairs: Vec<(&str, Option<splice::Value>)> = Vec::new();
        if let Some(id) = &args.id {
            pairs.push(("id", Some(splice::text(id))));
        }
        if own && self.known.is_none() {
            let kind = kinds.first().copied().unwrap_or_default();
            pairs.push(("kind", Some(splice::text(kind))));
        }
        if let Some(path) = &self.path {
            pairs.push(("path", Some(splice::text(path))));
        }
        if !own && !kinds.is_empty() {
            pairs.push(("kinds", Some(splice::texts(kinds.iter().copied()))));
        }
        if !pages.is_empty() {
            let table = pages.iter().map(|(k, p)| (*k, splice::text(p)));
            pairs.push(("pages", Some(splice::table(table))));
        }
        if date.is_some() {
            pairs.push(("date", day.map(splice::day)));
            pairs.push(("dated-by", by.map(splice::text)));
        }
        if let Some(end) = self.given.expires {
            pairs.push(("expires", Some(splice::day(end))));
        }
        if let Some(digest) = self.sha256 {
            pairs.push(("sha256", Some(splice::text(&digest.to_string()))));
        }
        if !own && self.known.is_none() {
            let seen = if self.file.is_some() {
                "copy"
            } else {
                "inspected"
            };
            pairs.push(("seen", Some(splice::text(seen))));
        }
        let text = match &self.known {
            Some(known) => splice::update(self.text, self.given.list(), known.at, &pairs),
            None => {
                let all = pairs.into_iter().filter_map(|(k, v)| Some((k, v?)));
                let all: Vec<_> = all.collect();
                splice::push(self.text, self.given.list(), &all)
            }
        };
        let text = text.ok_or_else(|| self.held.form())?;
        Ok((text, self.added(args, kinds, day, by)))
    }

    fn added(
        &self,
        args: &Args,
        kinds: Vec<&'static str>,
        date: Option<Day>,
        dated_by: Option<&'static str>,
    ) -> Added {
        let known = self.known.as_ref();
        let kinds = match (kinds.is_empty(), known) {
            (true, Some(known)) => known.kinds.clone(),
            _ => kinds.iter().map(|k| (*k).to_owned()).collect(),
        };
        let names = || {
            let id = known.and_then(|k| k.id.as_deref());
            let path = known.and_then(|k| k.path.as_deref());
            let names: Vec<&str> = id.into_iter().chain(path).collect();
            entries::naming(self.text, &self.held.name(), &names)
        };
        Added {
            path: self.path.clone(),
            id: args.id.clone(),
            list: self.given.list(),
            kinds,
            date,
            dated_by,
            sha256: self.sha256,
            again: known.is_some(),
            to_read_again: self.changed().then(names),
        }
    }
}

/// `A=3-9`, or `3-9` where the file serves one kind only.
fn pages(given: &str, kinds: &[&'static str]) -> Result<(&'static str, String)> {
    match (given.split_once('='), kinds) {
        (Some((name, page)), _) => {
            let found = kind(name.trim(), "--pages", &DOCUMENTS)?;
            if !kinds.contains(&found) {
                return Err(unfit(text!(
                    "`--pages` names `{found}`, and `--kind` does not",
                    "`--pages` nennt `{found}`, `--kind` aber nicht"
                )));
            }
            Ok((found, page.trim().to_owned()))
        }
        (None, [one]) => Ok((one, given.trim().to_owned())),
        (None, _) => Err(unfit(text!(
            "`--pages` is written like `privacy-notice=1-4`",
            "`--pages` schreibt man wie `privacy-notice=1-4`"
        ))),
    }
}

fn listed(known: Option<&Entry>, shown: &str) -> crate::base::error::Errors {
    let n = known.map_or(0, |k| k.at + 1);
    let message = text!(
        "listed already, as entry {n}",
        "schon aufgeführt, als Eintrag {n}"
    );
    let place = Place::file(printable(shown));
    Error::new(&code::DOSSIER_LISTED, message).at(place).into()
}

fn changed(shown: &str) -> crate::base::error::Errors {
    let message = text!(
        "the file has changed since it was listed",
        "die Datei hat sich geändert, seit sie aufgeführt wurde"
    );
    let place = Place::file(printable(shown));
    Error::new(&code::DOSSIER_CHANGED, message).at(place).into()
}
