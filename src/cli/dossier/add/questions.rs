//! What is asked about a file that is being listed.

use super::Dated;
use crate::base::clock::Day;
use crate::base::lang::Lang;
use crate::cli::ask::{Ask, Choice};
use crate::cli::dossier::Stop;
use crate::cli::dossier::answer::page;
use crate::cli::dossier::suggest::Suggested;
use crate::record::dossier::DATED_BY;
use crate::record::dossier::slot::DOCUMENTS;
use crate::text;

/// What comes back.
type Asked<T> = Result<T, Stop>;

pub fn kinds(ask: &mut Ask<'_>, suggested: &Suggested) -> Asked<Vec<&'static str>> {
    let lang = ask.lang();
    let choices: Vec<Choice<'_>> = DOCUMENTS
        .iter()
        .map(|s| Choice {
            word: s.kind,
            meaning: s.name.get(lang).to_owned(),
        })
        .collect();
    let prompt = match lang {
        Lang::En => "Which kinds does it serve? Numbers or words, with commas",
        Lang::De => "Welchen Arten dient sie? Zahlen oder Wörter, mit Komma",
    };
    let chosen = ask.choose_some(prompt, &choices, suggested.words().as_deref())?;
    Ok(chosen.into_iter().map(|at| DOCUMENTS[at].kind).collect())
}

pub fn pages(ask: &mut Ask<'_>, kinds: &[&'static str]) -> Asked<Vec<(&'static str, String)>> {
    let mut all = Vec::new();
    for kind in kinds {
        let prompt = match ask.lang() {
            Lang::En => format!("Pages of {kind}, such as 3-9; empty: not noted"),
            Lang::De => format!("Seiten von {kind}, etwa 3-9; leer: nicht vermerkt"),
        };
        let page = ask.until(&prompt, None, &mut |reply| page(reply))?;
        all.extend(page.map(|p| (*kind, p)));
    }
    Ok(all)
}

pub fn date(ask: &mut Ask<'_>, suggested: &Suggested) -> Asked<Dated> {
    let prompt = match ask.lang() {
        Lang::En => "Which day does it bear? Like 2026-08-20, or none",
        Lang::De => "Welches Datum trägt sie? Wie 2026-08-20, oder none",
    };
    let default = suggested.date.map(|(day, _)| day.to_string());
    Ok(
        ask.until(prompt, default.as_deref(), &mut |reply| match reply {
            "none" => Ok(Dated::Undated),
            reply => Day::parse(reply).map(Dated::On).ok_or_else(|| {
                text!(
                    "a day like 2026-08-20, or `none`",
                    "ein Tag wie 2026-08-20, oder `none`"
                )
            }),
        })?,
    )
}

pub fn origin(ask: &mut Ask<'_>) -> Asked<&'static str> {
    let meanings = match ask.lang() {
        Lang::En => [
            "it stands in the document",
            "the vendor told it",
            "you know it otherwise",
        ],
        Lang::De => [
            "es steht in der Unterlage",
            "der Anbieter hat es genannt",
            "Sie wissen es anderswoher",
        ],
    };
    let choices: Vec<Choice<'_>> = DATED_BY
        .iter()
        .zip(meanings)
        .map(|(word, meaning)| Choice {
            word,
            meaning: meaning.to_owned(),
        })
        .collect();
    let prompt = match ask.lang() {
        Lang::En => "Where does the date come from?",
        Lang::De => "Woher stammt das Datum?",
    };
    Ok(DATED_BY[ask.choose(prompt, &choices, None)?])
}
