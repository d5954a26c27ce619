//! The text of a DOCX (ECMA-376): the runs of `word/document.xml`, with the page breaks that the writing program left.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Pages, Silent, UNPACKED};

const BODY: &str = "word/document.xml";

pub fn pages(bytes: &[u8]) -> Pages {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Silent::Damaged)?;
    // a workbook or another archive
    let body = archive.by_name(BODY).map_err(|_| Silent::Form)?;
    let mut xml = Vec::new();
    let mut limited = body.take(UNPACKED as u64 + 1);
    limited.read_to_end(&mut xml).map_err(|_| Silent::Damaged)?;
    if xml.len() > UNPACKED {
        return Err(Silent::TooLarge);
    }
    let xml = String::from_utf8(xml).map_err(|_| Silent::Damaged)?;
    let mut reader = Reader::from_str(&xml);
    let mut pages = vec![String::new()];
    let mut in_text = false;
    loop {
        let page = pages.last_mut().ok_or(Silent::Damaged)?;
        match reader.read_event().map_err(|_| Silent::Damaged)? {
            Event::Eof => return Ok(pages),
            Event::Start(e) if e.local_name().as_ref() == "t" => in_text = true,
            Event::End(e) if e.local_name().as_ref() == "t" => in_text = false,
            Event::End(e) if e.local_name().as_ref() == "p" => page.push('\n'),
            Event::Text(text) if in_text => page.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if in_text => {
                page.extend(named(&reference.xml10_content()));
            }
            Event::Empty(e) => match e.local_name().as_ref() {
                "tab" => page.push(' '),
                "lastRenderedPageBreak" => pages.push(String::new()),
                "br" => {
                    let attributes = e.attributes().flatten();
                    let kinds = attributes.filter(|a| a.key.local_name().as_ref() == "type");
                    match kinds.into_iter().any(|a| a.value.as_ref() == "page") {
                        true => pages.push(String::new()),
                        false => page.push('\n'),
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// The character of a reference: one of the five of XML, or a number.
fn named(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        number => {
            let code = number.strip_prefix('#')?;
            let code = match code.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
