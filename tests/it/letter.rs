//! Letters for every delivery of testdata/lists: nothing twice, nothing that is answered already, nobody asked who does
//! not owe it, nothing of the vendor's forgotten, and no word in the wrong language.

use std::collections::BTreeSet;

use beleg::base::lang::Lang;
use beleg::checks::CATALOGUE;
use beleg::record::check::Scope;
use beleg::record::path::{Path, path};
use beleg::record::policy::{Clause, Owner, Policy};
use beleg::record::verdict::{Finding, Severity, Status, Verdict};
use beleg::report::letter::{
    Count, Item, Letter, Manner, POINTS, Sources, To, html, json, markdown, text,
};

use crate::binary::root;
use crate::deliveries::{audited, expected, list_of, policy};

/// One delivery, judged, and the place to note what is wrong with its letters.
struct Case<'a> {
    name: &'a str,
    policy: &'a Policy,
    verdict: &'a Verdict,
    path: &'a Path,
    wrong: Vec<String>,
}

impl Case<'_> {
    fn note(&mut self, what: String) {
        self.wrong.push(format!("{}: {what}", self.name));
    }

    fn found(&self) -> impl Iterator<Item = (&Clause, &Finding)> {
        let all = self.policy.clauses.iter();
        all.filter_map(|c| Some((c, self.verdict.finding(&c.code)?)))
    }

    /// The remedy that an open clause asks for, if this party owes it.
    fn owed(&self, clause: &Clause, status: Status, owner: Owner) -> Option<String> {
        let name = match status {
            Status::Breached => clause.remedy_breached.clone(),
            Status::Unproven => clause.remedy_unproven.clone(),
            _ => None,
        };
        name.filter(|n| self.policy.remedies[n].owed_by == owner)
    }

    fn items(&mut self, letter: &Letter, owner: Owner) {
        let all: Vec<&Item> = letter.items.iter().chain(&letter.further).collect();
        let points = letter.items.len() + usize::from(!letter.further.is_empty());
        if points > POINTS {
            self.note(format!("{points} points"));
        }
        let names: BTreeSet<&String> = all.iter().map(|i| &i.remedy).collect();
        if names.len() != all.len() {
            self.note("a remedy stands twice".to_owned());
        }
        for item in &all {
            if self.policy.remedies[&item.remedy].owed_by != owner {
                self.note(format!("{} is not owed by {owner:?}", item.remedy));
            }
            for c in &item.concerns {
                let finding = self.verdict.finding(&c.code).expect("a finding").clone();
                let steps = [&self.path.acquisition, &self.path.contact];
                let takes = steps
                    .into_iter()
                    .flatten()
                    .flat_map(|p| &p.steps)
                    .any(|s| s.remedy == item.remedy && s.clauses.contains(&c.code));
                let fits = match item.manner {
                    Manner::If => finding.status == Status::NotApplicable,
                    _ => finding.status.is_open() || takes,
                };
                if !fits {
                    self.note(format!(
                        "{} is asked for {}, which is {:?}",
                        item.remedy, c.code, finding.status
                    ));
                }
                if c.scope == Scope::Row && matches!(c.units, Some(Count::Exactly(1..=4))) {
                    self.note(format!("{} shows a figure about few people", c.code));
                }
            }
        }
        let owed: Vec<(String, String)> = self
            .found()
            .filter(|(c, f)| f.status.is_open() && c.severity <= Severity::Major)
            .filter_map(|(c, f)| Some((c.code.clone(), self.owed(c, f.status, owner)?)))
            .collect();
        for (code, remedy) in owed {
            let served = all
                .iter()
                .any(|i| i.remedy == remedy && i.concerns.iter().any(|c| c.code == code));
            if !served {
                self.note(format!("{code} is open, and nobody is asked for {remedy}"));
            }
        }
    }

    /// What only a reader can answer is asked of a document that is at hand, with answers that its check has.
    fn readings(&mut self, letter: &Letter) {
        for reading in &letter.readings {
            for q in &reading.questions {
                let check = CATALOGUE.iter().find(|c| c.id == q.check).expect("a check");
                let known = |a: &String| check.bins.contains(&a.as_str());
                if q.answers.len() < 2 || !q.answers.iter().all(known) {
                    self.note(format!("{}: answers {:?}", q.check, q.answers));
                }
            }
        }
        let open: Vec<String> = self
            .found()
            .filter_map(|(c, f)| {
                self.owed(c, f.status, Owner::Reviewer)?;
                Some(c.code.clone())
            })
            .collect();
        for code in open {
            let questions = letter.readings.iter().flat_map(|r| &r.questions);
            if !questions.flat_map(|q| &q.clauses).any(|c| *c == code) {
                self.note(format!("{code} waits for a reader, and is not asked"));
            }
        }
    }
}

/// Runs of at least six digits, and everything with an `@`: what would betray a cell.
fn telling(text: &str) -> BTreeSet<String> {
    let digits = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|w| w.len() >= 6);
    let addresses = text
        .split(|c: char| c.is_whitespace() || ",;\"|\t".contains(c))
        .filter(|w| w.contains('@'));
    digits.chain(addresses).map(str::to_owned).collect()
}

/// Sentences and cells of at least four words that carry small letters.
fn sentences(text: &str) -> BTreeSet<String> {
    let one = text.split_whitespace().collect::<Vec<_>>().join(" ");
    one.split(['.', ':', ';', '“', '”', '„', '|'])
        .map(str::trim)
        .filter(|s| {
            s.split(' ')
                .filter(|w| w.chars().all(char::is_lowercase))
                .count()
                >= 4
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn letters_ask_for_what_is_owed_and_for_nothing_else() {
    let policy = policy();
    let mut wrong = Vec::new();
    for delivery in expected()["deliveries"].as_array().expect("deliveries") {
        let name = delivery["name"].as_str().expect("name");
        let (audit, dossier) = audited(name, &policy);
        let path = path(&policy, &audit.census, &audit.verdict);
        let mut case = Case {
            name,
            policy: &policy,
            verdict: &audit.verdict,
            path: &path,
            wrong: Vec::new(),
        };
        let cells =
            std::fs::read(list_of(&root().join("testdata/lists").join(name))).expect("list");
        let cells = telling(&String::from_utf8_lossy(&cells));
        for (to, owner) in [
            (To::Vendor, Owner::Vendor),
            (To::Buyer, Owner::Buyer),
            (To::Reviewer, Owner::Reviewer),
        ] {
            let sources = Sources {
                policy: &policy,
                census: &audit.census,
                verdict: &audit.verdict,
                path: &path,
                dossier: &dossier,
                catalogue: CATALOGUE,
                names: Vec::new(),
                record: "B-0000-0000-0000-0000".to_owned(),
                signed: false,
                unverified: false,
            };
            let letter = Letter::new(to, &sources);
            match to {
                To::Reviewer => case.readings(&letter),
                _ => case.items(&letter, owner),
            }
            let [en, de] = [Lang::En, Lang::De].map(|l| text::render(&letter, l));
            for said in sentences(&en).intersection(&sentences(&de)) {
                case.note(format!("in both languages: {said}"));
            }
            let forms = [
                en,
                markdown::render(&letter, Lang::De),
                html::render(&letter, Lang::De),
                json::render(&letter, Lang::En),
            ];
            for form in &forms {
                let digest = |t: &str| {
                    let lists = audit.census.lists.iter();
                    lists.fold(t.to_owned(), |t, l| t.replace(&l.sha256.to_string(), ""))
                };
                for value in telling(&digest(form)).intersection(&cells) {
                    case.note(format!("shows {value}"));
                }
                if form.contains('@') && !form.contains("@page") {
                    case.note("shows an address".to_owned());
                }
            }
        }
        wrong.extend(case.wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
