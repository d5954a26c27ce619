//! Words that vendors write, found in a cell: a table of phrases over runs of letters and digits, longest first.
//!
//! The tables lie as `.tsv` beside the code that reads them. Both sides are folded, so that a phrase stands in them as
//! people write it.

use std::collections::HashMap;

use super::blank::fold;

/// Runs of letters and runs of digits of a folded text; everything else separates.
pub fn tokens(folded: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut kind = 0u8;
    for (i, c) in folded.char_indices() {
        let here = if c.is_alphabetic() {
            1
        } else {
            u8::from(c.is_numeric()) * 2
        };
        if here != kind {
            if kind != 0 {
                out.push(&folded[start..i]);
            }
            (start, kind) = (i, here);
        }
    }
    if kind != 0 {
        out.push(&folded[start..]);
    }
    out
}

/// Phrases with what each of them means.
pub struct Phrases<T> {
    known: Map<T>,
    /// Tokens of the longest phrase that begins with a token: most tokens begin none, and need one look.
    begins: Map<usize>,
}

type Map<T> = HashMap<String, T, foldhash::fast::RandomState>;

impl<T: Copy> Phrases<T> {
    /// From lines `meaning<TAB>phrase | phrase | …`; `#` begins a comment. Lines without a known meaning are left out
    /// (a test of each table says that there are none).
    pub fn read(table: &str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let mut all = Vec::new();
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let Some((name, phrases)) = line.split_once('\t') else {
                continue;
            };
            let Some(value) = meaning(name) else {
                continue;
            };
            for phrase in phrases.split('|') {
                all.push((tokens(&fold(phrase)).join(" "), value));
            }
        }
        Self::of(all)
    }

    /// From phrases whose tokens are joined by one blank.
    pub fn of(all: impl IntoIterator<Item = (String, T)>) -> Self {
        let (mut known, mut begins): (Map<T>, Map<usize>) = Default::default();
        for (phrase, value) in all {
            let Some(first) = phrase.split(' ').next().filter(|f| !f.is_empty()) else {
                continue;
            };
            let longest = begins.entry(first.to_owned()).or_default();
            *longest = phrase.split(' ').count().max(*longest);
            known.insert(phrase, value);
        }
        Self { known, begins }
    }

    /// The meaning of the whole text.
    pub fn whole(&self, tokens: &[&str]) -> Option<T> {
        let longest = *self.begins.get(*tokens.first()?)?;
        (tokens.len() <= longest)
            .then(|| self.known.get(&tokens.join(" ")).copied())
            .flatten()
    }

    /// The phrases in a text, longest first from the left, and the tokens that belong to none.
    pub fn within<'t>(&self, tokens: &[&'t str]) -> (Vec<T>, Vec<&'t str>) {
        let (mut found, mut rest) = (Vec::new(), Vec::new());
        let mut i = 0;
        while i < tokens.len() {
            let longest = self.begins.get(tokens[i]).copied().unwrap_or(0);
            let most = longest.min(tokens.len() - i);
            match (1..=most).rev().find_map(|n| {
                self.known
                    .get(&tokens[i..i + n].join(" "))
                    .map(|value| (n, *value))
            }) {
                Some((n, value)) => {
                    found.push(value);
                    i += n;
                }
                None => {
                    rest.push(tokens[i]);
                    i += 1;
                }
            }
        }
        (found, rest)
    }
}

/// Every line of a table has a meaning, and no phrase has two. For the tests of the tables.
#[cfg(test)]
pub fn lint<T: Copy + PartialEq>(table: &str, meaning: impl Fn(&str) -> Option<T>) {
    let mut seen: HashMap<String, T> = HashMap::new();
    for line in table
        .lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
    {
        let (name, phrases) = line.split_once('\t').expect(line);
        let value = meaning(name).expect(line);
        for phrase in phrases.split('|') {
            let key = tokens(&fold(phrase)).join(" ");
            assert!(!key.is_empty(), "{line}");
            if let Some(other) = seen.insert(key, value) {
                assert!(other == value, "`{phrase}` has two meanings");
            }
        }
    }
}

/// Every phrase of a table with the name of its meaning. For the tests of the tables.
#[cfg(test)]
pub fn all(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
        .flat_map(|(name, phrases)| phrases.split('|').map(move |p| (name, p.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_from_the_left() {
        let p = Phrases::read("a\topt in\nb\tsoft opt-in | § 7", |m| m.chars().next());
        assert_eq!(p.whole(&tokens(&fold("Soft  Opt–In"))), Some('b'));
        assert_eq!(
            p.within(&tokens("opt-in, soft opt in; 7uwg")),
            (vec!['a', 'b', 'b'], vec!["uwg"])
        );
    }
}
