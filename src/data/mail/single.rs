//! One address by itself, with everything that can be said about it and why: what `beleg classify` shows. It is sorted
//! by the same functions as a column.

use std::borrow::Cow;

use super::domain::{self, Domain, Rule};
use super::flags::{self, Flags};
use super::tables::Line;
use super::{Class, Mail, Nature, ascii_domain, intern, mailbox, syntax};

/// What can be said about one value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    pub mail: Mail,
    /// What is wrong with it, or would be rewritten.
    pub reason: Option<&'static str>,
    pub nature: Nature,
    pub flags: Flags,
    /// The large domain that its own is one slip away from.
    pub typo_of: Option<&'static str>,
    /// What decided the domain's class; none if the value is no address with a domain name.
    pub domain_rule: Option<Rule>,
    /// The word that decided the mailbox's class.
    pub word: Option<Line>,
    /// What an obvious rewriting would be, if the value itself is no address.
    pub repaired: Option<Box<(String, Verdict)>>,
}

impl Verdict {
    /// What decided the nature: the domain's line, else the mailbox's word, else that nothing is known.
    pub fn rule(&self) -> Option<Rule> {
        match (self.domain_rule, self.word) {
            (Some(Rule::Default), Some(word)) => Some(Rule::Line(word)),
            (rule, _) => rule,
        }
    }
}

/// Sorts values one by one, in memory that does not grow with their number.
#[derive(Default)]
pub struct Single {
    known: intern::Known,
    tidy: String,
}

impl Single {
    pub fn of(&mut self, text: &str) -> Verdict {
        let mail = Mail::of(
            text,
            &mut self.known,
            &mut ("", Domain::NONE),
            &mut self.tidy,
        );
        let reason = match mail.syntax.is_address() {
            true => None,
            false => syntax::reason(text),
        };
        let mut verdict = Verdict {
            mail,
            reason,
            nature: mail.nature(text, false),
            flags: Flags::default(),
            typo_of: None,
            domain_rule: None,
            word: None,
            repaired: None,
        };
        let Some(host) = mail.host(text) else {
            if mail.syntax == super::Syntax::Repairable
                && let Some(mended) = syntax::mended(text)
            {
                let found = self.of(&mended);
                verdict.repaired = Some(Box::new((mended, found)));
            }
            return verdict;
        };
        let host = match mail.domain.class {
            Class::Illegible => None,
            _ => ascii_domain(host),
        };
        if let Some(host) = &host {
            let (domain, rule) = domain::decide(host);
            debug_assert_eq!(domain, mail.domain);
            verdict.domain_rule = Some(rule);
        }
        let found = mailbox::decide(&self.tidy);
        verdict.word = found.word.filter(|_| found.kind == mail.mailbox);
        let host = host.unwrap_or(Cow::Borrowed(""));
        verdict.flags = flags::of(mail, text);
        if verdict.flags.has(Flags::TYPO) {
            verdict.typo_of = flags::typo_of(&host);
        }
        verdict
    }
}

impl Rule {
    /// `consumer_mail:de`, `role_words:de:whole`, `psl:gov`, `default`.
    pub fn name(self) -> String {
        let line = match self {
            Self::Suffixes(what) => return format!("psl:{what}"),
            Self::Crate => return "mailchecker".to_owned(),
            Self::Default => return "default".to_owned(),
            Self::Line(line) => line,
        };
        let cells = line.cells::<4>();
        let detail = match line.table {
            "consumer_mail" | "government" | "reserved" => cells[1].to_owned(),
            "association" | "certified" => cells[2].to_owned(),
            "education" => match cells[0] {
                "domain" => cells[2].to_owned(),
                rule => rule.to_owned(),
            },
            "shared_hosts" => cells[1].to_owned(),
            "role_words" => format!("{}:{}", cells[1], cells[3]),
            _ => String::new(),
        };
        match detail.to_ascii_lowercase().as_str() {
            "" | "-" => line.table.to_owned(),
            detail => format!("{}:{}", line.table, detail.replace("-:", "any:")),
        }
    }

    /// `consumer_mail.tsv:412`; none if no line decided. Lines of the user's own tables are marked.
    pub fn row(self) -> Option<String> {
        let Self::Line(line) = self else {
            return None;
        };
        Some(match (line.table, line.supplied) {
            ("disposable_list", _) => format!("disposable_list:{}", line.number),
            (table, true) => format!("reference/{table}.tsv:{}", line.number),
            (table, false) => format!("{table}.tsv:{}", line.number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Syntax;
    use super::*;

    fn of(text: &str) -> Verdict {
        Single::default().of(text)
    }

    #[test]
    fn what_decided() {
        for (text, rule) in [
            ("anna@gmx.de", Some("consumer_mail:de")),
            ("anna@mail.gmx.de", Some("consumer_mail:de")),
            ("info@firma-beispiel.de", Some("role_words:en:head")),
            ("buchhaltung@firma-beispiel.de", Some("role_words:de:any")),
            ("anna.muster@firma-beispiel.de", Some("default")),
            ("anna@interieur.gouv.fr", Some("government:fr")),
            ("anna@gov.example.gov.au", Some("psl:gov")),
            ("anna@firma-beispiel.ocm", Some("psl:unknown")),
            ("anna@example.com", Some("reserved:rfc2606")),
            ("anna@uni-beispiel.de", Some("education:label-prefix")),
            ("anna@kent.ac.uk", Some("education:suffix")),
            ("anna@[192.0.2.1]", None),
            ("anna", None),
        ] {
            let found = of(text).rule().map(Rule::name);
            assert_eq!(found.as_deref(), rule, "{text}");
        }
        let row = of("anna@gmx.de").rule().and_then(Rule::row);
        assert!(row.is_some_and(|r| r.starts_with("consumer_mail.tsv:")));
    }

    #[test]
    fn what_is_almost_an_address_is_sorted_beside_it() {
        let found = of("Anna <anna@gmx.de>");
        assert_eq!(found.mail.syntax, Syntax::Repairable);
        assert_eq!(found.nature, Nature::Unusable);
        let (text, mended) = *found.repaired.unwrap();
        assert_eq!(
            (text.as_str(), mended.nature),
            ("anna@gmx.de", Nature::Personal)
        );
    }

    #[test]
    fn remarks() {
        for (text, flags) in [
            ("anna+news@firma-beispiel.de", &["plus_tag"][..]),
            ("anna@müller-beispiel.de", &["idn"]),
            (
                "help.firma@gmail.com",
                &["business_use_of_consumer_mailbox"],
            ),
            ("anna.post@firma-beispiel.de", &["role_word"]),
            ("anna@gmial.com", &["suspected_typo_of"]),
            ("anna@t-onlin.de", &["suspected_typo_of"]),
            ("anna@gmail.com", &["impossible_for_provider"]),
            ("anna@fіrma-beispiel.de", &["idn", "mixed_script"]),
            ("anna.muster@firma-beispiel.de", &[]),
        ] {
            let found: Vec<&str> = of(text).flags.names().collect();
            assert_eq!(found, flags, "{text}");
        }
        assert_eq!(of("anna@gmial.com").typo_of, Some("gmail.com"));
    }

    proptest::proptest! {
        /// The one way: what a column's function says is what is said about an address alone.
        #[test]
        fn a_column_and_an_address_alone_are_sorted_alike(
            texts in proptest::collection::vec("[ab]{1,3}@(gmx|a|uni-b)\\.(de|test|ocm)|info@[ab]\\.de |\\PC{0,12}@?\\PC{0,12}", 1..20),
        ) {
            let mut single = Single::default();
            let (mut known, mut tidy) = (intern::Known::default(), String::new());
            let mut last = ("", Domain::NONE);
            for text in &texts {
                let column = Mail::of(text, &mut known, &mut last, &mut tidy);
                let alone = single.of(text);
                proptest::prop_assert_eq!(alone.mail, column);
                proptest::prop_assert_eq!(&alone, &of(text));
                proptest::prop_assert_eq!(alone.repaired.is_some(), column.syntax == Syntax::Repairable);
                proptest::prop_assert_eq!(alone.reason.is_none(), column.syntax.is_address() || column.syntax == Syntax::Blank);
            }
        }
    }
}
