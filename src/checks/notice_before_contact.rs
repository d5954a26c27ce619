crate::check! {
    en {
        /// Was the person informed before being contacted for the first time?
        ///
        /// ## What is sorted
        /// Every row, by its cell of the day of the notice and the days on which the vendor states that people of the
        /// row's source were first contacted.
        ///
        /// ## Why it matters
        /// Who uses data to write to people must inform them with the first message at the latest, GDPR Art. 14(3)(b).
        /// A month that has not yet run out is no excuse.
        ///
        /// ## How it is decided
        /// A source entry may say `contacted = { first = …, last = … }`. A notice before the first of these days is
        /// `before-contact`, one after the last `after-contact`; on the day itself, if it is a single one, it is
        /// `with-contact`. In between the days do not tell: `not-comparable`. Of two readings of a date the worse one
        /// counts. If the notices of a source went out within a month, with the log at hand, that month is compared.
        ///
        /// What is stated under `notice-before-contact`, for the source or for the whole delivery, counts where the
        /// days are silent or leave it open: against the vendor from anyone, in the vendor's favour (`before-contact`,
        /// `with-contact`, `no-contact`) only with a document at hand or a reviewer's answer. If nothing is known of a
        /// contact, or nothing of a notice, the row is blank.
        ///
        /// ## What it cannot see
        /// A contact that nobody states. Your own first message is your own task.
    }
    de {
        /// Wurde die Person informiert, bevor man sie zum ersten Mal ansprach?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihrer Zelle zum Tag der Information und nach den Tagen, an denen laut Anbieter Personen aus
        /// der Quelle der Zeile zum ersten Mal angesprochen wurden.
        ///
        /// ## Warum es zählt
        /// Wer Daten nutzt, um Menschen anzuschreiben, muss sie spätestens mit der ersten Nachricht informieren, DSGVO
        /// Art. 14 Abs. 3 lit. b. Dass der Monat noch läuft, hilft dann nicht.
        ///
        /// ## Wie entschieden wird
        /// Ein Quelleneintrag kann `contacted = { first = …, last = … }` sagen. Eine Information vor dem ersten dieser
        /// Tage ist `before-contact`, eine nach dem letzten `after-contact`; am Tag selbst, wenn es nur einer ist,
        /// `with-contact`. Dazwischen sagen die Tage nichts: `not-comparable`. Von zwei Lesarten eines Datums zählt die
        /// schlechtere. Gingen die Informationen einer Quelle binnen eines Monats hinaus und liegt das Protokoll vor,
        /// wird dieser Monat verglichen.
        ///
        /// Eine Angabe unter `notice-before-contact`, zur Quelle oder zur ganzen Lieferung, zählt, wo die Tage
        /// schweigen oder es offen lassen: gegen den Anbieter von jedem, zu seinen Gunsten (`before-contact`,
        /// `with-contact`, `no-contact`) nur mit vorliegender Unterlage oder Durchsicht. Ist von einer Ansprache nichts
        /// bekannt oder von einer Information, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Eine Ansprache, die niemand angibt. Die erste eigene Nachricht bleibt Sache des Käufers.
    }
    "notice-before-contact" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::Art14NoticeAt, Column::Source, Column::CollectedAt],
        bins: &[
            "after-contact",
            "not-comparable",
            "no-contact",
            "with-contact",
            "before-contact",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(&[&["2026-05-01", "Messe"], &["", ""], &["soon", ""]], &["blank"; 3]),
            Example::rows(
                &[
                    &["2026-05-01", "Messe", ""],
                    &["2026-05-31", "Messe", ""],
                    &["2026-06-15", "Messe", ""],
                    &["2026-07-01", "Messe", ""],
                    &["soon", "Messe", ""],
                    &["1970-01-01", "Messe", ""],
                    &["", "Messe", ""],
                    &["2026-06-01", "Verband", ""],
                    &["2026-06-02", "Verband", ""],
                    // one day only: later than the first is not yet later than this person's
                    &["2026-06-02", "Presse", ""],
                    &["2026-05-31", "Presse", ""],
                    &["2026-05-31", "Impressum", ""],
                    // the log shows a notice within a month of collection
                    &["", "Kongress", "2026-04-02"],
                    &["", "Kongress", "2026-05-20"],
                    &["", "Kongress", ""],
                    &["2026-07-01", "Kongress", "2026-04-02"],
                ],
                &[
                    "before-contact",
                    "before-contact",
                    "not-comparable",
                    "after-contact",
                    "illegible",
                    "illegible",
                    "blank",
                    "with-contact",
                    "after-contact",
                    "not-comparable",
                    "before-contact",
                    "blank",
                    "before-contact",
                    "not-comparable",
                    "not-comparable",
                    "after-contact",
                ],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                contacted = { first = "2026-06-01", last = "2026-06-30" }
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                contacted = { first = "2026-06-01", last = "2026-06-01" }
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                contacted = { first = "2026-06-01" }
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                [[gdpr.sources]]
                id = "congress"
                matches = ["Kongress"]
                contacted = { first = "2026-06-01", last = "2026-06-30" }
                notice = { within = "P1M", log = "log" }
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
            "#, ""),
            // statements under the check's name: for the vendor only with evidence
            Example::rows(
                &[
                    &["2026-05-01", "Messe"],
                    &["", "Verband"],
                    &["2026-05-01", "Presse"],
                    &["", "Impressum"],
                    &["2026-06-15", "Kongress"],
                    &["2026-07-15", "Kongress"],
                    &["2026-05-01", "Zeitung"],
                    &["", "andere"],
                ],
                &[
                    "after-contact",
                    "before-contact",
                    "blank",
                    "no-contact",
                    "with-contact",
                    "after-contact",
                    "illegible",
                    "no-contact",
                ],
            )
            .with(r#"
                [gdpr.facts]
                notice-before-contact = { is = "no-contact", document = "log" }
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice-before-contact = "after-contact"
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                notice-before-contact = { is = "before-contact", document = "log" }
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                notice-before-contact = { is = "before-contact", document = "lost" }
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                [[gdpr.sources]]
                id = "congress"
                matches = ["Kongress"]
                contacted = { first = "2026-06-01", last = "2026-06-30" }
                notice-before-contact = { is = "with-contact", document = "log" }
                [[gdpr.sources]]
                id = "paper"
                matches = ["Zeitung"]
                notice-before-contact = "never"
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
                [[gdpr.documents]]
                id = "lost"
                kind = "notice-log"
                path = "missing/log.csv"
            "#, ""),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::notice::order::{Order, before_contact};
    use crate::data::register;
    use crate::data::stated::{Stated, settle};

    let good = ["no-contact", "with-contact", "before-contact"];
    let stated = Stated::of(batch, &CHECK, &good, "blank");
    let at = |bin| CHECK.at(bin) as u8;
    let (open, blank) = (at("not-comparable"), at("blank"));
    let good = good.map(at);
    before_contact(batch)
        .into_iter()
        .zip(register::entry(batch).iter())
        .map(|(order, entry)| {
            let row = match order {
                Order::After => at("after-contact"),
                Order::Open => open,
                Order::Same => at("with-contact"),
                Order::Before => at("before-contact"),
                Order::Illegible => at("illegible"),
                Order::Blank => blank,
            };
            settle(row, stated.at(*entry), open, blank, |bin| {
                good.contains(&bin)
            })
        })
        .collect()
}
