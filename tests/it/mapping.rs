//! What `beleg map` proposes is what it found: taken at its word, line by line, every list of the fixtures is mapped as
//! without it; and as it stands it changes nothing.

use std::path::PathBuf;

use crate::binary::{Folder, beleg, root};

fn lists() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(root().join("testdata/lists")).expect("a folder") {
        let folder = entry.expect("an entry").path();
        if !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if ["csv", "tsv", "txt", "xlsx"].iter().any(|e| ending == *e)
                && !name.starts_with("sperrliste")
            {
                all.push(path);
            }
        }
    }
    for name in [
        "duplicate-headers",
        "empty-headers",
        "break-in-header",
        "first-line-is-data",
        "separator-in-header",
    ] {
        all.push(root().join(format!("testdata/reading/{name}.csv")));
    }
    all.sort();
    all
}

/// Per column: header, column, slot, content.
fn mapped(folder: &Folder, list: &str, more: &[&str]) -> Vec<[serde_json::Value; 4]> {
    let mut args = vec!["map", list, "--format", "json"];
    args.extend(more);
    let run = beleg(folder.path(), &args);
    assert_eq!(run.code, 0, "{list} {more:?}: {}", run.stderr);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let columns = found["columns"].as_array().expect("columns");
    columns
        .iter()
        .map(|c| ["header", "column", "slot", "content"].map(|name| c[name].clone()))
        .collect()
}

#[test]
fn a_proposal_taken_at_its_word_changes_nothing() {
    let folder = Folder::new("mapping");
    let lists = lists();
    assert!(lists.len() >= 20);
    for path in lists {
        let list = path.to_string_lossy();
        let run = beleg(folder.path(), &["map", &list, "-o", "m.toml", "--force"]);
        assert_eq!(run.code, 0, "{list}: {}", run.stderr);
        let found = mapped(&folder, &list, &[]);
        assert_eq!(found, mapped(&folder, &list, &["-m", "m.toml"]), "{list}");
        let text = std::fs::read_to_string(folder.path().join("m.toml")).expect("written");
        let lines = text.lines().map(|line| {
            // an ambiguous header is a question: no answer is proposed
            let decided = !line.contains(": nothing decides");
            line.strip_prefix("# ")
                .filter(|l| l.starts_with('"') && decided)
                .unwrap_or(line)
        });
        let said: Vec<&str> = lines.collect();
        folder.write("said.toml", said.join("\n").as_bytes());
        assert_eq!(
            found,
            mapped(&folder, &list, &["-m", "said.toml"]),
            "{list}"
        );
    }
}
