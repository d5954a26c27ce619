//! The state of both files on a terminal.

use super::{Group, group, next, words};
use crate::base::error::printable;
use crate::base::lang::{Lang, Words};
use crate::cli::dossier::against::Standing;
use crate::cli::dossier::held::Held;
use crate::record::needs::{Asked, Need};
use crate::record::policy::State;
use crate::record::verdict::Status;
use crate::report::look::Look;
use crate::report::page::Page;

pub fn render(held: &Held, standing: &Standing, needs: &[Need<'_>], look: Look) -> String {
    let lang = look.lang;
    let longest = needs
        .iter()
        .map(|n| n.slot.name.get(lang).chars().count())
        .max();
    // sign, slot, name
    let mut page = Page::new(look, 8 + longest.unwrap_or_default());
    head(&mut page, held, standing, needs, lang);
    for own in [false, true] {
        let title = match (own, lang) {
            (false, Lang::En) => "Documents of the vendor",
            (false, Lang::De) => "Unterlagen des Anbieters",
            (true, Lang::En) => "Your own papers",
            (true, Lang::De) => "Ihre eigenen Papiere",
        };
        page.blank();
        page.head(title, "");
        let all = needs.iter().filter(|n| n.own == own);
        // parts in the order of what weighs most in each
        let mut parts: Vec<(String, Vec<&Need<'_>>)> = Vec::new();
        for need in all {
            let heading = heading(need, lang);
            match parts.iter_mut().find(|(h, _)| *h == heading) {
                Some((_, part)) => part.push(need),
                None => parts.push((heading, vec![need])),
            }
        }
        for (heading, part) in parts {
            page.wide(&heading);
            for need in part {
                let (number, name) = (need.slot.number, need.slot.name.get(lang));
                let label = format!(" {:<2}{number} {name}", sign(need, look));
                match line(need, lang) {
                    line if line.is_empty() => page.line(&label),
                    line => page.text(&label, &line),
                }
            }
        }
    }
    page.blank();
    let label = match lang {
        Lang::En => "Next",
        Lang::De => "Weiter",
    };
    page.line(&format!("{label}  {}", next(held, standing, needs)));
    look.finish(page.finish())
}

/// What a part of the papers has in common: who owes them, and under which conditions.
fn heading(need: &Need<'_>, lang: Lang) -> String {
    let mut heading = match (group(need), need.owed_by) {
        (Group::Wanting | Group::Perhaps, Some(owner)) => words::owed_by(owner),
        (Group::Wanting | Group::Perhaps | Group::Unread, _) => Words {
            en: "At hand, to be read by a person (questions answered)",
            de: "Liegt vor, von einer Person zu lesen (beantwortete Fragen)",
        },
        (Group::InOrder, _) => Words {
            en: "In order",
            de: "In Ordnung",
        },
        (Group::NotAsked, _) => Words {
            en: "Not asked for",
            de: "Nicht verlangt",
        },
    }
    .get(lang)
    .to_owned();
    if let (Asked::If(conditions), Group::Perhaps) = (&need.asked, group(need)) {
        // what holds for nearly every list stands first
        let mut all: Vec<_> = conditions.iter().collect();
        all.sort_by_key(|(check, _)| *check != "person-data");
        let all: Vec<String> = all
            .into_iter()
            .map(|(c, bins)| words::condition(c, bins, lang))
            .collect();
        heading.push_str(&match lang {
            Lang::En => format!(" if {}", all.join(" and ")),
            Lang::De => format!(", falls {}", all.join(" und ")),
        });
    }
    heading
}

fn head(page: &mut Page, held: &Held, standing: &Standing, needs: &[Need<'_>], lang: Lang) {
    let tool = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let name = printable(&held.name());
    let policy = format!("{} {}", standing.policy().id, standing.policy().version);
    let day = standing.as_of;
    let missing = match (held.exists, lang) {
        (true, _) => "",
        (false, Lang::En) => " (not there yet)",
        (false, Lang::De) => " (noch nicht da)",
    };
    page.wide(&match lang {
        Lang::En => format!("{tool} · {name}{missing} · policy {policy} · as of {day}"),
        Lang::De => format!("{tool} · {name}{missing} · Regelwerk {policy} · Stichtag {day}"),
    });
    let count = |g, own| {
        needs
            .iter()
            .filter(|n| n.own == own && group(n) == g)
            .count()
    };
    let at_hand = |own| {
        let there = |n: &&Need<'_>| n.own == own && n.grade.is_some();
        needs.iter().filter(there).count()
    };
    let (there, owed, perhaps) = (
        at_hand(false),
        count(Group::Wanting, false),
        count(Group::Perhaps, false),
    );
    let (own, own_owed) = (
        at_hand(true),
        count(Group::Wanting, true) + count(Group::Perhaps, true),
    );
    let mut parts = [
        match lang {
            Lang::En => format!("29 kinds of document: {there} listed, {owed} owed"),
            Lang::De => format!("29 Arten von Unterlagen: {there} aufgeführt, {owed} offen"),
        },
        match lang {
            Lang::En => format!("10 papers of your own: {own} listed, {own_owed} owed"),
            Lang::De => format!("10 eigene Papiere: {own} aufgeführt, {own_owed} offen"),
        },
    ];
    if perhaps > 0 {
        parts[0].push_str(&match lang {
            Lang::En => format!(", {perhaps} perhaps"),
            Lang::De => format!(", {perhaps} vielleicht"),
        });
    }
    page.wide(&parts.join(" · "));
    if standing.audited.is_none() {
        page.wide(match lang {
            Lang::En => {
                "Without a list it stays open what applies to it: --list settles each “if”."
            }
            Lang::De => "Ohne Liste bleibt offen, was für sie gilt: --list klärt jedes „falls“.",
        });
    }
}

fn sign(need: &Need<'_>, look: Look) -> &'static str {
    let status = match group(need) {
        Group::Wanting | Group::Perhaps if need.state == State::Bad => Status::Breached,
        Group::Wanting | Group::Perhaps | Group::Unread => Status::Unproven,
        Group::InOrder => Status::Met,
        Group::NotAsked => Status::NotApplicable,
    };
    look.sign(status)
}

/// `too old, 2026-01-04 (vendor) · documented · SRC-19`.
fn line(need: &Need<'_>, lang: Lang) -> String {
    let group = group(need);
    if group == Group::NotAsked {
        return String::new();
    }
    let mut parts = Vec::new();
    let mut state = match group {
        Group::Wanting | Group::Perhaps => words::standing(need.standing).get(lang).to_owned(),
        _ => String::new(),
    };
    if let Some(day) = need.date {
        let by = need.dated_by.map(|w| words::origin(w.as_str()).get(lang));
        let by = by.map(|by| format!(", {by}")).unwrap_or_default();
        let comma = if state.is_empty() { "" } else { ", " };
        state.push_str(&format!("{comma}{day}{by}"));
    }
    parts.push(state);
    if let Some(end) = need.expires {
        parts.push(match lang {
            Lang::En => format!("valid until {end}"),
            Lang::De => format!("gültig bis {end}"),
        });
    }
    parts.extend(need.grade.map(|g| {
        let grade = words::grade(g).get(lang);
        match need.unread() {
            0 => grade.to_owned(),
            _ => format!("{grade} {}/{}", need.answered, need.questions.len()),
        }
    }));
    if matches!(group, Group::Wanting | Group::Perhaps) {
        parts.push(need.clauses.join(", "));
    }
    parts.retain(|p| !p.is_empty());
    parts.join(" · ")
}
