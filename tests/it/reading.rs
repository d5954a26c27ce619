//! `beleg read` writes every loaded row once, in the order of the file: what it wrote is read back to the same bytes.

use std::path::PathBuf;

use crate::binary::{Folder, beleg, root};

fn files(folder: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).expect("a folder") {
        let path = entry.expect("an entry").path();
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        if ["csv", "tsv", "txt", "xlsx"].iter().any(|e| ending == *e) {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn all() -> Vec<PathBuf> {
    let mut all = files("testdata/reading");
    for entry in std::fs::read_dir(root().join("testdata/lists")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(files(&path.to_string_lossy()));
        }
    }
    all
}

fn told(folder: &Folder, args: &[&str]) -> serde_json::Value {
    let run = beleg(
        folder.path(),
        &[&["read", "--format", "json"], args].concat(),
    );
    assert_eq!(run.code, 0, "{args:?}: {}", run.stderr);
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn what_is_written_is_read_back_to_the_same_bytes() {
    let folder = Folder::new("reading");
    let as_written = [
        "--encoding",
        "utf-8",
        "--delimiter",
        "comma",
        "--quote",
        "double",
        "--header-row",
        "1",
    ];
    let mut read = 0;
    for path in all() {
        let list = path.to_string_lossy();
        let run = beleg(folder.path(), &["read", &list, "-o", "one.csv", "--force"]);
        if run.code == 2 {
            // no list at all: the reader's own cases say why
            continue;
        }
        read += 1;
        let first = told(&folder, &[&list]);
        let loaded = first["ledger"]["loaded"].as_u64().expect("a number");
        let quarantined = first["quarantine"].as_array().expect("records").len();
        let named = run
            .stderr
            .lines()
            .filter(|l| l.starts_with("line "))
            .count();
        assert_eq!(named, quarantined, "{list}: {}", run.stderr);

        // a row of totals may stand last now that the true one is gone: then it is a footer, and is gone too
        let again = told(&folder, &[&["one.csv"][..], &as_written].concat());
        let rows = &again["ledger"];
        let kept =
            rows["loaded"].as_u64().expect("a number") + rows["footer"].as_u64().expect("a number");
        assert_eq!(kept, loaded, "{list}");
        let args = [
            &["read", "one.csv", "-o", "two.csv", "--force"][..],
            &as_written,
        ]
        .concat();
        assert_eq!(beleg(folder.path(), &args).code, 0, "{list}");
        if rows["footer"] == 0 {
            let bytes = |name| std::fs::read(folder.path().join(name)).expect("written");
            assert!(bytes("one.csv") == bytes("two.csv"), "{list}");
        }
    }
    assert!(read > 60, "{read}");
}

/// Rows of many blocks come in their order.
#[test]
fn a_long_list_keeps_its_order() {
    let folder = Folder::new("reading-long");
    let mut text = String::from("Nr;Firma;Ort\n");
    let mut expected = String::from("Nr,Firma,Ort\r\n");
    for n in 0..200_000 {
        text.push_str(&format!("{n};Nordwerk Beispiel GmbH;Ulm {}\n", n % 7));
        expected.push_str(&format!("{n},Nordwerk Beispiel GmbH,Ulm {}\r\n", n % 7));
    }
    folder.write("long.csv", text.as_bytes());
    let run = beleg(folder.path(), &["read", "long.csv", "-q", "--threads", "4"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout == expected);
}

#[cfg(unix)]
#[test]
fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("reading-mode");
    folder.write("list.csv", b"Name,E-Mail\nAnna,anna@nordwerk-beispiel.de\n");
    let run = beleg(folder.path(), &["read", "list.csv", "-o", "rows.csv"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let meta = std::fs::metadata(folder.path().join("rows.csv")).expect("written");
    assert_eq!(meta.permissions().mode() & 0o777, 0o600);
}
