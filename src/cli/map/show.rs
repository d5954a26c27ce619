//! The survey as a page for a terminal.

use super::survey::{Doubt, Line, Survey};
use crate::base::error::printable;
use crate::base::lang::{Lang, count, share};
use crate::cli::{Globals, next};
use crate::data::profile::Class;
use crate::record::census::Reading;
use crate::record::column::Column;
use crate::record::ledger::Ledger;
use crate::record::mapping::{Content, Mapped, Method};
use crate::report::human::table::{Kind, draw};
use crate::report::look::Look;
use crate::report::page::Page;

/// What to do next.
pub struct After {
    /// Before the command: "edit mapping.toml, then"; may be blank.
    pub what: String,
    pub words: Vec<String>,
}

/// Width of the labels.
const MARGIN: usize = 13;
/// Characters of a header that are shown.
const LONGEST: usize = 60;

pub fn render(survey: &Survey<'_>, after: &After, globals: &Globals) -> String {
    let look = globals.look;
    let mut page = Page::new(look, MARGIN);
    if !globals.quiet {
        page.head(&survey.file, "");
        if let Some(reading) = survey.read.reading.first() {
            about(&mut page, survey, reading, look);
        }
        page.blank();
        let rows = survey.read.ledger.loaded;
        for line in draw(&KINDS, cells(survey, rows, look), look) {
            page.line(&line);
        }
        page.text(
            words(look, "Mapped", "Zugeordnet"),
            &mapped(survey, look.lang),
        );
    }
    for line in survey.columns.iter().filter(|c| c.doubt.is_some()) {
        page.text(
            words(look, "Uncertain", "Unsicher"),
            &doubt(line, look.lang),
        );
    }
    for need in &survey.missing {
        let columns: Vec<&str> = need.columns.iter().map(|c| c.name()).collect();
        let clauses = need.clauses.join(", ");
        let text = match look.lang {
            Lang::En => format!("{} ({clauses})", columns.join(" or ")),
            Lang::De => format!("{} ({clauses})", columns.join(" oder ")),
        };
        page.text(words(look, "Missing", "Es fehlt"), &text);
    }
    let policy = &survey.policy;
    if survey.is_settled() {
        let text = match look.lang {
            Lang::En => format!(
                "everything that {policy} asks of every row has a column, and none is uncertain"
            ),
            Lang::De => format!(
                "alles, was {policy} von jeder Zeile verlangt, hat eine Spalte, und keine ist unsicher"
            ),
        };
        page.text(words(look, "Needed", "Benötigt"), &text);
    }
    if !globals.quiet {
        page.blank();
        let label = words(look, "Next", "Weiter");
        let command = next::command(&after.words);
        let command = match after.what.is_empty() {
            true => format!("{label:<MARGIN$}{command}"),
            false => format!(
                "{label:<MARGIN$}{}\n{:MARGIN$}{command}",
                printable(&after.what),
                ""
            ),
        };
        page.line(&command);
    }
    look.finish(page.finish())
}

fn words(look: Look, en: &'static str, de: &'static str) -> &'static str {
    match look.lang {
        Lang::En => en,
        Lang::De => de,
    }
}

/// Format, header, rows: what the reader took the file for.
fn about(page: &mut Page, survey: &Survey<'_>, reading: &Reading, look: Look) {
    let ledger = &survey.read.ledger;
    page.text("Format", &format(reading, look.lang));
    sheets(page, survey, look);
    page.text(
        words(look, "Header", "Kopfzeile"),
        &header(reading, look.lang),
    );
    page.text(words(look, "Rows", "Zeilen"), &rows(ledger, look.lang));
    let aside = aside(ledger, look.lang);
    if !aside.is_empty() {
        page.text(words(look, "Other", "Sonstiges"), &aside);
    }
    if ledger.quarantined() > 0 {
        let reasons: Vec<String> = ledger
            .quarantined
            .iter()
            .map(|(reason, n)| format!("{} {}", count(*n, look.lang), reason.name()))
            .collect();
        let lines = words(
            look,
            "`beleg read` names the lines",
            "`beleg read` nennt die Zeilen",
        );
        page.text(
            words(look, "Quarantine", "Quarantäne"),
            &format!("{}; {lines}", reasons.join(" · ")),
        );
    }
    if let Some((_, digest)) = survey.read.lists.first() {
        page.text("SHA-256", &digest.to_string());
    }
}

/// `CSV · windows-1252 · semicolon · quote " · CRLF`.
pub fn format(reading: &Reading, lang: Lang) -> String {
    let dialect = &reading.dialect;
    if reading.format != "csv" {
        return reading.format.to_uppercase();
    }
    let mut parts = vec!["CSV".to_owned()];
    parts.push(match reading.ascii {
        false => reading.encoding.clone(),
        true => "ASCII".to_owned(),
    });
    if let Some(delimiter) = &dialect.delimiter {
        parts.push(match (&delimiter[..], lang) {
            ("comma", Lang::De) => "Komma".to_owned(),
            ("semicolon", Lang::De) => "Semikolon".to_owned(),
            ("tab", Lang::De) => "Tabulator".to_owned(),
            ("pipe", Lang::De) => "senkrechter Strich".to_owned(),
            (name, _) => name.to_owned(),
        });
    }
    if let Some(quote) = &dialect.quote {
        parts.push(match (&quote[..], lang) {
            ("double", Lang::En) => "quote \"".to_owned(),
            ("double", Lang::De) => "Anführungszeichen \"".to_owned(),
            ("none", Lang::En) => "no quotes".to_owned(),
            ("none", Lang::De) => "ohne Anführungszeichen".to_owned(),
            (other, Lang::En) => format!("quote {other}"),
            (other, Lang::De) => format!("Anführungszeichen {other}"),
        });
    }
    if let Some(end) = &dialect.line_end {
        parts.push(match (&end[..], lang) {
            ("mixed", Lang::En) => "mixed line ends".to_owned(),
            ("mixed", Lang::De) => "gemischte Zeilenenden".to_owned(),
            (end, _) => end.to_uppercase(),
        });
    }
    parts.join(" · ")
}

fn sheets(page: &mut Page, survey: &Survey<'_>, look: Look) {
    let names = |keep: &dyn Fn(&crate::data::source::Sheet) -> bool| -> Vec<String> {
        let kept = survey.sheets.iter().filter(|s| keep(s));
        let name = |s: &crate::data::source::Sheet| match look.lang {
            Lang::En => format!("“{}”", shown(&s.name)),
            Lang::De => format!("„{}“", shown(&s.name)),
        };
        kept.map(name).collect()
    };
    let all = survey.sheets.len();
    if let Some(at) = survey.sheets.iter().position(|s| s.read) {
        let (n, name) = (at + 1, shown(&survey.sheets[at].name));
        let text = match look.lang {
            Lang::En => format!("{n} of {all}, “{name}”"),
            Lang::De => format!("{n} von {all}, „{name}“"),
        };
        page.text(words(look, "Sheet", "Blatt"), &text);
    }
    let unread = names(&|s| s.visible && !s.read);
    if !unread.is_empty() {
        let list = unread.join(", ");
        let text = match look.lang {
            Lang::En => format!("visible and not read: {list} (--sheet reads another)"),
            Lang::De => format!("sichtbar und nicht gelesen: {list} (--sheet liest ein anderes)"),
        };
        page.text("", &text);
    }
    let hidden = names(&|s| !s.visible && !s.read);
    if !hidden.is_empty() {
        let list = hidden.join(", ");
        let text = match look.lang {
            Lang::En => format!("hidden: {list}"),
            Lang::De => format!("verborgen: {list}"),
        };
        page.text("", &text);
    }
}

fn header(reading: &Reading, lang: Lang) -> String {
    match (reading.dialect.header_record, lang) {
        (Some(n), Lang::En) => format!("record {n}"),
        (Some(n), Lang::De) => format!("Datensatz {n}"),
        (None, Lang::En) => {
            "none: the first record holds values; columns are called #1, #2 …".to_owned()
        }
        (None, Lang::De) => {
            "keine: Der erste Datensatz enthält Werte; die Spalten heißen #1, #2 …".to_owned()
        }
    }
}

/// `2,000 read = 1,998 loaded + 2 quarantined`.
pub fn rows(ledger: &Ledger, lang: Lang) -> String {
    let n = |x| count(x, lang);
    let (read, loaded, out) = (n(ledger.read), n(ledger.loaded), n(ledger.quarantined()));
    match lang {
        Lang::En => format!("{read} read = {loaded} loaded + {out} quarantined"),
        Lang::De => format!("{read} gelesen = {loaded} geladen + {out} in Quarantäne"),
    }
}

/// Records that are no rows.
fn aside(ledger: &Ledger, lang: Lang) -> String {
    let parts = [
        (ledger.preamble, "preamble", "Vorspann"),
        (ledger.blank, "blank", "leer"),
        (
            ledger.repeated_header,
            "repeated header",
            "wiederholte Kopfzeile",
        ),
        (ledger.footer, "footer", "Schluss"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, en, de)| match lang {
            Lang::En => format!("{} {en}", count(*n, lang)),
            Lang::De => format!("{} {de}", count(*n, lang)),
        })
        .collect();
    parts.join(" · ")
}

const KINDS: [Kind; 6] = [
    Kind::Number,
    Kind::Rest,
    Kind::Text,
    Kind::Narrow(10),
    Kind::Number,
    Kind::Narrow(10),
];

fn cells(survey: &Survey<'_>, rows: u64, look: Look) -> Vec<Vec<String>> {
    let heads = match look.lang {
        Lang::En => ["#", "Header", "Column", "Known", "Filled", "Cells"],
        Lang::De => ["#", "Überschrift", "Spalte", "Erkannt", "Gefüllt", "Zellen"],
    };
    let mut all = vec![heads.map(str::to_owned).to_vec()];
    for (at, line) in survey.columns.iter().enumerate() {
        let header = match line.header.trim() {
            "" => "–".to_owned(),
            _ => shown(line.header),
        };
        all.push(vec![
            (at + 1).to_string(),
            header,
            column(line),
            method(&line.mapped, look.lang),
            share(line.mapped.filled, rows, look.lang).unwrap_or_else(|| "–".to_owned()),
            content(line, look),
        ]);
    }
    all
}

fn column(line: &Line<'_>) -> String {
    let mapped = &line.mapped;
    let name = mapped.used().map_or("–", Column::name);
    match mapped.slot {
        0 | 1 => name.to_owned(),
        slot => format!("{name} {slot}"),
    }
}

/// How a column was recognised, and how surely if not quite.
pub fn method(mapped: &Mapped, lang: Lang) -> String {
    let word = match (mapped.method, lang) {
        (Method::Declared, Lang::En) => "declared",
        (Method::Declared, Lang::De) => "erklärt",
        (Method::Manual, Lang::En) => "by hand",
        (Method::Manual, Lang::De) => "von Hand",
        (Method::Exact, Lang::En) => "exact",
        (Method::Exact, Lang::De) => "genau",
        (Method::Content, Lang::En) => "content",
        (Method::Content, Lang::De) => "Inhalt",
        (Method::Similar, Lang::En) => "similar",
        (Method::Similar, Lang::De) => "ähnlich",
        (Method::Ambiguous, Lang::En) => "ambiguous",
        (Method::Ambiguous, Lang::De) => "mehrdeutig",
        (Method::Unmapped, _) => "–",
    };
    match mapped.confidence {
        0 | 100 => word.to_owned(),
        n => format!("{word} {n}"),
    }
}

/// What most filled cells are, with their share if it is not all; marked where that speaks against the column.
fn content(line: &Line<'_>, look: Look) -> String {
    let Some((class, n)) = line.profile.mainly() else {
        return Class::Blank.words().get(look.lang).to_owned();
    };
    let sign = match line.mapped.content {
        Content::Contradicts => "✕ ",
        _ => "",
    };
    let word = class.words().get(look.lang);
    match share(n, line.profile.filled(), look.lang).filter(|_| n < line.profile.filled()) {
        Some(share) => format!("{sign}{word} {share}"),
        None => format!("{sign}{word}"),
    }
}

fn mapped(survey: &Survey<'_>, lang: Lang) -> String {
    let all = survey.columns.len() as u64;
    let used = survey.columns.iter().filter(|c| c.mapped.used().is_some());
    let (used, all) = (count(used.count() as u64, lang), count(all, lang));
    match lang {
        Lang::En => format!("{used} of {all} columns"),
        Lang::De => format!("{used} von {all} Spalten"),
    }
}

fn doubt(line: &Line<'_>, lang: Lang) -> String {
    let address = shown(&line.address);
    let name = line.mapped.column.map_or("", Column::name);
    let may: Vec<&str> = line.candidates.iter().map(|c| c.name()).collect();
    match (line.doubt, lang) {
        (Some(Doubt::Ambiguous), Lang::En) => {
            format!("{address}: {}, nothing decides", may.join(" or "))
        }
        (Some(Doubt::Ambiguous), Lang::De) => {
            format!("{address}: {}, nichts entscheidet", may.join(" oder "))
        }
        (Some(Doubt::Contradicts), Lang::En) => {
            format!("{address}: {name}, but its cells do not look like it")
        }
        (Some(Doubt::Contradicts), Lang::De) => {
            format!("{address}: {name}, aber die Zellen sehen nicht danach aus")
        }
        (Some(Doubt::Similar), Lang::En) => format!("{address}: {name}, by a similar header only"),
        (Some(Doubt::Similar), Lang::De) => {
            format!("{address}: {name}, nur an einer ähnlichen Überschrift erkannt")
        }
        (None, _) => address,
    }
}

/// A header or the name of a sheet, safe for a terminal and not endless.
pub fn shown(text: &str) -> String {
    let short: String = text.chars().take(LONGEST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    printable(&short) + more
}
