//! `beleg verify`: is this record authentic, is it about my list, and does it say what I need?

use std::path::{Path, PathBuf};

use super::{Format, Globals};
use crate::base::clock::{Day, Time};
use crate::base::code::usage;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result, printable};
use crate::base::file;
use crate::base::lang::Text;
use crate::proof::bundle::Bundle;
use crate::proof::trust::Trust;
use crate::proof::verify::{Demands, Expect, ListFile, Question, verify};
use crate::report::verified;
use crate::text;

/// Check who issued a bundle, that nothing in it was changed, and that its verdict follows from its counts
///
/// Exit codes: 0 verified; 1 authentic, but an expectation is not met; 2 cannot be read or run; 4 integrity. A record
/// that says "rejected" verifies with 0: authenticity was asked. Gates add --expect.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg verify list.beleg.zip --trust signer.pub.pem --list list.csv
  beleg verify list.beleg.zip --trust trust/trust.toml --expect conditional --max-age 180d")]
pub struct Args {
    /// The bundle, as folder or .beleg.zip, or a single envelope
    bundle: PathBuf,
    /// Whose signature counts: one trust file, or public keys and fingerprints got through another channel
    #[arg(
        long,
        value_name = "FILE|PUB|SHA256:…",
        env = "BELEG_TRUST",
        hide_env_values = true
    )]
    trust: Vec<String>,
    /// Your copy of the list: its bytes must be the audited ones
    #[arg(long, value_name = "FILE")]
    list: Vec<PathBuf>,
    /// The least that the record must say: conditional, no-objection, acquisition=…, contact=…, contact.post=…
    #[arg(long, value_name = "WORD")]
    expect: Vec<String>,
    /// A word reached only by a waived blocker counts
    #[arg(long)]
    allow_waived: bool,
    /// The policy it must have been judged by
    #[arg(long, value_name = "FILE|SHA256")]
    expect_policy: Option<String>,
    /// The vendor it must be about
    #[arg(long, value_name = "NAME")]
    expect_vendor: Option<String>,
    /// The list it must be about: urn:beleg:list:<vendor>:<delivery>
    #[arg(long, value_name = "URN")]
    expect_resource: Option<String>,
    /// How many trusted keys must have signed
    #[arg(long, value_name = "N")]
    expect_signers: Option<usize>,
    /// How old it may be, in days: 180d
    #[arg(long, value_name = "DAYS")]
    max_age: Option<String>,
    /// Verify as at another day or time (UTC)
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let now = match &self.as_of {
            Some(text) => time(text)?,
            None => Time::now(),
        };
        let demands = self.demands()?;
        let trust = Trust::given(&self.trust, from(), &self.bundle)?;
        let bundle = Bundle::read(&self.bundle)?;
        let lists = self.list.iter().map(|p| listed(p));
        let question = Question {
            lists: lists.collect::<Result<_, Error>>()?,
            demands,
        };
        let outcome = verify(&bundle, &trust, &question, now);
        if globals.format == Format::Json {
            globals.print(&verified::json(&outcome, globals.lang))?;
        } else {
            let look = globals.look;
            let mut steps = String::new();
            if !globals.quiet {
                steps = verified::steps(&outcome, look);
                if self.as_of.is_some() {
                    steps.push_str(as_at(now).get(globals.lang));
                }
            }
            let said = verified::outcome(&outcome, look, globals.quiet);
            // what fails a demand stands after the record's words, what fails the record before its end
            let errors = outcome.trail.errors();
            if outcome.opened.is_some() && matches!(outcome.exit(), 0 | 1) {
                let gap = if steps.is_empty() { "" } else { "\n" };
                globals.print(&(steps + gap + &said))?;
                if let Some(e) = errors {
                    globals.errors(&e);
                }
            } else {
                globals.print(&steps)?;
                if let Some(e) = errors {
                    globals.errors(&e);
                }
                globals.print(&said)?;
            }
        }
        Ok(outcome.exit())
    }

    fn demands(&self) -> Result<Demands> {
        let expect = self.expect.iter().map(|text| {
            Expect::parse(text).ok_or_else(|| {
                let shown = printable(text);
                wrong(text!(
                    "`--expect {shown}` is no word of a record",
                    "`--expect {shown}` ist kein Wort eines Belegs"
                ))
                .help(text!(
                    "`conditional` or `no-objection`, or of a part: `contact.post=conditional`",
                    "`conditional` oder `no-objection`, oder von einem Teil: `contact.post=conditional`"
                ))
            })
        });
        Ok(Demands {
            expect: expect.collect::<Result<_, Error>>()?,
            allow_waived: self.allow_waived,
            policy: self.expect_policy.as_deref().map(policy).transpose()?,
            vendor: self.expect_vendor.clone(),
            resource: self.expect_resource.clone(),
            signers: self.expect_signers,
            max_age_days: self.max_age.as_deref().map(days).transpose()?,
        })
    }
}

/// Where the trust came from; clap keeps no trace of it.
fn from() -> &'static str {
    let flag = |a: std::ffi::OsString| {
        a.to_str()
            .is_some_and(|s| s == "--trust" || s.starts_with("--trust="))
    };
    if std::env::args_os().any(flag) {
        "--trust"
    } else {
        "BELEG_TRUST"
    }
}

fn as_at(now: Time) -> Text {
    text!("as at    {now} (--as-of)\n", "Stand      {now} (--as-of)\n")
}

fn listed(path: &Path) -> Result<ListFile, Error> {
    let (bytes, sha256) = file::digest(path)?;
    Ok(ListFile {
        name: path.display().to_string(),
        bytes,
        sha256,
    })
}

fn wrong(message: Text) -> Error {
    Error::new(&usage::USAGE, message)
}

/// A digest, or the file that has it.
fn policy(text: &str) -> Result<Sha256, Error> {
    match Sha256::parse(&text.to_ascii_lowercase()) {
        Some(digest) => Ok(digest),
        None => file::digest(Path::new(text)).map(|(_, digest)| digest),
    }
}

fn days(text: &str) -> Result<u64, Error> {
    let digits = text.strip_suffix('d').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| plain).ok_or_else(|| {
        let shown = printable(text);
        wrong(text!(
            "`--max-age {shown}` is no number of days",
            "`--max-age {shown}` ist keine Zahl von Tagen"
        ))
        .help(text!("for example `180d`", "zum Beispiel `180d`"))
    })
}

/// A time, or the end of a day.
fn time(text: &str) -> Result<Time, Error> {
    let day = Day::parse(text).map(|Day(d)| Time(i64::from(d) * 86_400 + 86_399));
    Time::parse(text).or(day).ok_or_else(|| {
        let shown = printable(text);
        Error::new(
            &usage::DAY_ILLEGIBLE,
            text!(
                "`{shown}` is no day or time",
                "`{shown}` ist kein Tag oder Zeitpunkt"
            ),
        )
    })
}
