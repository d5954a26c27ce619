//! Which country a text names. Countries are ISO 3166-1 alpha-2 codes; names are known in nine languages and, for
//! Europe, in the country's own. A free-text place (`location`) names a country only if it does so clearly: `Wilmington,
//! DE` may be Delaware, and a wrong country finds the wrong law.
//!
//! [`of_rows`] is the country that a row belongs to; [`of_cells`] what one column says.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::frame::Cells;
use crate::base::digest::Sha256;
use crate::record::column::Column;

const TABLE: &str = include_str!("country/countries.tsv");

/// An ISO 3166-1 alpha-2 code (and `XK`, which the EU uses for Kosovo).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Exactly two capital letters of the table.
    pub fn from_code(code: &str) -> Option<Self> {
        let [a, b] = *code.as_bytes() else {
            return None;
        };
        if !a.is_ascii_uppercase() || !b.is_ascii_uppercase() {
            return None;
        }
        TABLES.known[place(a, b)].then_some(Self([a, b]))
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    pub fn bytes(self) -> [u8; 2] {
        self.0
    }
}

/// What a cell says about a country.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Blank,
    Illegible,
    Country(Country),
}

impl Said {
    pub fn country(self) -> Option<Country> {
        match self {
            Self::Country(c) => Some(c),
            _ => None,
        }
    }
}

struct Tables {
    /// By the two letters of the code.
    known: [bool; 26 * 26],
    /// Folded names and three-letter codes.
    names: HashMap<String, Country>,
}

fn place(a: u8, b: u8) -> usize {
    usize::from(a - b'A') * 26 + usize::from(b - b'A')
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        known: [false; 26 * 26],
        names: HashMap::new(),
    };
    for line in TABLE.lines().skip(1) {
        let mut fields = line.split('\t');
        let (Some(code), Some(three), Some(names)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let [a, b] = *code.as_bytes() else { continue };
        tables.known[place(a, b)] = true;
        let country = Country([a, b]);
        for name in names.split('|').chain([three]) {
            tables
                .names
                .insert(fold(name.trim_end_matches('.')), country);
        }
    }
    tables
});

/// The digest of the table, for the census.
pub fn tables() -> Vec<(&'static str, Sha256)> {
    vec![("countries", Sha256::of(TABLE.as_bytes()))]
}

/// Parts of a member state that have a code of their own although the law of the Union applies there in full (TFEU
/// Art. 355(1); Åland: Protocol 2 to the Act of Accession of 1994). They count as that state.
fn of_state(c: Country) -> Country {
    match &c.0 {
        b"GF" | b"GP" | b"MF" | b"MQ" | b"RE" | b"YT" => Country(*b"FR"),
        b"AX" => Country(*b"FI"),
        _ => c,
    }
}

/// Reads a cell of a country column.
pub fn read(text: &str) -> Said {
    // the usual cell: two letters
    if let [a, b] = *text.as_bytes()
        && a.is_ascii_alphabetic()
        && b.is_ascii_alphabetic()
    {
        return read_two(a, b);
    }
    read_slowly(text)
}

fn read_two(a: u8, b: u8) -> Said {
    let upper = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    match &upper {
        // capitals are Namibia; a lower-case "na" is "not available"
        b"NA" if [a, b] != upper => Said::Blank,
        _ if TABLES.known[place(upper[0], upper[1])] => Said::Country(of_state(Country(upper))),
        // UK, EL and the like stand among the names
        _ => std::str::from_utf8(&upper.map(|b| b.to_ascii_lowercase()))
            .ok()
            .and_then(|name| TABLES.names.get(name))
            .map_or(Said::Illegible, |c| Said::Country(*c)),
    }
}

/// The slow twin of [`read`], and its way for everything longer than a code.
fn read_slowly(text: &str) -> Said {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if let [a, b] = *trimmed.as_bytes()
        && a.is_ascii_alphabetic()
        && b.is_ascii_alphabetic()
    {
        return read_two(a, b);
    }
    if is_blank(text) {
        return Said::Blank;
    }
    let folded = fold(trimmed.trim_end_matches('.'));
    match TABLES.names.get(&folded) {
        Some(c) => Said::Country(of_state(*c)),
        None => parts(trimmed, &folded, false),
    }
}

/// Reads a free-text place.
pub fn locate(text: &str) -> Said {
    if is_blank(text) {
        return Said::Blank;
    }
    let trimmed = text.trim();
    let folded = fold(trimmed);
    if let Some(c) = TABLES.names.get(&folded)
        && folded.len() > 3
        && !is_also_a_state(&folded)
    {
        return Said::Country(of_state(*c));
    }
    parts(trimmed, &folded, true)
}

/// A text of several parts: `Germany (DE)`, `Munich Area, Germany`. The parts that name a country must agree.
fn parts(raw: &str, folded: &str, place: bool) -> Said {
    let edge = |c: char| matches!(c, ',' | ';' | '/' | '|' | '(' | ')' | '[' | ']' | '-' | ':');
    let mut found: Option<Country> = None;
    let segments = || folded.split(edge).map(str::trim).filter(|s| !s.is_empty());
    for segment in segments() {
        if segment.len() <= 3 || (place && is_also_a_state(segment)) {
            continue;
        }
        match (TABLES.names.get(segment).map(|c| of_state(*c)), found) {
            (Some(c), Some(f)) if c != f => return Said::Illegible,
            (Some(c), _) => found = Some(c),
            _ => {}
        }
    }
    if let Some(c) = found {
        return Said::Country(c);
    }
    // a code counts only as the last part, in capitals, and only if no state of the USA or Canada is written so
    let last = raw.rsplit(edge).map(str::trim).find(|s| !s.is_empty());
    let code = last.filter(|s| s.len() == 2 || s.len() == 3);
    match code {
        Some(code) if segments().count() > 1 && code.bytes().all(|b| b.is_ascii_uppercase()) => {
            let said = match code.len() {
                2 if place && STATES.contains(&code) => Said::Illegible,
                2 => read(code),
                _ => TABLES
                    .names
                    .get(&code.to_ascii_lowercase())
                    .map_or(Said::Illegible, |c| Said::Country(of_state(*c))),
            };
            match said {
                Said::Blank => Said::Illegible,
                other => other,
            }
        }
        _ => Said::Illegible,
    }
}

/// Countries whose name is also that of a state or a well-known town of another country.
fn is_also_a_state(folded: &str) -> bool {
    matches!(
        folded,
        "georgia" | "lebanon" | "jersey" | "holland" | "peru" | "cuba" | "jordan"
    )
}

/// Codes of states and provinces that are also codes of countries.
const STATES: [&str; 37] = [
    "AL", "AR", "AZ", "CA", "CO", "DE", "GA", "ID", "IL", "IN", "LA", "MA", "MD", "ME", "MN", "MO",
    "MS", "MT", "NC", "NE", "NL", "NT", "NU", "PA", "PE", "SC", "SD", "SK", "TN", "VA", "BC", "MB",
    "NB", "AK", "HI", "KY", "GU",
];

/// What the cells of a column say. `location` is read as a place, every other column as a country.
pub fn of_cells(batch: &Batch<'_>, cells: &Cells<'_>, column: Column) -> Vec<Said> {
    if column == Column::Location {
        return batch.by_text("country::locate", cells, locate);
    }
    // codes need no cache; names are long and few
    if cells.iter().take(64).any(|text| text.len() > 2) {
        return batch.by_text("country::read", cells, read);
    }
    cells.iter().map(read).collect()
}

/// The country that each row belongs to: the first that can be read, from `country`, then `location`, then
/// `company_country`; the person's own country governs the message, the company's stands in for it. `Illegible` if
/// something stands there and none can be read.
pub fn of_rows(batch: &Batch<'_>) -> Rc<Vec<Said>> {
    batch.memo("country::of_rows", 0, || {
        let mut out = vec![Said::Blank; batch.rows()];
        for column in [Column::Country, Column::Location, Column::CompanyCountry] {
            for cells in batch.cells(column) {
                if out.iter().all(|s| matches!(s, Said::Country(_))) {
                    return out;
                }
                for (o, said) in out.iter_mut().zip(of_cells(batch, &cells, column)) {
                    match (*o, said) {
                        (Said::Country(_), _) | (Said::Illegible, Said::Blank) => {}
                        _ => *o = said,
                    }
                }
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(said: Said) -> String {
        match said {
            Said::Blank => "blank".into(),
            Said::Illegible => "illegible".into(),
            Said::Country(c) => c.code().into(),
        }
    }

    #[test]
    fn codes_and_names_in_many_languages() {
        for (text, want) in [
            ("DE", "DE"),
            ("de", "DE"),
            (" at ", "AT"),
            ("DEU", "DE"),
            ("Deutschland", "DE"),
            ("ALLEMAGNE", "DE"),
            ("Niemcy", "DE"),
            ("Österreich", "AT"),
            ("Oesterreich", "AT"),
            ("Pays-Bas", "NL"),
            ("España", "ES"),
            ("Szwajcaria", "CH"),
            ("UK", "GB"),
            ("England", "GB"),
            ("EL", "GR"),
            ("N", "NO"),
            ("NO", "NO"),
            ("NA", "NA"),
            ("na", "blank"),
            ("n/a", "blank"),
            ("", "blank"),
            ("Germany (DE)", "DE"),
            ("DE - Germany", "DE"),
            ("RE", "FR"),
            ("Åland", "FI"),
            ("Narnia", "illegible"),
            ("ZZ", "illegible"),
            ("Germany / France", "illegible"),
            ("12", "illegible"),
        ] {
            assert_eq!(code(read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn a_place_names_a_country_only_if_it_is_clear() {
        for (text, want) in [
            ("Munich Area, Germany", "DE"),
            ("Greater Paris Metropolitan Region, France", "FR"),
            ("Atlanta, Georgia, United States", "US"),
            ("Zürich, CH", "CH"),
            ("Wilmington, DE", "illegible"),
            ("San Francisco, CA", "illegible"),
            ("Atlanta, Georgia", "illegible"),
            ("Georgia", "illegible"),
            ("Luxembourg, Belgium", "illegible"),
            ("Remote", "illegible"),
            ("-", "blank"),
        ] {
            assert_eq!(code(locate(text)), want, "{text:?}");
        }
    }

    #[test]
    fn every_code_of_the_table_reads_as_itself() {
        let mut codes = 0;
        for line in TABLE.lines().skip(1) {
            let mut fields = line.split('\t');
            let (two, three) = (fields.next().unwrap(), fields.next().unwrap());
            let own = of_state(Country::from_code(two).unwrap());
            assert_eq!(code(read(two)), own.code(), "{two}");
            assert_eq!(code(read(three)), own.code(), "{three}");
            for name in fields.next().unwrap().split('|') {
                assert_eq!(code(read(name)), own.code(), "{name}");
            }
            codes += 1;
        }
        assert_eq!(codes, 250);
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_equals_the_long_one(text in "[A-Za-z]{0,4}|[a-zA-Z ,()/]{0,12}") {
            proptest::prop_assert!(read(&text) == read_slowly(&text));
        }
    }
}
