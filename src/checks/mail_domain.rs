crate::check! {
    en {
        /// Whose domain is the address under?
        ///
        /// ## What is sorted
        /// Every row, by the domain of its e-mail addresses. If a row has several, the first bin that occurs counts: a
        /// private mailbox beside a business one is a private mailbox.
        ///
        /// ## Why it matters
        /// A mailbox at a public provider is as a rule a private one, and in a list of business contacts it is more
        /// than the purpose needs. Throw-away and relay addresses show that somebody did not want to be found. Names
        /// that no mail can reach were made up, or damaged.
        ///
        /// ## How it is decided
        /// From the value alone, without asking the network, by tables that come with beleg and whose digests stand in
        /// the result: consumer providers (`freemail`, `isp`; `isp-mixed` if the operator's own staff use the domain
        /// too), masking services (`relay`), throw-away services (`disposable`), names reserved by standards, the public
        /// suffix list, mail with proof of delivery, state bodies, schools and universities, associations, and shared hosts. Our own
        /// tables outrank every list of others. What is in none of them is `organisation`. An address that is not well
        /// formed, or has a number in brackets instead of a domain, is `illegible`.
        ///
        /// ## What it cannot see
        /// `organisation` rests on absence: it means "not known as a consumer mailbox", not proof of a business one.
        /// Small regional providers may be missing. Whether a domain is parked, expired or without a mail server cannot
        /// be known offline.
    }
    de {
        /// Wem gehört die Domain der Adresse?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Domain ihrer E-Mail-Adressen. Hat eine Zeile mehrere, zählt die zuerst genannte Klasse:
        /// Ein privates Postfach neben einem geschäftlichen bleibt ein privates Postfach.
        ///
        /// ## Warum es zählt
        /// Ein Postfach bei einem öffentlichen Anbieter ist in der Regel privat und in einer Liste von
        /// Geschäftskontakten mehr, als der Zweck braucht. Wegwerf- und Weiterleitungsadressen zeigen, dass jemand
        /// nicht gefunden werden wollte. Namen, die keine Post erreicht, sind erfunden oder beschädigt.
        ///
        /// ## Wie entschieden wird
        /// Allein aus dem Wert, ohne Anfrage ins Netz, nach Tabellen, die beleg mitbringt und deren Prüfsummen im
        /// Ergebnis stehen: Anbieter für jedermann (`freemail`, `isp`; `isp-mixed`, wenn auch die Beschäftigten des
        /// Betreibers die Domain nutzen), Maskierungsdienste (`relay`), Wegwerfdienste (`disposable`), durch Normen
        /// reservierte Namen, die Liste der öffentlichen Endungen, Post mit Zustellnachweis, staatliche Stellen, Schulen und
        /// Hochschulen, Verbände und geteilte Hosts. Eigene Tabellen gehen fremden Listen vor. Was in keiner steht, ist
        /// `organisation`. Eine Adresse, die nicht wohlgeformt ist oder statt einer Domain eine Zahl in Klammern trägt,
        /// ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// `organisation` beruht auf Abwesenheit: Es heißt „nicht als Anbieter für jedermann bekannt“ und beweist kein
        /// Geschäftspostfach. Kleine regionale Anbieter können fehlen. Ob eine Domain geparkt, abgelaufen oder ohne
        /// Mailserver ist, lässt sich offline nicht wissen.
    }
    "mail-domain" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Email, Column::EmailWork, Column::EmailPersonal],
        bins: &[
            "disposable", "relay", "freemail", "isp", "isp-mixed", "no-such-tld", "reserved", "certified",
            "education", "government", "association", "hosted-subdomain", "public-suffix", "organisation",
            "illegible", "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["anna@yopmail.com", "", ""],
                    &["x7f@privaterelay.appleid.com", "", ""],
                    &["Anna.Muster@GMX.de", "", ""],
                    &["muster@t-online.de", "", ""],
                    &["muster@nos.pt", "", ""],
                    &["anna@firma-beispiel.ocm", "", ""],
                    &["anna@example.com", "", ""],
                    &["ditta-esempio@legalmail.it", "", ""],
                    &["anna@uni-beispiel.de", "", ""],
                    &["anna@interieur.gouv.fr", "", ""],
                    &["club@club-exemple.asso.fr", "", ""],
                    &["info@firma-beispiel.onmicrosoft.com", "", ""],
                    &["anna@de.com", "", ""],
                    &["anna@firma-beispiel.de", "", ""],
                    &["anna@firma_beispiel", "", ""],
                    &["", "n/a", "-"],
                ],
                &[
                    "disposable", "relay", "freemail", "isp", "isp-mixed", "no-such-tld", "reserved", "certified",
                    "education", "government", "association", "hosted-subdomain", "public-suffix", "organisation",
                    "illegible", "blank",
                ],
            ),
            Example::rows(
                &[
                    &["anna@firma-beispiel.de", "", "anna@web.de"],
                    &["anna@firma-beispiel.de", "anna@firma-beispiel", ""],
                    &["anna@[192.0.2.1]", "", ""],
                    &["anna@mygmx.de", "", ""],
                ],
                &["freemail", "organisation", "illegible", "organisation"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::mail::{Class, of_cells};
    batch.worst(CHECK.columns, Class::Blank as u8, |cells| {
        of_cells(batch, cells)
            .iter()
            .map(|mail| mail.domain.class as u8)
            .collect()
    })
}
