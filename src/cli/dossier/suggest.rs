//! What a file seems to be, in words: shown to the person who lists it, never taken.

use std::path::Path;

use crate::base::clock::Day;
use crate::base::lang::{Lang, Text, Words};
use crate::text;

/// A suggestion; empty where nothing was found or this build cannot look.
#[derive(Clone, Debug, Default)]
pub struct Suggested {
    pub kinds: Vec<(&'static str, u32)>,
    pub date: Option<(Day, u32)>,
    /// Why there is nothing.
    pub silent: Option<Words>,
}

#[cfg(feature = "engine")]
pub fn of(path: &Path) -> Suggested {
    use crate::base::file;
    use crate::data::paper::{LIMIT, Silent, look};
    // a file that cannot be read is told of by whoever digests it
    let found = match file::read(path, LIMIT) {
        Ok(bytes) => look(bytes),
        Err(_) => return Suggested::default(),
    };
    let why = |silent| match silent {
        Silent::NoText => Words {
            en: "it shows no text: scanned or drawn",
            de: "sie zeigt keinen Text: gescannt oder gezeichnet",
        },
        Silent::Encrypted => Words {
            en: "it is encrypted",
            de: "sie ist verschlüsselt",
        },
        Silent::Form => Words {
            en: "its form is not looked into; PDF, DOCX, mails and texts are",
            de: "in diese Form wird nicht hineingesehen; in PDF, DOCX, Mails und Texte schon",
        },
        Silent::TooLarge => Words {
            en: "it is too large to be looked into",
            de: "sie ist zu groß, um hineinzusehen",
        },
        Silent::Damaged => Words {
            en: "it is damaged, or written in a way that is not understood",
            de: "sie ist beschädigt oder unverständlich geschrieben",
        },
        Silent::TooLong => Words {
            en: "reading it took too long",
            de: "sie zu lesen dauerte zu lange",
        },
    };
    Suggested {
        kinds: found.kinds,
        date: found.date,
        silent: found.silent.map(why),
    }
}

#[cfg(not(feature = "engine"))]
pub fn of(_: &Path) -> Suggested {
    Suggested::default()
}

impl Suggested {
    /// The kinds as they are typed.
    pub fn words(&self) -> Option<String> {
        let words: Vec<&str> = self.kinds.iter().map(|(k, _)| *k).collect();
        (!words.is_empty()).then(|| words.join(","))
    }

    /// In one line: `looks like privacy-notice (page 1), date 2026-08-20 (page 3)`.
    pub fn line(&self) -> Text {
        let one = |lang| {
            let page = match lang {
                Lang::En => "page",
                Lang::De => "Seite",
            };
            let kinds = self.kinds.iter().map(|(k, n)| format!("{k} ({page} {n})"));
            kinds.collect::<Vec<_>>().join(", ")
        };
        let (en, de) = (one(Lang::En), one(Lang::De));
        match (self.kinds.is_empty(), self.date) {
            (false, Some((d, n))) => text!(
                "looks like {en}, date {d} (page {n})",
                "sieht aus wie {de}, Datum {d} (Seite {n})"
            ),
            (false, None) => text!("looks like {en}", "sieht aus wie {de}"),
            (true, Some((d, n))) => text!(
                "bears the date {d} (page {n}); its kind cannot be told",
                "trägt das Datum {d} (Seite {n}); die Art ist nicht zu erkennen"
            ),
            (true, None) => match self.silent {
                Some(Words { en, de }) => text!(
                    "nothing can be suggested: {en}",
                    "vorschlagen lässt sich nichts: {de}"
                ),
                None => text!(
                    "its text suggests neither kind nor date",
                    "ihr Text legt weder Art noch Datum nahe"
                ),
            },
        }
    }
}
