crate::check! {
    en {
        /// Does the document belong to this delivery, and is it older than the question for it?
        ///
        /// ## What is sorted
        /// Each of the 29 kinds of document, by the files that serve it.
        ///
        /// ## Why it matters
        /// A paper made for another list says nothing about this one, and one that was written only when somebody asked
        /// did not guide anybody when the data were collected. The vendor must be able to show that it kept the rules,
        /// not that it can write (GDPR Art. 5(2), 24(1)).
        ///
        /// ## How it is decided
        /// The day of the question is `requested` in the dossier, else `received`. If no file of a kind is dated up to
        /// that day, and one is dated after it, the kind is `after-request`. Some papers can only be made with or after
        /// a delivery; they are never late: data sheet, consent log, screening log, declarations on breaches, on
        /// authorities and on completeness, removals since export.
        ///
        /// A paper belongs to this delivery if it names the digest of the audited list (the buyer notes it as
        /// `list-sha256`), or if a named person has read it and answers `this-delivery`, because it names the delivery
        /// or its sources. Another digest or the answer `other-delivery` is `other-delivery`; the worst counts. Unread,
        /// a paper at hand is `documented`, one that is only claimed `declared`. A kind without a paper is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the date is true. A reviewer who sees signs of a later origin answers `after-request`.
    }
    de {
        /// Gehört die Unterlage zu dieser Lieferung, und ist sie älter als die Frage danach?
        ///
        /// ## Was sortiert wird
        /// Jede der 29 Arten von Unterlagen, nach den Dateien, die ihr dienen.
        ///
        /// ## Warum es zählt
        /// Ein Papier zu einer anderen Liste sagt über diese nichts, und eines, das erst auf Nachfrage entstand, hat
        /// bei der Erhebung niemanden geleitet. Der Anbieter muss zeigen können, dass er die Regeln eingehalten hat,
        /// nicht dass er schreiben kann (DSGVO Art. 5 Abs. 2, 24 Abs. 1).
        ///
        /// ## Wie entschieden wird
        /// Tag der Frage ist `requested` im Dossier, sonst `received`. Trägt keine Datei einer Art ein Datum bis zu
        /// diesem Tag und eine ein späteres, ist die Art `after-request`. Manches kann erst mit oder nach einer
        /// Lieferung entstehen und ist nie zu spät: Datenblatt, Einwilligungsprotokoll, Abgleichprotokoll, Erklärungen
        /// zu Datenpannen, zu Behörden und zur Vollständigkeit, Löschungen seit dem Export.
        ///
        /// Eine Unterlage gehört zu dieser Lieferung, wenn sie den Digest der geprüften Liste nennt (der Käufer hält
        /// ihn als `list-sha256` fest), oder wenn eine benannte Person sie gelesen hat und `this-delivery` antwortet,
        /// weil sie die Lieferung oder ihre Quellen nennt. Ein anderer Digest oder die Antwort `other-delivery` ist
        /// `other-delivery`; das Schlechteste zählt. Ungelesen ist eine vorliegende Unterlage `documented`, eine nur
        /// behauptete `declared`. Eine Art ohne Unterlage ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Datum stimmt. Wer bei der Durchsicht Anzeichen späterer Entstehung sieht, antwortet `after-request`.
    }
    "document-cover" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &["after-request", "other-delivery", "declared", "documented", "this-delivery", "illegible", "blank"],
        examples: &[
            Example::papers("", r#"
                received = 2026-11-02
                document = [
                  { path = "a.pdf", kinds = ["dpia"], date = 2026-11-03 },
                  { path = "b.pdf", kinds = ["rights-procedure"], date = 2026-11-02 },
                  { path = "c.pdf", kinds = ["retention-schedule"] },
                ]
            "#, &["after-request", "documented", "documented"]),
            // the question may come before the delivery, or after it
            Example::papers("", r#"
                requested = 2026-10-15
                received = 2026-11-02
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-10-20 }]
            "#, &["after-request"]),
            Example::papers("", r#"
                requested = 2026-11-10
                received = 2026-11-02
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-11-05 }]
            "#, &["documented"]),
            // an earlier version existed, and what belongs to a delivery is made with it
            Example::papers("", r#"
                received = 2026-11-02
                document = [
                  { path = "a.pdf", kinds = ["dpia"], date = 2026-11-20 },
                  { path = "b.pdf", kinds = ["dpia"], date = 2024-02-01 },
                  { path = "c.csv", kinds = ["removals-since-export", "delivery-sheet"], date = 2026-11-20 },
                ]
            "#, &["documented", "documented", "documented"]),
            // a file that is not at hand shows no date
            Example::papers("", r#"
                received = 2026-11-02
                document = [{ path = "missing/a.pdf", kinds = ["dpia"], date = 2026-11-20 }]
            "#, &["declared"]),
            // without a day of the question nothing is late
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-11-20 }]
            "#, &["documented"]),
            Example::papers("", READ, &["this-delivery"]),
            Example::papers("", r#"
                [[document]]
                path = "register.pdf"
                kinds = ["source-register"]
                [[review]]
                check = "document-cover"
                document = "register.pdf"
                answer = "other-delivery"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["other-delivery"]),
            // a reviewer may see that a paper is younger than its date
            Example::papers("", r#"
                [[document]]
                path = "register.pdf"
                kinds = ["source-register"]
                date = 2026-01-10
                [[review]]
                check = "document-cover"
                document = "register.pdf"
                answer = "after-request"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["after-request"]),
            // the digest that the paper names against the audited list
            Example::rows(&[&["abc"]], &["this-delivery"]).with("", r#"
                [[document]]
                path = "sheet.pdf"
                kinds = ["delivery-sheet"]
                list-sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            "#),
            Example::rows(&[&["abc"]], &["other-delivery"]).with("", r#"
                [[document]]
                path = "sheet.pdf"
                kinds = ["delivery-sheet"]
                list-sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
            "#),
            Example::rows(&[&["abc"]], &["declared"]).with("", r#"
                [[document]]
                path = "missing/sheet.pdf"
                kinds = ["delivery-sheet"]
                list-sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            "#),
            // a claim is never evidence of its own truth; without a paper there is nothing to cover
            Example::papers(r#"
                [gdpr.facts]
                document-cover = "this-delivery"
                [[gdpr.documents]]
                id = "register"
                kind = "source-register"
                path = "register.pdf"
                [[gdpr.documents]]
                id = "lia"
                kind = "legitimate-interest-assessment"
                path = "missing/lia.pdf"
            "#, "", &["documented", "declared"]),
            Example::papers(r#"
                [gdpr.facts]
                document-cover = { is = "other-delivery", document = "register" }
                [[gdpr.documents]]
                id = "register"
                kind = "source-register"
                path = "register.pdf"
            "#, "", &["other-delivery"]),
            Example::papers(r#"
                [gdpr.facts]
                document-cover = "all of them"
                [[gdpr.documents]]
                id = "register"
                kind = "source-register"
                path = "missing/register.pdf"
            "#, "", &["illegible"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::base::digest::Sha256;
use crate::record::check::{Example, Scope};
use crate::record::dossier::{Dated, Document, KINDS};
use crate::record::papers::Papers;

/// Kinds that can only be made with a delivery or after it.
const WITH_DELIVERY: [&str; 7] = [
    "delivery-sheet",
    "consent-log",
    "dnc-log",
    "breach-declaration",
    "authority-history",
    "completeness-declaration",
    "removals-since-export",
];

const READ: &str = r#"
[[document]]
path = "register.pdf"
kinds = ["source-register"]
[[review]]
check = "document-cover"
document = "register.pdf"
answer = "this-delivery"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let read = papers.read(&CHECK, &KINDS, &["this-delivery"], false);
    let kinds = KINDS.iter().zip(read);
    kinds.map(|(kind, read)| bin(papers, kind, read)).collect()
}

fn bin(papers: &Papers<'_>, kind: &str, read: usize) -> usize {
    let mut files = papers.dossier.documents(kind).peekable();
    if files.peek().is_none() {
        return CHECK.at("blank");
    }
    let files: Vec<&Document> = files.filter(|d| d.at_hand()).collect();
    if late(papers, kind, &files) {
        return CHECK.at("after-request");
    }
    let other = CHECK.at("other-delivery");
    let lists: Vec<Sha256> = papers.lists.iter().map(|l| l.sha256).collect();
    let mut named = files.iter().filter_map(|d| d.list_sha256).peekable();
    if lists.is_empty() || named.peek().is_none() || read <= other {
        read
    } else if named.all(|list| lists.contains(&list)) {
        CHECK.at("this-delivery")
    } else {
        other
    }
}

/// Whether a paper is dated after the day of the question, and none is known to be older.
fn late(papers: &Papers<'_>, kind: &str, files: &[&Document]) -> bool {
    let asked = papers.dossier.requested.or(papers.dossier.received);
    let Some(asked) = asked.filter(|_| !WITH_DELIVERY.contains(&kind)) else {
        return false;
    };
    let before = |d: &&Document| matches!(d.date, Dated::On(day) if day <= asked);
    let after = |d: &&Document| matches!(d.date, Dated::On(day) if day > asked);
    files.iter().any(after) && !files.iter().any(before)
}
