//! The reference tables: facts, written by us, one reviewable line each. They are embedded as text, read once, and their
//! digests stand in the census, so that a class can be traced to the lines that decided it.

use std::sync::LazyLock;

use hashbrown::{HashMap, HashSet};

use super::domain::Shared;
use crate::base::digest::Sha256;

/// Names and texts, in the order of their names.
const TEXTS: [(&str, &str); 11] = [
    ("association", include_str!("association.tsv")),
    ("certified", include_str!("certified.tsv")),
    ("consumer_mail", include_str!("consumer_mail.tsv")),
    ("disposable_core", include_str!("disposable_core.tsv")),
    ("education", include_str!("education.tsv")),
    ("government", include_str!("government.tsv")),
    ("legal_forms", include_str!("legal_forms.tsv")),
    ("relay", include_str!("relay.tsv")),
    ("reserved", include_str!("reserved.tsv")),
    ("role_words", include_str!("role_words.tsv")),
    ("shared_hosts", include_str!("shared_hosts.tsv")),
];

/// Every table with its digest, the crate's list of throw-away domains among them (one domain per line). The public
/// suffix list is compiled into its crate as code and has no text; the version of the program stands for it.
pub fn tables() -> Vec<(&'static str, Sha256)> {
    let crates = mailchecker::blacklist().join("\n");
    TEXTS
        .iter()
        .copied()
        .chain([("mailchecker", crates.as_str())])
        .map(|(name, text)| (name, Sha256::of(text.as_bytes())))
        .collect()
}

/// The lines of a table without its head, cut into cells. A missing cell is empty.
pub fn lines<const N: usize>(name: &str) -> impl Iterator<Item = [&'static str; N]> + use<N> {
    let text = TEXTS
        .iter()
        .find(|(n, _)| *n == name)
        .map_or("", |(_, text)| *text);
    text.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or(""))
    })
}

/// A class of consumer mail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consumer {
    Freemail,
    Isp,
    IspMixed,
}

type Map<V> = HashMap<&'static str, V, foldhash::fast::RandomState>;
type Set = HashSet<&'static str, foldhash::fast::RandomState>;

#[derive(Default)]
pub struct Domains {
    pub consumer: Map<Consumer>,
    pub relay: Set,
    pub disposable: Set,
    /// Never disposable, whatever a crate's list says.
    pub not_disposable: Set,
    pub reserved: Set,
    pub government: Set,
    pub education: Set,
    /// First label of a suffix with any top-level domain below it: `ac` for `ac.*`.
    pub education_second: Set,
    /// Beginnings of labels, and the top-level domain that they are limited to, if any.
    pub education_prefix: Vec<(&'static str, String)>,
    pub student: Set,
    pub association: Set,
    pub certified: Set,
    pub certified_label: Set,
    pub shared: Map<Shared>,
}

pub static DOMAINS: LazyLock<Domains> = LazyLock::new(|| {
    let mut d = Domains::default();
    for [domain, _, _, class, mixed, ..] in lines::<6>("consumer_mail") {
        let class = match (class, mixed) {
            ("freemail", _) => Consumer::Freemail,
            (_, "yes") => Consumer::IspMixed,
            _ => Consumer::Isp,
        };
        d.consumer.insert(domain, class);
    }
    d.relay.extend(lines::<1>("relay").map(|[host]| host));
    // 56,000 throw-away domains of the crate; our own lines outrank them
    d.disposable.extend(mailchecker::blacklist());
    for [domain] in lines::<1>("disposable_core") {
        match domain.strip_prefix('!') {
            Some(exception) => d.not_disposable.insert(exception),
            None => d.disposable.insert(domain),
        };
    }
    d.reserved.extend(lines::<1>("reserved").map(|[name]| name));
    d.government
        .extend(lines::<1>("government").map(|[domain]| domain));
    for [kind, rule, country] in lines::<3>("education") {
        match (kind, rule.strip_suffix(".*")) {
            ("suffix", Some(second)) => {
                d.education_second.insert(second);
            }
            ("label-prefix", _) => {
                let top = country.trim_matches('-').to_ascii_lowercase();
                d.education_prefix.push((rule, top));
            }
            ("student", _) => {
                d.student.insert(rule);
            }
            _ => {
                d.education.insert(rule);
            }
        }
    }
    d.association
        .extend(lines::<2>("association").map(|[_, rule]| rule));
    for [kind, host] in lines::<2>("certified") {
        match kind {
            "label" => d.certified_label.insert(host),
            _ => d.certified.insert(host),
        };
    }
    for [host, kind] in lines::<2>("shared_hosts") {
        let kind = match kind {
            "franchise" => Shared::Franchise,
            _ => Shared::Tenants,
        };
        d.shared.insert(host, kind);
    }
    d
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn tables_are_sorted_and_clean() {
        for (name, text) in TEXTS {
            let head = text.lines().next().unwrap();
            let columns = head.split('\t').count();
            let mut last = "";
            for line in text.lines().skip(1) {
                assert_eq!(line.split('\t').count(), columns, "{name}: {line}");
                assert!(last < line, "{name}: {line} is out of order or there twice");
                last = line;
            }
            assert!(text.ends_with('\n'), "{name}");
        }
    }

    #[test]
    fn domains_are_lower_case_ascii_and_in_one_class_only() {
        let mut class: BTreeMap<&str, &str> = BTreeMap::new();
        let named = |name: &'static str| lines::<2>(name).map(move |[a, b]| (name, a, b));
        let all = named("consumer_mail")
            .chain(named("relay"))
            .chain(named("disposable_core"))
            .chain(named("government"))
            .chain(named("shared_hosts"))
            .map(|(n, a, _)| (n, a))
            .chain(
                named("education")
                    .filter(|(_, kind, _)| *kind == "domain")
                    .chain(named("association"))
                    .chain(named("certified").filter(|(_, kind, _)| *kind == "host"))
                    .map(|(n, _, b)| (n, b)),
            );
        for (table, domain) in all {
            let domain = domain.trim_start_matches('!');
            assert!(
                domain.bytes().all(|b| b.is_ascii_lowercase()
                    || b.is_ascii_digit()
                    || b == b'.'
                    || b == b'-'),
                "{domain}"
            );
            if let Some(other) = class.insert(domain, table)
                && !(table == "disposable_core" && other == "consumer_mail")
            {
                panic!("{domain} stands in {other} and {table}");
            }
            if table == "consumer_mail" {
                let known = psl::suffix(domain.as_bytes()).is_some_and(|s| s.is_known());
                assert!(known, "{domain} has no public suffix");
            }
        }
    }

    #[test]
    fn every_country_of_the_matrix_is_covered() {
        let mut by_country: BTreeMap<&str, usize> = BTreeMap::new();
        for [_, country] in lines::<2>("consumer_mail") {
            *by_country.entry(country).or_default() += 1;
        }
        let countries: BTreeSet<&str> = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT \
             LT LU LV MT NL NO PL PT RO SE SI SK"
            .split_whitespace()
            .collect();
        for country in countries {
            let n = by_country.get(country).copied().unwrap_or(0);
            assert!(n >= 8, "{country}: {n}");
        }
        assert!(by_country["LI"] >= 5);
        assert!(by_country["-"] >= 80);
        assert!(by_country.values().sum::<usize>() >= 900);
    }
}
