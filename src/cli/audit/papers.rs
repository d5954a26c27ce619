//! The papers of an audit: declaration, dossier, and what single options set in their place.

use std::path::PathBuf;
use std::sync::Arc;

use super::{day, label};
use crate::base::clock::Day;
use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result, printable};
use crate::base::json;
use crate::base::lang::Text;
use crate::cli::papers::read_papers;
use crate::data::suppression::{self, Lists};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::dossier::{Dossier, Suppression};
use crate::text;

#[derive(clap::Args)]
#[group(skip)]
pub struct Options {
    /// The buyer's side: names, plan, suppression lists, documents, answers, reviews, declaration
    #[arg(
        short,
        long,
        value_name = "FILE",
        env = "BELEG_DOSSIER",
        hide_env_values = true
    )]
    dossier: Option<PathBuf>,
    /// The vendor's declaration (*.beleg.toml, .yaml or .json), if the dossier names none
    #[arg(long, value_name = "FILE")]
    declaration: Option<PathBuf>,
    /// Names of the buyer, in place of the dossier's
    #[arg(long, value_name = "NAME")]
    buyer: Vec<String>,
    /// Planned channels, in place of the dossier's: email, phone, sms, auto-call, post, social
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    channel: Vec<String>,
    /// The day for which ages are judged [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// A suppression list beside those of the dossier
    #[arg(long, value_name = "FILE")]
    suppress: Vec<PathBuf>,
}

/// What the options came to.
pub struct Papers {
    pub dossier: Dossier,
    pub suppression: Arc<Lists>,
    pub warnings: Vec<Error>,
    pub as_of: Day,
    pub overrides: Vec<String>,
}

impl Options {
    /// Reads dossier and declaration, digests the documents that they name, and sets what options override.
    pub fn resolve(&self, today: Day) -> Result<Papers> {
        let as_of = match &self.as_of {
            Some(text) => day(text, "--as-of")?,
            None => today,
        };
        let (mut resolved, mut warnings) =
            read_papers(self.dossier.as_deref(), self.declaration.as_deref(), as_of)?;
        let overrides = self.set(&mut resolved)?;
        let (suppression, unread) = load_lists(&mut resolved)?;
        warnings.extend(unread);
        Ok(Papers {
            dossier: resolved,
            suppression,
            warnings,
            as_of,
            overrides,
        })
    }

    /// The options as they would be typed again, as far as papers and days are concerned.
    pub fn again(&self) -> Vec<String> {
        let file = |p: &PathBuf| printable(&p.display().to_string());
        let mut out = Vec::new();
        let mut add = |name: &str, value: String| out.extend([name.to_owned(), value]);
        if let Some(path) = &self.dossier {
            add("-d", file(path));
        }
        if let Some(path) = &self.declaration {
            add("--declaration", file(path));
        }
        for name in &self.buyer {
            add("--buyer", printable(name));
        }
        if !self.channel.is_empty() {
            add("--channel", printable(&self.channel.join(",")));
        }
        if let Some(day) = &self.as_of {
            add("--as-of", printable(day));
        }
        for path in &self.suppress {
            add("--suppress", file(path));
        }
        out
    }

    /// The same papers for a list that was audited with them: of the day of the record, and with the names that it has.
    ///
    /// # Errors
    /// BEL-U051 if they come to another dossier than the record's. A warning if the record cannot tell suppression lists
    /// of equal length apart.
    pub fn recorded(&self, census: &Census, record: &Dossier) -> Result<Papers> {
        let (mut resolved, mut warnings) = read_papers(
            self.dossier.as_deref(),
            self.declaration.as_deref(),
            census.as_of,
        )?;
        let set = |name: &str| census.options.overrides.iter().any(|o| o == name);
        resolved.vendor.clone_from(&record.vendor);
        resolved.delivery.clone_from(&record.delivery);
        if set("buyer-override") {
            resolved.buyer.names.clone_from(&record.buyer.names);
        }
        if set("channels-override") {
            resolved.buyer.channels.clone_from(&record.buyer.channels);
        }
        self.beside(&mut resolved);
        let (suppression, unread) = load_lists(&mut resolved)?;
        warnings.extend(unread);
        if Sha256::of(&json::write_file(&resolved)) != census.dossier.sha256 {
            return Err(others(resolved, record).into());
        }
        if resolved.suppression.iter().any(|s| s.hmac.is_none()) {
            let message = text!(
                "the record has no digest of the suppression lists; only their entries were counted",
                "der Beleg enthält keine Prüfsumme der Sperrlisten; nur ihre Einträge wurden gezählt"
            );
            warnings.push(Error::new(&usage::LISTS_WITHOUT_DIGEST, message));
        }
        Ok(Papers {
            dossier: resolved,
            suppression,
            warnings,
            as_of: census.as_of,
            overrides: census.options.overrides.clone(),
        })
    }

    /// The channels that were named; none if none was.
    pub fn channels(&self) -> Result<Option<Vec<Channel>>> {
        if self.channel.is_empty() {
            return Ok(None);
        }
        let named = self.channel.iter().map(|n| channel(n));
        let mut named = named.collect::<Result<Vec<_>>>()?;
        named.sort();
        named.dedup();
        Ok(Some(named))
    }

    /// The files that are read, as far as options name them.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        let one = self.dossier.iter().chain(&self.declaration);
        one.chain(&self.suppress)
    }

    /// Adds the suppression lists that options name.
    fn beside(&self, dossier: &mut Dossier) {
        let named = self.suppress.iter();
        let lists = named.map(|p| Suppression::new(p.display().to_string()));
        dossier.suppression.extend(lists);
    }

    /// Sets what options override, and says what.
    fn set(&self, dossier: &mut Dossier) -> Result<Vec<String>> {
        let mut overrides = Vec::new();
        let mut note = |set: bool, name: &str| {
            if set {
                overrides.push(name.to_owned());
            }
        };
        note(self.as_of.is_some(), "as-of-override");
        note(!self.buyer.is_empty(), "buyer-override");
        note(!self.channel.is_empty(), "channels-override");
        note(!self.suppress.is_empty(), "suppression-override");
        if !self.buyer.is_empty() {
            dossier.buyer.names = self
                .buyer
                .iter()
                .map(|n| label(n, "--buyer"))
                .collect::<Result<_>>()?;
        }
        if let Some(plan) = self.channels()? {
            dossier.buyer.channels = Some(plan);
        }
        self.beside(dossier);
        Ok(overrides)
    }
}

/// What of the papers is other than in the record: named by kind, without any of their text.
fn others(here: Dossier, record: &Dossier) -> Error {
    // what a record never holds is no difference
    let here = json::canonical_file(&json::write_file(&here)).unwrap_or(here);
    let mut error = Error::new(
        &usage::PAPERS_DIFFER,
        text!(
            "the papers are not those of the record",
            "die Unterlagen sind nicht die des Belegs"
        ),
    );
    let mut differs = |same: bool, what: Text| {
        if !same {
            error.found.push(what);
        }
    };
    let (a, b) = (&here, record);
    differs(
        a.declaration == b.declaration,
        text!("other declaration", "andere Erklärung"),
    );
    differs(
        a.documents == b.documents && a.answers == b.answers && a.reviews == b.reviews,
        text!(
            "other documents, answers or reviews",
            "andere Dokumente, Antworten oder Durchsichten"
        ),
    );
    differs(
        a.buyer == b.buyer && a.items == b.items,
        text!(
            "other plan or papers of the buyer",
            "anderer Plan oder andere Unterlagen des Käufers"
        ),
    );
    let (n, m) = (a.suppression.len(), b.suppression.len());
    differs(
        n == m,
        text!(
            "{m} suppression lists were signed, {n} are here",
            "{m} Sperrlisten wurden unterschrieben, {n} liegen vor"
        ),
    );
    for (at, (x, y)) in a.suppression.iter().zip(&b.suppression).enumerate() {
        let at = at + 1;
        differs(
            x == y,
            text!("other suppression list {at}", "andere Sperrliste {at}"),
        );
    }
    error.help(text!(
        "give `-d`, `--declaration` and `--suppress` as for the audit, with the files as they were",
        "geben Sie `-d`, `--declaration` und `--suppress` an wie bei der Prüfung, mit den Dateien von damals"
    ))
}

/// Loads the suppression lists that the dossier names.
pub fn load_lists(dossier: &mut Dossier) -> Result<(Arc<Lists>, Vec<Error>)> {
    let (lists, warnings) = suppression::load_from(dossier, &|path| {
        let file = std::fs::File::open(path).ok()?;
        Some(Box::new(file))
    })?;
    Ok((Arc::new(lists), warnings))
}

fn channel(name: &str) -> Result<Channel> {
    Channel::find(name).ok_or_else(|| {
        let shown = printable(name);
        let error = Error::new(
            &usage::CHANNEL_UNKNOWN,
            text!("unknown channel `{shown}`", "unbekannter Kanal `{shown}`"),
        );
        let names = Channel::ALL.map(Channel::name);
        match crate::base::error::nearest(name, names) {
            Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
            None => error,
        }
        .into()
    })
}
