//! How a person stands towards being approached: consent given, refused or withdrawn, objection, unsubscription.
//!
//! Three columns of three kinds of software use one stock of words ([`read`]); each check takes from it what its column
//! may say. Whether a yes means "may" or "must not" belongs to the column and its header, not to the word.

use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::date::{self, DayCell, Form, days};
use super::facts::Vocabulary;
use super::frame::Cells;
use super::phrases::{Phrases, tokens};
use super::yes_no::{self, YesNo};
use crate::record::column::Column;

/// The states of the Data Privacy Vocabulary, and those of objection columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Given,
    Renewed,
    /// Nothing stands against it.
    Clear,
    Unknown,
    Requested,
    Deferred,
    Refused,
    Withdrawn,
    Revoked,
    Terminated,
    Expired,
    Invalidated,
    Objected,
    Unsubscribed,
    /// A word of such a list that says nothing about it.
    Nothing,
    Illegible,
    Blank,
}

fn meaning(name: &str) -> Option<Standing> {
    Some(match name {
        "given" => Standing::Given,
        "renewed" => Standing::Renewed,
        "clear" => Standing::Clear,
        "unknown" => Standing::Unknown,
        "requested" => Standing::Requested,
        "deferred" => Standing::Deferred,
        "refused" => Standing::Refused,
        "withdrawn" => Standing::Withdrawn,
        "revoked" => Standing::Revoked,
        "terminated" => Standing::Terminated,
        "expired" => Standing::Expired,
        "invalidated" => Standing::Invalidated,
        "objected" => Standing::Objected,
        "unsubscribed" => Standing::Unsubscribed,
        "nothing" => Standing::Nothing,
        _ => return None,
    })
}

static WORDS: LazyLock<Phrases<Standing>> =
    LazyLock::new(|| Phrases::read(include_str!("standing.tsv"), meaning));

/// What a word says. The whole cell must be known.
pub fn read(text: &str) -> Standing {
    if is_blank(text) {
        return Standing::Blank;
    }
    if text.len() > 80 {
        return Standing::Illegible;
    }
    if matches!(text.trim(), "✓" | "✔" | "☑") {
        return Standing::Given;
    }
    let folded = fold(text);
    let all = tokens(&folded);
    let all = match all.as_slice() {
        ["dpv", rest @ ..] => rest,
        all => all,
    };
    WORDS.whole(all).unwrap_or(Standing::Illegible)
}

/// Bins of `objection-status`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Objection {
    Objected,
    Withdrawn,
    Unsubscribed,
    Clear,
    Illegible,
    Blank,
}

/// A word of `marketing_status`: its yes is a subscription.
fn of_marketing(text: &str) -> Objection {
    match read(text) {
        Standing::Given | Standing::Renewed | Standing::Clear => Objection::Clear,
        Standing::Refused | Standing::Objected => Objection::Objected,
        Standing::Withdrawn | Standing::Revoked => Objection::Withdrawn,
        Standing::Unsubscribed => Objection::Unsubscribed,
        Standing::Unknown
        | Standing::Requested
        | Standing::Deferred
        | Standing::Terminated
        | Standing::Expired
        | Standing::Invalidated
        | Standing::Nothing
        | Standing::Blank => Objection::Blank,
        Standing::Illegible => Objection::Illegible,
    }
}

/// A cell of `objection_status` that is not yes or no in its column's words: a word of its own, or the day on which it
/// came true.
fn of_objection(text: &str) -> Objection {
    match read(text) {
        Standing::Objected | Standing::Refused => Objection::Objected,
        Standing::Withdrawn | Standing::Revoked => Objection::Withdrawn,
        Standing::Unsubscribed => Objection::Unsubscribed,
        Standing::Clear => Objection::Clear,
        Standing::Blank => Objection::Blank,
        _ => match date::form(text) {
            Form::Day(..) | Form::Month(..) | Form::Parts { .. } => Objection::Objected,
            Form::Blank | Form::Illegible | Form::Placeholder => Objection::Illegible,
        },
    }
}

/// One column of objections. Its yes means *do not*, unless its header says the opposite.
fn objections(batch: &Batch<'_>, cells: &Cells<'_>) -> Vec<u8> {
    let at = cells.slot.position;
    let empty = match batch.plan.facts.vocabulary(at) {
        Vocabulary::Days if !cells.slot.negated => Objection::Clear,
        _ => Objection::Blank,
    };
    let (yes, no) = if cells.slot.negated {
        (Objection::Clear, Objection::Objected)
    } else {
        (Objection::Objected, Objection::Clear)
    };
    yes_no::cells(batch, cells)
        .iter()
        .zip(cells.iter())
        .map(|(cell, text)| match cell {
            YesNo::Yes => yes,
            YesNo::No => no,
            YesNo::Blank => empty,
            // "contact allowed: objected" says neither, and a yes outside its column's words is none
            YesNo::Illegible if cells.slot.negated || yes_no::word(text).is_some() => {
                Objection::Illegible
            }
            YesNo::Illegible => of_objection(text),
        } as u8)
        .collect()
}

/// The day of withdrawal: a column of its own is empty where there was none. If it is empty throughout, it says
/// nothing.
fn withdrawals(batch: &Batch<'_>, cells: &Cells<'_>) -> Vec<u8> {
    let empty = if batch.plan.facts.tells(cells.slot.position) {
        Objection::Clear
    } else {
        Objection::Blank
    };
    let of_word = |text| match read(text) {
        Standing::Given | Standing::Withdrawn | Standing::Revoked => Objection::Withdrawn,
        Standing::Refused | Standing::Clear => Objection::Clear,
        Standing::Objected => Objection::Objected,
        Standing::Unsubscribed => Objection::Unsubscribed,
        _ => Objection::Illegible,
    };
    days(batch, cells)
        .iter()
        .zip(cells.iter())
        .map(|(day, text)| match day {
            DayCell::Blank => empty,
            DayCell::On(_) | DayCell::Either(..) | DayCell::Mixed => Objection::Withdrawn,
            DayCell::Illegible | DayCell::Placeholder => of_word(text),
        } as u8)
        .collect()
}

/// Positions in the bins of `objection-status`.
pub fn objection(batch: &Batch<'_>) -> Vec<u8> {
    let blank = Objection::Blank as u8;
    let mut out = batch.worst(&[Column::ObjectionStatus], blank, |cells| {
        objections(batch, cells)
    });
    let marketing = batch.worst(&[Column::MarketingStatus], blank, |cells| {
        batch.by_text("standing.marketing", cells, |t| of_marketing(t) as u8)
    });
    let withdrawn = batch.worst(&[Column::ConsentWithdrawnAt], blank, |cells| {
        withdrawals(batch, cells)
    });
    for ((o, m), w) in out.iter_mut().zip(marketing).zip(withdrawn) {
        *o = (*o).min(m).min(w);
    }
    out
}

/// The state of a row's consent, as far as channels need it; worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consent {
    Withdrawn,
    Refused,
    /// Expired, invalidated or ended.
    Lapsed,
    /// Asked for, or in a state that is no consent.
    Open,
    Given,
    Illegible,
    Blank,
}

fn of_consent(text: &str) -> Consent {
    match read(text) {
        Standing::Given | Standing::Renewed => Consent::Given,
        Standing::Refused | Standing::Objected => Consent::Refused,
        Standing::Withdrawn | Standing::Revoked | Standing::Unsubscribed => Consent::Withdrawn,
        Standing::Terminated | Standing::Expired | Standing::Invalidated => Consent::Lapsed,
        Standing::Unknown | Standing::Requested | Standing::Deferred => Consent::Open,
        Standing::Clear | Standing::Illegible => Consent::Illegible,
        Standing::Nothing | Standing::Blank => Consent::Blank,
    }
}

/// The state of consent from `consent_status` and `consent_withdrawn_at`, made once per batch.
pub fn consent(batch: &Batch<'_>) -> Rc<Vec<Consent>> {
    batch.memo("standing.consent", 0, || {
        let mut out = vec![Consent::Blank; batch.rows()];
        for cells in batch.cells(Column::ConsentStatus) {
            let found = batch.by_text("standing.consent", &cells, of_consent);
            for (o, state) in out.iter_mut().zip(found) {
                *o = (*o).min(match (cells.slot.negated, state) {
                    // "no consent: yes"
                    (true, Consent::Given) => Consent::Refused,
                    (true, Consent::Refused) => Consent::Blank,
                    (_, state) => state,
                });
            }
        }
        for cells in batch.cells(Column::ConsentWithdrawnAt) {
            for (o, bin) in out.iter_mut().zip(withdrawals(batch, &cells)) {
                if bin < Objection::Clear as u8 {
                    *o = Consent::Withdrawn;
                }
            }
        }
        out
    })
}

/// Bins of `consent-status`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Status {
    Withdrawn,
    Revoked,
    Refused,
    Invalidated,
    Terminated,
    Expired,
    Requested,
    RequestDeferred,
    Unknown,
    Renewed,
    Given,
    Illegible,
    Blank,
}

fn of_status(text: &str) -> Status {
    match read(text) {
        Standing::Given => Status::Given,
        Standing::Renewed => Status::Renewed,
        Standing::Requested => Status::Requested,
        Standing::Deferred => Status::RequestDeferred,
        Standing::Refused | Standing::Objected => Status::Refused,
        Standing::Withdrawn | Standing::Unsubscribed => Status::Withdrawn,
        Standing::Revoked => Status::Revoked,
        Standing::Terminated => Status::Terminated,
        Standing::Expired => Status::Expired,
        Standing::Invalidated => Status::Invalidated,
        // a word that says nothing of a consent does not say that there is one
        Standing::Unknown | Standing::Nothing => Status::Unknown,
        Standing::Clear | Standing::Illegible => Status::Illegible,
        Standing::Blank => Status::Blank,
    }
}

/// Positions in the bins of `consent-status`.
pub fn status(batch: &Batch<'_>) -> Vec<u8> {
    let blank = Status::Blank as u8;
    let mut out = batch.worst(&[Column::ConsentStatus], blank, |cells| {
        let negated = cells.slot.negated;
        let found = batch.by_text("standing.status", cells, of_status);
        let of_header = found.into_iter().map(|state| match state {
            // "no consent: yes"; its no says that nothing was refused
            Status::Given | Status::Renewed if negated => Status::Refused,
            Status::Refused if negated => Status::Blank,
            state => state,
        } as u8);
        of_header.collect()
    });
    for cells in batch.cells(Column::ConsentWithdrawnAt) {
        for (o, bin) in out.iter_mut().zip(withdrawals(batch, &cells)) {
            if bin < Objection::Clear as u8 {
                *o = Status::Withdrawn as u8;
            } else if bin == Objection::Illegible as u8 && *o >= Status::Renewed as u8 {
                // who knows what stands there: no consent is in force on such a row
                *o = Status::Illegible as u8;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Day;
    use crate::data::batch::{Plan, Worker};
    use crate::data::facts::Facts;
    use crate::data::frame::{Frame, Slot};
    use crate::record::dossier::Dossier;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("standing.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("standing.tsv")) {
            assert_eq!(Some(read(phrase)), meaning(name), "{phrase}");
        }
    }

    #[test]
    fn a_header_that_says_the_opposite_turns_a_consent_round() {
        let slot = Slot {
            negated: true,
            ..Slot::new(Column::ConsentStatus, 1, 1)
        };
        let frame = Frame::from_rows(
            &[slot],
            &[vec!["yes"], vec!["no"], vec!["expired"], vec![""]],
        );
        let (dossier, worker) = (Dossier::default(), Worker::default());
        let plan = Plan::new(&dossier, Day(0), &[]).with(Facts::of(&frame));
        let bins = status(&Batch::new(&frame, &plan, &worker));
        let want = [
            Status::Refused,
            Status::Blank,
            Status::Expired,
            Status::Blank,
        ];
        assert_eq!(bins, want.map(|s| s as u8));
    }

    #[test]
    fn words_of_marketing_lists_are_mapped_one_by_one() {
        for (text, want) in [
            ("subscribed", Objection::Clear),
            ("Unsubscribed", Objection::Unsubscribed),
            ("no_consent", Objection::Objected),
            ("archived", Objection::Blank),
            ("Marketing contact", Objection::Blank),
            ("Non-marketing contact", Objection::Blank),
            ("abgemeldet", Objection::Unsubscribed),
            ("Widerspruch", Objection::Objected),
            ("widerrufen", Objection::Withdrawn),
            ("vielleicht", Objection::Illegible),
            ("", Objection::Blank),
        ] {
            assert_eq!(of_marketing(text), want, "{text}");
        }
        for (text, want) in [
            ("dpv:ConsentGiven", Consent::Given),
            ("RenewedConsentGiven", Consent::Given),
            ("ConsentWithdrawn", Consent::Withdrawn),
            ("ConsentExpired", Consent::Lapsed),
            ("ConsentRequested", Consent::Open),
            ("ConsentRefused", Consent::Refused),
            ("Double Opt-In", Consent::Given),
            ("ja", Consent::Given),
            ("nein", Consent::Refused),
            ("opt-out", Consent::Refused),
            ("abgemeldet", Consent::Withdrawn),
            ("2024-01-01", Consent::Illegible),
        ] {
            assert_eq!(of_consent(text), want, "{text}");
        }
    }
}
