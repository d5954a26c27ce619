crate::check! {
    en {
        /// Does one and the same text name the basis of all rows?
        ///
        /// ## What is sorted
        /// Each text that stands in `lawful_basis`, by its share of the rows that have one.
        ///
        /// ## Why it matters
        /// The basis of processing is decided source by source and purpose by purpose, Art. 5(2) GDPR. One text down
        /// the whole column may be true, but it may also have been filled in for the sale; then it says nothing about
        /// the single contact.
        ///
        /// ## How it is decided
        /// Texts are compared without regard to case, accents and blanks; spellings of one basis stay apart. The rows
        /// of a text are divided by all rows with a text: `all-rows` is the only text there is; then the shares over
        /// 95, up to 95, 50, 10 and 1 per cent. Below twenty rows with a text nothing is concluded: every text is
        /// `too-few-rows`.
        ///
        /// Rows without a text are no unit; if no row has one, the one unit is `blank`. More different texts than are
        /// told apart are `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the text is right. A list from one source normally has one basis, so this is shown and not held
        /// against anybody.
    }
    de {
        /// Nennt ein und derselbe Text die Grundlage aller Zeilen?
        ///
        /// ## Was sortiert wird
        /// Jeder Text, der in `lawful_basis` steht, nach seinem Anteil an den Zeilen, die einen haben.
        ///
        /// ## Warum es zählt
        /// Auf welcher Grundlage verarbeitet wird, entscheidet sich je Quelle und Zweck, Art. 5 Abs. 2 DSGVO. Ein
        /// einziger Text in der ganzen Spalte kann stimmen; er kann aber auch für den Verkauf eingetragen worden sein
        /// und sagt dann nichts über den einzelnen Kontakt.
        ///
        /// ## Wie entschieden wird
        /// Texte werden ohne Rücksicht auf Groß- und Kleinschreibung, Akzente und Leerzeichen verglichen; Schreibweisen
        /// derselben Grundlage bleiben getrennt. Die Zeilen eines Texts, geteilt durch alle Zeilen mit Text: `all-rows`
        /// ist der einzige Text, den es gibt; dann folgen die Anteile über 95, bis 95, 50, 10 und 1 Prozent. Unter
        /// zwanzig Zeilen mit Text wird nichts gefolgert: Jeder Text ist `too-few-rows`.
        ///
        /// Zeilen ohne Text sind keine Einheit; hat keine einen, ist die eine Einheit `blank`. Mehr verschiedene Texte,
        /// als unterschieden werden, sind `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Text stimmt. Eine Liste aus einer Quelle hat meist eine Grundlage; deshalb wird das gezeigt und
        /// niemandem vorgehalten.
    }
    "basis-value-share" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::LawfulBasis],
        bins: &["all-rows", "over-95-percent", "up-to-95-percent", "up-to-50-percent", "up-to-10-percent", "up-to-1-percent", "too-few-rows", "illegible", "blank"],
        examples: &[
            // one text in two spellings that fold to one
            Example::rows(&ONE, &["all-rows"]),
            Example::rows(&[LI; 19], &["too-few-rows"]),
            // rows without a text take no part, so nineteen are left
            Example::rows(&BLANKS, &["too-few-rows"]),
            Example::rows(&MANY, &["over-95-percent", "up-to-10-percent", "up-to-1-percent"]),
            Example::rows(&HALVES, &["up-to-95-percent", "up-to-50-percent"]),
            Example::rows(&[&[""], &["n/a"]], &["blank"]),
        ],
    }
    keys(TEXTS) sort
}

use crate::record::check::{Example, Scope, mostly};
use crate::record::column::Column;

const LI: &[&str] = &["legitimate interest"];

static ONE: [&[&str]; 20] = mostly(LI, &[(5, &["Legitimate  INTEREST "])]);
static BLANKS: [&[&str]; 24] = mostly(LI, &[(3, &[""]), (2, &["unknown"])]);
static MANY: [&[&str]; 200] = mostly(LI, &[(2, &["consent"]), (3, &["contract"])]);
static HALVES: [&[&str]; 200] = mostly(LI, &[(80, &["Art. 6 Abs. 1 lit. f DSGVO"])]);

#[cfg(feature = "engine")]
const TEXTS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "basis-value",
    of: |batch| crate::data::keys::texts(batch, Column::LawfulBasis),
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    crate::data::share::sort(&CHECK, view)
}
