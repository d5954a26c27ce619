//! YAML 1.2, core schema, by saphyr: `no` and `on` are texts, and so is a date. What makes one text mean two things, or
//! a small text a large one, is refused: anchors and aliases, merge keys, tags of one's own, a key twice, a second
//! document, deep nesting.
//!
//! saphyr loads the whole tree before anything can be asked of it. Copies for anchors and nesting could exhaust memory
//! and stack meanwhile, so both are looked for in the text first.

use saphyr::{LoadableYamlNode as _, MarkedYaml, Scalar, YamlData};

use super::node::{Entry, Flaw, Is, Node, table};
use crate::text;

/// Bytes of a text: far more than anybody writes.
const LIMIT: usize = 1 << 20;
/// Nesting that is read.
const DEPTH: usize = 32;
/// What one line may open: blanks at its beginning, and marks of entries and keys on it.
const OPENS: usize = 200;

/// The text as a tree, or the first thing that is wrong with it.
pub fn read(text: &str) -> Result<Node<'static>, Flaw> {
    if text.len() > LIMIT {
        let what = text!("larger than {LIMIT} bytes", "größer als {LIMIT} Byte");
        return Err(Flaw::new(0..0, what));
    }
    anchor(text)?;
    nesting(text)?;
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let places = Places {
        text,
        bytes: body
            .char_indices()
            .map(|(at, _)| text.len() - body.len() + at)
            .collect(),
    };
    let mut documents = MarkedYaml::load_from_str(body).map_err(|e| {
        let at = places.byte(e.marker().index());
        let twice = e.info().starts_with("duplicated key");
        Flaw {
            span: at..at + 1,
            ours: twice.then(|| {
                text!(
                    "a key stands twice in one mapping",
                    "ein Schlüssel steht zweimal in einer Zuordnung"
                )
            }),
            theirs: Some(e.info().to_owned()),
            help: None,
        }
    })?;
    if let Some(second) = documents.get(1) {
        let at = places.byte(second.span.start.index());
        return Err(Flaw::new(
            at..at,
            text!("a second document begins", "ein zweites Dokument beginnt"),
        ));
    }
    let Some(root) = documents.pop() else {
        return Ok(Node {
            span: 0..0,
            is: table(Vec::new()),
        });
    };
    let root = places.node(root, 0)?;
    match root.is {
        Is::Table(_) => Ok(root),
        Is::Nothing => Ok(Node {
            is: table(Vec::new()),
            ..root
        }),
        _ => Err(Flaw::new(
            root.span,
            text!(
                "it is no mapping of keys",
                "es ist keine Zuordnung von Schlüsseln"
            ),
        )),
    }
}

/// Where characters stand: saphyr counts them, places are bytes.
struct Places<'s> {
    text: &'s str,
    bytes: Vec<usize>,
}

impl Places<'_> {
    fn byte(&self, character: usize) -> usize {
        self.bytes
            .get(character)
            .copied()
            .unwrap_or(self.text.len())
    }

    fn node(&self, yaml: MarkedYaml<'_>, depth: usize) -> Result<Node<'static>, Flaw> {
        let span = self.byte(yaml.span.start.index())..self.byte(yaml.span.end.index());
        if depth > DEPTH {
            return Err(too_deep(span));
        }
        let is = match yaml.data {
            YamlData::Value(Scalar::Null) => Is::Nothing,
            YamlData::Value(Scalar::Boolean(b)) => Is::Bool(b),
            YamlData::Value(Scalar::Integer(_) | Scalar::FloatingPoint(_)) => {
                number(self.text.get(span.clone()).unwrap_or_default())
            }
            YamlData::Value(Scalar::String(s)) => Is::Text(s.into_owned().into()),
            YamlData::Sequence(all) => Is::List(
                all.into_iter()
                    .map(|y| self.node(y, depth + 1))
                    .collect::<Result<_, _>>()?,
            ),
            YamlData::Mapping(all) => table(
                all.into_iter()
                    .map(|(key, value)| {
                        let key = self.node(key, depth + 1)?;
                        let name = match key.is {
                            Is::Text(name) => name,
                            _ => return Err(no_key(key.span)),
                        };
                        if name == "<<" {
                            return Err(Flaw::new(
                                key.span,
                                text!(
                                    "a merge key (`<<`): such keys are not read",
                                    "ein Merge-Schlüssel (`<<`): solche werden nicht gelesen"
                                ),
                            ));
                        }
                        Ok(Entry {
                            key: name,
                            span: key.span,
                            node: self.node(value, depth + 1)?,
                        })
                    })
                    .collect::<Result<_, _>>()?,
            ),
            // a tag that is not known, or a value that its tag does not fit
            YamlData::Tagged(..)
            | YamlData::Alias(_)
            | YamlData::BadValue
            | YamlData::Representation(..) => {
                return Err(Flaw::new(
                    span,
                    text!(
                        "a tag that is not known here",
                        "ein Tag, das hier unbekannt ist"
                    ),
                )
                .help(text!("leave the tag out", "lassen Sie das Tag weg")));
            }
        };
        Ok(Node { span, is })
    }
}

/// A number by its digits as they are written, behind a tag if it has one.
fn number(written: &str) -> Is<'static> {
    let written = written
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or(written);
    let digits = written.trim_start_matches(['+', '-']);
    let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        Is::Whole(written.to_owned().into())
    } else if digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(decimal) {
        Is::Number(written.to_owned().into())
    } else {
        Is::Strange
    }
}

fn no_key(span: std::ops::Range<usize>) -> Flaw {
    Flaw::new(
        span,
        text!("a key that is no text", "ein Schlüssel, der kein Text ist"),
    )
    .help(text!(
        "put it in quotes",
        "setzen Sie ihn in Anführungszeichen"
    ))
}

fn too_deep(span: std::ops::Range<usize>) -> Flaw {
    Flaw::new(
        span,
        text!("it is nested too deeply", "es ist zu tief verschachtelt"),
    )
}

/// The first `&` that could begin an anchor: behind a blank or a mark. Another one stands within a text, or is an error
/// in itself. One within a text may be meant by this, too, but nobody knows that before the text has been read.
fn anchor(text: &str) -> Result<(), Flaw> {
    let mut before = ' ';
    let mut all = text.char_indices().peekable();
    while let Some((at, c)) = all.next() {
        let begins = before.is_whitespace() || "[{,:!\u{feff}".contains(before);
        let next = all.peek().map_or(' ', |(_, c)| *c);
        if c == '&' && begins && !next.is_whitespace() && !"[]{},".contains(next) {
            return Err(Flaw::new(
                at..at + 1,
                text!(
                    "an anchor (`&name`): anchors and aliases are not read",
                    "ein Anker (`&name`): Anker und Verweise werden nicht gelesen"
                ),
            )
            .help(text!(
                "write the value out; in a text put a blank behind `&`",
                "schreiben Sie den Wert aus; in einem Text setzen Sie ein Leerzeichen hinter `&`"
            )));
        }
        before = c;
    }
    Ok(())
}

/// Every open mapping and sequence stands in another column, and a line opens no more than it has marks; so no text
/// that passes here is nested deeper than some hundred levels, whatever it says.
fn nesting(text: &str) -> Result<(), Flaw> {
    let mut start = 0;
    for line in text.split(['\n', '\r']) {
        let bytes = line.as_bytes();
        let blank = |b: Option<&u8>| matches!(b, None | Some(b' ' | b'\t'));
        let indent = bytes.iter().take_while(|b| blank(Some(b))).count();
        let marks = (indent..bytes.len())
            .filter(|i| matches!(bytes[*i], b'-' | b'?' | b':') && blank(bytes.get(i + 1)))
            .count();
        if indent < bytes.len() && (indent > OPENS || marks > OPENS) {
            return Err(too_deep(start + indent..start + indent + 1));
        }
        start += line.len() + 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> (usize, String) {
        let flaw = read(text).expect_err(text);
        (flaw.span.start, flaw.ours.map_or(String::new(), |t| t.en))
    }

    fn value(text: &str) -> String {
        let Is::Table(mut entries) = read(text).expect(text).is else {
            panic!("a table");
        };
        format!("{:?}", entries.remove(0).node.is)
    }

    #[test]
    fn what_makes_one_text_mean_two_things_is_refused_where_it_stands() {
        for (text, at, what) in [
            ("a: &x 1\nb: 2", 3, "anchor"),
            ("- &x [1]", 2, "anchor"),
            ("<<: {a: 1}", 0, "merge key"),
            ("a: 1\nb: 2\na: 3", 10, "twice"),
            ("a: 1\n---\nb: 2", 9, "second document"),
            ("1: a", 0, "no text"),
            ("true: a", 0, "no text"),
            ("? [a]\n: b", 2, "no text"),
            ("a: !mine {b: 1}", 3, "a tag"),
            ("a: !!int x", 3, "a tag"),
            ("- a", 0, "no mapping"),
            ("text", 0, "no mapping"),
        ] {
            let (place, said) = flaw(text);
            assert!(place == at && said.contains(what), "{text}: {place} {said}");
        }
        // an alias without an anchor, and what is no YAML: the parser's own words stay with it
        for text in ["a: *x", "a: [1", "a: \"b", "a: b: c"] {
            assert_eq!(flaw(text).1, "", "{text}");
        }
    }

    #[test]
    fn words_and_dates_are_texts_and_numbers_are_as_written() {
        for (text, want) in [
            ("a: no", "Text(\"no\")"),
            ("a: on", "Text(\"on\")"),
            ("a: 2026-10-01", "Text(\"2026-10-01\")"),
            ("a: 2026-10-01T08:00:00Z", "Text(\"2026-10-01T08:00:00Z\")"),
            ("a: true", "Bool(true)"),
            ("a: \"true\"", "Text(\"true\")"),
            ("a: !!str 12", "Text(\"12\")"),
            ("ä: 0.970", "Number(\"0.970\")"),
            ("a: 18342", "Whole(\"18342\")"),
            ("a: !!float 0.97", "Number(\"0.97\")"),
            ("a: 0x1F", "Strange"),
            ("a: .inf", "Strange"),
            ("a: 12:30", "Text(\"12:30\")"),
            ("a:", "Nothing"),
            ("a: ~", "Nothing"),
            ("a: Meier & Co, R&D &", "Text(\"Meier & Co, R&D &\")"),
            ("a: |\n  b\n  c\n", "Text(\"b\\nc\\n\")"),
            ("\u{feff}a: Ü", "Text(\"Ü\")"),
        ] {
            assert_eq!(value(text), want, "{text}");
        }
        for empty in ["", "# only a comment\n", "---\n", "null"] {
            assert!(matches!(read(empty).expect(empty).is, Is::Table(t) if t.is_empty()));
        }
    }

    #[test]
    fn neither_copies_nor_depth_exhaust_the_machine() {
        let laughs = (1..9).map(|i| format!("a{i}: &a{i} [*a{0}, *a{0}]\n", i - 1));
        let laughs = format!("a0: &a0 [ha]\n{}", laughs.collect::<String>());
        assert!(flaw(&laughs).1.contains("anchor"));
        let lines = |n: usize| (0..n).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        let deep: [String; 7] = [
            "- ".repeat(LIMIT / 2),
            "? ".repeat(LIMIT / 2),
            format!("a: {}", "[".repeat(LIMIT / 2)),
            format!("a: {}", "{a: ".repeat(100)),
            format!("a: {}1{}", "[".repeat(250), "]".repeat(250)),
            format!("a:\n  {}", "- ".repeat(150)),
            lines(150),
        ];
        for text in deep {
            let started = std::time::Instant::now();
            assert!(read(&text).is_err());
            assert!(started.elapsed().as_secs() < 5);
        }
        assert!(flaw(&"a".repeat(LIMIT + 1)).1.contains("larger"));
    }
}
