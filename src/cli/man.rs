//! `beleg man`: the manual, one page per command, made from the same tree as the help.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::Globals;
use crate::base::code::output;
use crate::base::error::{Error, Result};
use crate::base::file::{self, Write};
use crate::text;

/// When the texts of the help were last gone through.
const DAY: &str = "2026-11-24";
/// What the renderer of clap writes before every section: how an apostrophe is drawn.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// Write the manual: beleg.1 to standard output, or one page per command into a folder
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg man | man -l -
  beleg man -o ~/.local/share/man/man1")]
pub struct Args {
    /// The folder for all pages
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace existing pages
    #[arg(long, requires = "output")]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let pages = pages()?;
        let Some(folder) = &self.output else {
            globals.print(&pages["beleg.1"])?;
            return Ok(0);
        };
        std::fs::create_dir_all(folder).map_err(|e| file::write_error(folder, &e))?;
        let how = Write {
            force: self.force,
            private: false,
        };
        if !self.force {
            // all of them, or none
            let there = pages.keys().map(|n| folder.join(n)).find(|p| p.exists());
            if let Some(path) = there {
                return Err(file::exists(&path).into());
            }
        }
        for (name, page) in &pages {
            file::write(&folder.join(name), page.as_bytes(), how)?;
        }
        Ok(0)
    }
}

/// Every page by its file's name.
fn pages() -> Result<BTreeMap<String, String>> {
    let mut tree = super::command().disable_help_subcommand(true);
    tree.build();
    let mut out = BTreeMap::new();
    collect(&tree, &mut out).map_err(|_| {
        Error::new(
            &output::WRITE_FAILED,
            text!(
                "a page could not be made",
                "eine Seite ließ sich nicht erzeugen"
            ),
        )
    })?;
    Ok(out)
}

fn collect(command: &Command, out: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for sub in command.get_subcommands() {
        collect(sub, out)?;
    }
    let name = command.get_display_name().unwrap_or(command.get_name());
    out.insert(format!("{name}.1"), page(command, name)?);
    Ok(())
}

/// Name, synopsis, description, options, commands; examples and tables stand as they are, line by line.
fn page(command: &Command, name: &str) -> std::io::Result<String> {
    let version = concat!("beleg ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).date(DAY).source(version);
    let long = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
    let about = long(command.get_long_about().or(command.get_about())).unwrap_or_default();
    let after = long(command.get_after_long_help().or(command.get_after_help()));
    let about = Parts::of(&about);
    let after = Parts::of(&after.unwrap_or_default());

    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    let mut roff = Roff::default();
    roff.control("SH", ["DESCRIPTION"]);
    running(&mut roff, &[about.running, after.running].concat());
    roff.to_writer(&mut out)?;
    if command.get_arguments().any(|a| !a.is_hide_set()) {
        man.render_options_section(&mut out)?;
    }
    if command.get_subcommands().next().is_some() {
        man.render_subcommands_section(&mut out)?;
    }
    let mut roff = Roff::default();
    for (heading, lines) in about.sections.iter().chain(&after.sections) {
        let heading = heading.to_uppercase();
        roff.control("SH", [heading.as_str()]);
        roff.control("nf", []);
        for line in lines {
            roff.text([roman(line.as_str())]);
        }
        roff.control("fi", []);
    }
    if name != "beleg" {
        roff.control("SH", ["SEE ALSO"]);
        roff.text([bold("beleg"), roman("(1)")]);
    }
    roff.to_writer(&mut out)?;
    let text = String::from_utf8_lossy(&out).replace(PREAMBLE, "");
    // breaks around an empty line are one empty line
    let text = text.replace(".br\n\n.br\n", ".sp\n").replace(" \n", "\n");
    Ok(format!("{PREAMBLE}{}", in_ascii(&text)))
}

/// Other characters by their number, which every reader of pages understands in every locale.
fn in_ascii(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if c.is_ascii() {
            out.push(c);
        } else {
            out.push_str(&format!("\\[u{:04X}]", u32::from(c)));
        }
        out
    })
}

/// A text of the help: paragraphs, and headed lists such as `Examples:` whose lines are indented.
#[derive(Default)]
struct Parts {
    running: Vec<String>,
    sections: Vec<(String, Vec<String>)>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut open = true;
        for line in text.lines() {
            let next = match line.strip_prefix("  ") {
                Some(indented) if !parts.sections.is_empty() => {
                    if let Some((_, lines)) = parts.sections.last_mut() {
                        lines.push(indented.to_owned());
                    }
                    continue;
                }
                _ => line.trim(),
            };
            match next.strip_suffix(':') {
                Some(heading) if !heading.contains(' ') || heading == "Exit codes" => {
                    parts.sections.push((heading.to_owned(), Vec::new()));
                }
                _ if next.is_empty() => open = true,
                _ if open => {
                    parts.running.push(next.to_owned());
                    open = false;
                }
                _ => {
                    if let Some(last) = parts.running.last_mut() {
                        last.push(' ');
                        last.push_str(next);
                    }
                }
            }
        }
        parts
    }
}

fn running(roff: &mut Roff, paragraphs: &[String]) {
    for (at, text) in paragraphs.iter().enumerate() {
        if at > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(text.as_str())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_what_its_help_says() {
        fn walk(command: &Command, pages: &BTreeMap<String, String>, seen: &mut usize) {
            for sub in command.get_subcommands() {
                walk(sub, pages, seen);
            }
            let name = command.get_display_name().unwrap_or(command.get_name());
            let page = &pages[&format!("{name}.1")];
            for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"] {
                assert!(page.contains(&format!(".SH {heading}\n")), "{name}");
            }
            assert!(command.get_about().is_some(), "{name} is not described");
            for a in command.get_arguments().filter(|a| !a.is_hide_set()) {
                assert!(
                    a.get_help().is_some(),
                    "{name}: {} is not described",
                    a.get_id()
                );
                if let Some(long) = a.get_long() {
                    let option = format!("\\-\\-{}", long.replace('-', "\\-"));
                    assert!(page.contains(&option), "{name}: {long}");
                }
            }
            if command.get_subcommands().next().is_none() {
                assert!(page.contains(".SH EXAMPLE"), "{name}");
            }
            *seen += 1;
        }
        let pages = pages().expect("pages");
        let mut tree = super::super::command().disable_help_subcommand(true);
        tree.build();
        let mut seen = 0;
        walk(&tree, &pages, &mut seen);
        assert_eq!(seen, pages.len());
        assert!(pages["beleg.1"].contains("EXIT CODES"));
    }
}
