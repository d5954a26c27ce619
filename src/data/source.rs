//! The list as it was delivered: one file, or several that are read as one. [`Source::open`] finds out how to read it,
//! from fixed places of the file; [`Source::run`] reads every byte once, and everything that is measured comes from
//! that one pass.

use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

mod order;
mod recorded;
mod text;
mod workbook;

use super::csv::feed::Start;
use super::csv::load::Plan;
use super::csv::{self, Difference, Pass, Piece, Shape};
use super::frame::{Frame, Slot};
use super::sniff::kind::Kind;
use super::sniff::{self, archive};
use super::spent::Spent;
use super::{columns, xlsx};
use crate::base::code::reading;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place, Result};
use crate::record::census::Reading;
use crate::record::column::Column;
use crate::record::ledger::{Ledger, Reason};
use crate::record::mapping::manual::Manual;
use crate::record::mapping::{Mapped, Method};
use crate::text;

/// Most columns of a list.
const COLUMNS: usize = 4_096;

/// What the user sets; everything that is not set is found out.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// A name such as `windows-1252`.
    pub encoding: Option<String>,
    /// One ASCII character.
    pub delimiter: Option<char>,
    /// One ASCII character; `Some(None)`: quotes mean nothing.
    pub quote: Option<Option<char>>,
    /// Physical record of the header, from 1; 0: there is none.
    pub header_row: Option<u64>,
    /// Name of a sheet, or its number from 1.
    pub sheet: Option<String>,
    /// Records with too few fields are loaded, what is missing being blank.
    pub short_rows_blank: bool,
    /// Which header is which column.
    pub mapping: Manual,
}

impl ReadOptions {
    /// What is set against the default, by the names that a census lists.
    pub fn overrides(&self) -> Vec<&'static str> {
        [
            (
                self.delimiter.is_some() || self.quote.is_some(),
                "dialect-override",
            ),
            (self.encoding.is_some(), "encoding-override"),
            (self.header_row.is_some(), "header-row-override"),
            (!self.mapping.is_empty(), "mapping-manual"),
            (self.sheet.is_some(), "sheet-chosen"),
            (self.short_rows_blank, "short-rows-blank"),
        ]
        .into_iter()
        .filter_map(|(set, name)| set.then_some(name))
        .collect()
    }
}

/// A list, and how it is read.
pub struct Source {
    files: Vec<Delivered>,
    columns: Vec<Mapped>,
    slots: Vec<Slot>,
    targets: Vec<Option<usize>>,
    /// Headers as they stand in the file. They never leave the process but on a terminal that asks for them.
    headers: Vec<String>,
    candidates: Vec<Vec<Column>>,
    sample: Vec<Vec<String>>,
}

/// One file of a delivery.
struct Delivered {
    path: PathBuf,
    stamp: Stamp,
    reading: Reading,
    /// Of a workbook.
    sheets: Vec<Sheet>,
    inside: Inside,
    plan: Plan,
    /// Records before the data.
    before: Ledger,
}

enum Inside {
    Text(Start),
    Workbook {
        sheet: Option<String>,
        /// The first row of data, from 1.
        first: u64,
    },
}

/// A sheet of a workbook. Its name is the vendor's text: for a terminal that asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub visible: bool,
    /// It is the one that is read.
    pub read: bool,
}

/// What tells whether a file is still the same one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: (i64, i64),
    changed: (i64, i64),
    file: (u64, u64),
}

impl Stamp {
    fn of(meta: &Metadata) -> Self {
        Self {
            bytes: meta.len(),
            modified: (meta.mtime(), meta.mtime_nsec()),
            changed: (meta.ctime(), meta.ctime_nsec()),
            file: (meta.dev(), meta.ino()),
        }
    }
}

/// A record that was not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Which file of the delivery, from 0.
    pub list: usize,
    /// Physical line (in a workbook: row), from 1.
    pub line: u64,
    pub reason: Reason,
}

/// What one pass over the list gave.
pub struct Read {
    /// Length and digest of each file.
    pub lists: Vec<(u64, Sha256)>,
    pub reading: Vec<Reading>,
    pub ledger: Ledger,
    /// Per column the cells of loaded rows that are not blank.
    pub filled: Vec<u64>,
    /// In order; of many only the first are named, the ledger counts all.
    pub quarantine: Vec<Quarantined>,
    /// Where the time went, over all threads.
    pub spent: Spent,
}

impl Source {
    /// Finds out how the files of one delivery are read, and which of their columns are which. `declared` names headers
    /// and their columns as the vendor does.
    pub fn open(
        paths: &[PathBuf],
        options: &ReadOptions,
        declared: &[(String, Option<Column>)],
    ) -> Result<Self> {
        let mut found = Vec::new();
        let mut errors = Vec::new();
        for path in paths {
            match examine(path, options) {
                Ok(one) => found.push(one),
                Err(e) => errors.extend(e.0),
            }
        }
        if !errors.is_empty() {
            return Err(Errors(errors));
        }
        let mut files = found.into_iter();
        let Some(first) = files.next() else {
            return Err(Error::new(
                &reading::LIST_UNREADABLE,
                text!("no list was given", "keine Liste angegeben"),
            )
            .into());
        };
        let (mut all, mut sample) = (vec![first.0], first.1);
        for (mut file, rows) in files {
            agree(&all[0], &mut file)?;
            all.push(file);
            sample.extend(rows);
        }
        let fields = all[0].plan.fields;
        let mut headers = all[0].plan.header.clone().unwrap_or_default();
        headers.resize(fields, String::new());
        let mapping = columns::map(
            all[0].plan.header.is_some().then_some(&headers[..]),
            fields,
            declared,
            &options.mapping,
            &sample,
        )?;
        let mut source = Self {
            files: all,
            targets: vec![None; fields],
            slots: Vec::new(),
            columns: mapping.iter().map(|m| m.mapped.clone()).collect(),
            candidates: mapping.iter().map(|m| m.candidates.clone()).collect(),
            headers,
            sample,
        };
        for (at, one) in mapping.iter().enumerate() {
            if let Some(column) = one.mapped.used() {
                source.targets[at] = Some(source.slots.len());
                source.slots.push(Slot {
                    column: Some(column),
                    slot: one.mapped.slot,
                    position: at + 1,
                    negated: one.negated,
                });
            }
        }
        source.plan();
        Ok(source)
    }

    /// The same list with all its columns in the frames, in the order of the file, mapped or not, and the lines of their
    /// rows.
    pub fn whole(mut self) -> Self {
        let mapped = std::mem::take(&mut self.slots);
        for at in 0..self.targets.len() {
            let known = self.targets[at].map(|t| mapped[t]);
            self.targets[at] = Some(at);
            self.slots.push(known.unwrap_or(Slot {
                column: None,
                slot: 1,
                position: at + 1,
                negated: false,
            }));
        }
        self.plan();
        for file in &mut self.files {
            file.plan.lines = true;
        }
        self
    }

    fn plan(&mut self) {
        for file in &mut self.files {
            file.plan.slots.clone_from(&self.slots);
            file.plan.targets.clone_from(&self.targets);
        }
    }

    /// Which header is which column. `filled` is 0 until the list was read; see [`Read::filled`].
    pub fn columns(&self) -> &[Mapped] {
        &self.columns
    }

    /// The columns that frames have.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Headers as they stand in the file, for a terminal that asks for them; blank if there is no header.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Whether the list has a header.
    pub fn headed(&self) -> bool {
        self.files.first().is_some_and(|f| f.plan.header.is_some())
    }

    /// Per column those that an ambiguous header may mean.
    pub fn candidates(&self) -> &[Vec<Column>] {
        &self.candidates
    }

    /// Per file the sheets of the workbook; none if it is not one.
    pub fn sheets(&self) -> impl Iterator<Item = &[Sheet]> {
        self.files.iter().map(|f| &f.sheets[..])
    }

    /// Visible sheets that are not read.
    pub fn unread_sheets(&self) -> u64 {
        let unread = self.sheets().flatten().filter(|s| s.visible && !s.read);
        unread.count() as u64
    }

    /// How each file is read.
    pub fn reading(&self) -> impl Iterator<Item = &Reading> {
        self.files.iter().map(|f| &f.reading)
    }

    /// Columns per method of mapping.
    pub fn methods(&self) -> std::collections::BTreeMap<Method, u64> {
        let mut methods = std::collections::BTreeMap::new();
        for column in &self.columns {
            *methods.entry(column.method).or_default() += 1;
        }
        methods
    }

    /// Rows from fixed places of the list, for facts about whole columns.
    pub fn sample(&self) -> Frame {
        let rows: Vec<Vec<&str>> = self
            .sample
            .iter()
            .map(|row| {
                self.slots
                    .iter()
                    .map(|s| row.get(s.position - 1).map_or("", String::as_str))
                    .collect()
            })
            .collect();
        Frame::from_rows(&self.slots, &rows)
    }

    /// Reads the list once. `each` receives the worker's number (below `threads`) and a frame; frames come in no fixed
    /// order. Fails if a file changed meanwhile, or if the ledger does not balance.
    pub fn run(
        &self,
        threads: usize,
        block: usize,
        each: &(dyn Fn(usize, &Frame) + Sync),
    ) -> Result<Read> {
        self.pass(|_, file| {
            file.run(Shape { threads, block }, &|worker, piece| {
                if let Some(frame) = piece.frame {
                    each(worker, frame);
                }
            })
        })
    }

    /// All files, one after the other.
    fn pass(
        &self,
        mut run: impl FnMut(usize, &Delivered) -> Result<(u64, Sha256, Pass)>,
    ) -> Result<Read> {
        let mut read = Read {
            lists: Vec::new(),
            reading: self.reading().cloned().collect(),
            ledger: Ledger::default(),
            filled: vec![0; self.columns.len()],
            quarantine: Vec::new(),
            spent: Spent::default(),
        };
        for (list, file) in self.files.iter().enumerate() {
            let (bytes, digest, pass) = run(list, file)?;
            let mut ledger = file.before.clone();
            ledger.physical += pass.records;
            ledger.add(&pass.ledger);
            read.spent.merge(pass.spent.clone());
            balance(file, &ledger, pass.differs)?;
            read.ledger.add(&ledger);
            read.lists.push((bytes, digest));
            for (a, b) in read.filled.iter_mut().zip(&pass.filled) {
                *a += b;
            }
            let room = csv::NAMED.saturating_sub(read.quarantine.len());
            read.quarantine
                .extend(
                    pass.quarantine
                        .iter()
                        .take(room)
                        .map(|(line, reason)| Quarantined {
                            list,
                            line: *line,
                            reason: *reason,
                        }),
                );
        }
        Ok(read)
    }
}

impl Delivered {
    fn run(
        &self,
        shape: Shape,
        each: &(dyn Fn(usize, Piece<'_>) + Sync),
    ) -> Result<(u64, Sha256, Pass)> {
        let fail = |e: io::Error| unreadable(&self.path, &e);
        let mut file = File::open(&self.path).map_err(fail)?;
        let before = Stamp::of(&file.metadata().map_err(fail)?);
        let (bytes, digest, pass) = match &self.inside {
            Inside::Text(start) => {
                csv::run(&mut file, &self.plan, *start, shape, each).map_err(fail)?
            }
            Inside::Workbook { sheet, first } => {
                let bytes = workbook::bytes(&self.path, &mut file)?;
                let digest = Sha256::of(&bytes);
                let pass = xlsx::run(&bytes, sheet.as_deref(), &self.plan, *first, shape, each)
                    .map_err(|t| workbook::trouble(&self.path, t))?;
                (bytes.len() as u64, digest, pass)
            }
        };
        let after = Stamp::of(&std::fs::metadata(&self.path).map_err(fail)?);
        if before != self.stamp || after != self.stamp || bytes != self.stamp.bytes {
            return Err(Error::new(
                &reading::LIST_CHANGED,
                text!(
                    "the list changed while it was read",
                    "die Liste hat sich beim Lesen geändert"
                ),
            )
            .at(place(&self.path))
            .into());
        }
        Ok((bytes, digest, pass))
    }
}

/// The ledger balances, or the run fails, whatever the options.
fn balance(file: &Delivered, ledger: &Ledger, differs: Option<Difference>) -> Result<()> {
    if differs.is_none() && ledger.balances() {
        return Ok(());
    }
    let mut place = place(&file.path);
    place.line = differs.map(|d| d.line);
    let structure = ledger.physical;
    let accounted = ledger.header
        + ledger.preamble
        + ledger.footer
        + ledger.repeated_header
        + ledger.blank
        + ledger.loaded
        + ledger.quarantined();
    Err(Error::new(
        &reading::LEDGER,
        text!(
            "the ledger does not balance",
            "die Zeilenbilanz geht nicht auf"
        ),
    )
    .at(place)
    .found(text!(
        "{structure} records in the structure pass, {accounted} loaded, quarantined or recognised",
        "{structure} Datensätze im Strukturlauf, {accounted} geladen, in Quarantäne oder erkannt"
    ))
    .help(text!(
        "nothing was judged; please report it, without any data of the list",
        "es wurde nichts beurteilt; bitte melden Sie es, ohne Daten der Liste"
    ))
    .into())
}

fn place(path: &Path) -> Place {
    Place::file(crate::base::error::printable(&path.display().to_string()))
}

fn unreadable(path: &Path, e: &io::Error) -> Errors {
    let message = match e.kind() {
        io::ErrorKind::NotFound => text!("no such file", "keine solche Datei"),
        io::ErrorKind::PermissionDenied => text!(
            "the list may not be read",
            "die Liste darf nicht gelesen werden"
        ),
        io::ErrorKind::IsADirectory => {
            text!(
                "this is a folder, not a file",
                "das ist ein Ordner, keine Datei"
            )
        }
        io::ErrorKind::Unsupported => text!(
            "this is a pipe or a device; a list is read twice, so it must be a file",
            "das ist eine Pipe oder ein Gerät; eine Liste wird zweimal gelesen, also muss es eine Datei sein"
        ),
        _ => text!(
            "the list could not be read",
            "die Liste konnte nicht gelesen werden"
        ),
    };
    Error::new(&reading::LIST_UNREADABLE, message)
        .at(place(path))
        .into()
}

fn empty(path: &Path) -> Errors {
    Error::new(
        &reading::LIST_EMPTY,
        text!("the list is empty", "die Liste ist leer"),
    )
    .at(place(path))
    .into()
}

/// How one file is read, and a sample of its rows.
fn examine(path: &Path, options: &ReadOptions) -> Result<(Delivered, Vec<Vec<String>>)> {
    let fail = |e: io::Error| unreadable(path, &e);
    // asked before opening: opening a pipe would wait for somebody to write
    let kind = std::fs::metadata(path).map_err(fail)?.file_type();
    if kind.is_dir() {
        return Err(fail(io::ErrorKind::IsADirectory.into()));
    }
    if !kind.is_file() {
        return Err(fail(io::ErrorKind::Unsupported.into()));
    }
    let mut file = File::open(path).map_err(fail)?;
    let meta = file.metadata().map_err(fail)?;
    if meta.len() == 0 {
        return Err(empty(path));
    }
    let stamp = Stamp::of(&meta);
    let spots = sniff::head(&mut file, stamp.bytes).map_err(fail)?;
    let zipped = spots.head.starts_with(b"PK");
    let members = if zipped {
        archive::members(&mut file, stamp.bytes).map_err(fail)?
    } else {
        Vec::new()
    };
    let read = match sniff::kind::kind(&spots.head, &members) {
        Kind::Csv => text::examine(path, &mut file, stamp, spots, options),
        Kind::Xlsx => workbook::examine(path, &mut file, stamp, &members, options),
        Kind::Other(name) => Err(not_read(path, name.en, name.de)),
        Kind::Binary => Err(Error::new(
            &reading::LIST_BINARY,
            text!(
                "the file is neither text in columns nor a workbook",
                "die Datei ist weder Text in Spalten noch eine Arbeitsmappe"
            ),
        )
        .at(place(path))
        .into()),
    }?;
    if read.0.plan.fields > COLUMNS {
        return Err(Error::new(
            &reading::OVER_LIMITS,
            text!("more than {COLUMNS} columns", "mehr als {COLUMNS} Spalten"),
        )
        .at(place(path))
        .into());
    }
    Ok(read)
}

fn not_read(path: &Path, en: &str, de: &str) -> Errors {
    Error::new(
        &reading::KIND_NOT_READ,
        text!(
            "the file is {en}, which this version does not read",
            "die Datei ist {de}, das diese Version nicht liest"
        ),
    )
    .at(place(path))
    .help(text!(
        "export the list as CSV or XLSX",
        "exportieren Sie die Liste als CSV oder XLSX"
    ))
    .into()
}

fn no_header(path: &Path) -> Errors {
    Error::new(
        &reading::HEADER_ROW_MISSING,
        text!(
            "the record named as header does not exist or is blank",
            "den als Kopfzeile genannten Datensatz gibt es nicht, oder er ist leer"
        ),
    )
    .at(place(path))
    .into()
}

/// A further file of a delivery is read with the columns of the first: its header must be the same, or it must have
/// none and as many fields.
fn agree(first: &Delivered, file: &mut Delivered) -> Result<()> {
    let same = match (&first.plan.header, &file.plan.header) {
        (Some(a), Some(b)) => {
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|(a, b)| columns::key::key(a) == columns::key::key(b))
        }
        (_, None) => true,
        (None, Some(_)) => false,
    };
    if same && first.plan.fields == file.plan.fields {
        return Ok(());
    }
    Err(Error::new(
        &reading::HEADERS_DIFFER,
        text!(
            "the file has other columns than the first of the delivery",
            "die Datei hat andere Spalten als die erste der Lieferung"
        ),
    )
    .at(place(&file.path))
    .into())
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;
