crate::check! {
    en {
        /// Do the declared numbers of rows and columns fit the file?
        ///
        /// ## What is sorted
        /// The delivery, once: rows and columns as declared against those that were read.
        ///
        /// ## Why it matters
        /// Numbers that do not fit show that the declaration was made for another file, or that something was lost or
        /// added on the way.
        ///
        /// ## How it is decided
        /// From `[package]` of the declaration: `rows` against all records of the file, those included that could not
        /// be read; the number of `fields` against the columns of the file. Any difference is `contradicts`. Where the
        /// declaration describes other files beside the audited ones and it is open which are meant, the numbers are
        /// `not-observable`. A number that cannot be read is `illegible`; nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the same rows are meant: two files with equal numbers can differ in every cell.
    }
    de {
        /// Passen die erklärten Zahlen der Zeilen und Spalten zur Datei?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: Zeilen und Spalten, wie erklärt, gegen die gelesenen.
        ///
        /// ## Warum es zählt
        /// Zahlen, die nicht passen, zeigen, dass die Erklärung für eine andere Datei gemacht wurde oder dass unterwegs
        /// etwas verloren ging oder hinzukam.
        ///
        /// ## Wie entschieden wird
        /// Aus `[package]` der Erklärung: `rows` gegen alle Datensätze der Datei, auch die unlesbaren; die Zahl der
        /// `fields` gegen die Spalten der Datei. Jede Abweichung ist `contradicts`. Beschreibt die Erklärung neben den
        /// geprüften noch andere Dateien und bleibt offen, welche gemeint sind, sind die Zahlen `not-observable`. Eine
        /// unlesbare Zahl ist `illegible`, nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob dieselben Zeilen gemeint sind: Zwei Dateien mit gleichen Zahlen können sich in jeder Zelle unterscheiden.
    }
    "declared-counts" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                rows = 3
                schema.fields = [{ name = "Name" }, { name = "Ort" }]
            "#, "").ledger(2, 1),
            Example::rows(FILE, &["contradicts"]).with("package.resources = [{ rows = 2 }]", "").ledger(2, 1),
            Example::rows(FILE, &["contradicts"]).with(r#"
                [[package.resources]]
                rows = 2
                schema.fields = [{ name = "Name" }]
            "#, ""),
            // two files are declared, one is audited, and no digest tells which
            Example::rows(FILE, &["not-observable"])
                .with("package.resources = [{ rows = 2 }, { rows = 5 }]", ""),
            Example::rows(FILE, &["agrees"]).with(r#"
                [[package.resources]]
                rows = 5
                [[package.resources]]
                rows = 2
                hash = "sha256:477a29579c9a10032533d21640ec00e883d3c52736ec6b24677780499f12cc5c"
            "#, ""),
            Example::rows(FILE, &["illegible"]).with("package.resources = [{ rows = \"many\" }]", ""),
            Example::rows(FILE, &["blank"]).with("package.resources = [{ bytes = 7 }]", ""),
            Example::rows(FILE, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::census::ListFile;
use crate::record::check::{Example, Scope};
use crate::record::dossier::{Declared, FileDigest, Resource};
use crate::record::papers::Papers;

const FILE: &[&[&str]] = &[&["a", "b"], &["c", "d"]];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let package = papers
        .dossier
        .declaration
        .as_ref()
        .and_then(|d| d.package.as_ref());
    let resources = package.map(|p| &p.resources[..]).unwrap_or_default();
    let bin = match meant(resources, papers.lists) {
        Some(meant) => {
            let rows = meant.iter().map(|r| r.rows).collect();
            let rows = compare(total(rows), papers.ledger.read);
            // the columns of several files are not counted apart, so only one file can be compared
            let columns = match (&meant[..], papers.lists) {
                ([one], [_]) => compare(one.columns, papers.columns.len() as u64),
                _ => "blank",
            };
            CHECK.at(rows).min(CHECK.at(columns))
        }
        None if resources
            .iter()
            .any(|r| r.rows.is_some() || r.columns.is_some()) =>
        {
            CHECK.at("not-observable")
        }
        None => CHECK.at("blank"),
    };
    vec![bin]
}

/// The resources that describe the audited files: those with their digests, or all, if there are as many.
fn meant<'a>(resources: &'a [Resource], lists: &[ListFile]) -> Option<Vec<&'a Resource>> {
    let of = |list: &ListFile| {
        let digest = Declared::Is(FileDigest::Sha256(list.sha256));
        resources.iter().find(|r| r.digest == Some(digest))
    };
    let found: Option<Vec<&Resource>> = lists.iter().map(of).collect();
    found.filter(|f| !f.is_empty()).or_else(|| {
        (!lists.is_empty() && resources.len() == lists.len()).then(|| resources.iter().collect())
    })
}

/// The sum of numbers that are all declared.
fn total(numbers: Vec<Option<Declared<u64>>>) -> Option<Declared<u64>> {
    numbers.into_iter().reduce(|a, b| match (a?, b?) {
        (Declared::Is(a), Declared::Is(b)) => Some(Declared::Is(a.saturating_add(b))),
        _ => Some(Declared::Illegible),
    })?
}

fn compare(declared: Option<Declared<u64>>, observed: u64) -> &'static str {
    match declared {
        None => "blank",
        Some(Declared::Illegible) => "illegible",
        Some(Declared::Is(n)) if n == observed => "agrees",
        Some(Declared::Is(_)) => "contradicts",
    }
}
