//! Inputs are read, and never touched.

use crate::binary::{Folder, beleg, root};

/// Whatever may be replaced: never what is read.
#[test]
fn no_output_replaces_an_input() {
    let folder = Folder::new("apart");
    let lists = root().join("testdata/lists/broker-bdsg");
    std::fs::copy(lists.join("ADRESSEN_2026.CSV"), folder.path().join("l.csv")).expect("copied");
    std::fs::write(folder.path().join("d.toml"), "vendor = \"v\"\n").expect("written");
    std::fs::hard_link(folder.path().join("l.csv"), folder.path().join("same.json"))
        .expect("linked");
    let before = ["l.csv", "d.toml"].map(|f| std::fs::read(folder.path().join(f)).expect("there"));
    for args in [
        &["audit", "l.csv", "--report", "json=l.csv"][..],
        &["audit", "l.csv", "--report", "same.json"],
        &["audit", "l.csv", "--rows", "l.csv"],
        &["audit", "l.csv", "-d", "d.toml", "--rows", "d.toml"],
        &["letter", "l.csv", "-o", "l.csv"],
        &["letter", "l.csv", "-d", "d.toml", "-o", "d.toml"],
        &["map", "l.csv", "-o", "l.csv"],
        &["read", "l.csv", "-o", "l.csv"],
    ] {
        let run = beleg(folder.path(), &[args, &["--force"]].concat());
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.stderr.contains("BEL-O011"), "{args:?}: {}", run.stderr);
    }
    let after = ["l.csv", "d.toml"].map(|f| std::fs::read(folder.path().join(f)).expect("there"));
    assert_eq!(before, after);
}
