//! What a cell says about the lawful basis, and what a row inherits where it says nothing.
//!
//! Words come from `basis.tsv`; article references are recognised on tokens, because about fifty spellings of
//! "Art. 6(1)(f)" are in use and no single expression holds them. A text counts only if all of it is understood, or an
//! article stands in it; everything else is illegible rather than guessed.

use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::{Phrases, tokens};
use super::register;
use crate::record::column::Column;
use crate::record::dossier::Word;

/// What is stated as the basis, in the order of the bins of the check `lawful-basis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Basis {
    RefusedOrObjected,
    Obsolete,
    NotABasis,
    OtherLaw,
    ExemptClaim,
    Multiple,
    VitalInterests,
    PublicTask,
    LegalObligation,
    Contract,
    LegitimateInterest,
    Consent,
    Illegible,
    Blank,
}

impl Basis {
    pub const ALL: [Self; 14] = [
        Self::RefusedOrObjected,
        Self::Obsolete,
        Self::NotABasis,
        Self::OtherLaw,
        Self::ExemptClaim,
        Self::Multiple,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegalObligation,
        Self::Contract,
        Self::LegitimateInterest,
        Self::Consent,
        Self::Illegible,
        Self::Blank,
    ];

    /// The bin of `lawful-basis`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RefusedOrObjected => "refused-or-objected",
            Self::Obsolete => "obsolete-basis",
            Self::NotABasis => "not-a-basis",
            Self::OtherLaw => "other-law",
            Self::ExemptClaim => "exempt-claim",
            Self::Multiple => "multiple",
            Self::VitalInterests => "vital-interests",
            Self::PublicTask => "public-task",
            Self::LegalObligation => "legal-obligation",
            Self::Contract => "contract",
            Self::LegitimateInterest => "legitimate-interest",
            Self::Consent => "consent",
            Self::Illegible => "illegible",
            Self::Blank => "blank",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.name() == name)
    }

    /// One of the six bases of Art. 6(1) GDPR.
    pub fn is_article_6(self) -> bool {
        (Self::VitalInterests..=Self::Consent).contains(&self)
    }

    fn of_letter(letter: u8) -> Self {
        match letter {
            b'a' => Self::Consent,
            b'b' => Self::Contract,
            b'c' => Self::LegalObligation,
            b'd' => Self::VitalInterests,
            b'e' => Self::PublicTask,
            _ => Self::LegitimateInterest,
        }
    }
}

static WORDS: LazyLock<Phrases<Basis>> =
    LazyLock::new(|| Phrases::read(include_str!("basis.tsv"), Basis::find));

/// Words of a reference to an article, and the law's name. A lone `no` is one of them only inside a reference.
const FILLERS: &[&str] = &[
    "art",
    "article",
    "artikel",
    "articolo",
    "articulo",
    "artigo",
    "artykul",
    "cl",
    "cikk",
    "abs",
    "absatz",
    "par",
    "paragraph",
    "paragraphe",
    "paragrafo",
    "comma",
    "lid",
    "ust",
    "stk",
    "odst",
    "nr",
    "n",
    "no",
    "apartado",
    "bekezdes",
    "alin",
    "al",
    "s",
    "satz",
    "uabs",
    "unterabs",
    "first",
    "subparagraph",
    "eerste",
    "primer",
    "parrafo",
    "primo",
    "lit",
    "litra",
    "buchst",
    "buchstabe",
    "lett",
    "lettera",
    "letra",
    "point",
    "punkt",
    "pkt",
    "pont",
    "sub",
    "onder",
    "alinea",
    "pism",
    "p",
    "gdpr",
    "dsgvo",
    "ds",
    "gvo",
    "rgpd",
    "avg",
    "rodo",
    "eu",
    "uk",
    "of",
    "the",
    "der",
    "du",
    "del",
    "da",
    "do",
];

/// Words between two letters of one reference; an `e` between two letters is one too.
const JOINERS: &[&str] = &[
    "und", "and", "et", "y", "en", "i", "och", "oraz", "or", "oder",
];

/// Words that say nothing about the basis itself.
const NEUTRAL: &[&str] = &[
    "basis",
    "legal",
    "lawful",
    "ground",
    "rechtsgrundlage",
    "rechtsgrund",
    "gemass",
    "gemaess",
    "gem",
    "nach",
    "auf",
    "grundlage",
    "base",
    "legale",
    "juridique",
    "fondement",
    "under",
    "per",
    "for",
    "in",
    "im",
    "sinne",
    "des",
    "direct",
    "marketing",
    "direktwerbung",
    "direktmarketing",
    "und",
    "and",
    "et",
    "y",
    "e",
    "en",
    "i",
    "och",
    "oraz",
    "or",
    "oder",
    "on",
];

/// Words that turn a statement round; what stands beside them is not read as a basis.
const NEGATIONS: &[&str] = &[
    "not", "non", "kein", "keine", "keinem", "nicht", "ohne", "without", "pas", "sans", "sin",
    "senza", "geen", "niet", "zonder", "nie", "bez", "brak", "ingen", "inget", "ej", "inte",
    "utan", "nao", "sem",
];

/// The basis that a text states.
pub fn read(text: &str) -> Basis {
    if is_blank(text) {
        return Basis::Blank;
    }
    // no basis needs more room; a longer text is prose, and prose is not read
    if text.len() > 400 {
        return Basis::Illegible;
    }
    let folded = fold(text);
    if let Some(term) = dpv(&folded) {
        return term;
    }
    let all = tokens(&folded);
    if let Some(whole) = WORDS.whole(&all) {
        return whole;
    }
    if let Some(named) = statute(&all) {
        return named;
    }
    let (mut found, rest) = WORDS.within(&all);
    let articles = articles(&rest);
    let negated =
        rest.iter().any(|t| NEGATIONS.contains(t)) || all.first().is_some_and(|t| *t == "no");
    let understood = rest
        .iter()
        .all(|t| FILLERS.contains(t) || NEUTRAL.contains(t));
    if negated || (articles.is_empty() && !understood) {
        return Basis::Illegible;
    }
    found.extend(articles);
    together(&found)
}

/// Several readings of one text: what forbids comes first, two different bases are `multiple`. Words such as "public"
/// or "GDPR compliant" beside a basis are talk; alone they are what is stated.
fn together(found: &[Basis]) -> Basis {
    let named = found.iter().any(|b| b.is_article_6());
    let found: Vec<Basis> = found
        .iter()
        .copied()
        .filter(|b| !named || *b != Basis::NotABasis)
        .collect();
    let Some(worst) = found.iter().min().copied() else {
        return Basis::Illegible;
    };
    if worst.is_article_6() && found.iter().any(|b| *b != worst) {
        return Basis::Multiple;
    }
    worst
}

/// A DPV term: `eu-gdpr:A6-1-f-third-party`, with or without its prefix or address.
fn dpv(folded: &str) -> Option<Basis> {
    let term = folded.rsplit([':', '#', '/']).next()?;
    let letter = *term.strip_prefix("a6-1-")?.as_bytes().first()?;
    let end = term.as_bytes().get(6).is_none_or(|c| *c == b'-');
    (end && (b'a'..=b'f').contains(&letter)).then(|| Basis::of_letter(letter))
}

/// Sections of other statutes that are named instead of a basis: § 28 and § 29 of the old BDSG, § 7 UWG.
fn statute(all: &[&str]) -> Option<Basis> {
    let has = |t: &str| all.contains(&t);
    if has("bdsg") && (has("28") || has("29")) {
        return Some(Basis::Obsolete);
    }
    (has("uwg") && has("7")).then_some(Basis::NotABasis)
}

/// The bases that references to Art. 6(1) GDPR name: after dropping the fillers `6`, then `1` or `i`, then perhaps
/// `1`, then single letters a to f.
fn articles(rest: &[&str]) -> Vec<Basis> {
    // "artikel 6, eerste lid, onder f"
    let ordinal = |i: usize| rest[i] == "eerste" && rest.get(i + 1) == Some(&"lid");
    let plain: Vec<&str> = (0..rest.len())
        .map(|i| if ordinal(i) { "1" } else { rest[i] })
        .filter(|t| !FILLERS.contains(t))
        .collect();
    let letter = |i: usize| {
        plain
            .get(i)
            .filter(|t| t.len() == 1 && (b'a'..=b'f').contains(&t.as_bytes()[0]))
            .map(|t| t.as_bytes()[0])
    };
    let mut out = Vec::new();
    for i in 0..plain.len() {
        if plain[i] != "6" || !matches!(plain.get(i + 1), Some(&"1" | &"i")) {
            continue;
        }
        let mut at = i + 2;
        if plain.get(at) == Some(&"1") {
            at += 1;
        }
        let mut first = true;
        while let Some(l) = letter(at) {
            let joins = l == b'e' && !first && letter(at + 1).is_some();
            if !joins {
                out.push(Basis::of_letter(l));
            }
            first = false;
            at += 1;
            if plain.get(at).is_some_and(|t| JOINERS.contains(t)) && letter(at + 1).is_some() {
                at += 1;
            }
        }
    }
    out
}

/// Who states the basis of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The row's own cell.
    Row,
    /// The row's entry in the source register.
    Source,
    /// `gdpr.legal-basis`, if it has exactly one entry.
    Declaration,
    Nobody,
}

/// The basis of a row, and who states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    pub basis: Basis,
    pub by: By,
}

/// What the papers state where a row is blank: per register entry, and for rows without one.
pub struct Inherited {
    entries: Vec<Option<Basis>>,
    all: Option<Basis>,
}

impl Inherited {
    fn of(batch: &Batch<'_>) -> std::sync::Arc<Self> {
        batch.plan.once("basis.inherited", || {
            let dossier = batch.dossier();
            let said = |text: &Word| Some(read(text)).filter(|b| *b != Basis::Blank);
            Self {
                entries: dossier
                    .sources()
                    .iter()
                    .map(|s| s.legal_basis.as_ref().and_then(said))
                    .collect(),
                all: dossier
                    .declaration
                    .as_ref()
                    .and_then(|d| match d.legal_basis.as_slice() {
                        [one] => said(one),
                        _ => None,
                    }),
            }
        })
    }

    /// What the source entry states.
    pub fn entry(&self, entry: Option<u32>) -> Option<Basis> {
        *self.entries.get(entry? as usize)?
    }
}

/// What the papers state: made once per run.
pub fn inherited(batch: &Batch<'_>) -> std::sync::Arc<Inherited> {
    Inherited::of(batch)
}

/// The basis of each row. A blank cell inherits from its source entry, else from the declaration; a filled one never.
pub fn stated(batch: &Batch<'_>) -> Rc<Vec<Stated>> {
    batch.memo("basis.stated", 0, || {
        let cells = batch.worst(&[Column::LawfulBasis], Basis::Blank as u8, |cells| {
            batch.by_text("basis", cells, |t| read(t) as u8)
        });
        let entries = register::entry(batch);
        let papers = inherited(batch);
        cells
            .iter()
            .zip(entries.iter())
            .map(|(cell, entry)| {
                let basis = Basis::ALL[usize::from(*cell)];
                if basis != Basis::Blank {
                    Stated { basis, by: By::Row }
                } else if let Some(basis) = papers.entry(*entry) {
                    Stated {
                        basis,
                        by: By::Source,
                    }
                } else if let Some(basis) = papers.all {
                    Stated {
                        basis,
                        by: By::Declaration,
                    }
                } else {
                    Stated {
                        basis,
                        by: By::Nobody,
                    }
                }
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("basis.tsv"), Basis::find);
        for (i, b) in Basis::ALL.iter().enumerate() {
            assert_eq!(*b as usize, i);
        }
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("basis.tsv")) {
            assert_eq!(read(phrase).name(), name, "{phrase}");
            let loud = phrase.to_uppercase();
            assert_eq!(read(&format!("  {loud}. ")).name(), name, "{loud}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}|(art|6|1|i|f|a|e|lit|[ .()§-]){0,20}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn references_to_articles_are_read_on_tokens() {
        for text in [
            "Art. 6 Abs. 1 lit. f DSGVO",
            "Art. 6 Abs. 1 S. 1 lit. f",
            "Art. 6 Abs. 1 Satz 1 Buchst. f) DS-GVO",
            "Artikel 6 Absatz 1 Unterabs. 1 Buchstabe f DSGVO",
            "Art. 6 I f",
            "Art. 6 I 1 f DSGVO",
            "Art. 6(1)(f) GDPR",
            "Article 6(1)(f) of the GDPR",
            "Article 6, paragraph 1, point (f)",
            "GDPR 6.1.f",
            "6(1)f",
            "6 1 f",
            "art6(1)f",
            "article 6.1.f du RGPD",
            "art. 6, par. 1, al. f RGPD",
            "artículo 6.1.f) del RGPD",
            "art. 6.1 letra f RGPD",
            "art. 6, par. 1, lett. f) GDPR",
            "articolo 6, comma 1, lettera f",
            "artikel 6 lid 1 onder f AVG",
            "artikel 6, eerste lid, onder f, AVG",
            "artikel 6, lid 1, eerste alinea, onder f",
            "art. 6 ust. 1 lit. f RODO",
            "artykuł 6 ust. 1 pkt f",
            "artikel 6.1 f GDPR",
            "artigo 6.º, n.º 1, alínea f) do RGPD",
            "artikel 6, stk. 1, litra f",
            "6. cikk (1) bekezdés f) pont",
            "čl. 6 odst. 1 písm. f",
            "eu-gdpr:A6-1-f",
            "eu-gdpr:A6-1-f-third-party",
            "https://w3id.org/dpv/legal/eu/gdpr#A6-1-f",
            "Berechtigtes Interesse (Art. 6 Abs. 1 lit. f DSGVO)",
            "Art. 6 Abs. 1 lit. f i.V.m. ErwGr 47",
        ] {
            assert_eq!(read(text), Basis::LegitimateInterest, "{text}");
        }
        for text in [
            "6 1 contract-ish",
            "16.1.f",
            "6.1.2024",
            "Art. 6",
            "Art. 6 f",
            "Art. 6 Abs. 1",
            "Art. 9 Abs. 2 lit. a",
            "kein Art. 6 Abs. 1 lit. f",
            "61f",
        ] {
            assert_eq!(read(text), Basis::Illegible, "{text}");
        }
        assert_eq!(read("Art. 6 Abs. 1 lit. e DSGVO"), Basis::PublicTask);
        assert_eq!(read("eu-gdpr:A6-1-a-non-explicit-consent"), Basis::Consent);
        for text in [
            "Art. 6 Abs. 1 lit. a und f DSGVO",
            "art. 6.1 a) e f)",
            "6(1)(a), 6(1)(f)",
            "art. 6 ust. 1 lit. a i f",
            "art. 6 ust. 1 lit. a oraz f",
            "art 6.1 a y f",
            "artikel 6.1 a och f",
            "consent; legitimate interest",
            "Einwilligung und berechtigtes Interesse",
            "Consent / Contract",
        ] {
            assert_eq!(read(text), Basis::Multiple, "{text}");
        }
        assert_eq!(
            read("Art. 6 Abs. 1 lit. f und f"),
            Basis::LegitimateInterest
        );
    }

    #[test]
    fn words_are_read_in_nine_languages() {
        for (basis, texts) in [
            (
                Basis::LegitimateInterest,
                &[
                    "LI",
                    "legit int",
                    "Legitimate interests",
                    "legitimate_interest",
                    "Legitimate interest – prospect/lead",
                    "Legitimate interest – existing customer",
                    "Legitimate interest - other",
                    "berechtigtes Interesse",
                    "intérêt légitime",
                    "interés legítimo",
                    "legittimo interesse",
                    "gerechtvaardigd belang",
                    "prawnie uzasadniony interes",
                    "berättigat intresse",
                    "legítimo interesse",
                    "Legitimate interest for direct marketing",
                ][..],
            ),
            (
                Basis::Consent,
                &[
                    "Consent",
                    "Freely given consent from contact",
                    "opt-in",
                    "optin",
                    "DOI",
                    "Double Opt-In",
                    "SOI",
                    "single opt-in",
                    "COI",
                    "Einwilligung",
                    "consentement",
                    "consentimiento",
                    "consenso",
                    "toestemming",
                    "zgoda",
                    "samtycke",
                    "consentimento",
                    "subscribed",
                ],
            ),
            (
                Basis::Contract,
                &[
                    "Performance of a contract",
                    "contrat",
                    "contract",
                    "Vertrag",
                    "contrato",
                    "contratto",
                    "overeenkomst",
                    "umowa",
                    "avtal",
                    "customer",
                    "Bestandskunde",
                ],
            ),
            (
                Basis::LegalObligation,
                &[
                    "legal obligation",
                    "rechtliche Verpflichtung",
                    "obligation légale",
                ],
            ),
            (
                Basis::VitalInterests,
                &["vital interests", "intérêts vitaux"],
            ),
            (
                Basis::PublicTask,
                &["public task", "öffentliches Interesse"],
            ),
            (
                Basis::NotABasis,
                &[
                    "public",
                    "publicly available",
                    "LinkedIn",
                    "Handelsregister",
                    "B2B",
                    "GDPR compliant",
                    "DSGVO-konform",
                    "compliant",
                    "opt-out",
                    "archived",
                    "soft opt-in",
                    "§ 7 (3) UWG",
                    "§ 7 Abs. 3 UWG",
                    "mutmaßliche Einwilligung",
                    "GDPR",
                    "B2B, publicly available",
                ],
            ),
            (
                Basis::Obsolete,
                &[
                    "§ 28 Abs. 3 BDSG",
                    "§28 III BDSG a.F.",
                    "Listenprivileg",
                    "Directive 95/46",
                    "Directive 95/46/EC",
                    "LOPD 1999",
                    "Safe Harbor",
                    "Privacy Shield",
                ],
            ),
            (
                Basis::ExemptClaim,
                &["Not applicable", "nicht anwendbar", "n.v.t."],
            ),
            (
                Basis::RefusedOrObjected,
                &[
                    "no_consent",
                    "unsubscribed",
                    "opt-out = 1",
                    "Widerspruch",
                    "keine Einwilligung",
                ],
            ),
            (
                Basis::OtherLaw,
                &["LGPD", "Legítimo interesse (LGPD)", "CCPA"],
            ),
            (
                Basis::Blank,
                &[
                    "",
                    "-",
                    "n/a",
                    "NA",
                    "null",
                    "none",
                    "unknown",
                    "unbekannt",
                    "k.A.",
                    "s/o",
                    "tbd",
                    "?",
                ],
            ),
            (
                Basis::Illegible,
                &[
                    "asdf",
                    "kein berechtigtes Interesse",
                    "no legitimate interest",
                    "17",
                    "interest",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(read(text), basis, "{text}");
            }
        }
    }
}
