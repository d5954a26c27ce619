//! The entries of a dossier as they are written, to find the one that a file belongs to.

use toml_edit::{Document, Item, TableLike, Value};

use crate::base::digest::Sha256;
use crate::record::dossier::beside;

/// What an entry of `[[document]]` or `[[item]]` says of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Position in its list, from 0.
    pub at: usize,
    pub id: Option<String>,
    /// Seen from where the run started.
    pub path: Option<String>,
    pub sha256: Option<Sha256>,
    /// The kinds of a document, the slot of an item.
    pub kinds: Vec<String>,
}

/// The entries of a list of the dossier `file`. What is written otherwise than an entry is left out: whoever reads the
/// dossier tells of it.
pub fn of(text: &str, file: &str, list: &str) -> Vec<Entry> {
    let entry = |at: usize, table: &dyn TableLike| {
        let text = |key| table.get(key).and_then(Item::as_str);
        let several = |key| table.get(key).and_then(Item::as_array);
        let kinds = several("kinds").or(several("kind"));
        let kinds = kinds.into_iter().flatten().filter_map(Value::as_str);
        let one = text("kind").or(text("kinds"));
        Entry {
            at,
            id: text("id").map(str::to_owned),
            path: text("path").map(|p| beside(file, p)),
            sha256: text("sha256").and_then(|s| {
                let s = s.trim().to_ascii_lowercase();
                Sha256::parse(s.strip_prefix("sha256:").unwrap_or(&s))
            }),
            kinds: kinds.chain(one).map(str::to_owned).collect(),
        }
    };
    each(text, list, entry)
}

/// What `look` sees in every entry of a list, which has a position from 0.
fn each<T>(text: &str, list: &str, look: impl Fn(usize, &dyn TableLike) -> T) -> Vec<T> {
    let Ok(doc) = Document::parse(text) else {
        return Vec::new();
    };
    let all: Vec<&dyn TableLike> = match doc.get(list) {
        Some(Item::ArrayOfTables(all)) => all.iter().map(|t| t as &dyn TableLike).collect(),
        Some(Item::Value(Value::Array(all))) => all
            .iter()
            .filter_map(|v| v.as_inline_table().map(|t| t as &dyn TableLike))
            .collect(),
        _ => Vec::new(),
    };
    all.into_iter()
        .enumerate()
        .map(|(at, t)| look(at, t))
        .collect()
}

/// The position of the entry of a list whose keys have these texts, if there is one.
pub fn position(text: &str, list: &str, keys: &[(&str, &str)]) -> Option<usize> {
    let fits = |_: usize, table: &dyn TableLike| {
        let is =
            |(key, value): &(&str, &str)| table.get(key).and_then(Item::as_str) == Some(*value);
        keys.iter().all(is)
    };
    each(text, list, fits).into_iter().position(|fits| fits)
}

/// How many answers and reviews name a document by one of these names.
pub fn naming(text: &str, file: &str, names: &[&str]) -> usize {
    let named = |_: usize, table: &dyn TableLike| {
        let name = table.get("document").and_then(Item::as_str);
        name.is_some_and(|n| names.contains(&n) || names.contains(&beside(file, n).as_str()))
    };
    let count = |list| each(text, list, named).into_iter().filter(|n| *n).count();
    count("answer") + count("review")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_in_every_form() {
        let digest = Sha256::of(b"x");
        let text = format!(
            "document = [{{ path = \"a.pdf\", kinds = [\"dpia\"], sha256 = \"{digest}\" }}, {{ id = \"b\", kinds = [] }}]\n[[item]]\nkind = \"channel-plan\"\npath = '../c.pdf'\n"
        );
        let documents = of(&text, "in/dossier.toml", "document");
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].path.as_deref(), Some("in/a.pdf"));
        assert_eq!(documents[0].sha256, Some(digest));
        assert_eq!(documents[1].id.as_deref(), Some("b"));
        let items = of(&text, "in/dossier.toml", "item");
        assert_eq!(items[0].path.as_deref(), Some("c.pdf"));
        assert_eq!(items[0].kinds, ["channel-plan"]);
        let text = "[[review]]\ndocument = \"a.pdf\"\n[[answer]]\ndocument = \"lia\"\n";
        assert_eq!(naming(text, "d/dossier.toml", &["d/a.pdf", "lia"]), 2);
    }
}
