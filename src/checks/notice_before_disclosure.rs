crate::check! {
    en {
        /// Was the person informed before the data were first passed on?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the day of the notice against the day on which the row was first disclosed to a
        /// customer.
        ///
        /// ## Why it matters
        /// Who collects data to pass them on must inform the person at the latest when that first happens, GDPR Art.
        /// 14(3)(c). The sale of a list is such a disclosure.
        ///
        /// ## How it is decided
        /// The delivery to you is the latest day: the day on which you received it, else that of the vendor's
        /// declaration. A source entry may name earlier ones, `disclosed = { first = …, last = … }`. A notice after the
        /// last possible day is `after-disclosure`, one before the first `before-disclosure`, on the day itself
        /// `same-day`; in between, or if no day is known, it is `not-comparable`. Of two readings of a date the worse
        /// one counts. If the notices of a source went out within a month, with the log at hand, that month is
        /// compared.
        ///
        /// What is stated under `notice-before-disclosure`, for the source or for the whole delivery, counts where the
        /// days are silent or leave it open: against the vendor from anyone, in the vendor's favour only with a
        /// document at hand or a reviewer's answer. A row without a notice is blank.
        ///
        /// ## What it cannot see
        /// Earlier sales that the vendor does not mention.
    }
    de {
        /// Wurde die Person informiert, bevor die Daten zum ersten Mal weitergegeben wurden?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag der Information, verglichen mit dem Tag, an dem die Zeile zum ersten
        /// Mal an einen Kunden ging.
        ///
        /// ## Warum es zählt
        /// Wer Daten sammelt, um sie weiterzugeben, muss die Person spätestens bei der ersten Weitergabe informieren,
        /// DSGVO Art. 14 Abs. 3 lit. c. Der Verkauf einer Liste ist eine solche Weitergabe.
        ///
        /// ## Wie entschieden wird
        /// Die Lieferung an den Käufer ist der späteste Tag: der Tag des Eingangs, sonst der Tag der Erklärung des
        /// Anbieters. Ein Quelleneintrag kann frühere nennen, `disclosed = { first = …, last = … }`. Eine Information
        /// nach dem letzten möglichen Tag ist `after-disclosure`, eine vor dem ersten `before-disclosure`, am Tag
        /// selbst `same-day`; dazwischen, oder wenn kein Tag bekannt ist, `not-comparable`. Von zwei Lesarten eines
        /// Datums zählt die schlechtere. Gingen die Informationen einer Quelle binnen eines Monats hinaus und liegt das
        /// Protokoll vor, wird dieser Monat verglichen.
        ///
        /// Eine Angabe unter `notice-before-disclosure`, zur Quelle oder zur ganzen Lieferung, zählt, wo die Tage
        /// schweigen oder es offen lassen: gegen den Anbieter von jedem, zu seinen Gunsten nur mit vorliegender
        /// Unterlage oder Durchsicht. Eine Zeile ohne Information gilt als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Frühere Verkäufe, die der Anbieter nicht erwähnt.
    }
    "notice-before-disclosure" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Art14NoticeAt, Column::Source, Column::CollectedAt],
        bins: &[
            "after-disclosure",
            "not-comparable",
            "same-day",
            "before-disclosure",
            "illegible",
            "blank",
        ],
        examples: &[
            // no day of the delivery: only what lies ahead is certain
            Example::rows(
                &[&["2026-05-01"], &["2026-12-01"], &["soon"], &[""]],
                &["not-comparable", "after-disclosure", "illegible", "blank"],
            ),
            Example::rows(
                &[&["2026-09-30"], &["2026-10-01"], &["2026-10-02"], &["2026-10"], &["k.A."]],
                &["before-disclosure", "same-day", "after-disclosure", "after-disclosure", "blank"],
            )
            .with(r#"declared-at = "2026-10-01""#, ""),
            Example::rows(
                &[
                    &["2026-10-01", "", ""],
                    &["2026-10-03", "", ""],
                    &["2026-05-31", "Messe", ""],
                    &["2026-06-15", "Messe", ""],
                    &["2026-07-01", "Messe", ""],
                    // a sale said to be later than the delivery was not the first
                    &["2026-10-05", "Verband", ""],
                    &["2026-05-31", "Presse", ""],
                    &["2026-09-01", "Presse", ""],
                    // the log shows a notice within a month of collection
                    &["", "Kongress", "2026-08-10"],
                    &["", "Kongress", "2026-09-20"],
                    &["", "Kongress", ""],
                    &["", "Zeitung", "2026-08-10"],
                ],
                &[
                    "before-disclosure",
                    "after-disclosure",
                    "before-disclosure",
                    "not-comparable",
                    "after-disclosure",
                    "after-disclosure",
                    "before-disclosure",
                    "not-comparable",
                    "before-disclosure",
                    "not-comparable",
                    "not-comparable",
                    "blank",
                ],
            )
            .with(r#"
                declared-at = "2026-10-01"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                disclosed = { first = "2026-06-01", last = "2026-06-30" }
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                disclosed = { first = "2026-11-01" }
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                disclosed = { first = "2026-06-01" }
                [[gdpr.sources]]
                id = "congress"
                matches = ["Kongress"]
                notice = { within = "P1M", log = "log" }
                [[gdpr.sources]]
                id = "paper"
                matches = ["Zeitung"]
                notice = { within = "P1M", log = "lost" }
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
                [[gdpr.documents]]
                id = "lost"
                kind = "notice-log"
                path = "missing/log.csv"
            "#, "received = 2026-10-02"),
            Example::rows(
                &[
                    &["2026-05-01", "Messe"],
                    &["", "Verband"],
                    &["", "Presse"],
                    &["2026-10-05", "Verband"],
                    &["", "Zeitung"],
                ],
                &["after-disclosure", "before-disclosure", "blank", "after-disclosure", "illegible"],
            )
            .with(r#"
                declared-at = "2026-10-01"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice-before-disclosure = "after-disclosure"
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                notice-before-disclosure = { is = "before-disclosure", document = "log" }
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                notice-before-disclosure = "before-disclosure"
                [[gdpr.sources]]
                id = "paper"
                matches = ["Zeitung"]
                notice-before-disclosure = "certainly"
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
            "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::notice::order::{Order, before_disclosure};
    use crate::data::register;
    use crate::data::stated::{Stated, settle};

    let good = ["same-day", "before-disclosure"];
    let stated = Stated::of(batch, &CHECK, &good, "blank");
    let at = |bin| CHECK.at(bin) as u8;
    let (open, blank) = (at("not-comparable"), at("blank"));
    let good = good.map(at);
    before_disclosure(batch)
        .into_iter()
        .zip(register::entry(batch).iter())
        .map(|(order, entry)| {
            let row = match order {
                Order::After => at("after-disclosure"),
                Order::Open => open,
                Order::Same => at("same-day"),
                Order::Before => at("before-disclosure"),
                Order::Illegible => at("illegible"),
                Order::Blank => blank,
            };
            settle(row, stated.at(*entry), open, blank, |bin| {
                good.contains(&bin)
            })
        })
        .collect()
}
