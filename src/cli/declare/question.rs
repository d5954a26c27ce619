//! What a vendor is asked: every fact of a declaration that a check reads, in plain words, in both languages. The text
//! that `declare` writes, what it asks on a terminal, the questionnaires and `--set` all know their questions from here.

mod parts;
mod words;

pub use parts::PARTS;

use crate::base::lang::{Lang, Words};

/// A table of the declaration, or a list of such tables.
pub struct Part {
    /// As it is written in the file: `gdpr.notice`; blank for the keys before all tables.
    pub table: &'static str,
    /// Entries that a questionnaire has room for; 0: it is a single table.
    pub entries: usize,
    pub title: Words,
    /// Of a list what one entry is called.
    pub entry: Words,
    pub intro: Words,
    pub questions: &'static [Question],
}

/// One fact.
pub struct Question {
    /// In its table: `vendor-deletes-after`, `collected.first`.
    pub key: &'static str,
    pub kind: Kind,
    pub ask: Words,
    /// What is meant by it, and why somebody wants to know.
    pub help: Words,
    /// As it is written in TOML.
    pub example: &'static str,
}

/// What an answer looks like.
#[derive(Clone, Copy)]
pub enum Kind {
    Text,
    /// Several texts, separated by semicolons.
    Texts,
    One(&'static [Choice]),
    Some(&'static [Choice]),
    Country,
    Countries,
    /// ISO 639-1.
    Languages,
    Day,
    Count,
    Share,
    Period,
    YesNo,
    Digest,
    /// A digest with its algorithm in front, as Data Package writes it.
    Hash,
    /// A path beside the declaration.
    Path,
    /// The id of a document.
    Document,
}

/// A word of a closed list, and what people call it.
pub struct Choice {
    pub word: &'static str,
    pub name: Words,
}

impl Part {
    pub const fn is_list(&self) -> bool {
        self.entries > 0
    }

    /// `gdpr.notice.channel`, `gdpr.sources[2].id`.
    pub fn address(&self, entry: usize, key: &str) -> String {
        match (self.table, self.is_list()) {
            ("", _) => key.to_owned(),
            (table, false) => format!("{table}.{key}"),
            (table, true) => format!("{table}[{entry}].{key}"),
        }
    }
}

impl Question {
    /// The question and what is meant by it.
    pub fn text(&self, lang: Lang) -> String {
        let (ask, help) = (self.ask.get(lang), self.help.get(lang));
        match (help, ask.ends_with('?')) {
            ("", _) => ask.to_owned(),
            (help, true) => format!("{ask} {help}"),
            (help, false) => format!("{ask}. {help}"),
        }
    }
}

/// A question by its address, with the number of its entry (from 1) where it is one of a list.
pub fn find(address: &str) -> Option<(&'static Part, usize, &'static Question)> {
    let (table, entry, key) = match address.split_once('[') {
        Some((table, rest)) => {
            let (number, key) = rest.split_once("].")?;
            let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            let number = number
                .parse()
                .ok()
                .filter(|n| plain && (1..=999).contains(n))?;
            (table, number, key)
        }
        None => {
            let part = PARTS
                .iter()
                .filter(|p| !p.is_list())
                .filter(|p| p.table.is_empty() || address.starts_with(&format!("{}.", p.table)))
                .max_by_key(|p| p.table.len())?;
            let key = match part.table {
                "" => address,
                table => address.strip_prefix(table)?.strip_prefix('.')?,
            };
            (part.table, 0, key)
        }
    };
    let part = PARTS
        .iter()
        .find(|p| p.table == table && p.is_list() == (entry > 0))?;
    let question = part.questions.iter().find(|q| q.key == key)?;
    Some((part, entry, question))
}

/// Every address that there is; of lists that of the first entry.
pub fn addresses() -> impl Iterator<Item = String> {
    PARTS
        .iter()
        .flat_map(|p| p.questions.iter().map(|q| p.address(1, q.key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_to_its_question() {
        let mut all: Vec<String> = addresses().collect();
        for address in &all {
            let (part, entry, question) = find(address).expect("a question");
            assert_eq!(part.address(entry, question.key), *address);
        }
        let n = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), n);
        for wrong in [
            "",
            "gdpr",
            "gdpr.sources.id",
            "gdpr.sources[0].id",
            "gdpr.sources[+1].id",
            "gdpr.notice[1].text",
            "x.y",
        ] {
            assert!(find(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn every_fact_that_an_audit_reads_has_its_question() {
        // the list of purposes is fixed, lists have their own parts
        let lists = [
            "gdpr.vocabulary",
            "gdpr.controllers",
            "gdpr.suppliers",
            "gdpr.sources",
            "gdpr.dnc",
            "gdpr.consent.texts",
        ];
        for fact in crate::record::dossier::facts() {
            let asked = find(&fact).is_some() || lists.contains(&fact.as_str());
            assert!(asked, "{fact}");
        }
    }

    #[test]
    fn choices_have_names_that_tell_them_apart() {
        for question in PARTS.iter().flat_map(|p| p.questions) {
            let (Kind::One(all) | Kind::Some(all)) = question.kind else {
                continue;
            };
            let mut names: Vec<&str> = all
                .iter()
                .flat_map(|c| {
                    let same = c.name.en == c.name.de;
                    [c.name.en].into_iter().chain((!same).then_some(c.name.de))
                })
                .collect();
            // several are written with commas between them
            let several = matches!(question.kind, Kind::Some(_));
            assert!(
                !several || names.iter().all(|n| !n.contains([',', ';'])),
                "{}",
                question.key
            );
            let n = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), n, "{}", question.key);
        }
    }
}
