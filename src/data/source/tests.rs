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
            .flat_map(|s| {
                frame
                    .cells(s.column)
                    .into_iter()
                    .filter(move |c| c.slot == *s)
            })
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
