//! Whose e-mail address it is, seen from the value alone: the syntax of the address, the class of its domain, the kind
//! of mailbox. Nothing is asked over the network; the tables that decide lie beside the code, and their digests stand in
//! the census ([`tables`]).
//!
//! [`of_cells`] is the derived column that the checks `mail-*` read.

mod column;
mod domain;
pub mod flags;
mod intern;
mod mailbox;
mod plain;
pub mod reference;
mod single;
mod syntax;
mod tables;

use std::borrow::Cow;
use std::rc::Rc;

pub use domain::{Class, Domain, Rule, Shared};
pub use flags::Flags;
pub use mailbox::{Mailbox, tidy};
pub use single::{Single, Verdict};
pub use syntax::{Syntax, ascii_domain};
pub use tables::{Line, lines, tables};

use super::batch::Batch;
use super::frame::Cells;
use super::names::Names;
use crate::record::column::Column;

/// The columns that hold addresses of the row.
pub const COLUMNS: [Column; 3] = [Column::Email, Column::EmailWork, Column::EmailPersonal];

/// Positions in the bins of `mail-nature`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Nature {
    Personal,
    ProfessionalRoleOfNaturalPerson,
    ProfessionalNamed,
    ProfessionalRole,
    Unusable,
    Illegible,
    Blank,
}

/// What is known about one address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mail {
    pub syntax: Syntax,
    /// Its class is `Illegible` if the raw value is no address, or has no domain name.
    pub domain: Domain,
    /// By the local part and the row's own name.
    pub mailbox: Mailbox,
    /// Whether what would be an address after an obvious rewriting is a function's: `info@firma-beispiel.de;`.
    pub almost_function: bool,
    /// A word of a function stands in the local part, whatever the mailbox is.
    pub function_word: bool,
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

    /// The same in lower case and ASCII; none if it is no domain name.
    pub fn small_host(self, text: &str) -> Option<Cow<'_, str>> {
        ascii_domain(self.host(text)?)
    }

    /// The address in the one spelling in which it is compared with others, written to `out`; false if the raw value is
    /// no address.
    pub fn spell(self, text: &str, out: &mut String) -> bool {
        let (Some(local), Some(host)) = (self.local(text), self.host(text)) else {
            return false;
        };
        out.clear();
        match local.is_ascii() {
            true => {
                out.push_str(local);
                out.make_ascii_lowercase();
            }
            false => out.extend(local.chars().flat_map(char::to_lowercase)),
        }
        out.push('@');
        match ascii_domain(host) {
            Some(small) => out.push_str(&small),
            None => out.push_str(host),
        }
        true
    }

    /// Private or professional; `trader` if the row is about a person who trades under a name.
    pub fn nature(self, text: &str, trader: bool) -> Nature {
        match self.syntax {
            Syntax::Blank => return Nature::Blank,
            Syntax::Illegible if text.contains('\u{fffd}') => return Nature::Illegible,
            _ => {}
        }
        match (self.domain.class, self.mailbox) {
            (Class::Illegible | Class::Blank | Class::Reserved | Class::NoSuchTld, _) => {
                Nature::Unusable
            }
            (class, _) if class.is_consumer() => Nature::Personal,
            (_, Mailbox::Named | Mailbox::Opaque) if self.domain.student => Nature::Personal,
            (_, Mailbox::Role | Mailbox::Rfc2142 | Mailbox::Noreply) if trader => {
                Nature::ProfessionalRoleOfNaturalPerson
            }
            (_, Mailbox::Role | Mailbox::Rfc2142 | Mailbox::Noreply) => Nature::ProfessionalRole,
            _ => Nature::ProfessionalNamed,
        }
    }

    /// What somebody registered: `firma-beispiel` of `anna@mail.firma-beispiel.de`; empty beyond ASCII.
    pub fn registered_label(self, text: &str) -> &str {
        match self.host(text) {
            Some(host) if host.is_ascii() => self.domain.label_of(host),
            _ => "",
        }
    }

    /// From the value alone: the slow twin of [`column::sort`]. The tidied local part is left in `tidy`.
    fn of<'a>(
        text: &'a str,
        known: &mut intern::Known,
        last: &mut (&'a str, Domain),
        tidy: &mut String,
    ) -> Self {
        let (syntax, at) = syntax::sort(text);
        let host = text.get(at + 1..).unwrap_or("");
        let domain = match syntax {
            Syntax::Valid | Syntax::Eai | Syntax::Unusual if host.starts_with('[') => Domain::NONE,
            // lists are grouped by company
            Syntax::Valid | Syntax::Eai | Syntax::Unusual if host == last.0 => last.1,
            Syntax::Valid | Syntax::Eai | Syntax::Unusual if host.is_ascii() => {
                *last = (host, known.get(host));
                last.1
            }
            Syntax::Valid | Syntax::Eai | Syntax::Unusual => {
                ascii_domain(host).map_or(Domain::NONE, |ascii| known.get(&ascii))
            }
            Syntax::Blank => Domain {
                class: Class::Blank,
                ..Domain::NONE
            },
            _ => Domain::NONE,
        };
        let (mailbox, function_word) = match syntax {
            Syntax::Blank => (Mailbox::Blank, false),
            _ if !syntax.is_address() => (Mailbox::Illegible, false),
            _ => {
                mailbox::tidy(text.get(..at).unwrap_or(""), tidy);
                let found = mailbox::decide(tidy);
                (found.kind.under(domain), found.function)
            }
        };
        Self {
            syntax,
            domain,
            mailbox,
            almost_function: syntax == Syntax::Repairable
                && syntax::repaired(text).is_some_and(|mended| {
                    let mended = Self::of(&mended, known, &mut ("", Domain::NONE), tidy);
                    matches!(
                        mended.mailbox,
                        Mailbox::Role | Mailbox::Rfc2142 | Mailbox::Noreply
                    ) && !mended.domain.class.is_consumer()
                }),
            function_word,
            // an address has at most 254 bytes
            at: u8::try_from(at).unwrap_or(0),
        }
    }
}

/// What is known about hosts, of addresses and of pages.
pub struct Hosts<'k>(&'k mut intern::Known);

impl Hosts<'_> {
    /// A host in lower case and ASCII, and what is known about it.
    pub fn get<'h>(&mut self, host: &'h str) -> (Cow<'h, str>, Domain) {
        let ascii = match host.is_ascii() {
            true => Some(syntax::small(host)),
            false => ascii_domain(host),
        };
        match ascii {
            Some(ascii) => {
                let domain = self.0.get(&ascii);
                (ascii, domain)
            }
            None => (Cow::Borrowed(host), Domain::NONE),
        }
    }
}

/// Looks hosts up among those that a worker knows.
pub fn hosts<R>(batch: &Batch<'_>, f: impl FnOnce(&mut Hosts<'_>) -> R) -> R {
    batch.state("mail::known", |known: &mut intern::Known| {
        f(&mut Hosts(known))
    })
}

/// What is known about the addresses of a column. Where a word of the local part is also the row's own name, the name
/// wins: `post@` is Mr Post's mailbox.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Mail>> {
    batch.memo("mail::of_cells", cells.slot.position, || {
        let names = Names::of(batch);
        let (mut plain, mut scratch) = (String::new(), String::new());
        let unknown = names.are_unknown();
        let mut out = Vec::with_capacity(cells.len());
        batch.state("mail::known", |known: &mut intern::Known| {
            column::sort(cells.iter(), known, |text, mut mail| {
                if mail.mailbox == Mailbox::Role && !unknown {
                    tidy(mail.local(text).unwrap_or(""), &mut plain);
                    let mut tokens = plain.split('.');
                    if tokens.any(|token| names.contain(out.len(), token, &mut scratch)) {
                        mail.mailbox = Mailbox::Named;
                    }
                }
                out.push(mail);
            });
        });
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Mail {
        Mail::of(
            text,
            &mut intern::Known::default(),
            &mut ("", Domain::NONE),
            &mut String::new(),
        )
    }

    #[test]
    fn both_spellings_of_a_domain_are_one() {
        let (one, two) = (
            of("anna@müller-beispiel.de"),
            of("anna@xn--mller-beispiel-nlb.de"),
        );
        assert_eq!(one.domain.class, Class::Organisation);
        assert_eq!(one.domain, two.domain);
        assert_eq!(of("anna@[192.0.2.1]").domain.class, Class::Illegible);
    }

    #[test]
    fn what_is_almost_an_address_may_be_almost_a_function() {
        for (text, function) in [
            ("info@firma-beispiel.de;", true),
            (" vertrieb@firma-beispiel.de", true),
            ("anna.muster@firma-beispiel.de;", false),
            ("info@gmx.de;", false),
            // there is a name beside it
            ("Anna Muster <info@firma-beispiel.de>", false),
            ("info@firma-beispiel.de", false),
        ] {
            assert_eq!(of(text).almost_function, function, "{text}");
        }
    }

    #[test]
    fn a_function_word_at_a_public_provider_is_a_person() {
        assert_eq!(of("help.firma@gmail.com").mailbox, Mailbox::Named);
        assert_eq!(of("help@firma-beispiel.de").mailbox, Mailbox::Role);
    }

    proptest::proptest! {
        #[test]
        fn case_changes_nothing(
            local in "[a-z0-9.+_-]{1,12}|info|vertrieb-[a-z]{3}|no-reply",
            host in "gmx\\.de|stud\\.uni-[a-z]{2}\\.de|[a-z]{1,6}\\.(com|test|co\\.uk|ocm)|pec\\.[a-z]{3}\\.it",
        ) {
            let small = format!("{local}@{host}");
            proptest::prop_assert_eq!(of(&small), of(&small.to_uppercase()));
        }

        /// The quick way of a column equals the slow one of each of its texts, whatever stands before them.
        #[test]
        fn a_column_is_sorted_as_its_texts_are(
            texts in proptest::collection::vec(
                "[ab]@(gmx|a|b)\\.(de|test)|[ab]@|(info|help|Anna|no-reply)([._+-][a-z0-9]{1,5}){0,2}@(Gmail\\.com|a-b\\.de)\
                 |[a-z]{1,40}@[a-z]{1,40}\\.de|\\PC{0,12}@?\\PC{0,12}|[a-zA-Z0-9.@'_+\"-]{0,24}",
                0..80,
            ),
        ) {
            let mut known = intern::Known::default();
            let mut rows = texts.iter();
            column::sort(texts.iter().map(String::as_str), &mut known, |text, mail| {
                assert_eq!(Some(text), rows.next().map(String::as_str));
                assert_eq!(mail, of(text), "{text:?}");
            });
            proptest::prop_assert_eq!(rows.next(), None);
        }
    }
}
