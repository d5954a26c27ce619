//! From headers to canonical columns.

pub mod dictionary;
pub mod key;

use self::dictionary::Dictionary;
use self::key::{camel, key};
use crate::base::error::Result;
use crate::base::label::Label;
use crate::record::column::Column;
use crate::record::mapping::{Content, Mapped, Method};

/// A column of the list, and whether its yes means no.
pub struct Found {
    pub mapped: Mapped,
    pub negated: bool,
}

/// Whether a cell is a header of the dictionary.
pub fn known(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|c| {
        c.len() <= 80 && {
            let dictionary = Dictionary::get();
            dictionary.is_alias(&key(c)) || dictionary.is_alias(&key(&camel(c)))
        }
    })
}

/// Maps the columns of a list.
pub fn map(
    headers: Option<&[String]>,
    fields: usize,
    _declared: &[(String, Option<Column>)],
    _manual: &[(String, Option<Column>)],
    _sample: &[Vec<String>],
) -> Result<Vec<Found>> {
    let dictionary = Dictionary::get();
    let mut slots = std::collections::HashMap::<Column, u32>::new();
    Ok((0..fields)
        .map(|at| {
            let header = headers.and_then(|h| h.get(at)).map_or("", String::as_str);
            let plain = key(header);
            let entries = [plain.clone(), key(&camel(header))]
                .iter()
                .map(|k| dictionary.find(k))
                .find(|e| !e.is_empty())
                .unwrap_or_default();
            let entry = match entries {
                [one] => Some(*one),
                _ => None,
            };
            let slot = entry.map_or(1, |e| {
                let n = slots.entry(e.column).or_default();
                *n += 1;
                *n
            });
            Found {
                mapped: Mapped {
                    header: dictionary
                        .is_alias(&plain)
                        .then(|| Label::new(&plain))
                        .flatten()
                        .unwrap_or_else(|| Label::position(at + 1)),
                    column: entry.map(|e| e.column),
                    slot,
                    method: match (entries.len(), entry) {
                        (_, Some(_)) => Method::Exact,
                        (0, None) => Method::Unmapped,
                        (_, None) => Method::Ambiguous,
                    },
                    confidence: if entry.is_some() { 100 } else { 0 },
                    content: Content::Silent,
                    filled: 0,
                },
                negated: entry.is_some_and(|e| e.negated),
            }
        })
        .collect())
}
