//! The papers beside a list, as files: the buyer's dossier, the vendor's declaration that it names, the documents that
//! both name, and a signature beside the declaration.

mod signature;

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

use crate::base::clock::Day;
use crate::base::code::{Code, dossier as code};
use crate::base::digest::Sha256;
use crate::base::error::{Error, Place, Result, printable};
use crate::base::file;
use crate::checks::CATALOGUE;
use crate::record::dossier::{Dossier, declaration_of, resolve, vendor_key_of};
use crate::text;

/// Bytes of a dossier or declaration that are read.
const LIMIT: u64 = 16 << 20;
/// Bytes of a document that are digested.
const DOCUMENT: u64 = 1 << 30;

/// Reads dossier and declaration (that of the dossier, if none is given), digests the documents that they name, and
/// verifies a signature beside the declaration.
#[cfg(feature = "engine")]
pub fn read_papers(
    dossier: Option<&Path>,
    declaration: Option<&Path>,
    as_of: Day,
) -> Result<(Dossier, Vec<Error>)> {
    let ours = dossier.map(|path| read(path, &code::DOSSIER_SYNTAX));
    Texts::of(ours.transpose()?, declaration)?.resolve(as_of, &Shelf::default())
}

/// Both sides as text: each a file's name and what stands in it.
pub struct Texts {
    pub dossier: Option<(String, String)>,
    pub declaration: Option<(String, String)>,
}

impl Texts {
    /// The dossier as given, with the declaration that it names if none is given.
    pub fn of(dossier: Option<(String, String)>, declaration: Option<&Path>) -> Result<Self> {
        let named = dossier
            .as_ref()
            .and_then(|(name, text)| declaration_of(name, text));
        // a document that is not at hand is judged; a declaration is an input, and a wrong path is a slip
        let declaration = match (declaration, named) {
            (Some(path), _) => Some(read(path, &code::DECLARATION_SYNTAX)?),
            (None, Some(path)) => Some(read(Path::new(&path), &code::DECLARATION_SYNTAX)?),
            (None, None) => None,
        };
        Ok(Self {
            dossier,
            declaration,
        })
    }

    /// What both come to, with warnings about the declaration.
    pub fn resolve(&self, as_of: Day, shelf: &Shelf) -> Result<(Dossier, Vec<Error>)> {
        fn borrowed(side: &Option<(String, String)>) -> Option<(&str, &str)> {
            side.as_ref().map(|(n, t)| (n.as_str(), t.as_str()))
        }
        let (mut resolved, warnings) = resolve(
            borrowed(&self.declaration),
            borrowed(&self.dossier),
            &|path| shelf.digest(path),
            CATALOGUE,
        )?;
        if let (Some((name, text)), Some(d)) = (&self.declaration, &mut resolved.declaration) {
            let key = self.dossier.as_ref().and_then(|(n, t)| vendor_key_of(n, t));
            d.signature = signature::verify(Path::new(name), text, key, as_of)?;
        }
        Ok((resolved, warnings))
    }
}

/// The documents of one run: each file is read once.
#[derive(Default)]
pub struct Shelf(RefCell<HashMap<String, Option<Sha256>>>);

impl Shelf {
    /// The digest of a document that is at hand.
    pub fn digest(&self, path: &str) -> Option<Sha256> {
        let known = self.0.borrow().get(path).copied();
        known.unwrap_or_else(|| {
            let bytes = file::read(Path::new(path), DOCUMENT).ok();
            let found = bytes.map(|b| Sha256::of(&b));
            self.0.borrow_mut().insert(path.to_owned(), found);
            found
        })
    }
}

/// The name and text of a dossier or declaration.
pub fn read(path: &Path, not_text: &'static Code) -> Result<(String, String)> {
    let name = path.display().to_string();
    let bytes = file::read(path, LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(not_text, text!("not UTF-8", "kein UTF-8")).at(Place::file(printable(&name)))
    })?;
    Ok((name, text))
}
