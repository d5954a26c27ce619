//! `beleg dossier review`: a named person reads a document and answers what checks ask about it. Only that makes a paper
//! speak for the vendor; whoever answers nothing loses nothing.

mod questions;

use serde::Serialize;

use super::against::{Against, Standing};
use super::document::{Found, Of, find};
use super::held::{Absent, Held, Where};
use super::{Stop, day, entries, finish, flags_needed, kind, today, unfit, word};
use crate::base::clock::Day;
use crate::base::code::dossier as code;
use crate::base::error::{Error, Errors, Place, Result, printable};
use crate::base::label::Label;
use crate::base::lang::Lang;
use crate::base::splice;
use crate::checks::CATALOGUE;
use crate::cli::Globals;
use crate::cli::ask::{self, Ask, Choice};
use crate::cli::dossier::answer::page;
use crate::record::dossier::slot::{DOCUMENTS, OWN};
use crate::record::dossier::{Word, answers, page_label};
use crate::text;
use questions::{Question, of};

/// Answer what checks ask about a document that you have read
///
/// On a terminal each question is asked with the way in which it is decided and the answers that
/// there are; Enter skips, Ctrl-D ends, and what was answered stays. Without a terminal and
/// without --check the questions are listed.
///
/// Examples:
///   beleg dossier review post/package.pdf
///   beleg dossier review post/package.pdf --check lia-steps --answer three-steps \
///     --page 4 --by dpo-2026 --at 2026-11-20
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The document, by path or name
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    at: Where,
    #[command(flatten)]
    against: Against,
    /// Only the questions to this kind of document
    #[arg(long, value_name = "K")]
    kind: Option<String>,
    /// The check that asks, such as lia-steps or source-purpose@imprint
    #[arg(long, value_name = "C", requires = "answer")]
    check: Option<String>,
    /// One of its bins
    #[arg(long, value_name = "BIN", requires = "check")]
    answer: Option<String>,
    /// The page that says so
    #[arg(long, value_name = "N")]
    page: Option<String>,
    /// Who read it: a function or a name of the trust file, no name of a person
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// The day of the reading [default: today, UTC]
    #[arg(long = "at", value_name = "DATE")]
    on: Option<String>,
}

/// A review that was written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reviewed {
    check: String,
    document: String,
    answer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
    by: String,
    at: Day,
    /// In place of an earlier answer of the same person.
    again: bool,
}

/// What somebody answers.
struct Saying<'a> {
    check: &'a str,
    answer: &'a str,
    page: Option<String>,
    by: &'a str,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let mut standing = self.against.choose()?;
        let mut held = Held::open(&self.at, Absent::Refused, standing.as_of, globals.lang)?;
        globals.warnings(&held.warnings);
        let at = match &self.on {
            Some(on) => day(on, "--at")?,
            None => today()?,
        };
        if self.page.as_ref().is_some_and(|p| page_label(p).is_none()) {
            return Err(unfit(text!(
                "`--page` is written like `12` or `3-9`",
                "`--page` schreibt man wie `12` oder `3-9`"
            )));
        }
        if self.by.as_ref().is_some_and(|by| !is_name(by)) {
            return Err(unfit(text!(
                "`--by` is a function or a name of the trust file, of `a-z`, `0-9`, `.`, `_`, `-`",
                "`--by` ist eine Funktion oder ein Name der Vertrauensdatei, aus `a-z`, `0-9`, `.`, `_`, `-`"
            )));
        }
        let found = find(&held, &self.file, Of::Either)?;
        let kinds = self.kinds(&found)?;
        let reference = found.reference.clone();
        let mut reviewed = Vec::new();
        if let (Some(check), Some(answer)) = (&self.check, &self.answer) {
            self.asked(&held, &standing, &found, &kinds, check)?;
            let Some(by) = &self.by else {
                let help = vec![text!("give `--by`", "geben Sie `--by` an")];
                let message = text!(
                    "a review names who read the document",
                    "eine Durchsicht nennt, wer die Unterlage gelesen hat"
                );
                return Err(flags_needed(message, help, Some(&printable(&self.file))));
            };
            let name = check.split('@').next().unwrap_or(check);
            if let Some(check) = crate::record::check::find(CATALOGUE, name) {
                word(answer, "--answer", &answers(check, true))?;
            }
            let page = self.page.clone();
            let saying = Saying {
                check,
                answer,
                page,
                by,
            };
            reviewed.push(write(&mut held, &reference, saying, at)?);
        } else {
            standing.audit(&held, globals)?;
            let questions = of(&held, &standing, &found, &kinds);
            if !globals.input {
                globals.print(&questions::list(&questions, &self.file, globals))?;
                return Ok(0);
            }
            self.talk(
                &mut held,
                &reference,
                &questions,
                at,
                &mut reviewed,
                globals,
            )?;
        }
        if !reviewed.is_empty() {
            standing.audit(&held, globals)?;
        }
        let lines = reviewed.iter().map(|r| r.line(globals.lang)).collect();
        finish(&held, &standing, lines, &reviewed, globals)
    }

    /// The kinds that are asked about: those of the document, or the one that was named.
    fn kinds(&self, found: &Found<'_>) -> Result<Vec<&'static str>> {
        let all = || found.document.kinds.iter().filter(|k| !k.is_illegible());
        let Some(given) = &self.kind else {
            return Ok(all().map(|k| Word::as_str(*k)).collect());
        };
        let slots = DOCUMENTS.iter().chain(&OWN).copied().collect::<Vec<_>>();
        let wanted = kind(given, "--kind", &slots)?;
        if all().any(|k| *k == wanted) {
            return Ok(vec![wanted]);
        }
        Err(unfit(text!(
            "the document is not listed as `{wanted}`",
            "die Unterlage ist nicht als `{wanted}` aufgeführt"
        )))
    }

    /// Refuses a check that an answer about this document would not move.
    fn asked(
        &self,
        held: &Held,
        standing: &Standing,
        found: &Found<'_>,
        kinds: &[&'static str],
        check: &str,
    ) -> Result<()> {
        let questions = of(held, standing, found, kinds);
        if questions::takes(check, &questions) {
            return Ok(());
        }
        let shown = printable(check);
        let message = text!(
            "`{shown}` asks nothing about this document",
            "`{shown}` fragt nichts zu dieser Unterlage"
        );
        let place = Place::file(printable(&self.file));
        let mut error = Error::new(&code::DOSSIER_ASKED, message).at(place);
        let names: Vec<&str> = questions.iter().map(|q| q.address.as_str()).collect();
        if !names.is_empty() {
            let all = names.join("`, `");
            error = error.help(text!("it is asked `{all}`", "gefragt wird `{all}`"));
        }
        Err(error.into())
    }

    fn talk(
        &self,
        held: &mut Held,
        reference: &str,
        questions: &[Question],
        at: Day,
        reviewed: &mut Vec<Reviewed>,
        globals: &Globals,
    ) -> Result<()> {
        let talk = |ask: &mut Ask<'_>| -> std::result::Result<(), Stop> {
            if questions.is_empty() {
                return Ok(());
            }
            let by = match &self.by {
                Some(by) => by.clone(),
                None => name(ask)?,
            };
            for question in questions {
                let Some((answer, page)) = one(ask, question)? else {
                    continue;
                };
                let saying = Saying {
                    check: &question.address,
                    answer,
                    page,
                    by: &by,
                };
                reviewed.push(write(held, reference, saying, at)?);
            }
            Ok(())
        };
        match ask::on_terminal(globals.look, talk) {
            Err(Stop::Refused(errors)) => Err(errors),
            Err(Stop::Ended) | Ok(()) => Ok(()),
        }
    }
}

/// Who reads.
fn name(ask: &mut Ask<'_>) -> std::result::Result<String, Stop> {
    let prompt = match ask.lang() {
        Lang::En => "Who reads? A function such as dpo-2026, no name of a person",
        Lang::De => "Wer liest? Eine Funktion wie dpo-2026, kein Personenname",
    };
    Ok(ask.until(prompt, None, &mut |reply| match is_name(reply) {
        true => Ok(reply.to_owned()),
        false => Err(text!(
            "a short name of `a-z`, `0-9`, `.`, `_`, `-`",
            "ein kurzer Name aus `a-z`, `0-9`, `.`, `_`, `-`"
        )),
    })?)
}

/// One question: how it is decided, then the answers. None if it is skipped.
fn one(
    ask: &mut Ask<'_>,
    question: &Question,
) -> std::result::Result<Option<(&'static str, Option<String>)>, Stop> {
    let lang = ask.lang();
    ask.say("")?;
    ask.say(&format!(
        "{} · {}",
        question.address,
        question.check.question(lang)
    ))?;
    for paragraph in questions::how(question.check, lang) {
        ask.say(&format!("  {paragraph}"))?;
    }
    let choices: Vec<Choice<'_>> = question
        .answers
        .iter()
        .map(|word| Choice {
            word,
            meaning: String::new(),
        })
        .collect();
    ask.choices(&choices)?;
    let prompt = match lang {
        Lang::En => "Your answer; Enter: none",
        Lang::De => "Ihre Antwort; Enter: keine",
    };
    let words = &question.answers;
    let answer = ask.until(prompt, None, &mut |reply| match reply {
        "" => Ok(None),
        reply => ask::one(reply, words).map(Some),
    })?;
    let Some(answer) = answer.and_then(|at| words.get(at)) else {
        return Ok(None);
    };
    let prompt = match lang {
        Lang::En => "On which page? Like 12 or 3-9; Enter: not noted",
        Lang::De => "Auf welcher Seite? Wie 12 oder 3-9; Enter: nicht vermerkt",
    };
    let page = ask.until(prompt, None, &mut |reply| page(reply))?;
    Ok(Some((answer, page)))
}

/// A function or a name of the trust file.
fn is_name(text: &str) -> bool {
    Label::id(text, 0).as_str() == text
}

/// Writes a review, in place of an earlier one of the same person about the same question.
fn write(held: &mut Held, document: &str, saying: Saying<'_>, at: Day) -> Result<Reviewed> {
    let Saying {
        check,
        answer,
        page,
        by,
    } = saying;
    let same = [("check", check), ("document", document), ("by", by)];
    let before = entries::position(&held.text, "review", &same);
    let pairs = [
        ("check", Some(splice::text(check))),
        ("document", Some(splice::text(document))),
        ("answer", Some(splice::text(answer))),
        ("page", page.as_deref().map(splice::text)),
        ("by", Some(splice::text(by))),
        ("at", Some(splice::day(at))),
    ];
    let text = match before {
        Some(entry) => splice::update(&held.text, "review", entry, &pairs),
        None => {
            let all = pairs.into_iter().filter_map(|(k, v)| Some((k, v?)));
            splice::push(&held.text, "review", &all.collect::<Vec<_>>())
        }
    };
    held.write(text.ok_or_else(|| -> Errors { held.form() })?)?;
    Ok(Reviewed {
        check: check.to_owned(),
        document: document.to_owned(),
        answer: answer.to_owned(),
        page,
        by: by.to_owned(),
        at,
        again: before.is_some(),
    })
}

impl Reviewed {
    fn line(&self, lang: Lang) -> String {
        let (check, answer, by) = (&self.check, &self.answer, &self.by);
        let document = printable(&self.document);
        let again = match (self.again, lang) {
            (false, _) => "",
            (true, Lang::En) => " (in place of the earlier answer)",
            (true, Lang::De) => " (anstelle der früheren Antwort)",
        };
        format!("{document} · {check}: {answer} · {by}{again}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::check::find as check;
    use crate::report::look::Look;

    #[test]
    fn an_answer_is_one_of_the_bins_and_enter_is_none() {
        let asked = |typed: &str| {
            let (mut input, mut output) = (typed.as_bytes(), Vec::new());
            let found = check(CATALOGUE, "lia-steps").expect("a check");
            let question = Question {
                address: found.id.to_owned(),
                check: found,
                answers: answers(found, true),
                answered: Vec::new(),
            };
            let got = one(
                &mut Ask::new(&mut input, &mut output, Look::default()),
                &question,
            );
            (got.ok(), String::from_utf8(output).expect("UTF-8"))
        };
        let (got, shown) = asked("documented\n3\nsomewhere\n4\n");
        assert_eq!(got, Some(Some(("three-steps", Some("4".to_owned())))));
        assert!(
            shown.contains("A named person reads the assessment"),
            "{shown}"
        );
        assert_eq!(asked("\n").0, Some(None));
        // the end of the input within a question answers nothing
        assert_eq!(asked("3\n").0, None);
    }
}
