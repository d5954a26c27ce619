//! The facts that somebody can state: what each means in plain words, which form its value has, and which checks look at
//! it. Those of the declaration's block 3 are answered; those of the buyer's own side are set in the dossier.
//!
//! The readers beside this file decide what is accepted; a test holds that both know the same facts.

use super::word::{
    ACQUIRED, ADDRESS_KINDS, LANGUAGES, METHODS, NOTICE_CHANNELS, OWN_ROLES, RESCREENING, ROLES,
    SOURCE_TYPES,
};
use crate::base::lang::Words;

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line.
    Text,
    /// Lines, such as names.
    Texts,
    /// A short name of `a-z`, `0-9`, `.`, `_`, `-`.
    Slug,
    One(&'static [&'static str]),
    Some(&'static [&'static str]),
    YesNo,
    Day,
    /// A length of time like `P24M`.
    Period,
    /// From one day to another.
    Span,
    /// A share like 0.97.
    Share,
    Number,
    Digest,
    /// Bases of Art. 6(1) GDPR, by name or DPV term.
    Bases,
    Basis,
    Countries,
    Country,
    Channels,
    /// A document of the dossier or the declaration.
    Document,
    /// A file, seen from where the command runs.
    File,
    Files,
    /// A table with these parts; of a list every answer is one more entry.
    Entry(&'static [Part]),
    Table(&'static [Part]),
}

/// One part of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub key: &'static str,
    pub form: Form,
    pub meaning: Words,
    /// An entry without it says nothing.
    pub needed: bool,
}

/// A fact with its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub address: &'static str,
    pub form: Form,
    pub meaning: Words,
    /// Checks that look at it.
    pub serves: &'static [&'static str],
}

const fn part(key: &'static str, form: Form, en: &'static str, de: &'static str) -> Part {
    Part {
        key,
        form,
        meaning: Words { en, de },
        needed: false,
    }
}

const fn needed(part: Part) -> Part {
    Part {
        needed: true,
        ..part
    }
}

const fn f(
    address: &'static str,
    form: Form,
    serves: &'static [&'static str],
    en: &'static str,
    de: &'static str,
) -> Field {
    Field {
        address,
        form,
        meaning: Words { en, de },
        serves,
    }
}

/// The basis names that a reader takes beside DPV terms.
pub const BASIS_NAMES: [&str; 6] = [
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "legitimate-interest",
];

/// What can be stated of one source, as part of its entry or by itself (`source-type@imprint`).
#[rustfmt::skip]
pub const SOURCE: [Part; 13] = [
    part("source-type", Form::One(&SOURCE_TYPES), "what kind of source it is", "um welche Art von Quelle es sich handelt"),
    part("method", Form::One(&METHODS), "how the data were collected", "wie die Daten erhoben wurden"),
    part("publicly-accessible", Form::YesNo, "whether anyone can look at the source", "ob jeder die Quelle einsehen kann"),
    part("countries", Form::Countries, "countries of the persons", "Länder der Personen"),
    part("collected", Form::Span, "first and last day of collection", "erster und letzter Tag der Erhebung"),
    part("contacted", Form::Span, "when its persons were first written to or called", "wann ihre Personen zuerst angeschrieben oder angerufen wurden"),
    part("disclosed", Form::Span, "when its rows were first passed on", "wann ihre Zeilen zuerst weitergegeben wurden"),
    part("legal-basis", Form::Basis, "the basis on which its rows are held", "die Rechtsgrundlage ihrer Zeilen"),
    part("supplier", Form::Text, "the supplier that it came from", "der Lieferant, von dem sie kommt"),
    part("assessment", Form::Document, "the assessment of interests that covers it", "die Interessenabwägung, die sie abdeckt"),
    part("dpv", Form::Text, "its DPV term, such as dpv:NonPublicDataSource", "ihr DPV-Begriff, etwa dpv:NonPublicDataSource"),
    part("licence", Form::Text, "licence under which the data are used", "Lizenz, unter der die Daten genutzt werden"),
    part("terms", Form::Text, "where the source's own terms stand", "wo die eigenen Bedingungen der Quelle stehen"),
];

#[rustfmt::skip]
const ENTRY: [Part; 15] = {
    let mut all = [part("", Form::Text, "", ""); 15];
    all[0] = needed(part("id", Form::Slug, "a short name for the source, such as imprint", "ein kurzer Name der Quelle, etwa impressum"));
    all[1] = part("matches", Form::Texts, "how the column `source` writes it", "wie die Spalte `source` sie schreibt");
    let mut i = 0;
    while i < SOURCE.len() {
        all[i + 2] = SOURCE[i];
        i += 1;
    }
    all
};

#[rustfmt::skip]
const PARTY: [Part; 8] = [
    needed(part("legal-name", Form::Text, "the registered name", "der eingetragene Name")),
    part("role", Form::One(&ROLES), "its role under the GDPR", "die Rolle nach der DSGVO"),
    part("country", Form::Country, "where it is established", "wo sie ihren Sitz hat"),
    part("register-number", Form::Text, "number in the commercial register", "Nummer im Handelsregister"),
    part("address", Form::Text, "postal address", "Anschrift"),
    part("contact", Form::Text, "function address for data protection", "Funktionsadresse für Datenschutz"),
    part("dpo", Form::Text, "function address of the data protection officer", "Funktionsadresse der Datenschutzbeauftragten"),
    part("art27-representative", Form::Text, "representative in the Union", "Vertreter in der Union"),
];

#[rustfmt::skip]
const SUPPLIER: [Part; 7] = [
    needed(part("legal-name", Form::Text, "the registered name", "der eingetragene Name")),
    part("country", Form::Country, "where it is established", "wo er seinen Sitz hat"),
    part("role", Form::One(&ROLES), "its role under the GDPR", "die Rolle nach der DSGVO"),
    part("delivered-at", Form::Day, "day of its delivery", "Tag seiner Lieferung"),
    part("rows", Form::Number, "rows that it delivered", "Zeilen, die er lieferte"),
    part("contract", Form::Document, "the contract with it", "der Vertrag mit ihm"),
    part("named-recipients", Form::Texts, "recipients whom it named to the persons", "Empfänger, die er den Personen nannte"),
];

#[rustfmt::skip]
const DNC: [Part; 6] = [
    needed(part("register", Form::Text, "name of the register", "Name des Registers")),
    part("country", Form::Country, "its country", "sein Land"),
    part("screened-at", Form::Day, "day of the screening", "Tag des Abgleichs"),
    part("rows-screened", Form::Number, "rows that were screened", "abgeglichene Zeilen"),
    part("rows-removed", Form::Number, "rows taken out before delivery", "vor der Lieferung entfernte Zeilen"),
    part("log", Form::Document, "the log of the screening", "das Protokoll des Abgleichs"),
];

#[rustfmt::skip]
const TEXT: [Part; 7] = [
    needed(part("id", Form::Slug, "how the column `consent_text_id` names the text", "wie die Spalte `consent_text_id` den Text nennt")),
    part("sha256", Form::Digest, "digest of the wording", "Digest des Wortlauts"),
    part("valid-from", Form::Day, "first day of use", "erster Tag der Verwendung"),
    part("valid-to", Form::Day, "last day of use; without one it is still used", "letzter Tag der Verwendung; ohne ihn ist er noch in Gebrauch"),
    part("recipients", Form::Texts, "recipients whom the text names", "Empfänger, die der Text nennt"),
    part("channels", Form::Channels, "channels that the text names", "Kanäle, die der Text nennt"),
    part("document", Form::Document, "the document with text and form", "die Unterlage mit Text und Formular"),
];

#[rustfmt::skip]
const RIGHTS: [Part; 3] = [
    needed(part("mailbox", Form::Text, "mailbox for requests", "Postfach für Anfragen")),
    needed(part("in-charge", Form::Text, "function in charge, no name of a person", "zuständige Funktion, kein Personenname")),
    needed(part("within", Form::Period, "time limit, such as P1M", "Frist, etwa P1M")),
];

/// Facts of block 3, `gdpr.…`, in the order in which a person who reads the vendor's papers meets them.
#[rustfmt::skip]
pub const DECLARED: [Field; 43] = [
    f("gdpr.sources", Form::Entry(&ENTRY), &["source-registered", "source-kind", "lawful-basis", "collection-date", "collection-method", "notice-timing", "basis-evidence", "platform-visibility", "source-chain"],
        "One of the sources that the data come from; one answer per source.", "Eine der Quellen, aus denen die Daten stammen; je Quelle eine Antwort."),
    f("gdpr.legal-basis", Form::Bases, &["lawful-basis", "basis-evidence", "declared-basis"],
        "The lawful bases of Art. 6(1) GDPR that the vendor relies on.", "Die Rechtsgrundlagen nach Art. 6 Abs. 1 DSGVO, auf die sich der Anbieter stützt."),
    f("gdpr.controllers", Form::Entry(&PARTY), &["controller-kind", "contract-kind"],
        "A company that decided on the purposes of the data; one answer per company.", "Ein Unternehmen, das über die Zwecke der Daten entschied; je Unternehmen eine Antwort."),
    f("gdpr.suppliers", Form::Entry(&SUPPLIER), &["source-chain", "controller-kind"],
        "A supplier before the vendor, the first collector first; one answer per supplier.", "Ein Vorlieferant, der erste Erheber zuerst; je Lieferant eine Antwort."),
    f("gdpr.recipients", Form::Texts, &["declared-recipients", "source-chain"],
        "The recipients of the data whom the vendor names.", "Die Empfänger der Daten, die der Anbieter nennt."),
    f("gdpr.notice.channel", Form::Some(&NOTICE_CHANNELS), &["notice-route", "notice-layer"],
        "How the persons were informed under Art. 14 GDPR.", "Auf welchem Weg die Personen nach Art. 14 DSGVO informiert wurden."),
    f("gdpr.notice.first-sent", Form::Day, &["declared-notice"],
        "The first day on which the information was sent.", "Der erste Tag, an dem die Information versandt wurde."),
    f("gdpr.notice.last-sent", Form::Day, &["declared-notice"],
        "The last day on which the information was sent.", "Der letzte Tag, an dem die Information versandt wurde."),
    f("gdpr.notice.share-notified", Form::Share, &["declared-notice"],
        "The share of persons who were informed, such as 0.97.", "Der Anteil der informierten Personen, etwa 0.97."),
    f("gdpr.notice.text", Form::Document, &["notice-elements"],
        "The document with the information as it was sent.", "Die Unterlage mit der Information, wie sie versandt wurde."),
    f("gdpr.notice.log", Form::Document, &["notice-route", "notice-timing"],
        "The document that logs the sending.", "Die Unterlage, die den Versand protokolliert."),
    f("gdpr.notice.languages", Form::Some(&LANGUAGES), &["notice-language"],
        "The languages of the information.", "Die Sprachen der Information."),
    f("gdpr.notice.recipients-named", Form::YesNo, &[],
        "Whether the information named the recipients.", "Ob die Information die Empfänger nannte."),
    f("gdpr.notice.kind", Form::Text, &["notice-exemption"],
        "The DPV term of the notice, or of the reason of Art. 14(5) for sending none.", "Der DPV-Begriff der Information oder des Grundes nach Art. 14 Abs. 5, keine zu senden."),
    f("gdpr.legitimate-interest.assessment", Form::Document, &["lia-steps", "lia-scope", "lia-alternatives", "lia-safeguards", "lia-cover", "basis-evidence"],
        "The document with the vendor's assessment of legitimate interest.", "Die Unterlage mit der Interessenabwägung des Anbieters."),
    f("gdpr.legitimate-interest.assessed-at", Form::Day, &[],
        "The day of the assessment.", "Der Tag der Abwägung."),
    f("gdpr.legitimate-interest.covers-sale", Form::YesNo, &["lia-scope"],
        "Whether the assessment covers the sale to others.", "Ob die Abwägung den Verkauf an andere abdeckt."),
    f("gdpr.legitimate-interest.holder", Form::Text, &[],
        "Whose interest is weighed.", "Wessen Interesse abgewogen wird."),
    f("gdpr.legitimate-interest.statement", Form::Text, &[],
        "The interest in one sentence.", "Das Interesse in einem Satz."),
    f("gdpr.legitimate-interest.status", Form::Text, &[],
        "The DPV term of its status.", "Der DPV-Begriff seines Standes."),
    f("gdpr.consent.used", Form::YesNo, &["declared-basis"],
        "Whether the vendor relies on consent.", "Ob sich der Anbieter auf Einwilligungen stützt."),
    f("gdpr.consent.texts", Form::Entry(&TEXT), &["consent-text", "consent-recipients", "consent-partners", "consent-form"],
        "One version of the consent's wording; one answer per version.", "Eine Fassung des Einwilligungstextes; je Fassung eine Antwort."),
    f("gdpr.consent.recipients", Form::Texts, &[],
        "The recipients whom the consents name.", "Die Empfänger, die die Einwilligungen nennen."),
    f("gdpr.consent.channels", Form::Channels, &[],
        "The channels that the consents name.", "Die Kanäle, die die Einwilligungen nennen."),
    f("gdpr.consent.profile", Form::Text, &[],
        "The format of the consent records.", "Das Format der Einwilligungsdatensätze."),
    f("gdpr.consent.records", Form::Text, &[],
        "Where the consent records are kept.", "Wo die Einwilligungsdatensätze liegen."),
    f("gdpr.consent.withdrawal-url", Form::Text, &[],
        "Where consent is withdrawn.", "Wo die Einwilligung widerrufen wird."),
    f("gdpr.dnc", Form::Entry(&DNC), &["dnc-screening-age", "dnc-register", "mail-exclusion", "post-exclusion"],
        "One screening against a register of one country; one answer per register.", "Ein Abgleich mit einem Register eines Landes; je Register eine Antwort."),
    f("gdpr.countries", Form::Countries, &["declared-countries", "plan-fit"],
        "The countries of the persons, as the vendor states them.", "Die Länder der Personen nach Angabe des Anbieters."),
    f("gdpr.address-kinds", Form::Some(&ADDRESS_KINDS), &["declared-address-kinds"],
        "Whether the addresses are professional or personal.", "Ob die Adressen beruflich oder privat sind."),
    f("gdpr.channels", Form::Channels, &["plan-fit"],
        "The channels that the vendor says the data may be used for.", "Die Kanäle, für die der Anbieter die Daten freigibt."),
    f("gdpr.retention.vendor-deletes-after", Form::Period, &[],
        "After how long the vendor deletes, such as P24M.", "Nach welcher Zeit der Anbieter löscht, etwa P24M."),
    f("gdpr.retention.buyer-deletes-by", Form::Day, &[],
        "By which day the buyer has to delete.", "Bis wann der Käufer zu löschen hat."),
    f("gdpr.objections.suppression-applied-at", Form::Day, &[],
        "The day on which objections were last taken out of the list.", "Der Tag, an dem Widersprüche zuletzt aus der Liste genommen wurden."),
    f("gdpr.objections.rows-removed", Form::Number, &[],
        "Rows taken out for it.", "Dafür entfernte Zeilen."),
    f("gdpr.objections.feed", Form::Text, &[],
        "Where later removals are announced.", "Wo spätere Löschungen bekanntgegeben werden."),
    f("gdpr.transfers.outside-eea", Form::YesNo, &[],
        "Whether data leave the European Economic Area.", "Ob Daten den Europäischen Wirtschaftsraum verlassen."),
    f("gdpr.transfers.countries", Form::Countries, &[],
        "The third countries.", "Die Drittländer."),
    f("gdpr.transfers.tool", Form::Text, &[],
        "The tool of Chapter V, as a DPV term.", "Das Instrument nach Kapitel V, als DPV-Begriff."),
    f("gdpr.transfers.document", Form::Document, &[],
        "The document with it.", "Die Unterlage dazu."),
    f("gdpr.special-categories.present", Form::YesNo, &["claim-evidence"],
        "Whether there are special categories of data (Art. 9 and 10 GDPR).", "Ob besondere Kategorien von Daten darin sind (Art. 9 und 10 DSGVO)."),
    f("gdpr.purposes", Form::Texts, &[],
        "The purposes, as DPV terms.", "Die Zwecke, als DPV-Begriffe."),
    f("gdpr.vocabulary", Form::Text, &[],
        "The vocabulary of the terms.", "Das Vokabular der Begriffe."),
];

/// What the buyer says of itself and of the delivery: keys of the dossier.
#[rustfmt::skip]
pub const BUYER: [Field; 19] = [
    f("vendor", Form::Slug, &[], "A short name of the vendor; it stands in the record.", "Ein kurzer Name des Anbieters; er steht im Beleg."),
    f("delivery", Form::Slug, &[], "A short name of the delivery, such as 2026-10.", "Ein kurzer Name der Lieferung, etwa 2026-10."),
    f("buyer.names", Form::Texts, &["buyer-scope", "declared-recipients", "consent-recipients"], "Your registered name, and former ones.", "Ihr eingetragener Name, auch frühere."),
    f("buyer.channels", Form::Channels, &["buyer-scope", "plan-fit", "plan-email", "plan-phone", "plan-post"], "The channels that you plan to use.", "Die Kanäle, die Sie nutzen wollen."),
    f("buyer.countries", Form::Countries, &["buyer-scope", "plan-fit"], "The countries in which you plan to approach people.", "Die Länder, in denen Sie Menschen ansprechen wollen."),
    f("received", Form::Day, &["document-cover", "buyer-notice-plan"], "The day on which you received the delivery; your month under Art. 14 begins.", "Der Tag, an dem Sie die Lieferung erhielten; Ihre Monatsfrist nach Art. 14 beginnt."),
    f("requested", Form::Day, &["document-cover"], "The day on which you asked the vendor for its papers.", "Der Tag, an dem Sie den Anbieter um seine Unterlagen baten."),
    f("acquired", Form::One(&ACQUIRED), &[], "How the delivery was acquired.", "Wie die Lieferung erworben wurde."),
    f("declaration", Form::File, &[], "The vendor's own declaration, a file *.beleg.toml.", "Die eigene Erklärung des Anbieters, eine Datei *.beleg.toml."),
    f("buyer.role", Form::One(&OWN_ROLES), &["buyer-role"], "Your role under the GDPR.", "Ihre Rolle nach der DSGVO."),
    f("buyer.purpose", Form::Text, &[], "What you offer.", "Was Sie anbieten."),
    f("buyer.functions", Form::Texts, &["role-relevance"], "Functions of the persons whom your offer concerns.", "Funktionen der Personen, die Ihr Angebot betrifft."),
    f("buyer.industries", Form::Texts, &["role-relevance"], "Industries that your offer concerns.", "Branchen, die Ihr Angebot betrifft."),
    f("buyer.suppress", Form::Files, &["suppression-match"], "Your suppression lists: one address, domain or number per line.", "Ihre Sperrlisten: je Zeile eine Adresse, Domain oder Nummer."),
    f("buyer.notice-day", Form::Day, &["buyer-notice-plan"], "The day on which you will send your own information.", "Der Tag, an dem Sie Ihre eigene Information versenden."),
    f("buyer.first-contact", Form::Day, &["buyer-notice-plan"], "The day of your first message.", "Der Tag Ihrer ersten Nachricht."),
    f("buyer.rights-route", Form::Table(&RIGHTS), &["buyer-rights-route"], "Where persons turn with their requests.", "Wohin sich Betroffene mit Anfragen wenden."),
    f("buyer.rescreen", Form::One(&RESCREENING), &["rescreen-plan"], "When you screen registers again.", "Wann Sie erneut mit Registern abgleichen."),
    f("query", Form::Text, &[], "The query, of an export from a platform.", "Die Abfrage, bei einem Auszug aus einer Plattform."),
];

/// A fact by its address.
pub fn find(address: &str) -> Option<&'static Field> {
    DECLARED.iter().chain(&BUYER).find(|f| f.address == address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CATALOGUE;
    use crate::record::dossier::declared::Reader;

    #[test]
    fn the_facts_described_are_those_that_are_read() {
        let mut described: Vec<&str> = DECLARED.iter().map(|f| f.address).collect();
        let mut read: Vec<String> = Reader::addresses().collect();
        described.sort_unstable();
        read.sort();
        assert_eq!(described, read);
    }

    #[test]
    fn every_fact_serves_checks_that_there_are() {
        for field in DECLARED.iter().chain(&BUYER) {
            for check in field.serves {
                let known = CATALOGUE.iter().any(|c| c.id == *check);
                assert!(known, "{}: {check}", field.address);
            }
        }
    }
}
