//! Questions to the person at the terminal. They are asked on standard error, so that the result stays alone on standard
//! output, and only where [`Globals::input`](super::Globals) allows it; whatever is asked here a flag can say too.
//!
//! Ctrl-D ends a conversation at any question. Nothing that a caller was about to write is written then.

use std::io::{self, BufRead, Read as _, Write};

use crate::base::error::{nearest, printable};
use crate::base::lang::{Lang, Text};
use crate::report::look::Look;
use crate::report::page::wrap;
use crate::text;

/// Bytes of one reply that are read.
const LIMIT: u64 = 16 << 10;
/// Replies to one question that are not understood before the conversation ends: nobody is there, only a stream.
const PATIENCE: usize = 20;

/// The person ended the conversation.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended;

/// What is asked, and what comes back.
pub type Reply<T> = Result<T, Ended>;

/// One of the answers that a question allows.
pub struct Choice<'a> {
    /// What is typed instead of the number, and what goes into files.
    pub word: &'a str,
    /// What it means; may be empty.
    pub meaning: String,
}

/// A conversation.
pub struct Ask<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    look: Look,
}

impl<'a> Ask<'a> {
    pub fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, look: Look) -> Self {
        Self {
            input,
            output,
            look,
        }
    }

    pub fn lang(&self) -> Lang {
        self.look.lang
    }

    /// A paragraph before a question; blanks at its beginning indent all its lines.
    pub fn say(&mut self, text: &str) -> Reply<()> {
        let body = text.trim_start_matches(' ');
        let indent = " ".repeat(text.len() - body.len());
        for line in wrap(body, self.look.width.saturating_sub(indent.len())) {
            let line = format!("{indent}{line}");
            self.put(&format!("{}\n", line.trim_end()))?;
        }
        Ok(())
    }

    fn put(&mut self, text: &str) -> Reply<()> {
        let text = self.look.finish(text.to_owned());
        self.output.write_all(text.as_bytes()).map_err(|_| Ended)
    }

    /// One line; `default` is what an empty line stands for, and is shown.
    pub fn line(&mut self, prompt: &str, default: Option<&str>) -> Reply<String> {
        let shown = default.map(|d| format!(" [{}]", printable(d)));
        let end = if prompt.ends_with('?') { " " } else { ": " };
        self.put(&format!("{prompt}{}{end}", shown.unwrap_or_default()))?;
        self.output.flush().map_err(|_| Ended)?;
        let mut bytes = Vec::new();
        let mut limited = (&mut *self.input).take(LIMIT);
        let read = limited.read_until(b'\n', &mut bytes);
        if read.map_err(|_| Ended)? == 0 {
            self.put("\n")?;
            return Err(Ended);
        }
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim();
        Ok(match default {
            Some(default) if text.is_empty() => default.to_owned(),
            _ => text.to_owned(),
        })
    }

    /// Asks until `read` takes the reply; what it says of one that it does not take is shown.
    pub fn until<T>(
        &mut self,
        prompt: &str,
        default: Option<&str>,
        read: &mut dyn FnMut(&str) -> Result<T, Text>,
    ) -> Reply<T> {
        for _ in 0..PATIENCE {
            let reply = self.line(prompt, default)?;
            match read(&reply) {
                Ok(value) => return Ok(value),
                Err(why) => {
                    let why = why.get(self.look.lang).to_owned();
                    self.say(&format!("  {why}"))?;
                }
            }
        }
        Err(Ended)
    }

    /// The numbered choices.
    pub fn choices(&mut self, choices: &[Choice<'_>]) -> Reply<()> {
        let digits = choices.len().to_string().len();
        for (i, choice) in choices.iter().enumerate() {
            let head = format!("  {:>digits$} {}", i + 1, choice.word);
            if choice.meaning.is_empty() {
                self.put(&format!("{head}\n"))?;
                continue;
            }
            let margin = digits + 3;
            let lines = wrap(
                &format!("{}: {}", choice.word, choice.meaning),
                self.look.width.saturating_sub(margin),
            );
            for (n, line) in lines.iter().enumerate() {
                let left = match n {
                    0 => format!("  {:>digits$} ", i + 1),
                    _ => " ".repeat(margin),
                };
                self.put(&format!("{left}{line}\n"))?;
            }
        }
        Ok(())
    }

    /// One of the choices, by number or word.
    pub fn choose(
        &mut self,
        prompt: &str,
        choices: &[Choice<'_>],
        default: Option<usize>,
    ) -> Reply<usize> {
        self.choices(choices)?;
        let words: Vec<&str> = choices.iter().map(|c| c.word).collect();
        let default = default.and_then(|d| words.get(d).copied());
        self.until(prompt, default, &mut |reply| one(reply, &words))
    }

    /// Some of the choices, at least one, separated by commas or blanks.
    pub fn choose_some(
        &mut self,
        prompt: &str,
        choices: &[Choice<'_>],
        default: Option<&str>,
    ) -> Reply<Vec<usize>> {
        self.choices(choices)?;
        let words: Vec<&str> = choices.iter().map(|c| c.word).collect();
        self.until(prompt, default, &mut |reply| some(reply, &words))
    }
}

/// A choice by its number or word.
pub fn one(reply: &str, words: &[&str]) -> Result<usize, Text> {
    if let Some(found) = words.iter().position(|w| *w == reply) {
        return Ok(found);
    }
    let number = reply.parse::<usize>().ok();
    if let Some(n) = number.filter(|n| (1..=words.len()).contains(n)) {
        return Ok(n - 1);
    }
    let n = words.len();
    Err(match nearest(reply, words.iter().copied()) {
        Some(near) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
        None => text!(
            "a number from 1 to {n}, or one of the words",
            "eine Zahl von 1 bis {n} oder eines der Wörter"
        ),
    })
}

/// Several choices, in the order in which they are listed, each once.
fn some(reply: &str, words: &[&str]) -> Result<Vec<usize>, Text> {
    let parts = reply.split([',', ' ', ';']).filter(|p| !p.is_empty());
    let mut found = parts
        .map(|p| one(p, words))
        .collect::<Result<Vec<usize>, Text>>()?;
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        return Err(text!("at least one", "mindestens eines"));
    }
    Ok(found)
}

/// A conversation on the terminal of this process.
pub fn on_terminal<T>(look: Look, talk: impl FnOnce(&mut Ask<'_>) -> T) -> T {
    let (mut input, mut output) = (io::stdin().lock(), io::stderr().lock());
    talk(&mut Ask::new(&mut input, &mut output, look))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk<T>(typed: &str, talk: impl FnOnce(&mut Ask<'_>) -> T) -> (T, String) {
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let value = talk(&mut Ask::new(&mut input, &mut output, Look::default()));
        (value, String::from_utf8(output).unwrap())
    }

    fn colours() -> Vec<Choice<'static>> {
        let choice = |word, meaning: &str| Choice {
            word,
            meaning: meaning.to_owned(),
        };
        vec![choice("red", "as a fire engine"), choice("green", "")]
    }

    #[test]
    fn a_choice_is_taken_by_number_or_word_and_asked_again_until_it_is_one() {
        let (got, shown) = talk("3\ngren\n2\n", |a| a.choose("Colour", &colours(), None));
        assert_eq!(got, Ok(1));
        assert!(
            shown.starts_with("  1 red: as a fire engine\n  2 green\nColour: "),
            "{shown}"
        );
        assert!(
            shown.contains("a number from 1 to 2") && shown.contains("did you mean `green`?"),
            "{shown}"
        );
        assert_eq!(talk("red\n", |a| a.choose("", &colours(), None)).0, Ok(0));
    }

    #[test]
    fn an_empty_line_is_the_default_and_nothing_without_one() {
        let (got, shown) = talk("\n", |a| a.choose("Colour", &colours(), Some(1)));
        assert_eq!(got, Ok(1));
        assert!(shown.ends_with("Colour [green]: "), "{shown}");
        assert_eq!(talk("\n", |a| a.line("", None)).0, Ok(String::new()));
    }

    #[test]
    fn several_are_taken_once_and_in_order() {
        let (got, _) = talk("2, red 2\n", |a| a.choose_some("", &colours(), None));
        assert_eq!(got, Ok(vec![0, 1]));
        let (got, shown) = talk(" , \n1\n", |a| a.choose_some("", &colours(), None));
        assert_eq!(got, Ok(vec![0]));
        assert!(shown.contains("at least one"));
    }

    #[test]
    fn the_end_of_the_input_ends_the_conversation() {
        assert_eq!(talk("", |a| a.line("Name", None)).0, Err(Ended));
        assert_eq!(talk("", |a| a.line("Name", Some("x"))).0, Err(Ended));
        // an endless stream is nobody
        let nonsense = "nonsense\n".repeat(100);
        let (got, _) = talk(&nonsense, |a| a.choose("", &colours(), None));
        assert_eq!(got, Err(Ended));
    }
}
