//! Why a bundle is believed, step by step (the numbers and names of attestation §8).
//!
//! [`open`] goes through trust, container and signature and is the only maker of a [`Verified`]; [`replay`] judges the
//! signed census again; [`verify`] is both, with the reader's own list and demands. Results are data: which steps held,
//! what failed, and what was not checked. Nothing prints here.

mod container;
mod content;
mod demand;
mod replay;
mod signature;
mod standing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub(super) use content::WITHHELD;
pub use demand::{Demands, Expect, Part};
pub use replay::{Replayed, replay};

use super::bundle::Bundle;
use super::envelope::Envelope;
use super::keys::Fingerprint;
use super::statement::RecordStatement;
use super::trust::{Role, Trust};
use crate::base::clock::Time;
use crate::base::code::verify as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors};
use crate::base::lang::{Text, Words};
use crate::text;

/// One step that was taken.
#[derive(Clone, Debug)]
pub struct Step {
    /// `V3`, as in attestation §8.
    pub id: &'static str,
    pub detail: Text,
    pub good: bool,
}

impl Step {
    /// A word or two for the step.
    pub fn name(&self) -> Words {
        let (en, de) = match self.id {
            "V3" => ("container", "Behälter"),
            "V5" => ("files", "Dateien"),
            "V6" => ("envelope", "Umschlag"),
            "V7" => ("signature", "Signatur"),
            "V8" => ("type", "Typ"),
            "V10" => ("statement", "Aussage"),
            "V11" => ("role", "Rolle"),
            "V13" => ("times", "Zeiten"),
            "V14" => ("validity", "Gültigkeit"),
            "V15" => ("threshold", "Schwelle"),
            "V16" => ("summary", "Kurzfassung"),
            "V18" => ("evidence", "Nachweise"),
            "V19" => ("replay", "Nachrechnen"),
            "V21" => ("list", "Liste"),
            "V22" => ("demands", "Forderungen"),
            _ => ("expected", "Erwartung"),
        };
        Words { en, de }
    }
}

/// The steps taken so far, and what failed in them.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    pub steps: Vec<Step>,
    pub failures: Vec<(&'static str, Error)>,
}

impl Trail {
    fn good(&mut self, id: &'static str, detail: Text) {
        self.steps.push(Step {
            id,
            detail,
            good: true,
        });
    }

    /// Notes failures of a step; good if there are none.
    fn step(&mut self, id: &'static str, failures: Vec<Error>, detail: Text) -> bool {
        if failures.is_empty() {
            self.good(id, detail);
            return true;
        }
        for e in failures {
            self.fail(id, e);
        }
        false
    }

    fn fail(&mut self, id: &'static str, error: Error) {
        let detail = error.message.clone();
        self.failures.push((id, error));
        self.steps.push(Step {
            id,
            detail,
            good: false,
        });
    }

    /// All failures as errors.
    pub fn errors(&self) -> Option<Errors> {
        let all: Vec<Error> = self.failures.iter().map(|(_, e)| e.clone()).collect();
        (!all.is_empty()).then_some(Errors(all))
    }

    /// 0, or the most severe of the failures.
    pub fn exit(&self) -> u8 {
        self.errors().map_or(0, |e| e.exit())
    }
}

/// What was checked against trust from outside. Only [`open`] makes one.
#[derive(Clone)]
pub struct Verified<T> {
    of: T,
    pub(in crate::proof) claim: Claim,
}

/// What was signed, and by whom.
#[derive(Clone)]
pub(in crate::proof) struct Claim {
    pub record: RecordStatement,
    pub payload: Vec<u8>,
    /// Distinct trusted keys, valid at their time.
    pub signers: Vec<Fingerprint>,
    /// The roles that were met; empty if keys were given directly.
    pub roles: Vec<Role>,
    pub pinned: bool,
    /// Signatures by keys that the trust does not name.
    pub strangers: usize,
}

impl<T> Verified<T> {
    pub fn record(&self) -> &RecordStatement {
        &self.claim.record
    }

    pub fn signers(&self) -> &[Fingerprint] {
        &self.claim.signers
    }
}

impl Verified<Bundle> {
    /// For copies of the bundle, which are no more believed than it was.
    pub(super) fn inner(&self) -> &Bundle {
        &self.of
    }

    /// The bytes of a file of `data/`.
    pub fn evidence(&self, name: &str) -> Option<&[u8]> {
        self.of.file(name)
    }

    /// Without census and dossier, whose digests stay signed.
    pub fn is_shared(&self) -> bool {
        self.evidence("data/census.json").is_none()
    }
}

/// A whole bundle, or an envelope alone, from which no way leads to evidence.
#[derive(Clone)]
pub enum Opened {
    Bundle(Box<Verified<Bundle>>),
    Statement(Box<Verified<Envelope>>),
}

impl Opened {
    pub fn record(&self) -> &RecordStatement {
        match self {
            Self::Bundle(v) => v.record(),
            Self::Statement(v) => v.record(),
        }
    }

    pub fn signers(&self) -> &[Fingerprint] {
        &self.claim().signers
    }

    fn claim(&self) -> &Claim {
        match self {
            Self::Bundle(v) => &v.claim,
            Self::Statement(v) => &v.claim,
        }
    }
}

/// V5 to V18. `now`: the clock, or the time as of which to verify.
pub fn open(bundle: &Bundle, trust: &Trust, now: Time, trail: &mut Trail) -> Option<Opened> {
    if !bundle.is_bare() {
        let n = bundle.paths().count();
        trail.good(
            "V3",
            text!("{n} files, limits kept", "{n} Dateien, Grenzen eingehalten"),
        );
        container::files(bundle, trail);
    }
    let (envelope, claim) = signature::record(bundle, trust, now, trail)?;
    if bundle.is_bare() {
        return Some(Opened::Statement(Box::new(Verified {
            of: envelope,
            claim,
        })));
    }
    let summary = content::summary(bundle, trust, &claim, trail);
    let evidence = content::evidence(bundle, &claim, &envelope, trail);
    // a failed V5 lets the run go on, since more findings help, but nothing is believed after it
    (summary && evidence && trail.failures.is_empty()).then(|| {
        Opened::Bundle(Box::new(Verified {
            of: bundle.clone(),
            claim,
        }))
    })
}

/// A list file as it lies here.
#[derive(Clone, Debug)]
pub struct ListFile {
    pub name: String,
    pub bytes: u64,
    pub sha256: Sha256,
}

/// What the reader asks beyond authenticity.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// The reader's own copies; none given: the list is not checked.
    pub lists: Vec<ListFile>,
    pub demands: Demands,
}

/// What a run of verification found.
pub struct Outcome {
    /// The trust used, and where it came from.
    pub trust: Text,
    pub trail: Trail,
    /// Absent unless everything up to V18 held.
    pub opened: Option<Opened>,
    pub replayed: Option<Replayed>,
    pub headline: Headline,
    /// How the policy stands to the shipped one of its name.
    pub policy: Option<Text>,
    /// What stands beside the verdict.
    pub notes: Vec<Text>,
    pub not_checked: Vec<Text>,
}

impl Outcome {
    pub fn exit(&self) -> u8 {
        self.trail.exit()
    }
}

/// The one line that says how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    Unchanged,
    ListNotChecked,
    EvidenceNotSupplied,
    TooOld,
    NotAuthenticated,
    /// By the name of the first failure of the most severe kind.
    Invalid(&'static str),
}

impl Headline {
    /// For programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "authentic-and-unchanged",
            Self::ListNotChecked => "list-not-checked",
            Self::EvidenceNotSupplied => "evidence-not-supplied",
            Self::TooOld => "too-old",
            Self::NotAuthenticated => "not-authenticated",
            Self::Invalid(_) => "invalid",
        }
    }

    pub fn words(self) -> Text {
        match self {
            Self::Unchanged => text!("AUTHENTIC AND UNCHANGED", "ECHT UND UNVERÄNDERT"),
            Self::ListNotChecked => text!(
                "RECORD AUTHENTIC, LIST NOT CHECKED",
                "BELEG ECHT, LISTE NICHT GEPRÜFT"
            ),
            Self::EvidenceNotSupplied => text!(
                "RECORD AUTHENTIC, EVIDENCE NOT SUPPLIED",
                "BELEG ECHT, UNTERLAGEN FEHLEN"
            ),
            Self::TooOld => text!("RECORD AUTHENTIC, TOO OLD", "BELEG ECHT, ZU ALT"),
            Self::NotAuthenticated => text!("NOT AUTHENTICATED", "NICHT BEGLAUBIGT"),
            Self::Invalid(name) => text!("INVALID · {name}", "UNGÜLTIG · {name}"),
        }
    }
}

/// All steps.
pub fn verify(bundle: &Bundle, trust: &Trust, question: &Question, now: Time) -> Outcome {
    let mut trail = Trail::default();
    let opened = open(bundle, trust, now, &mut trail);
    let mut replayed = None;
    if let Some(opened) = &opened {
        if let Opened::Bundle(v) = opened {
            replayed = replay(v, &mut trail);
            demand::lists(v, &question.lists, &mut trail);
        } else {
            demand::lists_of(opened.record(), &question.lists, &mut trail);
        }
        let bare = matches!(opened, Opened::Statement(_));
        demand::roles(opened.claim(), now, &mut trail);
        demand::demands(opened.claim(), &question.demands, bare, now, &mut trail);
    }
    let headline = headline(&trail, opened.as_ref(), question);
    let policy = match (&replayed, &opened) {
        (Some(r), Some(o)) => Some(standing::policy(r, o.record())),
        _ => None,
    };
    let (notes, not_checked) = match &opened {
        Some(o) => (
            standing::notes(o.record()),
            standing::not_checked(bundle, o, question, replayed.as_ref()),
        ),
        None => (Vec::new(), Vec::new()),
    };
    Outcome {
        trust: trust.origin.clone(),
        trail,
        opened,
        replayed,
        headline,
        policy,
        notes,
        not_checked,
    }
}

fn headline(trail: &Trail, opened: Option<&Opened>, question: &Question) -> Headline {
    for exit in [4, 2] {
        let first = trail.failures.iter().find(|(_, e)| e.code.exit == exit);
        if let Some((_, e)) = first {
            return if e.code.id == code::SIGNER_UNKNOWN.id {
                Headline::NotAuthenticated
            } else {
                Headline::Invalid(e.code.name)
            };
        }
    }
    match opened {
        None => Headline::NotAuthenticated,
        Some(Opened::Statement(_)) => Headline::EvidenceNotSupplied,
        _ if trail
            .failures
            .iter()
            .any(|(_, e)| e.code.id == code::TOO_OLD.id) =>
        {
            Headline::TooOld
        }
        _ if question.lists.is_empty() => Headline::ListNotChecked,
        _ => Headline::Unchanged,
    }
}

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;
