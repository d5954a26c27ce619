crate::check! {
    en {
        /// Does the template of the first message say what it must?
        ///
        /// ## What is sorted
        /// The buyer's message template, once.
        ///
        /// ## Why it matters
        /// People who never heard of the sender must learn from the first message who writes, what for, where the data
        /// come from (GDPR Art. 14(2)(f)), which rights they have and, shown apart, that they may object (Art. 21(4)).
        /// An e-mail that hides its sender or offers no way out is forbidden even to those who consented (Directive
        /// 2002/58 Art. 13(4)). Norway demands the supplier of the data by name.
        ///
        /// ## How it is decided
        /// A named person reads the item `message-template` and records in the dossier, as a review of that item:
        /// `complete`, or the worst gap: `sender-missing`, `source-missing`, `purpose-missing`, `rights-missing`,
        /// `opt-out-missing`. Of several answers the worst counts. If a template is at hand that nobody has read, it is
        /// `illegible`: each template in the slot must be read. None at hand is `blank`.
        ///
        /// ## What it cannot see
        /// Whether what is sent later is the template that was read, and whether the way out works.
    }
    de {
        /// Steht in der Vorlage der ersten Nachricht, was darin stehen muss?
        ///
        /// ## Was sortiert wird
        /// Die Nachrichtenvorlage des Käufers, einmal.
        ///
        /// ## Warum es zählt
        /// Wer vom Absender noch nie gehört hat, muss aus der ersten Nachricht erfahren, wer schreibt, wozu, woher die
        /// Daten stammen (DSGVO Art. 14 Abs. 2 lit. f), welche Rechte bestehen und, für sich gestellt, dass man
        /// widersprechen kann (Art. 21 Abs. 4). Eine E-Mail, die den Absender verschleiert oder keinen Ausstieg bietet,
        /// ist selbst bei Einwilligung verboten (Richtlinie 2002/58 Art. 13 Abs. 4). Norwegen verlangt den Lieferanten
        /// der Daten mit Namen.
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest die Unterlage `message-template` und hält im Dossier als Durchsicht dazu fest:
        /// `complete` oder die schlimmste Lücke: `sender-missing`, `source-missing`, `purpose-missing`,
        /// `rights-missing`, `opt-out-missing`. Von mehreren Antworten zählt die schlechteste. Liegt eine Vorlage vor,
        /// die niemand gelesen hat, ist es `illegible`: Jede Vorlage auf dem Platz muss gelesen sein. Liegt keine vor,
        /// ist es `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob später die gelesene Vorlage verschickt wird, und ob der Ausstieg funktioniert.
    }
    "template-elements" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &[
            "sender-missing",
            "source-missing",
            "purpose-missing",
            "rights-missing",
            "opt-out-missing",
            "complete",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "sender-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["sender-missing"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "source-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["source-missing"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "purpose-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["purpose-missing"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "rights-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["rights-missing"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "opt-out-missing"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["opt-out-missing"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["complete"]),
            // of two answers the worse one; an item may have a name of its own
            Example::papers("", r#"
                item = [{ id = "mail", path = "own/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "mail"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "opt-out-missing"
                by = "counsel"
                at = 2026-11-21
            "#, &["opt-out-missing"]),
            // one paper in two slots is one paper
            Example::papers("", r#"
                item = [
                  { path = "own/all.pdf", kind = "notice-and-plan" },
                  { path = "own/all.pdf", kind = "message-template" },
                ]
                [[review]]
                check = "template-elements"
                document = "own/all.pdf"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["complete"]),
            Example::papers("", r#"
                item = [{ path = "own/mail.txt", kind = "message-template" }]
            "#, &["illegible"]),
            // each template must be read
            Example::papers("", r#"
                item = [
                  { path = "own/mail.txt", kind = "message-template" },
                  { path = "own/call.txt", kind = "message-template" },
                ]
                [[review]]
                check = "template-elements"
                document = "own/mail.txt"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["illegible"]),
            // reading another paper is no reading of this one, and what is not at hand cannot have been read
            Example::papers("", r#"
                item = [
                  { path = "own/notice.pdf", kind = "notice-and-plan" },
                  { path = "own/mail.txt", kind = "message-template" },
                ]
                [[review]]
                check = "template-elements"
                document = "own/notice.pdf"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["illegible"]),
            Example::papers("", r#"
                item = [{ path = "missing/mail.txt", kind = "message-template" }]
                [[review]]
                check = "template-elements"
                document = "missing/mail.txt"
                answer = "complete"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::Word;
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let dossier = papers.dossier;
    let template = |kinds: &[Word]| kinds.iter().any(|k| *k == "message-template");
    let own = dossier.items.iter().filter(|i| template(&i.kinds));
    // per template the worst answer about it, or none
    let answers = own.filter(|i| i.at_hand()).map(|item| {
        let reviews = dossier.reviews.iter();
        let here = reviews.filter(|r| r.check == CHECK.id && r.document == item.id);
        here.map(|r| CHECK.at(&r.answer)).min()
    });
    let answers: Vec<Option<usize>> = answers.collect();
    let complete = CHECK.at("complete");
    let bin = match answers.iter().flatten().min() {
        Some(gap) if *gap < complete => *gap,
        Some(_) if !answers.contains(&None) => complete,
        None if answers.is_empty() => CHECK.at("blank"),
        _ => CHECK.at("illegible"),
    };
    vec![bin]
}
