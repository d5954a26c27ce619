//! `beleg export`: the envelopes of a bundle in the forms that other people's tools read.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Globals;
use crate::base::error::{Result, printable};
use crate::base::file::{self, Write, folder};
use crate::base::lang::Lang;
use crate::proof::bundle::Bundle;
use crate::proof::foreign;

/// Derive the forms that other tools read from a bundle's envelopes
///
/// --sigstore: one bundle v0.3 per signature and statement (cosign, @sigstore/verify). --intoto: both envelopes, one
/// per line (in-toto). Nothing is checked, and beleg never reads these files back: only the bundle is evidence.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("forms").required(true).multiple(true))]
#[command(after_help = "Examples:
  beleg export list.beleg.zip --sigstore -o sigstore/
  beleg export list.beleg.zip --sigstore --intoto -o foreign/")]
pub struct Args {
    /// The bundle, as folder or .beleg.zip
    bundle: PathBuf,
    /// Sigstore bundles, audit.….sigstore.json and vsa.….sigstore.json
    #[arg(long, group = "forms")]
    sigstore: bool,
    /// An in-toto bundle, bundle.intoto.jsonl
    #[arg(long, group = "forms")]
    intoto: bool,
    /// A new folder for the files
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Write into an existing folder, and replace files of these names in it
    #[arg(long)]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let bundle = Bundle::read(&self.bundle)?;
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        if self.intoto {
            files.extend(foreign::intoto(&bundle)?);
        }
        if self.sigstore {
            files.extend(foreign::sigstore(&bundle)?);
        }
        if self.force && self.output.is_dir() {
            let how = Write {
                force: true,
                private: false,
            };
            for (name, bytes) in &files {
                file::write(&self.output.join(name), bytes, how)?;
            }
        } else {
            folder::write(&self.output, &files)?;
        }
        let names = files.keys().fold(String::new(), |out, name| {
            let path = self.output.join(name);
            format!("{out}{}\n", printable(&path.display().to_string()))
        });
        globals.print(&names)?;
        globals.note(match globals.lang {
            Lang::En => "derived from the envelopes, not checked: beleg verify\n",
            Lang::De => "aus den Umschlägen abgeleitet, nicht geprüft: beleg verify\n",
        });
        Ok(0)
    }
}
