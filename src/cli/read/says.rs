//! What `read` says about a list beside its rows.

use serde::Serialize;

use super::findings::Findings;
use crate::base::digest::Sha256;
use crate::base::lang::Lang;
use crate::cli::Globals;
use crate::cli::map::show;
use crate::data::source::Read;
use crate::record::census::Reading;
use crate::record::ledger::{Ledger, Reason};

/// Quarantined records that a terminal shows.
const SHOWN: usize = 20;

pub fn word(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "read",
        Lang::De => "gelesen",
    }
}

/// Before the rows go to standard output.
pub fn aloud(list: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("personal data on standard output: the rows of {list}, as they stand\n")
        }
        Lang::De => {
            format!(
                "personenbezogene Daten auf der Standardausgabe: die Zeilen von {list}, wie sie stehen\n"
            )
        }
    }
}

/// After they went into a file.
pub fn written(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} holds personal data; it is for you alone (0600)\n"),
        Lang::De => {
            format!("{path} enthält personenbezogene Daten; die Datei ist nur für Sie (0600)\n")
        }
    }
}

/// `line 8: too-few-fields`, one record a line; a terminal shows the first of many.
pub fn quarantine(read: &Read, terminal: bool, lang: Lang) -> String {
    let all = &read.quarantine;
    let shown = if terminal {
        all.len().min(SHOWN)
    } else {
        all.len()
    };
    let mut out = String::new();
    for one in &all[..shown] {
        let (line, reason) = (one.line, one.reason.name());
        out.push_str(&match lang {
            Lang::En => format!("line {line}: {reason}\n"),
            Lang::De => format!("Zeile {line}: {reason}\n"),
        });
    }
    // beyond a limit records are counted only
    let rest = read.ledger.quarantined() - shown as u64;
    if rest > 0 {
        out.push_str(&match (lang, terminal) {
            (Lang::En, true) => format!("… and {rest} more (2> FILE for all)\n"),
            (Lang::De, true) => format!("… und {rest} weitere (alle mit 2> DATEI)\n"),
            (Lang::En, false) => format!("… and {rest} more\n"),
            (Lang::De, false) => format!("… und {rest} weitere\n"),
        });
    }
    out
}

/// How the list was read, its ledger, and what is odd.
pub fn summary(list: &str, read: &Read, findings: &Findings, globals: &Globals) -> String {
    let lang = globals.lang;
    let format = read.reading.first().map(|r| show::format(r, lang));
    let mut out = format!(
        "{list}: {}\n{}\n",
        format.unwrap_or_default(),
        show::rows(&read.ledger, lang)
    );
    for (kind, n) in &findings.0 {
        out.push_str(&kind.line(*n, lang));
        out.push('\n');
    }
    globals.look.finish(out)
}

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    file: &'a str,
    bytes: Option<u64>,
    sha256: Option<Sha256>,
    reading: Option<&'a Reading>,
    ledger: &'a Ledger,
    quarantine: Vec<Record>,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Record {
    /// In a workbook: row.
    line: u64,
    reason: Reason,
}

#[derive(Serialize)]
struct Finding {
    finding: &'static str,
    count: u64,
}

/// `beleg.read/1`.
pub fn json(list: &str, read: &Read, findings: &Findings) -> String {
    let file = read.lists.first();
    let wire = Wire {
        schema: "beleg.read/1",
        file: list,
        bytes: file.map(|f| f.0),
        sha256: file.map(|f| f.1),
        reading: read.reading.first(),
        ledger: &read.ledger,
        quarantine: read
            .quarantine
            .iter()
            .map(|q| Record {
                line: q.line,
                reason: q.reason,
            })
            .collect(),
        findings: findings
            .0
            .iter()
            .map(|(kind, n)| Finding {
                finding: kind.name,
                count: *n,
            })
            .collect(),
    };
    serde_json::to_string(&wire).unwrap_or_default() + "\n"
}
