//! What only a reader of the papers can answer: per document the questions of the checks that are still open, with the
//! bins that may be the answer.

use super::ask::remedy;
use super::build::{Sources, found};
use super::{Question, Reading};
use crate::base::label::Label;
use crate::base::lang::{Lang, Text};
use crate::record::check::find;
use crate::record::dossier::{Document, KINDS};
use crate::record::policy::{Clause, Owner};
use crate::record::verdict::Status;

/// Bins that no reader may give as an answer: they say how well something is known, or that nothing is.
const NO_ANSWER: [&str; 4] = ["declared", "documented", "illegible", "blank"];

/// Documents in the order of their kinds, each with its questions, the weightiest first; last the questions that are
/// about no single kind of document.
pub(super) fn readings(from: &Sources<'_>) -> Vec<Reading> {
    let mut open: Vec<&Clause> = found(from)
        .filter(|(c, f)| {
            f.status == Status::Unproven
                && remedy(c, f.status)
                    .and_then(|r| from.policy.remedies.get(r))
                    .is_some_and(|r| r.owed_by == Owner::Reviewer)
        })
        .map(|(c, _)| c)
        .collect();
    open.sort_by_key(|c| c.severity);
    let mut out: Vec<Reading> = Vec::new();
    let mut documents: Vec<&Document> = from.dossier.documents.iter().collect();
    documents.retain(|d| d.at_hand());
    documents.sort_by_key(|d| d.kinds.iter().filter_map(|k| place(k)).min());
    for document in documents {
        let kinds: Vec<&'static str> = document.kinds.iter().map(|k| k.as_str()).collect();
        let mut questions = Vec::new();
        for clause in &open {
            let Some(of) = asked_of(clause) else { continue };
            let meant = of.is_none_or(|of| kinds.iter().any(|k| of.iter().any(|o| o == k)));
            if meant && !answered(from, &clause.check, &document.id) {
                ask(&mut questions, from, clause);
            }
        }
        if !questions.is_empty() {
            out.push(Reading {
                document: Some(document.id.clone()),
                kinds,
                questions,
            });
        }
    }
    let mut others = Vec::new();
    for clause in open.iter().filter(|c| asked_of(c).is_none()) {
        ask(&mut others, from, clause);
    }
    if !others.is_empty() {
        out.push(Reading {
            document: None,
            kinds: Vec::new(),
            questions: others,
        });
    }
    out
}

fn place(kind: &str) -> Option<usize> {
    KINDS.iter().position(|k| *k == kind)
}

/// The kinds of document that the clause's question is asked of; `Some(None)`: of every document; `None`: of no single
/// one.
fn asked_of(clause: &Clause) -> Option<Option<&Vec<String>>> {
    use crate::record::check::Scope;
    (clause.scope == Scope::Document).then(|| clause.conditions.get("document-kind"))
}

fn answered(from: &Sources<'_>, check: &str, document: &Label) -> bool {
    let reviews = &from.dossier.reviews;
    reviews
        .iter()
        .any(|r| r.check == check && r.document == *document)
}

fn ask(questions: &mut Vec<Question>, from: &Sources<'_>, clause: &Clause) {
    if let Some(q) = questions.iter_mut().find(|q| q.check == clause.check) {
        q.clauses.push(clause.code.clone());
        return;
    }
    let page = find(from.catalogue, &clause.check);
    let question = page.map_or_else(
        || clause.title.clone(),
        |c| Text {
            en: c.question(Lang::En).to_owned(),
            de: c.question(Lang::De).to_owned(),
        },
    );
    let bins = from.policy.checks.bins(&clause.check);
    questions.push(Question {
        check: clause.check.clone(),
        question,
        answers: bins
            .into_iter()
            .filter(|b| !NO_ANSWER.contains(b))
            .map(str::to_owned)
            .collect(),
        clauses: vec![clause.code.clone()],
        severity: clause.severity,
    });
}
