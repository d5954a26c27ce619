//! Where the data begins: preamble, header, and how many fields a record has.
//!
//! A first line that holds values (an address, a phone number, a date) is data: such a file has no header. The preamble
//! are the records before the header that are not blank.

use super::super::columns;

/// Records in which a header is looked for.
pub const DEPTH: usize = 60;

/// One record of the sample: its fields, or none if it is no whole record.
pub type Row = Option<Vec<String>>;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Cells of the header; none if the file has none.
    pub header: Option<Vec<String>>,
    /// Records before the data: preamble, header, and blank ones among them.
    pub records: usize,
    pub preamble: u64,
    pub blank: u64,
    /// Fields of a record.
    pub fields: usize,
}

/// `row` is the user's word: the record (from 1) of the header, 0 for none. None if it does not exist.
pub fn find(rows: &[Row], row: Option<u64>) -> Option<Head> {
    let mode = width(rows);
    let at = match row {
        Some(0) => None,
        Some(n) => {
            let at = usize::try_from(n).ok()?.checked_sub(1)?;
            let cells = rows.get(at)?.as_ref()?;
            if is_blank(cells) {
                return None;
            }
            Some(at)
        }
        None => header(rows, mode),
    };
    // without a header the preamble ends where records have the usual width
    let data = match at {
        Some(at) => at + 1,
        None if row == Some(0) => 0,
        None => rows
            .iter()
            .take(DEPTH)
            .position(|r| r.as_ref().is_some_and(|c| c.len() == mode && !is_blank(c)))
            .unwrap_or(0),
    };
    let header = at.and_then(|at| rows.get(at)?.clone());
    let before = &rows[..at.unwrap_or(data).min(rows.len())];
    let blank = before
        .iter()
        .filter(|r| r.as_ref().is_some_and(|c| is_blank(c)))
        .count() as u64;
    let fields = fields(header.as_deref(), &rows[data.min(rows.len())..], mode);
    Some(Head {
        header,
        records: data,
        preamble: before.len() as u64 - blank,
        blank,
        fields,
    })
}

/// Nothing but white space in any cell. Ctrl-Z, which ended files once, is white space here.
pub fn is_blank<S: AsRef<str>>(cells: &[S]) -> bool {
    cells.iter().all(|c| {
        c.as_ref()
            .chars()
            .all(|c| c.is_whitespace() || c == '\u{1a}')
    })
}

/// The most common number of fields among records that are not blank; the greater on a tie.
fn width(rows: &[Row]) -> usize {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for cells in rows.iter().flatten().filter(|c| !is_blank(c)) {
        *counts.entry(cells.len()).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(fields, n)| (*n, *fields))
        .map_or(0, |(fields, _)| fields)
}

/// Position of the header: the record with most known headers; else the first one of about the usual width, if it
/// holds no value.
fn header(rows: &[Row], mode: usize) -> Option<usize> {
    let candidates = rows
        .iter()
        .take(DEPTH)
        .enumerate()
        .filter_map(|(i, r)| Some((i, r.as_ref()?)))
        .filter(|(_, c)| !is_blank(c));
    let mut best: Option<(usize, usize)> = None;
    // rows above a header would escape as preamble: where one stands, there is no header below it
    let is_row = |cells: &Vec<String>| {
        let filled = cells.iter().filter(|c| !c.trim().is_empty()).count();
        mode > 1 && cells.len() == mode && filled * 2 > mode && cells.iter().any(|c| is_value(c))
    };
    let first_row = candidates
        .clone()
        .find(|(_, c)| is_row(c))
        .map_or(usize::MAX, |(i, _)| i);
    for (i, cells) in candidates.clone().take_while(|(i, _)| *i <= first_row) {
        let known = cells
            .iter()
            .filter(|c| columns::known(c.as_bytes()))
            .count();
        let filled = cells.iter().filter(|c| !c.trim().is_empty()).count();
        let enough = known >= 2 && known * 4 >= filled
            || known == 1 && filled <= 2 && cells.len() + 1 >= mode;
        let values = cells.iter().filter(|c| is_value(c)).count();
        // a name may hold a date (`Turnover 31.12.2025`) if most of the others are known
        let certain = known >= 3 && known * 2 >= filled;
        if enough
            && (values == 0 || certain && values * 4 <= filled)
            && best.is_none_or(|(_, n)| known > n)
        {
            best = Some((i, known));
        }
    }
    if let Some((i, _)) = best {
        return Some(i);
    }
    let wide = |c: &&(usize, &Vec<String>)| c.1.len() + 1 >= mode.max(2) || mode < 2;
    for (i, cells) in candidates.collect::<Vec<_>>().iter().filter(wide) {
        let named = cells.iter().filter(|c| !c.trim().is_empty()).count();
        if cells.iter().any(|c| is_value(c)) {
            return None;
        }
        // a note in one cell of many is no header
        if named * 2 > cells.len() && cells.len() <= mode + 1 {
            return Some(*i);
        }
    }
    None
}

/// Fields of a record: those of the header. Empty names at its end may be there for a trailing separator alone, and
/// records may have one trailing separator more; which it is, nearly all records of the sample must agree on.
fn fields(header: Option<&[String]>, data: &[Row], mode: usize) -> usize {
    let Some(header) = header else {
        return mode;
    };
    let named = header
        .iter()
        .rposition(|c| !c.trim().is_empty())
        .map_or(0, |n| n + 1);
    let rows: Vec<&Vec<String>> = data.iter().flatten().filter(|c| !is_blank(c)).collect();
    let agree = |n: usize, empty: bool| {
        let fit = rows
            .iter()
            .filter(|c| c.len() == n && (!empty || c.last().is_some_and(|l| l.is_empty())))
            .count();
        !rows.is_empty() && fit * 10 >= rows.len() * 9
    };
    if agree(header.len(), false) || rows.is_empty() {
        return header.len();
    }
    if named < header.len()
        && let Some(n) = (named..header.len()).find(|n| agree(*n, false))
    {
        return n;
    }
    if agree(header.len() + 1, true) {
        return header.len() + 1;
    }
    header.len()
}

/// Whether a cell is a value rather than a name: an address, a web address, a date, or a number.
pub fn is_value(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.is_empty() {
        return false;
    }
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let address = cell
        .split_once('@')
        .is_some_and(|(a, b)| !a.is_empty() && b.contains('.') && !cell.contains(' '));
    let lower = cell.get(..8).unwrap_or(cell).to_ascii_lowercase();
    let web =
        lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.");
    address || web || (digits > 0 && letters == 0 && !cell.contains('#')) || digits >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        lines
            .iter()
            .map(|l| Some(l.split(';').map(str::to_owned).collect()))
            .collect()
    }

    fn found(lines: &[&str]) -> (Option<usize>, usize, u64, u64) {
        let head = find(&rows(lines), None).expect("no row was named");
        (
            head.header.as_ref().map(|_| head.records),
            head.fields,
            head.preamble,
            head.blank,
        )
    }

    #[test]
    fn headers_are_found_below_notes_and_only_if_they_hold_no_value() {
        assert_eq!(found(&["Name;Ort", "A;B"]), (Some(1), 2, 0, 0));
        assert_eq!(
            found(&[
                "Export vom 1.10.2026",
                "",
                "Name;Ort;Land",
                "A;B;C",
                "D;E;F"
            ]),
            (Some(3), 3, 1, 1)
        );
        assert_eq!(
            found(&["a@b-beispiel.de;Anna", "c@d-beispiel.de;Bert"]),
            (None, 2, 0, 0)
        );
        assert_eq!(
            found(&["Anna;+49 30 23125 001", "Bert;+49 30 23125 002"]),
            (None, 2, 0, 0)
        );
        // unknown names without values are a header
        assert_eq!(
            found(&["Foo;Bar;Baz", "1;2;3", "4;5;6"]),
            (Some(1), 3, 0, 0)
        );
        assert_eq!(found(&["E-Mail", "a@b-beispiel.de"]), (Some(1), 1, 0, 0));
        // rows above a header are rows
        let late = [
            "Anna;a@b-beispiel.de;Ulm",
            "Name;E-Mail;Ort",
            "Bert;b@b-beispiel.de;Graz",
        ];
        assert_eq!(found(&late), (None, 3, 0, 0));
        let dated = ["Firma;Ort;Land;E-Mail;Umsatz 31.12.2025", "A;B;C;;1"];
        assert_eq!(found(&dated), (Some(1), 5, 0, 0));
    }

    #[test]
    fn trailing_separators_are_a_matter_of_the_whole_file() {
        assert_eq!(found(&["Name;Ort;", "A;B", "C;D"]).1, 2);
        assert_eq!(found(&["Name;Ort;", "A;B;", "C;D;"]).1, 3);
        assert_eq!(found(&["Name;Ort", "A;B;", "C;D;"]).1, 3);
        // a separator within a name is no trailing separator
        assert_eq!(found(&["Name;Ort", "A;B;x", "C;D;y"]).1, 2);
    }

    #[test]
    fn the_users_word_wins() {
        let all = rows(&["Name;Ort", "A;B"]);
        assert_eq!(find(&all, Some(0)).expect("none").header, None);
        assert_eq!(find(&all, Some(2)).expect("second").records, 2);
        assert!(find(&all, Some(3)).is_none());
    }
}
