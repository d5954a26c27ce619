//! The digits of a number as it was typed: marks off, extension cut, `+` remembered.

use crate::data::blank::is_blank;
use crate::data::country::Country;

/// Digits that are kept; E.164 has 15, and prefixes come before them.
const MOST: usize = 20;

#[derive(Clone, Copy)]
pub struct Digits {
    digits: [u8; MOST],
    len: usize,
    plus: bool,
}

pub enum Shape {
    Digits(Digits),
    Illegible,
    Blank,
}

impl Digits {
    pub fn get(&self) -> &[u8] {
        &self.digits[..self.len]
    }

    /// The digits from the calling code on, if there is one: after `+`, `00`, or `011` in North America.
    pub fn international(&self, home: Option<Country>) -> Option<&[u8]> {
        let all = self.get();
        if self.plus {
            return Some(all.strip_prefix(b"00").unwrap_or(all));
        }
        let america = home.is_some_and(|c| matches!(&c.bytes(), b"US" | b"CA"));
        match america {
            true => all.strip_prefix(b"011"),
            false => all.strip_prefix(b"00"),
        }
    }
}

pub fn read(text: &str) -> Shape {
    match marks_only(text.as_bytes()) {
        Some(digits) => digits.checked(),
        None => with_words(text),
    }
}

impl Digits {
    fn checked(self) -> Shape {
        match self.get() {
            [] => Shape::Blank,
            [first, rest @ ..] if rest.len() < 4 || rest.iter().all(|d| d == first) => {
                Shape::Illegible
            }
            _ => Shape::Digits(self),
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Digit,
    Mark,
    Plus,
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut b = 0;
    while b < 128 {
        kinds[b] = match b as u8 {
            b'0'..=b'9' => Kind::Digit,
            b' ' | b'-' | b'/' | b'(' | b')' | b'.' | b'\'' => Kind::Mark,
            b'+' => Kind::Plus,
            _ => Kind::Other,
        };
        b += 1;
    }
    kinds
};

/// The usual cell: digits and marks. None if there is anything else, or too many digits.
fn marks_only(text: &[u8]) -> Option<Digits> {
    let mut out = Digits {
        digits: [0; MOST],
        len: 0,
        plus: false,
    };
    for b in text {
        match KINDS[usize::from(*b)] {
            Kind::Digit => {
                *out.digits.get_mut(out.len)? = *b;
                out.len += 1;
            }
            Kind::Mark => {}
            Kind::Plus if out.len == 0 && !out.plus => out.plus = true,
            _ => return None,
        }
    }
    // marks without digits may be a word for nothing
    (out.len > 0 || text.is_empty()).then_some(out)
}

/// Words before or after the number, marks beyond ASCII.
fn with_words(text: &str) -> Shape {
    if is_blank(text) {
        return Shape::Blank;
    }
    let clean: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' | '\u{2060}'))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '＋' => '+',
            c if c.is_whitespace() => ' ',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    let clean = clean.trim_start_matches('\'');
    // "tel.: 030 …"
    let word = clean
        .find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')
        .unwrap_or(clean.len());
    let before = clean[..word].trim_end_matches([' ', '.', ':']).trim();
    let known = [
        "",
        "t",
        "tel",
        "tel.nr",
        "tel-nr",
        "telefon",
        "telephone",
        "phone",
        "fon",
        "m",
        "mob",
        "mobil",
        "mobile",
        "handy",
        "cell",
        "office",
        "direct",
        "tfno",
        "tlf",
        "tél",
        "p",
        "ph",
    ];
    if !known.contains(&before) {
        return Shape::Illegible;
    }
    let number = &clean[word..];
    // "… ext. 12", "… x12", "… dw 12"
    let end = number
        .find(|c: char| c.is_alphabetic() || c == '#' || c == ',' || c == ';')
        .unwrap_or(number.len());
    let after = number[end..].trim_start_matches([',', ';', ' ']);
    let extension = after.is_empty()
        || [
            "extension",
            "ext",
            "x",
            "dw",
            "durchwahl",
            "poste",
            "int",
            "#",
        ]
        .iter()
        .find_map(|w| after.strip_prefix(w))
        .is_some_and(|rest| {
            let rest = rest.trim_start_matches(['.', ':', ' ']);
            !rest.is_empty() && rest.len() <= 6 && rest.bytes().all(|b| b.is_ascii_digit())
        });
    match marks_only(&number.as_bytes()[..end]) {
        Some(digits) if extension && digits.len > 0 => digits.checked(),
        _ => Shape::Illegible,
    }
}
