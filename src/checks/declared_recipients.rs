crate::check! {
    en {
        /// Is the buyer among the recipients that were declared?
        ///
        /// ## What is sorted
        /// The delivery, once: the recipients that the vendor names against the names of the buyer.
        ///
        /// ## Why it matters
        /// People are told to whom their data go, Art. 14(1)(e) GDPR. If the buyer is not among those of whom they were
        /// told, they had no occasion to object to it.
        ///
        /// ## How it is decided
        /// From `gdpr.recipients` and `[buyer] names` of the dossier, compared as the check `consent-recipients` does:
        /// the whole registered name, with or without its legal form. The buyer among them is `agrees`, unless at least
        /// five rows, and one in a hundred, carry a consent that names somebody else. Others only, an open circle such
        /// as "partners", or nobody, is `contradicts`. Without the buyer's names it is `not-observable`; names that
        /// cannot be read are `illegible`; nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the persons were told. That the buyer's name stands in the notice, a reviewer has to read.
    }
    de {
        /// Steht der Käufer unter den Empfängern, die erklärt wurden?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die vom Anbieter genannten Empfänger gegen die Namen des Käufers.
        ///
        /// ## Warum es zählt
        /// Menschen erfahren, an wen ihre Daten gehen, Art. 14 Abs. 1 lit. e DSGVO. Steht der Käufer nicht unter denen,
        /// über die sie informiert wurden, hatten sie keinen Anlass, ihm zu widersprechen.
        ///
        /// ## Wie entschieden wird
        /// Aus `gdpr.recipients` und `[buyer] names` des Dossiers, verglichen wie beim Prüfpunkt `consent-recipients`:
        /// der ganze eingetragene Name, mit oder ohne Rechtsform. Steht der Käufer darunter, ist es `agrees`, es sei
        /// denn, mindestens fünf Zeilen, und eine von hundert, tragen eine Einwilligung, die andere nennt. Nur andere,
        /// ein offener Kreis wie „Partner“ oder niemand ist `contradicts`. Ohne Namen des Käufers ist es
        /// `not-observable`; unlesbare Namen sind `illegible`, nichts Erklärtes ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Personen davon erfahren haben. Dass der Name des Käufers in der Information steht, muss jemand lesen.
    }
    "declared-recipients" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::ConsentRecipients],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(NONE, &["agrees"]).with(NAMED, BUYER),
            Example::rows(NONE, &["agrees"]).with("gdpr.recipients = \"beispiel maschinenbau\"", BUYER),
            Example::rows(NONE, &["contradicts"]).with("gdpr.recipients = [\"Andere Beispiel GmbH\"]", BUYER),
            Example::rows(NONE, &["contradicts"]).with("gdpr.recipients = [\"Partner\"]", BUYER),
            Example::rows(NONE, &["contradicts"]).with("gdpr.recipients = [\"partners\"]", ""),
            // the declaration names the buyer, the rows do not
            Example::rows(&[OTHER; 5], &["contradicts"]).with(NAMED, BUYER),
            Example::rows(&[OTHER; 4], &["agrees"]).with(NAMED, BUYER),
            Example::rows(NONE, &["not-observable"]).with(NAMED, ""),
            Example::rows(NONE, &["illegible"]).with("gdpr.recipients = [\"-\", \"\"]", BUYER),
            Example::rows(NONE, &["illegible"]).with("gdpr.recipients = 3", BUYER),
            Example::rows(NONE, &["blank"]).with("gdpr.recipients = []", BUYER),
            Example::rows(NONE, &["blank"]).with("", BUYER),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::papers::{Papers, contradicts};

const NONE: &[&[&str]] = &[&[""]];
const OTHER: &[&str] = &["Andere Beispiel GmbH"];
const NAMED: &str = "gdpr.recipients = [\"Andere Beispiel GmbH\", \"Beispiel Maschinenbau AG\"]";
const BUYER: &str = "buyer.names = [\"Beispiel Maschinenbau AG\"]";

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let declaration = papers.dossier.declaration.as_ref();
    let declared = declaration.map_or(&[][..], |d| &d.recipients);
    if declared.is_empty() {
        return "blank";
    }
    let rows = papers.rows("consent-recipients");
    let others: u64 = ["open-list", "names-others", "no-recipients"]
        .iter()
        .filter_map(|b| rows.get(b))
        .sum();
    match among(declared, papers) {
        "agrees" if contradicts(others, papers.ledger.loaded) => "contradicts",
        bin => bin,
    }
}

#[cfg(feature = "engine")]
fn among(declared: &[String], papers: &Papers<'_>) -> &'static str {
    use crate::data::recipients::{Buyer, Recipients, read};

    let names = &papers.dossier.buyer.names;
    let buyer = Buyer::new(names.iter().map(|n| n.as_str()));
    let found: Vec<Recipients> = declared.iter().map(|d| read(d, &buyer)).collect();
    let is = |r| found.contains(&r);
    if is(Recipients::NamesBuyer) {
        "agrees"
    } else if [
        Recipients::OpenList,
        Recipients::NamesOthers,
        Recipients::NoRecipients,
    ]
    .into_iter()
    .any(is)
    {
        "contradicts"
    } else if names.is_empty() && is(Recipients::Illegible) {
        "not-observable"
    } else {
        "illegible"
    }
}

/// Names are compared where cells are read.
#[cfg(not(feature = "engine"))]
fn among(_: &[String], _: &Papers<'_>) -> &'static str {
    "not-observable"
}
