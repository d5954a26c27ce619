crate::check! {
    en {
        /// Do the declared numbers, columns and form fit the file?
        ///
        /// ## What is sorted
        /// The delivery, once: rows, columns, encoding and dialect as declared against the file as it was read.
        ///
        /// ## Why it matters
        /// What does not fit shows that the declaration was made for another file, or that something was lost, added or
        /// moved on the way.
        ///
        /// ## How it is decided
        /// From `[package]` of the declaration: `rows` against all records of the file, those included that could not
        /// be read; the names of `fields` against the headers, in their order; `encoding`, and of `dialect` separator,
        /// quote, line end, header row and sheet. Any difference is `contradicts`: a header that is missing, moved or
        /// one too many. An encoding that the file would be read alike in is none. Where the declaration describes
        /// other files beside the audited ones and it is open which are meant, or says things that this kind of file
        /// does not have, it is `not-observable`. What cannot be read is `illegible`; nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the same rows are meant: two files with equal numbers can differ in every cell.
    }
    de {
        /// Passen die erklärten Zahlen, Spalten und Formen zur Datei?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: Zeilen, Spalten, Kodierung und Dialekt, wie erklärt, gegen die gelesene Datei.
        ///
        /// ## Warum es zählt
        /// Was nicht passt, zeigt, dass die Erklärung für eine andere Datei gemacht wurde oder dass unterwegs etwas
        /// verloren ging, hinzukam oder verschoben wurde.
        ///
        /// ## Wie entschieden wird
        /// Aus `[package]` der Erklärung: `rows` gegen alle Datensätze der Datei, auch die unlesbaren; die Namen der
        /// `fields` gegen die Überschriften, in ihrer Reihenfolge; `encoding`, und von `dialect` Trennzeichen,
        /// Anführungszeichen, Zeilenende, Kopfzeile und Blatt. Jede Abweichung ist `contradicts`: auch eine fehlende,
        /// verschobene oder zusätzliche Überschrift. Eine Kodierung, in der die Datei gleich gelesen würde, ist keine.
        /// Beschreibt die Erklärung neben den geprüften noch andere Dateien und bleibt offen, welche gemeint sind, oder
        /// sagt sie etwas, das diese Art von Datei nicht hat, ist es `not-observable`. Unlesbares ist `illegible`,
        /// nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob dieselben Zeilen gemeint sind: Zwei Dateien mit gleichen Zahlen können sich in jeder Zelle unterscheiden.
    }
    "declared-counts" {
        rev: 2,
        scope: Scope::Delivery,
        columns: &[],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                rows = 3
                schema.fields = [{ name = "Name" }, { name = "Ort" }]
            "#, "").ledger(2, 1),
            Example::rows(FILE, &["contradicts"]).with("package.resources = [{ rows = 2 }]", "").ledger(2, 1),
            Example::rows(FILE, &["contradicts"]).with(r#"
                [[package.resources]]
                rows = 2
                schema.fields = [{ name = "Name" }]
            "#, ""),
            // headers: in place, moved, one too many, one missing
            Example::rows(NAMED, &["agrees"])
                .with("package.resources = [{ schema.fields = [{ name = \"name\" }, { name = \"ORT\" }] }]", "")
                .headed(),
            Example::rows(NAMED, &["contradicts"])
                .with("package.resources = [{ schema.fields = [{ name = \"Ort\" }, { name = \"Name\" }] }]", "")
                .headed(),
            Example::rows(NAMED, &["contradicts"])
                .with("package.resources = [{ schema.fields = [{ name = \"Name\" }, { name = \"Land\" }] }]", "")
                .headed(),
            Example::rows(NAMED, &["contradicts"])
                .with(r#"
                    [[package.resources]]
                    schema.fields = [{ name = "Name" }, { name = "Ort" }, { name = "Land" }]
                "#, "")
                .headed(),
            Example::rows(NAMED, &["agrees"]).with(r#"
                [[package.resources]]
                encoding = "UTF-8"
                dialect = { delimiter = ",", quoteChar = "\"", lineTerminator = "\n", headerRows = [1] }
            "#, "").headed(),
            Example::rows(NAMED, &["contradicts"]).with("package.resources = [{ dialect.delimiter = \";\" }]", "").headed(),
            Example::rows(NAMED, &["contradicts"]).with("package.resources = [{ dialect.header = false }]", "").headed(),
            Example::rows(NAMED, &["contradicts"]).with("package.resources = [{ encoding = \"utf-16\" }]", "").headed(),
            // plain ASCII is the same in all of them; an umlaut is not
            Example::rows(NAMED, &["agrees"]).with("package.resources = [{ encoding = \"latin-1\" }]", "").headed(),
            Example::rows(&[&["Köln"]], &["contradicts"]).with("package.resources = [{ encoding = \"cp1252\" }]", ""),
            // a text has no sheets
            Example::rows(FILE, &["not-observable"]).with("package.resources = [{ dialect.sheetNumber = 2 }]", ""),
            // two files are declared, one is audited, and no digest tells which
            Example::rows(FILE, &["not-observable"])
                .with("package.resources = [{ rows = 2 }, { rows = 5 }]", ""),
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                rows = 5
                [[package.resources]]
                rows = 2
                hash = "sha256:477a29579c9a10032533d21640ec00e883d3c52736ec6b24677780499f12cc5c"
            "#, ""),
            Example::rows(FILE, &["illegible"]).with("package.resources = [{ rows = \"many\" }]", ""),
            Example::rows(FILE, &["illegible"])
                .with("package.resources = [{ rows = 2, dialect.delimiter = \"tabs\" }]", ""),
            Example::rows(FILE, &["illegible"]).with("package.resources = [{ encoding = \"EBCDIC\" }]", ""),
            Example::rows(FILE, &["blank"]).with("package.resources = [{ bytes = 7 }]", ""),
            Example::rows(FILE, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::census::{ListFile, Reading};
use crate::record::check::{Example, Scope};
use crate::record::dossier::{Declared, FileDigest, Resource, Word};
use crate::record::mapping::{Listed, Mapped};
use crate::record::papers::Papers;

const FILE: &[&[&str]] = &[&["a", "b"], &["c", "d"]];
const NAMED: &[&[&str]] = &[&["Name", "Ort"], &["a", "b"], &["c", "d"]];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let package = papers
        .dossier
        .declaration
        .as_ref()
        .and_then(|d| d.package.as_ref());
    let resources = package.map(|p| &p.resources[..]).unwrap_or_default();
    let Some(meant) = meant(resources, papers.lists) else {
        let says = |r: &Resource| r.rows.is_some() || r.columns.is_some() || says_how(r);
        let any = resources.iter().any(says);
        return vec![CHECK.at(if any { "not-observable" } else { "blank" })];
    };
    let rows = meant.iter().map(|r| r.rows).collect();
    let mut found = vec![compare(total(rows), Some(papers.ledger.read))];
    // the columns of several files are not counted apart, so only one file can be compared
    if let ([one], [_]) = (&meant[..], papers.lists) {
        found.push(compare(one.columns, Some(papers.columns.len() as u64)));
        if resources.first() == Some(*one) {
            found.push(fields(one.columns, papers.columns));
        }
    }
    for (resource, reading) in meant.iter().zip(papers.reading) {
        found.extend(form(resource, reading));
    }
    let order = ["contradicts", "illegible", "agrees", "not-observable"];
    let bin = order.into_iter().find(|b| found.contains(b));
    vec![CHECK.at(bin.unwrap_or("blank"))]
}

/// Whether something is said of how the file is written.
fn says_how(r: &Resource) -> bool {
    let d = &r.dialect;
    r.encoding.is_some()
        || [d.delimiter, d.quote, d.line_end]
            .iter()
            .any(Option::is_some)
        || [d.header, d.sheet].iter().any(Option::is_some)
}

/// The declared fields, which are those of the first file, against the headers.
fn fields(declared: Option<Declared<u64>>, columns: &[Mapped]) -> &'static str {
    let mut listed = columns.iter().filter_map(|c| c.listed).peekable();
    if listed.peek().is_none() || !matches!(declared, Some(Declared::Is(_))) {
        return "blank";
    }
    // one that is missing makes another number of columns, or leaves a header too many
    if listed.all(|l| l == Listed::InPlace) {
        "agrees"
    } else {
        "contradicts"
    }
}

/// How the file is said to be written, against how it was read.
fn form(said: &Resource, read: &Reading) -> Vec<&'static str> {
    let text = read.format == "csv";
    let encoding = match said.encoding {
        None => "blank",
        Some(Word::ILLEGIBLE) => "illegible",
        Some(_) if !text => "not-observable",
        Some(word) if same(word.as_str(), read) => "agrees",
        Some(_) => "contradicts",
    };
    let sign = |said: Option<Word>, read: &Option<String>| match (said, read) {
        (None, _) => "blank",
        (Some(Word::ILLEGIBLE), _) => "illegible",
        (Some(_), None) => "not-observable",
        (Some(s), Some(r)) if s == r.as_str() => "agrees",
        (Some(s), Some(r)) if s == "other" && r.starts_with("byte-") => "agrees",
        (Some(_), Some(_)) => "contradicts",
    };
    let (said, read) = (&said.dialect, &read.dialect);
    vec![
        encoding,
        sign(said.delimiter, &read.delimiter),
        sign(said.quote, &read.quote),
        sign(said.line_end, &read.line_end),
        compare(said.header, Some(read.header_record.unwrap_or(0))),
        compare(said.sheet, read.sheet),
    ]
}

/// Whether the file reads alike in the declared encoding.
fn same(declared: &str, read: &Reading) -> bool {
    match (declared, read.encoding.as_str()) {
        (a, b) if a == b => true,
        ("utf-8", "utf-8-bom") | ("utf-16", "utf-16le" | "utf-16be") => true,
        ("utf-16" | "utf-16le" | "utf-16be", _) => false,
        (_, "utf-8") => read.ascii,
        _ => false,
    }
}

/// The resources that describe the audited files: those with their digests, or all, if there are as many.
fn meant<'a>(resources: &'a [Resource], lists: &[ListFile]) -> Option<Vec<&'a Resource>> {
    let of = |list: &ListFile| {
        let digest = Declared::Is(FileDigest::Sha256(list.sha256));
        resources.iter().find(|r| r.digest == Some(digest))
    };
    let found: Option<Vec<&Resource>> = lists.iter().map(of).collect();
    found.filter(|f| !f.is_empty()).or_else(|| {
        (!lists.is_empty() && resources.len() == lists.len()).then(|| resources.iter().collect())
    })
}

/// The sum of numbers that are all declared.
fn total(numbers: Vec<Option<Declared<u64>>>) -> Option<Declared<u64>> {
    numbers.into_iter().reduce(|a, b| match (a?, b?) {
        (Declared::Is(a), Declared::Is(b)) => Some(Declared::Is(a.saturating_add(b))),
        _ => Some(Declared::Illegible),
    })?
}

fn compare(declared: Option<Declared<u64>>, observed: Option<u64>) -> &'static str {
    match (declared, observed) {
        (None, _) => "blank",
        (Some(Declared::Illegible), _) => "illegible",
        (Some(_), None) => "not-observable",
        (Some(Declared::Is(n)), Some(observed)) if n == observed => "agrees",
        (Some(Declared::Is(_)), Some(_)) => "contradicts",
    }
}
