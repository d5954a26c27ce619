//! Every file of testdata/reading, one per pitfall: how it is read, its ledger, its quarantine, its columns, its rows.

use serde::Deserialize;

use super::tests::rows;
use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Case {
    file: String,
    /// What is special about it.
    why: String,
    short_rows_blank: bool,
    sheet: Option<String>,
    /// Code of the error, if it is not read.
    error: Option<String>,
    reading: String,
    ledger: String,
    quarantine: String,
    columns: String,
    rows: Vec<Vec<String>>,
}

fn reading(r: &Reading) -> String {
    let d = &r.dialect;
    let header = d.header_record.map(|n| format!("header {n}"));
    let sheet = d.sheet.map(|n| format!("sheet {n}"));
    [
        Some(r.format.clone()),
        Some(r.encoding.clone()),
        d.delimiter.clone(),
        d.quote.clone(),
        d.line_end.clone(),
        sheet,
        header,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn ledger(l: &Ledger) -> String {
    [
        ("header", l.header),
        ("preamble", l.preamble),
        ("footer", l.footer),
        ("repeated", l.repeated_header),
        ("blank", l.blank),
        ("loaded", l.loaded),
        ("quarantined", l.quarantined()),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(name, n)| format!("{name} {n}"))
    .collect::<Vec<_>>()
    .join(" + ")
        + &format!(" = {}", l.physical)
}

fn observe(case: &Case, threads: usize, block: usize) -> Case {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("testdata/reading")
        .join(&case.file);
    let options = ReadOptions {
        short_rows_blank: case.short_rows_blank,
        sheet: case.sheet.clone(),
        ..ReadOptions::default()
    };
    let mut seen = Case {
        file: case.file.clone(),
        why: case.why.clone(),
        short_rows_blank: case.short_rows_blank,
        sheet: case.sheet.clone(),
        ..Case::default()
    };
    let read = Source::open(&[path], &options, &[]).and_then(|source| {
        seen.columns = source
            .columns()
            .iter()
            .map(|c| c.used().map_or("-", Column::name))
            .collect::<Vec<_>>()
            .join(" ");
        rows(&source, threads, block)
    });
    match read {
        Err(e) => {
            assert_eq!(e.exit(), 2);
            seen.columns.clear();
            seen.error = Some(e.0[0].code.id.to_owned());
        }
        Ok((rows, read)) => {
            assert!(read.ledger.balances(), "{}", case.file);
            seen.reading = reading(&read.reading[0]);
            seen.ledger = ledger(&read.ledger);
            seen.quarantine = read
                .quarantine
                .iter()
                .map(|q| format!("{} {}", q.line, q.reason.name()))
                .collect::<Vec<_>>()
                .join(", ");
            seen.rows = rows;
        }
    }
    seen
}

#[test]
fn every_pitfall_is_read_as_it_should() {
    let cases: Cases =
        toml::from_str(include_str!("../../../testdata/reading/cases.toml")).expect("cases");
    let mut differ = Vec::new();
    for case in &cases.case {
        let seen = observe(case, 1, 4 << 20);
        if seen != *case {
            differ.push(format!("expected {case:#?}\nseen {seen:#?}"));
        }
        for (threads, block) in [(2, 64), (8, 1_024)] {
            assert_eq!(
                seen,
                observe(case, threads, block),
                "{threads} threads, {block} bytes"
            );
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/reading");
    for entry in std::fs::read_dir(folder).expect("folder") {
        let name = entry
            .expect("entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let listed = cases.case.iter().any(|c| c.file == name);
        assert!(
            listed || name == "cases.toml" || name.ends_with(".py"),
            "{name} is in no case"
        );
    }
}
