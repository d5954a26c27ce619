//! What stands at the end: coverage, own tasks, record, the notice; then the two words; then the path.

use super::{Facing, margin};
use unicode_width::UnicodeWidthStr as _;

use crate::base::lang::{Lang, count};
use crate::record::policy::Owner;
use crate::record::verdict::{Block, Severity, Status, Word};
use crate::report::disclaimer::{NOTICE, WITHHELD};
use crate::report::look::{Look, Tint};
use crate::report::page::Page;
use crate::report::{Report, Signature, Way, words};

/// Steps of the path with their sentence; further ones are counted.
const STEPS: usize = 5;

pub fn ledger(page: &mut Page, report: &Report, look: Look, facing: Facing<'_>) {
    let lang = look.lang;
    let n = |x: u64| count(x, lang);
    let quarantined = report.rows.quarantined();
    let (label, text) = match lang {
        Lang::En => (
            "Rows",
            format!(
                "{} read = {} assessed + {} quarantined",
                n(report.rows.read),
                n(report.rows.loaded),
                n(quarantined)
            ),
        ),
        Lang::De => (
            "Zeilen",
            format!(
                "{} gelesen = {} ausgewertet + {} in Quarantäne",
                n(report.rows.read),
                n(report.rows.loaded),
                n(quarantined)
            ),
        ),
    };
    page.text(label, &text);
    let reasons: Vec<String> = report
        .rows
        .reasons
        .iter()
        .flatten()
        .map(|(r, k)| format!("{} {}", r.name(), n(*k)))
        .collect();
    if !reasons.is_empty() {
        page.text("", &reasons.join(" · "));
    }
    tasks(page, report, look);
    let (label, unsigned, unchecked) = match lang {
        Lang::En => ("Record", "not signed", "signature not checked"),
        Lang::De => ("Beleg", "nicht unterschrieben", "Signatur nicht geprüft"),
    };
    let place = match (&report.signature, facing.bundle) {
        (Signature::NotChecked, _) => unsigned.to_owned(),
        (Signature::Signed(keys), None) => keys.join(", "),
        (_, Some(path)) => path.to_owned(),
        (_, None) => String::new(),
    };
    page.text(label, format!("{}   {place}", report.record).trim_end());
    match (&report.signature, lang) {
        (Signature::Checked(keys), Lang::En) => {
            page.text("", "signature checked under");
            keys.iter().for_each(|k| page.text("", k));
        }
        (Signature::Checked(keys), Lang::De) => {
            page.text("", "Signatur geprüft unter");
            keys.iter().for_each(|k| page.text("", k));
        }
        (Signature::Unverified, _) => page.text("", unchecked),
        _ => {}
    }
    if !report.missing.is_empty() {
        let label = match lang {
            Lang::En => "Missing",
            Lang::De => "Fehlt",
        };
        page.text(label, WITHHELD.get(lang));
    }
    let label = match lang {
        Lang::En => "Notice",
        Lang::De => "Hinweis",
    };
    page.text(label, NOTICE.get(lang));
}

fn tasks(page: &mut Page, report: &Report, look: Look) {
    if report.tasks.is_empty() {
        return;
    }
    let lang = look.lang;
    let n = count(report.tasks.len() as u64, lang);
    let next = report
        .tasks
        .iter()
        .filter_map(|t| Some((t.due?, t)))
        .min_by_key(|(d, _)| *d);
    let (label, head) = match (lang, next) {
        (Lang::En, Some((day, t))) => (
            "Your tasks",
            format!(
                "{n} open, next by {day}: {} ({})",
                t.title.get(lang),
                t.code
            ),
        ),
        (Lang::De, Some((day, t))) => (
            "Aufgaben",
            format!(
                "{n} eigene offen, nächste bis {day}: {} ({})",
                t.title.get(lang),
                t.code
            ),
        ),
        (Lang::En, None) => ("Your tasks", format!("{n} open")),
        (Lang::De, None) => ("Aufgaben", format!("{n} eigene offen")),
    };
    page.text(label, &head);
    let others: Vec<&str> = report
        .tasks
        .iter()
        .map(|t| t.code.as_str())
        .filter(|code| next.is_none_or(|(_, t)| t.code != *code))
        .collect();
    if !others.is_empty() {
        page.text("", &others.join(", "));
    }
}

/// The two words, with the rows they are about and, where nothing can be taken over, the reason.
pub fn verdicts(page: &mut Page, report: &Report, look: Look) {
    let lang = look.lang;
    let n = |x: u64| count(x, lang);
    let o = |x: Option<u64>| x.map_or_else(|| "–".to_owned(), n);
    let a = &report.acquisition;
    let of = (o(a.accepted), n(report.rows.loaded), o(a.set_aside));
    let rows = match lang {
        Lang::En => [
            format!("{} of {} rows accepted, {} set aside", of.0, of.1, of.2),
            format!("{} of {} rows, {} set aside", of.0, of.1, of.2),
        ],
        Lang::De => [
            format!(
                "{} von {} Zeilen angenommen, {} ausgesondert",
                of.0, of.1, of.2
            ),
            format!("{} von {} Zeilen, {} ausgesondert", of.0, of.1, of.2),
        ],
    };
    let (acquisition, contact) = match lang {
        Lang::En => ("Acquisition", "Contact"),
        Lang::De => ("Erwerb", "Kontakt"),
    };
    verdict(page, acquisition, a.verdict, &rows, look);
    for text in blockers(report, lang) {
        page.text("", &text);
    }
    let usable: Vec<String> = report
        .contact
        .channels
        .iter()
        .map(|(c, w)| format!("{} {}", c.words(lang), n(w.usable)))
        .collect();
    let usable = match (usable.join(" · "), lang) {
        (none, Lang::En) if none.is_empty() => {
            ["no planned channel has an address".to_owned(), none]
        }
        (none, Lang::De) if none.is_empty() => {
            ["kein geplanter Kanal hat eine Adresse".to_owned(), none]
        }
        (list, Lang::En) => [format!("{list} usable"), list],
        (list, Lang::De) => [format!("{list} verwendbar"), list],
    };
    verdict(page, contact, report.contact.verdict, &usable, look);
}

/// One line if the rows fit beside the word in one of their two forms, else two.
fn verdict(page: &mut Page, label: &str, word: Word, rows: &[String; 2], look: Look) {
    let text = format!(
        "{} {}",
        words::verdict_sign(word),
        words::verdict(word).get(look.lang).to_uppercase()
    );
    let gap = " ".repeat(margin(look.lang).saturating_sub(label.width()));
    let fits = rows
        .iter()
        .filter(|r| !r.is_empty())
        .map(|r| format!("{label}{gap}{text}   {r}"))
        .find(|line| line.width() <= look.width);
    match fits {
        Some(line) => page.line(&line.replace(&text, &look.tint(Tint::Bold, &text))),
        None => {
            page.line(&format!("{label}{gap}{}", look.tint(Tint::Bold, &text)));
            page.text("", &rows[0]);
        }
    }
}

/// Which blockers decided, by name: nobody should have to search for them.
fn blockers(report: &Report, lang: Lang) -> Vec<String> {
    [Status::Breached, Status::Unproven]
        .into_iter()
        .filter_map(|status| {
            let codes: Vec<&str> = report
                .findings
                .iter()
                .filter(|l| l.finding.severity == Severity::Blocker && l.finding.status == status)
                .filter(|l| l.finding.block == Block::Acquisition)
                .map(|l| l.finding.code.as_str())
                .collect();
            let n = count(codes.len() as u64, lang);
            let word = words::status(status).get(lang);
            let one = codes.len() == 1;
            let list = codes.join(", ");
            (!codes.is_empty()).then(|| match lang {
                Lang::En if one => format!("1 blocker {word}: {list}"),
                Lang::En => format!("{n} blockers {word}: {list}"),
                Lang::De if one => format!("1 Ausschluss {word}: {list}"),
                Lang::De => format!("{n} Ausschlüsse {word}: {list}"),
            })
        })
        .collect()
}

/// The steps, and last the command that makes a letter of them.
pub fn path(page: &mut Page, report: &Report, look: Look, facing: Facing<'_>) {
    let lang = look.lang;
    let Some(paths) = &report.path else { return };
    let mut label = match lang {
        Lang::En => "Path",
        Lang::De => "Weg",
    };
    for (block, way) in [
        (Block::Acquisition, &paths.acquisition),
        (Block::Contact, &paths.contact),
    ] {
        if let Some(way) = way.as_ref().filter(|w| !w.steps.is_empty()) {
            one(page, label, block, way, look);
            label = "";
        }
    }
    let ways = [&paths.acquisition, &paths.contact];
    let first = ways.into_iter().flatten().find_map(|w| w.steps.first());
    if let Some(step) = first.filter(|_| !facing.letter.is_empty()) {
        let to = match step.owed_by {
            Owner::Vendor => "vendor",
            Owner::Buyer => "buyer",
            Owner::Reviewer | Owner::Counsel => "reviewer",
        };
        let to = ["--to".to_owned(), to.to_owned()];
        page.command(&[facing.letter, &to].concat());
    }
}

fn one(page: &mut Page, label: &str, block: Block, way: &Way, look: Look) {
    let lang = look.lang;
    let best = words::verdict(way.at_best).get(lang).to_uppercase();
    let owner = way.steps.first().map(|s| s.owed_by);
    let all = way.steps.iter().all(|s| Some(s.owed_by) == owner);
    let owed = match owner.filter(|_| all) {
        Some(o) => match lang {
            Lang::En => format!(", all owed by the {}", owed_by(o, lang)),
            Lang::De => format!(", alles {}", at(o)),
        },
        None => String::new(),
    };
    let name = words::block(block).get(lang);
    page.text(
        label,
        &match lang {
            Lang::En => format!("{name} at best {best}{owed}:"),
            Lang::De => format!("{name} bestenfalls {best}{owed}:"),
        },
    );
    for (i, step) in way.steps.iter().take(STEPS).enumerate() {
        let who = if all {
            String::new()
        } else {
            format!(", {}", owed_by(step.owed_by, lang))
        };
        let rows = match step.rows.map(|r| count(r, lang)) {
            Some(n) if lang == Lang::De => format!(", {n} Zeilen"),
            Some(n) => format!(", {n} rows"),
            None => String::new(),
        };
        let clauses = step.clauses.join(", ");
        let sentence = step.sentence.get(lang);
        page.point(i + 1, &format!("{sentence} ({clauses}{rows}{who})"));
    }
    let more = way.steps.len().saturating_sub(STEPS);
    if more > 0 {
        let names: Vec<&str> = way.steps[STEPS..]
            .iter()
            .map(|s| s.remedy.as_str())
            .collect();
        let names = names.join(", ");
        page.text(
            "",
            &match lang {
                Lang::En => format!("then {more} more: {names}"),
                Lang::De => format!("dann {more} weitere: {names}"),
            },
        );
    }
}

fn owed_by(owner: Owner, lang: Lang) -> &'static str {
    match (owner, lang) {
        (Owner::Vendor, Lang::En) => "vendor",
        (Owner::Vendor, Lang::De) => "Anbieter",
        (Owner::Buyer, Lang::En) => "buyer",
        (Owner::Buyer, Lang::De) => "Käufer",
        (Owner::Reviewer, Lang::En) => "reviewer",
        (Owner::Reviewer, Lang::De) => "Prüfer",
        (Owner::Counsel, Lang::En) => "counsel",
        (Owner::Counsel, Lang::De) => "Rechtsberatung",
    }
}

/// With whom the steps lie, in German.
const fn at(owner: Owner) -> &'static str {
    match owner {
        Owner::Vendor => "beim Anbieter",
        Owner::Buyer => "beim Käufer",
        Owner::Reviewer => "beim Prüfer",
        Owner::Counsel => "bei der Rechtsberatung",
    }
}
