//! What a list is judged by: the inputs that every command takes that looks at a list with its papers.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{papers, reading, signing};
use crate::base::clock::Day;
use crate::base::code::mapping;
use crate::base::error::{Error, Result, printable};
use crate::base::file;
use crate::base::label::Label;
use crate::base::lang::Lang;
use crate::checks::CATALOGUE;
use crate::cli::policy_file::{self, Chosen, DEFAULT};
use crate::cli::{Globals, classify};
use crate::data::measure::Effort;
use crate::data::source::ReadOptions;
use crate::record::census::Census;
use crate::record::dossier::Dossier;
use crate::record::path::path;
use crate::record::policy::Policy;
use crate::record::verdict::Verdict;
use crate::report::build::Parts;
use crate::report::{Report, Signature};
use crate::text;
use crate::{Assessed, Audit, Inputs};

#[derive(clap::Args)]
#[group(skip)]
pub struct Given {
    /// The list: CSV, TSV or XLSX. Several files are one delivery
    #[arg(required = true, value_name = "LIST")]
    pub lists: Vec<PathBuf>,
    /// A shipped policy or a TOML file
    #[arg(short, long, value_name = "NAME|FILE", default_value = DEFAULT, env = "BELEG_POLICY", hide_env_values = true)]
    policy: String,
    #[command(flatten)]
    pub papers: papers::Options,
    #[command(flatten)]
    reading: reading::Options,
    #[command(flatten)]
    tables: classify::Tables,
}

/// Everything beside the list, read and found sound.
pub struct Ready {
    pub chosen: Chosen,
    pub papers: papers::Papers,
    pub reading: ReadOptions,
    /// What was set against the default (the closed list of attestation).
    pub overrides: Vec<String>,
}

impl Given {
    /// Reads policy and papers; warnings are shown.
    ///
    /// # Errors
    /// Every slip that can be found before the list is read.
    pub fn prepare(&self, today: Day, globals: &Globals) -> Result<Ready> {
        let chosen = policy_file::choose(&self.policy)?;
        let mut papers = self.papers.resolve(today)?;
        globals.warnings(&papers.warnings);
        let reading = self.reading.options()?;
        let supplied = self.tables.supply()?;
        let mut overrides = std::mem::take(&mut papers.overrides);
        overrides.extend(reading.overrides().into_iter().map(str::to_owned));
        overrides.extend(supplied.into_iter().map(str::to_owned));
        Ok(Ready {
            chosen,
            papers,
            reading,
            overrides,
        })
    }

    /// Lists, policy and papers as they would be typed again.
    pub fn again(&self) -> Vec<String> {
        let mut words = self.files();
        if self.policy != DEFAULT {
            words.extend(["-p".to_owned(), printable(&self.policy)]);
        }
        words.extend(self.papers.again());
        if let Some(path) = &self.reading.mapping {
            words.extend(["-m".to_owned(), printable(&path.display().to_string())]);
        }
        words
    }

    /// The same for a list that was audited: policy, day, reading and mapping are the record's, and so are the names that
    /// options set. The papers are given again, since a record holds only their digests.
    ///
    /// # Errors
    /// BEL-U051 if the papers are others.
    pub fn recorded(
        &self,
        policy: String,
        census: &Census,
        dossier: &Dossier,
        globals: &Globals,
    ) -> Result<Ready> {
        let parsed = Policy::parse("data/policy.toml", &policy, CATALOGUE)?;
        let papers = self.papers.recorded(census, dossier)?;
        globals.warnings(&papers.warnings);
        self.tables.supply()?;
        Ok(Ready {
            chosen: Chosen {
                text: policy,
                policy: parsed,
            },
            papers,
            reading: ReadOptions::recorded(census),
            overrides: census.options.overrides.clone(),
        })
    }

    /// Whether a policy was named that is not the default.
    pub fn names_policy(&self) -> bool {
        let variable = std::env::var("BELEG_POLICY").ok();
        self.policy != DEFAULT && variable.as_ref() != Some(&self.policy)
    }

    /// Refuses an output that is one of the files that are read, whatever may be replaced.
    pub fn apart(&self, output: &Path) -> Result<()> {
        let files = self.lists.iter().chain(self.papers.files());
        let files = files.chain(&self.reading.mapping).map(PathBuf::as_path);
        let inputs: Vec<&Path> = files.chain([Path::new(&self.policy)]).collect();
        Ok(file::apart(output, &inputs)?)
    }

    /// The names of the lists, fit to be shown.
    pub fn files(&self) -> Vec<String> {
        let shown = |p: &PathBuf| printable(&p.display().to_string());
        self.lists.iter().map(shown).collect()
    }
}

impl Ready {
    /// Reads the lists, measures and judges them; states and packs the record if somebody signs.
    ///
    /// # Errors
    /// As [`crate::audit`].
    pub fn audit(
        &self,
        lists: &[PathBuf],
        names: &[Label],
        signing: Option<crate::Signing<'_>>,
        globals: &Globals,
    ) -> Result<Audit> {
        let mut inputs = self.inputs(lists, globals);
        (inputs.names, inputs.signing) = (names, signing);
        let audit = timed(lists, globals, || crate::audit(inputs))?;
        warn(&audit.census, audit.unread_sheets, globals);
        globals.spent(&audit.spent.stages());
        Ok(audit)
    }

    /// The first half of an audit: what it takes to go through the rows once more.
    ///
    /// # Errors
    /// As [`crate::assess`].
    pub fn assess(&self, inputs: &Inputs<'_>, globals: &Globals) -> Result<Assessed> {
        let done = timed(inputs.lists, globals, || crate::assess(inputs))?;
        warn(&done.census, done.unread_sheets(), globals);
        Ok(done)
    }

    /// What an audit of these lists rests on, without names and signature.
    pub fn inputs<'a>(&'a self, lists: &'a [PathBuf], globals: &Globals) -> Inputs<'a> {
        Inputs {
            lists,
            reading: &self.reading,
            dossier: &self.papers.dossier,
            suppression: self.papers.suppression.clone(),
            policy: &self.chosen.policy,
            as_of: self.papers.as_of,
            names: &[],
            overrides: self.overrides.clone(),
            effort: Effort {
                threads: globals.threads,
                ..Effort::default()
            },
            signing: None,
        }
    }

    /// The audit with everything that its verdict rests on.
    pub fn judged<'a>(&'a self, audit: &'a Audit) -> Judged<'a> {
        Judged {
            census: &audit.census,
            verdict: &audit.verdict,
            policy: &self.chosen.policy,
            text: &self.chosen.text,
            dossier: &self.papers.dossier,
        }
    }
}

/// Warns of a workbook of which only one sheet was judged. The names of the others are not repeated.
fn warn(census: &Census, unread: u64, globals: &Globals) {
    if unread == 0 {
        return;
    }
    let sheet = census.reading.iter().find_map(|r| r.dialect.sheet);
    let sheet = sheet.unwrap_or(1);
    let warning = Error::new(
        &mapping::SHEETS_UNREAD,
        text!(
            "sheet {sheet} was judged; visible sheets that were not read: {unread}",
            "beurteilt wurde Blatt {sheet}; sichtbare Blätter, die nicht gelesen wurden: {unread}"
        ),
    )
    .help(text!(
        "`beleg map` shows them by name; `--sheet` reads another",
        "`beleg map` zeigt sie mit Namen; `--sheet` liest ein anderes"
    ));
    globals.warnings(&[warning]);
}

/// Shows that something runs, and with `-v` how long it took.
fn timed<T>(lists: &[PathBuf], globals: &Globals, run: impl FnOnce() -> Result<T>) -> Result<T> {
    let files: Vec<String> = lists
        .iter()
        .map(|p| printable(&p.display().to_string()))
        .collect();
    let started = Instant::now();
    globals.working(&files.join(", "));
    let done = run();
    globals.done(
        match globals.lang {
            Lang::En => "read and judged",
            Lang::De => "gelesen und beurteilt",
        },
        started.elapsed(),
    );
    done
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
    /// The number that a record of this audit has, signed or not.
    pub fn number(&self) -> String {
        signing::number(self)
    }

    /// The report, with the record number that a statement about it would have.
    pub fn report(&self, exit: u8, signature: Signature) -> Report {
        let path = path(self.policy, self.census, self.verdict);
        Report::new(&Parts {
            census: self.census,
            policy: self.policy,
            verdict: self.verdict,
            path: &path,
            dossier: self.dossier,
            record: self.number(),
            exit,
            signature,
        })
    }
}
