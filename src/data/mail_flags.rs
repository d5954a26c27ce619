//! What is remarkable about the addresses of a list: the derived column that the checks of single flags read, one set per
//! row. Nothing of it allocates per row as long as addresses and names are written in ASCII.

use std::borrow::Cow;
use std::rc::Rc;

use super::batch::Batch;
use super::company::{self, Bond};
use super::frame::Cells;
use super::letters::{self, Umlaut};
use super::mail::{self, Class, Flags, Mail, Shared, Syntax, ascii_domain, flags};
use super::mail_name::{self, Fit};
use super::names::Names;
use super::subscriber::{self, Subscriber};

/// The flags of the addresses of a column, by value and name columns; made once per batch.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Flags>> {
    batch.memo("mail_flags::of_cells", cells.slot.position, || {
        let mails = mail::of_cells(batch, cells);
        let names = Names::of(batch);
        let unknown = names.are_unknown();
        let mut scratch = String::new();
        let flags = |((row, mail), text): ((usize, &Mail), &str)| {
            let mut found = flags::of(*mail, text);
            let person = !unknown && has_own_domain(*mail, text, &names, row, &mut scratch);
            found.set(Flags::PERSON_DOMAIN, person);
            found
        };
        mails
            .iter()
            .enumerate()
            .zip(cells.iter())
            .map(flags)
            .collect()
    })
}

/// Those and the ones that need the rest of the row. What one address shows, for whoever asks about it alone.
pub fn of_contact(batch: &Batch<'_>, cells: &Cells<'_>, row: usize) -> Flags {
    let mut found = of_cells(batch, cells)[row];
    let trader = subscriber::of_rows(batch)[row] == Subscriber::SoleTrader;
    found.set(Flags::TRADER, trader);
    let fit = mail_name::of_cells(batch, cells)[row].fit;
    found.set(Flags::NAME_MISMATCH, fit == Fit::OtherPerson);
    let bond = company::bonds(batch, cells)[row];
    found.set(Flags::DOMAIN_MISMATCH, bond == Bond::Mismatch);
    found
}

/// Positions in the bins of every check of a flag.
const YES: u8 = 0;
const NO: u8 = 1;
const ILLEGIBLE: u8 = 2;
const BLANK: u8 = 3;

/// The addresses of a row together.
#[derive(Clone, Copy)]
struct Row {
    flags: Flags,
    /// The bin without the flag.
    without: u8,
}

/// Whether any address of the row has the flag: positions in `yes`, `no`, `illegible`, `blank`.
pub fn sort(batch: &Batch<'_>, flag: Flags) -> Vec<u8> {
    let rows = batch.memo("mail_flags::rows", 0, || {
        let none = Row {
            flags: Flags::NONE,
            without: BLANK,
        };
        let mut rows = vec![none; batch.rows()];
        for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
            let (mails, found) = (mail::of_cells(batch, &cells), of_cells(batch, &cells));
            for ((row, mail), flags) in rows.iter_mut().zip(mails.iter()).zip(found.iter()) {
                row.flags = row.flags.with(*flags);
                row.without = row.without.min(match mail.syntax {
                    Syntax::Blank => BLANK,
                    syntax if syntax.is_address() => NO,
                    _ => ILLEGIBLE,
                });
            }
        }
        rows
    });
    let bin = |row: &Row| match row.flags.has(flag) {
        true => YES,
        false => row.without,
    };
    rows.iter().map(bin).collect()
}

/// Whether the address stands under a domain of the row's surname.
fn has_own_domain(
    mail: Mail,
    text: &str,
    names: &Names<'_>,
    row: usize,
    scratch: &mut String,
) -> bool {
    let label = match mail.domain.class {
        Class::Organisation | Class::HostedSubdomain => own_label(mail, text),
        _ => return false,
    };
    !label.is_empty() && names.surname(row).any(|s| bears(&label, s, scratch))
}

/// The label that the holder of the mailbox chose: what is registered, or the customer's name under a shared host.
/// Letters beyond ASCII are decoded; capital letters are kept.
fn own_label(mail: Mail, text: &str) -> Cow<'_, str> {
    let label = mail.registered_label(text);
    let coded = mail.domain.flags.has(Flags::IDN);
    if !label.is_empty() && !coded && mail.domain.shared == Shared::No {
        return Cow::Borrowed(label);
    }
    let host = mail.host(text).and_then(ascii_domain).unwrap_or_default();
    let host = host.to_ascii_lowercase();
    let label = match mail.domain.shared {
        Shared::No => mail.domain.label_of(&host),
        _ => mail.domain.tenant_of(&host),
    };
    Cow::Owned(idna::domain_to_unicode(label).0)
}

/// Whether a label has the surname as a word of its own, or begins with it (four letters at least), in any spelling.
fn bears(label: &str, surname: &str, scratch: &mut String) -> bool {
    if !label.is_ascii() {
        return bears_slowly(label, surname);
    }
    if surname.bytes().all(|b| b.is_ascii_alphabetic()) {
        return has_word(label.as_bytes(), surname.as_bytes());
    }
    [Umlaut::One, Umlaut::Two].into_iter().any(|umlaut| {
        scratch.clear();
        let letters = surname.chars();
        letters.for_each(|c| letters::push(scratch, c, umlaut));
        has_word(label.as_bytes(), scratch.as_bytes())
    })
}

/// Letters of a surname that is looked for as a word of its own, and as the beginning of one.
const WORD: usize = 3;
const BEGINNING: usize = 4;

fn has_word(label: &[u8], surname: &[u8]) -> bool {
    let begins = |rest: &[u8]| {
        let head = rest.get(..surname.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(surname))
    };
    let whole = |rest: &[u8]| begins(rest) && matches!(rest.get(surname.len()), None | Some(b'-'));
    surname.len() >= WORD
        && ((surname.len() >= BEGINNING && begins(label))
            || whole(label)
            || memchr::memchr_iter(b'-', label).any(|at| whole(&label[at + 1..])))
}

/// The way for every alphabet: each spelling of the surname against the plain letters of the label's words.
fn bears_slowly(label: &str, surname: &str) -> bool {
    let words = label.split('-');
    let words: Vec<String> = words.map(|w| letters::plain(w, Umlaut::One)).collect();
    [Umlaut::One, Umlaut::Two].into_iter().any(|umlaut| {
        let surname = letters::plain(surname, umlaut);
        let letters = surname.chars().count();
        (letters >= WORD && words.contains(&surname))
            || (letters >= BEGINNING && words.first().is_some_and(|w| w.starts_with(&surname)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_bear_a_surname() {
        for (label, surname, want) in [
            ("mueller-bau", "Müller", true),
            ("bau-muller", "Müller", true),
            ("muellerbau", "Müller", true),
            ("müllerbau", "Müller", true),
            ("baumueller", "Müller", false),
            ("lindner", "Li", false),
            ("lind-bau", "Lind", true),
            ("LIND", "Lind", true),
            ("bau-lind-nord", "Lind", true),
            ("bau-lindner", "Lind", false),
            ("lindner", "Lin", false),
            ("lin", "Lin", true),
            ("oneill-example", "O'Neill", true),
            ("firma", "", false),
            ("παπαδακης", "Παπαδακης", true),
        ] {
            let found = bears(label, surname, &mut String::new());
            assert_eq!(found, want, "{label}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_equals_the_long_one(label in "[a-cA]{0,5}(-[a-c]{0,5}){0,2}", surname in "[a-cBäÖ']{0,5}") {
            let short = bears(&label, &surname, &mut String::new());
            proptest::prop_assert_eq!(short, bears_slowly(&label, &surname), "{} {}", label, surname);
        }

        #[test]
        fn no_text_makes_it_stumble(label in "\\PC{0,20}", surname in "\\PC{0,20}") {
            bears(&label, &surname, &mut String::new());
        }
    }
}
