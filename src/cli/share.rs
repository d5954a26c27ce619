//! `beleg share`: the same bundle for readers who need the words, not the counts by country and source.

use std::path::PathBuf;

use super::Globals;
use crate::base::error::{Result, printable};
use crate::base::lang::Lang;
use crate::proof::bundle::{Bundle, share};

/// Copy a bundle without its census and dossier, whose digests stay signed
///
/// The copy has the same record number and the same signatures. Nothing is checked: it verifies if and only if the
/// bundle does, and `beleg verify` says what it then leaves out.
#[derive(clap::Args)]
#[command(after_help = "Example:
  beleg share list.beleg.zip -o list-shared.beleg.zip")]
pub struct Args {
    /// The bundle, as folder or .beleg.zip
    bundle: PathBuf,
    /// The copy: a folder, or a ZIP if the name ends in .zip
    #[arg(short, long, value_name = "NEW")]
    output: PathBuf,
    /// Replace an existing output
    #[arg(long)]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let whole = Bundle::read(&self.bundle)?;
        let copy = share(&whole)?;
        copy.write(&self.output, self.force)?;
        let path = printable(&self.output.display().to_string());
        let (n, of) = (copy.paths().count(), whole.paths().count());
        globals.print(&match globals.lang {
            Lang::En if n == of => {
                format!("{path}   {n} files; census and dossier were left out before\n")
            }
            Lang::De if n == of => {
                format!("{path}   {n} Dateien; Zählung und Dossier fehlten schon vorher\n")
            }
            Lang::En => format!("{path}   {n} of {of} files, without census and dossier\n"),
            Lang::De => format!("{path}   {n} von {of} Dateien, ohne Zählung und Dossier\n"),
        })?;
        globals.note(match globals.lang {
            Lang::En => "copied, not checked: beleg verify\n",
            Lang::De => "kopiert, nicht geprüft: beleg verify\n",
        });
        Ok(0)
    }
}
