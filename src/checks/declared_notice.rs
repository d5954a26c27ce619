crate::check! {
    en {
        /// Do the dates of the notice fit what was declared?
        ///
        /// ## What is sorted
        /// The delivery, once: when, and to which share of the persons, the vendor says that its notice went out,
        /// against the days in the rows.
        ///
        /// ## Why it matters
        /// Art. 14 GDPR asks for a notice to every person. A declared share is quickly written; the days in the rows
        /// show whether somebody kept count.
        ///
        /// ## How it is decided
        /// From `gdpr.notice` and the `notice` of the source entries. A row says otherwise if its day lies outside the
        /// declared period, or came later than the entry of its source promises; at least five such rows, and one in a
        /// hundred, are `contradicts`. So is a share of dated rows that is off by more than five points, over at least
        /// twenty rows. Of a source without a single day in its rows nothing is compared: its log may be elsewhere.
        /// Without any day in the rows it is `not-observable`; a period or share that cannot be read is `illegible`;
        /// nothing declared is `blank`.
        ///
        /// ## What it cannot see
        /// Whether a notice was sent on the day that stands in the row, and what it said.
    }
    de {
        /// Passen die Daten der Information zu dem, was erklärt wurde?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: wann und an welchen Anteil der Personen die Information nach Angabe des Anbieters
        /// verschickt wurde, gegen die Tage in den Zeilen.
        ///
        /// ## Warum es zählt
        /// Art. 14 DSGVO verlangt, jede Person zu informieren. Ein Anteil ist schnell hingeschrieben; die Tage in den
        /// Zeilen zeigen, ob jemand Buch geführt hat.
        ///
        /// ## Wie entschieden wird
        /// Aus `gdpr.notice` und der `notice` der Quelleneinträge. Eine Zeile sagt etwas anderes, wenn ihr Tag
        /// außerhalb des erklärten Zeitraums liegt oder später kam, als der Eintrag ihrer Quelle verspricht; mindestens
        /// fünf solche Zeilen, und eine von hundert, sind `contradicts`. Ebenso ein Anteil datierter Zeilen, der um
        /// mehr als fünf Punkte abweicht, bei mindestens zwanzig Zeilen. Von einer Quelle ohne einen einzigen Tag in
        /// ihren Zeilen wird nichts verglichen: Ihr Protokoll kann anderswo liegen. Ohne jeden Tag in den Zeilen ist es
        /// `not-observable`; ein unlesbarer Zeitraum oder Anteil ist `illegible`, nichts Erklärtes `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob am Tag, der in der Zeile steht, wirklich etwas verschickt wurde, und was darin stand.
    }
    "declared-notice" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::Art14NoticeAt, Column::CollectedAt, Column::Source],
        bins: &["contradicts", "not-observable", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(MARCH, &["agrees"]).with(SPRING, ""),
            Example::rows(MARCH, &["contradicts"])
                .with("gdpr.notice = { first-sent = \"2026-03-03\", last-sent = \"2026-05-31\" }", ""),
            Example::rows(MARCH, &["contradicts"]).with("gdpr.notice.last-sent = \"2026-03-01\"", ""),
            // four rows outside are a slip
            Example::rows(FOUR, &["agrees"]).with(SPRING, ""),
            Example::rows(&HALF, &["agrees"]).with("gdpr.notice.share-notified = 0.52", ""),
            Example::rows(&HALF, &["contradicts"]).with("gdpr.notice.share-notified = 0.97", ""),
            Example::rows(&HALF, &["contradicts"]).with("gdpr.notice.share-notified = 0.4", ""),
            // of six rows no share is concluded
            Example::rows(MARCH, &["not-observable"]).with("gdpr.notice.share-notified = 0.97", ""),
            // the rows of one source bear no day; its log is the vendor's word for them
            Example::rows(&SOURCES, &["agrees"]).with(r#"
                [gdpr]
                notice.share-notified = 1
                [[gdpr.sources]]
                id = "web"
                matches = ["Web"]
                notice = { within = "P3M" }
            "#, ""),
            Example::rows(&SOURCES, &["contradicts"]).with(r#"
                [gdpr]
                notice.share-notified = 0.5
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice = { within = "P1M", share = 0.8 }
            "#, ""),
            Example::rows(LATE, &["contradicts"]).with(r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice = { within = "P1M" }
            "#, ""),
            Example::rows(&[&[""], &["soon"]], &["not-observable"]).with(SPRING, ""),
            Example::rows(MARCH, &["illegible"]).with("gdpr.notice.share-notified = \"nearly all\"", ""),
            Example::rows(MARCH, &["illegible"]).with("gdpr.notice.first-sent = \"spring\"", ""),
            Example::rows(MARCH, &["blank"]).with("gdpr.notice.channel = \"post\"", ""),
            Example::rows(MARCH, &["blank"]),
        ],
    }
    keys(crate::data::claims::NOTICE) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

const SPRING: &str = "gdpr.notice = { first-sent = \"2026-03-01\", last-sent = \"2026-05-31\" }";
const MARCH: &[&[&str]] = &[
    &["2026-03-02"],
    &["2026-03-02"],
    &["2026-03-02"],
    &["2026-03-02"],
    &["2026-03-02"],
    &[""],
];
const FOUR: &[&[&str]] = &[
    &["2026-06-02"],
    &["2026-06-02"],
    &["2026-02-02"],
    &["2026-02-02"],
    &["2026-03-02"],
];
const LATE: &[&[&str]] = &[TWO_MONTHS; 5];
const TWO_MONTHS: &[&str] = &["2026-03-09", "2026-01-05", "Messe"];
static HALF: [&[&str]; 40] = halves(&["2026-03-02"], &[""]);
static SOURCES: [&[&str]; 40] = halves(&["2026-03-02", "", "Messe"], &["", "", "Web"]);

const fn halves(one: &'static [&str], other: &'static [&str]) -> [&'static [&'static str]; 40] {
    let mut rows = [one; 40];
    let mut at = 0;
    while at < 20 {
        rows[at] = other;
        at += 1;
    }
    rows
}

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    let declaration = view.papers.dossier.declaration.as_ref();
    let bin = declaration.map_or("blank", |d| bin(view, d));
    vec![crate::record::papers::KeyBin {
        key: None,
        bin: CHECK.at(bin),
    }]
}

#[cfg(feature = "engine")]
fn bin(
    view: &crate::data::sorter::KeyView<'_>,
    declaration: &crate::record::dossier::Declaration,
) -> &'static str {
    use crate::data::claims::Notices;
    use crate::record::dossier::Declared;
    use crate::record::papers::contradicts;

    /// Rows from which a share is concluded.
    const SHARE: u64 = 20;
    const POINTS: u64 = 5;

    let said = declaration.notice.clone().unwrap_or_default();
    let of_source = |i: usize| declaration.sources.get(i).and_then(|s| s.notice.as_ref());
    let sources: Vec<_> = (0..declaration.sources.len())
        .filter_map(|i| Some((i, of_source(i)?)))
        .collect();
    let period = said.first_sent.is_some() || said.last_sent.is_some();
    if !period && !said.illegible && said.share.is_none() && sources.is_empty() {
        return "blank";
    }
    let by_entry = Notices::of(view.table);
    let all = by_entry
        .values()
        .copied()
        .fold(Notices::default(), Notices::and);
    // rows whose notice is only said of their source
    let elsewhere: u64 = sources
        .iter()
        .filter_map(|(i, _)| by_entry.get(&Some(*i)))
        .filter(|n| n.dated == 0)
        .map(|n| n.rows)
        .sum();
    let base = all.rows - elsewhere;
    let off = |share: &Option<Declared<_>>, n: u64, rows: u64| match share {
        Some(Declared::Is(s)) if n > 0 && rows >= SHARE => Some(
            crate::record::policy::bound::Share::is_off(s, n, rows, POINTS),
        ),
        _ => None,
    };
    let mut shares = vec![off(&said.share, all.dated, base)];
    for (i, notice) in &sources {
        let here = by_entry.get(&Some(*i)).copied().unwrap_or_default();
        shares.push(off(&notice.share, here.dated, here.rows));
    }
    let soon = sources
        .iter()
        .any(|(i, n)| n.in_time && by_entry.get(&Some(*i)).is_some_and(|n| n.dated > 0));
    let illegible = |share: &Option<Declared<_>>| matches!(share, Some(Declared::Illegible));
    if contradicts(all.outside, all.rows)
        || contradicts(all.late, all.rows)
        || shares.contains(&Some(true))
    {
        "contradicts"
    } else if said.illegible
        || illegible(&said.share)
        || sources.iter().any(|(_, n)| illegible(&n.share))
    {
        "illegible"
    } else if all.dated > 0 && (period || soon || shares.contains(&Some(false))) {
        "agrees"
    } else {
        "not-observable"
    }
}
