//! What was added, in words and as JSON.

use serde::Serialize;

use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::error::printable;
use crate::base::lang::Lang;

/// What became of one file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub list: &'static str,
    pub kinds: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Sha256>,
    /// An entry that was there before.
    pub again: bool,
    /// Its content is another one than before; so many answers and reviews were about the earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_read_again: Option<usize>,
}

impl Added {
    pub fn line(&self, lang: Lang) -> String {
        let name = self.path.as_deref().or(self.id.as_deref());
        let name = printable(name.unwrap_or_default());
        let mut line = match (self.again, lang) {
            (false, Lang::En) => format!("added {name}"),
            (false, Lang::De) => format!("aufgenommen: {name}"),
            (true, Lang::En) => format!("brought up to date: {name}"),
            (true, Lang::De) => format!("auf den Stand gebracht: {name}"),
        };
        line.push_str(&format!(" · {}", printable(&self.kinds.join(", "))));
        match self.date {
            Some(day) => line.push_str(&format!(" · {day}{}", origin(self.dated_by, lang))),
            None if !self.again => line.push_str(match lang {
                Lang::En => " · undated",
                Lang::De => " · ohne Datum",
            }),
            None => {}
        }
        if let Some(n) = self.to_read_again {
            line.push_str(match lang {
                Lang::En => "\nIts content is not what it was when it was listed.",
                Lang::De => "\nIhr Inhalt ist nicht mehr der, der aufgeführt wurde.",
            });
            if n > 0 {
                line.push_str(&match lang {
                    Lang::En => format!(" What {n} answers and reviews found in it is to be read again."),
                    Lang::De => format!(
                        " Was {n} Antworten und Durchsichten darin fanden, ist noch einmal zu lesen."
                    ),
                });
            }
        }
        line
    }
}

/// Where a date comes from, behind it.
fn origin(by: Option<&str>, lang: Lang) -> &'static str {
    match (by, lang) {
        (Some("document"), Lang::En) => ", says the document",
        (Some("document"), Lang::De) => ", sagt die Unterlage",
        (Some("vendor"), Lang::En) => ", says the vendor",
        (Some("vendor"), Lang::De) => ", sagt der Anbieter",
        (Some("buyer"), Lang::En) => ", says the buyer",
        (Some("buyer"), Lang::De) => ", sagt der Käufer",
        _ => "",
    }
}
