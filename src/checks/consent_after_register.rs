crate::check! {
    en {
        /// Was the consent given after the number was entered in the register?
        ///
        /// ## What is sorted
        /// Every row whose number is listed in a do-not-call register, by the day of consent and the day of the entry.
        /// All other rows are blank: there is no entry to compare with.
        ///
        /// ## Why it matters
        /// In Italy an entry in the public register of objections voids every consent to calls that was given before
        /// it, L. 5/2018 and DPR 26/2022. Only a later one lets the number be called again.
        ///
        /// ## How it is decided
        /// A day in the cell of the result (`dnc_status`) is the day of the entry; a consent of that day or an earlier
        /// one is `before-entry`. Where the cell says only that the number is listed, the entry is no later than the
        /// day of screening: a consent given after that is `after-entry`, and an earlier one cannot be compared. Nor
        /// can one from after the as-of date. Of several days and of two readings the worst counts.
        ///
        /// ## What it cannot see
        /// Whom the consent was given to, and whether it covers calls at all. Entries that were deleted and made again.
    }
    de {
        /// Wurde die Einwilligung nach dem Eintrag der Nummer ins Register erteilt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, deren Nummer in einem Sperrregister steht, nach dem Tag der Einwilligung und dem Tag des
        /// Eintrags. Alle anderen Zeilen sind leer: Es gibt keinen Eintrag, mit dem zu vergleichen wäre.
        ///
        /// ## Warum es zählt
        /// In Italien macht ein Eintrag ins öffentliche Widerspruchsregister jede frühere Einwilligung in Anrufe
        /// hinfällig, L. 5/2018 und DPR 26/2022. Erst eine spätere erlaubt wieder, die Nummer anzurufen.
        ///
        /// ## Wie entschieden wird
        /// Ein Tag in der Zelle des Ergebnisses (`dnc_status`) ist der Tag des Eintrags; eine Einwilligung von diesem
        /// Tag oder davor ist `before-entry`. Sagt die Zelle nur, dass die Nummer eingetragen ist, liegt der Eintrag
        /// spätestens am Tag des Abgleichs: Eine danach erteilte Einwilligung ist `after-entry`, eine frühere nicht
        /// vergleichbar. Das gilt auch für eine von nach dem Stichtag. Von mehreren Tagen und von zwei Lesarten zählt
        /// die schlechteste.
        ///
        /// ## Was er nicht sehen kann
        /// Wem die Einwilligung galt und ob sie Anrufe überhaupt umfasst. Einträge, die gelöscht und neu gemacht
        /// wurden.
    }
    "consent-after-register" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncStatus, Column::ConsentAt, Column::DncScreenedAt, Column::ConsentAt],
        bins: &["before-entry", "not-comparable", "after-entry", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["sì", "2026-11-10", "2026-11-01"],
                    &["sì", "2026-11-01", "2026-11-01"],
                    &["sì", "2025-06-01", "2026-11-01"],
                    &["sì", "2026-11-10", ""],
                    &["sì", "2027-01-01", "2026-11-01"],
                    &["sì", "una volta", "2026-11-01"],
                    &["sì", "1970-01-01", "2026-11-01"],
                    &["sì", "", "2026-11-01"],
                    &["no", "2026-11-10", "2026-11-01"],
                    &["", "2026-11-10", "2026-11-01"],
                    &["", "2026-11-10", ""],
                ],
                &[
                    "after-entry",
                    "not-comparable",
                    "not-comparable",
                    "not-comparable",
                    "not-comparable",
                    "illegible",
                    "illegible",
                    "blank",
                    "blank",
                    "blank",
                    "blank",
                ],
            ),
            Example::rows(
                &[
                    &["2025-03-01", "2025-03-02", "2026-11-01"],
                    &["2025-03-01", "2025-03-01", "2026-11-01"],
                    &["2025-03-01", "2024-12-31", "2026-11-01"],
                    &["2025-03", "2025-03-15", "2026-11-01"],
                    &["", "2025-03-15", "2026-11-01"],
                ],
                &["after-entry", "before-entry", "before-entry", "before-entry", "blank"],
            ),
            // the cell says both readings of a day
            Example::rows(&[&["2025-03-01", "02/05/2025", ""]], &["before-entry"]),
            Example::rows(&[&["forse", "2025-03-01", ""]], &["illegible"]),
            // request and confirmation
            Example::rows(
                &[&["2025-03-01", "2025-02-28", "", "2025-03-02"], &["2025-03-01", "", "", "2025-03-02"]],
                &["before-entry", "after-entry"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::base::clock::{AsOf, Day};
#[cfg(feature = "engine")]
use crate::data::date::{DayCell, days};

#[cfg(feature = "engine")]
const BEFORE: u8 = 0;
#[cfg(feature = "engine")]
const NOT_COMPARABLE: u8 = 1;
#[cfg(feature = "engine")]
const AFTER: u8 = 2;
#[cfg(feature = "engine")]
const ILLEGIBLE: u8 = 3;
#[cfg(feature = "engine")]
const BLANK: u8 = 4;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::screening::{State, results, states};

    let states = states(batch);
    let days_of = |column| -> Vec<_> {
        let cells = batch.cells(column);
        cells.iter().map(|c| days(batch, c)).collect()
    };
    let mut out: Vec<u8> = states
        .iter()
        .map(|s| match s {
            State::Illegible => ILLEGIBLE,
            _ => BLANK,
        })
        .collect();
    if !states.contains(&State::Listed) {
        return out;
    }
    let consents = days_of(Column::ConsentAt);
    let screenings = days_of(Column::DncScreenedAt);
    for cells in batch.cells(Column::DncStatus) {
        let (results, entries) = (results(batch, &cells), days(batch, &cells));
        for (row, o) in out.iter_mut().enumerate() {
            if results[row] != State::Listed {
                continue;
            }
            // the last day on which the entry can have been made, if no day stands in its cell
            let screened = screenings.iter().filter_map(|s| readings(s[row]));
            let latest = screened.map(|(_, last)| last).max();
            for consent in &consents {
                *o = (*o).min(compared(consent[row], entries[row], latest, batch.as_of()));
            }
        }
    }
    out
}

/// Both readings of a day, the earlier first.
#[cfg(feature = "engine")]
fn readings(cell: DayCell) -> Option<(Day, Day)> {
    match cell {
        DayCell::On(d) => Some((d, d)),
        DayCell::Either(a, b) => Some((a, b)),
        _ => None,
    }
}

#[cfg(feature = "engine")]
fn compared(consent: DayCell, entry: DayCell, screened: Option<Day>, as_of: AsOf) -> u8 {
    let (first, last) = match (consent, readings(consent)) {
        (DayCell::Blank, _) => return BLANK,
        (_, None) => return ILLEGIBLE,
        (_, Some(days)) => days,
    };
    match (readings(entry), screened) {
        (Some((_, entered)), _) if first <= entered => BEFORE,
        _ if last > as_of => NOT_COMPARABLE,
        (Some(_), _) => AFTER,
        (None, Some(screened)) if first > screened => AFTER,
        (None, _) => NOT_COMPARABLE,
    }
}
