//! What a header may mean: the dictionary, and the rules that bring a header to one of its keys. Each rule takes away
//! what says nothing about the field (a prefix, an ordinal, a unit); none of them adds a meaning.

use super::dictionary::{Dictionary, Entry};
use super::key::{camel, key};
use crate::record::column::Group;

/// What a header was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// More than one: which it is, language or content must say.
    pub entries: Vec<Entry>,
    /// The ordinal in the header: `Phone 2`, `Secondary Email`.
    pub slot: Option<u32>,
    pub way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The header is an alias.
    Alias,
    /// It is one without a prefix, an ordinal, a unit.
    Stripped,
    /// It is nearly one.
    Similar,
}

/// Words that block every rule but the dictionary's own: what was before, what the buyer put in, what is about the
/// record rather than the person. One that ends in `*` is a beginning.
const GUARDS: [&str; 32] = [
    "previous",
    "prior",
    "former",
    "past",
    "input",
    "owner",
    "reason",
    "certif*",
    "count",
    "bounce*",
    "budget",
    "funding",
    "growth",
    "known",
    "normalized",
    "calculated",
    "matched",
    "malformed",
    "assistant*",
    "created by",
    "modified by",
    "last job",
    "manager",
    "parent",
    "referrer",
    "vorherig*",
    "ehemalig*",
    "fruher*",
    "eingabe",
    "grund",
    "ancien*",
    "precedent*",
];

/// Words before a field that only say whose it is.
const WHO: [&str; 6] = [
    "person",
    "contact",
    "lead",
    "prospect",
    "kontakt",
    "ansprechpartner",
];

/// Laws and vendors that put their name before a field.
const NAMES: [&str; 18] = [
    "gdpr",
    "rgpd",
    "dsgvo",
    "avg",
    "rodo",
    "zoominfo",
    "apollo",
    "cognism",
    "lusha",
    "dealfront",
    "echobot",
    "kaspr",
    "rocketreach",
    "uplead",
    "dropcontact",
    "lead411",
    "seamless",
    "hs",
];

/// Words before a field that mean the company.
const COMPANY: [&str; 6] = [
    "current employer",
    "organization",
    "organisation",
    "employer",
    "account",
    "unternehmen",
];

/// Ordinals, and the slot that they say.
const ORDINALS: [(&str, u32); 26] = [
    ("primary", 1),
    ("main", 1),
    ("first", 1),
    ("secondary", 2),
    ("second", 2),
    ("supplemental", 2),
    ("additional", 2),
    ("alternate", 2),
    ("alternative", 2),
    ("tertiary", 3),
    ("third", 3),
    ("erste", 1),
    ("erster", 1),
    ("zweite", 2),
    ("zweiter", 2),
    ("zweites", 2),
    ("weitere", 2),
    ("weiterer", 2),
    ("dritte", 3),
    ("principal", 1),
    ("secondaire", 2),
    ("secundario", 2),
    ("secondario", 2),
    ("andere", 2),
    ("autre", 2),
    ("otro", 2),
];

/// What a header means by the dictionary and the rules; none if nothing is found.
pub fn exact(header: &str) -> Option<Guess> {
    let dictionary = Dictionary::get();
    for key in keys(header) {
        let entries = dictionary.find(&key);
        if !entries.is_empty() {
            return Some(Guess {
                entries: entries.to_vec(),
                slot: number(&key).map(|(n, _)| n),
                way: Way::Alias,
            });
        }
    }
    if guarded(header) {
        return None;
    }
    let bare = unbracketed(header);
    for key in keys(&bare).into_iter().chain(path(header)) {
        if let Some((entries, slot)) = stripped(&key, 0) {
            return Some(Guess {
                entries,
                slot,
                way: Way::Stripped,
            });
        }
    }
    joined(&bare)
}

/// The plain key, and the one split at capitals. The plain one goes first: splitting turns `LinkedIn` into two words.
pub fn keys(header: &str) -> Vec<String> {
    let mut keys = vec![key(header), key(&camel(header))];
    keys.dedup();
    keys.retain(|k| !k.is_empty());
    keys
}

/// Whether a guard word stands in the header.
pub fn guarded(header: &str) -> bool {
    keys(header).iter().any(|key| {
        let padded = format!(" {key} ");
        GUARDS.iter().any(|g| match g.strip_suffix('*') {
            Some(start) => padded.contains(&format!(" {start}")),
            None => padded.contains(&format!(" {g} ")),
        })
    })
}

fn stripped(key: &str, depth: u32) -> Option<(Vec<Entry>, Option<u32>)> {
    let entries = Dictionary::get().find(key);
    if !entries.is_empty() {
        return Some((entries.to_vec(), None));
    }
    if depth > 3 {
        return None;
    }
    if let Some((slot, rest)) = number(key).or_else(|| ordinal(key))
        && let Some((entries, inner)) = stripped(&rest, depth + 1)
    {
        return Some((entries, inner.or(Some(slot))));
    }
    let without = |words: &[&str]| {
        words.iter().find_map(|w| {
            key.strip_prefix(w)
                .and_then(|r| r.strip_prefix(' '))
                .map(str::to_owned)
        })
    };
    if let Some(rest) = without(&COMPANY)
        && let Some(found) = stripped(&format!("company {rest}"), depth + 1)
    {
        return Some(found);
    }
    if let Some(found) = without(&NAMES).and_then(|rest| stripped(&rest, depth + 1)) {
        return Some(found);
    }
    let rest = without(&WHO)?;
    let found = stripped(&rest, depth + 1)?;
    // `contact method` is how somebody likes to be met, not how data was collected: one word is too little to say
    // where data comes from. A missed objection would be worse than a wrong one, so those stay.
    let careful = |e: &Entry| {
        let group = e.column.group();
        group.is_provenance() && !matches!(group, Group::Objection | Group::Dnc)
    };
    (rest.contains(' ') || !found.0.iter().any(careful)).then_some(found)
}

/// A number of one or two digits among the words: the number, and the rest.
fn number(key: &str) -> Option<(u32, String)> {
    let words: Vec<&str> = key.split(' ').collect();
    let mut rest = Vec::with_capacity(words.len());
    let mut found = None;
    for word in &words {
        match word.parse::<u32>() {
            Ok(n) if found.is_none() && (1..100).contains(&n) && word.len() <= 2 => found = Some(n),
            _ => rest.push(*word),
        }
    }
    if let Some(n) = found.filter(|_| !rest.is_empty()) {
        return Some((n, rest.join(" ")));
    }
    // `phone2`, `E-Mail2`
    let trimmed = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &key[trimmed.len()..];
    let n = digits.parse::<u32>().ok()?;
    ((1..10).contains(&n) && digits.len() == 1 && trimmed.ends_with(char::is_alphabetic))
        .then(|| (n, trimmed.to_owned()))
}

fn ordinal(key: &str) -> Option<(u32, String)> {
    let words: Vec<&str> = key.split(' ').collect();
    let at = [0, words.len().checked_sub(1)?];
    for i in at {
        if let Some((_, n)) = ORDINALS.iter().find(|(w, _)| *w == words[i]) {
            let mut rest = words.clone();
            rest.remove(i);
            if !rest.is_empty() {
                return Some((*n, rest.join(" ")));
            }
        }
    }
    None
}

/// `Revenue (in 000s USD)` → `Revenue`.
fn unbracketed(header: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(header.len()), 0_u32);
    for c in header.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// `contacts.0.phone` → `phone 1`: nested names of JSON, flattened.
fn path(header: &str) -> Option<String> {
    if header.contains(char::is_whitespace) || header.contains('@') {
        return None;
    }
    let parts: Vec<&str> = header.split('.').collect();
    let (last, before) = parts.split_last()?;
    let inner = before.last()?;
    let index = inner.parse::<u32>().ok().filter(|n| *n < 99);
    let name = key(&camel(last));
    Some(match index {
        Some(n) => format!("{name} {}", n + 1),
        None => name,
    })
}

/// `State/Region`: headers joined by a slash, if all of them mean the same.
fn joined(header: &str) -> Option<Guess> {
    let parts: Vec<Vec<Entry>> = header
        .split('/')
        .map(|p| stripped(&key(p), 0).map(|(e, _)| e).unwrap_or_default())
        .collect();
    let first = parts.first()?.first()?;
    let same = parts.len() > 1
        && parts
            .iter()
            .all(|p| p.len() == 1 && p[0].column == first.column);
    same.then(|| Guess {
        entries: vec![*first],
        slot: None,
        way: Way::Stripped,
    })
}

/// A header that is one or two letters away from an alias of one column. Never for columns of provenance, consent,
/// objection and the like: unmapped is better than wrong.
pub fn similar(header: &str) -> Option<Guess> {
    if guarded(header) {
        return None;
    }
    let mut best: Option<(usize, Entry)> = None;
    let mut twice = false;
    for key in keys(header) {
        let length = key.chars().count();
        let limit = match length {
            0..=6 => continue,
            7..=11 => 1,
            _ => 2,
        };
        for (alias, entries) in Dictionary::get().keys() {
            if alias.len().abs_diff(key.len()) > 2 * limit {
                continue;
            }
            let distance = strsim::osa_distance(alias, &key);
            if distance == 0 || distance > limit {
                continue;
            }
            for entry in entries {
                match best {
                    Some((d, _)) if d < distance => {}
                    Some((d, e)) if d == distance => twice |= e.column != entry.column,
                    _ => {
                        best = Some((distance, *entry));
                        twice = false;
                    }
                }
            }
        }
    }
    let (_, entry) = best.filter(|_| !twice)?;
    let group = entry.column.group();
    (!group.is_provenance() && group != Group::Minimisation).then(|| Guess {
        entries: vec![entry],
        slot: None,
        way: Way::Similar,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &str) -> Option<(&'static str, Option<u32>)> {
        let guess = exact(header)?;
        (guess.entries.len() == 1).then(|| (guess.entries[0].column.name(), guess.slot))
    }

    #[test]
    fn rules_take_away_what_says_nothing() {
        for (header, expected) in [
            ("E-Mail", Some(("email", None))),
            ("HasOptedOutOfEmail", Some(("objection_status", None))),
            ("Straße", Some(("street", None))),
            ("Strasse", Some(("street", None))),
            ("Telefon 2", Some(("phone", Some(2)))),
            ("Phone2", Some(("phone", Some(2)))),
            ("Secondary Email", Some(("email", Some(2)))),
            ("Tertiary Email Source", Some(("email_source", Some(3)))),
            ("Revenue (in 000s USD)", Some(("company_revenue", None))),
            ("State/Region", Some(("region", None))),
            ("contacts.1.phone", Some(("phone", Some(2)))),
            ("person.email", Some(("email", None))),
            ("Organization City", Some(("company_city", None))),
            ("ZoomInfo Contact ID", Some(("record_id", None))),
            ("GDPR Lawful Basis", Some(("lawful_basis", None))),
            ("Previous Company Name", None),
            ("Certification Date", None),
            ("Contact Owner", None),
            ("Email hard bounce reason", None),
            ("E-Mail/Telefon", None),
            ("Number of Locations", None),
            ("Contact Method", None),
            ("Lead Partner", None),
            ("Contact Unsubscribed", Some(("objection_status", None))),
        ] {
            assert_eq!(found(header), expected, "{header:?}");
        }
    }

    #[test]
    fn similarity_is_for_plain_fields_only() {
        let near = |h: &str| similar(h).map(|g| g.entries[0].column.name());
        assert_eq!(near("Telefonnumer"), Some("phone"));
        assert_eq!(near("Compnay Name"), Some("company_name"));
        assert_eq!(near("Einwilligunng"), None);
        assert_eq!(near("Lawfull Basis"), None);
        assert_eq!(near("Keywords"), None);
    }
}
