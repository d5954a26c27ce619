//! The reference tables: facts, written by us, one reviewable line each. They are embedded as text, read once, and their
//! digests stand in the census, so that a class can be traced to the lines that decided it.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::domain::Shared;
use super::reference;
use crate::base::digest::Sha256;
use crate::data::filter::Filter;

/// Names and texts, in the order of their names.
pub const TEXTS: [(&str, &str); 11] = [
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

/// Every table with its digest, the crate's list of throw-away domains among them (one domain per line), and what the
/// user supplied. The public suffix list is compiled into its crate as code and has no text; the version of the program
/// stands for it.
pub fn tables() -> Vec<(String, Sha256, &'static str)> {
    let crates = mailchecker::blacklist().join("\n");
    let shipped = TEXTS
        .iter()
        .copied()
        .chain([("mailchecker", crates.as_str())])
        .map(|(name, text)| (name.to_owned(), Sha256::of(text.as_bytes()), "shipped"));
    let supplied = reference::supplied().iter();
    let supplied = supplied.map(|t| {
        let origin = if t.replaces { "replaced" } else { "added" };
        (format!("reference-{}", t.name), t.sha256, origin)
    });
    shipped.chain(supplied).collect()
}

/// A line of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    pub table: &'static str,
    /// From 1, the head included.
    pub number: u32,
    /// Of the user's file of that name.
    pub supplied: bool,
    pub text: &'static str,
}

impl Line {
    pub fn cells<const N: usize>(self) -> [&'static str; N] {
        let mut cells = self.text.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or(""))
    }
}

/// All tables as they count: the shipped lines, without those that the user's replace, then the user's.
static LINES: LazyLock<HashMap<&'static str, Vec<Line>>> =
    LazyLock::new(|| reference::merge(&TEXTS, reference::supplied()));

/// The lines of a table without its head.
pub fn rows(name: &str) -> impl Iterator<Item = Line> + use<> {
    let lines = LINES.get(name).map_or(&[][..], |lines| lines.as_slice());
    lines.iter().copied()
}

/// The lines of a table without its head, cut into cells. A missing cell is empty.
pub fn lines<const N: usize>(name: &str) -> impl Iterator<Item = [&'static str; N]> + use<N> {
    rows(name).map(Line::cells)
}

/// A class of consumer mail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consumer {
    Freemail,
    Isp,
    IspMixed,
    /// The provider's own people, under its consumers' domain.
    Staff,
}

type Map<V> = HashMap<&'static str, V, foldhash::fast::RandomState>;
/// Names, and the lines that say so.
type Set = Map<Line>;

#[derive(Default)]
pub struct Domains {
    /// Whether a table of whole hosts may have this one; most hosts of a list, and their parents, are in none.
    pub named: Filter,
    pub consumer: Map<(Consumer, Line)>,
    pub relay: Set,
    /// None: the crate's list says so.
    pub disposable: Map<Option<Line>>,
    /// Never disposable, whatever a crate's list says.
    pub not_disposable: Set,
    pub reserved: Set,
    pub government: Set,
    /// By top-level domain: beginnings of registered labels, or whole ones.
    pub government_labels: HashMap<String, Vec<(&'static str, bool, Line)>>,
    pub education: Set,
    /// First label of a suffix with any top-level domain below it: `ac` for `ac.*`.
    pub education_second: Set,
    /// Beginnings of labels, and the top-level domain that they are limited to, if any.
    pub education_prefix: Vec<(&'static str, String, Line)>,
    pub student: Set,
    pub association: Set,
    pub certified: Set,
    pub certified_label: Set,
    pub shared: Map<(Shared, Line)>,
}

pub static DOMAINS: LazyLock<Domains> = LazyLock::new(|| {
    let mut d = Domains::default();
    for line in rows("consumer_mail") {
        let [domain, _, _, class, mixed] = line.cells();
        let class = match (class, mixed) {
            ("freemail", _) => Consumer::Freemail,
            ("staff", _) => Consumer::Staff,
            (_, "yes") => Consumer::IspMixed,
            _ => Consumer::Isp,
        };
        d.consumer.insert(domain, (class, line));
    }
    let set = |table| rows(table).map(|line| (line.cells::<1>()[0], line));
    d.relay.extend(set("relay"));
    // 56,000 throw-away domains of the crate; our own lines outrank them
    d.disposable
        .extend(mailchecker::blacklist().into_iter().map(|d| (d, None)));
    for (domain, line) in set("disposable_core") {
        match domain.strip_prefix('!') {
            Some(exception) => {
                d.not_disposable.insert(exception, line);
            }
            None => {
                d.disposable.insert(domain, Some(line));
            }
        };
    }
    d.reserved.extend(set("reserved"));
    for line in rows("government") {
        let [rule, country] = line.cells();
        match rule.strip_suffix('*') {
            // `gemeinde-*`, `primaria*`; `comune.*` is the whole label
            Some(label) => {
                let whole = label.ends_with('.');
                let top = country.to_ascii_lowercase();
                let rule = (label.trim_end_matches('.'), whole, line);
                d.government_labels.entry(top).or_default().push(rule);
            }
            None => {
                d.government.insert(rule, line);
            }
        }
    }
    for line in rows("education") {
        let [kind, rule, country] = line.cells();
        match (kind, rule.strip_suffix(".*")) {
            ("suffix", Some(second)) => {
                d.education_second.insert(second, line);
            }
            ("label-prefix", _) => {
                let top = country.trim_matches('-').to_ascii_lowercase();
                d.education_prefix.push((rule, top, line));
            }
            ("student", _) => {
                d.student.insert(rule, line);
            }
            _ => {
                d.education.insert(rule, line);
            }
        }
    }
    d.association
        .extend(rows("association").map(|line| (line.cells::<2>()[1], line)));
    for line in rows("certified") {
        let [kind, host] = line.cells();
        match kind {
            "label" => d.certified_label.insert(host, line),
            _ => d.certified.insert(host, line),
        };
    }
    for line in rows("shared_hosts") {
        let [host, kind] = line.cells();
        let kind = match kind {
            "franchise" => Shared::Franchise,
            _ => Shared::Tenants,
        };
        d.shared.insert(host, (kind, line));
    }
    let sets = [&d.relay, &d.not_disposable, &d.reserved, &d.government];
    let more = [&d.education, &d.association, &d.certified];
    let hosts = sets.into_iter().chain(more).flat_map(|set| set.keys());
    let hosts = hosts
        .chain(d.consumer.keys())
        .chain(d.disposable.keys())
        .chain(d.shared.keys());
    let hashes: Vec<u64> = hosts.map(|host| d.named.hash(host)).collect();
    d.named.fill(&hashes);
    d
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

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
            if domain.ends_with('*') {
                continue;
            }
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

    const STATES: &str = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO \
                          SE SI SK";

    /// Lines per value of a column.
    fn by<const N: usize>(table: &str, column: usize) -> BTreeMap<&'static str, usize> {
        let mut out = BTreeMap::new();
        for cells in lines::<N>(table) {
            *out.entry(cells[column]).or_default() += 1;
        }
        out
    }

    #[test]
    fn every_state_is_covered() {
        let states = || STATES.split_whitespace();
        let at_least = |table: &str, found: &BTreeMap<&str, usize>, least: usize| {
            for state in states() {
                let n = found.get(state).copied().unwrap_or(0);
                assert!(n >= least, "{table}: {state}: {n}");
            }
        };
        let consumer = by::<2>("consumer_mail", 1);
        at_least("consumer_mail", &consumer, 8);
        assert!(consumer["-"] >= 80 && consumer.values().sum::<usize>() >= 900);
        at_least("government", &by::<2>("government", 1), 3);
        at_least("education", &by::<3>("education", 2), 2);
        at_least("legal_forms", &by::<2>("legal_forms", 1), 3);
    }

    #[test]
    fn every_language_is_covered() {
        let found = by::<2>("role_words", 1);
        let official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
        for language in official.split_whitespace() {
            let n = found.get(language).copied().unwrap_or(0);
            assert!(n >= 35, "{language}: {n}");
        }
        assert!(["no", "is", "tr", "uk"].iter().all(|l| found[l] >= 35));
        assert!(lines::<1>("role_words").count() >= 1_200);
    }

    #[test]
    fn the_tables_are_as_large_as_they_should_be() {
        for (table, least) in [
            ("certified", 30),
            ("disposable_core", 200),
            ("education", 300),
            ("government", 400),
            ("relay", 60),
            ("reserved", 30),
            ("shared_hosts", 40),
        ] {
            let n = rows(table).count();
            assert!(n >= least, "{table}: {n}");
        }
        let exceptions = rows("disposable_core").filter(|l| l.text.starts_with('!'));
        assert!(exceptions.count() >= 10);
        let standards = "example invalid localhost test local lan home corp intranet private onion \
                         home.arpa alt internal localdomain arpa";
        for name in standards.split_whitespace() {
            assert!(DOMAINS.reserved.contains_key(name), "{name}");
        }
    }

    #[test]
    fn columns_hold_known_words() {
        let one_of = |table: &'static str, column: usize, words: &str| {
            for line in rows(table) {
                let cell = line.cells::<7>()[column];
                assert!(
                    words.split(' ').any(|w| w == cell),
                    "{table}: {}",
                    line.text
                );
            }
        };
        one_of("consumer_mail", 3, "freemail isp staff");
        one_of("consumer_mail", 4, "yes no");
        one_of("consumer_mail", 5, "active legacy defunct");
        one_of("government", 2, "national regional local union");
        one_of("education", 0, "domain label-prefix student suffix");
        one_of("association", 0, "domain suffix");
        one_of("certified", 0, "host label");
        one_of("shared_hosts", 1, "tenant-default site-builder franchise");
        one_of("role_words", 3, "whole head any suffix");
        one_of("role_words", 4, "yes no");
        one_of(
            "role_words",
            2,
            "general management sales marketing press support accounting purchasing logistics hr legal privacy it \
             reception-booking events-training quality-safety technical test noreply rfc2142",
        );
        // what is also a name counts only where it stands alone
        for [word, _, _, reach, risk] in lines::<5>("role_words") {
            assert!(risk == "no" || reach == "whole", "{word}");
        }
    }
}
