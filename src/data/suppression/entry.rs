//! What a line of a list says, and the forms in which lines and cells are compared.

use crate::data::blank::fold;
use crate::data::mail::ascii_domain;
use crate::data::phone;

/// One line of a list.
pub enum Entry {
    Address(String),
    Domain(String),
    Phone(u64),
    /// The vendor's own name for a row.
    Record(String),
    /// The first half of a SHA-256 or HMAC-SHA256.
    Token(u128),
}

/// An address, a domain, a number or a token.
pub fn entry(line: &str) -> Option<Entry> {
    if let Some(token) = token(line) {
        return Some(Entry::Token(token));
    }
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

/// A line of a list of removed rows: the vendor may name them as the column `record_id` does. What else stands in the
/// line, such as the day of the removal, is left aside.
pub fn removal(line: &str) -> Option<Entry> {
    if let Some(found) = entry(line) {
        return Some(found);
    }
    let first = line.split([';', ',', '\t']).next().unwrap_or_default();
    let first = first.trim_matches(|c: char| c.is_whitespace() || c == '"');
    if first.len() < line.len()
        && let Some(found) = entry(first)
    {
        return Some(found);
    }
    let plain = first.len() <= 64
        && first.starts_with(char::is_alphanumeric)
        && !first.contains(char::is_whitespace)
        && first.contains(|c: char| c.is_ascii_digit());
    plain.then(|| Entry::Record(fold(first)))
}

/// Whether a first line that says nothing only names columns.
pub fn is_heading(line: &str) -> bool {
    line.contains([';', ',', '\t']) || !line.contains(char::is_whitespace)
}

/// 64 hexadecimal digits, with or without the name of the hash.
fn token(line: &str) -> Option<u128> {
    let digits = line.rsplit_once(':').map_or(line, |(name, digits)| {
        if matches!(name, "sha256" | "hmac-sha256") {
            digits
        } else {
            line
        }
    });
    let plain = digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    u128::from_str_radix(digits.get(..32).filter(|_| plain)?, 16).ok()
}

/// Gives every address in a text to `each`, in the form that is compared, with the position of its domain; how many
/// there were.
pub fn addresses(text: &str, buffer: &mut String, mut each: impl FnMut(&str, usize)) -> usize {
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

/// An address as it is written, in small letters: with its tag. None if that is the compared form already.
pub fn tagged<'b>(cell: &str, buffer: &'b mut String) -> Option<&'b str> {
    let cell = cell.trim();
    if !cell.contains('+') || cell.contains(char::is_whitespace) {
        return None;
    }
    buffer.clear();
    buffer.push_str(cell);
    buffer.make_ascii_lowercase();
    Some(buffer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_were_removed_are_named_in_many_ways() {
        let said = |line| match removal(line) {
            None => "nothing",
            Some(Entry::Address(_)) => "address",
            Some(Entry::Domain(_)) => "domain",
            Some(Entry::Phone(_)) => "phone",
            Some(Entry::Record(_)) => "record",
            Some(Entry::Token(_)) => "token",
        };
        let hex = "ab".repeat(32);
        for (line, want) in [
            ("anna.lind@nordwerk-beispiel.de", "address"),
            (
                "anna.lind@nordwerk-beispiel.de;2026-10-04;Art. 17",
                "address",
            ),
            ("+49 30 23125123;2026-10-04", "phone"),
            ("MD-00017", "record"),
            ("\"MD-00017\", 2026-10-04", "record"),
            (hex.as_str(), "token"),
            (&format!("hmac-sha256:{hex}"), "token"),
            (&format!("md5:{hex}"), "nothing"),
            ("nordwerk-beispiel.de", "domain"),
            ("record_id;removed_at", "nothing"),
            ("No row was removed since 4 October.", "nothing"),
        ] {
            assert_eq!(said(line), want, "{line}");
        }
        assert!(is_heading("record_id;removed at") && is_heading("email"));
        assert!(!is_heading("none since the export"));
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
