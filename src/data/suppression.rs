//! Suppression lists: who must not be written to, whatever else is found.
//!
//! Matching errs towards withholding: addresses are compared in lower case without any `+tag`, a domain
//! covers every address under it, numbers are compared in E.164. A list that is named and cannot be read ends the run,
//! for going on without it would let its people through.
//!
//! In memory a list is a table of keyed hashes; in the dossier it is its owner, its day, how many entries it has, and
//! an HMAC of the file under the dossier's nonce. A plain digest would let anyone who has the record try out whether a
//! short list is the one that he guesses. Without a nonce there is therefore no digest at all: what is not written
//! cannot be guessed, and two runs still give the same bytes.

use std::fmt::Write as _;
use std::hash::BuildHasher as _;

use hmac::{Hmac, KeyInit as _, Mac as _};

use super::blank::is_blank;
use super::keys::Secret;
use super::mail::ascii_domain;
use super::phone;
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::record::dossier::{Dossier, Nonce};
use crate::text;

/// All lists of a dossier, by owner.
#[derive(Default)]
pub struct Lists {
    secret: Secret,
    filter: Filter,
    buyer: Set,
    vendor: Set,
    /// How many there are, empty ones included.
    loaded: usize,
    mails: bool,
    domains: bool,
    phones: bool,
}

/// What a comparison came to, worst first: positions in the bins of `suppression-match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Match {
    Buyer,
    Vendor,
    NoList,
    Clear,
    Illegible,
    Blank,
}

/// One line of a list.
enum Entry {
    Address(String),
    Domain(String),
    Phone(u64),
}

/// Loads the lists that the dossier names, and notes in it what may be said of them. `read` gives the bytes of a file.
///
/// # Errors
/// BEL-D021: a list is not at hand, or none of its lines is an entry. Warnings: BEL-D022, lines that are none.
pub fn load(
    dossier: &mut Dossier,
    read: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<(Lists, Vec<Error>)> {
    let mut lists = Lists::default();
    let (mut buyer, mut vendor, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut errors, mut warnings) = (Vec::new(), Vec::new());
    let nonce = dossier.nonce;
    for list in &mut dossier.suppression {
        lists.loaded += 1;
        let place = || Place::file(printable(&list.path));
        let unreadable = |en: &str, de: &str| {
            Error::new(&code::SUPPRESSION_UNREADABLE, text!("{en}", "{de}")).at(place())
        };
        let Some(bytes) = read(&list.path) else {
            errors.push(unreadable(
                "this suppression list is not at hand",
                "diese Sperrliste liegt nicht vor",
            ));
            continue;
        };
        let keys = if list.owner == "vendor" {
            &mut vendor
        } else {
            &mut buyer
        };
        let mut first = None;
        let text = decode(&bytes);
        for (n, line) in text.split(['\n', '\r']).enumerate() {
            let line =
                line.trim_matches(|c: char| c.is_whitespace() || "\"';,\u{feff}".contains(c));
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match entry(line) {
                Some(entry) => {
                    list.entries += 1;
                    lists.mails |= matches!(entry, Entry::Address(_));
                    lists.domains |= matches!(entry, Entry::Domain(_));
                    lists.phones |= matches!(entry, Entry::Phone(_));
                    let text = match entry {
                        Entry::Address(text) | Entry::Domain(text) => text,
                        Entry::Phone(number) => format!("+{number}"),
                    };
                    keys.push(lists.secret.key(&text));
                    hashes.push(lists.filter.hash.hash_one(text.as_str()));
                }
                None => {
                    list.unread += 1;
                    first.get_or_insert(n as u64 + 1);
                }
            }
        }
        if list.entries == 0 && list.unread > 0 {
            errors.push(unreadable(
                "no line of this suppression list is an entry",
                "keine Zeile dieser Sperrliste ist ein Eintrag",
            ));
        } else if let Some(line) = first {
            let n = list.unread;
            warnings.push(
                Error::new(
                    &code::SUPPRESSION_LINES,
                    text!(
                        "lines of this suppression list that match nothing: {n}",
                        "Zeilen dieser Sperrliste, die nichts treffen: {n}"
                    ),
                )
                .at(Place {
                    line: Some(line),
                    ..place()
                }),
            );
        }
        list.hmac = nonce.map(|n| hmac(n, &bytes));
    }
    lists.filter.fill(&hashes);
    lists.buyer = Set::new(buyer);
    lists.vendor = Set::new(vendor);
    if errors.is_empty() {
        Ok((lists, warnings))
    } else {
        Err(Errors(errors))
    }
}

/// Text of a plain file: by its byte order mark, as UTF-8, else as Windows-1252.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

fn hmac(nonce: Nonce, bytes: &[u8]) -> Sha256 {
    // an HMAC takes keys of any length
    let mut mac = Hmac::<sha2::Sha256>::new(&padded(nonce).into());
    mac.update(bytes);
    Sha256(mac.finalize().into_bytes().into())
}

/// The nonce as a whole block: RFC 2104 pads shorter keys with zeros, so the HMAC is the same.
fn padded(nonce: Nonce) -> [u8; 64] {
    let mut key = [0; 64];
    key[..32].copy_from_slice(&nonce.0);
    key
}

fn entry(line: &str) -> Option<Entry> {
    if let Some(domain) = line.strip_prefix('@').or(line.strip_prefix("*@")) {
        return Some(Entry::Domain(ascii_domain(domain)?.into_owned()));
    }
    if line.contains('@') {
        let mut found = None;
        let mut buffer = String::new();
        let n = addresses(line, &mut buffer, |address, _| {
            found = Some(address.to_owned());
        });
        return found.filter(|_| n == 1).map(Entry::Address);
    }
    let number = phone::read(line, None).e164;
    if number != 0 {
        return Some(Entry::Phone(number));
    }
    let domain = line.strip_prefix("*.").unwrap_or(line);
    Some(Entry::Domain(ascii_domain(domain)?.into_owned()))
}

/// Gives every address in a text to `each`, in the form that is compared, with the position of its domain; how many
/// there were.
fn addresses(text: &str, buffer: &mut String, mut each: impl FnMut(&str, usize)) -> usize {
    if text.bytes().all(|b| ALONE[usize::from(b)]) {
        return usize::from(address(text, buffer, &mut each));
    }
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '|' | '"');
    text.split(between)
        .filter(|part| address(part, buffer, &mut each))
        .count()
}

/// Bytes that stand between no two addresses: most cells hold nothing else, and need not be cut.
const ALONE: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 128 {
        table[b] = (b as u8).is_ascii_alphanumeric()
            || matches!(b as u8, b'.' | b'_' | b'-' | b'+' | b'@');
        b += 1;
    }
    table
};

/// One address in the form that is compared: no `mailto:`, no tag, small letters; false if it is none.
fn address(part: &str, buffer: &mut String, each: &mut impl FnMut(&str, usize)) -> bool {
    let Some((local, host)) =
        memchr::memrchr(b'@', part.as_bytes()).map(|at| (&part[..at], &part[at + 1..]))
    else {
        return false;
    };
    let local = match local.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &local[7..],
        _ => local,
    };
    let local = match memchr::memchr(b'+', local.as_bytes()) {
        // a tag alone is no mailbox to compare
        Some(at) if at > 0 => &local[..at],
        _ => local,
    };
    let Some(host) = ascii_domain(host.trim_end_matches('.')) else {
        return false;
    };
    if local.is_empty() {
        return false;
    }
    buffer.clear();
    if local.is_ascii() {
        buffer.push_str(local);
        buffer.make_ascii_lowercase();
    } else {
        buffer.push_str(&local.to_lowercase());
    }
    buffer.push('@');
    let at = buffer.len();
    buffer.push_str(&host);
    each(buffer, at);
    true
}

impl Lists {
    /// Whether these are all the lists of the dossier.
    pub fn complete(&self, dossier: &Dossier) -> bool {
        self.loaded == dossier.suppression.len()
    }

    /// Whether any list holds addresses or domains.
    pub fn compares_mails(&self) -> bool {
        self.mails || self.domains
    }

    /// Whether any list holds numbers.
    pub fn compares_phones(&self) -> bool {
        self.phones
    }

    /// An e-mail cell against all lists.
    pub fn mail(&self, cell: &str, buffer: &mut String) -> Match {
        if is_blank(cell) {
            return Match::Blank;
        }
        if self.loaded == 0 {
            return Match::NoList;
        }
        if !self.compares_mails() {
            return Match::Clear;
        }
        let mut worst = Match::Clear;
        let n = addresses(cell, buffer, |address, host| {
            if self.mails {
                worst = worst.min(self.find(address));
            }
            let mut domain = &address[host..];
            while self.domains && domain.contains('.') {
                worst = worst.min(self.find(domain));
                domain = domain.split_once('.').map_or("", |(_, parent)| parent);
            }
        });
        if n == 0 { Match::Illegible } else { worst }
    }

    /// A telephone cell against all lists, as the number that it was read to.
    pub fn phone(&self, number: phone::Phone, buffer: &mut String) -> Match {
        match number.line {
            phone::Line::Blank => Match::Blank,
            _ if self.loaded == 0 => Match::NoList,
            _ if !self.phones => Match::Clear,
            // without a calling code there is nothing to compare
            _ if number.e164 == 0 => Match::Illegible,
            _ => {
                buffer.clear();
                // writing to a string does not fail
                let _ = write!(buffer, "+{}", number.e164);
                self.find(buffer)
            }
        }
    }

    fn find(&self, text: &str) -> Match {
        if !self.filter.may_hold(text) {
            return Match::Clear;
        }
        let key = self.secret.key(text);
        if self.buyer.contains(key) {
            Match::Buyer
        } else if self.vendor.contains(key) {
            Match::Vendor
        } else {
            Match::Clear
        }
    }
}

/// A quick no: a bit per entry, at a place that a fast hash gives. What it does not rule out is looked up by its key.
#[derive(Default)]
struct Filter {
    hash: foldhash::fast::RandomState,
    bits: Vec<u64>,
}

impl Filter {
    /// From the hashes of all entries; at least sixteen bits for each.
    fn fill(&mut self, hashes: &[u64]) {
        let words = (hashes.len() / 4 + 1).next_power_of_two();
        self.bits = vec![0; words];
        for hash in hashes {
            let (word, bit) = self.place(*hash);
            self.bits[word] |= bit;
        }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        (
            (hash >> 6) as usize & (self.bits.len() - 1),
            1 << (hash & 63),
        )
    }

    fn may_hold(&self, text: &str) -> bool {
        if self.bits.is_empty() {
            return false;
        }
        let (word, bit) = self.place(self.hash.hash_one(text));
        self.bits[word] & bit != 0
    }
}

/// Keys in order, with the place where those of equal leading bits begin: one look into memory per question, and
/// 20 bytes per entry.
#[derive(Default)]
struct Set {
    keys: Vec<u128>,
    starts: Vec<u32>,
    bits: u32,
}

impl Set {
    fn new(mut keys: Vec<u128>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        keys.shrink_to_fit();
        // about one key per place; a list has fewer entries than a `u32` counts
        let bits = keys.len().max(1).ilog2().min(28);
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for place in 0..1_u128 << bits {
            let begins = |k: &u128| Self::place(*k, bits) < place;
            starts.push(keys.partition_point(begins) as u32);
        }
        starts.push(keys.len() as u32);
        Self { keys, starts, bits }
    }

    /// The leading bits of a key.
    fn place(key: u128, bits: u32) -> u128 {
        key.checked_shr(128 - bits).unwrap_or(0)
    }

    fn contains(&self, key: u128) -> bool {
        let place = Self::place(key, self.bits) as usize;
        match self.starts.get(place..place + 2) {
            Some([from, to]) => self.keys[*from as usize..*to as usize].contains(&key),
            _ => false,
        }
    }
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
            assert_eq!(lists.mail(cell, &mut buffer), want, "{cell}");
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
                lists.phone(phone::read(cell, home), &mut buffer),
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
        assert_eq!(
            hmac(Nonce(nonce), b"what do ya want for nothing?").hex(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        for n in [0_u128, 1, 2, 3, 1_000] {
            let spread = |i: u128| i.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
            let set = Set::new((0..n).map(spread).collect());
            for i in 0..n {
                assert!(set.contains(spread(i)), "{i} of {n}");
            }
            assert!(!set.contains(spread(n)) && !set.contains(u128::MAX), "{n}");
        }
    }

    /// A cell that is one address is not cut; the cutting way, forced by a blank at its end, comes to the same.
    #[test]
    fn whole_cells_and_cut_ones_agree() {
        let seen = |text: &str| {
            let (mut buffer, mut found) = (String::new(), Vec::new());
            let n = addresses(text, &mut buffer, |a, at| found.push((a.to_owned(), at)));
            (n, found)
        };
        for cell in [
            "Anna.Muster@Nordwerk-Beispiel.de",
            "anna+tag@nordwerk-beispiel.de",
            "+@nordwerk-beispiel.de",
            "a@b@nordwerk-beispiel.de",
            "@nordwerk-beispiel.de",
            "anna@nordwerk-beispiel.de.",
            "anna@-beispiel.de",
            "anna",
            "a@b",
            "",
        ] {
            assert_eq!(seen(cell), seen(&format!("{cell} ")), "{cell}");
        }
    }
}
