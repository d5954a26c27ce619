//! The papers of an audit: declaration, dossier, and what single options set in their place.

mod signature;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{day, label};
use crate::base::clock::Day;
use crate::base::code::{Code, dossier as code, usage};
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result, printable};
use crate::base::file;
use crate::checks::CATALOGUE;
use crate::data::suppression::{self, Lists};
use crate::record::channel::Channel;
use crate::record::dossier::{Dossier, Suppression, declaration_of, resolve, vendor_key_of};
use crate::text;

/// Bytes of a dossier or declaration that are read.
const LIMIT: u64 = 16 << 20;
/// Bytes of a document that are digested.
const DOCUMENT: u64 = 1 << 30;

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
    /// The vendor's declaration (*.beleg.toml), if the dossier names none
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
        if !self.channel.is_empty() {
            let mut plan = self
                .channel
                .iter()
                .map(|n| channel(n))
                .collect::<Result<Vec<_>>>()?;
            plan.sort();
            plan.dedup();
            dossier.buyer.channels = Some(plan);
        }
        dossier.suppression.extend(
            self.suppress
                .iter()
                .map(|p| Suppression::new(p.display().to_string())),
        );
        Ok(overrides)
    }
}

/// Reads dossier and declaration (that of the dossier, if none is given), digests the documents that they name, and
/// verifies a signature beside the declaration.
pub fn read_papers(
    dossier: Option<&Path>,
    declaration: Option<&Path>,
    as_of: Day,
) -> Result<(Dossier, Vec<Error>)> {
    let ours = |path: &Path| read(path, &code::DOSSIER_SYNTAX);
    let dossier = dossier.map(ours).transpose()?;
    let named = dossier
        .as_ref()
        .and_then(|(name, text)| declaration_of(name, text));
    // a document that is not at hand is judged; a declaration is an input, and a wrong path is a slip
    let declaration = match (declaration, named) {
        (Some(path), _) => Some(read(path, &code::DECLARATION_SYNTAX)?),
        (None, Some(path)) => Some(read(Path::new(&path), &code::DECLARATION_SYNTAX)?),
        (None, None) => None,
    };
    let (mut resolved, warnings) = resolve(
        declaration.as_ref().map(|(n, t)| (n.as_str(), t.as_str())),
        dossier.as_ref().map(|(n, t)| (n.as_str(), t.as_str())),
        &|path| digest(Path::new(path)),
        CATALOGUE,
    )?;
    if let (Some((name, text)), Some(d)) = (&declaration, &mut resolved.declaration) {
        let key = dossier.as_ref().and_then(|(n, t)| vendor_key_of(n, t));
        d.signature = signature::verify(Path::new(name), text, key, as_of)?;
    }
    Ok((resolved, warnings))
}

/// Loads the suppression lists that the dossier names.
pub fn load_lists(dossier: &mut Dossier) -> Result<(Arc<Lists>, Vec<Error>)> {
    let (lists, warnings) = suppression::load_from(dossier, &|path| {
        let file = std::fs::File::open(path).ok()?;
        Some(Box::new(file))
    })?;
    Ok((Arc::new(lists), warnings))
}

fn read(path: &Path, not_text: &'static Code) -> Result<(String, String)> {
    let name = path.display().to_string();
    let bytes = file::read(path, LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(not_text, text!("not UTF-8", "kein UTF-8"))
            .at(crate::base::error::Place::file(printable(&name)))
    })?;
    Ok((name, text))
}

/// The digest of a document that is at hand.
fn digest(path: &Path) -> Option<Sha256> {
    file::read(path, DOCUMENT).ok().map(|b| Sha256::of(&b))
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
