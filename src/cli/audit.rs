//! `beleg audit`: list, papers and policy in; words, path and, with a key, a signed bundle out.
//!
//! Everything that can be refused before the list is read is refused before: a wrong option, a slip in policy or
//! dossier, a key that does not open, an output that exists.

pub mod given;
pub mod outputs;
pub mod papers;
pub mod reading;
mod signing;

use std::path::PathBuf;

pub use given::{Given, Judged};

use super::Globals;
use super::moment::day;
use super::next::quoted;
use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::base::label::Label;
use crate::report::Signature;
use crate::report::form::Form;
use crate::report::human::Facing;
use crate::text;

/// Judge a list with its papers, and sign the result
///
/// Examples:
///   beleg audit leads.xlsx
///   beleg audit list.csv -d dossier.toml --all
///   beleg audit list.csv -d dossier.toml --report list.json --report list.md
///   beleg audit list.csv -d dossier.toml -o list.beleg.zip \
///     --key file:audit.pem --verifier-id urn:example:office
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    #[command(flatten)]
    given: Given,
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
    /// A further form into a file: json, ndjson, markdown, csv or human=PATH, or a PATH with such an ending
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
        let mut ready = self.given.prepare(time.day(), globals)?;
        let signing =
            self.signing
                .prepare(&mut ready.papers.dossier, ready.papers.as_of, time, globals)?;
        let outputs = outputs::Outputs::new(&self.report, self.rows.as_deref(), self.force)?;
        if let Some(bundle) = signing.bundle() {
            outputs::free(bundle, self.force)?;
        }
        for output in outputs.files().chain(signing.bundle()) {
            self.given.apart(output)?;
        }
        if self.signing.small_list() {
            ready.overrides.push("small-list".to_owned());
        }
        let names = self.signing.names()?;
        let signers = signing.signers();
        let files = self.given.files();
        let audit = ready.audit(
            &self.given.lists,
            &names,
            signing.inputs(&signers, &ready.chosen.text),
            globals,
        )?;
        let exit = audit.verdict.exit(self.fail_on == FailOn::Conditional);
        let signature = signing.write(audit.bundle.as_ref(), self.force)?;
        let judged = ready.judged(&audit);
        let report = judged.report(exit, signature);
        let bundle = signing
            .bundle()
            .map(|p| printable(&p.display().to_string()));
        let letter = match (&bundle, &report.signature) {
            (Some(b), Signature::Signed(keys)) => {
                let key = keys.first().map_or("", String::as_str);
                vec![b.clone(), "--trust".to_owned(), key.to_owned()]
            }
            _ => self.given.again(),
        };
        let letter = [vec!["beleg".to_owned(), "letter".to_owned()], letter].concat();
        let letter: Vec<String> = letter.iter().map(|w| quoted(w)).collect();
        let facing = Facing {
            files: &files,
            bundle: bundle.as_deref(),
            letter: &letter,
            all: self.all,
            quiet: globals.quiet,
        };
        outputs.write(&report, facing, &audit.quarantine, globals.lang)?;
        let form = globals.format.form().unwrap_or(Form::Human);
        globals.print(&form.render(&report, globals.look, facing))?;
        Ok(exit)
    }
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
