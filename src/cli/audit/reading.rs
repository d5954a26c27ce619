//! How the list is to be read, where the user knows better than the file shows. Every such choice is recorded.

use crate::base::code::usage;
use crate::base::error::{Error, Result, printable};
use crate::data::source::ReadOptions;
use crate::text;

#[derive(clap::Args)]
#[group(skip)]
pub struct Options {
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
            mapping: Vec::new(),
        })
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
