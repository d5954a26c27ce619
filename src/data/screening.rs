//! Registers of people and companies who want no advertising: which of them a text names, for which country and
//! channel they are the right ones, and what a screening of a row found.
//!
//! A row's own cells come first. What the declaration says of a screening (`[[gdpr.dnc]]`) reaches a row's blank cells
//! only if the log of that screening is at hand: without it the screening is a mere word.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::country;
use super::date::{self, DayCell, Form, days};
use super::frame::Cells;
use super::phrases::{Phrases, tokens};
use super::yes_no::{self, YesNo};
use crate::base::clock::Day;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::dossier::{Dated, Dnc, Dossier};

/// What a register is asked before: a call, an electronic message, a letter.
pub const CALLS: u8 = 1;
pub const MESSAGES: u8 = 2;
pub const POST: u8 = 4;

/// A country's own registers. Where two of one country cover a channel, both have to be asked.
const REGISTERS: [(&str, [u8; 2], u8); 25] = [
    ("tps", *b"GB", CALLS),
    ("ctps", *b"GB", CALLS),
    ("mps", *b"GB", POST),
    ("dncm", *b"BE", CALLS),
    ("asterisk", *b"CH", CALLS),
    ("robinson-es", *b"ES", CALLS | MESSAGES | POST),
    ("article-11", *b"GR", CALLS),
    ("ndd", *b"IE", CALLS),
    ("rpo", *b"IT", CALLS | POST),
    ("sk-calls", *b"SK", CALLS),
    ("ne-zovi", *b"HR", CALLS),
    ("bloctel", *b"FR", CALLS),
    ("asml", *b"FI", CALLS),
    ("reservation-no", *b"NO", CALLS | POST),
    ("nix", *b"SE", CALLS | POST),
    ("bel-me-niet", *b"NL", CALLS),
    ("postfilter", *b"NL", POST),
    ("ecg", *b"AT", MESSAGES),
    ("kzp", *b"BG", MESSAGES),
    ("dgc", *b"PT", MESSAGES),
    ("cz-directory", *b"CZ", CALLS),
    ("is-directory", *b"IS", CALLS),
    ("is-ban", *b"IS", CALLS),
    ("us-dnc", *b"US", CALLS),
    // a list that bears this name without a country is kept in many: for post in the country of the row
    ("robinson", *b"--", POST),
];

const fn bit(name: &str) -> u32 {
    let mut i = 0;
    while i < REGISTERS.len() {
        let (a, b) = (REGISTERS[i].0.as_bytes(), name.as_bytes());
        let mut same = a.len() == b.len();
        let mut j = 0;
        while same && j < a.len() {
            same = a[j] == b[j];
            j += 1;
        }
        if same {
            return 1 << i;
        }
        i += 1;
    }
    0
}

const ROBINSON: u32 = bit("robinson");
const ROBINSON_ES: u32 = bit("robinson-es");
const _: () = assert!(ROBINSON != 0 && ROBINSON_ES != 0);

/// Registers, as bits in the order of [`REGISTERS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Registers(u32);

/// What registers say about a channel in a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// None of them covers the channel.
    NotAsked,
    /// Another country's.
    Other,
    /// One of two that have to be asked.
    Part,
    Right,
}

impl Registers {
    fn covering(covers: u8, country: Option<[u8; 2]>) -> u32 {
        REGISTERS
            .iter()
            .enumerate()
            .filter(|(_, (_, of, c))| c & covers != 0 && country.is_none_or(|x| x == *of))
            .fold(0, |all, (i, _)| all | 1 << i)
    }

    pub fn fit(self, covers: u8, country: [u8; 2]) -> Fit {
        let mut have = self.0;
        if have & ROBINSON != 0 {
            if country == *b"ES" {
                have |= ROBINSON_ES;
            } else if covers == POST {
                return Fit::Right;
            }
        }
        let own = Self::covering(covers, Some(country));
        match have & own {
            hit if hit != 0 && hit == own => Fit::Right,
            0 if !Self(have).covers(covers) => Fit::NotAsked,
            0 => Fit::Other,
            _ => Fit::Part,
        }
    }

    /// Whether one of them is asked before using the channel, in whichever country.
    pub fn covers(self, covers: u8) -> bool {
        self.0 & Self::covering(covers, None) != 0
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a text of registers names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Registers(Registers),
    /// No register that is known.
    Illegible,
    Blank,
}

impl Named {
    /// Of several cells all that they name.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Registers(a), Self::Registers(b)) => Self::Registers(a.and(b)),
            (Self::Registers(a), _) | (_, Self::Registers(a)) => Self::Registers(a),
            (Self::Illegible, _) | (_, Self::Illegible) => Self::Illegible,
            (Self::Blank, Self::Blank) => Self::Blank,
        }
    }
}

/// The result of a screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum State {
    Listed,
    Clear,
    Illegible,
    Blank,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Register(u32),
    /// A list of the vendor's own: no register of any country.
    Own,
    Listed,
    Clear,
}

fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "listed" => Word::Listed,
        "clear" => Word::Clear,
        "own" => Word::Own,
        name => Word::Register(1 << REGISTERS.iter().position(|(n, ..)| *n == name)?),
    })
}

static WORDS: LazyLock<Phrases<Word>> =
    LazyLock::new(|| Phrases::read(include_str!("screening.tsv"), meaning));

/// Words that turn a name round.
const NOT: &[&str] = &[
    "no", "not", "without", "except", "kein", "keine", "nicht", "ohne", "ausser", "non", "pas",
    "sans", "sin", "senza", "geen", "niet", "zonder", "nie", "bez", "ej", "inte", "utan", "nao",
    "sem",
];

/// Longer cells than this are no name.
const LONGEST: usize = 200;

/// Reads a cell of `dnc_register`, or the register of a declared screening.
pub fn named(text: &str) -> Named {
    if is_blank(text) {
        return Named::Blank;
    }
    if text.len() > LONGEST {
        return Named::Illegible;
    }
    let folded = fold(text);
    let (found, rest) = WORDS.within(&tokens(&folded));
    if rest.iter().any(|t| NOT.contains(t)) {
        return Named::Illegible;
    }
    let registers = found.iter().filter_map(|w| match w {
        Word::Register(bit) => Some(*bit),
        Word::Own => Some(0),
        Word::Listed | Word::Clear => None,
    });
    registers
        .reduce(|a, b| a | b)
        .map_or(Named::Illegible, |all| Named::Registers(Registers(all)))
}

/// Reads a cell of `dnc_status` that is neither yes nor no: a word for a hit or for none, or the register with the hit.
fn result(text: &str) -> State {
    if text.len() > LONGEST {
        return State::Illegible;
    }
    let folded = fold(text);
    let all = tokens(&folded);
    if let Some(word) = WORDS.whole(&all) {
        return match word {
            Word::Clear => State::Clear,
            Word::Listed | Word::Register(_) | Word::Own => State::Listed,
        };
    }
    let (found, rest) = WORDS.within(&all);
    let has = |word| found.contains(&word);
    match (has(Word::Listed), has(Word::Clear)) {
        _ if found.is_empty() || !rest.is_empty() => State::Illegible,
        (true, true) => State::Illegible,
        (false, true) => State::Clear,
        (_, false) => State::Listed,
    }
}

/// The registers that each row names.
pub fn registers(batch: &Batch<'_>) -> Rc<Vec<Named>> {
    batch.memo("screening.registers", 0, || {
        let mut out = vec![Named::Blank; batch.rows()];
        for cells in batch.cells(Column::DncRegister) {
            let found = batch.by_text("screening.register", &cells, named);
            for (o, n) in out.iter_mut().zip(found) {
                *o = o.and(n);
            }
        }
        out
    })
}

/// Whether a day of screening that can be read, and has come, stands in the row.
fn dated(batch: &Batch<'_>) -> Rc<Vec<bool>> {
    batch.memo("screening.dated", 0, || {
        let mut out = vec![false; batch.rows()];
        for cells in batch.cells(Column::DncScreenedAt) {
            for (o, cell) in out.iter_mut().zip(days(batch, &cells).iter()) {
                *o |= match cell {
                    DayCell::On(d) | DayCell::Either(_, d) => *d <= batch.as_of(),
                    _ => false,
                };
            }
        }
        out
    })
}

/// Whether a cell of `dnc_status` is the day on which the number was entered.
pub fn entered(text: &str) -> bool {
    matches!(
        date::form(text),
        Form::Day(..) | Form::Month(..) | Form::Parts { .. }
    )
}

/// The results in one column of `dnc_status`. Its yes means *do not call*, unless the header says the opposite. An empty
/// cell beside a day of screening is a number that was not found.
pub fn results(batch: &Batch<'_>, cells: &Cells<'_>) -> Rc<Vec<State>> {
    batch.memo("screening.results", cells.slot.position, || {
        let negated = cells.slot.negated;
        let (yes, no) = if negated {
            (State::Clear, State::Listed)
        } else {
            (State::Listed, State::Clear)
        };
        let dated = dated(batch);
        let answers = yes_no::cells(batch, cells);
        let words = batch.by_text("screening.result", cells, |text| {
            if yes_no::word(text).is_some() {
                // a yes or no outside its column's words
                State::Illegible
            } else if entered(text) {
                State::Listed
            } else {
                result(text)
            }
        });
        let mut out = Vec::with_capacity(batch.rows());
        for (row, text) in cells.iter().enumerate() {
            out.push(match answers[row] {
                _ if is_blank(text) && !negated => match dated[row] {
                    true => State::Clear,
                    false => State::Blank,
                },
                YesNo::Yes => yes,
                YesNo::No => no,
                YesNo::Blank => State::Blank,
                // "may be called: since 2024" says neither
                YesNo::Illegible if negated && entered(text) => State::Illegible,
                YesNo::Illegible => words[row],
            });
        }
        out
    })
}

/// The result of the screening of each row: of several columns the worst.
pub fn states(batch: &Batch<'_>) -> Rc<Vec<State>> {
    batch.memo("screening.states", 0, || {
        let mut out = vec![State::Blank; batch.rows()];
        for cells in batch.cells(Column::DncStatus) {
            for (o, state) in out.iter_mut().zip(results(batch, &cells).iter()) {
                *o = (*o).min(*state);
            }
        }
        out
    })
}

/// A screening that the vendor declares for the rows of a country.
pub struct Declared<'a> {
    pub of: &'a Dnc,
    pub registers: Named,
    /// The log is at hand, and was written when the screening had taken place.
    pub shown: bool,
}

impl Declared<'_> {
    /// Whether it is a screening before calls, electronic messages or letters; an unknown register may be any.
    pub fn may_cover(&self, covers: u8) -> bool {
        match self.registers {
            Named::Registers(r) => r.covers(covers) || r.0 & ROBINSON != 0,
            Named::Illegible | Named::Blank => true,
        }
    }
}

/// The declared screenings of a country's rows, and what somebody who read their logs answered to a check.
pub struct Screenings<'a> {
    pub country: [u8; 2],
    pub all: Vec<Declared<'a>>,
    dossier: &'a Dossier,
}

impl Screenings<'_> {
    /// The worst answer that a check's question got from whoever read one of the logs.
    pub fn reviewed(&self, check: &Check) -> Option<u8> {
        let logs: Vec<_> = self.all.iter().filter_map(|d| d.of.log.as_ref()).collect();
        self.dossier
            .reviews(check.id, None)
            .filter(|r| logs.contains(&&r.document))
            .filter_map(|r| check.bin(&r.answer))
            .min()
            .map(|bin| bin as u8)
    }
}

fn shown(dossier: &Dossier, entry: &Dnc, as_of: Day) -> bool {
    let log = entry.log.as_ref().and_then(|id| dossier.document(id));
    log.is_some_and(|log| {
        let after = match (log.date, entry.screened_at) {
            (Dated::On(written), Some(screened)) => written >= screened,
            _ => false,
        };
        log.is_evidence(as_of) && after && log.kinds.iter().any(|k| *k == "dnc-log")
    })
}

/// For each row what `bin` makes of the declared screenings of its country; `blank` where there are none. `name` must be
/// unique to `bin`.
pub fn inherited(
    batch: &Batch<'_>,
    name: &'static str,
    blank: u8,
    bin: impl Fn(&Screenings<'_>) -> u8,
) -> Vec<u8> {
    let table: Arc<Vec<([u8; 2], u8)>> = batch.plan.once(name, || {
        let dossier = batch.dossier();
        let entries = dossier.declaration.as_ref().map_or(&[][..], |d| &d.dnc);
        let code = |d: &Dnc| <[u8; 2]>::try_from(d.country?.as_bytes()).ok();
        let mut countries: Vec<[u8; 2]> = entries.iter().filter_map(code).collect();
        countries.sort_unstable();
        countries.dedup();
        let of = |country| Screenings {
            country,
            all: entries
                .iter()
                .filter(|d| code(d) == Some(country))
                .map(|d| Declared {
                    of: d,
                    registers: named(&d.register),
                    shown: shown(dossier, d, batch.as_of()),
                })
                .collect(),
            dossier,
        };
        countries.into_iter().map(|c| (c, bin(&of(c)))).collect()
    });
    if table.is_empty() {
        return vec![blank; batch.rows()];
    }
    country::of_rows(batch)
        .iter()
        .map(|said| {
            let own = said.country().map(|c| c.bytes());
            let found = table.iter().find(|(c, _)| Some(*c) == own);
            found.map_or(blank, |(_, bin)| *bin)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::batch::{Plan, Worker};
    use crate::data::facts::Facts;
    use crate::data::frame::{Frame, Slot};

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("screening.tsv"), meaning);
    }

    #[test]
    fn every_word_of_the_table_is_read_as_it_stands() {
        for (name, phrase) in super::super::phrases::all(include_str!("screening.tsv")) {
            match meaning(name).expect(name) {
                Word::Listed => assert_eq!(result(phrase), State::Listed, "{phrase}"),
                Word::Clear => assert_eq!(result(phrase), State::Clear, "{phrase}"),
                Word::Own => assert_eq!(named(phrase), Named::Registers(Registers(0)), "{phrase}"),
                Word::Register(bit) => {
                    assert_eq!(named(phrase), Named::Registers(Registers(bit)), "{phrase}");
                }
            }
        }
    }

    #[test]
    fn registers_are_the_right_ones_of_one_country() {
        for (text, covers, country, want) in [
            ("TPS", CALLS, b"GB", Fit::Part),
            ("TPS/CTPS", CALLS, b"GB", Fit::Right),
            (
                "checked against CTPS and TPS by ScreenCo",
                CALLS,
                b"GB",
                Fit::Right,
            ),
            ("TPS + CTPS", CALLS, b"ES", Fit::Other),
            ("MPS", CALLS, b"GB", Fit::NotAsked),
            ("Lista Robinson", CALLS, b"ES", Fit::Right),
            ("Robinson", CALLS, b"ES", Fit::Right),
            ("Robinson", CALLS, b"DE", Fit::NotAsked),
            ("Robinsonliste", POST, b"DE", Fit::Right),
            ("Lista Robinson", POST, b"IT", Fit::Other),
            ("Bel-me-niet-meer", CALLS, b"BE", Fit::Right),
            ("Bel-me-niet", CALLS, b"BE", Fit::Other),
            ("interne Sperrliste", CALLS, b"GB", Fit::NotAsked),
            ("DGC", MESSAGES, b"PT", Fit::Right),
            ("Lista Robinson", MESSAGES, b"PT", Fit::Other),
            ("RPO", MESSAGES, b"IT", Fit::NotAsked),
        ] {
            let Named::Registers(r) = named(text) else {
                panic!("{text}")
            };
            assert_eq!(r.fit(covers, *country), want, "{text} {country:?}");
        }
        for text in [
            "no TPS",
            "Handelsregister",
            "DNC",
            "ja",
            "2026-01-01",
            "TPS ohne CTPS",
        ] {
            assert_eq!(named(text), Named::Illegible, "{text}");
        }
        assert_eq!(named("n/a"), Named::Blank);
    }

    #[test]
    fn a_header_that_says_the_opposite_turns_yes_and_no_round() {
        let allowed = Slot {
            negated: true,
            ..Slot::new(Column::DncStatus, 1, 1)
        };
        let slots = [allowed, Slot::new(Column::DncScreenedAt, 1, 2)];
        let read = |cells: &[&str]| {
            let rows: Vec<Vec<&str>> = cells.iter().map(|c| vec![*c, "2026-11-01"]).collect();
            let frame = Frame::from_rows(&slots, &rows);
            let (dossier, worker) = (Dossier::default(), Worker::default());
            let as_of = Day::parse("2026-11-23").expect("a day");
            let plan = Plan::new(&dossier, as_of, &[]).with(Facts::of(&frame));
            states(&Batch::new(&frame, &plan, &worker)).to_vec()
        };
        use State::{Blank, Clear, Illegible, Listed};
        // an empty cell does not say that somebody may be called, whenever the number was screened
        assert_eq!(read(&["yes", "no", ""]), [Clear, Listed, Blank]);
        // in a column of ticks it says that nobody may
        assert_eq!(read(&["x", ""]), [Clear, Listed]);
        assert_eq!(read(&["2024-01-01", "gesperrt"]), [Illegible, Listed]);
    }

    #[test]
    fn a_result_is_read_only_if_all_of_it_is_known() {
        for (text, want) in [
            ("TPS", State::Listed),
            ("TPS registered", State::Listed),
            ("TPS clear", State::Clear),
            ("Not listed", State::Clear),
            ("listed and clear", State::Illegible),
            ("not listed yet", State::Illegible),
            ("perhaps", State::Illegible),
            ("Robinson: Treffer", State::Listed),
        ] {
            assert_eq!(result(text), want, "{text}");
        }
    }
}
