//! The text of a declaration: what is known as values, the rest as commented questions with what is meant, the words
//! allowed and an example.

use textwrap::Options;

use super::answers::Answers;
use super::question::{Choice, Kind, PARTS, Part, Question};
use crate::base::lang::Lang;
use crate::cli::map::quoted;

/// What the text says beside the answers.
pub struct Frame<'a> {
    /// The block on the file, written from the file itself; else what was answered about it.
    pub package: Option<&'a str>,
    /// Whether what is open stands in it as questions.
    pub questions: bool,
    pub lang: Lang,
}

/// The whole file.
pub fn declaration(answers: &Answers, frame: &Frame<'_>) -> String {
    let lang = frame.lang;
    let mut out = String::new();
    if frame.questions {
        out.push_str(match lang {
            Lang::En => HEAD_EN,
            Lang::De => HEAD_DE,
        });
    }
    out.push_str("beleg-declaration = \"1\"\n");
    for part in &PARTS {
        match part.table {
            "package.resources" => {
                out.push_str(&package(part, answers, frame));
                if frame.questions {
                    out.push_str(match lang {
                        Lang::En => SECOND_EN,
                        Lang::De => SECOND_DE,
                    });
                }
            }
            _ if part.is_list() => list(&mut out, part, answers, frame),
            _ => single(&mut out, part, answers, frame),
        }
    }
    out
}

fn package(part: &Part, answers: &Answers, frame: &Frame<'_>) -> String {
    if let Some(text) = frame.package {
        return text.to_owned();
    }
    if answers.entries(part).is_empty() {
        return String::new();
    }
    let mut out =
        "\n[package]\nname = \"delivery\"\n\n[[package.resources]]\nname = \"list\"\n".to_owned();
    for question in part.questions {
        if let Some(value) = answers.get(part, 1, question) {
            out.push_str(&format!("{} = {value}\n", question.key));
        }
    }
    out
}

fn single(out: &mut String, part: &Part, answers: &Answers, frame: &Frame<'_>) {
    let asked = part
        .questions
        .iter()
        .any(|q| answers.get(part, 0, q).is_some());
    // the vocabulary goes before everything else of the block, whatever was answered
    let gdpr = part.table == "gdpr";
    if !asked && !frame.questions && !gdpr {
        return;
    }
    heading(out, part, frame);
    if !part.table.is_empty() {
        out.push_str(&format!("[{}]\n", part.table));
    }
    if gdpr {
        out.push_str("vocabulary = \"https://w3id.org/dpv/2.3\"\n");
    }
    for question in part.questions {
        let value = answers.get(part, 0, question);
        line(out, question, value, true, frame);
    }
}

fn list(out: &mut String, part: &Part, answers: &Answers, frame: &Frame<'_>) {
    let entries = answers.entries(part);
    if entries.is_empty() && !frame.questions {
        return;
    }
    heading(out, part, frame);
    if entries.is_empty() {
        out.push_str(&format!("# [[{}]]\n", part.table));
        for question in part.questions {
            line(out, question, None, true, frame);
        }
        return;
    }
    for (n, entry) in entries.into_iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        out.push_str(&format!("[[{}]]\n", part.table));
        let shown_by = part
            .questions
            .iter()
            .find(|q| q.key == SHOWN_BY)
            .and_then(|q| answers.get(part, entry, q));
        for question in part.questions {
            let value = answers.get(part, entry, question);
            let fact = FACTS.contains(&question.key);
            match (value, shown_by) {
                (Some(_), _) if question.key == SHOWN_BY => {}
                (Some(is), Some(document)) if fact => {
                    let value = format!("{{ is = {is}, document = {document} }}");
                    line(out, question, Some(&value), n == 0, frame);
                }
                // what is meant stands once, at the first entry
                (value, _) => line(out, question, value, n == 0, frame),
            }
        }
    }
}

/// Answered once for the facts of a source, written with each of them.
const SHOWN_BY: &str = "shown-by";
const FACTS: [&str; 3] = ["source-purpose", "source-terms", "platform-visibility"];

fn heading(out: &mut String, part: &Part, frame: &Frame<'_>) {
    out.push('\n');
    if !frame.questions {
        return;
    }
    let lang = frame.lang;
    if !part.table.is_empty() {
        let title = part.title.get(lang);
        let rule = "─".repeat(96_usize.saturating_sub(title.chars().count()));
        out.push_str(&format!("# ── {title} {rule}\n"));
    }
    comment(out, part.intro.get(lang));
}

fn line(
    out: &mut String,
    question: &Question,
    value: Option<&str>,
    explained: bool,
    frame: &Frame<'_>,
) {
    if frame.questions && explained {
        explain(out, question, frame.lang);
    }
    match value {
        Some(value) => out.push_str(&format!("{} = {value}\n", question.key)),
        None if !frame.questions || !explained => {}
        None if question.key == SHOWN_BY => {
            let note = match frame.lang {
                Lang::En => "written with each of them",
                Lang::De => "geschrieben bei jeder davon",
            };
            out.push_str(&format!(
                "#   {note}: {{ is = \"direct-marketing\", document = \"source-register\" }}\n"
            ));
        }
        None => out.push_str(&format!("# {} = {}\n", question.key, question.example)),
    }
}

/// The question, what is meant, and the words allowed.
fn explain(out: &mut String, question: &Question, lang: Lang) {
    out.push_str("#\n");
    comment(out, &question.text(lang));
    let (choices, head): (&[Choice], _) = match (question.kind, lang) {
        (Kind::One(c), Lang::En) => (c, "One of"),
        (Kind::One(c), Lang::De) => (c, "Eines von"),
        (Kind::Some(c), Lang::En) => (c, "Some of"),
        (Kind::Some(c), Lang::De) => (c, "Einige von"),
        _ => return,
    };
    out.push_str(&format!("# {head}:\n"));
    let width = choices.iter().map(|c| c.word.len() + 2).max().unwrap_or(0);
    for choice in choices {
        let name = choice.name.get(lang);
        out.push_str(&format!("#   {:<width$}  {name}\n", quoted(choice.word)));
    }
}

fn comment(out: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    let width = Options::new(100)
        .initial_indent("# ")
        .subsequent_indent("# ")
        .break_words(false);
    for line in textwrap::wrap(text, width) {
        out.push_str(&line);
        out.push('\n');
    }
}

const HEAD_EN: &str = "\
# Declaration of a vendor for one delivery, as `beleg audit --declaration` reads it.
#
# What stands here is said by the vendor. A line that begins with # and a name is a question that
# is still open: take the # away and write your answer in place of the example. What you do not
# answer counts as not said, never as no. Check with: beleg audit LIST --declaration THIS-FILE
#
";

const HEAD_DE: &str = "\
# Erklärung eines Anbieters zu einer Lieferung, wie `beleg audit --declaration` sie liest.
#
# Was hier steht, sagt der Anbieter. Eine Zeile, die mit # und einem Namen beginnt, ist eine noch
# offene Frage: Nehmen Sie das # weg und schreiben Sie Ihre Antwort anstelle des Beispiels. Was Sie
# nicht beantworten, gilt als nicht gesagt, nie als Nein. Probe: beleg audit LISTE --declaration DATEI
#
";

const SECOND_EN: &str = "
# ── Metadata after OASIS Data Provenance Metadata v1.0, if you keep such ──────────────────────────
# They stand here unchanged, under [provenance]. Nothing has to.
";

const SECOND_DE: &str = "
# ── Metadaten nach OASIS Data Provenance Metadata v1.0, falls Sie solche führen ───────────────────
# Sie stehen hier unverändert, unter [provenance]. Nichts davon muss.
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CATALOGUE;
    use crate::record::dossier::resolve;

    fn uncommented(text: &str) -> String {
        let is_key = |line: &str| {
            let name = line
                .split([' ', '[', ']'])
                .find(|w| !w.is_empty())
                .unwrap_or_default();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            !line.starts_with(' ')
                && !name.is_empty()
                && name.chars().all(plain)
                && (line.contains(" = ") || line.starts_with('['))
        };
        text.lines()
            .map(|l| match l.strip_prefix("# ") {
                Some(rest) if is_key(rest) => rest,
                _ => l,
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn warnings(text: &str) -> Vec<String> {
        let (_, warnings) =
            resolve(Some(("d.toml", text)), None, &|_| None, CATALOGUE).expect(text);
        warnings
            .into_iter()
            .map(|w| format!("{:?} {}", w.at, w.message.en))
            .collect()
    }

    #[test]
    fn an_empty_form_says_nothing_and_its_examples_are_read_without_a_word() {
        for lang in [Lang::En, Lang::De] {
            let frame = Frame {
                package: None,
                questions: true,
                lang,
            };
            let text = declaration(&Answers::default(), &frame);
            assert_eq!(warnings(&text), [] as [&str; 0]);
            assert!(text.lines().all(|l| l.chars().count() <= 120), "{text}");
            // with every question answered as its example answers it, only the documents are not listed
            let answered = uncommented(&text);
            let left: Vec<String> = warnings(&answered)
                .into_iter()
                .filter(|w| !w.contains("names no document"))
                .collect();
            assert_eq!(left, [] as [&str; 0], "{answered}");
        }
    }

    #[test]
    fn every_answer_stands_in_the_file_and_nothing_else_does() {
        let mut answers = Answers::default();
        for (address, said) in [
            ("declared-by", "Musterdaten Kontakthandel GmbH"),
            ("gdpr.countries", "DE"),
            ("gdpr.sources[2].id", "imprint"),
            ("gdpr.sources[2].source-purpose", "direct-marketing"),
            ("gdpr.sources[2].shown-by", "register"),
            ("gdpr.documents[1].id", "register"),
            ("gdpr.documents[1].kind", "source-register"),
            ("package.resources[1].rows", "12"),
        ] {
            assert!(answers.say(address, said, None).is_ok_and(|s| s.is_some()));
        }
        assert!(answers.settle().is_empty());
        let frame = Frame {
            package: None,
            questions: false,
            lang: Lang::De,
        };
        assert_eq!(
            declaration(&answers, &frame),
            "beleg-declaration = \"1\"\n\ndeclared-by = \"Musterdaten Kontakthandel GmbH\"\n\n\
             [package]\nname = \"delivery\"\n\n[[package.resources]]\nname = \"list\"\nrows = 12\n\n\
             [gdpr]\nvocabulary = \"https://w3id.org/dpv/2.3\"\ncountries = [\"DE\"]\n\n\
             [[gdpr.sources]]\nid = \"imprint\"\nsource-purpose = { is = \"direct-marketing\", document = \"register\" }\n\n\
             [[gdpr.documents]]\nid = \"register\"\nkind = \"source-register\"\n"
        );
    }
}
