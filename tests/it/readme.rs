//! The README is executed: its two commands are what they should be, and each command of its tour runs as it says.

use std::fs;
use std::path::Path;

use crate::binary::{Folder, beleg, root};

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("README.md")
}

/// The fenced blocks of a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = format!("\n```{language}\n");
    text.split(&fence)
        .skip(1)
        .map(|rest| rest.split("\n```").next().unwrap_or_default().to_owned())
        .collect()
}

/// One `$` line of a tour, its lines of output, and the exit code that `? n` names.
struct Step {
    args: Vec<String>,
    output: Vec<String>,
    code: i32,
}

fn steps(block: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut continued = false;
    for line in block.lines() {
        let command = line.strip_prefix("$ ").or(continued.then_some(line));
        if let Some(command) = command {
            let words = command
                .trim_end_matches('\\')
                .split_whitespace()
                .map(str::to_owned);
            if continued {
                steps.last_mut().expect("a command").args.extend(words);
            } else {
                steps.push(Step {
                    args: words.collect(),
                    output: Vec::new(),
                    code: 0,
                });
            }
            continued = command.ends_with('\\');
        } else {
            let step = steps.last_mut().expect("a command comes first");
            match line.strip_prefix("? ") {
                Some(code) => step.code = code.parse().expect("an exit code"),
                None => step.output.push(line.to_owned()),
            }
        }
    }
    steps
}

/// Whether lines were printed in this order; `...` stands for any number of lines.
fn printed(expected: &[String], found: &str) -> bool {
    let mut lines = found.lines();
    let mut skip = false;
    for line in expected {
        if line == "..." {
            skip = true;
            continue;
        }
        let hit = if skip {
            lines.any(|l| l == line)
        } else {
            lines.next() == Some(line)
        };
        if !hit {
            return false;
        }
        skip = false;
    }
    skip || lines.next().is_none()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).expect("copied");
        }
    }
}

#[test]
fn a_fresh_machine_needs_exactly_two_commands() {
    assert_eq!(blocks(&readme(), "sh"), ["cargo run -- demo", "cargo test"]);
}

#[test]
fn the_first_command_does_the_main_job() {
    let folder = Folder::new("readme-demo");
    let run = beleg(folder.path(), &["demo"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(folder.path().join("demo").is_dir());
}

#[test]
fn the_tour_runs_as_it_says() {
    let folder = Folder::new("readme-tour");
    copy(
        &root().join("testdata/lists"),
        &folder.path().join("testdata/lists"),
    );
    let blocks = blocks(&readme(), "console");
    assert!(blocks.len() >= 4, "the tour was found");
    for step in blocks.iter().flat_map(|b| steps(b)) {
        let (program, args) = step.args.split_first().expect("a program");
        assert_eq!(program, "beleg");
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let run = beleg(folder.path(), &args);
        assert_eq!(
            run.code, step.code,
            "{args:?}\n{}{}",
            run.stdout, run.stderr
        );
        assert!(
            step.output.is_empty() || printed(&step.output, &run.stdout),
            "{args:?} printed\n{}",
            run.stdout
        );
    }
}

#[test]
fn the_disclaimer_stands_word_for_word_in_both_languages() {
    let readme = readme();
    for words in [
        beleg::report::disclaimer::DISCLAIMER.en,
        beleg::report::disclaimer::DISCLAIMER.de,
    ] {
        assert!(readme.contains(words));
    }
}

#[test]
fn links_lead_somewhere() {
    for link in readme()
        .split("](")
        .skip(1)
        .filter_map(|l| l.split(')').next())
    {
        assert!(
            link.starts_with("https://") || root().join(link).exists(),
            "{link}"
        );
    }
}
