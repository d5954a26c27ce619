//! `beleg read`: the rows of a list as they were read, in the order of the file, under its own headers. It is one of
//! the few doors through which cells leave the program, and says so.

mod findings;
mod says;

use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use findings::{Cells, Findings};

use super::audit::{outputs, reading};
use super::{Format, Globals};
use crate::base::code::{output, usage};
use crate::base::csv::record;
use crate::base::error::{Error, Result, printable};
use crate::base::file::{self, Stream};
use crate::data::frame::Frame;
use crate::data::measure::Effort;
use crate::data::source::{Read, Source};
use crate::text;

/// Write what was read of a list, as CSV
///
/// RFC 4180 and UTF-8, under the headers of the list; a list without a
/// header gets #1, #2 … Cells are passed on as text, unchanged: what a
/// spreadsheet would run is counted, not marked. Records that were not
/// loaded are named by line and reason, on standard error.
///
/// The rows are personal data. A file is for you alone (0600).
///
/// Examples:
///   beleg read leads.xlsx -o leads.csv
///   beleg read list.txt --delimiter tab -o - | head
///   beleg read list.csv --format json
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The list: CSV, TSV or XLSX
    #[arg(value_name = "LIST")]
    list: PathBuf,
    #[command(flatten)]
    reading: reading::Options,
    /// Where the rows go; - is standard output
    #[arg(short, long, value_name = "FILE|-")]
    output: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

/// Where the rows go.
enum Target {
    Nowhere,
    Out(io::BufWriter<io::Stdout>),
    File(Stream),
}

impl Target {
    fn out() -> Self {
        Self::Out(io::BufWriter::with_capacity(1 << 18, io::stdout()))
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Nowhere => Ok(()),
            Self::Out(out) => out.write_all(text.as_bytes()),
            Self::File(stream) => stream.write_all(text.as_bytes()),
        }
    }
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let target = self.target(globals)?;
        let options = self.reading.options()?;
        let source = Source::open(std::slice::from_ref(&self.list), &options, &[])?.whole();
        let name = printable(&self.list.display().to_string());
        if matches!(target, Target::Out(_)) {
            globals.note(&says::aloud(&name, globals.lang));
        }
        let mut hand = Hand {
            begun: false,
            line: String::new(),
            found: Cells::default(),
            broken: None,
            target,
        };
        globals.working(&name);
        let begun = std::time::Instant::now();
        let read = pass(&source, &mut hand);
        globals.done(says::word(globals.lang), begun.elapsed());
        let read = read?;
        match (hand.target, hand.broken) {
            (Target::Out(mut out), broken) => match broken.or_else(|| out.flush().err()) {
                None => {}
                // whoever closed the pipe has seen enough
                Some(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(0),
                Some(_) => return Err(unwritten().into()),
            },
            (Target::File(stream), broken) => stream.keep_unless(broken)?,
            (Target::Nowhere, _) => {}
        }
        let findings = Findings::of(&self.list, &source, &read, hand.found);
        if globals.format == Format::Json {
            globals.print(&says::json(&name, &read, &findings))?;
            return Ok(0);
        }
        if let Some(path) = self.output.as_ref().filter(|p| p.as_os_str() != "-") {
            let path = printable(&path.display().to_string());
            globals.note(&says::written(&path, globals.lang));
        }
        globals.say(&says::quarantine(
            &read,
            io::stderr().is_terminal(),
            globals.lang,
        ));
        globals.note(&says::summary(&name, &read, &findings, globals));
        Ok(0)
    }

    /// # Errors
    /// Rows would appear on a terminal that nobody asked to show them; the file exists, or is the list.
    fn target(&self, globals: &Globals) -> Result<Target> {
        let json = globals.format == Format::Json;
        match &self.output {
            Some(path) if path.as_os_str() == "-" && json => Err(Error::new(
                &usage::USAGE,
                text!(
                    "`--format json` has standard output for itself",
                    "`--format json` hat die Standardausgabe für sich"
                ),
            )
            .help(text!("name a file: `-o FILE`", "nennen Sie eine Datei: `-o DATEI`"))
            .into()),
            Some(path) if path.as_os_str() == "-" => Ok(Target::out()),
            Some(path) => {
                outputs::free(path, self.force)?;
                file::apart(path, &[&self.list])?;
                let how = file::Write {
                    force: self.force,
                    private: true,
                };
                Ok(Target::File(Stream::new(path, how)?))
            }
            None if json => Ok(Target::Nowhere),
            None if io::stdout().is_terminal() => Err(Error::new(
                &usage::TERMINAL,
                text!(
                    "the rows are personal data, and standard output is a terminal",
                    "die Zeilen sind personenbezogene Daten, und die Standardausgabe ist ein Terminal"
                ),
            )
            .help(text!(
                "`-o FILE` writes a file for you alone, `-o -` shows the rows here; `--format json` tells what was read \
                 without them",
                "`-o DATEI` schreibt eine Datei nur für Sie, `-o -` zeigt die Zeilen hier; `--format json` sagt ohne sie, \
                 was gelesen wurde"
            ))
            .into()),
            None => Ok(Target::out()),
        }
    }
}

fn unwritten() -> Error {
    Error::new(
        &output::WRITE_FAILED,
        text!(
            "standard output could not be written",
            "die Standardausgabe war nicht zu schreiben"
        ),
    )
}

/// What is kept while the rows go by.
struct Hand {
    target: Target,
    /// The header was written.
    begun: bool,
    line: String,
    found: Cells,
    /// After the first failure nothing more is written.
    broken: Option<io::Error>,
}

/// Reads the list once, by one worker: so the rows come in the order of the file, a block at a time.
fn pass(source: &Source, hand: &mut Hand) -> Result<Read> {
    let fields = source.headers().len();
    let hand = Mutex::new(hand);
    let open =
        || -> MutexGuard<'_, &mut Hand> { hand.lock().unwrap_or_else(PoisonError::into_inner) };
    let read = source.run(1, Effort::default().block, &|_, frame| {
        open().rows(source, frame, fields);
    })?;
    // a list without rows has its header still
    open().header(source);
    Ok(read)
}

impl Hand {
    fn header(&mut self, source: &Source) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let headers = source.headers().iter().map(String::as_str);
        self.line.clear();
        if source.headed() {
            record(headers, true, &mut self.line);
        } else {
            let positions: Vec<String> = (1..=headers.len()).map(|n| format!("#{n}")).collect();
            record(positions.iter().map(String::as_str), true, &mut self.line);
        }
        self.write();
    }

    fn rows(&mut self, source: &Source, frame: &Frame, fields: usize) {
        self.header(source);
        let columns: Vec<_> = (1..=fields).filter_map(|at| frame.at(at)).collect();
        self.line.clear();
        for row in 0..frame.rows() {
            let cells = columns.iter().map(|c| c.get(row));
            self.found.look(cells.clone());
            if !matches!(self.target, Target::Nowhere) {
                record(cells, true, &mut self.line);
            }
        }
        self.write();
    }

    fn write(&mut self) {
        if self.broken.is_none() {
            self.broken = self.target.write(&self.line).err();
        }
    }
}
