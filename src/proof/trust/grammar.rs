//! The grammar of a trust file: closed, and every slip has its line.

use std::collections::BTreeMap;

use super::role::{self, Demand, Role};
use super::{Reason, Trusted, Validity, Who};
use crate::base::code::verify::TRUST_ILLEGIBLE;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Result, nearest};
use crate::base::tree::{Codes, Fields, Tree, Value};
use crate::proof::keys::PublicKey;
use crate::text;

const CODES: Codes = Codes {
    syntax: &TRUST_ILLEGIBLE,
    unknown: &TRUST_ILLEGIBLE,
    value: &TRUST_ILLEGIBLE,
    missing: &TRUST_ILLEGIBLE,
};
const KEYS: usize = 1_000;

pub fn parse(
    file: &str,
    source: &str,
    content: &dyn Fn(&str) -> Result<Vec<u8>, Error>,
) -> Result<(Vec<Trusted>, Vec<Role>)> {
    let tree = Tree::parse(file, source, CODES, true, true)?;
    let root = tree.root();
    if let Some(version) = root.need("version")
        && version.uint().is_some_and(|v| v != 1)
    {
        version.error(
            &TRUST_ILLEGIBLE,
            text!("`version` must be 1", "`version` muss 1 sein"),
        );
    }
    let mut keys: Vec<Trusted> = Vec::new();
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    for table in root
        .need("key")
        .and_then(|v| v.tables())
        .unwrap_or_default()
    {
        let span = table.span();
        let Some(key) = one_key(table, content) else {
            continue;
        };
        if positions.insert(key.name.clone(), keys.len()).is_some() {
            tree.error(
                &TRUST_ILLEGIBLE,
                text!("this name was given before", "diesen Namen gab es schon"),
                span.clone(),
            );
        }
        // one key under two names could reach a threshold of two alone
        if keys.iter().any(|k| k.who == key.who) {
            tree.error(
                &TRUST_ILLEGIBLE,
                text!(
                    "the same key stands under another name",
                    "derselbe Schlüssel steht unter einem anderen Namen"
                ),
                span.clone(),
            );
        }
        keys.push(key);
        if keys.len() > KEYS {
            tree.error(
                &TRUST_ILLEGIBLE,
                text!("more than {KEYS} keys", "mehr als {KEYS} Schlüssel"),
                span,
            );
            break;
        }
    }
    let mut roles: Vec<Role> = Vec::new();
    for table in root
        .get("role")
        .and_then(|v| v.tables())
        .unwrap_or_default()
    {
        let span = table.span();
        let Some(role) = one_role(table, &positions) else {
            continue;
        };
        if roles.iter().any(|r| r.name == role.name) {
            tree.error(
                &TRUST_ILLEGIBLE,
                text!("this name was given before", "diesen Namen gab es schon"),
                span,
            );
        }
        roles.push(role);
    }
    // authorities and logs belong to a later version: their form is checked, their evidence is not
    for table in root.get("tsa").and_then(|v| v.tables()).unwrap_or_default() {
        authority(table);
    }
    for table in root.get("log").and_then(|v| v.tables()).unwrap_or_default() {
        log(table);
    }
    root.close();
    tree.finish(|| Some((keys, roles))).map(|(read, _)| read)
}

fn one_key(t: Fields<'_, '_>, content: &dyn Fn(&str) -> Result<Vec<u8>, Error>) -> Option<Trusted> {
    let name = t.need("name").and_then(|v| name(&v));
    let (public, file) = (t.get("public"), t.get("file"));
    let span = t.span();
    let key = match (&public, &file) {
        (Some(v), None) => v.str().and_then(|text| key(v, text)),
        (None, Some(v)) => v.str().and_then(|relative| {
            let bytes = content(relative).map_err(|e| v.error(&TRUST_ILLEGIBLE, e.message));
            key(v, &String::from_utf8_lossy(&bytes.ok()?))
        }),
        _ => {
            t.tree().error(
                &TRUST_ILLEGIBLE,
                text!(
                    "a key has either `public` or `file`",
                    "ein Schlüssel hat entweder `public` oder `file`"
                ),
                span,
            );
            None
        }
    };
    let valid = validity(&t);
    t.close();
    Some(Trusted {
        name: name?,
        who: Who::Key(key?),
        valid: Some(valid?),
    })
}

fn key(value: &Value<'_, '_>, text: &str) -> Option<PublicKey> {
    PublicKey::parse(text)
        .map_err(|e| value.error(&TRUST_ILLEGIBLE, e.message))
        .ok()
}

fn validity(t: &Fields<'_, '_>) -> Option<Validity> {
    let not_before = t.need("not_before").and_then(|v| v.time());
    let end = t.need("not_after");
    let not_after = end.as_ref().and_then(Value::time);
    if let (Some(from), Some(to), Some(end)) = (not_before, not_after, &end)
        && from >= to
    {
        end.error(
            &TRUST_ILLEGIBLE,
            text!(
                "`not_after` is not after `not_before`",
                "`not_after` liegt nicht nach `not_before`"
            ),
        );
    }
    let revoked = t.get("revoked").and_then(|v| v.table()).map(|r| {
        let at = r.need("at").and_then(|v| v.time());
        let reason = r
            .need("reason")
            .and_then(|v| v.one_of(&["superseded", "compromised"]));
        r.close();
        let reason = match reason? {
            "superseded" => Reason::Superseded,
            _ => Reason::Compromised,
        };
        Some((at?, reason))
    });
    Some(Validity {
        not_before: not_before?,
        not_after: not_after?,
        revoked: match revoked {
            Some(r) => Some(r?),
            None => None,
        },
    })
}

fn one_role(t: Fields<'_, '_>, positions: &BTreeMap<String, usize>) -> Option<Role> {
    let name = t.need("name").and_then(|v| name(&v));
    let verifier_id = t.need("verifier_id").and_then(|v| plain(&v));
    let predicate_types = t.need("predicate_types").and_then(|v| texts(&v));
    let resources = t.need("resource_uris");
    let resource_uris = resources.as_ref().and_then(texts);
    if let (Some(v), Some(uris)) = (&resources, &resource_uris)
        && !uris.iter().all(|u| role::pattern(u))
    {
        v.error(
            &TRUST_ILLEGIBLE,
            text!(
                "`*` may stand only for the whole last segment",
                "`*` darf nur für das ganze letzte Segment stehen"
            ),
        );
    }
    let policies = t.get("policies").and_then(|v| {
        let digests: Option<Vec<Sha256>> = texts(&v)?.iter().map(|d| Sha256::parse(d)).collect();
        if digests.is_none() {
            v.error(
                &TRUST_ILLEGIBLE,
                text!(
                    "a policy is named by 64 lower-case hex digits",
                    "ein Regelwerk wird durch 64 kleine Hexziffern benannt"
                ),
            );
        }
        digests
    });
    let named = t.need("keys");
    let keys = named.as_ref().and_then(|v| key_names(v, positions));
    let limit = t.need("threshold");
    let threshold = limit.as_ref().and_then(Value::uint);
    if let (Some(v), Some(n), Some(keys)) = (&limit, threshold, &keys)
        && !(1..=keys.len() as u64).contains(&n)
    {
        v.error(
            &TRUST_ILLEGIBLE,
            text!(
                "`threshold` lies between 1 and the number of keys",
                "`threshold` liegt zwischen 1 und der Zahl der Schlüssel"
            ),
        );
    }
    let demand = |field| match t.get(field)?.one_of(&["optional", "required"])? {
        "required" => Some(Demand::Required),
        _ => Some(Demand::Optional),
    };
    let (timestamp, log) = (demand("timestamp"), demand("log"));
    let max_age_days = t.get("max_age_days").and_then(|v| v.uint());
    t.close();
    Some(Role {
        name: name?,
        verifier_id: verifier_id?,
        predicate_types: predicate_types?,
        resource_uris: resource_uris?,
        policies,
        keys: keys?,
        threshold: threshold? as usize,
        timestamp: timestamp.unwrap_or(Demand::Optional),
        log: log.unwrap_or(Demand::Optional),
        max_age_days,
    })
}

fn key_names(v: &Value<'_, '_>, positions: &BTreeMap<String, usize>) -> Option<Vec<usize>> {
    let mut out = Vec::new();
    for (name, span) in v.strings()? {
        let message = match positions.get(name) {
            Some(p) if !out.contains(p) => {
                out.push(*p);
                continue;
            }
            Some(_) => text!(
                "this key is named twice",
                "dieser Schlüssel ist zweimal genannt"
            ),
            None => text!("no key of this name", "kein Schlüssel dieses Namens"),
        };
        let mut error = v.tree().build(&TRUST_ILLEGIBLE, message, span);
        if let Some(near) = nearest(name, positions.keys().map(String::as_str)) {
            error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
        }
        v.tree().report(error);
    }
    Some(out)
}

/// A short name: it is printed.
fn name(v: &Value<'_, '_>) -> Option<String> {
    let text = v.str()?;
    let good = (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    if !good {
        v.error(
            &TRUST_ILLEGIBLE,
            text!(
                "a name has 1 to 64 characters of `A-Z a-z 0-9 . _ -`",
                "ein Name hat 1 bis 64 Zeichen aus `A-Z a-z 0-9 . _ -`"
            ),
        );
    }
    good.then(|| text.to_owned())
}

fn plain(v: &Value<'_, '_>) -> Option<String> {
    v.str().map(str::to_owned)
}

/// A list of at least one text.
fn texts(v: &Value<'_, '_>) -> Option<Vec<String>> {
    let list: Vec<String> = v
        .strings()?
        .into_iter()
        .map(|(s, _)| s.to_owned())
        .collect();
    if list.is_empty() {
        let path = v.path();
        v.error(
            &TRUST_ILLEGIBLE,
            text!("`{path}` is empty", "`{path}` ist leer"),
        );
        return None;
    }
    Some(list)
}

fn authority(t: Fields<'_, '_>) {
    let _ = t.need("name").and_then(|v| name(&v));
    let _ = t.need("root").and_then(|v| plain(&v));
    let _ = t.get("chain").and_then(|v| v.strings());
    let _ = validity(&t);
    t.close();
}

fn log(t: Fields<'_, '_>) {
    let _ = t.need("vkey").and_then(|v| plain(&v));
    let _ = t.get("witnesses").and_then(|v| v.strings());
    let _ = t.get("quorum").and_then(|v| v.uint());
    t.close();
}
