//! Plain text, mails and saved web pages: one page each. Of a mail the head and the parts in quoted-printable or in the
//! clear, of a web page the text between its tags.

use super::{CHARS, Silent};

/// Control characters per thousand from which a file is no text.
const NOISE: usize = 10;

pub fn text(bytes: &[u8]) -> Result<String, Silent> {
    let bytes = &bytes[..bytes.len().min(CHARS)];
    let noise = bytes
        .iter()
        .filter(|b| **b < 9 || (14..32).contains(*b))
        .count();
    if noise * 1000 > bytes.len() * NOISE {
        return Err(Silent::Form);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // what was cut in the middle of a character is still UTF-8
        Err(e) if e.error_len().is_none() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    };
    let start = text.trim_start();
    let lower = start
        .get(..start.len().min(256))
        .unwrap_or_default()
        .to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        Ok(untagged(start))
    } else if start.contains("=\n") || start.contains("=\r\n") || start.contains("=3D") {
        Ok(unquoted(&text))
    } else {
        Ok(text)
    }
}

/// Quoted-printable (RFC 2045, 6.7) undone as far as it is one; text that is none stays as it is.
fn unquoted(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let hex = |b: &u8| char::from(*b).to_digit(16);
        match rest {
            [b'=', b'\n', ..] => at += 2,
            [b'=', b'\r', b'\n', ..] => at += 3,
            [b'=', a, b, ..] if hex(a).is_some() && hex(b).is_some() => {
                let value = hex(a).unwrap_or(0) * 16 + hex(b).unwrap_or(0);
                out.push(value as u8);
                at += 3;
            }
            [b, ..] => {
                out.push(*b);
                at += 1;
            }
            [] => break,
        }
    }
    match String::from_utf8(out) {
        Ok(text) => text,
        Err(e) => encoding_rs::WINDOWS_1252
            .decode(e.as_bytes())
            .0
            .into_owned(),
    }
}

/// The text between tags, with a line end for each tag; scripts and styles are left out.
fn untagged(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        out.push('\n');
        let name: String = after
            .chars()
            .take(6)
            .collect::<String>()
            .to_ascii_lowercase();
        let end = match name.as_str() {
            "script" => "</script",
            n if n.starts_with("style") => "</style",
            _ => "",
        };
        let close = after.find(end).unwrap_or(after.len());
        let after = &after[close..];
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    for (entity, c) in [
        ("&amp;", "&"),
        ("&nbsp;", " "),
        ("&auml;", "ä"),
        ("&ouml;", "ö"),
        ("&uuml;", "ü"),
        ("&szlig;", "ß"),
    ] {
        out = out.replace(entity, c);
    }
    out
}
