//! Everything beside the rows: what the vendor declares, the documents behind it, the buyer's file, reviews, plan.
//!
//! [`Dossier`] is the resolved form: what row and paper sorters ask. Facts carry a [`Grade`]; a claim is never evidence
//! of its own truth.

mod buyer;
mod declared;
pub mod field;
mod package;
mod party;
mod resolve;
mod shelf;
pub mod slot;
pub mod stated;
mod value;
mod word;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::channel::Channel;
use super::check::Check;
use super::policy::bound::Share;
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;

pub use buyer::{is_slug, page_label};
pub use declared::answers;
pub use resolve::{declaration_of, resolve, vendor_key_of};
pub use shelf::{beside, stays};
pub use word::{
    ACQUIRED, ADDRESS_KINDS, BASES, COUNTRIES, DATED_BY, DIALECT, ENCODINGS, EXEMPTIONS, ITEMS,
    KINDS, LANGUAGES, METHODS, NOTICE_CHANNELS, OWN_ROLES, OWNERS, RESCREENING, ROLES, SEEN,
    SIGNATURES, SOURCE_TYPES, STANDINGS, Word,
};

pub const SCHEMA: &str = "beleg.dossier/1";

/// The address of every fact that a declaration may state once: `gdpr.retention.vendor-deletes-after`.
pub fn facts() -> impl Iterator<Item = String> {
    declared::Reader::addresses()
}

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
    /// At hand; what was declared as its digest is none.
    Illegible,
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
    /// Kinds that the file serves ([`KINDS`]); for an item its slot ([`ITEMS`]).
    pub kinds: Vec<Word>,
    pub date: Dated,
    /// Where the date comes from: [`DATED_BY`].
    pub dated_by: Option<Word>,
    /// Where validity ends, if the paper says so.
    pub expires: Option<Day>,
    /// Digest of the file that is at hand.
    pub sha256: Option<Sha256>,
    pub integrity: Integrity,
    /// [`SEEN`].
    pub seen: Word,
    /// Where in the file a kind stands.
    pub pages: BTreeMap<Word, Label>,
    /// Digest of a list that the paper itself names, as the buyer read it there.
    pub list_sha256: Option<Sha256>,
    /// What the column `notice_url` writes for this paper; kept for comparison only.
    #[serde(skip)]
    pub matches: Vec<String>,
    /// Where it lies; kept for papers that are compared with the rows.
    #[serde(skip)]
    pub path: Option<String>,
    /// How its lines are hashed, if they are.
    #[serde(skip)]
    pub hashed: Option<Hashed>,
}

impl Document {
    /// There is a document, altered or not.
    pub fn supplied(&self) -> bool {
        self.integrity != Integrity::Missing
    }

    /// At hand and not altered.
    pub fn at_hand(&self) -> bool {
        matches!(self.integrity, Integrity::NoDigest | Integrity::Matches)
    }

    /// At hand, dated, and not after the as-of date: what evidence for a row needs.
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
    /// A bin of `source-kind` ([`SOURCE_TYPES`]), or illegible.
    pub source_type: Option<Word>,
    /// [`METHODS`], or illegible.
    pub method: Option<Word>,
    pub publicly_accessible: Option<bool>,
    /// Said to be open to members only (`dpv:NonPublicDataSource`).
    pub members_only: bool,
    /// [`COUNTRIES`]; a member may be illegible.
    pub countries: Vec<Word>,
    pub first: Option<Day>,
    pub last: Option<Day>,
    /// `contacted`: when people of this source were first written to or called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacted: Option<Span>,
    /// `disclosed`: when rows of this source were first passed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosed: Option<Span>,
    /// A DPV term of [`BASES`] such as `eu-gdpr:A6-1-f`, or illegible.
    pub legal_basis: Option<Word>,
    /// Name of the supplier that the data came from; kept for comparison only.
    #[serde(skip)]
    pub supplier: Option<String>,
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
            members_only: false,
            countries: Vec::new(),
            first: None,
            last: None,
            contacted: None,
            disclosed: None,
            legal_basis: None,
            supplier: None,
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
    /// The share of persons informed.
    pub share: Option<Declared<Share>>,
    pub log: Option<Label>,
    /// [`LANGUAGES`]; a member may be illegible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Word>,
}

/// From one day to another, as far as they are stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Span {
    pub first: Option<Day>,
    pub last: Option<Day>,
}

/// A stated fact and the document that is said to show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fact {
    /// A check's name.
    #[serde(deserialize_with = "name")]
    pub check: String,
    /// One of the check's bins, or `illegible`.
    #[serde(deserialize_with = "name")]
    pub is: String,
    pub document: Option<Label>,
    pub grade: Grade,
}

/// `[[review]]`: a named person read a document and answered a check's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Review {
    #[serde(deserialize_with = "name")]
    pub check: String,
    /// The source entry for checks per source (`source-purpose@imprint`).
    pub source: Option<Label>,
    /// The consent text for checks per text (`consent-form@newsletter-3`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<Label>,
    /// For checks of the buyer's file the item that was read.
    pub document: Label,
    /// One of the check's bins.
    #[serde(deserialize_with = "name")]
    pub answer: String,
    pub page: Option<Label>,
    pub by: Label,
    pub at: Day,
}

/// `[[answer]]`: a fact of the declaration that the buyer took from prose. The value itself has been applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Answer {
    /// A key of block 3, or a check's name.
    #[serde(deserialize_with = "address")]
    pub fact: String,
    /// The source entry (`platform-visibility@imprint`).
    pub source: Option<Label>,
    /// The consent text (`consent-incentive@newsletter-3`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<Label>,
    pub document: Option<Label>,
    pub page: Option<Label>,
    pub grade: Grade,
}

/// A suppression list: never its content, and its digest only under a nonce that stays with the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suppression {
    /// [`OWNERS`].
    pub owner: Word,
    /// The day of the list.
    pub date: Dated,
    /// Lines that are an address, a domain or a number.
    pub entries: u64,
    /// Lines that are none of them, and so match nothing.
    pub unread: u64,
    /// HMAC-SHA256 of the file under the dossier's nonce; none without a nonce.
    pub hmac: Option<Sha256>,
    /// Where it lies; kept for loading only.
    #[serde(skip)]
    pub path: String,
    /// How its lines are hashed, if they are.
    #[serde(skip)]
    pub hashed: Option<Hashed>,
}

impl Suppression {
    /// The buyer's list at `path`, not yet loaded.
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            owner: Word::of(&OWNERS, "buyer"),
            date: Dated::Undated,
            entries: 0,
            unread: 0,
            hmac: None,
            path: path.into(),
            hashed: None,
        }
    }
}

/// 32 secret bytes of the dossier, which make digests of small files useless to whoever does not have them. Never
/// written, never shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nonce(pub [u8; 32]);

impl std::fmt::Debug for Nonce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nonce(…)")
    }
}

/// How the lines of a list are hashed: `key` of the dossier. Never written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashed {
    /// SHA-256 without a key: `none`.
    Plain,
    /// HMAC-SHA256.
    Keyed(Nonce),
}

/// What the vendor declares about the file and the delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Declaration {
    /// Digest of the declaration as it was handed in.
    pub sha256: Option<Sha256>,
    /// Name of who declares; kept for comparison only.
    #[serde(skip)]
    pub by: Option<String>,
    pub declared_at: Option<Day>,
    pub package: Option<Package>,
    /// `gdpr.legal-basis`: DPV terms of [`BASES`]; a member may be illegible.
    pub legal_basis: Vec<Word>,
    /// [`COUNTRIES`]; a member may be illegible.
    pub countries: Vec<Word>,
    /// Channels; what is none is left out.
    pub channels: Vec<Channel>,
    /// [`ADDRESS_KINDS`]; a member may be illegible.
    pub address_kinds: Vec<Word>,
    /// Names of the recipients; kept for comparison only.
    #[serde(skip)]
    pub recipients: Vec<String>,
    pub controllers: Vec<Controller>,
    pub suppliers: Vec<Controller>,
    pub sources: Vec<Source>,
    /// Whether a source register was declared at all, be it empty or unreadable.
    pub register: bool,
    /// `gdpr.legitimate-interest.assessment`: the document named.
    pub assessment: Option<Label>,
    /// Whether an assessment is said to exist, with or without a document.
    pub assessment_said: bool,
    /// `gdpr.legitimate-interest.covers-sale`.
    pub covers_sale: Option<bool>,
    pub notice: Option<Notice>,
    pub consent: Option<Consent>,
    pub objections_applied_at: Option<Day>,
    pub dnc: Vec<Dnc>,
    /// `gdpr.retention.vendor-deletes-after`.
    pub vendor_deletes_after: Option<Period>,
    pub buyer_deletes_by: Option<Day>,
    /// `gdpr.transfers.outside-eea`.
    pub outside_eea: Option<bool>,
    /// `gdpr.special-categories.present`.
    pub special_categories: Option<bool>,
    /// `[gdpr.facts]`.
    pub facts: Vec<Fact>,
    /// `provenance.generation-method` of block 2: codes of [`METHODS`]; a member may be illegible.
    pub generation: Vec<Word>,
    /// What is said, one by one.
    pub claims: Vec<Claim>,
    /// What became of a signature beside the declaration: [`SIGNATURES`], or illegible; none if there is none.
    pub signature: Option<Word>,
}

/// Something that the declaration says and that a document could show: a section, or one entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// The section, such as `retention`.
    #[serde(deserialize_with = "name")]
    pub about: String,
    /// Position in the list, from 1.
    pub entry: Option<u64>,
    /// Documents that it names.
    pub documents: Vec<Label>,
    /// Something in it cannot be read.
    pub illegible: bool,
}

/// `[gdpr.notice]`: the information of Art. 14 by the vendor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notice {
    /// [`NOTICE_CHANNELS`]; a member may be illegible.
    pub channels: Vec<Word>,
    pub first_sent: Option<Day>,
    pub last_sent: Option<Day>,
    /// Documents.
    pub text: Option<Label>,
    pub log: Option<Label>,
    pub recipients_named: Option<bool>,
    /// [`LANGUAGES`]; a member may be illegible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Word>,
    /// The share of persons informed.
    pub share: Option<Declared<Share>>,
    /// A reason of Art. 14(5) for informing nobody: [`EXEMPTIONS`].
    pub exemption: Option<Word>,
    /// A day stands there that cannot be read.
    pub illegible: bool,
}

/// `[gdpr.consent]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consent {
    pub used: Option<bool>,
    pub texts: Vec<ConsentText>,
}

/// One version of a consent's wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentText {
    pub id: Label,
    /// The id as the column `consent_text_id` writes it; kept for comparison only.
    #[serde(skip)]
    pub matches: String,
    /// Digest of the wording.
    pub sha256: Option<Sha256>,
    /// The period of use; without an end the wording is still used.
    pub valid_from: Option<Day>,
    pub valid_to: Option<Day>,
    /// Names of the recipients; kept for comparison only.
    #[serde(skip)]
    pub recipients: Vec<String>,
    /// How many recipients the text names.
    pub named: u64,
    pub channels: Vec<Channel>,
    pub document: Option<Label>,
    /// Facts stated under a check's name (`consent-incentive = "none"`).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub facts: Vec<Fact>,
}

/// `[[gdpr.dnc]]`: one screening against a register of one country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dnc {
    /// The name of the register; kept for comparison only.
    #[serde(skip)]
    pub register: String,
    pub country: Option<Word>,
    pub screened_at: Option<Day>,
    pub rows_screened: Option<u64>,
    /// Rows that were found and taken out before delivery.
    pub rows_removed: Option<u64>,
    pub log: Option<Label>,
}

/// A length of time such as `P24M`: whole months and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Period {
    pub months: u32,
    pub days: u32,
}

impl Period {
    /// `P24M`, `P2Y`, `P1Y6M`, `P4W`, `P10D` (ISO 8601, dates only).
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix('P')?;
        let mut period = Self { months: 0, days: 0 };
        let mut order = "YMWD".chars();
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let n: u32 = rest[..digits].parse().ok().filter(|n| *n <= 9_999)?;
            let unit = rest[digits..].chars().next()?;
            order.find(|o| *o == unit)?;
            match unit {
                'Y' => period.months += n * 12,
                'M' => period.months += n,
                'W' => period.days += n * 7,
                _ => period.days += n,
            }
            rest = &rest[digits + 1..];
        }
        Some(period)
    }

    /// Whether it is never longer than a calendar month: the shortest month has 28 days.
    pub fn within_a_month(self) -> bool {
        matches!((self.months, self.days), (0, 0..=28) | (1, 0))
    }
}

/// Block 1 as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Package {
    /// One per file of the delivery.
    pub resources: Vec<Resource>,
    /// Headers of the first resource with the canonical column that `rdfType` names; kept for mapping only.
    #[serde(skip)]
    pub fields: Vec<(String, Option<super::column::Column>)>,
}

/// What is declared of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Resource {
    pub bytes: Option<Declared<u64>>,
    pub digest: Option<Declared<FileDigest>>,
    pub rows: Option<Declared<u64>>,
    /// How many fields the schema names.
    pub columns: Option<Declared<u64>>,
    /// [`ENCODINGS`], or illegible.
    pub encoding: Option<Word>,
    pub dialect: FileDialect,
}

/// How a file is said to be written; what is not said is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileDialect {
    /// [`DIALECT`], or illegible.
    pub delimiter: Option<Word>,
    /// [`DIALECT`], or illegible.
    pub quote: Option<Word>,
    /// [`DIALECT`], or illegible.
    pub line_end: Option<Word>,
    /// Record of the header, from 1; 0: there is none.
    pub header: Option<Declared<u64>>,
    /// Position of the sheet, from 1.
    pub sheet: Option<Declared<u64>>,
}

/// A declared digest of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileDigest {
    Sha256(Sha256),
    /// Of another algorithm, which is not computed here.
    Other,
}

/// A declared value, which may be unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declared<T> {
    Is(T),
    Illegible,
}

/// A controller or supplier: what may be shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Controller {
    /// Its name, and whom it names as recipients; kept for comparison only.
    #[serde(skip)]
    pub name: Option<String>,
    #[serde(skip)]
    pub recipients: Vec<String>,
    /// [`ROLES`], or illegible.
    pub role: Option<Word>,
    /// [`COUNTRIES`], or illegible.
    pub country: Option<Word>,
    /// Document id of the contract (suppliers).
    pub contract: Option<Label>,
    /// Who is named: [`STANDINGS`], or illegible. The name itself is not kept.
    pub standing: Option<Word>,
}

/// The buyer's side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Buyer {
    /// Registered names, former names, LEI.
    pub names: Vec<Label>,
    /// [`OWN_ROLES`].
    pub role: Option<Word>,
    pub purpose: Option<Label>,
    pub functions: Vec<Label>,
    pub industries: Vec<Label>,
    pub countries: Vec<Word>,
    /// The plan; none = no plan, all channels are judged.
    pub channels: Option<Vec<Channel>>,
    /// Planned days of the buyer's own notice and of the first message.
    pub notice_day: Option<Day>,
    pub first_contact: Option<Day>,
    /// Whether mailbox, person in charge and time limit for requests are all stated; none of them is kept.
    pub rights_route: Option<bool>,
    /// [`RESCREENING`].
    pub rescreen: Option<Word>,
}

/// The resolved dossier. Written as `data/dossier.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dossier {
    pub schema: String,
    pub vendor: Option<Label>,
    pub delivery: Option<Label>,
    /// The day on which the vendor was asked for its papers.
    pub requested: Option<Day>,
    pub received: Option<Day>,
    /// [`ACQUIRED`].
    pub acquired: Option<Word>,
    pub declaration: Option<Declaration>,
    pub buyer: Buyer,
    pub documents: Vec<Document>,
    pub items: Vec<Document>,
    pub answers: Vec<Answer>,
    pub reviews: Vec<Review>,
    pub suppression: Vec<Suppression>,
    /// Stays with the office.
    #[serde(skip)]
    pub nonce: Option<Nonce>,
}

impl Default for Dossier {
    /// No dossier: nothing declared, no document, all channels planned.
    fn default() -> Self {
        Self {
            schema: SCHEMA.to_owned(),
            vendor: None,
            delivery: None,
            requested: None,
            received: None,
            acquired: None,
            declaration: None,
            buyer: Buyer::default(),
            documents: Vec::new(),
            items: Vec::new(),
            answers: Vec::new(),
            reviews: Vec::new(),
            suppression: Vec::new(),
            nonce: None,
        }
    }
}

impl Dossier {
    /// Documents of a kind.
    pub fn documents<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Document> {
        self.documents
            .iter()
            .filter(move |d| d.kinds.iter().any(|k| *k == kind))
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
                && r.text.is_none()
                && (r.source.is_none() || r.source.as_ref() == source)
                && self.document(&r.document).is_some_and(Document::at_hand)
        })
    }

    /// The same about one consent text.
    fn reviews_of_text<'a>(
        &'a self,
        check: &'a str,
        text: &'a Label,
    ) -> impl Iterator<Item = &'a Review> {
        self.reviews.iter().filter(move |r| {
            r.check == check
                && r.source.is_none()
                && r.text.as_ref().is_none_or(|t| t == text)
                && self.document(&r.document).is_some_and(Document::at_hand)
        })
    }

    /// What is known of a check's question, per source if one is given: the worst of what was said and reviewed, with
    /// the best grade in which exactly that is known. Bins that are grades are never among the answers.
    pub fn fact<'a>(&'a self, check: &'a Check, source: Option<&'a Source>) -> Option<Known<'a>> {
        let said = match source {
            Some(s) => self
                .sources()
                .iter()
                .find(|x| x.id == s.id)
                .map(|x| &x.facts),
            None => self.declaration.as_ref().map(|d| &d.facts),
        };
        let reviewed = self.reviews(check.id, source.map(|s| &s.id));
        worst(check, said.into_iter().flatten(), reviewed)
    }

    /// What is known of a check's question about a consent text; see [`Dossier::fact`].
    pub fn fact_of_text<'a>(
        &'a self,
        check: &'a Check,
        text: &'a ConsentText,
    ) -> Option<Known<'a>> {
        worst(
            check,
            text.facts.iter(),
            self.reviews_of_text(check.id, &text.id),
        )
    }

    /// The consent texts declared.
    pub fn texts(&self) -> &[ConsentText] {
        let consent = self.declaration.as_ref().and_then(|d| d.consent.as_ref());
        consent.map_or(&[], |c| &c.texts)
    }

    /// Whether a channel is planned; none = no plan.
    pub fn planned(&self, channel: Channel) -> Option<bool> {
        self.buyer.channels.as_ref().map(|p| p.contains(&channel))
    }
}

/// The worst of what was said and reviewed, with the best grade in which exactly that is known.
fn worst<'a>(
    check: &Check,
    said: impl Iterator<Item = &'a Fact>,
    reviewed: impl Iterator<Item = &'a Review>,
) -> Option<Known<'a>> {
    let said = said
        .filter(|f| f.check == check.id)
        .map(|f| (f.is.as_str(), f.grade));
    let reviewed = reviewed.map(|r| (r.answer.as_str(), Grade::Reviewed));
    said.chain(reviewed)
        .filter_map(|(is, grade)| Some((check.bin(is)?, std::cmp::Reverse(grade), is)))
        .min()
        .map(|(_, std::cmp::Reverse(grade), is)| Known { is, grade })
}

/// A fact and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'a> {
    /// One of the check's bins.
    pub is: &'a str,
    pub grade: Grade,
}

/// A dotted key such as `gdpr.retention.vendor-deletes-after`.
fn address<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if text.split('.').all(is_name) {
        Ok(text)
    } else {
        Err(serde::de::Error::custom("not the address of a fact"))
    }
}

fn is_name(text: &str) -> bool {
    (1..=60).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// A check's or a bin's name: no other text crosses.
fn name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    is_name(&text)
        .then_some(text)
        .ok_or_else(|| serde::de::Error::custom("not the name of a check or bin"))
}
