//! What a paper of the vendor's seems to be: its kinds, and the day it bears. A suggestion to the person who lists it,
//! with the page to look at; never evidence, and never the text itself.
//!
//! Words of closed lists are looked for in titles and, where no title says anything, in the running text; a day counts
//! only beside a word such as "as of". The parsers of PDF and DOCX work on foreign bytes: on a thread of their own, within bounds
//! of size, pages and time, and with their panics caught.

mod dates;
mod docx;
mod kinds;
mod pdf;
mod plain;

use std::sync::mpsc;
use std::time::Duration;

use crate::base::clock::Day;

/// Bytes of a file that is looked into.
pub const LIMIT: u64 = 64 << 20;
/// Pages, and characters in all of them, that are looked at.
const PAGES: usize = 200;
const CHARS: usize = 4 << 20;
/// Bytes that one stream or member may unpack to.
const UNPACKED: usize = 32 << 20;
/// How long a file may take. Whoever lists a paper waits for it.
const PATIENCE: Duration = Duration::from_secs(5);
/// Nested objects need stack; 32 MiB are far more than the parsers' own bounds can use.
const STACK: usize = 32 << 20;

/// What was found. Pages count from 1; a file without pages has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Kinds of document, the likeliest first, with the page where they begin.
    pub kinds: Vec<(&'static str, u32)>,
    /// The day, with its page.
    pub date: Option<(Day, u32)>,
    /// Why there is nothing to see.
    pub silent: Option<Silent>,
}

/// Why a file shows no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silent {
    /// Pages without letters: scanned, or drawn.
    NoText,
    Encrypted,
    /// Not a form that is looked into.
    Form,
    /// Larger than [`LIMIT`], or unpacked larger than bearable.
    TooLarge,
    /// Its parser gave up.
    Damaged,
    TooLong,
}

type Pages = Result<Vec<String>, Silent>;

/// Looks into a file.
pub fn look(bytes: Vec<u8>) -> Look {
    match patiently(bytes, PATIENCE) {
        Ok(pages) if pages.iter().all(|p| p.trim().is_empty()) => silent(Silent::NoText),
        Ok(pages) => Look {
            kinds: kinds::of(&pages),
            date: dates::of(&pages),
            silent: None,
        },
        Err(why) => silent(why),
    }
}

fn silent(why: Silent) -> Look {
    Look {
        silent: Some(why),
        ..Look::default()
    }
}

/// The text of a file by pages, from a thread that may be left behind.
fn patiently(bytes: Vec<u8>, patience: Duration) -> Pages {
    let (send, receive) = mpsc::channel();
    let work = move || {
        let pages = std::panic::catch_unwind(|| pages(&bytes));
        // nobody may be waiting any more
        let _ = send.send(pages.unwrap_or(Err(Silent::Damaged)));
    };
    let thread = std::thread::Builder::new().stack_size(STACK);
    if thread.spawn(work).is_err() {
        return Err(Silent::Damaged);
    }
    receive
        .recv_timeout(patience)
        .unwrap_or(Err(Silent::TooLong))
}

/// The text by pages, by what the bytes are, whatever the file is called.
fn pages(bytes: &[u8]) -> Pages {
    if bytes.len() as u64 > LIMIT {
        return Err(Silent::TooLarge);
    }
    // some programs write a few bytes before the mark (PDF 32000-1, annex H)
    let start = &bytes[..bytes.len().min(1024)];
    let found = if start.windows(5).any(|w| w == b"%PDF-") {
        pdf::pages(bytes)?
    } else if bytes.starts_with(b"PK") {
        docx::pages(bytes)?
    } else {
        vec![plain::text(bytes)?]
    };
    let mut left = CHARS;
    let kept = found.into_iter().take(PAGES).map(|mut page| {
        let end = page
            .char_indices()
            .nth(left)
            .map_or(page.len(), |(at, _)| at);
        page.truncate(end);
        left -= page.chars().count();
        page
    });
    Ok(kept.collect())
}

#[cfg(test)]
mod tests;
