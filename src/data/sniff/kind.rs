//! The kind of a file, by its first bytes and never by its name.

use super::archive::Member;
use crate::base::lang::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Csv,
    Xlsx,
    /// Known, and not read by this version.
    Other(Words),
    /// Neither text nor anything known.
    Binary,
}

const fn words(en: &'static str, de: &'static str) -> Words {
    Words { en, de }
}

/// First bytes, and what they say.
const MAGIC: [(&[u8], Words); 14] = [
    (b"PAR1", words("Parquet", "Parquet")),
    (b"ARROW1", words("Arrow IPC", "Arrow IPC")),
    (b"\x1f\x8b", words("gzip", "gzip")),
    (b"\x28\xb5\x2f\xfd", words("zstd", "zstd")),
    (b"BZh", words("bzip2", "bzip2")),
    (b"\xfd7zXZ\0", words("xz", "xz")),
    (b"7z\xbc\xaf\x27\x1c", words("7-Zip", "7-Zip")),
    (b"Rar!", words("RAR", "RAR")),
    (
        b"\xd0\xcf\x11\xe0",
        words(
            "an old or encrypted Office file",
            "eine alte oder verschlüsselte Office-Datei",
        ),
    ),
    (b"%PDF", words("PDF", "PDF")),
    (b"SQLite format 3\0", words("SQLite", "SQLite")),
    (b"{\\rtf", words("rich text", "formatierter Text (RTF)")),
    (b"<?xml", words("XML", "XML")),
    (b"<!DOCTYPE", words("HTML", "HTML")),
];

/// What the head of a file says; of an archive, what is inside.
pub fn kind(head: &[u8], members: &[Member]) -> Kind {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if let Some((_, name)) = MAGIC.iter().find(|(m, _)| text.starts_with(m)) {
        return Kind::Other(*name);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return archive(members);
    }
    let first = text.iter().find(|b| !b.is_ascii_whitespace());
    let second = text
        .iter()
        .skip_while(|b| b.is_ascii_whitespace())
        .skip(1)
        .find(|b| !b.is_ascii_whitespace());
    match (first, second) {
        (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b'[' | b'"' | b']')) => {
            return Kind::Other(words("JSON", "JSON"));
        }
        _ => {}
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return Kind::Csv;
    }
    // tab, line ends, form feed, Ctrl-Z and escape occur in text; a NUL here and there is quarantined, many are binary
    let sample = &head[..head.len().min(64 << 10)];
    let odd = sample
        .iter()
        .filter(|b| **b < 32 && !matches!(b, b'\t' | b'\n' | b'\r' | 12 | 26 | 27))
        .count();
    if odd * 20 > sample.len() && super::encoding::wide(sample).is_none() {
        Kind::Binary
    } else {
        Kind::Csv
    }
}

fn archive(members: &[Member]) -> Kind {
    let has = |n: &str| members.iter().any(|x| x.name == n);
    if has("xl/workbook.bin") {
        Kind::Other(words("XLSB", "XLSB"))
    } else if has("xl/workbook.xml")
        || (has("[Content_Types].xml") && members.iter().any(|m| m.name.starts_with("xl/")))
    {
        Kind::Xlsx
    } else if has("content.xml") && has("mimetype") {
        Kind::Other(words("an OpenDocument file", "eine OpenDocument-Datei"))
    } else if has("[Content_Types].xml") {
        Kind::Other(words(
            "an Office file without sheets",
            "eine Office-Datei ohne Tabellen",
        ))
    } else {
        Kind::Other(words("a ZIP archive", "ein ZIP-Archiv"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &[u8]) -> Kind {
        kind(head, &[Member::named("xl/workbook.xml")])
    }

    #[test]
    fn kinds_are_told_by_their_first_bytes() {
        for text in [
            &b"a,b\n1,2\n"[..],
            b"\xef\xbb\xbfa;b",
            b"\xff\xfea\0,\0b\0",
            b"{x},b\n",
            b"BZ,h",
            b"[1],[2]\n",
        ] {
            assert!(of(text) == Kind::Csv, "{text:?}");
        }
        assert!(of(b"PK\x03\x04rest") == Kind::Xlsx);
        for other in [
            &b"PAR1xxxx"[..],
            b"\x1f\x8b\x08",
            b"  {\n \"a\": 1}",
            b"[{\"a\":1}]",
            b"\xef\xbb\xbf{\"a\":1}",
        ] {
            assert!(matches!(of(other), Kind::Other(_)), "{other:?}");
        }
        assert!(of(&[0, 1, 2, 3, 4, 5, 200, 201]) == Kind::Binary);
        assert!(matches!(archive(&[Member::named("a.csv")]), Kind::Other(_)));
    }
}
