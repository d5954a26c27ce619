crate::check! {
    en {
        /// Were e-mail addresses and numbers for messages screened against the national opposition list?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the register and of the result of a screening, and by its country. A blank
        /// register is filled from what the vendor declares of the screening of that country's rows.
        ///
        /// ## Why it matters
        /// In Portugal companies may be sent messages until they object, and they object by entering themselves in a
        /// national list, which every sender has to consult, Lei 41/2004 art. 13-A and 13-B. Messages are e-mails, text
        /// messages and automated calls.
        ///
        /// ## How it is decided
        /// The list counts if it covers electronic messages: in Portugal the national list of the DGC, in Spain the
        /// Lista Robinson, the ECG list in Austria, that of the KZP in Bulgaria. Such a list of another country than
        /// the row's is `other-register`. Then the result counts: `listed`, or `clear`, also if the cell is empty and a
        /// day of screening that can be read stands beside it. Registers for calls or letters alone say nothing about
        /// messages: blank. What is not known as a register is illegible. Declared of the whole country, rows are
        /// `clear` only if the log of the screening is at hand, dated not before it, and the declaration says how many
        /// rows were removed; a result in the row that says otherwise counts, and so does the worse answer of somebody
        /// who read the log.
        ///
        /// ## What it cannot see
        /// Whether the screening took place, whether this address was part of it, and against which state of the list.
    }
    de {
        /// Wurden E-Mail-Adressen und Nummern für Nachrichten mit der nationalen Widerspruchsliste abgeglichen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Register und zum Ergebnis eines Abgleichs und nach ihrem Land. Ein leeres
        /// Register wird aus dem ergänzt, was der Anbieter zum Abgleich der Zeilen dieses Landes erklärt.
        ///
        /// ## Warum es zählt
        /// In Portugal dürfen Unternehmen Nachrichten erhalten, bis sie widersprechen, und das tun sie durch Eintrag in
        /// eine nationale Liste, die jeder Absender befragen muss, Lei 41/2004 Art. 13-A und 13-B. Nachrichten sind
        /// E-Mails, Kurznachrichten und automatische Anrufe.
        ///
        /// ## Wie entschieden wird
        /// Die Liste zählt, wenn sie elektronische Nachrichten umfasst: in Portugal die nationale Liste der DGC, in
        /// Spanien die Lista Robinson, die ECG-Liste in Österreich, die der KZP in Bulgarien. Eine solche Liste eines
        /// anderen Landes als dem der Zeile ist `other-register`. Dann zählt das Ergebnis: `listed`, oder `clear`, auch
        /// wenn die Zelle leer ist und ein lesbarer Tag des Abgleichs daneben steht. Register allein für Anrufe oder
        /// Briefe sagen nichts über Nachrichten: leer. Was als Register nicht bekannt ist, ist unlesbar. Für das ganze
        /// Land erklärt, sind Zeilen nur dann `clear`, wenn das Protokoll des Abgleichs vorliegt und nicht älter ist
        /// als er und die Erklärung sagt, wie viele Zeilen entfernt wurden; steht in der Zeile ein anderes Ergebnis,
        /// zählt es, ebenso die schlechtere Antwort dessen, der das Protokoll gelesen hat.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Abgleich stattfand, ob diese Adresse dabei war, und mit welchem Stand der Liste.
    }
    "mail-exclusion" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncRegister, Column::DncStatus, Column::DncScreenedAt, Column::Country],
        bins: &["listed", "other-register", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["DGC", "sim", "2026-11-01", "PT"],
                    &["DGC", "não", "2026-11-01", "PT"],
                    &["Lista nacional DGC", "", "2026-11-01", "PT"],
                    &["DGC", "", "", "PT"],
                    &["DGC", "", "em breve", "PT"],
                    &["Lista Robinson", "não", "2026-11-01", "PT"],
                    &["Lista Robinson", "não", "2026-11-01", "ES"],
                    &["Lista Robinson; DGC", "não", "2026-11-01", "PT"],
                    &["TPS", "não", "2026-11-01", "PT"],
                    &["Conservatória", "não", "2026-11-01", "PT"],
                    &["DGC", "não", "2026-11-01", ""],
                    &["", "não", "2026-11-01", "PT"],
                ],
                &[
                    "listed",
                    "clear",
                    "clear",
                    "blank",
                    "blank",
                    "other-register",
                    "clear",
                    "clear",
                    "blank",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(&[&["DGC", "talvez", "2026-11-01", "PT"]], &["illegible"]),
            Example::rows(
                &[
                    &["", "", "", "PT"],
                    &["", "listed", "", "PT"],
                    &["", "perhaps", "", "PT"],
                    &["", "", "", "BG"],
                    &["", "", "", "AT"],
                    &["", "", "", "ES"],
                    &["", "", "", "GB"],
                ],
                &["clear", "listed", "illegible", "blank", "other-register", "blank", "blank"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.dnc]]
                register = "Lista nacional DGC"
                country = "PT"
                screened-at = "2026-11-20"
                rows-screened = 120
                rows-removed = 3
                log = "log"
                # nobody says what became of the hits
                [[gdpr.dnc]]
                register = "KZP"
                country = "BG"
                screened-at = "2026-11-20"
                log = "log"
                [[gdpr.dnc]]
                register = "DGC"
                country = "AT"
                screened-at = "2026-11-20"
                rows-removed = 0
                log = "log"
                [[gdpr.dnc]]
                register = "Lista Robinson"
                country = "ES"
                screened-at = "2026-11-20"
                rows-removed = 0
                log = "lost"
                [[gdpr.dnc]]
                register = "TPS"
                country = "GB"
                screened-at = "2026-11-20"
                rows-removed = 0
                log = "log"
                [[gdpr.documents]]
                id = "log"
                kind = "dnc-log"
                path = "log.csv"
                date = "2026-11-21"
                [[gdpr.documents]]
                id = "lost"
                kind = "dnc-log"
                path = "missing/log.csv"
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
use crate::data::screening::{
    Fit, MESSAGES, Named, Screenings, State, inherited, registers, states,
};

#[cfg(feature = "engine")]
const OTHER: u8 = 1;
#[cfg(feature = "engine")]
const CLEAR: u8 = 2;
#[cfg(feature = "engine")]
const ILLEGIBLE: u8 = 3;
#[cfg(feature = "engine")]
const BLANK: u8 = 4;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    let registers = registers(batch);
    let mut out = inherited(batch, "mail-exclusion", BLANK, declared);
    let blank = |n: &Named| *n == Named::Blank;
    if registers.iter().all(blank) && out.iter().all(|bin| *bin == BLANK) {
        return out;
    }
    let countries = crate::data::country::of_rows(batch);
    let states = states(batch);
    for (row, o) in out.iter_mut().enumerate() {
        let found = match states[row] {
            State::Listed => 0,
            State::Clear => CLEAR,
            State::Illegible => ILLEGIBLE,
            State::Blank => BLANK,
        };
        *o = match (registers[row], countries[row].country()) {
            // no result in the row, or the same
            (Named::Blank, _) if *o != CLEAR || matches!(found, CLEAR | BLANK) => *o,
            (Named::Blank, _) => found,
            (Named::Illegible, _) => ILLEGIBLE,
            (Named::Registers(all), None) if all.covers(MESSAGES) => ILLEGIBLE,
            (Named::Registers(_), None) => BLANK,
            (Named::Registers(all), Some(country)) => match all.fit(MESSAGES, country.bytes()) {
                Fit::NotAsked => BLANK,
                Fit::Other => OTHER,
                Fit::Part | Fit::Right => found,
            },
        };
    }
    out
}

/// What the declared screenings of a country's rows say. A mere claim is believed if it names another country's list.
#[cfg(feature = "engine")]
fn declared(screenings: &Screenings<'_>) -> u8 {
    let mut all = Vec::new();
    for d in &screenings.all {
        let Named::Registers(registers) = d.registers else {
            continue;
        };
        all.push(match registers.fit(MESSAGES, screenings.country) {
            Fit::NotAsked => BLANK,
            Fit::Other => OTHER,
            Fit::Part | Fit::Right if d.shown && d.of.rows_removed.is_some() => CLEAR,
            Fit::Part | Fit::Right => BLANK,
        });
    }
    // the right list beside another one is enough
    let bin = if all.contains(&CLEAR) {
        CLEAR
    } else {
        all.into_iter().min().unwrap_or(BLANK)
    };
    screenings.reviewed(&CHECK).map_or(bin, |r| bin.min(r))
}
