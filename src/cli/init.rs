//! `beleg init`: the files that an audit is run with, each saying what is to be filled in. What it writes is accepted as
//! it stands. Nothing is ever written over, and no key is made.

use std::path::{Path, PathBuf};

use unicode_width::UnicodeWidthStr as _;

use super::{Format, Globals, next};
use crate::base::code::{output, usage};
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::base::file::{self, Write};
use crate::base::label::Label;
use crate::base::lang::Lang;
use crate::base::splice::Value;
use crate::record::dossier::is_slug;
use crate::record::policy::Policy;
use crate::text;

/// Start a folder: dossier, a policy to adapt, trust
///
/// Writes dossier.toml, policies/NAME.toml and trust/trust.toml,
/// with --list also mapping.toml. Comments say what to
/// fill in. Existing files are never replaced, and no key is made.
///
/// Examples:
///   beleg init
///   beleg init purchase --list leads.xlsx --vendor musterdaten \
///     --buyer "Beispiel Maschinenbau AG"
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The folder; it is made if it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// The shipped policy that is copied
    #[arg(short, long, value_name = "NAME", default_value = super::policy_file::DEFAULT)]
    policy: String,
    /// A list for which a mapping is proposed
    #[cfg(feature = "engine")]
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// The vendor's short name: a-z, 0-9, . _ -
    #[arg(long, value_name = "NAME")]
    vendor: Option<String>,
    /// A name of the buyer
    #[arg(long, value_name = "NAME")]
    buyer: Vec<String>,
}

/// A file to be written, by its path in the folder.
struct Made {
    name: String,
    text: String,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        self.names()?;
        let files = self.files(globals)?;
        self.free(&files)?;
        self.write(&files)?;
        globals.print(&match globals.format {
            Format::Json => self.json(&files),
            _ => globals.look.finish(self.human(&files, globals.lang)),
        })?;
        Ok(0)
    }

    /// # Errors
    /// Names that no record may carry.
    fn names(&self) -> Result<()> {
        let mut errors = Vec::new();
        if let Some(vendor) = self.vendor.as_deref().filter(|v| !is_slug(v)) {
            let shown = printable(vendor);
            let error = Error::new(
                &usage::LABEL_UNFIT,
                text!(
                    "`--vendor {shown}` is not a short name of a-z, 0-9, . _ -",
                    "`--vendor {shown}` ist kein kurzer Name aus a-z, 0-9, . _ -"
                ),
            );
            let short = short(vendor);
            errors.push(match is_slug(&short) {
                true => error.help(text!("`--vendor {short}`", "`--vendor {short}`")),
                false => error,
            });
        }
        for _ in self.buyer.iter().filter(|b| Label::new(b).is_none()) {
            errors.push(Error::new(
                &usage::LABEL_UNFIT,
                text!(
                    "the name after `--buyer` may not stand in a record",
                    "der Name nach `--buyer` darf in keinem Beleg stehen"
                ),
            ));
        }
        match errors.is_empty() {
            true => Ok(()),
            false => Err(Errors(errors)),
        }
    }

    fn files(&self, globals: &Globals) -> Result<Vec<Made>> {
        let lang = globals.lang;
        let policy = self.shipped()?;
        let copy = format!("policies/{}.toml", self.policy);
        let vendor = self.vendor.as_deref();
        let said = |key: &str, value: Option<Value>, example: &str| match value {
            Some(value) => format!("{key} = {value}"),
            None => format!("# {key} = {example}"),
        };
        let buyer = (!self.buyer.is_empty())
            .then(|| Value::from_iter(self.buyer.iter().map(String::as_str)));
        let texts = match lang {
            Lang::En => TEXTS_EN,
            Lang::De => TEXTS_DE,
        };
        let made = |name: &str, text: String| Made {
            name: name.to_owned(),
            text,
        };
        let dossier = texts[0]
            .replace(
                "{vendor}",
                &said("vendor", vendor.map(Value::from), "\"musterdaten\""),
            )
            .replace(
                "{buyer}",
                &said("names", buyer, "[\"Beispiel Maschinenbau AG\"]"),
            );
        #[cfg_attr(
            not(feature = "engine"),
            allow(unused_mut, reason = "a mapping needs the list's cells")
        )]
        let mut all = vec![
            made("dossier.toml", dossier),
            // as it is shipped, to the byte: records name it as such until somebody changes it
            made(&copy, policy.to_owned()),
            made(
                "trust/trust.toml",
                texts[1].replace("{vendor}", vendor.unwrap_or("musterdaten")),
            ),
        ];
        #[cfg(feature = "engine")]
        if let Some(list) = &self.list {
            all.push(made(
                "mapping.toml",
                mapping(list, policy, &self.policy, globals)?,
            ));
        }
        Ok(all)
    }

    fn shipped(&self) -> Result<&'static str> {
        if let Some(text) = Policy::shipped(&self.policy) {
            return Ok(text);
        }
        let shown = printable(&self.policy);
        let error = Error::new(
            &usage::POLICY_UNKNOWN,
            text!(
                "no shipped policy `{shown}`",
                "kein mitgeliefertes Regelwerk `{shown}`"
            ),
        );
        let names: Vec<&str> = Policy::shipped_names().collect();
        let all = names.join(", ");
        Err(match nearest(&self.policy, names) {
            Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
            None => error.help(text!("shipped: {all}", "mitgeliefert: {all}")),
        }
        .into())
    }

    /// # Errors
    /// Every file that is there already, before anything is written.
    fn free(&self, files: &[Made]) -> Result<()> {
        if self.dir.exists() && !self.dir.is_dir() {
            return Err(Error::new(
                &output::INIT_CONFLICT,
                text!("is no folder", "ist kein Ordner"),
            )
            .at(Place::file(printable(&self.dir.display().to_string())))
            .into());
        }
        let there = |f: &&Made| self.dir.join(&f.name).symlink_metadata().is_ok();
        let mut errors: Vec<Error> = files
            .iter()
            .filter(there)
            .map(|f| {
                let message = text!(
                    "exists already; nothing was written",
                    "gibt es schon; es wurde nichts geschrieben"
                );
                Error::new(&output::INIT_CONFLICT, message)
                    .at(Place::file(printable(&self.path(&f.name))))
            })
            .collect();
        if errors.is_empty() {
            return Ok(());
        }
        if let Some(last) = errors.last_mut() {
            last.help.push(text!(
                "`beleg init DIR` starts another folder",
                "`beleg init ORDNER` legt einen anderen Ordner an"
            ));
        }
        Err(Errors(errors))
    }

    /// Writes all files or, if one fails, none.
    fn write(&self, files: &[Made]) -> Result<()> {
        let mut written: Vec<PathBuf> = Vec::new();
        for file in files {
            let path = self.dir.join(&file.name);
            let folder = path.parent().unwrap_or(&self.dir);
            let done = std::fs::create_dir_all(folder)
                .map_err(|e| file::write_error(folder, &e))
                .and_then(|()| file::write(&path, file.text.as_bytes(), Write::default()));
            if let Err(e) = done {
                for path in written {
                    let _ = std::fs::remove_file(path);
                }
                return Err(e.into());
            }
            written.push(path);
        }
        Ok(())
    }

    fn path(&self, name: &str) -> String {
        let joined = match self.dir == Path::new(".") {
            true => PathBuf::from(name),
            false => self.dir.join(name),
        };
        joined.display().to_string()
    }

    /// What to run next: the audit, and the key that is made by nobody else.
    fn commands(&self) -> Vec<String> {
        #[cfg(feature = "engine")]
        let list = self.list.as_ref().map(|p| p.display().to_string());
        #[cfg(not(feature = "engine"))]
        let list: Option<String> = None;
        let mut all = Vec::new();
        let policy = self.path(&format!("policies/{}.toml", self.policy));
        let dossier = self.path("dossier.toml");
        match &list {
            Some(list) => {
                let mapping = self.path("mapping.toml");
                all.push(next::command([
                    "map", list, "-m", &mapping, "-p", &policy, "--check",
                ]));
                all.push(next::command([
                    "audit", list, "-m", &mapping, "-p", &policy, "-d", &dossier,
                ]));
            }
            None => all.push(next::command([
                "audit", "LIST", "-p", &policy, "-d", &dossier,
            ])),
        }
        all.push(next::command(["key", "new", "-o", &self.path("audit.pem")]));
        all
    }

    fn human(&self, files: &[Made], lang: Lang) -> String {
        let mut out = String::new();
        let shown = |made: &Made| printable(&self.path(&made.name));
        let width = files.iter().map(|f| shown(f).width()).max().unwrap_or(0);
        for made in files {
            let what = match (lang, &made.name[..]) {
                (Lang::En, "dossier.toml") => "your side: names, plan, papers; fill it in",
                (Lang::De, "dossier.toml") => {
                    "Ihre Seite: Namen, Plan, Unterlagen; bitte ausfüllen"
                }
                (Lang::En, "trust/trust.toml") => "whose signatures count; nothing acts yet",
                (Lang::De, "trust/trust.toml") => "wessen Unterschriften zählen; noch gilt nichts",
                (Lang::En, "mapping.toml") => "which header is which column; correct it",
                (Lang::De, "mapping.toml") => {
                    "welche Überschrift welche Spalte ist; bitte berichtigen"
                }
                (Lang::En, _) => "the policy, to adapt; once changed, give it its own id",
                (Lang::De, _) => "das Regelwerk, zum Anpassen; geändert braucht es eine eigene id",
            };
            let path = shown(made);
            let gap = " ".repeat(width - path.width());
            out.push_str(&format!("{path}{gap}   {what}\n"));
        }
        let (then, key) = match lang {
            Lang::En => ("Next", "No key was made. To sign:"),
            Lang::De => (
                "Weiter",
                "Es wurde kein Schlüssel erzeugt. Zum Unterschreiben:",
            ),
        };
        let commands = self.commands();
        let (last, first) = commands
            .split_last()
            .map_or(("", &commands[..]), |(l, f)| (l.as_str(), f));
        out.push('\n');
        for (n, command) in first.iter().enumerate() {
            let label = if n == 0 { then } else { "" };
            out.push_str(&format!("{label:<8}{command}\n"));
        }
        out.push_str(&format!("\n{key}\n{:8}{last}\n", ""));
        out
    }

    fn json(&self, files: &[Made]) -> String {
        #[derive(serde::Serialize)]
        struct Wire {
            schema: &'static str,
            written: Vec<String>,
            next: Vec<String>,
        }
        let wire = Wire {
            schema: "beleg.init/1",
            written: files.iter().map(|f| self.path(&f.name)).collect(),
            next: self.commands(),
        };
        serde_json::to_string(&wire).unwrap_or_default() + "\n"
    }
}

/// The mapping that `beleg map -o` would propose.
#[cfg(feature = "engine")]
fn mapping(list: &PathBuf, policy: &str, name: &str, globals: &Globals) -> Result<String> {
    use super::map::{Survey, proposal};
    use crate::checks::CATALOGUE;
    use crate::data::source::{ReadOptions, Source};

    let policy = Policy::parse(name, policy, CATALOGUE)?;
    let source = Source::open(std::slice::from_ref(list), &ReadOptions::default(), &[])?.whole();
    Ok(proposal(
        &Survey::of(list, &source, &policy, globals)?,
        globals.lang,
    ))
}

/// A name in the letters that a short name may have.
fn short(name: &str) -> String {
    let lower = name
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss");
    let mut out = String::new();
    for c in lower.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches(['-', '.']).to_owned()
}

/// Configuration, dossier, trust.
const TEXTS_EN: [&str; 2] = [
    include_str!("init/dossier.en.toml"),
    include_str!("init/trust.en.toml"),
];
const TEXTS_DE: [&str; 2] = [
    include_str!("init/dossier.de.toml"),
    include_str!("init/trust.de.toml"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CATALOGUE;
    use crate::proof::keys::{FileSigner, Signer as _};
    use crate::proof::trust::Trust;
    use crate::record::dossier::resolve;

    /// A template with every example taken at its word: lines of prose stay comments.
    fn uncommented(text: &str) -> String {
        let acts = |line: &str| {
            let key = line.split(" = ").next().unwrap_or_default();
            let plain = |c: char| c.is_ascii_lowercase() || c == '-' || c == '_';
            line.starts_with('[') || (line.contains(" = ") && key.chars().all(plain))
        };
        let line = |l: &str| match l.strip_prefix("# ").filter(|rest| acts(rest)) {
            Some(rest) => format!("{rest}\n"),
            None => format!("{l}\n"),
        };
        text.replace("{vendor}:", "musterdaten:")
            .replace("{vendor}\n", "# vendor = \"musterdaten\"\n")
            .replace("{buyer}", "# names = [\"Beispiel Maschinenbau AG\"]")
            .lines()
            .map(line)
            .collect()
    }

    #[test]
    fn every_example_in_a_template_is_sound() {
        for texts in [TEXTS_EN, TEXTS_DE] {
            let dossier = uncommented(texts[0]);
            // its declaration would be another file
            let dossier: String = dossier
                .lines()
                .filter(|l| !l.starts_with("declaration"))
                .map(|l| format!("{l}\n"))
                .collect();
            let (read, _) = resolve(None, Some(("dossier.toml", &dossier)), &|_| None, CATALOGUE)
                .unwrap_or_else(|e| panic!("{e:?}"));
            assert_eq!((read.reviews.len(), read.answers.len()), (1, 1));
            assert!(read.received.is_some() && read.buyer.channels.is_some());

            let trust = uncommented(texts[1]);
            let pem = FileSigner::generate().expect("a key").public().pem();
            Trust::parse("trust.toml", &trust, &|_| Ok(pem.clone().into_bytes()))
                .unwrap_or_else(|e| panic!("{e:?}"));
        }
    }

    #[test]
    fn a_short_name_is_suggested() {
        assert_eq!(
            short("Musterdaten Kontakthandel GmbH"),
            "musterdaten-kontakthandel-gmbh"
        );
        assert_eq!(short("Müller & Söhne"), "mueller-soehne");
        assert_eq!(short("日本"), "");
    }
}
