//! What a header names that no canonical column is for: health, offences, bank data, scores, notes and the like, in nine
//! languages (`kinds.tsv`). Headers are the vendor's text and do not leave this side; what crosses is a closed word.

use std::sync::LazyLock;

use super::dictionary::LANGUAGES;
use super::key::{camel, key, umlauts};
use crate::record::mapping::Holds;

/// Words that make a header one about an organisation: its rating or description is nobody's.
const ORGANISATION: [&str; 28] = [
    "company",
    "companies",
    "corporate",
    "account",
    "organization",
    "organisation",
    "employer",
    "product",
    "firma",
    "firmen",
    "unternehmen",
    "unternehmens",
    "arbeitgeber",
    "produkt",
    "entreprise",
    "societe",
    "produit",
    "empresa",
    "empresas",
    "azienda",
    "aziendale",
    "bedrijf",
    "bedrijfs",
    "firmy",
    "przedsiebiorstwa",
    "foretag",
    "foretagets",
    "industry",
];

struct Phrase {
    words: Vec<String>,
    /// The header is nothing else.
    whole: bool,
    /// None: the words say nothing of the kind that a part of them would.
    holds: Option<Holds>,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for line in include_str!("kinds.tsv").lines() {
        let mut cells = line.split('\t');
        let (Some(kind), Some(language), Some(phrases)) =
            (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        for text in phrases.split('|') {
            let (whole, text) = match text.trim().strip_prefix('=') {
                Some(rest) => (true, rest),
                None => (false, text.trim()),
            };
            let mut spellings = vec![text.to_owned()];
            if language == LANGUAGES[1] {
                spellings.push(umlauts(text));
            }
            spellings.dedup();
            for spelling in spellings {
                all.push(Phrase {
                    words: spelling.split_whitespace().map(pattern).collect(),
                    whole,
                    holds: Holds::find(kind),
                });
            }
        }
    }
    // the longest first, whole words before beginnings, and what takes a meaning away before what gives one
    all.sort_by_key(|p| {
        let starred = p.words.iter().any(|w| w.contains('*'));
        (std::cmp::Reverse(p.words.len()), starred, p.holds)
    });
    all
});

/// A folded word with its stars.
fn pattern(word: &str) -> String {
    let star = |is: bool| if is { "*" } else { "" };
    let (before, after) = (star(word.starts_with('*')), star(word.ends_with('*')));
    format!("{before}{}{after}", key(word.trim_matches('*')))
}

fn fits(pattern: &str, word: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => word.len() > end.len() && word.ends_with(end),
        (None, Some(start)) => word.starts_with(start),
        (None, None) => word == pattern,
    }
}

/// What the words of a header say it holds; of several things the worst. None if they say nothing.
pub fn named(header: &str) -> Option<Holds> {
    let mut keys = vec![key(header), key(&camel(header)), key(&umlauts(header))];
    keys.dedup();
    keys.iter().filter_map(|k| of_key(k)).min()
}

fn of_key(key: &str) -> Option<Holds> {
    // numbers only tell several columns of one kind apart
    let words: Vec<&str> = key
        .split(' ')
        .map(|w| w.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|w| !w.is_empty())
        .collect();
    let organisation = words.iter().any(|w| ORGANISATION.contains(w));
    let mut found: Option<Holds> = None;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let phrase = PHRASES.iter().find(|p| {
            p.words.len() <= rest.len()
                && (!p.whole || words.len() == p.words.len())
                && p.words.iter().zip(rest).all(|(p, w)| fits(p, w))
        });
        let Some(phrase) = phrase else {
            at += 1;
            continue;
        };
        at += phrase.words.len();
        let of_a_person = |h: &Holds| !organisation || *h < Holds::Photo;
        if let Some(holds) = phrase.holds.filter(of_a_person) {
            found = Some(found.map_or(holds, |f| f.min(holds)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::column::{Column, Group};

    #[test]
    fn the_table_is_sound() {
        for line in include_str!("kinds.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
        {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(cells[0] == "-" || Holds::find(cells[0]).is_some(), "{line}");
            assert!(LANGUAGES.contains(&cells[1]), "{line}");
            assert!(cells[2].split('|').all(|p| !key(p).is_empty()), "{line}");
        }
    }

    #[test]
    fn headers_name_what_they_hold_in_nine_languages() {
        use Holds::*;
        for (header, want) in [
            ("Health status", SpecialCategory),
            ("Krankheitstage 2025", SpecialCategory),
            ("GradDerBehinderung", SpecialCategory),
            ("Grad_der_Behinderung", SpecialCategory),
            ("Kirchensteuermerkmal", SpecialCategory),
            ("Appartenance syndicale", SpecialCategory),
            ("Ideología política", SpecialCategory),
            ("Orientamento sessuale", SpecialCategory),
            ("Etnische achtergrond", SpecialCategory),
            ("Stan zdrowia", SpecialCategory),
            ("Facklig tillhörighet", SpecialCategory),
            ("Crença religiosa", SpecialCategory),
            ("Criminal record", Criminal),
            ("Vorstrafen", Criminal),
            ("Casier judiciaire", Criminal),
            ("Antecedentes penales", Criminal),
            ("Karalność", Criminal),
            ("Passport No.", NationalId),
            ("Sozialversicherungsnr.", NationalId),
            ("N° de sécurité sociale", NationalId),
            ("PESEL_2", NationalId),
            ("Jahresgehalt (EUR)", Financial),
            ("Jahresgehalt Vorjahr", Financial),
            ("Previous salary", Financial),
            ("Company IBAN", Financial),
            ("Número da conta", Financial),
            ("Profilfoto-URL", Photo),
            ("Headshot link", Photo),
            ("Home Street", PrivateContact),
            ("Privathandy", PrivateContact),
            ("Tél. perso", PrivateContact),
            ("Mobiel privé", PrivateContact),
            ("Wohnanschrift", PrivateContact),
            ("Age group", Demographic),
            ("Altersgruppe", Demographic),
            ("Lieu de naissance", Demographic),
            ("Lead Score", Scoring),
            ("Leadscore", Scoring),
            ("Bonitätsindex", Scoring),
            ("Pouvoir d'achat", Scoring),
            ("Punteggio lead", Scoring),
            ("Notizen", FreeText),
            ("Gesprächsnotiz", FreeText),
            ("Gespraechsnotizen", FreeText),
            ("Description", FreeText),
            ("Uwagi", FreeText),
            ("Opmerkingen", FreeText),
            ("Email Score", Technical),
        ] {
            assert_eq!(named(header), Some(want), "{header}");
        }
    }

    #[test]
    fn trades_companies_and_documents_are_nobodys_data() {
        for header in [
            "Healthcare segment",
            "Gesundheitswesen",
            "Secteur santé",
            "Medical Specialty",
            "European Union",
            "Third party consent",
            "Política de privacidad",
            "Politique de confidentialité",
            "Polityka prywatności",
            "Private Company",
            "Company Score",
            "Unternehmensbeschreibung",
            "Company Description",
            "Job description",
            "Company photo",
            "Net income",
            "London office",
            "Bildungsträger",
            "Account Disabled",
            "Page",
            "Usage",
            "",
        ] {
            assert_eq!(named(header), None, "{header}");
        }
    }

    /// The dictionary and these words never contradict each other: an alias of an ordinary column names nothing worse,
    /// an alias of a column that minimisation is about nothing better.
    #[test]
    fn aliases_hold_what_their_columns_hold() {
        let mut odd = Vec::new();
        for line in include_str!("aliases.tsv").lines().skip(1) {
            let mut cells = line.split('\t');
            let column = cells.next().and_then(Column::find).expect(line);
            let alias = cells.nth(1).expect(line);
            let holds = Holds::of(column);
            let Some(found) = named(alias) else {
                continue;
            };
            let ordinary = column.group() != Group::Minimisation && holds > Holds::Unmapped;
            let agree = if ordinary {
                found > Holds::Unmapped
            } else {
                found == holds
            };
            if !agree {
                odd.push(format!("{line}: {found:?}"));
            }
        }
        assert!(odd.is_empty(), "{odd:#?}");
    }

    /// Of the public header rows only notes and descriptions are named, beside what the dictionary knows.
    #[test]
    fn example_headers_are_not_suspected() {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../../testdata/headers.json")).expect("json");
        let rows = file["rows"].as_array().expect("rows").iter();
        let pairs = rows.flat_map(|r| r["headers"].as_array().expect("headers"));
        let found: Vec<(&str, Holds)> = pairs
            .map(|pair| pair[0].as_str().expect("header"))
            .filter(|header| super::super::guess::exact(header).is_none())
            .filter_map(|header| Some((header, named(header)?)))
            .filter(|(_, holds)| *holds < Holds::Unmapped)
            .collect();
        assert_eq!(
            found,
            [
                ("Description", Holds::FreeText),
                ("Notizen", Holds::FreeText)
            ]
        );
    }
}
