//! Block 1 of a declaration, a Data Package v2 descriptor: what it says of the files themselves, to be compared with
//! what was read.

use super::{Declared, FileDigest, Package, Resource};
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
