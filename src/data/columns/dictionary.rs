//! The dictionary of headers: 105 columns, nine languages (`aliases.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

use super::key::{key, umlauts};
use crate::record::column::Column;

/// Languages of the dictionary, in the order of their bits.
pub const LANGUAGES: [&str; 9] = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "pt"];

/// A column that a key may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub column: Column,
    /// Bits of the languages in which the key means it.
    pub languages: u16,
    /// "Yes" in such a column says the opposite of what it says in the canonical one (`contact allowed`).
    pub negated: bool,
}

pub struct Dictionary(HashMap<String, Vec<Entry>>);

impl Dictionary {
    pub fn get() -> &'static Self {
        static ONE: OnceLock<Dictionary> = OnceLock::new();
        ONE.get_or_init(|| Self::parse(include_str!("aliases.tsv")))
    }

    fn parse(table: &str) -> Self {
        let mut all: HashMap<String, Vec<Entry>> = HashMap::with_capacity(4_096);
        for line in table.lines().skip(1) {
            let mut cells = line.split('\t');
            let (Some(column), Some(language), Some(alias)) = (
                cells.next().and_then(Column::find),
                cells
                    .next()
                    .and_then(|l| LANGUAGES.iter().position(|x| *x == l)),
                cells.next(),
            ) else {
                continue;
            };
            let negated = cells.next() == Some("negated");
            let mut keys = vec![key(alias)];
            if LANGUAGES[language] == "de" {
                keys.push(key(&umlauts(alias)));
            }
            keys.dedup();
            for key in keys {
                let entries = all.entry(key).or_default();
                match entries.iter_mut().find(|e| e.column == column) {
                    Some(e) => e.languages |= 1 << language,
                    None => entries.push(Entry {
                        column,
                        languages: 1 << language,
                        negated,
                    }),
                }
            }
        }
        // whoever builds a file for beleg writes the columns' own names
        for column in Column::ALL {
            all.entry(key(column.name())).or_insert_with(|| {
                vec![Entry {
                    column: *column,
                    languages: 1,
                    negated: false,
                }]
            });
        }
        Self(all)
    }

    /// What a key may mean; nothing for keys that are no alias.
    pub fn find(&self, key: &str) -> &[Entry] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn is_alias(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub fn keys(&self) -> impl Iterator<Item = (&str, &[Entry])> {
        self.0.iter().map(|(k, e)| (k.as_str(), e.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood_and_every_column_has_an_alias() {
        for (n, line) in include_str!("aliases.tsv").lines().enumerate().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "line {}", n + 1);
            assert!(Column::find(cells[0]).is_some(), "line {}", n + 1);
            assert!(LANGUAGES.contains(&cells[1]), "line {}", n + 1);
            assert!(!key(cells[2]).is_empty(), "line {}", n + 1);
            assert!(matches!(cells[3], "" | "negated"), "line {}", n + 1);
        }
        for column in Column::ALL {
            assert!(
                Dictionary::get()
                    .0
                    .values()
                    .flatten()
                    .any(|e| e.column == *column),
                "{}",
                column.name()
            );
        }
    }

    #[test]
    fn a_columns_own_name_means_it() {
        for column in Column::ALL {
            let found = Dictionary::get().find(&key(column.name()));
            assert!(
                matches!(found, [e] if e.column == *column),
                "{}",
                column.name()
            );
        }
    }

    #[test]
    fn few_keys_mean_two_columns() {
        let mut two: Vec<&str> = Dictionary::get()
            .keys()
            .filter(|(_, e)| e.len() > 1)
            .map(|(k, _)| k)
            .collect();
        two.sort_unstable();
        assert_eq!(
            two,
            [
                "avregistrerad",
                "denomination",
                "funktion",
                "nome",
                "optin email",
                "partia",
                "setor",
                "titel"
            ]
        );
    }
}
