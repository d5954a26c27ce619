crate::check! {
    en {
        /// Does the row point to the wording that the person agreed to?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the consent text and its cell of the day of consent, against the texts that the
        /// vendor declares (`[[gdpr.consent.texts]]`).
        ///
        /// ## Why it matters
        /// Nobody can consent to more than was written there. Whoever relies on a consent must show those words, in the
        /// version of that day, Art. 4(11) and 7(1) GDPR.
        ///
        /// ## How it is decided
        /// The cell is compared with the ids of the declared texts, without regard to case and accents. The text counts
        /// if its wording is at hand: the consent text in the dossier that the entry names, or one with the entry's
        /// digest. If its period of use contains the day of consent, the row is `resolved`; a day outside the period,
        /// or after the as-of date, is `out-of-validity`. No such text, two of one id, no wording at hand, no beginning
        /// of its use or no readable day of consent: `unresolved`. A text without an end is still in use. Of two
        /// readings of a day, and of request and confirmation, the worse counts. Yes or no, a date or an address in
        /// place of an id is illegible.
        ///
        /// ## What it cannot see
        /// Whether the person saw that text, and what it says.
    }
    de {
        /// Verweist die Zeile auf den Wortlaut, dem die Person zugestimmt hat?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Einwilligungstext und der zum Tag der Einwilligung, gegen die Texte, die
        /// der Anbieter erklärt (`[[gdpr.consent.texts]]`).
        ///
        /// ## Warum es zählt
        /// Niemand willigt in mehr ein, als dort stand. Wer sich auf eine Einwilligung stützt, muss diese Worte
        /// vorzeigen können, in der Fassung jenes Tages, Art. 4 Nr. 11 und Art. 7 Abs. 1 DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Die Zelle wird mit den Kennungen der erklärten Texte verglichen, ohne Rücksicht auf Großschreibung und
        /// Akzente. Ein Text zählt, wenn sein Wortlaut vorliegt: der Einwilligungstext im Dossier, den der Eintrag
        /// nennt, oder einer mit der Prüfsumme des Eintrags. Enthält sein Nutzungszeitraum den Tag der Einwilligung,
        /// ist die Zeile `resolved`; ein Tag außerhalb oder nach dem Stichtag ist `out-of-validity`. Kein solcher Text,
        /// zwei mit derselben Kennung, kein Wortlaut, kein Beginn der Nutzung oder kein lesbarer Tag der Einwilligung:
        /// `unresolved`. Ein Text ohne Ende ist noch in Gebrauch. Von zwei Lesarten eines Tages und von Anfrage und
        /// Bestätigung zählt die schlechtere. Ja oder Nein, ein Datum oder eine Adresse anstelle einer Kennung ist
        /// unlesbar.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Person diesen Text sah, und was darin steht.
    }
    "consent-text" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentTextId, Column::ConsentAt, Column::ConsentAt, Column::ConsentTextId],
        bins: &["out-of-validity", "unresolved", "resolved", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["T-7", "2025-06-01"], &["ja", "2025-06-01"], &["", "2025-06-01"]],
                &["unresolved", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["T-7", "2025-06-01"],
                    &["t-7 ", "2025-01-01"],
                    &["T-7", "2025-12-31T23:30:00Z"],
                    &["T-7", "2024-12-31"],
                    &["T-7", "2026-01-01"],
                    &["T-7", ""],
                    &["T-7", "irgendwann"],
                    &["T-7", "1970-01-01"],
                    &["T-8", "2026-02-01"],
                    &["T-8", "2026-11-24"],
                    &["T-8", "2025-12-31"],
                    &["claimed", "2025-06-01"],
                    &["claimed", "2024-06-01"],
                    &["lost", "2025-06-01"],
                    &["other", "2025-06-01"],
                    &["by digest", "2025-06-01"],
                    &["twice", "2025-06-01"],
                    &["no beginning", "2025-06-01"],
                    &["no beginning", "2026-06-01"],
                    &["bad end", "2025-06-01"],
                    &["T-9", "2025-06-01"],
                    &["2025-06-01", "2025-06-01"],
                    &["https://nordwerk-beispiel.de/anmeldung", "2025-06-01"],
                    &["203.0.113.7", "2025-06-01"],
                    &["***", "2025-06-01"],
                    &["n/a", "2025-06-01"],
                ],
                &[
                    "resolved",
                    "resolved",
                    "resolved",
                    "out-of-validity",
                    "out-of-validity",
                    "unresolved",
                    "unresolved",
                    "unresolved",
                    "resolved",
                    "out-of-validity",
                    "out-of-validity",
                    "unresolved",
                    "out-of-validity",
                    "unresolved",
                    "unresolved",
                    "resolved",
                    "unresolved",
                    "unresolved",
                    "out-of-validity",
                    "unresolved",
                    "unresolved",
                    "illegible",
                    "illegible",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            )
            .with(TEXTS, ""),
            // both readings of a day; request and confirmation; two texts
            Example::rows(
                &[
                    &["T-8", "03/12/2026", "", ""],
                    &["T-7", "", "2025-06-01", ""],
                    &["T-7", "05/05/2025", "2026-02-01", ""],
                    &["T-7", "05/05/2025", "", "T-9"],
                    &["", "05/05/2025", "", "T-7"],
                ],
                &["out-of-validity", "resolved", "out-of-validity", "unresolved", "resolved"],
            )
            .with(TEXTS, ""),
        ],
    }
    cells sort
}

const TEXTS: &str = r#"
beleg-declaration = "1"
[gdpr.consent]
used = true
[[gdpr.consent.texts]]
id = "T-7"
valid-from = "2025-01-01"
valid-to = "2025-12-31"
document = "texts"
[[gdpr.consent.texts]]
id = "T-8"
valid-from = 2026-01-01
document = "texts"
[[gdpr.consent.texts]]
id = "claimed"
valid-from = "2025-01-01"
[[gdpr.consent.texts]]
id = "lost"
valid-from = "2025-01-01"
document = "lost"
[[gdpr.consent.texts]]
id = "other"
valid-from = "2025-01-01"
document = "lia"
[[gdpr.consent.texts]]
id = "by digest"
sha256 = "458196feb58c26ca57066401ce770e406bb2fd67aef02ca43e8d4b1830989551"
valid-from = "2025-01-01"
[[gdpr.consent.texts]]
id = "twice"
valid-from = "2024-01-01"
valid-to = "2024-12-31"
document = "texts"
[[gdpr.consent.texts]]
id = "Twice"
valid-from = "2025-01-01"
document = "texts"
[[gdpr.consent.texts]]
id = "no beginning"
valid-to = "2025-12-31"
document = "texts"
[[gdpr.consent.texts]]
id = "bad end"
valid-from = "2025-01-01"
valid-to = "until further notice"
document = "texts"
[[gdpr.documents]]
id = "texts"
kind = "consent-text"
path = "texts.pdf"
date = "2026-01-01"
[[gdpr.documents]]
id = "lost"
kind = "consent-text"
path = "missing/texts.pdf"
date = "2026-01-01"
[[gdpr.documents]]
id = "lia"
kind = "legitimate-interest-assessment"
path = "lia.pdf"
date = "2026-01-01"
"#;

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::base::clock::{AsOf, Day};
#[cfg(feature = "engine")]
use crate::data::date::DayCell;
#[cfg(feature = "engine")]
use crate::record::dossier::{ConsentText, Document, Dossier};

#[cfg(feature = "engine")]
const OUT: u8 = 0;
#[cfg(feature = "engine")]
const UNRESOLVED: u8 = 1;
#[cfg(feature = "engine")]
const RESOLVED: u8 = 2;
#[cfg(feature = "engine")]
const ILLEGIBLE: u8 = 3;
#[cfg(feature = "engine")]
const BLANK: u8 = 4;

/// What an id stands for.
#[cfg(feature = "engine")]
#[derive(Clone, Copy)]
enum Found {
    Bin(u8),
    Text {
        from: Option<Day>,
        to: Option<Day>,
        /// The wording is at hand.
        shown: bool,
    },
}

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::blank::fold;
    use crate::data::consent::texts;
    use crate::data::date::days;

    let texts = texts(batch);
    let (dossier, as_of) = (batch.dossier(), batch.as_of());
    let columns = batch.cells(Column::ConsentAt);
    let days: Vec<_> = columns.iter().map(|c| days(batch, c)).collect();
    batch.worst(&[Column::ConsentTextId], BLANK, |cells| {
        let found = batch.by_text("consent-text", cells, |id| match texts.get(&fold(id)) {
            Some(Some(text)) => Found::Text {
                from: text.valid_from,
                to: text.valid_to,
                shown: shown(dossier, text),
            },
            Some(None) => Found::Bin(UNRESOLVED),
            None => Found::Bin(unknown(id)),
        });
        let rows = found.into_iter().enumerate();
        rows.map(|(row, found)| match found {
            Found::Bin(bin) => bin,
            Found::Text { from, to, shown } => {
                let known = days.iter().map(|d| on(d[row], from, to, as_of));
                match known.min().unwrap_or(BLANK) {
                    RESOLVED if shown && from.is_some() => RESOLVED,
                    OUT => OUT,
                    _ => UNRESOLVED,
                }
            }
        })
        .collect()
    })
}

/// Whether the wording is at hand.
#[cfg(feature = "engine")]
fn shown(dossier: &Dossier, text: &ConsentText) -> bool {
    let named = text.document.as_ref();
    let same =
        |d: &Document| named == Some(&d.id) || (text.sha256.is_some() && text.sha256 == d.sha256);
    dossier
        .documents("consent-text")
        .any(|d| d.at_hand() && same(d))
}

/// A day of consent against a period of use.
#[cfg(feature = "engine")]
fn on(day: DayCell, from: Option<Day>, to: Option<Day>, as_of: AsOf) -> u8 {
    let (first, last) = match day {
        DayCell::On(d) => (d, d),
        DayCell::Either(a, b) => (a, b),
        DayCell::Blank => return BLANK,
        _ => return UNRESOLVED,
    };
    if last > as_of || from.is_some_and(|f| first < f) || to.is_some_and(|t| last > t) {
        OUT
    } else {
        RESOLVED
    }
}

/// A cell that is no id of a declared text: it may be the id of another one, unless it is something else altogether.
#[cfg(feature = "engine")]
fn unknown(id: &str) -> u8 {
    use crate::data::blank::is_blank;
    use crate::data::date::{Form, form};
    use crate::data::yes_no;

    let text = id.trim();
    let dated = || {
        !matches!(form(text), Form::Illegible | Form::Blank) && text.contains(['-', '.', '/', ' '])
    };
    let address = || {
        let lower = text.to_ascii_lowercase();
        ["http:", "https:", "www.", "mailto:"]
            .iter()
            .any(|p| lower.starts_with(p))
            || text.contains('@')
            || text.parse::<std::net::IpAddr>().is_ok()
    };
    if is_blank(text) {
        BLANK
    } else if !text.contains(char::is_alphanumeric)
        || yes_no::word(text).is_some()
        || dated()
        || address()
    {
        ILLEGIBLE
    } else {
        UNRESOLVED
    }
}
