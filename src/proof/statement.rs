//! What is signed: two in-toto statements (v1) over the same subject, the list files.
//!
//! [`record`] is ours and says everything in counts and codes; [`summary`] is the short form for foreign tools and
//! follows from the record alone. Both are pure functions: whoever has census, policy and verdict can make the same
//! bytes again, but for the few members in [`Free`].

mod record;
mod resource;
mod size;
mod sound;
mod summary;

use serde::{Deserialize, Serialize};

pub use record::{
    Acquisition, Channel, Contact, Evidence, Findings, Free, Listed, PolicyLabel, Record, RowTree,
    Rows, Verifier, Version, list_files, record, with_verdict,
};
pub use resource::{Resource, slug};
pub use sound::{OVERRIDES, sound};
pub use summary::{Result, Summary, summary};

use crate::base::code::{Code, verify};
use crate::base::digest::Sha256;
use crate::base::error::Error;
use crate::base::json::{self, Flaw};
use crate::record::census::Digest;
use crate::text;

/// Statements name at most this many list files; of more, one file that lists them.
pub const SUBJECTS: usize = 4;
/// The subject, and the file of evidence, that stands for more list files.
pub const LIST_FILES: &str = "list-files.sha256";
/// The disclaimer that the record refers to. Its texts are in reports and in `VERIFY.md`.
pub const DISCLAIMER: &str = "urn:beleg:disclaimer:v1";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementType {
    #[serde(rename = "https://in-toto.io/Statement/v1")]
    V1,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordType {
    #[serde(rename = "urn:beleg:predicate:list-audit:v1")]
    V1,
}

/// The predicate type of the record, as roles name it.
pub const RECORD_TYPE: &str = "urn:beleg:predicate:list-audit:v1";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SummaryType {
    #[serde(rename = "https://slsa.dev/verification_summary/v1")]
    V1,
}

/// An in-toto statement. Members in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement<T, P> {
    #[serde(rename = "_type")]
    pub statement_type: StatementType,
    pub subject: Vec<Subject>,
    #[serde(rename = "predicateType")]
    pub predicate_type: T,
    pub predicate: P,
}

pub type RecordStatement = Statement<RecordType, Record>;
pub type SummaryStatement = Statement<SummaryType, Summary>;

/// A list file as delivered: bytes before decoding or decompression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub name: String,
    pub digest: Digest,
}

/// A digest and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pointer {
    pub digest: Digest,
}

/// The policy: a label, and the digest that binds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyRef {
    pub uri: String,
    pub digest: Digest,
}

impl<T: Serialize, P: Serialize> Statement<T, P> {
    /// The payload: compact JSON without a newline.
    pub fn write(&self) -> Vec<u8> {
        json::write(self)
    }
}

impl RecordStatement {
    /// Reads a payload: V9 and V10.
    pub fn read(payload: &[u8]) -> std::result::Result<Self, Error> {
        let statement: Self = json::canonical(payload).map_err(|f| flawed(&f))?;
        sound(&statement).map_err(|what| {
            let (en, de) = (what.en, what.de);
            refused(&verify::STATEMENT_ILLEGIBLE, text!("{en}", "{de}"))
        })?;
        Ok(statement)
    }

    /// `B-` and 80 bits of the digest over census, policy, waivers and verdict, for people: `B-7F3A-91C2-0QXM-44TD`.
    pub fn number(&self) -> String {
        let evidence = |name: &str| {
            self.predicate
                .evidence
                .iter()
                .find(|e| e.name == name)
                .map_or(Sha256([0; 32]), |e| e.digest.sha256)
        };
        number([
            self.predicate.census.digest.sha256,
            self.predicate.policy.digest.sha256,
            evidence("data/waivers.json"),
            evidence("data/verdict.json"),
        ])
    }
}

/// The number of a record by its evidence: the digests of census, policy, waivers (32 zero bytes if there are none) and
/// verdict.
pub fn number(evidence: [Sha256; 4]) -> String {
    let digest = Sha256::of(&evidence.map(|d| d.0).concat()).0;
    let bits = digest[..10]
        .iter()
        .fold(0u128, |n, b| n << 8 | u128::from(*b));
    let mut out = String::from("B");
    for i in 0..16 {
        if i % 4 == 0 {
            out.push('-');
        }
        // Crockford's alphabet: no I, L, O, U
        let five = (bits >> (75 - 5 * i)) as usize & 31;
        out.push(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[five] as char);
    }
    out
}

impl SummaryStatement {
    /// Reads a payload: V9 and V10.
    pub fn read(payload: &[u8]) -> std::result::Result<Self, Error> {
        json::canonical(payload).map_err(|f| flawed(&f))
    }
}

fn flawed(flaw: &Flaw) -> Error {
    match flaw {
        Flaw::Unknown => refused(
            &verify::STATEMENT_UNKNOWN,
            text!(
                "a type or member that this version does not know",
                "ein Typ oder Feld, das diese Version nicht kennt"
            ),
        ),
        Flaw::Illegible(what, at) => refused(
            &verify::STATEMENT_ILLEGIBLE,
            text!(
                "byte {at}: {what}",
                "Byte {at}: kein strenges JSON der erwarteten Form"
            ),
        ),
        Flaw::Altered => refused(
            &verify::STATEMENT_ILLEGIBLE,
            text!(
                "not in the one form that beleg writes",
                "nicht in der einen Form, die beleg schreibt"
            ),
        ),
    }
}

fn refused(code: &'static Code, message: crate::base::lang::Text) -> Error {
    Error::new(code, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = include_str!("../../testdata/vectors/statement/record.json");
    const SUMMARY: &str = include_str!("../../testdata/vectors/statement/summary.json");

    /// The worked example of the format: record, and the summary that follows from its bytes.
    #[test]
    fn the_worked_example_reads_writes_and_is_summed_up() {
        let record = RecordStatement::read(RECORD.as_bytes()).expect("the example");
        assert_eq!(record.write(), RECORD.as_bytes());
        let follows = summary(&record, RECORD.as_bytes());
        assert_eq!(String::from_utf8_lossy(&follows.write()), SUMMARY);
        assert_eq!(
            SummaryStatement::read(SUMMARY.as_bytes()).expect("the example"),
            follows
        );
    }

    /// Every rule of the levels, on the example with other words.
    #[test]
    fn levels_say_what_the_words_allow() {
        use crate::record::verdict::Word::{Conditional, NoObjection, NotAssessable, Rejected};
        let base = RecordStatement::read(RECORD.as_bytes()).expect("the example");
        let policy = format!(
            "BELEG_POLICY_{}",
            base.predicate.policy.digest.sha256.hex().to_uppercase()
        );
        let blocker = vec!["LAW-01".to_owned()];
        for (a, c, waived, hidden, levels) in [
            (Rejected, NoObjection, 0, false, None),
            (NoObjection, NotAssessable, 0, false, None),
            (
                Conditional,
                Conditional,
                0,
                false,
                Some(vec!["ACQUISITION_CONDITIONAL", "CONTACT_CONDITIONAL"]),
            ),
            (
                NoObjection,
                Conditional,
                0,
                false,
                Some(vec![
                    "ACQUISITION_CONDITIONAL",
                    "ACQUISITION_NO_OBJECTION",
                    "CONTACT_CONDITIONAL",
                ]),
            ),
            (
                Conditional,
                Conditional,
                1,
                false,
                Some(vec![
                    "ACQUISITION_CONDITIONAL",
                    "ACQUISITION_WAIVED",
                    "CONTACT_CONDITIONAL",
                ]),
            ),
            (
                Conditional,
                Conditional,
                1,
                true,
                Some(vec!["ACQUISITION_WAIVED", "CONTACT_CONDITIONAL"]),
            ),
        ] {
            let mut record = base.clone();
            let p = &mut record.predicate;
            (p.acquisition.verdict, p.contact.verdict) = (a, c);
            p.acquisition.findings.waived = waived;
            p.acquisition.waived = Listed::default();
            if hidden {
                p.acquisition.waived.blocker.clone_from(&blocker);
            }
            let said = summary(&record, &record.write()).predicate;
            let expect: Vec<String> = match &levels {
                None => vec!["FAILED".to_owned()],
                Some(l) => l
                    .iter()
                    .map(|l| format!("BELEG_{l}"))
                    .chain([policy.clone()])
                    .collect(),
            };
            assert_eq!(said.verified_levels, expect);
            assert_eq!(said.verification_result == Result::Passed, levels.is_some());
        }
    }
}
