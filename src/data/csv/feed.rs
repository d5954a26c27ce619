//! The reading thread: bytes in order, hashed as they come, cut into blocks of whole records.

use std::io::{self, Read};
use std::time::Instant;

use memchr::memchr2;

use super::Pass;
use super::load::{Block, Cut};
use super::scan::{self, Marks, Next, Shape};
use crate::base::digest::{Hasher, Sha256};
use crate::data::sniff::encoding::{Encoding, Wide};
use crate::data::spent::Spent;
use crate::record::ledger::Reason;

/// Bytes at the end of a file that are always handed over as one last block: footers are looked for in it.
pub const TAIL: usize = 16 << 10;

/// Records of a walked block: a file of line ends alone must not fill the memory with records.
const ITEMS: usize = 1 << 16;

/// Where the data begins.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start {
    /// Bytes before it, byte order mark included, counted after UTF-16 has been decoded.
    pub skip: usize,
    /// Its line, from 1.
    pub line: u64,
    /// Bytes held back for the last block.
    pub tail: usize,
}

pub struct Feed<R> {
    file: R,
    marks: Marks,
    wide: Option<Wide>,
    start: Start,
    block: usize,
    hasher: Hasher,
    bytes: u64,
    /// Line of the first byte at hand.
    line: u64,
    /// Within a record that is over the limit: its bytes are read and hashed, and kept by nobody.
    skipping: bool,
    records: u64,
    blocks: u64,
    over: Vec<(u64, Reason)>,
    spent: Spent,
}

impl<R: Read> Feed<R> {
    pub fn new(file: R, marks: Marks, encoding: Encoding, start: Start, block: usize) -> Self {
        let wide = match encoding {
            Encoding::Utf16 { big, .. } => Some(Wide::new(big)),
            _ => None,
        };
        Self {
            file,
            marks,
            wide,
            start,
            block: block.clamp(16, 1 << 28),
            hasher: Hasher::default(),
            bytes: 0,
            line: start.line,
            skipping: false,
            records: 0,
            blocks: 0,
            over: Vec::new(),
            spent: Spent::default(),
        }
    }

    /// Hands over every block; stops early if `send` says that nobody listens.
    pub fn run(&mut self, mut send: impl FnMut(Block) -> bool) -> io::Result<()> {
        let mut skip = self.start.skip;
        let mut buf = Vec::new();
        let (mut complete, mut more) = (false, false);
        loop {
            if !more {
                let begun = Instant::now();
                complete = self.fill(&mut buf)?;
                self.spent.add("read and hash", begun.elapsed());
                let drop = skip.min(buf.len());
                buf.drain(..drop);
                skip -= drop;
                if skip > 0 && !complete {
                    continue;
                }
            }
            if self.skipping && !self.skip_line(&mut buf, complete) && !complete {
                continue;
            }
            let begun = Instant::now();
            let (end, cut);
            (end, cut, more) = self.cut(&buf, complete);
            self.spent.add("structure", begun.elapsed());
            let mut rest = Vec::with_capacity(buf.len() - end + self.block + 64);
            rest.extend_from_slice(&buf[end..]);
            buf.truncate(end);
            let bytes = std::mem::replace(&mut buf, rest);
            if cut.records() > 0 {
                let line = self.line;
                self.line += match &cut {
                    Cut::Plain(_) => memchr::memchr_iter(b'\n', &bytes).count() as u64,
                    Cut::Walked(_) => scan::line_ends(&bytes),
                };
                self.records += cut.records();
                let block = Block {
                    number: self.blocks,
                    bytes,
                    line,
                    cut,
                    last: complete,
                };
                self.blocks += 1;
                if !send(block) {
                    return Ok(());
                }
            }
            if complete {
                return Ok(());
            }
            self.open_end(&mut buf);
        }
    }

    /// Appends a block's worth of bytes; true if the file ended.
    fn fill(&mut self, buf: &mut Vec<u8>) -> io::Result<bool> {
        buf.reserve(self.block + 64);
        let limit = self.block as u64;
        let n = if let Some(wide) = &mut self.wide {
            let mut raw = Vec::with_capacity(self.block + 64);
            let n = self.file.by_ref().take(limit).read_to_end(&mut raw)?;
            self.hasher.update(&raw);
            wide.decode(&raw, n == 0, buf);
            n
        } else {
            let from = buf.len();
            let n = self.file.by_ref().take(limit).read_to_end(buf)?;
            self.hasher.update(&buf[from..]);
            n
        };
        self.bytes += n as u64;
        Ok(n == 0)
    }

    /// Where the block at hand ends, what is in it, and whether there is more of it in the bytes at hand.
    fn cut(&self, buf: &[u8], complete: bool) -> (usize, Cut, bool) {
        let limit = if complete {
            buf.len()
        } else {
            let limit = buf.len().saturating_sub(self.start.tail.max(1));
            if let Some(plain) = scan::prescan(buf, limit, self.marks, false) {
                return (plain.end, Cut::Plain(plain.records), false);
            }
            limit
        };
        let (mut items, mut at) = (Vec::new(), 0);
        while let Next::Item(item) = scan::next(buf, at, self.marks, complete) {
            if item.next > limit {
                break;
            }
            at = item.next;
            items.push(item);
            if items.len() == ITEMS && !complete {
                return (at, Cut::Walked(items), true);
            }
        }
        (at, Cut::Walked(items), false)
    }

    /// If the record at hand is over the limit and its end not in sight: counts it, and lets go of its bytes.
    fn open_end(&mut self, buf: &mut Vec<u8>) {
        if buf.len() <= scan::LIMIT {
            return;
        }
        if let Next::Item(item) = scan::next(buf, 0, self.marks, false)
            && item.shape == Shape::OverLimit
            && item.next == item.end
        {
            self.records += 1;
            self.over.push((self.line, Reason::OverLimit));
            self.line += scan::line_ends(buf);
            buf.clear();
            self.skipping = true;
        }
    }

    /// Drops bytes up to and including the next line end; true if it was found.
    fn skip_line(&mut self, buf: &mut Vec<u8>, complete: bool) -> bool {
        let Some(n) = memchr2(b'\n', b'\r', buf) else {
            buf.clear();
            return false;
        };
        let after = match (buf[n], buf.get(n + 1)) {
            (b'\r', None) if !complete => {
                buf.drain(..n);
                return false;
            }
            (b'\r', Some(b'\n')) => n + 2,
            _ => n + 1,
        };
        buf.drain(..after);
        self.line += 1;
        self.skipping = false;
        true
    }

    /// Length and digest of what was read, and what the feed itself quarantined.
    pub fn finish(self, fields: usize) -> (u64, Sha256, Pass) {
        let mut pass = Pass::new(fields);
        pass.records = self.records;
        pass.spent = self.spent;
        for (line, reason) in self.over {
            *pass.ledger.quarantined.entry(reason).or_default() += 1;
            pass.ledger.read += 1;
            pass.quarantine.push((line, reason));
        }
        (self.bytes, self.hasher.finish(), pass)
    }
}
