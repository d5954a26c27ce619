//! How a verification ended, for a terminal and for programs. Whatever of the record is shown stands here only after
//! everything up to V18 has held; the exit code comes from the trail.

mod json;

pub use json::render as json;

use unicode_width::UnicodeWidthStr as _;

use super::look::{Look, Tint};
use super::page::Page;
use super::words;
use crate::base::lang::{Lang, count};
use crate::proof::statement::{Record, Resource};
use crate::proof::verify::{Headline, Outcome, Replayed};

/// Steps that are shown when they held; the others are shown only when they fail, as errors.
const SHOWN: [&str; 10] = [
    "V3", "V5", "V7", "V11", "V13", "V15", "V16", "V18", "V19", "V21",
];

/// The trust used, and the steps that held.
pub fn steps(outcome: &Outcome, look: Look) -> String {
    let lang = look.lang;
    let (label, margin) = match lang {
        Lang::En => ("trust", 9),
        Lang::De => ("Vertrauen", 11),
    };
    let mut page = Page::new(look, margin);
    page.text(label, outcome.trust.get(lang));
    if outcome.opened.is_none() {
        return look.finish(page.finish());
    }
    for step in &outcome.trail.steps {
        if step.good && SHOWN.contains(&step.id) {
            let name = step.name().get(lang);
            let left = format!("{:>3}  {name:<12}{}", step.id, step.detail.get(lang));
            row(&mut page, look, &left);
        }
    }
    look.finish(page.finish())
}

/// A line that ends in `ok` at the right edge, wrapped under its detail if need be.
fn row(page: &mut Page, look: Look, left: &str) {
    let ok = look.tint(Tint::Green, "ok");
    let indent = 17;
    let room = look.width.saturating_sub(indent + 4);
    let (head, detail) = left.split_at(
        left.char_indices()
            .nth(indent)
            .map_or(left.len(), |(i, _)| i),
    );
    for (i, line) in super::page::wrap(detail, room).iter().enumerate() {
        if i == 0 {
            let gap = look.width.saturating_sub(indent + line.width() + 2);
            page.line(&format!("{head}{line}{}{ok}", " ".repeat(gap)));
        } else {
            page.line(&format!("{}{line}", " ".repeat(indent)));
        }
    }
}

/// The outcome. Of the record nothing but this stands on the terminal.
pub fn outcome(outcome: &Outcome, look: Look, quiet: bool) -> String {
    let lang = look.lang;
    let mut page = Page::new(look, 14);
    let failed = matches!(
        outcome.headline,
        Headline::Invalid(_) | Headline::NotAuthenticated
    );
    let exit = outcome.exit();
    let Some(opened) = outcome.opened.as_ref().filter(|_| !failed) else {
        closing(&mut page, outcome, look, &format!("exit {exit}"));
        return look.finish(page.finish());
    };
    let record = opened.record();
    let r = &record.predicate;
    let word = |w| words::verdict(w).get(lang).to_uppercase();
    let (a, c) = (word(r.acquisition.verdict), word(r.contact.verdict));
    match lang {
        Lang::En => page.head(&format!("Acquisition {a} · Contact {c}"), "the record says"),
        Lang::De => page.head(&format!("Erwerb {a} · Kontakt {c}"), "sagt der Beleg"),
    }
    let note = match (outcome.headline, lang) {
        (Headline::Unchanged, Lang::En) => "the record is",
        (Headline::Unchanged, Lang::De) => "ist der Beleg",
        (Headline::ListNotChecked, Lang::En) => "no --list",
        (Headline::ListNotChecked, Lang::De) => "kein --list",
        _ => "",
    };
    closing(&mut page, outcome, look, note);
    if !quiet {
        facts(&mut page, outcome, r, &record.number(), lang);
    }
    look.finish(page.finish())
}

fn closing(page: &mut Page, outcome: &Outcome, look: Look, right: &str) {
    let tint = match outcome.headline {
        Headline::Unchanged => Tint::Green,
        Headline::Invalid(_) | Headline::NotAuthenticated => Tint::Red,
        _ => Tint::Amber,
    };
    let words = outcome.headline.words();
    let text = words.get(look.lang);
    let gap = look.width.saturating_sub(text.width() + right.width());
    let gap = if right.is_empty() { 0 } else { gap.max(2) };
    page.line(&format!(
        "{}{}{right}",
        look.tint(tint, text),
        " ".repeat(gap)
    ));
}

fn facts(page: &mut Page, outcome: &Outcome, r: &Record, number: &str, lang: Lang) {
    let n = |x: u64| count(x, lang);
    let about = Resource::parse(&r.resource_uri)
        .map(|r| format!("{}, {}", r.vendor, r.delivery))
        .unwrap_or_default();
    let (accepted, aside, loaded) = (
        n(r.acquisition.accepted),
        n(r.acquisition.set_aside),
        n(r.rows.loaded),
    );
    let usable: Vec<String> = r
        .contact
        .channels
        .iter()
        .map(|(channel, c)| format!("{} {}", channel.words(lang), n(c.usable)))
        .collect();
    let usable = usable.join(" · ");
    let standing = outcome.policy.as_ref().map(|t| t.get(lang));
    let policy = policy(r, outcome.replayed.as_ref());
    let policy = match standing {
        Some(s) => format!("{policy}, {s}"),
        None => policy,
    };
    match lang {
        Lang::En => {
            page.text("Record", &format!("{number}   {about}"));
            let rows = format!("{accepted} accepted + {aside} set aside = {loaded} assessed");
            page.text("Rows", &rows);
        }
        Lang::De => {
            page.text("Beleg", &format!("{number}   {about}"));
            let rows =
                format!("{accepted} angenommen + {aside} ausgesondert = {loaded} ausgewertet");
            page.text("Zeilen", &rows);
        }
    }
    if !usable.is_empty() {
        let label = match lang {
            Lang::En => "Usable",
            Lang::De => "Verwendbar",
        };
        page.text(label, &usable);
    }
    let label = match lang {
        Lang::En => "Policy",
        Lang::De => "Regelwerk",
    };
    page.text(label, &policy);
    for note in &outcome.notes {
        let label = match lang {
            Lang::En => "Note",
            Lang::De => "Hinweis",
        };
        page.text(label, note.get(lang));
    }
    let proves = match lang {
        Lang::En => {
            "The signature proves who issued this record and that it was not changed since; it says nothing about the truth of the vendor's statements."
        }
        Lang::De => {
            "Die Signatur belegt, wer diesen Beleg ausgestellt hat und dass er seither nicht verändert wurde; sie sagt nichts über die Wahrheit der Angaben des Anbieters."
        }
    };
    page.wide(proves);
    let left: Vec<&str> = outcome.not_checked.iter().map(|t| t.get(lang)).collect();
    let label = match lang {
        Lang::En => "Not checked",
        Lang::De => "Nicht geprüft",
    };
    page.text(label, &left.join("; "));
}

/// Id and version if the policy was read, else its label.
fn policy(r: &Record, replayed: Option<&Replayed>) -> String {
    match replayed.and_then(|r| r.policy.as_ref()) {
        Some(p) => format!("{} {}", p.id, p.version),
        None => r.policy.uri.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::golden::{NOW, audit, trust_key};
    use crate::proof::verify::{Question, verify};

    fn shown(key: u8, look: Look) -> (String, String) {
        let found = verify(
            &audit().bundle(&[1]),
            &trust_key(key),
            &Question::default(),
            NOW,
        );
        (steps(&found, look), outcome(&found, look, false))
    }

    #[test]
    fn every_line_fits_and_the_last_says_what_was_not_checked() {
        for width in [60, 80, 120] {
            for (lang, first, last) in [
                (Lang::En, "trust ", "Not checked "),
                (Lang::De, "Vertrauen ", "Nicht geprüft "),
            ] {
                let look = Look {
                    lang,
                    width,
                    ..Look::default()
                };
                let (steps, outcome) = shown(1, look);
                let all = format!("{steps}{outcome}");
                assert!(all.starts_with(first), "{all}");
                let end = outcome
                    .lines()
                    .rfind(|l| !l.starts_with(' '))
                    .unwrap_or_default();
                assert!(end.starts_with(last), "{all}");
                for line in all.lines().filter(|l| !l.contains("SHA256:")) {
                    assert!(line.width() <= width, "{width}: {line}");
                }
                for id in SHOWN.iter().filter(|id| **id != "V21") {
                    let step = format!("{id:>3}  ");
                    assert!(steps.lines().any(|l| l.starts_with(&step)), "{id}: {steps}");
                }
            }
        }
    }

    #[test]
    fn nothing_of_an_unbelieved_record_is_shown() {
        let (steps, outcome) = shown(2, Look::default());
        assert_eq!(steps.lines().count(), 1);
        assert!(outcome.starts_with("NOT AUTHENTICATED ") && outcome.ends_with("exit 4\n"));
        let found = verify(
            &audit().bundle(&[1]),
            &trust_key(2),
            &Question::default(),
            NOW,
        );
        let json = json(&found, Lang::En);
        assert!(
            !json.contains("vendor-x") && !json.contains("urn:example"),
            "{json}"
        );
        assert!(json.contains("\"signer-unknown\""));
    }
}
