//! Completions and manual pages are accepted by the programs that read them, as far as these are on this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn beleg(arguments: &[&str]) -> Vec<u8> {
    let out = Command::new(env!("CARGO_BIN_EXE_beleg"))
        .args(arguments)
        .env_clear()
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0), "{arguments:?}");
    out.stdout
}

/// Whether a program can be started at all.
fn is_here(program: &str) -> bool {
    let started = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    started.is_ok_and(|s| s.code() != Some(127))
}

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("beleg-it-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Standard output and standard error together, and whether it went well.
fn said(program: &str, arguments: &[&str], files: &[PathBuf]) -> (bool, String) {
    let out = Command::new(program)
        .args(arguments)
        .args(files)
        .output()
        .unwrap();
    let text = [out.stdout, out.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    (out.status.success(), text)
}

#[test]
fn shells_take_their_completions() {
    let scratch = Scratch::new("completions");
    for shell in ["bash", "zsh", "fish"] {
        let path = scratch.0.join(shell);
        std::fs::write(&path, beleg(&["completions", shell])).unwrap();
        if is_here(shell) {
            let (good, text) = said(shell, &["-n"], &[path]);
            assert!(good && text.is_empty(), "{shell}: {text}");
        }
    }
    if is_here("bash") {
        let script = "source \"$1\"; COMP_WORDS=(beleg explain PER-0); COMP_CWORD=2; \
                      _beleg beleg PER-0 explain; echo ${COMPREPLY[@]}";
        let path = scratch.0.join("bash").display().to_string();
        let (good, text) = said("bash", &["-c", script, "bash", &path], &[]);
        assert!(good && text.starts_with("PER-01 PER-02 "), "{text}");
    }
    for shell in ["powershell", "elvish"] {
        assert!(beleg(&["completions", shell]).len() > 10_000);
    }
}

#[test]
fn manual_pages_are_well_formed() {
    let scratch = Scratch::new("man");
    let folder = scratch.0.join("man1");
    beleg(&["man", "-o", folder.to_str().unwrap()]);
    let mut pages: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    pages.sort();
    assert!(pages.len() > 10);
    let first = std::fs::read(folder.join("beleg.1")).unwrap();
    assert_eq!(first, beleg(&["man"]));
    if is_here("mandoc") {
        let (_, text) = said("mandoc", &["-T", "lint", "-W", "warning"], &pages);
        assert_eq!(text, "");
    }
    if is_here("groff") {
        for page in &pages {
            let arguments = ["-man", "-ww", "-z", "-Tutf8"];
            let (good, text) = said("groff", &arguments, std::slice::from_ref(page));
            let name = page.file_name().unwrap_or(Path::new("").as_os_str());
            assert!(good && text.is_empty(), "{}: {text}", name.display());
        }
    }
}
