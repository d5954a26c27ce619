//! Days and times as options give them.

use crate::base::clock::{Day, Time};
use crate::base::code::usage;
use crate::base::error::{Error, Errors, Result, printable};
use crate::text;

/// A day of an option.
pub fn day(text: &str, option: &str) -> Result<Day> {
    Day::parse(text).ok_or_else(|| illegible(text, option, "2026-11-23"))
}

/// A moment of an option.
pub fn time(text: &str, option: &str) -> Result<Time> {
    Time::parse(text).ok_or_else(|| illegible(text, option, "2026-11-23T14:05:09Z"))
}

/// When something was made: `--time`, else SOURCE_DATE_EPOCH, else the clock.
pub fn made_at(option: Option<&str>) -> Result<Time> {
    match (option, std::env::var("SOURCE_DATE_EPOCH")) {
        (Some(text), _) => time(text, "--time"),
        (None, Ok(seconds)) => seconds
            .parse()
            .map(Time)
            .map_err(|_| illegible("SOURCE_DATE_EPOCH", "", "seconds since 1970")),
        (None, Err(_)) => Ok(Time::now()),
    }
}

fn illegible(text: &str, option: &str, form: &str) -> Errors {
    let shown = printable(text);
    Error::new(
        &usage::DAY_ILLEGIBLE,
        text!(
            "`{option} {shown}` is not of the form {form}",
            "`{option} {shown}` hat nicht die Form {form}"
        ),
    )
    .into()
}
