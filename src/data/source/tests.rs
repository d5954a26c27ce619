//! Whole files through the reader.

use std::sync::Mutex;

use super::*;

/// A file that is gone when the test ends.
struct Temporary(PathBuf);

impl Temporary {
    fn new(bytes: &[u8]) -> Self {
        use std::sync::atomic::{AtomicU64, Ordering};
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("beleg-source-{}-{n}", std::process::id()));
        std::fs::write(&path, bytes).expect("temporary file");
        Self(path)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// What was read: the rows of mapped columns, sorted, and the rest.
pub type Got = (Vec<Vec<String>>, Read);

/// Runs a source, and gives the rows of its mapped columns, sorted.
pub fn rows(source: &Source, threads: usize, block: usize) -> Result<Got> {
    let rows = Mutex::new(Vec::new());
    let read = source.run(threads, block, &|_, frame| {
        let mut all = rows.lock().expect("rows");
        let columns: Vec<_> = frame
            .slots()
            .iter()
            .filter_map(|s| frame.at(s.position))
            .collect();
        for i in 0..frame.rows() {
            all.push(
                columns
                    .iter()
                    .map(|c| c.get(i).to_owned())
                    .collect::<Vec<_>>(),
            );
        }
    })?;
    let mut rows = rows.into_inner().expect("rows");
    rows.sort();
    Ok((rows, read))
}

fn read(bytes: &[u8], options: &ReadOptions, threads: usize, block: usize) -> Result<Got> {
    let file = Temporary::new(bytes);
    let source = Source::open(std::slice::from_ref(&file.0), options, &[])?;
    rows(&source, threads, block)
}

fn plain(text: &str) -> Got {
    read(text.as_bytes(), &ReadOptions::default(), 1, 4 << 20).unwrap_or_else(|e| panic!("{e:?}"))
}

#[test]
fn a_plain_list_is_read() {
    let (rows, read) =
        plain("Name,E-Mail,Note\nAnna,anna@b-beispiel.de,x\n\"Bert \"\"B\"\"\",,n/a\n");
    assert_eq!(
        rows,
        [["Anna", "anna@b-beispiel.de"], ["Bert \"B\"", ""]].map(|r| r.map(str::to_owned).to_vec())
    );
    assert_eq!(read.ledger.physical, 3);
    assert_eq!((read.ledger.header, read.ledger.loaded), (1, 2));
    assert_eq!(read.filled, [2, 1, 1]);
    assert_eq!(read.reading[0].dialect.line_end.as_deref(), Some("lf"));
    assert_eq!(
        read.lists[0].1,
        Sha256::of(
            "Name,E-Mail,Note\nAnna,anna@b-beispiel.de,x\n\"Bert \"\"B\"\"\",,n/a\n".as_bytes()
        )
    );
}

#[test]
fn a_stray_quote_costs_one_line() {
    let (rows, read) = plain(
        "Name,Ort,Land\n\"Meier,Ulm,DE\n\"Huber\",Graz,AT\nKlein,\"Wien\" x,AT\nGross,Bern,CH\n",
    );
    assert_eq!(rows.len(), 2);
    assert_eq!(read.ledger.quarantined[&Reason::UnclosedQuote], 2);
    let lines: Vec<u64> = read.quarantine.iter().map(|q| q.line).collect();
    assert_eq!(lines, [2, 4]);
}

fn code(result: Result<Got>) -> &'static str {
    match result {
        Err(e) => e.0[0].code.id,
        Ok(_) => "read",
    }
}

#[test]
fn what_is_no_file_and_what_is_too_wide_is_refused() {
    let open = |p: &Path| Source::open(&[p.to_owned()], &ReadOptions::default(), &[]);
    for path in [
        std::env::temp_dir(),
        PathBuf::from("/dev/null"),
        PathBuf::from("nowhere.csv"),
    ] {
        assert!(open(&path).is_err_and(|e| e.0[0].code.id == "BEL-R001"));
    }
    assert!(Source::open(&[], &ReadOptions::default(), &[]).is_err());
    let wide = format!("{}\n{}\n", "a,".repeat(5_000), "b,".repeat(5_000));
    assert_eq!(
        code(read(wide.as_bytes(), &ReadOptions::default(), 1, 1 << 20)),
        "BEL-R022"
    );
}

#[test]
fn options_win_and_are_named() {
    let options = ReadOptions {
        encoding: Some("latin1".to_owned()),
        delimiter: Some(':'),
        quote: Some(Some('\'')),
        header_row: Some(2),
        ..ReadOptions::default()
    };
    let (rows, got) =
        read(b"x:y\nOrt:E-Mail\n'M:nchen':\xfc\n", &options, 1, 1 << 20).expect("read");
    assert_eq!(rows, [["M:nchen", "ü"].map(str::to_owned).to_vec()]);
    assert_eq!(
        (got.ledger.preamble, got.ledger.header, got.ledger.loaded),
        (1, 1, 1)
    );
    assert_eq!(got.reading[0].encoding, "windows-1252");
    assert_eq!(
        options.overrides(),
        [
            "dialect-override",
            "encoding-override",
            "header-row-override"
        ]
    );
    let none = ReadOptions {
        header_row: Some(0),
        ..ReadOptions::default()
    };
    let (_, got) = read(b"Ort,E-Mail\nUlm,x\n", &none, 1, 1 << 20).expect("read");
    assert_eq!((got.ledger.header, got.ledger.loaded), (0, 2));
    for wrong in [
        ReadOptions {
            encoding: Some("ebcdic".to_owned()),
            ..ReadOptions::default()
        },
        ReadOptions {
            delimiter: Some('é'),
            ..ReadOptions::default()
        },
        ReadOptions {
            delimiter: Some('"'),
            quote: Some(Some('"')),
            ..ReadOptions::default()
        },
        ReadOptions {
            header_row: Some(9),
            ..ReadOptions::default()
        },
    ] {
        let code = code(read(b"Ort,E-Mail\nUlm,x\n", &wrong, 1, 1 << 20));
        assert!(code == "BEL-R010" || code == "BEL-R011", "{code}");
    }
}

#[test]
fn several_files_are_one_delivery() {
    let parts = [
        "E-Mail,Ort\na@b-beispiel.de,Ulm\n",
        "E-Mail;Ort\r\nc@b-beispiel.de;Graz\r\nx\r\n",
        "d@b-beispiel.de,Bern\n",
    ]
    .map(|t| Temporary::new(t.as_bytes()));
    let paths = parts.each_ref().map(|p| p.0.clone());
    let source = Source::open(&paths, &ReadOptions::default(), &[]).expect("open");
    let (rows, read) = rows(&source, 2, 1 << 20).expect("read");
    assert_eq!(rows.len(), 3);
    assert_eq!(
        (read.ledger.physical, read.ledger.header, read.lists.len()),
        (6, 2, 3)
    );
    assert_eq!(
        read.quarantine,
        [Quarantined {
            list: 1,
            line: 3,
            reason: Reason::TooFewFields
        }]
    );
    assert_eq!(source.sample().rows(), 3);
    let other = Temporary::new(b"Ort,E-Mail\nUlm,a@b-beispiel.de\n");
    let mixed = [paths[0].clone(), other.0.clone()];
    assert!(
        Source::open(&mixed, &ReadOptions::default(), &[])
            .is_err_and(|e| e.0[0].code.id == "BEL-R012")
    );
}

#[test]
fn a_list_that_changes_is_not_signed_for() {
    let file = Temporary::new(b"E-Mail,Ort\na@b-beispiel.de,Ulm\n");
    let source =
        Source::open(std::slice::from_ref(&file.0), &ReadOptions::default(), &[]).expect("open");
    std::fs::write(&file.0, b"E-Mail,Ort\nb@b-beispiel.de,Ulm\n").expect("write");
    assert_eq!(code(rows(&source, 1, 1 << 20)), "BEL-R030");
    // or while the rows are being worked on
    let source =
        Source::open(std::slice::from_ref(&file.0), &ReadOptions::default(), &[]).expect("open");
    let path = file.0.clone();
    let result = source.run(1, 1 << 20, &|_, _| {
        std::fs::write(&path, b"E-Mail,Ort\nc@b-beispiel.de,Ulm\nlonger\n").expect("write");
    });
    assert!(result.is_err_and(|e| e.0[0].code.id == "BEL-R030"));
}

#[test]
fn the_sample_of_a_long_list_comes_from_all_of_it() {
    let mut text = "E-Mail,Ort\n".to_owned();
    for i in 0..120_000 {
        text.push_str(&format!("a{i}@kofelblick-beispiel.de,Ort {}\n", i / 40_000));
    }
    assert!(text.len() > 4 << 20);
    let file = Temporary::new(text.as_bytes());
    let source =
        Source::open(std::slice::from_ref(&file.0), &ReadOptions::default(), &[]).expect("open");
    let sample = source.sample();
    let places = sample.cells(Column::City)[0];
    for part in ["Ort 0", "Ort 1", "Ort 2"] {
        assert!(places.iter().any(|p| p == part), "{part}");
    }
    assert!(
        sample.cells(Column::Email)[0]
            .iter()
            .all(|m| m.ends_with("-beispiel.de"))
    );
    let (rows, read) = rows(&source, 3, 64 << 10).expect("read");
    assert_eq!((rows.len(), read.ledger.loaded), (120_000, 120_000));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// Any bytes at all: read with a ledger that balances, or refused with exit 2. Never a panic.
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::prop_oneof![
            proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300),
            proptest::collection::vec(proptest::sample::select(&b"E-Mail,;\t|\"\r\n\0\xff\xfea@1 \x1aOrt"[..]), 0..300),
        ],
        head in proptest::sample::select(vec![&b""[..], b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04", b"PK\x05\x06", b"E-Mail;Ort\n"]),
    ) {
        let all = [head, &bytes].concat();
        match read(&all, &ReadOptions::default(), 2, 64) {
            Ok((rows, read)) => {
                assert!(read.ledger.balances());
                assert_eq!(rows.len() as u64, read.ledger.loaded);
                assert_eq!(read.lists, [(all.len() as u64, Sha256::of(&all))]);
            }
            Err(e) => {
                assert_eq!(e.exit(), 2);
                assert_ne!(e.0[0].code.id, "BEL-R040");
            }
        }
    }
}

#[test]
fn damaged_workbooks_are_refused_or_read_but_never_end_the_program() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/reading/typed.xlsx");
    let whole = std::fs::read(path).expect("workbook");
    let mut refused = 0;
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        match read(&bytes, &ReadOptions::default(), 1, 1 << 20) {
            Ok((_, read)) => assert!(read.ledger.balances()),
            Err(e) => {
                refused += 1;
                assert_eq!(e.exit(), 2);
                assert_ne!(e.0[0].code.id, "BEL-R040");
            }
        }
    }
    assert!(refused * 5 > whole.len() / 7, "{refused}");
    for cut in [1, 30, whole.len() / 2, whole.len() - 1] {
        assert!(read(&whole[..cut], &ReadOptions::default(), 1, 1 << 20).is_err() || cut == 1);
    }
}
