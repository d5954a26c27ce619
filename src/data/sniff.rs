//! What a file is, found without parameters: kind by its first bytes, encoding, separator and quote, where the header
//! stands. Whatever the user sets wins, and is recorded. A wrong guess must show as quarantined records or as a finding,
//! never as a clean result: the pass itself trusts nothing that was found here beyond *how* to read.

pub mod archive;
pub mod dialect;
pub mod encoding;
pub mod head;
pub mod kind;

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};

/// Bytes of the head of a file that dialect and header are found in. Longer than the longest record.
const HEAD: usize = 2 << 20;
/// Bytes up to which a whole file is looked at for its encoding; longer files are looked at in spots.
const WHOLE: u64 = 32 << 20;
const SPOTS: u64 = 128;
const SPOT: usize = 256 << 10;

/// Bytes from fixed places of a file: the same for every run, block size and number of threads.
pub struct Spots {
    pub head: Vec<u8>,
    /// Whether the head is the whole file.
    pub whole: bool,
    /// Length of the file.
    pub bytes: u64,
}

/// Reads the head.
pub fn head(file: &mut File, bytes: u64) -> io::Result<Spots> {
    let mut head = Vec::new();
    file.rewind()?;
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = head.len() < HEAD;
    Ok(Spots { head, whole, bytes })
}

/// Calls `look` with stretches from the whole file, or from fixed spots of a long one.
pub fn spots(file: &mut File, bytes: u64, mut look: impl FnMut(&[u8])) -> io::Result<()> {
    let mut spot = vec![0; SPOT];
    let count = if bytes <= WHOLE {
        bytes.div_ceil(SPOT as u64)
    } else {
        SPOTS
    };
    for i in 0..count {
        let at = if bytes <= WHOLE {
            i * SPOT as u64
        } else {
            place(i, count, bytes)
        };
        let n = read_at(file, at, &mut spot)?;
        look(&spot[..n]);
    }
    Ok(())
}

/// The `i`th of `n` places spread over a file.
pub fn place(i: u64, n: u64, bytes: u64) -> u64 {
    let step = u128::from(bytes) * u128::from(i) / u128::from(n.max(1));
    u64::try_from(step).unwrap_or(0)
}

/// Fills `into` from a place as far as the file goes.
pub fn read_at(file: &mut File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    file.seek(SeekFrom::Start(at))?;
    let mut n = 0;
    while n < into.len() {
        match file.read(&mut into[n..]) {
            Ok(0) => break,
            Ok(more) => n += more,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(n)
}
