//! How well the basis of a row is evidenced, and whether an assessment covers the row.
//!
//! Everything here hangs on few things: the row's basis, who states it, and its source entry. So the answers are worked
//! out once per run for every combination, and a row only looks its own up.

use std::sync::Arc;

use super::basis::{Basis, By, Inherited, Stated, inherited, stated};
use super::batch::Batch;
use super::country::{self, Said};
use super::origin;
use super::register;
use crate::base::clock::AsOf;
use crate::record::dossier::{Document, Dossier, Source};

const ASSESSMENT: &str = "legitimate-interest-assessment";
const STATEMENT: &str = "basis-statement";

/// Bins of `basis-evidence`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Grade {
    Contradicted,
    Declared,
    Recorded,
    Documented,
    Reviewed,
    Illegible,
    Blank,
}

/// Bins of `lia-cover`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Cover {
    NotCovered,
    NoAssessment,
    Declared,
    Documented,
    Covered,
    Illegible,
    Blank,
}

/// The answers for rows of one source entry, or of none.
struct Answers {
    /// By basis, then by who states it: row, papers.
    evidence: [[Grade; 2]; Basis::ALL.len()],
    cover: Cover,
}

/// For rows without an entry, then one per entry.
struct Table(Vec<Answers>);

impl Table {
    fn of(batch: &Batch<'_>) -> Arc<Self> {
        let papers = inherited(batch);
        batch.plan.once("evidence", || {
            let dossier = batch.dossier();
            let none = std::iter::once(None);
            let all = none.chain(dossier.sources().iter().enumerate().map(Some));
            Self(
                all.map(|s| answers(dossier, batch.as_of(), &papers, s))
                    .collect(),
            )
        })
    }

    fn at(&self, entry: Option<u32>) -> Option<&Answers> {
        self.0.get(entry.map_or(0, |e| e as usize + 1))
    }
}

fn answers(
    dossier: &Dossier,
    as_of: AsOf,
    papers: &Inherited,
    source: Option<(usize, &Source)>,
) -> Answers {
    let entry = source.map(|(i, _)| i as u32);
    let source = source.map(|(_, s)| s);
    let said = papers.entry(entry);
    let evidence = Basis::ALL.map(|basis| {
        [By::Row, By::Source].map(|by| grade(dossier, as_of, source, said, Stated { basis, by }))
    });
    Answers {
        evidence,
        cover: cover(dossier, as_of, source),
    }
}

/// The documents that a basis needs, one list per slot: each slot needs one of its list.
fn needed<'a>(
    dossier: &'a Dossier,
    source: Option<&Source>,
    basis: Basis,
) -> Vec<Vec<&'a Document>> {
    match basis {
        Basis::LegitimateInterest | Basis::Multiple => vec![assessments(dossier, source)],
        Basis::Consent => ["consent-text", "consent-log"]
            .map(|kind| dossier.documents(kind).collect())
            .to_vec(),
        _ => vec![dossier.documents(STATEMENT).collect()],
    }
}

/// The assessment that the source entry names, else any.
fn assessments<'a>(dossier: &'a Dossier, source: Option<&Source>) -> Vec<&'a Document> {
    match source.and_then(|s| s.assessment.as_ref()) {
        Some(named) => dossier.document(named).into_iter().collect(),
        None => dossier.documents(ASSESSMENT).collect(),
    }
}

/// Whether a reviewer answered a check's question about this document like that.
fn reviewed(
    dossier: &Dossier,
    check: &str,
    source: Option<&Source>,
    document: &Document,
    answer: &str,
) -> bool {
    dossier
        .reviews(check, source.map(|s| &s.id))
        .any(|r| r.document == document.id && r.answer == answer)
}

fn grade(
    dossier: &Dossier,
    as_of: AsOf,
    source: Option<&Source>,
    said: Option<Basis>,
    stated: Stated,
) -> Grade {
    match stated.basis {
        Basis::Blank => return Grade::Blank,
        Basis::Illegible => return Grade::Illegible,
        _ => {}
    }
    let needed = needed(dossier, source, stated.basis);
    let review = |d: &Document, answer| reviewed(dossier, "basis-evidence", source, d, answer);
    let rejected = needed.iter().flatten().any(|d| review(d, "contradicted"));
    if rejected || contradicts(dossier, source, said, stated.basis) {
        return Grade::Contradicted;
    }
    let evidence = |slot: &Vec<&Document>| slot.iter().any(|d| d.is_evidence(as_of));
    let read = |slot: &Vec<&Document>| {
        slot.iter()
            .any(|d| d.is_evidence(as_of) && review(d, "reviewed"))
    };
    if needed.iter().all(read) {
        Grade::Reviewed
    } else if needed.iter().all(evidence) {
        Grade::Documented
    } else if stated.by == By::Row {
        Grade::Recorded
    } else {
        Grade::Declared
    }
}

/// Whether the source entry, or a basis statement, names another basis. Two bases in one row agree with either.
fn contradicts(
    dossier: &Dossier,
    source: Option<&Source>,
    said: Option<Basis>,
    basis: Basis,
) -> bool {
    if basis == Basis::Multiple {
        return false;
    }
    let is_statement = |id| {
        let document = dossier.document(id);
        document.is_some_and(|d| d.kinds.iter().any(|k| *k == STATEMENT))
    };
    let of_source = source.into_iter().flat_map(|s| &s.facts);
    let of_all = dossier.declaration.iter().flat_map(|d| &d.facts);
    let stated = of_all.filter(|f| f.document.as_ref().is_some_and(is_statement));
    of_source
        .chain(stated)
        .filter(|f| f.check == "lawful-basis")
        .filter_map(|f| Basis::find(&f.is))
        .chain(said)
        .any(|other| !matches!(other, Basis::Illegible | Basis::Blank) && other != basis)
}

fn cover(dossier: &Dossier, as_of: AsOf, source: Option<&Source>) -> Cover {
    let all = assessments(dossier, source);
    let answer = |a| {
        all.iter()
            .any(|d| reviewed(dossier, "lia-cover", source, d, a))
    };
    let of_source = source.into_iter().flat_map(|s| &s.facts);
    let of_all = dossier.declaration.iter().flat_map(|d| &d.facts);
    let said: Vec<&str> = of_source
        .chain(of_all)
        .filter(|f| f.check == "lia-cover")
        .map(|f| f.is.as_str())
        .collect();
    let at_hand = all.iter().any(|d| d.is_evidence(as_of));
    let named = source.is_some_and(|s| s.assessment.is_some());
    let claimed = dossier
        .declaration
        .as_ref()
        .is_some_and(|d| d.assessment_said);
    if answer("not-covered") || said.contains(&"not-covered") {
        Cover::NotCovered
    } else if at_hand && answer("covered") {
        Cover::Covered
    } else if said.contains(&"illegible") {
        Cover::Illegible
    } else if at_hand {
        Cover::Documented
    } else if named || claimed || !all.is_empty() {
        Cover::Declared
    } else {
        Cover::NoAssessment
    }
}

/// Positions in the bins of `basis-evidence`.
pub fn grades(batch: &Batch<'_>) -> Vec<u8> {
    let table = Table::of(batch);
    stated(batch)
        .iter()
        .zip(register::entry(batch).iter())
        .map(|(stated, entry)| {
            let by = usize::from(stated.by != By::Row);
            table
                .at(*entry)
                .map_or(Grade::Illegible, |a| a.evidence[stated.basis as usize][by])
                as u8
        })
        .collect()
}

/// Positions in the bins of `lia-cover`. A row that says neither source nor country cannot be held against the scope of
/// an assessment, unless a reviewer found that it covers everything.
pub fn covers(batch: &Batch<'_>) -> Vec<u8> {
    let table = Table::of(batch);
    let countries = country::of_rows(batch);
    let sources = origin::kinds(batch);
    sources
        .iter()
        .zip(countries.iter())
        .map(|(source, country)| *source != origin::BLANK_KIND || *country != Said::Blank)
        .zip(register::entry(batch).iter())
        .map(|(located, entry)| {
            let cover = table.at(*entry).map_or(Cover::Illegible, |a| a.cover);
            match cover {
                Cover::Declared | Cover::Documented if !located => Cover::Blank,
                cover => cover,
            }
        } as u8)
        .collect()
}
