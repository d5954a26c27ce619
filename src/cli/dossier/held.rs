//! A dossier that is worked on: read whole and found sound, changed as text, read again as every other command will read
//! it, and only then written. One that has slips is told them all and is not touched.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::base::clock::Day;
use crate::base::code::dossier as code;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::base::file;
use crate::base::lang::Lang;
use crate::cli::papers::{Shelf, Texts, read};
use crate::record::dossier::Dossier;
use crate::text;

/// The name without `-d`.
pub const DEFAULT: &str = "dossier.toml";

/// Where the dossier lies.
#[derive(clap::Args)]
#[group(skip)]
pub struct Where {
    /// The dossier [default: dossier.toml]
    #[arg(
        short,
        long,
        value_name = "FILE",
        env = "BELEG_DOSSIER",
        hide_env_values = true
    )]
    dossier: Option<PathBuf>,
}

#[cfg(test)]
impl Where {
    pub fn file(path: &Path) -> Self {
        Self {
            dossier: Some(path.to_owned()),
        }
    }
}

/// What becomes of a dossier that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// It is an error.
    Refused,
    /// The file without `-d` may be missing: then there is no dossier yet.
    Nothing,
    /// It is begun.
    Begun,
}

/// A dossier with everything that it names.
pub struct Held {
    pub path: PathBuf,
    /// As it stands in the file, or as it will begin.
    pub text: String,
    /// Whether the file is there.
    pub exists: bool,
    pub dossier: Dossier,
    /// The vendor's declaration, its name and text, if the dossier names one.
    pub declaration: Option<(String, String)>,
    pub warnings: Vec<Error>,
    as_of: Day,
    shelf: Shelf,
}

impl Held {
    /// Reads the dossier and what it names.
    ///
    /// # Errors
    /// All slips of the file, at once.
    pub fn open(at: &Where, absent: Absent, as_of: Day, lang: Lang) -> Result<Self> {
        let path = at.dossier.clone().unwrap_or_else(|| DEFAULT.into());
        let allowed = match absent {
            Absent::Refused => false,
            Absent::Nothing => at.dossier.is_none(),
            Absent::Begun => true,
        };
        let exists = path.symlink_metadata().is_ok() || !allowed;
        let text = match exists {
            true => read(&path, &code::DOSSIER_SYNTAX)?.1,
            false => head(lang).to_owned(),
        };
        let mut held = Self {
            path,
            text: String::new(),
            exists,
            dossier: Dossier::default(),
            declaration: None,
            warnings: Vec::new(),
            as_of,
            shelf: Shelf::default(),
        };
        held.take(text)?;
        Ok(held)
    }

    /// The name of the file as messages show it.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Reads a text in place of the present one.
    fn take(&mut self, text: String) -> Result<()> {
        let texts = Texts::of(Some((self.name(), text)), None)?;
        (self.dossier, self.warnings) = texts.resolve(self.as_of, &self.shelf)?;
        self.declaration = texts.declaration;
        self.text = texts.dossier.map(|(_, text)| text).unwrap_or_default();
        Ok(())
    }

    /// Writes `text` in place of the present one, if it reads as a dossier. The file is replaced whole or not at all.
    ///
    /// # Errors
    /// What is wrong with what was added, without a place, since it stands in no file yet; the file was changed
    /// meanwhile; it cannot be written.
    pub fn write(&mut self, text: String) -> Result<()> {
        let before = self.text.clone();
        let name = self.name();
        self.take(text).map_err(|errors| placeless(errors, &name))?;
        let now = match self.exists {
            true => Some(read(&self.path, &code::DOSSIER_SYNTAX)?.1),
            false => None,
        };
        if now.is_some_and(|now| now != before) {
            let message = text!(
                "the dossier was changed meanwhile",
                "das Dossier wurde inzwischen geändert"
            );
            let place = Place::file(printable(&self.name()));
            return Err(Error::new(&code::DOSSIER_TOUCHED, message).at(place).into());
        }
        // a file that its owner closed to others stays closed
        let mode = fs::metadata(&self.path).map(|m| m.permissions().mode());
        let how = file::Write {
            force: self.exists,
            private: mode.is_ok_and(|m| m & 0o077 == 0),
        };
        file::write(&self.path, self.text.as_bytes(), how)?;
        self.exists = true;
        Ok(())
    }
}

/// Errors without their place in the dossier: the text that they are about stands in no file.
fn placeless(errors: Errors, dossier: &str) -> Errors {
    let without = |e: Error| {
        let at = e.at.filter(|at| at.file != dossier);
        Error { at, ..e }
    };
    Errors(errors.0.into_iter().map(without).collect())
}

/// How a dossier begins.
const fn head(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "# The buyer's dossier of one delivery. `beleg dossier` writes it; it may be edited by hand as well.
# What you buy and who you are, such as:
#   beleg dossier answer delivery --value 2026-10
#   beleg dossier answer buyer.names --value \"Beispiel Maschinenbau AG\"
# What is still missing:
#   beleg dossier status
"
        }
        Lang::De => {
            "# Das Dossier des Käufers zu einer Lieferung. `beleg dossier` schreibt es; von Hand geht es auch.
# Was Sie kaufen und wer Sie sind, etwa:
#   beleg dossier answer delivery --value 2026-10
#   beleg dossier answer buyer.names --value \"Beispiel Maschinenbau AG\"
# Was noch fehlt:
#   beleg dossier status
"
        }
    }
}

/// A path of the user's as the dossier writes it: seen from the dossier's folder, with slashes.
///
/// # Errors
/// The path is no UTF-8, or does not lead to the file from there.
pub fn written(dossier: &Path, file: &Path, shelf: &Shelf) -> Result<String> {
    let unfit = || {
        let message = text!(
            "the dossier cannot name this path",
            "diesen Pfad kann das Dossier nicht nennen"
        );
        let place = Place::file(printable(&file.display().to_string()));
        Errors::from(Error::new(&code::DOSSIER_PATH, message).at(place))
    };
    let given = file.to_str().ok_or_else(unfit)?;
    let parent = dossier.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = parent.unwrap_or(Path::new("."));
    let name = dossier.to_str().ok_or_else(unfit)?;
    let absolute = |p: &Path| std::path::absolute(p).ok();
    let near = absolute(folder)
        .zip(absolute(file))
        .and_then(|(from, to)| relative(&from, &to));
    let whole = absolute(file).and_then(|p| p.to_str().map(str::to_owned));
    let right = shelf.digest(given).ok_or_else(unfit)?;
    // through links a path may lead elsewhere than its words say: only one that arrives is written
    let arrives = |p: &String| {
        let seen = crate::record::dossier::beside(name, p);
        shelf.digest(&seen) == Some(right)
    };
    let found = near.into_iter().chain(whole).find(arrives);
    found.ok_or_else(unfit)
}

/// `to` seen from the folder `from`, if both have more in common than the root.
fn relative(from: &Path, to: &Path) -> Option<String> {
    let parts = |p: &Path| -> Option<Vec<String>> {
        let mut out: Vec<String> = Vec::new();
        for part in p.components() {
            match part {
                std::path::Component::Normal(n) => out.push(n.to_str()?.to_owned()),
                std::path::Component::ParentDir => {
                    out.pop();
                }
                _ => {}
            }
        }
        Some(out)
    };
    let (from, to) = (parts(from)?, parts(to)?);
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if same == 0 && !from.is_empty() {
        return None;
    }
    let up = std::iter::repeat_n("..", from.len() - same);
    let down = to[same..].iter().map(String::as_str);
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dossier that somebody wrote by hand, with an entry of each kind put in: what it said before it still says.
    #[test]
    fn a_hand_written_dossier_takes_entries_and_says_what_it_said() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/declarations");
        let path = folder.join("dossier.toml");
        let at = Where::file(&path);
        let mut held = Held::open(&at, Absent::Refused, Day(20_780), Lang::En).expect("a dossier");
        let before = (held.text.clone(), held.dossier.clone());
        let entries = [
            ("document", "path = \"a.pdf\"\nkinds = [\"dpia\"]"),
            ("item", "path = \"b.pdf\"\nkind = \"channel-plan\""),
            (
                "answer",
                "fact = \"gdpr.channels\"\nvalue = [\"post\"]\nby = \"buyer\"",
            ),
            (
                "review",
                "check = \"lia-scope\"\ndocument = \"post/GDPR-Paket.pdf\"\nanswer = \"internal-only\"\nby = \"dpo\"\nat = 2026-11-20",
            ),
        ];
        let mut text = held.text.clone();
        for (list, keys) in entries {
            let pairs: Vec<(&str, crate::base::splice::Value)> = keys
                .lines()
                .filter_map(|l| l.split_once(" = "))
                .filter_map(|(k, v)| Some((k, crate::base::splice::value(v)?)))
                .collect();
            text = crate::base::splice::push(&text, list, &pairs).expect("pushed");
        }
        held.take(text).expect("a dossier still");
        let after = &held.dossier;
        let (old, was) = before;
        assert_eq!(after.documents.len(), was.documents.len() + 1);
        assert_eq!(after.items.len(), was.items.len() + 1);
        assert_eq!(after.answers[..was.answers.len()], was.answers[..]);
        assert_eq!(after.reviews[..was.reviews.len()], was.reviews[..]);
        assert_eq!(after.buyer, was.buyer);
        // every line stands where it stood among the others
        let mut lines = held.text.lines();
        for line in old.lines() {
            assert!(lines.any(|l| l == line), "{line}");
        }
    }

    #[test]
    fn paths_are_written_as_seen_from_the_dossier() {
        let seen = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(seen("/a/b", "/a/b/c/d.pdf").as_deref(), Some("c/d.pdf"));
        assert_eq!(seen("/a/b", "/a/x/d.pdf").as_deref(), Some("../x/d.pdf"));
        assert_eq!(seen("/a/b/../c", "/a/c/./d").as_deref(), Some("d"));
        assert_eq!(seen("/a", "/x/d.pdf"), None);
        assert_eq!(seen("/", "/x/d.pdf").as_deref(), Some("x/d.pdf"));
    }
}
