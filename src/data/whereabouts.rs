//! Signs of where a row belongs, beside the country that it states: the calling codes of its numbers, and the country
//! code of its own mail domain. They can contradict a stated country; alone they are a guess, never a statement.
//!
//! Subsidiaries write from the domain of their group. So a domain contradicts only if nothing else bears the country
//! out: a number, the company's web address, a second column that says the same.

use std::rc::Rc;

use super::batch::Batch;
use super::company;
use super::country::{self, Country, Said};
use super::mail::{self, Class};
use super::phone;
use crate::record::column::Column;

/// The columns with numbers of the person.
pub const PHONES: [Column; 4] = [
    Column::Phone,
    Column::PhoneDirect,
    Column::PhoneMobile,
    Column::PhoneHome,
];

/// How the country of a row is known: bins of `country-source`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Known {
    Contradicted,
    Derived,
    Stated,
    Illegible,
    Blank,
}

/// What is known of a row's country.
#[derive(Clone, Copy)]
pub struct Place {
    pub known: Known,
    /// As it is stated, else as the signs have it.
    pub country: Option<Country>,
}

/// Top-level domains of countries that are sold all over the world, or that a neighbour uses as its own.
const WORLDWIDE: [&[u8; 2]; 45] = [
    b"AC", b"AG", b"AI", b"AM", b"AS", b"BZ", b"CC", b"CD", b"CO", b"CX", b"DJ", b"FM", b"GD",
    b"GG", b"GL", b"GS", b"IM", b"IO", b"JE", b"KI", b"LA", b"LC", b"LI", b"LY", b"ME", b"MN",
    b"MS", b"MU", b"NU", b"PN", b"PW", b"SC", b"SH", b"SO", b"ST", b"TC", b"TK", b"TL", b"TO",
    b"TV", b"VC", b"VG", b"VU", b"WS", b"CM",
];

/// Whether the GDPR applies there: European Union and EEA; and its twin in the United Kingdom.
pub fn is_under_gdpr(country: Country) -> bool {
    const STATES: [&[u8; 2]; 31] = [
        b"AT", b"BE", b"BG", b"CY", b"CZ", b"DE", b"DK", b"EE", b"ES", b"FI", b"FR", b"GB", b"GR",
        b"HR", b"HU", b"IE", b"IS", b"IT", b"LI", b"LT", b"LU", b"LV", b"MT", b"NL", b"NO", b"PL",
        b"PT", b"RO", b"SE", b"SI", b"SK",
    ];
    STATES.contains(&&country.bytes())
}

/// The country of a host's top-level domain, if it tells one.
fn of_host(host: &str) -> Option<Country> {
    let (_, top) = host.rsplit_once('.')?;
    let [a, b] = *top.as_bytes() else {
        return None;
    };
    let code = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    if WORLDWIDE.contains(&&code) {
        return None;
    }
    country::read(std::str::from_utf8(&code).ok()?).country()
}

/// A domain of its own, as far as is known: not that of a provider, and none that receives no mail.
fn is_own(class: Class) -> bool {
    matches!(
        class,
        Class::Organisation
            | Class::Education
            | Class::Government
            | Class::Association
            | Class::PublicSuffix
    )
}

/// What the signs of a kind say.
#[derive(Clone, Copy, Default)]
struct Signs {
    agree: bool,
    differ: bool,
    first: Option<Country>,
}

impl Signs {
    fn see(&mut self, all: &[Country], stated: Option<Country>) {
        let Some(first) = all.first() else { return };
        self.first = self.first.or(Some(*first));
        match stated {
            Some(s) if all.contains(&s) => self.agree = true,
            Some(_) => self.differ = true,
            None => {}
        }
    }
}

/// What is known of the country of each row; made once per batch.
pub fn of_rows(batch: &Batch<'_>) -> Rc<Vec<Place>> {
    batch.memo("whereabouts", 0, || {
        let said = country::of_rows(batch);
        let mut signs = vec![(Signs::default(), Signs::default()); batch.rows()];
        for cells in PHONES.iter().flat_map(|c| batch.cells(*c)) {
            let phones = phone::of_cells(batch, &cells);
            for ((signs, said), phone) in signs.iter_mut().zip(said.iter()).zip(phones.iter()) {
                if phone.code != 0 {
                    signs.0.see(phone::countries_of(phone.code), said.country());
                }
            }
        }
        let mut elsewhere = false;
        for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
            let mails = mail::of_cells(batch, &cells);
            for (row, mail) in mails.iter().enumerate() {
                let Some(top) = mail.host(cells.get(row)).and_then(of_host) else {
                    continue;
                };
                let domain = &mut signs[row].1;
                // whose mailbox it is says nothing against a country, but may be all that tells of one
                match is_own(mail.domain.class) {
                    true => domain.see(&[top], said[row].country()),
                    false => domain.see(&[top], None),
                }
                elsewhere |= domain.differ;
            }
        }
        if elsewhere {
            bear_out(batch, &said, &mut signs);
        }
        let place = |(said, (phone, domain)): (&Said, &(Signs, Signs))| {
            let guess = phone.first.or(domain.first);
            let known = match (said, guess) {
                (Said::Country(_), _) if phone.agree => Known::Stated,
                (Said::Country(_), _) if phone.differ || (domain.differ && !domain.agree) => {
                    Known::Contradicted
                }
                (Said::Country(_), _) => Known::Stated,
                (_, Some(_)) => Known::Derived,
                (Said::Illegible, None) => Known::Illegible,
                (Said::Blank, None) => Known::Blank,
            };
            Place {
                known,
                country: said.country().or(guess),
            }
        };
        said.iter().zip(&signs).map(place).collect()
    })
}

/// What outweighs a domain of another country: the company's web address, or a second column that states the same.
fn bear_out(batch: &Batch<'_>, said: &[Said], signs: &mut [(Signs, Signs)]) {
    for cells in [Column::CompanyWebsite, Column::CompanyDomain]
        .iter()
        .flat_map(|c| batch.cells(*c))
    {
        for (row, (_, domain)) in signs.iter_mut().enumerate().filter(|(_, s)| s.1.differ) {
            let top = company::host(cells.get(row)).and_then(of_host);
            domain.agree |= top.is_some() && top == said[row].country();
        }
    }
    let mut times = vec![0_u8; signs.len()];
    for column in [Column::Country, Column::Location, Column::CompanyCountry] {
        for cells in batch.cells(column) {
            let found = country::of_cells(batch, &cells, column);
            for ((times, found), said) in times.iter_mut().zip(found).zip(said) {
                let same = found.country().is_some() && found.country() == said.country();
                *times = times.saturating_add(u8::from(same));
            }
        }
    }
    for ((_, domain), times) in signs.iter_mut().zip(times) {
        domain.agree |= times > 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn top_level_domains_of_countries() {
        for (host, code) in [
            ("nordwerk-beispiel.de", "DE"),
            ("ashmoor-example.co.UK", "GB"),
            ("firma-beispiel.com", ""),
            ("firma-beispiel.io", ""),
            ("firma-beispiel.eu", ""),
            ("firma-beispiel.re", "FR"),
            ("de", ""),
        ] {
            assert_eq!(
                of_host(host).as_ref().map_or("", Country::code),
                code,
                "{host}"
            );
        }
    }
}
