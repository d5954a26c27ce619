//! What is asked about a document. Of checks of documents nobody lists it: a question belongs to a document if an answer
//! about it would move the check. Of checks that sort something else the papers that they look into are named.

use serde::Serialize;

use crate::base::clock::Day;
use crate::base::error::printable;
use crate::base::label::Label;
use crate::base::lang::Lang;
use crate::checks;
use crate::cli::dossier::against::Standing;
use crate::cli::dossier::document::Found;
use crate::cli::dossier::held::Held;
use crate::cli::{Format, Globals};
use crate::record::check::{Check, Scope, find};
use crate::record::dossier::stated::Places;
use crate::record::dossier::{Document, Dossier, Fact, Review, answers};
use crate::record::needs::Ground;
use crate::record::papers::{PaperSorter, Papers, units};
use crate::report::page::Page;

/// Checks of rows, parties and the delivery, and the kinds of document whose reading they look at.
const OF_OTHERS: [(&str, &[&str]); 10] = [
    (
        "basis-evidence",
        &[
            "basis-statement",
            "legitimate-interest-assessment",
            "consent-text",
            "consent-log",
        ],
    ),
    ("lia-cover", &["legitimate-interest-assessment"]),
    ("consent-record", &["consent-log"]),
    ("removal-match", &["removals-since-export"]),
    ("dnc-screening-age", &["dnc-log"]),
    ("dnc-register", &["dnc-log"]),
    ("mail-exclusion", &["dnc-log"]),
    ("controller-kind", &["vendor-identity"]),
    ("notice-exemption", &["privacy-notice", "art14-notice"]),
    ("declaration-signature", &["completeness-declaration"]),
];

/// One question about a document.
pub struct Question {
    /// The check, or the check and the entry that it is asked about (`source-purpose@imprint`).
    pub address: String,
    pub check: &'static Check,
    pub answers: Vec<&'static str>,
    /// What was answered so far; the worst counts.
    pub answered: Vec<String>,
}

/// The questions about a document in these kinds: those that clauses of the policy ask.
pub fn of(
    held: &Held,
    standing: &Standing,
    found: &Found<'_>,
    kinds: &[&'static str],
) -> Vec<Question> {
    let policy = standing.policy();
    let asked = |id: &str| {
        let mut clauses = policy.clauses.iter();
        clauses.any(|c| c.check == id || c.conditions.contains_key(id))
    };
    let own = found.own(held);
    let sorters = checks::papers();
    let ground = Ground {
        policy,
        dossier: &held.dossier,
        as_of: standing.as_of,
        sorters: &[],
        census: standing.audited.as_ref().map(|a| &a.census),
    };
    let mut questions = Vec::new();
    for (check, sort) in &sorters {
        let ours = check.scope == Scope::Buyer;
        // what may be stated of the whole delivery any paper could move
        if ours != own || !asked(check.id) || Places::of(check).delivery {
            continue;
        }
        let answers = answers(check, true);
        let probe = Probe {
            ground: &ground,
            check,
            sort: *sort,
            document: found.document,
            kinds,
        };
        if answers.iter().any(|a| probe.moves(a)) {
            questions.push(question(check.id.to_owned(), check, held, found));
        }
    }
    for (id, of_kinds) in OF_OTHERS {
        let about = !own && of_kinds.iter().any(|k| kinds.contains(k));
        if let Some(check) = find(checks::CATALOGUE, id).filter(|_| about && asked(id)) {
            questions.push(question(id.to_owned(), check, held, found));
        }
    }
    let entries = entries(&held.dossier, found.document);
    for (id, entry) in entries.into_iter().filter(|(id, _)| asked(id)) {
        if let Some(check) = find(checks::CATALOGUE, &id) {
            questions.push(question(format!("{id}@{entry}"), check, held, found));
        }
    }
    questions
}

fn question(address: String, check: &'static Check, held: &Held, found: &Found<'_>) -> Question {
    let name = |r: &Review| match r.source.as_ref().or(r.text.as_ref()) {
        Some(entry) => format!("{}@{entry}", r.check),
        None => r.check.clone(),
    };
    let reviews = held.dossier.reviews.iter();
    let mine = reviews.filter(|r| r.document == found.document.id && name(r) == address);
    Question {
        check,
        answers: answers(check, true),
        answered: mine.map(|r| r.answer.clone()).collect(),
        address,
    }
}

/// Facts of sources and consent texts that are said to stand in this document: whoever reads it can confirm them.
fn entries(dossier: &Dossier, document: &Document) -> Vec<(String, Label)> {
    let named = |f: &&Fact| f.document.as_ref() == Some(&document.id);
    let of_sources = dossier.sources().iter().map(|s| (&s.id, &s.facts));
    let of_texts = dossier.texts().iter().map(|t| (&t.id, &t.facts));
    let all = of_sources.chain(of_texts);
    let fit = all.filter(|(id, _)| !id.as_str().starts_with('#'));
    fit.flat_map(|(id, facts)| {
        let mine = facts.iter().filter(named);
        mine.map(|f| (f.check.clone(), id.clone()))
            .collect::<Vec<_>>()
    })
    .collect()
}

/// Whether a check may be answered about a document: it is among its questions, or it is none of documents, and only the
/// list or the declaration could tell.
pub fn takes(address: &str, questions: &[Question]) -> bool {
    let name = address.split('@').next().unwrap_or(address);
    if questions.iter().any(|q| q.address == address) {
        return true;
    }
    match find(checks::CATALOGUE, name) {
        // the dossier's reader names what it does not know, with the nearest check
        None => true,
        Some(check) => !matches!(check.scope, Scope::Document | Scope::Buyer),
    }
}

/// A check, and the document that an answer would be about.
struct Probe<'a> {
    ground: &'a Ground<'a, 'a>,
    check: &'static Check,
    sort: PaperSorter,
    document: &'a Document,
    kinds: &'a [&'static str],
}

impl Probe<'_> {
    /// Whether this answer, given alone, would move the check from where it stands with none.
    fn moves(&self, answer: &str) -> bool {
        let mut dossier = self.ground.dossier.clone();
        dossier
            .reviews
            .retain(|r| r.check != self.check.id || r.document != self.document.id);
        let before = self.sorted(&dossier);
        dossier.reviews.push(Review {
            check: self.check.id.to_owned(),
            source: None,
            text: None,
            document: self.document.id.clone(),
            answer: answer.to_owned(),
            page: None,
            by: Label::position(1),
            at: Day(0),
        });
        self.sorted(&dossier) != before
    }

    /// The bins of the units that the document's kinds are; of a check with one unit that one.
    fn sorted(&self, dossier: &Dossier) -> Vec<usize> {
        let sort = |papers: &Papers<'_>| (self.sort)(papers);
        let bins = self.ground.with_papers(dossier, sort);
        let names = units(bins.len());
        if names.len() != bins.len() || names.len() == 1 {
            return bins;
        }
        let mine = names
            .iter()
            .zip(bins)
            .filter(|(n, _)| self.kinds.contains(n));
        mine.map(|(_, bin)| bin).collect()
    }
}

/// The paragraphs that say how a check is decided.
pub fn how(check: &Check, lang: Lang) -> Vec<String> {
    let heading = match lang {
        Lang::En => "## How it is decided",
        Lang::De => "## Wie entschieden wird",
    };
    let page = check.page.get(lang);
    let section = page.split_once(heading).map_or("", |(_, rest)| rest);
    let section = section.split("\n ## ").next().unwrap_or(section);
    let section = section.split("\n## ").next().unwrap_or(section);
    let paragraphs = section.split("\n \n").flat_map(|p| p.split("\n\n"));
    let words = |p: &str| p.split_whitespace().collect::<Vec<_>>().join(" ");
    paragraphs.map(words).filter(|p| !p.is_empty()).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    check: &'a str,
    question: &'static str,
    how: Vec<String>,
    answers: &'a [&'static str],
    answered: &'a [String],
    lang: &'static str,
}

/// The questions where nobody can be asked.
pub fn list(questions: &[Question], file: &str, globals: &Globals) -> String {
    let lang = globals.lang;
    if globals.format == Format::Json {
        let line = |q: &Question| {
            let wire = Wire {
                check: &q.address,
                question: q.check.question(lang),
                how: how(q.check, lang),
                answers: &q.answers,
                answered: &q.answered,
                lang: lang.code(),
            };
            serde_json::to_string(&wire).unwrap_or_default() + "\n"
        };
        return questions.iter().map(line).collect();
    }
    let mut page = Page::new(globals.look, 4);
    let (file, n) = (printable(file), questions.len());
    page.wide(&match (n, lang) {
        (0, Lang::En) => format!("{file}: no clause asks anything about it"),
        (0, Lang::De) => format!("{file}: keine Klausel fragt etwas dazu"),
        (1, Lang::En) => format!("{file}: 1 question; answer with --check, --answer, --page, --by"),
        (1, Lang::De) => format!("{file}: 1 Frage; Antwort mit --check, --answer, --page, --by"),
        (_, Lang::En) => {
            format!("{file}: {n} questions; answer with --check, --answer, --page, --by")
        }
        (_, Lang::De) => format!("{file}: {n} Fragen; Antwort mit --check, --answer, --page, --by"),
    });
    for q in questions {
        page.blank();
        page.head(&format!("{} · {}", q.address, q.check.question(lang)), "");
        for paragraph in how(q.check, lang) {
            page.text("", &paragraph);
        }
        let (answers, answered) = match lang {
            Lang::En => ("Answers", "answered"),
            Lang::De => ("Antworten", "beantwortet"),
        };
        let mut line = format!("{answers}: {}", q.answers.join(" · "));
        if !q.answered.is_empty() {
            line.push_str(&format!(" ({answered}: {})", q.answered.join(", ")));
        }
        page.text("", &line);
    }
    globals.look.finish(page.finish())
}
