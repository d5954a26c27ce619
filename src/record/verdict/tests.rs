//! The judge on hand-made lists: weighted combinations of bins, counted as every ask says, compiled as rows are.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Deserialize;

use super::outcome::Outcome;
use super::*;
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::record::ask::Ask;
use crate::record::census::{self, Census, Compiled, Digest, Options, Tool};
use crate::record::check::{Check, Scope};
use crate::record::dossier::{ITEMS, KINDS};
use crate::record::ledger::Ledger;
use crate::record::policy::tests::{catalogue, shipped};
use crate::record::policy::{Catalogue, Policy, Targets};
use crate::record::tally::{Cell, Tally};
use crate::record::waiver::{Waiver, WaiverScope, Waivers};

type Bins = BTreeMap<String, String>;

/// One case of `testdata/rules/cases.json`. A bin that is not named is blank.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    pub name: String,
    pub rows: Vec<Row>,
    /// Units of key checks.
    pub keys: BTreeMap<String, Vec<String>>,
    pub delivery: Bins,
    pub documents: BTreeMap<String, Bins>,
    /// Checks of the buyer's file, and the age of its items.
    pub buyer: Bins,
    pub plan: Option<Vec<Channel>>,
    pub expect: Expected,
}

#[derive(Clone, Deserialize)]
pub struct Row {
    pub rows: u64,
    pub bins: Bins,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Expected {
    acquisition: Word,
    contact: Word,
    set_aside: u64,
    channels: BTreeMap<Channel, Word>,
    /// `SRC-01 unproven`.
    open: Vec<String>,
    not_applicable: Vec<String>,
}

pub fn cases() -> Vec<Case> {
    #[derive(Deserialize)]
    struct File {
        cases: Vec<Case>,
    }
    let text = include_str!("../../../testdata/rules/cases.json");
    serde_json::from_str::<File>(text).unwrap().cases
}

pub fn as_of() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn get<'a>(bins: &'a Bins, check: &str) -> &'a str {
    bins.get(check).map_or("blank", String::as_str)
}

/// The units of a scope as far as an ask reads them, with their weights.
fn units(case: &Case, ask: &Ask) -> Vec<(u64, Bins)> {
    let checks: Vec<&str> = ask.axes.iter().flat_map(|a| a.checks()).collect();
    let named = |list: &[&str], selector: &str, of: &dyn Fn(&str) -> Bins| {
        list.iter()
            .map(|slot| {
                let mut bins = of(slot);
                bins.insert(selector.to_owned(), (*slot).to_owned());
                (1, bins)
            })
            .collect()
    };
    match ask.scope {
        Scope::Row => case.rows.iter().map(|r| (r.rows, r.bins.clone())).collect(),
        Scope::Key => case
            .keys
            .get(checks[0])
            .cloned()
            .unwrap_or_else(|| vec!["blank".to_owned()])
            .into_iter()
            .map(|bin| (1, Bins::from([(checks[0].to_owned(), bin)])))
            .collect(),
        Scope::Document => named(&KINDS, "document-kind", &|kind| {
            case.documents.get(kind).cloned().unwrap_or_default()
        }),
        Scope::Buyer
            if checks
                .iter()
                .any(|c| c.starts_with("buyer-file") || *c == "buyer-item") =>
        {
            named(&ITEMS, "buyer-item", &|item| {
                Bins::from([(
                    "buyer-file-age".to_owned(),
                    get(&case.buyer, item).to_owned(),
                )])
            })
        }
        Scope::Buyer => {
            let mut bins = case.buyer.clone();
            for c in Channel::ALL {
                let bin = match &case.plan {
                    None => "blank",
                    Some(p) if p.contains(&c) => "planned",
                    Some(_) => "not-planned",
                };
                bins.insert(format!("plan-{}", c.name()), bin.to_owned());
            }
            vec![(1, bins)]
        }
        Scope::Delivery => vec![(1, case.delivery.clone())],
    }
}

pub fn tally(case: &Case, ask: Ask) -> Tally {
    let mut counts = BTreeMap::new();
    for (n, bins) in units(case, &ask) {
        let values = ask
            .axes
            .iter()
            .map(|a| a.value(&|c| get(&bins, c)).to_owned())
            .collect::<Vec<String>>();
        *counts.entry(values).or_default() += n;
    }
    Tally::new(ask, counts)
}

fn targets(policy: &Policy, bins: &Bins) -> Targets {
    let bin = |c: &str| get(bins, c);
    let mut targets = policy.targets(&bin, as_of());
    for key in policy.key_clauses() {
        let clause = policy.clause(&key.code).unwrap();
        if bins.contains_key(&key.check) && policy.row_meets(clause, &bin, as_of()) {
            targets.lose(&key.targets, key.state(bin(&key.check)));
        }
    }
    targets
}

/// Measures a case for a policy; the compiled checks are bound to `compiled_for`.
pub fn census(policy: &Policy, case: &Case) -> Census {
    let rows: u64 = case.rows.iter().map(|r| r.rows).sum();
    let mut compiled: BTreeMap<String, BTreeMap<Vec<String>, u64>> = BTreeMap::new();
    let mut add = |check: String, bin: &str, country: &str, n: u64| {
        let key = vec![bin.to_owned(), country.to_owned()];
        let cells = compiled.entry(check).or_default();
        if n > 0 {
            *cells.entry(key).or_default() += n;
        }
    };
    let planned = |c: &Channel| case.plan.as_ref().is_none_or(|p| p.contains(c));
    for c in Channel::ALL.into_iter().filter(planned) {
        add(format!("channel-{}", c.name()), "usable", "blank", 0);
    }
    add("hold".to_owned(), "accepted", "blank", 0);
    for row in &case.rows {
        let t = targets(policy, &row.bins);
        let country = get(&row.bins, "country");
        add("hold".to_owned(), t.hold.hold_bin(), country, row.rows);
        for (c, state) in Channel::ALL.into_iter().zip(t.channels) {
            if planned(&c) {
                add(
                    format!("channel-{}", c.name()),
                    state.bin(),
                    country,
                    row.rows,
                );
            }
        }
    }
    let compiled = compiled
        .into_iter()
        .map(|(check, cells)| Compiled {
            check,
            policy: policy.sha256,
            cells: cells
                .into_iter()
                .map(|(bins, units)| Cell { bins, units })
                .collect(),
        })
        .collect();
    Census {
        schema: census::SCHEMA.to_owned(),
        tool: Tool {
            name: "beleg".to_owned(),
            version: "0.0.0".to_owned(),
        },
        as_of: as_of(),
        lists: Vec::new(),
        reading: Vec::new(),
        ledger: Ledger {
            loaded: rows,
            read: rows,
            physical: rows,
            ..Ledger::default()
        },
        columns: Vec::new(),
        parties: Vec::new(),
        options: Options {
            plan: case.plan.clone(),
            ..Options::default()
        },
        dossier: Digest {
            sha256: Sha256::of(b""),
        },
        checks: catalogue().measured().cloned().collect(),
        tallies: policy.asks().into_iter().map(|a| tally(case, a)).collect(),
        compiled,
    }
}

fn judged(policy: &Policy, case: &Case) -> Verdict {
    judge(policy, &census(policy, case), &Waivers::default())
}

pub fn case(name: &str) -> Case {
    cases().into_iter().find(|c| c.name == name).unwrap()
}

#[test]
fn the_cases_come_out_as_the_rules_were_designed() {
    let policy = shipped();
    let cases = cases();
    assert_eq!(cases.len(), 22);
    for case in &cases {
        let name = &case.name;
        let v = judged(policy, case);
        let e = &case.expect;
        let open: Vec<String> = v
            .findings
            .iter()
            .filter(|f| f.status.is_open())
            .map(|f| format!("{} {}", f.code, f.status.name()))
            .collect();
        assert_eq!(open, e.open, "{name}");
        let not_applicable: Vec<&str> = v
            .findings
            .iter()
            .filter(|f| f.status == Status::NotApplicable)
            .map(|f| f.code.as_str())
            .collect();
        assert_eq!(not_applicable, e.not_applicable, "{name}");
        assert_eq!(v.acquisition.verdict, e.acquisition, "{name}");
        assert_eq!(v.acquisition.set_aside, Some(e.set_aside), "{name}");
        let channels: BTreeMap<Channel, Word> = v
            .contact
            .channels
            .iter()
            .map(|(c, w)| (*c, w.verdict))
            .collect();
        assert_eq!(channels, e.channels, "{name}");
        assert_eq!(v.contact.verdict, e.contact, "{name}");
    }
}

#[test]
fn counts_sum_up_and_few_rows_are_not_written() {
    let policy = shipped();
    let case = case("S3");
    let v = judged(policy, &case);
    let rows = 2000;
    let a = &v.acquisition;
    assert_eq!(a.accepted.unwrap() + a.set_aside.unwrap(), rows);
    for w in v.contact.channels.values() {
        assert_eq!(
            w.usable + w.withheld_bad + w.withheld_unproven + w.no_address,
            rows
        );
    }
    let block = v.findings.iter().filter(|f| f.block == Block::Acquisition);
    assert_eq!(a.findings.values().sum::<u64>(), block.count() as u64);
    // four rows stand on the buyer's own list
    let f = v.finding("OBJ-03").unwrap();
    assert_eq!((f.units, f.bad, f.unproven), (Some(2000), None, Some(0)));
    assert_eq!(f.few, ["bad"]);
    // 29 documents, three without a digest, are no people
    let mut case = case.clone();
    for kind in ["dpia", "privacy-notice", "notice-log"] {
        let doc = case.documents.entry(kind.to_owned()).or_default();
        doc.insert("document-integrity".to_owned(), "no-digest".to_owned());
    }
    let v = judged(policy, &case);
    let f = v.finding("DOS-05").unwrap();
    assert_eq!((f.units, f.unproven, f.few.len()), (Some(29), Some(3), 0));
}

#[test]
fn an_empty_list_is_not_assessable_and_its_rows_prove_nothing() {
    let policy = shipped();
    let mut case = case("S5a");
    case.rows.clear();
    let v = judged(policy, &case);
    assert_eq!(v.acquisition.verdict, Word::NotAssessable);
    assert_eq!(v.contact.verdict, Word::NotAssessable);
    let f = v.finding("SRC-01").unwrap();
    assert_eq!(f.status, Status::Unproven);
    assert_eq!(f.reason.as_deref(), Some("no-units"));
    assert_eq!(f.units, None);
    assert_eq!(v.exit(false), 3);
}

/// Another policy finds tallies that it can use, but never guesses what was not measured for it.
#[test]
fn what_was_not_measured_is_said_and_never_guessed() {
    let policy = shipped();
    let text = Policy::shipped("eu-b2b").unwrap();
    let other = text.replace("version = \"2026.11\"", "version = \"2026.12\"");
    let other = Policy::parse("own.toml", &other, catalogue()).unwrap();
    let census = census(policy, &case("S5a"));
    let v = judge(&other, &census, &Waivers::default());
    assert_eq!(v.acquisition.verdict, Word::NotAssessable);
    assert_eq!(v.acquisition.accepted, None);
    assert_eq!(v.contact.verdict, Word::NotAssessable);
    assert!(v.contact.channels.is_empty());
    let set = v.finding("SET-01").unwrap();
    assert_eq!(set.reason.as_deref(), Some("not-measured"));
    assert_eq!(v.finding("SRC-01").unwrap().status, Status::Met);
    // a tally that is missing is not a clause that is met
    let mut census = census.clone();
    let clause = policy.clause("LAW-03").unwrap();
    let ask = policy.units(clause).unwrap().ask;
    census.tallies.retain(|t| t.ask != ask);
    let v = judge(policy, &census, &Waivers::default());
    let f = v.finding("LAW-03").unwrap();
    assert_eq!(f.status, Status::Unproven);
    assert_eq!(f.reason.as_deref(), Some("not-measured"));
    assert_eq!(v.acquisition.verdict, Word::NotAssessable);
}

#[test]
fn a_column_of_blanks_is_unproven() {
    let policy = shipped();
    for column in ["source-named", "lawful-basis", "country", "notice-timing"] {
        let mut case = case("S5b");
        for r in &mut case.rows {
            r.bins.remove(column);
            if column == "country" {
                r.bins.remove("territory");
            }
        }
        let v = judged(policy, &case);
        let word = v.acquisition.verdict.min(v.contact.verdict);
        assert!(word < Word::Conditional, "{column}: {word:?}");
    }
}

#[test]
fn the_grade_of_a_met_finding_is_its_weakest() {
    let policy = shipped();
    let mut case = case("S5b");
    let grade = |case: &Case, code: &str| {
        let v = judged(policy, case);
        v.finding(code).unwrap().grade.clone()
    };
    assert_eq!(grade(&case, "LAW-03").as_deref(), Some("reviewed"));
    case.rows[1]
        .bins
        .insert("basis-evidence".into(), "documented".into());
    assert_eq!(grade(&case, "LAW-03").as_deref(), Some("documented"));
    assert_eq!(grade(&case, "SRC-01"), None);
}

#[test]
fn the_exit_code_follows_the_worse_word() {
    let mut v = judged(shipped(), &case("S5a"));
    let table = [
        (Word::NoObjection, Word::NoObjection, 0, 0),
        (Word::Conditional, Word::NoObjection, 0, 1),
        (Word::NotAssessable, Word::NoObjection, 3, 3),
        (Word::NotAssessable, Word::Conditional, 3, 1),
        (Word::NotAssessable, Word::Rejected, 1, 1),
    ];
    for (a, c, plain, strict) in table {
        for (a, c) in [(a, c), (c, a)] {
            v.acquisition.verdict = a;
            v.contact.verdict = c;
            assert_eq!(
                (v.exit(false), v.exit(true)),
                (plain, strict),
                "{a:?} {c:?}"
            );
        }
    }
}

#[test]
fn a_waived_clause_is_never_met_and_no_row_comes_back() {
    let policy = shipped();
    let census = census(policy, &case("S5b"));
    let mut census = census.clone();
    let clause = policy.clause("LIA-01").unwrap();
    let ask = policy.units(clause).unwrap().ask;
    for t in census.tallies.iter_mut().filter(|t| t.ask == ask) {
        for c in &mut t.cells {
            c.bins[0] = "blank".to_owned();
        }
    }
    let word = |s: &str| crate::base::label::Label::new(s).unwrap();
    let waiver = |clause: &str, expires: &str| Waiver {
        id: word("W-1"),
        clause: clause.to_owned(),
        scope: WaiverScope {
            vendor: Some(word("vendor-a")),
            ..WaiverScope::default()
        },
        approver: word("dpo"),
        ticket: word("T-1"),
        created: Day::parse("2026-11-01").unwrap(),
        expires: Day::parse(expires).unwrap(),
        max: crate::record::policy::Bound::Count(10),
        envelope: None,
    };
    let with = |w: Waiver| judge(policy, &census, &Waivers { waivers: vec![w] });
    let plain = judge(policy, &census, &Waivers::default());
    assert_eq!(plain.finding("LIA-01").unwrap().status, Status::Unproven);
    let v = with(waiver("LIA-01", "2026-12-31"));
    assert_eq!(v.finding("LIA-01").unwrap().status, Status::Waived);
    assert_eq!(v.acquisition.verdict, Word::Conditional);
    assert_eq!(v.acquisition.set_aside, plain.acquisition.set_aside);
    let late = with(waiver("LIA-01", "2026-11-22"));
    assert_eq!(late.finding("LIA-01").unwrap().status, Status::Unproven);
    // a blocker is waived only where its clause says so
    let blocker = case("S13");
    let census = super::tests::census(policy, &blocker);
    let mut w = waiver("SRC-01", "2026-12-31");
    w.max = crate::record::policy::Bound::Count(1000);
    let v = judge(policy, &census, &Waivers { waivers: vec![w] });
    assert_eq!(v.finding("SRC-01").unwrap().status, Status::Unproven);
}

#[test]
fn an_unplanned_channel_leaves_its_clauses_out() {
    let policy = shipped();
    let v = judged(policy, &case("S5a"));
    for f in v.findings.iter().filter(|f| f.block == Block::Contact) {
        let clause = policy.clause(&f.code).unwrap();
        if !clause.concerns(Channel::Post) {
            assert_eq!(f.status, Status::NotApplicable, "{}", f.code);
        }
    }
    assert_eq!(
        v.contact.channels.keys().collect::<Vec<_>>(),
        [&Channel::Post]
    );
}

/// A row in a bad bin is withheld where the clause says, and a row without an address is just that.
#[test]
fn rows_lose_what_their_clauses_say() {
    let policy = shipped();
    let mut bins = case("S5b").rows[0].bins.clone();
    let on = |bins: &Bins, c: Channel| targets(policy, bins).channels[c as usize].bin();
    assert_eq!(on(&bins, Channel::Post), "usable");
    assert_eq!(on(&bins, Channel::Phone), "no-address");
    bins.insert("suppression-match".into(), "on-buyer-list".into());
    assert_eq!(on(&bins, Channel::Post), "withheld-bad");
    assert_eq!(on(&bins, Channel::Phone), "no-address");
    assert_eq!(targets(policy, &bins).hold.hold_bin(), "accepted");
    bins.insert("objection-status".into(), "objected".into());
    assert_eq!(targets(policy, &bins).hold.hold_bin(), "set-aside-bad");
}

/// Every row check with one bin, as [`Policy::compile`] wants them.
fn leaked_checks() -> Vec<&'static Check> {
    let known: Catalogue = catalogue();
    known
        .measured()
        .filter(|c| c.scope == Scope::Row)
        .map(|c| {
            let bins: Vec<&'static str> = c
                .bins
                .iter()
                .map(|b| &*Box::leak(b.clone().into_boxed_str()))
                .collect();
            &*Box::leak(Box::new(Check {
                id: Box::leak(c.id.clone().into_boxed_str()),
                rev: 1,
                scope: Scope::Row,
                columns: &[],
                bins: Box::leak(bins.into_boxed_slice()),
                page: crate::base::lang::Words { en: "", de: "" },
                examples: &[],
            }))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The bit masks and the plain reading agree on any row.
    #[test]
    fn the_fast_masks_and_the_slow_reading_agree(picks in prop::collection::vec(0_usize..1000, 40)) {
        thread_local! {
            static READY: Vec<&'static Check> = leaked_checks();
        }
        let policy = shipped();
        READY.with(|checks| {
            let compiled = policy.compile(checks, as_of()).unwrap();
            let profile: Vec<u8> = checks
                .iter()
                .zip(picks.iter().cycle())
                .map(|(c, p)| (p % c.bins.len()) as u8)
                .collect();
            let bins: Bins = checks
                .iter()
                .zip(&profile)
                .map(|(c, p)| (c.id.to_owned(), c.bins[usize::from(*p)].to_owned()))
                .collect();
            let bin = |c: &str| get(&bins, c);
            let targets = compiled.targets(&profile);
            assert_eq!(targets, policy.targets(&bin, as_of()));
            let counts: Vec<usize> = checks.iter().map(|c| c.bins.len()).collect();
            let told = compiled.told_apart(&counts);
            let read: Vec<u8> = told.iter().zip(&profile).map(|(t, p)| t[usize::from(*p)]).collect();
            assert_eq!(compiled.targets(&read), targets);
            assert_eq!(compiled.open(&read, targets), compiled.open(&profile, targets));
            for key in compiled.keys() {
                let clause = policy.clause(&key.code).unwrap();
                assert_eq!(
                    compiled.key_meets(key, &profile),
                    policy.row_meets(clause, &bin, as_of())
                );
            }
        });
    }

    /// However a list is cut, its parts add up to the same verdict.
    #[test]
    fn cut_and_merged_lists_get_the_same_verdict(
        at in 0_usize..22,
        cuts in prop::collection::vec(0_u64..100, 1..4),
    ) {
        let policy = shipped();
        let whole = cases().remove(at);
        let mut cut = whole.clone();
        cut.rows.clear();
        for row in &whole.rows {
            let mut left = row.rows;
            for share in &cuts {
                let n = row.rows * share / 400;
                left -= n;
                cut.rows.push(Row { rows: n, bins: row.bins.clone() });
            }
            cut.rows.insert(0, Row { rows: left, bins: row.bins.clone() });
        }
        let (a, b) = (census(policy, &whole), census(policy, &cut));
        prop_assert_eq!(&a, &b);
        let (a, b) = (
            judge(policy, &a, &Waivers::default()),
            judge(policy, &b, &Waivers::default()),
        );
        prop_assert_eq!(serde_json::to_string(&a).unwrap(), serde_json::to_string(&b).unwrap());
    }

    /// Taking away what a row states never makes a list look better.
    #[test]
    fn emptying_a_column_never_helps(at in 0_usize..22, pick in 0_usize..1000) {
        // what says that somebody objected or that a channel is refused, and what a row has no address or person by
        const SAYS_NOTHING_WHEN_EMPTY: [&str; 15] = [
            "mail-nature", "mail-domain", "mail-box", "mail-syntax", "phone-kind", "post-address",
            "social-account", "suppression-match", "post-exclusion", "objection-status",
            "consent-email", "consent-phone", "consent-sms", "consent-auto-call", "consent-social",
        ];
        let policy = shipped();
        let before = cases().remove(at);
        let columns: BTreeSet<&String> = before.rows.iter().flat_map(|r| r.bins.keys()).collect();
        let columns: Vec<_> = columns
            .into_iter()
            .filter(|c| !SAYS_NOTHING_WHEN_EMPTY.contains(&c.as_str()))
            .collect();
        let column = columns[pick % columns.len()].clone();
        let mut after = before.clone();
        for r in &mut after.rows {
            r.bins.remove(&column);
            if column == "country" {
                r.bins.remove("territory");
            }
        }
        let (a, b) = (judged(policy, &before), judged(policy, &after));
        // a list that was rejected for what it said may become one that says nothing
        let capped = |w: Word| w.max(Word::NotAssessable);
        prop_assert!(capped(b.contact.verdict) <= capped(a.contact.verdict), "{} {}", before.name, column);
        prop_assert!(capped(b.acquisition.verdict) <= capped(a.acquisition.verdict), "{} {}", before.name, column);
    }
}

#[test]
fn a_gate_is_open_only_for_units_that_meet_all_its_conditions_together() {
    let policy = shipped();
    let clause = policy.clause("BUY-02").unwrap();
    let mut case = case("S5b");
    // a company without persons under legitimate interest, persons under consent: nobody needs the assessment
    case.rows[0]
        .bins
        .insert("person-data".into(), "company-only".into());
    case.rows[1]
        .bins
        .insert("lawful-basis".into(), "consent".into());
    let census = census(policy, &case);
    assert_eq!(Outcome::of(policy, &census, clause), Outcome::NotConcerned);
    case.rows[1]
        .bins
        .insert("lawful-basis".into(), "legitimate-interest".into());
    let census = super::tests::census(policy, &case);
    assert!(matches!(
        Outcome::of(policy, &census, clause),
        Outcome::Counted(_)
    ));
}

/// Contact findings show the certainty of the cell that they rest on, not of the clause alone.
#[test]
fn open_rows_know_the_cell_that_they_were_looked_up_in() {
    let policy = shipped();
    let mut case = case("S1");
    let french = &mut case.rows[1].bins;
    french.insert("country".to_owned(), "MT".to_owned());
    let census = census(policy, &case);
    let cells = |code: &str| policy.cells(&census, policy.clause(code).unwrap());
    let open = cells("CHN-12").unwrap();
    assert_eq!(open.countries, ["MT"], "sources conflict");
    assert_eq!(open.certainty.name(), "L");
    let consent = cells("CHN-07").unwrap();
    assert_eq!(consent.countries[0], "DE");
    assert_eq!(consent.certainty.name(), "H");
    assert_eq!(cells("SRC-01"), None, "no look-up");
    assert_eq!(cells("CHN-19"), None, "nothing open");
}
