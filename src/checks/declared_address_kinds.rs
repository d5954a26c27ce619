crate::check! {
    en {
        /// Does the list hold the kinds of address that were declared?
        ///
        /// ## What is sorted
        /// The delivery, once: the kinds of e-mail address that the vendor declares against those of the rows.
        ///
        /// ## Why it matters
        /// Vendors sell business contacts. A private mailbox among them reaches a person at home, and shows that the
        /// list was not filled from the source that the declaration describes.
        ///
        /// ## How it is decided
        /// From `gdpr.address-kinds` and the check `mail-domain` over all rows. If only professional addresses are
        /// declared, one row with a disposable, relay, free-mail or provider's mailbox is `contradicts`: how many of
        /// them are bearable is the matter of other clauses. If only personal ones are declared, at least five rows,
        /// and one in a hundred, at a domain of an organisation contradict. Without an address that can be read it is
        /// `not-observable`; a kind that cannot be read is `illegible`; nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// A private mailbox under a domain of one's own, and a business that is run from a free-mail address.
    }
    de {
        /// Enthält die Liste die Arten von Adressen, die erklärt wurden?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die vom Anbieter erklärten Arten von E-Mail-Adressen gegen die der Zeilen.
        ///
        /// ## Warum es zählt
        /// Verkauft werden Geschäftskontakte. Ein privates Postfach darunter erreicht jemanden zu Hause und zeigt, dass
        /// die Liste nicht aus der Quelle stammt, die in der Erklärung steht.
        ///
        /// ## Wie entschieden wird
        /// Aus `gdpr.address-kinds` und dem Prüfpunkt `mail-domain` über alle Zeilen. Sind nur geschäftliche Adressen
        /// erklärt, genügt eine Zeile mit Wegwerf-, Weiterleitungs-, Freemail- oder Zugangsanbieter-Postfach für
        /// `contradicts`: Wie viele davon hinnehmbar sind, sagen andere Klauseln. Sind nur private erklärt,
        /// widersprechen mindestens fünf Zeilen, und eine von hundert, mit der Domain einer Organisation. Ohne lesbare
        /// Adresse ist es `not-observable`; eine unlesbare Art ist `illegible`, nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ein privates Postfach unter eigener Domain, und einen Betrieb, der unter einer Freemail-Adresse geführt wird.
    }
    "declared-address-kinds" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::Email],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(COMPANY, &["agrees"]).with(PROFESSIONAL, ""),
            Example::rows(MIXED, &["contradicts"]).with(PROFESSIONAL, ""),
            Example::rows(MIXED, &["agrees"])
                .with("gdpr.address-kinds = [\"professional\", \"personal\"]", ""),
            Example::rows(COMPANY, &["contradicts"]).with("gdpr.address-kinds = \"personal\"", ""),
            // what is no address, or under no domain that exists, is of no kind
            Example::rows(&[&["info at nordwerk"], &["a@b.example"], &[""]], &["not-observable"])
                .with(PROFESSIONAL, ""),
            Example::rows(MIXED, &["illegible"]).with("gdpr.address-kinds = [\"business\"]", ""),
            Example::rows(MIXED, &["illegible"]).with("gdpr.address-kinds = 7", ""),
            Example::rows(MIXED, &["blank"]).with("gdpr.countries = [\"DE\"]", ""),
            Example::rows(MIXED, &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::dossier::Word;
use crate::record::papers::{Papers, contradicts};

const PROFESSIONAL: &str = "gdpr.address-kinds = [\"professional\"]";
const COMPANY: &[&[&str]] = &[
    &["a.lind@nordwerk-beispiel.de"],
    &["info@nordwerk-beispiel.de"],
    &["einkauf@hallbruck-beispiel.de"],
    &["vertrieb@hallbruck-beispiel.de"],
    &["b.holm@tannfeld-beispiel.de"],
];
const MIXED: &[&[&str]] = &[
    &["a.lind@nordwerk-beispiel.de"],
    &["erfundene.person@gmx.de"],
];

/// Bins of `mail-domain`: mailboxes that persons have for themselves.
const PRIVATE: [&str; 4] = ["disposable", "relay", "freemail", "isp"];
/// Mailboxes of organisations.
const ORGANISATION: [&str; 5] = [
    "certified",
    "education",
    "government",
    "association",
    "organisation",
];
/// What tells nothing of a mailbox.
const UNKNOWN: [&str; 4] = ["no-such-tld", "reserved", "illegible", "blank"];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let declaration = papers.dossier.declaration.as_ref();
    let declared = declaration.map_or(&[][..], |d| &d.address_kinds);
    if declared.is_empty() {
        return "blank";
    }
    if declared.contains(&Word::ILLEGIBLE) {
        return "illegible";
    }
    let is = |kind: &str| declared.iter().any(|d| *d == kind);
    let observed = papers.rows("mail-domain");
    let rows = |of: &dyn Fn(&str) -> bool| -> u64 {
        observed.iter().filter(|(b, _)| of(b)).map(|(_, n)| n).sum()
    };
    let private = rows(&|b| PRIVATE.contains(&b));
    let organisation = rows(&|b| ORGANISATION.contains(&b));
    if rows(&|b| !UNKNOWN.contains(&b)) == 0 {
        "not-observable"
    } else if (!is("personal") && private > 0)
        || (!is("professional") && contradicts(organisation, papers.ledger.loaded))
    {
        "contradicts"
    } else {
        "agrees"
    }
}
