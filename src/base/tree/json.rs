//! JSON, strictly after RFC 8259. Two readers that keep different ones of two equal members would read two different
//! texts, so a member twice is refused.

use std::borrow::Cow;
use std::collections::HashSet;

use super::node::{Entry, Flaw, Is, Node, table};
use crate::base::lang::Text;
use crate::text;

/// Nesting that is read.
const DEPTH: usize = 32;

/// The text as a tree, or the first thing that is wrong with it.
pub fn read(text: &str) -> Result<Node<'_>, Flaw> {
    let mut reader = Reader { text, at: 0 };
    // some editors write a mark before the text
    reader.take("\u{feff}");
    let root = reader.value(0)?;
    reader.blanks();
    if reader.at < text.len() {
        return reader.fail(text!(
            "something follows after its end",
            "nach seinem Ende folgt noch etwas"
        ));
    }
    if matches!(root.is, Is::Table(_)) {
        Ok(root)
    } else {
        Err(Flaw::new(
            root.span,
            text!("it is no object", "es ist kein Objekt"),
        ))
    }
}

struct Reader<'s> {
    text: &'s str,
    at: usize,
}

impl<'s> Reader<'s> {
    fn rest(&self) -> &'s str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, what: &str) -> bool {
        let here = self.rest().starts_with(what);
        self.at += if here { what.len() } else { 0 };
        here
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn flaw(&self, what: Text) -> Flaw {
        let flaw = Flaw::new(self.at..self.at + 1, what);
        match self.peek() {
            Some(b'/' | b'#') => {
                flaw.help(text!("JSON has no comments", "JSON kennt keine Kommentare"))
            }
            Some(b'\'') => flaw.help(text!(
                "texts and names stand between double quotes",
                "Texte und Namen stehen zwischen doppelten Anführungszeichen"
            )),
            _ => flaw,
        }
    }

    fn fail<T>(&self, what: Text) -> Result<T, Flaw> {
        Err(self.flaw(what))
    }

    fn value(&mut self, depth: usize) -> Result<Node<'s>, Flaw> {
        self.blanks();
        let start = self.at;
        let is = match self.peek() {
            Some(b'{' | b'[') if depth == DEPTH => {
                return self.fail(text!(
                    "it is nested too deeply",
                    "es ist zu tief verschachtelt"
                ));
            }
            Some(b'{') => self.object(depth + 1)?,
            Some(b'[') => self.array(depth + 1)?,
            Some(b'"') => Is::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) if self.take("true") => Is::Bool(true),
            Some(_) if self.take("false") => Is::Bool(false),
            Some(_) if self.take("null") => Is::Nothing,
            Some(_) => return self.fail(text!("a value was expected", "ein Wert wird erwartet")),
            None => return self.fail(text!("it ends too early", "es endet zu früh")),
        };
        Ok(Node {
            span: start..self.at,
            is,
        })
    }

    /// Whether another item follows: a comma, or the end.
    fn goes_on(&mut self, end: &str) -> Result<bool, Flaw> {
        self.blanks();
        if self.take(end) {
            return Ok(false);
        }
        let at = self.at;
        if !self.take(",") {
            return self.fail(text!(
                "a comma or `{end}` was expected",
                "ein Komma oder `{end}` wird erwartet"
            ));
        }
        self.blanks();
        if self.rest().starts_with(end) {
            self.at = at;
            return self.fail(text!(
                "nothing follows after a comma",
                "nach einem Komma folgt nichts"
            ));
        }
        Ok(true)
    }

    fn array(&mut self, depth: usize) -> Result<Is<'s>, Flaw> {
        self.at += 1;
        self.blanks();
        let mut items = Vec::new();
        if self.take("]") {
            return Ok(Is::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if !self.goes_on("]")? {
                return Ok(Is::List(items));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Is<'s>, Flaw> {
        self.at += 1;
        self.blanks();
        let (mut entries, mut names) = (Vec::new(), HashSet::new());
        if self.take("}") {
            return Ok(table(entries));
        }
        loop {
            self.blanks();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return self.fail(text!(
                    "a name between double quotes was expected",
                    "ein Name zwischen doppelten Anführungszeichen wird erwartet"
                ));
            }
            let key = self.string()?;
            let span = start..self.at;
            if !names.insert(key.clone()) {
                self.at = start;
                return self.fail(text!(
                    "a name stands twice in one object",
                    "ein Name steht zweimal in einem Objekt"
                ));
            }
            self.blanks();
            if !self.take(":") {
                return self.fail(text!(
                    "a colon was expected",
                    "ein Doppelpunkt wird erwartet"
                ));
            }
            let node = self.value(depth)?;
            entries.push(Entry { key, span, node });
            if !self.goes_on("}")? {
                return Ok(table(entries));
            }
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Is<'s>, Flaw> {
        let start = self.at;
        let mut whole = true;
        self.take("-");
        let zero = self.peek() == Some(b'0');
        let digits = self.digits();
        let mut good = digits == 1 || (digits > 1 && !zero);
        if self.take(".") {
            whole = false;
            good &= self.digits() > 0;
        }
        if self.take("e") || self.take("E") {
            whole = false;
            let _ = self.take("+") || self.take("-");
            good &= self.digits() > 0;
        }
        let written = Cow::Borrowed(&self.text[start..self.at]);
        if !good {
            self.at = start;
            return self.fail(text!(
                "a number that JSON does not write so",
                "eine Zahl, die JSON so nicht schreibt"
            ));
        }
        Ok(if whole {
            Is::Whole(written)
        } else {
            Is::Number(written)
        })
    }

    fn string(&mut self) -> Result<Cow<'s, str>, Flaw> {
        let open = self.at;
        self.at += 1;
        let mut out = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let Some(plain) = rest.find(|c| matches!(c, '"' | '\\' | '\0'..='\x1f')) else {
                self.at = open;
                return self.fail(text!("a text has no end", "ein Text hat kein Ende"));
            };
            if out.is_empty() {
                out = Cow::Borrowed(&rest[..plain]);
            } else {
                out.to_mut().push_str(&rest[..plain]);
            }
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    let c = self.escape()?;
                    out.to_mut().push(c);
                }
                _ => {
                    return self.fail(text!(
                        "a line break or control character stands in a text",
                        "ein Zeilenumbruch oder Steuerzeichen steht in einem Text"
                    ));
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Flaw> {
        let start = self.at;
        let c = match self.text.as_bytes().get(start + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(start),
            _ => return self.fail(text!("an unknown escape", "eine unbekannte Escape-Folge")),
        };
        self.at += 2;
        Ok(c)
    }

    /// `\uXXXX`, or two of them that are one character.
    fn unicode(&mut self, start: usize) -> Result<char, Flaw> {
        let unit = |at: usize| {
            let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
            let hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
            u16::from_str_radix(digits, 16).ok().filter(|_| hex)
        };
        let units = match unit(start) {
            Some(high @ 0xd800..=0xdbff) => vec![Some(high), unit(start + 6)],
            one => vec![one],
        };
        let decoded = units.iter().copied().collect::<Option<Vec<u16>>>();
        let c = decoded.and_then(|u| char::decode_utf16(u).next()?.ok());
        let Some(c) = c else {
            return self.fail(text!(
                "an escape that is no character",
                "eine Escape-Folge, die kein Zeichen ist"
            ));
        };
        self.at += 6 * units.len();
        Ok(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> (usize, String) {
        let flaw = read(text).expect_err(text);
        (flaw.span.start, flaw.ours.expect("words").en)
    }

    #[test]
    fn what_two_readers_could_read_differently_is_refused_where_it_stands() {
        for (text, at, what) in [
            ("", 0, "ends too early"),
            ("[1]", 0, "no object"),
            ("{\"a\":1,\"a\":2}", 7, "twice"),
            ("{\"a\":1,\"\\u0061\":2}", 7, "twice"),
            ("{\"a\":1,}", 6, "after a comma"),
            ("{\"a\":[1,2,]}", 9, "after a comma"),
            ("{\"a\":1} {}", 8, "follows after"),
            ("{a:1}", 1, "double quotes"),
            ("{'a':1}", 1, "double quotes"),
            ("{\"a\":NaN}", 5, "a value"),
            ("{\"a\":01}", 5, "a number"),
            ("{\"a\":.5}", 5, "a value"),
            ("{\"a\":1.}", 5, "a number"),
            ("{\"a\":+1}", 5, "a value"),
            ("{\"a\":\"b\nc\"}", 7, "a line break"),
            ("{\"a\":\"\\x41\"}", 6, "unknown escape"),
            ("{\"a\":\"\\ud800\"}", 6, "no character"),
            ("{\"a\":\"b}", 5, "no end"),
            ("{\"a\" 1}", 5, "a colon"),
            ("// x\n{}", 0, "a value"),
            ("{\"a\":1", 6, "a comma or `}`"),
        ] {
            let (place, said) = flaw(text);
            assert!(place == at && said.contains(what), "{text}: {place} {said}");
        }
        let deep = format!("{{\"a\":{}1{}}}", "[".repeat(40), "]".repeat(40));
        assert!(flaw(&deep).1.contains("too deeply"));
    }

    #[test]
    fn texts_are_read_with_their_escapes() {
        let node = read("\u{feff}{\"a\\u00e4\": \"\\ud83d\\ude00\\n\\/ü\"}").expect("reads");
        let Is::Table(entries) = node.is else {
            panic!("a table");
        };
        assert_eq!(entries[0].key, "aä");
        assert!(matches!(&entries[0].node.is, Is::Text(t) if t == "😀\n/ü"));
    }
}
