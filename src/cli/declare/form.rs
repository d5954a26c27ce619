//! Questionnaires for vendors who have no beleg: the same questions in a workbook or on a page, and the way back.

pub mod filled;
mod html;
mod xlsx;

use std::path::Path;

use super::question::PARTS;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::data::inventory::Inventory;

/// The questions and where they stand in a form; another one is another form.
pub const VERSION: &str = "1";

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    Xlsx,
    Html,
}

/// Answers that stand in the form already: addresses and what a person would write.
pub type Given = Vec<(String, String)>;

/// The form, as a file.
///
/// # Errors
/// The workbook could not be made.
pub fn made(form: Form, given: &Given, made: Time, lang: Lang) -> Result<Vec<u8>> {
    match form {
        Form::Xlsx => xlsx::workbook(given, made, lang),
        Form::Html => Ok(html::page(given, lang).into_bytes()),
    }
}

/// What is known of a list before anybody is asked.
pub fn of_list(list: &Path, inventory: &Inventory) -> Given {
    let name = list.file_name().map(|n| n.to_string_lossy().into_owned());
    let mut given = Given::new();
    let mut say = |key: &str, value: String| {
        given.push((format!("package.resources[1].{key}"), value));
    };
    say("path", name.unwrap_or_default());
    say("rows", inventory.read.ledger.read.to_string());
    if let Some((bytes, sha256)) = inventory.read.lists.first() {
        say("bytes", bytes.to_string());
        say("hash", format!("sha256:{sha256}"));
    }
    given
}

/// Parts that have a sheet of their own, since each entry is a row.
pub const TABLES: [&str; 2] = ["gdpr.sources", "gdpr.documents"];

/// The other parts, in the order in which people are asked: who they are first.
pub fn parts() -> impl Iterator<Item = &'static super::question::Part> {
    let first = [
        "",
        "package.resources",
        "gdpr.controllers",
        "gdpr.suppliers",
    ];
    let order = move |table: &str| {
        first
            .iter()
            .position(|t| *t == table)
            .unwrap_or(first.len())
    };
    let mut all: Vec<_> = PARTS
        .iter()
        .filter(|p| !TABLES.contains(&p.table))
        .collect();
    all.sort_by_key(|p| order(p.table));
    all.into_iter()
}

/// How a form says what it wants of a kind of answer; none where the question says it.
pub fn hint(question: &super::question::Question, lang: Lang) -> String {
    use super::question::Kind;
    let names = |choices: &[super::question::Choice]| {
        let all: Vec<&str> = choices.iter().map(|c| c.name.get(lang)).collect();
        all.join(" · ")
    };
    let wanted = match (question.kind, lang) {
        (Kind::Some(c), Lang::En) => format!("One or several, with commas: {}", names(c)),
        (Kind::Some(c), Lang::De) => format!("Eines oder mehrere, mit Komma: {}", names(c)),
        (Kind::Texts, Lang::En) => "Several with semicolons.".to_owned(),
        (Kind::Texts, Lang::De) => "Mehrere mit Semikolon.".to_owned(),
        (Kind::Countries, Lang::En) => "Several with commas: DE, AT.".to_owned(),
        (Kind::Countries, Lang::De) => "Mehrere mit Komma: DE, AT.".to_owned(),
        (Kind::Day, Lang::En) => "A day like 2026-10-01.".to_owned(),
        (Kind::Day, Lang::De) => "Ein Tag wie 01.10.2026 oder 2026-10-01.".to_owned(),
        _ => String::new(),
    };
    let help = question.help.get(lang);
    let example = example(question, lang);
    [help, &wanted, &example]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// An example as people would write it, where the words of the question do not show it.
fn example(question: &super::question::Question, lang: Lang) -> String {
    use super::question::Kind;
    if !matches!(
        question.kind,
        Kind::Text | Kind::Texts | Kind::Document | Kind::Path
    ) {
        return String::new();
    }
    let plain = question
        .example
        .trim_matches(['[', ']'])
        .replace("\", \"", "; ");
    let plain = plain.trim_matches('"');
    match lang {
        Lang::En => format!("Example: {plain}"),
        Lang::De => format!("Beispiel: {plain}"),
    }
}

#[cfg(test)]
mod tests;
