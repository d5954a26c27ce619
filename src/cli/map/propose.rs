//! The proposal that `map -o` writes: a mapping of which nothing acts yet, so that only what a person decided is
//! recorded as said by a person.

use super::show::shown;
use super::survey::{Doubt, Line, Survey};
use crate::base::error::printable;
use crate::base::lang::Lang;
use crate::record::column::Column;
use crate::record::mapping::Method;
use crate::record::mapping::manual::{NONE, SCHEMA};

const HEAD_EN: &str = "\
# Which header of the list is which column, as `beleg map` proposes it.
#
# A line that begins with # only says what is found without this file. Take the # away,
# and it acts, as changed by you; the audit then records that you said so.
#
#   \"Header\" = \"email\"      this header is the column email
#   \"Header\" = \"none\"       this header is left out
#   \"#7\"     = \"email\"      the seventh column: where headers are empty or equal
#
# The columns that there are: beleg explain columns
";

const HEAD_DE: &str = "\
# Welche Überschrift der Liste welche Spalte ist, wie `beleg map` es vorschlägt.
#
# Eine Zeile, die mit # beginnt, sagt nur, was ohne diese Datei gefunden wird. Nehmen Sie das #
# weg, dann gilt sie, so wie Sie sie ändern; die Prüfung vermerkt, dass Sie es gesagt haben.
#
#   \"Überschrift\" = \"email\"   diese Überschrift ist die Spalte email
#   \"Überschrift\" = \"none\"    diese Überschrift wird ausgelassen
#   \"#7\"          = \"email\"   die siebte Spalte: wo Überschriften leer oder gleich sind
#
# Die Spalten, die es gibt: beleg explain columns
";

/// The text of the file.
pub fn proposal(survey: &Survey<'_>, lang: Lang) -> String {
    let head = match lang {
        Lang::En => HEAD_EN,
        Lang::De => HEAD_DE,
    };
    let mut out = format!("{head}\nschema = \"{SCHEMA}\"\n\n[columns]\n");
    let entries: Vec<(String, String)> = survey
        .columns
        .iter()
        .map(|c| (entry(c), note(c, lang)))
        .collect();
    let width = entries.iter().map(|(e, _)| e.chars().count());
    let width = width.filter(|n| *n <= 60).max().unwrap_or(0);
    for (column, (entry, why)) in survey.columns.iter().zip(entries) {
        // what the user said before stays said
        let mark = if column.mapped.method == Method::Manual {
            ""
        } else {
            "# "
        };
        out.push_str(&format!("{mark}{entry:<width$}   # {why}\n"));
    }
    out
}

fn entry(line: &Line<'_>) -> String {
    let column = line.mapped.column.or(line.candidates.first().copied());
    format!(
        "{} = \"{}\"",
        quoted(&line.address),
        column.map_or(NONE, Column::name)
    )
}

/// A TOML text of one line, with nothing in it that an editor would not show.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let mut one = [0; 4];
        let plain: &str = c.encode_utf8(&mut one);
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if printable(plain) != plain => out.push_str(&format!("\\U{:08X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Why the column is proposed; of one that is addressed by position also its header.
fn note(line: &Line<'_>, lang: Lang) -> String {
    let why = why(line, lang);
    if line.address == line.header || line.header.trim().is_empty() {
        return why;
    }
    format!("{}: {why}", shown(line.header))
}

fn why(line: &Line<'_>, lang: Lang) -> String {
    let confidence = line.mapped.confidence;
    let others = || {
        let names: Vec<&str> = line.candidates.iter().skip(1).map(|c| c.name()).collect();
        names.join(", ")
    };
    match (lang, line.mapped.method, line.doubt) {
        (Lang::En, Method::Ambiguous, _) => format!("or {}: nothing decides", others()),
        (Lang::De, Method::Ambiguous, _) => format!("oder {}: nichts entscheidet", others()),
        (Lang::En, _, Some(Doubt::Contradicts)) => "the cells do not look like it".to_owned(),
        (Lang::De, _, Some(Doubt::Contradicts)) => "die Zellen sehen nicht danach aus".to_owned(),
        (Lang::En, Method::Similar, _) => format!("a similar header, {confidence}%"),
        (Lang::De, Method::Similar, _) => format!("eine ähnliche Überschrift, {confidence} %"),
        (Lang::En, Method::Content, _) => format!("by its cells, {confidence}%"),
        (Lang::De, Method::Content, _) => format!("an den Zellen erkannt, {confidence} %"),
        (Lang::En, Method::Declared, _) => "as the vendor declares".to_owned(),
        (Lang::De, Method::Declared, _) => "wie der Anbieter erklärt".to_owned(),
        (Lang::En, Method::Manual, _) => "as you said".to_owned(),
        (Lang::De, Method::Manual, _) => "wie von Ihnen gesagt".to_owned(),
        (Lang::En, Method::Unmapped, _) => "not recognised".to_owned(),
        (Lang::De, Method::Unmapped, _) => "nicht erkannt".to_owned(),
        (Lang::En, Method::Exact, _) => "known by its header".to_owned(),
        (Lang::De, Method::Exact, _) => "an der Überschrift erkannt".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_quoted_so_that_toml_reads_it_back() {
        for header in [
            "E-Mail",
            "a \"b\" \\c",
            "Ort\nLand",
            "x\u{202e}y\u{7f}",
            "日本",
            "'",
        ] {
            let text = format!("{} = 1", quoted(header));
            assert!(text.chars().all(|c| !c.is_control()), "{text:?}");
            let table: toml::Table = text.parse().expect("TOML");
            assert_eq!(table.keys().next().map(String::as_str), Some(header));
        }
    }
}
