crate::check! {
    en {
        /// How old is the buyer's own paper on the day of the audit?
        ///
        /// ## What is sorted
        /// Each of the ten slots of the buyer's file, by the age of the paper in it.
        ///
        /// ## Why it matters
        /// The buyer has duties of its own: to weigh interests, to inform, to keep a suppression list. A paper that is
        /// missing or stale is a task with a due date; it is never laid to the vendor's charge.
        ///
        /// ## How it is decided
        /// Counted like the age of a vendor's document: from the paper's date to the as-of date, in calendar months,
        /// into the narrowest period that has not run out. `after-as-of`, `expired`, `undated` and `illegible` mean the
        /// same as there. If a slot holds several papers, the one with the best age counts; a slot without a paper at
        /// hand is `blank`.
        ///
        /// For the slot `suppression-list` the buyer's suppression lists under `suppress` count too, each with the date
        /// that is stated for it.
        ///
        /// ## What it cannot see
        /// Whether the paper says what it should, and whether anyone acts on it.
    }
    de {
        /// Wie alt ist die eigene Unterlage des Käufers am Tag der Prüfung?
        ///
        /// ## Was sortiert wird
        /// Jeder der zehn Plätze der Käuferakte, nach dem Alter der Unterlage darin.
        ///
        /// ## Warum es zählt
        /// Der Käufer hat eigene Pflichten: Interessen abwägen, informieren, eine Sperrliste führen. Eine fehlende oder
        /// veraltete Unterlage ist eine Aufgabe mit Termin; dem Anbieter wird sie nie angelastet.
        ///
        /// ## Wie entschieden wird
        /// Gezählt wird wie bei den Unterlagen des Anbieters: vom Datum bis zum Stichtag, in Kalendermonaten, in die
        /// engste noch nicht abgelaufene Frist. `after-as-of`, `expired`, `undated` und `illegible` bedeuten dasselbe
        /// wie dort. Liegen auf einem Platz mehrere Unterlagen, zählt die mit dem besten Alter; ein Platz ohne
        /// vorliegende Unterlage ist `blank`.
        ///
        /// Auf dem Platz `suppression-list` zählen auch die Sperrlisten des Käufers unter `suppress`, jede mit dem
        /// Datum, das zu ihr genannt ist.
        ///
        /// ## Was er nicht sehen kann
        /// Ob in der Unterlage steht, was darin stehen soll, und ob sich jemand danach richtet.
    }
    "buyer-file-age" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: age::BINS,
        examples: &[
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-11-24 }]
            "#, &["after-as-of"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-10-01, expires = 2026-11-22 }]
            "#, &["expired"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule" }]
            "#, &["undated"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2023-11-22 }]
            "#, &["over-36-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2024-11-22 }]
            "#, &["up-to-36-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2025-11-22 }]
            "#, &["up-to-24-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-05-22 }]
            "#, &["up-to-12-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-08-22 }]
            "#, &["up-to-6-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-09-01 }]
            "#, &["up-to-3-months"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-10-24 }]
            "#, &["up-to-30-days"]),
            Example::papers("", r#"
                item = [{ path = "a.pdf", kind = "retention-rule", date = 2026-11-16 }]
            "#, &["up-to-7-days"]),
            // a suppression list that is supplied counts with its own date
            Example::papers("", r#"
                [buyer]
                suppress = ["old.txt", { path = "new.txt", date = 2026-11-20 }, { path = "theirs.txt", date = 2026-11-23, owner = "vendor" }]
                [[item]]
                path = "missing/b.pdf"
                kind = "dpo-statement"
                date = 2026-11-20
            "#, &["up-to-7-days"]),
            Example::papers("", "", &[]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::ITEMS;
use crate::record::papers::{Papers, age};

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let dossier = papers.dossier;
    let lists = dossier.suppression.iter().filter(|l| l.owner == "buyer");
    let listed = lists.map(|l| age::of(l.date, None, papers.as_of));
    let listed: Vec<usize> = listed.collect();
    let slot = |item: &'static str| {
        let own = dossier
            .items
            .iter()
            .filter(move |i| i.kinds.iter().any(|k| *k == item));
        let own = own
            .filter(|i| i.supplied())
            .map(|i| age::of(i.date, i.expires, papers.as_of));
        let lists = listed
            .iter()
            .copied()
            .filter(|_| item == "suppression-list");
        age::best(own.chain(lists))
    };
    ITEMS.iter().copied().map(slot).collect()
}
