crate::check! {
    en {
        /// Could all rows be read?
        ///
        /// ## What is sorted
        /// The delivery, once: the records of the ledger that could be loaded against those that could not.
        ///
        /// ## Why it matters
        /// A row that cannot be read is not judged, and so must not be used. A few are damage in transit; many mean
        /// that the file is not what it seems.
        ///
        /// ## How it is decided
        /// From the ledger of the reader. Records that had to be set apart (too few or too many fields, an unclosed
        /// quote, bytes that are no text …) are divided by all records read: none is `all-read`, then at most one in a
        /// thousand, at most one in a hundred, more. A file without a single record is `blank`.
        ///
        /// ## What it cannot see
        /// Whether a record that could be read stands in the right columns. Nothing is repaired and nothing guessed.
    }
    de {
        /// Konnten alle Zeilen gelesen werden?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die geladenen Datensätze des Zählbuchs gegen die, die sich nicht laden ließen.
        ///
        /// ## Warum es zählt
        /// Eine Zeile, die sich nicht lesen lässt, wird nicht beurteilt und darf deshalb nicht genutzt werden. Wenige
        /// sind ein Schaden unterwegs; viele heißen, dass die Datei nicht ist, wonach sie aussieht.
        ///
        /// ## Wie entschieden wird
        /// Aus dem Zählbuch des Lesers. Datensätze, die beiseitegelegt werden mussten (zu wenige oder zu viele Felder,
        /// ein offenes Anführungszeichen, Bytes, die kein Text sind …), werden durch alle gelesenen geteilt: keiner ist
        /// `all-read`, dann höchstens einer von tausend, höchstens einer von hundert, mehr. Eine Datei ohne einen
        /// einzigen Datensatz ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob ein lesbarer Datensatz in den richtigen Spalten steht. Es wird nichts ausgebessert und nichts geraten.
    }
    "row-reading" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[],
        bins: &["over-1-in-100", "up-to-1-in-100", "up-to-1-in-1000", "all-read", "illegible", "blank"],
        examples: &[
            Example::papers("", "", &["over-1-in-100"]).ledger(98, 2),
            Example::papers("", "", &["up-to-1-in-100"]).ledger(99, 1),
            Example::papers("", "", &["up-to-1-in-1000"]).ledger(999, 1),
            Example::papers("", "", &["all-read"]).ledger(1, 0),
            Example::papers("", "", &["over-1-in-100"]).ledger(0, 3),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let (read, unread) = (papers.ledger.read, papers.ledger.quarantined());
    // compared as fractions: a share is never rounded
    let within = |n: u64| u128::from(unread) * u128::from(n) <= u128::from(read);
    let bin = match unread {
        _ if read == 0 => "blank",
        0 => "all-read",
        _ if within(1_000) => "up-to-1-in-1000",
        _ if within(100) => "up-to-1-in-100",
        _ => "over-1-in-100",
    };
    vec![CHECK.at(bin)]
}
