//! The slow reader of dates: any form that lists were seen to use, by plain steps. It is the twin of the kernels in the tests.

use std::sync::LazyLock;

use super::{Form, Moment, Shape, Time};
use crate::base::clock::Day;
use crate::data::blank::{fold, is_blank};
use crate::data::phrases::Phrases;

/// Reads any form. Slow and plain.
pub fn read(text: &str) -> Moment {
    if is_blank(text) {
        return Form::Blank.at(None);
    }
    if text.len() > 80 {
        return Form::Illegible.at(None);
    }
    let folded = fold(text);
    let text = folded.as_str();
    number(text)
        .or_else(|| figures(text))
        .or_else(|| words(text))
        .unwrap_or(Form::Illegible.at(None))
}

/// Days that stand for none, whatever wrote them: zero of spreadsheets, databases, Unix and .NET, and the last day.
pub(super) fn is_placeholder(day: Day) -> bool {
    const NONE: [(i16, i8, i8); 7] = [
        (1, 1, 1),
        (1899, 12, 30),
        (1899, 12, 31),
        (1900, 1, 1),
        (1970, 1, 1),
        (9999, 12, 31),
        (9999, 1, 1),
    ];
    NONE.iter()
        .any(|(y, m, d)| Day::new(*y, *m, *d) == Some(day))
}

/// The date as written, moved by a time's zone.
fn day(year: i16, month: i8, day: i8, shift: i8, shape: Shape) -> Form {
    if is_zero(year, month, day) {
        return Form::Placeholder;
    }
    match Day::new(year, month, day) {
        Some(d) if is_placeholder(d) || is_placeholder(d.add_days(shift.into())) => {
            Form::Placeholder
        }
        Some(d) if year >= 1000 => Form::Day(d.add_days(i32::from(shift)), shape),
        _ => Form::Illegible,
    }
}

/// `0000-00-00` and `1900-01-00`.
fn is_zero(year: i16, month: i8, day: i8) -> bool {
    (year, month, day) == (0, 0, 0) || (year == 1900 && month <= 1 && day == 0)
}

fn month(year: i16, month: i8) -> Form {
    match Day::new(year, month, 1) {
        Some(first) if year >= 1000 => {
            let last = first.add_months(1).add_days(-1);
            // 9999-12 has no month after it
            Form::Month(first, last.max(first))
        }
        _ if year == 0 && month == 0 => Form::Placeholder,
        _ => Form::Illegible,
    }
}

/// One number: a spreadsheet's day, Unix time, or a date without separators.
fn number(text: &str) -> Option<Moment> {
    let (whole, part) = match text.split_once(['.', ',']) {
        Some((whole, part)) => (whole, part),
        None => (text, ""),
    };
    let plain = |t: &str| t.bytes().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(part) || whole.len() > 14 {
        return None;
    }
    let n: i64 = whole.parse().ok()?;
    let date = |n: i64| {
        day(
            (n / 10_000) as i16,
            (n / 100 % 100) as i8,
            (n % 100) as i8,
            0,
            Shape::Iso,
        )
    };
    let unix = |seconds: i64| {
        let day = Day(i32::try_from(seconds.div_euclid(86_400)).ok()?);
        let time = clock(seconds.rem_euclid(86_400));
        Some(Form::Day(day, Shape::Unix).at(time))
    };
    match (whole.len(), part.is_empty()) {
        (1, _) if n == 0 => Some(Form::Placeholder.at(None)),
        (5, _) if (20_000..=60_000).contains(&n) => {
            let day = Day::new(1899, 12, 30)?.add_days(n as i32);
            Some(Form::Day(day, Shape::Serial).at(fraction(part).and_then(clock)))
        }
        (8, true) if (1900..=2999).contains(&(n / 10_000)) || n == 0 || n == 99_991_231 => {
            Some(date(n).at(None))
        }
        (14, true) if (1900..=2999).contains(&(n / 10_000_000_000)) => {
            let (h, m, s) = (n / 10_000 % 100, n / 100 % 100, n % 100);
            let real = h < 24 && m < 60 && s <= 60;
            let time = real.then_some(h * 3_600 + m * 60 + s);
            Some(date(n / 1_000_000).at(time.and_then(clock)))
        }
        (10, _) => unix(n),
        (13, _) => unix(n / 1_000),
        _ => None,
    }
}

/// A second of a day without a zone.
fn clock(second: i64) -> Option<super::Second> {
    let (minutes, second) = (second / 60, second % 60);
    let (hour, minute) = ((minutes / 60) as i16, (minutes % 60) as i16);
    Time::new(hour, minute, Some(second as i16), None).second
}

/// The second of a day that a spreadsheet writes as a fraction, to the nearest; none without one.
fn fraction(part: &str) -> Option<i64> {
    let part = part.get(..9).unwrap_or(part);
    let digits: i64 = part.parse().ok()?;
    let whole = 10i64.pow(part.len() as u32);
    Some(((digits * 86_400 + whole / 2) / whole).min(86_399))
}

/// A position in a text that is read from the left.
struct Cursor<'t>(&'t str);

impl<'t> Cursor<'t> {
    /// A run of digits: its value and length.
    fn number(&mut self) -> Option<(i16, usize)> {
        let n = self.0.bytes().take_while(u8::is_ascii_digit).count();
        if n == 0 || n > 4 {
            return None;
        }
        let value = self.0[..n].parse().ok()?;
        self.0 = &self.0[n..];
        Some((value, n))
    }

    fn word(&mut self) -> Option<&'t str> {
        let n: usize = self
            .0
            .chars()
            .take_while(|c| c.is_alphabetic())
            .map(char::len_utf8)
            .sum();
        let (word, rest) = self.0.split_at(n);
        self.0 = rest;
        (n > 0).then_some(word)
    }

    fn any(&mut self, of: &[char]) -> Option<char> {
        let c = self.0.chars().next().filter(|c| of.contains(c))?;
        self.0 = &self.0[c.len_utf8()..];
        Some(c)
    }

    fn skip(&mut self, of: &[char]) {
        self.0 = self.0.trim_start_matches(of);
    }
}

/// Numbers with separators: year first, or year last.
fn figures(text: &str) -> Option<Moment> {
    let mut c = Cursor(text);
    let (a, a_len) = c.number()?;
    let sep = c.any(&['-', '/', '.'])?;
    c.skip(&[' ']);
    let (b, b_len) = c.number()?;
    if a_len == 4 && b_len <= 2 && c.0.is_empty() {
        return Some(month(a, b as i8).at(None));
    }
    if a_len <= 2 && b_len == 4 && c.0.is_empty() {
        return Some(month(b, a as i8).at(None));
    }
    c.any(&[sep])?;
    c.skip(&[' ']);
    let (y, y_len) = c.number()?;
    let Time { shift, second } = time(c.0)?;
    let form = match (a_len, b_len, y_len) {
        (4, 1..=2, 1..=2) => day(a, b as i8, y as i8, shift, Shape::Iso),
        (1..=2, 1..=2, 4) => parts(a as i8, b as i8, y, sep == '.', shift),
        // with dashes it could as well begin with the year
        (1..=2, 1..=2, 2) if sep != '-' => parts(a as i8, b as i8, century(y), sep == '.', shift),
        _ => return None,
    };
    Some(form.at(second))
}

/// Years of two digits: 1950 to 2049.
fn century(year: i16) -> i16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

fn parts(first: i8, second: i8, year: i16, dots: bool, shift: i8) -> Form {
    let readings = [(second, first), (first, second)];
    if readings.iter().any(|(m, d)| is_zero(year, *m, *d)) {
        return Form::Placeholder;
    }
    let written = readings.map(|(m, d)| Day::new(year, m, d));
    if written
        .iter()
        .flatten()
        .any(|d| is_placeholder(*d) || is_placeholder(d.add_days(i32::from(shift))))
    {
        return Form::Placeholder;
    }
    if year < 1000 {
        return Form::Illegible;
    }
    Form::Parts {
        first,
        second,
        year,
        dots,
        shift,
    }
}

static MONTHS: LazyLock<Phrases<i8>> = LazyLock::new(|| {
    Phrases::read(include_str!("../months.tsv"), |m| {
        m.parse().ok().filter(|m| (1..=12).contains(m))
    })
});

const WEEKDAYS: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
];

/// Words between the parts of a date.
const BETWEEN: &[&str] = &[
    "de", "del", "di", "den", "the", "of", "le", "d", "do", "da", "r",
];

/// A date with the name of a month: `3. März 2024`, `March 3rd, 2024`, `03-Oct-24`, `Oct 2024`.
fn words(text: &str) -> Option<Moment> {
    const GAP: &[char] = &[' ', '.', ',', '-', '/', '\''];
    let mut c = Cursor(text);
    let mut found_month = None;
    let mut numbers: [Option<(i16, usize)>; 2] = [None, None];
    loop {
        if found_month.is_some() && numbers[1].is_some() {
            break;
        }
        c.skip(GAP);
        if c.0.is_empty() {
            break;
        }
        // month and year alone, then nothing
        if let Some(number) = c.number() {
            let at = usize::from(numbers[0].is_some());
            if numbers[at].is_some() {
                return None;
            }
            numbers[at] = Some(number);
            let mut after = Cursor(c.0);
            if after
                .word()
                .is_some_and(|w| ["st", "nd", "rd", "th", "er", "e"].contains(&w))
            {
                c = after;
            }
            continue;
        }
        let before = c.0.as_bytes();
        let word = c.word()?;
        let comma = before.get(word.len()) == Some(&b',');
        // a word before everything else, with a comma, is the day of the week in some language
        let leads = numbers[0].is_none() && found_month.is_none();
        if leads && (comma || WEEKDAYS.contains(&word)) || BETWEEN.contains(&word) {
            continue;
        }
        if found_month.replace(MONTHS.whole(&[word])?).is_some() {
            return None;
        }
    }
    let named = found_month?;
    match numbers {
        [Some((year, 4)), None] => Some(month(year, named).at(None)),
        [Some((year, 4)), Some((d, 1..=2))] | [Some((d, 1..=2)), Some((year, 4))] => {
            let Time { shift, second } = time(c.0)?;
            Some(day(year, named, d as i8, shift, Shape::Words).at(second))
        }
        [Some((d, 1..=2)), Some((year, 2))] => {
            let Time { shift, second } = time(c.0)?;
            Some(day(century(year), named, d as i8, shift, Shape::Words).at(second))
        }
        _ => None,
    }
}

/// Zones by name, in minutes east of Greenwich.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("west", 60),
    ("bst", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

/// What follows a date: nothing, or a time. None: something else.
fn time(text: &str) -> Option<Time> {
    let mut c = Cursor(text.trim_end());
    if c.0.is_empty() {
        return Some(Time::default());
    }
    if c.any(&['t']).is_none() && c.any(&[' ', ',', ';']).is_none() {
        return None;
    }
    c.skip(&[' ', ',']);
    for lead in ["- ", "um ", "at ", "à ", "a las ", "kl. ", "kl "] {
        c.0 = c.0.strip_prefix(lead).unwrap_or(c.0);
    }
    let (mut hour, 1..=2) = c.number()? else {
        return None;
    };
    let mut minute = 0;
    let mut second = None;
    let mut clock = false;
    if c.any(&[':', '.', 'h']).is_some() {
        clock = true;
        match c.number()? {
            (m, 2) if m < 60 => minute = m,
            _ => return None,
        }
        if c.any(&[':', '.']).is_some() {
            match c.number()? {
                (s, 2) if s <= 60 => second = Some(s),
                _ => return None,
            }
            if c.any(&['.', ',']).is_some() {
                let n = c.0.bytes().take_while(u8::is_ascii_digit).count();
                if n == 0 {
                    return None;
                }
                c.0 = &c.0[n..];
            }
        }
    }
    c.skip(&[' ']);
    for (name, add) in [
        ("am", 0),
        ("a.m.", 0),
        ("pm", 12),
        ("p.m.", 12),
        ("uhr", -1),
    ] {
        if let Some(rest) = c.0.strip_prefix(name) {
            if add >= 0 {
                if !(1..=12).contains(&hour) {
                    return None;
                }
                hour = hour % 12 + add;
            }
            clock = true;
            c.0 = rest.trim_start();
            break;
        }
    }
    if !clock || hour > 24 || (hour == 24 && minute > 0) {
        return None;
    }
    Some(Time::new(hour, minute, second, zone(c.0)?))
}

/// Minutes east; `Some(None)` without a zone, none if it is not understood.
fn zone(text: &str) -> Option<Option<i32>> {
    // a region's name in brackets repeats the offset
    let text = text.split(['[', '(']).next().unwrap_or_default().trim_end();
    if text.is_empty() {
        return Some(None);
    }
    let mut c = Cursor(text);
    let named = match c.word() {
        Some(word) => Some(ZONES.iter().find(|(name, _)| *name == word)?.1),
        None => None,
    };
    let Some(sign) = c.any(&['+', '-']) else {
        return c.0.is_empty().then_some(named);
    };
    if named.is_some_and(|n| n != 0) {
        return None;
    }
    let (mut hours, len) = c.number()?;
    let mut minutes = 0;
    if len == 4 {
        (hours, minutes) = (hours / 100, hours % 100);
    } else if c.any(&[':']).is_some() {
        minutes = c.number()?.0;
    }
    if !c.0.is_empty() || hours > 14 || minutes > 59 {
        return None;
    }
    let east = i32::from(hours) * 60 + i32::from(minutes);
    Some(Some(if sign == '-' { -east } else { east }))
}
