//! The facts of one dossier: those that every declaration can have, and those of its own sources, texts and checks; which
//! of them are stated, and which clauses wait for them.

use crate::base::lang::{Text, Words};
use crate::checks::CATALOGUE;
use crate::record::channel::Channel;
use crate::record::check::{Check, find};
use crate::record::dossier::field::{self, BUYER, DECLARED, Field, Form, SOURCE};
use crate::record::dossier::stated::{Places, Said};
use crate::record::dossier::{Grade, answers};
use crate::record::policy::{Clause, Policy};
use crate::text;

use super::against::Standing;
use super::held::Held;

/// What a fact's value has to be.
#[derive(Clone, Copy)]
pub enum Wanted {
    Form(Form),
    /// One of a check's bins.
    Answer(&'static Check),
}

/// A fact of this dossier.
#[derive(Clone)]
pub struct Fact {
    /// As it is typed: `gdpr.countries`, `source-purpose@imprint`.
    pub address: String,
    pub wanted: Wanted,
    pub meaning: Words,
    /// Checks that look at it.
    pub serves: Vec<&'static str>,
    /// A key of the buyer's own side, which is set; everything else is answered.
    pub own: bool,
}

impl Fact {
    fn field(field: &'static Field, own: bool) -> Self {
        Self {
            address: field.address.to_owned(),
            wanted: Wanted::Form(field.form),
            meaning: field.meaning,
            serves: field.serves.to_vec(),
            own,
        }
    }

    /// Whether every answer is one more entry.
    pub fn is_list(&self) -> bool {
        matches!(self.wanted, Wanted::Form(Form::Entry(_)))
    }

    /// Words that the value may be; empty if it is something else.
    pub fn words(&self) -> Vec<&'static str> {
        match self.wanted {
            Wanted::Answer(check) => answers(check, false),
            Wanted::Form(Form::One(words) | Form::Some(words)) => words.to_vec(),
            Wanted::Form(Form::Bases | Form::Basis) => field::BASIS_NAMES.to_vec(),
            Wanted::Form(Form::Channels) => Channel::ALL.map(Channel::name).to_vec(),
            Wanted::Form(_) => Vec::new(),
        }
    }

    /// What the value has to be, in words.
    pub fn takes(&self) -> Text {
        match self.wanted {
            Wanted::Form(form) => super::answer::takes(form),
            Wanted::Answer(_) => {
                let all = self.words().join(", ");
                text!("one of {all}", "eines von {all}")
            }
        }
    }
}

/// Every fact of this dossier: the buyer's side, block 3, the parts of each source, and what checks ask.
pub fn all(held: &Held) -> Vec<Fact> {
    let mut facts: Vec<Fact> = BUYER.iter().map(|f| Fact::field(f, true)).collect();
    facts.extend(DECLARED.iter().map(|f| Fact::field(f, false)));
    let sources = held.dossier.sources();
    let sources: Vec<&str> = sources.iter().map(|s| s.id.as_str()).collect();
    let texts = held.dossier.texts();
    let texts: Vec<&str> = texts.iter().map(|t| t.id.as_str()).collect();
    // an entry without a fit id cannot be addressed
    let named = |ids: &[&str]| -> Vec<String> {
        let fit = ids.iter().filter(|id| !id.starts_with('#'));
        fit.map(|id| (*id).to_owned()).collect()
    };
    for id in named(&sources) {
        facts.extend(SOURCE.iter().map(|part| Fact {
            address: format!("{}@{id}", part.key),
            wanted: Wanted::Form(part.form),
            meaning: part.meaning,
            serves: Vec::new(),
            own: false,
        }));
    }
    for check in CATALOGUE {
        let places = Places::of(check);
        let mut add = |address: String| {
            facts.push(Fact {
                address,
                wanted: Wanted::Answer(check),
                meaning: question(check),
                serves: vec![check.id],
                own: false,
            })
        };
        if places.delivery {
            add(check.id.to_owned());
        }
        if places.source {
            named(&sources)
                .iter()
                .for_each(|id| add(format!("{}@{id}", check.id)));
        }
        if places.text {
            named(&texts)
                .iter()
                .for_each(|id| add(format!("{}@{id}", check.id)));
        }
    }
    facts
}

fn question(check: &'static Check) -> Words {
    use crate::base::lang::Lang;
    Words {
        en: check.question(Lang::En),
        de: check.question(Lang::De),
    }
}

/// A fact by what was typed. A check of rows, keys or the delivery is one even if no example states it: the reader
/// decides what is accepted.
pub fn named(address: &str, held: &Held) -> Option<Fact> {
    let plain = address.trim_start_matches("gdpr.facts.");
    if let Some(fact) = all(held).into_iter().find(|f| f.address == plain) {
        return Some(fact);
    }
    let (name, id) = plain
        .split_once('@')
        .map_or((plain, None), |(n, id)| (n, Some(id)));
    let part = SOURCE.iter().find(|p| p.key == name && id.is_some());
    let check = find(CATALOGUE, name);
    let wanted = part.map(|p| (Wanted::Form(p.form), p.meaning));
    let wanted = wanted.or(check.map(|c| (Wanted::Answer(c), question(c))));
    wanted.map(|(wanted, meaning)| Fact {
        address: plain.to_owned(),
        wanted,
        meaning,
        serves: Vec::new(),
        own: false,
    })
}

/// Whether a fact is stated by anyone.
pub struct Known(Said);

impl Known {
    pub fn of(held: &Held) -> Self {
        let declaration = held.declaration.as_ref();
        let declaration = declaration.map(|(name, text)| (name.as_str(), text.as_str()));
        Self(Said::new(declaration, &held.text))
    }

    pub fn is(&self, fact: &Fact) -> bool {
        self.0.fact(&fact.address)
    }
}

/// How well an answer of the buyer's is known.
pub fn grade(fact: &Fact, held: &Held) -> Option<Grade> {
    let (name, id) = match fact.address.split_once('@') {
        Some((name, id)) => (name, Some(id)),
        None => (fact.address.as_str(), None),
    };
    let same = |a: &&crate::record::dossier::Answer| {
        let entry = a.source.as_ref().or(a.text.as_ref()).map(|l| l.as_str());
        a.fact == name && entry == id
    };
    held.dossier.answers.iter().rfind(same).map(|a| a.grade)
}

/// A fact that somebody waits for.
pub struct Awaited<'a> {
    pub fact: Fact,
    /// The clauses, the weightiest first.
    pub clauses: Vec<&'a Clause>,
}

/// Keys without which a dossier says neither what was bought nor by whom.
const BASICS: [&str; 6] = [
    "vendor",
    "delivery",
    "received",
    "buyer.names",
    "buyer.channels",
    "buyer.countries",
];

/// The facts that nobody has stated and that a clause waits for: the basics, then in the order of the path, then by the
/// weight of the clauses. With an audit only open clauses count.
pub fn awaited<'a>(held: &Held, standing: &'a Standing) -> Vec<Awaited<'a>> {
    let known = Known::of(held);
    let order = order(standing);
    let mut found: Vec<(usize, Awaited<'a>)> = Vec::new();
    for fact in all(held).into_iter().filter(|f| !known.is(f)) {
        let serving = order.iter().enumerate();
        let serving = serving.filter(|(_, c)| fact.serves.contains(&c.check.as_str()));
        let clauses: Vec<(usize, &Clause)> = serving.map(|(at, c)| (at, *c)).collect();
        let basic = BASICS.iter().position(|b| *b == fact.address);
        let place = match (basic, clauses.first()) {
            (Some(at), _) => at,
            (None, Some((at, _))) => BASICS.len() + at,
            (None, None) => continue,
        };
        let clauses = clauses.into_iter().map(|(_, c)| c).collect();
        found.push((place, Awaited { fact, clauses }));
    }
    // facts that serve the same clause keep the order in which people meet them
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, awaited)| awaited).collect()
}

/// Clauses in the order in which they matter: of the path's steps, then the other open ones; without an audit all, by
/// severity.
fn order(standing: &Standing) -> Vec<&Clause> {
    let policy: &Policy = standing.policy();
    let Some(audited) = &standing.audited else {
        let mut all: Vec<&Clause> = policy.clauses.iter().collect();
        all.sort_by_key(|c| c.severity);
        return all;
    };
    let path = &audited.path;
    let blocks = path.acquisition.iter().chain(&path.contact);
    let codes = blocks.flat_map(|b| &b.steps).flat_map(|s| &s.clauses);
    let mut found: Vec<&Clause> = codes.filter_map(|code| policy.clause(code)).collect();
    let open = audited
        .verdict
        .findings
        .iter()
        .filter(|f| f.status.is_open());
    let mut rest: Vec<&Clause> = open.filter_map(|f| policy.clause(&f.code)).collect();
    rest.sort_by_key(|c| c.severity);
    found.extend(rest);
    found
}
