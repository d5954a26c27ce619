//! Block 1 of a declaration, a Data Package v2 descriptor: what it says of the files themselves, to be compared with
//! what was read.

use super::{Declared, FileDialect, FileDigest, Package, Resource, Word, word};
use crate::base::digest::Sha256;
use crate::base::tree::{Fields, Value};
use crate::record::column::Column;

/// Block 1. Its standard allows further properties everywhere, so nothing in it is unknown.
pub fn package(v: &Value<'_, '_>) -> Option<Package> {
    let fields = v.table()?;
    let mut package = Package::default();
    let resources = fields.get("resources").and_then(|v| v.tables());
    for (i, resource) in resources.unwrap_or_default().into_iter().enumerate() {
        let schema = resource
            .get("schema")
            .filter(Value::is_table)
            .and_then(|v| v.table());
        let headers = schema
            .and_then(|s| s.get("fields"))
            .map(|v| v.tables().map(|f| f.iter().map(field).collect::<Vec<_>>()));
        let number = |name| {
            resource
                .get(name)
                .map(|v| v.uint().map_or(Declared::Illegible, Declared::Is))
        };
        package.resources.push(Resource {
            bytes: number("bytes"),
            digest: resource.get("hash").map(|v| hash(&v)),
            rows: number("rows"),
            columns: headers.as_ref().map(|h| match h {
                Some(h) => Declared::Is(h.len() as u64),
                None => Declared::Illegible,
            }),
            encoding: resource.get("encoding").map(|v| encoding(&v)),
            dialect: resource
                .get("dialect")
                .filter(Value::is_table)
                .and_then(|v| v.table())
                .map(|d| dialect(&d))
                .unwrap_or_default(),
        });
        if i == 0 {
            package.fields = headers.flatten().unwrap_or_default();
        }
    }
    Some(package)
}

/// A header and the column that `rdfType` names; a field without one is declared as not mapped.
fn field(fields: &Fields<'_, '_>) -> (String, Option<Column>) {
    let name = fields.get("name").and_then(|v| v.str()).unwrap_or_default();
    let column = fields.get("rdfType").and_then(|v| {
        let found = Column::find(v.str()?.strip_prefix("urn:beleg:field:")?);
        if found.is_none() {
            v.wrong("the name of a column", "der Name einer Spalte");
        }
        found
    });
    (name.to_owned(), column)
}

/// An encoding by one of its names; Latin-1 is read as the set that contains it (WHATWG Encoding Standard).
fn encoding(v: &Value<'_, '_>) -> Word {
    let Some(text) = v.str() else {
        return Word::ILLEGIBLE;
    };
    let name: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let known = match name.as_str() {
        "ascii" | "usascii" => "us-ascii",
        "utf8" | "utf8sig" | "utf8bom" => "utf-8",
        "utf16" | "ucs2" | "unicode" => "utf-16",
        "utf16le" => "utf-16le",
        "utf16be" => "utf-16be",
        "windows1250" | "cp1250" => "windows-1250",
        "windows1251" | "cp1251" => "windows-1251",
        "windows1252" | "cp1252" | "iso88591" | "latin1" | "l1" | "ansi" => "windows-1252",
        "windows1253" | "cp1253" => "windows-1253",
        "windows1254" | "cp1254" | "iso88599" | "latin5" => "windows-1254",
        "windows1257" | "cp1257" => "windows-1257",
        "iso88592" | "latin2" => "iso-8859-2",
        "iso885915" | "latin9" => "iso-8859-15",
        _ => "",
    };
    let word = Word::of(&word::ENCODINGS, known);
    if word.is_illegible() {
        v.wrong("an encoding like `utf-8`", "eine Kodierung wie `utf-8`");
    }
    word
}

fn dialect(fields: &Fields<'_, '_>) -> FileDialect {
    let sign = |key, known: &[(&str, &str)]| {
        fields.get(key).map(|v| {
            let text = v.str().unwrap_or_default();
            let named = known.iter().find(|(sign, _)| *sign == text);
            let single = text.chars().count() == 1;
            match named {
                Some((_, name)) => Word::of(&word::DIALECT, name),
                None if single => Word::of(&word::DIALECT, "other"),
                None => {
                    v.wrong("one character", "ein Zeichen");
                    Word::ILLEGIBLE
                }
            }
        })
    };
    let header = match fields.get("header").map(|v| v.bool()) {
        Some(Some(false)) => Some(Declared::Is(0)),
        Some(None) => Some(Declared::Illegible),
        // which record it is, only the row numbers say
        _ => fields.get("headerRows").and_then(|v| match v.array() {
            Some(rows) => match &rows[..] {
                [one] => Some(one.uint().map_or(Declared::Illegible, Declared::Is)),
                _ => None,
            },
            None => Some(Declared::Illegible),
        }),
    };
    FileDialect {
        delimiter: sign(
            "delimiter",
            &[
                (",", "comma"),
                (";", "semicolon"),
                ("\t", "tab"),
                ("|", "pipe"),
            ],
        ),
        quote: sign("quoteChar", &[("\"", "double"), ("", "none")]),
        line_end: sign(
            "lineTerminator",
            &[("\r\n", "crlf"), ("\n", "lf"), ("\r", "cr")],
        ),
        header,
        sheet: fields
            .get("sheetNumber")
            .map(|v| v.uint().map_or(Declared::Illegible, Declared::Is)),
    }
}

/// `sha256:<hex>`; other algorithms are named the same way, and bare digits are MD5 (Data Package v2).
fn hash(v: &Value<'_, '_>) -> Declared<FileDigest> {
    let Some(text) = v.str() else {
        return Declared::Illegible;
    };
    let text = text.trim().to_ascii_lowercase();
    let other = |hex: &str| hex.len() >= 32 && hex.bytes().all(|b| b.is_ascii_hexdigit());
    let found = match text.split_once(':') {
        Some(("sha256", hex)) => Sha256::parse(hex).map(FileDigest::Sha256),
        Some((_, hex)) => other(hex).then_some(FileDigest::Other),
        None => other(&text).then_some(FileDigest::Other),
    };
    if found.is_none() {
        v.wrong("a digest like `sha256:…`", "ein Digest wie `sha256:…`");
    }
    found.map_or(Declared::Illegible, Declared::Is)
}
