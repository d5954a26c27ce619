//! `beleg explain CLAUSE --bundle`: the page of the clause, then how its finding in this record came about: bins, units,
//! bound, and what would change it. Nothing of a record is shown before it is verified; `--unverified` shows what a
//! stranger's bundle says, under a line that says so.

use std::path::Path;

use serde::Serialize;

use super::find::Shelf;
use super::page::MARGIN;
use super::rule;
use crate::base::code::usage;
use crate::base::error::{Error, Errors, Result, nearest, printable};
use crate::base::lang::{Lang, count};
use crate::cli::believed::{self, Believed, Believing};
use crate::cli::{Format, Globals};
use crate::record::check::Scope;
use crate::record::policy::{Clause, Policy, State};
use crate::record::verdict::account::{Account, Change};
use crate::record::verdict::outcome::Outcome;
use crate::record::verdict::{Finding, Status};
use crate::report::look::{Look, Tint};
use crate::report::page::Page;
use crate::report::words;
use crate::text;

/// What is known of one finding.
struct Known<'a> {
    finding: &'a Finding,
    clause: &'a Clause,
    /// Absent without a census.
    account: Option<Account>,
    unverified: bool,
}

pub fn run(
    path: &Path,
    believing: &Believing,
    topic: Option<&str>,
    globals: &Globals,
) -> Result<u8> {
    let Believed { record, policy, .. } = believing.open(path)?;
    let shelf = Shelf::of(policy);
    let policy = shelf.policy.as_ref().map_err(Errors::clone)?;
    let Some(topic) = topic else {
        return Err(name_one(None, policy).into());
    };
    let found = policy
        .clauses
        .iter()
        .find(|c| c.code.eq_ignore_ascii_case(topic))
        .and_then(|c| Some((c, record.verdict.finding(&c.code)?)));
    let Some((clause, finding)) = found else {
        return Err(name_one(Some(topic), policy).into());
    };
    let census = record.census.as_ref();
    let known = Known {
        finding,
        clause,
        account: census.map(|c| Account::of(policy, c, clause, finding)),
        unverified: believing.unverified,
    };
    globals.print(&match globals.format {
        Format::Json => json(&known, globals.lang),
        _ => globals.look.finish(human(&known, &shelf, globals.look)),
    })?;
    Ok(0)
}

fn name_one(topic: Option<&str>, policy: &Policy) -> Error {
    let error = match topic {
        Some(t) => {
            let shown = printable(t);
            Error::new(
                &usage::TOPIC_UNKNOWN,
                text!(
                    "the record has no clause `{shown}`",
                    "der Beleg hat keine Klausel `{shown}`"
                ),
            )
        }
        None => Error::new(
            &usage::USAGE,
            text!(
                "name the clause whose finding is meant",
                "nennen Sie die Klausel, deren Befund gemeint ist"
            ),
        ),
    };
    let upper = topic.map(str::to_uppercase).unwrap_or_default();
    let codes = policy.clauses.iter().map(|c| c.code.as_str());
    match nearest(&upper, codes) {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => error.help(text!(
            "for example: beleg explain PER-02 --bundle …",
            "zum Beispiel: beleg explain PER-02 --bundle …"
        )),
    }
}

/// Few rows say much about few people.
fn units(n: u64, scope: Scope, lang: Lang) -> String {
    match (scope, n) {
        (Scope::Row, 1..=4) => "<5".to_owned(),
        _ => count(n, lang),
    }
}

fn human(known: &Known<'_>, shelf: &Shelf, look: Look) -> String {
    let lang = look.lang;
    let mut page = Page::new(look, MARGIN);
    if known.unverified {
        page.line(&look.tint(Tint::Amber, believed::unverified(lang)));
        page.blank();
    }
    rule::clause(&mut page, known.clause, shelf, lang);
    page.blank();
    let status = words::status(known.finding.status).get(lang);
    let sign = words::status_sign(known.finding.status);
    match lang {
        Lang::En => page.head("In this record", &format!("{sign} {status}")),
        Lang::De => page.head("In diesem Beleg", &format!("{sign} {status}")),
    }
    match &known.account {
        Some(account) => told(&mut page, known, account, lang),
        None => {
            let text = match lang {
                Lang::En => {
                    "The census was withheld: only the finding itself is here, not its arithmetic."
                }
                Lang::De => {
                    "Die Zählung liegt nicht bei: Hier steht nur der Befund, nicht seine Rechnung."
                }
            };
            page.text("", text);
        }
    }
    page.finish()
}

fn told(page: &mut Page, known: &Known<'_>, account: &Account, lang: Lang) {
    let scope = known.clause.scope;
    let n = |x: u64| units(x, scope, lang);
    let (counted, change) = match lang {
        Lang::En => ("Counted", "Change"),
        Lang::De => ("Gezählt", "Ändern"),
    };
    let why = match (&account.outcome, lang) {
        (Outcome::Unplanned, Lang::En) => Some("None of its channels is planned."),
        (Outcome::Unplanned, Lang::De) => Some("Keiner ihrer Kanäle ist geplant."),
        (Outcome::NotMeasured, Lang::En) => Some("The census was not asked this: not measured."),
        (Outcome::NotMeasured, Lang::De) => {
            Some("Danach wurde die Zählung nicht gefragt: nicht gemessen.")
        }
        (Outcome::NoUnits, Lang::En) => Some("There was nothing to count."),
        (Outcome::NoUnits, Lang::De) => Some("Es gab nichts zu zählen."),
        (Outcome::NotConcerned, Lang::En) if account.shut.is_empty() => {
            Some("No unit meets the conditions.")
        }
        (Outcome::NotConcerned, Lang::De) if account.shut.is_empty() => {
            Some("Nichts erfüllt die Bedingungen.")
        }
        _ => None,
    };
    if let Some(why) = why {
        page.text("", why);
    }
    for shut in &account.shut {
        let conditions: Vec<String> = shut
            .iter()
            .map(|(c, b)| format!("{c} = {}", b.join(" | ")))
            .collect();
        let conditions = conditions.join(" + ");
        page.text(
            "",
            &match lang {
                Lang::En => {
                    format!("Nothing here meets {conditions}, so the clause does not apply.")
                }
                Lang::De => format!("Nichts hier erfüllt {conditions}; die Klausel greift nicht."),
            },
        );
    }
    if let Some(c) = account.outcome.counts() {
        let of = account.before.unwrap_or(c.units);
        let (met, all) = (n(c.units), n(of));
        page.text(
            counted,
            &match lang {
                Lang::En if c.units == of => format!("{met} {}", unit(scope, lang)),
                Lang::En => format!("{met} of {all} {} meet the conditions", unit(scope, lang)),
                Lang::De if c.units == of => format!("{met} {}", unit(scope, lang)),
                Lang::De => format!(
                    "{met} von {all} {} erfüllen die Bedingungen",
                    unit(scope, lang)
                ),
            },
        );
        for (bin, state, units) in account.bins.iter().filter(|(_, _, n)| *n > 0) {
            let kind = match (state, lang) {
                (State::Bad, Lang::En) => "bad",
                (State::Bad, Lang::De) => "mangelhaft",
                (State::Unproven, Lang::En) => "unproven",
                (State::Unproven, Lang::De) => "unbelegt",
                (State::Good, Lang::En) => "good",
                (State::Good, Lang::De) => "gut",
            };
            page.text("", &format!("{} {bin} ({kind})", n(*units)));
        }
    }
    let mut label = change;
    for c in &account.change {
        page.text(label, &changed(c, scope, lang));
        label = "";
    }
}

fn changed(c: &Change, scope: Scope, lang: Lang) -> String {
    let n = |x: u64| units(x, scope, lang);
    let (there, bears) = (n(c.there), count(c.bears, lang));
    let fewer = n(c.there - c.bears);
    let out = n(c.leave_out);
    let what = unit(scope, lang);
    let kind = match (c.of, lang) {
        (State::Bad, Lang::En) => "bad",
        (State::Bad, Lang::De) => "mangelhaft",
        (_, Lang::En) => "unproven",
        (_, Lang::De) => "unbelegt",
    };
    let rows = scope == Scope::Row;
    match lang {
        Lang::En if rows => format!(
            "{there} are {kind}, {bears} are bearable: correct {fewer} {what}, or leave out {out}"
        ),
        Lang::En => format!("{there} are {kind}, {bears} are bearable: {fewer} to be settled"),
        Lang::De if rows => format!(
            "{there} sind {kind}, {bears} sind tragbar: {fewer} {what} berichtigen oder {out} weglassen"
        ),
        Lang::De => format!("{there} sind {kind}, {bears} sind tragbar: {fewer} zu klären"),
    }
}

const fn unit(scope: Scope, lang: Lang) -> &'static str {
    match (scope, lang) {
        (Scope::Row, Lang::En) => "rows",
        (Scope::Row, Lang::De) => "Zeilen",
        (Scope::Key, Lang::En) => "values",
        (Scope::Key, Lang::De) => "Werte",
        (Scope::Document, Lang::En) => "kinds of document",
        (Scope::Document, Lang::De) => "Arten von Unterlagen",
        (Scope::Buyer, Lang::En) => "items of the buyer's file",
        (Scope::Buyer, Lang::De) => "Stücke der Käuferakte",
        (Scope::Delivery, Lang::En) => "delivery",
        (Scope::Delivery, Lang::De) => "Lieferung",
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    kind: &'static str,
    name: &'a str,
    title: &'a str,
    verified: bool,
    status: Status,
    finding: &'a Finding,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bins: Vec<BinWire<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    change: Vec<ChangeWire>,
    lang: &'static str,
}

/// `units` is absent where it is 1 to 4 rows.
#[derive(Serialize)]
struct BinWire<'a> {
    bin: &'a str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeWire {
    of: &'static str,
    bears: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    correct: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leave_out: Option<u64>,
}

fn json(known: &Known<'_>, lang: Lang) -> String {
    let scope = known.clause.scope;
    let shown = |n: u64| (scope != Scope::Row || !(1..=4).contains(&n)).then_some(n);
    let state = |s: State| match s {
        State::Bad => "bad",
        State::Unproven => "unproven",
        State::Good => "good",
    };
    let account = known.account.as_ref();
    let wire = Wire {
        kind: "finding",
        name: &known.clause.code,
        title: known.clause.title.get(lang),
        verified: !known.unverified,
        status: known.finding.status,
        finding: known.finding,
        bins: account.map_or_else(Vec::new, |a| {
            a.bins
                .iter()
                .map(|(bin, s, n)| BinWire {
                    bin,
                    state: state(*s),
                    units: shown(*n),
                })
                .collect()
        }),
        change: account.map_or_else(Vec::new, |a| {
            a.change
                .iter()
                .map(|c| ChangeWire {
                    of: state(c.of),
                    bears: c.bears,
                    correct: shown(c.there - c.bears),
                    leave_out: (scope == Scope::Row).then(|| shown(c.leave_out)).flatten(),
                })
                .collect()
        }),
        lang: lang.code(),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
}
