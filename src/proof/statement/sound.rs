//! V10: what a statement must satisfy beyond its form. Sums, order, closed lists; nothing about truth.

use super::record::{Findings, Listed, media_type};
use super::{DISCLAIMER, RecordStatement, Resource, SUBJECTS};
use crate::base::label::Label;
use crate::base::lang::Text;
use crate::text;

/// What a user can set against the default.
pub const OVERRIDES: [&str; 13] = [
    "as-of-override",
    "buyer-override",
    "channels-override",
    "dialect-override",
    "encoding-override",
    "header-row-override",
    "mapping-manual",
    "reference-added",
    "reference-replaced",
    "sheet-chosen",
    "short-rows-blank",
    "small-list",
    "suppression-override",
];

/// Names that evidence can have; the first four must be there.
const EVIDENCE: [&str; 6] = [
    "data/census.json",
    "data/dossier.json",
    "data/policy.toml",
    "data/verdict.json",
    "data/waivers.json",
    "data/list-files.sha256",
];

/// Tests a record; the error names the member, never a value.
pub fn sound(statement: &RecordStatement) -> Result<(), Text> {
    let r = &statement.predicate;
    let wrong = |member: &str| -> Result<(), Text> {
        Err(text!(
            "`{member}` does not fit the rest, or not its alphabet",
            "`{member}` passt nicht zum Rest oder nicht zu seinem Alphabet"
        ))
    };
    if !(1..=SUBJECTS).contains(&statement.subject.len())
        || !statement
            .subject
            .iter()
            .all(|s| Label::new(&s.name).is_some_and(|l| l.as_str() == s.name))
    {
        return wrong("subject");
    }
    if !uri(&r.verifier.id) || r.verifier.id.len() > 120 || !version(&r.verifier.version.beleg) {
        return wrong("verifier");
    }
    if Resource::parse(&r.resource_uri).is_none() {
        return wrong("resourceUri");
    }
    if !uri(&r.policy.uri) {
        return wrong("policy.uri");
    }
    if r.rows.loaded.checked_add(r.rows.quarantined) != Some(r.rows.read) {
        return wrong("rows");
    }
    if !ascending(&r.overrides) || !r.overrides.iter().all(|o| OVERRIDES.contains(&o.as_str())) {
        return wrong("overrides");
    }
    let a = &r.acquisition;
    if a.accepted.checked_add(a.set_aside) != Some(r.rows.loaded) {
        return wrong("acquisition");
    }
    let c = &r.contact;
    for (findings, lists) in [
        (&a.findings, [&a.breached, &a.unproven, &a.waived]),
        (&c.findings, [&c.breached, &c.unproven, &c.waived]),
    ] {
        if !counted(findings, lists) {
            return wrong("findings");
        }
    }
    for channel in c.channels.values() {
        let sum = channel
            .usable
            .checked_add(channel.withheld)
            .and_then(|n| n.checked_add(channel.no_address));
        if sum != Some(r.rows.loaded) {
            return wrong("contact.channels");
        }
    }
    let names: Vec<String> = r.evidence.iter().map(|e| e.name.clone()).collect();
    let known = r
        .evidence
        .iter()
        .all(|e| EVIDENCE.contains(&e.name.as_str()) && e.media_type == media_type(&e.name));
    if !ascending(&names) || !known || !EVIDENCE[..4].iter().all(|n| names.iter().any(|m| m == n)) {
        return wrong("evidence");
    }
    if r.disclaimer != DISCLAIMER {
        return wrong("disclaimer");
    }
    Ok(())
}

/// The codes written out and those left out are as many as the status counts; each once, sorted.
fn counted(findings: &Findings, [breached, unproven, waived]: [&Listed; 3]) -> bool {
    let mut all: Vec<&String> = Vec::new();
    for (listed, n) in [
        (breached, findings.breached),
        (unproven, findings.unproven),
        (waived, findings.waived),
    ] {
        let sorted = listed.lists().iter().all(|l| ascending(l));
        let more = listed.more.unwrap_or(0);
        if !sorted || listed.more == Some(0) || listed.len().checked_add(more) != Some(n) {
            return false;
        }
        all.extend(listed.lists().into_iter().flatten());
    }
    let plain = |code: &&String| {
        (1..=20).contains(&code.len())
            && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if !all.iter().all(plain) {
        return false;
    }
    all.sort();
    all.windows(2).all(|w| w[0] != w[1])
}

fn ascending(list: &[String]) -> bool {
    list.windows(2).all(|w| w[0] < w[1])
}

/// A URI with a scheme, at most 120 characters of its plain alphabet; no `@`, for it would name a person.
pub fn uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+.-".contains(&b));
    let rest = !rest.is_empty()
        && rest
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-._~:/?#!$&'()*+,;=%".contains(&b));
    // policies' labels hold a verifier's id and more
    scheme && rest && text.len() <= 240
}

fn version(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
}
