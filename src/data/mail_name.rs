//! Whether an address and the name in its row belong together: the local part is put together from parts of the name,
//! in one of the ways in which companies do that; and in which.

use std::rc::Rc;

use super::batch::Batch;
use super::frame::Cells;
use super::letters::{self, Umlaut};
use super::mail::{self, Mail, Mailbox, Syntax};
use super::names::{Names, Part};

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

/// Bins of `mail-pattern`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Pattern {
    FirstDotLast,
    InitialDotLast,
    InitialLast,
    First,
    Last,
    FirstInitial,
    LastDotFirst,
    Initials,
    /// Made of the name in another way.
    Other,
    OtherPerson,
    Function,
    NoName,
    Illegible,
    Blank,
}

/// What an address and its row's name have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub fit: Fit,
    pub pattern: Pattern,
}

/// Words of a name that are looked at; nobody's address is made of more.
const MOST: usize = 8;

/// Steps after which a comparison is given up: names of one letter over and over.
const STEPS: u32 = 4_000;

/// One way to write a word of a name in plain letters.
struct Spelling {
    /// Which word it is of.
    word: usize,
    part: Part,
    text: String,
}

/// A row's name in plain letters: every spelling of every word, in the order of the words. A buffer that is used again.
#[derive(Default)]
struct Spelt {
    spellings: Vec<Spelling>,
    used: usize,
}

impl Spelt {
    fn load<'n>(&mut self, words: impl Iterator<Item = (Part, &'n str)>) {
        self.used = 0;
        let mut at = 0;
        for (part, word) in words {
            if at == MOST {
                break;
            }
            let before = self.used;
            self.add(at, part, |out| letters::push_word(out, word, Umlaut::One));
            if !word.is_ascii() {
                self.add(at, part, |out| letters::push_word(out, word, Umlaut::Two));
                self.add(at, part, |out| letters::push_latin(out, word));
            }
            at += usize::from(self.used > before);
        }
    }

    /// Writes one spelling; an empty one is forgotten.
    fn add(&mut self, word: usize, part: Part, write: impl FnOnce(&mut String)) {
        if self.used == self.spellings.len() {
            let text = String::new();
            self.spellings.push(Spelling { word, part, text });
        }
        let Some(spelling) = self.spellings.get_mut(self.used) else {
            return;
        };
        (spelling.word, spelling.part) = (word, part);
        spelling.text.clear();
        write(&mut spelling.text);
        self.used += usize::from(!spelling.text.is_empty());
    }

    fn all(&self) -> &[Spelling] {
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
            all.iter().any(|spelling| {
                let word = spelling.text.as_str();
                (token.len() >= 2 && token == word)
                    || (word.len() >= 4 && (token.starts_with(word) || token.ends_with(word)))
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

    /// In which way a tidied local part that is made of the name is made of it. A number at its end does not count.
    fn pattern(&self, tidy: &str) -> Pattern {
        let bare;
        let tidy = match memchr::memchr(b'\'', tidy.as_bytes()) {
            Some(_) => {
                bare = tidy.replace('\'', "");
                bare.as_str()
            }
            None => tidy,
        };
        let text = tidy.trim_end_matches(|c: char| c.is_ascii_digit());
        let text = text.strip_suffix('.').unwrap_or(text);
        let dot = |rest: &str, next: &mut dyn FnMut(&str) -> bool| {
            rest.strip_prefix('.').is_some_and(next)
        };
        let end = &mut |rest: &str| rest.is_empty();
        let first = |t: &str, then: &mut dyn FnMut(&str) -> bool| self.words(Part::First, t, then);
        let last = |t: &str, then: &mut dyn FnMut(&str) -> bool| self.words(Part::Last, t, then);
        let f = |t: &str, then: &mut dyn FnMut(&str) -> bool| self.initials(Part::First, t, then);
        let l = |t: &str, then: &mut dyn FnMut(&str) -> bool| self.initials(Part::Last, t, then);
        if first(text, &mut |t| dot(t, &mut |t| last(t, end))) {
            Pattern::FirstDotLast
        } else if f(text, &mut |t| dot(t, &mut |t| last(t, end))) {
            Pattern::InitialDotLast
        } else if f(text, &mut |t| last(t, end)) {
            Pattern::InitialLast
        } else if first(text, end) {
            Pattern::First
        } else if last(text, end) {
            Pattern::Last
        } else if first(text, &mut |t| l(t, end)) {
            Pattern::FirstInitial
        } else if last(text, &mut |t| dot(t, &mut |t| first(t, end))) {
            Pattern::LastDotFirst
        } else if f(text, &mut |t| l(undotted(t), end)) || l(text, &mut |t| f(undotted(t), end)) {
            Pattern::Initials
        } else {
            Pattern::Other
        }
    }

    /// Whether a text begins with a word of this part, or with several that follow each other, dots between them or not,
    /// and what is left goes on as `then` says.
    fn words(&self, part: Part, text: &str, then: &mut dyn FnMut(&str) -> bool) -> bool {
        let own = |s: &&Spelling| s.part == part && s.text.chars().nth(1).is_some();
        self.all().iter().filter(own).any(|s| {
            let rest = text.strip_prefix(s.text.as_str());
            rest.is_some_and(|rest| then(rest) || self.words_from(s.word + 1, part, rest, then))
        })
    }

    fn words_from(
        &self,
        word: usize,
        part: Part,
        text: &str,
        then: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        let next = |s: &&Spelling| s.part == part && s.word == word;
        self.all().iter().filter(next).any(|s| {
            let rest = undotted(text).strip_prefix(s.text.as_str());
            rest.is_some_and(|rest| then(rest) || self.words_from(word + 1, part, rest, then))
        })
    }

    /// The same with the first letters of the part's first words.
    fn initials(&self, part: Part, text: &str, then: &mut dyn FnMut(&str) -> bool) -> bool {
        let begin = self.all().iter().find(|s| s.part == part);
        begin.is_some_and(|s| self.initials_from(s.word, part, text, then))
    }

    fn initials_from(
        &self,
        word: usize,
        part: Part,
        text: &str,
        then: &mut dyn FnMut(&str) -> bool,
    ) -> bool {
        let next = |s: &&Spelling| s.part == part && s.word == word;
        // spellings of one word mostly begin alike
        let mut tried = None;
        self.all().iter().filter(next).any(|s| {
            let letter = s.text.chars().next();
            if std::mem::replace(&mut tried, letter) == letter {
                return false;
            }
            let rest = letter.and_then(|letter| text.strip_prefix(letter));
            rest.is_some_and(|rest| {
                then(rest) || self.initials_from(word + 1, part, undotted(rest), then)
            })
        })
    }
}

fn undotted(text: &str) -> &str {
    text.strip_prefix('.').unwrap_or(text)
}

/// Whether the rest of a token, and the tokens left, are beginnings of words that are not yet used.
fn consume<'t>(
    all: &[Spelling],
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
    for Spelling { word, text, .. } in all {
        if used >> word & 1 == 1 {
            continue;
        }
        let same = text
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
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<Made>> {
    batch.memo("mail_name::of_cells", cells.slot.position, || {
        let mails = mail::of_cells(batch, cells);
        let names = Names::of(batch);
        let unknown = names.are_unknown();
        let (mut spelt, mut tidy) = (Spelt::default(), String::new());
        let made = |(row, mail): (usize, &Mail)| {
            let (fit, pattern) = match (mail.syntax, mail.mailbox) {
                (Syntax::Blank, _) => (Fit::Blank, Pattern::Blank),
                (syntax, _) if !syntax.is_address() => (Fit::Illegible, Pattern::Illegible),
                (_, Mailbox::Role | Mailbox::Rfc2142 | Mailbox::Noreply) => {
                    (Fit::Function, Pattern::Function)
                }
                _ if unknown || !names.is_named(row) => (Fit::NoName, Pattern::NoName),
                (_, mailbox) => {
                    mail::tidy(mail.local(cells.get(row)).unwrap_or(""), &mut tidy);
                    spelt.load(names.parts(row));
                    match spelt.make(&tidy) {
                        true => (Fit::Matches, spelt.pattern(&tidy)),
                        // a number is nobody's name
                        false if mailbox == Mailbox::Opaque => (Fit::Function, Pattern::Function),
                        // initials before a name column that is illegible
                        false if spelt.all().is_empty() => (Fit::NoName, Pattern::NoName),
                        false => (Fit::OtherPerson, Pattern::OtherPerson),
                    }
                }
            };
            Made { fit, pattern }
        };
        mails.iter().enumerate().map(made).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name and an address; the surname stands last.
    fn spelt(local: &str, name: &str) -> (Spelt, String) {
        let mut spelt = Spelt::default();
        let (first, last) = name.rsplit_once(' ').unwrap_or(("", name));
        let last = last.split([' ', '-']).map(|w| (Part::Last, w));
        let first = first.split([' ', '-']).map(|w| (Part::First, w));
        spelt.load(last.chain(first));
        let mut tidy = String::new();
        mail::tidy(local, &mut tidy);
        (spelt, tidy)
    }

    fn made(local: &str, name: &str) -> bool {
        let (spelt, tidy) = spelt(local, name);
        spelt.make(&tidy)
    }

    #[test]
    fn in_which_way_an_address_is_made() {
        use Pattern::*;
        for (local, name, want) in [
            ("anna.muster", "Anna Muster", FirstDotLast),
            ("Anna_Muster2", "Anna Muster", FirstDotLast),
            ("jean-pierre.lind", "Jean-Pierre Lind", FirstDotLast),
            ("jeanpierre.lind", "Jean-Pierre Lind", FirstDotLast),
            ("jean.lind", "Jean-Pierre Lind", FirstDotLast),
            ("anna.grau-lind", "Anna Grau-Lind", FirstDotLast),
            ("joerg.muellner", "Jörg Müllner", FirstDotLast),
            ("jorg.mullner", "Jörg Müllner", FirstDotLast),
            ("nikos.papadakis", "Νίκος Παπαδάκης", FirstDotLast),
            ("a.muster", "Anna Muster", InitialDotLast),
            ("jp.lind", "Jean-Pierre Lind", InitialDotLast),
            ("j.p.lind", "Jean-Pierre Lind", InitialDotLast),
            ("a.muster", "A Muster", InitialDotLast),
            ("s.o'neill", "Sean O'Neill", InitialDotLast),
            ("amuster", "Anna Muster", InitialLast),
            ("jplind", "Jean-Pierre Lind", InitialLast),
            ("anna", "Anna Muster", First),
            ("muster", "Anna Muster", Last),
            ("annam", "Anna Muster", FirstInitial),
            ("muster.anna", "Anna Muster", LastDotFirst),
            ("am", "Anna Muster", Initials),
            ("a.m", "Anna Muster", Initials),
            ("ma85", "Anna Muster", Initials),
            ("annamuster", "Anna Muster", Other),
            ("muster.a", "Anna Muster", Other),
            ("anna.m", "Anna Muster", Other),
            ("muster-kanzlei", "Anna Muster", Other),
        ] {
            let (spelt, tidy) = spelt(local, name);
            assert!(spelt.make(&tidy), "{local}");
            assert_eq!(spelt.pattern(&tidy), want, "{local} {name}");
        }
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
        let (spelt, tidy) = spelt(&local, &name);
        spelt.make(&tidy);
        spelt.pattern(&tidy);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(local in "\\PC{0,20}", name in "\\PC{0,30}") {
            let (spelt, tidy) = spelt(&local, &name);
            spelt.make(&tidy);
            spelt.pattern(&tidy);
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
