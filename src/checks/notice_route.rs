crate::check! {
    en {
        /// Was each person informed, or was a text only put on a website?
        ///
        /// ## What is sorted
        /// The slot of the sending log of the notice, among the 29 kinds of document; every other kind is `blank`.
        ///
        /// ## Why it matters
        /// The duty to inform is owed to every single person. Even where thousands must be written to at great cost, a
        /// text on a website is not enough (UODO ZSPR.421.3.2018, Bisnode; GDPR Art. 14(1)).
        ///
        /// ## How it is decided
        /// A named person reads the log and records in the dossier: `individual` if each person was sent the whole
        /// information, `individual-layered` if each was sent a first part that leads to the rest, `website-only` if it
        /// merely stood somewhere, `none` if nobody was informed. The worst answer counts.
        ///
        /// Unread, a log at hand is `documented`, and a notice of which the vendor only speaks is `declared`. A vendor
        /// that names a website as the only channel, or that says the worse of itself elsewhere, is believed. No log
        /// and not a word is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the messages arrived, and whether the log is complete. For single rows, `notice-timing` compares the
        /// days.
    }
    de {
        /// Wurde jede Person einzeln informiert, oder stand der Text nur auf einer Website?
        ///
        /// ## Was sortiert wird
        /// Der Platz des Versandprotokolls der Information unter den 29 Arten von Unterlagen; jede andere Art ist
        /// `blank`.
        ///
        /// ## Warum es zählt
        /// Die Information ist jeder einzelnen Person geschuldet. Selbst wo Tausende mit großem Aufwand anzuschreiben
        /// sind, genügt ein Text auf einer Website nicht (UODO ZSPR.421.3.2018, Bisnode; DSGVO Art. 14 Abs. 1).
        ///
        /// ## Wie entschieden wird
        /// Eine benannte Person liest das Protokoll und hält im Dossier fest: `individual`, wenn jede Person die ganze
        /// Information bekam, `individual-layered`, wenn jede einen ersten Teil bekam, der zum Rest führt,
        /// `website-only`, wenn der Text nur irgendwo stand, `none`, wenn niemand informiert wurde. Die schlechteste
        /// Antwort zählt.
        ///
        /// Ungelesen ist ein vorliegendes Protokoll `documented`; spricht der Anbieter nur von einer Information, ist
        /// es `declared`. Nennt er als einzigen Kanal eine Website oder sonst Nachteiliges über sich, wird ihm
        /// geglaubt. Ohne Protokoll und ohne ein Wort ist der Platz `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Nachrichten ankamen und ob das Protokoll vollständig ist. Für die einzelnen Zeilen vergleicht
        /// `notice-timing` die Tage.
    }
    "notice-route" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: &[
            "none",
            "website-only",
            "declared",
            "documented",
            "individual-layered",
            "individual",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::papers(LISTED, READ, &["individual"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-route"
                document = "log"
                answer = "individual-layered"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["individual-layered"]),
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-route"
                document = "log"
                answer = "none"
                by = "dpo-2026"
                at = 2026-11-20
            "#, &["none"]),
            // of two answers the worse one
            Example::papers(LISTED, r#"
                [[review]]
                check = "notice-route"
                document = "log"
                answer = "individual"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "notice-route"
                document = "log.csv"
                answer = "website-only"
                by = "counsel"
                at = 2026-11-21
            "#, &["website-only"]),
            Example::papers(LISTED, "", &["documented"]),
            // a claim is never evidence of its own truth
            Example::papers(r#"
                [gdpr.facts]
                notice-route = { is = "individual", document = "log" }
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
            "#, "", &["documented"]),
            // what speaks against the vendor is believed
            Example::papers(r#"
                [gdpr.facts]
                notice-route = "none"
            "#, "", &["none"]),
            Example::papers(r#"
                [gdpr.notice]
                channel = "website"
                log = "log"
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
            "#, READ, &["website-only"]),
            Example::papers(r#"
                [gdpr.notice]
                channel = ["website", "post"]
            "#, "", &["declared"]),
            Example::papers(r#"
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "missing/log.csv"
            "#, READ, &["declared"]),
            // reading another paper is no reading of this one
            Example::papers(r#"
                [[gdpr.documents]]
                id = "log"
                kind = "art14-notice"
                path = "other.pdf"
                [[gdpr.documents]]
                id = "unread"
                kind = "notice-log"
                path = "log.csv"
            "#, READ, &["documented"]),
            Example::papers(r#"
                [gdpr.facts]
                notice-route = "by letter"
            "#, "", &["illegible"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::{KINDS, Notice};
use crate::record::papers::Papers;

const LOG: &str = "notice-log";

const LISTED: &str = r#"
[[gdpr.documents]]
id = "log"
kind = "notice-log"
path = "log.csv"
"#;

const READ: &str = r#"
[[review]]
check = "notice-route"
document = "log"
answer = "individual"
by = "dpo-2026"
at = 2026-11-20
"#;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let declaration = papers.dossier.declaration.as_ref();
    let notice = declaration.and_then(|d| d.notice.as_ref());
    let good = &["individual-layered", "individual"];
    let mut bins = papers.read(&CHECK, &[LOG], good, notice.is_some());
    let website = |n: &Notice| !n.channels.is_empty() && n.channels.iter().all(|c| *c == "website");
    if notice.is_some_and(website) {
        for (bin, kind) in bins.iter_mut().zip(KINDS) {
            if kind == LOG {
                *bin = CHECK.at("website-only").min(*bin);
            }
        }
    }
    bins
}
