//! The questions themselves, in the order in which they are asked and written.

use super::words as w;
use super::{Kind, Part, Question};
use crate::base::lang::Words;

const fn t(en: &'static str, de: &'static str) -> Words {
    Words { en, de }
}

const NONE: Words = t("", "");

#[rustfmt::skip]
const fn q(key: &'static str, kind: Kind, example: &'static str, ask: Words, help: Words) -> Question {
    Question { key, kind, ask, help, example }
}

/// In the order of the file: keys of `[gdpr]` before its tables.
#[rustfmt::skip]
pub static PARTS: [Part; 16] = [
    Part {
        table: "", entries: 0, entry: NONE,
        title: t("Who declares", "Wer erklärt"),
        intro: t("The company that sells or passes on the list, and the day of this declaration.", "Das Unternehmen, das die Liste verkauft oder weitergibt, und der Tag dieser Erklärung."),
        questions: &[
            q("declared-by", Kind::Text, "\"Musterdaten Kontakthandel GmbH\"",
                t("Who makes this declaration?", "Wer gibt diese Erklärung ab?"),
                t("The full name of the company as it is registered.", "Der vollständige Name des Unternehmens, wie er eingetragen ist.")),
            q("declared-at", Kind::Day, "\"2026-10-01\"",
                t("On which day?", "An welchem Tag?"), NONE),
        ],
    },
    Part {
        table: "package.resources", entries: 1, entry: t("File", "Datei"),
        title: t("What is delivered", "Was geliefert wird"),
        intro: t("The file that this declaration is about. Whoever checks it compares these figures with the file that arrived.", "Die Datei, um die es geht. Wer prüft, vergleicht diese Angaben mit der Datei, die ankam."),
        questions: &[
            q("path", Kind::Path, "\"kontakte_2026-10.csv\"",
                t("What is the file called?", "Wie heißt die Datei?"), NONE),
            q("rows", Kind::Count, "18342",
                t("How many contacts does it hold?", "Wie viele Kontakte enthält sie?"),
                t("Rows without the header.", "Zeilen ohne die Kopfzeile.")),
            q("bytes", Kind::Count, "4821337",
                t("How large is it, in bytes?", "Wie groß ist sie, in Byte?"), NONE),
            q("hash", Kind::Hash, "\"sha256:7c1f6e0b3a5d49c28e77b1045fd2a9630e8c4b17d95a2f60c3e81b7749d0a56f\"",
                t("Which SHA-256 does it have?", "Welchen SHA-256 hat sie?"),
                t("64 hexadecimal digits: `sha256sum FILE`, on Windows `certutil -hashfile FILE SHA256`. It ties this declaration to exactly this file.", "64 Hexadezimalziffern: `sha256sum DATEI`, unter Windows `certutil -hashfile DATEI SHA256`. Er bindet diese Erklärung an genau diese Datei.")),
        ],
    },
    Part {
        table: "gdpr", entries: 0, entry: NONE,
        title: t("Basis, and what the data may be used for", "Rechtsgrundlage, und wofür die Daten gedacht sind"),
        intro: t("What holds for the whole list. What differs from source to source is asked there.", "Was für die ganze Liste gilt. Was je Quelle verschieden ist, wird dort gefragt."),
        questions: &[
            q("purposes", Kind::Some(&w::PURPOSES), "[\"dpv:DirectMarketing\"]",
                t("For which purposes are the data passed on?", "Zu welchen Zwecken werden die Daten weitergegeben?"), NONE),
            q("legal-basis", Kind::Some(&w::BASES), "[\"eu-gdpr:A6-1-f-third-party\"]",
                t("On which legal basis are the data held and passed on?", "Auf welcher Rechtsgrundlage werden die Daten gehalten und weitergegeben?"),
                t("Art. 6(1) GDPR. One basis that holds for all rows, or those that occur.", "Art. 6 Abs. 1 DSGVO. Eine Grundlage, die für alle Zeilen gilt, oder diejenigen, die vorkommen.")),
            q("countries", Kind::Countries, "[\"DE\", \"AT\"]",
                t("In which countries are the people?", "In welchen Ländern sind die Personen?"),
                t("Two-letter codes such as DE, AT, FR.", "Codes aus zwei Buchstaben wie DE, AT, FR.")),
            q("channels", Kind::Some(&w::CHANNELS), "[\"email\", \"post\"]",
                t("Through which channels may the buyer approach the people?", "Auf welchen Wegen darf der Käufer die Personen ansprechen?"), NONE),
            q("recipients", Kind::Texts, "[\"Beispiel Maschinenbau AG\"]",
                t("To whom is the list delivered?", "An wen wird die Liste geliefert?"),
                t("The full names of the companies.", "Die vollständigen Namen der Unternehmen.")),
            q("address-kinds", Kind::Some(&w::ADDRESS_KINDS), "[\"professional\"]",
                t("Which kinds of addresses does the list hold?", "Welche Arten von Adressen enthält die Liste?"),
                t("An address at a free mail provider is a private one, even if somebody uses it for business.", "Eine Adresse bei einem Freemail-Anbieter ist eine private, auch wenn jemand sie geschäftlich nutzt.")),
        ],
    },
    Part {
        table: "gdpr.controllers", entries: 2, entry: t("Controller", "Verantwortlicher"),
        title: t("Who you are", "Wer Sie sind"),
        intro: t("Every company that decided for which purposes the data are collected and passed on (Art. 14(1)(a) GDPR); first your own.", "Jedes Unternehmen, das über die Zwecke von Erhebung und Weitergabe entschieden hat (Art. 14 Abs. 1 lit. a DSGVO); zuerst Ihr eigenes."),
        questions: &[
            q("legal-name", Kind::Text, "\"Musterdaten Kontakthandel GmbH\"",
                t("What is its full name?", "Wie heißt es mit vollem Namen?"), t("As it is registered, not a brand.", "Wie eingetragen, keine Marke.")),
            q("role", Kind::One(&w::ROLES), "\"independent-controller\"",
                t("In which role does it act?", "In welcher Rolle handelt es?"), NONE),
            q("country", Kind::Country, "\"DE\"",
                t("In which country is it established?", "In welchem Land sitzt es?"), t("A two-letter code such as DE.", "Ein Code aus zwei Buchstaben wie DE.")),
            q("address", Kind::Text, "\"Beispielweg 1, 99999 Musterstadt\"",
                t("What is its address?", "Welche Anschrift hat es?"), NONE),
            q("register-number", Kind::Text, "\"HRB 000000 (Musterstadt)\"",
                t("Under which number is it registered, and where?", "Unter welcher Nummer ist es eingetragen, und wo?"), NONE),
            q("contact", Kind::Text, "\"datenschutz@musterdaten.example\"",
                t("Where do people turn who ask about their data?", "Wohin wenden sich Personen, die nach ihren Daten fragen?"), t("A function address, no person.", "Eine Funktionsadresse, keine Person.")),
            q("dpo", Kind::Text, "\"dsb@musterdaten.example\"",
                t("How is the data protection officer reached, if there is one?", "Wie ist die oder der Datenschutzbeauftragte zu erreichen, wenn es sie gibt?"), t("A function address, no person.", "Eine Funktionsadresse, keine Person.")),
            q("art27-representative", Kind::Text, "\"Exemple Représentant SAS, Paris\"",
                t("Who is the representative in the EU, if it is not established there?", "Wer vertritt es in der EU, falls es dort nicht niedergelassen ist?"), t("Art. 27 GDPR.", "Art. 27 DSGVO.")),
        ],
    },
    Part {
        table: "gdpr.suppliers", entries: 3, entry: t("Supplier", "Lieferant"),
        title: t("From whom you have the data", "Von wem Sie die Daten haben"),
        intro: t("Every company through whose hands the data went before, the first collector first. Leave it out if you collected everything yourself.", "Jedes Unternehmen, durch dessen Hände die Daten vorher gingen, zuerst das, das sie erhob. Entfällt, wenn Sie alles selbst erhoben haben."),
        questions: &[
            q("legal-name", Kind::Text, "\"Voorbeeld Bedrijfsdata B.V.\"", t("What is its full name?", "Wie heißt es mit vollem Namen?"), NONE),
            q("country", Kind::Country, "\"NL\"", t("In which country is it established?", "In welchem Land sitzt es?"), NONE),
            q("role", Kind::One(&w::ROLES), "\"independent-controller\"", t("In which role does it act?", "In welcher Rolle handelt es?"), NONE),
            q("delivered-at", Kind::Day, "\"2026-06-12\"", t("When did it deliver to you?", "Wann hat es Ihnen geliefert?"), NONE),
            q("rows", Kind::Count, "4100", t("How many of the contacts come from it?", "Wie viele der Kontakte stammen von ihm?"), NONE),
            q("contract", Kind::Document, "\"contract-voorbeeld\"",
                t("Which document is the contract with it?", "Welche Unterlage ist der Vertrag mit ihm?"), t("The id of a document that is listed under Documents.", "Die Kennung einer Unterlage, die unter Unterlagen steht.")),
            q("named-recipients", Kind::Texts, "[\"Musterdaten Kontakthandel GmbH\"]",
                t("To whom may it pass the data on, as it told the people?", "An wen darf es die Daten weitergeben, wie es den Personen gesagt hat?"), NONE),
        ],
    },
    Part {
        table: "gdpr.sources", entries: 40, entry: t("Source", "Quelle"),
        title: t("Where the data come from", "Woher die Daten stammen"),
        intro: t("The source register: one entry per source. If the list has a column with the source, every value in it must be named by exactly one entry.", "Das Quellenverzeichnis: ein Eintrag je Quelle. Hat die Liste eine Spalte mit der Quelle, muss jeder Wert darin in genau einem Eintrag stehen."),
        questions: &[
            q("id", Kind::Text, "\"imprint\"", t("Short name", "Kurzname"), t("Letters, digits and hyphens; it stands for the source in the report.", "Buchstaben, Ziffern und Bindestriche; so heißt die Quelle im Bericht.")),
            q("matches", Kind::Texts, "[\"Impressum\", \"Firmenwebseite\"]", t("What stands in the list for it?", "Was steht dafür in der Liste?"), t("The values of the column with the source.", "Die Werte der Spalte mit der Quelle.")),
            q("source-type", Kind::One(&w::SOURCE_TYPES), "\"employer-website\"", t("What kind of source is it?", "Was für eine Quelle ist es?"), NONE),
            q("method", Kind::One(&w::METHODS), "\"web-scraping-crawling\"", t("How were the data collected?", "Wie wurden die Daten erhoben?"), NONE),
            q("publicly-accessible", Kind::YesNo, "true", t("Is it open to everyone?", "Ist sie für alle zugänglich?"), t("Art. 14(2)(f) GDPR.", "Art. 14 Abs. 2 lit. f DSGVO.")),
            q("dpv", Kind::Text, "\"dpv:PublicDataSource\"", t("Its term in DPV, if you use that vocabulary", "Ihr Begriff in DPV, falls Sie dieses Vokabular nutzen"), NONE),
            q("countries", Kind::Countries, "[\"DE\", \"AT\"]", t("Countries of the people from it", "Länder der Personen daraus"), NONE),
            q("collected.first", Kind::Day, "\"2025-11-01\"", t("First collected on", "Zuerst erhoben am"), NONE),
            q("collected.last", Kind::Day, "\"2026-09-15\"", t("Last collected on", "Zuletzt erhoben am"), NONE),
            q("legal-basis", Kind::One(&w::BASES), "\"eu-gdpr:A6-1-f-third-party\"", t("Legal basis, if it differs", "Rechtsgrundlage, falls abweichend"), NONE),
            q("supplier", Kind::Text, "\"Voorbeeld Bedrijfsdata B.V.\"", t("Which supplier does it come through?", "Über welchen Lieferanten kommt sie?"), NONE),
            q("source-purpose", Kind::One(&w::SOURCE_PURPOSES), "\"direct-marketing\"", t("For what were the data collected there?", "Wofür wurden die Daten dort erhoben?"), NONE),
            q("source-terms", Kind::One(&w::SOURCE_TERMS), "\"permitted\"", t("What do its terms say about reuse for marketing?", "Was sagen ihre Bedingungen zur Weiterverwendung für Werbung?"), NONE),
            q("platform-visibility", Kind::One(&w::VISIBILITIES), "\"public-profile\"", t("If it is a platform: who could see the profiles?", "Falls es eine Plattform ist: Wer konnte die Profile sehen?"), NONE),
            q("shown-by", Kind::Document, "\"source-register-2026\"", t("Which document shows purpose, terms and visibility?", "Welche Unterlage zeigt Zweck, Bedingungen und Sichtbarkeit?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("contacted.first", Kind::Day, "\"2026-01-10\"", t("People first contacted on", "Personen zuerst angesprochen am"), NONE),
            q("disclosed.first", Kind::Day, "\"2026-02-01\"", t("Rows first passed on to others on", "Zeilen zuerst weitergegeben am"), NONE),
            q("assessment", Kind::Document, "\"lia-2026\"", t("Which document weighs the interests?", "Welche Unterlage wägt die Interessen ab?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("notice.within", Kind::Period, "\"P1M\"", t("How soon after collection were the people informed?", "Wie bald nach der Erhebung wurden die Personen informiert?"), t("Such as `1 month`.", "Etwa `1 Monat`.")),
            q("notice.log", Kind::Document, "\"notice-log-2026-q3\"", t("Which document logs that information?", "Welche Unterlage protokolliert diese Information?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("notice.share", Kind::Share, "0.97", t("Share of the people informed", "Anteil der informierten Personen"), NONE),
        ],
    },
    Part {
        table: "gdpr.legitimate-interest", entries: 0, entry: NONE,
        title: t("Legitimate interest", "Berechtigtes Interesse"),
        intro: t("Only if the basis is Art. 6(1)(f) GDPR.", "Nur wenn die Rechtsgrundlage Art. 6 Abs. 1 lit. f DSGVO ist."),
        questions: &[
            q("holder", Kind::Text, "\"buyer and vendor\"", t("Whose interest is it?", "Wessen Interesse ist es?"), NONE),
            q("statement", Kind::Text, "\"Offer of machine parts to persons who buy machine parts by profession\"", t("What is the interest, in one sentence?", "Welches Interesse ist es, in einem Satz?"), NONE),
            q("status", Kind::One(&w::STATUSES), "\"dpv:LegitimateInterestInformed\"", t("Do the people know of it?", "Wissen die Personen davon?"), NONE),
            q("assessment", Kind::Document, "\"lia-2026\"", t("Which document weighs it against the people's interests?", "Welche Unterlage wägt es gegen die Interessen der Personen ab?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("assessed-at", Kind::Day, "\"2026-08-20\"", t("When was it assessed?", "Wann wurde abgewogen?"), NONE),
            q("covers-sale", Kind::YesNo, "true", t("Does the assessment cover passing the data on to third parties?", "Deckt die Abwägung die Weitergabe an Dritte ab?"), NONE),
        ],
    },
    Part {
        table: "gdpr.notice", entries: 0, entry: NONE,
        title: t("How the people were informed", "Wie die Personen informiert wurden"),
        intro: t("The information by you under Art. 13 or 14 GDPR.", "Ihre Information nach Art. 13 oder 14 DSGVO."),
        questions: &[
            q("kind", Kind::One(&w::NOTICES), "\"eu-gdpr:IndirectDataCollectionNotice\"", t("Were the people informed?", "Wurden die Personen informiert?"), NONE),
            q("channel", Kind::Some(&w::NOTICE_CHANNELS), "\"email\"", t("How?", "Wie?"), t("A text on a website that nobody was pointed to informs nobody.", "Ein Text auf einer Webseite, auf den niemand hingewiesen wurde, informiert niemanden.")),
            q("first-sent", Kind::Day, "\"2025-11-10\"", t("When was the first information sent?", "Wann wurde zuerst informiert?"), NONE),
            q("last-sent", Kind::Day, "\"2026-09-20\"", t("When the last?", "Wann zuletzt?"), NONE),
            q("share-notified", Kind::Share, "0.97", t("Which share of the people was informed?", "Welcher Anteil der Personen wurde informiert?"), t("Such as 97%.", "Etwa 97 %.")),
            q("text", Kind::Document, "\"notice-2026\"", t("Which document is the text as it was sent?", "Welche Unterlage ist der Text, wie er versandt wurde?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("log", Kind::Document, "\"notice-log-2026-q3\"", t("Which document logs the sending?", "Welche Unterlage protokolliert den Versand?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
            q("recipients-named", Kind::YesNo, "true", t("Does the text name the buyers, or kinds of buyers?", "Nennt der Text die Käufer oder Arten von Käufern?"), NONE),
            q("languages", Kind::Languages, "[\"de\", \"fr\"]", t("In which languages?", "In welchen Sprachen?"), t("Two-letter codes such as de, fr.", "Codes aus zwei Buchstaben wie de, fr.")),
        ],
    },
    Part {
        table: "gdpr.consent", entries: 0, entry: NONE,
        title: t("Consents", "Einwilligungen"),
        intro: t("Whether people agreed, and to what.", "Ob Personen eingewilligt haben, und worin."),
        questions: &[
            q("used", Kind::YesNo, "false", t("Does the list rest on consents, for any rows or channels?", "Beruht die Liste auf Einwilligungen, für irgendwelche Zeilen oder Kanäle?"), t("If so, please answer the other questions too, and name the texts.", "Wenn ja, beantworten Sie bitte auch die übrigen Fragen und nennen die Texte.")),
            q("profile", Kind::Text, "\"dpv-27560:record-eu-gdpr\"", t("In which form are the consents recorded?", "In welcher Form sind die Einwilligungen aufgezeichnet?"), t("Such as ISO/IEC TS 27560.", "Etwa ISO/IEC TS 27560.")),
            q("records", Kind::Text, "\"one record per person, kept by the vendor\"", t("Where are the records?", "Wo sind die Aufzeichnungen?"), NONE),
            q("channels", Kind::Some(&w::CHANNELS), "[\"email\"]", t("For which channels?", "Für welche Kanäle?"), NONE),
            q("recipients", Kind::Texts, "[\"Beispiel Maschinenbau AG\"]", t("Which companies do the consents name?", "Welche Unternehmen nennen die Einwilligungen?"), NONE),
            q("withdrawal-url", Kind::Text, "\"https://musterdaten.example/abmelden\"", t("Where can people withdraw?", "Wo können Personen widerrufen?"), NONE),
        ],
    },
    Part {
        table: "gdpr.consent.texts", entries: 3, entry: t("Consent text", "Einwilligungstext"),
        title: t("Texts of the consents", "Texte der Einwilligungen"),
        intro: t("Every wording that people agreed to, with the time in which it was used.", "Jeder Wortlaut, dem Personen zugestimmt haben, mit der Zeit, in der er galt."),
        questions: &[
            q("id", Kind::Text, "\"newsletter-3\"", t("What is it called in the list?", "Wie heißt er in der Liste?"), t("The value of the column with the consent text.", "Der Wert der Spalte mit dem Einwilligungstext.")),
            q("sha256", Kind::Digest, "\"d1a6094ef7b53c82e90d64a7f21b8c35704e9fd2a6c3180b5e7f42d9c86a10b3\"", t("Which SHA-256 does the wording have?", "Welchen SHA-256 hat der Wortlaut?"), t("Only if you can work it out.", "Nur wenn Sie ihn ermitteln können.")),
            q("valid-from", Kind::Day, "\"2025-01-01\"", t("Used from", "Verwendet ab"), NONE),
            q("valid-to", Kind::Day, "\"2026-06-30\"", t("Used until", "Verwendet bis"), NONE),
            q("recipients", Kind::Texts, "[\"Beispiel Maschinenbau AG\"]", t("Which companies does it name?", "Welche Unternehmen nennt er?"), NONE),
            q("channels", Kind::Some(&w::CHANNELS), "[\"email\"]", t("For which channels?", "Für welche Kanäle?"), NONE),
            q("document", Kind::Document, "\"consent-text-3\"", t("Which document holds it?", "Welche Unterlage enthält ihn?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
        ],
    },
    Part {
        table: "gdpr.objections", entries: 0, entry: NONE,
        title: t("Objections", "Widersprüche"),
        intro: t("People who said that they do not want this (Art. 21 GDPR).", "Personen, die gesagt haben, dass sie das nicht wollen (Art. 21 DSGVO)."),
        questions: &[
            q("suppression-applied-at", Kind::Day, "\"2026-09-30\"", t("When were objections last taken out of the list?", "Wann wurden Widersprüche zuletzt aus der Liste entfernt?"), NONE),
            q("rows-removed", Kind::Count, "211", t("How many rows were removed?", "Wie viele Zeilen wurden entfernt?"), NONE),
            q("feed", Kind::Text, "\"https://musterdaten.example/widersprueche\"", t("Where do you announce later removals?", "Wo geben Sie spätere Löschungen bekannt?"), t("Art. 19 GDPR.", "Art. 19 DSGVO.")),
        ],
    },
    Part {
        table: "gdpr.dnc", entries: 4, entry: t("Register", "Register"),
        title: t("Registers of people who do not want to be contacted", "Sperrregister"),
        intro: t("Every register that the list was screened against, per country.", "Jedes Register, gegen das die Liste abgeglichen wurde, je Land."),
        questions: &[
            q("register", Kind::Text, "\"ECG-Liste (RTR)\"", t("Which register?", "Welches Register?"), NONE),
            q("country", Kind::Country, "\"AT\"", t("Of which country?", "Welches Landes?"), NONE),
            q("screened-at", Kind::Day, "\"2026-09-28\"", t("When?", "Wann?"), NONE),
            q("rows-screened", Kind::Count, "2310", t("How many rows were screened?", "Wie viele Zeilen wurden abgeglichen?"), NONE),
            q("rows-removed", Kind::Count, "37", t("How many were removed before delivery?", "Wie viele wurden vor der Lieferung entfernt?"), NONE),
            q("log", Kind::Document, "\"dnc-log-at\"", t("Which document logs it?", "Welche Unterlage protokolliert es?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
        ],
    },
    Part {
        table: "gdpr.retention", entries: 0, entry: NONE,
        title: t("Retention", "Aufbewahrung"),
        intro: t("How long the data are kept.", "Wie lange die Daten aufbewahrt werden."),
        questions: &[
            q("vendor-deletes-after", Kind::Period, "\"P24M\"", t("After which time do you erase a contact?", "Nach welcher Zeit löschen Sie einen Kontakt?"), t("Counted from its collection, such as `24 months`.", "Gerechnet ab der Erhebung, etwa `24 Monate`.")),
            q("buyer-deletes-by", Kind::Day, "\"2027-10-01\"", t("By which day must the buyer have erased the list?", "Bis zu welchem Tag muss der Käufer die Liste gelöscht haben?"), NONE),
        ],
    },
    Part {
        table: "gdpr.transfers", entries: 0, entry: NONE,
        title: t("Third countries", "Drittländer"),
        intro: t("Whether the data left the European Economic Area, or will.", "Ob die Daten den Europäischen Wirtschaftsraum verlassen haben oder werden."),
        questions: &[
            q("outside-eea", Kind::YesNo, "false", t("Were or are the data outside the EEA?", "Waren oder sind die Daten außerhalb des EWR?"), t("Servers and service providers count.", "Server und Dienstleister zählen.")),
            q("countries", Kind::Countries, "[\"US\"]", t("If so: in which countries?", "Falls ja: in welchen Ländern?"), NONE),
            q("tool", Kind::One(&w::TOOLS), "\"eu-gdpr:SCCByCommission\"", t("On which ground?", "Auf welcher Grundlage?"), NONE),
            q("document", Kind::Document, "\"transfer-file\"", t("Which document shows it?", "Welche Unterlage zeigt es?"), t("The id of a document.", "Die Kennung einer Unterlage.")),
        ],
    },
    Part {
        table: "gdpr.special-categories", entries: 0, entry: NONE,
        title: t("Special categories", "Besondere Kategorien"),
        intro: t("Health, religion, political opinions, trade union, convictions and the like (Art. 9 and 10 GDPR).", "Gesundheit, Religion, politische Meinung, Gewerkschaft, Straftaten und dergleichen (Art. 9 und 10 DSGVO)."),
        questions: &[
            q("present", Kind::YesNo, "false", t("Does the list hold such data, or tell such things?", "Enthält die Liste solche Daten, oder verrät sie solches?"), NONE),
        ],
    },
    Part {
        table: "gdpr.documents", entries: 40, entry: t("Document", "Unterlage"),
        title: t("Documents", "Unterlagen"),
        intro: t("What you hand in beside the list. A statement that a document shows counts for more than one that only says so.", "Was Sie neben der Liste einreichen. Eine Angabe, die eine Unterlage zeigt, zählt mehr als eine, die nur behauptet wird."),
        questions: &[
            q("id", Kind::Text, "\"lia-2026\"", t("Short name", "Kurzname"), t("Letters, digits and hyphens; other answers point to the document by it. Left out, it is its kind.", "Buchstaben, Ziffern und Bindestriche; andere Antworten verweisen damit auf die Unterlage. Ohne Angabe ist es ihre Art.")),
            q("kind", Kind::One(&w::DOCUMENTS), "\"legitimate-interest-assessment\"", t("What is it?", "Was ist es?"), NONE),
            q("path", Kind::Path, "\"papers/lia-2026.pdf\"", t("What is the file called?", "Wie heißt die Datei?"), t("Its name, with the folder beside this declaration if it lies in one.", "Ihr Name, mit dem Ordner neben dieser Erklärung, wenn sie in einem liegt.")),
            q("date", Kind::Day, "\"2026-08-20\"", t("Which day does it bear?", "Welches Datum trägt sie?"), NONE),
            q("sha256", Kind::Digest, "\"0f9b1c6a53d2e8477ab0c9d1e63f2584a7c01d9be5f36284170e9ac3d5b8f712\"", t("Its SHA-256", "Ihr SHA-256"), t("Only if you can work it out.", "Nur wenn Sie ihn ermitteln können.")),
            q("expires", Kind::Day, "\"2028-04-20\"", t("Until when is it valid, if it says so?", "Bis wann gilt sie, falls sie es sagt?"), NONE),
        ],
    },
];
