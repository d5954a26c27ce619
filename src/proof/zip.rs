//! The transport form of a bundle: a ZIP in which nothing is left to choose.
//!
//! Stored, not deflated (deflate output differs between library versions), one fixed date, no extra fields. The reader
//! takes only what the writer, given the same files, writes again: so there is no second reading of an archive (names
//! twice, local against central headers, gaps, appended bytes) and no archive crate. See APPNOTE 6.3, §4.3.7–4.3.16.

use std::collections::BTreeMap;

/// Bytes of a path in an archive: the top folder, a slash, the name.
const PATH: usize = 160;
/// 1980-01-01 in DOS form; time 00:00:00.
const DATE: u16 = 0x0021;
const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// 0100644 in the upper half: a regular file.
const MODE: u32 = 0o100_644 << 16;

/// Why an archive is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The checksum of this path is wrong, and nothing else but checksums.
    Altered(String),
    /// Anything else.
    Hostile(&'static str),
}

/// Writes files, given by full path.
pub fn write(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (path, bytes) in files {
        let at = out.len() as u32;
        let mut common = Vec::new();
        for n in [20u16, 0, 0, 0, DATE] {
            common.extend(n.to_le_bytes()); // version needed, flags, method, time, date
        }
        for n in [crc32(bytes), bytes.len() as u32, bytes.len() as u32] {
            common.extend(n.to_le_bytes());
        }
        common.extend((path.len() as u16).to_le_bytes());
        common.extend(0u16.to_le_bytes()); // no extra field

        out.extend(LOCAL.to_le_bytes());
        out.extend(&common);
        out.extend(path.as_bytes());
        out.extend(bytes);

        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(0x0314u16.to_le_bytes()); // made by Unix, version 2.0
        directory.extend(&common);
        directory.extend([0; 6]); // no comment, disk 0, no internal attributes
        directory.extend(MODE.to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(path.as_bytes());
    }
    let (start, size, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(directory);
    out.extend(END.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// Reads an archive: the files by full path. The caller has bounded `bytes`.
pub fn read(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let mut files = BTreeMap::new();
    let mut rest = bytes;
    while number(rest, 0) == Some(LOCAL) {
        let damaged = || Flaw::Hostile("a damaged entry");
        let size = number(rest, 18).ok_or_else(damaged)? as usize;
        let name = (number(rest, 26).ok_or_else(damaged)? & 0xffff) as usize;
        if !(1..=PATH).contains(&name) {
            return Err(Flaw::Hostile("a path too long"));
        }
        let path = rest.get(30..30 + name).ok_or_else(damaged)?;
        let content = (30 + name)
            .checked_add(size)
            .and_then(|end| rest.get(30 + name..end))
            .ok_or_else(damaged)?;
        let path = clean(path).ok_or(Flaw::Hostile("a path that is not plain"))?;
        rest = &rest[30 + name + size..];
        if files.insert(path, content.to_vec()).is_some() {
            return Err(Flaw::Hostile("one path twice"));
        }
    }
    if files.is_empty() {
        return Err(Flaw::Hostile("no entry"));
    }
    let again = write(&files);
    if again == bytes {
        return Ok(files);
    }
    // content and checksum of an entry may disagree and all else be right: then a file was altered
    match only_checksums(&files, again, bytes) {
        Some(path) => Err(Flaw::Altered(path)),
        None => Err(Flaw::Hostile("not as beleg writes it")),
    }
}

/// The first path whose checksum differs, if nothing but checksums does.
fn only_checksums(
    files: &BTreeMap<String, Vec<u8>>,
    mut ours: Vec<u8>,
    theirs: &[u8],
) -> Option<String> {
    if ours.len() != theirs.len() {
        return None;
    }
    let mut local = 0;
    let mut central = files
        .iter()
        .map(|(p, c)| 30 + p.len() + c.len())
        .sum::<usize>();
    let mut first = None;
    for (path, content) in files {
        for at in [local + 14, central + 16] {
            if ours[at..at + 4] != theirs[at..at + 4] {
                ours[at..at + 4].copy_from_slice(&theirs[at..at + 4]);
                first.get_or_insert(path);
            }
        }
        local += 30 + path.len() + content.len();
        central += 46 + path.len();
    }
    if ours == theirs { first.cloned() } else { None }
}

/// A path of `[A-Za-z0-9._/-]` whose pieces are neither empty nor dots.
pub fn clean(path: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(path).ok()?;
    let plain = text.len() <= PATH
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._/-".contains(&b))
        && text.split('/').all(|p| !matches!(p, "" | "." | ".."));
    plain.then(|| text.to_owned())
}

/// A little-endian number of four bytes.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

/// CRC-32 of ISO 3309, reflected, as ZIP wants it.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut i = 0;
        while i < 256 {
            let mut c = i as u32;
            let mut bit = 0;
            while bit < 8 {
                c = if c & 1 == 1 {
                    c >> 1 ^ 0xedb8_8320
                } else {
                    c >> 1
                };
                bit += 1;
            }
            table[i] = c;
            i += 1;
        }
        table
    };
    !bytes
        .iter()
        .fold(!0, |c, b| TABLE[usize::from(c as u8 ^ b)] ^ c >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        [
            ("top/a.txt", "one"),
            ("top/b/c.txt", ""),
            ("top/b.txt", "three"),
        ]
        .map(|(p, c)| (p.to_owned(), c.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(read(&write(&files())), Ok(files()));
    }

    #[test]
    fn no_byte_can_change_unnoticed() {
        let good = write(&files());
        let mut altered = 0;
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bytes = good.clone();
                bytes[at] ^= 1 << bit;
                match read(&bytes) {
                    Ok(_) => panic!("byte {at}, bit {bit}"),
                    Err(Flaw::Altered(_)) => altered += 1,
                    Err(Flaw::Hostile(_)) => {}
                }
            }
        }
        // the content's bits, and one checksum in two places
        assert_eq!(altered, (3 + 5) * 8 + 3 * 2 * 32);
        for cut in 0..good.len() {
            assert!(read(&good[..cut]).is_err(), "{cut}");
        }
        assert!(read(&[&good[..], b"x"].concat()).is_err());
        assert!(read(&[b"x", &good[..]].concat()).is_err());
    }

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for path in [
            "../a", "/a", "a/../b", "a//b", "a/", "./a", "a\\b", "C:a", "a\0", "ä", "", "a b",
            "a\u{301}",
        ] {
            assert_eq!(clean(path.as_bytes()), None, "{path:?}");
            let mut files = files();
            files.insert(path.to_owned(), b"x".to_vec());
            assert!(read(&write(&files)).is_err(), "{path:?}");
        }
        assert!(clean("a".repeat(160).as_bytes()).is_some());
        assert!(clean("a".repeat(161).as_bytes()).is_none());
    }

    #[test]
    fn one_path_twice_is_refused() {
        let one = write(&[("t/a".to_owned(), b"1".to_vec())].into());
        let two = write(&[("t/a".to_owned(), b"2".to_vec())].into());
        let local = |z: &[u8]| z[..30 + 3 + 1].to_vec();
        let twice = [local(&one), two].concat();
        assert_eq!(read(&twice), Err(Flaw::Hostile("one path twice")));
    }
}
