//! Whom a consent names (EDPB Guidelines 05/2020 §§ 64–65): the buyer, others, nobody, or an open circle of partners.
//!
//! Names are compared after folding, without punctuation. The buyer is named by its whole registered name anywhere in the
//! text, or by an entry of the list that is the name without its legal form. What merely contains a part of the name
//! names somebody else.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::consent::texts;
use super::phrases::{Phrases, tokens};
use super::yes_no;
use crate::record::column::Column;

/// Bins of `consent-recipients`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Recipients {
    OpenList,
    NamesOthers,
    NoRecipients,
    NamesBuyer,
    Illegible,
    Blank,
}

fn meaning(name: &str) -> Option<Recipients> {
    match name {
        "open-list" => Some(Recipients::OpenList),
        "no-recipients" => Some(Recipients::NoRecipients),
        _ => None,
    }
}

static WORDS: LazyLock<Phrases<Recipients>> =
    LazyLock::new(|| Phrases::read(include_str!("recipients.tsv"), meaning));

/// Legal forms, as runs of letters, from the end of a name.
const FORMS: &[&str] = &[
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "haftungsbeschrankt",
    "se",
    "co",
    "kgaa",
    "ek",
    "ev",
    "eg",
    "gbr",
    "ltd",
    "limited",
    "plc",
    "llp",
    "llc",
    "inc",
    "corp",
    "sa",
    "sas",
    "sasu",
    "sarl",
    "eurl",
    "srl",
    "spa",
    "sl",
    "slu",
    "bv",
    "nv",
    "ab",
    "oy",
    "oyj",
    "as",
    "asa",
    "aps",
    "lda",
    "sp",
    "zoo",
    "oo",
    "z",
    "o",
    "kft",
    "zrt",
    "doo",
    "dd",
    "sro",
    "aktiengesellschaft",
    "gesellschaft",
    "mit",
    "beschrankter",
    "haftung",
];

/// A name as its words; dots in abbreviations join (`B.V.` is `bv`).
fn words(folded: &str) -> Vec<String> {
    let plain: String = folded
        .chars()
        .filter(|c| !matches!(c, '.' | '\'' | '’'))
        .collect();
    tokens(&plain).into_iter().map(str::to_owned).collect()
}

/// Without the legal form at the end.
fn core(words: &[String]) -> &[String] {
    let keep = words
        .iter()
        .rposition(|w| !FORMS.contains(&w.as_str()))
        .map_or(words.len(), |at| at + 1);
    &words[..keep]
}

/// A company's name without its legal form, for comparison; empty if it has no letters or digits.
pub fn plain(name: &str) -> String {
    core(&words(&fold(name))).join(" ")
}

/// Whether a part of a text is nothing but a legal form: what stands behind the comma of "Example, Inc.".
pub fn is_legal_form(folded: &str) -> bool {
    words(folded).iter().all(|w| FORMS.contains(&w.as_str()))
}

/// How many recipients a consent text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Somebody who is not named: "our partners".
    Open,
    Named(usize),
    Illegible,
}

/// Counts the recipients that a declaration lists, each company once.
pub fn crowd(recipients: &[String]) -> Crowd {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut illegible = false;
    for text in recipients {
        let folded = fold(text);
        if WORDS.whole(&tokens(&folded)) == Some(Recipients::NoRecipients) {
            continue;
        }
        illegible |= is_blank(text);
        for entry in folded.split([';', '|', '\n', ',']).filter(|e| !is_blank(e)) {
            let all = words(entry);
            if is_open(&tokens(entry), &all) {
                return Crowd::Open;
            }
            // "Example, Inc." is one company
            if is_legal_form(entry) {
                continue;
            }
            if all.iter().any(|w| w.contains(char::is_alphabetic)) {
                names.insert(core(&all).join(" "));
            } else {
                illegible = true;
            }
        }
    }
    match names.len() {
        0 if illegible => Crowd::Illegible,
        n => Crowd::Named(n),
    }
}

/// Whether an entry of a list is an open circle. A word of one inside a registered name is a part of the name.
fn is_open(tokens: &[&str], words: &[String]) -> bool {
    let open = Some(Recipients::OpenList);
    let begins = || (1..=tokens.len().min(5)).any(|n| WORDS.whole(&tokens[..n]) == open);
    let company = core(words).len() < words.len();
    WORDS.within(tokens).0.contains(&Recipients::OpenList) && (!company || begins())
}

/// The buyer's names, as words.
pub struct Buyer(Vec<Vec<String>>);

impl Buyer {
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        Self(
            names
                .map(|n| words(&fold(n)))
                .filter(|w| !w.is_empty())
                .collect(),
        )
    }

    fn is_whole(&self, entry: &[String]) -> bool {
        self.0.iter().any(|name| core(name) == core(entry))
    }

    /// The whole name, not as the end of a longer one.
    fn is_within(&self, entry: &[String]) -> bool {
        self.0.iter().filter(|name| name.len() > 1).any(|name| {
            entry
                .windows(name.len())
                .enumerate()
                .any(|(at, w)| w == name.as_slice() && begins(&entry[..at]))
        })
    }
}

/// Whether a name may begin after these words.
fn begins(before: &[String]) -> bool {
    const LEADS: &[&str] = &[
        "die", "der", "das", "dem", "den", "an", "von", "durch", "fur", "bei", "firma", "the",
        "to", "by", "for", "of", "with", "la", "le", "les", "el", "il", "lo", "l", "a", "de", "du",
        "del", "della", "par", "por", "da", "do", "het", "aan", "door", "till", "av", "dla",
        "przez", "und", "and", "et", "y", "e", "en", "och", "oraz", "i", "lei",
    ];
    before.last().is_none_or(|w| LEADS.contains(&w.as_str()))
}

/// Sorts the text of one cell, or the names of one consent text joined by `;`.
pub fn read(text: &str, buyer: &Buyer) -> Recipients {
    if is_blank(text) {
        return Recipients::Blank;
    }
    if text.len() > 4_000 {
        return Recipients::Illegible;
    }
    // a tick under "partner opt-in": somebody, whoever it is
    if let Some((yes, _)) = yes_no::word(text) {
        return if yes {
            Recipients::OpenList
        } else {
            Recipients::NoRecipients
        };
    }
    let folded = fold(text);
    let all = words(&folded);
    let letters = |w: &String| w.starts_with(|c: char| c.is_alphabetic());
    if !all.iter().any(|w| w.chars().count() >= 2 && letters(w)) {
        return Recipients::Illegible;
    }
    let entries: Vec<Vec<String>> = folded
        .split([';', '|', '\n', ',', '/'])
        .map(words)
        .filter(|w| !w.is_empty())
        .collect();
    if entries
        .iter()
        .any(|e| buyer.is_whole(e) || buyer.is_within(e))
    {
        return Recipients::NamesBuyer;
    }
    let plain = tokens(&folded);
    if let Some(whole) = WORDS.whole(&plain) {
        return whole;
    }
    if WORDS.within(&plain).0.contains(&Recipients::OpenList) {
        return Recipients::OpenList;
    }
    // without the buyer's names nobody can tell whether one of these is the buyer
    if buyer.0.is_empty() {
        Recipients::Illegible
    } else {
        Recipients::NamesOthers
    }
}

fn buyer(batch: &Batch<'_>) -> Arc<Buyer> {
    batch.plan.once("recipients.buyer", || {
        Buyer::new(batch.dossier().buyer.names.iter().map(|n| n.as_str()))
    })
}

/// Positions in the bins of `consent-recipients`: the row's cell, or else the consent text that it names.
pub fn recipients(batch: &Batch<'_>) -> Vec<u8> {
    let blank = Recipients::Blank as u8;
    let buyer = buyer(batch);
    let mut out = batch.worst(&[Column::ConsentRecipients], blank, |cells| {
        batch.by_text("recipients", cells, |t| read(t, &buyer) as u8)
    });
    let texts = texts(batch);
    if texts.is_empty() || !out.contains(&blank) {
        return out;
    }
    let declared = batch.worst(&[Column::ConsentTextId], blank, |cells| {
        batch.by_text("recipients.text", cells, |id| {
            let text = texts.get(&fold(id)).and_then(Option::as_ref);
            text.map_or(Recipients::Blank, |t| {
                if t.recipients.is_empty() {
                    Recipients::NoRecipients
                } else {
                    read(&t.recipients.join(";"), &buyer)
                }
            }) as u8
        })
    });
    for (o, d) in out.iter_mut().zip(declared) {
        if *o == blank {
            *o = d;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("recipients.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        let buyer = Buyer::new(["Beispiel Maschinenbau AG"].into_iter());
        for (name, phrase) in super::super::phrases::all(include_str!("recipients.tsv")) {
            assert_eq!(Some(read(phrase, &buyer)), meaning(name), "{phrase}");
        }
    }

    #[test]
    fn companies_are_the_same_under_any_legal_form() {
        for (a, b) in [
            ("Voorbeeld Bedrijfsdata B.V.", "VOORBEELD Bedrijfsdata BV"),
            ("Muster & Co. KG", "Muster"),
            ("Przykład Sp. z o.o.", "przyklad"),
        ] {
            assert_eq!(plain(a), plain(b));
        }
        assert_ne!(plain("Muster Daten GmbH"), plain("Muster GmbH"));
        assert_eq!(plain("–"), "");
    }

    #[test]
    fn recipients_are_counted_once_each_and_an_open_circle_is_none() {
        use Crowd::{Illegible, Named, Open};
        for (list, want) in [
            (&["Muster GmbH", "MUSTER", "Beispiel AG"][..], Named(2)),
            (&["Muster GmbH; Beispiel AG | Exemple SARL"], Named(3)),
            (&["Example, Inc."], Named(1)),
            (&["Muster GmbH, Beispiel AG"], Named(2)),
            (&["529900T8BM49AURSDO55"], Named(1)),
            (&["Muster GmbH", "unsere Partner"], Open),
            (&["Muster GmbH and selected partners"], Open),
            (&["selected partners of Muster GmbH"], Open),
            (&["Muster & Partner GmbH"], Named(1)),
            (&["third parties"], Open),
            (&[], Named(0)),
            (&["keine Weitergabe"], Named(0)),
            (&[""], Illegible),
            (&["123"], Illegible),
        ] {
            let list: Vec<String> = list.iter().map(|s| (*s).to_owned()).collect();
            assert_eq!(crowd(&list), want, "{list:?}");
        }
    }

    #[test]
    fn the_buyer_is_named_by_its_whole_name_or_not_at_all() {
        let buyer = Buyer::new(
            [
                "Beispiel Maschinenbau AG",
                "Muster & Co. KG",
                "529900T8BM49AURSDO55",
            ]
            .into_iter(),
        );
        for (text, want) in [
            ("Beispiel Maschinenbau AG", Recipients::NamesBuyer),
            ("BEISPIEL MASCHINENBAU", Recipients::NamesBuyer),
            ("Beispiel-Maschinenbau A.G.", Recipients::NamesBuyer),
            (
                "Andere GmbH; Beispiel Maschinenbau AG",
                Recipients::NamesBuyer,
            ),
            (
                "die Beispiel Maschinenbau AG und ihre Partner",
                Recipients::NamesBuyer,
            ),
            ("Muster & Co KG", Recipients::NamesBuyer),
            ("LEI 529900T8BM49AURSDO55", Recipients::NamesBuyer),
            (
                "Beispiel Maschinenbau Vertriebs GmbH",
                Recipients::NamesOthers,
            ),
            ("Beispiel AG", Recipients::NamesOthers),
            ("Neue Beispiel Maschinenbau AG", Recipients::NamesOthers),
            ("Musterwerk", Recipients::NamesOthers),
            ("Partner", Recipients::OpenList),
            (
                "unsere Sponsoren und weitere Unternehmen",
                Recipients::OpenList,
            ),
            ("Andere GmbH and selected partners", Recipients::OpenList),
            ("third parties", Recipients::OpenList),
            ("ja", Recipients::OpenList),
            ("nein", Recipients::NoRecipients),
            ("keine Weitergabe", Recipients::NoRecipients),
            ("no third parties", Recipients::NoRecipients),
            ("123", Recipients::Illegible),
            ("n/a", Recipients::Blank),
        ] {
            assert_eq!(read(text, &buyer), want, "{text}");
        }
        let nobody = Buyer::new(std::iter::empty());
        assert_eq!(read("Andere GmbH", &nobody), Recipients::Illegible);
        assert_eq!(read("partners", &nobody), Recipients::OpenList);
    }
}
