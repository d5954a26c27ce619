//! TOML files that people write, changed in one place: everything else stays as it is, byte for byte, comments, blank
//! lines, order and line ends included.
//!
//! The text is parsed for the places of its values only; what changes is put between the bytes around it. Whoever calls
//! reads the result again as it would read any file.

use std::ops::Range;

use toml_edit::{Array, Datetime, Document, InlineTable, Item, Table};

pub use toml_edit::Value;

/// Keys with their values, in the order in which they are written.
pub type Pairs<'a> = &'a [(&'a str, Value)];

/// Appends an entry to a list of tables (`[[list]]`, or `list = [{…}]` where it is written so). None if the text is no
/// TOML, or `list` is something else.
pub fn push(text: &str, list: &str, pairs: Pairs<'_>) -> Option<String> {
    let doc = Document::parse(text).ok()?;
    match doc.as_table().get(list) {
        None => Some(push_at(text, text.len(), list, pairs)),
        Some(Item::ArrayOfTables(all)) => {
            let last = all.iter().last()?;
            let end = line_end(text, last_byte(last)?);
            Some(push_at(text, end, list, pairs))
        }
        Some(Item::Value(Value::Array(all))) => push_inline(text, all, pairs),
        Some(_) => None,
    }
}

/// Sets keys of an entry of a list of tables; `None` takes a key away with its line. None if there is no such entry, or
/// one of the keys is a table of its own.
pub fn update(
    text: &str,
    list: &str,
    entry: usize,
    pairs: &[(&str, Option<Value>)],
) -> Option<String> {
    let doc = Document::parse(text).ok()?;
    let mut edits = Vec::new();
    match doc.as_table().get(list)? {
        Item::ArrayOfTables(all) => set_in(text, all.get(entry)?, pairs, &mut edits)?,
        Item::Value(Value::Array(all)) => {
            let table = all.get(entry)?.as_inline_table()?;
            set_inline(text, table, pairs, &mut edits)?;
        }
        _ => return None,
    }
    Some(apply(text, edits))
}

/// Sets a key of the file, or of its table `table`, which is made if it is not there. None if the key, or the table, is
/// something that cannot take it.
pub fn set(text: &str, table: Option<&str>, key: &str, value: Value) -> Option<String> {
    let doc = Document::parse(text).ok()?;
    let root = doc.as_table();
    let mut edits = Vec::new();
    let pairs = [(key, Some(value))];
    match table.map(|name| (name, root.get(name))) {
        None if root.get(key).is_some() => set_in(text, root, &pairs, &mut edits)?,
        None => match (last_key(root), first_table(root)) {
            (Some(last), _) => {
                let at = line_end(text, last);
                edits.push((at..at, key_lines(text, at, &pairs)));
            }
            // keys of the file stand before its first table
            (None, header) => {
                let at = header.map_or(text.len(), |header| before_comments(text, header));
                let body = key_lines("", 0, &pairs);
                edits.push((at..at, paragraph(text, at, &body)));
            }
        },
        Some((name, None)) => {
            // a table stands before the lists, so that it is found where people look for it
            let at = first_list(root).map_or(text.len(), |header| before_comments(text, header));
            let value = pairs.into_iter().find_map(|(_, v)| v)?;
            let body = format!("[{name}]\n{key} = {value}\n");
            edits.push((at..at, paragraph(text, at, &body)));
        }
        Some((_, Some(Item::Table(table)))) if !table.is_dotted() => {
            set_in(text, table, &pairs, &mut edits)?;
        }
        Some((_, Some(Item::Value(Value::InlineTable(table))))) => {
            set_inline(text, table, &pairs, &mut edits)?;
        }
        Some(_) => return None,
    }
    Some(apply(text, edits))
}

/// A text.
pub fn text(value: &str) -> Value {
    Value::from(value)
}

/// A list of texts.
pub fn texts<'a>(values: impl IntoIterator<Item = &'a str>) -> Value {
    Value::Array(values.into_iter().collect::<Array>())
}

/// A day, written without quotes.
pub fn day(day: super::clock::Day) -> Value {
    let written = day.to_string();
    match written.parse::<Datetime>() {
        Ok(date) => Value::from(date),
        Err(_) => Value::from(written),
    }
}

/// A table within a line.
pub fn table<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let mut table = InlineTable::new();
    for (key, value) in pairs {
        table.insert(key, value);
    }
    Value::InlineTable(table)
}

/// Reads a value as TOML writes it: `true`, `0.97`, `["DE", "AT"]`, `{ id = "imprint" }`.
pub fn value(text: &str) -> Option<Value> {
    let mut value: Value = text.trim().parse().ok()?;
    value.decor_mut().clear();
    Some(value)
}

type Edit = (Range<usize>, String);

/// Puts all edits in; they do not overlap. At the same place the earlier stands first.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for (range, with) in edits {
        out.push_str(&text[at..range.start]);
        out.push_str(&with);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The line end that the text uses.
fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The end of the line in which a byte stands, its line end included.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n + 1)
}

/// The beginning of the line in which a byte stands.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |n| n + 1)
}

/// The end of the last thing that belongs to a table: its header, a value, a table below it.
fn last_byte(table: &Table) -> Option<usize> {
    let own = table.span().map(|s| s.end);
    let items = table.iter().filter_map(|(_, item)| match item {
        Item::Table(below) => last_byte(below),
        Item::ArrayOfTables(all) => all.iter().filter_map(last_byte).max(),
        item => item.span().map(|s| s.end),
    });
    items.max().max(own)
}

/// The end of the last key that stands in the table itself.
fn last_key(table: &Table) -> Option<usize> {
    let values = table.iter().filter(|(_, item)| item.is_value());
    values.filter_map(|(_, item)| Some(item.span()?.end)).max()
}

/// Where the first table or list of the file begins.
fn first_table(root: &Table) -> Option<usize> {
    let start = |item: &Item| match item {
        Item::Table(t) => header_of(t),
        Item::ArrayOfTables(all) => all.iter().filter_map(header_of).min(),
        _ => None,
    };
    root.iter().filter_map(|(_, item)| start(item)).min()
}

/// The header of a table, or of the first table below one that has none.
fn header_of(table: &Table) -> Option<usize> {
    if !table.is_implicit() && !table.is_dotted() {
        return table.span().map(|s| s.start);
    }
    first_table(table)
}

/// Where the first list of tables of the file begins.
fn first_list(root: &Table) -> Option<usize> {
    let lists = root
        .iter()
        .filter_map(|(_, item)| item.as_array_of_tables());
    lists.flat_map(|all| all.iter()).filter_map(header_of).min()
}

/// The beginning of the comments that stand directly above a line.
fn before_comments(text: &str, at: usize) -> usize {
    let mut start = line_start(text, at);
    while start > 0 {
        let above = line_start(text, start - 1);
        if !text[above..start].trim_start().starts_with('#') {
            break;
        }
        start = above;
    }
    start
}

/// `[[list]]` and its keys as a paragraph of their own.
fn push_at(text: &str, at: usize, list: &str, pairs: Pairs<'_>) -> String {
    let mut body = format!("[[{list}]]\n");
    for (key, value) in pairs {
        body.push_str(&format!("{key} = {value}\n"));
    }
    apply(text, vec![(at..at, paragraph(text, at, &body))])
}

/// Lines with a blank line before them, and one after them if something follows directly.
fn paragraph(text: &str, at: usize, body: &str) -> String {
    let (before, after) = (&text[..at], &text[at..]);
    let mut out = String::new();
    if !before.is_empty() && !before.ends_with('\n') {
        out.push('\n');
    }
    let blank = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
    if !blank {
        out.push('\n');
    }
    out.push_str(body);
    if !after.is_empty() && !after.starts_with('\n') && !after.starts_with("\r\n") {
        out.push('\n');
    }
    match newline(text) {
        "\n" => out,
        end => out.replace('\n', end),
    }
}

/// Lines `key = value`, to be put at the beginning of a line.
fn key_lines(text: &str, at: usize, pairs: &[(&str, Option<Value>)]) -> String {
    let end = newline(text);
    let mut out = String::new();
    if at > 0 && !text[..at].ends_with('\n') {
        out.push_str(end);
    }
    for (key, value) in pairs {
        if let Some(value) = value {
            out.push_str(&format!("{key} = {value}{end}"));
        }
    }
    out
}

/// Sets keys of a table that has a header, or of the file.
fn set_in(
    text: &str,
    table: &Table,
    pairs: &[(&str, Option<Value>)],
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let mut new = Vec::new();
    for (key, value) in pairs {
        match (table.get_key_value(key), value) {
            (Some((_, Item::Value(old))), Some(value)) => {
                edits.push((old.span()?, value.to_string()));
            }
            (Some((name, Item::Value(old))), None) => {
                let start = name.span()?.start;
                let line = line_start(text, start);
                // a dotted key, or several on a line, are not ours to take apart
                if !text[line..start].trim().is_empty() {
                    return None;
                }
                edits.push((line..line_end(text, old.span()?.end), String::new()));
            }
            (Some(_), _) => return None,
            (None, Some(value)) => new.push((*key, Some(value.clone()))),
            (None, None) => {}
        }
    }
    if !new.is_empty() {
        let last = last_key(table).or(table.span().map(|s| s.end))?;
        let at = line_end(text, last);
        edits.push((at..at, key_lines(text, at, &new)));
    }
    Some(())
}

/// Sets keys of a table within a line.
fn set_inline(
    text: &str,
    table: &InlineTable,
    pairs: &[(&str, Option<Value>)],
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let span = table.span()?;
    let mut new = Vec::new();
    for (key, value) in pairs {
        match (table.get(key), value) {
            (Some(old), Some(value)) => edits.push((old.span()?, value.to_string())),
            // the table is written anew without the key; its values stay as they are
            (Some(_), None) => {
                let kept = table.iter().filter(|(name, _)| name != key);
                let mut rest = Vec::new();
                for (name, old) in kept {
                    let set = pairs.iter().find(|(k, _)| *k == name);
                    match set.and_then(|(_, v)| v.as_ref()) {
                        Some(value) => rest.push(format!("{name} = {value}")),
                        None => rest.push(format!("{name} = {}", &text[old.span()?])),
                    }
                }
                let added = pairs
                    .iter()
                    .filter(|(k, v)| v.is_some() && table.get(k).is_none());
                for (name, value) in added {
                    rest.push(format!("{name} = {}", value.as_ref()?));
                }
                edits.clear();
                edits.push((span, format!("{{ {} }}", rest.join(", "))));
                return Some(());
            }
            (None, Some(value)) => new.push(format!("{key} = {value}")),
            (None, None) => {}
        }
    }
    if !new.is_empty() {
        let last = table.iter().filter_map(|(_, v)| Some(v.span()?.end)).max();
        let new = new.join(", ");
        match last {
            Some(at) => edits.push((at..at, format!(", {new}"))),
            None => edits.push((span, format!("{{ {new} }}"))),
        }
    }
    Some(())
}

/// Appends a table to a list that is written within brackets.
fn push_inline(text: &str, all: &Array, pairs: Pairs<'_>) -> Option<String> {
    let entry = table(pairs.iter().map(|(k, v)| (*k, v.clone())));
    let span = all.span()?;
    let last = all.iter().filter_map(|v| Some(v.span()?.end)).max();
    let edit = match last {
        // a list of one entry per line goes on like that
        Some(at) => {
            let first = all.iter().filter_map(|v| Some(v.span()?.start)).max()?;
            let line = line_start(text, first);
            let indent = &text[line..first];
            match indent.trim().is_empty() && line > span.start {
                true => (at..at, format!(",{}{indent}{entry}", newline(text))),
                false => (at..at, format!(", {entry}")),
            }
        }
        None => (span.start + 1..span.start + 1, format!("{entry}")),
    };
    Some(apply(text, vec![edit]))
}

#[cfg(test)]
mod tests;
