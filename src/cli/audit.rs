//! `beleg audit`: list, papers and policy in; words, path and, with a key, a signed bundle out.
//!
//! Everything that can be refused before the list is read is refused before: a wrong option, a slip in policy or
//! dossier, a key that does not open, an output that exists.

mod outputs;
pub mod papers;
mod reading;
mod signing;

use std::path::PathBuf;
use std::time::Instant;

use super::policy_file::{self, DEFAULT};
use super::{Format, Globals};
use crate::base::clock::{Day, Time};
use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::base::label::Label;
use crate::base::lang::Lang;
use crate::data::measure::Effort;
use crate::record::census::Census;
use crate::record::dossier::Dossier;
use crate::record::path::path;
use crate::record::policy::Policy;
use crate::record::verdict::Verdict;
use crate::report::build::Parts;
use crate::report::human::{self, Facing};
use crate::report::{Report, Signature, json};
use crate::text;

/// Judge a list with its papers, and sign the result
///
/// Examples:
///   beleg audit leads.xlsx
///   beleg audit list.csv -d dossier.toml --all
///   beleg audit list.csv -d dossier.toml -o list.beleg.zip \
///     --key file:audit.pem --verifier-id urn:example:office
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The list: CSV, TSV or XLSX. Several files are one delivery
    #[arg(required = true, value_name = "LIST")]
    lists: Vec<PathBuf>,
    /// A shipped policy or a TOML file
    #[arg(short, long, value_name = "NAME|FILE", default_value = DEFAULT, env = "BELEG_POLICY", hide_env_values = true)]
    policy: String,
    #[command(flatten)]
    papers: papers::Options,
    #[command(flatten)]
    reading: reading::Options,
    #[command(flatten)]
    tables: super::classify::Tables,
    #[command(flatten)]
    signing: signing::Options,
    /// All findings, not only the first twelve
    #[arg(long)]
    all: bool,
    /// From which word on the exit code is 1
    #[arg(long, value_enum, default_value = "rejected")]
    fail_on: FailOn,
    /// Line numbers and reasons of records that were not loaded, into a file of your own (0600)
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
    /// A further format into a file: json=PATH, or a PATH that ends in .json
    #[arg(long, value_name = "F=PATH")]
    report: Vec<String>,
    /// Replace existing outputs
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    Rejected,
    Conditional,
}

impl Args {
    /// Audits, prints, signs. The exit code is the verdict's.
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let time = self.signing.time()?;
        let chosen = policy_file::choose(&self.policy)?;
        let mut papers = self.papers.resolve(time.day())?;
        globals.warnings(&papers.warnings);
        let reading = self.reading.options()?;
        let supplied = self.tables.supply()?;
        let signing = self
            .signing
            .prepare(&mut papers.dossier, papers.as_of, time, globals)?;
        let outputs = outputs::Outputs::new(&self.report, self.rows.as_deref(), self.force)?;
        if let Some(bundle) = signing.bundle() {
            outputs::free(bundle, self.force)?;
        }
        let mut overrides = std::mem::take(&mut papers.overrides);
        overrides.extend(reading.overrides().into_iter().map(str::to_owned));
        overrides.extend(supplied.into_iter().map(str::to_owned));
        if self.signing.small_list() {
            overrides.push("small-list".to_owned());
        }
        overrides.sort();
        let names = self.signing.names()?;
        let signers = signing.signers();
        let files: Vec<String> = self
            .lists
            .iter()
            .map(|p| printable(&p.display().to_string()))
            .collect();
        let started = Instant::now();
        globals.working(&files.join(", "));
        let audited = crate::audit(crate::Inputs {
            lists: &self.lists,
            reading: &reading,
            dossier: &papers.dossier,
            suppression: papers.suppression.clone(),
            policy: &chosen.policy,
            as_of: papers.as_of,
            names: &names,
            overrides,
            effort: Effort {
                threads: globals.threads,
                ..Effort::default()
            },
            signing: signing.inputs(&signers, &chosen.text),
        });
        globals.done(
            match globals.lang {
                Lang::En => "read and judged",
                Lang::De => "gelesen und beurteilt",
            },
            started.elapsed(),
        );
        let audit = audited?;
        globals.spent(&audit.spent.stages());
        let exit = audit.verdict.exit(self.fail_on == FailOn::Conditional);
        let signature = signing.write(audit.bundle.as_ref(), self.force)?;
        let judged = Judged {
            census: &audit.census,
            verdict: &audit.verdict,
            policy: &chosen.policy,
            text: &chosen.text,
            dossier: &papers.dossier,
        };
        let report = judged.report(exit, signature);
        outputs.write(&report, &audit.quarantine, globals.lang)?;
        let bundle = signing
            .bundle()
            .map(|p| printable(&p.display().to_string()));
        globals.print(&match globals.format {
            Format::Json => json::render(&report, globals.lang),
            Format::Human | Format::Csv => human::render(
                &report,
                globals.look,
                Facing {
                    files: &files,
                    bundle: bundle.as_deref(),
                    all: self.all,
                    quiet: globals.quiet,
                },
            ),
        })?;
        Ok(exit)
    }
}

/// A list that was judged, with everything that the verdict rests on.
pub struct Judged<'a> {
    pub census: &'a Census,
    pub verdict: &'a Verdict,
    pub policy: &'a Policy,
    /// The text that the policy was parsed from.
    pub text: &'a str,
    pub dossier: &'a Dossier,
}

impl Judged<'_> {
    /// The report, with the record number that a statement about it would have.
    pub fn report(&self, exit: u8, signature: Signature) -> Report {
        let path = path(self.policy, self.census, self.verdict);
        Report::new(&Parts {
            census: self.census,
            policy: self.policy,
            verdict: self.verdict,
            path: &path,
            dossier: self.dossier,
            record: signing::number(self),
            exit,
            signature,
        })
    }
}

/// A day of an option.
fn day(text: &str, option: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| illegible(text, option, "2026-11-23"))
}

/// A moment of an option.
fn time(text: &str, option: &str) -> Result<Time> {
    Time::parse(text).ok_or_else(|| illegible(text, option, "2026-11-23T14:05:09Z"))
}

fn illegible(text: &str, option: &str, form: &str) -> crate::base::error::Errors {
    let shown = printable(text);
    Error::new(
        &usage::DAY_ILLEGIBLE,
        text!(
            "`{option} {shown}` is not of the form {form}",
            "`{option} {shown}` hat nicht die Form {form}"
        ),
    )
    .into()
}

/// A name that may stand in a record.
fn label(text: &str, option: &str) -> Result<Label> {
    Label::new(text).ok_or_else(|| {
        Error::new(
            &usage::LABEL_UNFIT,
            text!(
                "the name after `{option}` may not stand in a record",
                "der Name nach `{option}` darf in keinem Beleg stehen"
            ),
        )
        .into()
    })
}
