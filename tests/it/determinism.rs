//! Threads and blocks change no byte of census, verdict and record.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use beleg::base::clock::{Day, Time};
use beleg::base::digest::Sha256;
use beleg::base::json;
use beleg::checks::CATALOGUE;
use beleg::data::measure::Effort;
use beleg::data::source::ReadOptions;
use beleg::data::suppression::{Lists, load};
use beleg::proof::keys::{PublicKey, Signer};
use beleg::proof::statement::{Free, Resource};
use beleg::record::dossier::{Dossier, declaration_of, resolve};
use beleg::record::policy::Policy;
use beleg::{Audit, Inputs, Signing, audit};

/// A key that everybody knows; it signs nothing but this test.
struct Known(ed25519_dalek::SigningKey, PublicKey);

impl Known {
    fn new() -> Self {
        let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
        let public = PublicKey::from_bytes(key.verifying_key().as_bytes()).unwrap();
        Self(key, public)
    }
}

impl Signer for Known {
    fn public(&self) -> &PublicKey {
        &self.1
    }

    fn sign(&self, pae: &[u8]) -> Result<[u8; 64], beleg::base::error::Error> {
        use ed25519_dalek::Signer as _;
        Ok(self.0.sign(pae).to_bytes())
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/lists")
}

/// The papers of a delivery, resolved; none if it came without.
fn papers(folder: &Path) -> (Dossier, Arc<Lists>) {
    let file = folder.join("dossier.toml");
    let Ok(text) = std::fs::read_to_string(&file) else {
        return Default::default();
    };
    let file = file.to_str().unwrap();
    let declaration =
        declaration_of(file, &text).map(|f| (f.clone(), std::fs::read_to_string(f).unwrap()));
    let declaration = declaration.as_ref().map(|(f, t)| (f.as_str(), t.as_str()));
    let shelf = |path: &str| std::fs::read(path).ok().map(|b| Sha256::of(&b));
    let (mut dossier, _) = resolve(declaration, Some((file, &text)), &shelf, CATALOGUE).unwrap();
    let (lists, _) = load(&mut dossier, &|path| std::fs::read(path).ok()).unwrap();
    (dossier, Arc::new(lists))
}

fn run(
    list: &Path,
    (dossier, suppression): &(Dossier, Arc<Lists>),
    policy: &Policy,
    effort: Effort,
) -> Audit {
    let signer = Known::new();
    audit(Inputs {
        lists: &[list.to_owned()],
        reading: &ReadOptions::default(),
        dossier,
        suppression: suppression.clone(),
        policy,
        as_of: Day::new(2026, 11, 23).unwrap(),
        names: &[],
        overrides: Vec::new(),
        effort,
        signing: Some(Signing {
            free: Free {
                verifier: "urn:example:audit-office".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                time: Time::parse("2026-11-23T22:00:00Z").unwrap(),
                resource: Resource::new("vendor", "delivery").unwrap(),
                previous: None,
            },
            policy: Policy::shipped("eu-b2b").unwrap(),
            signers: &[&signer],
        }),
    })
    .unwrap()
}

#[test]
fn threads_and_blocks_change_no_byte() {
    let policy =
        Policy::parse("eu-b2b.toml", Policy::shipped("eu-b2b").unwrap(), CATALOGUE).unwrap();
    let mut lists = 0;
    for folder in std::fs::read_dir(root())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
    {
        let list = std::fs::read_dir(&folder)
            .unwrap()
            .map(|e| e.unwrap().path())
            .find(|p| {
                let ending = p.extension().map(|e| e.to_ascii_lowercase());
                ending.is_some_and(|e| e == "csv" || e == "xlsx") && !p.ends_with("sperrliste.csv")
            });
        let Some(list) = list else { continue };
        lists += 1;
        let papers = papers(&folder);
        let mut first: Option<(Vec<u8>, Vec<u8>, Vec<u8>)> = None;
        for (threads, block) in [(1, 4 << 20), (8, 64 << 10), (2, 64 << 10), (8, 4 << 20)] {
            let done = run(&list, &papers, &policy, Effort { threads, block });
            let bytes = (
                json::write(&done.census),
                json::write(&done.verdict),
                done.bundle.unwrap().zip(),
            );
            match &first {
                None => first = Some(bytes),
                Some(f) => assert!(
                    *f == bytes,
                    "{}: {threads} threads, blocks of {block}",
                    list.display()
                ),
            }
        }
    }
    assert!(lists >= 6, "only {lists} deliveries");
}
