//! Lists that rows are looked up in: who must not be written to, whatever else is found, and which rows were removed.
//!
//! Matching errs towards withholding: addresses are compared in lower case without any `+tag`, a domain covers every
//! address under it, numbers are compared in E.164. A suppression list that is named and cannot be read ends the run,
//! for going on without it would let its people through; what the vendor sends as removals cannot break a run, it only
//! proves nothing.
//!
//! In memory a list is a table of keyed hashes, read line by line ([`set`]): ten million entries take 230 megabytes,
//! and 320 while they are read. In the dossier it is its owner, its day, how many entries it has, and an HMAC of the
//! file under the dossier's nonce. A plain digest would let anyone who has the record try out whether a short list is
//! the one that he guesses. Without a nonce there is therefore no digest at all: what is not written cannot be guessed,
//! and two runs still give the same bytes.
//!
//! A line may be the SHA-256 or HMAC-SHA256 of the compared form, if the dossier says how the list is hashed.

mod entry;
mod lines;
mod load;
mod set;

use std::fmt::Write as _;
use std::rc::Rc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Digest as _;

pub use self::load::{load, load_from};

use self::entry::{addresses, tagged};
use self::set::Set;
use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::filter::Filter;
use super::keys::Secret;
use super::{mail, phone};
use crate::record::column::Column;
use crate::record::dossier::{Dossier, Hashed, Nonce};

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

fn keyed(nonce: Nonce) -> Hmac<sha2::Sha256> {
    // an HMAC takes keys of any length; RFC 2104 pads shorter ones with zeros, so a whole block gives the same
    let mut key = [0; 64];
    key[..32].copy_from_slice(&nonce.0);
    Hmac::<sha2::Sha256>::new(&key.into())
}

impl Lists {
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
        self.groups[Group::REMOVED].removed(found, Group::REMOVED, self.feeds, self.unread)
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
    use crate::base::digest::Sha256;
    use crate::base::error::{Error, Result};
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
