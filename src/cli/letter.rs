//! `beleg letter`: what is owed, and by whom, ready to send. Made from a record that is believed first, or from a list that
//! is judged on the spot; never signed, since it follows from what is.

use std::path::{Path, PathBuf};

use super::believed::{Believed, Believing};
use super::{Format, Globals};
use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::base::file::{self, Write};
use crate::checks::CATALOGUE;
use crate::record::path::path;
use crate::report::letter::{Letter, Sources, To, html, json, markdown, text};
use crate::text;

/// Write what is owed, each thing once, to the vendor, to your own house, or to whoever reads the papers
///
/// Takes the bundle of an audit, or a list with the inputs of `audit`.
///
/// Examples:
///   beleg letter list.beleg.zip --trust signer.pub.pem
///   beleg letter leads.xlsx --lang de -o letter.html
///   beleg letter list.csv -d dossier.toml --to reviewer
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
#[cfg_attr(
    feature = "engine",
    command(mut_arg("lists", |a| a
        .value_name("BUNDLE|LIST")
        .help("A bundle (a folder, or a name ending in .zip), or the list: CSV, TSV or XLSX. Several files are one delivery")))
)]
pub struct Args {
    #[cfg(feature = "engine")]
    #[command(flatten)]
    given: super::audit::Given,
    /// The bundle: a folder, or a name ending in .zip
    #[cfg(not(feature = "engine"))]
    #[arg(required = true, value_name = "BUNDLE")]
    lists: Vec<PathBuf>,
    #[command(flatten)]
    trust: Believing,
    /// For whom
    #[arg(long, value_enum, default_value = "vendor")]
    to: Addressee,
    /// Write into a file; .md, .html and .json decide the form
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Addressee {
    /// What the vendor owes
    Vendor,
    /// Your own tasks, with their due dates
    Buyer,
    /// Questions to answer from the papers, and rules to settle with counsel
    Reviewer,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        if let Some(path) = &self.output
            && !self.force
            && path.symlink_metadata().is_ok()
        {
            return Err(file::exists(path).into());
        }
        #[cfg(feature = "engine")]
        if let Some(path) = &self.output {
            self.given.apart(path)?;
        }
        let letter = match self.bundle()? {
            Some(bundle) => self.of_bundle(bundle)?,
            None => self.of_list(globals)?,
        };
        let form = self.form(globals.format);
        let lang = globals.lang;
        let letter = match form {
            Format::Json => json::render(&letter, lang),
            Format::Markdown => markdown::render(&letter, lang),
            Format::Html => html::render(&letter, lang),
            _ => text::render(&letter, lang),
        };
        match &self.output {
            Some(path) => {
                let how = Write {
                    force: self.force,
                    private: false,
                };
                file::write(path, letter.as_bytes(), how)?;
            }
            None => globals.print(&letter)?,
        }
        Ok(0)
    }

    fn lists(&self) -> &[PathBuf] {
        #[cfg(feature = "engine")]
        return &self.given.lists;
        #[cfg(not(feature = "engine"))]
        return &self.lists;
    }

    fn to(&self) -> To {
        match self.to {
            Addressee::Vendor => To::Vendor,
            Addressee::Buyer => To::Buyer,
            Addressee::Reviewer => To::Reviewer,
        }
    }

    /// The form asked for; without one, what the name of the file says.
    fn form(&self, asked: Format) -> Format {
        let ending = self.output.as_ref().and_then(|p| p.extension());
        let ending = ending.and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
        match (asked, ending.as_deref()) {
            (Format::Human, Some("md" | "markdown")) => Format::Markdown,
            (Format::Human, Some("html" | "htm")) => Format::Html,
            (Format::Human, Some("json")) => Format::Json,
            _ => asked,
        }
    }

    /// The bundle, if one is named. A record was judged with inputs of its own: none can be given beside it.
    fn bundle(&self) -> Result<Option<&Path>> {
        let is_bundle = |p: &PathBuf| {
            let ending = p.extension().and_then(|e| e.to_str());
            cfg!(not(feature = "engine"))
                || p.is_dir()
                || ending.is_some_and(|e| e.eq_ignore_ascii_case("zip"))
        };
        let lists = self.lists();
        let Some(bundle) = lists.iter().find(|p| is_bundle(p)) else {
            if self.trust.unverified || !self.trust.trust.is_empty() && flagged("trust", None) {
                return Err(wrong(
                    text!(
                        "`--trust` and `--unverified` are about a bundle, and none is named",
                        "`--trust` und `--unverified` betreffen ein Bündel, und es ist keines genannt"
                    ),
                    text!(
                        "a bundle is a folder, or its name ends in .zip",
                        "ein Bündel ist ein Ordner, oder sein Name endet auf .zip"
                    ),
                ));
            }
            return Ok(None);
        };
        if lists.len() > 1 {
            return Err(wrong(
                text!(
                    "one bundle makes one letter",
                    "ein Bündel ergibt ein Schreiben"
                ),
                text!(
                    "name the bundle alone, or only lists",
                    "nennen Sie das Bündel allein, oder nur Listen"
                ),
            ));
        }
        #[cfg(feature = "engine")]
        if let Some(flag) = input() {
            return Err(wrong(
                text!(
                    "`--{flag}` is an input of an audit, and the record in the bundle has been judged",
                    "`--{flag}` gehört zu einer Prüfung, und der Beleg im Bündel ist schon beurteilt"
                ),
                text!(
                    "leave it out, or name the list in place of the bundle",
                    "lassen Sie es weg, oder nennen Sie statt des Bündels die Liste"
                ),
            ));
        }
        Ok(Some(bundle))
    }

    fn of_bundle(&self, bundle: &Path) -> Result<Letter> {
        let Believed {
            record,
            opened,
            policy,
        } = self.trust.open(bundle)?;
        let (Some(census), Some(dossier)) = (&record.census, &record.dossier) else {
            let shown = printable(&bundle.display().to_string());
            return Err(Error::new(
                &usage::CENSUS_WITHHELD,
                text!(
                    "{shown} was shared without census and dossier",
                    "{shown} wurde ohne Zählung und Dossier weitergegeben"
                ),
            )
            .into());
        };
        Ok(Letter::new(
            self.to(),
            &Sources {
                policy: &policy,
                census,
                verdict: &record.verdict,
                path: &path(&policy, census, &record.verdict),
                dossier,
                catalogue: CATALOGUE,
                names: Vec::new(),
                record: opened.record().number(),
                signed: true,
                unverified: self.trust.unverified,
            },
        ))
    }

    #[cfg(feature = "engine")]
    fn of_list(&self, globals: &Globals) -> Result<Letter> {
        use crate::base::label::Label;

        let now = super::moment::made_at(None)?;
        let ready = self.given.prepare(now.day(), globals)?;
        let audit = ready.audit(&self.given.lists, &[], None, globals)?;
        let judged = ready.judged(&audit);
        // the vendor knows the files by their own names; if one of them may not be shown, none is
        let names = self.given.lists.iter().map(|p| {
            let name = p.file_name()?.to_str()?;
            Label::new(name)
        });
        Ok(Letter::new(
            self.to(),
            &Sources {
                policy: judged.policy,
                census: judged.census,
                verdict: judged.verdict,
                path: &path(judged.policy, judged.census, judged.verdict),
                dossier: judged.dossier,
                catalogue: CATALOGUE,
                names: names.collect::<Option<_>>().unwrap_or_default(),
                record: judged.number(),
                signed: false,
                unverified: false,
            },
        ))
    }

    /// Without an engine everything named is taken for a bundle.
    #[cfg(not(feature = "engine"))]
    fn of_list(&self, _: &Globals) -> Result<Letter> {
        Err(wrong(
            text!("no bundle is named", "es ist kein Bündel genannt"),
            text!(
                "this build reads no lists",
                "dieses Programm liest keine Listen"
            ),
        ))
    }
}

fn wrong(
    message: crate::base::lang::Text,
    help: crate::base::lang::Text,
) -> crate::base::error::Errors {
    Error::new(&usage::USAGE, message).help(help).into()
}

/// Whether an option was given on the command line, not by the environment; clap keeps no trace of it.
fn flagged(long: &str, short: Option<char>) -> bool {
    std::env::args_os()
        .filter_map(|a| a.into_string().ok())
        .any(|a| {
            a.strip_prefix("--")
                .and_then(|a| a.strip_prefix(long))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
                || short.is_some_and(|s| !a.starts_with("--") && a.starts_with(&format!("-{s}")))
        })
}

/// The first input of an audit that stands on the command line.
#[cfg(feature = "engine")]
fn input() -> Option<String> {
    use clap::Args as _;
    let inputs = super::audit::Given::augment_args(clap::Command::new("inputs"));
    inputs.get_arguments().find_map(|a| {
        let long = a.get_long()?;
        flagged(long, a.get_short()).then(|| long.to_owned())
    })
}
