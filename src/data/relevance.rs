//! Whether the function and the industry of a row are those that the buyer's offer is for (`[buyer] functions` and
//! `industries` of the dossier).
//!
//! Both sides are read with the same tables: functions of a company, divisions of NACE Rev. 2. Nobody is outside a
//! profile because of a word that is not known here: an unknown function, an unknown industry, and a word of the
//! profile that is not known leave it open.

mod words;

use std::sync::{Arc, LazyLock};

use self::words::{Set, Words};
use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::tokens;
use crate::base::label::Label;
use crate::record::column::Column;

/// Functions of a company, by bit.
const FUNCTIONS: [&str; 22] = [
    "management",
    "assistance",
    "administration",
    "purchasing",
    "technical",
    "production",
    "quality",
    "safety",
    "research",
    "logistics",
    "it",
    "sales",
    "marketing",
    "customer-service",
    "finance",
    "hr",
    "legal",
    "facility",
    "operations",
    "product",
    "health",
    "education",
];

const MANAGEMENT: Set = 1;
const ASSISTANCE: Set = 2;

fn functions(name: &str) -> Option<Set> {
    if name == "none" {
        return Some(0);
    }
    // advice is given on every function
    if name == "consulting" {
        return Some(0);
    }
    name.split('+').try_fold(0, |all, one| {
        Some(all | 1 << FUNCTIONS.iter().position(|f| *f == one)?)
    })
}

/// Divisions of NACE, by bit: `28`, `10-33,35`.
fn divisions(name: &str) -> Option<Set> {
    name.split(',').try_fold(0, |all, part| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        (from <= to && to <= 99).then(|| (from..=to).fold(all, |all, d| all | 1 << d))
    })
}

/// The functions that a text names. The word alone is the leading of a company; beside others it is that of a product,
/// of quality, of whatever stands there.
fn of_functions(folded: &str) -> Vec<Set> {
    if folded == "management" {
        return vec![MANAGEMENT];
    }
    FUNCTION_WORDS.find(folded)
}

static FUNCTION_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("relevance/functions.tsv"), functions));

static INDUSTRY_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("relevance/industries.tsv"), divisions));

/// Names of classifications that are NACE to the division.
const NACE: [&str; 13] = [
    "nace", "wz", "naf", "ape", "ateco", "sbi", "sni", "cnae", "cae", "pkd", "noga", "onace",
    "nacebel",
];

/// The division that a code names: `28.41`, `C28`, `2841Z`, `WZ 28410`. Bare digits may as well be of another
/// classification; `sure`: they are not.
fn code(folded: &str, sure: bool) -> Option<u32> {
    let name = NACE.iter().find_map(|n| {
        let rest = folded.strip_prefix(n)?;
        rest.starts_with(|c: char| !c.is_alphanumeric())
            .then_some(rest)
    });
    let mut rest = name.unwrap_or(folded);
    rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    // the year or revision of the classification
    for edition in [
        "2008", "2007", "2025", "rev. 2.1", "rev. 2", "rev 2.1", "rev 2", "rev2",
    ] {
        if name.is_some()
            && let Some(after) = rest.strip_prefix(edition)
            && after.starts_with(|c: char| !c.is_alphanumeric())
        {
            rest = after.trim_start_matches(|c: char| !c.is_alphanumeric());
        }
    }
    let section = rest.starts_with(|c: char| ('a'..='u').contains(&c));
    if section {
        rest = rest[1..].trim_start_matches([' ', '.', '-']);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = &rest[digits..];
    let dotted = digits == 2
        && after
            .strip_prefix('.')
            .is_some_and(|a| a.starts_with(|c: char| c.is_ascii_digit()));
    let after = after.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let lettered = after.len() == 1 && after.starts_with(|c: char| c.is_ascii_lowercase());
    let ends = after.is_empty() || lettered || after.starts_with(|c: char| !c.is_alphanumeric());
    let known = sure || name.is_some() || section || dotted || (lettered && digits == 4);
    if !known || !ends || !(2..=5).contains(&digits) {
        return None;
    }
    rest[..2].parse().ok().filter(|d| (1..=99).contains(d))
}

/// The industries that a text names.
fn industries(folded: &str, sure: bool) -> Vec<Set> {
    if let Some(division) = code(folded, sure) {
        return vec![1 << division];
    }
    let all = INDUSTRY_WORDS.find(folded);
    // "machinery manufacturing" is machinery: what is narrower says more
    let narrower = |wide: &Set| all.iter().any(|s| s != wide && s & wide == *s && *s != 0);
    all.iter().filter(|s| !narrower(s)).copied().collect()
}

/// What one cell, or all of a row's, says about one side of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Out,
    In,
    Open,
    Blank,
}

/// One side of the buyer's profile.
struct Side {
    wanted: Set,
    /// A word of it is not known.
    unread: bool,
    /// Its words as they stand there, to be found again as they are.
    labels: Vec<Vec<String>>,
}

impl Side {
    fn of(labels: &[Label], read: impl Fn(&str) -> Vec<Set>) -> Option<Self> {
        if labels.is_empty() {
            return None;
        }
        let mut side = Self {
            wanted: 0,
            unread: false,
            labels: Vec::new(),
        };
        for label in labels {
            let folded = fold(label.as_str());
            let set = read(&folded).into_iter().fold(0, |all, one| all | one);
            side.wanted |= set;
            side.unread |= set == 0;
            let words: Vec<String> = tokens(&folded).into_iter().map(str::to_owned).collect();
            if !words.is_empty() {
                side.labels.push(words);
            }
        }
        Some(side)
    }

    /// Whether a label stands in the text as it is; a single word may begin a longer one.
    fn names(&self, folded: &str) -> bool {
        let all = tokens(folded);
        self.labels.iter().any(|label| {
            all.windows(label.len()).any(|w| w == label.as_slice())
                || matches!(label.as_slice(), [word] if word.chars().count() >= 5
                    && all.iter().any(|t| t.starts_with(word.as_str())))
        })
    }

    /// What does not touch the profile is outside, unless the profile is not known whole.
    fn outside(&self) -> Fit {
        if self.unread { Fit::Open } else { Fit::Out }
    }

    fn function(&self, text: &str) -> Fit {
        let Some(folded) = folded(text) else {
            return if is_blank(text) {
                Fit::Blank
            } else {
                Fit::Open
            };
        };
        let found = of_functions(&folded);
        let found = found.into_iter().fold(0, |all, one| all | one);
        let (leads, others) = (found & MANAGEMENT != 0, found & !MANAGEMENT);
        if found & self.wanted != 0 || self.names(&folded) {
            Fit::In
        } else if leads && others == 0 {
            // who leads a company answers for each of its functions
            Fit::In
        } else if found == 0 || (leads && others & ASSISTANCE == 0) {
            // who leads a company and has a field may or may not answer for another
            Fit::Open
        } else {
            self.outside()
        }
    }

    fn industry(&self, text: &str) -> Fit {
        let Some(folded) = folded(text) else {
            return if is_blank(text) {
                Fit::Blank
            } else {
                Fit::Open
            };
        };
        let found = industries(&folded, false);
        let within = |s: &Set| *s != 0 && s & !self.wanted == 0;
        if found.iter().any(within) || self.names(&folded) {
            Fit::In
        } else if found.is_empty() || found.iter().any(|s| s & self.wanted != 0) {
            // a wider industry than the buyer's may be the buyer's
            Fit::Open
        } else {
            self.outside()
        }
    }
}

/// A text that is worth reading, folded.
fn folded(text: &str) -> Option<String> {
    (!is_blank(text) && text.len() <= 300).then(|| fold(text))
}

struct Profile {
    functions: Option<Side>,
    industries: Option<Side>,
}

fn profile(batch: &Batch<'_>) -> Arc<Profile> {
    batch.plan.once("relevance.profile", || {
        let buyer = &batch.dossier().buyer;
        Profile {
            functions: Side::of(&buyer.functions, of_functions),
            industries: Side::of(&buyer.industries, |t| industries(t, true)),
        }
    })
}

/// Several cells of one side: one that fits is enough, one that is not known leaves it open.
fn cells(
    batch: &Batch<'_>,
    columns: &[Column],
    name: &'static str,
    fit: impl Fn(&str) -> Fit,
) -> Vec<Fit> {
    let mut out = vec![Fit::Blank; batch.rows()];
    for cells in columns.iter().flat_map(|c| batch.cells(*c)) {
        for (o, one) in out.iter_mut().zip(batch.by_text(name, &cells, &fit)) {
            *o = match (*o, one) {
                (Fit::In, _) | (_, Fit::In) => Fit::In,
                (Fit::Open, _) | (_, Fit::Open) => Fit::Open,
                (Fit::Out, _) | (_, Fit::Out) => Fit::Out,
                (Fit::Blank, Fit::Blank) => Fit::Blank,
            };
        }
    }
    out
}

/// Bins of `role-relevance`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Relevance {
    Outside,
    NoProfile,
    Inside,
    Illegible,
    Blank,
}

/// Positions in the bins of `role-relevance`.
pub fn relevance(batch: &Batch<'_>) -> Vec<u8> {
    let profile = profile(batch);
    let functions = profile.functions.as_ref().map(|side| {
        let columns = [Column::JobTitle, Column::JobFunction, Column::Department];
        cells(batch, &columns, "relevance.function", |t| side.function(t))
    });
    let industries = profile.industries.as_ref().map(|side| {
        cells(
            batch,
            &[Column::CompanyIndustry],
            "relevance.industry",
            |t| side.industry(t),
        )
    });
    (0..batch.rows())
        .map(|row| {
            let function = functions.as_ref().map(|f| f[row]);
            let industry = industries.as_ref().map(|i| i[row]);
            // a function is what the person does; an industry stands in for it only if no function is asked for
            match (function, industry) {
                (Some(Fit::Out), _) | (_, Some(Fit::Out)) => Relevance::Outside,
                (Some(fit), _) | (None, Some(fit)) => match fit {
                    Fit::In => Relevance::Inside,
                    Fit::Blank => Relevance::Blank,
                    Fit::Open | Fit::Out => Relevance::Illegible,
                },
                (None, None) => Relevance::NoProfile,
            }
        })
        .map(|bin| bin as u8)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sound() {
        words::lint(include_str!("relevance/functions.tsv"), functions);
        words::lint(include_str!("relevance/industries.tsv"), divisions);
    }

    fn side(labels: &[&str], read: impl Fn(&str) -> Vec<Set>) -> Side {
        let labels: Vec<Label> = labels.iter().filter_map(|l| Label::new(l)).collect();
        Side::of(&labels, read).expect("labels")
    }

    #[test]
    fn titles_in_many_languages_against_a_profile() {
        let wanted = side(&["purchasing", "technical"], of_functions);
        assert!(!wanted.unread);
        let mut wrong = Vec::new();
        for (fit, titles) in [
            (
                Fit::In,
                "Leiter Einkauf|Einkäuferin|Einkaeufer|Strategischer Einkäufer Elektronik|Leitung Instandhaltung|\
                Werkleiter|Konstruktionsleiterin|Technischer Leiter|Geschäftsführer|Geschaeftsfuehrerin|Inhaber|\
                CEO|Head of Procurement|Senior Buyer|VP Engineering|Maintenance Manager|Plant Manager|\
                Managing Director|Responsable achats|Acheteuse|Directeur technique|Directrice d'usine|\
                Responsable bureau d'études|PDG|Gérante|Jefe de compras|Director de planta|\
                Ingeniera de mantenimiento|Ufficio acquisti|Responsabile manutenzione|Amministratore delegato|\
                Titolare|Hoofd inkoop|Inkoper|Onderhoudsmonteur|Hoofd technische dienst|\
                Kierownik działu zakupów|Inżynier utrzymania ruchu|Prezes zarządu|Inköpschef|Underhållschef|VD|\
                Gerente de compras|Engenheiro de manutenção|Ostopäällikkö|Tekninen johtaja|Toimitusjohtaja|\
                Vedoucí nákupu|Műszaki igazgató|Indkøbschef|Innkjøpsleder|Supply Chain Manager|\
                Operations Manager|CTO|Sales Engineer|Management|Geschäftsführer Technik|\
                Fertigungssteuerung Technik",
            ),
            (
                Fit::Out,
                "Marketing Manager|Personalleiterin|HR Business Partner|Responsable ressources humaines|\
                Leiter Vertrieb|Verkaufsleiter|Key Account Manager|Buchhalterin|CFO|Directeur commercial|\
                Chef comptable|IT-Leiter|Head of IT|Software Engineer|Softwareentwickler|Rechtsanwältin|\
                General Counsel|Assistentin der Geschäftsführung|Assistante de direction|\
                Personal Assistant to the CEO|Jefe de ventas|Direttore marketing|Verkoper|Hoofd personeelszaken|\
                Księgowa|Säljare|Ekonomichef|Recursos Humanos|Myyntipäällikkö|Datenschutzbeauftragter|\
                Produktmanager|Lehrer|Krankenschwester|Quality Management|Back Office",
            ),
            (
                Fit::Open,
                "Manager|Direktor|Teamleiter|Mitarbeiter|Senior Vice President|Projektleiter|Referent|Consultant|\
                Chef|Abteilungsleiter|Ansprechpartner|Head of Unit 7|4711|Geschäftsführer Vertrieb|\
                Process Owner|Change Management|Regionalleiter Brandenburg|Kaufmännischer Geschäftsführer",
            ),
            (Fit::Blank, "|n/a|-|unbekannt"),
        ] {
            for title in titles.split('|') {
                let got = wanted.function(title);
                if got != fit {
                    wrong.push(format!("{title}: {got:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let all = wanted.function(&"Einkauf ".repeat(60));
        assert_eq!(all, Fit::Open);
    }

    #[test]
    fn a_profile_of_unknown_words_sends_nobody_outside() {
        let wanted = side(&["Zerspanungsberater", "sales"], of_functions);
        assert_eq!(wanted.function("Zerspanungsberaterin"), Fit::In);
        assert_eq!(wanted.function("Verkaufsleiter"), Fit::In);
        let wanted = side(&["Kuratorium"], of_functions);
        assert!(wanted.unread);
        assert_eq!(wanted.function("Marketing Manager"), Fit::Open);
        assert_eq!(wanted.function("Mitglied im Kuratorium"), Fit::In);
    }

    #[test]
    fn industries_by_word_and_code() {
        let wanted = side(&["mechanical engineering"], |t| industries(t, true));
        for (fit, texts) in [
            (
                Fit::In,
                "Maschinenbau|Sondermaschinenbau|Machinery|Machinery Manufacturing|machines-outils|Maquinaria|\
                Macchine utensili|Machinebouw|Przemysł maszynowy|Maskinindustri|28.41|C28|C 28.41|2841Z|28.41Z|\
                WZ 28410|NACE 28|NACE Rev. 2 28.9|28.99.9 Herstellung von Maschinen|Maschinenbau / Automotive|\
                Mechanical or Industrial Engineering",
            ),
            (
                Fit::Out,
                "Automotive|Hospital & Health Care|Banken|Einzelhandel|Edilizia|62.01|J62|6201Z|Software|\
                Agroalimentaire|Unternehmensberatung|Onderwijs|Bygg",
            ),
            (
                Fit::Open,
                "Manufacturing|Industrie|Engineering|Industrial Automation|2841|28|333515|XYZ|Sonstige",
            ),
            (Fit::Blank, "|k.A."),
        ] {
            for text in texts.split('|') {
                assert_eq!(wanted.industry(text), fit, "{text}");
            }
        }
        let wanted = side(&["28", "Automobilindustrie"], |t| industries(t, true));
        assert_eq!(wanted.industry("28.1"), Fit::In);
        assert_eq!(wanted.industry("28"), Fit::In);
        assert_eq!(wanted.industry("Automotive"), Fit::In);
        let wanted = side(&["manufacturing"], |t| industries(t, true));
        assert_eq!(wanted.industry("Maschinenbau"), Fit::In);
        assert_eq!(wanted.industry("Banken"), Fit::Out);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "[a-zA-Z0-9. -]{0,12}|\\PC{0,60}") {
            let wanted = side(&["purchasing"], of_functions);
            let _ = (wanted.function(&text), wanted.industry(&text));
        }
    }
}
