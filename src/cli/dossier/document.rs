//! The document that somebody means: by its path as typed here, or by its name in dossier or declaration.

use std::path::Path;

use super::entries;
use super::held::{Held, written};
use crate::base::code::dossier as code;
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::record::dossier::{Document, beside};
use crate::text;

/// A document that is at hand.
pub struct Found<'a> {
    pub document: &'a Document,
    /// How answers and reviews name it.
    pub reference: String,
}

impl Found<'_> {
    /// Whether it is one of the buyer's own papers.
    pub fn own(&self, held: &Held) -> bool {
        let same = |d: &Document| std::ptr::eq(d, self.document);
        held.dossier.items.iter().any(same)
    }
}

/// Which papers are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Vendor,
    /// The vendor's or one's own.
    Either,
}

/// Finds a document that is at hand and not altered.
///
/// # Errors
/// It is not listed; it is listed, and not at hand as it was listed.
pub fn find<'a>(held: &'a Held, given: &str, of: Of) -> Result<Found<'a>> {
    let own = match of {
        Of::Vendor => &[][..],
        Of::Either => &held.dossier.items,
    };
    let all = || held.dossier.documents.iter().chain(own);
    let file = Path::new(given);
    // a name that is no path is looked up as a name even if a file is called so: both lead to what was listed
    let path = written(&held.path, file, held.shelf()).ok();
    let seen = path.as_ref().map(|p| beside(&held.name(), p));
    let by_path = seen
        .as_ref()
        .and_then(|s| all().find(|d| d.path.as_ref() == Some(s)));
    let by_name = || all().find(|d| d.id.as_str() == given && !given.starts_with('#'));
    let found = match (by_path, path) {
        (Some(document), Some(path)) => Some((document, path)),
        _ => by_name().map(|d| (d, given.to_owned())),
    };
    match found {
        Some((document, reference)) if document.at_hand() => Ok(Found {
            document,
            reference,
        }),
        Some(_) => Err(refused(given, true, Vec::new())),
        None => {
            let listed = |list| entries::of(&held.text, &held.name(), list);
            let entries: Vec<_> = listed("document")
                .into_iter()
                .chain(listed("item"))
                .collect();
            let bare = beside("", given);
            let lost = entries.iter().any(|e| e.path.as_ref() == Some(&bare));
            let names = all()
                .map(|d| d.id.as_str())
                .filter(|id| !id.starts_with('#'));
            Err(refused(given, lost, names.collect()))
        }
    }
}

fn refused(given: &str, listed: bool, names: Vec<&str>) -> Errors {
    let place = Place::file(printable(given));
    if listed {
        let message = text!(
            "not at hand as it was listed",
            "liegt nicht so vor, wie sie aufgeführt ist"
        );
        return Error::new(&code::DOSSIER_NOT_AT_HAND, message)
            .at(place)
            .into();
    }
    let message = text!("not listed", "nicht aufgeführt");
    let error = Error::new(&code::DOSSIER_UNLISTED, message).at(place);
    match nearest(given, names) {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => {
            let shown = super::quoted(given);
            error.help(text!(
                "`beleg dossier add {shown}` lists it",
                "`beleg dossier add {shown}` führt sie auf"
            ))
        }
    }
    .into()
}
