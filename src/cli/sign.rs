//! `beleg sign`: one more person signs a record, after everything in it was checked and judged again.
//!
//! Whom to believe is not asked here: a second pair of eyes reads what the record says, and signs that. What it says
//! is shown before a key is opened.

use std::path::{Path, PathBuf};

use super::believed::{Believed, Believing};
use super::{Globals, passphrase};
use crate::base::code::{usage, verify as code};
use crate::base::error::{Error, Result, printable};
use crate::base::file;
use crate::base::lang::{Lang, count};
use crate::proof::bundle::countersign;
use crate::proof::keys::{FileSigner, Signer, open};
use crate::proof::statement::{Record, Resource};
use crate::proof::verify::Opened;
use crate::report::page::Page;
use crate::report::words;
use crate::text;

/// Add a signature to a bundle: a second person vouches for the same record
///
/// The bundle is checked first: digests, signatures enclosed, evidence, and whether the verdict follows from the census.
/// Then it is shown what would be signed. Whether the first signature is that of the person you think of is for you to
/// check: beleg verify --trust.
///
/// A ZIP is replaced as a whole; of a folder a new bundle is written.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg sign list.beleg.zip -k file:officer.pem
  beleg sign bundle/ -k file:officer.pem -o signed.beleg.zip
  beleg verify list.beleg.zip --trust auditor.pub.pem --trust officer.pub.pem --expect-signers 2")]
pub struct Args {
    /// The bundle, as folder or .beleg.zip
    bundle: PathBuf,
    /// Key that signs: file:PATH or env:NAME
    #[arg(
        short,
        long,
        value_name = "ADDRESS",
        required = true,
        env = "BELEG_KEY",
        hide_env_values = true
    )]
    key: Vec<String>,
    /// A new bundle in place of the given one: a folder, or a ZIP if the name ends in .zip
    #[arg(short, long, value_name = "NEW")]
    output: Option<PathBuf>,
    /// File with the passphrase of the key
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Replace an existing output
    #[arg(long, requires = "output")]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        if let Some(path) = self.output.as_deref().filter(|_| !self.force)
            && path.symlink_metadata().is_ok()
        {
            return Err(file::exists(path).into());
        }
        let enclosed = Believing {
            trust: Vec::new(),
            unverified: true,
        };
        let believed = enclosed.open(&self.bundle)?;
        if self.output.is_none() && self.bundle.is_dir() {
            return Err(unchanged(&self.bundle).into());
        }
        let Opened::Bundle(bundle) = &believed.opened else {
            return Err(Error::new(
                &code::NOT_A_BUNDLE,
                text!("a single envelope", "ein einzelner Umschlag"),
            )
            .into());
        };
        if believed.record.census.is_none() {
            return Err(Error::new(
                &usage::CENSUS_WITHHELD,
                text!(
                    "a shared bundle cannot be judged again, and is not signed",
                    "ein geteiltes Bündel lässt sich nicht nachrechnen und wird nicht unterschrieben"
                ),
            )
            .help(text!(
                "sign the full bundle, then `beleg share` it again",
                "unterschreiben Sie das volle Bündel, dann noch einmal `beleg share`"
            ))
            .into());
        }
        if !globals.quiet {
            globals.print(&shown(&believed, globals))?;
        }
        let asks =
            |address: &str| passphrase::get(address, self.passphrase_file.as_deref(), globals);
        let signers: Vec<FileSigner> = self
            .key
            .iter()
            .map(|address| open(address, &asks))
            .collect::<Result<_, Error>>()?;
        let signers: Vec<&dyn Signer> = signers.iter().map(|s| s as &dyn Signer).collect();
        let signed = countersign(bundle, &signers)?;
        let path = match &self.output {
            Some(path) => {
                signed.write(path, self.force)?;
                path
            }
            None => {
                signed.replace(&self.bundle)?;
                &self.bundle
            }
        };
        let all = believed.opened.signers().len() + signers.len();
        globals.print(&done(&signers, all, path, globals.lang))?;
        Ok(0)
    }
}

/// What the signature will be under.
fn shown(believed: &Believed, globals: &Globals) -> String {
    let lang = globals.lang;
    let record = believed.opened.record();
    let r: &Record = &record.predicate;
    let n = |x: u64| count(x, lang);
    let about = Resource::parse(&r.resource_uri)
        .map(|r| format!("{}, {}", r.vendor, r.delivery))
        .unwrap_or_default();
    let policy = &believed.policy;
    let named = format!("{} {}", policy.id, policy.version);
    let own = policy.shipped_uri().is_none();
    let word = |w| words::verdict(w).get(lang).to_uppercase();
    let (a, c) = (word(r.acquisition.verdict), word(r.contact.verdict));
    let usable: Vec<String> = r
        .contact
        .channels
        .iter()
        .map(|(channel, w)| format!("{} {}", channel.words(lang), n(w.usable)))
        .collect();
    let usable = match (usable.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::En) => format!("   {} usable", usable.join(" · ")),
        (false, Lang::De) => format!("   {} verwendbar", usable.join(" · ")),
    };
    let (read, loaded, out) = (n(r.rows.read), n(r.rows.loaded), n(r.rows.quarantined));
    let (accepted, aside) = (n(r.acquisition.accepted), n(r.acquisition.set_aside));
    let (id, time, as_of) = (&r.verifier.id, r.time_verified, r.as_of);
    let mut page = Page::new(globals.look, 14);
    let lines: Vec<(&str, String)> = match lang {
        Lang::En => vec![
            ("Record", format!("{}   {about}", record.number())),
            ("Stated", format!("by {id}, {time}, as of {as_of}")),
            (
                "Policy",
                format!("{named}{}", if own { " (own)" } else { ", as shipped" }),
            ),
            (
                "Rows",
                format!("{read} read = {loaded} assessed + {out} quarantined"),
            ),
            (
                "Acquisition",
                format!("{a}   {accepted} accepted, {aside} set aside"),
            ),
            ("Contact", format!("{c}{usable}")),
        ],
        Lang::De => vec![
            ("Beleg", format!("{}   {about}", record.number())),
            ("Ausgestellt", format!("von {id}, {time}, Stichtag {as_of}")),
            (
                "Regelwerk",
                format!(
                    "{named}{}",
                    if own {
                        " (eigenes)"
                    } else {
                        ", wie ausgeliefert"
                    }
                ),
            ),
            (
                "Zeilen",
                format!("{read} gelesen = {loaded} ausgewertet + {out} in Quarantäne"),
            ),
            (
                "Erwerb",
                format!("{a}   {accepted} angenommen, {aside} ausgesondert"),
            ),
            ("Kontakt", format!("{c}{usable}")),
        ],
    };
    for (label, text) in &lines {
        page.text(label, text);
    }
    let mut label = match lang {
        Lang::En => "Signed by",
        Lang::De => "Signiert von",
    };
    for key in believed.opened.signers() {
        page.text(label, &key.to_string());
        label = "";
    }
    page.text(
        match lang {
            Lang::En => "Checked",
            Lang::De => "Geprüft",
        },
        match lang {
            Lang::En => {
                "digests, these signatures, evidence, and that the verdict follows from the census; not: whose keys these are"
            }
            Lang::De => {
                "Prüfsummen, diese Signaturen, Nachweise und dass das Urteil aus der Zählung folgt; nicht: wem diese Schlüssel gehören"
            }
        },
    );
    globals.look.finish(page.finish())
}

fn done(signers: &[&dyn Signer], all: usize, path: &Path, lang: Lang) -> String {
    let keys: Vec<String> = signers
        .iter()
        .map(|s| s.public().fingerprint().to_string())
        .collect();
    let (keys, path) = (keys.join(", "), printable(&path.display().to_string()));
    match lang {
        Lang::En => format!("signed by {keys}\n{path}   {all} signatures\n"),
        Lang::De => format!("unterschrieben von {keys}\n{path}   {all} Signaturen\n"),
    }
}

fn unchanged(path: &Path) -> Error {
    let shown = printable(&path.display().to_string());
    Error::new(
        &usage::FOLDER_UNCHANGED,
        text!(
            "`{shown}` is a folder, and stays as it is",
            "`{shown}` ist ein Ordner und bleibt, wie er ist"
        ),
    )
    .help(text!(
        "`-o NEW.beleg.zip` writes a new bundle",
        "`-o NEU.beleg.zip` schreibt ein neues Bündel"
    ))
}
