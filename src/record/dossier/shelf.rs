//! The documents of both sides in one list: the same file named twice is one document, and every name that a statement,
//! an answer or a review may use for it leads there. Missing and altered files are states, never errors.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::{Dated, Declared, Document, Hashed, Integrity, Word};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;

/// A document as an entry names it, before anyone looked whether it is there.
#[derive(Clone)]
pub struct Named {
    /// The vendor's id for it.
    pub id: Option<String>,
    /// Where it lies, seen from where the run started.
    pub path: Option<String>,
    pub kinds: Vec<Word>,
    pub date: Dated,
    pub dated_by: Option<Word>,
    pub expires: Option<Day>,
    pub digests: Vec<Declared<Sha256>>,
    pub seen: Word,
    pub pages: BTreeMap<Word, Label>,
    pub list_sha256: Option<Sha256>,
    /// What rows write for it.
    pub matches: Vec<String>,
    /// How the lines of a list are hashed.
    pub hashed: Option<Hashed>,
}

impl Named {
    /// The same file, named by both sides. Who read the paper knows its date better; validity ends with the earlier day.
    fn join(&mut self, other: Self, moved: bool) {
        if moved {
            self.path = other.path;
        }
        for kind in other.kinds {
            if !self.kinds.contains(&kind) {
                self.kinds.push(kind);
            }
        }
        if other.date != Dated::Undated {
            self.date = other.date;
            self.dated_by = other.dated_by;
        }
        self.expires = match (self.expires, other.expires) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.digests.extend(other.digests);
        self.pages.extend(other.pages);
        self.list_sha256 = other.list_sha256.or(self.list_sha256);
        self.matches.extend(other.matches);
        self.hashed = other.hashed.or(self.hashed);
    }
}

/// All documents, and what they are called.
#[derive(Default)]
pub struct Shelf {
    pub documents: Vec<Document>,
    /// Positions by the vendor's ids and by paths. Ids cannot hide paths: both lead to what they name.
    ids: HashMap<String, usize>,
    paths: HashMap<String, usize>,
}

impl Shelf {
    /// Merges both sides and compares each file with its digests. `at` gives the digest of a file that is at hand.
    pub fn build(
        vendor: Vec<Named>,
        buyer: Vec<Named>,
        at: &dyn Fn(&str) -> Option<Sha256>,
    ) -> Self {
        let seen: RefCell<HashMap<String, Option<Sha256>>> = RefCell::default();
        let at = |path: &str| {
            let known = seen.borrow().get(path).copied();
            known.unwrap_or_else(|| {
                let found = at(path);
                seen.borrow_mut().insert(path.to_owned(), found);
                found
            })
        };
        let at = &at;
        let mut all: Vec<Named> = Vec::new();
        let (mut ids, mut paths) = (HashMap::new(), HashMap::new());
        for named in vendor.into_iter().chain(buyer) {
            let known = named.path.as_ref().and_then(|p| paths.get(p).copied());
            let position = known
                .or_else(|| moved(&all, &named, at))
                .unwrap_or(all.len());
            if let Some(id) = &named.id {
                ids.entry(id.clone()).or_insert(position);
            }
            if let Some(path) = &named.path {
                paths.insert(path.clone(), position);
            }
            match all.get_mut(position) {
                Some(first) => first.join(named, known.is_none()),
                None => all.push(named),
            }
        }
        let documents = all
            .iter()
            .enumerate()
            .map(|(i, n)| {
                // an id that two entries use names the first; the second is known by its position
                let id = n.id.as_ref().filter(|id| ids.get(*id) == Some(&i));
                let label = id.map_or(Label::position(i + 1), |id| Label::id(id, i + 1));
                document(label, n, at)
            })
            .collect();
        Self {
            documents,
            ids,
            paths,
        }
    }

    /// The document that the vendor calls `id`.
    pub fn by_id(&self, id: &str) -> Option<&Document> {
        self.documents.get(*self.ids.get(id)?)
    }

    /// The document at a path.
    pub fn by_path(&self, path: &str) -> Option<&Document> {
        self.documents.get(*self.paths.get(path)?)
    }

    /// Whether a document of this label is at hand and not altered.
    pub fn at_hand(&self, label: &Label) -> bool {
        self.documents.iter().any(|d| d.id == *label && d.at_hand())
    }
}

/// The entry whose file was put elsewhere: not at hand where its path says, but with the digest of this file.
fn moved(all: &[Named], named: &Named, at: &dyn Fn(&str) -> Option<Sha256>) -> Option<usize> {
    let file = Declared::Is(at(named.path.as_ref()?)?);
    let lost = |n: &Named| n.path.as_ref().is_none_or(|p| at(p).is_none());
    all.iter()
        .position(|n| n.digests.contains(&file) && lost(n))
}

/// A document or item against the file that is at hand.
pub fn document(id: Label, named: &Named, at: &dyn Fn(&str) -> Option<Sha256>) -> Document {
    let found = named.path.as_ref().and_then(|p| at(p));
    let inspected = named.path.is_none() && named.seen == "inspected";
    let integrity = match found {
        None if inspected => Integrity::NoDigest,
        None => Integrity::Missing,
        Some(_) if named.digests.is_empty() => Integrity::NoDigest,
        Some(file) => {
            let differs = |d: &Declared<Sha256>| matches!(d, Declared::Is(d) if *d != file);
            if named.digests.iter().any(differs) {
                Integrity::Differs
            } else if named.digests.contains(&Declared::Illegible) {
                Integrity::Illegible
            } else {
                Integrity::Matches
            }
        }
    };
    Document {
        id,
        kinds: named.kinds.clone(),
        date: named.date,
        dated_by: named.dated_by,
        expires: named.expires,
        sha256: found,
        integrity,
        seen: named.seen,
        pages: named.pages.clone(),
        list_sha256: named.list_sha256,
        matches: named.matches.clone(),
        path: found.and(named.path.clone()),
        hashed: named.hashed,
    }
}

/// A path that stands in `file`, seen from where the run started: relative to the file, `.` and `..` taken out.
pub fn beside(file: &str, path: &str) -> String {
    let path = path.replace('\\', "/");
    let absolute = path.starts_with('/');
    let folder = match file.rfind(['/', '\\']) {
        Some(at) if !absolute => file[..at].replace('\\', "/"),
        _ => String::new(),
    };
    let rooted = absolute || file.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|p| *p != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, parts.join("/"))
}

/// Whether a vendor's path stays within the folder of its declaration: nothing else of this machine is looked at for it.
pub fn stays(path: &str) -> bool {
    let path = path.replace('\\', "/");
    let drive = path.as_bytes().get(1) == Some(&b':');
    !path.starts_with('/') && !drive && !path.split('/').any(|p| p == "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: Option<&str>, path: &str, digest: Option<Declared<Sha256>>) -> Named {
        Named {
            id: id.map(str::to_owned),
            path: Some(path.to_owned()),
            kinds: vec![Word::from("dpia")],
            date: Dated::Undated,
            dated_by: None,
            expires: None,
            digests: digest.into_iter().collect(),
            seen: Word::from("copy"),
            pages: BTreeMap::new(),
            list_sha256: None,
            matches: Vec::new(),
            hashed: None,
        }
    }

    #[test]
    fn a_file_named_by_both_sides_is_one_document_and_any_wrong_digest_counts() {
        let right = Sha256::of(b"file");
        let wrong = Sha256::of(b"other");
        let at = |p: &str| (p == "a.pdf").then_some(right);
        let mut buyer = named(None, "a.pdf", Some(Declared::Is(wrong)));
        buyer.kinds = vec![Word::from("notice-log")];
        buyer.date = Dated::On(Day(20_000));
        let shelf = Shelf::build(
            vec![
                named(Some("one"), "a.pdf", Some(Declared::Is(right))),
                named(Some("one"), "b.pdf", None),
            ],
            vec![buyer],
            &at,
        );
        let [a, b] = &shelf.documents[..] else {
            panic!("two documents");
        };
        assert_eq!(a.integrity, Integrity::Differs);
        assert_eq!(a.kinds, [Word::from("dpia"), Word::from("notice-log")]);
        assert_eq!(a.date, Dated::On(Day(20_000)));
        assert_eq!((a.id.as_str(), b.id.as_str()), ("one", "#2"));
        assert_eq!(b.integrity, Integrity::Missing);
    }

    #[test]
    fn a_file_that_was_put_elsewhere_is_known_by_its_digest() {
        let file = Sha256::of(b"file");
        let at = |p: &str| (p == "ours/a.pdf").then_some(file);
        let shelf = Shelf::build(
            vec![named(Some("lia"), "theirs/a.pdf", Some(Declared::Is(file)))],
            vec![named(None, "ours/a.pdf", None)],
            &at,
        );
        assert_eq!(shelf.documents.len(), 1);
        assert_eq!(shelf.documents[0].integrity, Integrity::Matches);
        let id = |d: Option<&Document>| d.map(|d| d.id.as_str().to_owned());
        assert_eq!(id(shelf.by_path("ours/a.pdf")), id(shelf.by_id("lia")));
    }

    #[test]
    fn a_digest_that_is_none_is_neither_right_nor_wrong() {
        let at = |_: &str| Some(Sha256::of(b"file"));
        let shelf = Shelf::build(
            vec![named(Some("x"), "a", Some(Declared::Illegible))],
            vec![],
            &at,
        );
        assert_eq!(shelf.documents[0].integrity, Integrity::Illegible);
        assert!(!shelf.documents[0].at_hand());
    }

    #[test]
    fn paths_are_relative_to_the_file_that_names_them() {
        assert_eq!(beside("d/decl.toml", "x/../a.pdf"), "d/a.pdf");
        assert_eq!(beside("decl.toml", "./a.pdf"), "a.pdf");
        assert_eq!(beside("/in/d.toml", "p\\a.pdf"), "/in/p/a.pdf");
        assert_eq!(beside("d/d.toml", "../../a"), "../a");
        assert_eq!(beside("d/d.toml", "/a"), "/a");
        assert_eq!(beside("/d.toml", "a"), "/a");
        assert!(stays("papers/a.pdf"));
        for path in ["/etc/hosts", "../a", "a/../../b", "C:\\a"] {
            assert!(!stays(path), "{path}");
        }
    }
}
