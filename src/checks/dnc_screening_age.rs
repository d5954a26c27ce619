crate::check! {
    en {
        /// How long ago was the number screened against a do-not-call register?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the day of screening. If neither a day nor a register stands in the row, by what
        /// the vendor declares of the screening of its country's rows.
        ///
        /// ## Why it matters
        /// Where calls are free until somebody objects, the register is where people object, Directive 2002/58 Art.
        /// 13(3). It changes daily, so some countries say how old a screening may be: 28 days in the United Kingdom,
        /// PECR reg. 21(3), 15 in Slovakia and Italy.
        ///
        /// ## How it is decided
        /// In days up to the as-of date; each bin leaves out the one before. Of two readings of a date, and of several
        /// columns, the older counts; a day after the as-of date is `future`, and a date that stands for none is
        /// illegible. A declared screening reaches the rows only with its log at hand, dated not before the screening;
        /// a mere claim leaves them blank. A register that is asked before e-mails or letters only is none for calls.
        /// If somebody read the log and answered otherwise, the worse answer counts.
        ///
        /// ## What it cannot see
        /// Whether this number was among those screened, and against which state of the register.
    }
    de {
        /// Wie lange liegt der Abgleich der Nummer mit einem Sperrregister zurück?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag des Abgleichs. Stehen in der Zeile weder Tag noch Register, nach dem,
        /// was der Anbieter zum Abgleich der Zeilen ihres Landes erklärt.
        ///
        /// ## Warum es zählt
        /// Wo Anrufe bis zum Widerspruch frei sind, ist das Register der Ort des Widerspruchs, Richtlinie 2002/58 Art.
        /// 13 Abs. 3. Es ändert sich täglich; manche Länder sagen daher, wie alt ein Abgleich sein darf: 28 Tage im
        /// Vereinigten Königreich, PECR reg. 21(3), 15 in der Slowakei und in Italien.
        ///
        /// ## Wie entschieden wird
        /// In Tagen bis zum Stichtag; jede Klasse lässt die vorige aus. Von zwei Lesarten eines Datums und von mehreren
        /// Spalten zählt die ältere; ein Tag nach dem Stichtag ist `future`, ein Datum, das für keines steht, unlesbar.
        /// Ein erklärter Abgleich gilt für die Zeilen nur, wenn sein Protokoll vorliegt und nicht älter ist als er
        /// selbst; eine bloße Behauptung lässt sie leer. Ein Register, das nur vor E-Mails oder Briefen befragt wird,
        /// ist keines für Anrufe. Hat jemand das Protokoll gelesen und anders geantwortet, zählt die schlechtere
        /// Antwort.
        ///
        /// ## Was er nicht sehen kann
        /// Ob diese Nummer unter den abgeglichenen war, und mit welchem Stand des Registers.
    }
    "dnc-screening-age" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncScreenedAt, Column::DncRegister, Column::Country],
        bins: &[
            "future",
            "over-90-days",
            "up-to-90-days",
            "up-to-31-days",
            "up-to-30-days",
            "up-to-28-days",
            "up-to-15-days",
            "up-to-7-days",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["2026-11-24"],
                    &["2026-08-24"],
                    &["2026-08-25"],
                    &["2026-10-23"],
                    &["2026-10-24"],
                    &["2026-10-26"],
                    &["2026-11-08"],
                    &["2026-11-16"],
                    &["2026-11-23T23:30:00-05:00"],
                    &["2026-10"],
                    &["1970-01-01"],
                    &["TPS"],
                    &["-"],
                ],
                &[
                    "future",
                    "over-90-days",
                    "up-to-90-days",
                    "up-to-31-days",
                    "up-to-30-days",
                    "up-to-28-days",
                    "up-to-15-days",
                    "up-to-7-days",
                    "future",
                    "up-to-90-days",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(&[&["04/11/2026"], &["11/04/2026"]], &["over-90-days", "over-90-days"]),
            Example::rows(
                &[
                    &["", "", "GB"],
                    &["2026-01-15", "", "GB"],
                    &["", "TPS", "GB"],
                    &["", "", "IT"],
                    &["", "", "SK"],
                    &["", "", "BE"],
                    &["", "", "ES"],
                    &["", "", ""],
                ],
                &[
                    "up-to-28-days",
                    "over-90-days",
                    "blank",
                    "blank",
                    "blank",
                    "up-to-7-days",
                    "blank",
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
                country = "UK"
                screened-at = "2026-11-01"
                log = "log"
                [[gdpr.dnc]]
                register = "MPS"
                country = "GB"
                screened-at = "2026-01-01"
                log = "log"
                [[gdpr.dnc]]
                register = "RPO"
                country = "IT"
                screened-at = "2026-11-20"
                [[gdpr.dnc]]
                register = "nevyziadanevolania.sk"
                country = "SK"
                screened-at = "2026-11-20"
                log = "lost"
                [[gdpr.dnc]]
                register = "DNCM"
                country = "BE"
                screened-at = "2026-11-20"
                log = "log"
                # a log of an earlier day cannot show it
                [[gdpr.dnc]]
                register = "Lista Robinson"
                country = "ES"
                screened-at = "2026-11-22"
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
                r#"
                vendor = "musterdaten"
                delivery = "2026-10"
                "#,
            ),
            // a reader of the log found an older day; a review of another paper says nothing
            Example::rows(&[&["", "", "BE"], &["", "", "CH"]], &["up-to-90-days", "up-to-7-days"]).with(
                r#"
                beleg-declaration = "1"
                [[gdpr.dnc]]
                register = "DNCM"
                country = "BE"
                screened-at = "2026-11-20"
                log = "log-be"
                [[gdpr.dnc]]
                register = "Sterneintrag"
                country = "CH"
                screened-at = "2026-11-20"
                log = "log-ch"
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
                check = "dnc-screening-age"
                document = "log-be"
                answer = "up-to-90-days"
                by = "dpo-2026"
                at = 2026-11-22
                "#,
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::elapsed::SCREENING;
    use crate::data::screening::{CALLS, Named, inherited, registers};

    let ages = SCREENING.on(batch.as_of());
    let mut out = ages.bins(batch, Column::DncScreenedAt);
    let declared = inherited(batch, "dnc-screening-age", ages.blank(), |screenings| {
        let shown = screenings
            .all
            .iter()
            .filter(|d| d.shown && d.may_cover(CALLS));
        let days = shown.filter_map(|d| d.of.screened_at);
        let bin = days.map(|day| ages.of(day)).min();
        let reviewed = screenings.reviewed(&CHECK);
        bin.into_iter()
            .chain(reviewed)
            .min()
            .unwrap_or(ages.blank())
    });
    for ((o, bin), named) in out.iter_mut().zip(declared).zip(registers(batch).iter()) {
        if *o == ages.blank() && *named == Named::Blank {
            *o = bin;
        }
    }
    out
}
