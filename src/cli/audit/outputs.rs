//! Further outputs of an audit. They are tried before the list is read, and written when it is judged.

use std::path::{Path, PathBuf};

use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::base::file::{self, Write};
use crate::base::lang::Lang;
use crate::data::source::Quarantined;
use crate::report::{Report, json};
use crate::text;

pub struct Outputs {
    json: Vec<PathBuf>,
    rows: Option<PathBuf>,
    force: bool,
}

impl Outputs {
    /// Reads `json=PATH` or `PATH.json`, and refuses what exists.
    pub fn new(reports: &[String], rows: Option<&Path>, force: bool) -> Result<Self> {
        let json = reports
            .iter()
            .map(|r| destination(r))
            .collect::<Result<Vec<_>>>()?;
        for path in json.iter().map(PathBuf::as_path).chain(rows) {
            free(path, force)?;
        }
        Ok(Self {
            json,
            rows: rows.map(Path::to_owned),
            force,
        })
    }

    pub fn write(&self, report: &Report, quarantine: &[Quarantined], lang: Lang) -> Result<()> {
        for path in &self.json {
            let how = Write {
                force: self.force,
                private: false,
            };
            file::write(path, json::render(report, lang).as_bytes(), how)?;
        }
        if let Some(path) = &self.rows {
            let how = Write {
                force: self.force,
                private: true,
            };
            file::write(path, rows(quarantine).as_bytes(), how)?;
        }
        Ok(())
    }
}

/// CSV: number of the list file, physical line (in a workbook: row), and why the record there was not loaded. No cell.
fn rows(quarantine: &[Quarantined]) -> String {
    quarantine
        .iter()
        .fold("list,line,reason\r\n".to_owned(), |out, q| {
            format!("{out}{},{},{}\r\n", q.list + 1, q.line, q.reason.name())
        })
}

fn destination(report: &str) -> Result<PathBuf> {
    match report.split_once('=') {
        Some(("json", path)) => Ok(path.into()),
        None if report.ends_with(".json") => Ok(report.into()),
        _ => {
            let shown = printable(report);
            Err(Error::new(
                &usage::USAGE,
                text!(
                    "`--report {shown}` names no format of this version",
                    "`--report {shown}` nennt kein Format dieser Version"
                ),
            )
            .help(text!("`--report json=PATH`", "`--report json=PFAD`"))
            .into())
        }
    }
}

/// Refuses a path that exists, unless it may be replaced.
pub fn free(path: &Path, force: bool) -> Result<()> {
    if !force && path.symlink_metadata().is_ok() {
        return Err(file::exists(path).into());
    }
    Ok(())
}
