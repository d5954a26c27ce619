//! `key`, `audit`, `verify` as a user types them: exit codes, names, and what may not be shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const AS_OF: &str = "2026-11-23";

struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        Self::named("verify")
    }

    fn named(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("beleg-it-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("keys")).unwrap();
        fs::create_dir_all(path.join("in")).unwrap();
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn beleg(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beleg"))
        .args(arguments)
        .env_clear()
        .output()
        .unwrap()
}

/// Exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let out = beleg(arguments);
    let text = |b: &[u8]| String::from_utf8(b.to_vec()).unwrap();
    (
        out.status.code().unwrap(),
        text(&out.stdout),
        text(&out.stderr),
    )
}

fn list() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/lists/webinar-doi");
    let mut files = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let csv =
        files.find(|p| p.extension().is_some_and(|e| e == "csv") && !p.ends_with("sperrliste.csv"));
    csv.unwrap().display().to_string()
}

#[test]
fn a_bundle_is_made_and_believed_only_for_what_it_is() {
    let scratch = Scratch::new();
    let (key, public) = (
        scratch.path("keys/office.pem"),
        scratch.path("keys/office.pub.pem"),
    );
    let (code, said, _) = run(&["key", "new", "-o", &key, "--no-passphrase"]);
    assert_eq!(code, 0);
    let print = said
        .lines()
        .find(|l| l.starts_with("SHA256:"))
        .unwrap()
        .to_owned();
    let (_, again, _) = run(&["key", "fingerprint", &public]);
    assert!(again.starts_with(&print));
    let spoken = again.lines().nth(1).unwrap().to_owned();
    assert_eq!(run(&["key", "new", "-o", &key, "--no-passphrase"]).0, 2);
    let other = scratch.path("keys/other.pem");
    run(&["key", "new", "-o", &other, "--no-passphrase"]);
    let other = scratch.path("keys/other.pub.pem");

    let (bundle, list) = (scratch.path("in/list.beleg.zip"), list());
    let dossier = Path::new(&list)
        .with_file_name("dossier.toml")
        .display()
        .to_string();
    let signed = format!("file:{key}");
    let audit = |out: &str, time: &str| {
        run(&[
            "audit",
            &list,
            "-d",
            &dossier,
            "--as-of",
            AS_OF,
            "--time",
            time,
            "--vendor",
            "Vendor X",
            "--delivery",
            "2026-11",
            "--verifier-id",
            "urn:example:office",
            "-k",
            &signed,
            "-o",
            out,
        ])
    };
    let (code, _, error) = audit(&bundle, "2026-11-23T22:00:00Z");
    assert_eq!(code, 0, "{error}");
    // no record of a day that has not come
    let (code, _, error) = audit(&scratch.path("in/early.beleg.zip"), "2026-11-22T22:00:00Z");
    assert!(code == 2 && error.contains("BEL-U010"), "{code} {error}");
    assert!(!Path::new(&scratch.path("in/early.beleg.zip")).exists());

    for (more, code, out, err) in [
        (
            &["--trust", &public, "--list", &list][..],
            0,
            "AUTHENTIC AND UNCHANGED",
            "",
        ),
        (
            &["--trust", &print, "--list", &list],
            0,
            "AUTHENTIC AND UNCHANGED",
            "",
        ),
        (
            &["--trust", &spoken],
            0,
            "RECORD AUTHENTIC, LIST NOT CHECKED",
            "",
        ),
        (
            &["--trust", &public, "--expect", "conditional"],
            0,
            "RECORD AUTHENTIC",
            "",
        ),
        (
            &["--trust", &public, "--expect-signers", "2"],
            1,
            "RECORD AUTHENTIC",
            "signers-below",
        ),
        (
            &["--trust", &public, "--expect-vendor", "Vendor Y"],
            1,
            "RECORD AUTHENTIC",
            "vendor-unexpected",
        ),
        (
            &[
                "--trust",
                &public,
                "--max-age",
                "10d",
                "--as-of",
                "2026-12-24",
            ],
            1,
            "TOO OLD",
            "too-old",
        ),
        (
            &["--trust", &public, "--as-of", "2026-11-22"],
            4,
            "INVALID",
            "time-implausible",
        ),
        (
            &["--trust", &public, "--list", &dossier],
            4,
            "INVALID · list-differs",
            "list-differs",
        ),
        (
            &["--trust", &other],
            4,
            "NOT AUTHENTICATED",
            "signer-unknown",
        ),
        (&[], 2, "", "trust-missing"),
        (
            &["--trust", &public, "--trust", &print],
            2,
            "",
            "trust-illegible",
        ),
        (&["--trust", &key], 2, "", "trust-illegible"),
        (
            &["--trust", &public, "--expect", "rejected"],
            2,
            "",
            "BEL-U001",
        ),
    ] {
        let mut arguments = vec!["verify", bundle.as_str()];
        arguments.extend(more);
        let (got, said, error) = run(&arguments);
        assert_eq!(got, code, "{more:?}\n{said}{error}");
        assert!(
            said.contains(out) && error.contains(err),
            "{more:?}\n{said}{error}"
        );
        assert_eq!(
            said.contains("the record says"),
            matches!(code, 0 | 1),
            "{more:?}\n{said}"
        );
        assert_eq!(
            said.contains("Not checked "),
            matches!(code, 0 | 1),
            "{more:?}\n{said}"
        );
    }
    let (_, said, _) = run(&["verify", &bundle, "--trust", &public, "--lang", "de"]);
    assert!(
        said.starts_with("Vertrauen ") && said.contains("Nicht geprüft "),
        "{said}"
    );
    let (code, said, _) = run(&["verify", &bundle, "--trust", &public, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, json["exit"].as_u64()), (0, Some(0)));
    assert_eq!(
        json["record"]["predicate"]["acquisition"]["verdict"],
        "no-objection"
    );

    // trust that came along with the bundle
    fs::write(scratch.0.join("in/trust.toml"), "version = 1\nkey = []\n").unwrap();
    let (code, _, error) = run(&["verify", &bundle, "--trust", &scratch.path("in/trust.toml")]);
    assert!(code == 2 && error.contains("trust-illegible"), "{error}");

    // one byte anywhere
    let whole = fs::read(&bundle).unwrap();
    let spoilt = scratch.path("in/spoilt.beleg.zip");
    for at in (0..whole.len()).step_by(whole.len() / 16) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&spoilt, &bytes).unwrap();
        let (code, said, error) = run(&["verify", &spoilt, "--trust", &public]);
        assert!(matches!(code, 2 | 4), "byte {at}: {code}");
        assert!(!said.contains("the record says"), "byte {at}: {said}");
        assert!(error.contains("BEL-V"), "byte {at}: {error}");
    }
}

/// Four eyes see the same record, or nothing is signed and the bundle stays as it is.
#[test]
fn a_second_signature_is_added_whole_or_not_at_all() {
    let scratch = Scratch::named("cosign");
    let demo = scratch.path("demo");
    assert_eq!(run(&["demo", "-q", "--dir", &demo]).0, 0);
    let bundle = scratch.path("demo/list.beleg.zip");
    let public = scratch.path("keys/demo.pub.pem");
    fs::rename(scratch.path("demo/demo.pub.pem"), &public).unwrap();
    let key = scratch.path("keys/officer.pem");
    assert_eq!(run(&["key", "new", "-o", &key, "--no-passphrase"]).0, 0);
    let officer = scratch.path("keys/officer.pub.pem");
    let both = ["--trust", &public, "--trust", &officer];
    let verify = |path: &str, signers: &str| {
        let asked = ["verify", path, "--expect-signers", signers];
        run(&[&asked[..], &both].concat()).0
    };

    let whole = fs::read(&bundle).unwrap();
    let spoilt = scratch.path("in/spoilt.beleg.zip");
    for at in (0..whole.len()).step_by(whole.len() / 12) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&spoilt, &bytes).unwrap();
        let (code, said, error) = run(&["sign", &spoilt, "-k", &key]);
        assert!(matches!(code, 2 | 4), "byte {at}: {code} {error}");
        assert!(said.is_empty(), "byte {at}: nothing of it is shown: {said}");
        assert_eq!(fs::read(&spoilt).unwrap(), bytes, "byte {at}");
        // copies judge nothing, and make nothing better
        let copy = scratch.path("in/copy.beleg.zip");
        if run(&["share", &spoilt, "-o", &copy, "--force"]).0 == 0 {
            let withheld = verify(&copy, "1") == 0;
            assert!(!withheld || verify(&spoilt, "1") != 0, "byte {at}");
        }
    }

    assert_eq!(verify(&bundle, "2"), 1);
    let (code, said, error) = run(&["sign", &bundle, "-k", &key]);
    assert_eq!(code, 0, "{error}");
    assert!(said.contains("2 signatures"), "{said}");
    assert_eq!(verify(&bundle, "2"), 0);
    let signed = fs::read(&bundle).unwrap();
    assert_eq!(run(&["sign", &bundle, "-k", &key]).0, 2);
    assert_eq!(fs::read(&bundle).unwrap(), signed);
    // a link is not followed, and nothing is left behind
    std::os::unix::fs::symlink(&bundle, scratch.path("in/link.zip")).unwrap();
    let third = scratch.path("keys/third.pem");
    run(&["key", "new", "-o", &third, "--no-passphrase"]);
    let (code, _, error) = run(&["sign", &scratch.path("in/link.zip"), "-k", &third]);
    assert!(code == 2 && error.contains("BEL-O001"), "{code} {error}");
    assert_eq!(fs::read(&bundle).unwrap(), signed);
    let left = fs::read_dir(scratch.path("in")).unwrap();
    let left = left.filter(|e| {
        e.as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|x| x == "tmp")
    });
    assert_eq!(left.count(), 0);

    // a role that asks for two
    let print = |path: &str| {
        let (_, said, _) = run(&["key", "show", path]);
        said.lines().last().unwrap().to_owned()
    };
    let trust = format!(
        "version = 1\n[[key]]\nname = \"a\"\npublic = \"{}\"\nnot_before = 2026-01-01T00:00:00Z\nnot_after = 2099-01-01T00:00:00Z\n\
         [[key]]\nname = \"b\"\npublic = \"{}\"\nnot_before = 2026-01-01T00:00:00Z\nnot_after = 2099-01-01T00:00:00Z\n\
         [[role]]\nname = \"r\"\nverifier_id = \"urn:example:beleg-demo\"\npredicate_types = [\"urn:beleg:predicate:list-audit:v1\"]\n\
         resource_uris = [\"urn:beleg:list:musterdaten:*\"]\nkeys = [\"a\", \"b\"]\nthreshold = 2\n",
        print(&public),
        print(&officer),
    );
    let path = scratch.path("keys/trust.toml");
    fs::write(&path, trust).unwrap();
    assert_eq!(run(&["verify", &bundle, "--trust", &path]).0, 0);
    let one = scratch.path("in/one.beleg.zip");
    fs::write(&one, &whole).unwrap();
    let (code, _, error) = run(&["verify", &one, "--trust", &path]);
    assert!(code == 4 && error.contains("threshold-missed"), "{error}");
}
