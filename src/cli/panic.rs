//! A panic is a defect of ours. Its message may hold a cell value, so it is never printed: only the place in our own
//! source reaches the user.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

use crate::base::code::internal;
use crate::base::error::{Error, Errors};
use crate::text;

static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Replaces the standard hook, which prints the message.
pub fn silence() {
    panic::set_hook(Box::new(|info| {
        let place = info
            .location()
            .map(|l| (l.file(), l.line()))
            .filter(|(file, _)| file.starts_with("src/"))
            .map(|(file, line)| format!("{file}:{line}"));
        // the first one tells more than the one with which a thread's end is passed on
        if let Ok(mut kept) = PLACE.lock()
            && kept.is_none()
        {
            *kept = place;
        }
    }));
}

/// Runs `work`; a panic in it becomes `BEL-X001`.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Errors> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let error = Error::new(
            &internal::INTERNAL,
            text!("an internal error; nothing was judged or signed", "ein interner Fehler; es wurde nichts beurteilt oder unterschrieben"),
        );
        let place = PLACE.lock().ok().and_then(|mut p| p.take());
        let error = match place {
            Some(p) => error.found(text!("in {p}", "in {p}")),
            None => error,
        };
        let version = env!("CARGO_PKG_VERSION");
        Errors(vec![error.help(text!(
            "please report it with this code, the place and the version ({version}), without data of the list",
            "bitte melden Sie ihn mit diesem Code, der Stelle und der Version ({version}), ohne Daten der Liste"
        ))])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_without_its_message() {
        let errors = caught(|| -> u8 { std::panic::panic_any("anna@firma-beispiel.de") })
            .expect_err("caught");
        assert_eq!(errors.exit(), 2);
        assert_eq!(errors.0[0].code.id, "BEL-X001");
        assert!(!format!("{errors:?}").contains("anna"));
    }
}
