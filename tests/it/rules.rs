//! The shipped policy and the catalogue of checks against the tables that they were taken from, line by line and in both
//! directions: `testdata/rules/rules.csv`, `contact_matrix.csv` and `remedies.csv`.

use std::collections::{BTreeMap, BTreeSet};

use beleg::checks::CATALOGUE;
use beleg::record::check::Scope;
use beleg::record::policy::{Bound, Clause, Policy, Remedy};

/// Families of which some clauses are still to be written. A family that is whole must leave this list.
const NOT_BUILT: &[&str] = &["MIN", "ACC", "RET", "ROL", "TRF", "SEC", "GOV"];

const RULES: &str = include_str!("../../testdata/rules/rules.csv");
const MATRIX: &str = include_str!("../../testdata/rules/contact_matrix.csv");
const REMEDIES: &str = include_str!("../../testdata/rules/remedies.csv");

/// A line of a table: column → field.
type Line = BTreeMap<&'static str, String>;

/// A table of comma-separated fields, of which some stand in quotes. Anything irregular ends the test.
fn table(text: &'static str) -> Vec<Line> {
    let mut rest = text;
    let mut records = Vec::new();
    let mut record = Vec::new();
    while !rest.is_empty() {
        let mut field = String::new();
        if let Some(mut quoted) = rest.strip_prefix('"') {
            loop {
                let (part, after) = quoted.split_once('"').expect("a quote that closes");
                field.push_str(part);
                match after.strip_prefix('"') {
                    Some(more) => {
                        field.push('"');
                        quoted = more;
                    }
                    None => {
                        rest = after;
                        break;
                    }
                }
            }
        } else {
            let end = rest.find([',', '\n', '\r', '"']).expect("a line that ends");
            field.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        record.push(field);
        if let Some(after) = rest.strip_prefix(',') {
            rest = after;
            continue;
        }
        rest = rest.strip_prefix('\r').unwrap_or(rest);
        rest = rest.strip_prefix('\n').expect("a comma or a line end");
        records.push(std::mem::take(&mut record));
    }
    let header = text.lines().next().expect("a header");
    let header: Vec<&str> = header.split(',').collect();
    assert_eq!(header, records.remove(0), "a header without quotes");
    records
        .into_iter()
        .map(|fields| {
            assert_eq!(fields.len(), header.len(), "{fields:?}");
            header.iter().copied().zip(fields).collect()
        })
        .collect()
}

/// The lines of the clauses in force.
fn rules() -> Vec<Line> {
    let mut lines = table(RULES);
    lines.retain(|l| !l["note"].starts_with("retired"));
    lines
}

fn policy() -> Policy {
    let text = Policy::shipped("eu-b2b").expect("the policy");
    Policy::parse("eu-b2b", text, CATALOGUE).unwrap_or_else(|e| panic!("{e:?}"))
}

/// The words of a field, in their order.
fn list(field: &str, between: char) -> Vec<&str> {
    let words = field.split(between).map(str::trim);
    words.filter(|w| !w.is_empty()).collect()
}

fn set<T: AsRef<str>>(words: &[T]) -> BTreeSet<&str> {
    words.iter().map(AsRef::as_ref).collect()
}

/// Everything in which two sides differ, in the words of both.
struct Differences(Vec<String>);

impl Differences {
    fn compare<T: std::fmt::Debug + PartialEq<U>, U: std::fmt::Debug>(
        &mut self,
        of: &str,
        what: &str,
        policy: T,
        table: U,
    ) {
        if policy != table {
            self.0.push(format!(
                "{of} {what}: the policy says {policy:?}, the table {table:?}"
            ));
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

#[test]
fn bins_are_those_of_the_rules_in_their_order() {
    let mut differences = Differences(Vec::new());
    let lines = rules();
    for check in CATALOGUE {
        for line in lines.iter().filter(|l| l["check"] == check.id) {
            let of = &line["code"];
            differences.compare(of, "bins", check.bins, list(&line["bins"], ';'));
            differences.compare(of, "scope", scope(check.scope), line["scope"].as_str());
        }
    }
    differences.none();
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Row => "row",
        Scope::Key => "key",
        Scope::Document => "document",
        Scope::Buyer => "buyer",
        Scope::Delivery => "delivery",
    }
}

#[test]
fn the_shipped_policies_are_read_with_the_catalogue() {
    for name in Policy::shipped_names() {
        let text = Policy::shipped(name).unwrap_or_default();
        let policy = Policy::parse(name, text, CATALOGUE);
        if let Err(errors) = &policy {
            for e in &errors.0 {
                println!("{} {:?} {}", e.code.id, e.at, e.message.en);
            }
        }
        assert!(policy.is_ok(), "{name}");
    }
}

#[test]
fn every_clause_says_what_its_line_of_the_rules_says() {
    let (policy, lines) = (policy(), rules());
    let mut differences = Differences(Vec::new());
    for clause in &policy.clauses {
        match lines.iter().find(|l| l["code"] == clause.code) {
            Some(line) => compare(&mut differences, &policy, clause, line),
            None => differences.0.push(format!("{} has no line", clause.code)),
        }
    }
    let order: Vec<&str> = lines.iter().map(|l| l["code"].as_str()).collect();
    let place = |c: &Clause| order.iter().position(|o| *o == c.code);
    if !policy.clauses.is_sorted_by_key(place) {
        let clauses = "clauses stand in another order than their lines";
        differences.0.push(clauses.to_owned());
    }
    differences.none();
}

fn compare(d: &mut Differences, policy: &Policy, clause: &Clause, line: &Line) {
    let of = clause.code.as_str();
    let is = |column: &str| line[column].as_str();
    d.compare(of, "check", clause.check.as_str(), is("check"));
    d.compare(of, "scope", scope(clause.scope), is("scope"));

    let bins = list(is("bins"), ';');
    let (bad, unproven) = (list(is("bad_bins"), ';'), list(is("unproven_bins"), ';'));
    let rest = |b: &&str| !bad.contains(b) && !unproven.contains(b);
    let good: Vec<&str> = bins.iter().copied().filter(rest).collect();
    d.compare(of, "bad", set(&clause.bad), set(&bad));
    d.compare(of, "unproven", set(&clause.unproven), set(&unproven));
    d.compare(of, "good", set(&clause.good), set(&good));

    let conditions: BTreeMap<&str, BTreeSet<&str>> = list(is("where"), ';')
        .into_iter()
        .map(|c| c.split_once('=').expect("check=bins"))
        .map(|(check, bins)| (check, list(bins, '|').into_iter().collect()))
        .collect();
    let conditioned = clause.conditions.iter();
    let conditioned: BTreeMap<&str, BTreeSet<&str>> =
        conditioned.map(|(c, b)| (c.as_str(), set(b))).collect();
    d.compare(of, "where", conditioned, conditions);

    d.compare(of, "max", bound(&clause.max, &bad), is("max"));
    let most = bound(&clause.max_unproven, &unproven);
    d.compare(of, "max-unproven", most, is("max_unproven"));
    d.compare(of, "severity", clause.severity.name(), is("severity"));
    d.compare(of, "block", clause.block.name(), is("block"));
    let withhold: Vec<&str> = clause.withhold.iter().map(|t| t.name()).collect();
    d.compare(of, "withhold", withhold, list(is("withhold"), ';'));
    let channels: Vec<&str> = clause.channels.iter().map(|c| c.name()).collect();
    d.compare(of, "channels", channels, list(is("channels"), ';'));
    d.compare(of, "level", clause.level.name(), is("level"));
    d.compare(of, "certainty", clause.certainty.name(), is("certainty"));
    d.compare(of, "law", &clause.law, &list(is("law"), ';'));
    let seed: Vec<String> = clause.seed.iter().map(u64::to_string).collect();
    d.compare(of, "seed", seed, list(is("seed"), ';'));
    // a blocker is never waived away
    d.compare(of, "waivable", clause.waivable, is("severity") != "blocker");

    let [title, demand] = [&clause.title, &clause.demand];
    d.compare(of, "title.en", title.en.as_str(), is("title_en"));
    d.compare(of, "title.de", title.de.as_str(), is("title_de"));
    d.compare(of, "demand.en", demand.en.as_str(), is("demand_en"));
    d.compare(of, "demand.de", demand.de.as_str(), is("demand_de"));
    let name = |remedy: &Option<String>| remedy.clone().unwrap_or_default();
    let [unproven, breached] = [&clause.remedy_unproven, &clause.remedy_breached];
    d.compare(of, "remedy", name(unproven), is("remedy_unproven"));
    d.compare(of, "remedy", name(breached), is("remedy_breached"));
    // the first step: of what is missing, if it can be missing
    let first = unproven.as_ref().or(breached.as_ref());
    let owed = first.and_then(|r| policy.remedies.get(r)).map(owner);
    d.compare(of, "owed-by", owed.unwrap_or_default(), is("owed_by"));
}

/// A bound as the table writes it: nothing where there is nothing to bound.
fn bound(bound: &Bound, bins: &[&str]) -> String {
    match bound {
        _ if bins.is_empty() => String::new(),
        Bound::Share(share) => format!("share={}", share.as_str()),
        Bound::Count(n) => format!("count={n}"),
    }
}

fn owner(remedy: &Remedy) -> String {
    let name = serde_json::to_value(remedy.owed_by).expect("a name");
    name.as_str().expect("a name").to_owned()
}

#[test]
fn every_line_of_the_rules_is_a_clause() {
    let policy = policy();
    let mut missing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let lines = rules();
    for line in lines.iter().filter(|l| policy.clause(&l["code"]).is_none()) {
        let (family, _) = line["code"].split_once('-').expect("family and number");
        missing.entry(family).or_default().push(&line["code"]);
    }
    for (family, codes) in &missing {
        println!("{family}: {}", codes.join(" "));
    }
    let families: Vec<&str> = missing.keys().copied().collect();
    let lost: Vec<_> = families.iter().filter(|f| !NOT_BUILT.contains(f)).collect();
    assert!(
        lost.is_empty(),
        "clauses are missing: {lost:?}, see the list above"
    );
    let whole: Vec<_> = NOT_BUILT.iter().filter(|f| !families.contains(f)).collect();
    assert!(
        whole.is_empty(),
        "{whole:?} is whole: take it from NOT_BUILT in tests/it/rules.rs"
    );
}

#[test]
fn the_matrix_is_that_of_the_table() {
    let policy = policy();
    let mut lines: BTreeMap<[String; 4], Line> = table(MATRIX)
        .into_iter()
        .map(|l| {
            let key = ["country", "channel", "subscriber", "mailbox"].map(|c| l[c].clone());
            (key, l)
        })
        .collect();
    assert_eq!(
        lines.len(),
        table(MATRIX).len(),
        "a cell stands there twice"
    );
    let mut differences = Differences(Vec::new());
    for cell in policy.matrix.cells() {
        let any = |axis: &Option<String>| axis.clone().unwrap_or_else(|| "any".to_owned());
        let key = [
            cell.country.clone(),
            cell.channel.name().to_owned(),
            any(&cell.subscriber),
            any(&cell.mailbox),
        ];
        let of = key.join(" ");
        let Some(line) = lines.remove(&key) else {
            differences.0.push(format!("{of} has no line"));
            continue;
        };
        let mut compare = |what: &str, policy: &str| {
            differences.compare(&of, what, policy, line[what].as_str());
        };
        compare("value", &cell.written);
        compare("certainty", cell.certainty.name());
        compare("register", cell.register.as_deref().unwrap_or_default());
        let scope = cell.register_scope.as_deref();
        compare("register_scope", scope.unwrap_or_default());
        let days = cell.max_age_days.map(|d| d.to_string());
        compare("max_age_days", &days.unwrap_or_default());
        let from = cell.valid_from.map(|d| d.to_string());
        compare("valid_from", &from.unwrap_or_default());
        let statute = list(&line["statute"], ';');
        differences.compare(&of, "statute", &cell.law, &statute);
    }
    let left = lines
        .keys()
        .map(|k| format!("{} is not there", k.join(" ")));
    differences.0.extend(left);
    differences.none();
}

#[test]
fn the_remedies_are_those_of_the_table() {
    let policy = policy();
    let lines = table(REMEDIES);
    let mut differences = Differences(Vec::new());
    for line in &lines {
        let of = line["code"].as_str();
        let Some(remedy) = policy.remedies.get(of) else {
            differences.0.push(format!("{of} is not there"));
            continue;
        };
        let is = |column: &str| line[column].as_str();
        differences.compare(of, "owed-by", owner(remedy), is("owed_by"));
        let objects = list(is("object"), ';');
        differences.compare(of, "objects", &remedy.objects, &objects);
        let sentence = &remedy.sentence;
        differences.compare(of, "en", sentence.en.as_str(), is("sentence_en"));
        differences.compare(of, "de", sentence.de.as_str(), is("sentence_de"));
        let unknown = remedy.if_unknown.as_ref();
        let [en, de] = [unknown.map(|t| &t.en), unknown.map(|t| &t.de)];
        let text = |t: Option<&String>| t.cloned().unwrap_or_default();
        differences.compare(of, "if-unknown.en", text(en), is("if_unknown_en"));
        differences.compare(of, "if-unknown.de", text(de), is("if_unknown_de"));
    }
    let known: Vec<&str> = lines.iter().map(|l| l["code"].as_str()).collect();
    let others = policy
        .remedies
        .keys()
        .filter(|c| !known.contains(&c.as_str()));
    differences
        .0
        .extend(others.map(|c| format!("{c} has no line")));
    differences.none();
}
