//! V21 to V23: the reader's own list, what the roles demand, and what the caller expects. None of it makes a record
//! more or less authentic.

use super::{Claim, ListFile, Trail, Verified};
use crate::base::clock::{Day, Time};
use crate::base::code::verify as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Place};
use crate::base::lang::Text;
use crate::proof::bundle::Bundle;
use crate::proof::statement::{RecordStatement, Resource};
use crate::proof::trust::Demand;
use crate::record::channel::Channel;
use crate::record::verdict::Word;
use crate::text;

/// What the caller expects; nothing expected is nothing demanded.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    pub expect: Vec<Expect>,
    /// A word that is reached only by a waived blocker counts.
    pub allow_waived: bool,
    pub policy: Option<Sha256>,
    pub vendor: Option<String>,
    pub resource: Option<String>,
    pub signers: Option<usize>,
    pub max_age_days: Option<u64>,
}

impl Demands {
    fn any(&self) -> bool {
        !self.expect.is_empty()
            || self.policy.is_some()
            || self.vendor.is_some()
            || self.resource.is_some()
            || self.signers.is_some()
            || self.max_age_days.is_some()
    }
}

/// A word that part of the record must reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expect {
    pub part: Part,
    pub word: Word,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Both,
    Acquisition,
    Contact,
    Channel(Channel),
}

impl Expect {
    /// `conditional`, `no-objection`, `acquisition=…`, `contact=…`, `contact.post=…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (part, word) = match text.split_once('=') {
            None => (Part::Both, text),
            Some(("acquisition", word)) => (Part::Acquisition, word),
            Some(("contact", word)) => (Part::Contact, word),
            Some((part, word)) => {
                let channel = Channel::find(part.strip_prefix("contact.")?)?;
                (Part::Channel(channel), word)
            }
        };
        let word = match word {
            "conditional" => Word::Conditional,
            "no-objection" => Word::NoObjection,
            _ => return None,
        };
        Some(Self { part, word })
    }
}

/// V21 for a bundle: its subjects, or the files that `list-files.sha256` names.
pub fn lists(bundle: &Verified<Bundle>, lists: &[ListFile], trail: &mut Trail) {
    if lists.is_empty() {
        return;
    }
    let listed = bundle
        .evidence("data/list-files.sha256")
        .map(String::from_utf8_lossy);
    let wanted: Vec<Sha256> = match &listed {
        Some(text) => text
            .lines()
            .filter_map(|l| Sha256::parse(l.get(..64)?))
            .collect(),
        None => subjects(bundle.record()),
    };
    compare(&wanted, lists, trail);
}

/// V21 for a bare envelope: its subjects; of more than four files only the file that lists them.
pub fn lists_of(record: &RecordStatement, lists: &[ListFile], trail: &mut Trail) {
    if !lists.is_empty() {
        compare(&subjects(record), lists, trail);
    }
}

fn subjects(record: &RecordStatement) -> Vec<Sha256> {
    record.subject.iter().map(|s| s.digest.sha256).collect()
}

fn compare(wanted: &[Sha256], lists: &[ListFile], trail: &mut Trail) {
    let mut failures = Vec::new();
    for list in lists.iter().filter(|l| !wanted.contains(&l.sha256)) {
        let signed: Vec<String> = wanted.iter().map(Sha256::short).collect();
        let (signed, here) = (signed.join(", "), list.sha256.short());
        failures.push(
            Error::new(
                &code::LIST_DIFFERS,
                text!(
                    "the list is not the one that was audited",
                    "die Liste ist nicht die geprüfte"
                ),
            )
            .at(Place::file(crate::base::error::printable(&list.name)))
            .found(text!(
                "SHA-256 differs: {signed} was signed, {here} is here",
                "SHA-256 weicht ab: {signed} wurde unterschrieben, {here} liegt vor"
            )),
        );
    }
    let missing = wanted
        .iter()
        .filter(|w| !lists.iter().any(|l| l.sha256 == **w))
        .count();
    if missing > 0 && failures.is_empty() {
        failures.push(Error::new(
            &code::LIST_DIFFERS,
            text!(
                "{missing} of the audited files not given",
                "{missing} der geprüften Dateien nicht angegeben"
            ),
        ));
    }
    let names = |mark| {
        let one = |l: &ListFile| {
            let name = std::path::Path::new(&l.name)
                .file_name()
                .map(|n| n.to_string_lossy().into_owned())
                .unwrap_or_default();
            let name = crate::base::error::printable(&name);
            format!(
                "{name}, {} {mark}",
                crate::base::lang::count(l.bytes, lang(mark))
            )
        };
        lists.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let (en, de) = (names("bytes"), names("Byte"));
    trail.step("V21", failures, text!("{en}", "{de}"));
}

fn lang(mark: &str) -> crate::base::lang::Lang {
    if mark == "Byte" {
        crate::base::lang::Lang::De
    } else {
        crate::base::lang::Lang::En
    }
}

/// V22: what the roles demand beyond keys.
pub fn roles(claim: &Claim, now: Time, trail: &mut Trail) {
    let mut failures = Vec::new();
    for role in &claim.roles {
        let name = &role.name;
        let by = text!("role `{name}` demands it", "Rolle `{name}` verlangt es");
        if role.timestamp == Demand::Required {
            failures.push(Error::new(&code::TIMESTAMP_MISSING, by.clone()));
        }
        if role.log == Demand::Required {
            failures.push(Error::new(&code::LOG_MISSING, by));
        }
        failures.extend(too_old(claim, role.max_age_days, now));
    }
    if !failures.is_empty() {
        trail.step("V22", failures, text!("", ""));
    }
}

/// Days since the earlier of the day of assessment and the claimed time.
fn too_old(claim: &Claim, limit: Option<u64>, now: Time) -> Option<Error> {
    let limit = limit?;
    let r = &claim.record.predicate;
    let Day(since) = r.as_of.min(r.time_verified.day());
    let age = i64::from(now.day().0) - i64::from(since);
    (age > i64::try_from(limit).unwrap_or(i64::MAX)).then(|| {
        Error::new(
            &code::TOO_OLD,
            text!(
                "{age} days old, {limit} are allowed",
                "{age} Tage alt, {limit} sind erlaubt"
            ),
        )
    })
}

/// V23: what the caller expects.
pub fn demands(claim: &Claim, asked: &Demands, bare: bool, now: Time, trail: &mut Trail) {
    if !asked.any() {
        return;
    }
    if bare {
        trail.fail(
            "V23",
            Error::new(
                &code::EVIDENCE_MISSING,
                text!(
                    "an envelope alone cannot meet an expectation",
                    "ein Umschlag allein kann keine Erwartung erfüllen"
                ),
            ),
        );
        return;
    }
    let r = &claim.record.predicate;
    let mut failures: Vec<Error> = asked
        .expect
        .iter()
        .filter_map(|e| below(claim, *e, asked.allow_waived))
        .collect();
    let mut expect = |good: bool, code, message: Text| {
        if !good {
            failures.push(Error::new(code, message));
        }
    };
    let policy = r.policy.digest.sha256;
    if let Some(wanted) = asked.policy {
        let (said, wanted_short) = (policy.short(), wanted.short());
        expect(
            policy == wanted,
            &code::POLICY_UNEXPECTED,
            text!(
                "expected {wanted_short}, the record says {said}",
                "erwartet {wanted_short}, der Beleg sagt {said}"
            ),
        );
    }
    let resource = Resource::parse(&r.resource_uri);
    if let (Some(wanted), Some(said)) = (&asked.vendor, &resource) {
        let vendor = &said.vendor;
        expect(
            crate::proof::statement::slug(wanted).as_ref() == Some(vendor),
            &code::VENDOR_UNEXPECTED,
            text!(
                "the record is about `{vendor}`",
                "der Beleg betrifft `{vendor}`"
            ),
        );
    }
    if let Some(wanted) = &asked.resource {
        let said = &r.resource_uri;
        expect(
            said == wanted,
            &code::RESOURCE_UNEXPECTED,
            text!(
                "the record is about `{said}`",
                "der Beleg betrifft `{said}`"
            ),
        );
    }
    if let Some(wanted) = asked.signers {
        let n = claim.signers.len();
        expect(
            n >= wanted,
            &code::SIGNERS_BELOW,
            text!(
                "expected {wanted}, {n} trusted keys have signed",
                "erwartet {wanted}, {n} vertraute Schlüssel haben unterschrieben"
            ),
        );
    }
    failures.extend(too_old(claim, asked.max_age_days, now));
    trail.step("V23", failures, text!("met", "erfüllt"));
}

/// What falls short of one expected word, if anything does.
fn below(claim: &Claim, expect: Expect, allow_waived: bool) -> Option<Error> {
    let r = &claim.record.predicate;
    let (a, c) = (&r.acquisition, &r.contact);
    let acquisition = ("acquisition", Some(a.verdict), &a.waived);
    let contact = ("contact", Some(c.verdict), &c.waived);
    let asked = match expect.part {
        Part::Both => vec![acquisition, contact],
        Part::Acquisition => vec![acquisition],
        Part::Contact => vec![contact],
        Part::Channel(channel) => {
            let word = c.channels.get(&channel).map(|x| x.verdict);
            vec![(channel.name(), word, &c.waived)]
        }
    };
    let short: Vec<String> = asked
        .into_iter()
        .filter_map(|(name, word, waived)| {
            let reached = word.is_some_and(|w| w >= expect.word);
            if !reached {
                let word = word.map_or("no address", Word::name);
                return Some(format!("{name}: {word}"));
            }
            let hidden = !waived.blocker.is_empty() && !allow_waived;
            hidden.then(|| format!("{name}: waived {}", waived.blocker.join(" ")))
        })
        .collect();
    if short.is_empty() {
        return None;
    }
    let (wanted, said) = (expect.word.name(), short.join(", "));
    Some(Error::new(
        &code::VERDICT_BELOW,
        text!(
            "expected `{wanted}`, the record says less ({said})",
            "erwartet `{wanted}`, der Beleg sagt weniger ({said})"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proof::statement::Listed;

    #[test]
    fn a_waived_blocker_counts_only_if_it_may() {
        let text = include_str!("../../../testdata/vectors/statement/record.json");
        let mut record = RecordStatement::read(text.as_bytes()).expect("the example");
        let p = &mut record.predicate;
        (p.acquisition.verdict, p.contact.verdict) = (Word::Conditional, Word::NoObjection);
        p.acquisition.waived = Listed {
            blocker: vec!["LAW-01".to_owned()],
            ..Listed::default()
        };
        let claim = Claim {
            payload: record.write(),
            record,
            signers: Vec::new(),
            roles: Vec::new(),
            pinned: false,
            strangers: 0,
        };
        let below = |text: &str, allow| {
            let expect = Expect::parse(text).expect("a word");
            below(&claim, expect, allow).is_some()
        };
        assert!(below("conditional", false));
        assert!(!below("conditional", true));
        assert!(!below("contact=no-objection", false));
        assert!(below("acquisition=no-objection", true));
        assert!(!below("contact.post=conditional", false));
        // a channel that is not in the record has reached nothing
        assert!(below("contact.sms=conditional", true));
    }
}
