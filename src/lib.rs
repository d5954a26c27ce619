//! beleg reads a purchased list of business contacts together with what its vendor declares, measures it, judges the
//! measurement against a written policy, and signs the result so that anyone can check it offline.
//!
//! ```text
//!         read        measure(asks)       close(dossier)       judge(policy)      state           sign            pack
//! Source ───────▶ Frame ───────────▶ Part ─────────────▶ Census ───────────▶ Verdict ──────▶ Statement ─────▶ Envelope ─────▶ Bundle
//! ```
//!
//! Cell values and polars stand left of the census only (feature `engine`); everything right
//! of it, and the whole way back ([`proof::verify`]), works without them.

pub mod base;
pub mod checks;
pub mod cli;
#[cfg(feature = "engine")]
pub mod data;
pub mod proof;
pub mod record;
pub mod report;

#[cfg(feature = "engine")]
pub(crate) use audit::declared;
#[cfg(feature = "engine")]
pub use audit::{Assessed, Audit, Inputs, Signing, assess, audit};

/// The sentence, from the files to the verdict.
#[cfg(feature = "engine")]
mod audit {
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::time::Instant;

    use crate::base::clock::AsOf;
    use crate::base::code::{internal, usage};
    use crate::base::digest::Sha256;
    use crate::base::error::{Error, Result};
    use crate::base::json;
    use crate::base::label::Label;
    use crate::checks;
    use crate::data::batch::Plan;
    use crate::data::measure::{Effort, Measured, measure, row_checks};
    use crate::data::sift::Sift;
    use crate::data::source::{Quarantined, Read, ReadOptions, Source};
    use crate::data::spent::Spent;
    use crate::data::suppression::Lists;
    use crate::proof::bundle::{Bundle, evidence, pack, sign};
    use crate::proof::keys::Signer;
    use crate::proof::statement::{Free, PolicyLabel, record as state};
    use crate::record::census::{Census, Closing, Keys, ListFile, close};
    use crate::record::column::Column;
    use crate::record::dossier::Dossier;
    use crate::record::part::Asks;
    use crate::record::policy::Policy;
    use crate::record::verdict::{Verdict, judge};
    use crate::record::waiver::Waivers;
    use crate::text;

    /// Everything that an audit rests on. Equal inputs give equal bytes, whatever the effort.
    pub struct Inputs<'a> {
        /// Several files are one delivery.
        pub lists: &'a [PathBuf],
        pub reading: &'a ReadOptions,
        pub dossier: &'a Dossier,
        /// The suppression lists that the dossier names, loaded.
        pub suppression: Arc<Lists>,
        pub policy: &'a Policy,
        pub as_of: AsOf,
        /// Names of the subjects; what is missing is made from vendor and delivery.
        pub names: &'a [Label],
        /// What was set against the default (the closed list of attestation).
        pub overrides: Vec<String>,
        pub effort: Effort,
        /// Who signs; none = nothing is signed or packed.
        pub signing: Option<Signing<'a>>,
    }

    /// What a signed record says beside the counts, and who signs it.
    pub struct Signing<'a> {
        pub free: Free,
        /// The text that the policy was parsed from.
        pub policy: &'a str,
        pub signers: &'a [&'a dyn Signer],
    }

    pub struct Audit {
        pub census: Census,
        pub verdict: Verdict,
        /// Line (from 1) and reason of every record that was not loaded: for the terminal and `--rows`, nowhere else.
        pub quarantine: Vec<Quarantined>,
        pub bundle: Option<Bundle>,
        /// Visible sheets of workbooks that were not read.
        pub unread_sheets: u64,
        /// Where the time went.
        pub spent: Spent,
    }

    /// A list that was measured and judged, with what it takes to go through its rows once more.
    pub struct Assessed {
        pub census: Census,
        pub verdict: Verdict,
        source: Source,
        measured: Measured,
        keys: Keys,
        spent: Spent,
    }

    /// Reads the list, measures it, closes the census, judges it; and states, signs and packs the record if somebody
    /// signs.
    ///
    /// # Errors
    /// The list could not be read whole and to the last record: then nothing is judged. A record that cannot be signed
    /// as it is: then nothing is packed.
    pub fn audit(inputs: Inputs<'_>) -> Result<Audit> {
        let done = assess(&inputs)?;
        let (census, verdict) = (done.census, done.verdict);
        let bundle = match &inputs.signing {
            Some(signing) => {
                large_enough(&census)?;
                let evidence = evidence(&census, inputs.dossier, signing.policy, &verdict);
                let policy = label(inputs.policy, signing.policy);
                let statement = state(&signing.free, &census, &policy, &verdict, &evidence)?;
                Some(pack(&sign(statement, signing.signers)?, evidence))
            }
            None => None,
        };
        Ok(Audit {
            census,
            verdict,
            quarantine: done.measured.read.quarantine,
            bundle,
            unread_sheets: done.source.unread_sheets(),
            spent: done.spent,
        })
    }

    /// The first half: reads the list, measures it, closes the census, judges it.
    ///
    /// # Errors
    /// The list could not be read whole and to the last record: then nothing is judged.
    pub fn assess(inputs: &Inputs<'_>) -> Result<Assessed> {
        if !inputs.suppression.complete(inputs.dossier) {
            // going on would let suppressed rows through
            let message = text!("suppression lists left out", "Sperrlisten ausgelassen");
            return Err(Error::new(&internal::INTERNAL, message).into());
        }
        let mut sorters = checks::sorters();
        sorters.extend(inputs.policy.own.iter().map(crate::data::own::sorter));
        let asks = Asks::new(inputs.policy.asks(), &row_checks(&sorters));
        let source = Source::open(inputs.lists, inputs.reading, declared(inputs.dossier))?;
        let plan = Plan::new(inputs.dossier, inputs.as_of, &sorters)
            .suppressing(inputs.suppression.clone());
        let mut measured = measure(&source, plan, inputs.policy, &asks, inputs.effort)?;
        let mut spent = std::mem::take(&mut measured.spent);
        let begun = Instant::now();
        let (census, keys) = close(Closing {
            asks: &asks,
            counts: &measured.counts,
            policy: inputs.policy,
            catalogue: checks::CATALOGUE,
            papers: &checks::papers(),
            keys: &|papers| measured.keys(papers),
            dossier: inputs.dossier,
            dossier_sha256: Sha256::of(&json::write_file(inputs.dossier)),
            as_of: inputs.as_of,
            lists: subjects(inputs, &measured.read),
            reading: measured.reading(),
            ledger: measured.read.ledger.clone(),
            columns: measured.columns(&source),
            tables: crate::data::tables(),
            distinct: measured.distinct(),
            overrides: inputs.overrides.clone(),
        })?;
        let verdict = judge(inputs.policy, &census, &Waivers::default());
        spent.add("close and judge", begun.elapsed());
        Ok(Assessed {
            census,
            verdict,
            source: source.whole(),
            measured,
            keys,
            spent,
        })
    }

    impl Assessed {
        /// The headers of the list, for whoever writes its rows; none if it has none.
        pub fn headers(&self) -> Option<&[String]> {
            self.source.headed().then(|| self.source.headers())
        }

        /// Visible sheets of the workbook that were not read.
        pub fn unread_sheets(&self) -> u64 {
            self.source.unread_sheets()
        }

        /// What goes through the rows once more, with the inputs that were assessed.
        ///
        /// # Errors
        /// Internal, if the policy asks for a check that was not measured.
        pub fn sift<'a>(&'a self, inputs: &'a Inputs<'_>) -> Result<Sift<'a>> {
            let plan = self.measured.plan(
                inputs.dossier,
                inputs.as_of,
                inputs.suppression.clone(),
                self.source.columns(),
            );
            let lists = &self.measured.read.lists;
            Sift::new(&self.source, lists, plan, inputs.policy, &self.keys)
        }
    }

    /// Counts of a very small list say much about single persons: they are signed only if somebody asked for it.
    fn large_enough(census: &Census) -> Result<(), Error> {
        let rows = census.rows();
        if rows >= 50 || census.options.overrides.iter().any(|o| o == "small-list") {
            return Ok(());
        }
        Err(Error::new(
            &usage::SMALL_LIST,
            text!(
                "{rows} rows are few to be signed",
                "{rows} Zeilen sind wenig für eine Unterschrift"
            ),
        )
        .help(text!(
            "`--small-list` signs them, and the record says so",
            "mit `--small-list` wird unterschrieben, und der Beleg vermerkt es"
        )))
    }

    fn label(policy: &Policy, text: &str) -> PolicyLabel {
        PolicyLabel {
            id: policy.id.clone(),
            version: policy.version.clone(),
            sha256: policy.sha256,
            shipped: Policy::shipped(&policy.id) == Some(text),
        }
    }

    /// The headers that the vendor declares, with their columns.
    pub fn declared(dossier: &Dossier) -> &[(String, Option<Column>)] {
        let package = dossier
            .declaration
            .as_ref()
            .and_then(|d| d.package.as_ref());
        package.map_or(&[], |p| &p.fields)
    }

    /// `<vendor>-<delivery>-<n>.<ext>`, as far as the dossier names them; `--name` overrides.
    fn subjects(inputs: &Inputs<'_>, read: &Read) -> Vec<ListFile> {
        let dossier = inputs.dossier;
        let stem = match (&dossier.vendor, &dossier.delivery) {
            (Some(vendor), Some(delivery)) => format!("{vendor}-{delivery}"),
            _ => "list".to_owned(),
        };
        let files = read.lists.iter().zip(&read.reading).enumerate();
        files
            .map(|(i, ((bytes, sha256), reading))| {
                let made = format!("{stem}-{}.{}", i + 1, reading.format);
                let made = || Label::new(&made).unwrap_or_else(|| Label::position(i + 1));
                ListFile {
                    name: inputs.names.get(i).cloned().unwrap_or_else(made),
                    bytes: *bytes,
                    sha256: *sha256,
                }
            })
            .collect()
    }
}
