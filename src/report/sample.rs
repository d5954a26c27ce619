//! The report of the design's transcripts, for the tests of all formats: one fixture, so that the formats can be
//! compared.

use std::collections::BTreeMap;

use super::*;
use crate::base::clock::Day;
use crate::record::policy::bound::Share;
use crate::record::verdict::{Block, ChannelWord, Level, Severity};
use crate::text;

fn day(s: &str) -> Day {
    Day::parse(s).expect("day")
}

fn share(s: &str) -> Bound {
    Bound::Share(Share::parse(s).expect("share"))
}

struct Draft<'a> {
    code: &'a str,
    block: Block,
    severity: Severity,
    status: Status,
    scope: Scope,
    units: u64,
    bad: u64,
    unproven: u64,
    withhold: &'a [&'a str],
    law: &'a str,
    grade: Option<&'a str>,
}

fn line(d: &Draft<'_>, title: Text, max: Bound, max_unproven: Bound) -> Line {
    Line {
        finding: Finding {
            code: d.code.to_owned(),
            block: d.block,
            severity: d.severity,
            level: Level::Default,
            status: d.status,
            units: Some(d.units),
            bad: Some(d.bad),
            unproven: Some(d.unproven),
            few: Vec::new(),
            line: 214,
            grade: d.grade.map(str::to_owned),
            withhold: d.withhold.iter().map(|w| (*w).to_owned()).collect(),
            reason: None,
        },
        scope: d.scope,
        title,
        cells: None,
        certainty: Certainty::High,
        max,
        max_unproven,
        law: vec![d.law.to_owned()],
        remedy: Some("private-mailboxes".to_owned()),
        channels: Channel::ALL
            .into_iter()
            .filter(|c| {
                d.withhold
                    .iter()
                    .any(|w| matches!(*w, "hold" | "all") || *w == c.name())
            })
            .collect(),
    }
}

/// 248,011 rows read, 248,000 assessed, 4,960 set aside; as in the transcripts.
pub fn report() -> Report {
    let rows = Draft {
        code: "PER-02",
        block: Block::Acquisition,
        severity: Severity::Major,
        status: Status::Breached,
        scope: Scope::Row,
        units: 248_000,
        bad: 11_904,
        unproven: 0,
        withhold: &["email"],
        law: "GDPR Art. 5(1)(c)",
        grade: None,
    };
    let findings = vec![
        line(
            &rows,
            text!(
                "At most one address in a hundred is under a private mail provider",
                "Höchstens eine von hundert Adressen liegt bei einem privaten Mail-Anbieter"
            ),
            share("0.01"),
            Bound::NONE,
        ),
        line(
            &Draft {
                code: "RET-01",
                scope: Scope::Document,
                units: 1,
                bad: 1,
                withhold: &[],
                law: "GDPR Art. 5(1)(e)",
                ..rows
            },
            text!(
                "The retention and erasure schedule is supplied and current",
                "Das Lösch- und Aufbewahrungskonzept liegt aktuell vor"
            ),
            Bound::NONE,
            Bound::NONE,
        ),
        line(
            &Draft {
                code: "CHN-01",
                block: Block::Contact,
                bad: 221_216,
                ..rows
            },
            text!(
                "Where e-mail needs consent, the row has it",
                "Wo E-Mail eine Einwilligung braucht, liegt sie vor"
            ),
            Bound::NONE,
            Bound::NONE,
        ),
        line(
            &Draft {
                code: "BUY-03",
                block: Block::Buyer,
                status: Status::Unproven,
                scope: Scope::Buyer,
                units: 1,
                bad: 0,
                unproven: 1,
                withhold: &[],
                ..rows
            },
            text!(
                "The buyer's own notice is ready",
                "Die eigene Information ist vorbereitet"
            ),
            Bound::NONE,
            Bound::NONE,
        ),
        line(
            &Draft {
                code: "INF-07",
                severity: Severity::Blocker,
                status: Status::Met,
                bad: 0,
                unproven: 3_968,
                withhold: &["hold"],
                law: "GDPR Art. 14(1)-(3)",
                ..rows
            },
            text!(
                "Every row that does not come from the person carries proof of its notice",
                "Jede nicht bei der Person erhobene Zeile trägt einen Nachweis ihrer Information"
            ),
            Bound::NONE,
            share("0.05"),
        ),
        line(
            &Draft {
                code: "RET-03",
                status: Status::Met,
                bad: 1_488,
                withhold: &["hold"],
                law: "GDPR Art. 17(1)(a)",
                ..rows
            },
            text!(
                "No row is past its erasure date",
                "Keine Zeile hat ihr Löschdatum überschritten"
            ),
            share("0.05"),
            Bound::NONE,
        ),
        line(
            &Draft {
                code: "LAW-03",
                severity: Severity::Blocker,
                status: Status::Met,
                bad: 0,
                withhold: &["hold"],
                grade: Some("declared"),
                ..rows
            },
            text!(
                "The assessment covers the row",
                "Die Abwägung deckt die Zeile"
            ),
            share("0.05"),
            share("0.05"),
        ),
    ];
    let channel = |verdict, usable, withheld_bad, withheld_unproven, no_address| ChannelWord {
        verdict,
        usable,
        withheld_bad,
        withheld_unproven,
        no_address,
    };
    Report {
        record: "B-7F3A-91C2-0QXM-44TD".to_owned(),
        as_of: day("2026-11-23"),
        tool: Tool {
            name: "beleg".to_owned(),
            version: "1.0.0".to_owned(),
        },
        policy: PolicyHead {
            id: "eu-b2b".to_owned(),
            version: "2026.11".to_owned(),
            sha256: Sha256::of(b"policy"),
            review_by: day("2027-05-23"),
            shipped: true,
        },
        subjects: vec![Subject {
            name: Label::new("musterdaten-2026q3-1.csv").expect("label"),
            bytes: Some(61_312_044),
            sha256: Sha256::of(b"list"),
        }],
        rows: Rows {
            read: 248_011,
            loaded: 248_000,
            reasons: Some(BTreeMap::from([
                (Reason::TooManyFields, 7),
                (Reason::UnclosedQuote, 3),
                (Reason::Undecodable, 1),
            ])),
        },
        papers: Some(PapersHead {
            buyer: vec![Label::new("Muster AG").expect("label")],
            plan: Some(vec![Channel::Email, Channel::Phone, Channel::Post]),
            declaration: true,
            documents: 12,
        }),
        acquisition: Acquisition {
            verdict: Word::Conditional,
            accepted: Some(243_040),
            set_aside: Some(4_960),
            set_aside_bad: Some(1_488),
            set_aside_unproven: Some(3_472),
            findings: BTreeMap::from([
                (Status::Met, 142),
                (Status::Breached, 2),
                (Status::Unproven, 0),
                (Status::Waived, 0),
                (Status::NotApplicable, 27),
            ]),
        },
        contact: Contact {
            verdict: Word::Conditional,
            findings: BTreeMap::from([(Status::Breached, 1)]),
            channels: BTreeMap::from([
                (
                    Channel::Email,
                    channel(Word::Conditional, 14_306, 225_262, 1_240, 7_192),
                ),
                (
                    Channel::Phone,
                    channel(Word::NotAssessable, 0, 2_410, 168_950, 76_640),
                ),
                (
                    Channel::Post,
                    channel(Word::Conditional, 231_448, 3_472, 3_472, 9_608),
                ),
            ]),
        },
        exit: 0,
        findings,
        path: Some(Paths {
            acquisition: Some(Way {
                at_best: Word::NoObjection,
                steps: vec![
                    Step {
                        remedy: "private-mailboxes".to_owned(),
                        sentence: text!(
                            "Please remove addresses at private mail providers, or show for each that it is the person's business address.",
                            "Bitte entfernen Sie Adressen bei privaten Mail-Anbietern, oder belegen Sie für jede, dass es die geschäftliche Adresse der Person ist."
                        ),
                        owed_by: Owner::Vendor,
                        clauses: vec!["PER-02".to_owned()],
                        rows: Some(11_904),
                    },
                    Step {
                        remedy: "rights-and-retention".to_owned(),
                        sentence: text!(
                            "Please renew the retention schedule.",
                            "Bitte erneuern Sie das Löschkonzept."
                        ),
                        owed_by: Owner::Vendor,
                        clauses: vec!["RET-01".to_owned()],
                        rows: None,
                    },
                ],
            }),
            contact: None,
        }),
        tasks: vec![Task {
            code: "BUY-03".to_owned(),
            status: Status::Unproven,
            title: text!(
                "The buyer's own notice is ready",
                "Die eigene Information ist vorbereitet"
            ),
            due: Some(day("2026-12-21")),
        }],
        decisions: Vec::new(),
        signature: Signature::NotChecked,
        missing: Vec::new(),
    }
}

/// The same without census and dossier.
pub fn shared() -> Report {
    let mut report = report();
    for s in &mut report.subjects {
        s.bytes = None;
    }
    report.rows.reasons = None;
    report.papers = None;
    report.path = None;
    for t in &mut report.tasks {
        t.due = None;
    }
    report.missing = Missing::ALL.to_vec();
    report
}
