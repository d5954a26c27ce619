//! Audits whose whole input stands in one TOML file: fixtures of clauses and cases.
//!
//! A section of the file is one audit. It holds `rows` (a list as CSV), `declaration` and `dossier` (their texts); each
//! may be left out. What stands at the top of the file holds for all its sections, which then add to it: texts are
//! joined, rows are replaced. `row` and `times` add so many rows of one pattern, `{n}` being their number. Documents that
//! the texts name are at hand, their content being their path, unless it begins with `missing/`.

use std::path::Path;
use std::sync::Arc;

use beleg::base::clock::Day;
use beleg::base::digest::Sha256;
use beleg::base::json;
use beleg::checks::CATALOGUE;
use beleg::data::measure::Effort;
use beleg::data::source::ReadOptions;
use beleg::data::suppression;
use beleg::record::dossier::resolve;
use beleg::record::policy::Policy;
use beleg::{Audit, Inputs, audit};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::binary::Folder;

pub fn policy() -> Policy {
    let text = Policy::shipped("eu-b2b").expect("the policy");
    Policy::parse("eu-b2b", text, CATALOGUE).expect("a policy")
}

pub struct Fixture {
    /// For messages.
    pub name: String,
    file: toml::Table,
    folder: Folder,
}

impl Fixture {
    /// None if there is no such file.
    pub fn read(path: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let name = path.file_stem()?.to_string_lossy().into_owned();
        let file = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let folder = Folder::new(&name);
        Some(Self { name, file, folder })
    }

    pub fn sections(&self) -> impl Iterator<Item = (&str, &toml::Table)> {
        let tables = self.file.iter();
        tables.filter_map(|(k, v)| Some((k.as_str(), v.as_table()?)))
    }

    /// What stands at the top of the file.
    pub fn top(&self, key: &str) -> Option<&toml::Value> {
        self.file.get(key)
    }

    /// What a section says, over what the top of its file says.
    fn text(&self, section: &toml::Table, key: &str) -> String {
        let of = |t: &toml::Table| t.get(key).map(|v| v.as_str().expect(key).to_owned());
        match (of(&self.file), of(section)) {
            (Some(shared), Some(own)) if key != "rows" => format!("{shared}\n{own}"),
            (shared, own) => own.or(shared).unwrap_or_default(),
        }
    }

    /// Audits a section as of 2026-11-23.
    pub fn audit(&self, policy: &Policy, section: &str) -> Audit {
        let name = format!("{} {section}", self.name);
        let table = self.file.get(section).and_then(|s| s.as_table());
        let table = table.unwrap_or_else(|| panic!("no section {name}"));
        let list = self.folder.path().join(format!("{section}.csv"));
        let mut rows = self.text(table, "rows");
        if let Some(row) = table.get("row").and_then(|r| r.as_str()) {
            let times = table.get("times").and_then(|t| t.as_integer());
            for n in 1..=times.expect("how many times") {
                rows.push_str(&row.replace("{n}", &n.to_string()));
                rows.push('\n');
            }
        }
        std::fs::write(&list, rows).expect("a list");
        let texts = ["declaration", "dossier"].map(|k| self.text(table, k));
        let [declaration, dossier] = texts.each_ref().map(|t| (!t.is_empty()).then_some(t));
        let digest = |path: &str| shelf(path).map(|b| Sha256::of(&b));
        let (mut dossier, warnings) = resolve(
            declaration.map(|t| ("declaration.toml", t.as_str())),
            dossier.map(|t| ("dossier.toml", t.as_str())),
            &digest,
            CATALOGUE,
        )
        .unwrap_or_else(|e| panic!("{name}: {e:?}"));
        for w in &warnings {
            println!("{name}: {}", w.message.en);
        }
        let (lists, _) = suppression::load(&mut dossier, &shelf).expect("suppression lists");
        let audit = audit(Inputs {
            lists: &[list],
            reading: &ReadOptions::default(),
            dossier: &dossier,
            suppression: Arc::new(lists),
            policy,
            as_of: Day::parse("2026-11-23").expect("a day"),
            names: &[],
            overrides: Vec::new(),
            effort: Effort::default(),
            signing: None,
        })
        .unwrap_or_else(|e| panic!("{name}: {e:?}"));
        reads_back(&name, &dossier);
        reads_back(&name, &audit.census);
        reads_back(&name, &audit.verdict);
        audit
    }
}

/// Whatever can be signed must be readable to whoever verifies it.
fn reads_back<T: Serialize + DeserializeOwned>(name: &str, evidence: &T) {
    let bytes = json::write_file(evidence);
    let again: Result<T, _> = json::canonical_file(&bytes);
    let again = again.unwrap_or_else(|e| panic!("{name}: written, not read: {e:?}"));
    assert_eq!(json::write_file(&again), bytes, "{name}");
}

fn shelf(path: &str) -> Option<Vec<u8>> {
    (!path.starts_with("missing/")).then(|| path.as_bytes().to_vec())
}
