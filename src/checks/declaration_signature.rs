crate::check! {
    en {
        /// Is the vendor's declaration signed with a known key?
        ///
        /// ## What is sorted
        /// The delivery, once: the signature of the declaration.
        ///
        /// ## Why it matters
        /// A declaration that anybody could have typed binds nobody. A signature under a key that came by another way
        /// shows that the vendor itself made it, and that not a letter was changed since.
        ///
        /// ## How it is decided
        /// A file of the declaration's name with `.sig` behind it is a plain Ed25519 signature over its bytes
        /// (`openssl pkeyutl -sign -rawin`), held against the public key that `[vendor-key]` of the dossier names. It
        /// verifies and the key is good on the as-of date: `verified`; the key's last day is over: `expired-key`; it
        /// does not verify: `invalid`; no key is named: `unknown-key`; something else than a signature: `illegible`.
        ///
        /// Signatures of other kinds, such as that of a signed PDF, a named person verifies with the means made for
        /// them, and says so in a review of the declaration of completeness. What speaks against a signature is
        /// believed from anyone; that it is good, only from such a review. Of several answers the worst counts; no
        /// signature at all is `blank`.
        ///
        /// ## What it cannot see
        /// Who holds the key. That it is the vendor's, the buyer knows from the way by which it came.
    }
    de {
        /// Ist die Erklärung des Anbieters mit einem bekannten Schlüssel signiert?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die Signatur der Erklärung.
        ///
        /// ## Warum es zählt
        /// Eine Erklärung, die jeder hätte tippen können, bindet niemanden. Eine Signatur mit einem Schlüssel, der auf
        /// anderem Weg kam, zeigt, dass sie vom Anbieter selbst stammt und seither kein Buchstabe geändert wurde.
        ///
        /// ## Wie entschieden wird
        /// Eine Datei, die wie die Erklärung heißt und auf `.sig` endet, ist eine einfache Ed25519-Signatur über deren
        /// Bytes (`openssl pkeyutl -sign -rawin`); sie wird gegen den öffentlichen Schlüssel gehalten, den
        /// `[vendor-key]` im Dossier nennt. Stimmt sie und gilt der Schlüssel am Stichtag: `verified`; ist sein letzter
        /// Tag vorbei: `expired-key`; stimmt sie nicht: `invalid`; ist kein Schlüssel genannt: `unknown-key`; ist es
        /// keine Signatur: `illegible`.
        ///
        /// Signaturen anderer Art, etwa die eines signierten PDF, prüft eine benannte Person mit den Mitteln dafür und
        /// hält es in einer Durchsicht der Vollständigkeitserklärung fest. Was gegen eine Signatur spricht, gilt von
        /// jedem; dass sie stimmt, nur aus einer solchen Durchsicht. Von mehreren Antworten zählt die schlechteste;
        /// gar keine Signatur ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Wer den Schlüssel hat. Dass es der des Anbieters ist, weiß der Käufer von dem Weg, auf dem er kam.
    }
    "declaration-signature" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[],
        bins: &["invalid", "expired-key", "unknown-key", "verified", "illegible", "blank"],
        examples: &[
            Example::papers(PAPER, concat!(
                "[[review]]\ncheck = \"declaration-signature\"\ndocument = \"complete\"\nanswer = \"verified\"\n",
                "by = \"dpo-2026\"\nat = 2026-11-20",
            ), &["verified"]),
            Example::papers(PAPER, concat!(
                "[[review]]\ncheck = \"declaration-signature\"\ndocument = \"complete\"\nanswer = \"invalid\"\n",
                "by = \"dpo-2026\"\nat = 2026-11-20",
            ), &["invalid"]),
            // the worse of two readings
            Example::papers(PAPER, concat!(
                "[[review]]\ncheck = \"declaration-signature\"\ndocument = \"complete\"\nanswer = \"verified\"\n",
                "by = \"dpo-2026\"\nat = 2026-11-20\n",
                "[[review]]\ncheck = \"declaration-signature\"\ndocument = \"complete\"\nanswer = \"expired-key\"\n",
                "by = \"it-2026\"\nat = 2026-11-21",
            ), &["expired-key"]),
            // a paper that says nothing of completeness is not the declaration
            Example::papers(OTHER, concat!(
                "[[review]]\ncheck = \"declaration-signature\"\ndocument = \"dpia\"\nanswer = \"verified\"\n",
                "by = \"dpo-2026\"\nat = 2026-11-20",
            ), &["blank"]),
            // the vendor's own word
            Example::papers("gdpr.facts.declaration-signature = \"verified\"", "", &["unknown-key"]),
            Example::papers("gdpr.facts.declaration-signature = \"expired-key\"", "", &["expired-key"]),
            Example::papers("gdpr.facts.declaration-signature = \"signed\"", "", &["illegible"]),
            Example::papers(PAPER, "", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::base::label::Label;
use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

const PAPER: &str = r#"
[[gdpr.documents]]
id = "complete"
kind = "completeness-declaration"
path = "complete.pdf"
"#;

const OTHER: &str = r#"
[[gdpr.documents]]
id = "dpia"
kind = "dpia"
path = "dpia.pdf"
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let dossier = papers.dossier;
    let declaration = dossier.declaration.as_ref();
    let checked = declaration.and_then(|d| d.signature);
    let stated = declaration
        .iter()
        .flat_map(|d| &d.facts)
        .filter(|f| f.check == CHECK.id)
        .map(|f| match f.is.as_str() {
            "verified" => "unknown-key",
            is => is,
        });
    let complete = |id: &Label| {
        let mut files = dossier.documents("completeness-declaration");
        files.any(|d| d.id == *id)
    };
    let read = dossier
        .reviews(CHECK.id, None)
        .filter(|r| complete(&r.document))
        .map(|r| r.answer.as_str());
    let checked = checked.as_ref().map(|w| w.as_str());
    // a signature that was verified is more than the vendor's word for it
    let verified = |b: &&str| *b == "verified";
    let found: Vec<&str> = checked.into_iter().chain(read).collect();
    let word = stated.filter(|b| !(*b == "unknown-key" && found.iter().any(verified)));
    let all = word.chain(found.iter().copied()).map(|b| CHECK.at(b));
    vec![all.min().unwrap_or(CHECK.at("blank"))]
}
