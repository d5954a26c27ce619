//! Where a contact comes from, as the cells of `source`, `source_type`, `controller` and `list_name` say it: the kind
//! of source, and whether it is named or only a category.
//!
//! "Bundesanzeiger", an address of a page or a company is a named source; "web" and "partner" are categories; "internal"
//! and the vendor's own name say only who sells. A text of unknown words is taken for a name, but not for a kind:
//! whether the name is right is the matter of the source register.

use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::phrases::{Phrases, tokens};
use super::register;
use crate::record::column::Column;

/// Bins of the check `source-kind`.
pub const KINDS: [&str; 14] = [
    "inferred",
    "unknown",
    "vendor-internal",
    "buyer-input",
    "social-network",
    "partner",
    "directory",
    "public-website",
    "public-register",
    "employer-website",
    "event",
    "data-subject",
    "illegible",
    "blank",
];

/// Bins of the check `source-named`.
pub const NAMINGS: [&str; 5] = ["vendor-itself", "category", "named", "illegible", "blank"];

const UNKNOWN: u8 = 1;
const VENDOR: u8 = 2;
const PUBLIC_WEBSITE: u8 = 7;
const EMPLOYER_WEBSITE: u8 = 9;
const KIND_ILLEGIBLE: u8 = 12;
/// The position of `blank` in [`KINDS`].
pub const BLANK_KIND: u8 = 13;

const ITSELF: u8 = 0;
const CATEGORY: u8 = 1;
const NAMED: u8 = 2;
const ILLEGIBLE: u8 = 3;
const BLANK: u8 = 4;

/// What one cell says: positions in [`KINDS`] and [`NAMINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub kind: u8,
    pub named: u8,
}

static WORDS: LazyLock<Phrases<Origin>> =
    LazyLock::new(|| Phrases::read(include_str!("origin.tsv"), meaning));

fn meaning(name: &str) -> Option<Origin> {
    let (kind, named) = name.split_once(' ')?;
    Some(Origin {
        kind: KINDS.iter().position(|k| *k == kind)? as u8,
        named: NAMINGS.iter().position(|n| *n == named)? as u8,
    })
}

/// Words that name nobody, whatever stands beside them.
const NEUTRAL: &[&str] = &[
    "source",
    "sources",
    "quelle",
    "quellen",
    "fonte",
    "fonti",
    "fuente",
    "bron",
    "kalla",
    "zrodlo",
    "data",
    "daten",
    "datensatz",
    "donnees",
    "datos",
    "dati",
    "dane",
    "dados",
    "list",
    "liste",
    "lista",
    "lijst",
    "lead",
    "leads",
    "contact",
    "contacts",
    "kontakt",
    "kontakte",
    "export",
    "import",
    "scan",
    "batch",
    "campaign",
    "kampagne",
    "the",
    "and",
    "und",
    "from",
    "via",
    "von",
    "aus",
    "der",
    "die",
    "das",
    "des",
    "for",
    "fur",
    "our",
    "other",
    "new",
    "test",
    "type",
    "typ",
    "kategorie",
    "category",
    "name",
    "info",
    "file",
    "datei",
    "germany",
    "deutschland",
    "austria",
    "osterreich",
    "schweiz",
    "switzerland",
    "france",
    "frankreich",
    "italy",
    "italien",
    "spain",
    "spanien",
    "europe",
    "europa",
    "dach",
    "emea",
    "global",
    "worldwide",
    "premium",
    "standard",
    "basic",
];

/// What a text says about a source. `vendor`: the folded short name of the seller, if it is known.
pub fn read(text: &str, vendor: Option<&str>) -> Origin {
    let both = |kind, named| Origin { kind, named };
    if is_blank(text) {
        return both(BLANK_KIND, BLANK);
    }
    if text.len() > 400 {
        return both(KIND_ILLEGIBLE, ILLEGIBLE);
    }
    let folded = fold(text);
    let all = tokens(&folded);
    if vendor.is_some_and(|v| contains(&all, &tokens(v))) {
        return both(VENDOR, ITSELF);
    }
    // an address of a person or a mailbox is no source of data
    if folded.contains('@') {
        return both(KIND_ILLEGIBLE, ILLEGIBLE);
    }
    let (found, rest) = WORDS.within(&all);
    if is_address(&folded) {
        return both(kind_of_address(&folded, &found), NAMED);
    }
    let proper = rest.iter().any(|t| {
        t.chars().count() >= 3 && t.starts_with(|c: char| c.is_alphabetic()) && !NEUTRAL.contains(t)
    });
    if found.is_empty() {
        return both(KIND_ILLEGIBLE, if proper { NAMED } else { ILLEGIBLE });
    }
    // "own research on company websites": what is concrete counts before what is not
    let kind = found
        .iter()
        .map(|o| o.kind)
        .min_by_key(|k| (matches!(*k, UNKNOWN | VENDOR), *k));
    let has = |n| found.iter().any(|o| o.named == n);
    let named = if has(NAMED) || (proper && has(CATEGORY)) {
        NAMED
    } else if has(CATEGORY) {
        CATEGORY
    } else if has(ITSELF) {
        ITSELF
    } else {
        BLANK
    };
    both(kind.unwrap_or(KIND_ILLEGIBLE), named)
}

fn contains(all: &[&str], part: &[&str]) -> bool {
    !part.is_empty() && all.windows(part.len()).any(|w| w == part)
}

/// A web address: with a scheme, with `www.`, or one word that ends like a domain.
fn is_address(folded: &str) -> bool {
    if folded.contains("://") || folded.starts_with("www.") {
        return true;
    }
    let host = folded.split(['/', '?', '#']).next().unwrap_or_default();
    if folded.contains(' ') || host.starts_with(|c: char| !c.is_alphanumeric()) {
        return false;
    }
    host.rsplit_once('.').is_some_and(|(name, end)| {
        name.len() >= 2
            && (2..=12).contains(&end.len())
            && end.bytes().all(|b| b.is_ascii_lowercase())
    })
}

/// The kind of an address: that of a platform, register or directory named in it, else the page's.
fn kind_of_address(folded: &str, found: &[Origin]) -> u8 {
    let named = found
        .iter()
        .filter(|o| o.named == NAMED)
        .map(|o| o.kind)
        .min();
    let path = folded
        .split_once("://")
        .map_or(folded, |(_, rest)| rest)
        .split_once('/')
        .map_or("", |(_, path)| path);
    let own = [
        "impressum",
        "imprint",
        "mentions-legales",
        "aviso-legal",
        "kontakt",
        "contact",
        "team",
        "about",
        "ueber-uns",
    ]
    .iter()
    .any(|p| path.contains(p));
    named.unwrap_or(if own {
        EMPLOYER_WEBSITE
    } else {
        PUBLIC_WEBSITE
    })
}

/// The short name of the seller, if it is long enough to be told from a word.
pub fn vendor(batch: &Batch<'_>) -> std::sync::Arc<Option<String>> {
    batch.plan.once("origin.vendor", || {
        let name = fold(batch.dossier().vendor.as_ref()?.as_str());
        (name.len() >= 4 && name.contains(|c: char| c.is_alphabetic())).then_some(name)
    })
}

/// What the cells of one column say, made once per batch; of several columns of the field the worst.
fn worst(batch: &Batch<'_>, column: Column, pick: fn(Origin) -> u8, blank: u8) -> Vec<u8> {
    let vendor = vendor(batch);
    batch.worst(&[column], blank, |cells| {
        batch
            .memo("origin", cells.slot.position, || {
                batch.by_text("origin", cells, |t| read(t, vendor.as_deref()))
            })
            .iter()
            .map(|o| pick(*o))
            .collect()
    })
}

/// Positions in [`NAMINGS`]. The cell of `source` decides; where it says nothing, `controller`, who names the collector,
/// and then `list_name`, but only if its words are known for a source: most lists are named after their topic.
pub fn named(batch: &Batch<'_>) -> Vec<u8> {
    let mut out = worst(batch, Column::Source, |o| o.named, BLANK);
    let mut fill = |column, pick: fn(Origin) -> u8| {
        if out.contains(&BLANK) {
            for (o, next) in out.iter_mut().zip(worst(batch, column, pick, BLANK)) {
                if *o == BLANK {
                    *o = next;
                }
            }
        }
    };
    fill(Column::Controller, |o| o.named);
    fill(Column::ListName, |o| {
        if o.kind >= KIND_ILLEGIBLE {
            BLANK
        } else {
            o.named
        }
    });
    out
}

/// Positions in [`KINDS`], from `source` and `source_type`; a blank `source_type` inherits from the source entry.
pub fn kinds(batch: &Batch<'_>) -> Rc<Vec<u8>> {
    batch.memo("origin.kinds", 0, || {
        let mut out = worst(batch, Column::SourceType, |o| o.kind, BLANK_KIND);
        let entries = register::entry(batch);
        let declared = batch.plan.once("origin.entries", || {
            batch
                .dossier()
                .sources()
                .iter()
                .map(|s| {
                    s.source_type.map_or(BLANK_KIND, |t| {
                        let at = KINDS.iter().position(|k| t == *k);
                        at.map_or(KIND_ILLEGIBLE, |at| at as u8)
                    })
                })
                .collect::<Vec<u8>>()
        });
        for (o, entry) in out.iter_mut().zip(entries.iter()) {
            if *o == BLANK_KIND
                && let Some(kind) = entry.and_then(|e| declared.get(e as usize))
            {
                *o = *kind;
            }
        }
        let sources = worst(batch, Column::Source, |o| o.kind, BLANK_KIND);
        for (o, source) in out.iter_mut().zip(sources) {
            *o = (*o).min(source);
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("origin.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("origin.tsv")) {
            let o = read(phrase, None);
            let said = format!(
                "{} {}",
                KINDS[usize::from(o.kind)],
                NAMINGS[usize::from(o.named)]
            );
            assert_eq!(said, name, "{phrase}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
            let _ = read(&text, Some("musterdaten"));
        }
    }

    #[test]
    fn sources_are_kinds_and_names() {
        for (text, kind, named) in [
            ("Webinar", "data-subject", "category"),
            ("jeu concours", "data-subject", "category"),
            ("Visitenkarte", "data-subject", "named"),
            ("Messe-Scan", "event", "category"),
            ("Messe Hannover 2025", "event", "named"),
            ("Impressum", "employer-website", "named"),
            ("Published on company site", "employer-website", "named"),
            ("public web", "public-website", "category"),
            ("Presse", "public-website", "category"),
            ("Handelsregister", "public-register", "named"),
            (
                "Handelsregister AG Musterstadt HRB 17",
                "public-register",
                "named",
            ),
            ("Companies House", "public-register", "named"),
            ("Brreg", "public-register", "named"),
            ("Gelbe Seiten", "directory", "named"),
            ("third-party directory", "directory", "category"),
            ("LinkedIn", "social-network", "named"),
            ("linkedin_export_2025", "social-network", "named"),
            ("https://www.linkedin.com/in/x", "social-network", "named"),
            ("social", "social-network", "category"),
            ("Trusted Business Partners", "partner", "category"),
            ("Partner NL", "partner", "category"),
            ("partner: Voorbeeld Bedrijfsdata", "partner", "named"),
            ("proprietary database", "vendor-internal", "vendor-itself"),
            ("Eigene Recherche", "vendor-internal", "vendor-itself"),
            ("Eigene Recherche (Impressum)", "employer-website", "named"),
            ("Imported from CRM", "buyer-input", "category"),
            ("pattern", "inferred", "category"),
            ("misc", "unknown", "blank"),
            ("unknown", "blank", "blank"),
            ("", "blank", "blank"),
            ("Voorbeeld Bedrijfsdata B.V.", "illegible", "named"),
            (
                "https://werkzeug-beispiel.de/impressum",
                "employer-website",
                "named",
            ),
            ("www.werkzeug-beispiel.de", "public-website", "named"),
            ("werkzeug-beispiel.de", "public-website", "named"),
            ("4711", "illegible", "illegible"),
            ("Quelle 7", "illegible", "illegible"),
            ("info@werkzeug-beispiel.de", "illegible", "illegible"),
            (
                "Musterdaten Kontakthandel GmbH",
                "vendor-internal",
                "vendor-itself",
            ),
            ("musterdaten.example", "vendor-internal", "vendor-itself"),
        ] {
            let o = read(text, Some("musterdaten"));
            assert_eq!(
                (KINDS[usize::from(o.kind)], NAMINGS[usize::from(o.named)]),
                (kind, named),
                "{text}"
            );
        }
        for kind in KINDS {
            let o = read(kind, None);
            let expected = match kind {
                "unknown" => "blank",
                k => k,
            };
            if kind != "blank" && kind != "illegible" {
                assert_eq!(KINDS[usize::from(o.kind)], expected, "{kind}");
            }
        }
    }
}
