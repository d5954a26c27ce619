//! `beleg map`: what the reader took a list for, and which of its headers is which column. Headers are shown as they
//! stand, and shares; never a value, nor the smallest, largest or any other one.

mod json;
mod need;
mod propose;
pub mod show;
mod survey;
mod values;

use std::path::{Path, PathBuf};

pub use propose::{proposal, quoted};
pub use survey::Survey;

use super::audit::{outputs, reading};
use super::papers::read_papers;
use super::policy_file::{self, DEFAULT};
use super::{Format, Globals};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::file::{self, Write};
use crate::data::source::Source;

/// Show how a list is read, and which header is which column
///
/// Headers stand as they are in the file, with shares; no cell is shown.
/// What -o writes is edited by hand and comes back with -m, here and in
/// every command that reads a list.
///
/// Examples:
///   beleg map leads.xlsx
///   beleg map list.csv -o mapping.toml
///   beleg map list.csv -m mapping.toml --check
///   beleg map list.csv --values "Collected on"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The list: CSV, TSV or XLSX
    #[arg(value_name = "LIST")]
    list: PathBuf,
    /// The policy whose checks need columns
    #[arg(short, long, value_name = "NAME|FILE", default_value = DEFAULT, env = "BELEG_POLICY", hide_env_values = true)]
    policy: String,
    /// The buyer's dossier: the fields that its declaration lists go before the dictionary
    #[arg(
        short,
        long,
        value_name = "FILE",
        env = "BELEG_DOSSIER",
        hide_env_values = true
    )]
    dossier: Option<PathBuf>,
    /// The vendor's declaration (*.beleg.toml), likewise
    #[arg(long, value_name = "FILE")]
    declaration: Option<PathBuf>,
    #[command(flatten)]
    reading: reading::Options,
    /// Of one column, by its name or header: the classes and shapes of its cells, such as DD.MM.YYYY or AAA-9999
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["output", "check"])]
    values: Option<String>,
    /// Write the proposal as a file to edit
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Exit with 3 if a column that the policy needs is not mapped, or not surely
    #[arg(long)]
    check: bool,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let policy = policy_file::choose(&self.policy)?.policy;
        if let Some(path) = &self.output {
            outputs::free(path, self.force)?;
            let papers = [&self.dossier, &self.declaration].into_iter().flatten();
            let inputs: Vec<&Path> = papers.chain([&self.list]).map(PathBuf::as_path).collect();
            file::apart(path, &inputs)?;
        }
        let options = self.reading.options()?;
        let today = Time::now().day();
        let (dossier, _) =
            read_papers(self.dossier.as_deref(), self.declaration.as_deref(), today)?;
        let lists = std::slice::from_ref(&self.list);
        let source = Source::open(lists, &options, crate::declared(&dossier))?.whole();
        if let Some(column) = &self.values {
            let values = values::Values::of(&source, column, globals)?;
            globals.print(&match globals.format {
                Format::Json => values.json(),
                _ => values.human(globals.look),
            })?;
            return Ok(0);
        }
        let survey = Survey::of(&self.list, &source, &policy, globals)?;
        if let Some(path) = &self.output {
            let how = Write {
                force: self.force,
                private: false,
            };
            file::write(path, proposal(&survey, globals.lang).as_bytes(), how)?;
        }
        globals.print(&match globals.format {
            Format::Json => json::render(&survey),
            _ => show::render(&survey, &self.after(&survey, globals), globals),
        })?;
        Ok(if self.check && !survey.is_settled() {
            3
        } else {
            0
        })
    }

    /// What to do next, and the command for it.
    fn after(&self, survey: &Survey<'_>, globals: &Globals) -> show::After {
        let list = self.list.display().to_string();
        let mut typed = self.reading.typed();
        let words = |command: &str| vec![command.to_owned(), list.clone()];
        let mut papers = Vec::new();
        for (name, path) in [("-d", &self.dossier), ("--declaration", &self.declaration)] {
            papers.extend(
                path.iter()
                    .flat_map(|p| [name.to_owned(), p.display().to_string()]),
            );
        }
        let policy = match self.policy == DEFAULT {
            true => Vec::new(),
            false => vec!["-p".to_owned(), self.policy.clone()],
        };
        let german = globals.lang == crate::base::lang::Lang::De;
        let edited = self.output.as_ref().or(self.reading.mapping.as_ref());
        if let Some(file) = edited.filter(|_| self.output.is_some() || survey.asks()) {
            let file = file.display().to_string();
            let what = match german {
                false => format!("edit {file}, then"),
                true => format!("{file} bearbeiten, dann"),
            };
            typed.retain({
                // a mapping given before is replaced by the one written now
                let before = self
                    .reading
                    .mapping
                    .as_ref()
                    .map(|p| p.display().to_string());
                move |w| w != "-m" && Some(w) != before.as_ref()
            });
            let mut all = words("map");
            all.extend(["-m".to_owned(), file].into_iter().chain(typed));
            all.extend(
                policy
                    .into_iter()
                    .chain(papers)
                    .chain(["--check".to_owned()]),
            );
            return show::After { what, words: all };
        }
        let (command, rest) = if survey.asks() {
            ("map", vec!["-o".to_owned(), "mapping.toml".to_owned()])
        } else {
            ("audit", Vec::new())
        };
        let mut all = words(command);
        all.extend(typed.into_iter().chain(policy).chain(papers).chain(rest));
        show::After {
            what: String::new(),
            words: all,
        }
    }
}
