crate::check! {
    en {
        /// Is the audited file the one that the vendor declared?
        ///
        /// ## What is sorted
        /// The delivery, once: each audited file against the digests in the declaration.
        ///
        /// ## Why it matters
        /// Everything that is said about a list is said about certain bytes. If the audited file is another one, the
        /// vendor's papers belong to something else.
        ///
        /// ## How it is decided
        /// SHA-256 of each audited file against the digests that the declaration states under `[package]`. Every file
        /// found among them is `agrees`; one that is not is `contradicts`, and so is a declared number of bytes that no
        /// file has. A digest of another algorithm is `not-observable`, something that is no digest `illegible`, and
        /// nothing declared `blank`.
        ///
        /// ## What it cannot see
        /// Whether the declared file was the one that the seller had in mind. A matching digest proves the same bytes,
        /// not their quality.
    }
    de {
        /// Ist die geprüfte Datei die, die der Anbieter erklärt hat?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: jede geprüfte Datei gegen die Digests der Erklärung.
        ///
        /// ## Warum es zählt
        /// Alles, was über eine Liste gesagt wird, gilt bestimmten Bytes. Ist die geprüfte Datei eine andere, gehören
        /// die Papiere des Anbieters zu etwas anderem.
        ///
        /// ## Wie entschieden wird
        /// SHA-256 jeder geprüften Datei gegen die Digests, die die Erklärung unter `[package]` nennt. Findet sich jede
        /// Datei darunter, ist es `agrees`; fehlt eine, `contradicts`, ebenso bei einer erklärten Zahl von Bytes, die
        /// keine Datei hat. Ein Digest anderer Art ist `not-observable`, etwas, das kein Digest ist, `illegible`,
        /// nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die erklärte Datei die gemeinte war. Ein passender Digest beweist gleiche Bytes, nicht ihre Güte.
    }
    "delivery-digest" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                bytes = 3
                hash = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            "#, ""),
            Example::rows(FILE, &["contradicts"]).with(r#"
                [[package.resources]]
                hash = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
            "#, ""),
            Example::rows(FILE, &["contradicts"]).with(r#"
                [[package.resources]]
                bytes = 4
            "#, ""),
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                bytes = 9
                hash = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
                [[package.resources]]
                bytes = 3
                hash = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            "#, ""),
            Example::rows(FILE, &["not-observable"]).with(r#"
                [[package.resources]]
                hash = "md5:900150983cd24fb0d6963f7d28e17f72"
            "#, ""),
            Example::rows(FILE, &["illegible"]).with(r#"
                [[package.resources]]
                hash = "sha256:to follow"
            "#, ""),
            Example::rows(FILE, &["blank"]).with("package.name = \"kontakte\"", ""),
            Example::rows(FILE, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::census::ListFile;
use crate::record::check::{Example, Scope};
use crate::record::dossier::{Declared, FileDigest};
use crate::record::papers::Papers;

const FILE: &[&[&str]] = &[&["abc"]];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let package = papers
        .dossier
        .declaration
        .as_ref()
        .and_then(|d| d.package.as_ref());
    let resources = package.map(|p| &p.resources[..]).unwrap_or_default();
    let stated: Vec<_> = resources.iter().filter_map(|r| r.digest).collect();
    let known = |list: &ListFile| stated.contains(&Declared::Is(FileDigest::Sha256(list.sha256)));
    // a file whose digest is right need not be measured again
    let sized = |list: &ListFile| {
        let bytes: Vec<_> = resources.iter().filter_map(|r| r.bytes).collect();
        let all = bytes.len() == resources.len() && !bytes.contains(&Declared::Illegible);
        !all || bytes.is_empty() || bytes.contains(&Declared::Is(list.bytes))
    };
    let other = |d: &Declared<FileDigest>| !matches!(d, Declared::Is(FileDigest::Sha256(_)));
    if papers.lists.is_empty() {
        return if stated.is_empty() {
            "blank"
        } else {
            "not-observable"
        };
    }
    let open: Vec<&ListFile> = papers.lists.iter().filter(|l| !known(l)).collect();
    if open.is_empty() {
        return "agrees";
    }
    if open.iter().any(|l| !sized(l)) {
        return "contradicts";
    }
    match stated.iter().find(|d| other(d)) {
        Some(Declared::Illegible) => "illegible",
        Some(_) => "not-observable",
        None if stated.is_empty() => "blank",
        None => "contradicts",
    }
}
