//! Whether the cells of a column look like what its header says. A pattern per field over a sample; fields without a
//! pattern say nothing.

use crate::data::blank::{fold, is_blank};
use crate::record::column::{Column, Kind};
use crate::record::mapping::Content;

/// Filled cells that are looked at.
const CELLS: usize = 400;

/// What the sample says about a column mapped to `column`.
pub fn verdict<'c>(column: Column, cells: impl Iterator<Item = &'c str>) -> Content {
    let Some(pattern) = pattern(column) else {
        return Content::Silent;
    };
    let (mut filled, mut fit) = (0_u32, 0_u32);
    for cell in cells.filter(|c| !is_blank(c)).take(CELLS) {
        filled += 1;
        fit += u32::from(pattern(cell.trim()));
    }
    match filled {
        0 => Content::Silent,
        n if fit * 10 >= n * 6 => Content::Confirms,
        n if fit * 10 <= n * 3 => Content::Contradicts,
        _ => Content::Silent,
    }
}

/// The one field that unnamed cells can be known by: nearly all of them are addresses, profiles or numbers.
pub fn recognise<'c>(cells: impl Iterator<Item = &'c str> + Clone) -> Option<Column> {
    let seen: Vec<&str> = cells.filter(|c| !is_blank(c)).take(CELLS).collect();
    let nearly_all = |p: fn(&str) -> bool| {
        let fit = seen.iter().filter(|c| p(c.trim())).count();
        !seen.is_empty() && fit * 10 >= seen.len() * 9
    };
    [
        (Column::Email, address as fn(&str) -> bool),
        (Column::LinkedinUrl, |c| web(c) && c.contains("linkedin.")),
        (Column::XingUrl, |c| web(c) && c.contains("xing.")),
        (Column::Phone, dialled),
    ]
    .into_iter()
    .find(|(_, p)| nearly_all(*p))
    .map(|(c, _)| c)
}

type Pattern = fn(&str) -> bool;

fn pattern(column: Column) -> Option<Pattern> {
    use Column as C;
    Some(match column {
        C::Email | C::EmailWork | C::EmailPersonal => address,
        C::EmailDomain | C::CompanyDomain => domain,
        C::Phone | C::PhoneDirect | C::PhoneMobile | C::PhoneHome | C::CompanyPhone | C::Fax => {
            phone
        }
        C::LinkedinUrl | C::CompanyLinkedinUrl => |c| c.to_ascii_lowercase().contains("linkedin."),
        C::XingUrl => |c| c.to_ascii_lowercase().contains("xing."),
        C::SourceUrl | C::NoticeUrl | C::ConsentUrl | C::VendorRecordUrl | C::CompanyWebsite => web,
        C::Country | C::CompanyCountry => country,
        C::FirstName | C::LastName | C::FullName | C::City => name,
        C::ConsentIp => |c| c.parse::<std::net::IpAddr>().is_ok(),
        _ => match column.kind() {
            Kind::Date | Kind::DateTime => date,
            Kind::YesNo => yes_no,
            Kind::Number => |c| c.contains(|c: char| c.is_ascii_digit()) || c.len() <= 2,
            Kind::Text | Kind::Closed | Kind::Set => return None,
        },
    })
}

pub fn address(cell: &str) -> bool {
    cell.trim_start_matches("mailto:")
        .rsplit_once('@')
        .is_some_and(|(a, b)| !a.is_empty() && domain(b.trim_end_matches('>')))
}

fn domain(cell: &str) -> bool {
    cell.contains('.')
        && cell.len() > 3
        && !cell.contains(char::is_whitespace)
        && !cell.contains('@')
        && cell.contains(char::is_alphabetic)
}

fn web(cell: &str) -> bool {
    let lower = cell.to_ascii_lowercase();
    lower.starts_with("http://")
        || lower.starts_with("https://")
        || (domain(&lower) && !lower.contains('@'))
}

/// The address of a page, as one writes it: with its protocol, or the small letters of a domain.
pub fn page(cell: &str) -> bool {
    let lower = cell.to_ascii_lowercase();
    lower.starts_with("http://")
        || lower.starts_with("https://")
        || (domain(cell)
            && (lower == cell || lower.starts_with("www."))
            && cell.rsplit_once('.').is_some_and(|(before, end)| {
                let name = end.split('/').next().unwrap_or_default();
                !before.is_empty()
                    && name.len() >= 2
                    && name.bytes().all(|b| b.is_ascii_alphabetic())
            }))
}

fn phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let other = cell
        .chars()
        .filter(|c| c.is_alphabetic() || *c == '@')
        .count();
    digits >= 5 && other <= 4 && !date_shaped(cell)
}

/// A number as one dials it: with `+`, or with a leading zero and separators.
pub fn dialled(cell: &str) -> bool {
    phone(cell)
        && !cell.contains(char::is_alphabetic)
        && (cell.starts_with('+')
            || (cell.starts_with(['0', '(']) && cell.contains([' ', '/', '-', '(', ')'])))
}

fn country(cell: &str) -> bool {
    cell.chars().count() >= 2
        && !cell.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '/' | ':'))
}

fn name(cell: &str) -> bool {
    !cell.contains('@') && !cell.contains("://") && cell.contains(char::is_alphabetic)
}

pub fn date_shaped(cell: &str) -> bool {
    let part = |c: char| matches!(c, '.' | '-' | '/');
    let numbers: Vec<&str> = cell
        .split(['T', ' '])
        .next()
        .unwrap_or("")
        .split(part)
        .collect();
    numbers.len() == 3
        && numbers
            .iter()
            .all(|n| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
        && numbers.iter().filter(|n| n.len() <= 2).count() >= 2
}

fn date(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    if date_shaped(cell) {
        return true;
    }
    let number = digits == cell.len();
    // 202611, 20261123, spreadsheet days, seconds, milliseconds; or a month's name with a day or year
    (number && matches!(digits, 5 | 6 | 8 | 10 | 13))
        || ((2..=8).contains(&digits)
            && cell.contains(char::is_alphabetic)
            && cell.len() <= 40
            && months(cell))
        || (cell.len() == 7 && cell.as_bytes()[4] == b'-' && digits == 6)
}

fn months(cell: &str) -> bool {
    const MONTHS: [&str; 24] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai",
        "okt", "dez", "fev", "avr", "aou", "ene", "abr", "ago", "dic", "gen", "mag",
    ];
    let folded = fold(cell);
    folded
        .split(|c: char| !c.is_alphabetic())
        .any(|w| MONTHS.iter().any(|m| w.starts_with(m)))
}

pub fn yes_no(cell: &str) -> bool {
    const WORDS: [&str; 44] = [
        "yes",
        "no",
        "y",
        "n",
        "true",
        "false",
        "t",
        "f",
        "1",
        "0",
        "x",
        "on",
        "off",
        "ja",
        "nein",
        "j",
        "wahr",
        "falsch",
        "oui",
        "non",
        "o",
        "vrai",
        "faux",
        "si",
        "s",
        "verdadero",
        "falso",
        "vero",
        "nee",
        "waar",
        "onwaar",
        "tak",
        "nie",
        "prawda",
        "falsz",
        "nej",
        "sant",
        "falskt",
        "sim",
        "nao",
        "verdadeiro",
        "✓",
        "✔",
        "☑",
    ];
    WORDS.contains(&fold(cell).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(column: Column, cells: &[&str]) -> Content {
        verdict(column, cells.iter().copied())
    }

    #[test]
    fn content_confirms_or_contradicts_the_header() {
        use Content::{Confirms, Contradicts, Silent};
        for (column, cells, expected) in [
            (
                Column::Email,
                &["a@b-beispiel.de", "", "c@d-beispiel.de"][..],
                Confirms,
            ),
            (Column::Email, &["Anna", "Bert"], Contradicts),
            (Column::Email, &["", "n/a"], Silent),
            (
                Column::Phone,
                &["+49 30 23125 001", "030/23125-002"],
                Confirms,
            ),
            (Column::Phone, &["2026-11-23", "23.11.2026"], Contradicts),
            (
                Column::CollectedAt,
                &["2026-11-23T10:00:00Z", "23.11.2026", "11/23/2026"],
                Confirms,
            ),
            (
                Column::CollectedAt,
                &["Nov 23, 2026", "45000", "2026-11"],
                Confirms,
            ),
            (Column::CollectedAt, &["yes", "no"], Contradicts),
            (Column::DncStatus, &["Ja", "nein"], Confirms),
            (Column::DncStatus, &["2026-11-23"], Contradicts),
            (Column::Country, &["DE", "Österreich"], Confirms),
            (Column::Country, &["4711"], Contradicts),
            (Column::JobTitle, &["x"], Silent),
        ] {
            assert_eq!(of(column, cells), expected, "{} {cells:?}", column.name());
        }
    }

    #[test]
    fn unnamed_cells_are_known_by_what_they_are() {
        let known = |cells: &[&str]| recognise(cells.iter().copied());
        assert_eq!(
            known(&["a@b-beispiel.de", "c@d-beispiel.de"]),
            Some(Column::Email)
        );
        assert_eq!(known(&["+49 30 23125 001"]), Some(Column::Phone));
        assert_eq!(
            known(&["https://www.linkedin.com/in/x"]),
            Some(Column::LinkedinUrl)
        );
        assert_eq!(known(&["80331", "10115"]), None);
        assert_eq!(known(&["23.11.2026"]), None);
        assert_eq!(known(&["", "-"]), None);
    }
}
