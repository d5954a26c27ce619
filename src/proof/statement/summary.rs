//! The short form: a SLSA verification summary, for which stock tools exist that check it offline.
//!
//! It follows from the record's bytes and says no more. Its words PASSED and FAILED belong to the foreign format;
//! people are shown the words of the verdict only.

use serde::{Deserialize, Serialize};

use super::{PolicyRef, RecordStatement, StatementType, SummaryStatement, SummaryType};
use crate::base::clock::Time;
use crate::base::digest::Sha256;
use crate::record::census::Digest;
use crate::record::verdict::Word;

/// Predicate `https://slsa.dev/verification_summary/v1`; no `verifier.version`, which in-toto's protobuf lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    pub verifier: Office,
    pub time_verified: Time,
    pub resource_uri: String,
    pub policy: PolicyRef,
    pub input_attestations: Vec<Input>,
    pub verification_result: Result,
    pub verified_levels: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    pub uri: String,
    pub digest: Digest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Result {
    Passed,
    Failed,
}

/// The one summary of a record. `payload`: the record's bytes, without signatures.
pub fn summary(record: &RecordStatement, payload: &[u8]) -> SummaryStatement {
    let r = &record.predicate;
    let words = [r.acquisition.verdict, r.contact.verdict];
    let passed = words
        .iter()
        .all(|w| matches!(w, Word::Conditional | Word::NoObjection));
    SummaryStatement {
        statement_type: StatementType::V1,
        subject: record.subject.clone(),
        predicate_type: SummaryType::V1,
        predicate: Summary {
            verifier: Office {
                id: r.verifier.id.clone(),
            },
            time_verified: r.time_verified,
            resource_uri: r.resource_uri.clone(),
            policy: r.policy.clone(),
            input_attestations: vec![Input {
                uri: "attestation/audit.dsse.json".to_owned(),
                digest: Digest {
                    sha256: Sha256::of(payload),
                },
            }],
            verification_result: if passed {
                Result::Passed
            } else {
                Result::Failed
            },
            verified_levels: if passed {
                levels(record)
            } else {
                vec!["FAILED".to_owned()]
            },
        },
    }
}

fn levels(record: &RecordStatement) -> Vec<String> {
    let r = &record.predicate;
    let mut out = Vec::new();
    let (a, c) = (&r.acquisition, &r.contact);
    for (block, word, waived, blockers) in [
        (
            "ACQUISITION",
            a.verdict,
            a.findings.waived,
            &a.waived.blocker,
        ),
        ("CONTACT", c.verdict, c.findings.waived, &c.waived.blocker),
    ] {
        // a stock tool that asks for this level fails on a waived blocker, as `--expect conditional` does
        if blockers.is_empty() {
            out.push(format!("BELEG_{block}_CONDITIONAL"));
        }
        if word == Word::NoObjection {
            out.push(format!("BELEG_{block}_NO_OBJECTION"));
        }
        if waived > 0 {
            out.push(format!("BELEG_{block}_WAIVED"));
        }
    }
    // in full: stock tools compare levels and do not look at the policy's digest
    let policy = r.policy.digest.sha256.hex().to_uppercase();
    out.push(format!("BELEG_POLICY_{policy}"));
    out
}
