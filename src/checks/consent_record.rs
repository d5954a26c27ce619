/// The review of a document.
macro_rules! reviewed {
    ($document:literal, $answer:literal) => {
        concat!(
            "vendor = \"musterdaten\"\ndelivery = \"2026-10\"\n[[review]]\ncheck = \"consent-record\"\ndocument = \"",
            $document,
            "\"\nanswer = \"",
            $answer,
            "\"\nby = \"dpo-2026\"\nat = 2026-11-20\n"
        )
    };
}

crate::check! {
    en {
        /// Is the record of the consent complete?
        ///
        /// ## What is sorted
        /// Every row in which anything is said of a consent: its own fields, and the vendor's consent log in the
        /// dossier.
        ///
        /// ## Why it matters
        /// Art. 7(1) GDPR wants the consent proved, and a proof is more than a date. ISO/IEC TS 27560 lists what a
        /// consent record holds. A standard is no law, but it is the list that vendors can be held to.
        ///
        /// ## How it is decided
        /// Four of the mandatory fields belong to each person and must stand in the row: when (`consent_at`), to which
        /// text (`consent_text_id`), for whom (`consent_recipients`, or the recipients of the declared text) and in
        /// which state (`consent_status`). The others, from the number of the record to the way of withdrawing, are in
        /// the vendor's log; they count once somebody has read the log that is at hand and answered `complete`. That it
        /// is complete cannot be declared; that it is incomplete is believed from anyone. What is missing comes before
        /// what cannot be read.
        ///
        /// ## What it cannot see
        /// Whether the fields are true, and whether the log holds this row.
    }
    de {
        /// Ist der Nachweis der Einwilligung vollständig?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, in der überhaupt etwas von einer Einwilligung steht: ihre eigenen Felder und das
        /// Einwilligungsprotokoll des Anbieters im Dossier.
        ///
        /// ## Warum es zählt
        /// Art. 7 Abs. 1 DSGVO verlangt den Nachweis der Einwilligung, und der besteht aus mehr als einem Datum. Was
        /// dazu gehört, zählt ISO/IEC TS 27560 auf. Eine Norm ist kein Gesetz, aber eine Liste, an der sich Anbieter
        /// messen lassen.
        ///
        /// ## Wie entschieden wird
        /// Vier der Pflichtfelder gehören zu jedem Menschen und müssen in der Zeile stehen: wann (`consent_at`), zu
        /// welchem Text (`consent_text_id`), für wen (`consent_recipients` oder die Empfänger des erklärten Textes) und
        /// mit welchem Stand (`consent_status`). Die übrigen, von der Nummer des Nachweises bis zum Weg des Widerrufs,
        /// stehen im Protokoll des Anbieters; sie zählen, wenn jemand das vorliegende Protokoll gelesen und mit
        /// `complete` beantwortet hat. Vollständigkeit lässt sich nicht erklären; Unvollständigkeit wird jedem
        /// geglaubt. Was fehlt, geht dem vor, was sich nicht lesen lässt.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Felder stimmen und ob das Protokoll diese Zeile enthält.
    }
    "consent-record" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::ConsentAt,
            Column::ConsentTextId,
            Column::ConsentRecipients,
            Column::ConsentStatus,
            Column::ConsentEmail,
        ],
        bins: &["incomplete", "complete", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["2025-06-01", "T-7", "Beispiel Maschinenbau AG", "given", ""],
                    &["", "", "", "", "yes"],
                    &["", "n/a", "-", "", ""],
                ],
                &["incomplete", "incomplete", "blank"],
            ),
            Example::rows(
                &[
                    &["2025-06-01", "T-7", "Beispiel Maschinenbau AG", "given"],
                    &["2025-06-01", "T-7", "", "given"],
                    &["2025-06-01", "T-8", "", "given"],
                    &["", "T-7", "", "given"],
                    &["2025-06-01", "", "Beispiel Maschinenbau AG", "given"],
                    &["2025-06-01", "T-7", "", ""],
                    &["2025-06-01", "T-7", "", "widerrufen"],
                    &["irgendwann", "T-7", "", "given"],
                    &["2025-06-01", "T-7", "", "vielleicht"],
                    &["irgendwann", "", "", "given"],
                    &["", "", "", ""],
                ],
                &[
                    "complete",
                    "complete",
                    "incomplete",
                    "incomplete",
                    "incomplete",
                    "incomplete",
                    "complete",
                    "illegible",
                    "illegible",
                    "incomplete",
                    "blank",
                ],
            )
            .with(DOSSIER, reviewed!("log", "complete")),
            // a claim, a review of another paper, a reader who missed something
            Example::rows(&[&["2025-06-01", "T-7", "", "given"]], &["incomplete"]).with(
                r#"
                beleg-declaration = "1"
                [gdpr.facts]
                consent-record = "complete"
                [[gdpr.consent.texts]]
                id = "T-7"
                recipients = ["Beispiel Maschinenbau AG"]
                "#,
                "",
            ),
            Example::rows(&[&["2025-06-01", "T-7", "", "given"]], &["incomplete"])
                .with(DOSSIER, reviewed!("texts", "complete")),
            Example::rows(&[&["2025-06-01", "T-7", "", "given"]], &["incomplete"])
                .with(DOSSIER, reviewed!("lost", "complete")),
            Example::rows(&[&["2025-06-01", "T-7", "", "given"]], &["incomplete"])
                .with(DOSSIER, reviewed!("log", "incomplete")),
        ],
    }
    cells sort
}

const DOSSIER: &str = r#"
beleg-declaration = "1"
[[gdpr.consent.texts]]
id = "T-7"
recipients = ["Beispiel Maschinenbau AG"]
[[gdpr.consent.texts]]
id = "T-8"
[[gdpr.documents]]
id = "log"
kind = "consent-log"
path = "log.csv"
date = "2026-11-01"
[[gdpr.documents]]
id = "texts"
kind = "consent-text"
path = "texts.pdf"
date = "2026-01-01"
[[gdpr.documents]]
id = "lost"
kind = "consent-log"
path = "missing/log.csv"
date = "2026-11-01"
"#;

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

/// The mandatory fields that stand in the row.
#[cfg(feature = "engine")]
const FIELDS: [Column; 4] = [
    Column::ConsentAt,
    Column::ConsentTextId,
    Column::ConsentRecipients,
    Column::ConsentStatus,
];

/// What else a row may say of a consent.
#[cfg(feature = "engine")]
const OTHERS: [Column; 9] = [
    Column::ConsentMethod,
    Column::ConsentChannels,
    Column::ConsentEmail,
    Column::ConsentPhone,
    Column::ConsentSms,
    Column::ConsentPost,
    Column::ConsentIp,
    Column::ConsentUrl,
    Column::ConsentWithdrawnAt,
];

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::blank::{fold, is_blank};
    use crate::data::consent::texts;
    use crate::data::date::{DayCell, days};
    use crate::data::standing::{self, Standing};

    let (incomplete, complete, illegible, blank) = (0, 1, 2, 3);
    let mapped = |column: &Column| !batch.cells(*column).is_empty();
    if !FIELDS.iter().chain(&OTHERS).any(mapped) {
        return vec![blank; batch.rows()];
    }
    let log = *batch
        .plan
        .once("consent-record", || is_complete(batch.dossier()));

    /// One field of a row.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    enum Field {
        Filled,
        Illegible,
        Blank,
    }
    // of several cells the best: a field is missing only if all of them are
    let field = |column, of: &dyn Fn(&crate::data::frame::Cells<'_>) -> Vec<Field>| {
        let mut out = vec![Field::Blank; batch.rows()];
        for cells in batch.cells(column) {
            for (o, f) in out.iter_mut().zip(of(&cells)) {
                *o = (*o).min(f);
            }
        }
        out
    };
    let filled = |text: &str| {
        if is_blank(text) {
            Field::Blank
        } else {
            Field::Filled
        }
    };
    let plain = |cells: &crate::data::frame::Cells<'_>| cells.iter().map(filled).collect();

    let at = field(Column::ConsentAt, &|cells| {
        let read = days(batch, cells);
        let of = read.iter().map(|d| match d {
            DayCell::On(_) | DayCell::Either(..) => Field::Filled,
            DayCell::Blank => Field::Blank,
            _ => Field::Illegible,
        });
        of.collect()
    });
    let status = field(Column::ConsentStatus, &|cells| {
        batch.by_text("consent-record.status", cells, |t| {
            match standing::read(t) {
                Standing::Blank => Field::Blank,
                Standing::Illegible => Field::Illegible,
                _ => Field::Filled,
            }
        })
    });
    let text = field(Column::ConsentTextId, &plain);
    let texts = texts(batch);
    let of_text = field(Column::ConsentTextId, &|cells| {
        batch.by_text("consent-record.recipients", cells, |id| {
            match texts.get(&fold(id)).and_then(Option::as_ref) {
                Some(t) if t.named > 0 => Field::Filled,
                _ => Field::Blank,
            }
        })
    });
    let recipients = field(Column::ConsentRecipients, &plain);
    let mut said = vec![false; batch.rows()];
    for column in OTHERS {
        for (s, f) in said.iter_mut().zip(field(column, &plain)) {
            *s |= f != Field::Blank;
        }
    }
    (0..batch.rows())
        .map(|row| {
            let own = [at[row], text[row], recipients[row], status[row]];
            let all = [
                at[row],
                text[row],
                recipients[row].min(of_text[row]),
                status[row],
            ];
            if !said[row] && own.iter().all(|f| *f == Field::Blank) {
                blank
            } else if !log || all.contains(&Field::Blank) {
                incomplete
            } else if all.contains(&Field::Illegible) {
                illegible
            } else {
                complete
            }
        })
        .collect()
}

/// Whether somebody read the consent log that is at hand and found it complete, and nobody says otherwise.
#[cfg(feature = "engine")]
fn is_complete(dossier: &crate::record::dossier::Dossier) -> bool {
    let mut logs = dossier.documents("consent-log");
    let worst = dossier.fact(&CHECK, None);
    worst.is_none_or(|known| known.is == "complete" || known.is == "illegible")
        && logs.any(|log| {
            let reviews = dossier.reviews(CHECK.id, None);
            reviews
                .filter(|r| r.document == log.id)
                .any(|r| r.answer == "complete")
        })
}
