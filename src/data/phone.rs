//! What a telephone number says about itself: its international form (E.164) and what kind of line it is.
//!
//! The crate `phonenumber` knows every country's numbering plan, but takes tens of microseconds per number, and numbers
//! hardly repeat. So the plans of the countries of the contact matrix and of North America stand in `phone/plans.tsv`
//! by their first digits; the crate is asked only where a plan leaves a number open, and is the twin that the plans are
//! tested against.

mod digits;
mod plan;

use std::rc::Rc;

use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, Type};

pub use plan::{countries_of, tables};

use self::digits::{Digits, Shape};
use self::plan::{PLANS, Plan};
use super::batch::Batch;
use super::country::{self, Country};
use super::frame::Cells;

/// The kind of line that a number shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    Fixed,
    Mobile,
    /// One plan for both, as in Denmark and North America.
    FixedOrMobile,
    /// Free, shared cost, premium rate, personal and corporate access numbers.
    Special,
    /// A number without a country.
    Unplaced,
    /// No such number in its country, as far as is known.
    Odd,
    Illegible,
    Blank,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Phone {
    pub line: Line,
    /// Calling code and national number as one number of at most 15 digits (E.164 without `+`); 0 if not known.
    pub e164: u64,
    /// The calling code that stands in the cell; 0 if the number is written as it is dialled at home.
    pub code: u16,
}

impl Phone {
    const fn none(line: Line) -> Self {
        Self {
            line,
            e164: 0,
            code: 0,
        }
    }

    /// The value is a telephone number.
    pub fn is_number(self) -> bool {
        !matches!(self.line, Line::Illegible | Line::Blank)
    }
}

/// Reads a number; `home` is the country of its row, for numbers without a calling code.
pub fn read(text: &str, home: Option<Country>) -> Phone {
    let digits = match digits::read(text) {
        Shape::Digits(d) => d,
        Shape::Blank => return Phone::none(Line::Blank),
        Shape::Illegible => return Phone::none(Line::Illegible),
    };
    if let Some(international) = digits.international(home) {
        let Some((code, index)) = plan::calling_code(international) else {
            return Phone::none(Line::Odd);
        };
        let phone = match index {
            0 => ask(&[b"+", international].concat(), None, Some(code)),
            index => {
                let plan = &PLANS.all[index - 1];
                let national = &international[plan::length(code)..];
                place(plan, plan.without_zero(national))
            }
        };
        return Phone { code, ..phone };
    }
    let Some(home) = home else {
        return Phone::none(Line::Unplaced);
    };
    match PLANS.of_country(home) {
        Some(plan) => national(plan, &digits),
        None => ask(digits.get(), Some(home), None),
    }
}

/// A number as it is dialled within its country.
fn national(plan: &Plan, digits: &Digits) -> Phone {
    let all = digits.get();
    let number = plan.without_trunk(all);
    if plan.line(number).is_some() {
        return place(plan, number);
    }
    // the trunk zero or the plus sign may have been lost
    let code = plan.code_digits();
    if number.len() == all.len()
        && let Some(rest) = all.strip_prefix(code)
        && plan.line(plan.without_zero(rest)).is_some()
    {
        return place(plan, plan.without_zero(rest));
    }
    place(plan, number)
}

/// A national number in its plan.
fn place(plan: &Plan, national: &[u8]) -> Phone {
    let code = plan.code_digits();
    if national.is_empty() || code.len() + national.len() > 15 {
        return Phone::none(Line::Odd);
    }
    let e164 = number(code) * 10_u64.pow(national.len() as u32) + number(national);
    match plan.line(national) {
        Some(line) => Phone {
            line,
            e164,
            code: 0,
        },
        None => Phone {
            line: ask(&[b"+", code, national].concat(), None, None).line,
            e164,
            code: 0,
        },
    }
}

fn number(digits: &[u8]) -> u64 {
    digits
        .iter()
        .fold(0, |n, d| n * 10 + u64::from(d.wrapping_sub(b'0')))
}

/// Asks the crate, which knows all countries.
fn ask(digits: &[u8], home: Option<Country>, code: Option<u16>) -> Phone {
    let text = std::str::from_utf8(digits).unwrap_or("");
    let home = home.and_then(|c| c.code().parse().ok());
    let Ok(parsed) = phonenumber::parse(home, text) else {
        return Phone::none(Line::Odd);
    };
    let line = match parsed.number_type(&DATABASE) {
        Type::FixedLine | Type::Voip => Line::Fixed,
        Type::Mobile => Line::Mobile,
        Type::FixedLineOrMobile => Line::FixedOrMobile,
        Type::Unknown => Line::Odd,
        _ => Line::Special,
    };
    let e164 = match code {
        Some(_) => number(digits.strip_prefix(b"+").unwrap_or(digits)),
        None => parsed
            .format()
            .mode(Mode::E164)
            .to_string()
            .trim_start_matches('+')
            .parse()
            .unwrap_or(0),
    };
    Phone {
        line,
        e164,
        code: 0,
    }
}

/// The numbers of a column; those without a calling code are read in the country of their row.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Phone>> {
    batch.memo("phone::of_cells", cells.slot.position, || {
        let countries = country::of_rows(batch);
        let mut last = ("", None, Phone::none(Line::Blank));
        cells
            .iter()
            .zip(countries.iter())
            .map(|(text, said)| {
                let home = said.country();
                if (text, home) != (last.0, last.1) {
                    last = (text, home, read(text, home));
                }
                last.2
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(country: &str) -> Option<Country> {
        Country::from_code(country)
    }

    #[test]
    fn numbers_as_lists_have_them() {
        for (text, country, line, e164) in [
            ("+49 30 23125123", "", Line::Fixed, 493023125123),
            ("+49 (0)30 23125123", "", Line::Fixed, 493023125123),
            ("0049-30-23125123", "FR", Line::Fixed, 493023125123),
            ("030/23125123", "DE", Line::Fixed, 493023125123),
            ("30 23125123", "DE", Line::Fixed, 493023125123),
            ("0171 39200 12", "DE", Line::Mobile, 491713920012),
            ("491713920012", "DE", Line::Mobile, 491713920012),
            ("0800 1234567", "DE", Line::Special, 498001234567),
            ("01 99 00 12 34", "FR", Line::Fixed, 33199001234),
            ("06.39.98.12.34", "FR", Line::Mobile, 33639981234),
            ("020 7946 0123", "GB", Line::Fixed, 442079460123),
            ("07700 900123", "GB", Line::Mobile, 447700900123),
            ("02 1234567", "IT", Line::Fixed, 39021234567),
            ("+39 02 1234567", "", Line::Fixed, 39021234567),
            ("333 1234567", "IT", Line::Mobile, 393331234567),
            ("06 1 234 5678", "HU", Line::Fixed, 3612345678),
            ("(212) 555-0123", "US", Line::FixedOrMobile, 12125550123),
            ("1-212-555-0123", "US", Line::FixedOrMobile, 12125550123),
            ("011 49 30 23125123", "US", Line::Fixed, 493023125123),
            ("20 12 34 56", "DK", Line::FixedOrMobile, 4520123456),
            ("Tel.: 030 23125123", "DE", Line::Fixed, 493023125123),
            ("030 23125123 ext. 12", "DE", Line::Fixed, 493023125123),
            ("030 23125123", "", Line::Unplaced, 0),
            ("4.91512E+11", "DE", Line::Illegible, 0),
            ("n/a", "DE", Line::Blank, 0),
            ("", "DE", Line::Blank, 0),
            ("ask reception", "DE", Line::Illegible, 0),
            ("00000000", "DE", Line::Illegible, 0),
            ("12", "DE", Line::Illegible, 0),
            ("+999 1234567", "", Line::Odd, 0),
        ] {
            let got = read(text, at(country));
            assert_eq!((got.line, got.e164), (line, e164), "{text} {country}");
        }
    }

    #[test]
    fn calling_codes_are_those_that_are_written() {
        for (text, country, code, first) in [
            ("+49 30 23125123", "", 49, "DE"),
            ("0043 1 2345678", "DE", 43, "AT"),
            ("+262 262 12 34 56", "", 262, "FR"),
            ("+7 495 123-45-67", "", 7, "RU"),
            ("030 23125123", "DE", 0, ""),
            ("+999 1234567", "", 999, ""),
        ] {
            let got = read(text, at(country)).code;
            assert_eq!(got, code, "{text}");
            let countries = countries_of(got);
            assert_eq!(countries.first().map_or("", |c| c.code()), first, "{text}");
        }
    }

    /// The table of calling codes is that of the crate.
    #[test]
    fn calling_codes_are_those_of_the_crate() {
        for metadata in DATABASE.iter() {
            let country = country::read(metadata.id()).country();
            if let Some(country) = country {
                let all = countries_of(metadata.country_code());
                assert!(all.contains(&country), "{}", metadata.id());
            }
        }
    }

    #[test]
    fn countries_without_a_plan_are_asked_of_the_crate() {
        let got = read("+61 491 570 156", None);
        assert_eq!((got.line, got.e164), (Line::Mobile, 61491570156));
        let home = read("0491 570 156", at("AU"));
        assert_eq!((home.line, home.e164), (got.line, got.e164));
    }

    /// Every rule of the plans against the crate, on numbers made of the rule's prefix and a fixed sequence: where the
    /// crate knows a number, both say the same.
    #[test]
    fn plans_and_crate_agree_where_both_decide() {
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        };
        let (mut decided, mut wrong) = (0, Vec::new());
        for plan in &PLANS.all {
            for rule in &plan.rules {
                for _ in 0..12 {
                    let span = u64::from(rule.longest - rule.shortest) + 1;
                    let len = usize::from(rule.shortest) + (random() % span) as usize;
                    let mut digits = rule.prefix.as_bytes().to_vec();
                    while digits.len() < len {
                        digits.push(b'0' + (random() % 10) as u8);
                    }
                    // a longer prefix may have a rule of its own
                    let Some(line) = plan.line(&digits) else {
                        continue;
                    };
                    let full = [b"+", plan.code_digits(), &digits].concat();
                    let theirs = ask(&full, None, None);
                    // the crate forgets the leading zero of Italian numbers when it sorts them
                    if theirs.line == Line::Odd || (plan.country == "IT" && digits[0] == b'0') {
                        continue;
                    }
                    decided += 1;
                    let ours = place(plan, &digits);
                    // a plan that makes no difference does not contradict one that does for some blocks
                    let agree = line == theirs.line
                        || line == Line::FixedOrMobile
                            && matches!(theirs.line, Line::Fixed | Line::Mobile);
                    if !agree || ours.e164 != theirs.e164 {
                        wrong.push(format!(
                            "{} {}: {line:?} {:?}",
                            plan.country,
                            std::str::from_utf8(&full).unwrap(),
                            theirs.line
                        ));
                    }
                }
            }
        }
        assert!(decided > 5_000, "{decided}");
        assert!(wrong.is_empty(), "{} of {decided}: {wrong:#?}", wrong.len());
    }

    proptest::proptest! {
        #[test]
        fn no_value_panics(text in "\\PC{0,30}|[+0-9 ()/.-]{0,24}", country in "DE|FR|IT|HU|US|DK|AU|ZZ") {
            read(&text, at(&country));
        }
    }
}
