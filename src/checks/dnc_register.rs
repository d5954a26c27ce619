crate::check! {
    en {
        /// Was the right do-not-call register screened?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the register and by its country. A blank cell is filled from what the vendor
        /// declares of the screening of that country's rows.
        ///
        /// ## Why it matters
        /// Each country keeps its own register, and an entry counts only there, Directive 2002/58 Art. 13(3). The
        /// United Kingdom has two, TPS for people and CTPS for companies, and no list says for sure which a number
        /// belongs to.
        ///
        /// ## How it is decided
        /// Names of registers are known in their own language and in English. `right-register` is the country's own
        /// register for calls, in the United Kingdom both; one of two is `partial`. Registers of other countries, those
        /// for letters or e-mails only and a list of the vendor's own are `other-register`. A name that is not known is
        /// illegible, and so is any register where the row's country is not known. A declared screening counts with its
        /// log at hand; a mere claim counts only if it names a wrong register. What somebody who read the log answered
        /// counts where it is worse, or where the name says nothing.
        ///
        /// ## What it cannot see
        /// Whether the screening took place. The header of a column of results ("TPS") names no register here.
    }
    de {
        /// Wurde das richtige Sperrregister für Anrufe abgeglichen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Register und nach ihrem Land. Eine leere Zelle wird aus dem ergänzt, was
        /// der Anbieter zum Abgleich der Zeilen dieses Landes erklärt.
        ///
        /// ## Warum es zählt
        /// Jedes Land führt sein eigenes Register, und nur dort gilt ein Eintrag, Richtlinie 2002/58 Art. 13 Abs. 3.
        /// Das Vereinigte Königreich hat zwei, TPS für Menschen und CTPS für Unternehmen, und keine Liste sagt sicher,
        /// zu welchem eine Nummer gehört.
        ///
        /// ## Wie entschieden wird
        /// Namen von Registern sind in deren Sprache und auf Englisch bekannt. `right-register` ist das Register des
        /// Landes für Anrufe, im Vereinigten Königreich beide; eines von zweien ist `partial`. Register anderer Länder,
        /// solche nur für Briefe oder E-Mails und eine eigene Liste des Anbieters sind `other-register`. Ein
        /// unbekannter Name ist unlesbar, ebenso jedes Register, wenn das Land der Zeile nicht bekannt ist. Ein
        /// erklärter Abgleich zählt, wenn sein Protokoll vorliegt; eine bloße Behauptung nur, wenn sie ein falsches
        /// Register nennt. Was jemand nach Lektüre des Protokolls geantwortet hat, zählt, wo es schlechter ist oder wo
        /// der Name nichts sagt.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Abgleich stattfand. Die Überschrift einer Ergebnisspalte („TPS“) nennt hier kein Register.
    }
    "dnc-register" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncRegister, Column::Country, Column::DncRegister],
        bins: &["other-register", "partial", "right-register", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["TPS", "GB"],
                    &["TPS/CTPS", "UK"],
                    &["CTPS", "GB"],
                    &["TPS, CTPS", "FR"],
                    &["MPS", "GB"],
                    &["interne Sperrliste", "GB"],
                    &["Registro Pubblico delle Opposizioni", "IT"],
                    &["Lista Robinson", "IT"],
                    &["Robinson", "ES"],
                    &["Robinsonliste", "DE"],
                    &["Bloctel", "FR"],
                    &["Bel-me-niet-meer", "BE"],
                    &["Sterneintrag", "CH"],
                    &["nevyziadanevolania.sk", "SK"],
                    &["NDD", "IE"],
                    &["Μητρώο Άρθρου 11", "GR"],
                    &["TPS", ""],
                    &["TPS", "Atlantis"],
                    &["no TPS", "GB"],
                    &["Handelsregister", "DE"],
                    &["ja", "ES"],
                    &["", "ES"],
                ],
                &[
                    "partial",
                    "right-register",
                    "partial",
                    "other-register",
                    "other-register",
                    "other-register",
                    "right-register",
                    "other-register",
                    "right-register",
                    "other-register",
                    "right-register",
                    "right-register",
                    "right-register",
                    "right-register",
                    "right-register",
                    "right-register",
                    "illegible",
                    "illegible",
                    "illegible",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["TPS", "GB", "CTPS"], &["TPS", "GB", ""], &["", "GB", ""]],
                &["right-register", "partial", "blank"],
            ),
            Example::rows(
                &[
                    &["", "GB"],
                    &["", "IT"],
                    &["", "SK"],
                    &["", "ES"],
                    &["", "BE"],
                    &["", "IE"],
                    &["", "CH"],
                    &["TPS", "GB"],
                    &["", ""],
                ],
                &[
                    "right-register",
                    "blank",
                    "other-register",
                    "illegible",
                    "right-register",
                    "blank",
                    "other-register",
                    "partial",
                    "blank",
                ],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.dnc]]
                register = "TPS"
                country = "GB"
                screened-at = "2026-11-20"
                log = "log"
                [[gdpr.dnc]]
                register = "CTPS"
                country = "GB"
                screened-at = "2026-11-20"
                log = "log"
                [[gdpr.dnc]]
                register = "MPS"
                country = "GB"
                screened-at = "2026-11-20"
                log = "log"
                # said without a log
                [[gdpr.dnc]]
                register = "RPO"
                country = "IT"
                screened-at = "2026-11-20"
                [[gdpr.dnc]]
                register = "TPS + CTPS"
                country = "SK"
                screened-at = "2026-11-20"
                [[gdpr.dnc]]
                register = "the register"
                country = "ES"
                screened-at = "2026-11-20"
                log = "log"
                # a reader of its log found the right one
                [[gdpr.dnc]]
                country = "BE"
                screened-at = "2026-11-20"
                log = "log-be"
                # a list that is asked before letters only
                [[gdpr.dnc]]
                register = "Postfilter"
                country = "IE"
                screened-at = "2026-11-20"
                log = "log"
                # a reader of its log found another one
                [[gdpr.dnc]]
                register = "Sterneintrag"
                country = "CH"
                screened-at = "2026-11-20"
                log = "log-ch"
                [[gdpr.documents]]
                id = "log"
                kind = "dnc-log"
                path = "log.csv"
                date = "2026-11-21"
                [[gdpr.documents]]
                id = "log-be"
                kind = "dnc-log"
                path = "be.csv"
                date = "2026-11-21"
                [[gdpr.documents]]
                id = "log-ch"
                kind = "dnc-log"
                path = "ch.csv"
                date = "2026-11-21"
                "#,
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                [[review]]
                check = "dnc-register"
                document = "log-be"
                answer = "right-register"
                by = "dpo-2026"
                at = 2026-11-22
                [[review]]
                check = "dnc-register"
                document = "log-ch"
                answer = "other-register"
                by = "dpo-2026"
                at = 2026-11-22
                "#,
            ),
            // one of two registers is shown, the other only claimed
            Example::rows(&[&["", "GB"]], &["partial"]).with(
                r#"
                beleg-declaration = "1"
                [[gdpr.dnc]]
                register = "TPS"
                country = "GB"
                screened-at = "2026-11-20"
                log = "log"
                [[gdpr.dnc]]
                register = "CTPS"
                country = "GB"
                screened-at = "2026-11-20"
                [[gdpr.documents]]
                id = "log"
                kind = "dnc-log"
                path = "log.csv"
                date = "2026-11-21"
                "#,
                "",
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::screening::{CALLS, Fit, Named, Screenings, inherited, registers};

#[cfg(feature = "engine")]
const OTHER: u8 = 0;
#[cfg(feature = "engine")]
const PARTIAL: u8 = 1;
#[cfg(feature = "engine")]
const RIGHT: u8 = 2;
#[cfg(feature = "engine")]
const ILLEGIBLE: u8 = 3;
#[cfg(feature = "engine")]
const BLANK: u8 = 4;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let registers = registers(batch);
    let declared = inherited(batch, "dnc-register", BLANK, declared);
    if registers.iter().all(|r| *r == Named::Blank) {
        return declared;
    }
    let countries = crate::data::country::of_rows(batch);
    let rows = registers.iter().zip(countries.iter()).zip(declared);
    rows.map(|((named, said), declared)| match named {
        Named::Blank => declared,
        named => bin(*named, said.country().map(|c| c.bytes())),
    })
    .collect()
}

#[cfg(feature = "engine")]
fn bin(named: Named, country: Option<[u8; 2]>) -> u8 {
    match (named, country) {
        (Named::Blank, _) => BLANK,
        (Named::Illegible, _) | (_, None) => ILLEGIBLE,
        (Named::Registers(all), Some(country)) => match all.fit(CALLS, country) {
            Fit::NotAsked | Fit::Other => OTHER,
            Fit::Part => PARTIAL,
            Fit::Right => RIGHT,
        },
    }
}

/// What the declared screenings of a country's rows say, if one of them was made before calls.
#[cfg(feature = "engine")]
fn declared(screenings: &Screenings<'_>) -> u8 {
    let of = |shown: &dyn Fn(bool) -> bool| {
        let before_calls = screenings.all.iter().filter(|d| d.may_cover(CALLS));
        let named = before_calls.filter(|d| shown(d.shown)).map(|d| d.registers);
        bin(
            named.fold(Named::Blank, Named::and),
            Some(screenings.country),
        )
    };
    let bin = match (of(&|shown| shown), of(&|_| true)) {
        // a mere claim is believed if it speaks against the vendor
        (BLANK, claimed @ (OTHER | PARTIAL)) => claimed,
        (shown, _) => shown,
    };
    screenings.reviewed(&CHECK).map_or(bin, |r| bin.min(r))
}

#[cfg(test)]
#[cfg(feature = "engine")]
mod tests {
    use super::*;
    use crate::data::screening::{MESSAGES, POST, named};
    use crate::record::channel::Channel;
    use crate::record::matrix::Value;
    use crate::record::policy::Policy;

    /// Every register that the contact matrix names is known as the right one for that cell.
    #[test]
    fn the_registers_of_the_matrix_are_known() {
        let text = Policy::shipped("eu-b2b").expect("the policy");
        let policy = Policy::parse("eu-b2b", text, crate::checks::CATALOGUE).expect("a policy");
        for cell in policy.matrix.cells() {
            let covers = match cell.channel {
                Channel::Phone => CALLS,
                Channel::Post => POST,
                Channel::Email | Channel::Sms | Channel::AutoCall | Channel::Social => MESSAGES,
            };
            let country: [u8; 2] = cell.country.as_bytes().try_into().expect("two letters");
            match &cell.register {
                Some(name) => {
                    let Named::Registers(all) = named(name) else {
                        panic!("{name}")
                    };
                    assert_eq!(all.fit(covers, country), Fit::Right, "{name}");
                }
                None => assert_ne!(cell.written, Value::DncScreen.name(), "{}", cell.country),
            }
        }
    }
}
