//! For tests: a small audit, signed with known keys. Its census says what a careful measurement of 120 rows might say
//! under the shipped policy: most rows in good bins, ten of them blank everywhere.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::bundle::{Bundle, Signed, evidence, pack, sign};
use super::keys::{FileSigner, Signer};
use super::statement::{Free, PolicyLabel, Resource, record};
use super::trust::Trust;
use crate::base::clock::{Day, Time};
use crate::base::digest::Sha256;
use crate::base::json;
use crate::base::label::Label;
use crate::record::census::{
    Census, CheckRef, Compiled, Dialect, Digest, ListFile, Options, Reading, SCHEMA, Tool,
};
use crate::record::channel::Channel;
use crate::record::dossier::Dossier;
use crate::record::ledger::{Ledger, Reason};
use crate::record::policy::{Policy, State, tests};
use crate::record::tally::Tally;
use crate::record::verdict::{Verdict, judge};
use crate::record::waiver::Waivers;

/// The bytes of the list; only their digest is ever used.
pub const LIST: &[u8] = b"email;country\ninvented@musterfirma-beispiel.de;DE\n";
pub const NOW: Time = Time(1_795_471_200); // 2026-11-23T22:00:00Z
const GOOD: u64 = 110;
const BLANK: u64 = 10;

/// The test keys, by number.
pub fn key(n: u8) -> FileSigner {
    FileSigner::from_seed(&[n; 32])
}

/// One audit before it is signed.
#[derive(Clone)]
pub struct Audit {
    pub census: Census,
    pub dossier: Dossier,
    pub policy: String,
    pub verdict: Verdict,
    pub free: Free,
}

fn parsed(text: &str, checks: &[CheckRef]) -> Policy {
    Policy::parse("policy.toml", text, checks).expect("a policy")
}

/// The bin of a check that no clause minds, else its last.
fn best<'p>(policy: &'p Policy, check: &str) -> &'p str {
    let bins = policy.checks.bins(check);
    let good = |bin: &&&str| {
        let mut clauses = policy.clauses.iter().filter(|c| c.check == check);
        clauses.all(|c| c.state(bin) == State::Good)
    };
    let some = bins.iter().find(good).or(bins.last());
    some.copied().unwrap_or("blank")
}

/// The audit, made once.
pub fn audit() -> Audit {
    static ONCE: std::sync::OnceLock<Audit> = std::sync::OnceLock::new();
    ONCE.get_or_init(make).clone()
}

fn make() -> Audit {
    let text = Policy::shipped("eu-b2b").expect("shipped");
    let checks: Vec<CheckRef> = tests::catalogue().measured().cloned().collect();
    let policy = parsed(text, &checks);
    let as_of = Day::parse("2026-11-23").expect("a day");
    let good: BTreeMap<&str, &str> = checks
        .iter()
        .map(|c| {
            let bin = if c.id == "country" {
                "DE"
            } else {
                best(&policy, &c.id)
            };
            (c.id.as_str(), bin)
        })
        .collect();
    let good = |check: &str| good.get(check).copied().unwrap_or("blank");
    let blank = |_: &str| "blank";
    let tallies = policy.asks().into_iter().map(|ask| {
        // leaked so that bins of either kind live as long as the axes: it is a test
        let ask: &'static crate::record::ask::Ask = Box::leak(Box::new(ask));
        let cell = |bin: &dyn Fn(&str) -> &'static str| -> Vec<String> {
            ask.axes.iter().map(|a| a.value(bin).to_owned()).collect()
        };
        let good = |c: &str| -> &'static str { Box::leak(good(c).to_owned().into_boxed_str()) };
        let mut counts = BTreeMap::new();
        if ask.scope == crate::record::check::Scope::Row {
            *counts.entry(cell(&good)).or_default() += GOOD;
            *counts.entry(cell(&|_| "blank")).or_default() += BLANK;
        } else {
            *counts.entry(cell(&good)).or_default() += 3;
        }
        Tally::new(ask.clone(), counts)
    });
    let mut census = Census {
        schema: SCHEMA.to_owned(),
        tool: Tool {
            name: "beleg".to_owned(),
            version: "0.1.0".to_owned(),
        },
        as_of,
        lists: vec![list(1, LIST)],
        reading: vec![Reading {
            format: "csv".to_owned(),
            encoding: "utf-8".to_owned(),
            ascii: true,
            dialect: Dialect::default(),
            assumptions: Vec::new(),
        }],
        ledger: Ledger {
            physical: GOOD + BLANK + 3,
            header: 1,
            read: GOOD + BLANK + 2,
            loaded: GOOD + BLANK,
            quarantined: [(Reason::TooFewFields, 2)].into(),
            ..Ledger::default()
        },
        columns: Vec::new(),
        parties: Vec::new(),
        options: Options::default(),
        dossier: Digest {
            sha256: Sha256::of(&json::write_file(&Dossier::default())),
        },
        tallies: tallies.collect(),
        compiled: Vec::new(),
        checks: checks.clone(),
    };
    let targets = [
        (policy.targets(&good, as_of), "DE", GOOD),
        (policy.targets(&blank, as_of), "blank", BLANK),
    ];
    let compiled = |check: String, bin: &dyn Fn(usize) -> &'static str| {
        let mut counts: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for (i, (_, country, n)) in targets.iter().enumerate() {
            let cell = vec![bin(i).to_owned(), (*country).to_owned()];
            *counts.entry(cell).or_default() += n;
        }
        let ask = crate::record::ask::Ask::by_country(&check);
        Compiled {
            check,
            policy: policy.sha256,
            cells: Tally::new(ask, counts).cells,
        }
    };
    let hold = compiled("hold".to_owned(), &|i| targets[i].0.hold.hold_bin());
    census.compiled.push(hold);
    for c in Channel::ALL {
        let name = format!("channel-{}", c.name());
        let one = compiled(name, &|i| targets[i].0.channels[c as usize].bin());
        census.compiled.push(one);
    }
    let verdict = judge(&policy, &census, &Waivers::default());
    Audit {
        census,
        dossier: Dossier::default(),
        policy: text.to_owned(),
        verdict,
        free: Free {
            verifier: "urn:example:audit-office".to_owned(),
            version: "0.1.0".to_owned(),
            time: NOW,
            resource: Resource::new("Vendor X", "2026-11").expect("names"),
            previous: None,
        },
    }
}

pub fn list(n: usize, bytes: &[u8]) -> ListFile {
    ListFile {
        name: Label::new(&format!("vendor-x-2026-11-{n}.csv")).expect("a label"),
        bytes: bytes.len() as u64,
        sha256: Sha256::of(bytes),
    }
}

impl Audit {
    pub fn judge(&mut self) {
        let policy = parsed(&self.policy, &self.census.checks);
        self.verdict = judge(&policy, &self.census, &Waivers::default());
    }

    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        evidence(&self.census, &self.dossier, &self.policy, &self.verdict)
    }

    pub fn label(&self) -> PolicyLabel {
        let policy = parsed(&self.policy, &self.census.checks);
        PolicyLabel {
            shipped: Policy::shipped(&policy.id) == Some(&self.policy),
            id: policy.id,
            version: policy.version,
            sha256: policy.sha256,
        }
    }

    /// Signed as it stands, true or not; `edit` changes the statement first.
    pub fn signed(
        &self,
        keys: &[u8],
        edit: impl FnOnce(&mut super::statement::RecordStatement),
    ) -> Signed {
        let mut statement = record(
            &self.free,
            &self.census,
            &self.label(),
            &self.verdict,
            &self.files(),
        )
        .expect("a statement");
        edit(&mut statement);
        let signers: Vec<FileSigner> = keys.iter().map(|n| key(*n)).collect();
        let signers: Vec<&dyn Signer> = signers.iter().map(|s| s as &dyn Signer).collect();
        sign(statement, &signers).expect("signed")
    }

    pub fn bundle(&self, keys: &[u8]) -> Bundle {
        pack(&self.signed(keys, |_| ()), self.files())
    }
}

/// Trust in these keys directly.
pub fn trust(keys: &[u8]) -> Trust {
    let prints: Vec<String> = keys
        .iter()
        .map(|n| key(*n).public().fingerprint().to_string())
        .collect();
    Trust::given(&prints, "--trust", &PathBuf::from("nowhere")).expect("trust")
}

/// Trust in the key's bytes.
pub fn trust_key(n: u8) -> Trust {
    let mut trust = trust(&[n]);
    trust.keys[0].who = super::trust::Who::Key(key(n).public().clone());
    trust
}
