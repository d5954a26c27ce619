//! What is asked on a terminal: the facts that decide most. An empty line leaves a question open; the end of the input
//! leaves open what was not answered.

use super::answers::{Answers, literal};
use super::question::{Choice, Kind, Question, find};
use crate::base::lang::Lang;
use crate::cli::Globals;
use crate::cli::ask::{self, Ask, Reply};
use crate::text;

/// In the order in which an audit misses them.
const ASKED: [&str; 14] = [
    "declared-by",
    "gdpr.legal-basis",
    "gdpr.countries",
    "gdpr.channels",
    "gdpr.recipients",
    "gdpr.consent.used",
    "gdpr.notice.kind",
    "gdpr.notice.channel",
    "gdpr.notice.first-sent",
    "gdpr.notice.last-sent",
    "gdpr.objections.suppression-applied-at",
    "gdpr.retention.vendor-deletes-after",
    "gdpr.transfers.outside-eea",
    "gdpr.special-categories.present",
];

/// Asks what is not known yet.
pub fn ask(answers: &mut Answers, globals: &Globals) {
    // whoever ends the conversation has answered what stands in the answers
    let _ = ask::on_terminal(globals.look, |ask| talk(ask, answers));
}

fn talk(ask: &mut Ask<'_>, answers: &mut Answers) -> Reply<()> {
    ask.say(match ask.lang() {
        Lang::En => "An empty line leaves a question open; it stands in the file.",
        Lang::De => "Eine leere Zeile lässt eine Frage offen; sie steht in der Datei.",
    })?;
    for address in ASKED {
        let Some((_, _, question)) = find(address) else {
            continue;
        };
        if !answers.knows(address)
            && let Some(said) = one(ask, question)?
        {
            // it was read just now
            let _ = answers.say(address, &said, None);
        }
    }
    Ok(())
}

/// The reply, if there is one, with the words in place of numbers.
fn one(ask: &mut Ask<'_>, question: &Question) -> Reply<Option<String>> {
    let lang = ask.lang();
    ask.say("")?;
    ask.say(&question.text(lang))?;
    let choices: &[Choice] = match question.kind {
        Kind::One(choices) | Kind::Some(choices) => choices,
        _ => &[],
    };
    let shown: Vec<ask::Choice<'_>> = choices
        .iter()
        .map(|c| ask::Choice {
            word: c.word,
            meaning: c.name.get(lang).to_owned(),
        })
        .collect();
    ask.choices(&shown)?;
    let prompt = match (question.kind, lang) {
        (Kind::One(_), Lang::En) => "Number or word",
        (Kind::One(_), Lang::De) => "Zahl oder Wort",
        (Kind::Some(_), Lang::En) => "Numbers or words, with commas",
        (Kind::Some(_), Lang::De) => "Zahlen oder Wörter, mit Komma",
        (Kind::YesNo, Lang::En) => "yes or no",
        (Kind::YesNo, Lang::De) => "ja oder nein",
        (Kind::Texts, Lang::En) => "Several with semicolons",
        (Kind::Texts, Lang::De) => "Mehrere mit Semikolon",
        (_, Lang::En) => "Answer",
        (_, Lang::De) => "Antwort",
    };
    ask.until(prompt, None, &mut |reply| {
        let said = numbered(reply, choices);
        match literal(question.kind, &said) {
            Ok(found) => Ok(found.map(|_| said)),
            Err(unfit) if choices.is_empty() => Err(unfit.reply()),
            Err(unfit) => {
                let n = choices.len();
                Err(unfit
                    .help
                    .filter(|h| h.en.starts_with("did"))
                    .unwrap_or_else(|| {
                        text!(
                            "a number from 1 to {n}, or one of the words",
                            "eine Zahl von 1 bis {n} oder eines der Wörter"
                        )
                    }))
            }
        }
    })
}

/// Words in place of their numbers.
fn numbered(reply: &str, choices: &[Choice]) -> String {
    if choices.is_empty() {
        return reply.to_owned();
    }
    let word = |part: &str| {
        let number = part
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|n| n.checked_sub(1));
        let choice = number.and_then(|n| choices.get(n));
        choice.map_or(part.to_owned(), |c| c.word.to_owned())
    };
    reply.split(',').map(word).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::look::Look;

    #[test]
    fn what_is_not_answered_stays_open() {
        let typed = "Muster GmbH\n1, consent\n1,4\nDE\n\n\nmaybe\nnein\n";
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let mut answers = Answers::default();
        let ended = talk(
            &mut Ask::new(&mut input, &mut output, Look::default()),
            &mut answers,
        );
        assert!(ended.is_err());
        let shown = String::from_utf8(output).expect("text");
        // what cannot be read is asked again, with what is wanted
        assert!(
            shown.contains("a number from 1 to 12") && shown.contains("yes or no"),
            "{shown}"
        );
        let value = |address| {
            let (part, entry, question) = find(address).expect("a question");
            answers.get(part, entry, question).map(str::to_owned)
        };
        assert_eq!(value("declared-by").as_deref(), Some("\"Muster GmbH\""));
        let bases = "[\"eu-gdpr:A6-1-f-third-party\", \"eu-gdpr:A6-1-a\"]";
        assert_eq!(value("gdpr.legal-basis").as_deref(), Some(bases));
        assert_eq!(value("gdpr.countries").as_deref(), Some("[\"DE\"]"));
        assert_eq!(value("gdpr.channels"), None);
        assert_eq!(value("gdpr.consent.used").as_deref(), Some("false"));
        assert_eq!(value("gdpr.notice.kind"), None);
    }
}
