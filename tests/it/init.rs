//! What `beleg init` writes is accepted as it stands, and says nothing by itself.

use crate::binary::{Folder, beleg, files, root};

#[test]
fn what_init_writes_changes_no_verdict() {
    for lang in ["en", "de"] {
        let folder = Folder::new("init");
        let list = root().join("testdata/lists/broker-bdsg/ADRESSEN_2026.CSV");
        let list = list.to_string_lossy();
        let init = ["init", "new", "--list", &list, "--lang", lang];
        let run = beleg(folder.path(), &init);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let again = beleg(folder.path(), &init);
        assert_eq!(again.code, 2);
        assert_eq!(
            again.stderr.matches("BEL-O010").count(),
            4,
            "{}",
            again.stderr
        );

        let shipped = std::fs::read(root().join("policies/eu-b2b.toml")).expect("readable");
        let copy = std::fs::read(folder.path().join("new/policies/eu-b2b.toml")).expect("written");
        assert!(
            copy == shipped,
            "the copy is named as shipped until it is changed"
        );
        let verdict = |more: &[&str]| {
            let args = [
                "audit",
                &list,
                "--as-of",
                "2026-11-23",
                "--format",
                "json",
                "--lang",
                lang,
            ];
            let run = beleg(folder.path(), &[&args, more].concat());
            assert_eq!(run.code, 1, "{}", run.stderr);
            let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
            (
                report["acquisition"].clone(),
                report["contact"].clone(),
                report["findings"].clone(),
            )
        };
        let with = [
            "-d",
            "new/dossier.toml",
            "-p",
            "new/policies/eu-b2b.toml",
            "-m",
            "new/mapping.toml",
        ];
        assert_eq!(verdict(&[]), verdict(&with));
        assert!(
            files(folder.path())
                .iter()
                .all(|f| !f.to_string_lossy().ends_with(".pem")),
            "no key is made"
        );
    }
}
