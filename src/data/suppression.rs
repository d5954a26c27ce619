//! Lists that rows are looked up in: who must not be written to, whatever else is found, and which rows were removed.
//!
//! Matching errs towards withholding: addresses are compared in lower case without any `+tag`, a domain
//! covers every address under it, numbers are compared in E.164. A suppression list that is named and cannot be read
//! ends the run, for going on without it would let its people through; what the vendor sends as removals cannot break a
//! run, it only proves nothing.
//!
//! In memory a list is a table of keyed hashes, read line by line ([`set`]); in the dossier it is its owner, its day, how
//! many entries it has, and an HMAC of the file under the dossier's nonce. A plain digest would let anyone who has the
//! record try out whether a short list is the one that he guesses. Without a nonce there is therefore no digest at all:
//! what is not written cannot be guessed, and two runs still give the same bytes.
//!
//! A line may be the SHA-256 or HMAC-SHA256 of the compared form, if the dossier says how the list is hashed.

mod entry;
mod lines;
mod set;

use std::fmt::Write as _;
use std::io::Read;
use std::rc::Rc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Digest as _;

use self::entry::{Entry, addresses, entry, is_heading, removal, tagged};
use self::set::{Filter, Set};
use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::keys::Secret;
use super::{mail, phone};
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::base::lang::Text;
use crate::record::column::Column;
use crate::record::dossier::{Document, Dossier, Hashed, Nonce};
use crate::text;

/// All lists of a dossier.
#[derive(Default)]
pub struct Lists {
    secret: Secret,
    filter: Filter,
    groups: [Group; Group::ALL],
    tokens: Vec<Tokens>,
    /// Of all groups.
    kinds: Kinds,
    /// Removals of the vendor's that are at hand, and whether some of them could not be compared.
    feeds: usize,
    /// Those of them that are prose, which nobody read: they name no row and clear none.
    letters: usize,
    unread: bool,
}

/// The lists of one meaning together.
#[derive(Default)]
struct Group {
    set: Set,
    /// How many there are, empty ones included.
    loaded: usize,
    kinds: Kinds,
}

impl Group {
    const BUYER: usize = 0;
    const VENDOR: usize = 1;
    const EARLIER: usize = 2;
    const REMOVED: usize = 3;
    const ALL: usize = 4;
}

/// Hashed entries under one key, per group.
struct Tokens {
    hashed: Hashed,
    mac: Hmac<sha2::Sha256>,
    sets: [Set; Group::ALL],
}

impl Tokens {
    /// The first half of the token of a text.
    fn of(&self, text: &str) -> u128 {
        let token: [u8; 32] = match self.hashed {
            Hashed::Plain => sha2::Sha256::digest(text).into(),
            Hashed::Keyed(_) => {
                let mut mac = self.mac.clone();
                mac.update(text.as_bytes());
                mac.finalize().into_bytes().into()
            }
        };
        token[..16]
            .iter()
            .fold(0, |all, b| all << 8 | u128::from(*b))
    }
}

/// What the cells of a row came to: bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found(u8);

impl Found {
    /// An address or number stands there.
    const FILLED: u8 = 1 << Group::ALL;
    /// One could be compared; one could not, though lists hold its kind.
    const READ: u8 = Self::FILLED << 1;
    const ODD: u8 = Self::FILLED << 2;
    /// The vendor's name for the row stands there.
    const RECORD: u8 = Self::FILLED << 3;

    fn on(self, group: usize) -> bool {
        self.0 >> group & 1 == 1
    }

    fn is(self, bit: u8) -> bool {
        self.0 & bit != 0
    }

    /// What lists say nothing of does not answer for a cell that could not be read.
    fn compared(self) -> bool {
        self.is(Self::READ) || (self.is(Self::FILLED) && !self.is(Self::ODD))
    }
}

/// Bins of `suppression-match`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Match {
    Buyer,
    Vendor,
    NoList,
    Clear,
    Illegible,
    Blank,
}

/// Bins of `reappearance` and of `removal-match`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Removal {
    Removed,
    NoList,
    Clear,
    Illegible,
    Blank,
}

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

/// How many entries of each kind.
#[derive(Clone, Copy, Default)]
struct Kinds {
    mails: u64,
    domains: u64,
    phones: u64,
    /// The vendor's names for rows.
    records: u64,
    /// Hashes of any of them.
    tokens: u64,
}

impl Kinds {
    fn contacts(self) -> u64 {
        self.mails + self.domains + self.phones
    }

    fn all(self) -> u64 {
        self.contacts() + self.records + self.tokens
    }
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

fn keyed(nonce: Nonce) -> Hmac<sha2::Sha256> {
    // an HMAC takes keys of any length; RFC 2104 pads shorter ones with zeros, so a whole block gives the same
    let mut key = [0; 64];
    key[..32].copy_from_slice(&nonce.0);
    Hmac::<sha2::Sha256>::new(&key.into())
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
        let letter = document.at_hand() && list.is_none() && !keyless && !reviewed;
        self.letters += usize::from(letter);
        self.unread |= !document.at_hand() || (list.is_none() && !reviewed && !letter);
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

    /// Whether these are all the lists of the dossier.
    pub fn complete(&self, dossier: &Dossier) -> bool {
        let loaded: usize = self.groups.iter().map(|g| g.loaded).sum();
        let feeds = dossier.documents("removals-since-export");
        loaded == dossier.suppression.len() && self.feeds == feeds.filter(|d| d.supplied()).count()
    }

    /// An e-mail cell against all lists.
    fn mail(&self, cell: &str, buffer: &mut String) -> Found {
        if is_blank(cell) {
            return Found::default();
        }
        let hashed = !self.tokens.is_empty();
        if self.kinds.mails + self.kinds.domains == 0 && !hashed {
            return Found(Found::FILLED);
        }
        let mut found = Found::FILLED;
        let n = addresses(cell, buffer, |address, host| {
            if self.kinds.mails > 0 || hashed {
                found |= self.find(address);
            }
            let mut domain = &address[host..];
            while (self.kinds.domains > 0 || hashed) && domain.contains('.') {
                found |= self.find(domain);
                domain = domain.split_once('.').map_or("", |(_, parent)| parent);
            }
        });
        found |= if n > 0 { Found::READ } else { Found::ODD };
        // whoever hashed the address may have kept its tag
        if hashed && let Some(tagged) = tagged(cell, buffer) {
            found |= self.hashed(tagged);
        }
        Found(found)
    }

    /// A telephone cell against all lists, as the number that it was read to.
    fn phone(&self, number: phone::Phone, buffer: &mut String) -> Found {
        match number.line {
            phone::Line::Blank => Found::default(),
            _ if self.kinds.phones == 0 && self.tokens.is_empty() => Found(Found::FILLED),
            // without a calling code there is nothing to compare
            _ if number.e164 == 0 => Found(Found::FILLED | Found::ODD),
            _ => {
                buffer.clear();
                // writing to a string does not fail
                let _ = write!(buffer, "+{}", number.e164);
                Found(Found::FILLED | Found::READ | self.find(buffer))
            }
        }
    }

    /// The vendor's name for the row against all lists.
    fn record(&self, cell: &str, buffer: &mut String) -> Found {
        if is_blank(cell) {
            return Found::default();
        }
        let mut found = Found::RECORD;
        if self.kinds.records > 0 || !self.tokens.is_empty() {
            buffer.clear();
            buffer.push('#');
            if cell.is_ascii() && !cell.contains([' ', '\t']) {
                buffer.push_str(cell);
                buffer.make_ascii_lowercase();
            } else {
                buffer.push_str(&fold(cell));
            }
            found |= self.plain(buffer) | self.hashed(&buffer[1..]) | self.hashed(cell.trim());
        }
        Found(found)
    }

    /// One bit per group that holds the text.
    fn find(&self, text: &str) -> u8 {
        self.plain(text) | self.hashed(text)
    }

    fn plain(&self, text: &str) -> u8 {
        if !self.filter.may_hold(text) {
            return 0;
        }
        let key = self.secret.key(text);
        let on = |(at, group): (usize, &Group)| u8::from(group.set.contains(key)) << at;
        self.groups.iter().enumerate().map(on).fold(0, |a, b| a | b)
    }

    fn hashed(&self, text: &str) -> u8 {
        let mut found = 0;
        for tokens in &self.tokens {
            let token = tokens.of(text);
            for (at, set) in tokens.sets.iter().enumerate() {
                found |= u8::from(set.contains(token)) << at;
            }
        }
        found
    }

    /// Against the suppression lists of buyer and vendor.
    pub fn suppressed(&self, found: Found) -> Match {
        let [buyer, vendor, ..] = &self.groups;
        if found.on(Group::BUYER) {
            Match::Buyer
        } else if found.on(Group::VENDOR) {
            Match::Vendor
        } else if !found.is(Found::FILLED) {
            Match::Blank
        } else if buyer.loaded + vendor.loaded == 0 {
            Match::NoList
        } else if found.compared() {
            Match::Clear
        } else {
            Match::Illegible
        }
    }

    /// Against the rows removed from earlier deliveries.
    pub fn reappeared(&self, found: Found) -> Removal {
        let group = &self.groups[Group::EARLIER];
        group.removed(found, Group::EARLIER, group.loaded, false)
    }

    /// Against the rows that the vendor removed since the export.
    pub fn removed(&self, found: Found) -> Removal {
        let lists = self.feeds - self.letters;
        self.groups[Group::REMOVED].removed(found, Group::REMOVED, lists, self.unread)
    }
}

impl Group {
    fn removed(&self, found: Found, at: usize, lists: usize, unread: bool) -> Removal {
        // a list of nothing but the vendor's names tells nothing of a row that has none
        let Kinds {
            records, tokens, ..
        } = self.kinds;
        let named = records + tokens > 0 && found.is(Found::RECORD);
        let reached = self.kinds.contacts() + tokens > 0 && found.compared();
        let comparable = self.kinds.all() == 0 || named || reached;
        if found.on(at) {
            Removal::Removed
        } else if !found.is(Found::FILLED | Found::RECORD) {
            Removal::Blank
        } else if lists == 0 {
            Removal::NoList
        } else if comparable && !unread {
            Removal::Clear
        } else {
            Removal::Illegible
        }
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

/// Telephone numbers that are compared.
const PHONES: [Column; 5] = [
    Column::Phone,
    Column::PhoneDirect,
    Column::PhoneMobile,
    Column::PhoneHome,
    Column::CompanyPhone,
];

/// Every row against all lists, once per batch.
pub fn of_rows(batch: &Batch<'_>) -> Rc<Vec<Found>> {
    batch.memo("suppression", 0, || {
        let lists = &batch.plan.suppression;
        let mut out = vec![Found::default(); batch.rows()];
        let mut buffer = String::new();
        for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
            let mut last = ("", Found::default());
            for (o, cell) in out.iter_mut().zip(cells.iter()) {
                if cell != last.0 {
                    last = (cell, lists.mail(cell, &mut buffer));
                }
                o.0 |= last.1.0;
            }
        }
        for cells in PHONES.iter().flat_map(|c| batch.cells(*c)) {
            for (o, number) in out.iter_mut().zip(phone::of_cells(batch, &cells).iter()) {
                o.0 |= lists.phone(*number, &mut buffer).0;
            }
        }
        for cells in batch.cells(Column::RecordId) {
            for (o, cell) in out.iter_mut().zip(cells.iter()) {
                o.0 |= lists.record(cell, &mut buffer).0;
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::country::Country;
    use crate::record::dossier::Suppression;

    fn lists(texts: &[(&str, &str)]) -> (Dossier, Result<(Lists, Vec<Error>)>) {
        let mut dossier = Dossier::default();
        for (owner, text) in texts {
            let mut list = Suppression::new(*text);
            list.owner = (*owner).into();
            dossier.suppression.push(list);
        }
        let read = |text: &str| (text != "missing").then(|| text.as_bytes().to_vec());
        let loaded = load(&mut dossier, &read);
        (dossier, loaded)
    }

    #[test]
    fn matching_errs_towards_withholding() {
        let (dossier, loaded) = lists(&[
            (
                "buyer",
                "# sperrliste\nAnna.Muster+news@Firma-Beispiel.de\n@exemple-gros.fr\r\n+49 30 23125123\n",
            ),
            ("vendor", "\"müller-beispiel.de\";\n"),
        ]);
        let (lists, warnings) = loaded.expect("loads");
        assert_eq!(warnings, []);
        assert_eq!(dossier.suppression[0].entries, 3);
        let mut buffer = String::new();
        for (cell, want) in [
            ("anna.muster@firma-beispiel.de", Match::Buyer),
            (" ANNA.MUSTER+x+y@FIRMA-BEISPIEL.DE ", Match::Buyer),
            (
                "ben@firma-beispiel.de; mailto:anna.muster@firma-beispiel.de",
                Match::Buyer,
            ),
            ("Anna <anna.muster@firma-beispiel.de>", Match::Buyer),
            ("x@mail.exemple-gros.fr", Match::Buyer),
            ("x@müller-beispiel.de", Match::Vendor),
            ("x@notexemple-gros.fr", Match::Clear),
            ("ben@firma-beispiel.de", Match::Clear),
            ("anna.muster", Match::Illegible),
            ("n/a", Match::Blank),
        ] {
            assert_eq!(
                lists.suppressed(lists.mail(cell, &mut buffer)),
                want,
                "{cell}"
            );
        }
        let home = Country::from_code("DE");
        for (cell, home, want) in [
            ("030 / 231 251 23", home, Match::Buyer),
            ("0049 30 23125123", None, Match::Buyer),
            ("030 23125124", home, Match::Clear),
            ("030 23125123", None, Match::Illegible),
            ("", home, Match::Blank),
        ] {
            assert_eq!(
                lists.suppressed(lists.phone(phone::read(cell, home), &mut buffer)),
                want,
                "{cell}"
            );
        }
    }

    #[test]
    fn a_list_that_cannot_be_used_ends_the_run_and_a_spoilt_line_is_told() {
        let refused = |text| lists(&[("buyer", text)]).1.err().map(|e| e.0[0].code.id);
        assert_eq!(refused("missing"), Some("BEL-D021"));
        assert_eq!(refused("PK\u{3}\u{4} workbook"), Some("BEL-D021"));
        assert_eq!(refused(""), None);
        let (dossier, loaded) = lists(&[("buyer", "email\na@firma-beispiel.de\n0171 39200\n")]);
        let (_, warnings) = loaded.expect("loads");
        assert_eq!(warnings.len(), 1);
        assert_eq!(warnings[0].at.as_ref().and_then(|p| p.line), Some(1));
        let list = &dossier.suppression[0];
        assert_eq!((list.entries, list.unread, list.hmac), (1, 2, None));
    }

    #[test]
    fn the_digest_hangs_on_the_nonce() {
        // RFC 4231 test case 2 has a short key; HMAC pads it with zeros, as the nonce does here
        let mut nonce = [0; 32];
        nonce[..4].copy_from_slice(b"Jefe");
        let mut mac = keyed(Nonce(nonce));
        mac.update(b"what do ya want for nothing?");
        assert_eq!(
            Sha256(mac.finalize().into_bytes().into()).hex(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn hashed_lines_match_under_the_key_that_made_them() {
        let forms = [
            "anna.lind@nordwerk-beispiel.de",
            "ben+news@hallbruck-beispiel.de",
            "tannfeld-beispiel.de",
            "+493023125123",
        ];
        let nonce = Nonce([7; 32]);
        for hashed in [Hashed::Plain, Hashed::Keyed(nonce)] {
            let tokens = Tokens {
                hashed,
                mac: keyed(nonce),
                sets: Default::default(),
            };
            let lines: Vec<String> = forms
                .iter()
                .map(|f| format!("{:032X}{}", tokens.of(f), "0".repeat(32)))
                .collect();
            let text = lines.join("\n");
            let with = |key| {
                let mut dossier = Dossier::default();
                let mut list = Suppression::new(text.as_str());
                list.hashed = key;
                dossier.suppression.push(list);
                load(&mut dossier, &|t| Some(t.as_bytes().to_vec()))
            };
            let (lists, warnings) = with(Some(hashed)).expect("loads");
            assert_eq!(warnings, []);
            let mut buffer = String::new();
            for (cell, want) in [
                ("Anna.Lind+x@nordwerk-beispiel.de", Match::Buyer),
                ("BEN+news@hallbruck-beispiel.de", Match::Buyer),
                ("ben@hallbruck-beispiel.de", Match::Clear),
                ("x@post.tannfeld-beispiel.de", Match::Buyer),
                ("ben", Match::Illegible),
            ] {
                let found = lists.mail(cell, &mut buffer);
                assert_eq!(lists.suppressed(found), want, "{cell}");
            }
            let found = lists.phone(phone::read("+49 30 23125123", None), &mut buffer);
            assert_eq!(lists.suppressed(found), Match::Buyer);
            // under another key nothing would match, and without one nobody knows
            let other = Hashed::Keyed(Nonce([8; 32]));
            let (lists, _) = with(Some(other)).expect("loads");
            let found = lists.mail(forms[0], &mut buffer);
            assert_eq!(lists.suppressed(found), Match::Clear);
            assert!(with(None).is_err());
        }
    }

    /// RFC 2202 has no SHA-256; this is the token as `printf %s … | openssl dgst -sha256 -hmac` prints it.
    #[test]
    fn a_token_is_the_hash_of_the_compared_form() {
        let plain = Tokens {
            hashed: Hashed::Plain,
            mac: keyed(Nonce([0; 32])),
            sets: Default::default(),
        };
        assert_eq!(plain.of("abc"), 0xba78_16bf_8f01_cfea_4141_40de_5dae_2223);
    }
}
