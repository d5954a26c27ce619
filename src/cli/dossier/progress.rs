//! What is still missing for the biggest step, in one line: of the path if a list was audited, else of what the policy
//! asks of both files.

use super::against::Standing;
use super::facts;
use super::held::Held;
use crate::base::lang::Lang;
use crate::record::needs::{Asked, Need};
use crate::record::policy::Policy;

/// Facts and papers that the line names.
const NAMED: usize = 3;

/// A remedy and the clauses that it serves.
struct Step<'a> {
    remedy: &'a str,
    clauses: Vec<&'a str>,
}

pub fn line(held: &Held, standing: &Standing, lang: Lang) -> String {
    let needs = standing.needs(held);
    let Some(step) = biggest(standing, &needs) else {
        return match lang {
            Lang::En => "Nothing more is asked of the papers.",
            Lang::De => "Von den Papieren wird nichts weiter verlangt.",
        }
        .to_owned();
    };
    let mut missing: Vec<String> = needs
        .iter()
        .filter(|n| n.wanting() && n.remedy == Some(step.remedy))
        .map(|n| format!("{} {}", n.slot.number, n.slot.name.get(lang)))
        .collect();
    let awaited = facts::awaited(held, standing);
    let serving = awaited.iter().filter(|a| {
        let codes = a.clauses.iter().map(|c| c.code.as_str());
        codes.into_iter().any(|code| step.clauses.contains(&code))
    });
    missing.extend(serving.map(|a| a.fact.address.clone()));
    let more = missing.len().saturating_sub(NAMED);
    missing.truncate(NAMED);
    let mut all = missing.join(", ");
    if more > 0 {
        all.push_str(&match lang {
            Lang::En => format!(" and {more} more"),
            Lang::De => format!(" und {more} weitere"),
        });
    }
    if all.is_empty() {
        let remedy = standing.policy().remedies.get(step.remedy);
        all = remedy.map_or("", |r| r.sentence.get(lang)).to_owned();
    }
    let (remedy, clauses) = (step.remedy, step.clauses.join(", "));
    match lang {
        Lang::En => format!("Biggest step: {remedy} ({clauses}). Still missing: {all}"),
        Lang::De => format!("Größter Schritt: {remedy} ({clauses}). Noch offen: {all}"),
    }
}

fn biggest<'a>(standing: &'a Standing, needs: &[Need<'a>]) -> Option<Step<'a>> {
    if let Some(audited) = &standing.audited {
        let blocks = audited.path.acquisition.iter().chain(&audited.path.contact);
        let step = blocks.flat_map(|b| &b.steps).next()?;
        return Some(Step {
            remedy: &step.remedy,
            clauses: step.clauses.iter().map(String::as_str).collect(),
        });
    }
    without_list(standing.policy(), needs)
}

/// The remedy of the papers that weigh most: what is asked for anyway before what may be, then severity, then how many
/// papers wait for it.
fn without_list<'a>(policy: &'a Policy, needs: &[Need<'a>]) -> Option<Step<'a>> {
    let wanting: Vec<&Need<'a>> = needs.iter().filter(|n| n.wanting()).collect();
    let weight = |remedy: &str| {
        let mine = wanting.iter().filter(|n| n.remedy == Some(remedy));
        let each = mine.map(|n| (n.own, n.severity, matches!(n.asked, Asked::If(_))));
        let each: Vec<_> = each.collect();
        Some((each.iter().min().copied()?, std::cmp::Reverse(each.len())))
    };
    let remedies = policy.remedies.keys().map(String::as_str);
    let weighed = remedies.filter_map(|r| Some((weight(r)?, r)));
    let (_, remedy) = weighed.min()?;
    let mine = wanting.iter().filter(|n| n.remedy == Some(remedy));
    let clauses = mine.flat_map(|n| n.clauses.iter().copied());
    Some(Step {
        remedy,
        clauses: clauses.collect(),
    })
}
