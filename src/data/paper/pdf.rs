//! The text of a PDF, page by page: strings as they are shown, a line end wherever the text moves to another line.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Encoding, LoadOptions, Object};

use super::{CHARS, PAGES, Pages, Silent, UNPACKED};

/// Space between two strings, in thousandths of the letter size, from which they are two words.
const WORD_SPACE: f32 = 200.0;

pub fn pages(bytes: &[u8]) -> Pages {
    let options = LoadOptions::with_max_decompressed_size(UNPACKED);
    let doc = match Document::load_mem_with_options(bytes, options) {
        Ok(doc) if doc.is_encrypted() => return Err(Silent::Encrypted),
        Ok(doc) => doc,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
            return Err(Silent::Encrypted);
        }
        Err(_) => return Err(Silent::Damaged),
    };
    let mut left = CHARS;
    let mut pages = Vec::new();
    for id in doc.page_iter().take(PAGES) {
        // a page that cannot be read shows nothing, and the next may
        let page = page(&doc, id, left).unwrap_or_default();
        left = left.saturating_sub(page.len());
        pages.push(page);
    }
    if pages.is_empty() {
        return Err(Silent::Damaged);
    }
    Ok(pages)
}

fn page(doc: &Document, id: lopdf::ObjectId, most: usize) -> Option<String> {
    let fonts = doc.get_page_fonts(id).ok()?;
    let encodings: BTreeMap<Vec<u8>, Encoding<'_>> = fonts
        .into_iter()
        .filter_map(|(name, font)| {
            let encoding = font.get_font_encoding_with_limit(doc, UNPACKED).ok()?;
            Some((name, encoding))
        })
        .collect();
    let content = doc.get_page_content_with_limit(id, UNPACKED).ok()?;
    let content = Content::decode(&content).ok()?;
    let mut encoding = None;
    let mut out = String::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                let name = operands.first().and_then(|o| o.as_name().ok());
                encoding = name.and_then(|n| encodings.get(n));
            }
            "Tj" | "TJ" => shown(&mut out, encoding, operands),
            "'" | "\"" => {
                out.push('\n');
                shown(&mut out, encoding, operands);
            }
            // a move along the line is a space, any other one a line end
            "Td" | "TD" => {
                let down = operands.get(1).and_then(|o| o.as_float().ok());
                out.push(if down == Some(0.0) { ' ' } else { '\n' });
            }
            "T*" | "Tm" | "ET" => out.push('\n'),
            _ => {}
        }
        if out.len() > most {
            break;
        }
    }
    Some(out)
}

/// Appends the strings of an operation.
fn shown(out: &mut String, encoding: Option<&Encoding<'_>>, operands: &[Object]) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => {
                let text = encoding.and_then(|e| Document::decode_text(e, bytes).ok());
                out.push_str(&text.unwrap_or_default());
            }
            Object::Array(parts) => shown(out, encoding, parts),
            number => {
                if number.as_float().is_ok_and(|n| n < -WORD_SPACE) {
                    out.push(' ');
                }
            }
        }
    }
}
