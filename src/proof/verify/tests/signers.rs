//! Who signed, in which role, when, and how many.

use super::*;
use crate::base::clock::Day;

#[test]
fn an_unknown_signer_is_named_only_if_the_key_fits() {
    let bundle = audit().bundle(&[1]);
    let outcome = run(&bundle, &trust(&[2]));
    assert_eq!(names(&outcome), ["signer-unknown"]);
    assert_eq!(outcome.headline, Headline::NotAuthenticated);
    let found = &outcome.trail.failures[0].1.found;
    let print = key(1).public().fingerprint().to_string();
    assert!(found[0].en.contains(&print));
    // with another key enclosed the name is not repeated
    let mut files = bundle.files().clone();
    let path = format!("keys/{}.pub.pem", key(1).public().fingerprint().fp32());
    files.insert(path, key(3).public().pem().into_bytes());
    let outcome = run(&of(remanifested(files)), &trust(&[2]));
    assert_eq!(names(&outcome), ["signer-unknown"]);
    assert!(!outcome.trail.failures[0].1.found[0].en.contains(&print));
}

#[test]
fn an_invalid_entry_of_a_trusted_key_beside_a_valid_one_is_refused() {
    let audit = audit();
    let mut signed = audit.signed(&[1, 2], |_| ());
    let two = key(2).public().fingerprint();
    for entry in &mut signed.audit.signatures {
        if entry.by == two {
            entry.bytes[0] ^= 1;
        }
    }
    let bundle = pack(&signed, audit.files());
    assert_eq!(names(&run(&bundle, &trust(&[1, 2]))), ["signature-invalid"]);
    // whom the reader does not trust is only counted
    let outcome = run(&bundle, &trust(&[1]));
    assert_eq!(outcome.exit(), 0);
    let listed = outcome
        .not_checked
        .iter()
        .any(|t| t.en.starts_with("1 signatures"));
    assert!(listed, "{:?}", outcome.not_checked);
}

#[test]
fn key_ids_never_turn_a_no_into_a_yes() {
    let audit = audit();
    let mut signed = audit.signed(&[2], |_| ());
    for envelope in [&mut signed.audit, &mut signed.summary] {
        envelope.signatures[0].by = key(1).public().fingerprint();
    }
    let bundle = pack(&signed, audit.files());
    assert_eq!(names(&run(&bundle, &trust_key(1))), ["signature-invalid"]);
}

#[test]
fn times_must_be_plausible() {
    let bundle = audit_bundle();
    let at = |seconds: i64| {
        let now = Time(NOW.0 + seconds);
        names(&verify(&bundle, &trust_key(1), &asked(), now))
    };
    assert_eq!(at(0), Vec::<&str>::new());
    assert_eq!(at(-300), Vec::<&str>::new());
    assert_eq!(at(-301), ["time-implausible"]);
    let late = |s: &mut RecordStatement| s.predicate.as_of = Day(s.predicate.as_of.0 + 1);
    let late = pack(&audit().signed(&[1], late), audit().files());
    // after the signature, and in the future too
    assert_eq!(names(&run(&late, &trust_key(1))), ["time-implausible"; 2]);
    let mut old = audit();
    old.free.time = Time(NOW.0 + 3 * 86_400);
    let outcome = verify(&old.bundle(&[1]), &trust_key(1), &asked(), old.free.time);
    assert_eq!(outcome.notes.len(), 1);
}

const ROLE: &str = r#"
[[role]]
name = "NAME"
verifier_id = "urn:example:audit-office"
predicate_types = ["urn:beleg:predicate:list-audit:v1"]
resource_uris = ["RESOURCE"]
keys = [KEYS]
threshold = LIMIT
EXTRA
"#;

fn role(name: &str, resource: &str, keys: &str, limit: u8, extra: &str) -> String {
    ROLE.replace("NAME", name)
        .replace("RESOURCE", resource)
        .replace("KEYS", keys)
        .replace("LIMIT", &limit.to_string())
        .replace("EXTRA", extra)
}

fn file(validity: [&str; 3], roles: &str) -> Trust {
    let mut text = "version = 1\n".to_owned();
    for (n, valid) in validity.iter().enumerate() {
        let line = key(n as u8 + 1).public().ssh_line();
        text.push_str(&format!(
            "[[key]]\nname = \"k{}\"\npublic = \"{line}\"\n{valid}\n",
            n + 1
        ));
    }
    text.push_str(roles);
    let none = |_: &str| Err(Error::new(&code::TRUST_ILLEGIBLE, text!("none", "keine")));
    Trust::parse("trust.toml", &text, &none).expect("a trust file")
}

const VALID: &str = "not_before = 2026-01-01T00:00:00Z\nnot_after = 2028-01-01T00:00:00Z";

#[test]
fn roles_say_who_may_sign_what() {
    let any = "urn:beleg:list:vendor-x:*";
    let one = "urn:beleg:list:vendor-x:2026-11";
    let policy = format!("policies = [\"{}\"]", Sha256::of(audit().policy.as_bytes()));
    let foreign = format!("policies = [\"{}\"]", Sha256::of(b"x"));
    for (signers, roles, expect) in [
        (&[1][..], role("a", any, "\"k1\"", 1, ""), &[][..]),
        (&[1], role("a", one, "\"k1\"", 1, &policy), &[]),
        (
            &[1],
            role("a", one, "\"k1\"", 1, &foreign),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", "urn:beleg:list:vendor-y:*", "\"k1\"", 1, ""),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "").replace("audit-office", "other-office"),
            &["role-mismatch"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "").replace("list-audit", "waiver"),
            &["role-mismatch"],
        ),
        (&[1], String::new(), &["role-mismatch"]),
        // a key of another role
        (&[1], role("a", any, "\"k2\"", 1, ""), &["threshold-missed"]),
        // two of three
        (
            &[1],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 2, ""),
            &["threshold-missed"],
        ),
        (
            &[1, 3],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 2, ""),
            &[],
        ),
        (
            &[1, 2, 3],
            role("a", any, "\"k1\", \"k2\", \"k3\"", 3, ""),
            &[],
        ),
        // a second role of equal rank never widens, a general one never replaces a specific one
        (
            &[1],
            role("a", any, "\"k1\"", 1, "") + &role("b", any, "\"k2\"", 1, ""),
            &["threshold-missed"],
        ),
        (
            &[1, 2],
            role("a", any, "\"k1\"", 1, "") + &role("b", any, "\"k2\"", 1, ""),
            &[],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "") + &role("b", one, "\"k2\"", 1, ""),
            &["threshold-missed"],
        ),
        (
            &[2],
            role("a", any, "\"k1\"", 1, "") + &role("b", one, "\"k2\"", 1, ""),
            &[],
        ),
        // demands
        (
            &[1],
            role("a", any, "\"k1\"", 1, "timestamp = \"required\""),
            &["timestamp-missing"],
        ),
        (
            &[1],
            role("a", any, "\"k1\"", 1, "log = \"required\""),
            &["log-missing"],
        ),
    ] {
        let outcome = run(&audit().bundle(signers), &file([VALID; 3], &roles));
        assert_eq!(names(&outcome), expect, "{signers:?} {roles}");
    }
    let aged = file(
        [VALID; 3],
        &role("a", any, "\"k1\"", 1, "max_age_days = 10"),
    );
    let late = Time(NOW.0 + 11 * 86_400);
    assert_eq!(
        names(&verify(&audit_bundle(), &aged, &asked(), late)),
        ["too-old"]
    );
}

#[test]
fn keys_that_are_not_valid_drop_out() {
    let any = "urn:beleg:list:vendor-x:*";
    let later = "not_before = 2027-01-01T00:00:00Z\nnot_after = 2028-01-01T00:00:00Z";
    let past = "not_before = 2025-01-01T00:00:00Z\nnot_after = 2026-11-01T00:00:00Z";
    let lost =
        format!("{VALID}\nrevoked = {{ at = 2027-01-01T00:00:00Z, reason = \"compromised\" }}");
    let superseded =
        format!("{VALID}\nrevoked = {{ at = 2027-01-01T00:00:00Z, reason = \"superseded\" }}");
    let before = superseded.replace("at = 2027", "at = 2026");
    for (first, expect) in [
        (VALID, None),
        (later, Some("key-not-yet-valid")),
        (past, Some("key-expired")),
        (lost.as_str(), Some("key-revoked")),
        (superseded.as_str(), None),
        (before.as_str(), Some("key-revoked")),
    ] {
        let trust = file(
            [first, VALID, VALID],
            &role("a", any, "\"k1\", \"k2\"", 1, ""),
        );
        let alone = run(&audit().bundle(&[1]), &trust);
        assert_eq!(
            names(&alone),
            expect.into_iter().collect::<Vec<_>>(),
            "{first}"
        );
        // the other key is enough
        assert_eq!(run(&audit().bundle(&[1, 2]), &trust).exit(), 0, "{first}");
    }
}

#[test]
fn a_summary_signed_by_fewer_misses_the_threshold() {
    let audit = audit();
    let mut signed = audit.signed(&[1, 2], |_| ());
    signed.summary = audit.signed(&[1], |_| ()).summary;
    let trust = file(
        [VALID; 3],
        &role("a", "urn:beleg:list:vendor-x:*", "\"k1\", \"k2\"", 2, ""),
    );
    let outcome = run(&pack(&signed, audit.files()), &trust);
    assert_eq!(names(&outcome), ["threshold-missed"]);
    assert_eq!(outcome.trail.failures[0].0, "V16");
}

#[test]
fn the_type_is_looked_at_after_the_signature() {
    let audit = audit();
    for (kind, signed_over, expect) in [
        (
            "application/json",
            "application/json",
            "payload-type-unknown",
        ),
        (
            "application/vnd.in-toto+JSON",
            "application/vnd.in-toto+JSON",
            "payload-type-unknown",
        ),
        (
            "application/json",
            "application/vnd.in-toto+json",
            "signature-invalid",
        ),
    ] {
        let mut signed = audit.signed(&[1], |_| ());
        signed.audit.payload_type = kind.to_owned();
        let message = crate::proof::envelope::pae(signed_over, &signed.audit.payload);
        signed.audit.signatures[0].bytes = key(1).sign(&message).expect("signed").to_vec();
        let outcome = run(&pack(&signed, audit.files()), &trust_key(1));
        assert_eq!(names(&outcome)[0], expect, "{kind}");
    }
}
