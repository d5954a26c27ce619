//! A clause as a page: what is demanded, why, how it is counted, and what follows. And the remedies that clauses name.

use super::find::Shelf;
use super::page::unit;
use crate::base::lang::Lang;
use crate::record::policy::{Bound, Clause, Owner, Remedy};
use crate::report::human::bound;
use crate::report::page::Page;
use crate::report::words;

pub fn clause(page: &mut Page, c: &Clause, shelf: &Shelf, lang: Lang) {
    let l = labels(lang);
    page.head(&format!("{} · {}", c.code, c.title.get(lang)), "");
    let severity = words::severity(c.severity).get(lang);
    let block = words::block(c.block).get(lang);
    let level = words::level(c.level).get(lang);
    let certainty = c.certainty.name();
    page.text(
        "",
        &match lang {
            Lang::En => format!("{severity} · {block} · level {level} · certainty {certainty}"),
            Lang::De => format!("{severity} · {block} · Ebene {level} · Gewissheit {certainty}"),
        },
    );
    page.text(l.demand, c.demand.get(lang));
    let law: Vec<String> = c.law.iter().map(|s| words::law(s, lang)).collect();
    page.text(l.law, &law.join("; "));
    page.text(
        l.check,
        &format!("{} ({})", c.check, unit(c.scope).get(lang)),
    );
    for (check, bins) in &c.conditions {
        page.text(l.only, &format!("{check} = {}", bins.join(" | ")));
    }
    for (label, bins) in [
        (l.bad, &c.bad),
        (l.unproven, &c.unproven),
        (l.good, &c.good),
    ] {
        if !bins.is_empty() {
            page.text(label, &bins.join(" · "));
        }
    }
    page.text(l.bound, &bounds(c, lang));
    let takes: Vec<&str> = c.withhold.iter().map(|t| t.name()).collect();
    if c.holds() {
        page.text(l.effect, l.hold);
    } else if !takes.is_empty() {
        page.text(l.effect, &format!("{} {}", l.withhold, takes.join(", ")));
    }
    let mut told: Vec<&str> = Vec::new();
    for code in [&c.remedy_breached, &c.remedy_unproven]
        .into_iter()
        .flatten()
    {
        if !told.contains(&code.as_str()) {
            told.push(code);
            if let Some(r) = shelf
                .policy
                .as_ref()
                .ok()
                .and_then(|p| p.remedies.get(code))
            {
                let text = format!("{} {} ({code})", who(r.owed_by, lang), r.sentence.get(lang));
                page.text(l.remedy, &text);
            }
        }
    }
    if let Ok(p) = &shelf.policy {
        let line = match lang {
            Lang::En => "line",
            Lang::De => "Zeile",
        };
        page.text(
            l.policy,
            &format!("{} {}, {line} {}", p.id, p.version, c.line),
        );
    }
}

pub fn remedy(page: &mut Page, r: &Remedy, shelf: &Shelf, lang: Lang) {
    let l = labels(lang);
    page.head(&format!("{} · {}", r.code, l.remedy), "");
    page.text(
        "",
        &format!("{} {}", who(r.owed_by, lang), r.sentence.get(lang)),
    );
    if let Some(sentence) = &r.if_unknown {
        page.text(l.open, sentence.get(lang));
    }
    if !r.objects.is_empty() {
        page.text(l.objects, &r.objects.join(" · "));
    }
    let codes: Vec<&str> = shelf
        .policy
        .iter()
        .flat_map(|p| &p.clauses)
        .filter(|c| {
            [&c.remedy_breached, &c.remedy_unproven]
                .into_iter()
                .any(|x| x.as_deref() == Some(r.code.as_str()))
        })
        .map(|c| c.code.as_str())
        .collect();
    if !codes.is_empty() {
        page.text(l.clauses, &codes.join(", "));
    }
}

fn bounds(c: &Clause, lang: Lang) -> String {
    let part = |bound_of: &Bound, bins: &[String], word: &str| {
        let none = matches!(bound_of, Bound::Count(0));
        (!bins.is_empty()).then(|| match (none, lang) {
            (true, Lang::En) => format!("none {word}"),
            (true, Lang::De) => format!("nichts {word}"),
            (false, _) => format!("{} {word}", bound(bound_of, lang)),
        })
    };
    let (bad, unproven) = match lang {
        Lang::En => ("bad", "without proof"),
        Lang::De => ("mangelhaft", "ohne Beleg"),
    };
    let parts: Vec<String> = [
        part(&c.max, &c.bad, bad),
        part(&c.max_unproven, &c.unproven, unproven),
    ]
    .into_iter()
    .flatten()
    .collect();
    parts.join(" · ")
}

const fn who(owner: Owner, lang: Lang) -> &'static str {
    match (owner, lang) {
        (Owner::Vendor, Lang::En) => "To the vendor:",
        (Owner::Vendor, Lang::De) => "An den Anbieter:",
        (Owner::Buyer, Lang::En) => "Your task:",
        (Owner::Buyer, Lang::De) => "Ihre Aufgabe:",
        (Owner::Reviewer, Lang::En) => "To the reviewer:",
        (Owner::Reviewer, Lang::De) => "An den Prüfer:",
        (Owner::Counsel, Lang::En) => "With counsel:",
        (Owner::Counsel, Lang::De) => "Mit der Rechtsberatung:",
    }
}

struct Labels {
    demand: &'static str,
    law: &'static str,
    check: &'static str,
    only: &'static str,
    bad: &'static str,
    unproven: &'static str,
    good: &'static str,
    bound: &'static str,
    effect: &'static str,
    hold: &'static str,
    withhold: &'static str,
    remedy: &'static str,
    policy: &'static str,
    open: &'static str,
    objects: &'static str,
    clauses: &'static str,
}

const fn labels(lang: Lang) -> Labels {
    match lang {
        Lang::En => Labels {
            demand: "Demand",
            law: "Law",
            check: "Counts",
            only: "Only if",
            bad: "Bad",
            unproven: "Unproven",
            good: "Good",
            bound: "Bound",
            effect: "Effect",
            hold: "rows in bad and unproven bins are set aside",
            withhold: "rows in bad and unproven bins are withheld from",
            remedy: "Remedy",
            policy: "Policy",
            open: "If open",
            objects: "Concerns",
            clauses: "Clauses",
        },
        Lang::De => Labels {
            demand: "Verlangt",
            law: "Recht",
            check: "Zählt",
            only: "Nur wenn",
            bad: "Mangel",
            unproven: "Unbelegt",
            good: "Gut",
            bound: "Grenze",
            effect: "Folge",
            hold: "Zeilen in mangelhaften und unbelegten Klassen werden ausgesondert",
            withhold: "Zeilen in mangelhaften und unbelegten Klassen werden zurückgehalten von",
            remedy: "Abhilfe",
            policy: "Regelwerk",
            open: "Wenn offen",
            objects: "Betrifft",
            clauses: "Klauseln",
        },
    }
}
