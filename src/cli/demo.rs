//! `beleg demo`: the whole sentence on an invented delivery, in a minute. It writes a list and its papers, audits them,
//! signs, verifies, and shows that one changed byte is caught.
//!
//! Nothing in it is special: it calls what `audit` and `verify` call, on files that stay for the user to try again.

mod list;
mod papers;
mod people;
mod says;

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::audit::Judged;
use super::audit::papers::load_lists;
use super::papers::read_papers;
use super::policy_file::{Chosen, DEFAULT, choose};
use super::{Format, Globals};
use crate::base::clock::{Day, Time};
use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result, printable};
use crate::base::file::{self, Write};
use crate::data::measure::Effort;
use crate::data::source::ReadOptions;
use crate::proof::bundle::Bundle;
use crate::proof::keys::{FileSigner, Signer};
use crate::proof::statement::{Free, Resource};
use crate::proof::trust::Trust;
use crate::proof::verify::{Headline, ListFile, Outcome, Question, verify};
use crate::report::{Report, Signature, json};
use crate::text;

/// The day as of which the papers of the demo are judged; on any later day they would be stale.
const AS_OF: Day = Day(20_780);
/// Noon of that day.
const NOON: Time = Time(AS_OF.0 as i64 * 86_400 + 43_200);

/// Show the whole way on an invented delivery
///
/// Writes a list of 5,000 invented contacts and its papers, audits and signs it with a key made for the occasion,
/// verifies the bundle, changes one byte of the list and verifies again.
///
/// Examples:
///   beleg demo
///   beleg demo --dir /tmp/demo --force
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// Folder for list, papers, bundle and public key
    #[arg(long, value_name = "DIR", default_value = "demo")]
    dir: PathBuf,
    /// Replace what an earlier demo left there
    #[arg(long)]
    force: bool,
}

/// The files of the demo that later steps come back to.
struct Files {
    list: PathBuf,
    bundle: PathBuf,
    key: PathBuf,
}

impl Args {
    /// Goes through the five steps; 0 only if every one came out as announced.
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let at = |name: &str| self.dir.join(name);
        let files = Files {
            list: at("list.csv"),
            bundle: at("list.beleg.zip"),
            key: at("demo.pub.pem"),
        };
        // whatever could fail of itself fails before anything is written
        let chosen = choose(DEFAULT)?;
        let list = self.write(&files)?;
        let says = says::Says::new(globals);
        says.written(&files.list, &self.dir)?;

        let started = Instant::now();
        let signer = FileSigner::generate()?;
        let report = self.audit(&files, &chosen, &signer, globals)?;
        says.audited(&report, started.elapsed())?;
        says.signed(&files.bundle)?;

        let first = check(&files, &list)?;
        says.verified(&first, &files.key)?;
        let mut forged = list;
        if let Some(byte) = forged.last_mut() {
            *byte ^= 1;
        }
        let second = check(&files, &forged)?;
        says.refused(&second)?;
        says.again(&files.list, &files.bundle, &files.key)?;
        if globals.format == Format::Json {
            globals.print(&json::render(&report, globals.lang))?;
        }

        let announced = first.exit() == 0
            && first.headline == Headline::Unchanged
            && second.exit() == 4
            && second.trail.failures.iter().all(|(step, _)| *step == "V21");
        if announced {
            return Ok(0);
        }
        Err(Error::new(
            &usage::DEMO_FAILED,
            text!(
                "a step of the demo came out otherwise than announced",
                "ein Schritt der Vorführung kam anders heraus als angekündigt"
            ),
        )
        .into())
    }

    /// Step 1: list and papers.
    fn write(&self, files: &Files) -> Result<Vec<u8>> {
        for path in [&files.list, &files.bundle, &files.key] {
            if !self.force && path.symlink_metadata().is_ok() {
                return Err(file::exists(path).into());
            }
        }
        let list = list::list();
        let mut written = papers::papers(&list);
        written.push(("list.csv".to_owned(), list.clone()));
        let how = Write {
            force: self.force,
            private: false,
        };
        for folder in ["papers", "own"] {
            let path = self.dir.join(folder);
            std::fs::create_dir_all(&path).map_err(|e| file::write_error(&path, &e))?;
        }
        for (name, bytes) in &written {
            file::write(&self.dir.join(name), bytes, how)?;
        }
        Ok(list)
    }

    /// Steps 2 and 3: what `beleg audit` does with a key.
    fn audit(
        &self,
        files: &Files,
        chosen: &Chosen,
        signer: &FileSigner,
        globals: &Globals,
    ) -> Result<Report> {
        let dossier = self.dir.join("dossier.toml");
        let (mut dossier, _) = read_papers(Some(&dossier), None, AS_OF)?;
        let (suppression, _) = load_lists(&mut dossier)?;
        let signers = [signer as &dyn Signer];
        let audit = crate::audit(crate::Inputs {
            lists: std::slice::from_ref(&files.list),
            reading: &ReadOptions::default(),
            dossier: &dossier,
            suppression,
            policy: &chosen.policy,
            as_of: AS_OF,
            names: &[],
            overrides: vec!["as-of-override".to_owned()],
            effort: Effort {
                threads: globals.threads,
                ..Effort::default()
            },
            signing: Some(crate::Signing {
                free: Free {
                    verifier: "urn:example:beleg-demo".to_owned(),
                    version: env!("CARGO_PKG_VERSION").to_owned(),
                    // a clock that is behind must not make a record older than what it is about
                    time: Time::now().max(NOON),
                    resource: Resource::new("musterdaten", "demo")?,
                    previous: None,
                },
                policy: &chosen.text,
                signers: &signers,
            }),
        })?;
        if let Some(bundle) = &audit.bundle {
            bundle.write(&files.bundle, self.force)?;
        }
        let how = Write {
            force: self.force,
            private: false,
        };
        file::write(&files.key, signer.public().pem().as_bytes(), how)?;
        let judged = Judged {
            census: &audit.census,
            verdict: &audit.verdict,
            policy: &chosen.policy,
            text: &chosen.text,
            dossier: &dossier,
        };
        let signature = Signature::Signed(vec![signer.public().fingerprint().to_string()]);
        Ok(judged.report(audit.verdict.exit(false), signature))
    }
}

/// Steps 4 and 5: what `beleg verify` does with `--list` and `--trust`.
fn check(files: &Files, list: &[u8]) -> Result<Outcome> {
    let trust = Trust::given(&[files.key.display().to_string()], "--trust", &files.bundle)?;
    let bundle = Bundle::read(&files.bundle)?;
    let question = Question {
        lists: vec![ListFile {
            name: shown(&files.list),
            bytes: list.len() as u64,
            sha256: Sha256::of(list),
        }],
        ..Question::default()
    };
    Ok(verify(&bundle, &trust, &question, Time::now().max(NOON)))
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_the_demo_is_the_day_of_its_papers() {
        assert_eq!(AS_OF.to_string(), "2026-11-23");
        assert_eq!(NOON.to_string(), "2026-11-23T12:00:00Z");
    }
}
