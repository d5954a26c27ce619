//! Reference tables of the user's own: a folder with files named like the shipped tables and written like them
//! (`--reference`), and a plain list of throw-away domains (`--disposable-list`).
//!
//! A line replaces the shipped line of the same key; a line of `!` and a key takes the shipped line away. A domain that
//! the user names in one table stands in no other. They are set once, before anything is looked up, and hold for the
//! process; digests of the files stand in the census.

use std::path::Path;
use std::sync::OnceLock;

use hashbrown::HashMap;

use super::syntax::ascii_domain;
use super::tables::{Line, TEXTS};
use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::text;

/// A table that the user supplied.
pub struct Supplied {
    /// The shipped table that it adds to.
    pub table: &'static str,
    /// What it is called in the census.
    pub name: &'static str,
    pub sha256: Sha256,
    /// It replaces or takes away at least one shipped line.
    pub replaces: bool,
    lines: Vec<Line>,
}

static SUPPLIED: OnceLock<Vec<Supplied>> = OnceLock::new();

/// What the user supplied; nothing unless [`supply`] was called.
pub fn supplied() -> &'static [Supplied] {
    SUPPLIED.get().map_or(&[], Vec::as_slice)
}

/// Files of more bytes are no reference tables.
const MOST: u64 = 256 << 20;

/// Reads the user's tables, once and before anything is looked up.
///
/// # Errors
/// A file that cannot be read, or a line that is not written like the table's.
pub fn supply(folder: Option<&Path>, disposable: Option<&Path>) -> Result<()> {
    let mut all = Vec::new();
    if let Some(folder) = folder {
        for (table, shipped) in TEXTS {
            let path = folder.join(format!("{table}.tsv"));
            if path.exists() {
                all.push(read(&path, table, shipped)?);
            }
        }
        if all.is_empty() {
            let error = unfit(folder, None).help(text!(
                "files of the folder are named like the tables: consumer_mail.tsv, role_words.tsv …",
                "Dateien des Ordners heißen wie die Tabellen: consumer_mail.tsv, role_words.tsv …"
            ));
            return Err(error.into());
        }
    }
    if let Some(path) = disposable {
        all.push(read_list(path)?);
    }
    // a second call would come too late
    let _ = SUPPLIED.set(all);
    Ok(())
}

fn unfit(path: &Path, line: Option<u64>) -> Error {
    let file = printable(&path.display().to_string());
    let place = match line {
        Some(line) => Place::at(file, line, 1),
        None => Place::file(file),
    };
    let message = match line {
        Some(_) => text!(
            "the line is not written like the table's",
            "die Zeile ist nicht wie die der Tabelle geschrieben"
        ),
        None => text!(
            "the reference table cannot be read",
            "die Referenztabelle ist nicht zu lesen"
        ),
    };
    Error::new(&usage::REFERENCE_UNFIT, message).at(place)
}

fn text_of(path: &Path) -> Result<&'static str> {
    let small = std::fs::metadata(path).is_ok_and(|m| m.len() <= MOST);
    let bytes = small.then(|| std::fs::read(path).ok()).flatten();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    match text {
        // they live as long as the process
        Some(text) => Ok(String::leak(text)),
        None => Err(unfit(path, None).into()),
    }
}

/// Errors of one file that are named.
const SHOWN: usize = 20;

fn read(path: &Path, table: &'static str, shipped: &'static str) -> Result<Supplied> {
    let text = text_of(path)?;
    let head = shipped.lines().next().unwrap_or("");
    if text.lines().next() != Some(head) {
        let shown = head.replace('\t', " · ");
        return Err(unfit(path, Some(1))
            .help(text!("the head is: {shown}", "der Kopf lautet: {shown}"))
            .into());
    }
    let columns = head.split('\t').count();
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate().skip(1) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let cells = line.split('\t').count();
        let gone = cells == 1 && line.starts_with('!') && table != "disposable_core";
        let line = Line {
            table,
            number,
            supplied: true,
            text: line,
        };
        if (cells == columns && known(line)) || gone {
            lines.push(line);
        } else if errors.len() < SHOWN {
            errors.push(unfit(path, Some(u64::from(number))));
        }
    }
    if !errors.is_empty() {
        return Err(Errors(errors));
    }
    let keys: hashbrown::HashSet<&str> = (shipped.lines().skip(1)).map(|l| key(table, l)).collect();
    Ok(Supplied {
        table,
        name: table,
        sha256: Sha256::of(text.as_bytes()),
        replaces: lines.iter().any(|l| keys.contains(bare(l.text, table))),
        lines,
    })
}

/// One domain per line; lines that begin with `#` are remarks.
fn read_list(path: &Path) -> Result<Supplied> {
    let text = text_of(path)?;
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        match ascii_domain(line) {
            Some(domain) => lines.push(Line {
                table: "disposable_list",
                number,
                supplied: true,
                text: String::leak(domain.into_owned()),
            }),
            None if errors.len() < SHOWN => errors.push(unfit(path, Some(u64::from(number)))),
            None => {}
        }
    }
    if !errors.is_empty() {
        return Err(Errors(errors));
    }
    Ok(Supplied {
        table: "disposable_core",
        name: "disposable_list",
        sha256: Sha256::of(text.as_bytes()),
        replaces: false,
        lines,
    })
}

/// Whether the cells of a line are such as the table has.
fn known(line: Line) -> bool {
    let [one, two, _, four, five] = line.cells::<5>();
    let name = |name: &str| {
        !name.is_empty()
            && name.split('.').all(|l| (1..=63).contains(&l.len()))
            && name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b))
    };
    match line.table {
        "consumer_mail" => {
            name(one)
                && matches!(four, "freemail" | "isp" | "staff")
                && matches!(five, "yes" | "no")
        }
        "disposable_core" => name(one.trim_start_matches('!')),
        "government" => name(one.trim_end_matches('*').trim_end_matches('.')),
        "relay" | "shared_hosts" | "reserved" => name(one),
        "certified" => matches!(one, "host" | "label") && name(two),
        "association" => matches!(one, "domain" | "suffix") && name(two),
        "education" => {
            matches!(one, "domain" | "label-prefix" | "student" | "suffix")
                && name(two.trim_end_matches(".*"))
        }
        "role_words" => name(one) && matches!(four, "whole" | "head" | "any" | "suffix"),
        _ => !one.is_empty(),
    }
}

/// What a line is about: the word or domain; in tables of several kinds, which are keyed by both, kind and rule.
fn key(table: &str, line: &'static str) -> &'static str {
    let mut tabs = line.match_indices('\t').map(|(at, _)| at);
    let end = match table {
        "association" | "certified" | "education" | "legal_forms" => tabs.nth(1),
        // one label in several countries
        "government" if line.contains('*') => tabs.nth(1),
        _ => tabs.next(),
    };
    &line[..end.unwrap_or(line.len())]
}

fn bare(line: &'static str, table: &str) -> &'static str {
    match line.strip_prefix('!') {
        Some(gone) if table != "disposable_core" => gone,
        _ => key(table, line),
    }
}

/// The domain that a line of a table of domains is about.
fn domain(table: &str, key: &'static str) -> Option<&'static str> {
    match table {
        "legal_forms" | "role_words" => None,
        "disposable_core" => Some(key.trim_start_matches('!')),
        "association" | "certified" => key.split_once('\t').map(|(_, domain)| domain),
        "education" => key.strip_prefix("domain\t"),
        _ => Some(key),
    }
}

/// The shipped lines that still count, then the user's.
pub fn merge(
    shipped: &[(&'static str, &'static str)],
    supplied: &[Supplied],
) -> HashMap<&'static str, Vec<Line>> {
    let own = |table: &'static str| supplied.iter().filter(move |s| s.table == table);
    // a list of throw-away domains ranks behind the tables, as the crate's does
    let domains: hashbrown::HashSet<&str> = supplied
        .iter()
        .filter(|s| s.name == s.table)
        .flat_map(|s| {
            s.lines
                .iter()
                .filter_map(|l| domain(s.table, bare(l.text, s.table)))
        })
        .collect();
    let table = |&(table, text): &(&'static str, &'static str)| {
        let replaced: hashbrown::HashSet<&str> = own(table)
            .flat_map(|s| s.lines.iter().map(|l| bare(l.text, table)))
            .collect();
        let counts = |line: &Line| {
            let key = key(table, line.text);
            !replaced.contains(key) && !domain(table, key).is_some_and(|d| domains.contains(d))
        };
        let lines = text.lines().enumerate().skip(1).map(|(at, text)| Line {
            table,
            number: u32::try_from(at + 1).unwrap_or(u32::MAX),
            supplied: false,
            text,
        });
        let gone = |line: &&Line| line.text.starts_with('!') && table != "disposable_core";
        let own = own(table).flat_map(|s| s.lines.iter().filter(|l| !gone(l)));
        (table, lines.filter(counts).chain(own.copied()).collect())
    };
    shipped.iter().map(table).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(table: &'static str, text: &'static str) -> Line {
        Line {
            table,
            number: 2,
            supplied: true,
            text,
        }
    }

    #[test]
    fn lines_replace_add_and_take_away() {
        let supplied = [Supplied {
            table: "consumer_mail",
            name: "consumer_mail",
            sha256: Sha256::of(b""),
            replaces: true,
            lines: vec![
                line("consumer_mail", "b.de\tDE\tX\tisp\tno\tactive\t"),
                line("consumer_mail", "!c.de"),
                line("consumer_mail", "e.de\tDE\tX\tisp\tno\tactive\t"),
                line("consumer_mail", "f.de\tDE\tX\tisp\tno\tactive\t"),
            ],
        }];
        let shipped = [
            ("consumer_mail", "head\na.de\tDE\nb.de\tDE\nc.de\tDE\n"),
            ("education", "head\ndomain\te.de\tDE\nstudent\te.de\tDE\n"),
        ];
        let merged = merge(&shipped, &supplied);
        let of = |table: &str| {
            let lines = merged[table].iter();
            lines
                .map(|l| (l.text.split('\t').next().unwrap(), l.supplied))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("consumer_mail"),
            [
                ("a.de", false),
                ("b.de", true),
                ("e.de", true),
                ("f.de", true)
            ]
        );
        // a domain stands in one table only; other rules stay
        assert_eq!(of("education"), [("student", false)]);
    }

    #[test]
    fn words_of_the_tables() {
        for (table, text, fine) in [
            ("consumer_mail", "a.de\tDE\tX\tfreemail\tno\tactive\t", true),
            (
                "consumer_mail",
                "A.de\tDE\tX\tfreemail\tno\tactive\t",
                false,
            ),
            ("consumer_mail", "a.de\tDE\tX\tfree\tno\tactive\t", false),
            ("role_words", "verkauf\tde\tsales\tany\tno", true),
            ("role_words", "verkauf\tde\tsales\tsome\tno", false),
            ("education", "suffix\tac.*\t-", true),
            ("certified", "domain\tpec.it\tIT", false),
        ] {
            assert_eq!(known(line(table, text)), fine, "{text}");
        }
    }
}
