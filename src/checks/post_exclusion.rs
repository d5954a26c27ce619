crate::check! {
    en {
        /// Were postal addresses screened against the national preference list?
        ///
        /// ## What is sorted
        /// Every row, by the result of a screening against a list of people who want no advertising by post.
        ///
        /// ## Why it matters
        /// Many countries keep such a list. In Spain and Italy consulting it is a duty for some postal data.
        ///
        /// ## How it is decided
        /// No column is meant for this alone. So the row counts as screened only if `dnc_register` names a list that
        /// covers post: a Robinson list, MPS in the United Kingdom, Postfilter in the Netherlands, NIX in Sweden,
        /// Reservasjonsregisteret in Norway, the Italian register of objections. Then `dnc_status` gives the result:
        /// `listed`, or `clear` also if the cell is empty and a day of screening that can be read stands beside it. A
        /// list of another country than the row's is `other-register`. A result that cannot be read is `illegible`.
        /// Registers for calls alone say nothing about post: the row is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the screening took place, and against which state of the list.
    }
    de {
        /// Wurden Postadressen mit der nationalen Sperrliste abgeglichen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Ergebnis des Abgleichs mit einer Liste von Menschen, die keine Werbung per Post
        /// wünschen.
        ///
        /// ## Warum es zählt
        /// Viele Länder führen eine solche Liste. In Spanien und Italien ist es für manche Postdaten Pflicht, sie zu
        /// befragen.
        ///
        /// ## Wie entschieden wird
        /// Keine Spalte ist allein dafür da. Eine Zeile gilt daher nur als abgeglichen, wenn `dnc_register` eine Liste
        /// nennt, die Post umfasst: eine Robinsonliste, MPS im Vereinigten Königreich, Postfilter in den Niederlanden,
        /// NIX in Schweden, Reservasjonsregisteret in Norwegen, das italienische Widerspruchsregister. Dann gibt
        /// `dnc_status` das Ergebnis: `listed`, oder `clear`, auch wenn die Zelle leer ist und ein lesbarer Tag des
        /// Abgleichs daneben steht. Eine Liste eines anderen Landes als dem der Zeile ist `other-register`. Ein
        /// Ergebnis, das sich nicht lesen lässt, ist `illegible`. Register allein für Anrufe sagen nichts über Post:
        /// Die Zeile ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Abgleich stattfand und mit welchem Stand der Liste.
    }
    "post-exclusion" {
        rev: 2,
        scope: Scope::Row,
        columns: &[Column::DncRegister, Column::DncStatus, Column::DncScreenedAt, Column::Country],
        bins: &["listed", "other-register", "clear", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["Lista Robinson", "yes", "2026-11-01", "ES"],
                    &["MPS", "no", "2026-11-01", "ES"],
                    &["Lista Robinson", "no", "2026-11-01", "ES"],
                    &["Registro Pubblico delle Opposizioni", "", "2026-11-01", "IT"],
                    &["TPS", "no", "2026-11-01", "GB"],
                    &["Lista Robinson", "", "", "ES"],
                    &["Lista Robinson", "", "soon", "ES"],
                    &["", "no", "", "ES"],
                ],
                &["listed", "other-register", "clear", "clear", "blank", "blank", "blank", "blank"],
            ),
            Example::rows(&[&["Robinsonliste", "perhaps", "2026-11-01", "DE"]], &["illegible"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::screening::{Fit, Named, POST, State, registers, states};

    let (listed, other, clear, illegible, blank) = (0, 1, 2, 3, 4);
    let registers = registers(batch);
    let mut out = vec![blank; batch.rows()];
    if registers.iter().all(|r| *r == Named::Blank) {
        return out;
    }
    let countries = crate::data::country::of_rows(batch);
    let states = states(batch);
    for (row, o) in out.iter_mut().enumerate() {
        let Named::Registers(all) = registers[row] else {
            continue;
        };
        // without a country no list is the right one
        let country = countries[row].country().map_or(*b"--", |c| c.bytes());
        *o = match all.fit(POST, country) {
            Fit::NotAsked => blank,
            Fit::Other => other,
            Fit::Part | Fit::Right => match states[row] {
                State::Listed => listed,
                State::Clear => clear,
                State::Illegible => illegible,
                State::Blank => blank,
            },
        };
    }
    out
}
