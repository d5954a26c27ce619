//! How a list was read that is read again for its record: whatever the user set is set again, and nothing else, so that
//! the rest is found out as it was.

use super::ReadOptions;
use crate::record::census::Census;
use crate::record::mapping::Method;
use crate::record::mapping::manual::{Entry, Manual};

impl ReadOptions {
    /// What the user set when this census was made.
    pub fn recorded(census: &Census) -> Self {
        let set = |name: &str| census.options.overrides.iter().any(|o| o == name);
        let Some(first) = census.reading.first() else {
            return Self::default();
        };
        let dialect = &first.dialect;
        let dialect_set = set("dialect-override");
        let encoding = first.encoding.trim_end_matches("-bom").to_owned();
        let sheet = dialect.sheet.map(|n| n.to_string());
        let mapping = census.columns.iter().enumerate();
        Self {
            encoding: set("encoding-override").then_some(encoding),
            delimiter: dialect
                .delimiter
                .as_deref()
                .filter(|_| dialect_set)
                .and_then(mark),
            quote: dialect.quote.as_deref().filter(|_| dialect_set).map(mark),
            header_row: set("header-row-override").then_some(dialect.header_record.unwrap_or(0)),
            sheet: sheet.filter(|_| set("sheet-chosen")),
            short_rows_blank: set("short-rows-blank"),
            mapping: Manual {
                entries: mapping
                    .filter(|(_, m)| m.method == Method::Manual)
                    .map(|(at, m)| Entry::new(&format!("#{}", at + 1), m.column))
                    .collect(),
                slips: Vec::new(),
            },
        }
    }
}

/// A separator or quote by the name that a census has for it.
fn mark(name: &str) -> Option<char> {
    match name {
        "comma" => Some(','),
        "semicolon" => Some(';'),
        "tab" => Some('\t'),
        "pipe" => Some('|'),
        "double" => Some('"'),
        other => {
            let byte: u8 = other.strip_prefix("byte-")?.parse().ok()?;
            Some(char::from(byte))
        }
    }
}
