//! Which files there are, and how rows get into them. Text files are written as the rows come; a workbook is in memory
//! until it is whole, for a library that kept it elsewhere would put personal data into temporary files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::tally::Tally;
use super::unwritten;
use crate::base::clock::AsOf;
use crate::base::code::output;
use crate::base::csv::record;
use crate::base::error::Error;
use crate::base::file::draft::Draft;
use crate::data::frame::{Cells, Frame};
use crate::data::sift::{Fate, Sift};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::policy::State;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::withhold::ChannelState;
use crate::record::verdict::{Verdict, Word};
use crate::text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Text: comma, UTF-8, CRLF (RFC 4180)
    Csv,
    /// Workbook; every cell is text
    Xlsx,
}

impl Form {
    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Rows of a sheet below its header.
const SHEET: u64 = 1_048_575;
const ACCEPTED: &str = "accepted";
const NOT_CLEARED: &str = "not-cleared";
const SET_ASIDE: &str = "set-aside";
pub const WITHHELD: &str = "withheld.csv";

/// Whether a sift may have written a file of this name.
pub fn ours(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let rows = [ACCEPTED, NOT_CLEARED, SET_ASIDE].contains(&stem) || Channel::find(stem).is_some();
    name == WITHHELD || rows && [Form::Csv, Form::Xlsx].iter().any(|f| f.ending() == ending)
}

/// What becomes of a planned channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Open,
    /// By its own word.
    Closed(Word),
    /// No row has an address for it.
    NoAddress,
    /// The acquisition stands against it.
    NotCleared,
}

/// The files of a run.
pub struct Files {
    form: Form,
    /// Whether the accepted rows may be taken over.
    pub cleared: bool,
    /// The planned channels that a file is wanted for.
    pub channels: Vec<(Channel, Way)>,
}

/// One file with rows: its name, and the compiled check and bins whose rows it holds.
struct Table<'f> {
    stem: &'f str,
    check: Option<Channel>,
    bins: &'static [&'static str],
}

impl Files {
    /// What may be written under a verdict. `wanted`: the channels that were asked for; none: all planned ones.
    pub fn new(
        form: Form,
        verdict: &Verdict,
        planned: &[Channel],
        wanted: Option<&[Channel]>,
    ) -> Self {
        let closed = |w: Word| matches!(w, Word::Rejected | Word::NotAssessable);
        let cleared = !closed(verdict.acquisition.verdict);
        let way = |c: Channel| match verdict.contact.channels.get(&c) {
            None => Way::NoAddress,
            Some(_) if !cleared => Way::NotCleared,
            Some(word) if closed(word.verdict) => Way::Closed(word.verdict),
            Some(_) => Way::Open,
        };
        let asked = |c: &&Channel| wanted.is_none_or(|w| w.contains(c));
        Self {
            form,
            cleared,
            channels: planned
                .iter()
                .filter(asked)
                .map(|c| (*c, way(*c)))
                .collect(),
        }
    }

    /// The files with rows, in the order of their places.
    fn tables(&self) -> Vec<Table<'static>> {
        let kept = Table {
            stem: if self.cleared { ACCEPTED } else { NOT_CLEARED },
            check: None,
            bins: &["accepted"],
        };
        let back = Table {
            stem: SET_ASIDE,
            check: None,
            bins: &["set-aside-bad", "set-aside-unproven"],
        };
        let open = self.open().map(|c| Table {
            stem: c.name(),
            check: Some(c),
            bins: &["usable"],
        });
        [kept, back].into_iter().chain(open).collect()
    }

    fn open(&self) -> impl Iterator<Item = Channel> {
        let open = self.channels.iter().filter(|(_, way)| *way == Way::Open);
        open.map(|(c, _)| *c)
    }

    fn name(&self, stem: &str) -> String {
        format!("{stem}.{}", self.form.ending())
    }

    /// The file of accepted rows, that of rows to give back, and that of a channel.
    pub fn kept(&self) -> String {
        self.name(if self.cleared { ACCEPTED } else { NOT_CLEARED })
    }

    pub fn set_aside(&self) -> String {
        self.name(SET_ASIDE)
    }

    pub fn channel(&self, channel: Channel, way: Way) -> Option<String> {
        (way == Way::Open).then(|| self.name(channel.name()))
    }

    /// # Errors
    /// BEL-O022, if a workbook has not room for the rows.
    pub fn fit(&self, census: &Census) -> Result<(), Error> {
        if self.form == Form::Csv {
            return Ok(());
        }
        for table in self.tables() {
            let check = table
                .check
                .map_or_else(|| HOLD.to_owned(), |c| format!("channel-{}", c.name()));
            let compiled = census.compiled.iter().find(|c| c.check == check);
            let of = |bin: &&str| compiled.map_or(0, |c| c.total(bin));
            let rows: u64 = table.bins.iter().map(of).sum();
            if rows > SHEET {
                let name = self.name(table.stem);
                return Err(too_small(text!(
                    "{name} would have {rows} rows, a workbook holds {SHEET}",
                    "{name} hätte {rows} Zeilen, eine Arbeitsmappe fasst {SHEET}"
                )));
            }
        }
        Ok(())
    }

    /// Opens all files, with the header of the list if it has one.
    ///
    /// # Errors
    /// BEL-O001, if a file cannot be written.
    pub fn begin(
        &self,
        draft: &Draft,
        headers: Option<&[String]>,
        raw: bool,
        as_of: AsOf,
    ) -> Result<Tables, Error> {
        let mut all = Vec::new();
        for table in self.tables() {
            let name = self.name(table.stem);
            let file = draft.file(&name)?;
            let sink = match self.form {
                Form::Csv => Sink::Text(BufWriter::with_capacity(1 << 16, file)),
                Form::Xlsx => Sink::Sheet(Box::new(Sheet::new(file, table.stem))),
            };
            all.push(Out { name, sink });
        }
        let mut tables = Tables {
            folder: draft.path().to_owned(),
            all,
            withheld: BufWriter::with_capacity(1 << 16, draft.file(WITHHELD)?),
            as_of,
        };
        tables.head(headers, raw)?;
        Ok(tables)
    }

    /// What sorts the rows of a frame into these files.
    pub fn sorter<'s>(&self, sift: &'s Sift<'_>, raw: bool) -> Sorter<'s> {
        Sorter {
            form: self.form,
            raw,
            channels: sift.channels(),
            clauses: sift.clauses(),
            open: self.open().collect(),
        }
    }
}

fn too_small(message: crate::base::lang::Text) -> Error {
    Error::new(&output::WORKBOOK_TOO_SMALL, message).help(text!(
        "`--as csv` writes text",
        "mit `--as csv` entsteht Text"
    ))
}

/// Sorts the rows of frames, on any worker.
pub struct Sorter<'s> {
    form: Form,
    raw: bool,
    /// All planned channels.
    channels: &'s [Channel],
    clauses: Vec<&'s str>,
    /// Those that have a file, in the order of their places.
    open: Vec<Channel>,
}

/// The rows of a frame on their way into the files.
pub struct Sorted {
    /// Per row the files that it belongs to: bits, by their places.
    places: Vec<u16>,
    /// Per file what is to be written; nothing for workbooks.
    texts: Vec<String>,
    withheld: String,
    pub tally: Tally,
}

/// All columns of a frame, in the order of the file.
fn columns(frame: &Frame) -> Vec<Cells<'_>> {
    let slots = frame.slots().iter();
    slots.filter_map(|s| frame.at(s.position)).collect()
}

impl Sorter<'_> {
    /// `list`: the number of the file, from 0.
    pub fn sort(&self, list: usize, frame: &Frame, fates: &[Fate]) -> Sorted {
        let columns = columns(frame);
        let mut sorted = Sorted {
            places: Vec::with_capacity(fates.len()),
            texts: vec![String::new(); self.open.len() + 2],
            withheld: String::new(),
            tally: Tally::default(),
        };
        let mut line_of = String::new();
        for (row, (fate, line)) in fates.iter().zip(frame.lines()).enumerate() {
            let mut places: u16 = if fate.targets.hold == State::Good {
                1
            } else {
                2
            };
            for (at, c) in self.open.iter().enumerate() {
                if fate.targets.channels[*c as usize] == ChannelState::Usable {
                    places |= 4 << at;
                }
            }
            if self.form == Form::Csv {
                line_of.clear();
                let cells = columns.iter().map(|c| c.get(row));
                sorted.tally.marked += record(cells, self.raw, &mut line_of);
                for (at, text) in sorted.texts.iter_mut().enumerate() {
                    if places >> at & 1 == 1 {
                        text.push_str(&line_of);
                    }
                }
            }
            if sorted.tally.row(fate, self.channels) {
                self.reasons(list + 1, *line, fate, &mut sorted.withheld);
            }
            sorted.places.push(places);
        }
        sorted
    }

    /// One line of `withheld.csv`.
    fn reasons(&self, list: usize, line: u64, fate: &Fate, out: &mut String) {
        let aside = match fate.targets.hold {
            State::Bad => "bad",
            State::Unproven => "unproven",
            State::Good => "",
        };
        let channels = fate.targets.withheld(self.channels).map(Channel::name);
        let channels = channels.collect::<Vec<_>>().join(" ");
        let codes = |state: State| {
            let found = fate.reasons.iter().filter(|r| r.state == state);
            let codes = found.map(|r| self.clauses[usize::from(r.clause)]);
            codes.collect::<Vec<_>>().join(" ")
        };
        let (bad, unproven) = (codes(State::Bad), codes(State::Unproven));
        out.push_str(&format!(
            "{list},{line},{aside},{channels},{bad},{unproven}\r\n"
        ));
    }
}

/// The open files.
pub struct Tables {
    folder: PathBuf,
    all: Vec<Out>,
    withheld: BufWriter<File>,
    as_of: AsOf,
}

struct Out {
    name: String,
    sink: Sink,
}

enum Sink {
    Text(BufWriter<File>),
    Sheet(Box<Sheet>),
}

/// A workbook of one sheet.
struct Sheet {
    file: File,
    sheet: Worksheet,
    rows: u32,
}

impl Sheet {
    fn new(file: File, name: &str) -> Self {
        let mut sheet = Worksheet::new();
        // a name that a sheet may not have leaves it with its own
        let _ = sheet.set_name(name);
        Self {
            file,
            sheet,
            rows: 0,
        }
    }

    fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> Result<(), XlsxError> {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, c)| !c.is_empty()) {
            self.sheet.write_string(self.rows, column, cell)?;
        }
        self.rows += 1;
        Ok(())
    }

    fn finish(self, as_of: AsOf) -> Result<(), XlsxError> {
        let day = ExcelDateTime::parse_from_str(&as_of.to_string())?;
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        book.push_worksheet(self.sheet);
        book.save_to_writer(self.file)
    }
}

impl Tables {
    fn head(&mut self, headers: Option<&[String]>, raw: bool) -> Result<(), Error> {
        let fixed = "list,line,set-aside,channels,bad,unproven\r\n";
        let written = self.withheld.write_all(fixed.as_bytes());
        written.map_err(|e| unwritten(&self.folder, WITHHELD, &e))?;
        let Some(headers) = headers else {
            return Ok(());
        };
        let mut line = String::new();
        record(headers.iter().map(String::as_str), raw, &mut line);
        for out in &mut self.all {
            let headers = headers.iter().map(String::as_str);
            match &mut out.sink {
                Sink::Text(file) => file.write_all(line.as_bytes()).map_err(XlsxError::IoError),
                Sink::Sheet(sheet) => sheet.row(headers),
            }
            .map_err(|e| refused(&self.folder, &out.name, e))?;
        }
        Ok(())
    }

    /// # Errors
    /// BEL-O001, BEL-O022.
    pub fn write(&mut self, frame: &Frame, sorted: &Sorted) -> Result<(), Error> {
        for (at, out) in self.all.iter_mut().enumerate() {
            match &mut out.sink {
                Sink::Text(file) => file
                    .write_all(sorted.texts[at].as_bytes())
                    .map_err(XlsxError::IoError),
                Sink::Sheet(sheet) => {
                    let columns = columns(frame);
                    let rows = sorted.places.iter().enumerate();
                    let mut rows = rows.filter(|(_, places)| *places >> at & 1 == 1);
                    rows.try_for_each(|(row, _)| sheet.row(columns.iter().map(|c| c.get(row))))
                }
            }
            .map_err(|e| refused(&self.folder, &out.name, e))?;
        }
        self.withheld
            .write_all(sorted.withheld.as_bytes())
            .map_err(|e| unwritten(&self.folder, WITHHELD, &e))
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// BEL-O001.
    pub fn finish(mut self) -> Result<(), Error> {
        for out in self.all {
            match out.sink {
                Sink::Text(mut file) => file.flush().map_err(XlsxError::IoError),
                Sink::Sheet(sheet) => sheet.finish(self.as_of),
            }
            .map_err(|e| refused(&self.folder, &out.name, e))?;
        }
        self.withheld
            .flush()
            .map_err(|e| unwritten(&self.folder, WITHHELD, &e))
    }
}

/// Why a file could not be written. The library's own words may repeat a cell.
fn refused(folder: &Path, name: &str, e: XlsxError) -> Error {
    match e {
        XlsxError::IoError(e) => unwritten(folder, name, &e),
        XlsxError::MaxStringLengthExceeded => too_small(text!(
            "{name}: a cell has more than 32767 characters",
            "{name}: eine Zelle hat mehr als 32767 Zeichen"
        )),
        _ => unwritten(folder, name, &io::Error::from(io::ErrorKind::Other)),
    }
}

/// Rows per clause, with its code: bad, unproven. The clause that takes most rows first.
pub fn by_clause<'c>(tally: &Tally, clauses: &[&'c str]) -> Vec<(&'c str, State, u64)> {
    let mut sums: BTreeMap<(&str, State), u64> = BTreeMap::new();
    for (reason, n) in &tally.reasons {
        let code = clauses[usize::from(reason.clause)];
        *sums.entry((code, reason.state)).or_default() += n;
    }
    let mut all: Vec<_> = sums.into_iter().map(|((c, s), n)| (c, s, n)).collect();
    all.sort_by_key(|(code, state, n)| (std::cmp::Reverse(*n), *code, *state));
    all
}
