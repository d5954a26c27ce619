crate::check! {
    en {
        /// How is the country of the row known, and does anything contradict it?
        ///
        /// ## What is sorted
        /// Every row, by where its country comes from.
        ///
        /// ## Why it matters
        /// The country of the person who is approached decides which rules govern a call or a message. A wrong country finds
        /// the wrong rule; a country that was only guessed proves none.
        ///
        /// ## How it is decided
        /// A country in `country`, `location` or `company_country` is `stated`. Two signs make it `contradicted`: another
        /// calling code in a number of the person, unless a second number bears the country out; and another country code
        /// of the mail domain, if it is a domain of its own. Since subsidiaries write from the domain of their group, the
        /// domain does not count where something else bears the country out: a number, the company's web address, or a
        /// second column that states the same country.
        ///
        /// If no country is stated, but a sign gives one, the row is `derived`. If something stands there that is no
        /// country, and no sign helps, it is `illegible`.
        ///
        /// Country codes that are sold all over the world (.io, .co, .me) are no sign, nor is the switchboard of the
        /// company. An address at a provider for everybody contradicts nothing.
        ///
        /// ## What it cannot see
        /// Where the person is in truth. Somebody who works abroad and kept an old number looks like a mistake.
    }
    de {
        /// Woher ist das Land der Zeile bekannt, und widerspricht ihm etwas?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, danach, woher ihr Land stammt.
        ///
        /// ## Warum es zählt
        /// Das Land der angesprochenen Person bestimmt, welche Regeln für einen Anruf oder eine Nachricht gelten. Ein
        /// falsches Land führt zur falschen Regel, ein nur erratenes belegt keine.
        ///
        /// ## Wie entschieden wird
        /// Ein Land in `country`, `location` oder `company_country` ist `stated`. Zwei Zeichen machen es `contradicted`: eine
        /// andere Landesvorwahl in einer Nummer der Person, wenn keine zweite Nummer das Land bestätigt, und ein anderer
        /// Ländercode der Mail-Domain, wenn es eine eigene ist. Weil Töchter von der Domain ihres Konzerns schreiben, zählt
        /// die Domain nicht, wo etwas anderes das Land bestätigt: eine Nummer, die Webadresse des Unternehmens oder eine
        /// zweite Spalte, die dasselbe Land nennt.
        ///
        /// Ist kein Land angegeben, aber ein Zeichen nennt eines, so ist die Zeile `derived`. Steht etwas da, das kein Land
        /// ist, und kein Zeichen hilft, ist sie `illegible`.
        ///
        /// Ländercodes, die weltweit verkauft werden (.io, .co, .me), sind kein Zeichen, ebenso wenig die Zentrale des
        /// Unternehmens. Eine Adresse bei einem Anbieter für jedermann widerspricht nichts.
        ///
        /// ## Was er nicht sehen kann
        /// Wo die Person wirklich ist. Wer im Ausland arbeitet und seine alte Nummer behielt, sieht aus wie ein Fehler.
    }
    "country-source" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Country,
            Column::Phone,
            Column::Email,
            Column::Location,
            Column::CompanyCountry,
            Column::PhoneDirect,
            Column::PhoneMobile,
            Column::PhoneHome,
            Column::EmailWork,
            Column::EmailPersonal,
            Column::CompanyWebsite,
            Column::CompanyDomain,
        ],
        bins: &["contradicted", "derived", "stated", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["DE", "+49 30 23125123", "a.lind@nordwerk-beispiel.de"],
                    &["Allemagne", "030 23125123", "a.lind@nordwerk-beispiel.de"],
                    &["DE", "+43 1 2345678", "a.lind@nordwerk-beispiel.de"],
                    &["AT", "", "a.lind@nordwerk-beispiel.de"],
                    &["FR", "+33 1 99 00 12 34", "a.lind@nordwerk-beispiel.de"],
                    &["AT", "n/a", "lind.beispiel@gmx.de"],
                    &["AT", "", "a.lind@nordwerk-beispiel.io"],
                    &["RE", "+262 262 12 34 56", ""],
                    &["", "0049 30 23125123", ""],
                    &["n/a", "", "a.lind@nordwerk-beispiel.de"],
                    &["Narnia", "", "a.lind@nordwerk-beispiel.de"],
                    &["Narnia", "030 23125123", "a.lind@nordwerk-beispiel.com"],
                    &["", "030 23125123", "lind.beispiel@gmx.de"],
                    &["", "030 23125123", "lind.beispiel@gmx.net"],
                    &["", "", ""],
                ],
                &[
                    "stated", "stated", "contradicted", "contradicted", "stated", "stated", "stated", "stated",
                    "derived", "derived", "derived", "illegible", "derived", "blank", "blank",
                ],
            ),
            // several numbers: one that bears the country out is enough; the company's country stands in
            Example::rows(
                &[
                    &["DE", "+43 1 2345678", "", "", "", "+49 30 23125123"],
                    &["", "+43 1 2345678", "", "", "DE", ""],
                    &["", "+49 30 23125123", "", "Munich Area, Germany", "", ""],
                    &["GB", "+44 20 7946 0123", "", "", "", "+44 7700 900123"],
                ],
                &["stated", "contradicted", "stated", "stated"],
            ),
            // a group's domain, where the rest bears the country out
            Example::rows(
                &[
                    &["BE", "", "a.lind@nordwerk-beispiel.de", "Gent, Belgium", "", "", "", "", "", "", ""],
                    &["BE", "", "a.lind@nordwerk-beispiel.de", "", "Belgium", "", "", "", "", "", ""],
                    &["BE", "", "a.lind@nordwerk-beispiel.de", "", "", "", "", "", "", "", "nordwerk-beispiel.be"],
                    &["BE", "", "a.lind@nordwerk-beispiel.de", "", "", "", "", "", "", "", "nordwerk-beispiel.de"],
                    &["BE", "+43 1 2345678", "a.lind@nordwerk-beispiel.be", "", "Belgium", "", "", "", "", "", ""],
                ],
                &["stated", "stated", "stated", "contradicted", "contradicted"],
            ),
            // a column that is not there, and one without a value, are no statement
            Example::rows(&[&["DE"], &[""]], &["stated", "blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let places = crate::data::whereabouts::of_rows(batch);
    places.iter().map(|place| place.known as u8).collect()
}
