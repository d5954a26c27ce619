//! The record: predicate `urn:beleg:predicate:list-audit:v1`, a function of census, policy and verdict.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    DISCLAIMER, LIST_FILES, Pointer, PolicyRef, RecordStatement, RecordType, Resource, SUBJECTS,
    StatementType, Subject, size,
};
use crate::base::clock::{Day, Time};
use crate::base::code::{internal, key};
use crate::base::digest::Sha256;
use crate::base::error::Error;
use crate::record::census::{Census, Digest, ListFile};
use crate::record::channel;
use crate::record::verdict::{Block, Severity, Status, Verdict, Word};
use crate::text;

/// Members in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    pub verifier: Verifier,
    pub time_verified: Time,
    pub as_of: Day,
    pub resource_uri: String,
    pub policy: PolicyRef,
    pub census: Pointer,
    pub rows: Rows,
    /// What was set against the default: [`super::OVERRIDES`], sorted.
    pub overrides: Vec<String>,
    pub acquisition: Acquisition,
    pub contact: Contact,
    /// Sorted by name.
    pub evidence: Vec<Evidence>,
    /// Written by a later version; read, and never more than "not checked".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row_tree: Option<RowTree>,
    /// The payload of the audit of this resource before.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub previous: Option<Pointer>,
    pub disclaimer: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verifier {
    pub id: String,
    pub version: Version,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub beleg: String,
}

/// `read = loaded + quarantined`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    pub read: u64,
    pub loaded: u64,
    pub quarantined: u64,
}

/// May the list be held. `accepted + setAside = rows.loaded`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Acquisition {
    pub verdict: Word,
    pub accepted: u64,
    pub set_aside: u64,
    pub findings: Findings,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub breached: Listed,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub unproven: Listed,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub waived: Listed,
}

/// May these rows be approached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub verdict: Word,
    pub findings: Findings,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub breached: Listed,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub unproven: Listed,
    #[serde(skip_serializing_if = "Listed::is_empty", default)]
    pub waived: Listed,
    /// Planned channels with at least one address.
    pub channels: BTreeMap<channel::Channel, Channel>,
}

/// `usable + withheld + noAddress = rows.loaded`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Channel {
    pub verdict: Word,
    pub usable: u64,
    pub withheld: u64,
    pub no_address: u64,
}

/// Clauses of a block per status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Findings {
    pub met: u64,
    pub breached: u64,
    pub unproven: u64,
    pub waived: u64,
    pub not_applicable: u64,
}

/// Clause codes of one status by severity, sorted; `more`: how many were left out for want of room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub blocker: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub major: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub minor: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub info: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub more: Option<u64>,
}

impl Listed {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The codes of a severity.
    pub fn of(&mut self, severity: Severity) -> &mut Vec<String> {
        match severity {
            Severity::Blocker => &mut self.blocker,
            Severity::Major => &mut self.major,
            Severity::Minor => &mut self.minor,
            Severity::Info => &mut self.info,
        }
    }

    pub fn lists(&self) -> [&Vec<String>; 4] {
        [&self.blocker, &self.major, &self.minor, &self.info]
    }

    /// Codes that are written out.
    pub fn len(&self) -> u64 {
        self.lists().iter().map(|l| l.len() as u64).sum()
    }
}

/// A file of `data/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evidence {
    pub name: String,
    pub digest: Digest,
    pub media_type: String,
}

impl Evidence {
    /// The entry of a file.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let sha256 = Sha256::of(bytes);
        Self {
            name: name.to_owned(),
            digest: Digest { sha256 },
            media_type: media_type(name).to_owned(),
        }
    }
}

pub(super) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "json")) => "application/json",
        Some((_, "toml")) => "application/toml",
        _ => "text/plain",
    }
}

/// The row tree of a later version: its members are fixed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowTree {
    pub algorithm: String,
    pub kinds: Vec<String>,
    pub vrf_key: String,
    pub root: Sha256,
    pub depth: u64,
    pub entries: u64,
    pub rows: u64,
    pub keyless: BTreeMap<String, u64>,
}

/// What a replay does not recompute: it is the signer's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Free {
    /// URI of the auditing office.
    pub verifier: String,
    /// Version of the tool.
    pub version: String,
    pub time: Time,
    pub resource: Resource,
    pub previous: Option<Sha256>,
}

/// Which policy was judged with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyLabel {
    pub id: String,
    pub version: String,
    pub sha256: Sha256,
    /// Its text is the one that this tool ships under this name.
    pub shipped: bool,
}

impl PolicyLabel {
    /// `urn:beleg:policy:<id>:<version>`, reserved for shipped texts.
    pub fn shipped_uri(&self) -> String {
        format!("urn:beleg:policy:{}:{}", self.id, self.version)
    }

    /// `urn:beleg:own-policy:<verifier>:<id>:<version>`: a label; the digest binds.
    pub fn own_uri(&self, verifier: &str) -> String {
        let mut office = String::new();
        for c in verifier.to_lowercase().chars() {
            if c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-') {
                office.push(c);
            } else if !office.ends_with('\u{0}') {
                office.push('\u{0}');
            }
        }
        let office = office.replace('\u{0}', "-");
        format!("urn:beleg:own-policy:{office}:{}:{}", self.id, self.version)
    }
}

/// Makes the record. `evidence`: the files of `data/`, by name.
///
/// # Errors
/// `name-unfit`, `times-reversed`, `statement-too-large`; `internal` if verdict and census belong to different policies or rows.
pub fn record(
    free: &Free,
    census: &Census,
    policy: &PolicyLabel,
    verdict: &Verdict,
    evidence: &BTreeMap<String, Vec<u8>>,
) -> Result<RecordStatement, Error> {
    let mut statement = RecordStatement {
        statement_type: StatementType::V1,
        subject: subjects(&census.lists),
        predicate_type: RecordType::V1,
        predicate: Record {
            verifier: Verifier {
                id: free.verifier.clone(),
                version: Version {
                    beleg: free.version.clone(),
                },
            },
            time_verified: free.time,
            as_of: census.as_of,
            resource_uri: free.resource.to_string(),
            policy: PolicyRef {
                uri: if policy.shipped {
                    policy.shipped_uri()
                } else {
                    policy.own_uri(&free.verifier)
                },
                digest: Digest {
                    sha256: policy.sha256,
                },
            },
            census: Pointer {
                digest: Digest {
                    sha256: evidence
                        .get("data/census.json")
                        .map_or(Sha256([0; 32]), |b| Sha256::of(b)),
                },
            },
            rows: Rows {
                read: census.ledger.read,
                loaded: census.ledger.loaded,
                quarantined: census.ledger.quarantined(),
            },
            overrides: census.options.overrides.clone(),
            acquisition: acquisition(verdict),
            contact: contact(verdict),
            evidence: evidence
                .iter()
                .map(|(name, bytes)| Evidence::of(name, bytes))
                .collect(),
            row_tree: None,
            previous: free.previous.map(|sha256| Pointer {
                digest: Digest { sha256 },
            }),
            disclaimer: DISCLAIMER.to_owned(),
        },
    };
    if !super::sound::uri(&free.verifier) || free.verifier.len() > 120 {
        return Err(Error::new(
            &key::NAME_UNFIT,
            text!(
                "the verifier's id is no URI of at most 120 plain characters",
                "die Kennung der Prüfstelle ist keine URI aus höchstens 120 schlichten Zeichen"
            ),
        )
        .help(text!(
            "for example `urn:example:audit-office` or `https://office.example`",
            "zum Beispiel `urn:example:audit-office` oder `https://office.example`"
        )));
    }
    if census.as_of > free.time.day() {
        let (day, time) = (census.as_of, free.time);
        return Err(Error::new(
            &key::TIMES_REVERSED,
            text!(
                "as of {day}, but signed {time}",
                "Stichtag {day}, aber unterschrieben {time}"
            ),
        ));
    }
    if let Err(what) = super::sound(&statement) {
        return Err(Error::new(&internal::INTERNAL, what));
    }
    size::shrink(&mut statement)?;
    Ok(statement)
}

/// The list files themselves; of more than four, the file that lists them.
fn subjects(lists: &[ListFile]) -> Vec<Subject> {
    if lists.len() <= SUBJECTS {
        return lists
            .iter()
            .map(|l| Subject {
                name: l.name.to_string(),
                digest: Digest { sha256: l.sha256 },
            })
            .collect();
    }
    vec![Subject {
        name: LIST_FILES.to_owned(),
        digest: Digest {
            sha256: Sha256::of(&list_files(lists)),
        },
    }]
}

/// The sorted text that `sha256sum` would write for the list files.
pub fn list_files(lists: &[ListFile]) -> Vec<u8> {
    let mut lines: Vec<String> = lists
        .iter()
        .map(|l| format!("{}  {}\n", l.sha256, l.name))
        .collect();
    lines.sort();
    lines.concat().into_bytes()
}

/// The statement with the words and counts of a verdict, as it would have been written: what a reader without the
/// census can still compare.
pub fn with_verdict(statement: &RecordStatement, verdict: &Verdict) -> Option<RecordStatement> {
    let mut again = statement.clone();
    again.predicate.acquisition = acquisition(verdict);
    again.predicate.contact = contact(verdict);
    size::shrink(&mut again).ok()?;
    Some(again)
}

fn acquisition(verdict: &Verdict) -> Acquisition {
    let block = Block::Acquisition;
    Acquisition {
        verdict: verdict.acquisition.verdict,
        accepted: verdict.acquisition.accepted.unwrap_or_default(),
        set_aside: verdict.acquisition.set_aside.unwrap_or_default(),
        findings: findings(verdict, block),
        breached: listed(verdict, block, Status::Breached),
        unproven: listed(verdict, block, Status::Unproven),
        waived: listed(verdict, block, Status::Waived),
    }
}

fn contact(verdict: &Verdict) -> Contact {
    let block = Block::Contact;
    let channels = verdict.contact.channels.iter().map(|(name, c)| {
        let channel = Channel {
            verdict: c.verdict,
            usable: c.usable,
            withheld: c.withheld_bad + c.withheld_unproven,
            no_address: c.no_address,
        };
        (*name, channel)
    });
    Contact {
        verdict: verdict.contact.verdict,
        findings: findings(verdict, block),
        breached: listed(verdict, block, Status::Breached),
        unproven: listed(verdict, block, Status::Unproven),
        waived: listed(verdict, block, Status::Waived),
        channels: channels.collect(),
    }
}

fn findings(verdict: &Verdict, block: Block) -> Findings {
    let count = |status| {
        let of_block = verdict.findings.iter().filter(|f| f.block == block);
        of_block.filter(|f| f.status == status).count() as u64
    };
    Findings {
        met: count(Status::Met),
        breached: count(Status::Breached),
        unproven: count(Status::Unproven),
        waived: count(Status::Waived),
        not_applicable: count(Status::NotApplicable),
    }
}

fn listed(verdict: &Verdict, block: Block, status: Status) -> Listed {
    let mut out = Listed::default();
    for f in &verdict.findings {
        if f.block == block && f.status == status {
            out.of(f.severity).push(f.code.clone());
        }
    }
    for list in [
        &mut out.blocker,
        &mut out.major,
        &mut out.minor,
        &mut out.info,
    ] {
        list.sort();
    }
    out
}
