//! `beleg report`: the report of a bundle, made again from the record, in any form.

use std::path::PathBuf;

use super::believed::{Believed, Believing};
use super::{Format, Globals};
use crate::base::error::{Result, printable};
use crate::base::file::{self, Write};
use crate::record::path::path;
use crate::report::build::{Parts, Shared};
use crate::report::form::Form;
use crate::report::human::Facing;
use crate::report::look::Look;
use crate::report::{Report, Signature};

/// The forms that a report can have.
pub const FORMS: &[Format] = &[
    Format::Human,
    Format::Json,
    Format::Ndjson,
    Format::Markdown,
    Format::Csv,
];

/// Show what the record of a bundle says, in any form
///
/// The report is a view, made from the record whenever it is asked for; only the signed bundle is evidence. Of a
/// shared bundle it shows what is there, and says what is missing.
///
/// Exit codes: 0 written, whatever the record says; 2 cannot be read or run; 4 the bundle does not verify.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg report list.beleg.zip --trust signer.pub.pem
  beleg report list.beleg.zip --trust signer.pub.pem -o list.md
  beleg report list.beleg.zip --unverified --format json")]
pub struct Args {
    /// The bundle, as folder or .beleg.zip
    bundle: PathBuf,
    #[command(flatten)]
    believing: Believing,
    /// A file for the report; its ending tells the form unless --format does
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// All findings, not only the first twelve
    #[arg(long)]
    all: bool,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let output = self
            .output
            .as_ref()
            .filter(|p| p.as_os_str() != "-")
            .map(PathBuf::as_path);
        if let Some(path) = output.filter(|_| !self.force)
            && path.symlink_metadata().is_ok()
        {
            return Err(file::exists(path).into());
        }
        if let Some(path) = output {
            file::apart(path, &[&self.bundle])?;
        }
        let believed = self.believing.open(&self.bundle)?;
        let signature = if self.believing.unverified {
            Signature::Unverified
        } else {
            let keys = believed.opened.signers().iter();
            Signature::Checked(keys.map(ToString::to_string).collect())
        };
        let report = made(&believed, signature);
        let bundle = printable(&self.bundle.display().to_string());
        let facing = Facing {
            bundle: Some(&bundle),
            all: self.all,
            quiet: globals.quiet,
            ..Facing::default()
        };
        let asked = globals.format.form().unwrap_or(Form::Human);
        let Some(path) = output else {
            globals.print(&asked.render(&report, globals.look, facing))?;
            return Ok(0);
        };
        let form = match asked {
            Form::Human => Form::of_file(&path.to_string_lossy()).unwrap_or(Form::Human),
            form => form,
        };
        // a file has neither a terminal's width nor its colours
        let look = Look {
            lang: globals.lang,
            ..Look::default()
        };
        let how = Write {
            force: self.force,
            private: false,
        };
        file::write(path, form.render(&report, look, facing).as_bytes(), how)?;
        Ok(0)
    }
}

/// The report of a record: whole, or as much as a shared bundle tells.
fn made(believed: &Believed, signature: Signature) -> Report {
    let (record, policy) = (&believed.record, &believed.policy);
    let statement = believed.opened.record();
    let (Some(census), Some(dossier)) = (&record.census, &record.dossier) else {
        return Report::shared(&Shared {
            statement,
            policy,
            verdict: &record.verdict,
            signature,
        });
    };
    Report::new(&Parts {
        census,
        policy,
        verdict: &record.verdict,
        path: &path(policy, census, &record.verdict),
        dossier,
        record: statement.number(),
        exit: record.verdict.exit(false),
        signature,
    })
}
