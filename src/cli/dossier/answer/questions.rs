//! The conversation about facts: meaning, form, words; then the document and page that say so.

use super::value::takes;
use super::{Saying, value_of};
use crate::base::error::Result as Refusable;
use crate::base::lang::{Lang, Text};
use crate::base::splice::{self, Value};
use crate::cli::ask::{Ask, Choice};
use crate::cli::dossier::Stop;
use crate::cli::dossier::against::Standing;
use crate::cli::dossier::document::{Of, find};
use crate::cli::dossier::facts::{self, Fact, Wanted};
use crate::cli::dossier::held::Held;
use crate::record::dossier::field::{Form, Part};
use crate::record::dossier::page_label;
use crate::text;

/// Writes one answer.
pub type Write<'a> = &'a mut dyn FnMut(&mut Held, &Fact, Saying) -> Refusable<()>;

/// Asks for one fact, or for each that is waited for.
pub fn talk(
    ask: &mut Ask<'_>,
    held: &mut Held,
    standing: &Standing,
    fact: Option<Fact>,
    write: Write<'_>,
) -> Result<(), Stop> {
    if let Some(fact) = fact {
        return one(ask, held, &fact, &[], write);
    }
    let mut skipped: Vec<String> = Vec::new();
    loop {
        // an answer may open new questions: of a source that was entered just now
        let awaited = facts::awaited(held, standing);
        let left = awaited
            .iter()
            .filter(|a| !skipped.contains(&a.fact.address));
        let left: Vec<_> = left.collect();
        let Some(next) = left.first() else {
            return Ok(());
        };
        let n = left.len();
        ask.say("")?;
        ask.say(&match ask.lang() {
            Lang::En => format!("{n} to answer; Enter skips, Ctrl-D ends"),
            Lang::De => format!("{n} zu beantworten; Enter überspringt, Strg-D beendet"),
        })?;
        let clauses: Vec<&str> = next.clauses.iter().map(|c| c.code.as_str()).collect();
        skipped.push(next.fact.address.clone());
        one(ask, held, &next.fact, &clauses, write)?;
    }
}

/// One fact; of a list as many entries as there are.
fn one(
    ask: &mut Ask<'_>,
    held: &mut Held,
    fact: &Fact,
    clauses: &[&str],
    write: Write<'_>,
) -> Result<(), Stop> {
    let lang = ask.lang();
    let waiting = match clauses {
        [] => String::new(),
        clauses => format!(" ({})", clauses.join(", ")),
    };
    ask.say(&format!("{}{waiting}", fact.address))?;
    ask.say(&format!("  {}", fact.meaning.get(lang)))?;
    loop {
        let Some(value) = value(ask, held, fact)? else {
            return Ok(());
        };
        let (document, page) = match fact.own {
            true => (None, None),
            false => source(ask, held)?,
        };
        write(
            held,
            fact,
            Saying {
                value,
                document,
                page,
            },
        )?;
        if !fact.is_list() {
            return Ok(());
        }
        ask.say(match lang {
            Lang::En => "Written. The next entry, or Enter if there is none:",
            Lang::De => "Geschrieben. Der nächste Eintrag, oder Enter, wenn es keinen gibt:",
        })?;
    }
}

/// The value, or none if the fact is skipped.
fn value(ask: &mut Ask<'_>, held: &Held, fact: &Fact) -> Result<Option<Value>, Stop> {
    match fact.wanted {
        Wanted::Form(Form::Entry(parts)) => {
            let table = table(ask, held, fact, parts)?;
            Ok(table.map(|t| Value::Array(std::iter::once(t).collect())))
        }
        Wanted::Form(Form::Table(parts)) => table(ask, held, fact, parts),
        _ => {
            let words = fact.words();
            // a long list of words is named in the line of what the value may be
            if words.len() <= 20 {
                let choice = |word: &&'static str| Choice {
                    word,
                    meaning: String::new(),
                };
                ask.choices(&words.iter().map(choice).collect::<Vec<_>>())?;
            }
            prompt(ask, held, fact, fact.address.as_str())
        }
    }
}

/// Asks for a value in one line. Several texts are separated by semicolons, words may be given by number.
fn prompt(ask: &mut Ask<'_>, held: &Held, fact: &Fact, name: &str) -> Result<Option<Value>, Stop> {
    let lang = ask.lang();
    let words = fact.words();
    let hint = match fact.wanted {
        Wanted::Form(Form::Texts | Form::Files) => match lang {
            Lang::En => "several with ;".to_owned(),
            Lang::De => "mehrere mit ;".to_owned(),
        },
        _ if !words.is_empty() && words.len() <= 20 => match lang {
            Lang::En => "number or word".to_owned(),
            Lang::De => "Zahl oder Wort".to_owned(),
        },
        Wanted::Form(form) => takes(form).get(lang).to_owned(),
        Wanted::Answer(_) => String::new(),
    };
    let prompt = format!("{name} ({hint})");
    Ok(ask.until(&prompt, None, &mut |reply| {
        if reply.is_empty() {
            return Ok(None);
        }
        let numbered = |part: &str| {
            let n = part.trim().parse::<usize>().ok().filter(|n| *n >= 1);
            n.and_then(|n| words.get(n - 1))
                .map_or(part.to_owned(), |w| (*w).to_owned())
        };
        let given: Vec<String> = match fact.wanted {
            Wanted::Form(Form::Texts | Form::Files) => {
                let parts = reply.split(';').map(str::trim).filter(|p| !p.is_empty());
                parts.map(str::to_owned).collect()
            }
            _ if words.is_empty() => vec![reply.to_owned()],
            _ => reply.split(',').map(numbered).collect(),
        };
        let given = match fact.wanted {
            Wanted::Form(Form::Some(_) | Form::Bases | Form::Channels) => vec![given.join(",")],
            _ => given,
        };
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        value_of(held, fact, &given).map(Some)
    })?)
}

/// An entry, part by part. Without its first needed part it is none.
fn table(
    ask: &mut Ask<'_>,
    held: &Held,
    fact: &Fact,
    parts: &'static [Part],
) -> Result<Option<Value>, Stop> {
    let mut pairs: Vec<(&str, Value)> = Vec::new();
    for part in parts {
        let of_part = Fact {
            wanted: Wanted::Form(part.form),
            meaning: part.meaning,
            ..fact.clone()
        };
        let meaning = part.meaning.get(ask.lang());
        ask.say(&format!("  {}: {meaning}", part.key))?;
        let words = of_part.words();
        if !words.is_empty() && words.len() <= 20 {
            let choice = |word: &&'static str| Choice {
                word,
                meaning: String::new(),
            };
            ask.choices(&words.iter().map(choice).collect::<Vec<_>>())?;
        }
        loop {
            match prompt(ask, held, &of_part, &format!("  {}", part.key))? {
                Some(value) => pairs.push((part.key, value)),
                None if part.needed && pairs.is_empty() => return Ok(None),
                None if part.needed => {
                    ask.say(match ask.lang() {
                        Lang::En => "  this part is needed",
                        Lang::De => "  dieser Teil wird gebraucht",
                    })?;
                    continue;
                }
                None => {}
            }
            break;
        }
    }
    Ok(Some(splice::table(pairs)))
}

/// The document that says so, and the page.
fn source(ask: &mut Ask<'_>, held: &Held) -> Result<(Option<String>, Option<String>), Stop> {
    let prompt = match ask.lang() {
        Lang::En => "Which document says so? Path or name; Enter: none, a mere claim",
        Lang::De => "Welche Unterlage sagt das? Pfad oder Name; Enter: keine, nur behauptet",
    };
    let document = ask.until(prompt, None, &mut |reply| match reply {
        "" => Ok(None),
        name => match find(held, name, Of::Vendor) {
            Ok(found) => Ok(Some(found.reference)),
            Err(errors) => Err(match errors.0.into_iter().next() {
                Some(error) => error.message,
                None => text!("not found", "nicht gefunden"),
            }),
        },
    })?;
    if document.is_none() {
        return Ok((None, None));
    }
    let prompt = match ask.lang() {
        Lang::En => "On which page? Like 12 or 3-9; Enter: not noted",
        Lang::De => "Auf welcher Seite? Wie 12 oder 3-9; Enter: nicht vermerkt",
    };
    let page = ask.until(prompt, None, &mut |reply| page(reply))?;
    Ok((document, page))
}

/// A page or pages, or nothing.
pub fn page(reply: &str) -> Result<Option<String>, Text> {
    match reply {
        "" => Ok(None),
        page if page_label(page).is_some() => Ok(Some(page.to_owned())),
        _ => Err(text!("like `12` or `3-9`", "wie `12` oder `3-9`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Day;
    use crate::cli::dossier::held::{Absent, Where};
    use crate::cli::policy_file::{DEFAULT, choose};
    use crate::report::look::Look;

    /// The facts that a conversation would write, with value, document and page, and what it showed.
    fn talked(typed: &str, fact: Option<&str>) -> (Vec<String>, String) {
        let file = std::env::temp_dir().join("beleg-no-such-folder/dossier.toml");
        let day = Day(20_780);
        let mut held =
            Held::open(&Where::file(&file), Absent::Begun, day, Lang::En).expect("begun");
        let standing = Standing {
            chosen: choose(DEFAULT).expect("a policy"),
            as_of: day,
            audited: None,
            lists: Vec::new(),
        };
        let fact = fact.map(|f| facts::named(f, &held).expect("a fact"));
        let (mut input, mut output, mut written) = (typed.as_bytes(), Vec::new(), Vec::new());
        let mut ask = Ask::new(&mut input, &mut output, Look::default());
        let ended = talk(
            &mut ask,
            &mut held,
            &standing,
            fact,
            &mut |_, fact, saying| {
                written.push(format!("{} = {}", fact.address, saying.value));
                Ok(())
            },
        );
        assert!(matches!(ended, Ok(()) | Err(Stop::Ended)));
        (written, String::from_utf8(output).expect("UTF-8"))
    }

    #[test]
    fn the_basics_come_first_and_enter_skips() {
        let (written, shown) = talked("musterdaten\n\n2026-13-01\n2026-10-02\n", None);
        assert_eq!(
            written,
            ["vendor = \"musterdaten\"", "received = 2026-10-02"]
        );
        assert!(
            shown.contains("delivery") && shown.contains("must be a day like"),
            "{shown}"
        );
    }

    #[test]
    fn words_are_taken_by_number_and_a_claim_needs_no_document() {
        let (written, _) = talked("1, post\n\n", Some("gdpr.notice.channel"));
        assert_eq!(written, ["gdpr.notice.channel = [\"email\", \"post\"]"]);
        let (written, shown) = talked("Ja\nnosuch.pdf\n\n", Some("gdpr.consent.used"));
        assert_eq!(written, ["gdpr.consent.used = true"]);
        assert!(shown.contains("not listed"), "{shown}");
    }

    #[test]
    fn an_entry_that_is_not_ended_is_not_written() {
        let parts = "fair\nMesse; Fair\nevent\n";
        assert!(talked(parts, Some("gdpr.sources")).0.is_empty());
        let (written, _) = talked(&format!("{parts}{}", "\n".repeat(14)), Some("gdpr.sources"));
        assert_eq!(
            written,
            [
                "gdpr.sources = [{ id = \"fair\", matches = [\"Messe\", \"Fair\"], source-type = \"event\" }]"
            ]
        );
    }
}
