//! What no report may leave out: that it is no advice, no certification and no finding of an authority. The texts are
//! fixed; the statement carries only their code.

use crate::base::lang::Words;

/// The code in the signed statement.
pub const URN: &str = "urn:beleg:disclaimer:v1";

pub static DISCLAIMER: Words = Words {
    en: "This report documents automated checks of supplied data and documents against a stated policy at a stated time. It is not legal advice, not a certification under Art. 42 GDPR and not a finding by an authority. It does not establish that documents are true, that people actually consented, or that a use is lawful. National rules differ and change; the policy's date, sources and certainty marks are part of the report. The controller remains responsible (Art. 5(2) and 24 GDPR). Have the result reviewed by qualified counsel.",
    de: "Dieser Bericht dokumentiert automatisierte Prüfungen vorgelegter Daten und Unterlagen gegen ein benanntes Regelwerk zu einem benannten Zeitpunkt. Er ist keine Rechtsberatung, keine Zertifizierung nach Art. 42 DSGVO und keine behördliche Feststellung. Er belegt nicht, dass Angaben wahr sind, Einwilligungen tatsächlich erteilt wurden oder eine Nutzung rechtmäßig ist. Nationale Vorschriften unterscheiden und ändern sich; Stand, Quellen und Sicherheitsgrade des Regelwerks gehören zum Bericht. Verantwortlich bleibt der Verantwortliche (Art. 5 Abs. 2, Art. 24 DSGVO). Lassen Sie das Ergebnis fachkundig prüfen.",
};

/// One line, with the way to the whole text.
pub static NOTICE: Words = Words {
    en: "not legal advice, not a certification (beleg explain disclaimer)",
    de: "keine Rechtsberatung, keine Zertifizierung (beleg explain disclaimer)",
};

/// What a signature says, and what it does not.
pub static SIGNATURE: Words = Words {
    en: "The signature proves who issued this record and that it was not changed since; it says nothing about the truth of the vendor's statements.",
    de: "Die Signatur belegt, wer diesen Beleg ausgestellt hat und dass er seither nicht verändert wurde; sie sagt nichts über die Wahrheit der Angaben des Anbieters.",
};

/// Above everything that nobody vouches for.
pub static UNVERIFIED: Words = Words {
    en: "NOT VERIFIED: whoever made this bundle can have written anything into it.",
    de: "NICHT VERIFIZIERT: Wer dieses Bündel gemacht hat, kann alles hineingeschrieben haben.",
};

/// Of a bundle without census and dossier.
pub static WITHHELD: Words = Words {
    en: "census and dossier were left out of this bundle, so path, reasons of quarantine, sizes of the lists, countries, buyer and papers, and due dates are missing here",
    de: "Zählung und Dossier liegen diesem Bündel nicht bei; deshalb fehlen hier Weg, Gründe der Quarantäne, Größen der Listen, Länder, Käufer und Unterlagen sowie Fristen",
};
