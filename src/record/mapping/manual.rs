//! `mapping.toml`: the user's word on which header is which column. `beleg map -o` proposes one, people edit it, and
//! `--mapping` brings it back; it goes before everything that the dictionary or the cells say.
//!
//! ```toml
//! schema = "beleg.mapping/1"
//!
//! [columns]
//! "Kontaktweg" = "email"
//! "#7" = "phone"                # by position: headers that are empty, or equal to another
//! "Interne Notiz" = "none"      # left out
//! ```
//!
//! Headers are the vendor's text and are repeated in no message: line and column name them.

use super::super::column::Column;
use crate::base::code::mapping as code;
use crate::base::error::{Error, Place, nearest};
use crate::base::tree::{Codes, Key, Tree, Value};
use crate::text;

pub const SCHEMA: &str = "beleg.mapping/1";
/// In place of a column: the header is left out.
pub const NONE: &str = "none";

/// The user's mapping, and what is wrong with the file that it stands in. Whether its headers exist, only the list can
/// tell: so the slips wait for that, and all are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Manual {
    pub entries: Vec<Entry>,
    pub slips: Vec<Error>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it stands in the list, or its position (`#7`).
    pub header: String,
    /// None: it is left out.
    pub column: Option<Column>,
    /// Where the header stands in the file.
    pub at: Option<Place>,
}

impl Entry {
    pub fn new(header: &str, column: Option<Column>) -> Self {
        Self {
            header: header.to_owned(),
            column,
            at: None,
        }
    }
}

const CODES: Codes = Codes {
    syntax: &code::MAPPING_SYNTAX,
    unknown: &code::MAPPING_FIELD,
    value: &code::MAPPING_VALUE,
    missing: &code::MAPPING_VALUE,
};

impl Manual {
    /// Whether the user said nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.slips.is_empty()
    }

    /// Reads a mapping file.
    pub fn parse(file: &str, text: &str) -> Self {
        let tree = match Tree::parse(file, text, CODES, false, true) {
            Ok(tree) => tree,
            Err(errors) => {
                return Self {
                    entries: Vec::new(),
                    slips: errors.0,
                };
            }
        };
        let root = tree.root();
        if let Some(schema) = root.get("schema") {
            schema.one_of(&[SCHEMA]);
        }
        let columns = root.get("columns").and_then(|v| v.table());
        root.close();
        let written = columns.map(|c| c.entries()).unwrap_or_default();
        let entries = written
            .iter()
            .filter_map(|(key, value)| {
                Some(Entry {
                    header: key.text.to_owned(),
                    column: column(&tree, key, value)?,
                    at: Some(tree.place(key.span.start)),
                })
            })
            .collect();
        let slips = tree.finish(|| Some(())).err().map(|e| e.0);
        Self {
            entries,
            slips: slips.unwrap_or_default(),
        }
    }
}

/// The column that a header is said to be.
fn column(tree: &Tree<'_>, key: &Key<'_>, value: &Value<'_, '_>) -> Option<Option<Column>> {
    if !value.is_str() {
        let error = tree.build(
            &code::MAPPING_VALUE,
            text!(
                "a header is mapped to the name of a column",
                "einer Überschrift steht der Name einer Spalte gegenüber"
            ),
            key.span.clone(),
        );
        tree.report(error.help(text!(
            "write \"header\" = \"column\"; a header with dots or blanks stands in quotation marks",
            "schreiben Sie \"Überschrift\" = \"Spalte\"; eine Überschrift mit Punkten oder Leerzeichen steht in Anführungszeichen"
        )));
        return None;
    }
    let name = value.str()?;
    if name == NONE {
        return Some(None);
    }
    if let Some(column) = Column::find(name) {
        return Some(Some(column));
    }
    // what stands here is meant to be a name of ours; anything else is not repeated
    let plain = name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let message = if plain {
        text!("no column `{name}`", "keine Spalte `{name}`")
    } else {
        text!("no column of this name", "keine Spalte dieses Namens")
    };
    let error = tree.build(&code::MAPPING_COLUMN, message, value.span());
    let names = Column::ALL.iter().map(|c| c.name()).chain([NONE]);
    tree.report(match nearest(&name.to_lowercase(), names) {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => error.help(text!(
            "`beleg explain columns` lists the columns; `none` leaves the header out",
            "`beleg explain columns` nennt die Spalten; `none` lässt die Überschrift aus"
        )),
    });
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_mapped_left_out_and_addressed_by_position() {
        let text = "schema = \"beleg.mapping/1\"\n[columns]\n\"E-Mail (privat)\" = \"email\"\n\"#7\" = \"none\"\n";
        let manual = Manual::parse("m.toml", text);
        assert!(manual.slips.is_empty(), "{:?}", manual.slips);
        let entries: Vec<_> = manual
            .entries
            .iter()
            .map(|e| (e.header.as_str(), e.column))
            .collect();
        assert_eq!(
            entries,
            [("#7", None), ("E-Mail (privat)", Some(Column::Email))]
        );
        let place = manual.entries[1].at.clone().expect("a place");
        assert_eq!((place.line, place.column), (Some(3), Some(1)));
        assert!(Manual::parse("m.toml", "").is_empty());
    }

    #[test]
    fn all_slips_of_a_file_come_at_once_and_repeat_no_header() {
        let text = "schema = \"beleg.maping/1\"\ncolums = 1\n[columns]\n\"Geheimer Kopf\" = \"emial\"\n\
                    Geheim.Kopf = \"email\"\nQuelle = 3\nLand = \"anna@b-beispiel.de\"\n";
        let manual = Manual::parse("m.toml", text);
        let found: Vec<_> = manual
            .slips
            .iter()
            .map(|e| {
                let place = e.at.as_ref().expect("a place");
                (e.code.id, place.line, place.column)
            })
            .collect();
        let at = |id, line, column| (id, Some(line), Some(column));
        assert_eq!(
            found,
            [
                at("BEL-M012", 1, 10),
                at("BEL-M011", 2, 1),
                at("BEL-M013", 4, 19),
                at("BEL-M012", 5, 1),
                at("BEL-M012", 6, 1),
                at("BEL-M013", 7, 8),
            ]
        );
        let said = format!("{:?}", manual.slips);
        assert!(said.contains("did you mean `email`?"), "{said}");
        assert!(!said.contains("Geheim") && !said.contains("anna"), "{said}");
        assert_eq!(
            Manual::parse("m.toml", "columns = [").slips[0].code.id,
            "BEL-M010"
        );
    }
}
