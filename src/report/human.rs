//! The report on a terminal. Open findings first, the words near the end, the path last, where the eye stops.

mod closing;
mod contact;
mod findings;
pub mod table;

pub use findings::bound;

use super::Report;
use super::look::{Look, Tint};
use super::page::{Page, wrap};
use super::words;
use crate::base::lang::{Lang, count};
use crate::record::verdict::Word;

/// What the terminal shows beside the report: names that the user typed, and how much is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facing<'a> {
    /// The list files as given, made printable.
    pub files: &'a [String],
    /// Where the bundle was written.
    pub bundle: Option<&'a str>,
    /// The words of the command that writes the letter, without its addressee.
    pub letter: &'a [String],
    /// All findings, not only the first twelve.
    pub all: bool,
    /// The words only.
    pub quiet: bool,
}

/// Width of the labels before the closing lines.
fn margin(lang: Lang) -> usize {
    match lang {
        Lang::En => 14,
        Lang::De => 9,
    }
}

/// The whole report, or only the words.
pub fn render(report: &Report, look: Look, facing: Facing<'_>) -> String {
    let mut page = Page::new(look, margin(look.lang));
    if let Some(banner) = report.banner() {
        for line in wrap(banner.get(look.lang), look.width) {
            page.line(&look.tint(Tint::Amber, &line));
        }
        page.blank();
    }
    if !facing.quiet {
        head(&mut page, report, look, facing);
        findings::render(&mut page, report, look, facing.all);
        contact::render(&mut page, report, look);
        page.blank();
        closing::ledger(&mut page, report, look, facing);
        page.blank();
    }
    closing::verdicts(&mut page, report, look);
    if !facing.quiet {
        closing::path(&mut page, report, look, facing);
    }
    look.finish(page.finish())
}

fn head(page: &mut Page, report: &Report, look: Look, facing: Facing<'_>) {
    let lang = look.lang;
    let n = count(report.rows.read, lang);
    let tool = format!("{} {}", report.tool.name, report.tool.version);
    let files = match facing.files {
        [] => report
            .subjects
            .first()
            .map(|s| s.name.to_string())
            .unwrap_or_default(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} + {}", rest.len()),
    };
    let policy = format!("{} {}", report.policy.id, report.policy.version);
    let (rows, policy) = match lang {
        Lang::En => (format!("{n} rows"), format!("policy {policy}")),
        Lang::De => (format!("{n} Zeilen"), format!("Regelwerk {policy}")),
    };
    let own = match (report.policy.shipped, lang) {
        (true, _) => "",
        (false, Lang::En) => " (own)",
        (false, Lang::De) => " (eigenes)",
    };
    for line in wrap(
        &format!("{tool} · {files} · {rows} · {policy}{own}"),
        look.width,
    ) {
        page.line(&line);
    }
    for line in wrap(&setting(report, lang), look.width) {
        page.line(&line);
    }
    if report.as_of > report.policy.review_by {
        let due = report.policy.review_by;
        let warning = match lang {
            Lang::En => format!(
                "This policy was due for review on {due}. Its contact rules may be out of date."
            ),
            Lang::De => format!(
                "Dieses Regelwerk war am {due} zu überprüfen. Seine Kontaktregeln können überholt sein."
            ),
        };
        for line in wrap(&warning, look.width) {
            page.line(&look.tint(Tint::Amber, &line));
        }
    }
}

/// As-of date, buyer, channels; and plainly when there are no papers.
fn setting(report: &Report, lang: Lang) -> String {
    let mut parts = vec![match lang {
        Lang::En => format!("as of {}", report.as_of),
        Lang::De => format!("Stichtag {}", report.as_of),
    }];
    let Some(papers) = &report.papers else {
        return parts.concat();
    };
    if !papers.buyer.is_empty() {
        let names: Vec<&str> = papers.buyer.iter().map(|l| l.as_str()).collect();
        let names = names.join(", ");
        parts.push(match lang {
            Lang::En => format!("buyer {names}"),
            Lang::De => format!("Käufer {names}"),
        });
    }
    if !papers.declaration && papers.documents == 0 {
        parts.push(
            match lang {
                Lang::En => "no dossier: nothing declared, no document",
                Lang::De => "kein Dossier: nichts erklärt, kein Dokument",
            }
            .to_owned(),
        );
    }
    parts.push(match (&papers.plan, lang) {
        (Some(plan), Lang::En) => format!("channels {}", words::channels(plan, lang)),
        (Some(plan), Lang::De) => format!("Kanäle {}", words::channels(plan, lang)),
        (None, Lang::En) => "all channels planned".to_owned(),
        (None, Lang::De) => "alle Kanäle geplant".to_owned(),
    });
    parts.join(" · ")
}

/// Sign and word of a verdict, as it stands in tables.
fn word(word: Word, lang: Lang) -> String {
    let text = words::verdict(word).get(lang);
    let mut chars = text.chars();
    let lower: String = match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    };
    format!("{} {lower}", words::verdict_sign(word))
}

#[cfg(test)]
mod tests;
