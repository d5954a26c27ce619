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
        /// No column is meant for this alone. So the row counts as screened only if `dnc_register` names a list that covers
        /// post: a Robinson list, MPS in the United Kingdom, Postfilter in the Netherlands, NIX in Sweden,
        /// Reservasjonsregisteret in Norway, the Italian register of objections. Then `dnc_status` gives the result:
        /// `listed`, or `clear` also if the cell is empty and a screening date stands beside it. A list of another country
        /// than the row's is `other-register`. A result that cannot be read is `illegible`. Registers for calls alone say
        /// nothing about post: the row is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the screening took place, and against which state of the list.
    }
    de {
        /// Wurden Postadressen mit der nationalen Sperrliste abgeglichen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Ergebnis des Abgleichs mit einer Liste von Menschen, die keine Werbung per Post wünschen.
        ///
        /// ## Warum es zählt
        /// Viele Länder führen eine solche Liste. In Spanien und Italien ist es für manche Postdaten Pflicht, sie zu
        /// befragen.
        ///
        /// ## Wie entschieden wird
        /// Keine Spalte ist allein dafür da. Eine Zeile gilt daher nur als abgeglichen, wenn `dnc_register` eine Liste nennt,
        /// die Post umfasst: eine Robinsonliste, MPS im Vereinigten Königreich, Postfilter in den Niederlanden, NIX in
        /// Schweden, Reservasjonsregisteret in Norwegen, das italienische Widerspruchsregister. Dann gibt `dnc_status` das
        /// Ergebnis: `listed`, oder `clear`, auch wenn die Zelle leer ist und ein Datum des Abgleichs daneben steht. Eine
        /// Liste eines anderen Landes als dem der Zeile ist `other-register`. Ein Ergebnis, das sich nicht lesen lässt, ist
        /// `illegible`. Register allein für Anrufe sagen nichts über Post: Die Zeile ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Abgleich stattfand und mit welchem Stand der Liste.
    }
    "post-exclusion" {
        rev: 1,
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
                    &["", "no", "", "ES"],
                ],
                &["listed", "other-register", "clear", "clear", "blank", "blank", "blank"],
            ),
            Example::rows(&[&["Robinsonliste", "perhaps", "2026-11-01", "DE"]], &["illegible"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{batch::Batch, blank, country, yes_no};

/// A list that covers post: of one country, of whichever country the row has, or none.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Register {
    Of([u8; 2]),
    OfItsCountry,
    None,
}

#[cfg(feature = "engine")]
fn sort(batch: &Batch<'_>) -> Vec<u8> {
    let (listed, other, clear, illegible, blank) = (0, 1, 2, 3, 4);
    let mut out = vec![blank; batch.rows()];
    let Some(registers) = batch.cells(Column::DncRegister).first().copied() else {
        return out;
    };
    let registers = batch.by_text("post-exclusion::register", &registers, register);
    if registers.iter().all(|r| *r == Register::None) {
        return out;
    }
    let countries = country::of_rows(batch);
    let states = batch
        .cells(Column::DncStatus)
        .first()
        .map(|cells| (yes_no::cells(batch, cells), cells.slot.negated));
    let days = batch.cells(Column::DncScreenedAt).first().copied();
    for (row, o) in out.iter_mut().enumerate() {
        let own = countries[row].country().map(|c| c.bytes());
        match registers[row] {
            Register::None => continue,
            Register::Of(c) if own != Some(c) => *o = other,
            _ => {
                let (state, negated) = states
                    .as_ref()
                    .map_or((yes_no::YesNo::Blank, false), |(s, n)| (s[row], *n));
                let dated = days.is_some_and(|d| !blank::is_blank(d.get(row)));
                *o = match state {
                    yes_no::YesNo::Yes if !negated => listed,
                    yes_no::YesNo::No if negated => listed,
                    yes_no::YesNo::Yes | yes_no::YesNo::No => clear,
                    yes_no::YesNo::Illegible => illegible,
                    yes_no::YesNo::Blank if dated => clear,
                    yes_no::YesNo::Blank => blank,
                };
            }
        }
    }
    out
}

#[cfg(feature = "engine")]
fn register(name: &str) -> Register {
    let name = blank::fold(name);
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    let word = |wanted: &str| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|w| w == wanted)
    };
    if has(&["lista robinson"]) {
        Register::Of(*b"ES")
    } else if has(&["opposizioni"]) || word("rpo") {
        Register::Of(*b"IT")
    } else if has(&["mailing preference"]) || word("mps") {
        Register::Of(*b"GB")
    } else if has(&["postfilter"]) {
        Register::Of(*b"NL")
    } else if has(&["reservasjonsregister"]) {
        Register::Of(*b"NO")
    } else if word("nix") {
        Register::Of(*b"SE")
    } else if has(&["robinson"]) {
        // kept under this name in Austria, Belgium, Denmark, Germany and Switzerland
        Register::OfItsCountry
    } else {
        Register::None
    }
}
