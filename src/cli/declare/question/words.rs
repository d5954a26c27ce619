//! Words of closed lists with the names that people know them by. The words are those that the reader knows; a test
//! proves that none is missing.

use super::Choice;
use crate::base::lang::Words;

const fn c(word: &'static str, en: &'static str, de: &'static str) -> Choice {
    Choice {
        word,
        name: Words { en, de },
    }
}

#[rustfmt::skip]
pub const PURPOSES: [Choice; 4] = [
    c("dpv:DirectMarketing", "direct marketing", "Direktwerbung"),
    c("dpv:Marketing", "marketing in general", "Werbung allgemein"),
    c("dpv:SellProducts", "selling products", "Verkauf von Waren"),
    c("dpv:SellDataToThirdParties", "selling the data to others", "Verkauf der Daten an Dritte"),
];

#[rustfmt::skip]
pub const BASES: [Choice; 12] = [
    c("eu-gdpr:A6-1-f-third-party", "legitimate interest of the buyer or another third party – Art. 6(1)(f)", "berechtigtes Interesse des Käufers oder Dritter – Art. 6 Abs. 1 lit. f"),
    c("eu-gdpr:A6-1-f-controller", "legitimate interest of the vendor – Art. 6(1)(f)", "berechtigtes Interesse des Anbieters – Art. 6 Abs. 1 lit. f"),
    c("eu-gdpr:A6-1-f", "legitimate interest – Art. 6(1)(f)", "berechtigtes Interesse – Art. 6 Abs. 1 lit. f"),
    c("eu-gdpr:A6-1-a", "consent – Art. 6(1)(a)", "Einwilligung – Art. 6 Abs. 1 lit. a"),
    c("eu-gdpr:A6-1-a-explicit-consent", "explicit consent – Art. 6(1)(a)", "ausdrückliche Einwilligung – Art. 6 Abs. 1 lit. a"),
    c("eu-gdpr:A6-1-a-non-explicit-consent", "consent by another clear action – Art. 6(1)(a)", "Einwilligung durch eine andere eindeutige Handlung – Art. 6 Abs. 1 lit. a"),
    c("eu-gdpr:A6-1-b", "contract with the person – Art. 6(1)(b)", "Vertrag mit der Person – Art. 6 Abs. 1 lit. b"),
    c("eu-gdpr:A6-1-b-contract-performance", "performance of a contract – Art. 6(1)(b)", "Erfüllung eines Vertrags – Art. 6 Abs. 1 lit. b"),
    c("eu-gdpr:A6-1-b-enter-into-contract", "steps before a contract – Art. 6(1)(b)", "vorvertragliche Maßnahmen – Art. 6 Abs. 1 lit. b"),
    c("eu-gdpr:A6-1-c", "legal obligation – Art. 6(1)(c)", "rechtliche Verpflichtung – Art. 6 Abs. 1 lit. c"),
    c("eu-gdpr:A6-1-d", "vital interests – Art. 6(1)(d)", "lebenswichtige Interessen – Art. 6 Abs. 1 lit. d"),
    c("eu-gdpr:A6-1-e", "public task – Art. 6(1)(e)", "öffentliche Aufgabe – Art. 6 Abs. 1 lit. e"),
];

#[rustfmt::skip]
pub const CHANNELS: [Choice; 6] = [
    c("email", "e-mail", "E-Mail"),
    c("phone", "telephone", "Telefon"),
    c("sms", "SMS", "SMS"),
    c("auto-call", "automatic call", "Automatenanruf"),
    c("post", "post", "Post"),
    c("social", "social networks", "soziale Netze"),
];

#[rustfmt::skip]
pub const NOTICE_CHANNELS: [Choice; 7] = [
    c("email", "e-mail", "E-Mail"),
    c("post", "post", "Post"),
    c("phone", "telephone", "Telefon"),
    c("sms", "SMS", "SMS"),
    c("auto-call", "automatic call", "Automatenanruf"),
    c("social", "social networks", "soziale Netze"),
    c("website", "only on a website", "nur auf einer Webseite"),
];

#[rustfmt::skip]
pub const ADDRESS_KINDS: [Choice; 2] = [
    c("professional", "professional addresses", "berufliche Adressen"),
    c("personal", "private addresses", "private Adressen"),
];

#[rustfmt::skip]
pub const ROLES: [Choice; 3] = [
    c("independent-controller", "decides by itself – independent controller", "entscheidet selbst – eigenständig Verantwortlicher"),
    c("joint-controller", "decides together with others – joint controller", "entscheidet gemeinsam mit anderen – gemeinsam Verantwortlicher"),
    c("processor", "acts on instructions – processor", "handelt auf Weisung – Auftragsverarbeiter"),
];

#[rustfmt::skip]
pub const SOURCE_TYPES: [Choice; 12] = [
    c("employer-website", "website or imprint of the employer", "Webseite oder Impressum des Arbeitgebers"),
    c("public-register", "public register", "öffentliches Register"),
    c("public-website", "another public website", "andere öffentliche Webseite"),
    c("directory", "trade directory or catalogue", "Branchenverzeichnis oder Katalog"),
    c("social-network", "social network", "soziales Netzwerk"),
    c("event", "trade fair or other event", "Messe oder andere Veranstaltung"),
    c("data-subject", "the person directly", "die Person selbst"),
    c("partner", "another company that passed the data on", "anderes Unternehmen das die Daten weitergab"),
    c("buyer-input", "the buyer", "der Käufer"),
    c("vendor-internal", "own older databases", "eigene ältere Datenbestände"),
    c("inferred", "worked out or guessed from other data", "aus anderen Daten erschlossen"),
    c("unknown", "not known any more", "nicht mehr bekannt"),
];

#[rustfmt::skip]
pub const METHODS: [Choice; 12] = [
    c("web-scraping-crawling", "read from websites by a program", "von Webseiten durch ein Programm gelesen"),
    c("feeds", "taken from a register or data feed", "aus einem Register oder Datenstrom übernommen"),
    c("syndication", "bought or licensed", "gekauft oder lizenziert"),
    c("primary-user-source", "given by the person", "von der Person angegeben"),
    c("user-generated-content", "from what users wrote publicly", "aus öffentlichen Beiträgen von Nutzern"),
    c("social-media", "taken from social networks", "aus sozialen Netzen übernommen"),
    c("data-augmentation", "filled up from other sources", "aus anderen Quellen angereichert"),
    c("data-mining", "found by analysing other data", "durch Auswertung anderer Daten gewonnen"),
    c("machine-generated-ml-ops", "made by a program", "von einem Programm erzeugt"),
    c("transfer-learning", "made by a trained model", "von einem trainierten Modell erzeugt"),
    c("simulations", "simulated", "simuliert"),
    c("other", "another way", "auf andere Weise"),
];

#[rustfmt::skip]
pub const NOTICES: [Choice; 4] = [
    c("eu-gdpr:IndirectDataCollectionNotice", "informed under Art. 14", "informiert nach Art. 14"),
    c("eu-gdpr:DirectDataCollectionNotice", "informed at collection under Art. 13", "bei der Erhebung informiert nach Art. 13"),
    c("eu-gdpr:JustificationA14DisproportionateEffort", "not informed: effort out of proportion – Art. 14(5)(b)", "unterblieben: unverhältnismäßiger Aufwand – Art. 14 Abs. 5 lit. b"),
    c("eu-gdpr:JustificationA14EntityAlreadyInformed", "not informed: they knew already – Art. 14(5)(a)", "nicht informiert: war schon bekannt – Art. 14 Abs. 5 lit. a"),
];

#[rustfmt::skip]
pub const SOURCE_PURPOSES: [Choice; 3] = [
    c("direct-marketing", "for direct marketing", "für Direktwerbung"),
    c("compatible-assessed", "for another purpose – that the new one fits was assessed", "für einen anderen Zweck – die Vereinbarkeit wurde geprüft"),
    c("other-purpose", "for another purpose", "für einen anderen Zweck"),
];

#[rustfmt::skip]
pub const SOURCE_TERMS: [Choice; 3] = [
    c("permitted", "they allow it", "sie erlauben es"),
    c("forbidden", "they forbid it", "sie verbieten es"),
    c("unrecorded", "nobody wrote it down", "niemand hat es festgehalten"),
];

#[rustfmt::skip]
pub const VISIBILITIES: [Choice; 4] = [
    c("no-platform", "it is no platform", "es ist keine Plattform"),
    c("public-profile", "visible to everyone", "für alle sichtbar"),
    c("members-only", "visible to members only", "nur für Mitglieder sichtbar"),
    c("limited-visibility", "visible to some members only", "nur für einzelne Mitglieder sichtbar"),
];

#[rustfmt::skip]
pub const STATUSES: [Choice; 4] = [
    c("dpv:LegitimateInterestInformed", "the people were informed of it", "die Personen wurden darüber informiert"),
    c("dpv:LegitimateInterestUninformed", "the people were not informed of it", "die Personen wurden darüber nicht informiert"),
    c("dpv:LegitimateInterestNotObjected", "nobody in the list objected", "niemand in der Liste hat widersprochen"),
    c("dpv:LegitimateInterestObjected", "some in the list objected", "einige in der Liste haben widersprochen"),
];

#[rustfmt::skip]
pub const TOOLS: [Choice; 4] = [
    c("eu-gdpr:AdequacyDecision", "adequacy decision – Art. 45", "Angemessenheitsbeschluss – Art. 45"),
    c("eu-gdpr:SCCByCommission", "standard contractual clauses of the Commission", "Standardvertragsklauseln der Kommission"),
    c("eu-gdpr:BindingCorporateRules", "binding corporate rules", "verbindliche interne Datenschutzvorschriften"),
    c("eu-gdpr:A49-1-a", "explicit consent to the transfer – Art. 49(1)(a)", "ausdrückliche Einwilligung in die Übermittlung – Art. 49 Abs. 1 lit. a"),
];

/// Kinds of document, with the names of their slots.
pub static DOCUMENTS: [Choice; 29] = {
    use crate::record::dossier::slot::DOCUMENTS as SLOTS;
    let mut all = [const { c("", "", "") }; 29];
    let mut at = 0;
    while at < 29 {
        all[at] = Choice {
            word: SLOTS[at].kind,
            name: SLOTS[at].name,
        };
        at += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::channel::Channel;
    use crate::record::dossier as d;

    fn same(choices: &[Choice], words: &[&str]) {
        let mut ours: Vec<&str> = choices.iter().map(|c| c.word).collect();
        let mut theirs = words.to_vec();
        ours.sort_unstable();
        theirs.sort_unstable();
        assert_eq!(ours, theirs);
    }

    #[test]
    fn no_word_that_the_reader_knows_is_missing() {
        same(&BASES, &d::BASES);
        same(&CHANNELS, &Channel::ALL.map(Channel::name));
        same(&NOTICE_CHANNELS, &d::NOTICE_CHANNELS);
        same(&ADDRESS_KINDS, &d::ADDRESS_KINDS);
        same(&ROLES, &d::ROLES);
        same(&SOURCE_TYPES, &d::SOURCE_TYPES);
        same(&METHODS, &d::METHODS);
        same(&DOCUMENTS, &d::KINDS);
        for exemption in d::EXEMPTIONS {
            assert!(NOTICES.iter().any(|n| n.word == exemption));
        }
    }
}
