//! `beleg sift`: the rows of a list that was audited, each into the file where it belongs: to take over, to give back,
//! usable per channel. The one command that writes personal data.
//!
//! The list is audited as by `beleg audit`, and then read once more; what the second pass sorts must add up to what the
//! first one counted and, with a bundle, to what was signed. Only then is anything visible.

mod files;
mod says;
mod tally;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use self::files::{Files, Form};
use self::says::{Outcome, Says};
use self::tally::Tally;
use super::audit::Given;
use super::audit::given::Ready;
use super::believed::{Believed, Believing};
use super::{Format, Globals};
use crate::base::clock::Time;
use crate::base::code::{output, usage};
use crate::base::error::{Error, Place, Result, printable};
use crate::base::file::{self, draft::Draft};
use crate::proof::verify::{ListFile, Question};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::verdict::Verdict;
use crate::text;

/// Write the rows that may be taken over, those to give back, and those usable per channel
///
/// This writes personal data: into a folder for nobody but you, and only if every row is accounted for. With --bundle
/// the list must be the audited one, and the rows must add up to the signed counts; policy, day, plan and reading come
/// from the record, dossier and suppression lists are given again. Without it the list is audited first.
///
/// Files, with the columns of the list in their order:
///   accepted     rows that may be taken over
///   set-aside    rows to give back to the vendor
///   email, phone, sms, auto-call, post, social
///                rows that are usable on a planned channel
///   withheld     (CSV) list, line and clauses of every row that was set aside or lost a channel
///   not-cleared  in place of all but set-aside and withheld, if the acquisition is not releasable or not assessable
///
/// In CSV files, cells that a spreadsheet would run as a formula get a leading apostrophe, unless they are plain numbers
/// or telephone numbers. In workbooks every cell is text. The exit code is that of the verdict.
///
/// Examples:
///   beleg sift list.csv --bundle list.beleg.zip --trust trust/trust.toml -d dossier.toml -o usable
///   beleg sift list.xlsx -d dossier.toml -o usable --as xlsx
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    #[command(flatten)]
    given: Given,
    /// The signed record of the list; with it --channel chooses among the planned channels
    #[arg(
        long,
        value_name = "BUNDLE",
        conflicts_with_all = ["as_of", "buyer", "mapping", "sheet", "encoding", "delimiter", "quote", "header_row", "short_rows"]
    )]
    bundle: Option<PathBuf>,
    /// Whose signature counts: one trust file, or public keys and fingerprints got through another channel
    #[arg(
        long,
        value_name = "FILE|PUB|SHA256:…",
        env = "BELEG_TRUST",
        hide_env_values = true
    )]
    trust: Vec<String>,
    /// Folder for the files; new, or empty
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Form of the files with rows
    #[arg(long = "as", value_enum, value_name = "FORM", default_value = "csv")]
    form: Form,
    /// Leave cells as they are that a spreadsheet would run
    #[arg(long)]
    raw: bool,
    /// Replace what an earlier sift left in the folder
    #[arg(long)]
    force: bool,
}

/// The record that the rows must add up to.
struct Record {
    number: String,
    census: Census,
    verdict: Verdict,
    /// Channels that a file is wanted for; none: all planned ones.
    channels: Option<Vec<Channel>>,
}

impl Args {
    /// Sorts, compares, writes. The exit code is the verdict's.
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        Draft::free(&self.output, self.force)?;
        self.inputs_apart()?;
        let folder = printable(&self.output.display().to_string());
        if globals.format == Format::Human {
            globals.say(says::note(&folder).get(globals.lang));
        }
        let (ready, lists, record) = self.prepare(globals)?;
        if self.raw && self.form == Form::Csv {
            let message = text!(
                "cells that a spreadsheet would run are left as they are",
                "Zellen, die eine Tabellenkalkulation ausführen würde, bleiben stehen"
            );
            globals.warnings(&[Error::new(&output::FORMULAS_LEFT, message)]);
        }
        let inputs = ready.inputs(&lists, globals);
        let done = ready.assess(&inputs, globals)?;
        let (census, verdict) = match &record {
            Some(record) => {
                tally::same(&record.census, &done.census)?;
                (&record.census, &record.verdict)
            }
            None => (&done.census, &done.verdict),
        };

        let sift = done.sift(&inputs)?;
        let wanted = record.as_ref().and_then(|r| r.channels.as_deref());
        let files = Files::new(self.form, verdict, sift.channels(), wanted);
        files.fit(census)?;
        let draft = Draft::new(&self.output);
        let mut tables = files.begin(&draft, done.headers(), self.raw, census.as_of)?;
        let mut tally = Tally::default();
        // whoever finds that nothing can be written keeps the others from sorting for nothing
        let failed: Mutex<Option<Error>> = Mutex::default();
        let fail = || {
            failed
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
        };
        let sorter = files.sorter(&sift, self.raw);
        sift.run(
            inputs.effort,
            &|list, frame, fates| fail().is_none().then(|| sorter.sort(list, frame, fates)),
            &mut |frame, sorted| {
                let Some(sorted) = sorted else { return };
                tally.add(&sorted.tally);
                if let Err(e) = tables.write(frame, &sorted) {
                    fail().get_or_insert(e);
                }
            },
        )?;
        if let Some(error) = fail().take() {
            return Err(error.into());
        }
        tally.balance(census, sift.channels())?;
        tables.finish()?;
        draft.keep(files::ours)?;

        let exit = verdict.exit(false);
        let says = Says {
            outcome: &Outcome {
                folder: &folder,
                files: &files,
                tally: &tally,
                clauses: &sift.clauses(),
                census,
                verdict,
                policy: &ready.chosen.policy,
                record: record.as_ref().map(|r| r.number.as_str()),
                exit,
            },
            look: globals.look,
        };
        globals.print(&match globals.format {
            Format::Json => says.json(),
            _ => says.human(globals.quiet),
        })?;
        Ok(exit)
    }

    /// Everything that can be refused before the list is read for its rows. The lists come in the order of the record.
    fn prepare(&self, globals: &Globals) -> Result<(Ready, Vec<PathBuf>, Option<Record>)> {
        let Some(path) = &self.bundle else {
            let ready = self.given.prepare(Time::now().day(), globals)?;
            return Ok((ready, self.given.lists.clone(), None));
        };
        if self.given.names_policy() {
            let message = text!(
                "`--policy` and `--bundle` exclude each other: a record has its own policy",
                "`--policy` und `--bundle` schließen sich aus: Ein Beleg hat sein Regelwerk"
            );
            return Err(Error::new(&usage::USAGE, message).into());
        }
        let question = Question {
            lists: self
                .given
                .lists
                .iter()
                .map(|p| listed(p))
                .collect::<Result<_, Error>>()?,
            ..Question::default()
        };
        let believing = Believing {
            trust: self.trust.clone(),
            unverified: false,
        };
        let Believed { record, opened, .. } = believing.open_for(path, &question)?;
        let (Some(census), Some(dossier)) = (record.census, record.dossier) else {
            let message = text!(
                "the bundle is one for others: it has no counts to compare with",
                "das Bündel ist eines zum Weitergeben: Es enthält keine Zahlen zum Vergleich"
            );
            let place = Place::file(printable(&path.display().to_string()));
            return Err(Error::new(&usage::RECORD_SHARED, message).at(place).into());
        };
        let channels = self.given.papers.channels()?;
        for channel in channels.iter().flatten() {
            if dossier.planned(*channel) == Some(false) {
                let name = channel.name();
                let message = text!(
                    "channel `{name}` is not planned in the record",
                    "der Kanal `{name}` ist im Beleg nicht geplant"
                );
                return Err(Error::new(&usage::CHANNEL_UNPLANNED, message).into());
            }
        }
        let again = self
            .given
            .recorded(record.policy_text, &census, &dossier, globals)?;
        let order = |list: &ListFile| {
            let place = census.lists.iter().position(|l| l.sha256 == list.sha256);
            place.unwrap_or(usize::MAX)
        };
        let mut lists: Vec<_> = question.lists.iter().zip(&self.given.lists).collect();
        lists.sort_by_key(|(list, _)| order(list));
        let lists = lists.into_iter().map(|(_, path)| path.clone()).collect();
        let record = Record {
            number: opened.record().number(),
            census,
            verdict: record.verdict,
            channels,
        };
        Ok((again, lists, Some(record)))
    }

    /// Refuses a folder in which a result would replace an input.
    fn inputs_apart(&self) -> Result<()> {
        let bundle: Vec<&Path> = self.bundle.iter().map(PathBuf::as_path).collect();
        let there = std::fs::read_dir(&self.output);
        for entry in there.into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(files::ours) {
                self.given.apart(&entry.path())?;
                file::apart(&entry.path(), &bundle)?;
            }
        }
        Ok(())
    }
}

/// A list as it lies here.
fn listed(path: &Path) -> Result<ListFile, Error> {
    let (bytes, sha256) = file::digest(path)?;
    Ok(ListFile {
        name: path.display().to_string(),
        bytes,
        sha256,
    })
}

/// The error for a file of the folder that could not be written.
fn unwritten(folder: &Path, name: &str, e: &io::Error) -> Error {
    file::write_error(&folder.join(name), e)
}
