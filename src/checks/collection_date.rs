crate::check! {
    en {
        /// When were the data of the row collected?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the collection date. A blank cell inherits the period that the vendor's register gives
        /// for the row's source.
        ///
        /// ## Why it matters
        /// The day of collection starts the month within which a person must be informed, Art. 14(3)(a) GDPR. Data from
        /// before 25 May 2018 were collected under other law, and need proof that basis and notice were renewed.
        ///
        /// ## How it is decided
        /// The column's order of day and month is decided over all its cells. Where none tells it, both readings count and
        /// the worse one is taken; where they tell both orders, a cell that reads both ways is `mixed`. Days after the
        /// as-of date are `future`, and 1970-01-01 and the like are `placeholder`.
        ///
        /// ## What it cannot see
        /// Whether it is the day of collection, or that of an export or an update. One day in nearly all rows points to an
        /// export.
    }
    de {
        /// Wann wurden die Daten der Zeile erhoben?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag der Erhebung. Eine leere Zelle übernimmt den Zeitraum, den das
        /// Quellenverzeichnis des Anbieters für die Quelle der Zeile nennt.
        ///
        /// ## Warum es zählt
        /// Mit dem Tag der Erhebung beginnt der Monat, in dem ein Mensch zu informieren ist, Art. 14 Abs. 3 lit. a DSGVO.
        /// Was vor dem 25. Mai 2018 erhoben wurde, stammt aus der Zeit anderen Rechts: Grundlage und Information müssen
        /// nachweislich erneuert sein.
        ///
        /// ## Wie entschieden wird
        /// Ob der Tag oder der Monat vorn steht, entscheidet sich über alle Zellen der Spalte. Verrät es keine, zählen
        /// beide Lesarten und davon die schlechtere; kommen beide Reihenfolgen vor, ist eine doppelt lesbare Zelle
        /// `mixed`. Tage nach dem Stichtag sind `future`, der 1.1.1970 und seinesgleichen `placeholder`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob es der Tag der Erhebung ist oder der eines Exports oder einer Änderung. Ein und derselbe Tag in fast allen
        /// Zeilen deutet auf einen Export.
    }
    "collection-date" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::CollectedAt, Column::Source],
        bins: &["future", "mixed", "placeholder", "before-gdpr", "since-gdpr", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["2026-11-24", ""],
                    &["1970-01-01", ""],
                    &["24.05.2018", ""],
                    &["25.05.2018", ""],
                    &["2026-11", ""],
                    &["2026-11-23T23:30:00Z", ""],
                    &["2026-11-23T23:30:00-05:00", ""],
                    &["gestern", ""],
                    &["", "Impressum"],
                ],
                &[
                    "future",
                    "placeholder",
                    "before-gdpr",
                    "since-gdpr",
                    "since-gdpr",
                    "since-gdpr",
                    "future",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["13/02/2024", ""], &["02/13/2024", ""], &["02/03/2024", ""]],
                &["since-gdpr", "since-gdpr", "mixed"],
            ),
            Example::rows(
                &[&["05/06/2018", ""], &["01/02/2024", ""]],
                &["before-gdpr", "since-gdpr"],
            ),
            Example::rows(
                &[&["", "Impressum"], &["", "Messe"], &["", "Archiv"], &["2025-01-31", "Archiv"]],
                &["since-gdpr", "blank", "before-gdpr", "since-gdpr"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                collected = { first = "2025-11-01", last = "2026-09-15" }
                [[gdpr.sources]]
                id = "archive"
                matches = ["Archiv"]
                collected = { first = "2016-01-01", last = "2019-12-31" }
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
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::age;
    use crate::data::date::DayCell;

    let as_of = batch.as_of();
    let mut out = age::bins(batch, Column::CollectedAt);
    let periods = age::periods(batch);
    for (bin, period) in out.iter_mut().zip(periods.iter()) {
        if *bin == age::BLANK
            && let Some((first, last)) = period
        {
            *bin = age::bin(DayCell::Either(*first, *last), as_of);
        }
    }
    out
}
