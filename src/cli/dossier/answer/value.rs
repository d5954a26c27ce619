//! Values of facts as they are typed: read by their form, written as TOML. What a form does not take is said with what it
//! takes; the value itself is never repeated.

use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::error::nearest;
use crate::base::lang::Text;
use crate::base::splice::{self, Value};
use crate::record::channel::Channel;
use crate::record::dossier::field::{BASIS_NAMES, Form, Part};
use crate::record::dossier::{BASES, COUNTRIES, Period, is_slug};
use crate::text;

/// Looks up a document or file: what the dossier writes for it.
pub type LookUp<'a> = &'a dyn Fn(&str, Reference) -> Result<String, Text>;

/// What a value may point at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Document,
    File,
}

type Read<T> = Result<T, Text>;

/// The value of a form from what was given, at least one text.
pub fn read(form: Form, given: &[&str], look_up: LookUp<'_>) -> Read<Value> {
    match form {
        Form::Texts => Ok(splice::texts(given.iter().copied())),
        Form::Files => {
            let files = given.iter().map(|f| look_up(f, Reference::File));
            let files = files.collect::<Read<Vec<_>>>()?;
            Ok(splice::texts(files.iter().map(String::as_str)))
        }
        Form::Some(words) => several(given, |w| word(w, words)),
        Form::Bases => several(given, basis),
        Form::Countries => several(given, country),
        Form::Channels => several(given, channel),
        Form::Entry(parts) => {
            let entry = table(parts, given, look_up)?;
            Ok(Value::Array(std::iter::once(entry).collect()))
        }
        Form::Table(parts) => table(parts, given, look_up),
        form => match given {
            [one] => single(form, one.trim(), look_up),
            _ => Err(text!("one value", "ein Wert")),
        },
    }
}

/// Parts of a list, separated by commas.
fn several(given: &[&str], read: impl Fn(&str) -> Read<String>) -> Read<Value> {
    let parts = given.iter().flat_map(|g| g.split(','));
    let parts = parts.map(str::trim).filter(|p| !p.is_empty());
    let all = parts.map(read).collect::<Read<Vec<_>>>()?;
    if all.is_empty() {
        return Err(text!("at least one", "mindestens eines"));
    }
    Ok(splice::texts(all.iter().map(String::as_str)))
}

fn single(form: Form, given: &str, look_up: LookUp<'_>) -> Read<Value> {
    let as_text = |text: String| splice::text(&text);
    match form {
        Form::One(words) => word(given, words).map(as_text),
        Form::Basis => basis(given).map(as_text),
        Form::Country => country(given).map(as_text),
        Form::Document => look_up(given, Reference::Document).map(as_text),
        Form::File => look_up(given, Reference::File).map(as_text),
        Form::YesNo => match given.to_lowercase().as_str() {
            "true" | "yes" | "y" | "ja" | "j" => Ok(Value::from(true)),
            "false" | "no" | "n" | "nein" => Ok(Value::from(false)),
            _ => Err(wrong(form)),
        },
        Form::Day => Day::parse(given)
            .map(splice::day)
            .ok_or_else(|| wrong(form)),
        Form::Period => match Period::parse(given) {
            Some(_) => Ok(splice::text(given)),
            None => Err(wrong(form)),
        },
        Form::Span => {
            let days = given.split_once("..");
            let days = days.and_then(|(a, b)| Some((Day::parse(a.trim())?, Day::parse(b.trim())?)));
            let (first, last) = days.filter(|(a, b)| a <= b).ok_or_else(|| wrong(form))?;
            Ok(splice::table([
                ("first", splice::day(first)),
                ("last", splice::day(last)),
            ]))
        }
        Form::Share => share(given).ok_or_else(|| wrong(form)),
        Form::Number => match given.parse::<u32>() {
            Ok(n) => Ok(Value::from(i64::from(n))),
            Err(_) => Err(wrong(form)),
        },
        Form::Digest => match Sha256::parse(&given.to_ascii_lowercase()) {
            Some(digest) => Ok(splice::text(&digest.to_string())),
            None => Err(wrong(form)),
        },
        Form::Slug if is_slug(given) => Ok(splice::text(given)),
        Form::Text if !given.is_empty() && !given.contains('\n') => Ok(splice::text(given)),
        form => Err(wrong(form)),
    }
}

/// `KEY=VALUE` of an entry, in the order of its parts; a key may come several times where it takes several values.
fn table(parts: &[Part], given: &[&str], look_up: LookUp<'_>) -> Read<Value> {
    let keys: Vec<&str> = parts.iter().map(|p| p.key).collect();
    let mut by_key: Vec<(&Part, Vec<&str>)> = parts.iter().map(|p| (p, Vec::new())).collect();
    for pair in given {
        let all = keys.join(", ");
        let Some((key, value)) = pair.split_once('=') else {
            return Err(text!(
                "written like `KEY=VALUE`, once per part: {all}",
                "geschrieben wie `TEIL=WERT`, je Teil einmal: {all}"
            ));
        };
        let key = key.trim();
        match by_key.iter_mut().find(|(p, _)| p.key == key) {
            Some((_, values)) => values.push(value.trim()),
            None => {
                return Err(match nearest(key, keys.iter().copied()) {
                    Some(near) => text!(
                        "there is no such part; did you mean `{near}`?",
                        "diesen Teil gibt es nicht; meinten Sie `{near}`?"
                    ),
                    None => text!("the parts are {all}", "die Teile sind {all}"),
                });
            }
        }
    }
    let mut pairs = Vec::new();
    for (part, values) in by_key {
        let key = part.key;
        if values.is_empty() {
            if part.needed {
                return Err(text!("`{key}` is missing", "`{key}` fehlt"));
            }
            continue;
        }
        let value = read(part.form, &values, look_up).map_err(|why| {
            let Text { en, de } = why;
            text!("`{key}`: {en}", "`{key}`: {de}")
        })?;
        pairs.push((key, value));
    }
    Ok(splice::table(pairs))
}

/// An exact decimal between 0 and 1; percent too.
fn share(given: &str) -> Option<Value> {
    let (digits, percent) = match given.strip_suffix('%') {
        Some(digits) => (digits.trim().replace(',', "."), true),
        None => (given.replace(',', "."), false),
    };
    let number: f64 = digits.parse().ok()?;
    let number = if percent { number / 100.0 } else { number };
    if !(0.0..=1.0).contains(&number) {
        return None;
    }
    let mut written = match percent {
        true => format!("{number:.6}").trim_end_matches('0').to_owned(),
        false => digits,
    };
    match written.find('.') {
        None => written.push_str(".0"),
        Some(at) if at + 1 == written.len() => written.push('0'),
        Some(_) => {}
    }
    splice::value(&written)
}

/// A word of a list, as written there.
pub fn word(given: &str, words: &[&'static str]) -> Read<String> {
    let folded = given.to_lowercase();
    if let Some(found) = words.iter().find(|w| **w == given || **w == folded) {
        return Ok((*found).to_owned());
    }
    let all = words.join(", ");
    Err(match nearest(given, words.iter().copied()) {
        Some(near) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
        None => text!("one of {all}", "eines von {all}"),
    })
}

/// A basis by its name, or as the DPV term.
fn basis(given: &str) -> Read<String> {
    if BASES.contains(&given) {
        return Ok(given.to_owned());
    }
    word(given, &BASIS_NAMES)
}

fn country(given: &str) -> Read<String> {
    let code = match given.to_ascii_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    };
    match COUNTRIES.contains(&code.as_str()) {
        true => Ok(code),
        false => Err(wrong(Form::Country)),
    }
}

fn channel(given: &str) -> Read<String> {
    word(given, &Channel::ALL.map(Channel::name))
}

/// A value of another form.
fn wrong(form: Form) -> Text {
    let Text { en, de } = takes(form);
    text!("must be {en}", "muss {de} sein")
}

/// What a form takes, in words.
pub fn takes(form: Form) -> Text {
    match form {
        Form::Text => text!("one line of text", "eine Zeile Text"),
        Form::Texts => text!(
            "texts, `--value` once for each",
            "Texte, `--value` je Text einmal"
        ),
        Form::Slug => text!(
            "a short name of `a-z`, `0-9`, `.`, `_`, `-`",
            "ein kurzer Name aus `a-z`, `0-9`, `.`, `_`, `-`"
        ),
        Form::One(words) => {
            let all = words.join(", ");
            text!("one of {all}", "eines von {all}")
        }
        Form::Some(words) => {
            let all = words.join(", ");
            text!("some of {all}, with commas", "einige von {all}, mit Komma")
        }
        Form::YesNo => text!("yes or no", "ja oder nein"),
        Form::Day => text!("a day like 2026-11-23", "ein Tag wie 2026-11-23"),
        Form::Period => text!("a length of time like P24M", "eine Dauer wie P24M"),
        Form::Span => text!(
            "two days like 2025-11-01..2026-09-15",
            "zwei Tage wie 2025-11-01..2026-09-15"
        ),
        Form::Share => text!("a share like 0.97 or 97%", "ein Anteil wie 0.97 oder 97%"),
        Form::Number => text!("a whole number", "eine ganze Zahl"),
        Form::Digest => text!("64 hexadecimal digits", "64 Hexadezimalziffern"),
        Form::Bases => {
            let all = BASIS_NAMES.join(", ");
            text!(
                "bases, with commas: {all}, or DPV terms",
                "Rechtsgrundlagen, mit Komma: {all}, oder DPV-Begriffe"
            )
        }
        Form::Basis => {
            let all = BASIS_NAMES.join(", ");
            text!(
                "one of {all}, or a DPV term",
                "eines von {all}, oder ein DPV-Begriff"
            )
        }
        Form::Countries => text!("ISO 3166-1 codes like DE,AT", "ISO-3166-1-Codes wie DE,AT"),
        Form::Country => text!("an ISO 3166-1 code like DE", "ein ISO-3166-1-Code wie DE"),
        Form::Channels => {
            let all = Channel::ALL.map(Channel::name).join(", ");
            text!("some of {all}, with commas", "einige von {all}, mit Komma")
        }
        Form::Document => text!(
            "a document of the dossier, by path or name",
            "eine Unterlage des Dossiers, nach Pfad oder Name"
        ),
        Form::File => text!("a file", "eine Datei"),
        Form::Files => text!(
            "files, `--value` once for each",
            "Dateien, `--value` je Datei einmal"
        ),
        Form::Entry(parts) | Form::Table(parts) => {
            let all: Vec<&str> = parts.iter().map(|p| p.key).collect();
            let all = all.join(", ");
            text!(
                "`KEY=VALUE`, once per part: {all}",
                "`TEIL=WERT`, je Teil einmal: {all}"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::dossier::SOURCE_TYPES;
    use crate::record::dossier::field::DECLARED;

    fn got(form: Form, given: &[&str]) -> Result<String, String> {
        let look_up = |name: &str, _| match name {
            "lost.pdf" => Err(text!("not listed", "nicht aufgeführt")),
            name => Ok(name.to_owned()),
        };
        read(form, given, &look_up)
            .map(|v| v.to_string())
            .map_err(|t| t.en)
    }

    #[test]
    fn values_are_read_by_their_form() {
        let ok = |form, given: &[&str]| got(form, given).expect("a value");
        assert_eq!(ok(Form::YesNo, &["ja"]), "true");
        assert_eq!(ok(Form::Day, &["2026-11-23"]), "2026-11-23");
        assert_eq!(ok(Form::Share, &["97%"]), "0.97");
        assert_eq!(ok(Form::Share, &["0,5"]), "0.5");
        assert_eq!(ok(Form::Share, &["1"]), "1.0");
        assert_eq!(ok(Form::Share, &["100%"]), "1.0");
        assert_eq!(
            ok(Form::Countries, &["de, at", "uk"]),
            r#"["DE", "AT", "GB"]"#
        );
        assert_eq!(
            ok(Form::Bases, &["legitimate-interest,eu-gdpr:A6-1-a"]),
            r#"["legitimate-interest", "eu-gdpr:A6-1-a"]"#
        );
        assert_eq!(
            ok(Form::Texts, &["Muster, Söhne & Co"]),
            r#"["Muster, Söhne & Co"]"#
        );
        assert_eq!(
            ok(Form::Span, &["2025-11-01..2026-09-15"]),
            "{ first = 2025-11-01, last = 2026-09-15 }"
        );
        let Some(sources) = DECLARED.iter().find(|f| f.address == "gdpr.sources") else {
            panic!("sources");
        };
        assert_eq!(
            ok(
                sources.form,
                &[
                    "source-type=employer-website",
                    "id=imprint",
                    "matches=Impressum",
                    "matches=Firmenwebseite"
                ]
            ),
            r#"[{ id = "imprint", matches = ["Impressum", "Firmenwebseite"], source-type = "employer-website" }]"#
        );
    }

    #[test]
    fn what_does_not_fit_is_told_without_repeating_it() {
        let why = |form, given: &[&str]| got(form, given).expect_err("no value");
        assert_eq!(
            why(Form::One(&SOURCE_TYPES), &["parnter"]),
            "did you mean `partner`?"
        );
        assert_eq!(
            why(Form::Share, &["120%"]),
            "must be a share like 0.97 or 97%"
        );
        assert_eq!(
            why(Form::Day, &["23.11.2026"]),
            "must be a day like 2026-11-23"
        );
        assert_eq!(
            why(Form::Span, &["2026-09-15..2025-11-01"]),
            "must be two days like 2025-11-01..2026-09-15"
        );
        assert_eq!(why(Form::Document, &["lost.pdf"]), "not listed");
        let Some(sources) = DECLARED.iter().find(|f| f.address == "gdpr.sources") else {
            panic!("sources");
        };
        assert_eq!(why(sources.form, &["matches=x"]), "`id` is missing");
        assert_eq!(
            why(sources.form, &["id=x", "metod=feeds"]),
            "there is no such part; did you mean `method`?"
        );
        assert_eq!(
            why(sources.form, &["id=x", "method=fees"]),
            "`method`: did you mean `feeds`?"
        );
    }
}
