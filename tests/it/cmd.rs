//! Every command and its main errors as transcripts. `TRYCMD=overwrite cargo test --test it cmd` writes them anew, with
//! `[..]` where every run differs; what changed is then read in the diff.

#[test]
fn transcripts() {
    run("tests/cmd", "xterm").unwrap();
}

#[test]
fn transcripts_of_a_terminal_that_bears_ascii_only() {
    run("tests/cmd/ascii", "dumb").unwrap();
}

fn run(folder: &str, terminal: &str) -> std::io::Result<()> {
    trycmd::TestCases::new()
        .env("LC_ALL", "C.UTF-8")
        .env("TERM", terminal)
        .env("NO_COLOR", "1")
        .case(format!("{folder}/*.trycmd"))
        .run();
    if std::env::var("TRYCMD").as_deref() != Ok("overwrite") {
        return Ok(());
    }
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|e| e == "trycmd") {
            let text = std::fs::read_to_string(&path)?;
            let lines: Vec<String> = text.lines().map(elided).collect();
            std::fs::write(&path, lines.join("\n") + "\n")?;
        }
    }
    Ok(())
}

/// What is new in every run, or with every census: keys, clocks, seconds, record numbers, digests of our own texts.
fn elided(line: &str) -> String {
    for start in ["MCowBQYDK2VwAyEA", "ssh-ed25519 AAAA"] {
        if line.starts_with(start) {
            return format!("{start}[..]");
        }
    }
    if line.starts_with("{\"schema\":\"beleg.report/1\"") {
        let line = between(line, "\"record\":\"", "\"");
        return between(
            &between(&line, "\"policy\":", "\"reviewBy\""),
            "\"findings\":[",
            "],\"path\"",
        );
    }
    if line.starts_with("{\"kind\":\"finding\"") {
        return between(line, "\"line\":", ",\"withhold\"");
    }
    if let Some((head, rest)) = line.split_once(".tsv:") {
        // lines of the reference tables move
        let rest = rest.trim_start_matches("[..]");
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        return format!("{head}.tsv:[..]{rest}");
    }
    if line.ends_with(".sigstore.json") {
        // named after a key
        return between(&between(line, "/audit.", ".sig"), "/vsa.", ".sig");
    }
    let words: Vec<&str> = line.split(' ').collect();
    let hex = |w: &str, n| w.len() == n && w.bytes().all(|b| b.is_ascii_hexdigit());
    if words.len() == 16 && words.iter().all(|w| hex(w, 4)) {
        return "[..]".to_owned();
    }
    let number = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    let mut out: Vec<String> = Vec::new();
    for (i, w) in words.iter().enumerate() {
        let before = i.checked_sub(1).map(|b| words[b]);
        let seconds = w
            .split_once(['.', ','])
            .is_some_and(|(a, b)| number(a) && b.len() == 2 && number(b));
        let moment = w.trim_end_matches(',');
        let moment = moment.len() == 20 && moment.ends_with('Z') && moment.contains('T');
        out.push(match *w {
            w if w.starts_with("SHA256:") && w.len() == 50 => "SHA256:[..]".to_owned(),
            w if w.starts_with("B-") && w.trim_end_matches(',').len() == 21 => {
                format!("B-[..]{}", &w[21..])
            }
            w if hex(w, 64) => "[..]".to_owned(),
            w if moment && words[0] != "$" => w.replace(w.trim_end_matches(','), "[..]"),
            _ if seconds && words.get(i + 1) == Some(&"s") => "[..]".to_owned(),
            w if matches!(before, Some("line" | "Zeile")) && number(w) => "[..]".to_owned(),
            w => w.to_owned(),
        });
    }
    out.join(" ")
}

/// `[..]` in place of what stands between two marks.
fn between(line: &str, from: &str, to: &str) -> String {
    let parts = line.split_once(from).and_then(|(before, rest)| {
        let end = rest.find(to)?;
        Some(format!("{before}{from}[..]{}", &rest[end..]))
    });
    parts.unwrap_or_else(|| line.to_owned())
}

#[test]
fn only_what_differs_is_elided() {
    assert_eq!(
        elided("2/5 audited     119 clauses, 1.35 s"),
        "2/5 audited     119 clauses, [..] s"
    );
    assert_eq!(
        elided("Record        B-WK30-DQ8G-KKJ8-E26T   x"),
        "Record        B-[..]   x"
    );
    assert_eq!(
        elided("Rows 4,916 of 5,000, 4.8% s"),
        "Rows 4,916 of 5,000, 4.8% s"
    );
}

/// Without a folder `*.out` beside it a transcript runs in `*.in` itself and leaves there what it writes.
#[test]
fn transcripts_run_in_a_copy_of_their_folder() {
    for file in std::fs::read_dir("tests/cmd").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "in") {
            assert!(path.with_extension("out").is_dir(), "{}", path.display());
        }
    }
}
