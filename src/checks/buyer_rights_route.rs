crate::check! {
    en {
        /// Where do people turn who want to see, correct or erase their data?
        ///
        /// ## What is sorted
        /// The buyer's file, once.
        ///
        /// ## Why it matters
        /// From the day of receipt people may ask the buyer too for access, correction, erasure and an end of
        /// advertising, and must have an answer within a month (GDPR Art. 12(2)-(3), 15-22). A request that nobody has
        /// been told to handle is found when the month is over.
        ///
        /// ## How it is decided
        /// From `rights-route` under `[buyer]` of the dossier, with the `mailbox`, who is `in-charge`, and `within`
        /// which time an answer is given (`P1M`). All three is `stated`, fewer `missing`, no such entry `blank`. The
        /// texts themselves are not kept.
        ///
        /// ## What it cannot see
        /// Whether somebody reads the mailbox.
    }
    de {
        /// Wohin wenden sich Menschen, die ihre Daten sehen, berichtigen oder löschen lassen wollen?
        ///
        /// ## Was sortiert wird
        /// Die Käuferakte, einmal.
        ///
        /// ## Warum es zählt
        /// Ab Erhalt der Liste können Betroffene auch vom Käufer Auskunft, Berichtigung, Löschung und ein Ende der
        /// Werbung verlangen und müssen binnen eines Monats Antwort haben (DSGVO Art. 12 Abs. 2 und 3, 15 bis 22). Eine
        /// Anfrage, für die niemand zuständig ist, findet sich, wenn der Monat um ist.
        ///
        /// ## Wie entschieden wird
        /// Aus `rights-route` unter `[buyer]` im Dossier: das Postfach (`mailbox`), der Zuständige (`in-charge`) und
        /// die Frist der Antwort (`within`, etwa `P1M`). Alle drei sind `stated`, weniger `missing`, kein solcher
        /// Eintrag `blank`. Die Texte selbst werden nicht aufbewahrt.
        ///
        /// ## Was er nicht sehen kann
        /// Ob jemand das Postfach liest.
    }
    "buyer-rights-route" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["missing", "stated", "illegible", "blank"],
        examples: &[
            Example::papers("", r#"
                [buyer]
                rights-route = { mailbox = "datenschutz@firma-beispiel.de", in-charge = "counsel", within = "P1M" }
            "#, &["stated"]),
            Example::papers("", r#"
                [buyer]
                rights-route = { mailbox = "datenschutz@firma-beispiel.de" }
            "#, &["missing"]),
            Example::papers("", r#"
                [buyer]
                rights-route = { mailbox = " ", in-charge = "counsel", within = "P1M" }
            "#, &["missing"]),
            Example::papers("", "buyer.rights-route = {}", &["missing"]),
            Example::papers("", "buyer.role = \"independent-controller\"", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let bin = match papers.dossier.buyer.rights_route {
        Some(true) => "stated",
        Some(false) => "missing",
        None => "blank",
    };
    vec![CHECK.at(bin)]
}
