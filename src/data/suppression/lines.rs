//! The lines of a plain file of any size, block by block: by its byte order mark, else each line as UTF-8 or, where it
//! is none, as Windows-1252.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, WINDOWS_1252};

const BLOCK: usize = 1 << 16;

/// No entry needs more room; what is longer is cut, and then none.
const LONGEST: usize = 4_096;

/// Gives every block as it is read and every line with its number. `\n`, `\r` and both together end a line.
pub fn each(
    mut file: impl Read,
    mut each_block: impl FnMut(&[u8]),
    mut each_line: impl FnMut(u64, &str),
) -> io::Result<()> {
    let mut block = vec![0; BLOCK];
    let mut decoder: Option<Decoder> = None;
    let mut text = String::new();
    let mut lines = Lines::default();
    let mut begun = false;
    loop {
        let n = read(&mut file, &mut block)?;
        let bytes = &block[..n];
        each_block(bytes);
        let mut rest = bytes;
        if !std::mem::replace(&mut begun, true)
            && let Some((encoding, length)) = Encoding::for_bom(bytes)
        {
            rest = &bytes[length..];
            if encoding != UTF_8 {
                decoder = Some(encoding.new_decoder_without_bom_handling());
            }
        }
        let last = n < BLOCK;
        match &mut decoder {
            None => lines.add(rest, &mut each_line),
            Some(decoder) => {
                text.clear();
                let most = decoder.max_utf8_buffer_length(rest.len());
                text.reserve(most.unwrap_or(4 * BLOCK));
                let _ = decoder.decode_to_string(rest, &mut text, last);
                lines.add(text.as_bytes(), &mut each_line);
            }
        }
        if last {
            lines.end(&mut each_line);
            return Ok(());
        }
    }
}

/// Fills the block as far as the file goes.
fn read(file: &mut impl Read, block: &mut [u8]) -> io::Result<usize> {
    let mut n = 0;
    while n < block.len() {
        match file.read(&mut block[n..]) {
            Ok(0) => break,
            Ok(more) => n += more,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(n)
}

#[derive(Default)]
struct Lines {
    /// The line that the last block left unfinished.
    begun: Vec<u8>,
    number: u64,
    /// The last block ended with `\r`; a `\n` now belongs to it.
    returned: bool,
}

impl Lines {
    fn add(&mut self, mut bytes: &[u8], each: &mut impl FnMut(u64, &str)) {
        if std::mem::take(&mut self.returned) && bytes.first() == Some(&b'\n') {
            bytes = &bytes[1..];
        }
        while let Some(at) = memchr::memchr2(b'\n', b'\r', bytes) {
            self.push(&bytes[..at]);
            self.end(each);
            let both = bytes[at..].starts_with(b"\r\n");
            self.returned = bytes[at] == b'\r' && at + 1 == bytes.len();
            bytes = &bytes[at + 1 + usize::from(both)..];
        }
        self.push(bytes);
    }

    fn push(&mut self, bytes: &[u8]) {
        let room = LONGEST.saturating_sub(self.begun.len());
        self.begun
            .extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn end(&mut self, each: &mut impl FnMut(u64, &str)) {
        self.number += 1;
        match std::str::from_utf8(&self.begun) {
            Ok(line) => each(self.number, line),
            Err(_) => each(self.number, &WINDOWS_1252.decode(&self.begun).0),
        }
        self.begun.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<(u64, String)> {
        let mut out = Vec::new();
        let mut seen = 0;
        each(
            bytes,
            |b| seen += b.len(),
            |n, l| {
                if !l.is_empty() {
                    out.push((n, l.to_owned()));
                }
            },
        )
        .expect("reads");
        assert_eq!(seen, bytes.len());
        out
    }

    #[test]
    fn lines_of_every_ending_and_encoding() {
        let want = |all: &[(u64, &str)]| -> Vec<(u64, String)> {
            all.iter().map(|(n, l)| (*n, (*l).to_owned())).collect()
        };
        assert_eq!(
            lines(b"a\r\nb\nc\rd"),
            want(&[(1, "a"), (2, "b"), (3, "c"), (4, "d")])
        );
        assert_eq!(
            lines(b"\xef\xbb\xbfa\n\nm\xfcller"),
            want(&[(1, "a"), (3, "m\u{fc}ller")])
        );
        assert_eq!(
            lines(b"\xff\xfea\0\r\0\n\0b\0"),
            want(&[(1, "a"), (2, "b")])
        );
        assert_eq!(lines(b""), []);
    }

    #[test]
    fn blocks_cut_no_line_and_no_line_grows_without_end() {
        let mut bytes = vec![b'x'; BLOCK - 1];
        bytes.extend(b"\r\nlast");
        let found = lines(&bytes);
        assert_eq!((found[0].1.len(), found.len()), (LONGEST, 2));
        assert_eq!(found[1], (2, "last".to_owned()));
        let many: String = (0..20_000).map(|i| format!("line {i}\n")).collect();
        let found = lines(many.as_bytes());
        assert_eq!(found.len(), 20_000);
        assert!(
            found
                .iter()
                .enumerate()
                .all(|(i, (n, l))| *n == i as u64 + 1 && *l == format!("line {i}"))
        );
    }
}
