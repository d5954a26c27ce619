//! `beleg dossier answer`: facts that stand in prose become facts that checks can read, each with the document and page
//! that say so. What is said without a document stays a claim.

mod list;
mod questions;
mod value;

use serde::Serialize;

use super::against::{Against, Standing};
use super::document::{Of, find};
use super::facts::{self, Fact, Wanted};
use super::held::{Absent, Held, Where, written};
use super::{Stop, entries, finish, flags_needed, unfit};
use crate::base::code::dossier as code;
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::base::label::Label;
use crate::base::lang::{Lang, Text};
use crate::base::splice::{self, Value};
use crate::cli::{Globals, ask};
use crate::record::dossier::{Grade, page_label};
use crate::text;
use value::Reference;

pub use questions::page;
pub use value::takes;

/// Answer what the vendor's prose says, one fact at a time
///
/// On a terminal the facts that clauses wait for are asked one by one; Enter skips, Ctrl-D ends,
/// and what was answered stays. Names of your own side (vendor, buyer.names, buyer.channels …)
/// are set in the dossier, facts of the declaration become answers with document and page.
///
/// Examples:
///   beleg dossier answer --list leads.csv
///   beleg dossier answer --list-facts
///   beleg dossier answer gdpr.retention.vendor-deletes-after --value P24M \
///     --document post/package.pdf --page 12
///   beleg dossier answer gdpr.sources --value id=imprint --value matches=Impressum \
///     --value source-type=employer-website --document post/register.docx
///   beleg dossier answer buyer.channels --value email,post
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The fact; without one, those that are waited for
    #[arg(value_name = "FACT")]
    fact: Option<String>,
    #[command(flatten)]
    at: Where,
    #[command(flatten)]
    against: Against,
    /// Its value; of lists and entries once for each part
    #[arg(long, value_name = "V", requires = "fact", allow_hyphen_values = true)]
    value: Vec<String>,
    /// The document that says so, by path or name
    #[arg(long, value_name = "FILE", requires = "value")]
    document: Option<String>,
    /// The page, such as 12 or 3-9
    #[arg(long, value_name = "N", requires = "document")]
    page: Option<String>,
    /// Who answers: a function or a name of the trust file
    #[arg(long, value_name = "NAME", default_value = "buyer")]
    by: String,
    /// All facts with meaning, form and words
    #[arg(long, conflicts_with_all = ["fact", "value"])]
    list_facts: bool,
}

/// An answer that was written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answered {
    fact: String,
    /// Set on the buyer's own side.
    own: bool,
    /// In place of an earlier answer.
    again: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
}

/// What is said of a fact.
struct Saying {
    value: Value,
    document: Option<String>,
    page: Option<String>,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let mut standing = self.against.choose()?;
        let absent = match self.list_facts {
            true => Absent::Nothing,
            false => Absent::Begun,
        };
        let mut held = Held::open(&self.at, absent, standing.as_of, globals.lang)?;
        globals.warnings(&held.warnings);
        let by = Label::id(&self.by, 0);
        if by.as_str() != self.by {
            return Err(unfit(text!(
                "`--by` is a function or a name of the trust file, of `a-z`, `0-9`, `.`, `_`, `-`",
                "`--by` ist eine Funktion oder ein Name der Vertrauensdatei, aus `a-z`, `0-9`, `.`, `_`, `-`"
            )));
        }
        let fact = match &self.fact {
            Some(address) => {
                Some(facts::named(address, &held).ok_or_else(|| unknown(address, &held))?)
            }
            None => None,
        };
        if self.list_facts || (fact.is_none() && !globals.input) {
            standing.audit(&held, globals)?;
            globals.print(&list::render(&held, &standing, globals))?;
            return Ok(0);
        }
        let mut answered = Vec::new();
        match fact {
            Some(fact) if !self.value.is_empty() => {
                let saying = self.saying(&held, &fact)?;
                answered.push(self.write(&mut held, &fact, saying)?);
            }
            Some(fact) if !globals.input => {
                let takes = fact.takes();
                let (en, de) = (takes.en, takes.de);
                let help = vec![text!(
                    "give `--value`: {en}",
                    "geben Sie `--value` an: {de}"
                )];
                let message = text!("the value is missing", "der Wert fehlt");
                return Err(flags_needed(message, help, None));
            }
            fact => {
                standing.audit(&held, globals)?;
                self.talk(&mut held, &standing, fact, &mut answered, globals)?;
            }
        }
        if !answered.is_empty() {
            standing.audit(&held, globals)?;
        }
        let lines = answered.iter().map(|a| a.line(globals.lang)).collect();
        finish(&held, &standing, lines, &answered, globals)
    }

    /// What the options say.
    fn saying(&self, held: &Held, fact: &Fact) -> Result<Saying> {
        if fact.own && self.document.is_some() {
            return Err(unfit(text!(
                "what you say of your own side needs no document",
                "was Sie über Ihre eigene Seite sagen, braucht keine Unterlage"
            )));
        }
        let given: Vec<&str> = self.value.iter().map(String::as_str).collect();
        let value = value_of(held, fact, &given).map_err(|why| {
            let Text { en, de } = why;
            unfit(text!("`--value`: {en}", "`--value`: {de}"))
        })?;
        let document = match &self.document {
            Some(given) => Some(find(held, given, Of::Vendor)?.reference),
            None => None,
        };
        if self.page.as_ref().is_some_and(|p| page_label(p).is_none()) {
            return Err(unfit(text!(
                "`--page` is written like `12` or `3-9`",
                "`--page` schreibt man wie `12` oder `3-9`"
            )));
        }
        Ok(Saying {
            value,
            document,
            page: self.page.clone(),
        })
    }

    /// Asks for one fact, or for all that are waited for, and writes each answer at once.
    fn talk(
        &self,
        held: &mut Held,
        standing: &Standing,
        fact: Option<Fact>,
        answered: &mut Vec<Answered>,
        globals: &Globals,
    ) -> Result<()> {
        let talk = |ask: &mut ask::Ask<'_>| {
            questions::talk(ask, held, standing, fact, &mut |held, fact, saying| {
                answered.push(self.write(held, fact, saying)?);
                Ok(())
            })
        };
        match ask::on_terminal(globals.look, talk) {
            Err(Stop::Refused(errors)) => Err(errors),
            Err(Stop::Ended) | Ok(()) => Ok(()),
        }
    }

    fn write(&self, held: &mut Held, fact: &Fact, saying: Saying) -> Result<Answered> {
        let before = entries::position(&held.text, "answer", &[("fact", &fact.address)]);
        let again = before.filter(|_| !fact.is_list());
        let text = if fact.own {
            let (table, key) = match fact.address.split_once('.') {
                Some((table, key)) => (Some(table), key),
                None => (None, fact.address.as_str()),
            };
            splice::set(&held.text, table, key, saying.value)
        } else {
            let optional = |v: &Option<String>| v.as_deref().map(splice::text);
            let pairs = [
                ("fact", Some(splice::text(&fact.address))),
                ("value", Some(saying.value)),
                ("document", optional(&saying.document)),
                ("page", optional(&saying.page)),
                ("by", Some(splice::text(&self.by))),
            ];
            match again {
                Some(at) => splice::update(&held.text, "answer", at, &pairs),
                None => {
                    let all = pairs.into_iter().filter_map(|(k, v)| Some((k, v?)));
                    splice::push(&held.text, "answer", &all.collect::<Vec<_>>())
                }
            }
        };
        held.write(text.ok_or_else(|| held.form())?)?;
        Ok(Answered {
            fact: fact.address.clone(),
            own: fact.own,
            again: again.is_some(),
            document: saying.document,
            page: saying.page,
            grade: facts::grade(fact, held).filter(|_| !fact.own),
        })
    }
}

impl Answered {
    fn line(&self, lang: Lang) -> String {
        let fact = printable(&self.fact);
        let mut line = match (self.own, self.again, lang) {
            (true, _, Lang::En) => format!("set {fact}"),
            (true, _, Lang::De) => format!("gesetzt: {fact}"),
            (_, false, Lang::En) => format!("answered {fact}"),
            (_, false, Lang::De) => format!("beantwortet: {fact}"),
            (_, true, Lang::En) => format!("answered anew {fact}"),
            (_, true, Lang::De) => format!("neu beantwortet: {fact}"),
        };
        if let Some(grade) = self.grade {
            line.push_str(&format!(" · {}", super::status::grade(grade).get(lang)));
        }
        line
    }
}

/// The value of a fact from what was typed.
fn value_of(held: &Held, fact: &Fact, given: &[&str]) -> std::result::Result<Value, Text> {
    let look_up = |name: &str, what| {
        let found = match what {
            Reference::Document => find(held, name, Of::Vendor).map(|f| f.reference),
            Reference::File => written(&held.path, std::path::Path::new(name), held.shelf()),
        };
        found.map_err(|Errors(errors)| match errors.into_iter().next() {
            Some(e) => e.message,
            None => text!("not found", "nicht gefunden"),
        })
    };
    match fact.wanted {
        Wanted::Form(form) => value::read(form, given, &look_up),
        Wanted::Answer(check) => match given {
            [one] => {
                let words = crate::record::dossier::answers(check, false);
                value::word(one.trim(), &words).map(|w| splice::text(&w))
            }
            _ => Err(text!("one value", "ein Wert")),
        },
    }
}

/// No fact of this name.
fn unknown(address: &str, held: &Held) -> Errors {
    let shown = printable(address);
    let message = text!(
        "there is no fact `{shown}`",
        "eine Angabe `{shown}` gibt es nicht"
    );
    let error = Error::new(&code::DOSSIER_FACT, message);
    let all = facts::all(held);
    match nearest(address, all.iter().map(|f| f.address.as_str())) {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => error.help(text!(
            "`beleg dossier answer --list-facts` names them all",
            "`beleg dossier answer --list-facts` nennt alle"
        )),
    }
    .into()
}

impl Held {
    /// The dossier is written in a form in which the change has no place.
    pub fn form(&self) -> Errors {
        let message = text!(
            "the dossier is written in a form that is not changed here",
            "das Dossier hat eine Form, die hier nicht geändert wird"
        );
        let place = Place::file(printable(&self.name()));
        Error::new(&code::DOSSIER_FORM, message).at(place).into()
    }
}
