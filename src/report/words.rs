//! The words and signs of verdicts, statuses, severities and levels: one place, so that a word cannot differ between
//! two outputs.

use crate::base::lang::{Lang, Words};
use crate::record::channel::Channel;
use crate::record::verdict::{Block, Level, Severity, Status, Word};

const fn w(en: &'static str, de: &'static str) -> Words {
    Words { en, de }
}

/// What no text of ours says of a list: words for what only a court could find.
pub const FORBIDDEN: [&str; 6] = [
    "gdpr-compliant",
    "gdpr compliant",
    "dsgvo-konform",
    "safe to contact",
    "legally safe",
    "rechtssicher",
];

/// The word of a verdict.
pub const fn verdict(word: Word) -> Words {
    match word {
        Word::Rejected => w("Not releasable", "Nicht freigabefähig"),
        Word::NotAssessable => w("Not assessable", "Nicht beurteilbar"),
        Word::Conditional => w("With conditions", "Nur mit Auflagen"),
        Word::NoObjection => w("No objection", "Ohne Beanstandung"),
    }
}

/// Its sign; colour and sign say the same as the word.
pub const fn verdict_sign(word: Word) -> &'static str {
    match word {
        Word::Rejected => "■",
        Word::NotAssessable => "◌",
        Word::Conditional => "◐",
        Word::NoObjection => "□",
    }
}

/// The code of a verdict, the same in every language.
pub const fn verdict_code(word: Word) -> &'static str {
    match word {
        Word::Rejected => "rejected",
        Word::NotAssessable => "not-assessable",
        Word::Conditional => "conditional",
        Word::NoObjection => "no-objection",
    }
}

pub const fn status(status: Status) -> Words {
    match status {
        Status::Met => w("met", "erfüllt"),
        Status::Breached => w("breached", "verletzt"),
        Status::Unproven => w("unproven", "nicht belegt"),
        Status::Waived => w("waived", "Ausnahme"),
        Status::NotApplicable => w("not applicable", "nicht anwendbar"),
    }
}

pub const fn status_sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::Breached => "✕",
        Status::Unproven => "?",
        Status::Waived => "~",
        Status::NotApplicable => "–",
    }
}

pub const fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Blocker => w("blocker", "Ausschluss"),
        Severity::Major => w("major", "wesentlich"),
        Severity::Minor => w("minor", "gering"),
        Severity::Info => w("info", "Hinweis"),
    }
}

pub const fn level(level: Level) -> Words {
    match level {
        Level::Law => w("law", "Gesetz"),
        Level::Guidance => w("guidance", "Leitlinie"),
        Level::Case => w("case", "Entscheidung"),
        Level::Default => w("default", "Vorgabe"),
    }
}

pub const fn block(block: Block) -> Words {
    match block {
        Block::Acquisition => w("acquisition", "Erwerb"),
        Block::Contact => w("contact", "Kontakt"),
        Block::Buyer => w("your tasks", "Ihre Aufgaben"),
    }
}

/// Channels, joined by commas.
pub fn channels(channels: &[Channel], lang: Lang) -> String {
    let names: Vec<&str> = channels.iter().map(|c| c.words(lang)).collect();
    names.join(", ")
}

/// Instruments of the Union and of German-speaking states, with the name that German has for them. What follows is cited
/// by article, paragraph and letter if the flag is set.
const GERMAN: [(&str, &str, bool); 11] = [
    ("GDPR ", "DSGVO ", true),
    ("Directive 2002/58/EC ", "Richtlinie 2002/58/EG ", true),
    ("Directive 96/9/EC ", "Richtlinie 96/9/EG ", true),
    (
        "Regulation (EEC, Euratom) ",
        "Verordnung (EWG, Euratom) ",
        true,
    ),
    ("UWG (DE) s", "UWG (DE) § ", true),
    ("UWG s", "UWG § ", true),
    ("GewO (AT) s", "GewO (AT) § ", true),
    ("EDPB Guidelines ", "EDSA-Leitlinien ", false),
    ("CJEU ", "EuGH ", false),
    (
        "EEA Joint Committee Decision ",
        "Gemeinsamer EWR-Ausschuss, Beschluss ",
        false,
    ),
    (
        "national law per contact matrix",
        "nationales Recht nach der Kontaktmatrix",
        false,
    ),
];

/// A source of law as the language cites it: `GDPR Art. 5(1)(a)`, `DSGVO Art. 5 Abs. 1 lit. a`. In German the law of the
/// Union and of German-speaking states is cited in another form; every other source stands as its own language writes
/// it.
pub fn law(source: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return source.to_owned();
    }
    let known = GERMAN.iter().find_map(|(en, de, articles)| {
        let rest = source.strip_prefix(en)?;
        Some(match articles {
            true => format!("{de}{}", german(rest)),
            false => format!("{de}{rest}"),
        })
    });
    known
        .unwrap_or_else(|| source.to_owned())
        .replace(" no ", " Nr. ")
        .replace("Recital ", "Erwägungsgrund ")
        .replace(", upheld by ", ", bestätigt durch ")
        .replace(",  Abs.", ", Abs.")
}

/// `Art. 6(1)(f), 21(2)-(3)` → `Art. 6 Abs. 1 lit. f, 21 Abs. 2-3`.
fn german(articles: &str) -> String {
    let mut out = String::new();
    let mut rest = articles;
    let mut last = ' ';
    while let Some(open) = rest.find('(') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = after.find(')') else { break };
        let inside = &after[1..close];
        let range = before.ends_with('-');
        let digits = !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit());
        let kind = if digits { '1' } else { 'a' };
        match (range && kind == last, digits) {
            (true, _) => out.push_str(inside),
            (false, true) => out.push_str(&format!(" Abs. {inside}")),
            (false, false) => out.push_str(&format!(" lit. {inside}")),
        }
        last = kind;
        rest = &after[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn law_is_cited_as_each_language_does() {
        for (en, de) in [
            ("GDPR Art. 5(1)(a)", "DSGVO Art. 5 Abs. 1 lit. a"),
            ("GDPR Art. 14(1)-(3)", "DSGVO Art. 14 Abs. 1-3"),
            ("GDPR Art. 14(3)(a)-(b)", "DSGVO Art. 14 Abs. 3 lit. a-b"),
            ("GDPR Art. 24", "DSGVO Art. 24"),
            ("UWG § 7(2) No. 2", "UWG § 7(2) No. 2"),
            (
                "UWG (DE) s7(1), (2) no 1",
                "UWG (DE) § 7 Abs. 1, Abs. 2 Nr. 1",
            ),
            (
                "Directive 2002/58/EC Art. 13(3), 13(5)",
                "Richtlinie 2002/58/EG Art. 13 Abs. 3, 13 Abs. 5",
            ),
            (
                "GDPR Art. 4(11), Recital 32",
                "DSGVO Art. 4 Abs. 11, Erwägungsgrund 32",
            ),
            ("CJEU C-61/19", "EuGH C-61/19"),
        ] {
            assert_eq!(law(en, Lang::De), de);
            assert_eq!(law(en, Lang::En), en);
        }
    }
}
