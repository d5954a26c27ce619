//! From headers to canonical columns, in a fixed order of ways: declared by the vendor, set by the user, in the
//! dictionary, in the dictionary after a prefix or ordinal was taken away, by content, by similarity. The mapping is
//! evidence; a column that could be two is left out rather than guessed, and columns that say where data comes from or
//! what people agreed to are never mapped by similarity.

pub mod content;
pub mod dictionary;
mod guess;
pub mod key;
mod kinds;

use std::collections::HashMap;

use self::dictionary::{Dictionary, Entry, LANGUAGES};
use self::guess::{Guess, Way};
use self::key::{camel, key};
use crate::base::code::mapping as codes;
use crate::base::error::{Error, Errors, Result};
use crate::base::label::Label;
use crate::record::column::Column;
use crate::record::mapping::manual::{Entry as Said, Manual};
use crate::record::mapping::{Content, Heading, Holds, Listed, Mapped, Method};
use crate::text;

/// A column of the list, and whether its yes means no.
pub struct Found {
    pub mapped: Mapped,
    pub negated: bool,
    /// The columns that an ambiguous header may mean.
    pub candidates: Vec<Column>,
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
///
/// `headers` is none if the file has no header. `declared` names headers and their columns as the vendor does; none as
/// a column says nothing. `manual` is the user's word, by header or position (`#7`); none leaves the column out. Fails
/// with every slip of the user's file, and if it names a header that is not there, or one twice.
pub fn map(
    headers: Option<&[String]>,
    fields: usize,
    declared: &[(String, Option<Column>)],
    manual: &Manual,
    sample: &[Vec<String>],
) -> Result<Vec<Found>> {
    let empty = String::new();
    let header = |at: usize| headers.and_then(|h| h.get(at)).unwrap_or(&empty);
    let manual = positions(manual, fields, header)?;
    let listed = headers.map(|h| listed(h, declared)).unwrap_or_default();
    let declared = stated(declared, fields, header);
    let guesses: Vec<Option<Guess>> = (0..fields).map(|at| guess::exact(header(at))).collect();
    let languages = languages(&guesses);
    let cells = |at: usize| {
        sample
            .iter()
            .map(move |row| row.get(at).map_or("", String::as_str))
    };

    let mut found: Vec<(Choice, Option<u32>)> = Vec::with_capacity(fields);
    for (at, guess) in guesses.iter().enumerate() {
        let choice = match (manual.get(&at), declared.get(&at), guess) {
            (Some(column), _, _) => Choice::sure(*column, Method::Manual, guess),
            (None, Some(column), _) => Choice::sure(Some(*column), Method::Declared, guess),
            (None, None, Some(guess)) => decide(guess, &languages, cells(at)),
            (None, None, None) => unnamed(header(at), cells(at)),
        };
        found.push((choice, guess.as_ref().and_then(|g| g.slot)));
    }

    let slots = slots(&found);
    Ok(found
        .into_iter()
        .enumerate()
        .map(|(at, (choice, _))| Found {
            mapped: Mapped {
                holds: holds(&choice, &guesses[at], header(at)),
                heading: heading(header(at)),
                listed: listed.get(at).copied(),
                header: label(header(at), at + 1),
                column: choice.entry.map(|e| e.0),
                slot: slots[at],
                method: choice.method,
                confidence: choice.confidence,
                content: choice
                    .entry
                    .map_or(Content::Silent, |(c, _)| content::verdict(c, cells(at))),
                filled: 0,
            },
            negated: choice.entry.is_some_and(|e| e.1),
            candidates: match (choice.method, &guesses[at]) {
                (Method::Ambiguous, Some(guess)) => {
                    guess.entries.iter().map(|e| e.column).collect()
                }
                _ => Vec::new(),
            },
        })
        .collect())
}

/// What was decided about one column.
struct Choice {
    /// The column, and whether its yes means no.
    entry: Option<(Column, bool)>,
    method: Method,
    confidence: u32,
}

impl Choice {
    const NONE: Self = Self {
        entry: None,
        method: Method::Unmapped,
        confidence: 0,
    };

    /// Somebody says so. Which way the header says it, the dictionary knows still.
    fn sure(column: Option<Column>, method: Method, guess: &Option<Guess>) -> Self {
        let negated = |column| {
            guess
                .iter()
                .flat_map(|g| &g.entries)
                .any(|e| e.column == column && e.negated)
        };
        Self {
            entry: column.map(|c| (c, negated(c))),
            method,
            confidence: 100,
        }
    }
}

/// The dictionary names one column, or several of which language or content chooses one.
fn decide<'c>(
    guess: &Guess,
    languages: &[f64; LANGUAGES.len()],
    cells: impl Iterator<Item = &'c str> + Clone,
) -> Choice {
    let confidence = match guess.way {
        Way::Alias => 100,
        Way::Stripped => 95,
        Way::Similar => 70,
    };
    let exact = |e: &Entry, method| Choice {
        entry: Some((e.column, e.negated)),
        method,
        confidence,
    };
    if let [one] = &guess.entries[..] {
        // a column `URL` may hold profiles of persons; that is seen at once
        let profile = (one.column == Column::CompanyWebsite)
            .then(|| content::recognise(cells.clone()))
            .flatten();
        return match profile {
            Some(column) => Choice {
                entry: Some((column, false)),
                method: Method::Content,
                confidence: 80,
            },
            None => exact(one, Method::Exact),
        };
    }
    let weight = |e: &Entry| {
        (0..LANGUAGES.len())
            .filter(|l| e.languages >> l & 1 == 1)
            .map(|l| languages[l])
            .fold(0.0, f64::max)
    };
    let provenance = guess
        .entries
        .iter()
        .any(|e| e.column.group().is_provenance());
    let mut by_weight: Vec<&Entry> = guess.entries.iter().collect();
    by_weight.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    if let [first, second, ..] = by_weight[..]
        && !provenance
        && weight(first) > weight(second) + 0.5
    {
        return exact(first, Method::Exact);
    }
    let confirmed: Vec<&Entry> = guess
        .entries
        .iter()
        .filter(|e| content::verdict(e.column, cells.clone()) == Content::Confirms)
        .collect();
    let denied = guess
        .entries
        .iter()
        .filter(|e| content::verdict(e.column, cells.clone()) == Content::Contradicts)
        .count();
    match confirmed[..] {
        [one] if denied + 1 == guess.entries.len() => exact(one, Method::Content),
        _ => Choice {
            method: Method::Ambiguous,
            ..Choice::NONE
        },
    }
}

/// A header that the dictionary does not know, or none: by content, then by similarity.
fn unnamed<'c>(header: &str, cells: impl Iterator<Item = &'c str> + Clone) -> Choice {
    if guess::guarded(header) {
        return Choice::NONE;
    }
    if let Some(column) = content::recognise(cells) {
        return Choice {
            entry: Some((column, false)),
            method: Method::Content,
            confidence: 80,
        };
    }
    match guess::similar(header).as_ref().map(|g| &g.entries[..]) {
        Some([one]) => Choice {
            entry: Some((one.column, one.negated)),
            method: Method::Similar,
            confidence: 70,
        },
        _ => Choice::NONE,
    }
}

/// The language of the header row: each header gives one vote, shared by the languages that know it.
fn languages(guesses: &[Option<Guess>]) -> [f64; LANGUAGES.len()] {
    let mut votes = [0.0; LANGUAGES.len()];
    for guess in guesses.iter().flatten() {
        let known = guess.entries.iter().fold(0, |all, e| all | e.languages);
        for (l, vote) in votes.iter_mut().enumerate() {
            if known >> l & 1 == 1 {
                *vote += 1.0 / f64::from(known.count_ones());
            }
        }
    }
    votes
}

/// Slots of a field: columns in the order of their ordinals, then of their positions, numbered from 1.
fn slots(found: &[(Choice, Option<u32>)]) -> Vec<u32> {
    let mut slots = vec![1; found.len()];
    let mut of = HashMap::<Column, Vec<(u32, usize)>>::new();
    for (at, (choice, slot)) in found.iter().enumerate() {
        if let Some((column, _)) = choice.entry {
            of.entry(column).or_default().push((slot.unwrap_or(1), at));
        }
    }
    for mut columns in of.into_values() {
        columns.sort_unstable();
        for ((_, at), n) in columns.into_iter().zip(1..) {
            slots[at] = n;
        }
    }
    slots
}

/// The folded header if it is an alias: then it says nothing about this list that the dictionary does not say.
fn label(header: &str, position: usize) -> Label {
    let dictionary = Dictionary::get();
    guess::keys(header)
        .into_iter()
        .find(|k| dictionary.is_alias(k))
        .and_then(|k| Label::new(&k))
        .unwrap_or_else(|| Label::position(position))
}

fn heading(header: &str) -> Heading {
    if header.trim().is_empty() {
        Heading::None
    } else if !header.chars().any(char::is_alphanumeric) || header.contains('\u{fffd}') {
        Heading::Illegible
    } else {
        Heading::Named
    }
}

/// What a column holds. The dictionary knows what its aliases mean; wherever something else decided, the words of the
/// header count too, and the worse of both is believed.
fn holds(choice: &Choice, guess: &Option<Guess>, header: &str) -> Holds {
    let entries = || guess.iter().flat_map(|g| &g.entries);
    let possible = entries().map(|e| Holds::of(e.column)).min();
    match choice.entry {
        Some((column, _)) if entries().any(|e| e.column == column) => Holds::of(column),
        Some((column, _)) => kinds::named(header)
            .into_iter()
            .chain(possible.filter(|_| choice.method != Method::Content))
            .fold(Holds::of(column), Holds::min),
        None if choice.method == Method::Ambiguous => possible.unwrap_or(Holds::Unmapped),
        None => kinds::named(header)
            .into_iter()
            .chain(possible)
            .min()
            .unwrap_or(Holds::Unmapped),
    }
}

/// Where each header stands in the vendor's list of fields; nothing if there is no list.
fn listed(headers: &[String], declared: &[(String, Option<Column>)]) -> Vec<Listed> {
    if declared.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = declared.iter().map(|(name, _)| key(name)).collect();
    let headers: Vec<String> = headers.iter().map(|h| key(h)).collect();
    let mut taken: Vec<bool> = names
        .iter()
        .enumerate()
        .map(|(i, n)| headers.get(i) == Some(n))
        .collect();
    let place = |(at, header): (usize, &String)| {
        if names.get(at) == Some(header) {
            return Listed::InPlace;
        }
        match (0..names.len()).find(|i| !taken[*i] && names[*i] == *header) {
            Some(i) => {
                taken[i] = true;
                Listed::Moved
            }
            None => Listed::Extra,
        }
    };
    headers.iter().enumerate().map(place).collect()
}

/// Longest header, in characters, by which a mapping addresses a column.
const LONGEST: usize = 200;

/// How a mapping addresses each column: by its header, or by its position where the header is empty, endless, equal to
/// another, or written like a position.
pub fn addresses(headers: &[String]) -> Vec<String> {
    let keys: Vec<String> = headers.iter().map(|h| key(h)).collect();
    let alone = |at: usize| {
        let key = &keys[at];
        let long = headers[at].chars().nth(LONGEST).is_some();
        let position = key
            .strip_prefix('#')
            .is_some_and(|p| p.parse::<usize>().is_ok());
        !key.is_empty() && !long && !position && keys.iter().filter(|k| *k == key).count() == 1
    };
    let address = |(at, header): (usize, &String)| match alone(at) {
        true => header.clone(),
        false => Label::position(at + 1).as_str().to_owned(),
    };
    headers.iter().enumerate().map(address).collect()
}

/// Where a header (or a position, `#7`) stands among these; several if some are equal.
pub fn places(name: &str, headers: &[String]) -> Vec<usize> {
    let position = name.strip_prefix('#').and_then(|p| p.parse::<usize>().ok());
    if let Some(at) = position
        .and_then(|p| p.checked_sub(1))
        .filter(|p| *p < headers.len())
    {
        return vec![at];
    }
    let wanted = key(name);
    let same = |at: &usize| !wanted.is_empty() && key(&headers[*at]) == wanted;
    (0..headers.len()).filter(same).collect()
}

/// The user's mapping by position.
fn positions<'h>(
    manual: &Manual,
    fields: usize,
    header: impl Fn(usize) -> &'h String,
) -> Result<HashMap<usize, Option<Column>>> {
    let headers: Vec<String> = (0..fields).map(|at| header(at).clone()).collect();
    let mut at = HashMap::new();
    let mut errors = manual.slips.clone();
    for (n, said) in manual.entries.iter().enumerate() {
        match places(&said.header, &headers)[..] {
            [] => errors.push(unknown(n + 1, said)),
            [one] => {
                if at.insert(one, said.column).is_some() {
                    let position = one + 1;
                    let message = text!(
                        "column #{position} is mapped twice",
                        "Spalte #{position} ist zweimal zugeordnet"
                    );
                    errors.push(placed(Error::new(&codes::HEADER_TWICE, message), said));
                }
            }
            ref several => errors.push(equal(several, said)),
        }
    }
    if errors.is_empty() {
        return Ok(at);
    }
    // slips of the file and of its headers in one order
    errors.sort_by_key(|e| e.at.as_ref().and_then(|p| p.byte));
    Err(Errors(errors))
}

fn placed(error: Error, said: &Said) -> Error {
    match &said.at {
        Some(place) => error.at(place.clone()),
        None => error,
    }
}

fn unknown(entry: usize, said: &Said) -> Error {
    let message = match said.at {
        Some(_) => text!(
            "the list has no header like this",
            "eine solche Überschrift hat die Liste nicht"
        ),
        None => text!(
            "entry {entry} of the mapping names no header of the list",
            "Eintrag {entry} der Zuordnung nennt keine Überschrift der Liste"
        ),
    };
    placed(Error::new(&codes::HEADER_UNKNOWN, message), said).help(text!(
        "`beleg map` with the list shows the headers as they stand",
        "`beleg map` mit der Liste zeigt die Überschriften, wie sie stehen"
    ))
}

/// Of equal headers the position tells which is meant.
fn equal(several: &[usize], said: &Said) -> Error {
    let count = several.len();
    let message = text!(
        "{count} headers of the list are equal to this one",
        "{count} Überschriften der Liste sind dieser gleich"
    );
    let all: Vec<String> = several
        .iter()
        .map(|p| format!("`\"#{}\"`", p + 1))
        .collect();
    let (en, de) = (all.join(" or "), all.join(" oder "));
    placed(Error::new(&codes::HEADER_UNKNOWN, message), said).help(text!(
        "say which by its position: {en}",
        "sagen Sie mit der Position, welche: {de}"
    ))
}

/// The vendor's declared columns by position: the header with the same key that is not taken yet.
fn stated<'h>(
    declared: &[(String, Option<Column>)],
    fields: usize,
    header: impl Fn(usize) -> &'h String,
) -> HashMap<usize, Column> {
    let mut at = HashMap::new();
    let mut taken = vec![false; fields];
    for (name, column) in declared {
        let key = key(name);
        let found = (0..fields)
            .find(|i| !taken[*i] && !key.is_empty() && self::key::key(header(*i)) == key);
        if let Some(i) = found {
            taken[i] = true;
            if let Some(column) = column {
                at.insert(i, *column);
            }
        }
    }
    at
}

#[cfg(test)]
mod tests;
