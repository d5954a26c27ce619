crate::check! {
    en {
        /// Was the consent requested, confirmed and delivered in that order?
        ///
        /// ## What is sorted
        /// Every row, by its cells of the day of consent: a first column is the request, a second the confirmation.
        /// With them goes the method of consent, and the day on which the list was received.
        ///
        /// ## Why it matters
        /// A double opt-in shows that the address belongs to whoever ticked the box, but only if the confirmation came
        /// after the request and before anybody passed the address on. Days out of that order show that the record was
        /// made up or the address used unconfirmed, and Art. 7(1) GDPR asks for proof.
        ///
        /// ## How it is decided
        /// Days are compared, not hours. Request after confirmation, or either after the day of receipt in the dossier
        /// (without one, after the as-of date), is `out-of-order`. If only one of the two days is given, the row is
        /// `unconfirmed` where the method is a double opt-in; elsewhere one day is all there is, and it only has to lie
        /// before the delivery. Of two readings of a day the worse counts, as for a month without a day. What cannot be
        /// read is illegible.
        ///
        /// ## What it cannot see
        /// Which of two columns the vendor meant as the request, if they do not stand in that order. The order within a
        /// day.
    }
    de {
        /// Wurde die Einwilligung in dieser Folge erbeten, bestätigt und geliefert?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Zellen zum Tag der Einwilligung: Die erste Spalte ist die Anfrage, die zweite die
        /// Bestätigung. Dazu kommen die Art der Einwilligung und der Tag, an dem die Liste einging.
        ///
        /// ## Warum es zählt
        /// Ein Double-Opt-in zeigt, dass die Adresse dem gehört, der das Kästchen ankreuzte, aber nur, wenn die
        /// Bestätigung nach der Anfrage kam und bevor jemand die Adresse weitergab. Eine andere Folge zeigt, dass der
        /// Nachweis erfunden oder die Adresse unbestätigt genutzt ist; Art. 7 Abs. 1 DSGVO verlangt aber den Nachweis.
        ///
        /// ## Wie entschieden wird
        /// Verglichen werden Tage, nicht Stunden. Liegt die Anfrage nach der Bestätigung oder eine von beiden nach dem
        /// Tag des Eingangs im Dossier (ohne ihn: nach dem Stichtag), ist die Zeile `out-of-order`. Ist nur einer der
        /// beiden Tage genannt, ist sie bei einem Double-Opt-in `unconfirmed`; sonst gibt es nur den einen Tag, und er
        /// muss nur vor der Lieferung liegen. Von zwei Lesarten eines Tages zählt die schlechtere, auch bei einem Monat
        /// ohne Tag. Was sich nicht lesen lässt, ist unlesbar.
        ///
        /// ## Was er nicht sehen kann
        /// Welche von zwei Spalten der Anbieter als Anfrage meinte, wenn sie anders stehen. Die Folge innerhalb eines
        /// Tages.
    }
    "consent-order" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::ConsentMethod, Column::ConsentAt, Column::ConsentAt, Column::ConsentAt],
        bins: &["out-of-order", "unconfirmed", "in-order", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["double opt-in", "2026-03-01", "2026-03-02"],
                    &["double opt-in", "2026-03-01T23:59:00Z", "2026-03-01T08:00:00Z"],
                    &["double opt-in", "2026-03-02", "2026-03-01"],
                    &["double opt-in", "2026-11-23", "2026-11-24"],
                    &["double opt-in", "2026-03-01", ""],
                    &["double opt-in", "", "2026-03-01"],
                    &["double opt-in", "2026-03-01", "ja"],
                    &["double opt-in", "1970-01-01", "2026-03-01"],
                    &["double opt-in", "ja", ""],
                    &["double opt-in", "", ""],
                    &["double opt-in", "2026-03", "2026-03-20"],
                    &["single opt-in", "2026-03-01", ""],
                    &["single opt-in", "2026-11-24", ""],
                    &["single opt-in", "2026-03-02", "2026-03-01"],
                    &["", "", "2026-03-01"],
                    &["", "ja", ""],
                ],
                &[
                    "in-order",
                    "in-order",
                    "out-of-order",
                    "out-of-order",
                    "unconfirmed",
                    "unconfirmed",
                    "illegible",
                    "illegible",
                    "unconfirmed",
                    "blank",
                    "out-of-order",
                    "in-order",
                    "out-of-order",
                    "out-of-order",
                    "in-order",
                    "illegible",
                ],
            ),
            // one column
            Example::rows(
                &[&["DOI", "2026-03-01"], &["DOI", "2026-12-01"], &["written", "2026-03-01"], &["DOI", ""]],
                &["unconfirmed", "out-of-order", "in-order", "blank"],
            ),
            Example::rows(
                &[
                    &["DOI", "2026-09-30", "2026-10-02"],
                    &["DOI", "2026-09-30", "2026-10-03"],
                    &["written", "2026-10-03", ""],
                ],
                &["in-order", "out-of-order", "out-of-order"],
            )
            .with("", "vendor = \"musterdaten\"\ndelivery = \"2026-10\"\nreceived = 2026-10-02\n"),
            // no cell tells day from month
            Example::rows(&[&["DOI", "02/03/2026", "03/02/2026"]], &["out-of-order"]),
            Example::rows(
                &[
                    &["DOI", "2026-03-01", "2026-03-02", "2026-03-02"],
                    &["DOI", "2026-03-01", "2026-03-03", "2026-03-02"],
                ],
                &["in-order", "out-of-order"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::consent_method::Method;
    use crate::data::date::{DayCell, days};

    let (out_of_order, unconfirmed, in_order, illegible, blank) = (0, 1, 2, 3, 4);
    let columns = batch.cells(Column::ConsentAt);
    if columns.is_empty() {
        return vec![blank; batch.rows()];
    }
    let days: Vec<_> = columns.iter().map(|c| days(batch, c)).collect();
    let methods = batch.bins("consent-method");
    let as_of = batch.as_of();
    let delivered = batch.dossier().received.map_or(as_of, |d| d.min(as_of));
    (0..batch.rows())
        .map(|row| {
            let (mut read, mut unread) = (0, false);
            // the earliest and the latest day so far
            let mut before = None;
            for cell in days.iter().map(|d| d[row]) {
                let (first, last) = match cell {
                    DayCell::On(d) => (d, d),
                    DayCell::Either(a, b) => (a, b),
                    DayCell::Blank => continue,
                    _ => {
                        unread = true;
                        continue;
                    }
                };
                if last > delivered || before.is_some_and(|b| b > first) {
                    return out_of_order;
                }
                before = before.max(Some(last));
                read += 1;
            }
            let double = methods[row] == Method::DoubleOptIn as u8;
            match (read, unread) {
                (0, false) => blank,
                (0 | 1, _) if double && read + usize::from(unread) < 2 => unconfirmed,
                (_, true) => illegible,
                _ => in_order,
            }
        })
        .collect()
}
