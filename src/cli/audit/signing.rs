//! Signing an audit: whose name stands in the record, with which key, into which bundle.

use std::path::{Path, PathBuf};

use super::{Judged, label};
use crate::base::clock::{AsOf, Time};
use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result};
use crate::base::label::Label;
use crate::cli::moment::made_at;
use crate::cli::{Globals, passphrase};
use crate::proof::bundle::{Bundle, evidence};
use crate::proof::keys::{FileSigner, Signer, open};
use crate::proof::statement::{Free, Resource, number as record_number};
use crate::record::dossier::Dossier;
use crate::report::Signature;
use crate::text;

#[derive(clap::Args)]
#[group(skip)]
pub struct Options {
    /// Vendor in the record, in place of the dossier's
    #[arg(long, value_name = "NAME")]
    vendor: Option<String>,
    /// Delivery in the record, in place of the dossier's
    #[arg(long, value_name = "NAME")]
    delivery: Option<String>,
    /// Names of the list files in the record, in their order
    #[arg(long, value_name = "NAME")]
    name: Vec<String>,
    /// URI of the office that audits, such as urn:example:audit-office
    #[arg(
        long,
        value_name = "URI",
        env = "BELEG_VERIFIER_ID",
        hide_env_values = true
    )]
    verifier_id: Option<String>,
    /// Time in the record, such as 2026-11-23T14:05:09Z [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, value_name = "TIME")]
    time: Option<String>,
    /// Key that signs: file:PATH or env:NAME
    #[arg(
        short,
        long,
        value_name = "ADDRESS",
        env = "BELEG_KEY",
        hide_env_values = true
    )]
    key: Vec<String>,
    /// Bundle: a folder, or a ZIP if the name ends in .zip
    #[arg(short, long, value_name = "BUNDLE", requires = "key")]
    output: Option<PathBuf>,
    /// Sign although fewer than 50 rows were loaded; the record says so
    #[arg(long)]
    small_list: bool,
    /// File with the passphrase of the key
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Everything that signing needs, gathered before the list is read.
pub struct Signing {
    signers: Vec<FileSigner>,
    free: Option<Free>,
    bundle: Option<PathBuf>,
}

impl Options {
    pub fn small_list(&self) -> bool {
        self.small_list
    }

    pub fn time(&self) -> Result<Time> {
        made_at(self.time.as_deref())
    }

    /// Names of the subjects.
    pub fn names(&self) -> Result<Vec<Label>> {
        self.name.iter().map(|n| label(n, "--name")).collect()
    }

    /// Sets vendor and delivery, opens the keys, and refuses what is missing for signing.
    pub fn prepare(
        &self,
        dossier: &mut Dossier,
        as_of: AsOf,
        time: Time,
        globals: &Globals,
    ) -> Result<Signing> {
        if let Some(v) = &self.vendor {
            dossier.vendor = Some(label(v, "--vendor")?);
        }
        if let Some(d) = &self.delivery {
            dossier.delivery = Some(label(d, "--delivery")?);
        }
        let missing = |what| {
            Error::new(
                &usage::SIGNING_INCOMPLETE,
                text!("{what} is missing", "{what} fehlt"),
            )
        };
        let Some(bundle) = self.output.clone() else {
            // a key in the environment is for whoever wants to sign; one on the command line wants it now
            if !self.key.is_empty() && std::env::var_os("BELEG_KEY").is_none() {
                return Err(missing("--output").into());
            }
            return Ok(Signing {
                signers: Vec::new(),
                free: None,
                bundle: None,
            });
        };
        let (Some(vendor), Some(delivery), Some(verifier)) =
            (&dossier.vendor, &dossier.delivery, &self.verifier_id)
        else {
            let mut errors = Vec::new();
            if dossier.vendor.is_none() {
                errors.push(missing("--vendor"));
            }
            if dossier.delivery.is_none() {
                errors.push(missing("--delivery"));
            }
            if self.verifier_id.is_none() {
                errors.push(missing("--verifier-id"));
            }
            return Err(crate::base::error::Errors(errors));
        };
        if as_of > time.day() {
            let made = time.day();
            return Err(Error::new(
                &usage::AS_OF_LATER,
                text!(
                    "the as-of date {as_of} is after {made}, the day of the record",
                    "der Stichtag {as_of} liegt nach {made}, dem Tag des Belegs"
                ),
            )
            .into());
        }
        let free = Free {
            verifier: verifier.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            time,
            resource: Resource::new(vendor.as_str(), delivery.as_str())?,
            previous: None,
        };
        let asks =
            |address: &str| passphrase::get(address, self.passphrase_file.as_deref(), globals);
        let signers = self
            .key
            .iter()
            .map(|address| open(address, &asks))
            .collect::<std::result::Result<Vec<_>, Error>>()?;
        Ok(Signing {
            signers,
            free: Some(free),
            bundle: Some(bundle),
        })
    }
}

impl Signing {
    pub fn bundle(&self) -> Option<&Path> {
        self.bundle.as_deref()
    }

    /// What the record says beside the counts; the policy is packed as the text that was judged with.
    pub fn inputs<'a>(
        &self,
        signers: &'a [&'a dyn Signer],
        policy: &'a str,
    ) -> Option<crate::Signing<'a>> {
        Some(crate::Signing {
            free: self.free.clone()?,
            policy,
            signers,
        })
    }

    pub fn signers(&self) -> Vec<&dyn Signer> {
        self.signers.iter().map(|s| s as &dyn Signer).collect()
    }

    /// Writes the bundle, and says who signed it.
    pub fn write(&self, bundle: Option<&Bundle>, force: bool) -> Result<Signature> {
        let (Some(bundle), Some(path)) = (bundle, &self.bundle) else {
            return Ok(Signature::NotChecked);
        };
        bundle.write(path, force)?;
        Ok(Signature::Signed(
            self.signers
                .iter()
                .map(|s| s.public().fingerprint().to_string())
                .collect(),
        ))
    }
}

/// The number that a record of this audit has, signed or not.
pub fn number(judged: &Judged<'_>) -> String {
    let files = evidence(judged.census, judged.dossier, judged.text, judged.verdict);
    let digest = |name: &str| files.get(name).map_or(Sha256([0; 32]), |b| Sha256::of(b));
    record_number([
        digest("data/census.json"),
        judged.policy.sha256,
        digest("data/waivers.json"),
        digest("data/verdict.json"),
    ])
}
