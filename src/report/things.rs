//! Things that are handed in, in the words of people who never saw this program: kinds of document, items of the buyer's
//! file, columns with their meaning and a header that is understood.

use crate::base::lang::Words;
use crate::record::column::Column;
use crate::record::dossier::slot::{DOCUMENTS, OWN};

const fn w(en: &'static str, de: &'static str) -> Words {
    Words { en, de }
}

/// A kind of document in words.
pub fn document(kind: &str) -> Option<Words> {
    DOCUMENTS.iter().find(|s| s.kind == kind).map(|s| s.name)
}

/// The kinds in a slot `D01` to `D28`; D08 holds two.
pub fn kinds(slot: &str) -> impl Iterator<Item = &'static str> {
    DOCUMENTS
        .iter()
        .filter(move |s| s.number == slot)
        .map(|s| s.kind)
}

/// An item of the buyer's file in words.
pub fn item(item: &str) -> Option<Words> {
    OWN.iter().find(|s| s.kind == item).map(|s| s.name)
}

/// The item in a slot `B01` to `B10`.
pub fn slot(slot: &str) -> Option<&'static str> {
    OWN.iter().find(|s| s.number == slot).map(|s| s.kind)
}

/// What a column should hold, and a header that is recognised.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub meaning: Words,
    pub header: Words,
}

/// The columns that vendors are asked for; of any other the name must do.
pub const fn column(column: Column) -> Option<Wanted> {
    use Column as C;
    let (meaning, header) = match column {
        C::Source => (
            w(
                "company, publication or register from which the row came",
                "Unternehmen, Veröffentlichung oder Register, aus dem die Zeile stammt",
            ),
            w("Source", "Quelle"),
        ),
        C::SourceType => (
            w(
                "kind of source: the person, public register, website, directory, platform, other vendor",
                "Art der Quelle: betroffene Person, öffentliches Register, Website, Verzeichnis, Plattform, anderer Anbieter",
            ),
            w("Source type", "Quellentyp"),
        ),
        C::SourceUrl => (
            w(
                "address of the page or register entry",
                "Adresse der Seite oder des Registereintrags",
            ),
            w("Source URL", "Quellen-URL"),
        ),
        C::CollectedAt => (
            w(
                "day on which the data were first collected, 2026-05-31",
                "Tag der ersten Erhebung, 2026-05-31",
            ),
            w("Collected at", "Erhoben am"),
        ),
        C::EmailSource => (
            w(
                "how the e-mail address was obtained",
                "wie die E-Mail-Adresse ermittelt wurde",
            ),
            w("Email source", "E-Mail-Quelle"),
        ),
        C::LastVerifiedAt => (
            w(
                "day on which the row was last verified",
                "Tag der letzten Prüfung der Zeile",
            ),
            w("Last verified", "Zuletzt geprüft"),
        ),
        C::LawfulBasis => (
            w(
                "lawful basis under Art. 6(1) GDPR, such as: Art. 6(1)(a), Art. 6(1)(f)",
                "Rechtsgrundlage nach Art. 6 Abs. 1 DSGVO, etwa: Art. 6 Abs. 1 lit. a, Art. 6 Abs. 1 lit. f",
            ),
            w("Lawful basis", "Rechtsgrundlage"),
        ),
        C::ConsentAt => (
            w(
                "day and time of the consent",
                "Tag und Uhrzeit der Einwilligung",
            ),
            w("Consent date", "Einwilligung am"),
        ),
        C::ConsentTextId => (
            w(
                "version of the consent text that the person agreed to",
                "Fassung des Einwilligungstextes, dem die Person zugestimmt hat",
            ),
            w("Consent text ID", "Einwilligungstext"),
        ),
        C::ObjectionStatus => (
            w(
                "objection or withdrawal; empty where there is none",
                "Widerspruch oder Widerruf; leer, wo es keinen gibt",
            ),
            w("Do not contact", "Werbewiderspruch"),
        ),
        C::Art14NoticeAt => (
            w(
                "day on which the person was informed under Art. 14 GDPR",
                "Tag der Information der Person nach Art. 14 DSGVO",
            ),
            w("Notice date", "Art. 14 Information"),
        ),
        C::DncScreenedAt => (
            w(
                "day of the screening of the number",
                "Tag des Abgleichs der Rufnummer",
            ),
            w("DNC check date", "Sperrlistenabgleich am"),
        ),
        C::DncRegister => (
            w(
                "register against which the number was screened",
                "Register, mit dem die Rufnummer abgeglichen wurde",
            ),
            w("DNC register", "Sperrliste"),
        ),
        C::Country => (
            w(
                "country of the person, ISO 3166-1: DE, FR, GB",
                "Land der Person, ISO 3166-1: DE, FR, GB",
            ),
            w("Country", "Land"),
        ),
        C::JobFunction => (
            w(
                "field of work, such as purchasing",
                "Arbeitsgebiet, etwa Einkauf",
            ),
            w("Job function", "Funktionsbereich"),
        ),
        C::CompanyIndustry => (
            w("industry of the company", "Branche des Unternehmens"),
            w("Industry", "Branche"),
        ),
        C::CompanyLegalForm => (
            w(
                "company form; sole traders marked as such",
                "Rechtsform; Einzelunternehmer als solche gekennzeichnet",
            ),
            w("Legal form", "Rechtsform"),
        ),
        C::PhoneType => (
            w(
                "kind of number: switchboard, direct line, mobile, private",
                "Art der Nummer: Zentrale, Durchwahl, Mobil, privat",
            ),
            w("Phone type", "Telefonart"),
        ),
        C::Email => (
            w("business e-mail address", "geschäftliche E-Mail-Adresse"),
            w("Email", "E-Mail"),
        ),
        _ => return None,
    };
    Some(Wanted { meaning, header })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::policy::tests::shipped;

    #[test]
    fn slots_and_kinds_fit_together() {
        assert_eq!(kinds("D03").collect::<Vec<_>>(), ["source-register"]);
        assert_eq!(
            kinds("D08").collect::<Vec<_>>(),
            ["art14-notice", "notice-log"]
        );
        assert_eq!(slot("B01"), Some("purpose-and-offer"));
        assert_eq!(slot("B10"), Some("sample-check"));
        assert_eq!(slot("B00"), None);
        assert_eq!(slot("B11"), None);
    }

    /// Every thing that a shipped remedy asks for has words, and every example header is one that the reader knows.
    #[test]
    fn what_remedies_ask_for_can_be_said_and_is_read_again() {
        let known = include_str!("../data/columns/aliases.tsv");
        for object in shipped().remedies.values().flat_map(|r| &r.objects) {
            if let Some(name) = object.strip_prefix("column:") {
                let wanted = Column::find(name).and_then(column);
                let Some(wanted) = wanted else {
                    panic!("{name} has no words");
                };
                for header in [wanted.header.en, wanted.header.de] {
                    let folded: String = header
                        .to_lowercase()
                        .chars()
                        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
                        .collect();
                    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
                    let alias = |l: &str| {
                        let mut parts = l.split('\t');
                        parts.next() == Some(name) && parts.nth(1) == Some(folded.as_str())
                    };
                    assert!(known.lines().any(alias), "{name}: {folded}");
                }
            } else if object.starts_with('D') && object.len() == 3 {
                assert!(kinds(object).count() > 0, "{object}");
            } else if object.starts_with('B') {
                assert!(slot(object).and_then(item).is_some(), "{object}");
            }
        }
    }
}
