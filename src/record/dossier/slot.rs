//! The slots of both files, with names for people: D01 to D28 for what the vendor hands in (D08 holds two kinds), B01
//! to B10 for the buyer's own.

use super::word::{ITEMS, KINDS};
use crate::base::lang::Words;

/// A kind of document or item, its slot, and what people call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub number: &'static str,
    /// A word of [`KINDS`] or [`ITEMS`].
    pub kind: &'static str,
    pub name: Words,
}

const fn s(number: &'static str, kind: &'static str, en: &'static str, de: &'static str) -> Slot {
    Slot {
        number,
        kind,
        name: Words { en, de },
    }
}

/// In the order of [`KINDS`].
#[rustfmt::skip]
pub const DOCUMENTS: [Slot; KINDS.len()] = [
    s("D01", KINDS[0], "identity of the vendor", "Identität des Anbieters"),
    s("D02", KINDS[1], "data sheet of this delivery", "Datenblatt dieser Lieferung"),
    s("D03", KINDS[2], "source register", "Quellenverzeichnis"),
    s("D04", KINDS[3], "statement of the lawful bases", "Aufstellung der Rechtsgrundlagen"),
    s("D05", KINDS[4], "assessment of legitimate interest", "Interessenabwägung"),
    s("D06", KINDS[5], "impact assessment, or why none", "Folgenabschätzung oder Begründung"),
    s("D07", KINDS[6], "privacy notice, all versions", "Datenschutzhinweise, alle Fassungen"),
    s("D08", KINDS[7], "notice under Art. 14, as sent", "Information nach Art. 14, wie versandt"),
    s("D08", KINDS[8], "log of the notices sent", "Versandprotokoll der Information"),
    s("D09", KINDS[9], "consent texts and forms", "Einwilligungstexte und Formulare"),
    s("D10", KINDS[10], "log of the consents", "Protokoll der Einwilligungen"),
    s("D11", KINDS[11], "extract of the record of processing", "Auszug Verarbeitungsverzeichnis"),
    s("D12", KINDS[12], "agreement between controllers", "Vertrag zwischen Verantwortlichen"),
    s("D13", KINDS[13], "agreements with processors", "Verträge mit Auftragsverarbeitern"),
    s("D14", KINDS[14], "arrangement of joint controllers", "Vertrag gemeinsam Verantwortlicher"),
    s("D15", KINDS[15], "file on third-country transfers", "Akte zu Drittlandsübermittlungen"),
    s("D16", KINDS[16], "log of register screening", "Protokoll des Registerabgleichs"),
    s("D17", KINDS[17], "procedure for objections", "Verfahren bei Widersprüchen"),
    s("D18", KINDS[18], "procedure for persons' requests", "Verfahren bei Anfragen Betroffener"),
    s("D19", KINDS[19], "retention schedule", "Löschkonzept"),
    s("D20", KINDS[20], "method of verification", "Verfahren zur Prüfung der Daten"),
    s("D21", KINDS[21], "security certificate with its scope", "Sicherheitszertifikat mit Umfang"),
    s("D22", KINDS[22], "declaration on data breaches", "Erklärung zu Datenschutzverletzungen"),
    s("D23", KINDS[23], "history with authorities and courts", "Vorgänge bei Behörden und Gerichten"),
    s("D24", KINDS[24], "data protection officer appointed", "Benennung Datenschutzbeauftragte"),
    s("D25", KINDS[25], "code of conduct or seal", "Verhaltensregeln oder Siegel"),
    s("D26", KINDS[26], "contracts with earlier suppliers", "Verträge mit Vorlieferanten"),
    s("D27", KINDS[27], "declaration of completeness", "Vollständigkeitserklärung"),
    s("D28", KINDS[28], "removals since export", "Löschungen seit dem Auszug"),
];

/// In the order of [`ITEMS`].
#[rustfmt::skip]
pub const OWN: [Slot; ITEMS.len()] = [
    s("B01", ITEMS[0], "purpose and offer per segment", "Zweck und Angebot je Segment"),
    s("B02", ITEMS[1], "own assessment of interests", "eigene Interessenabwägung"),
    s("B03", ITEMS[2], "own notice and sending plan", "eigene Information und Versandplan"),
    s("B04", ITEMS[3], "own suppression list", "eigene Sperrliste"),
    s("B05", ITEMS[4], "channels per country", "Kanäle je Land"),
    s("B06", ITEMS[5], "retention rule", "Löschregel"),
    s("B07", ITEMS[6], "message template", "Nachrichtenvorlage"),
    s("B08", ITEMS[7], "own record of processing", "eigenes Verarbeitungsverzeichnis"),
    s("B09", ITEMS[8], "data protection officer's statement", "Stellungnahme Datenschutzbeauftragte"),
    s("B10", ITEMS[9], "record of the own sample check", "Protokoll der eigenen Stichprobe"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of them stands in columns on a terminal.
    #[test]
    fn names_are_short() {
        for slot in DOCUMENTS.iter().chain(&OWN) {
            for name in [slot.name.en, slot.name.de] {
                assert!(name.chars().count() <= 38, "{name}");
            }
        }
    }

    #[test]
    fn every_kind_has_its_slot_and_only_one_slot_holds_two() {
        assert!(DOCUMENTS.iter().map(|s| s.kind).eq(KINDS));
        assert!(OWN.iter().map(|s| s.kind).eq(ITEMS));
        let mut numbers: Vec<&str> = DOCUMENTS.iter().map(|s| s.number).collect();
        assert!(numbers.is_sorted());
        numbers.dedup();
        assert_eq!((numbers.len(), numbers[27]), (28, "D28"));
    }
}
