//! The channels: how many rows are usable, how many are withheld, and why.

use unicode_width::UnicodeWidthStr as _;

use super::table::{Kind, draw};
use super::word;
use crate::base::lang::{Lang, count};
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::verdict::{Block, Status};
use crate::report::look::{Look, Tint};
use crate::report::page::Page;
use crate::report::{Line, Report, words};

/// Reasons with their figure per channel; further ones by code only.
const MOST: usize = 4;
/// Countries named at one reason.
const COUNTRIES: usize = 2;

pub fn render(page: &mut Page, report: &Report, look: Look) {
    let lang = look.lang;
    page.blank();
    page.line(&look.tint(
        Tint::Bold,
        match lang {
            Lang::En => "Contact · who may be approached?",
            Lang::De => "Kontakt · wer darf angesprochen werden?",
        },
    ));
    if report.contact.channels.is_empty() {
        page.line(match lang {
            Lang::En => "No planned channel has an address.",
            Lang::De => "Kein geplanter Kanal hat eine Adresse.",
        });
    } else {
        for line in table(report, look) {
            page.line(&line);
        }
    }
    let labels = report.contact.channels.keys();
    let widest = labels.map(|c| c.words(lang).width() + 2).max();
    let margin = super::margin(lang).max(widest.unwrap_or(0));
    page.set_margin(margin);
    let mut told: Vec<&str> = Vec::new();
    for channel in report.contact.channels.keys() {
        let reasons = reasons(report, *channel);
        told.extend(reasons.iter().map(|l| l.finding.code.as_str()));
        explain(page, report, *channel, &reasons, look);
    }
    let untold: Vec<&str> = report
        .findings
        .iter()
        .filter(|l| l.finding.block == Block::Contact && l.open())
        .map(|l| l.finding.code.as_str())
        .filter(|code| !told.contains(code))
        .collect();
    if !untold.is_empty() {
        let codes = untold.join(", ");
        page.text(
            "",
            &match lang {
                Lang::En => format!("also open: {codes}"),
                Lang::De => format!("außerdem offen: {codes}"),
            },
        );
    }
    page.set_margin(super::margin(lang));
    decisions(page, report, lang);
}

/// Who settled what the sources leave open: such a rule is a person's, not the law's.
fn decisions(page: &mut Page, report: &Report, lang: Lang) {
    let mut label = match lang {
        Lang::En => "Decided",
        Lang::De => "Gesetzt",
    };
    for d in &report.decisions {
        let channel = d.channel.words(lang);
        let groups: Vec<&str> = [&d.subscriber, &d.mailbox]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let groups = match groups.is_empty() {
            true => String::new(),
            false => format!(" ({})", groups.join(", ")),
        };
        let (country, value, line) = (&d.country, &d.value, d.line);
        let (by, on, reason) = (&d.decision.by, d.decision.on, &d.decision.reason);
        let text = match lang {
            Lang::En => format!(
                "{country} {channel}{groups}: {value}, by {by} on {on}: {reason} (policy line {line})"
            ),
            Lang::De => format!(
                "{country} {channel}{groups}: {value}, von {by} am {on}: {reason} (Regelwerk, Zeile {line})"
            ),
        };
        page.text(label, &text);
        label = "";
    }
}

fn table(report: &Report, look: Look) -> Vec<String> {
    let lang = look.lang;
    let heading = match lang {
        Lang::En => ["Channel", "Usable", "Withheld", "None", "Result"],
        // the long participle leaves a narrow terminal no room for the word
        Lang::De if look.width < 70 => ["Kanal", "verwendbar", "zurück", "ohne", "Ergebnis"],
        Lang::De => ["Kanal", "verwendbar", "zurückgehalten", "ohne", "Ergebnis"],
    };
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for (channel, w) in &report.contact.channels {
        rows.push(vec![
            channel.words(lang).to_owned(),
            count(w.usable, lang),
            count(w.withheld_bad + w.withheld_unproven, lang),
            count(w.no_address, lang),
            word(w.verdict, lang),
        ]);
    }
    let kinds = [
        Kind::Text,
        Kind::Number,
        Kind::Number,
        Kind::Number,
        Kind::Rest,
    ];
    draw(&kinds, rows, look)
}

/// Clauses that take rows from the channel (but not altogether), and open ones of other scopes that concern it; by
/// rows, then code.
fn reasons(report: &Report, channel: Channel) -> Vec<&Line> {
    let mut out: Vec<&Line> = report
        .findings
        .iter()
        .filter(|l| {
            l.channels.contains(&channel)
                && (l.takes_rows() && !l.sets_aside()
                    || l.open() && l.finding.block == Block::Contact)
        })
        .collect();
    out.sort_by_key(|l| std::cmp::Reverse(l.affected().unwrap_or(4)));
    out
}

fn explain(page: &mut Page, report: &Report, channel: Channel, reasons: &[&Line], look: Look) {
    let lang = look.lang;
    let mut label = channel.words(lang);
    if let Some(main) = reasons.first() {
        page.text(
            label,
            &format!("{}: {}", reason(main, lang), main.title.get(lang)),
        );
        label = "";
    }
    let mut parts: Vec<String> = Vec::new();
    let aside = report.acquisition.set_aside.unwrap_or(0);
    let withheld = report
        .contact
        .channels
        .get(&channel)
        .map_or(0, |w| w.withheld_bad + w.withheld_unproven);
    // rows without an address are not withheld: of more set-aside rows nobody knows here how many have one
    let n = count(aside, lang);
    if aside > 0 {
        parts.push(match (aside <= withheld, lang) {
            (true, Lang::En) => format!("set aside {n}"),
            (true, Lang::De) => format!("ausgesondert {n}"),
            (false, Lang::En) => "rows set aside".to_owned(),
            (false, Lang::De) => "ausgesonderte Zeilen".to_owned(),
        });
    }
    parts.extend(reasons.iter().skip(1).take(MOST).map(|l| reason(l, lang)));
    let rest: Vec<&str> = reasons
        .iter()
        .skip(1 + MOST)
        .map(|l| l.finding.code.as_str())
        .collect();
    if !rest.is_empty() {
        let codes = rest.join(", ");
        parts.push(match lang {
            Lang::En => format!("and {codes}"),
            Lang::De => format!("und {codes}"),
        });
    }
    if !parts.is_empty() {
        page.text(label, &parts.join(" · "));
    }
}

/// `CHN-01 ✕ 221,216 (DE, H)`: the sign tells whether rows are bad or without proof, the mark where, and how certain the
/// rule is.
fn reason(l: &Line, lang: Lang) -> String {
    let bad = l.finding.bad.unwrap_or(0) > 0 || l.finding.few.iter().any(|n| n == "bad");
    let sign = if bad || l.finding.status == Status::Breached {
        words::status_sign(Status::Breached)
    } else {
        words::status_sign(Status::Unproven)
    };
    let rows = if l.scope == Scope::Row || l.takes_rows() {
        match l.affected() {
            Some(n) => format!(" {}", count(n, lang)),
            None => " <5".to_owned(),
        }
    } else {
        String::new()
    };
    let mark = match &l.cells {
        _ if l.finding.block != Block::Contact => String::new(),
        None => format!(" ({})", l.certainty.name()),
        // the rule of the cell may be less sure than the clause
        Some(cells) => {
            let mut named: Vec<&str> = cells.countries.iter().map(String::as_str).collect();
            if named.len() > COUNTRIES {
                named.truncate(COUNTRIES);
                named.push("…");
            }
            named.push(l.certainty.max(cells.certainty).name());
            format!(" ({})", named.join(", "))
        }
    };
    // kept together at the end of a line
    format!("{} {sign}{rows}{mark}", l.finding.code).replace(' ', "\u{a0}")
}
