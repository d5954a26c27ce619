//! The questionnaire as a workbook: a sheet that explains, one with the questions, one for the sources, one for the
//! documents. Which answer a cell holds stands in hidden columns and rows, so that lines may be inserted and moved.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Workbook, Worksheet, XlsxError,
};

use super::{Given, TABLES, VERSION, hint, parts};
use crate::base::clock::Time;
use crate::base::code::output;
use crate::base::error::{Error, Result};
use crate::base::lang::Lang;
use crate::cli::declare::question::{Kind, PARTS, Part, Question};
use crate::text;

/// Names of the sheets, in their order; the last holds what people need not see.
pub const SHEETS_EN: [&str; 5] = ["Instructions", "Questions", "Sources", "Documents", "beleg"];
pub const SHEETS_DE: [&str; 5] = ["Anleitung", "Fragen", "Quellen", "Unterlagen", "beleg"];

/// Column of the answers and of their addresses on the sheet of questions, from 0.
pub const ANSWER: u16 = 2;
pub const ADDRESS: u16 = 4;

/// The workbook.
pub fn workbook(given: &Given, made: Time, lang: Lang) -> Result<Vec<u8>> {
    let sheet = Sheets {
        given,
        lang,
        names: match lang {
            Lang::En => SHEETS_EN,
            Lang::De => SHEETS_DE,
        },
        looks: Looks::new(),
    };
    sheet.write(made).map_err(|_| {
        Error::new(
            &output::WRITE_FAILED,
            text!(
                "the workbook could not be made",
                "die Arbeitsmappe war nicht zu erstellen"
            ),
        )
        .into()
    })
}

struct Looks {
    title: Format,
    heading: Format,
    text: Format,
    small: Format,
    /// Text, whatever is typed: a day stays as it was written.
    answer: Format,
}

impl Looks {
    fn new() -> Self {
        let wrapped = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            heading: wrapped().set_bold().set_background_color("#E7ECEF"),
            text: wrapped(),
            small: wrapped().set_font_size(9),
            answer: wrapped()
                .set_num_format("@")
                .set_border(FormatBorder::Thin)
                .set_background_color("#FFFDF2"),
        }
    }
}

struct Sheets<'a> {
    given: &'a Given,
    lang: Lang,
    names: [&'static str; 5],
    looks: Looks,
}

impl Sheets<'_> {
    fn write(&self, made: Time) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let created = ExcelDateTime::from_timestamp(made.0)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        self.instructions(book.add_worksheet())?;
        // the closed words, one column each, for the lists to choose from
        let mut words = Words::default();
        self.questions(book.add_worksheet(), &mut words)?;
        for (at, table) in TABLES.iter().enumerate() {
            if let Some(part) = PARTS.iter().find(|p| p.table == *table) {
                self.table(book.add_worksheet(), self.names[at + 2], part, &mut words)?;
            }
        }
        self.hidden(book.add_worksheet(), &words)?;
        book.save_to_buffer()
    }

    fn instructions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.names[0])?;
        sheet.set_column_width(0, 100)?;
        let lines = match self.lang {
            Lang::En => INSTRUCTIONS_EN,
            Lang::De => INSTRUCTIONS_DE,
        };
        for (row, line) in lines.iter().enumerate() {
            let look = if row == 0 {
                &self.looks.title
            } else {
                &self.looks.text
            };
            sheet.write_string_with_format(row as u32, 0, *line, look)?;
        }
        Ok(())
    }

    fn questions(&self, sheet: &mut Worksheet, words: &mut Words) -> Result<(), XlsxError> {
        sheet.set_name(self.names[1])?;
        for (column, width) in [(0, 6), (1, 48), (2, 44), (3, 70)] {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_column_hidden(ADDRESS)?;
        let heads = match self.lang {
            Lang::En => ["No.", "Question", "Your answer", "What is meant"],
            Lang::De => ["Nr.", "Frage", "Ihre Antwort", "Was gemeint ist"],
        };
        for (column, head) in heads.iter().enumerate() {
            sheet.write_string_with_format(0, column as u16, *head, &self.looks.heading)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        let (mut row, mut number) = (1, 0);
        for part in parts() {
            for entry in 1..=part.entries.max(1) {
                let title = part.title.get(self.lang);
                let title = match part.entries {
                    0 | 1 => title.to_owned(),
                    _ => format!("{title}: {} {entry}", part.entry.get(self.lang)),
                };
                for column in 0..=3 {
                    sheet.write_blank(row, column, &self.looks.heading)?;
                }
                sheet.write_string_with_format(row, 1, title, &self.looks.heading)?;
                if entry == 1 {
                    sheet.write_string_with_format(
                        row,
                        3,
                        part.intro.get(self.lang),
                        &self.looks.heading,
                    )?;
                }
                row += 1;
                for question in part.questions {
                    number += 1;
                    let address = part.address(entry, question.key);
                    sheet.write_string_with_format(
                        row,
                        0,
                        number.to_string(),
                        &self.looks.small,
                    )?;
                    sheet.write_string_with_format(
                        row,
                        1,
                        question.ask.get(self.lang),
                        &self.looks.text,
                    )?;
                    self.answer(sheet, row, ANSWER, &address)?;
                    sheet.write_string_with_format(
                        row,
                        3,
                        hint(question, self.lang),
                        &self.looks.small,
                    )?;
                    sheet.write_string(row, ADDRESS, &address)?;
                    self.choose(sheet, (row, row, ANSWER), question, words)?;
                    row += 1;
                }
            }
        }
        Ok(())
    }

    /// A part whose entries are rows.
    fn table(
        &self,
        sheet: &mut Worksheet,
        name: &str,
        part: &Part,
        words: &mut Words,
    ) -> Result<(), XlsxError> {
        const FIRST: u32 = 5;
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 1, part.title.get(self.lang), &self.looks.title)?;
        sheet.write_string(1, 1, part.intro.get(self.lang))?;
        sheet.set_column_width(0, 5)?;
        sheet.set_row_hidden(4)?;
        sheet.set_freeze_panes(FIRST, 2)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        let last = FIRST + part.entries as u32 - 1;
        for (at, question) in part.questions.iter().enumerate() {
            let column = at as u16 + 1;
            sheet.set_column_width(column, 26)?;
            sheet.write_string_with_format(
                2,
                column,
                question.ask.get(self.lang),
                &self.looks.heading,
            )?;
            sheet.write_string_with_format(
                3,
                column,
                hint(question, self.lang),
                &self.looks.small,
            )?;
            sheet.write_string(4, column, format!("{}[].{}", part.table, question.key))?;
            for entry in 1..=part.entries {
                let row = FIRST + entry as u32 - 1;
                self.answer(sheet, row, column, &part.address(entry, question.key))?;
            }
            self.choose(sheet, (FIRST, last, column), question, words)?;
        }
        for entry in 1..=part.entries {
            let row = FIRST + entry as u32 - 1;
            sheet.write_string_with_format(row, 0, entry.to_string(), &self.looks.small)?;
        }
        Ok(())
    }

    /// The cell for an answer, with what is known already.
    fn answer(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        address: &str,
    ) -> Result<(), XlsxError> {
        match self.given.iter().find(|(a, _)| a == address) {
            Some((_, said)) => {
                sheet.write_string_with_format(row, column, said, &self.looks.answer)?
            }
            None => sheet.write_blank(row, column, &self.looks.answer)?,
        };
        Ok(())
    }

    /// A list to choose from, where there is one.
    fn choose(
        &self,
        sheet: &mut Worksheet,
        (first, last, column): (u32, u32, u16),
        question: &Question,
        words: &mut Words,
    ) -> Result<(), XlsxError> {
        let names: Vec<&'static str> = match (question.kind, self.lang) {
            (Kind::One(choices), lang) => choices.iter().map(|c| c.name.get(lang)).collect(),
            (Kind::YesNo, Lang::En) => vec!["yes", "no"],
            (Kind::YesNo, Lang::De) => vec!["ja", "nein"],
            _ => return Ok(()),
        };
        let range = words.range(names);
        let (title, message) = match self.lang {
            Lang::En => (
                "Please choose",
                "One of the answers of the list, or leave the cell empty.",
            ),
            Lang::De => (
                "Bitte wählen",
                "Eine der Antworten der Liste, oder die Zelle leer lassen.",
            ),
        };
        let list = DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .set_error_title(title)?
            .set_error_message(message)?;
        sheet.add_data_validation(first, column, last, column, &list)?;
        Ok(())
    }

    fn hidden(&self, sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
        sheet.set_name(self.names[4])?;
        sheet.set_very_hidden(true);
        sheet.write_string(0, 0, "beleg-form")?;
        sheet.write_string(0, 1, VERSION)?;
        for (column, list) in words.0.iter().enumerate() {
            for (row, word) in list.iter().enumerate() {
                sheet.write_string(row as u32, column as u16 + Words::FIRST, *word)?;
            }
        }
        Ok(())
    }
}

/// Lists of words on the hidden sheet, each in a column of its own.
#[derive(Default)]
struct Words(Vec<Vec<&'static str>>);

impl Words {
    const FIRST: u16 = 3;

    fn range(&mut self, words: Vec<&'static str>) -> String {
        let at = self.0.iter().position(|w| *w == words).unwrap_or_else(|| {
            self.0.push(words.clone());
            self.0.len() - 1
        });
        let column = rust_xlsxwriter::column_number_to_name(at as u16 + Self::FIRST);
        format!("=beleg!${column}$1:${column}${}", words.len())
    }
}

#[rustfmt::skip]
const INSTRUCTIONS_EN: &[&str] = &[
    "Questions to the vendor of a contact list",
    "",
    "Somebody who buys or checks a list of contacts asks you, who sell or pass it on, to say what you know about it. Your answers become a declaration that is compared with the list and with the documents that you hand in.",
    "",
    "1. Answer on the sheet Questions what you can, in the coloured cells. Where a cell has a list, choose from it.",
    "2. Enter every source of the data on the sheet Sources, one per row.",
    "3. Enter the documents that you hand in on the sheet Documents, one per row. Give each a short name; other answers point to it by that name.",
    "4. Save the workbook as it is (.xlsx) and send it back with the list and the documents.",
    "",
    "What you leave empty counts as not said, never as no. Please do not enter personal data of the people in the list. Answers must be typed, not worked out by formulas.",
    "Days are written 2026-10-01 or 01.10.2026. Several answers in one cell stand with commas, several names with semicolons.",
];

#[rustfmt::skip]
const INSTRUCTIONS_DE: &[&str] = &[
    "Fragen an den Anbieter einer Kontaktliste",
    "",
    "Wer eine Liste von Kontakten kauft oder prüft, bittet Sie, die Sie sie verkaufen oder weitergeben, zu sagen, was Sie darüber wissen. Ihre Antworten werden zu einer Erklärung, die mit der Liste und mit den eingereichten Unterlagen verglichen wird.",
    "",
    "1. Beantworten Sie auf dem Blatt Fragen, was Sie können, in den farbigen Zellen. Hat eine Zelle eine Liste, wählen Sie daraus.",
    "2. Tragen Sie jede Quelle der Daten auf dem Blatt Quellen ein, je Zeile eine.",
    "3. Tragen Sie die Unterlagen, die Sie einreichen, auf dem Blatt Unterlagen ein, je Zeile eine. Geben Sie jeder einen Kurznamen; andere Antworten verweisen damit auf sie.",
    "4. Speichern Sie die Arbeitsmappe so, wie sie ist (.xlsx), und senden Sie sie mit der Liste und den Unterlagen zurück.",
    "",
    "Was Sie leer lassen, gilt als nicht gesagt, nie als Nein. Bitte tragen Sie keine Daten der Personen aus der Liste ein. Antworten müssen getippt sein, nicht durch Formeln berechnet.",
    "Tage schreiben Sie 2026-10-01 oder 01.10.2026. Mehrere Antworten in einer Zelle stehen mit Komma, mehrere Namen mit Semikolon.",
];
