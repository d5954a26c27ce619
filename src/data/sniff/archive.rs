//! What is inside a ZIP file, by its directory: names and sizes, nothing unpacked. Enough to tell a workbook from an
//! archive, and to refuse one that claims to expand without end.

use std::fs::File;
use std::io;

use super::read_at;

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub name: String,
    /// Bytes when unpacked, as the directory claims.
    pub bytes: u64,
}

/// Longest directory that is read.
const DIRECTORY: u64 = 8 << 20;

/// The members; empty if the directory cannot be read.
pub fn members(file: &mut File, bytes: u64) -> io::Result<Vec<Member>> {
    let tail = bytes.min((64 << 10) + 22);
    let mut end = vec![0; usize::try_from(tail).unwrap_or(0)];
    let n = read_at(file, bytes - tail, &mut end)?;
    end.truncate(n);
    let Some(at) = end.windows(4).rposition(|w| w == b"PK\x05\x06") else {
        return Ok(Vec::new());
    };
    let (Some(size), Some(start)) = (number(&end, at + 12, 4), number(&end, at + 16, 4)) else {
        return Ok(Vec::new());
    };
    if size > DIRECTORY || start + size > bytes {
        return Ok(Vec::new());
    }
    let mut directory = vec![0; usize::try_from(size).unwrap_or(0)];
    let n = read_at(file, start, &mut directory)?;
    Ok(list(&directory[..n]))
}

fn list(directory: &[u8]) -> Vec<Member> {
    let (mut members, mut at) = (Vec::new(), 0);
    while directory.get(at..at + 4) == Some(b"PK\x01\x02") {
        let field = |offset, width| number(directory, at + offset, width);
        let (Some(bytes), Some(name), Some(extra), Some(comment)) =
            (field(24, 4), field(28, 2), field(30, 2), field(32, 2))
        else {
            break;
        };
        let from = at + 46;
        let to = from + usize::try_from(name).unwrap_or(0);
        let Some(raw) = directory.get(from..to) else {
            break;
        };
        members.push(Member {
            name: String::from_utf8_lossy(raw).into_owned(),
            bytes,
        });
        at = to + usize::try_from(extra + comment).unwrap_or(0);
    }
    members
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let raw = bytes.get(at..at + width)?;
    Some(raw.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
}
