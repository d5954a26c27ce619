//! Where records begin and end. Two ways to the same answer: [`prescan`] proves in one pass that a stretch is *plain*
//! (no bare CR, no blank line, no NUL, quotes only at field edges and balanced), and [`next`] walks any bytes, record by
//! record. Only plain stretches may go to the fast splitter.
//!
//! The grammar is stricter than that of common CSV libraries, since leniency loses rows without a word: a quoted field
//! ends only where a separator, a line end or the end of the file follows its quote. Anything else is an unclosed
//! quote: the line where the quote opened is quarantined, and reading resumes at the next line, so that one stray
//! quote costs one line.

use memchr::{memchr, memchr_iter, memchr2, memchr3, memrchr};

/// Longest record in bytes.
pub const LIMIT: usize = 1 << 20;

/// Separator and quote of a delimited file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub delimiter: u8,
    pub quote: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Record,
    /// Nothing before the line end.
    Blank,
    /// A quote opens and does not close, within the limit, before a separator or line end.
    Unclosed,
    /// Longer than [`LIMIT`]; `next` is the end of the bytes at hand if the line end is not among them.
    OverLimit,
}

/// One physical record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub start: usize,
    /// Without its line end.
    pub end: usize,
    /// Where the next record begins.
    pub next: usize,
    pub shape: Shape,
}

/// What [`next`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Item(Item),
    /// The bytes at hand do not decide.
    More,
    End,
}

/// The record that begins at `start`. `complete` says that no bytes follow `buf`.
pub fn next(buf: &[u8], start: usize, marks: Marks, complete: bool) -> Next {
    let len = buf.len();
    if start >= len {
        return if complete { Next::End } else { Next::More };
    }
    let limit = start + LIMIT;
    let mut at = start;
    loop {
        if at > limit {
            return over(buf, start, limit, complete);
        }
        let end = if at < len && marks.quote == Some(buf[at]) {
            match close(buf, at, marks, limit, complete) {
                Close::At(after) => after,
                Close::Never => return unclosed(buf, start, at, complete),
                Close::More => return Next::More,
            }
        } else {
            match memchr3(marks.delimiter, b'\n', b'\r', &buf[at..]) {
                Some(n) => at + n,
                None if len > limit => return over(buf, start, limit, complete),
                None if complete => len,
                None => return Next::More,
            }
        };
        if end > limit {
            return over(buf, start, limit, complete);
        }
        if end < len && buf[end] == marks.delimiter {
            at = end + 1;
            continue;
        }
        let shape = if end == start {
            Shape::Blank
        } else {
            Shape::Record
        };
        return finish(buf, start, end, shape, complete);
    }
}

enum Close {
    /// Index after the closing quote: a separator, a line end, or the end of the file.
    At(usize),
    Never,
    More,
}

fn close(buf: &[u8], open: usize, marks: Marks, limit: usize, complete: bool) -> Close {
    let quote = buf[open];
    let mut from = open + 1;
    loop {
        let found = memchr(quote, buf.get(from..).unwrap_or_default()).map(|n| from + n);
        let Some(at) = found else {
            return if complete || buf.len() > limit {
                Close::Never
            } else {
                Close::More
            };
        };
        if at > limit {
            return Close::Never;
        }
        match buf.get(at + 1) {
            Some(b) if *b == quote => from = at + 2,
            Some(b) if *b == marks.delimiter || matches!(b, b'\n' | b'\r') => {
                return Close::At(at + 1);
            }
            Some(_) => return Close::Never,
            None if complete => return Close::At(at + 1),
            None => return Close::More,
        }
    }
}

fn unclosed(buf: &[u8], start: usize, open: usize, complete: bool) -> Next {
    let limit = start + LIMIT;
    match memchr2(b'\n', b'\r', &buf[open..]).map(|n| open + n) {
        Some(end) if end > limit => over(buf, start, limit, complete),
        Some(end) => finish(buf, start, end, Shape::Unclosed, complete),
        None if buf.len() > limit => over(buf, start, limit, complete),
        None if complete => finish(buf, start, buf.len(), Shape::Unclosed, complete),
        None => Next::More,
    }
}

/// The line that holds the byte at `limit` ends the record.
fn over(buf: &[u8], start: usize, limit: usize, complete: bool) -> Next {
    let from = limit.min(buf.len());
    match memchr2(b'\n', b'\r', &buf[from..]).map(|n| from + n) {
        Some(end) => finish(buf, start, end, Shape::OverLimit, complete),
        None => Next::Item(Item {
            start,
            end: buf.len(),
            next: buf.len(),
            shape: Shape::OverLimit,
        }),
    }
}

fn finish(buf: &[u8], start: usize, end: usize, shape: Shape, complete: bool) -> Next {
    let next = match (buf.get(end), buf.get(end + 1)) {
        (None, _) => end,
        (Some(b'\r'), Some(b'\n')) => end + 2,
        (Some(b'\r'), None) if !complete => return Next::More,
        _ => end + 1,
    };
    Next::Item(Item {
        start,
        end,
        next,
        shape,
    })
}

/// A stretch that is proved plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain {
    /// Where it ends: after a line end, or at the end of the file.
    pub end: usize,
    pub records: u64,
}

/// What one pass of byte masks says about a stretch.
#[derive(Clone, Copy, Default)]
struct Marked {
    quote: bool,
    /// A bare CR, a blank line, or a NUL.
    odd: bool,
}

fn mark(buf: &[u8], quote: u8) -> Marked {
    let mut all = 0_u8;
    for (chunk, after) in buf.chunks(1 << 14).zip((1..).map(|n| n << 14)) {
        let last = buf.get(after).copied().unwrap_or(0);
        let mut flags = 0_u8;
        for (a, b) in chunk.iter().zip(&chunk[1..]) {
            flags |= pair(*a, *b, quote);
        }
        if let Some(a) = chunk.last() {
            flags |= pair(*a, if after < buf.len() { last } else { b' ' }, quote);
        }
        all |= flags;
        if all & 2 != 0 {
            break;
        }
    }
    Marked {
        quote: all & 1 != 0,
        odd: all & 2 != 0,
    }
}

#[inline(always)]
fn pair(a: u8, b: u8, quote: u8) -> u8 {
    let line = a == b'\n';
    let back = a == b'\r';
    let blank = line & ((b == b'\n') | (b == b'\r'));
    let bare = back & (b != b'\n');
    u8::from(a == quote) | (u8::from(blank | bare | (a == 0)) << 1)
}

/// Proves that the records of `buf` that end within `..limit` are plain, and counts them; none if they are not, or if
/// no record ends there. `complete` says that no bytes follow `buf` (then `limit` is its length).
pub fn prescan(buf: &[u8], limit: usize, marks: Marks, complete: bool) -> Option<Plain> {
    let limit = limit.min(buf.len());
    let end = if complete {
        limit
    } else {
        memrchr(b'\n', &buf[..limit])? + 1
    };
    let body = &buf[..end];
    // the splitter drops a byte order mark wherever it begins to read, and leading line ends
    if matches!(body.first(), None | Some(b'\n' | b'\r')) || body.starts_with(b"\xef\xbb\xbf") {
        return None;
    }
    let marked = mark(body, marks.quote.unwrap_or(0));
    if marked.odd || !within(body) {
        return None;
    }
    if marked.quote {
        quoted(body, buf, marks, complete)
    } else {
        Some(Plain {
            end,
            records: lines(body),
        })
    }
}

/// Line ends of a stretch without bare CR, and one for a last line that has none.
fn lines(body: &[u8]) -> u64 {
    memchr_iter(b'\n', body).count() as u64 + u64::from(body.last().is_some_and(|b| *b != b'\n'))
}

/// Whether every line is shorter than the limit: each window of half its length holds a line end.
fn within(body: &[u8]) -> bool {
    body.chunks_exact(LIMIT / 2)
        .all(|w| memchr(b'\n', w).is_some())
}

/// [`prescan`] of a stretch with quotes.
fn quoted(body: &[u8], buf: &[u8], marks: Marks, complete: bool) -> Option<Plain> {
    let quote = marks.quote?;
    let (mut records, mut start, mut from) = (0_u64, 0_usize, 0_usize);
    // a record near the limit is left to the walk, which knows its exact length
    let fits = |start: usize, end: usize| end - start < LIMIT - 2;
    while let Some(open) = memchr(quote, &body[from..]).map(|n| from + n) {
        let gap = &body[from..open];
        if let (Some(first), Some(last)) = (memchr(b'\n', gap), memrchr(b'\n', gap)) {
            if !fits(start, from + first) {
                return None;
            }
            records += memchr_iter(b'\n', gap).count() as u64;
            start = from + last + 1;
        }
        let edge = open == 0 || body[open - 1] == b'\n' || body[open - 1] == marks.delimiter;
        if !edge {
            return None;
        }
        match close(buf, open, marks, start + LIMIT, complete) {
            Close::At(after) if after < body.len() => from = after,
            // the quote closes with the file
            Close::At(after) if complete => {
                return fits(start, after).then_some(Plain {
                    end: after,
                    records: records + 1,
                });
            }
            // it closes beyond the stretch: what stands before its record is plain
            Close::At(_) | Close::More if start > 0 => {
                return Some(Plain {
                    end: start,
                    records,
                });
            }
            _ => return None,
        }
    }
    let rest = &body[from..];
    let first = memchr(b'\n', rest).unwrap_or(rest.len());
    fits(start, from + first).then(|| Plain {
        end: body.len(),
        records: records + lines(rest),
    })
}

/// Line ends (LF, CRLF, CR) in a stretch.
pub fn line_ends(bytes: &[u8]) -> u64 {
    let mut n = memchr_iter(b'\n', bytes).count() as u64;
    for at in memchr_iter(b'\r', bytes) {
        n += u64::from(bytes.get(at + 1) != Some(&b'\n'));
    }
    n
}
