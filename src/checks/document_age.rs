crate::check! {
    en {
        /// How old is the document on the day of the audit?
        ///
        /// ## What is sorted
        /// Each of the 29 kinds of document, by the age of the file that serves it.
        ///
        /// ## Why it matters
        /// A paper from years ago says little about the data of today. Some kinds age within days, such as a list of
        /// removals, others within years; how old is too old is for the policy to say.
        ///
        /// ## How it is decided
        /// Counted from the document's date to the as-of date, in calendar months: the period of a month ends on the
        /// same day number, or on the month's last day if it has none. The bin is the narrowest period that has not run
        /// out. A date after the as-of date is `after-as-of`; a stated end of validity that has passed is `expired`; a
        /// file without a date is `undated`, one whose date cannot be read `illegible`.
        ///
        /// If several files serve one kind, the one with the best age counts. A kind without a file at hand is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the date is true, and whether the file is the one that was declared: the latter is the matter of
        /// `document-integrity`.
    }
    de {
        /// Wie alt ist die Unterlage am Tag der Prüfung?
        ///
        /// ## Was sortiert wird
        /// Jede der 29 Arten von Unterlagen, nach dem Alter der Datei, die ihr dient.
        ///
        /// ## Warum es zählt
        /// Ein Papier von vor Jahren sagt wenig über die Daten von heute. Manche Arten veralten in Tagen, etwa eine
        /// Liste der Löschungen, andere in Jahren; wie alt zu alt ist, sagt das Regelwerk.
        ///
        /// ## Wie entschieden wird
        /// Gezählt wird vom Datum der Unterlage bis zum Stichtag, in Kalendermonaten: Eine Monatsfrist endet am Tag
        /// gleicher Zahl, oder am letzten Tag des Monats, wenn es diese Zahl nicht gibt. Die Klasse ist die engste Frist,
        /// die noch nicht abgelaufen ist. Ein Datum nach dem Stichtag ist `after-as-of`, ein genanntes und
        /// verstrichenes Ende der Gültigkeit `expired`; eine Datei ohne Datum ist `undated`, eine mit unlesbarem Datum
        /// `illegible`.
        ///
        /// Dienen mehrere Dateien einer Art, zählt die mit dem besten Alter. Eine Art ohne vorliegende Datei ist
        /// `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob das Datum stimmt, und ob die Datei die erklärte ist; Letzteres zeigt `document-integrity`.
    }
    "document-age" {
        rev: 1,
        scope: Scope::Document,
        columns: &[],
        bins: age::BINS,
        examples: &[
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-11-24 }]
            "#, &["after-as-of"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-10-01, expires = 2026-11-22 }]
            "#, &["expired"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"] }]
            "#, &["undated"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2023-11-22 }]
            "#, &["over-36-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2024-11-22 }]
            "#, &["up-to-36-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2025-11-22 }]
            "#, &["up-to-24-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-05-22 }]
            "#, &["up-to-12-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-08-22 }]
            "#, &["up-to-6-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-09-01 }]
            "#, &["up-to-3-months"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-10-24 }]
            "#, &["up-to-30-days"]),
            Example::papers("", r#"
                document = [{ path = "a.pdf", kinds = ["dpia"], date = 2026-11-16 }]
            "#, &["up-to-7-days"]),
            Example::papers(r#"
                gdpr.documents = [{ id = "a", kind = "dpia", path = "a.pdf", date = "spring" }]
            "#, "", &["illegible"]),
            // of several files the one with the best age counts; a file that is not at hand is none
            Example::papers("", r#"
                document = [
                  { path = "a.pdf", kinds = ["dpia", "notice-log"], date = 2024-01-10 },
                  { path = "b.pdf", kinds = ["dpia"], date = 2026-11-20 },
                  { path = "missing/c.pdf", kinds = ["consent-log"], date = 2026-11-20 },
                ]
            "#, &["up-to-7-days", "up-to-36-months"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::{Papers, age};

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    papers.per_kind(|_, files| {
        let files = files.iter().filter(|d| d.supplied());
        age::best(files.map(|d| age::of(d.date, d.expires, papers.as_of)))
    })
}
