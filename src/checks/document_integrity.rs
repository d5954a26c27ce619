crate::check! {
    en {
        /// Is the document the one that was declared?
        ///
        /// ## What is sorted
        /// Each of the 29 kinds of document, by comparing the file that is at hand with the digest that was declared
        /// for it.
        ///
        /// ## Why it matters
        /// A paper can be exchanged after it was handed in. If its digest was declared, anyone can later tell whether
        /// the same paper still lies there.
        ///
        /// ## How it is decided
        /// SHA-256 of the file against every digest that the declaration or the dossier states for it: one that is
        /// another file's is `differs`; none stated is `no-digest`, and so is a paper that was only inspected
        /// elsewhere; something stated that is no digest is `illegible`. If several files serve one kind, the worst
        /// counts.
        ///
        /// A kind without a file at hand is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the paper was right in the first place. An unaltered paper can still be a wrong one.
    }
    de {
        /// Ist die Unterlage die, die erklärt wurde?
        ///
        /// ## Was sortiert wird
        /// Jede der 29 Arten von Unterlagen, durch Vergleich der vorliegenden Datei mit dem Digest, der für sie erklärt
        /// wurde.
        ///
        /// ## Warum es zählt
        /// Ein Papier lässt sich nach der Abgabe austauschen. Ist sein Digest erklärt, kann später jeder feststellen,
        /// ob noch dasselbe Papier daliegt.
        ///
        /// ## Wie entschieden wird
        /// SHA-256 der Datei gegen jeden Digest, den Erklärung oder Dossier für sie nennen: Gehört einer zu einer
        /// anderen Datei, ist es `differs`; ist keiner genannt, `no-digest`, ebenso bei einem nur anderswo eingesehenen
        /// Papier; steht dort etwas, das kein Digest ist, `illegible`. Dienen mehrere Dateien einer Art, zählt die
        /// schlechteste.
        ///
        /// Eine Art ohne vorliegende Datei ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Papier von Anfang an richtig war. Auch ein unverändertes Papier kann falsch sein.
    }
    "document-integrity" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["differs", "no-digest", "matches", "illegible", "blank"],
        examples: &[
            Example::papers(r#"
                [[gdpr.documents]]
                id = "a"
                kind = "dpia"
                path = "a.pdf"
                sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
                [[gdpr.documents]]
                id = "b"
                kind = "dpia"
                path = "b.pdf"
                sha256 = "9a3f96912c5f85bc082ca0bbeb28e72f588f4517c173982ccdc57a0e18a42663"
                [[gdpr.documents]]
                id = "c"
                kind = "notice-log"
                path = "b.pdf"
            "#, "", &["differs", "matches"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"] }, { seen = "inspected", kinds = ["notice-log"] }]
            "#, &["no-digest", "no-digest"]),
            Example::papers(r#"
                gdpr.documents = [{ id = "a", kind = "dpia", path = "a.pdf", sha256 = "to follow" }]
            "#, "", &["illegible"]),
            Example::papers(r#"
                gdpr.documents = [{ id = "a", kind = "dpia", path = "missing/a.pdf", sha256 = "to follow" }]
            "#, "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::Integrity;
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.per_kind(|_, files| {
        let bins = files.iter().map(|d| match d.integrity {
            Integrity::Missing => "blank",
            Integrity::Differs => "differs",
            Integrity::Illegible => "illegible",
            Integrity::NoDigest => "no-digest",
            Integrity::Matches => "matches",
        });
        // `blank` is the last bin, so the worst file that is at hand stands before it
        bins.map(|b| CHECK.at(b)).min().unwrap_or(CHECK.at("blank"))
    })
}
