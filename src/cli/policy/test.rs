//! `beleg policy test`

use std::path::{Path, PathBuf};

use super::json;
use crate::base::code::policy as codes;
use crate::base::error::{Error, Place, Result, printable};
use crate::base::file;
use crate::base::lang::{Lang, count};
use crate::cli::policy_file::choose;
use crate::cli::{Format, Globals};
use crate::record::policy::cases::{Tried, try_all};
use crate::report::words;
use crate::text;

/// Whether a policy says what its author means: so many units in which bins, and the status that comes out
///
/// Exit codes: 0 every case comes out as it says; 1 one does not; 2 cannot be read.
#[derive(clap::Args)]
#[command(after_help = "A file of cases:
  [[case]]
  clause = \"PER-02\"
  counts = { freemail = 2, organisation = 98 }
  expect = \"breached\"            # met, breached, unproven, not-applicable

counts are units that meet the clause's conditions, by bin of its check.

Examples:
  beleg policy test einkauf.toml               (cases in einkauf.cases.toml)
  beleg policy test einkauf.toml --cases cases/")]
pub struct Args {
    /// A shipped policy or a TOML file
    #[arg(value_name = "NAME|FILE")]
    name: String,
    /// A file of cases, or a folder of such files (*.toml) [default: beside the policy, *.cases.toml]
    #[arg(long, value_name = "DIR|FILE")]
    cases: Option<PathBuf>,
}

/// Bytes of a file of cases that are read.
const LIMIT: u64 = 16 << 20;

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let policy = choose(&self.name)?.policy;
        let mut all: Vec<(String, Tried)> = Vec::new();
        for path in self.files()? {
            let name = path.display().to_string();
            let bytes = file::read(&path, LIMIT)?;
            let text = String::from_utf8(bytes).map_err(|_| {
                Error::new(&codes::CASES, text!("not UTF-8", "kein UTF-8"))
                    .at(Place::file(printable(&name)))
            })?;
            let tried = try_all(&name, &text, &policy)?;
            all.extend(tried.into_iter().map(|t| (name.clone(), t)));
        }
        let failed = all.iter().filter(|(_, t)| !t.passed()).count();
        globals.print(&match globals.format {
            Format::Json => json(&wire(&all)),
            _ => human(&all, failed as u64, globals.quiet, globals.lang),
        })?;
        Ok(u8::from(failed > 0))
    }

    fn files(&self) -> Result<Vec<PathBuf>> {
        let beside = Path::new(&self.name).with_extension("cases.toml");
        let path = self.cases.as_ref().unwrap_or(&beside);
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|e| file::read_error(path, &e))?;
            let mut files: Vec<PathBuf> = entries
                .filter_map(|e| Some(e.ok()?.path()))
                .filter(|p| p.extension().is_some_and(|e| e == "toml"))
                .collect();
            files.sort();
            if files.is_empty() {
                let shown = printable(&path.display().to_string());
                return Err(Error::new(
                    &codes::CASES,
                    text!(
                        "{shown} holds no file of cases",
                        "{shown} enthält keine Datei mit Fällen"
                    ),
                )
                .into());
            }
            return Ok(files);
        }
        Ok(vec![path.clone()])
    }
}

fn human(all: &[(String, Tried)], failed: u64, quiet: bool, lang: Lang) -> String {
    let mut out = String::new();
    for (file, t) in all {
        if quiet && t.passed() {
            continue;
        }
        let word = |s| words::status(s).get(lang);
        let (found, expected) = (word(t.found), word(t.expected));
        let place = format!("{}:{}", printable(file), t.line);
        let name = t
            .name
            .as_ref()
            .map_or_else(String::new, |n| format!("  {n}"));
        out.push_str(&match (t.passed(), lang) {
            (true, _) => format!("ok    {:<8} {found}{name}   {place}\n", t.clause),
            (false, Lang::En) => format!(
                "FAIL  {:<8} {found}, expected {expected}{name}   {place}\n",
                t.clause
            ),
            (false, Lang::De) => format!(
                "FALSCH {:<7} {found}, erwartet {expected}{name}   {place}\n",
                t.clause
            ),
        });
    }
    let (passed, all) = (
        count(all.len() as u64 - failed, lang),
        count(all.len() as u64, lang),
    );
    out.push_str(&match lang {
        Lang::En => format!("{passed} of {all} as expected\n"),
        Lang::De => format!("{passed} von {all} wie erwartet\n"),
    });
    out
}

fn wire(all: &[(String, Tried)]) -> serde_json::Value {
    all.iter()
        .map(|(file, t)| {
            serde_json::json!({
                "file": file,
                "line": t.line,
                "clause": t.clause,
                "name": t.name,
                "expected": t.expected.name(),
                "found": t.found.name(),
                "passed": t.passed(),
            })
        })
        .collect()
}
