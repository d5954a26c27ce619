//! The letter for programs: schema `beleg.letter/1`. Keys in lowerCamelCase, values in kebab-case; texts in the language
//! asked for; figures about 1 to 4 rows are `"few"`.

use serde::{Serialize, Serializer};

use super::{
    Back, Concern, Count, Head, Item, Letter, Manner, Outlook, Question, Reading, Thing, To,
};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::lang::Lang;
use crate::record::census::ListFile;
use crate::record::channel::Channel;
use crate::record::policy::Owner;
use crate::record::verdict::{Block, Severity, Word};
use crate::report::disclaimer::NOTICE;

pub const SCHEMA: &str = "beleg.letter/1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    schema: &'static str,
    lang: &'static str,
    to: To,
    head: HeadWire<'a>,
    points: Vec<ItemWire<'a>>,
    /// Folded into the closing point.
    further: Vec<ItemWire<'a>>,
    back: Vec<BackWire<'a>>,
    outlook: Vec<OutlookWire>,
    unmeasured: &'a [String],
    readings: Vec<ReadingWire<'a>>,
    rules: Vec<ConcernWire<'a>>,
    notice: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HeadWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    vendor: Option<&'a str>,
    buyer: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    received: Option<Day>,
    as_of: Day,
    policy: PolicyWire<'a>,
    subjects: &'a [ListFile],
    rows: u64,
    record: &'a str,
    signed: bool,
    verified: bool,
}

#[derive(Serialize)]
struct PolicyWire<'a> {
    id: &'a str,
    version: &'a str,
    sha256: Sha256,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemWire<'a> {
    remedy: &'a str,
    owed_by: Owner,
    manner: Manner,
    severity: Severity,
    ask: Vec<&'a str>,
    hand_in: Vec<ThingWire<'a>>,
    clauses: Vec<ConcernWire<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum ThingWire<'a> {
    #[serde(rename_all = "camelCase")]
    Document {
        kind: &'a str,
        at_hand: bool,
    },
    Item(&'a str),
    Column(&'a str),
    Rows,
    WithoutColumns,
    Again {
        id: &'a str,
        kinds: &'a [&'static str],
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ConcernWire<'a> {
    code: &'a str,
    title: &'a str,
    manner: Manner,
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    channels: &'a [Channel],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    countries: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BackWire<'a> {
    code: &'a str,
    title: &'a str,
    rows: Figure,
    set_aside: bool,
    channels: &'a [Channel],
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutlookWire {
    block: Block,
    now: Word,
    at_best: Word,
    all_theirs: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReadingWire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    kinds: &'a [&'static str],
    questions: Vec<QuestionWire<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct QuestionWire<'a> {
    check: &'a str,
    question: &'a str,
    answers: &'a [String],
    clauses: &'a [String],
    severity: Severity,
}

struct Figure(Count);

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Count::Exactly(n) => s.serialize_u64(n),
            Count::Few => s.serialize_str("few"),
        }
    }
}

pub fn render(letter: &Letter, lang: Lang) -> String {
    let Letter { to, head, .. } = letter;
    let wire = Wire {
        schema: SCHEMA,
        lang: lang.code(),
        to: *to,
        head: self::head(head),
        points: letter.items.iter().map(|i| item(i, lang)).collect(),
        further: letter.further.iter().map(|i| item(i, lang)).collect(),
        back: letter.back.iter().map(|b| back(b, lang)).collect(),
        outlook: letter.outlook.iter().map(outlook).collect(),
        unmeasured: &letter.unmeasured,
        readings: letter.readings.iter().map(|r| reading(r, lang)).collect(),
        rules: letter.rules.iter().map(|c| concern(c, lang)).collect(),
        notice: NOTICE.get(lang),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
}

fn head(h: &Head) -> HeadWire<'_> {
    HeadWire {
        vendor: h.vendor.as_ref().map(|l| l.as_str()),
        buyer: h.buyer.iter().map(|l| l.as_str()).collect(),
        delivery: h.delivery.as_ref().map(|l| l.as_str()),
        received: h.received,
        as_of: h.as_of,
        policy: PolicyWire {
            id: &h.policy.id,
            version: &h.policy.version,
            sha256: h.policy.sha256,
        },
        subjects: &h.lists,
        rows: h.rows,
        record: &h.record,
        signed: h.signed,
        verified: !h.unverified,
    }
}

fn item(i: &Item, lang: Lang) -> ItemWire<'_> {
    ItemWire {
        remedy: &i.remedy,
        owed_by: i.owed_by,
        manner: i.manner,
        severity: i.severity,
        ask: i.ask.iter().map(|t| t.get(lang)).collect(),
        hand_in: i.hand_in.iter().map(thing).collect(),
        clauses: i.concerns.iter().map(|c| concern(c, lang)).collect(),
        due: i.due,
    }
}

fn thing(t: &Thing) -> ThingWire<'_> {
    match t {
        Thing::Document { kind, at_hand } => ThingWire::Document {
            kind,
            at_hand: *at_hand,
        },
        Thing::Own(item) => ThingWire::Item(item),
        Thing::Column(c) => ThingWire::Column(c.name()),
        Thing::Rows => ThingWire::Rows,
        Thing::WithoutColumns => ThingWire::WithoutColumns,
        Thing::Again { id, kinds } => ThingWire::Again {
            id: id.as_str(),
            kinds,
        },
    }
}

fn concern(c: &Concern, lang: Lang) -> ConcernWire<'_> {
    ConcernWire {
        code: &c.code,
        title: c.title.get(lang),
        manner: c.manner,
        units: c.units.map(Figure),
        of: c.of,
        channels: &c.channels,
        countries: &c.countries,
        certainty: c.certainty.map(|m| m.name()),
        sources: c.sources.iter().map(|l| l.as_str()).collect(),
    }
}

fn back(b: &Back, lang: Lang) -> BackWire<'_> {
    BackWire {
        code: &b.code,
        title: b.title.get(lang),
        rows: Figure(b.rows),
        set_aside: b.aside,
        channels: &b.channels,
        point: b.point,
    }
}

fn outlook(o: &Outlook) -> OutlookWire {
    OutlookWire {
        block: o.block,
        now: o.now,
        at_best: o.at_best,
        all_theirs: o.all_theirs,
    }
}

fn reading(r: &Reading, lang: Lang) -> ReadingWire<'_> {
    ReadingWire {
        document: r.document.as_ref().map(|l| l.as_str()),
        kinds: &r.kinds,
        questions: r.questions.iter().map(|q| question(q, lang)).collect(),
    }
}

fn question(q: &Question, lang: Lang) -> QuestionWire<'_> {
    QuestionWire {
        check: &q.check,
        question: q.question.get(lang),
        answers: &q.answers,
        clauses: &q.clauses,
        severity: q.severity,
    }
}
