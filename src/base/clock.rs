//! Days, times and the arithmetic of months. The only clock is what the caller hands in: `--as-of` and `--time`.

use std::fmt;

use jiff::{ToSpan, civil};
use serde::{Deserialize, Serialize};

/// A calendar day, as days since 1970-01-01. Written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub i32);

/// The day for which every rule about age is evaluated.
pub type AsOf = Day;

const EPOCH: civil::Date = civil::date(1970, 1, 1);

impl Day {
    /// A day of the proleptic Gregorian calendar, years 0000 to 9999; none if it does not exist.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(0..=9999).contains(&year) {
            return None;
        }
        let date = civil::Date::new(year, month, day).ok()?;
        Some(Self(EPOCH.until(date).ok()?.get_days()))
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

    fn date(self) -> civil::Date {
        EPOCH.checked_add(self.0.days()).unwrap_or(if self.0 < 0 {
            civil::Date::MIN
        } else {
            civil::Date::MAX
        })
    }

    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The same day number `months` later, clamped to the end of the month (Regulation 1182/71 Art. 3(2)(c)).
    pub fn add_months(self, months: i32) -> Self {
        let date = self
            .date()
            .checked_add(months.months())
            .unwrap_or(civil::Date::MAX);
        Self(EPOCH.until(date).map_or(i32::MAX, |s| s.get_days()))
    }

    pub fn add_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The day itself, or the Monday after it if it falls on a weekend (Regulation 1182/71 Art. 3(4)).
    pub fn past_weekend(self) -> Self {
        match self.date().weekday() {
            civil::Weekday::Saturday => self.add_days(2),
            civil::Weekday::Sunday => self.add_days(1),
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
        let d = self.date();
        write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day())
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
