//! V6 to V15: whose bytes these are, and whether the signers may sign them.

use super::container::unlisted;
use super::{Claim, Trail};
use crate::base::clock::Time;
use crate::base::code::verify as code;
use crate::base::error::{Error, Place};
use crate::base::lang::Text;
use crate::proof::bundle::{AUDIT, Bundle, Kind, kind};
use crate::proof::envelope::{Envelope, PAYLOAD_TYPE};
use crate::proof::keys::{Fingerprint, PublicKey};
use crate::proof::statement::{RECORD_TYPE, RecordStatement};
use crate::proof::trust::{Role, Standing, Trust, Who};
use crate::text;

/// An envelope with at least one valid signature of a trusted key, and none that pretends to be one.
pub struct Signed {
    pub envelope: Envelope,
    /// Positions in the trust's keys, each once.
    pub by: Vec<usize>,
    pub strangers: usize,
}

/// V6 to V8 for one envelope; failures with their step.
pub fn signed(
    bundle: &Bundle,
    file: &str,
    trust: &Trust,
) -> Result<Signed, Vec<(&'static str, Error)>> {
    let at = |e: Error| e.at(Place::file(file));
    let bytes = bundle.file(file).unwrap_or_default();
    let envelope = Envelope::read(bytes).map_err(|e| vec![("V6", at(e))])?;
    let message = envelope.message();
    let (mut by, mut strangers, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for entry in &envelope.signatures {
        let position = trust
            .keys
            .iter()
            .position(|k| k.who.fingerprint() == entry.by);
        let Some(position) = position else {
            strangers.push(entry);
            continue;
        };
        let key = match &trust.keys[position].who {
            Who::Key(k) => Some(k.clone()),
            // the fingerprint commits to the key's bytes, wherever they come from
            Who::Fingerprint(f) => enclosed(bundle, *f),
        };
        let name = entry.by;
        match key {
            Some(k) if k.verifies(&message, &entry.bytes) => by.push(position),
            Some(_) => failures.push(Error::new(
                &code::SIGNATURE_INVALID,
                text!(
                    "the entry of {name} does not verify under this key",
                    "der Eintrag von {name} ist unter diesem Schlüssel ungültig"
                ),
            )),
            None => failures.push(
                Error::new(
                    &code::SIGNER_UNKNOWN,
                    text!(
                        "the key of the trusted fingerprint is not enclosed",
                        "der Schlüssel zum vertrauten Fingerabdruck liegt nicht bei"
                    ),
                )
                .found(text!("fingerprint: {name}", "Fingerabdruck: {name}"))
                .help(text!(
                    "give the key itself: `--trust signer.pub.pem`",
                    "den Schlüssel selbst angeben: `--trust unterzeichner.pub.pem`"
                )),
            ),
        }
    }
    if by.is_empty() && failures.is_empty() {
        let mut error = Error::new(
            &code::SIGNER_UNKNOWN,
            text!(
                "no trusted key among the signers",
                "kein vertrauter Schlüssel unter den Unterzeichnern"
            ),
        );
        for entry in &strangers {
            // a fingerprint is shown only if its key made this signature; else anybody could borrow a good name
            let theirs = enclosed(bundle, entry.by);
            let proven = theirs.is_some_and(|k| k.verifies(&message, &entry.bytes));
            let name = entry.by;
            error = error.found(if proven {
                text!("key: {name}", "Schlüssel: {name}")
            } else {
                text!("names an unknown key", "nennt einen unbekannten Schlüssel")
            });
        }
        failures.push(error.help(text!(
            "compare this fingerprint with the issuer through another channel before you trust it",
            "diesen Fingerabdruck auf anderem Weg mit dem Aussteller vergleichen, bevor Sie ihm vertrauen"
        )));
    }
    if !failures.is_empty() {
        return Err(failures.into_iter().map(|e| ("V7", at(e))).collect());
    }
    if envelope.payload_type != PAYLOAD_TYPE {
        return Err(vec![(
            "V8",
            at(Error::new(
                &code::PAYLOAD_TYPE_UNKNOWN,
                text!(
                    "the type is not `{PAYLOAD_TYPE}`",
                    "der Typ ist nicht `{PAYLOAD_TYPE}`"
                ),
            )),
        )]);
    }
    let strangers = strangers.len();
    Ok(Signed {
        envelope,
        by,
        strangers,
    })
}

/// A key of the bundle's `keys/`: a hint, good only for what its own fingerprint says.
fn enclosed(bundle: &Bundle, fingerprint: Fingerprint) -> Option<PublicKey> {
    let path = format!("keys/{}.pub.pem", fingerprint.fp32());
    let text = std::str::from_utf8(bundle.file(&path)?).ok()?;
    let key = PublicKey::parse(text).ok()?;
    (key.fingerprint() == fingerprint).then_some(key)
}

/// V6 to V15 for the record.
pub fn record(
    bundle: &Bundle,
    trust: &Trust,
    now: Time,
    trail: &mut Trail,
) -> Option<(Envelope, Claim)> {
    let signed = match signed(bundle, AUDIT, trust) {
        Ok(s) => s,
        Err(failures) => {
            for (step, e) in failures {
                trail.fail(step, e);
            }
            return None;
        }
    };
    let names: Vec<String> = signed
        .by
        .iter()
        .map(|i| trust.keys[*i].who.fingerprint().to_string())
        .collect();
    let names = names.join(", ");
    trail.good("V7", text!("{names}", "{names}"));
    let record = match RecordStatement::read(&signed.envelope.payload) {
        Ok(r) => r,
        Err(e) => {
            let step = if e.code.id == code::STATEMENT_UNKNOWN.id {
                "V10"
            } else {
                "V9"
            };
            trail.fail(step, e.at(Place::file(AUDIT)));
            return None;
        }
    };
    stamps(bundle, &signed.envelope, trail);
    let roles = roles(trust, &record, trail)?;
    let plausible = times(&record, now, trail);
    let standing: Vec<(usize, Standing)> = signed
        .by
        .iter()
        .map(|i| {
            let valid = trust.keys[*i].valid;
            let claimed = record.predicate.time_verified;
            (*i, valid.map_or(Standing::Valid, |v| v.at(claimed, now)))
        })
        .collect();
    let reached = thresholds(trust, &roles, &standing, trail);
    if !plausible || !reached {
        return None;
    }
    let valid = |(i, s): &(usize, Standing)| {
        (*s == Standing::Valid).then(|| trust.keys[*i].who.fingerprint())
    };
    let claim = Claim {
        payload: signed.envelope.payload.clone(),
        signers: standing.iter().filter_map(valid).collect(),
        pinned: trust.roles.is_some(),
        roles: roles.into_iter().cloned().collect(),
        strangers: signed.strangers,
        record,
    };
    Some((signed.envelope, claim))
}

/// V12, as far as this version goes: a stamp or proof must belong to a signer; what it says is not checked.
fn stamps(bundle: &Bundle, envelope: &Envelope, trail: &mut Trail) {
    for path in bundle.paths() {
        if let Some(Kind::Stamp(fp32)) = kind(path)
            && !envelope.signatures.iter().any(|s| s.by.fp32() == fp32)
        {
            trail.fail("V12", unlisted(path));
        }
    }
}

/// V11: the roles that count, none of them if keys were given directly; no answer ends the run.
fn roles<'t>(
    trust: &'t Trust,
    record: &RecordStatement,
    trail: &mut Trail,
) -> Option<Vec<&'t Role>> {
    let Some(all) = &trust.roles else {
        trail.good(
            "V11",
            text!(
                "keys given directly: verifier, list and policy not pinned",
                "Schlüssel direkt angegeben: Prüfstelle, Liste und Regelwerk nicht festgelegt"
            ),
        );
        return Some(Vec::new());
    };
    let r = &record.predicate;
    let roles = Role::matching(all, RECORD_TYPE, &r.verifier.id, &r.resource_uri);
    let mismatch = |message: Text| Error::new(&code::ROLE_MISMATCH, message);
    if roles.is_empty() {
        trail.fail(
            "V11",
            mismatch(text!(
                "no role for records of this verifier about this list",
                "keine Rolle für Belege dieser Prüfstelle über diese Liste"
            )),
        );
        return None;
    }
    let foreign: Vec<Error> = roles
        .iter()
        .filter(|role| {
            let listed = |p: &Vec<_>| p.contains(&r.policy.digest.sha256);
            !role.policies.as_ref().is_none_or(listed)
        })
        .map(|role| {
            let name = &role.name;
            mismatch(text!(
                "role `{name}` does not list this policy",
                "Rolle `{name}` nennt dieses Regelwerk nicht"
            ))
        })
        .collect();
    let pinned = roles.iter().any(|role| role.policies.is_some());
    let names: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
    let names = names.join(", ");
    let (en, de) = if pinned {
        ("policy pinned", "Regelwerk festgelegt")
    } else {
        ("policy not pinned", "Regelwerk nicht festgelegt")
    };
    trail
        .step("V11", foreign, text!("{names}, {en}", "{names}, {de}"))
        .then_some(roles)
}

/// V13. Five minutes are allowed for clocks that differ.
fn times(record: &RecordStatement, now: Time, trail: &mut Trail) -> bool {
    let r = &record.predicate;
    let limit = Time(now.0.saturating_add(300));
    let mut failures = Vec::new();
    let implausible = |message| Error::new(&code::TIME_IMPLAUSIBLE, message);
    if r.as_of > r.time_verified.day() {
        failures.push(implausible(text!(
            "as of a day after the time of signing",
            "Stichtag nach der Zeit der Unterschrift"
        )));
    }
    if r.time_verified > limit || r.as_of > limit.day() {
        failures.push(implausible(text!(
            "a time in the future",
            "eine Zeit in der Zukunft"
        )));
    }
    let (day, time) = (r.as_of, r.time_verified);
    trail.step(
        "V13",
        failures,
        text!(
            "as of {day}, claimed {time}",
            "Stichtag {day}, angegeben {time}"
        ),
    )
}

/// V14 and V15: keys that are not valid at their time drop out; the others must be as many as each role asks.
fn thresholds(
    trust: &Trust,
    roles: &[&Role],
    standing: &[(usize, Standing)],
    trail: &mut Trail,
) -> bool {
    let all: Vec<usize> = (0..trust.keys.len()).collect();
    let asked: Vec<(&[usize], usize)> = if trust.roles.is_some() {
        roles
            .iter()
            .map(|r| (r.keys.as_slice(), r.threshold))
            .collect()
    } else {
        vec![(all.as_slice(), 1)]
    };
    let mut details = Vec::new();
    let mut good = true;
    for (keys, threshold) in asked {
        let of_role = || standing.iter().filter(|(i, _)| keys.contains(i));
        let valid = of_role().filter(|(_, s)| *s == Standing::Valid).count();
        details.push((valid, threshold));
        if valid >= threshold {
            continue;
        }
        good = false;
        let dropped: Vec<Error> = of_role()
            .filter_map(|(i, s)| {
                let name = &trust.keys[*i].name;
                let code = match s {
                    Standing::Valid => return None,
                    Standing::NotYetValid => &code::KEY_NOT_YET_VALID,
                    Standing::Expired => &code::KEY_EXPIRED,
                    Standing::Revoked => &code::KEY_REVOKED,
                };
                let (en, de) = (code.title.en, code.title.de);
                Some(Error::new(code, text!("{en}: `{name}`", "{de}: `{name}`")))
            })
            .collect();
        if dropped.is_empty() {
            trail.fail("V15", missed(valid, threshold));
        }
        for e in dropped {
            trail.fail("V14", e);
        }
    }
    if good {
        let (en, de): (Vec<String>, Vec<String>) = details
            .iter()
            .map(|(n, of)| (format!("{n} of {of}"), format!("{n} von {of}")))
            .unzip();
        let (en, de) = (en.join(", "), de.join(", "));
        trail.good("V15", text!("{en}", "{de}"));
    }
    good
}

pub fn missed(valid: usize, threshold: usize) -> Error {
    Error::new(
        &code::THRESHOLD_MISSED,
        text!(
            "{valid} of the {threshold} keys that must sign",
            "{valid} der {threshold} Schlüssel, die unterschreiben müssen"
        ),
    )
}
