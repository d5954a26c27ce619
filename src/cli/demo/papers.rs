//! What lies beside the list of the demo: the vendor's papers and declaration, the buyer's papers, dossier and
//! suppression list. One sentence each; that is all a demonstration needs.

use super::list::{COLUMNS, ROWS};
use crate::base::digest::Sha256;

const VENDOR: &str = "Musterdaten Kontakthandel GmbH";
const BUYER: &str = "Beispiel Maschinenbau AG";

/// Kind, date, text. The dates fit an audit as of 2026-11-23.
const VENDORS: [(&str, &str, &str); 21] = [
    (
        "vendor-identity",
        "2026-06-10",
        "Handelsregisterauszug: Firma, Sitz, Vertretung, Umsatzsteuer-Nummer.",
    ),
    (
        "delivery-sheet",
        "2026-10-30",
        "Lieferschein: Zeilen, Spalten, Länder, Tag des Auszugs, SHA-256 der Datei.",
    ),
    (
        "source-register",
        "2026-09-30",
        "Quellenverzeichnis: je Quelle Art, Zweck, Verfahren, Land, erster und letzter Tag.",
    ),
    (
        "basis-statement",
        "2026-08-20",
        "Aufstellung der Rechtsgrundlagen je Quelle, Zweck, Kanal und Land; Anrufe nur bei Betrieben, die 2026 nach Maschinenteilen gefragt haben.",
    ),
    (
        "legitimate-interest-assessment",
        "2026-08-20",
        "Interessenabwägung: Interesse, Erforderlichkeit, Abwägung; umfasst den Verkauf an Maschinenbauer.",
    ),
    (
        "dpia",
        "2025-12-14",
        "Datenschutz-Folgenabschätzung: Risiken, Maßnahmen, Rat der Datenschutzbeauftragten.",
    ),
    (
        "privacy-notice",
        "2026-01-15",
        "Datenschutzhinweise: alle Angaben nach Artikel 14, Empfänger benannt.",
    ),
    (
        "art14-notice",
        "2026-01-15",
        "Information nach Artikel 14, wie versandt: Herkunft der Daten, Widerspruch hervorgehoben.",
    ),
    (
        "notice-log",
        "2026-10-30",
        "Versandprotokoll: Tage, Anzahl, Rückläufer.",
    ),
    (
        "processing-record",
        "2026-07-01",
        "Verzeichnis der Verarbeitungstätigkeiten, Auszug: Verkauf von Geschäftskontakten.",
    ),
    (
        "controller-to-controller-agreement",
        "2026-10-20",
        "Vertrag zwischen Verantwortlichen: Zusicherungen, Prüfrecht, erlaubte Nutzung.",
    ),
    (
        "suppression-procedure",
        "2026-05-04",
        "Verfahren bei Widerspruch: wirkt in allen Beständen am selben Tag.",
    ),
    (
        "rights-procedure",
        "2026-05-04",
        "Verfahren bei Anträgen Betroffener: Antwort binnen 21 Tagen.",
    ),
    (
        "retention-schedule",
        "2026-03-02",
        "Löschkonzept: 24 Monate ab Erhebung, kein Neubeginn durch Aktualisierung.",
    ),
    (
        "verification-method",
        "2026-09-01",
        "Prüfung der Richtigkeit: Anruf bei jeder zwanzigsten Zeile.",
    ),
    (
        "security-certificate",
        "2026-04-20",
        "Zertifikat ISO/IEC 27001:2022 mit Geltungsbereich.",
    ),
    (
        "breach-declaration",
        "2026-11-02",
        "Erklärung zu Datenpannen: keine in den letzten 24 Monaten.",
    ),
    (
        "authority-history",
        "2026-11-02",
        "Verfahren bei Behörden und Gerichten: keine.",
    ),
    (
        "dpo-appointment",
        "2026-01-02",
        "Benennung der Datenschutzbeauftragten, mit Funktionsanschrift.",
    ),
    (
        "completeness-declaration",
        "2026-11-02",
        "Die übergebenen Unterlagen sind vollständig.",
    ),
    (
        "removals-since-export",
        "2026-11-18",
        "Löschungen seit der Lieferung: keine der Zeilen ist betroffen.",
    ),
];

const BUYERS: [(&str, &str, &str); 10] = [
    (
        "purpose-and-offer",
        "2026-10-05",
        "Zweck und Angebot: Maschinenteile für Einkauf und Technik.",
    ),
    (
        "interest-assessment",
        "2026-10-20",
        "Eigene Interessenabwägung in drei Schritten.",
    ),
    (
        "notice-and-plan",
        "2026-11-05",
        "Eigene Information und Versandplan: Versand bis 2026-12-02.",
    ),
    (
        "suppression-list",
        "2026-11-20",
        "Sperrliste, Stand des Tages: siehe suppress.csv.",
    ),
    ("channel-plan", "2026-11-10", "Kanalplan: Kanäle je Land."),
    (
        "retention-rule",
        "2026-09-15",
        "Löschregel: zwölf Monate nach der letzten Ansprache.",
    ),
    (
        "message-template",
        "2026-11-12",
        "Muster der Nachricht: Absender, Herkunft, Zweck, Rechte, Abmeldung.",
    ),
    (
        "processing-record",
        "2026-09-15",
        "Eigenes Verzeichnis der Verarbeitungstätigkeiten: Eintrag Direktwerbung.",
    ),
    (
        "dpo-statement",
        "2026-11-16",
        "Stellungnahme der Datenschutzbeauftragten: keine Einwände bei Einhaltung des Plans.",
    ),
    (
        "sample-check",
        "2026-11-17",
        "Eigene Stichprobe: 40 Zeilen nachgeschlagen.",
    ),
];

/// Every file beside the list, by its path in the folder of the demo.
pub fn papers(list: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut documents = String::new();
    for (kind, date, text) in VENDORS {
        let bytes = paper(VENDOR, date, text);
        documents.push_str(&format!(
            "\n[[gdpr.documents]]\nid = \"{kind}\"\nkind = \"{kind}\"\npath = \"papers/{kind}.txt\"\nsha256 = \"{}\"\ndate = \"{date}\"\n",
            Sha256::of(&bytes)
        ));
        files.push((format!("papers/{kind}.txt"), bytes));
    }
    let mut items = String::new();
    for (kind, date, text) in BUYERS {
        let bytes = paper(BUYER, date, text);
        items.push_str(&format!(
            "\n[[item]]\nkind = \"{kind}\"\npath = \"own/{kind}.txt\"\ndate = {date}\nsha256 = \"{}\"\n",
            Sha256::of(&bytes)
        ));
        files.push((format!("own/{kind}.txt"), bytes));
    }
    files.push((
        "declaration.beleg.toml".to_owned(),
        declaration(list, &documents).into_bytes(),
    ));
    files.push(("dossier.toml".to_owned(), dossier(&items).into_bytes()));
    files.push((
        "suppress.csv".to_owned(),
        b"widerspruch-beispiel.de\nnobody@vaubrune-exemple.fr\n".to_vec(),
    ));
    files
}

fn paper(owner: &str, date: &str, text: &str) -> Vec<u8> {
    format!("{owner}\n{date}\n\n{text}\n").into_bytes()
}

fn declaration(list: &[u8], documents: &str) -> String {
    let fields: String = COLUMNS
        .iter()
        .map(|(header, column)| {
            format!("  {{ name = \"{header}\", type = \"string\", rdfType = \"urn:beleg:field:{column}\" }},\n")
        })
        .collect();
    let sources: String = [
        ("handelsregister", "Handelsregister", "DE"),
        ("bundesanzeiger", "Bundesanzeiger", "DE"),
        ("sirene", "SIRENE", "FR"),
        ("companies-house", "Companies House", "GB"),
    ]
    .iter()
    .map(|(id, name, country)| {
        format!(
            r#"
[[gdpr.sources]]
id = "{id}"
matches = ["{name}"]
source-type = "public-register"
method = "feeds"
publicly-accessible = true
countries = ["{country}"]
collected = {{ first = "2026-06-01", last = "2026-09-15" }}
legal-basis = "eu-gdpr:A6-1-f-third-party"
source-purpose = {{ is = "direct-marketing", document = "source-register" }}
"#
        )
    })
    .collect();
    let (bytes, hash) = (list.len(), Sha256::of(list));
    format!(
        r#"# What the vendor says about the file and about itself. Invented, like everything here.
beleg-declaration = "1"
declared-by = "{VENDOR}"
declared-at = "2026-11-02"

[package]
name = "list"
created = "2026-10-30T08:00:00Z"

[[package.resources]]
name = "contacts"
path = "list.csv"
format = "csv"
encoding = "utf-8"
bytes = {bytes}
hash = "sha256:{hash}"
rows = {ROWS}

[package.resources.schema]
fields = [
{fields}]

[gdpr]
vocabulary = "https://w3id.org/dpv/2.3"
purposes = ["dpv:DirectMarketing"]
legal-basis = ["eu-gdpr:A6-1-f-third-party"]
countries = ["DE", "FR", "GB"]
channels = ["email", "phone", "post"]
recipients = ["{BUYER}"]
address-kinds = ["professional"]
{sources}
[gdpr.legitimate-interest]
holder = "buyer and vendor"
statement = "Offer of machine parts to persons who buy machine parts by profession"
status = "dpv:LegitimateInterestInformed"
assessment = "legitimate-interest-assessment"
assessed-at = "2026-08-20"
covers-sale = true

[gdpr.notice]
kind = "eu-gdpr:IndirectDataCollectionNotice"
channel = "post"
first-sent = "2026-06-05"
last-sent = "2026-10-24"
share-notified = 0.99
text = "art14-notice"
log = "notice-log"
recipients-named = true
languages = ["de", "fr", "en"]

[gdpr.objections]
suppression-applied-at = "2026-10-29"
rows-removed = 37

[gdpr.retention]
vendor-deletes-after = "P24M"
buyer-deletes-by = "2027-11-01"

[gdpr.transfers]
outside-eea = false

[gdpr.special-categories]
present = false

[[gdpr.controllers]]
legal-name = "{VENDOR}"
role = "independent-controller"
country = "DE"
contact = "datenschutz@musterdaten-beispiel.de"
{documents}"#
    )
}

/// What a person found in the papers: check, paper, answer.
const READ: [(&str, &str, &str); 20] = [
    ("basis-evidence", ASSESSMENT, "reviewed"),
    ("lia-cover", ASSESSMENT, "covered"),
    ("lia-steps", ASSESSMENT, "three-steps"),
    ("lia-scope", ASSESSMENT, "covers-sale-and-buyer"),
    ("lia-alternatives", ASSESSMENT, "addressed"),
    ("lia-safeguards", ASSESSMENT, "opt-out-before-sale"),
    ("notice-elements", "privacy-notice", "complete"),
    ("notice-elements", "art14-notice", "complete"),
    ("objection-notice", "privacy-notice", "separate"),
    ("objection-notice", "art14-notice", "separate"),
    ("notice-layer", "art14-notice", "every-layer-reachable"),
    ("notice-route", "notice-log", "individual"),
    (
        "optout-scope",
        "suppression-procedure",
        "one-action-for-all",
    ),
    ("marketing-stop", "suppression-procedure", "at-once"),
    ("optout-latency", "rights-procedure", "up-to-1-month"),
    (
        "contract-kind",
        "controller-to-controller-agreement",
        "controller-to-controller",
    ),
    (
        "basis-statement-scope",
        "basis-statement",
        "per-source-channel-country",
    ),
    (
        "presumed-consent-facts",
        "basis-statement",
        "concrete-facts",
    ),
    ("removal-match", "removals-since-export", "clear"),
    ("template-elements", "own/message-template.txt", "complete"),
];

const ASSESSMENT: &str = "legitimate-interest-assessment";

fn dossier(items: &str) -> String {
    // that a paper belongs to this delivery is asked of each
    let whose = VENDORS
        .iter()
        .map(|(kind, ..)| ("document-cover", *kind, "this-delivery"));
    let reviews: String = READ
        .into_iter()
        .chain(whose)
        .map(|(check, document, answer)| {
            format!(
                r#"
[[review]]
check = "{check}"
document = "{document}"
answer = "{answer}"
page = "1"
by = "dpo-2026"
at = 2026-11-20
"#
            )
        })
        .collect();
    format!(
        r#"# The buyer's side: who buys, for what, on which channels; its own papers; what a person has read.
vendor = "musterdaten"
delivery = "demo"
received = 2026-11-02
acquired = "file"
declaration = "declaration.beleg.toml"

[buyer]
names = ["{BUYER}"]
role = "independent-controller"
purpose = "Offer of machine parts"
functions = ["purchasing", "technical"]
industries = ["mechanical engineering"]
countries = ["DE", "FR", "GB"]
channels = ["email", "phone", "post"]
suppress = ["suppress.csv"]
notice-day = 2026-11-25
first-contact = 2026-12-02
rescreen = "before-each-use"
rights-route = {{ mailbox = "datenschutz", in-charge = "dpo", within = "P21D" }}
{items}{reviews}"#
    )
}
