//! Numbering plans by their first digits: which prefixes are fixed lines, mobiles, special numbers, and how long they
//! may be. What a plan leaves open is asked of the crate.

use std::sync::LazyLock;

use super::Line;
use crate::base::digest::Sha256;
use crate::data::country::{self, Country};

const TABLE: &str = include_str!("plans.tsv");
/// Calling codes (ITU-T E.164) with the countries that share them, the main one first.
const CODES: &str = include_str!("codes.tsv");

pub struct Rule {
    pub prefix: &'static str,
    line: Line,
    /// Digits of the national number.
    pub shortest: u8,
    pub longest: u8,
}

pub struct Plan {
    pub country: &'static str,
    code: &'static str,
    /// Dialled before the national number within the country; empty if nothing is.
    trunk: &'static str,
    pub rules: Vec<Rule>,
    /// By the first three digits: 1 + the position of the rule, or 0.
    by_prefix: Vec<u16>,
}

impl Plan {
    pub fn code_digits(&self) -> &'static [u8] {
        self.code.as_bytes()
    }

    /// The kind of line; none if the plan leaves it open.
    pub fn line(&self, national: &[u8]) -> Option<Line> {
        let [a, b, c, ..] = *national else {
            return None;
        };
        let place = [a, b, c]
            .iter()
            .fold(0, |n, d| n * 10 + usize::from(d.wrapping_sub(b'0')));
        let rule = usize::from(*self.by_prefix.get(place)?).checked_sub(1)?;
        let rule = &self.rules[rule];
        (usize::from(rule.shortest)..=usize::from(rule.longest))
            .contains(&national.len())
            .then_some(rule.line)
    }

    /// Without the prefix that is dialled within the country.
    pub fn without_trunk<'a>(&self, digits: &'a [u8]) -> &'a [u8] {
        match self.trunk {
            "1" if digits.len() != 11 => digits,
            trunk => digits.strip_prefix(trunk.as_bytes()).unwrap_or(digits),
        }
    }

    /// Without the zero of `+49 (0)30`. Italian numbers keep theirs.
    pub fn without_zero<'a>(&self, national: &'a [u8]) -> &'a [u8] {
        match self.country {
            "IT" => national,
            _ => national.strip_prefix(b"0").unwrap_or(national),
        }
    }
}

pub struct Plans {
    pub all: Vec<Plan>,
    /// By the two letters of the country: 1 + the position of its plan, or 0.
    by_country: Vec<u8>,
    /// By calling code, likewise.
    by_code: Vec<u8>,
}

impl Plans {
    pub fn of_country(&self, country: Country) -> Option<&Plan> {
        let [a, b] = country.bytes().map(|b| usize::from(b.wrapping_sub(b'A')));
        let index = usize::from(*self.by_country.get(a * 26 + b)?);
        self.all.get(index.checked_sub(1)?)
    }
}

pub static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    let mut all: Vec<Plan> = Vec::new();
    for line in TABLE.lines().skip(1) {
        let mut cells = line.split('\t');
        let [country, code, trunk, prefix, kind, shortest, longest] =
            std::array::from_fn(|_| cells.next().unwrap_or(""));
        if all.last().is_none_or(|p| p.country != country) {
            all.push(Plan {
                country,
                code,
                trunk: if trunk == "-" { "" } else { trunk },
                rules: Vec::new(),
                by_prefix: vec![0; 1_000],
            });
        }
        let Some(plan) = all.last_mut() else { continue };
        let line = match kind {
            "fixed" => Line::Fixed,
            "mobile" => Line::Mobile,
            "special" => Line::Special,
            _ => Line::FixedOrMobile,
        };
        plan.rules.push(Rule {
            prefix,
            line,
            shortest: shortest.parse().unwrap_or(0),
            longest: longest.parse().unwrap_or(0),
        });
    }
    for plan in &mut all {
        // longer prefixes outrank shorter ones
        let mut order: Vec<usize> = (0..plan.rules.len()).collect();
        order.sort_by_key(|i| plan.rules[*i].prefix.len());
        for i in order {
            let prefix = plan.rules[i].prefix;
            let Ok(first) = prefix.parse::<usize>() else {
                continue;
            };
            let span = 10_usize.pow(3_u32.saturating_sub(prefix.len() as u32));
            for place in plan.by_prefix.iter_mut().skip(first * span).take(span) {
                *place = u16::try_from(i + 1).unwrap_or(0);
            }
        }
    }
    let mut plans = Plans {
        by_country: vec![0; 26 * 26],
        by_code: vec![0; 1_000],
        all,
    };
    for (i, plan) in plans.all.iter().enumerate() {
        let index = u8::try_from(i + 1).unwrap_or(0);
        // countries that share a plan
        let with = match plan.country {
            "US" => &["CA"][..],
            "GB" => &["GG", "IM", "JE"],
            _ => &[],
        };
        for country in with.iter().chain([&plan.country]) {
            if let [a, b] = *country.as_bytes() {
                plans.by_country[usize::from(a - b'A') * 26 + usize::from(b - b'A')] = index;
            }
        }
        if let Ok(code) = plan.code.parse::<usize>() {
            plans.by_code[code] = index;
        }
    }
    plans
});

/// The calling code that a number begins with (ITU-T E.164), and 1 + the position of its plan in [`PLANS`], 0 for none.
pub fn calling_code(digits: &[u8]) -> Option<(u16, usize)> {
    let [a, b, c, ..] = *digits else { return None };
    let digit = |d: u8| u16::from(d.wrapping_sub(b'0'));
    let two = digit(a) * 10 + digit(b);
    let code = match (digit(a), two) {
        (0, _) => return None,
        (one @ (1 | 7), _) => one,
        (
            _,
            20
            | 27
            | 30..=34
            | 36
            | 39..=41
            | 43..=49
            | 51..=58
            | 60..=66
            | 81
            | 82
            | 84
            | 86
            | 90..=95
            | 98,
        ) => two,
        _ => two * 10 + digit(c),
    };
    Some((code, usize::from(PLANS.by_code[usize::from(code)])))
}

/// Digits of a calling code.
pub fn length(code: u16) -> usize {
    match code {
        0..10 => 1,
        10..100 => 2,
        _ => 3,
    }
}

static COUNTRIES: LazyLock<Vec<Vec<Country>>> = LazyLock::new(|| {
    let mut by_code = vec![Vec::new(); 1_000];
    for line in CODES.lines().skip(1) {
        if let Some((code, countries)) = line.split_once('\t')
            && let Some(place) = code.parse().ok().and_then(|c: usize| by_code.get_mut(c))
        {
            *place = countries
                .split(' ')
                .filter_map(|c| country::read(c).country())
                .collect();
        }
    }
    by_code
});

/// The countries of a calling code, the main one first; none for codes of no country.
pub fn countries_of(code: u16) -> &'static [Country] {
    COUNTRIES.get(usize::from(code)).map_or(&[], Vec::as_slice)
}

/// The digests of the tables, for the census.
pub fn tables() -> Vec<(&'static str, Sha256)> {
    vec![
        ("phone_codes", Sha256::of(CODES.as_bytes())),
        ("phone_plans", Sha256::of(TABLE.as_bytes())),
    ]
}
