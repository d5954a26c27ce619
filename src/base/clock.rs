//! Days, times and the arithmetic of months. The only clock is what the caller hands in: `--as-of` and `--time`.
//!
//! A list of a million rows asks for millions of days, so the calendar is plain arithmetic on eras of 400 years, March
//! first (Howard Hinnant, "chrono-compatible low-level date algorithms"); a calendar library is its twin in the tests.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A calendar day, as days since 1970-01-01. Written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub i32);

/// The day for which every rule about age is evaluated.
pub type AsOf = Day;

/// 9999-12-31, the last day that can be written.
const LAST: Day = Day(2_932_896);

/// Days in an era of 400 years, and from 0000-03-01 to 1970-01-01.
const ERA: i32 = 146_097;
const SHIFT: i32 = 719_468;

const fn days_of(year: i32, month: i32) -> i32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date that exists.
const fn since_epoch(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - SHIFT
}

impl Day {
    /// A day of the proleptic Gregorian calendar, years 0000 to 9999; none if it does not exist.
    #[inline]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let (year, month, day) = (i32::from(year), i32::from(month), i32::from(day));
        let exists = (0..=9999).contains(&year)
            && (1..=12).contains(&month)
            && 1 <= day
            && day <= days_of(year, month);
        exists.then(|| Self(since_epoch(year, month, day)))
    }

    /// `YYYY-MM-DD`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return None;
        }
        let number = |r: std::ops::Range<usize>| -> Option<i16> {
            b[r].iter().try_fold(0i16, |n, c| {
                c.is_ascii_digit().then(|| n * 10 + i16::from(c - b'0'))
            })
        };
        Self::new(number(0..4)?, number(5..7)? as i8, number(8..10)? as i8)
    }

    /// Year, month, day.
    fn date(self) -> (i32, i32, i32) {
        let n = self.0.saturating_add(SHIFT);
        let (era, of_era) = (n.div_euclid(ERA), n.rem_euclid(ERA));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = (from_march + 2) % 12 + 1;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        (year + era * 400 + i32::from(month <= 2), month, day)
    }

    pub fn year(self) -> i16 {
        self.date().0 as i16
    }

    /// The same day number `months` later, clamped to the end of the month (Regulation 1182/71 Art. 3(2)(c)).
    pub fn add_months(self, months: i32) -> Self {
        let (year, month, day) = self.date();
        let month = i64::from(year) * 12 + i64::from(month - 1) + i64::from(months);
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as i32 + 1);
        if year > 9999 {
            return LAST;
        }
        let year = year.max(-400_000) as i32;
        Self(since_epoch(year, month, day.min(days_of(year, month))))
    }

    pub fn add_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The day itself, or the Monday after it if it falls on a weekend (Regulation 1182/71 Art. 3(4)).
    pub fn past_weekend(self) -> Self {
        // 1970-01-01 was a Thursday
        match (self.0.rem_euclid(7) + 3) % 7 {
            5 => self.add_days(2),
            6 => self.add_days(1),
            _ => self,
        }
    }

    /// Today in UTC, by the machine's clock.
    pub fn today() -> Self {
        Time::now().day()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(d: Day) -> Self {
        d.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::parse(&s).ok_or("not a day of the form 2026-11-23")
    }
}

/// A moment in UTC, whole seconds since 1970. Written `2026-11-23T22:00:00Z` (RFC 3339, `Z` only).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(pub i64);

impl Time {
    /// Exactly `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn parse(text: &str) -> Option<Self> {
        let b = text.as_bytes();
        if b.len() != 20
            || !text.is_ascii()
            || b[10] != b'T'
            || b[13] != b':'
            || b[16] != b':'
            || b[19] != b'Z'
        {
            return None;
        }
        let two = |i: usize| -> Option<i64> {
            (b[i].is_ascii_digit() && b[i + 1].is_ascii_digit())
                .then(|| i64::from(b[i] - b'0') * 10 + i64::from(b[i + 1] - b'0'))
        };
        let (h, m, s) = (two(11)?, two(14)?, two(17)?);
        if h > 23 || m > 59 || s > 59 {
            return None;
        }
        Some(Self(
            i64::from(Day::parse(&text[..10])?.0) * 86_400 + h * 3_600 + m * 60 + s,
        ))
    }

    pub fn now() -> Self {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Self(since.map_or(0, |d| d.as_secs() as i64))
    }

    pub fn day(self) -> Day {
        Day(self.0.div_euclid(86_400) as i32)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.0.rem_euclid(86_400);
        write!(
            f,
            "{}T{:02}:{:02}:{:02}Z",
            self.day(),
            s / 3_600,
            s / 60 % 60,
            s % 60
        )
    }
}

impl From<Time> for String {
    fn from(t: Time) -> Self {
        t.to_string()
    }
}

impl TryFrom<String> for Time {
    type Error = &'static str;

    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::parse(&s).ok_or("not a time of the form 2026-11-23T22:00:00Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(s: &str) -> Day {
        Day::parse(s).expect(s)
    }

    #[test]
    fn months_follow_regulation_1182_71() {
        // event, months, due, due moved past the weekend
        for (event, months, due, latest) in [
            ("2026-01-31", 1, "2026-02-28", "2026-03-02"),
            ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
            ("2026-02-28", 1, "2026-03-28", "2026-03-30"),
            ("2026-03-31", 1, "2026-04-30", "2026-04-30"),
            ("2026-08-15", 1, "2026-09-15", "2026-09-15"),
            ("2026-11-30", 3, "2027-02-28", "2027-03-01"),
            ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ] {
            assert_eq!(day(event).add_months(months), day(due), "{event}");
            assert_eq!(
                day(event).add_months(months).past_weekend(),
                day(latest),
                "{event}"
            );
        }
    }

    #[test]
    fn the_calendar_agrees_with_a_library() {
        use jiff::{ToSpan, civil};
        let epoch = civil::date(1970, 1, 1);
        let mut seen = 0;
        for year in (0..=9999i16).filter(|y| y % 13 == 0 || (1999..2030).contains(y)) {
            // every year's turns, and every day of some years
            let months: Vec<i8> = if year % 97 == 0 || (1999..2030).contains(&year) {
                (1..=12).collect()
            } else {
                vec![1, 2, 3, 12]
            };
            for month in months {
                for d in 0..=32i8 {
                    let twin = civil::Date::new(year, month, d).ok();
                    let ours = Day::new(year, month, d);
                    assert_eq!(ours.is_some(), twin.is_some(), "{year}-{month}-{d}");
                    let (Some(ours), Some(twin)) = (ours, twin) else {
                        continue;
                    };
                    assert_eq!(ours.0, epoch.until(twin).unwrap().get_days());
                    assert_eq!(
                        ours.date(),
                        (i32::from(year), i32::from(month), i32::from(d))
                    );
                    let weekend = i32::from(twin.weekday().to_monday_zero_offset());
                    assert_eq!(
                        ours.past_weekend().0 - ours.0,
                        [0, 0, 0, 0, 0, 2, 1][weekend as usize]
                    );
                    for months in [1, 2, 11, 12, 36] {
                        if let Ok(later) = twin.checked_add(months.months()) {
                            let days = epoch.until(later).unwrap().get_days();
                            assert_eq!(ours.add_months(months).0, days, "{ours} + {months}");
                        }
                    }
                    seen += 1;
                }
            }
        }
        assert!(seen > 100_000);
        assert_eq!(LAST.to_string(), "9999-12-31");
        assert_eq!(LAST.add_months(1), LAST);
    }

    #[test]
    fn days_and_times_are_written_as_they_are_read() {
        for s in [
            "0000-01-01",
            "1969-12-31",
            "1970-01-01",
            "2026-11-23",
            "9999-12-31",
        ] {
            assert_eq!(day(s).to_string(), s);
        }
        for s in [
            "2026-02-29",
            "2026-13-01",
            "26-01-01",
            "2026-1-01",
            "2026-11-23 ",
        ] {
            assert_eq!(Day::parse(s), None, "{s}");
        }
        let t = "2026-11-23T14:05:09Z";
        assert_eq!(Time::parse(t).map(|t| t.to_string()).as_deref(), Some(t));
        assert_eq!(Time::parse("2026-11-23T14:05:09+00:00"), None);
        assert_eq!(Time::parse("2026-11-23T24:00:00Z"), None);
        assert_eq!(
            Time::parse("2026-11-23T14:05:09Z").map(Time::day),
            Some(day("2026-11-23"))
        );
    }
}
