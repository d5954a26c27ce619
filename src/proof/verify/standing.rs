//! What stands beside the outcome: how the policy stands to the shipped one, what the times mean, what was not checked.

use super::replay::{Replayed, shipped_uri};
use super::{Opened, Question};
use crate::base::lang::Text;
use crate::proof::bundle::{Bundle, Kind, kind};
use crate::proof::statement::RecordStatement;
use crate::record::policy::Policy;
use crate::text;

/// "as shipped", how far it departs from the shipped policy of its name, or "own policy".
pub fn policy(replayed: &Replayed, record: &RecordStatement) -> Text {
    let uri = &record.predicate.policy.uri;
    let text = &replayed.policy_text;
    if Policy::shipped_names().any(|n| Policy::shipped(n) == Some(text)) {
        return text!("as shipped", "wie ausgeliefert");
    }
    if uri.starts_with("urn:beleg:policy:") {
        return text!(
            "a shipped name that this version does not know",
            "ein ausgelieferter Name, den diese Version nicht kennt"
        );
    }
    let departs = replayed.policy.as_ref().and_then(|own| {
        let text = Policy::shipped(&own.id)?;
        let shipped = Policy::parse(&own.id, text, own.checks.clone()).ok()?;
        let off = shipped
            .clauses
            .iter()
            .filter(|c| own.clause(&c.code).is_none())
            .count();
        let differ = shipped.clauses.iter().filter(|c| {
            own.clause(&c.code).is_some_and(|o| {
                let mut o = o.clone();
                o.line = c.line;
                o != **c
            })
        });
        let (n, uri) = (differ.count(), shipped_uri(&own.id, text)?);
        Some(text!(
            "own policy: of {uri} {n} clauses differ, {off} are off",
            "eigenes Regelwerk: gegenüber {uri} weichen {n} Klauseln ab, {off} fehlen"
        ))
    });
    departs.unwrap_or_else(|| text!("own policy", "eigenes Regelwerk"))
}

/// Gaps between the times that a reader should see beside the verdict.
pub fn notes(record: &RecordStatement) -> Vec<Text> {
    let r = &record.predicate;
    let days = r.time_verified.day().0 - r.as_of.0;
    if days <= 1 {
        return Vec::new();
    }
    vec![text!(
        "assessed as of {days} days before it was signed",
        "beurteilt zum Stichtag {days} Tage vor der Unterschrift"
    )]
}

/// What was not checked, in the order of importance. Never empty: the truth of a document is always left.
pub fn not_checked(
    bundle: &Bundle,
    opened: &Opened,
    question: &Question,
    replayed: Option<&Replayed>,
) -> Vec<Text> {
    let r = &opened.record().predicate;
    let claim = opened.claim();
    let mut out = Vec::new();
    let mut add = |yes: bool, text: Text| {
        if yes {
            out.push(text);
        }
    };
    let bare = bundle.is_bare();
    add(
        bare,
        text!("evidence (not supplied)", "Nachweise (nicht vorgelegt)"),
    );
    add(
        question.lists.is_empty(),
        text!("list (no --list)", "Liste (kein --list)"),
    );
    add(
        !bare && replayed.is_some_and(|r| r.census.is_none()),
        text!("replay (census withheld)", "Nachrechnen (ohne Zählung)"),
    );
    add(
        !claim.pinned,
        text!(
            "verifier, list and policy (not pinned)",
            "Prüfstelle, Liste und Regelwerk (nicht festgelegt)"
        ),
    );
    let policy_pinned =
        claim.roles.iter().any(|r| r.policies.is_some()) || question.demands.policy.is_some();
    add(
        claim.pinned && !policy_pinned,
        text!("policy (not pinned)", "Regelwerk (nicht festgelegt)"),
    );
    let n = claim.strangers;
    add(
        n > 0,
        text!(
            "{n} signatures by keys not trusted",
            "{n} Signaturen nicht vertrauter Schlüssel"
        ),
    );
    let stamps = |end: &str| {
        let is = |p: &&str| matches!(kind(p), Some(Kind::Stamp(_))) && p.ends_with(end);
        bundle.paths().filter(is).count()
    };
    let (en, de) = present(stamps(".tsr"));
    out.push(text!("time stamp ({en})", "Zeitstempel ({de})"));
    let (en, de) = present(stamps(".tlog-proof"));
    out.push(text!("log ({en})", "Protokoll ({de})"));
    if r.row_tree.is_some() {
        out.push(text!("row tree", "Zeilenbaum"));
    }
    out.push(if r.previous.is_some() {
        text!("the audit before", "die Prüfung davor")
    } else {
        text!(
            "other audits of this list, which may exist",
            "andere Prüfungen dieser Liste, die es geben kann"
        )
    });
    out.push(text!(
        "truth of any document",
        "Wahrheit irgendeines Dokuments"
    ));
    out
}

fn present(n: usize) -> (String, String) {
    if n == 0 {
        ("none".to_owned(), "keiner".to_owned())
    } else {
        (
            format!("{n}, not checked by this version"),
            format!("{n}, von dieser Version nicht geprüft"),
        )
    }
}
