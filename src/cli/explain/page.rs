//! One entry as a page for people, and as JSON.

use serde::Serialize;

use super::find::{Entry, Shelf};
use super::rule;
use crate::base::code::Code;
use crate::base::lang::{Lang, Words};
use crate::record::check::{Check, Scope};
use crate::record::ledger::Reason;
use crate::record::policy::OwnCheck;
use crate::report::look::Look;
use crate::report::page::Page;

/// Width of the labels before a paragraph.
pub const MARGIN: usize = 10;
/// Examples of a check that its page shows.
const EXAMPLES: usize = 8;

impl Entry<'_> {
    pub fn human(&self, shelf: &Shelf, look: Look) -> String {
        let mut page = Page::new(look, MARGIN);
        match self {
            Self::Check(c) => check(&mut page, c, shelf, look.lang),
            Self::Own(c) => own(&mut page, c, shelf, look.lang),
            Self::Clause(c) => rule::clause(&mut page, c, shelf, look.lang),
            Self::Remedy(r) => rule::remedy(&mut page, r, shelf, look.lang),
            Self::Code(c) => code(&mut page, c, look.lang),
            Self::Reason(r) => reason(&mut page, *r, look.lang),
            Self::Page(p) => {
                page.head(&format!("{} · {}", p.name, p.title.get(look.lang)), "");
                page.markdown(&p.text(look.lang));
            }
        }
        page.finish()
    }

    pub fn json(&self, lang: Lang) -> String {
        let page = match self {
            Self::Check(c) => Wire {
                kind: "check",
                name: c.id,
                title: c.question(lang).to_owned(),
                text: body(c, lang).to_owned(),
                bins: Some(c.bins.to_vec()),
                rev: Some(c.rev),
                exit: None,
                lang: lang.code(),
            },
            Self::Own(c) => Wire {
                bins: Some(c.bins.iter().map(String::as_str).collect()),
                rev: Some(c.reference().rev),
                ..Wire::plain("check", &c.id, question(c, lang), c.text.clone(), lang)
            },
            Self::Clause(c) => Wire::plain(
                "clause",
                &c.code,
                c.title.get(lang).to_owned(),
                c.demand.get(lang).to_owned(),
                lang,
            ),
            Self::Remedy(r) => Wire::plain(
                "remedy",
                &r.code,
                String::new(),
                r.sentence.get(lang).to_owned(),
                lang,
            ),
            Self::Code(c) => Wire {
                exit: Some(c.exit),
                ..Wire::plain(
                    "code",
                    c.id,
                    c.title.get(lang).to_owned(),
                    format!("{} {}", c.meaning.get(lang), c.fix.get(lang)),
                    lang,
                )
            },
            Self::Reason(r) => Wire::plain(
                "quarantine-reason",
                r.name(),
                words(*r).0.get(lang).to_owned(),
                words(*r).1.get(lang).to_owned(),
                lang,
            ),
            Self::Page(p) => Wire::plain(
                "page",
                p.name,
                p.title.get(lang).to_owned(),
                p.text(lang),
                lang,
            ),
        };
        serde_json::to_string(&page).unwrap_or_default() + "\n"
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    kind: &'static str,
    name: &'a str,
    title: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bins: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rev: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exit: Option<u8>,
    lang: &'static str,
}

impl<'a> Wire<'a> {
    fn plain(kind: &'static str, name: &'a str, title: String, text: String, lang: Lang) -> Self {
        Self {
            kind,
            name,
            title,
            text,
            bins: None,
            rev: None,
            exit: None,
            lang: lang.code(),
        }
    }
}

/// The page without its first line, which is the question.
fn body(c: &Check, lang: Lang) -> &'static str {
    let page = c.page.get(lang).trim_start();
    page.split_once('\n').map_or("", |(_, rest)| rest).trim()
}

fn check(page: &mut Page, c: &Check, shelf: &Shelf, lang: Lang) {
    let (kind, reads, bins, examples) = match lang {
        Lang::En => ("check", "Reads", "Bins", "Examples"),
        Lang::De => ("Prüfpunkt", "Liest", "Klassen", "Beispiele"),
    };
    page.head(
        &format!("{} · {}", c.id, c.question(lang)),
        &format!("{kind}, rev {}, {}", c.rev, unit(c.scope).get(lang)),
    );
    if !c.columns.is_empty() {
        // a field of which several columns are compared stands in the examples once for each
        let mut names: Vec<&str> = Vec::with_capacity(c.columns.len());
        for column in c.columns {
            if !names.contains(&column.name()) {
                names.push(column.name());
            }
        }
        page.text(reads, &names.join(" · "));
    }
    page.text(bins, &c.bins.join(" · "));
    page.markdown(body(c, lang));
    // of examples without papers, each row with its own bin
    let shown: Vec<String> = c
        .examples
        .iter()
        .filter(|e| e.rows.len() == e.bins.len() && !e.headed)
        .filter(|e| e.declaration.is_empty() && e.dossier.is_empty())
        .flat_map(|e| e.rows.iter().zip(e.bins))
        .filter_map(|(row, bin)| {
            let cells: Vec<&str> = row.iter().copied().filter(|c| !c.is_empty()).collect();
            (!cells.is_empty()).then(|| format!("{} → {bin}", cells.join(" + ")))
        })
        .take(EXAMPLES)
        .collect();
    let rows: usize = c.examples.iter().map(|e| e.bins.len()).sum();
    page.blank();
    page.text(
        examples,
        &match lang {
            Lang::En => format!("{rows}, each of them a test"),
            Lang::De => format!("{rows}, jedes davon ein Test"),
        },
    );
    for e in &shown {
        page.text("", e);
    }
    let asked = shelf.asked_by(c.id);
    if let (false, Ok(policy)) = (asked.is_empty(), &shelf.policy) {
        let label = match lang {
            Lang::En => "Asked by",
            Lang::De => "Gefragt",
        };
        page.text(label, &format!("{} ({})", asked.join(", "), policy.id));
    }
}

/// What an own check asks, if its policy says so.
fn question(c: &OwnCheck, lang: Lang) -> String {
    let title = c.title.as_ref().map(|t| t.get(lang).to_owned());
    title.unwrap_or_default()
}

fn own(page: &mut Page, c: &OwnCheck, shelf: &Shelf, lang: Lang) {
    let (kind, reads, bins, sort, asked) = match lang {
        Lang::En => ("own check", "Reads", "Bins", "Sort", "Asked by"),
        Lang::De => (
            "eigener Prüfpunkt",
            "Liest",
            "Klassen",
            "Ordnung",
            "Gefragt",
        ),
    };
    let title = [c.id.clone(), question(c, lang)];
    let title: Vec<String> = title.into_iter().filter(|t| !t.is_empty()).collect();
    page.head(
        &title.join(" · "),
        &format!("{kind}, {}", unit(Scope::Row).get(lang)),
    );
    let columns: Vec<&str> = c.formula.columns.iter().map(|c| c.name()).collect();
    page.text(reads, &columns.join(" · "));
    page.text(bins, &c.bins.join(" · "));
    page.text(sort, &c.text);
    if let Ok(policy) = &shelf.policy {
        page.text(
            asked,
            &format!("{} ({})", shelf.asked_by(&c.id).join(", "), policy.id),
        );
    }
}

/// What is counted.
pub fn unit(scope: Scope) -> Words {
    match scope {
        Scope::Row => Words {
            en: "per row",
            de: "je Zeile",
        },
        Scope::Key => Words {
            en: "per value that rows share",
            de: "je Wert, den Zeilen teilen",
        },
        Scope::Document => Words {
            en: "per kind of document",
            de: "je Art von Dokument",
        },
        Scope::Buyer => Words {
            en: "of the buyer's file",
            de: "der Akte des Käufers",
        },
        Scope::Delivery => Words {
            en: "of the delivery",
            de: "der Lieferung",
        },
    }
}

fn code(page: &mut Page, c: &Code, lang: Lang) {
    page.head(
        &format!("{} · {}", c.id, c.title.get(lang)),
        &format!("exit {}", c.exit),
    );
    let (name, fix) = match lang {
        Lang::En => ("Name", "Fix"),
        Lang::De => ("Name", "Abhilfe"),
    };
    page.text(name, c.name);
    page.text("", c.meaning.get(lang));
    page.text(fix, c.fix.get(lang));
}

fn reason(page: &mut Page, r: Reason, lang: Lang) {
    let (title, text) = words(r);
    let kind = match lang {
        Lang::En => "reason of quarantine",
        Lang::De => "Grund der Quarantäne",
    };
    page.head(&format!("{} · {}", r.name(), title.get(lang)), kind);
    page.text("", text.get(lang));
}

/// What a reason of quarantine means. A quarantined record is counted, and in no file.
fn words(r: Reason) -> (Words, Words) {
    match r {
        Reason::TooFewFields => (
            Words {
                en: "fewer fields than the header",
                de: "weniger Felder als die Kopfzeile",
            },
            Words {
                en: "The record has fewer fields than the header names. Nobody can say which are missing, so it is not padded: it is counted and left out. `--short-rows blank` takes missing fields at the end as blank, and the record says so.",
                de: "Der Datensatz hat weniger Felder, als die Kopfzeile nennt. Welche fehlen, kann niemand wissen; er wird deshalb nicht aufgefüllt, sondern gezählt und ausgelassen. `--short-rows blank` nimmt fehlende Felder am Ende als leer, und der Beleg vermerkt es.",
            },
        ),
        Reason::TooManyFields => (
            Words {
                en: "more fields than the header",
                de: "mehr Felder als die Kopfzeile",
            },
            Words {
                en: "The record has more fields than the header names, often because a separator stands unquoted inside a value. It is counted and left out.",
                de: "Der Datensatz hat mehr Felder, als die Kopfzeile nennt, oft weil ein Trennzeichen ohne Anführungszeichen in einem Wert steht. Er wird gezählt und ausgelassen.",
            },
        ),
        Reason::UnclosedQuote => (
            Words {
                en: "a quotation mark is never closed",
                de: "ein Anführungszeichen wird nie geschlossen",
            },
            Words {
                en: "A quoted value does not end where a value can end. The record is counted and left out, and reading goes on at the next line that looks like a record.",
                de: "Ein Wert in Anführungszeichen endet nicht, wo ein Wert enden kann. Der Datensatz wird gezählt und ausgelassen; gelesen wird ab der nächsten Zeile, die nach einem Datensatz aussieht.",
            },
        ),
        Reason::Undecodable => (
            Words {
                en: "bytes that the encoding does not know",
                de: "Bytes, die die Kodierung nicht kennt",
            },
            Words {
                en: "The record holds bytes that are no text in the encoding of the file. They are not replaced; the record is counted and left out. `--encoding` sets another one.",
                de: "Der Datensatz enthält Bytes, die in der Kodierung der Datei kein Text sind. Sie werden nicht ersetzt; der Datensatz wird gezählt und ausgelassen. `--encoding` setzt eine andere.",
            },
        ),
        Reason::Nul => (
            Words {
                en: "a NUL character",
                de: "ein NUL-Zeichen",
            },
            Words {
                en: "The record holds a NUL character, which no text of a list contains. It is counted and left out.",
                de: "Der Datensatz enthält ein NUL-Zeichen, das in keinem Text einer Liste vorkommt. Er wird gezählt und ausgelassen.",
            },
        ),
        Reason::OverLimit => (
            Words {
                en: "larger than a record may be",
                de: "größer, als ein Datensatz sein darf",
            },
            Words {
                en: "A cell or the record is larger than the limit. It is counted and left out.",
                de: "Eine Zelle oder der Datensatz ist größer als die Grenze. Er wird gezählt und ausgelassen.",
            },
        ),
        Reason::NotARecord => (
            Words {
                en: "not a record",
                de: "kein Datensatz",
            },
            Words {
                en: "What stands at this place of the file is no record of the list's form, such as an error value in a workbook. It is counted and left out.",
                de: "Was an dieser Stelle der Datei steht, ist kein Datensatz in der Form der Liste, etwa ein Fehlerwert in einer Arbeitsmappe. Er wird gezählt und ausgelassen.",
            },
        ),
    }
}
