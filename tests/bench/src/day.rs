//! Calendar days by counting, since the truth must not rest on the code that it tests.

/// Days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// The day of the audit.
pub const AS_OF: Day = Day::of(2026, 11, 23);
pub const GDPR: Day = Day::of(2018, 5, 25);

impl Day {
    /// Of the proleptic Gregorian calendar; the year starts in March inside, so that the leap day comes last.
    pub const fn of(year: i64, month: i64, day: i64) -> Day {
        let (y, m) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        Day(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468)
    }

    pub fn parts(self) -> (i64, i64, i64) {
        // an estimate that is at most a year too late, then counted down
        let mut year = 1970 + self.0 / 365;
        while Day::of(year, 1, 1) > self {
            year -= 1;
        }
        let mut month = 12;
        while Day::of(year, month, 1) > self {
            month -= 1;
        }
        (year, month, self.0 - Day::of(year, month, 1).0 + 1)
    }

    /// Same number `n` months later, clamped to the month's end, then past a weekend (Regulation 1182/71).
    pub fn due(self, n: i64) -> Day {
        let (year, month, day) = self.parts();
        let (y, m) = (year + (month - 1 + n) / 12, (month - 1 + n) % 12 + 1);
        let next = if m == 12 {
            Day::of(y + 1, 1, 1)
        } else {
            Day::of(y, m + 1, 1)
        };
        let due = Day::of(y, m, day.min(next.0 - Day::of(y, m, 1).0));
        // 1970-01-01 was a Thursday
        match (due.0 + 3).rem_euclid(7) {
            5 => Day(due.0 + 2),
            6 => Day(due.0 + 1),
            _ => due,
        }
    }

    pub fn iso(self) -> String {
        let (y, m, d) = self.parts();
        format!("{y}-{m:02}-{d:02}")
    }

    pub fn german(self) -> String {
        let (y, m, d) = self.parts();
        format!("{d:02}.{m:02}.{y}")
    }
}

#[test]
fn months_end_as_the_regulation_says() {
    let due = |y, m, d, n| Day::of(y, m, d).due(n).iso();
    assert_eq!(due(2026, 1, 31, 1), "2026-03-02");
    assert_eq!(due(2024, 1, 31, 1), "2024-02-29");
    assert_eq!(due(2026, 2, 28, 1), "2026-03-30");
    assert_eq!(due(2026, 3, 31, 1), "2026-04-30");
    assert_eq!(due(2026, 11, 30, 3), "2027-03-01");
    assert_eq!(due(2024, 2, 29, 12), "2025-02-28");
}
