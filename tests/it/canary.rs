//! Not one cell value leaves the process: a list whose every cell is unique is audited and signed, and everything that
//! came out is searched for every cell, as it stands and in the disguises that encoders give it.

use std::collections::{BTreeSet, HashMap};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::binary::{Folder, beleg, files};

/// Headers of every group of columns, two that no dictionary knows, and one that is itself a token.
const HEADER: &str = "First Name,Last Name,Job Title,Company Name,Email,Phone,Mobile Phone,Street,Postcode,City,Country,\
    LinkedIn URL,Source,Source Type,Source URL,Collected At,Legal Basis,LIA Reference,Consent Date,Consent Method,Consent Text ID,\
    Consent Channels,Consent Recipients,Unsubscribed,Notice Date,DNC Screened,Date of birth,Religion,Photo,Internal Note,qcanaryheader";
const ROWS: usize = 60;

/// A word that occurs nowhere else: letters only, so that neither a number nor a code can contain it by chance.
fn token(row: usize, column: usize) -> String {
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    format!(
        "qx{}{}{}{}zv",
        letter(row / 26),
        letter(row),
        letter(column / 26),
        letter(column)
    )
}

/// The list, and its cells.
fn list(columns: usize) -> (Vec<u8>, Vec<String>) {
    let mut out = format!("{HEADER}\n").into_bytes();
    let mut cells = vec![String::from("qcanaryheader")];
    for row in 0..ROWS {
        let mut line: Vec<String> = (0..columns)
            .map(|column| {
                let t = token(row, column);
                // some cells look like what their column holds, so that they come to be sorted and keyed
                match (column, row % 4) {
                    (4, 0) => format!("{t}@{t}-beispiel.de"),
                    (4, 1) => format!("{t}@gmx.de"),
                    (11, 0) => format!("https://www.linkedin.com/in/{t}"),
                    (14, _) => format!("https://{t}-beispiel.de/{t}"),
                    (12, 1) => format!("{t}, Handelsregister"),
                    (16, 1) => format!("Art. 6 (1) (f) {t}"),
                    _ => t,
                }
            })
            .collect();
        // ragged, unclosed, undecodable: what is quarantined stays unsaid too
        match row {
            20 => line.truncate(3),
            21 => line.push(token(row, columns)),
            22 => line[1] = format!("\"{}", line[1]),
            _ => {}
        }
        cells.extend((0..line.len()).map(|column| token(row, column)));
        let quote = |c: &String| {
            if c.contains(',') {
                format!("\"{c}\"")
            } else {
                c.clone()
            }
        };
        out.extend(
            line.iter()
                .map(quote)
                .collect::<Vec<_>>()
                .join(",")
                .into_bytes(),
        );
        if row == 23 {
            out.extend(b"\xff\xfe");
        }
        out.push(b'\n');
    }
    (out, cells)
}

/// What is searched for: every token in every disguise, by length.
struct Search(HashMap<usize, HashMap<Vec<u8>, String>>);

impl Search {
    /// Raw, as hexadecimal digits, and as base64 at each of its three positions.
    fn new(cells: &[String]) -> Self {
        let mut all = Self(HashMap::new());
        for cell in cells {
            all.add(cell.clone().into_bytes(), cell);
            let hex: String = cell.bytes().map(|b| format!("{b:02x}")).collect();
            all.add(hex.into_bytes(), cell);
            for (before, mixed) in [(0, 0), (1, 2), (2, 3)] {
                let coded = STANDARD_NO_PAD.encode([&b"___"[..before], cell.as_bytes()].concat());
                // the first and last digits mix with their neighbours
                all.add(
                    coded[mixed..coded.len() - 1].to_lowercase().into_bytes(),
                    cell,
                );
            }
        }
        all
    }

    fn add(&mut self, form: Vec<u8>, cell: &str) {
        self.0
            .entry(form.len())
            .or_default()
            .insert(form, cell.to_owned());
    }

    /// The tokens in `bytes`, in any case, each once.
    fn leaks(&self, bytes: &[u8]) -> BTreeSet<String> {
        let low = bytes.to_ascii_lowercase();
        self.0
            .iter()
            .flat_map(|(length, forms)| low.windows(*length).filter_map(|w| forms.get(w)))
            .cloned()
            .collect()
    }
}

#[test]
fn no_cell_leaves_the_process() {
    let columns = HEADER.split(',').count();
    let (bytes, cells) = list(columns);
    let search = Search::new(&cells);
    assert_eq!(
        search.leaks(&bytes),
        cells.iter().cloned().collect(),
        "the search finds the tokens where they are"
    );
    let hidden = STANDARD_NO_PAD.encode(format!("x{}y", cells[5]));
    assert_eq!(
        search.leaks(hidden.as_bytes()),
        BTreeSet::from([cells[5].clone()]),
        "and under base64"
    );

    let folder = Folder::new("canary");
    folder.write("list.csv", &bytes);
    // a suppression list is somebody's data too
    folder.write(
        "suppress.csv",
        format!("{}@gmx.de\n{}\n", token(1, 4), token(5, 4)).as_bytes(),
    );
    folder.write(
        "dossier.toml",
        b"vendor = \"v\"\ndelivery = \"d\"\n\n[buyer]\nsuppress = [\"suppress.csv\"]\n",
    );
    let run = beleg(
        folder.path(),
        &["key", "new", "--no-passphrase", "-o", "office.pem"],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let sign = |output| {
        [
            "--key",
            "file:office.pem",
            "--verifier-id",
            "urn:beleg:verifier:canary",
            "--output",
            output,
        ]
    };
    let runs: [&[&str]; 8] = [
        &["--all"],
        &["--format", "ndjson", "--report", "report.txt"],
        &["--format", "csv", "--report", "report.json"],
        &["--format", "markdown", "--report", "csv=report.table"],
        &["--lang", "de", "-v", "--all"],
        &["--format", "json", "-v"],
        &sign("bundle"),
        &sign("list.beleg.zip"),
    ];
    for more in runs {
        let mut args = vec![
            "audit",
            "list.csv",
            "--dossier",
            "dossier.toml",
            "--as-of",
            "2026-11-23",
        ];
        args.extend(more);
        let run = beleg(folder.path(), &args);
        assert!(
            matches!(run.code, 0 | 1 | 3),
            "{more:?}: exit {}\n{}",
            run.code,
            run.stderr
        );
        for (name, stream) in [("stdout", &run.stdout), ("stderr", &run.stderr)] {
            assert_eq!(
                search.leaks(stream.as_bytes()),
                BTreeSet::new(),
                "{name} of {more:?}"
            );
        }
    }
    // headers are shown on the spot, and nothing else
    let shown: [&[&str]; 7] = [
        &["read", "list.csv", "--format", "json", "-v"],
        // the rows go into the file, and nowhere else
        &["read", "list.csv", "-o", "rows.csv", "--lang", "de", "-v"],
        &["map", "list.csv"],
        &["map", "list.csv", "--format", "json", "-v"],
        &["map", "list.csv", "-o", "mapping.toml", "--lang", "de"],
        &["map", "list.csv", "--values", "email"],
        &[
            "map",
            "list.csv",
            "--values",
            "Internal Note",
            "--format",
            "json",
        ],
    ];
    for args in shown {
        let run = beleg(folder.path(), args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
        let mut leaks = search.leaks(format!("{}{}", run.stdout, run.stderr).as_bytes());
        leaks.remove("qcanaryheader");
        assert_eq!(leaks, BTreeSet::new(), "{args:?}");
    }
    for name in ["mapping.toml", "rows.csv"] {
        std::fs::remove_file(folder.path().join(name)).expect("written");
    }
    let mut searched = 0;
    for path in files(folder.path()) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name == "list.csv" || name == "suppress.csv" {
            continue;
        }
        searched += 1;
        let content = std::fs::read(&path).expect("readable");
        assert_eq!(search.leaks(&content), BTreeSet::new(), "{name}");
    }
    assert!(searched > 10, "bundle and ZIP were searched");
}
