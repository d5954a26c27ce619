//! All facts with meaning, form, words, and whether somebody has stated them. Never the value.

use serde::Serialize;

use crate::base::error::printable;
use crate::base::lang::Lang;
use crate::cli::dossier::against::Standing;
use crate::cli::dossier::facts::{self, Fact, Known};
use crate::cli::dossier::held::Held;
use crate::cli::{Format, Globals};
use crate::record::dossier::Grade;
use crate::record::verdict::Status;
use crate::report::page::Page;

const MARGIN: usize = 4;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    fact: &'a str,
    /// `buyer` or `declaration`.
    side: &'static str,
    meaning: &'a str,
    form: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<&'static str>,
    stated: bool,
    /// Of an answer in the dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
    /// Clauses that wait for it, the weightiest first.
    awaited_by: Vec<&'a str>,
    lang: &'static str,
}

pub fn render(held: &Held, standing: &Standing, globals: &Globals) -> String {
    let lang = globals.lang;
    let (known, awaited) = (Known::of(held), facts::awaited(held, standing));
    let all = facts::all(held);
    let waiting = |fact: &Fact| -> Vec<&str> {
        let found = awaited.iter().find(|a| a.fact.address == fact.address);
        found.map_or_else(Vec::new, |a| {
            a.clauses.iter().map(|c| c.code.as_str()).collect()
        })
    };
    if globals.format == Format::Json {
        let line = |fact: &Fact| {
            let wire = Wire {
                fact: &fact.address,
                side: if fact.own { "buyer" } else { "declaration" },
                meaning: fact.meaning.get(lang),
                form: fact.takes().get(lang).to_owned(),
                words: fact.words(),
                stated: known.is(fact),
                grade: facts::grade(fact, held),
                awaited_by: waiting(fact),
                lang: lang.code(),
            };
            serde_json::to_string(&wire).unwrap_or_default() + "\n"
        };
        return all.iter().map(line).collect();
    }
    let look = globals.look;
    let mut page = Page::new(look, MARGIN);
    let stated = all.iter().filter(|f| known.is(f)).count();
    let (n, name) = (all.len(), printable(&held.name()));
    page.wide(&match lang {
        Lang::En => format!(
            "{n} facts can be stated; {name} and the declaration that it names state {stated}."
        ),
        Lang::De => {
            format!("{n} Angaben sind möglich; {name} und die genannte Erklärung machen {stated}.")
        }
    });
    for own in [true, false] {
        let title = match (own, lang) {
            (true, Lang::En) => "Your side and the delivery",
            (true, Lang::De) => "Ihre Seite und die Lieferung",
            (false, Lang::En) => "What the vendor says",
            (false, Lang::De) => "Was der Anbieter sagt",
        };
        page.blank();
        page.head(title, "");
        for fact in all.iter().filter(|f| f.own == own) {
            let status = match (known.is(fact), waiting(fact).is_empty()) {
                (true, _) => Status::Met,
                (false, false) => Status::Unproven,
                (false, true) => Status::NotApplicable,
            };
            let grade = facts::grade(fact, held).map(|g| {
                let word = crate::cli::dossier::status::grade(g).get(lang);
                format!(" · {word}")
            });
            let clauses = match waiting(fact)[..] {
                [] => String::new(),
                ref all => format!(" ({})", all.join(", ")),
            };
            let (address, grade) = (&fact.address, grade.unwrap_or_default());
            page.text(
                &format!("{:<2}", look.sign(status)),
                &format!("{address}{grade}{clauses}"),
            );
            page.text("", fact.meaning.get(lang));
            let takes = fact.takes();
            page.text(
                "",
                &match lang {
                    Lang::En => format!("Value: {}", takes.en),
                    Lang::De => format!("Wert: {}", takes.de),
                },
            );
        }
    }
    look.finish(page.finish())
}
