crate::check! {
    en {
        /// Which share of the consents was given in one and the same second?
        ///
        /// ## What is sorted
        /// Each second that stands in `consent_at`, by its share of the rows whose consent carries one.
        ///
        /// ## Why it matters
        /// A consent is the act of a person, and people do not click together. Many consents of one second were written
        /// by a program, and whoever relies on them must show the act itself, Art. 5(2) and 7(1) GDPR.
        ///
        /// ## How it is decided
        /// Only cells that carry hours, minutes and seconds take part; a time with a zone is brought to UTC. The rows
        /// of a second are divided by all rows that carry one: `all-rows` is the only second there is; then the shares
        /// over 95, up to 95, 50, 10 and 1 per cent. Below twenty such rows nothing is concluded: every second is
        /// `too-few-rows`.
        ///
        /// Some programs write a day as 00:00:00. If all times are midnights, there is no second, and the one unit is
        /// `blank`, as it is without any; beside other times midnights count like them. More different seconds than are
        /// told apart are `illegible`.
        ///
        /// ## What it cannot see
        /// Times made up with more care, and whether many forms were truly received at once, such as a stack of paper
        /// that was scanned.
    }
    de {
        /// Welcher Anteil der Einwilligungen fällt in ein und dieselbe Sekunde?
        ///
        /// ## Was sortiert wird
        /// Jede Sekunde, die in `consent_at` steht, nach ihrem Anteil an den Zeilen, deren Einwilligung eine trägt.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung ist die Handlung eines Menschen, und Menschen klicken nicht im Takt. Viele Einwilligungen
        /// derselben Sekunde hat ein Programm geschrieben; wer sich auf sie stützt, muss die Handlung selbst zeigen,
        /// Art. 5 Abs. 2 und Art. 7 Abs. 1 DSGVO.
        ///
        /// ## Wie entschieden wird
        /// Nur Zellen mit Stunde, Minute und Sekunde nehmen teil; eine Zeit mit Zone wird in UTC umgerechnet. Die
        /// Zeilen einer Sekunde, geteilt durch alle Zeilen, die eine tragen: `all-rows` ist die einzige Sekunde, die es
        /// gibt; dann folgen die Anteile über 95, bis 95, 50, 10 und 1 Prozent. Unter zwanzig solchen Zeilen wird
        /// nichts gefolgert: Jede Sekunde ist `too-few-rows`.
        ///
        /// Manche Programme schreiben einen Tag als 00:00:00. Sind alle Zeiten Mitternacht, gibt es keine Sekunde, und
        /// die eine Einheit ist `blank`, wie ohne jede Zeit; neben anderen Zeiten zählt Mitternacht wie sie. Mehr
        /// verschiedene Sekunden, als unterschieden werden, sind `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Sorgfältiger erfundene Zeiten, und ob viele Formulare wirklich auf einmal eingingen, etwa als gescannter
        /// Stapel.
    }
    "consent-second-share" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::ConsentAt],
        bins: &["all-rows", "over-95-percent", "up-to-95-percent", "up-to-50-percent", "up-to-10-percent", "up-to-1-percent", "too-few-rows", "illegible", "blank"],
        examples: &[
            // one moment in three spellings
            Example::rows(&ONE, &["all-rows"]),
            Example::rows(&[SECOND; 19], &["too-few-rows"]),
            // days and minutes carry no second
            Example::rows(&[&["2026-03-01"], &["01.03.2026 10:15"], &["2026-03-01 10:15:30"]], &["too-few-rows"]),
            Example::rows(&MANY, &["over-95-percent", "up-to-10-percent", "up-to-1-percent"]),
            Example::rows(&HALVES, &["up-to-95-percent", "up-to-50-percent"]),
            // days written as times, and the same beside one real time
            Example::rows(&[MIDNIGHT; 40], &["blank"]),
            Example::rows(&MIDNIGHTS, &["over-95-percent", "up-to-10-percent"]),
            Example::rows(&[&[""], &["n/a"], &["2026-03-01"], &["ja"]], &["blank"]),
        ],
    }
    keys(SECONDS) sort
}

use crate::record::check::{Example, Scope, mostly};
use crate::record::column::Column;

const SECOND: &[&str] = &["2026-03-01T10:15:30Z"];
const MIDNIGHT: &[&str] = &["2026-03-01 00:00:00"];

static ONE: [&[&str]; 20] = mostly(
    SECOND,
    &[(3, &["2026-03-01 11:15:30 CET"]), (3, &["1772360130"])],
);
static MANY: [&[&str]; 200] = mostly(
    SECOND,
    &[
        (2, &["2026-03-01T10:15:31Z"]),
        (3, &["2026-03-02T10:15:30Z"]),
    ],
);
static HALVES: [&[&str]; 200] = mostly(SECOND, &[(80, &["01.03.2026 10:16:30"])]);
static MIDNIGHTS: [&[&str]; 40] = mostly(MIDNIGHT, &[(1, &["2026-03-01 10:15:30"])]);

#[cfg(feature = "engine")]
const SECONDS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "consent-second",
    of: |batch| crate::data::share::second_keys(batch, Column::ConsentAt),
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    crate::data::share::sort_seconds(&CHECK, view)
}
