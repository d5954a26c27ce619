//! How the list is to be read, where the user knows better than the file shows. Every such choice is recorded.

use std::path::{Path, PathBuf};

use crate::base::code::{mapping, usage};
use crate::base::error::{Error, Place, Result, printable};
use crate::base::file;
use crate::data::source::ReadOptions;
use crate::record::mapping::manual::Manual;
use crate::text;

#[derive(clap::Args)]
#[group(skip)]
pub struct Options {
    /// Which header is which column: a file that `beleg map -o` proposed
    #[arg(short, long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Sheet of a workbook, by name or number [default: the first visible]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Encoding of the file, such as windows-1252
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
    /// Delimiter: one character, or comma, semicolon, tab, pipe
    #[arg(long, value_name = "C")]
    delimiter: Option<String>,
    /// Quotation mark: one character, or none
    #[arg(long, value_name = "C")]
    quote: Option<String>,
    /// Record of the header, from 1; 0 if there is none
    #[arg(long, value_name = "N")]
    header_row: Option<u64>,
    /// Load records with too few fields, taking what is missing as blank
    #[arg(long, value_name = "blank", value_parser = ["blank"])]
    short_rows: Option<String>,
}

impl Options {
    /// As the reader takes them.
    pub fn options(&self) -> Result<ReadOptions> {
        Ok(ReadOptions {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter.as_deref().map(delimiter).transpose()?,
            quote: self.quote.as_deref().map(quote).transpose()?,
            header_row: self.header_row,
            sheet: self.sheet.clone(),
            short_rows_blank: self.short_rows.is_some(),
            mapping: self
                .mapping
                .as_deref()
                .map(manual)
                .transpose()?
                .unwrap_or_default(),
        })
    }

    /// The same options as they are typed, those that are set.
    pub fn typed(&self) -> Vec<String> {
        let said = |name: &str, value: &Option<String>| {
            value.as_ref().map(|v| [name.to_owned(), v.clone()])
        };
        let mapping = self.mapping.as_ref().map(|p| p.display().to_string());
        let header_row = self.header_row.map(|n| n.to_string());
        [
            said("-m", &mapping),
            said("--sheet", &self.sheet),
            said("--encoding", &self.encoding),
            said("--delimiter", &self.delimiter),
            said("--quote", &self.quote),
            said("--header-row", &header_row),
            said("--short-rows", &self.short_rows),
        ]
        .into_iter()
        .flatten()
        .flatten()
        .collect()
    }
}

/// Bytes of a mapping that are read: a line for each of the most columns that a list may have, and notes.
const LIMIT: u64 = 4 << 20;

/// Reads the user's mapping. What is wrong with it is said when the list is opened, together with headers that the
/// list does not have.
fn manual(path: &Path) -> Result<Manual> {
    let name = printable(&path.display().to_string());
    let bytes = file::read(path, LIMIT)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Manual::parse(&name, &text)),
        Err(_) => Err(
            Error::new(&mapping::MAPPING_SYNTAX, text!("not UTF-8", "kein UTF-8"))
                .at(Place::file(name))
                .into(),
        ),
    }
}

fn delimiter(text: &str) -> Result<char> {
    match text {
        "comma" => Ok(','),
        "semicolon" => Ok(';'),
        "tab" | "\\t" => Ok('\t'),
        "pipe" => Ok('|'),
        _ => one(text, "--delimiter"),
    }
}

fn quote(text: &str) -> Result<Option<char>> {
    match text {
        "none" => Ok(None),
        "double" => Ok(Some('"')),
        _ => one(text, "--quote").map(Some),
    }
}

/// Exactly one ASCII character.
fn one(text: &str, option: &str) -> Result<char> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c.is_ascii() => Ok(c),
        _ => {
            let shown = printable(text);
            Err(Error::new(
                &usage::USAGE,
                text!(
                    "`{option} {shown}` is not one ASCII character",
                    "`{option} {shown}` ist nicht ein ASCII-Zeichen"
                ),
            )
            .into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_names_too() {
        assert_eq!(delimiter("tab").ok(), Some('\t'));
        assert_eq!(delimiter(";").ok(), Some(';'));
        assert_eq!(delimiter(";;").expect_err("two").0[0].code.id, "BEL-U001");
        assert_eq!(quote("none").ok(), Some(None));
        assert_eq!(quote("'").ok(), Some(Some('\'')));
    }
}
