//! What `declare` writes is what an audit finds: no slip, the right digest, the right counts and fields.

use super::binary::{Folder, beleg, root};

#[test]
fn a_declaration_fits_the_list_that_it_was_made_from() {
    let folder = Folder::new("declare");
    for list in [
        "bare-export/contacts-export.xlsx",
        "honest-reviewed/contacten_techniek_2026q4.tsv",
        "linkedin-scrape/connections_enriched.csv",
        "broker-bdsg/ADRESSEN_2026.CSV",
        "stolen-look/contacts_full_FINAL.txt",
    ] {
        let list = root().join("testdata/lists").join(list);
        let list = list.to_str().expect("a path");
        let made = beleg(
            folder.path(),
            &[
                "declare",
                list,
                "-o",
                "d.toml",
                "--sources",
                "--force",
                "--set",
                "gdpr.countries=DE",
            ],
        );
        assert_eq!(made.code, 0, "{list}: {}", made.stderr);
        let audit = [
            "audit",
            list,
            "--declaration",
            "d.toml",
            "--as-of",
            "2026-11-23",
            "--format",
            "json",
        ];
        let audited = beleg(folder.path(), &audit);
        assert_eq!(audited.stderr, "", "{list}");
        let report: serde_json::Value = serde_json::from_str(&audited.stdout).expect("JSON");
        let findings = report["findings"].as_array().expect("findings");
        for code in ["DOS-02", "DOS-08"] {
            let finding = findings.iter().find(|f| f["code"] == code);
            assert_eq!(finding.expect(code)["status"], "met", "{list}: {code}");
        }
    }
}

#[test]
fn the_same_list_gives_the_same_bytes_whatever_the_threads() {
    let folder = Folder::new("declare-twice");
    let list = root().join("testdata/lists/honest-vendor/kontakte_maschinenbau_2026-10.csv");
    let list = list.to_str().expect("a path");
    let time = "2026-11-23T10:00:00Z";
    let run = |threads| {
        let args = [
            "declare",
            list,
            "--sources",
            "--time",
            time,
            "--threads",
            threads,
        ];
        beleg(folder.path(), &args).stdout
    };
    let one = run("1");
    assert!(one.contains("matches = [\"SIRENE\"]"));
    assert_eq!(one, run("3"));
}
