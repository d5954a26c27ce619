//! The outcome of a verification for programs. Names are stable; sentences are in the language asked for.

use serde::Serialize;

use crate::base::lang::{Lang, Text};
use crate::proof::statement::Record;
use crate::proof::verify::Outcome;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'o> {
    schema: &'static str,
    exit: u8,
    outcome: &'o str,
    trust: &'o str,
    steps: Vec<Step<'o>>,
    failures: Vec<Failure<'o>>,
    /// Only if everything up to V18 held.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Shown<'o>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<&'o str>,
    notes: Vec<&'o str>,
    not_checked: Vec<&'o str>,
}

#[derive(Serialize)]
struct Step<'o> {
    step: &'o str,
    good: bool,
    detail: &'o str,
}

#[derive(Serialize)]
struct Failure<'o> {
    step: &'o str,
    code: &'o str,
    name: &'o str,
    exit: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'o str>,
    message: &'o str,
    found: Vec<&'o str>,
    help: Vec<&'o str>,
}

#[derive(Serialize)]
struct Shown<'o> {
    number: String,
    signers: Vec<String>,
    predicate: &'o Record,
}

/// One document and a newline.
pub fn render(outcome: &Outcome, lang: Lang) -> String {
    let texts =
        |all: &'_ [Text]| -> Vec<String> { all.iter().map(|t| t.get(lang).to_owned()).collect() };
    let (notes, not_checked) = (texts(&outcome.notes), texts(&outcome.not_checked));
    let headline = outcome.headline.name();
    let wire = Wire {
        schema: "beleg.verify/1",
        exit: outcome.exit(),
        outcome: headline,
        trust: outcome.trust.get(lang),
        steps: outcome
            .trail
            .steps
            .iter()
            .map(|s| Step {
                step: s.id,
                good: s.good,
                detail: s.detail.get(lang),
            })
            .collect(),
        failures: outcome
            .trail
            .failures
            .iter()
            .map(|(step, e)| Failure {
                step,
                code: e.code.id,
                name: e.code.name,
                exit: e.code.exit,
                file: e.at.as_ref().map(|p| p.file.as_str()),
                message: e.message.get(lang),
                found: e.found.iter().map(|t| t.get(lang)).collect(),
                help: e.help.iter().map(|t| t.get(lang)).collect(),
            })
            .collect(),
        record: outcome.opened.as_ref().map(|o| Shown {
            number: o.record().number(),
            signers: o.signers().iter().map(ToString::to_string).collect(),
            predicate: &o.record().predicate,
        }),
        policy: outcome.policy.as_ref().map(|t| t.get(lang)),
        notes: notes.iter().map(String::as_str).collect(),
        not_checked: not_checked.iter().map(String::as_str).collect(),
    };
    serde_json::to_string_pretty(&wire).unwrap_or_default() + "\n"
}
