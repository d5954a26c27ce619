//! Whether an address and the name in its row belong together: the local part is put together from parts of the name,
//! in one of the ways in which companies do that.

use std::rc::Rc;

use super::batch::Batch;
use super::frame::Cells;
use super::letters::{self, Umlaut};
use super::mail::{self, Mail, Mailbox, Syntax};
use super::names::Names;

/// Bins of `mail-name`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Fit {
    OtherPerson,
    NoName,
    Function,
    Matches,
    Illegible,
    Blank,
}

/// Words of a name that are looked at; nobody's address is made of more.
const MOST: usize = 8;

/// Steps after which a comparison is given up: names of one letter over and over.
const STEPS: u32 = 4_000;

/// A row's name in plain letters: every spelling of every word, and which word it is of. A buffer that is used again.
#[derive(Default)]
struct Spelt {
    spellings: Vec<(usize, String)>,
    used: usize,
}

impl Spelt {
    fn load<'n>(&mut self, words: impl Iterator<Item = &'n str>) {
        self.used = 0;
        let mut at = 0;
        for word in words {
            if at == MOST {
                break;
            }
            let before = self.used;
            self.add(at, |out| {
                word.chars()
                    .for_each(|c| letters::push(out, c, Umlaut::One));
            });
            if !word.is_ascii() {
                self.add(at, |out| {
                    word.chars()
                        .for_each(|c| letters::push(out, c, Umlaut::Two));
                });
                self.add(at, |out| letters::push_latin(out, word));
            }
            at += usize::from(self.used > before);
        }
    }

    /// Writes one spelling; an empty one is forgotten.
    fn add(&mut self, word: usize, write: impl FnOnce(&mut String)) {
        if self.used == self.spellings.len() {
            self.spellings.push((word, String::new()));
        }
        let Some((at, out)) = self.spellings.get_mut(self.used) else {
            return;
        };
        out.clear();
        write(out);
        *at = word;
        self.used += usize::from(!out.is_empty());
    }

    fn all(&self) -> &[(usize, String)] {
        &self.spellings[..self.used]
    }

    /// Whether a tidied local part is made of the name.
    fn make(&self, tidy: &str) -> bool {
        let all = self.all();
        let tokens = || {
            let number = |c: char| c.is_numeric();
            tidy.split('.')
                .map(move |t| t.trim_matches(number))
                .filter(|t| !t.is_empty())
        };
        let has_word = |token: &str| {
            all.iter().any(|(_, word)| {
                (token.len() >= 2 && token == word)
                    || (word.len() >= 4
                        && (token.starts_with(word.as_str()) || token.ends_with(word.as_str())))
            })
        };
        if tokens().any(has_word) {
            return true;
        }
        // `s.o'neill`, `g.d-angelo`: one word of the name, written as two
        let parts: Vec<&str> = tidy.split(['.', '\'']).filter(|t| !t.is_empty()).collect();
        let joined = |pair: &[&str]| has_word(&pair.concat());
        if parts.windows(2).any(joined) {
            return true;
        }
        // all of it is beginnings of different words: `a.muster`, `amuster`, `annam`, `ammu`
        let mut steps = STEPS;
        let mut tokens: Vec<&str> = tokens().collect();
        tokens.reverse();
        !tokens.is_empty() && tokens.len() <= MOST && consume(all, &mut tokens, "", 0, &mut steps)
    }
}

/// Whether the rest of a token, and the tokens left, are beginnings of words that are not yet used.
fn consume<'t>(
    all: &[(usize, String)],
    left: &mut Vec<&'t str>,
    rest: &'t str,
    used: u16,
    steps: &mut u32,
) -> bool {
    let Some(token) = (match rest {
        "" => left.pop(),
        rest => Some(rest),
    }) else {
        return true;
    };
    for (word, spelling) in all {
        if used >> word & 1 == 1 {
            continue;
        }
        let same = spelling
            .char_indices()
            .zip(token.chars())
            .take_while(|((_, a), b)| a == b)
            .map(|((at, a), _)| at + a.len_utf8());
        let ends: Vec<usize> = same.collect();
        for end in ends.into_iter().rev() {
            *steps = steps.saturating_sub(1);
            if *steps == 0 {
                return false;
            }
            if consume(all, left, &token[end..], used | 1 << word, steps) {
                return true;
            }
        }
    }
    if rest.is_empty() {
        left.push(token);
    }
    false
}

/// How the addresses of a column belong to the rows' names; made once per batch.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Fit>> {
    batch.memo("mail_name::of_cells", cells.slot.position, || {
        let mails = mail::of_cells(batch, cells);
        let names = Names::of(batch);
        let unknown = names.are_unknown();
        let (mut spelt, mut tidy) = (Spelt::default(), String::new());
        let fit = |(row, mail): (usize, &Mail)| match (mail.syntax, mail.mailbox) {
            (Syntax::Blank, _) => Fit::Blank,
            (syntax, _) if !syntax.is_address() => Fit::Illegible,
            (_, Mailbox::Role | Mailbox::Rfc2142 | Mailbox::Noreply) => Fit::Function,
            _ if unknown || !names.is_named(row) => Fit::NoName,
            (_, mailbox) => {
                mail::tidy(mail.local(cells.get(row)).unwrap_or(""), &mut tidy);
                spelt.load(names.every_word(row));
                match spelt.make(&tidy) {
                    true => Fit::Matches,
                    // a number is nobody's name
                    false if mailbox == Mailbox::Opaque => Fit::Function,
                    // initials before a name column that is illegible
                    false if spelt.all().is_empty() => Fit::NoName,
                    false => Fit::OtherPerson,
                }
            }
        };
        mails.iter().enumerate().map(fit).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(local: &str, name: &str) -> bool {
        let mut spelt = Spelt::default();
        spelt.load(name.split([' ', '-']));
        let mut tidy = String::new();
        mail::tidy(local, &mut tidy);
        spelt.make(&tidy)
    }

    #[test]
    fn ways_to_make_an_address_of_a_name() {
        for (local, name, want) in [
            ("anna.muster", "Anna Muster", true),
            ("muster.anna", "Anna Muster", true),
            ("a.muster", "Anna Muster", true),
            ("amuster", "Anna Muster", true),
            ("annam", "Anna Muster", true),
            ("anna", "Anna Muster", true),
            ("am", "Anna Muster", true),
            ("ma", "Anna Muster", true),
            ("am85", "Anna Muster", true),
            ("annamuster1985", "Anna Muster", true),
            ("muster-kanzlei", "Anna Muster", true),
            ("s.o'neill", "Sean O'Neill", true),
            ("g.d-angelo", "Giulia D'Angelo", true),
            ("an.mus", "Anna Muster", true),
            ("anna_muster+liste", "Anna Muster", true),
            ("jp.lind", "Jean-Pierre Lind", true),
            ("jplind", "Jean-Pierre Lind", true),
            ("mueller", "Jörg Müller", true),
            ("joerg.muller", "Jörg Müller", true),
            ("soren.bronlund", "Søren Brønlund", true),
            ("soeren", "Søren Brønlund", true),
            ("lukasz", "Łukasz Wierzboń", true),
            ("papadakis", "Νίκος Παπαδάκης", true),
            ("ivanov", "Иван Иванов", true),
            ("jo.li", "Jo Li", true),
            ("bernd.kraus", "Anna Muster", false),
            ("b.kraus", "Anna Muster", false),
            ("am.kraus", "Anna Muster", false),
            ("amx", "Anna Muster", false),
            ("aa", "Anna Muster", false),
        ] {
            assert_eq!(made(local, name), want, "{local} {name}");
        }
    }

    #[test]
    fn the_same_letter_over_and_over_ends() {
        let name = ["aaaaaaaaaaaaaaaaaaaa"; 12].join(" ");
        let local = ["a"; 60].concat() + "b";
        made(&local, &name);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(local in "\\PC{0,20}", name in "\\PC{0,30}") {
            made(&local, &name);
        }

        #[test]
        fn a_name_fits_itself(first in "[a-zäöüß]{2,8}", last in "[a-zéøł]{2,10}", way in 0..5) {
            let (f, l) = (letters::plain(&first, Umlaut::Two), letters::plain(&last, Umlaut::One));
            let local = match way {
                0 => format!("{f}.{l}"),
                1 => format!("{}{l}", &f[..1]),
                2 => format!("{l}.{f}"),
                3 => format!("{f}{}", &l[..1]),
                _ => format!("{l}-{}", &f[..1]),
            };
            proptest::prop_assert!(made(&local, &format!("{first} {last}")), "{local}");
        }
    }
}
