//! Everything beside the rows: what the vendor declares, the documents behind it, the buyer's file, reviews, plan.
//!
//! [`Dossier`] is the resolved form: what row and paper sorters ask. Facts carry a [`Grade`]; a claim is never evidence
//! of its own truth.

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;

pub const SCHEMA: &str = "beleg.dossier/1";

/// How well a fact is known. Ordered from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Somebody says so.
    Declared,
    /// The named document is at hand, its digest right.
    Documented,
    /// A named person answered the check's question about that document.
    Reviewed,
}

/// The 29 kinds of document in the slots D01–D28.
pub const KINDS: [&str; 29] = [
    "vendor-identity",
    "delivery-sheet",
    "source-register",
    "basis-statement",
    "legitimate-interest-assessment",
    "dpia",
    "privacy-notice",
    "art14-notice",
    "notice-log",
    "consent-text",
    "consent-log",
    "processing-record",
    "controller-to-controller-agreement",
    "processor-agreement",
    "joint-controller-arrangement",
    "transfer-file",
    "dnc-log",
    "suppression-procedure",
    "rights-procedure",
    "retention-schedule",
    "verification-method",
    "security-certificate",
    "breach-declaration",
    "authority-history",
    "dpo-appointment",
    "code-of-conduct",
    "upstream-contract",
    "completeness-declaration",
    "removals-since-export",
];

/// The buyer's slots B01–B10.
pub const ITEMS: [&str; 10] = [
    "purpose-and-offer",
    "interest-assessment",
    "notice-and-plan",
    "suppression-list",
    "channel-plan",
    "retention-rule",
    "message-template",
    "processing-record",
    "dpo-statement",
    "sample-check",
];

/// A date as it stands in a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dated {
    On(Day),
    /// Something stands there that is no day.
    Illegible,
    Undated,
}

/// A document's file against its declared digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Integrity {
    /// Named, but not at hand: no document.
    Missing,
    Differs,
    /// At hand, or inspected elsewhere; no digest was declared.
    NoDigest,
    Matches,
}

/// One document of the vendor's or item of the buyer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// The vendor's id, or its position.
    pub id: Label,
    /// Kinds that the file serves; for an item its slot.
    pub kinds: Vec<String>,
    pub date: Dated,
    /// `document`, `vendor`, `buyer`.
    pub dated_by: Option<String>,
    /// Where validity ends, if the paper says so.
    pub expires: Option<Day>,
    /// Digest of the file that is at hand.
    pub sha256: Option<Sha256>,
    pub integrity: Integrity,
    /// `copy` or `inspected`.
    pub seen: String,
}

impl Document {
    /// At hand and not altered.
    pub fn at_hand(&self) -> bool {
        matches!(self.integrity, Integrity::NoDigest | Integrity::Matches)
    }

    /// At hand, dated, and not after the as-of date: what evidence for a row needs (law.md §6).
    pub fn is_evidence(&self, as_of: Day) -> bool {
        self.at_hand() && matches!(self.date, Dated::On(d) if d <= as_of)
    }
}

/// One entry of the source register (`[[gdpr.sources]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    pub id: Label,
    /// Keyed digests or other traces of the `matches` never stand here: the texts are kept for sorting only.
    #[serde(skip)]
    pub matches: Vec<String>,
    /// As declared, a bin of `source-kind` or another text.
    pub source_type: Option<String>,
    pub method: Option<String>,
    pub publicly_accessible: Option<bool>,
    pub countries: Vec<String>,
    pub first: Option<Day>,
    pub last: Option<Day>,
    /// As declared: a DPV term such as `eu-gdpr:A6-1-f`.
    pub legal_basis: Option<String>,
    /// Document ids: the assessment named by this entry.
    pub assessment: Option<Label>,
    pub notice: Option<SourceNotice>,
    /// Facts stated under a check's name (`platform-visibility = "public-profile"`).
    pub facts: Vec<Fact>,
}

impl Source {
    /// An entry that says nothing yet.
    pub fn new(id: Label) -> Self {
        Self {
            id,
            matches: Vec::new(),
            source_type: None,
            method: None,
            publicly_accessible: None,
            countries: Vec::new(),
            first: None,
            last: None,
            legal_basis: None,
            assessment: None,
            notice: None,
            facts: Vec::new(),
        }
    }
}

/// `notice = { within = "P1M", log = "…", share = 0.97 }` of a source entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourceNotice {
    /// Whether the stated period is at most one month.
    pub in_time: bool,
    pub log: Option<Label>,
}

/// A stated fact and the document that is said to show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fact {
    /// A check's name.
    pub check: String,
    /// One of the check's bins, or `illegible`.
    pub is: String,
    pub document: Option<Label>,
    pub grade: Grade,
}

/// `[[review]]`: a named person read a document and answered a check's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Review {
    pub check: String,
    /// The source entry for checks per source (`source-purpose@imprint`).
    pub source: Option<Label>,
    pub document: Label,
    pub answer: String,
    pub page: Option<Label>,
    pub by: Label,
    pub at: Day,
}

/// `[[answer]]`: a fact of the declaration that the buyer took from prose. The value itself has been applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Answer {
    pub fact: Label,
    pub document: Option<Label>,
    pub page: Option<Label>,
    pub grade: Grade,
}

/// A suppression list: never its content, and its digest only under a key that stays with the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suppression {
    /// `buyer` or `vendor`.
    pub owner: String,
    pub entries: u64,
    /// HMAC-SHA256 of the file under the dossier's nonce.
    pub hmac: Sha256,
}

/// What the vendor declares about the file and the delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Declaration {
    /// Digest of the declaration as it was handed in.
    pub sha256: Option<Sha256>,
    pub declared_at: Option<Day>,
    pub package: Option<Package>,
    /// `gdpr.legal-basis`, as declared.
    pub legal_basis: Vec<String>,
    /// ISO codes, upper case.
    pub countries: Vec<String>,
    pub channels: Vec<String>,
    pub address_kinds: Vec<String>,
    pub controllers: Vec<Controller>,
    pub suppliers: Vec<Controller>,
    pub sources: Vec<Source>,
    /// `gdpr.legitimate-interest.assessment`.
    pub assessment: Option<Label>,
    /// `gdpr.notice.log`.
    pub notice_log: Option<Label>,
    pub objections_applied_at: Option<Day>,
    /// `[gdpr.facts]`.
    pub facts: Vec<Fact>,
}

/// Block 1 as far as it is compared: bytes, digest, rows, headers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Package {
    pub bytes: Option<Declared<u64>>,
    pub sha256: Option<Declared<Sha256>>,
    pub rows: Option<Declared<u64>>,
    /// Headers with the canonical column that `rdfType` names; kept for mapping only.
    #[serde(skip)]
    pub fields: Vec<(String, Option<super::column::Column>)>,
    /// How many fields were declared.
    pub field_count: Option<u64>,
}

/// A declared value, which may be unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declared<T> {
    Is(T),
    Illegible,
}

/// A controller or supplier: what may be shown of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Controller {
    pub role: Option<String>,
    pub country: Option<String>,
    /// Document id of the contract (suppliers).
    pub contract: Option<Label>,
}

/// The buyer's side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Buyer {
    /// Registered names, former names, LEI.
    pub names: Vec<Label>,
    pub role: Option<String>,
    pub purpose: Option<Label>,
    pub functions: Vec<Label>,
    pub industries: Vec<Label>,
    pub countries: Vec<String>,
    /// The plan; none = no plan, all channels are judged.
    pub channels: Option<Vec<Channel>>,
}

/// The resolved dossier. Written as `data/dossier.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dossier {
    pub schema: String,
    pub vendor: Option<Label>,
    pub delivery: Option<Label>,
    pub received: Option<Day>,
    /// `file`, `self-export`, `sample`, `papers-only`.
    pub acquired: Option<String>,
    pub declaration: Option<Declaration>,
    pub buyer: Buyer,
    pub documents: Vec<Document>,
    pub items: Vec<Document>,
    pub answers: Vec<Answer>,
    pub reviews: Vec<Review>,
    pub suppression: Vec<Suppression>,
}

impl Default for Dossier {
    /// No dossier: nothing declared, no document, all channels planned.
    fn default() -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            vendor: None,
            delivery: None,
            received: None,
            acquired: None,
            declaration: None,
            buyer: Buyer::default(),
            documents: Vec::new(),
            items: Vec::new(),
            answers: Vec::new(),
            reviews: Vec::new(),
            suppression: Vec::new(),
        }
    }
}

impl Dossier {
    /// Documents of a kind.
    pub fn documents<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Document> {
        self.documents
            .iter()
            .filter(move |d| d.kinds.iter().any(|k| k == kind))
    }

    pub fn document(&self, id: &Label) -> Option<&Document> {
        self.documents.iter().find(|d| d.id == *id)
    }

    pub fn sources(&self) -> &[Source] {
        self.declaration.as_ref().map_or(&[], |d| &d.sources)
    }

    /// The answers of reviewers to a check's question about documents that are at hand; per source if one is named.
    pub fn reviews<'a>(
        &'a self,
        check: &'a str,
        source: Option<&'a Label>,
    ) -> impl Iterator<Item = &'a Review> {
        self.reviews.iter().filter(move |r| {
            r.check == check
                && (r.source.is_none() || r.source.as_ref() == source)
                && self.document(&r.document).is_some_and(Document::at_hand)
        })
    }

    /// Whether a channel is planned; none = no plan.
    pub fn planned(&self, channel: Channel) -> Option<bool> {
        self.buyer.channels.as_ref().map(|p| p.contains(&channel))
    }
}
