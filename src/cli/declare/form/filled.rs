//! A filled form, from whatever came back: a workbook, or the answers that the page saved. What cannot be read is said
//! with sheet and cell, or line and column, all of it at once and never with the answer itself.

use std::path::Path;

use super::VERSION;
use super::xlsx::{ADDRESS, ANSWER, SHEETS_DE, SHEETS_EN};
use crate::base::code::{dossier as code, output};
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::base::file;
use crate::base::tree::{Codes, Form, Tree};
use crate::cli::declare::answers::Answers;
use crate::cli::declare::question::find;
use crate::cli::declare::refused;
use crate::data::filled::{self, Sheet};
use crate::data::xlsx::Trouble;
use crate::text;

/// Bytes of a filled form.
const LIMIT: u64 = 8 << 20;

const CODES: Codes = Codes {
    syntax: &code::FORM_UNREADABLE,
    unknown: &code::FORM_ANSWER,
    value: &code::FORM_ANSWER,
    missing: &code::FORM_UNREADABLE,
};

/// The answers of a form.
///
/// # Errors
/// No form, one of another version, one without any answer, and every answer that cannot be taken.
pub fn read(path: &Path) -> Result<Answers> {
    let name = printable(&path.display().to_string());
    let answers = taken(path, &name)?;
    if answers.is_empty() {
        let message = text!("no question is answered", "keine Frage ist beantwortet");
        return Err(Error::new(&code::FORM_ANSWER, message)
            .at(Place::file(name))
            .into());
    }
    Ok(answers)
}

fn taken(path: &Path, name: &str) -> Result<Answers> {
    let bytes = file::read(path, LIMIT)?;
    if bytes.starts_with(b"PK") {
        return workbook(path, name);
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(no_form(name).into());
    };
    let begins = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    if begins.starts_with('<') {
        return Err(no_form(name)
            .help(text!(
                "a page keeps no answers: hand in the file that its button saves",
                "eine Seite behält keine Antworten: nehmen Sie die Datei, die ihr Knopf speichert"
            ))
            .into());
    }
    if !begins.starts_with('{') {
        return Err(no_form(name).into());
    }
    saved(name, &text)
}

fn no_form(name: &str) -> Error {
    Error::new(
        &code::FORM_UNREADABLE,
        text!(
            "this is no questionnaire of beleg",
            "das ist kein Fragebogen von beleg"
        ),
    )
    .at(Place::file(name))
}

fn of_version(found: Option<&str>, place: Place) -> Result<()> {
    if found == Some(VERSION) {
        return Ok(());
    }
    let message = text!(
        "the questionnaire is of a version that is not known here",
        "der Fragebogen hat eine hier unbekannte Fassung"
    );
    Err(Error::new(&code::FORM_VERSION, message).at(place).into())
}

/// Answers on their way, with everything that cannot be taken.
struct Taking {
    answers: Answers,
    errors: Vec<Error>,
}

impl Taking {
    fn say(&mut self, address: &str, said: &str, place: Place) {
        if self.answers.knows(address) && !said.trim().is_empty() {
            let message = text!(
                "a second answer to `{address}`",
                "eine zweite Antwort auf `{address}`"
            );
            self.errors
                .push(Error::new(&code::FORM_ANSWER, message).at(place));
            return;
        }
        match self.answers.say(address, said, Some(place.clone())) {
            Ok(Some(())) => {}
            Ok(None) => {
                let message = text!(
                    "an answer to no question of this form",
                    "eine Antwort auf keine Frage dieses Fragebogens"
                );
                self.errors
                    .push(Error::new(&code::FORM_ANSWER, message).at(place));
            }
            Err(slip) => self.errors.push(refused(slip, &code::FORM_ANSWER)),
        }
    }

    fn done(self) -> Result<Answers> {
        match self.errors.is_empty() {
            true => Ok(self.answers),
            false => Err(Errors(self.errors)),
        }
    }
}

/// The JSON that the page saves.
fn saved(name: &str, text: &str) -> Result<Answers> {
    let tree = Tree::parse_as(Form::Json, name, text, CODES, false, true)?;
    let root = tree.root();
    let Some(version) = root.get("beleg-form") else {
        return Err(no_form(name).into());
    };
    of_version(version.str(), tree.place(version.span().start))?;
    let mut taking = Taking {
        answers: Answers::default(),
        errors: Vec::new(),
    };
    let answers = root.get("answers").and_then(|v| v.table());
    for (key, value) in answers.iter().flat_map(|a| a.entries()) {
        // a key is text too: nothing is said of one that is no question
        let said = match find(key.text) {
            Some(_) => value.str(),
            None => Some("?"),
        };
        if let Some(said) = said {
            taking.say(key.text, said, tree.place(value.span().start));
        }
    }
    if let Err(Errors(slips)) = tree.finish(|| Some(())) {
        taking.errors.extend(slips);
    }
    taking.done()
}

fn workbook(path: &Path, name: &str) -> Result<Answers> {
    let known = |sheet: &str| SHEETS_EN[1..].contains(&sheet) || SHEETS_DE[1..].contains(&sheet);
    let sheets = filled::sheets(path, &known).map_err(|trouble| match trouble {
        Trouble::OverLimits => Error::new(
            &output::FILE_TOO_LARGE,
            text!(
                "the workbook is larger than a questionnaire can be",
                "die Arbeitsmappe ist größer, als ein Fragebogen sein kann"
            ),
        )
        .at(Place::file(name)),
        Trouble::Damaged | Trouble::SheetMissing => no_form(name),
    })?;
    let mark = sheets.iter().find(|s| s.name == SHEETS_EN[4]);
    let mark = mark
        .and_then(|s| s.rows.first())
        .map(|(_, cells)| &cells[..]);
    match mark {
        Some([form, version, ..]) if form == "beleg-form" => {
            of_version(Some(version), Place::file(name))?;
        }
        _ => return Err(no_form(name).into()),
    }
    let mut taking = Taking {
        answers: Answers::default(),
        errors: Vec::new(),
    };
    for sheet in &sheets {
        let place = |row: u64, column: usize| {
            let cell = format!("{}!{}{row}", sheet.name, letters(column));
            Place::file(format!("{name}: {cell}"))
        };
        match SHEETS_EN
            .iter()
            .zip(SHEETS_DE)
            .position(|(e, d)| sheet.name == *e || sheet.name == d)
        {
            Some(1) => questions(sheet, &place, &mut taking),
            Some(2 | 3) => table(sheet, &place, &mut taking),
            _ => {}
        }
    }
    taking.done()
}

/// One answer per row, beside its address.
fn questions(sheet: &Sheet, place: &dyn Fn(u64, usize) -> Place, taking: &mut Taking) {
    let answer = usize::from(ANSWER);
    for (row, cells) in &sheet.rows {
        let cell = |at: usize| cells.get(at).map_or("", |c| c.trim());
        let address = cell(usize::from(ADDRESS));
        if !address.is_empty() {
            take(sheet, *row, answer, (address, cell(answer)), place, taking);
        }
    }
}

/// One entry per row, under a row of addresses.
fn table(sheet: &Sheet, place: &dyn Fn(u64, usize) -> Place, taking: &mut Taking) {
    let mut keys: Option<Vec<Option<(String, String)>>> = None;
    let mut entry = 0;
    for (row, cells) in &sheet.rows {
        let Some(keys) = &keys else {
            let split = |c: &String| {
                let (table, key) = c.split_once("[].")?;
                Some((table.to_owned(), key.to_owned()))
            };
            let found: Vec<_> = cells.iter().map(split).collect();
            if found.iter().any(Option::is_some) {
                keys = Some(found);
            }
            continue;
        };
        let filled: Vec<(usize, &(String, String), &str)> = keys
            .iter()
            .enumerate()
            .filter_map(|(at, key)| Some((at, key.as_ref()?, cells.get(at)?.trim())))
            .filter(|(at, _, said)| !said.is_empty() || sheet.formulas.contains(&(*row, *at)))
            .collect();
        if filled.is_empty() {
            continue;
        }
        entry += 1;
        for (at, (table, key), said) in filled {
            let address = format!("{table}[{entry}].{key}");
            take(sheet, *row, at, (&address, said), place, taking);
        }
    }
}

fn take(
    sheet: &Sheet,
    row: u64,
    column: usize,
    (address, said): (&str, &str),
    place: &dyn Fn(u64, usize) -> Place,
    taking: &mut Taking,
) {
    if sheet.formulas.contains(&(row, column)) {
        let message = text!(
            "a formula stands in place of an answer",
            "eine Formel steht anstelle einer Antwort"
        );
        let error = Error::new(&code::FORM_ANSWER, message).at(place(row, column));
        taking
            .errors
            .push(error.help(text!("type the answer", "tippen Sie die Antwort")));
    } else if !said.is_empty() {
        taking.say(address, said, place(row, column));
    }
}

/// `A`, `B` … `AA` of a column from 0.
fn letters(column: usize) -> String {
    let (mut n, mut out) = (column + 1, String::new());
    while n > 0 {
        out.insert(0, char::from(b'A' + ((n - 1) % 26) as u8));
        n = (n - 1) / 26;
    }
    out
}
