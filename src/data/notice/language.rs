//! In which languages people were informed, against the language of each row: that of its column, else those of its
//! country. Where a country has several, a notice must reach all who live there, or it is not known whom it reached.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::data::batch::Batch;
use crate::data::blank::{fold, is_blank};
use crate::data::country::{self, Said};
use crate::data::phrases::{Phrases, tokens};
use crate::data::register;
use crate::data::stated::Stated;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::dossier::{Document, Dossier, LANGUAGES, Source, Word};

/// Bins of `notice-language`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Language {
    EnglishOnly,
    Other,
    Own,
    Illegible,
    Blank,
}

/// A set of [`LANGUAGES`].
type Set = u64;

fn bit(code: &str) -> Option<Set> {
    LANGUAGES.iter().position(|l| *l == code).map(|at| 1 << at)
}

static ENGLISH: LazyLock<Set> = LazyLock::new(|| bit("en").unwrap_or(0));

static WORDS: LazyLock<Phrases<Set>> =
    LazyLock::new(|| Phrases::read(include_str!("languages.tsv"), bit));

/// Languages of countries: a comma between those that all are needed, `/` between those of which one is enough.
const SPOKEN: &str = "AD=ca AT=de AU=en BA=hr/sr BE=nl,fr BG=bg CA=en,fr CH=de,fr,it CN=zh CY=el CZ=cs DE=de DK=da \
    EE=et ES=es FI=fi,sv FR=fr GB=en GG=en GI=en GR=el HR=hr HU=hu IE=en/ga IM=en IS=is IT=it JE=en JP=ja LI=de \
    LT=lt LU=fr/de/lb LV=lv MC=fr ME=sr MT=mt/en MX=es NL=nl NO=no NZ=en PL=pl PT=pt RO=ro RS=sr RU=ru SE=sv SI=sl SK=sk \
    SM=it TR=tr UA=uk US=en VA=it";

static COUNTRIES: LazyLock<HashMap<&'static str, Vec<Set>>> = LazyLock::new(|| {
    let one = |group: &str| group.split('/').filter_map(bit).fold(0, |all, b| all | b);
    SPOKEN
        .split_whitespace()
        .filter_map(|entry| entry.split_once('='))
        .map(|(country, groups)| (country, groups.split(',').map(one).collect()))
        .collect()
});

/// What a cell of the column `language` says; none if it is blank, 0 if no language is known in it.
fn read(text: &str) -> Option<Set> {
    if is_blank(text) {
        return None;
    }
    if text.len() > 80 {
        return Some(0);
    }
    let folded = fold(text);
    let (found, _) = WORDS.within(&tokens(&folded));
    Some(found.into_iter().fold(0, |all, b| all | b))
}

/// What is stated of the notice to rows of one source entry.
#[derive(Clone, Copy)]
struct Notice {
    languages: Set,
    /// One of its languages is not known.
    unread: bool,
    stated: Language,
    /// A notice is at hand.
    shown: bool,
}

impl Notice {
    fn of(dossier: &Dossier, source: Option<&Source>, stated: u8) -> Self {
        let declaration = dossier.declaration.as_ref();
        let of_source = source.and_then(|s| s.notice.as_ref()).map(|n| &n.languages);
        let of_all = declaration
            .and_then(|d| d.notice.as_ref())
            .map(|n| &n.languages);
        let words: &[Word] = of_source
            .filter(|l| !l.is_empty())
            .or(of_all)
            .map_or(&[], Vec::as_slice);
        let mut languages = words
            .iter()
            .filter_map(|w| bit(w))
            .fold(0, |all, b| all | b);
        let stated = [
            Language::EnglishOnly,
            Language::Other,
            Language::Own,
            Language::Illegible,
        ]
        .into_iter()
        .find(|l| *l as u8 == stated)
        .unwrap_or(Language::Blank);
        if stated == Language::EnglishOnly {
            languages = *ENGLISH;
        }
        let mut papers = ["privacy-notice", "art14-notice"]
            .iter()
            .flat_map(|kind| dossier.documents(kind));
        Self {
            languages,
            unread: words.iter().any(|w| w.is_illegible()),
            stated,
            shown: papers.any(Document::at_hand),
        }
    }

    /// For a row that speaks at least one language of each group; none if nothing is known of the row.
    fn reaches(self, groups: Option<&[Set]>) -> Language {
        if self.languages == 0 {
            return match self.stated {
                Language::Blank if self.unread => Language::Illegible,
                stated => stated,
            };
        }
        let Some(groups) = groups else {
            return Language::Blank;
        };
        let reached = groups.iter().filter(|g| **g & self.languages != 0).count();
        let shown = match reached {
            _ if groups.is_empty() => Language::Illegible,
            n if n == groups.len() && self.shown => Language::Own,
            // a claim that nothing at hand bears out
            n if n == groups.len() => Language::Blank,
            0 if self.languages == *ENGLISH && !self.unread => Language::EnglishOnly,
            0 if !self.unread => Language::Other,
            _ => Language::Illegible,
        };
        match self.stated {
            Language::Other => shown.min(Language::Other),
            _ => shown,
        }
    }
}

/// Positions in the bins of `notice-language`.
pub fn languages(batch: &Batch<'_>, check: &'static Check) -> Vec<u8> {
    let stated = Stated::of(batch, check, &["in-language"], "blank");
    let notices = batch.plan.once("notice.languages", || {
        let dossier = batch.dossier();
        let entries = dossier.sources().iter().enumerate();
        let entries = entries.map(|(i, s)| Notice::of(dossier, Some(s), stated.at(Some(i as u32))));
        std::iter::once(Notice::of(dossier, None, stated.at(None)))
            .chain(entries)
            .collect::<Vec<_>>()
    });
    // several columns of the field: what any of them says
    let mut spoken: Vec<Option<Set>> = vec![None; batch.rows()];
    for cells in batch.cells(Column::Language) {
        let found = batch.by_text("notice.language", &cells, read);
        for (all, one) in spoken.iter_mut().zip(found) {
            *all = all.map_or(one, |a| Some(a | one.unwrap_or(0)));
        }
    }
    let countries = country::of_rows(batch);
    let entries = register::entry(batch);
    (0..batch.rows())
        .map(|row| {
            let entry = entries[row].map_or(0, |e| e as usize + 1);
            let Some(notice) = notices.get(entry) else {
                return Language::Blank as u8;
            };
            let own = spoken[row].filter(|s| *s != 0);
            let own = own.as_ref().map(std::slice::from_ref);
            let of_country = match countries[row] {
                Said::Country(c) => Some(COUNTRIES.get(c.code()).map_or(&[][..], Vec::as_slice)),
                Said::Illegible => Some(&[][..]),
                Said::Blank => None,
            };
            let unread = spoken[row].map(|_| &[][..]);
            notice.reaches(own.or(of_country).or(unread)) as u8
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        crate::data::phrases::lint(include_str!("languages.tsv"), bit);
        for (code, groups) in COUNTRIES.iter() {
            assert!(groups.iter().all(|g| *g != 0), "{code}");
            assert!(country::Country::from_code(code).is_some(), "{code}");
        }
        let asked = SPOKEN
            .split([' ', '=', ',', '/', '\n'])
            .filter(|w| w.len() == 2);
        let codes = asked.filter(|w| w.starts_with(|c: char| c.is_ascii_lowercase()));
        for code in codes {
            assert!(bit(code).is_some(), "{code}");
        }
        for code in LANGUAGES {
            assert_eq!(read(code), Some(bit(code).expect(code)), "{code}");
        }
    }

    #[test]
    fn languages_are_known_by_code_and_name() {
        let set = |codes: &str| codes.split(' ').filter_map(bit).fold(0, |all, b| all | b);
        for (text, want) in [
            ("de-AT", "de"),
            ("German", "de"),
            ("allemand", "de"),
            ("Deutsch / Englisch", "de en"),
            ("fr_BE", "fr"),
            ("Język polski", "pl"),
            ("NL", "nl"),
            ("Klingon", ""),
        ] {
            assert_eq!(read(text), Some(set(want)), "{text}");
        }
        assert_eq!(read("k.A."), None);
    }
}
