//! Further outputs of an audit. They are tried before the list is read, and written when it is judged.

use std::path::{Path, PathBuf};

use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::base::file::{self, Write};
use crate::base::lang::Lang;
use crate::data::source::Quarantined;
use crate::report::Report;
use crate::report::form::Form;
use crate::report::human::Facing;
use crate::report::look::Look;
use crate::text;

pub struct Outputs {
    reports: Vec<(Form, PathBuf)>,
    rows: Option<PathBuf>,
    force: bool,
}

impl Outputs {
    /// Reads `json=PATH` or `PATH.json`, and refuses what exists or is named twice.
    pub fn new(reports: &[String], rows: Option<&Path>, force: bool) -> Result<Self> {
        let reports = reports
            .iter()
            .map(|r| destination(r))
            .collect::<Result<Vec<_>>>()?;
        let mut seen: Vec<&Path> = Vec::new();
        for path in reports.iter().map(|(_, p)| p.as_path()).chain(rows) {
            free(path, force)?;
            if seen.contains(&path) {
                let shown = printable(&path.display().to_string());
                return Err(Error::new(
                    &usage::USAGE,
                    text!(
                        "`{shown}` is named for two outputs",
                        "`{shown}` ist für zwei Ausgaben genannt"
                    ),
                )
                .into());
            }
            seen.push(path);
        }
        Ok(Self {
            rows: rows.map(Path::to_owned),
            reports,
            force,
        })
    }

    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let reports = self.reports.iter().map(|(_, p)| p.as_path());
        reports.chain(self.rows.as_deref())
    }

    /// `facing`: what a report for people shows beside itself.
    pub fn write(
        &self,
        report: &Report,
        facing: Facing<'_>,
        quarantine: &[Quarantined],
        lang: Lang,
    ) -> Result<()> {
        // a file has neither a terminal's width nor its colours, and is never quiet
        let look = Look {
            lang,
            ..Look::default()
        };
        let facing = Facing {
            quiet: false,
            ..facing
        };
        for (form, path) in &self.reports {
            let how = Write {
                force: self.force,
                private: false,
            };
            file::write(path, form.render(report, look, facing).as_bytes(), how)?;
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

fn destination(report: &str) -> Result<(Form, PathBuf)> {
    let found = match report.split_once('=') {
        Some((name, path)) => Form::named(name)
            .filter(|_| !path.is_empty())
            .map(|form| (form, path)),
        None => Form::of_file(report).map(|form| (form, report)),
    };
    match found {
        Some((form, path)) => Ok((form, path.into())),
        None => {
            let shown = printable(report);
            let forms = Form::ALL.map(Form::name).join(", ");
            Err(Error::new(
                &usage::USAGE,
                text!(
                    "`--report {shown}` names no form of a report",
                    "`--report {shown}` nennt keine Form eines Berichts"
                ),
            )
            .help(text!(
                "`--report json=PATH`; forms are {forms}",
                "`--report json=PFAD`; Formen sind {forms}"
            ))
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
