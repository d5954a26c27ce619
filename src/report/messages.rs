//! Errors and warnings as people and programs read them. The words `error`, `warning` and `help` stay as they are in
//! every language, so that scripts and eyes find them.

use serde::Serialize;

use crate::base::error::{Error, Errors, Place, printable};
use crate::base::lang::{Lang, count};

/// More errors of one run are only counted.
const MOST: usize = 20;

/// All errors, as lines for a terminal.
pub fn human(errors: &Errors, lang: Lang) -> String {
    listed(&errors.0, "error", lang)
}

/// Warnings, in the same form.
pub fn warnings(warnings: &[Error], lang: Lang) -> String {
    listed(warnings, "warning", lang)
}

fn listed(errors: &[Error], severity: &str, lang: Lang) -> String {
    let mut out: String = errors
        .iter()
        .take(MOST)
        .map(|e| one(e, severity, lang))
        .collect::<Vec<_>>()
        .join("\n");
    if errors.len() > MOST {
        let more = count((errors.len() - MOST) as u64, lang);
        out.push_str(&match lang {
            Lang::En => format!("\n… and {more} more\n"),
            Lang::De => format!("\n… und {more} weitere\n"),
        });
    }
    out
}

/// One message. Verification codes carry the name that scripts read before the sentence.
fn one(e: &Error, severity: &str, lang: Lang) -> String {
    let name = if e.code.id.starts_with("BEL-V") {
        format!("{}: ", e.code.name)
    } else {
        String::new()
    };
    let mut out = format!(
        "{severity}[{}]: {name}{}\n",
        e.code.id,
        printable(e.message.get(lang))
    );
    let number = e.at.as_ref().and_then(|p| p.line).unwrap_or(0).to_string();
    let margin = if e.excerpt.is_some() { number.len() } else { 2 };
    let blank = " ".repeat(margin);
    if let Some(place) = &e.at {
        out.push_str(&format!("{blank}--> {}\n", shown(place, lang)));
    }
    if let Some(x) = &e.excerpt {
        let line = printable(&x.line);
        let before = printable(
            &x.line
                .chars()
                .take(x.column.saturating_sub(1))
                .collect::<String>(),
        );
        let marked = printable(
            &x.line
                .chars()
                .skip(x.column.saturating_sub(1))
                .take(x.width)
                .collect::<String>(),
        );
        let indent = " ".repeat(unicode_width::UnicodeWidthStr::width(before.as_str()));
        let marks = "^".repeat(unicode_width::UnicodeWidthStr::width(marked.as_str()).max(1));
        out.push_str(&format!("{blank} |\n{number} | {line}\n"));
        let marked = format!("{blank} | {indent}{marks} {}", x.label.get(lang));
        out.push_str(marked.trim_end());
        out.push('\n');
        if !(e.found.is_empty() && e.help.is_empty()) {
            out.push_str(&format!("{blank} |\n"));
        }
    }
    for found in &e.found {
        out.push_str(&format!("{blank} = {}\n", printable(found.get(lang))));
    }
    for help in &e.help {
        out.push_str(&format!("{blank} = help: {}\n", printable(help.get(lang))));
    }
    out
}

fn shown(place: &Place, lang: Lang) -> String {
    let mut out = printable(&place.file);
    for n in [place.line, place.column].into_iter().flatten() {
        out.push_str(&format!(":{n}"));
    }
    if let Some(b) = place.byte.filter(|_| place.column.is_none()) {
        let b = count(b, lang);
        out.push_str(&match lang {
            Lang::En => format!(" (byte {b})"),
            Lang::De => format!(" (Byte {b})"),
        });
    }
    out
}

#[derive(Serialize)]
struct Wire<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    warning: Option<bool>,
    code: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exit: Option<u8>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<At<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    found: Vec<&'a str>,
    help: Vec<&'a str>,
    lang: &'static str,
}

#[derive(Serialize)]
struct At<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte: Option<u64>,
}

/// All errors, one JSON object per line.
pub fn json(errors: &Errors, lang: Lang) -> String {
    lines(&errors.0, false, lang)
}

/// Warnings, one JSON object per line with `"warning":true` and without an exit code.
pub fn json_warnings(warnings: &[Error], lang: Lang) -> String {
    lines(warnings, true, lang)
}

fn lines(errors: &[Error], warning: bool, lang: Lang) -> String {
    errors
        .iter()
        .map(|e| {
            let wire = Wire {
                warning: warning.then_some(true),
                code: e.code.id,
                name: e.code.name,
                exit: (!warning).then_some(e.code.exit),
                message: e.message.get(lang),
                at: e.at.as_ref().map(|p| At {
                    file: &p.file,
                    line: p.line,
                    column: p.column,
                    byte: p.byte,
                }),
                found: e.found.iter().map(|t| t.get(lang)).collect(),
                help: e.help.iter().map(|t| t.get(lang)).collect(),
                lang: lang.code(),
            };
            serde_json::to_string(&wire).unwrap_or_default() + "\n"
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::code::usage;
    use crate::base::error::Excerpt;
    use crate::text;

    fn sample() -> Error {
        Error::new(
            &usage::USAGE,
            text!("unknown field `sevrity`", "unbekanntes Feld `sevrity`"),
        )
        .at(Place::at("einkauf.toml", 17, 1))
        .excerpt(Excerpt {
            line: "sevrity = \"blocker\"".to_owned(),
            column: 1,
            width: 7,
            label: text!("no field of a clause", "kein Feld einer Klausel"),
        })
        .help(text!("did you mean `severity`?", "meinten Sie `severity`?"))
    }

    #[test]
    fn the_place_is_drawn_under_the_line() {
        assert_eq!(
            human(&sample().into(), Lang::De),
            "error[BEL-U001]: unbekanntes Feld `sevrity`\n  \
             --> einkauf.toml:17:1\n   |\n17 | sevrity = \"blocker\"\n   | ^^^^^^^ kein Feld einer Klausel\n   |\n   \
             = help: meinten Sie `severity`?\n"
        );
    }

    #[test]
    fn the_marks_stand_under_wide_and_hostile_characters() {
        let mut e = sample();
        e.excerpt = Some(Excerpt {
            line: "日\u{1b}x bad".to_owned(),
            column: 5,
            width: 3,
            label: text!("here", "hier"),
        });
        let text = human(&e.into(), Lang::En);
        assert!(text.contains("17 | 日\\u{1b}x bad\n"), "{text}");
        let space = " ".repeat(2 + 6 + 1 + 1);
        assert!(text.contains(&format!("   | {space}^^^ here\n")), "{text}");
    }

    #[test]
    fn only_twenty_are_shown_and_the_rest_is_counted() {
        let errors = Errors(vec![sample(); 23]);
        let text = human(&errors, Lang::En);
        assert_eq!(text.matches("error[").count(), 20);
        assert!(text.ends_with("… and 3 more\n"));
    }

    #[test]
    fn json_says_the_same() {
        assert_eq!(
            json(&sample().into(), Lang::En),
            "{\"code\":\"BEL-U001\",\"name\":\"usage\",\"exit\":2,\"message\":\"unknown field `sevrity`\",\
             \"at\":{\"file\":\"einkauf.toml\",\"line\":17,\"column\":1},\"help\":[\"did you mean `severity`?\"],\"lang\":\"en\"}\n"
        );
        assert!(json_warnings(&[sample()], Lang::En).starts_with("{\"warning\":true,"));
    }
}
