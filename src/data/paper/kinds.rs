//! Kinds of document by the words of their titles, in six languages (`titles.txt`).
//!
//! PDFs tear words apart and run them together, so that both sides are compared as letters without anything between
//! them; a phrase is long enough not to stand in other words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::data::letters::{Umlaut, plain};
use crate::record::dossier::KINDS;

/// Letters at the beginning of a page that are its title.
const TITLE: usize = 160;
/// How often a phrase stands in the running text of a paper whose titles say nothing.
const OFTEN: usize = 3;
/// Kinds that are suggested at most.
const MOST: usize = 4;

static PHRASES: LazyLock<Vec<(usize, String)>> = LazyLock::new(|| {
    let table = include_str!("titles.txt");
    let lines = table.lines().filter(|l| !l.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once('\t'));
    lines
        .flat_map(|(kind, phrases)| {
            let kind = KINDS.iter().position(|k| *k == kind);
            let phrases = phrases.split('|').map(|p| plain(p, Umlaut::One));
            phrases.filter_map(move |p| Some((kind?, p)))
        })
        .collect()
});

/// What is known of a kind: the page whose title names it, the first page that does, and how often.
#[derive(Default)]
struct Seen {
    title: Option<(u32, usize)>,
    first: u32,
    times: usize,
}

/// Kinds with the page where they begin, the likeliest first. What a title says goes before all mentions.
pub fn of(pages: &[String]) -> Vec<(&'static str, u32)> {
    let mut seen: BTreeMap<usize, Seen> = BTreeMap::new();
    for (n, page) in (1..).zip(pages) {
        let letters = plain(page, Umlaut::One);
        for (kind, phrase) in PHRASES.iter() {
            let mut times = 0;
            for (at, _) in letters.match_indices(phrase.as_str()) {
                times += 1;
                let known = seen.entry(*kind).or_default();
                if at < TITLE
                    && known
                        .title
                        .is_none_or(|(page, place)| (n, at) < (page, place))
                {
                    known.title = Some((n, at));
                }
            }
            if times > 0 {
                let known = seen.entry(*kind).or_default();
                known.times += times;
                if known.first == 0 {
                    known.first = n;
                }
            }
        }
    }
    let titled = seen.values().any(|s| s.title.is_some());
    let mut found: Vec<(usize, Seen)> = seen
        .into_iter()
        .filter(|(_, s)| match titled {
            true => s.title.is_some(),
            false => s.times >= OFTEN,
        })
        .collect();
    found.sort_by_key(|(kind, s)| (s.title, std::cmp::Reverse(s.times), *kind));
    let named = found.into_iter().map(|(kind, s)| {
        let page = s.title.map_or(s.first, |(page, _)| page);
        (KINDS[kind], page)
    });
    named.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_phrases_that_no_other_word_contains() {
        for (at, kind) in KINDS.iter().enumerate() {
            assert!(PHRASES.iter().any(|(k, _)| *k == at), "{kind}");
        }
        let table = include_str!("titles.txt");
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let kind = line.split('\t').next().unwrap_or_default();
            assert!(KINDS.contains(&kind), "{line}");
        }
        let mut all: Vec<&str> = PHRASES.iter().map(|(_, p)| p.as_str()).collect();
        assert!(all.iter().all(|p| p.len() >= 8), "{all:?}");
        let n = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n, "a phrase twice");
    }
}
