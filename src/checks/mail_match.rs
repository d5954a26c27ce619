crate::check! {
    en {
        /// Does the mail domain belong to the employer that the row names?
        ///
        /// ## What is sorted
        /// Every row, by its mail addresses against the company's domain, web address and name.
        ///
        /// ## Why it matters
        /// An address under a stranger's domain points to a change of job, to shifted columns or to addresses put together
        /// by guess. Data must be accurate (GDPR Art. 5(1)(d)), and a message to the wrong company reaches the wrong person.
        ///
        /// ## How it is decided
        /// From strongest to weakest: the same host (`same-host`); the same registered domain (`same-registrable`); the same
        /// name under another ending, such as .de and .com (`same-label-other-suffix`); a word of the company's name in the
        /// domain (`name-token`). Legal forms do not count, nor do words that many companies have, such as "group" or
        /// "Technik"; initials do. The best of these counts for an address.
        ///
        /// A domain that fits none of them is a `mismatch`, the flag `domain_mismatch` of a single address. Addresses at providers for everybody are `consumer-mailbox`. A
        /// row that names no company, or only words that cannot be compared, is `not-comparable`. Of several addresses the
        /// worst counts.
        ///
        /// The column that repeats the domain of the address proves nothing and is not read. Pages on platforms are not taken
        /// for a domain of one's own.
        ///
        /// ## What it cannot see
        /// Groups of companies: a subsidiary that writes from its parent's domain looks like a mismatch unless a web address
        /// shows the link.
    }
    de {
        /// Gehört die Mail-Domain zum Arbeitgeber, den die Zeile nennt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Mailadressen gegen Domain, Webadresse und Namen des Unternehmens.
        ///
        /// ## Warum es zählt
        /// Eine Adresse unter fremder Domain deutet auf einen Stellenwechsel, auf verrutschte Spalten oder auf erratene
        /// Adressen. Daten müssen richtig sein (DSGVO Art. 5 Abs. 1 lit. d), und eine Nachricht an das falsche Unternehmen
        /// erreicht den falschen Menschen.
        ///
        /// ## Wie entschieden wird
        /// Vom stärksten zum schwächsten Zeichen: derselbe Host (`same-host`), dieselbe registrierte Domain
        /// (`same-registrable`), derselbe Name unter anderer Endung wie .de und .com (`same-label-other-suffix`), ein Wort
        /// des Firmennamens in der Domain (`name-token`). Rechtsformen zählen nicht, auch nicht Wörter, die viele Firmen
        /// führen, etwa „Gruppe“ oder „Technik“; Anfangsbuchstaben zählen. Für eine Adresse gilt das beste Zeichen.
        ///
        /// Passt eine Domain zu nichts davon, ist sie `mismatch`, an der einzelnen Adresse das Merkmal
        /// `domain_mismatch`. Adressen bei Anbietern für jedermann sind
        /// `consumer-mailbox`. Nennt die Zeile kein Unternehmen, oder nur Wörter, die sich nicht vergleichen lassen, ist sie
        /// `not-comparable`. Von mehreren Adressen zählt die schlechteste.
        ///
        /// Eine Spalte, die nur die Domain der Adresse wiederholt, beweist nichts und wird nicht gelesen. Seiten auf
        /// Plattformen gelten nicht als eigene Domain.
        ///
        /// ## Was er nicht sehen kann
        /// Konzerne: Eine Tochter, die von der Domain der Mutter schreibt, sieht nach einem Widerspruch aus, wenn keine
        /// Webadresse die Verbindung zeigt.
    }
    "mail-match" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Email,
            Column::CompanyName,
            Column::CompanyWebsite,
            Column::CompanyDomain,
            Column::EmailWork,
            Column::EmailPersonal,
            Column::Country,
        ],
        bins: &[
            "mismatch",
            "consumer-mailbox",
            "not-comparable",
            "name-token",
            "same-label-other-suffix",
            "same-registrable",
            "same-host",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["a.lind@nordwerk-beispiel.de", "Nordwerk Beispiel GmbH", "https://www.nordwerk-beispiel.de/team"],
                    &["a.lind@mail.nordwerk-beispiel.de", "", "nordwerk-beispiel.de"],
                    &["a.lind@nordwerk-beispiel.com", "", "www.nordwerk-beispiel.de"],
                    &["a.lind@NORDWERK-beispiel.de", "Nordwerk Maschinenbau GmbH & Co. KG", ""],
                    &["a.lind@faehrkamp-beispiel.de", "Fährkamp Beispiel AG", "https://www.facebook.com/faehrkamp"],
                    &["a.lind@vmf.de", "Vereinigte Maschinen Fabriken AG", ""],
                    &["a.lind@hallbruck-beispiel.de", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de"],
                    &["a.lind@hallbruck-beispiel.de", "Nordwerk Beispiel GmbH", ""],
                    &["a.lind@hallbruck-beispiel.de", "", "nordwerk-beispiel.de"],
                    &["lind.beispiel@gmx.de", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de"],
                    &["lind.beispiel@gmx.de", "", "gmx.de"],
                    &["a.lind@nordwerk-beispiel.de", "", ""],
                    &["a.lind@nordwerk-beispiel.de", "#NV", "n/a"],
                    &["a.lind@nordwerk-beispiel.de", "", "https://www.linkedin.com/company/nordwerk"],
                    &["a.lind@paradeigma-example.gr", "Παράδειγμα ΑΕ", ""],
                    &["a.lind@nordwerk", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de"],
                    &["", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de"],
                ],
                &[
                    "same-host",
                    "same-registrable",
                    "same-label-other-suffix",
                    "name-token",
                    "name-token",
                    "name-token",
                    "mismatch",
                    "mismatch",
                    "mismatch",
                    "consumer-mailbox",
                    "consumer-mailbox",
                    "not-comparable",
                    "not-comparable",
                    "not-comparable",
                    "not-comparable",
                    "illegible",
                    "blank",
                ],
            ),
            // tenants of one host are strangers; staff of an operator show themselves by its own site
            Example::rows(
                &[
                    &["a.lind@nordwerk.onmicrosoft.com", "Nordwerk Beispiel GmbH", "", "", "", ""],
                    &["a.lind@nordwerk.onmicrosoft.com", "", "", "hallbruck.onmicrosoft.com", "", ""],
                    &["a.lind@nos.pt", "NOS Example SA", "https://www.nos.pt", "", "", ""],
                    &["a.lind@nos.pt", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de", "", "", ""],
                    &["a.lind@nordwerk-beispiel.de", "", "hallbruck-beispiel.de", "nordwerk-beispiel.de", "", ""],
                    &["", "", "", "nordwerk-beispiel.de", "a.lind@nordwerk-beispiel.de", "lind.beispiel@web.de"],
                ],
                &["name-token", "not-comparable", "same-host", "consumer-mailbox", "same-host", "consumer-mailbox"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::company::{Bond, bonds};
    batch.worst(&crate::data::mail::COLUMNS, Bond::Blank as u8, |cells| {
        bonds(batch, cells).iter().map(|bond| *bond as u8).collect()
    })
}
