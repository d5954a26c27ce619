//! Dates as lists write them, read to a day in UTC.
//!
//! What a cell alone can tell is its [`Form`]; which of two numbers is the day is told by the whole column
//! ([`Order`](super::facts::Order), decided over all its cells). Two forms fill most lists, so they have a kernel on
//! fixed positions; everything else, and every doubt, takes the slow reader, which is the kernel's twin in the tests.

mod slow;

use std::collections::HashMap;
use std::rc::Rc;

use super::batch::Batch;
use super::facts::Order;
use super::frame::Cells;
use crate::base::clock::Day;

/// A date cell under the order of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCell {
    Blank,
    /// Something stands there that is no date.
    Illegible,
    /// 1970-01-01, 9999-12-31 and the like: a date that stands for none.
    Placeholder,
    /// Day and month can be exchanged, and the column uses both orders.
    Mixed,
    On(Day),
    /// Two readings, the earlier first: the column does not tell day from month, or only a month is given. A check
    /// takes the less favourable one.
    Either(Day, Day),
}

/// What a cell says without its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Blank,
    Illegible,
    Placeholder,
    Day(Day, Shape),
    /// A month: its first and last day.
    Month(Day, Day),
    /// Two numbers and a year, in a form that does not say which is the day.
    Parts {
        first: i8,
        second: i8,
        year: i16,
        /// Written with dots, which no country does with the month first.
        dots: bool,
        /// Days to add, from a time with a zone.
        shift: i8,
    },
}

/// How an unambiguous date was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Iso,
    /// With the name of a month.
    Words,
    /// Days of a spreadsheet since 1900.
    Serial,
    /// Seconds or milliseconds since 1970.
    Unix,
}

/// A cell with the time that it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub form: Form,
    /// None if it carries no seconds.
    pub second: Option<Second>,
}

/// A second of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Second {
    /// Of the day in UTC if the zone is named, else of the day as written.
    pub of_day: u32,
    /// Written as 00:00:00, as programs write a day that has no time.
    pub midnight: bool,
}

/// What follows a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Time {
    /// Days to add to reach UTC.
    shift: i8,
    second: Option<Second>,
}

impl Time {
    /// A time as written, east of Greenwich by so many minutes if the zone is named.
    fn new(hour: i16, minute: i16, second: Option<i16>, east: Option<i32>) -> Self {
        const DAY: i32 = 24 * 60;
        let written = i32::from(hour) * 60 + i32::from(minute);
        let utc = written - east.unwrap_or(0);
        // without a zone the date counts as written
        let shift = east.map_or(0, |_| utc.div_euclid(DAY) as i8);
        Self {
            shift,
            second: second.map(|s| Second {
                of_day: (utc.rem_euclid(DAY) * 60 + i32::from(s)) as u32,
                midnight: written % DAY == 0 && s == 0,
            }),
        }
    }
}

impl Form {
    fn at(self, second: Option<Second>) -> Moment {
        Moment { form: self, second }
    }

    /// The reading under the order of the column.
    pub fn under(self, order: Order) -> DayCell {
        match self {
            Self::Blank => DayCell::Blank,
            Self::Illegible => DayCell::Illegible,
            Self::Placeholder => DayCell::Placeholder,
            Self::Day(day, _) => DayCell::On(day),
            Self::Month(first, last) => DayCell::Either(first, last),
            Self::Parts {
                first,
                second,
                year,
                dots,
                shift,
            } => {
                let shifted = |d: Option<Day>| d.map(|d| d.add_days(i32::from(shift)));
                let day_first = shifted(Day::new(year, second, first));
                let month_first = shifted(Day::new(year, first, second));
                match (day_first, month_first, order) {
                    (None, None, _) => DayCell::Illegible,
                    (Some(d), None, _) | (None, Some(d), _) => DayCell::On(d),
                    (Some(d), Some(m), _) if d == m => DayCell::On(d),
                    (Some(d), Some(_), Order::DayFirst) => DayCell::On(d),
                    (Some(_), Some(m), Order::MonthFirst) => DayCell::On(m),
                    (Some(_), Some(_), Order::Mixed) => DayCell::Mixed,
                    (Some(d), Some(_), Order::Ambiguous | Order::None) if dots => DayCell::On(d),
                    (Some(d), Some(m), Order::Ambiguous | Order::None) => {
                        DayCell::Either(d.min(m), d.max(m))
                    }
                }
            }
        }
    }
}

/// The cells of a date column, made once per batch. A month that is not over ends on the as-of date: nothing that has
/// happened lies after it.
pub fn days(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<DayCell>> {
    batch.memo("date.days", cells.slot.position, || {
        let order = batch.plan.facts.order(cells.slot.position);
        let as_of = batch.as_of();
        let mut out = Vec::with_capacity(cells.len());
        each(cells, |form| {
            out.push(match form {
                Form::Month(first, last) if first <= as_of => {
                    DayCell::Either(first, last.min(as_of))
                }
                form => form.under(order),
            });
        });
        out
    })
}

/// Distinct texts whose slow reading is remembered.
const KNOWN: usize = 1_024;

/// Reads the days of the cells of a column, in order.
pub fn each(cells: &Cells<'_>, mut f: impl FnMut(Form)) {
    moments(cells, |moment| f(moment.form));
}

/// Reads the cells of a column, in order. Days repeat: what the kernel does not read is read once per text.
pub fn moments<'a>(cells: &Cells<'a>, mut f: impl FnMut(Moment)) {
    let mut known: HashMap<&'a str, Moment, foldhash::fast::RandomState> = HashMap::default();
    for text in cells.iter() {
        if text.is_empty() {
            f(Form::Blank.at(None));
        } else if let Some(moment) = kernel(text.as_bytes()) {
            f(moment);
        } else if let Some(moment) = known.get(text) {
            f(*moment);
        } else {
            let moment = slow::read(text);
            if known.len() >= KNOWN {
                known.clear();
            }
            known.insert(text, moment);
            f(moment);
        }
    }
}

/// Reads the day of one cell.
pub fn form(text: &str) -> Form {
    moment(text).form
}

/// Reads one cell.
pub fn moment(text: &str) -> Moment {
    kernel(text.as_bytes()).unwrap_or_else(|| slow::read(text))
}

/// The value of `N` digits, or none.
#[inline]
fn digits<const N: usize>(b: &[u8], at: usize) -> Option<i16> {
    let b: &[u8; N] = b.get(at..at + N)?.try_into().ok()?;
    let mut value = 0i16;
    let mut bad = false;
    for c in b {
        let d = c.wrapping_sub(b'0');
        bad |= d > 9;
        value = value * 10 + i16::from(d & 15);
    }
    (!bad).then_some(value)
}

/// `YYYY-MM-DD` and `DD.MM.YYYY` (with `.`, `/` or `-`), alone or followed by a time of fixed width. None: not one of
/// these, or one that needs care.
#[inline]
fn kernel(b: &[u8]) -> Option<Moment> {
    if b.len() < 10 {
        return None;
    }
    let iso = b[4] == b'-' && b[7] == b'-';
    let (first, second, year) = if iso {
        (digits::<2>(b, 8)?, digits::<2>(b, 5)?, digits::<4>(b, 0)?)
    } else if b[2] == b[5] && matches!(b[2], b'.' | b'/' | b'-') {
        (digits::<2>(b, 0)?, digits::<2>(b, 3)?, digits::<4>(b, 6)?)
    } else {
        return None;
    };
    // years that placeholders use are left to the slow reader
    if !(1901..=9997).contains(&year) || year == 1970 {
        return None;
    }
    let time = if b.len() == 10 {
        Time::default()
    } else {
        clock(&b[10..])?
    };
    let shift = time.shift;
    let form = if !iso {
        Form::Parts {
            first: first as i8,
            second: second as i8,
            year,
            dots: b[2] == b'.',
            shift,
        }
    } else {
        match Day::new(year, second as i8, first as i8) {
            Some(day) => Form::Day(day.add_days(i32::from(shift)), Shape::Iso),
            None => Form::Illegible,
        }
    };
    Some(form.at(time.second))
}

/// `T` or a blank, `HH:MM`, perhaps `:SS`, a fraction, and `Z` or `±HH:MM`. None: another form.
#[inline]
fn clock(b: &[u8]) -> Option<Time> {
    if b.len() < 6 || !matches!(b[0], b'T' | b' ') || b[3] != b':' {
        return None;
    }
    let (hour, minute) = (digits::<2>(b, 1)?, digits::<2>(b, 4)?);
    if hour > 23 || minute > 59 {
        return None;
    }
    let mut rest = &b[6..];
    let mut second = None;
    if rest.first() == Some(&b':') {
        second = Some(digits::<2>(rest, 1).filter(|s| *s <= 59)?);
        rest = &rest[3..];
        if rest.first() == Some(&b'.') {
            let n = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
            if n == 0 {
                return None;
            }
            rest = &rest[1 + n..];
        }
    }
    let east = match rest {
        [] => None,
        [b'Z'] => Some(0),
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (digits::<2>(rest, 1)?, digits::<2>(rest, 4)?);
            if hours > 14 || minutes > 59 {
                return None;
            }
            let east = i32::from(hours * 60 + minutes);
            Some(if *sign == b'-' { -east } else { east })
        }
        _ => return None,
    };
    Some(Time::new(hour, minute, second, east))
}

#[cfg(test)]
mod tests;
