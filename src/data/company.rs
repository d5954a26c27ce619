//! The employer that a row names: its name without the legal form, its own web addresses, and whether a host belongs to
//! it.
//!
//! Names are compared by words that tell companies apart: `Nordwerk` of "Nordwerk Maschinenbau GmbH". Two spellings of
//! one letter are one: `ä` and `ae`, `ø` and `oe`.

use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::is_blank;
use super::country;
use super::frame::Cells;
use super::letters::{self, Umlaut};
use super::mail::{self, Class, Domain, Hosts, Shared};
use super::subscriber::{Form, Reader, is_unreadable};
use super::trader;
use crate::record::column::Column;

/// How a host belongs to an employer: bins of `mail-match`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Bond {
    Mismatch,
    ConsumerMailbox,
    NotComparable,
    NameToken,
    SameLabel,
    SameRegistrable,
    SameHost,
    Illegible,
    Blank,
}

impl Bond {
    /// Something of the row connects the host with the employer.
    pub fn holds(self) -> bool {
        matches!(
            self,
            Self::NameToken | Self::SameLabel | Self::SameRegistrable | Self::SameHost
        )
    }
}

/// The company's name in one row.
#[derive(Clone, Copy)]
struct Name {
    /// Its words, without the legal form, in [`Names::text`].
    start: u32,
    end: u32,
    form: Option<Form>,
    /// There is no form, and it is made like a person's name.
    personal: bool,
    said: Said,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Name,
    /// Something stands there that is no name.
    Illegible,
    Blank,
}

/// The companies' names of a batch.
pub struct Names {
    /// Plain words, each followed by a blank.
    text: String,
    rows: Vec<Name>,
}

impl Names {
    /// Made once per batch.
    pub fn of(batch: &Batch<'_>) -> Rc<Vec<Self>> {
        batch.memo("company::names", 0, || vec![Self::read(batch)])
    }

    fn read(batch: &Batch<'_>) -> Self {
        let mut out = Self {
            text: String::new(),
            rows: Vec::with_capacity(batch.rows()),
        };
        let blank = Name {
            start: 0,
            end: 0,
            form: None,
            personal: false,
            said: Said::Blank,
        };
        let cells = batch.cells(Column::CompanyName);
        let Some(cells) = cells.first() else {
            out.rows.resize(batch.rows(), blank);
            return out;
        };
        let countries = country::of_rows(batch);
        let mut reader = Reader::default();
        // neighbours are often of one company
        let mut last = ("", None, blank);
        for (text, said) in cells.iter().zip(countries.iter()) {
            let home = said.country();
            if (text, home) != (last.0, last.1) {
                let name = match text {
                    text if is_blank(text) => blank,
                    text => out.push(text, home, &mut reader),
                };
                last = (text, home, name);
            }
            out.rows.push(last.2);
        }
        out
    }

    fn push(&mut self, text: &str, home: Option<country::Country>, reader: &mut Reader) -> Name {
        reader.load(text);
        let found = reader.found(home);
        let start = self.text.len() as u32;
        for (at, word) in reader.words().enumerate() {
            if found.is_none_or(|(_, from, to)| !(from..to).contains(&at)) {
                self.text.push_str(word);
                self.text.push(' ');
            }
        }
        Name {
            start,
            end: self.text.len() as u32,
            form: found.map(|(form, ..)| form),
            personal: found.is_none() && trader::is_made_like_a_person(reader.words()),
            said: match is_unreadable(text) {
                true => Said::Illegible,
                false => Said::Name,
            },
        }
    }

    /// Equal for rows of one name; not for all of them.
    pub fn place(&self, row: usize) -> (u32, u32) {
        (self.rows[row].start, self.rows[row].end)
    }

    /// The legal form that the name carries.
    pub fn form(&self, row: usize) -> Option<Form> {
        self.rows[row].form
    }

    /// It has no legal form and is made like a person's name.
    pub fn is_personal(&self, row: usize) -> bool {
        self.rows[row].personal
    }

    /// Something stands there that is no name.
    pub fn is_illegible(&self, row: usize) -> bool {
        self.rows[row].said == Said::Illegible
    }

    /// Plain words of the name without the legal form; `&` and `+` are words too.
    pub fn words(&self, row: usize) -> impl Iterator<Item = &str> + Clone {
        let name = self.rows[row];
        let text = self.text.get(name.start as usize..name.end as usize);
        text.unwrap_or("").split_ascii_whitespace()
    }

    /// The name by which companies are told apart, however they write it: written to `out`, empty without a name.
    pub fn bare(&self, row: usize, out: &mut String) {
        out.clear();
        if self.is_illegible(row) {
            return;
        }
        self.words(row)
            .filter(|w| !joins(w))
            .for_each(|w| push_one(out, w));
    }
}

/// Words that join names and are none.
pub fn joins(word: &str) -> bool {
    matches!(
        word,
        "&" | "und" | "and" | "et" | "y" | "e" | "en" | "och" | "og" | "i"
    )
}

/// Appends a plain word in the one spelling that is compared: `ae` and `aa` as `a`, `oe` as `o`, `ue` as `u`.
fn push_one(out: &mut String, word: &str) {
    let mut last = ' ';
    for c in word.chars().filter(|c| *c != '&') {
        match (last, c) {
            ('a' | 'o' | 'u', 'e') | ('a', 'a') => {}
            _ => out.push(c),
        }
        last = c;
    }
}

/// A plain word in that spelling.
pub fn one(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    push_one(&mut out, word);
    out
}

/// Words that many companies have in their names: what they are, what they do, where.
const COMMON: &str = "
    group company companies corporation corporate holding holdings international global worldwide services service
    solutions solution consulting consultants partners partner management systems system technology technologies tech
    software digital media marketing industries industry industrial engineering trading trade logistics construction
    energy health care medical pharma insurance bank finance financial capital invest investment real estate properties
    property foundation institute academy school university college hospital clinic hotel restaurant travel design
    studio agency the of for new european europe world network data tools works factory products machines example
    firm business enterprise enterprises
    gruppe firma unternehmen gesellschaft verwaltung beteiligung beteiligungs vertrieb vertriebs handel handels
    handelsgesellschaft dienstleistungen dienstleistung beratung technik maschinenbau anlagenbau metallbau stahlbau bau
    hochbau tiefbau elektro elektrotechnik industrie logistik spedition transport transporte energie versicherung
    versicherungen immobilien stadtwerke stadt gemeinde kreis verein verband stiftung institut schule universitat klinik
    krankenhaus praxis kanzlei apotheke autohaus haus werk werke der die das fur am im von zu beispiel muster
    deutschland deutsche deutscher germany german osterreich austria schweiz swiss suddeutsche nord sud ost west
    pumpen antriebe ventile guss stahl
    groupe societe entreprise compagnie conseil conseils industries systemes france francaise francais exemple les des de
    la le du sur mecanique outils
    grupo empresa compania sociedad servicios soluciones consultoria industrias espana espanola ejemplo los las el
    gruppo societa azienda servizi soluzioni consulenza industria italia italiana esempio di del della
    groep bedrijf diensten beheer nederland techniek bouw voorbeeld van het
    grupa spolka uslugi przedsiebiorstwo zaklad polska przyklad
    gruppen bolag foretag tjanster sverige exempel eksempel
    servicos portugal exemplo do da
    berlin hamburg munchen munich koln cologne frankfurt stuttgart wien vienna zurich paris lyon london madrid barcelona
    milano roma amsterdam warszawa stockholm lisboa
";

static COMMONS: LazyLock<HashSet<String>> =
    LazyLock::new(|| COMMON.split_whitespace().map(one).collect());

/// Whether many companies have a plain word in their names.
pub fn is_common(word: &str) -> bool {
    COMMONS.contains(&one(word))
}

/// Whether a registered label bears a company's name; none if the name has no word that could be compared.
fn bears(label: &str, words: impl Iterator<Item = impl AsRef<str>>) -> Option<bool> {
    let decoded = match label.get(..4) {
        Some(mark) if mark.eq_ignore_ascii_case("xn--") => {
            Cow::Owned(idna::domain_to_unicode(label).0)
        }
        _ => Cow::Borrowed(label),
    };
    let parts: Vec<String> = decoded
        .split('-')
        .map(|part| one(&letters::plain(part, Umlaut::One)))
        .filter(|part| !part.is_empty())
        .collect();
    let whole = parts.concat();
    // a name in Greek or Cyrillic letters is not compared with a label that is typed in Latin ones
    let all: Vec<String> = words
        .map(|w| w.as_ref().to_owned())
        .filter(|w| !joins(w))
        .map(|w| one(&w))
        .filter(|w| !w.is_empty() && w.is_ascii() == whole.is_ascii())
        .collect();
    let telling: Vec<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|w| !COMMONS.contains(*w))
        .collect();
    if whole.is_empty() || all.is_empty() {
        return None;
    }
    let joined = all.concat();
    let told = telling.concat();
    let initials: String = all.iter().filter_map(|w| w.chars().next()).collect();
    let short = initials.chars().count();
    let word = |w: &str| {
        (w.len() >= 3 && parts.iter().any(|p| p == w))
            || (w.len() >= 4 && whole.starts_with(w))
            || (w.len() >= 5 && whole.ends_with(w))
            || (whole.len() >= 5 && w.starts_with(whole.as_str()))
    };
    let found = joined == whole
        || told == whole
        || (whole.len() >= 4 && (joined.starts_with(&whole) || told.starts_with(&whole)))
        || (whole.len() >= 6 && joined.ends_with(&whole))
        || telling.iter().any(|w| word(w))
        || (short >= 2 && initials == whole)
        || (short >= 3 && parts.contains(&initials))
        || all.iter().all(|w| parts.contains(w));
    match found {
        true => Some(true),
        // nothing but words that every second company has
        false if telling.iter().all(|w| w.len() < 2) => None,
        false => Some(false),
    }
}

/// The host of a web address or domain as a list writes it.
pub fn host(text: &str) -> Option<&str> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let start = match memchr::memchr(b':', bytes) {
        Some(at) if bytes[at..].starts_with(b"://") => at + 3,
        _ => bytes.iter().take_while(|b| **b == b'/').count(),
    };
    let (mut from, mut to) = (start, bytes.len());
    let (mut dot, mut letter) = (false, false);
    for (at, b) in bytes.iter().enumerate().skip(start) {
        match b {
            b'/' | b'?' | b'#' | b'\\' => {
                to = to.min(at);
                break;
            }
            // a user before the host, a port after it
            b'@' => (from, to) = (at + 1, bytes.len()),
            b':' => to = to.min(at),
            b'.' => dot = true,
            b if b.is_ascii_whitespace() => return None,
            b if b.is_ascii_alphabetic() || !b.is_ascii() => letter = true,
            _ => {}
        }
    }
    let rest = text.get(from..to)?.trim_end_matches('.');
    let rest = match rest.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") && rest[4..].contains('.') => &rest[4..],
        _ => rest,
    };
    (dot && letter && rest.contains('.') && rest.len() <= 253).then_some(rest)
}

/// Hosts where many keep a page of their own: they are nobody's own domain.
const PLATFORMS: [&str; 14] = [
    "facebook.com",
    "fb.com",
    "google.com",
    "instagram.com",
    "linkedin.com",
    "linktr.ee",
    "pinterest.com",
    "tiktok.com",
    "twitter.com",
    "viadeo.com",
    "wikipedia.org",
    "x.com",
    "xing.com",
    "youtube.com",
];

/// What somebody registered of a host in lower case, and the label that tells it from others. Under a shared host that
/// is the whole host, and the tenant's label.
fn registered(domain: Domain, host: &str) -> (&str, &str) {
    match domain.shared {
        Shared::No => (domain.giver_of(host), domain.label_of(host)),
        _ => (host, domain.tenant_of(host)),
    }
}

/// The hosts with which a row's employer is compared.
pub struct Employers<'a> {
    names: Rc<Vec<Names>>,
    sites: Vec<Cells<'a>>,
}

impl<'a> Employers<'a> {
    pub fn of(batch: &Batch<'a>) -> Self {
        Self {
            names: Names::of(batch),
            sites: [Column::CompanyDomain, Column::CompanyWebsite]
                .iter()
                .flat_map(|c| batch.cells(*c))
                .collect(),
        }
    }

    pub fn names(&self) -> &Names {
        &self.names[0]
    }

    /// How a host in lower case belongs to the employer of a row: the best of what its web addresses and its name say.
    pub fn bond(&self, row: usize, host: &str, domain: Domain, hosts: &mut Hosts<'_>) -> Bond {
        let (own, label) = registered(domain, host);
        let mut best = Bond::NotComparable;
        for cells in &self.sites {
            let Some(site) = self::host(cells.get(row)) else {
                continue;
            };
            if site.eq_ignore_ascii_case(host) {
                return Bond::SameHost;
            }
            let (site, known) = hosts.get(site);
            let (other, tag) = registered(known, &site);
            let found = if other == own {
                Bond::SameRegistrable
            } else if !label.is_empty() && tag == label {
                Bond::SameLabel
            } else if known.class.is_consumer()
                || matches!(known.class, Class::HostedSubdomain | Class::Illegible)
                || PLATFORMS.contains(&other)
            {
                Bond::NotComparable
            } else {
                Bond::Mismatch
            };
            best = match (best, found) {
                (Bond::NotComparable, found) => found,
                (best, Bond::NotComparable) => best,
                (best, found) => best.max(found),
            };
        }
        if best.holds() {
            return best;
        }
        let names = self.names();
        if names.is_illegible(row) {
            return best;
        }
        match bears(label, names.words(row)) {
            Some(true) => Bond::NameToken,
            Some(false) => Bond::Mismatch,
            None => best,
        }
    }
}

/// How the addresses of a column belong to the employers; made once per batch.
pub fn bonds(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Bond>> {
    batch.memo("company::bonds", cells.slot.position, || {
        let mails = mail::of_cells(batch, cells);
        let employers = Employers::of(batch);
        mail::hosts(batch, |hosts| {
            let bond = |(row, mail): (usize, &mail::Mail)| {
                let class = mail.domain.class;
                let Some(host) = mail.host(cells.get(row)) else {
                    return match mail.syntax {
                        mail::Syntax::Blank => Bond::Blank,
                        _ => Bond::Illegible,
                    };
                };
                if class == Class::Illegible {
                    return Bond::Illegible;
                }
                if class.is_consumer() && class != Class::IspMixed {
                    return Bond::ConsumerMailbox;
                }
                let plain = |b: u8| b.is_ascii() && !b.is_ascii_uppercase();
                let (host, domain) = match host.bytes().all(plain) {
                    true => (Cow::Borrowed(host), mail.domain),
                    false => hosts.get(host),
                };
                match employers.bond(row, &host, domain, hosts) {
                    // staff and customers of one operator: only the operator's own site makes it staff
                    found if class == Class::IspMixed && found < Bond::SameRegistrable => {
                        Bond::ConsumerMailbox
                    }
                    found => found,
                }
            };
            mails.iter().enumerate().map(bond).collect()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(label: &str, name: &str) -> Option<bool> {
        let mut reader = Reader::default();
        reader.load(name);
        let found = reader.found(None);
        let words: Vec<String> = reader
            .words()
            .enumerate()
            .filter(|(at, _)| found.is_none_or(|(_, from, to)| !(from..to).contains(at)))
            .map(|(_, w)| w.to_owned())
            .collect();
        bears(label, words.iter())
    }

    #[test]
    fn labels_that_bear_a_name() {
        for (label, name, want) in [
            ("nordwerk-beispiel", "Nordwerk Beispiel GmbH", Some(true)),
            (
                "nordwerk",
                "Nordwerk Maschinenbau GmbH & Co. KG",
                Some(true),
            ),
            ("nordwerkgroup", "Nordwerk AG", Some(true)),
            ("faehrkamp-beispiel", "Fährkamp Beispiel AG", Some(true)),
            ("fahrkamp", "Fährkamp Beispiel AG", Some(true)),
            ("xn--fhrkamp-5wa", "Faehrkamp AG", Some(true)),
            ("autohaus-muellner", "Müllner Automobile e.K.", Some(true)),
            ("vmf", "Vereinigte Maschinen Fabriken AG", Some(true)),
            ("vmf-group", "Vereinigte Maschinen Fabriken AG", Some(true)),
            (
                "beispiel-maschinenbau-beispiel",
                "Beispiel Maschinenbau AG",
                Some(true),
            ),
            ("firma-beispiel", "Firma Beispiel GmbH", Some(true)),
            // what every second company is called connects nobody
            ("hallbruck-beispiel", "Nordwerk Beispiel GmbH", Some(false)),
            ("technik-beispiel", "Beispiel Handel GmbH", None),
            ("realabc", "ABC Sp. z o.o.", Some(false)),
            ("posthaus", "Nordwerk", Some(false)),
            ("paradeigma", "Παράδειγμα ΑΕ", None),
            ("nordwerk", "", None),
            ("", "Nordwerk", None),
        ] {
            assert_eq!(named(label, name), want, "{label}: {name}");
        }
    }

    #[test]
    fn hosts_of_web_addresses() {
        for (text, want) in [
            (
                "https://www.Nordwerk-Beispiel.de/impressum?x=1",
                Some("Nordwerk-Beispiel.de"),
            ),
            ("nordwerk-beispiel.de", Some("nordwerk-beispiel.de")),
            (
                "//shop.nordwerk-beispiel.de:8080/",
                Some("shop.nordwerk-beispiel.de"),
            ),
            ("www.de", Some("www.de")),
            ("Impressum", None),
            ("see the imprint of firma.de", None),
            ("", None),
            ("192.0.2.1", None),
            ("https://", None),
            (
                "http://anna@nordwerk-beispiel.de:80?x",
                Some("nordwerk-beispiel.de"),
            ),
            ("müller-beispiel.de", Some("müller-beispiel.de")),
        ] {
            assert_eq!(host(text), want, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(label in "\\PC{0,20}", name in "\\PC{0,40}", url in "\\PC{0,40}") {
            let _ = (named(&label, &name), host(&url));
        }
    }
}
