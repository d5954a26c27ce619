//! Conventions are tests: who may import whom, where polars may stand, how files are named, what may never be said.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files under `folder` with this ending, sorted, relative to the root.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("folder")
            .map(|e| e.expect("entry").path())
        {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == ending) {
                found.push(
                    entry
                        .strip_prefix(root())
                        .expect("below the root")
                        .to_owned(),
                );
            }
        }
    }
    let tests = test_modules(&found);
    found.retain(|p| {
        !tests
            .iter()
            .any(|t| p.starts_with(t) || *p == t.with_extension("rs"))
    });
    found.sort();
    assert!(!found.is_empty(), "no *.{ending} under {folder}");
    found
}

/// Modules that stand in a file of their own and are declared for tests only, without the ending.
fn test_modules(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut modules = Vec::new();
    for path in files {
        let text = text(path);
        for (at, _) in text.match_indices("#[cfg(test)]\n") {
            let line = text[at..].lines().nth(1).unwrap_or_default();
            if let Some((_, name)) = line.trim_end_matches(';').split_once("mod ")
                && line.ends_with(';')
            {
                let folder = match path.file_stem().and_then(|s| s.to_str()) {
                    Some("lib" | "main") => path.with_file_name(""),
                    _ => path.with_extension(""),
                };
                modules.push(folder.join(name));
            }
        }
    }
    modules
}

fn text(path: &Path) -> String {
    fs::read_to_string(root().join(path)).expect("readable")
}

/// The part of a source file that is not its unit tests: up to the first item that only tests have. A declaration of
/// one line (`mod tests;`, an import) does not end it.
fn code(path: &Path) -> String {
    if is_for_tests(path) {
        return String::new();
    }
    let text = text(path);
    let mut rest = text.as_str();
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("#[cfg(test)]\n") {
        out.push_str(before);
        let (line, tail) = after.split_once('\n').unwrap_or((after, ""));
        if !line.ends_with(';') {
            return out;
        }
        rest = tail;
    }
    out + rest
}

/// Whether the file of the module above declares this one for tests only.
fn is_for_tests(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_stem()) else {
        return false;
    };
    let above = folder.with_extension("rs");
    let declared = format!("#[cfg(test)]\nmod {};", name.to_string_lossy());
    root().join(&above).is_file() && text(&above).contains(&declared)
}

/// `src/record/tally.rs` → `record`; `src/record.rs` → `record`; `src/main.rs` → none.
fn layer(path: &Path) -> Option<String> {
    let inner = path
        .strip_prefix("src")
        .ok()?
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    let name = inner.strip_suffix(".rs").unwrap_or(&inner).to_owned();
    (!matches!(name.as_str(), "main" | "lib")).then_some(name)
}

#[test]
fn layers_import_only_what_lies_below_them() {
    let allowed = |layer: &str| -> &[&str] {
        match layer {
            "base" => &["base"],
            "record" => &["base", "record"],
            "proof" => &["base", "record", "proof"],
            "report" => &["base", "record", "proof", "report"],
            "data" => &["base", "record", "data"],
            "checks" => &["base", "record", "data", "checks"],
            "cli" => &["base", "record", "proof", "report", "data", "checks", "cli"],
            other => panic!("`{other}` is no layer of the plan"),
        }
    };
    let names = ["base", "record", "proof", "report", "data", "checks", "cli"];
    for path in files("src", "rs") {
        let Some(layer) = layer(&path) else { continue };
        for (n, line) in code(&path).lines().enumerate() {
            let line = line.trim();
            if line.starts_with("//") {
                continue;
            }
            for name in names {
                let uses = line.contains(&format!("crate::{name}::"))
                    || line.contains(&format!("crate::{name};"));
                assert!(
                    !uses || allowed(&layer).contains(&name),
                    "{}:{}: {layer} may not know {name}",
                    path.display(),
                    n + 1
                );
            }
        }
    }
}

#[test]
fn polars_stands_in_data_only() {
    for path in files("src", "rs") {
        let inside = path.starts_with("src/data") || path == Path::new("src/data.rs");
        let named = code(&path)
            .lines()
            .any(|l| !l.trim_start().starts_with("//") && l.contains("polars"));
        assert!(inside || !named, "{} names polars", path.display());
    }
}

#[test]
fn a_module_is_a_file_and_nothing_is_called_utils() {
    for path in files("src", "rs") {
        let name = path
            .file_stem()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        for bad in [
            "mod", "util", "utils", "common", "helpers", "helper", "types", "core", "manager",
            "misc",
        ] {
            assert_ne!(name, bad, "{}", path.display());
        }
    }
    let main = text(Path::new("src/main.rs"));
    assert!(
        main.lines().count() <= 15,
        "main.rs has {} lines",
        main.lines().count()
    );
}

#[test]
fn every_module_says_why_it_is_there() {
    for path in files("src", "rs") {
        let check = path.parent() == Some(Path::new("src/checks"));
        let text = text(&path);
        assert!(
            check || path == Path::new("src/main.rs") || text.starts_with("//!"),
            "{} has no head",
            path.display()
        );
    }
}

#[test]
fn input_never_meets_an_unwrap() {
    for path in files("src", "rs") {
        for (n, line) in code(&path).lines().enumerate() {
            let line = line.trim();
            if line.starts_with("//") {
                continue;
            }
            for bad in [
                ".unwrap()",
                ".expect(",
                "panic!(",
                "todo!(",
                "unimplemented!(",
                "dbg!(",
            ] {
                assert!(!line.contains(bad), "{}:{}: {bad}", path.display(), n + 1);
            }
        }
    }
}

#[test]
fn checks_are_in_the_table_of_contents() {
    let contents = text(Path::new("src/checks.rs"));
    for path in files("src/checks", "rs") {
        let name = path
            .file_stem()
            .expect("name")
            .to_string_lossy()
            .into_owned();
        assert!(
            contents.contains(&format!("mod {name};")),
            "checks.rs has no `mod {name};`"
        );
    }
}

/// Words that would pass a judgement that nobody here can pass.
#[test]
fn nothing_says_what_only_a_court_could_say() {
    let words = beleg::report::words::FORBIDDEN;
    // a vendor's own claim, recognised as no basis
    let quoted = [
        "src/data/basis.rs",
        "src/data/basis",
        "src/checks/lawful_basis.rs",
        // the list itself
        "src/report/words.rs",
    ];
    let mut all = files("src", "rs");
    all.extend(files("policies", "toml"));
    for path in all {
        if quoted.iter().any(|q| path.starts_with(q)) {
            continue;
        }
        let lower = text(&path).to_lowercase();
        for w in words {
            assert!(!lower.contains(w), "{} says “{w}”", path.display());
        }
    }
}
