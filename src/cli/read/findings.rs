//! What is odd about a list as a file: counted, by name; no cell.

use std::path::Path;

use crate::base::csv;
use crate::base::lang::{Lang, Words, count};
use crate::data::columns;
use crate::data::source::{Read, Source};

/// What cells showed while they went by.
#[derive(Clone, Copy, Default)]
pub struct Cells {
    formulas: u64,
    replaced: u64,
}

impl Cells {
    pub fn look<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        for cell in cells {
            self.formulas += u64::from(csv::runs(cell));
            self.replaced += u64::from(cell.contains('\u{fffd}'));
        }
    }
}

/// One kind of oddity.
pub struct Kind {
    pub name: &'static str,
    pub words: Words,
}

const fn kind(name: &'static str, en: &'static str, de: &'static str) -> Kind {
    let words = Words { en, de };
    Kind { name, words }
}

const NAME_DIFFERS: Kind = kind(
    "name-differs",
    "the name says another kind of file than the content",
    "der Name nennt eine andere Art von Datei als der Inhalt",
);
const NO_HEADER: Kind = kind(
    "no-header",
    "no header: the first record holds values",
    "keine Kopfzeile: Der erste Datensatz enthält Werte",
);
const EMPTY_HEADERS: Kind = kind(
    "empty-headers",
    "columns without a header",
    "Spalten ohne Überschrift",
);
const EQUAL_HEADERS: Kind = kind(
    "equal-headers",
    "columns with the header of another",
    "Spalten mit der Überschrift einer anderen",
);
const FORMULAS: Kind = kind(
    "formula-cells",
    "cells that a spreadsheet would run as a formula, written as they stand",
    "Zellen, die eine Tabellenkalkulation als Formel ausführen würde, geschrieben wie sie stehen",
);
const REPLACED: Kind = kind(
    "replacement-characters",
    "cells in which letters were lost before (U+FFFD)",
    "Zellen, in denen schon vorher Buchstaben verloren gingen (U+FFFD)",
);
const SHEETS: Kind = kind(
    "unread-sheets",
    "visible sheets of the workbook that were not read",
    "sichtbare Blätter der Arbeitsmappe, die nicht gelesen wurden",
);
const HIDDEN: Kind = kind(
    "hidden-sheets",
    "hidden sheets of the workbook that were not read",
    "verborgene Blätter der Arbeitsmappe, die nicht gelesen wurden",
);

/// How often each kind was found, those that were.
pub struct Findings(pub Vec<(Kind, u64)>);

impl Findings {
    pub fn of(path: &Path, source: &Source, read: &Read, cells: Cells) -> Self {
        let headers = source.headers();
        let headed = source.headed();
        let named = |of: &dyn Fn(usize) -> bool| {
            let found = (0..headers.len()).filter(|at| headed && of(*at));
            found.count() as u64
        };
        let empty = named(&|at| headers[at].trim().is_empty());
        let equal = named(&|at| columns::places(&headers[at], headers).len() > 1);
        let hidden = source.sheets().flatten().filter(|s| !s.visible && !s.read);
        let hidden = hidden.count() as u64;
        let all = [
            (NAME_DIFFERS, u64::from(differs(path, read))),
            (NO_HEADER, u64::from(!headed)),
            (EMPTY_HEADERS, empty),
            (EQUAL_HEADERS, equal),
            (FORMULAS, cells.formulas),
            (REPLACED, cells.replaced),
            (SHEETS, source.unread_sheets()),
            (HIDDEN, hidden),
        ];
        Self(all.into_iter().filter(|(_, n)| *n > 0).collect())
    }
}

impl Kind {
    pub fn line(&self, n: u64, lang: Lang) -> String {
        let words = self.words.get(lang);
        match self.name {
            "name-differs" | "no-header" => words.to_owned(),
            _ => format!("{words}: {}", count(n, lang)),
        }
    }
}

/// Whether the ending of the name stands for another kind than the file is.
fn differs(path: &Path, read: &Read) -> bool {
    let ending = path
        .extension()
        .map(|e| e.to_string_lossy().to_ascii_lowercase());
    let workbook = match ending.as_deref() {
        Some("xlsx" | "xlsm") => true,
        Some("csv" | "tsv" | "txt") => false,
        _ => return false,
    };
    read.reading
        .iter()
        .any(|r| (r.format == "xlsx") != workbook)
}
