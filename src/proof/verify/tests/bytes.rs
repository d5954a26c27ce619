//! One byte, one file more or less: nothing of a bundle can change unnoticed.

use super::*;
use crate::proof::bundle::{AUDIT, tags};

#[test]
fn both_forms_on_disk_read_back() {
    let dir = std::env::temp_dir().join(format!("beleg-verify-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("folder");
    let bundle = audit().bundle(&[1]);
    for name in ["a.beleg.zip", "a"] {
        let path = dir.join(name);
        bundle.write(&path, false).expect("written");
        let again = bundle.write(&path, false).expect_err("not replaced");
        assert_eq!(again.code.id, "BEL-O002");
        bundle.write(&path, true).expect("replaced");
        let read = Bundle::read(&path).expect("read");
        assert_eq!(read.files(), bundle.files());
        assert_eq!(run(&read, &trust(&[1])).exit(), 0, "{name}");
    }
    // a folder that is no bundle is nobody's to replace
    std::fs::write(dir.join("a/notes.txt"), "mine").expect("written");
    assert!(bundle.write(&dir.join("a"), true).is_err());
    assert!(dir.join("a/notes.txt").exists());
    std::fs::remove_dir_all(&dir).expect("clean");
}

#[test]
fn the_same_audit_gives_the_same_bytes() {
    let (one, two) = (audit().bundle(&[1, 2]), audit().bundle(&[2, 1]));
    assert_eq!(one.zip(), two.zip());
}

/// Every byte of every file in a folder; of the large files every 101st and the ends. Exit 4, or 2 where the file can
/// no longer be read as what it is.
#[test]
fn every_changed_byte_is_refused() {
    let bundle = audit().bundle(&[1]);
    let trust = trust_key(1);
    for (path, bytes) in bundle.files() {
        let step = if bytes.len() > 20_000 { 60_013 } else { 211 };
        let mut places: Vec<usize> = (0..bytes.len()).step_by(step).collect();
        places.extend([1, 2, bytes.len() - 2, bytes.len() - 1]);
        for at in places {
            let mut changed = bundle.files().clone();
            changed.get_mut(path).expect("there")[at] ^= 1;
            let outcome = run(&of(changed), &trust);
            assert_eq!(
                outcome.exit(),
                4,
                "{path}, byte {at}: {:?}",
                names(&outcome)
            );
            assert!(outcome.opened.is_none(), "{path}, byte {at}");
        }
    }
}

/// The same with manifests made again by whoever changed the file: the signature has to find it.
#[test]
fn every_changed_byte_is_refused_with_manifests_rewritten() {
    let bundle = audit().bundle(&[1]);
    let trust = trust_key(1);
    for (path, bytes) in bundle.files() {
        let step = if bytes.len() > 20_000 { 60_013 } else { 307 };
        for at in (0..bytes.len()).step_by(step) {
            let mut changed = bundle.files().clone();
            changed.get_mut(path).expect("there")[at] ^= 1;
            let generated = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];
            if generated.contains(&path.as_str()) {
                continue;
            }
            let outcome = run(&of(remanifested(changed)), &trust);
            let unreadable = path.ends_with(".dsse.json");
            let exit = outcome.exit();
            assert!(
                exit == 4 || unreadable && exit == 2,
                "{path}, byte {at}: {exit} {:?}",
                names(&outcome)
            );
        }
    }
}

#[test]
fn every_changed_byte_of_the_zip_is_refused() {
    let zip = audit().bundle(&[1]).zip();
    let trust = trust_key(1);
    let (mut altered, mut hostile) = (0, 0);
    for at in (0..zip.len())
        .step_by(257)
        .chain(zip.len() - 900..zip.len())
    {
        let mut changed = zip.clone();
        changed[at] ^= 1;
        match Bundle::from_bytes(changed) {
            Ok(b) => assert_ne!(run(&b, &trust).exit(), 0, "byte {at}"),
            Err(e) if e.code.exit == 4 => altered += 1,
            Err(e) => {
                assert_eq!(e.code.exit, 2);
                hostile += 1;
            }
        }
    }
    assert!(altered > 200 && hostile > 100, "{altered} {hostile}");
}

#[test]
fn files_that_nobody_signed_are_refused() {
    let bundle = audit_bundle();
    let print = key(3).public().fingerprint().fp32();
    for (path, expect) in [
        ("REPORT.html".to_owned(), "file-unlisted"),
        ("data/report.json".to_owned(), "file-unlisted"),
        ("extra/".to_owned(), "file-unlisted"),
        (format!("keys/{print}.pub.pem"), "tag-file-differs"),
        (format!("attestation/audit.{print}.tsr"), "file-unlisted"),
        ("data/waivers.json".to_owned(), "evidence-unsigned"),
        ("data/list-files.sha256".to_owned(), "evidence-unsigned"),
    ] {
        let mut files = bundle.files().clone();
        files.insert(path.clone(), b"{}\n".to_vec());
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        assert_eq!(names(&outcome)[0], expect, "{path}");
        assert_eq!(outcome.exit(), 4, "{path}");
    }
}

#[test]
fn files_that_are_missing_are_missed() {
    let bundle = audit_bundle();
    for path in bundle.files().keys().filter(|p| {
        p.starts_with("data/")
            || p.starts_with("keys/")
            || *p == "VERIFY.md"
            || *p == "bag-info.txt"
    }) {
        let mut files = bundle.files().clone();
        files.remove(path);
        let outcome = run(&of(files.clone()), &trust_key(1));
        assert!(names(&outcome).contains(&"file-missing"), "{path}");
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        assert_eq!(outcome.exit(), 4, "{path}");
    }
}

#[test]
fn lying_tag_files_are_refused() {
    let bundle = audit_bundle();
    for path in ["bagit.txt", "bag-info.txt", "VERIFY.md"] {
        let mut files = bundle.files().clone();
        files.get_mut(path).expect("there").extend(b"x: y\n");
        let outcome = run(&of(remanifested(files)), &trust_key(1));
        let all = names(&outcome);
        assert!(
            all.iter().all(|n| *n == "tag-file-differs"),
            "{path}: {all:?}"
        );
    }
    // a ZIP whose folder is called otherwise
    let mut renamed = audit_bundle();
    renamed.rename("2026-11-23-vendor-y-2026-11");
    assert_eq!(names(&run(&renamed, &trust_key(1))), ["tag-file-differs"]);
}

#[test]
fn tags_are_a_function_of_the_files() {
    let bundle = audit_bundle();
    let record = RecordStatement::read(
        &Envelope::read(&bundle.files()[AUDIT])
            .expect("an envelope")
            .payload,
    )
    .expect("a record");
    for (path, bytes) in tags(&record, bundle.files()) {
        assert_eq!(Some(bytes.as_slice()), bundle.file(&path), "{path}");
    }
}

/// A time stamp of a signer has its place; this version says that it did not look.
#[test]
fn a_time_stamp_of_a_signer_is_not_checked_and_said_so() {
    let print = key(1).public().fingerprint().fp32();
    let mut files = audit_bundle().files().clone();
    files.insert(
        format!("attestation/audit.{print}.tsr"),
        b"\x30\x00".to_vec(),
    );
    let outcome = run(&of(remanifested(files)), &trust_key(1));
    assert_eq!(names(&outcome), Vec::<&str>::new());
    let said = |t: &Text| t.en.starts_with("time stamp (1, not checked");
    assert!(
        outcome.not_checked.iter().any(said),
        "{:?}",
        outcome.not_checked
    );
}
