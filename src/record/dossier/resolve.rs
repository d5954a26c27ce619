//! From the texts of both sides to the resolved [`Dossier`]: documents first, since every grade hangs on whether a named
//! document is at hand; then what the vendor declares; then what the buyer answers and reviews.

use super::declared::{self, Draft, Reader};
use super::shelf::{Shelf, beside};
use super::{Dossier, buyer};
use crate::base::clock::Day;
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Result};
use crate::base::tree::{Codes, Form, Tree};
use crate::record::check::Check;

pub const DECLARATION: Codes = Codes {
    syntax: &code::DECLARATION_SYNTAX,
    unknown: &code::DECLARATION_FIELD,
    value: &code::DECLARATION_VALUE,
    missing: &code::DECLARATION_MISSING,
};

pub const DOSSIER: Codes = Codes {
    syntax: &code::DOSSIER_SYNTAX,
    unknown: &code::DOSSIER_FIELD,
    value: &code::DOSSIER_VALUE,
    missing: &code::DOSSIER_MISSING,
};

/// Resolves declaration and dossier (each a file's name and its text; the ending of its name says whether a declaration
/// is TOML, YAML or JSON) to what sorters ask, with warnings about the
/// declaration. `shelf` gives the SHA-256 of a file that is at hand, by its path seen from where the run started.
///
/// # Errors
/// BEL-D: a text that cannot be parsed, a declaration of another version, and every slip in the dossier, all of them at once.
pub fn resolve(
    declaration: Option<(&str, &str)>,
    dossier: Option<(&str, &str)>,
    shelf: &dyn Fn(&str) -> Option<Sha256>,
    catalogue: &[&'static Check],
) -> Result<(Dossier, Vec<Error>)> {
    let (vendor, ours) = both(
        declaration
            .map(|(file, text)| {
                Tree::parse_as(Form::of(file), file, text, DECLARATION, false, false)
            })
            .transpose(),
        dossier
            .map(|(file, text)| Tree::parse(file, text, DOSSIER, false, true))
            .transpose(),
    )?;
    let mut resolved = Dossier::default();
    let theirs = match (&vendor, declaration) {
        (Some(tree), Some((file, _))) => declared::documents(&tree.root(), file),
        _ => Vec::new(),
    };
    let (papers, items) = match (&ours, dossier) {
        (Some(tree), Some((file, _))) => buyer::papers(&tree.root(), file),
        _ => Default::default(),
    };
    let at_hand = Shelf::build(theirs, papers, shelf);
    let own = Shelf::build(Vec::new(), items, shelf);
    let named = std::cell::RefCell::default();
    let mut reader = Reader {
        shelf: &at_hand,
        catalogue,
        dossier: None,
        named: &named,
    };
    let mut draft: Option<Draft> = match (&vendor, declaration) {
        (Some(tree), Some((_, text))) => Some(declared::read(tree.root(), text, &reader)),
        _ => None,
    };
    if let (Some(tree), Some((file, _))) = (&ours, dossier) {
        reader.dossier = Some(file);
        buyer::read(tree.root(), file, &reader, &own, &mut draft, &mut resolved);
    }
    let finish = |tree: Option<Tree<'_>>| tree.map(|t| t.finish(|| Some(()))).transpose();
    let (vendor, _) = both(finish(vendor), finish(ours))?;
    resolved.documents = at_hand.documents;
    resolved.items = own.documents;
    resolved.declaration = draft.map(|d| d.declaration);
    Ok((resolved, vendor.map(|(_, w)| w).unwrap_or_default()))
}

/// Both values, or the errors of both.
fn both<A, B>(a: Result<A>, b: Result<B>) -> Result<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(Errors(mut a)), Err(Errors(b))) => {
            a.extend(b);
            Err(Errors(a))
        }
        (Err(e), Ok(_)) | (Ok(_), Err(e)) => Err(e),
    }
}

/// The vendor's declaration that a dossier names, as a path seen from where the run started; none if it names none or
/// cannot be read (what is wrong with it is told by [`resolve`]).
pub fn declaration_of(file: &str, text: &str) -> Option<String> {
    let tree = Tree::parse(file, text, DOSSIER, false, true).ok()?;
    let root = tree.root();
    let path = root.get("declaration")?.str()?;
    Some(beside(file, path))
}

/// The vendor's public key that a dossier names: its path seen from where the run started, and its last day. None if it
/// names none or cannot be read.
pub fn vendor_key_of(file: &str, text: &str) -> Option<(String, Option<Day>)> {
    let tree = Tree::parse(file, text, DOSSIER, false, true).ok()?;
    let (path, until) = buyer::vendor_key(&tree.root())?;
    Some((beside(file, &path), until))
}

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;
