//! What is inside a ZIP file: names and sizes by its directory, enough to tell a workbook from an archive; and whether
//! the sizes are true, since what reads workbooks unpacks a member to its end, however long that is.

use std::fs::File;
use std::io::{self, Read as _};

use super::read_at;

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub name: String,
    /// Bytes when unpacked, as the directory claims.
    pub bytes: u64,
    packed: u64,
    /// Where its local header stands.
    at: u64,
    /// 0 stored, 8 deflated.
    method: u64,
}

impl Member {
    #[cfg(test)]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            bytes: 1,
            packed: 1,
            at: 0,
            method: 0,
        }
    }
}

/// Whether every member unpacks to exactly as many bytes as the directory claims. Nothing is kept, and no member is
/// unpacked further than its claim.
pub fn honest(archive: &[u8], members: &[Member]) -> bool {
    members
        .iter()
        .all(|m| unpacked(archive, m) == Some(m.bytes))
}

fn unpacked(archive: &[u8], member: &Member) -> Option<u64> {
    let local = usize::try_from(member.at).ok()?;
    if archive.get(local..local + 4)? != b"PK\x03\x04" {
        return None;
    }
    let skip = number(archive, local + 26, 2)? + number(archive, local + 28, 2)?;
    let from = local + 30 + usize::try_from(skip).ok()?;
    let data = archive.get(from..from + usize::try_from(member.packed).ok()?)?;
    match member.method {
        0 => Some(member.packed),
        8 => {
            let claimed = flate2::read::DeflateDecoder::new(data).take(member.bytes + 1);
            io::copy(&mut { claimed }, &mut io::sink()).ok()
        }
        _ => None,
    }
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
        let (Some(packed), Some(local), Some(method)) = (field(20, 4), field(42, 4), field(10, 2))
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
            packed,
            at: local,
            method,
        });
        at = to + usize::try_from(extra + comment).unwrap_or(0);
    }
    members
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<u64> {
    let raw = bytes.get(at..at + width)?;
    Some(raw.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_lies_about_its_size_is_found_out() {
        let path = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("testdata/reading/typed.xlsx");
        let bytes = std::fs::read(&path).expect("workbook");
        let mut file = File::open(&path).expect("workbook");
        let members = members(&mut file, bytes.len() as u64).expect("directory");
        assert!(members.iter().any(|m| m.name == "xl/workbook.xml"));
        assert!(honest(&bytes, &members));
        for i in 0..members.len() {
            let mut lying = members.clone();
            lying[i].bytes -= 1;
            assert!(!honest(&bytes, &lying));
        }
        assert!(list(b"PK\x01\x02 cut off").is_empty());
    }
}
