//! How lists come into memory: line by line, each entry as a key, none as text.

use std::io::Read;

use hmac::Mac as _;

use super::entry::{Entry, entry, is_heading, removal};
use super::set::Set;
use super::{Group, Kinds, Lists, Tokens, keyed, lines};
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::base::lang::Text;
use crate::record::dossier::{Document, Dossier, Hashed, Nonce};
use crate::text;

/// What is gathered while lists are read.
#[derive(Default)]
struct Draft {
    keys: [Vec<u128>; Group::ALL],
    hashes: Vec<u64>,
    tokens: Vec<(Hashed, [Vec<u128>; Group::ALL])>,
}

/// One list as it was read.
#[derive(Default)]
struct Listed {
    keys: Vec<u128>,
    hashes: Vec<u64>,
    tokens: Vec<u128>,
    kinds: Kinds,
    unread: u64,
    first_unread: Option<u64>,
    /// Tokens of which nobody says how they were made.
    keyless: u64,
}

/// [`load_from`] for lists that are in memory.
///
/// # Errors
/// As there.
pub fn load(
    dossier: &mut Dossier,
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<(Lists, Vec<Error>)> {
    load_from(dossier, &|path| {
        let bytes = read(path)?;
        Some(Box::new(std::io::Cursor::new(bytes)))
    })
}

/// Loads the lists that the dossier names, and notes in it what may be said of them. `open` gives a file at its path.
///
/// # Errors
/// BEL-D021: a list is not at hand, or none of its lines is an entry. Warnings: BEL-D022, lines that are none.
pub fn load_from(
    dossier: &mut Dossier,
    open: &dyn Fn(&str) -> Option<Box<dyn Read>>,
) -> Result<(Lists, Vec<Error>)> {
    let mut lists = Lists::default();
    let mut draft = Draft::default();
    let (mut errors, mut warnings) = (Vec::new(), Vec::new());
    let nonce = dossier.nonce;
    for list in &mut dossier.suppression {
        let group = match list.owner.as_str() {
            "vendor" => Group::VENDOR,
            "earlier-removals" => Group::EARLIER,
            _ => Group::BUYER,
        };
        lists.groups[group].loaded += 1;
        let mut mac = nonce.map(keyed);
        let digest = |block: &[u8]| {
            if let Some(mac) = &mut mac {
                mac.update(block);
            }
        };
        let file = open(&list.path);
        let read = file.and_then(|f| lists.read(f, group, list.hashed, digest).ok());
        let unreadable = match &read {
            None => Some(text!(
                "this suppression list is not at hand",
                "diese Sperrliste liegt nicht vor"
            )),
            Some(read) if read.keyless > 0 => Some(text!(
                "this suppression list holds hashes, and the dossier names no `key` for them",
                "diese Sperrliste enthält Hashwerte, und das Dossier nennt keinen `key` dafür"
            )),
            Some(read) if read.kinds.all() == 0 && read.unread > 0 => Some(text!(
                "no line of this suppression list is an entry",
                "keine Zeile dieser Sperrliste ist ein Eintrag"
            )),
            Some(_) => None,
        };
        list.hmac = mac.map(|mac| Sha256(mac.finalize().into_bytes().into()));
        if let Some(message) = unreadable {
            let place = Place::file(printable(&list.path));
            errors.push(Error::new(&code::SUPPRESSION_UNREADABLE, message).at(place));
        } else if let Some(read) = read {
            list.entries = read.kinds.all();
            list.unread = read.unread;
            warnings.extend(read.warning(&list.path));
            lists.add(group, list.hashed, read, &mut draft);
        }
    }
    for document in dossier.documents("removals-since-export") {
        warnings.extend(lists.feed(dossier, document, open, &mut draft));
    }
    lists.finish(draft);
    if errors.is_empty() {
        Ok((lists, warnings))
    } else {
        Err(Errors(errors))
    }
}

impl Listed {
    fn warning(&self, path: &str) -> Option<Error> {
        let n = self.unread;
        let place = Place {
            line: Some(self.first_unread?),
            ..Place::file(printable(path))
        };
        Some(unmatched(
            text!(
                "lines of this suppression list that match nothing: {n}",
                "Zeilen dieser Sperrliste, die nichts treffen: {n}"
            ),
            place,
        ))
    }
}

fn unmatched(message: Text, place: Place) -> Error {
    Error::new(&code::SUPPRESSION_LINES, message).at(place)
}

impl Lists {
    /// Reads one list.
    fn read(
        &self,
        file: impl Read,
        group: usize,
        hashed: Option<Hashed>,
        each_block: impl FnMut(&[u8]),
    ) -> std::io::Result<Listed> {
        let of_rows = matches!(group, Group::EARLIER | Group::REMOVED);
        let mut read = Listed::default();
        let mut begun = false;
        lines::each(file, each_block, |number, line| {
            let around = |c: char| c.is_whitespace() || "\"';,\u{feff}".contains(c);
            let line = line.trim_matches(around);
            if line.is_empty() || line.starts_with('#') {
                return;
            }
            let first = !std::mem::replace(&mut begun, true);
            let found = if of_rows { removal(line) } else { entry(line) };
            let kinds = &mut read.kinds;
            let text = match found {
                Some(Entry::Token(token)) if hashed.is_some() => {
                    kinds.tokens += 1;
                    read.tokens.push(token);
                    return;
                }
                Some(Entry::Token(_)) => {
                    read.keyless += 1;
                    return;
                }
                Some(Entry::Address(text)) => {
                    kinds.mails += 1;
                    text
                }
                Some(Entry::Domain(text)) => {
                    kinds.domains += 1;
                    text
                }
                Some(Entry::Phone(number)) => {
                    kinds.phones += 1;
                    format!("+{number}")
                }
                Some(Entry::Record(name)) => {
                    kinds.records += 1;
                    format!("#{name}")
                }
                None if first && of_rows && is_heading(line) => return,
                None => {
                    read.unread += 1;
                    read.first_unread.get_or_insert(number);
                    return;
                }
            };
            read.keys.push(self.secret.key(&text));
            read.hashes.push(self.filter.hash(&text));
        })?;
        Ok(read)
    }

    fn add(&mut self, group: usize, hashed: Option<Hashed>, read: Listed, draft: &mut Draft) {
        for kinds in [&mut self.kinds, &mut self.groups[group].kinds] {
            kinds.mails += read.kinds.mails;
            kinds.domains += read.kinds.domains;
            kinds.phones += read.kinds.phones;
            kinds.records += read.kinds.records;
            kinds.tokens += read.kinds.tokens;
        }
        join(&mut draft.keys[group], read.keys);
        join(&mut draft.hashes, read.hashes);
        if let Some(hashed) = hashed {
            let at = draft.tokens.iter().position(|(h, _)| *h == hashed);
            let at = at.unwrap_or_else(|| {
                draft.tokens.push((hashed, Default::default()));
                draft.tokens.len() - 1
            });
            join(&mut draft.tokens[at].1[group], read.tokens);
        }
    }

    /// Reads what the vendor says it removed since the export. A paper that is no list proves nothing, unless a named
    /// person read in it that no row is concerned.
    fn feed(
        &mut self,
        dossier: &Dossier,
        document: &Document,
        open: &dyn Fn(&str) -> Option<Box<dyn Read>>,
        draft: &mut Draft,
    ) -> Option<Error> {
        if !document.supplied() {
            return None;
        }
        self.feeds += 1;
        let reviewed = dossier
            .reviews("removal-match", None)
            .any(|r| r.document == document.id && r.answer == "clear");
        let path = document.path.as_deref();
        let read = path.and_then(open).and_then(|file| {
            self.read(file, Group::REMOVED, document.hashed, |_| {})
                .ok()
        });
        let keyless = read.as_ref().is_some_and(|r| r.keyless > 0);
        // a letter may have a line that looks like an entry
        let list = read.filter(|r| r.keyless == 0 && r.unread <= r.kinds.all());
        self.unread |= !document.at_hand() || (list.is_none() && !reviewed);
        let place = Place::file(printable(path?));
        match list {
            Some(read) => {
                let warning = read.warning(path?);
                self.add(Group::REMOVED, document.hashed, read, draft);
                warning
            }
            None if reviewed => None,
            None if keyless => Some(unmatched(
                text!(
                    "these removals are hashes, and the dossier names no `key` for them",
                    "diese Löschungen sind Hashwerte, und das Dossier nennt keinen `key` dafür"
                ),
                place,
            )),
            None => Some(unmatched(
                text!(
                    "these removals are no list that rows can be compared with",
                    "diese Löschungen sind keine Liste, mit der sich Zeilen vergleichen lassen"
                ),
                place,
            )),
        }
    }

    fn finish(&mut self, draft: Draft) {
        self.filter.fill(&draft.hashes);
        for (group, keys) in self.groups.iter_mut().zip(draft.keys) {
            group.set = Set::new(keys);
        }
        self.tokens = draft
            .tokens
            .into_iter()
            .map(|(hashed, sets)| Tokens {
                hashed,
                mac: keyed(match hashed {
                    Hashed::Plain => Nonce([0; 32]),
                    Hashed::Keyed(key) => key,
                }),
                sets: sets.map(Set::new),
            })
            .collect();
    }
}

/// Appends, without a copy of the first.
fn join<T>(all: &mut Vec<T>, mut more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.append(&mut more);
    }
}
