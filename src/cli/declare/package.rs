//! Block 1 of a declaration, from the file itself: a Data Package v2 descriptor with everything that an audit compares.

use std::path::Path;

use crate::base::clock::Time;
use crate::base::lang::Lang;
use crate::cli::map::quoted;
use crate::data::inventory::{Dates, Inventory};
use crate::data::source::Source;
use crate::record::census::Reading;
use crate::record::dossier::ENCODINGS;
use crate::record::mapping::Method;

/// The text of the block.
pub fn block(
    list: &Path,
    source: &Source,
    inventory: &Inventory,
    made: Time,
    lang: Lang,
) -> String {
    let file = list.file_name().map(|n| n.to_string_lossy().into_owned());
    let file = file.unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let mut out = String::from("\n");
    out.push_str(match lang {
        Lang::En => "# ── What is delivered: a Data Package v2 descriptor, from the file itself ",
        Lang::De => {
            "# ── Was geliefert wird: ein Data-Package-v2-Deskriptor, aus der Datei selbst "
        }
    });
    out.push_str("────────────────────\n[package]\n");
    out.push_str(&format!("name = {}\n", quoted(&slug(stem, "delivery"))));
    out.push_str(&format!("created = \"{made}\"\n"));
    let (Some(reading), Some((bytes, sha256))) =
        (inventory.read.reading.first(), inventory.read.lists.first())
    else {
        return out;
    };
    let rows = inventory.read.ledger.read;
    out.push_str(&format!(
        "\n[[package.resources]]\nname = \"list\"\npath = {}\nformat = \"{}\"\n",
        quoted(&file),
        reading.format,
    ));
    if let Some(encoding) = encoding(reading) {
        out.push_str(&format!("encoding = \"{encoding}\"\n"));
    }
    out.push_str(&format!(
        "bytes = {bytes}\nhash = \"sha256:{sha256}\"\nrows = {rows}\n"
    ));
    out.push_str(&dialect(reading));
    out.push_str(&schema(source, inventory, lang));
    out
}

/// Small letters, digits and hyphens: what names of packages, sources and documents are made of.
pub fn slug(text: &str, otherwise: &str) -> String {
    let mut out = String::new();
    for c in crate::data::blank::fold(text).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(40);
    match out.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        slug => slug.to_owned(),
    }
}

/// Of text the encoding, by the name that the reader of declarations knows.
fn encoding(reading: &Reading) -> Option<&'static str> {
    if reading.format != "csv" {
        return None;
    }
    let name = match &reading.encoding[..] {
        "utf-8-bom" => "utf-8",
        name => name,
    };
    ENCODINGS.into_iter().find(|e| *e == name)
}

fn dialect(reading: &Reading) -> String {
    let dialect = &reading.dialect;
    let mut out = "\n[package.resources.dialect]\n".to_owned();
    match dialect.header_record {
        Some(at) => {
            out.push_str(&format!("header = true\nheaderRows = [{at}]\n"));
            if at > 1 {
                let before: Vec<String> = (1..at).map(|n| n.to_string()).collect();
                out.push_str(&format!("commentRows = [{}]\n", before.join(", ")));
            }
        }
        None => out.push_str("header = false\n"),
    }
    let sign = |name: &str| match name {
        "comma" => Some(quoted(",")),
        "semicolon" => Some(quoted(";")),
        "tab" => Some("\"\\t\"".to_owned()),
        "pipe" => Some(quoted("|")),
        "double" => Some(quoted("\"")),
        "none" => Some(quoted("")),
        "crlf" => Some("\"\\r\\n\"".to_owned()),
        "lf" => Some("\"\\n\"".to_owned()),
        "cr" => Some("\"\\r\"".to_owned()),
        name => {
            let byte: u8 = name.strip_prefix("byte-")?.parse().ok()?;
            byte.is_ascii()
                .then(|| quoted(&char::from(byte).to_string()))
        }
    };
    for (key, name) in [
        ("delimiter", &dialect.delimiter),
        ("quoteChar", &dialect.quote),
        ("lineTerminator", &dialect.line_end),
    ] {
        if let Some(sign) = name.as_deref().and_then(sign) {
            out.push_str(&format!("{key} = {sign}\n"));
        }
    }
    if let Some(sheet) = dialect.sheet {
        out.push_str(&format!("sheetNumber = {sheet}\n"));
    }
    out
}

/// The fields, with the columns that they surely are; of others the proposal as a comment.
fn schema(source: &Source, inventory: &Inventory, lang: Lang) -> String {
    let mut out = "\n[package.resources.schema]\nfields = [\n".to_owned();
    for (at, mapped) in source.columns().iter().enumerate() {
        let header = source.headers().get(at).map_or("", String::as_str);
        let mut pairs = vec![format!("name = {}", quoted(header))];
        pairs.push(match inventory.dates.get(at).copied().flatten() {
            None => "type = \"string\"".to_owned(),
            Some(Dates::Day) => "type = \"date\"".to_owned(),
            Some(Dates::Time) => "type = \"datetime\"".to_owned(),
            Some(Dates::Written(form)) if form.contains("%H") => {
                format!("type = \"datetime\", format = \"{form}\"")
            }
            Some(Dates::Written(form)) => format!("type = \"date\", format = \"{form}\""),
        });
        let sure = matches!(
            mapped.method,
            Method::Exact | Method::Manual | Method::Declared
        );
        let column = mapped
            .used()
            .map(|c| format!("urn:beleg:field:{}", c.name()));
        let note = match (column, lang) {
            (Some(column), _) if sure => {
                pairs.push(format!("rdfType = \"{column}\""));
                String::new()
            }
            (Some(column), Lang::En) => format!(" # perhaps rdfType = \"{column}\""),
            (Some(column), Lang::De) => format!(" # vielleicht rdfType = \"{column}\""),
            (None, _) => String::new(),
        };
        out.push_str(&format!("  {{ {} }},{note}\n", pairs.join(", ")));
    }
    out.push_str("]\n");
    out
}
