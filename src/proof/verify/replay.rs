//! V19: the signed census is judged again, and must give the signed verdict and the signed statement, byte for byte.
//!
//! What a signer cannot make come out differently by signing it: the words, the counts, the subjects, the policy's name.

mod census;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Trail, Verified};
use crate::base::code::verify as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, Errors, Place};
use crate::base::json;
use crate::base::lang::Text;
use crate::proof::bundle::Bundle;
use crate::proof::statement::{
    Free, LIST_FILES, PolicyLabel, RecordStatement, Resource, list_files, record, with_verdict,
};
use crate::record::census::Census;
use crate::record::dossier::Dossier;
use crate::record::policy::Policy;
use crate::record::verdict::{JUDGE, SCHEMA, Verdict, judge};
use crate::record::waiver::Waivers;
use crate::text;

/// The evidence, read and judged again. Without census in a shared bundle.
pub struct Replayed {
    pub census: Option<Census>,
    pub dossier: Option<Dossier>,
    pub policy: Option<Policy>,
    pub policy_text: String,
    pub verdict: Verdict,
}

const CENSUS: &str = "data/census.json";
const DOSSIER: &str = "data/dossier.json";
const POLICY: &str = "data/policy.toml";
const VERDICT: &str = "data/verdict.json";
const WAIVERS: &str = "data/waivers.json";
const FILES: &str = "data/list-files.sha256";

/// Judges again. None if anything differs or cannot be read; the trail says what.
pub fn replay(bundle: &Verified<Bundle>, trail: &mut Trail) -> Option<Replayed> {
    match again(bundle) {
        Ok(r) => {
            let detail = if r.census.is_some() {
                text!(
                    "verdict and statement follow from the census",
                    "Urteil und Aussage folgen aus der Zählung"
                )
            } else {
                text!(
                    "words and counts are those of the verdict; census withheld, not replayed",
                    "Worte und Zahlen sind die des Urteils; ohne Zählung nicht nachgerechnet"
                )
            };
            trail.good("V19", detail);
            Some(r)
        }
        Err(Errors(all)) => {
            for e in all {
                trail.fail("V19", e);
            }
            None
        }
    }
}

fn again(bundle: &Verified<Bundle>) -> Result<Replayed, Errors> {
    let statement = bundle.record();
    if bundle.evidence(WAIVERS).is_some() {
        return Err(illegible(
            WAIVERS,
            text!(
                "this version does not read waivers",
                "diese Version liest keine Ausnahmen"
            ),
        )
        .into());
    }
    let policy_text = bundle.evidence(POLICY).unwrap_or_default();
    let policy_text = String::from_utf8(policy_text.to_vec())
        .map_err(|_| illegible(POLICY, text!("not UTF-8", "kein UTF-8")))?;
    shipped_name(statement, &policy_text)?;
    let verdict: Verdict = read(bundle, VERDICT)?;
    if verdict.judge != JUDGE || verdict.schema != SCHEMA {
        return Err(illegible(
            VERDICT,
            text!(
                "judged by rules that this version does not have",
                "beurteilt nach Regeln, die diese Version nicht hat"
            ),
        )
        .into());
    }
    if bundle.is_shared() {
        if with_verdict(statement, &verdict).as_ref() != Some(statement) {
            return Err(differs(
                VERDICT,
                text!(
                    "the statement has other words or counts than the verdict",
                    "die Aussage hat andere Worte oder Zahlen als das Urteil"
                ),
            )
            .into());
        }
        return Ok(Replayed {
            census: None,
            dossier: None,
            policy: None,
            policy_text,
            verdict,
        });
    }
    let census: Census = read(bundle, CENSUS)?;
    let dossier: Dossier = read(bundle, DOSSIER)?;
    census::sound(&census)?;
    bound(bundle, &census)?;
    let policy = Policy::parse(POLICY, &policy_text, &census.checks).map_err(|Errors(all)| {
        let mut e = illegible(
            POLICY,
            text!(
                "the policy does not fit the checks of the census",
                "das Regelwerk passt nicht zu den Prüfpunkten der Zählung"
            ),
        );
        if let Some(line) = all.iter().find_map(|e| e.at.as_ref()?.line) {
            e = e.at(Place::at(POLICY, line, 1));
        }
        e
    })?;
    let judged = judge(&policy, &census, &Waivers::default());
    if Some(json::write_file(&judged).as_slice()) != bundle.evidence(VERDICT) {
        return Err(differs(
            VERDICT,
            text!(
                "judged again, census and policy give another verdict",
                "noch einmal beurteilt ergeben Zählung und Regelwerk ein anderes Urteil"
            ),
        )
        .into());
    }
    let stated = stated(bundle, &census, &policy, &judged);
    if stated.as_ref().map(RecordStatement::write).as_deref() != Some(&bundle.claim.payload) {
        return Err(differs(
            crate::proof::bundle::AUDIT,
            text!(
                "the statement says something else than census and verdict",
                "die Aussage sagt etwas anderes als Zählung und Urteil"
            ),
        )
        .into());
    }
    Ok(Replayed {
        census: Some(census),
        dossier: Some(dossier),
        policy: Some(policy),
        policy_text,
        verdict,
    })
}

/// The statement that follows, with the free members of the signed one.
fn stated(
    bundle: &Verified<Bundle>,
    census: &Census,
    policy: &Policy,
    verdict: &Verdict,
) -> Option<RecordStatement> {
    let statement = bundle.record();
    let said = &statement.predicate;
    let mut label = PolicyLabel {
        id: policy.id.clone(),
        version: policy.version.clone(),
        sha256: policy.sha256,
        shipped: false,
    };
    label.shipped = said.policy.uri == label.shipped_uri();
    let free = Free {
        verifier: said.verifier.id.clone(),
        version: said.verifier.version.beleg.clone(),
        time: said.time_verified,
        resource: Resource::parse(&said.resource_uri)?,
        previous: said.previous.as_ref().map(|p| p.digest.sha256),
    };
    let files: BTreeMap<String, Vec<u8>> = said
        .evidence
        .iter()
        .filter_map(|e| Some((e.name.clone(), bundle.evidence(&e.name)?.to_vec())))
        .collect();
    let mut again = record(&free, census, &label, verdict, &files).ok()?;
    // names are free, digests are not
    let digests = |s: &RecordStatement| -> BTreeSet<Sha256> {
        s.subject.iter().map(|x| x.digest.sha256).collect()
    };
    let same_kind = again.subject.len() == statement.subject.len()
        && (again.subject[0].name == LIST_FILES) == (statement.subject[0].name == LIST_FILES);
    if same_kind && digests(&again) == digests(statement) {
        again.subject.clone_from(&statement.subject);
    }
    Some(again)
}

/// The digests that the census gives for what lies beside it.
fn bound(bundle: &Verified<Bundle>, census: &Census) -> Result<(), Error> {
    let digest = |path| bundle.evidence(path).map(Sha256::of);
    if Some(census.dossier.sha256) != digest(DOSSIER) {
        return Err(differs(
            DOSSIER,
            text!(
                "the census was measured with another dossier",
                "die Zählung entstand mit einem anderen Dossier"
            ),
        ));
    }
    let policy = digest(POLICY);
    if !census.compiled.iter().all(|c| Some(c.policy) == policy) {
        return Err(differs(
            CENSUS,
            text!(
                "rows were held back under another policy",
                "Zeilen wurden nach einem anderen Regelwerk zurückgehalten"
            ),
        ));
    }
    let many = census.lists.len() > crate::proof::statement::SUBJECTS;
    let expected = many.then(|| list_files(&census.lists));
    if bundle.evidence(FILES) != expected.as_deref() {
        return Err(differs(
            FILES,
            text!(
                "not the list files of the census",
                "nicht die Listendateien der Zählung"
            ),
        ));
    }
    Ok(())
}

/// A URI that this tool ships has the digest that it ships.
fn shipped_name(statement: &RecordStatement, policy: &str) -> Result<(), Error> {
    let said = &statement.predicate.policy.uri;
    for name in Policy::shipped_names() {
        let Some(text) = Policy::shipped(name) else {
            continue;
        };
        if shipped_uri(name, text).as_deref() == Some(said) && text != policy {
            return Err(Error::new(
                &code::POLICY_OTHER,
                text!(
                    "`{name}` of this version has another text",
                    "`{name}` dieser Version hat einen anderen Text"
                ),
            )
            .at(Place::file(POLICY)));
        }
    }
    Ok(())
}

/// The label of a shipped text: id and version as they stand in it.
pub fn shipped_uri(name: &str, text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    let version = table.get("policy")?.get("version")?.as_str()?;
    Some(format!("urn:beleg:policy:{name}:{version}"))
}

fn read<T: DeserializeOwned + Serialize>(
    bundle: &Verified<Bundle>,
    path: &str,
) -> Result<T, Error> {
    let bytes = bundle.evidence(path).unwrap_or_default();
    json::canonical_file(bytes).map_err(|_| {
        illegible(
            path,
            text!(
                "not in the one form, or with members that this version does not know",
                "nicht in der einen Form, oder mit Feldern, die diese Version nicht kennt"
            ),
        )
    })
}

fn illegible(path: &str, message: Text) -> Error {
    Error::new(&code::CENSUS_ILLEGIBLE, message).at(Place::file(path))
}

fn differs(path: &str, message: Text) -> Error {
    Error::new(&code::REPLAY_DIFFERS, message).at(Place::file(path))
}
