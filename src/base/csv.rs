//! Cells as text files hand them on (RFC 4180): as they are, but for those that a spreadsheet would run. Every CSV of this
//! program is written here.

/// Characters with which a spreadsheet begins to calculate, or which hide such a character.
const STARTS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0'];
/// Nobody sees it, and who reads it at the beginning of a file drops it.
const BOM: char = '\u{feff}';

/// Whether a spreadsheet that opens a text file would run the cell as a formula. Plain numbers and telephone numbers are
/// none: without a letter there is nothing to call and nothing to refer to.
pub fn runs(cell: &str) -> bool {
    let cell = cell.trim_start_matches(BOM);
    if !cell.starts_with(STARTS) {
        return false;
    }
    !cell.strip_prefix(['+', '-']).is_some_and(is_number)
}

/// Digits with what people put between them, and at most one exponent (`12.5`, `1,000.00`, `2.5E-3`,
/// `49 (0)30 23125-001`); at least one digit.
fn is_number(text: &str) -> bool {
    let digits = |t: &str| t.bytes().any(|b| b.is_ascii_digit());
    let between = |c: char| {
        matches!(
            c,
            ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | '\'' | '/' | '-' | '(' | ')'
        )
    };
    let plain = |t: &str| t.chars().all(|c| c.is_ascii_digit() || between(c)) && digits(t);
    if plain(text) {
        return true;
    }
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let decimal = |t: &str| {
        t.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    digits(mantissa)
        && decimal(mantissa)
        && !exponent.is_empty()
        && exponent.bytes().all(|b| b.is_ascii_digit())
}

/// Appends a cell, quoted where it must be; with an apostrophe before what a spreadsheet would run, unless `raw` leaves it
/// as it is. True if it got one.
fn push(cell: &str, raw: bool, out: &mut String) -> bool {
    let marked = !raw && runs(cell);
    let mark = if marked { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) || cell.starts_with(BOM) {
        out.push('"');
        out.push_str(mark);
        let mut parts = cell.split('"');
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            out.push_str("\"\"");
            out.push_str(part);
        }
        out.push('"');
    } else {
        out.push_str(mark);
        out.push_str(cell);
    }
    marked
}

/// Appends a record, and says how many of its cells got an apostrophe.
pub fn record<'c>(cells: impl Iterator<Item = &'c str>, raw: bool, out: &mut String) -> u64 {
    let (begun, mut marked, mut fields) = (out.len(), 0, 0);
    for cell in cells {
        if fields > 0 {
            out.push(',');
        }
        fields += 1;
        marked += u64::from(push(cell, raw, out));
    }
    if fields == 1 && out.len() == begun {
        // a line without anything would be no record
        out.push_str("\"\"");
    }
    out.push_str("\r\n");
    marked
}

#[cfg(test)]
pub mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A plain reader of RFC 4180.
    pub fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut quoted = false;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(chars.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                c => cell.push(c),
            }
        }
        assert!(cell.is_empty() && row.is_empty());
        rows
    }

    #[test]
    fn formulas_are_told_from_numbers() {
        for cell in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+cmd",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\tx",
            "\n=1",
            "\u{feff}=1",
            "\r=1",
            "\0=1",
            "+49 30 1234 ext. 5",
            "-",
            "--",
            "+",
            "-1e",
            "+1e2e3",
            "-A1",
            "+1=2",
            "-1;2",
            "+1\"2",
            "-1+2",
            "+1*2",
            "+e5",
            "+(e)5",
            "-1\n2",
        ] {
            assert!(runs(cell), "{cell:?}");
        }
        for cell in [
            "",
            "x",
            "1",
            "-1",
            "-1.234,56",
            "+1,000.00",
            "+49 (0)30 23125-001",
            "+49.30.23125001",
            "+49/30/1",
            "-2.5E-3",
            "+1e9",
            "a=b",
            "'=1",
            " =1",
            "(030) 1",
            "+49\u{a0}30\u{a0}1",
        ] {
            assert!(!runs(cell), "{cell:?}");
        }
    }

    #[test]
    fn records_are_quoted_where_they_must_be() {
        for (cells, written) in [
            (
                &["=HYPERLINK(\"x\")", "a"][..],
                "\"'=HYPERLINK(\"\"x\"\")\",a\r\n",
            ),
            (&["a,b", "", "c\nd"], "\"a,b\",,\"c\nd\"\r\n"),
            (&["\rx"], "\"'\rx\"\r\n"),
            (&[""], "\"\"\r\n"),
            (&["", ""], ",\r\n"),
            (&["\u{feff}=1"], "\"'\u{feff}=1\"\r\n"),
        ] {
            let mut out = String::new();
            record(cells.iter().copied(), false, &mut out);
            assert_eq!(out, written);
        }
    }

    /// The only record of a text.
    fn back(line: &str) -> Vec<String> {
        let mut rows = read(line);
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![
            "\u{feff}?[=+@\t\n\0-][A-Za-z0-9 .,(=+\"';-]{0,12}",
            "[+-][0-9 .,/()-]{0,12}",
            "[a-zäß\", ]{0,12}",
            ".{0,12}",
        ]
    }

    proptest! {
        /// No cell that is read back begins a formula, and every cell is as it was, but for the apostrophe.
        #[test]
        fn nothing_that_runs_is_left_and_nothing_else_is_touched(cells in prop::collection::vec(cell(), 1..6)) {
            let mut line = String::new();
            let marked = record(cells.iter().map(String::as_str), false, &mut line);
            prop_assert!(line.ends_with("\r\n"));
            let read = back(&line);
            prop_assert_eq!(read.len(), cells.len());
            let mut changed = 0;
            for (read, cell) in read.iter().zip(&cells) {
                prop_assert!(!runs(read), "{:?}", read);
                if runs(cell) {
                    changed += 1;
                    prop_assert_eq!(read.strip_prefix('\''), Some(cell.as_str()));
                } else {
                    prop_assert_eq!(read, cell);
                }
            }
            prop_assert_eq!(marked, changed);
            let mut raw = String::new();
            prop_assert_eq!(record(cells.iter().map(String::as_str), true, &mut raw), 0);
            prop_assert_eq!(back(&raw), cells);
        }

        /// What begins a formula and is let through has nothing in it that could be called or referred to.
        #[test]
        fn what_is_left_alone_cannot_run(cell in "[=+@-][A-Za-z0-9 .,()!|$:;&*^%'\"/=+-]{0,10}") {
            if !runs(&cell) {
                prop_assert!(cell.starts_with(['+', '-']));
                let rest: String = cell.chars().filter(|c| !matches!(c, 'e' | 'E')).collect();
                prop_assert!(!rest.chars().any(|c| c.is_alphabetic() || matches!(c, '!' | '|' | '$' | ':' | '"' | '=')));
            }
        }
    }
}
