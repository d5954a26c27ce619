//! The same cause has the same exit code, whatever the format, the language and the width; and the same inputs give the
//! same bytes, on any number of threads. Streams that end early or are full.

use std::process::{Command, Output, Stdio};

/// A list of the fixtures with its dossier, as of their day.
const AUDITS: [(&str, &[&str]); 7] = [
    (
        "0",
        &[
            "audit",
            "testdata/lists/honest-vendor/kontakte_maschinenbau_2026-10.csv",
            "-d",
            "testdata/lists/honest-vendor/dossier.toml",
            "--as-of",
            "2026-11-23",
        ],
    ),
    (
        "0",
        &[
            "audit",
            "testdata/lists/webinar-doi/webinar_leads.csv",
            "-d",
            "testdata/lists/webinar-doi/dossier.toml",
            "--as-of",
            "2026-11-23",
        ],
    ),
    (
        "1",
        &[
            "audit",
            "testdata/lists/broker-bdsg/ADRESSEN_2026.CSV",
            "-d",
            "testdata/lists/broker-bdsg/dossier.toml",
            "--as-of",
            "2026-11-23",
        ],
    ),
    (
        "3",
        &[
            "audit",
            "testdata/lists/bare-export/contacts-export.xlsx",
            "--as-of",
            "2026-11-23",
        ],
    ),
    ("2", &["audit", "no-such-list.csv"]),
    (
        "2",
        &[
            "audit",
            "testdata/lists/expected.json",
            "-p",
            "no-such-policy",
        ],
    ),
    ("2", &["explain", "no-such-topic"]),
];

fn beleg(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beleg"));
    command
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .env("TERM", "xterm");
    command
}

fn run(arguments: &[&str]) -> Output {
    beleg(arguments).output().unwrap()
}

#[test]
fn a_cause_has_one_exit_code_in_every_form() {
    for (expected, arguments) in AUDITS {
        for form in [
            &[][..],
            &["-q"],
            &["-v"],
            &["--format", "json"],
            &["--format", "ndjson"],
            &["--format", "markdown"],
            &["--format", "csv"],
            &["--lang", "de"],
            &["--width", "120", "--color", "always"],
            &["--threads", "1"],
        ] {
            let all = [arguments, form].concat();
            let out = run(&all);
            assert_eq!(out.status.code().unwrap().to_string(), expected, "{all:?}");
            if expected == "2" {
                assert!(
                    out.stdout.is_empty(),
                    "{all:?}: errors go to standard error"
                );
                assert!(!out.stderr.is_empty(), "{all:?}");
            } else {
                assert!(!out.stdout.is_empty(), "{all:?}");
            }
        }
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes_on_any_number_of_threads() {
    let (_, arguments) = AUDITS[0];
    for form in [
        &["--format", "json"][..],
        &["--format", "ndjson"],
        &["--format", "markdown"],
        &["--format", "csv"],
        &["--all", "--width", "120"],
    ] {
        let outputs =
            ["1", "2", "8"].map(|n| run(&[arguments, form, &["--threads", n]].concat()).stdout);
        assert_eq!(outputs[0], outputs[1]);
        assert_eq!(outputs[1], outputs[2]);
    }
}

#[test]
fn json_on_standard_output_is_one_object_and_its_exit_is_the_process_s() {
    for (expected, arguments) in AUDITS.iter().filter(|(e, _)| *e != "2") {
        let out = run(&[arguments, &["--format", "json"][..]].concat());
        let report: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(report["exit"].to_string(), *expected);
        assert_eq!(report["schema"], "beleg.report/1");
    }
}

#[test]
fn a_closed_pipe_ends_silently_and_a_full_disk_does_not() {
    let mut child = beleg(&["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(0));
    assert!(out.stderr.is_empty());

    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let out = beleg(&["explain"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("BEL-O001"));
}

#[test]
fn no_output_holds_an_escape_or_a_colour_unless_asked() {
    let (_, arguments) = AUDITS[0];
    let plain = run(arguments).stdout;
    assert!(!plain.contains(&0x1b));
    let coloured = run(&[arguments, &["--color", "always"][..]].concat()).stdout;
    assert!(coloured.contains(&0x1b));
}
