//! The day that a paper bears: one beside a word that says so, on the earliest page that has one.

use crate::base::clock::Day;
use crate::data::date::{DayCell, Form, Shape, form};
use crate::data::facts::Order;
use crate::data::letters::{Umlaut, plain};

/// Words before a date, in plain letters: English, German, French, Dutch, Spanish, Italian.
const WORDS: [&str; 58] = [
    "asof",
    "date",
    "dated",
    "updated",
    "effective",
    "revised",
    "version",
    "issued",
    "approved",
    "signed",
    "stand",
    "fassung",
    "datum",
    "vom",
    "aktualisiert",
    "gultig",
    "erstellt",
    "freigegeben",
    "freigabe",
    "ausgabe",
    "stichtag",
    "unterzeichnet",
    "letzte",
    "zuletzt",
    "anderung",
    "misajour",
    "jour",
    "fait",
    "valable",
    "validite",
    "etabli",
    "approuve",
    "signe",
    "versie",
    "bijgewerkt",
    "gewijzigd",
    "opgesteld",
    "getekend",
    "geldig",
    "peildatum",
    "actualizado",
    "actualizacion",
    "fecha",
    "fechado",
    "vigor",
    "aprobado",
    "firmado",
    "modificacion",
    "aggiornato",
    "aggiornamento",
    "versione",
    "data",
    "datato",
    "approvato",
    "firmato",
    "redatto",
    "vigore",
    "le",
];

/// Pieces of text before a date among which the word may stand.
const NEAR: usize = 5;
/// Pieces that a date is made of at most: `20 de agosto de 2026`.
const LONG: usize = 5;

/// Lines at the beginning of a paper among which a day may stand alone.
const TOP: usize = 12;

/// The day, with its page: beside a word, else alone on a line at the top.
pub fn of(pages: &[String]) -> Option<(Day, u32)> {
    let numbered = (1..).zip(pages);
    let beside = numbered
        .into_iter()
        .find_map(|(n, page)| Some((beside_a_word(page)?, n)));
    beside.or_else(|| {
        let lines = pages.first()?.lines().filter(|l| !l.trim().is_empty());
        let day = lines.take(TOP).find_map(|line| date(&[line.trim()]))?;
        Some((day, 1))
    })
}

fn beside_a_word(page: &str) -> Option<Day> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ':' | '(' | ')' | '|');
    let pieces: Vec<&str> = page.split(apart).filter(|p| !p.is_empty()).collect();
    let words: Vec<String> = pieces.iter().map(|p| plain(p, Umlaut::One)).collect();
    let says = |i: usize| {
        let word = words[i].as_str();
        let next = words.get(i + 1).map_or("", String::as_str);
        WORDS
            .iter()
            .any(|w| *w == word || w.strip_prefix(word) == Some(next))
    };
    let said: Vec<bool> = (0..words.len()).map(says).collect();
    (0..pieces.len()).find_map(|at| {
        if !said[at.saturating_sub(NEAR)..at].contains(&true) {
            return None;
        }
        let most = LONG.min(pieces.len() - at);
        (1..=most).rev().find_map(|n| date(&pieces[at..at + n]))
    })
}

/// A day of our time, written as one: not a number that a spreadsheet would take for one.
fn date(pieces: &[&str]) -> Option<Day> {
    let joined = pieces.join(" ");
    let text = joined.trim_matches(|c: char| !c.is_alphanumeric());
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let read = match form(text) {
        Form::Day(day, Shape::Iso | Shape::Words) => Some(day),
        // papers of European vendors write the day first
        parts @ Form::Parts { .. } => match parts.under(Order::DayFirst) {
            DayCell::On(day) => Some(day),
            _ => None,
        },
        _ => None,
    };
    read.filter(|d| (1995..2100).contains(&d.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_beside_a_word_in_six_languages() {
        for (text, want) in [
            ("Interessenabwägung\nStand: 20.08.2026", "2026-08-20"),
            ("Last updated on 20 August 2026.", "2026-08-20"),
            ("Effective date: August 20, 2026", "2026-08-20"),
            ("Fassung vom 20. August 2026", "2026-08-20"),
            ("Version du 20 août 2026", "2026-08-20"),
            ("Mise à jour : 20/08/2026", "2026-08-20"),
            ("Laatst bijgewerkt op 20 augustus 2026", "2026-08-20"),
            ("Última actualización: 20 de agosto de 2026", "2026-08-20"),
            ("Aggiornato al 20 agosto 2026", "2026-08-20"),
            ("Version 2.1 as of 2026-08-20", "2026-08-20"),
            ("Date: Thu, 20 Aug 2026 09:00:00 +0200", "2026-08-20"),
            ("(Stand 01.02.2026)", "2026-02-01"),
        ] {
            let found = beside_a_word(text).map(|d| d.to_string());
            assert_eq!(found.as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_day() {
        for text in [
            "Order 45123 of 2026",
            "On 20 August 2026 we met",
            "Version 3.2",
            "Stand 08/2026",
            "Date of birth and number 12",
            "",
        ] {
            assert_eq!(beside_a_word(text), None, "{text}");
        }
    }

    #[test]
    fn the_earliest_page_counts_and_a_day_alone_only_at_the_top() {
        let found = |pages: &[&str]| {
            let pages: Vec<String> = pages.iter().map(|p| (*p).to_owned()).collect();
            of(&pages).map(|(d, n)| (d.to_string(), n))
        };
        let want = Some(("2026-02-01".to_owned(), 2));
        assert_eq!(
            found(&["7.7.2026", "Stand 1.2.2026", "Stand 3.4.2026"]),
            want
        );
        assert_eq!(
            found(&["A paper\n2026-02-01\nmore"]),
            Some(("2026-02-01".to_owned(), 1))
        );
        assert_eq!(found(&["no day", "2026-02-01"]), None);
    }
}
