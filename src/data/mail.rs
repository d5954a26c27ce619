//! Whose e-mail address it is, seen from the value alone: the syntax of the address, the class of its domain, the kind
//! of mailbox. Nothing is asked over the network; the tables that decide lie beside the code, and their digests stand in
//! the census ([`tables`]).
//!
//! [`of_cells`] is the derived column that the checks `mail-*` read.

mod domain;
mod intern;
mod syntax;
mod tables;

use std::rc::Rc;

pub use domain::{Class, Domain};
pub use syntax::{Syntax, ascii_domain};
pub use tables::tables;

use super::batch::Batch;
use super::frame::Cells;
use crate::record::column::Column;

/// The columns that hold addresses of the row.
pub const COLUMNS: [Column; 3] = [Column::Email, Column::EmailWork, Column::EmailPersonal];

/// What is known about one address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mail {
    pub syntax: Syntax,
    /// Its class is `Illegible` if the raw value is no address, or has no domain name.
    pub domain: Domain,
    /// Where the `@` stands, if the raw value is an address.
    at: u8,
}

impl Mail {
    /// The part before the `@`; none if the raw value is no address.
    pub fn local(self, text: &str) -> Option<&str> {
        self.syntax
            .is_address()
            .then(|| text.get(..usize::from(self.at)))?
    }

    /// The part after the `@`, as it is written.
    pub fn host(self, text: &str) -> Option<&str> {
        self.syntax
            .is_address()
            .then(|| text.get(usize::from(self.at) + 1..))?
    }

    fn of(text: &str, known: &mut intern::Known) -> Self {
        let (syntax, at) = syntax::sort(text);
        let host = text.get(at + 1..).unwrap_or("");
        let domain = match syntax {
            Syntax::Valid | Syntax::Eai | Syntax::Unusual if host.starts_with('[') => Domain::NONE,
            Syntax::Valid | Syntax::Eai | Syntax::Unusual if host.is_ascii() => known.get(host),
            Syntax::Valid | Syntax::Eai | Syntax::Unusual => {
                ascii_domain(host).map_or(Domain::NONE, |ascii| known.get(&ascii))
            }
            Syntax::Blank => Domain {
                class: Class::Blank,
                ..Domain::NONE
            },
            _ => Domain::NONE,
        };
        Self {
            syntax,
            domain,
            // an address has at most 254 bytes
            at: u8::try_from(at).unwrap_or(0),
        }
    }
}

/// What is known about the addresses of a column.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Mail>> {
    batch.memo("mail::of_cells", cells.slot.position, || {
        batch.state("mail::known", |known: &mut intern::Known| {
            let mut last: (&str, Option<Mail>) = ("", None);
            cells
                .iter()
                .map(|text| match last {
                    (t, Some(mail)) if t == text => mail,
                    _ => {
                        let mail = Mail::of(text, known);
                        last = (text, Some(mail));
                        mail
                    }
                })
                .collect()
        })
    })
}
