crate::check! {
    en {
        /// Does the number stand in the public directory, and without a mark against advertising?
        ///
        /// ## What is sorted
        /// Every row, by the result of looking its number up in the directory of subscribers.
        ///
        /// ## Why it matters
        /// In Switzerland a call for advertising is unfair if the number stands in no directory, or stands there with the
        /// asterisk by which the subscriber refuses advertising, unless there is a relationship with the person called.
        ///
        /// ## How it is decided
        /// The result is read from `dnc_status`, the directory from `dnc_register`: local.ch, search.ch, the telephone
        /// directory in any of the country's languages. If one is named, a yes (do not call) is `listed-no-advertising`, a
        /// no `listed`; "not listed" is `unlisted`. If only the asterisk is named as the register, a yes tells of the
        /// asterisk, but a no does not say that the number is listed: the row is `blank`.
        ///
        /// An asterisk, or words for one, are `listed-no-advertising` whatever the register; "not in the directory" and
        /// "listed in the directory" speak for themselves. A bare "listed" without a directory may mean any list and is
        /// `blank`, as are results from registers of other countries. What cannot be read beside a directory is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the look-up took place, and on which day.
    }
    de {
        /// Steht die Nummer im öffentlichen Verzeichnis, und zwar ohne Vermerk gegen Werbung?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Ergebnis der Suche ihrer Nummer im Verzeichnis der Anschlüsse.
        ///
        /// ## Warum es zählt
        /// In der Schweiz ist ein Werbeanruf unlauter, wenn die Nummer in keinem Verzeichnis steht oder dort den Stern trägt,
        /// mit dem der Anschlussinhaber Werbung ablehnt, es sei denn, es besteht eine Beziehung zum Angerufenen.
        ///
        /// ## Wie entschieden wird
        /// Das Ergebnis steht in `dnc_status`, das Verzeichnis in `dnc_register`: local.ch, search.ch, das Telefonbuch in
        /// einer der Landessprachen. Ist eines genannt, so ist ein Ja (nicht anrufen) `listed-no-advertising`, ein Nein
        /// `listed`; „nicht eingetragen“ ist `unlisted`. Ist nur der Sterneintrag als Register genannt, zeugt ein Ja vom
        /// Stern, ein Nein aber nicht davon, dass die Nummer eingetragen ist: Die Zeile ist `blank`.
        ///
        /// Ein Stern, oder Wörter dafür, sind `listed-no-advertising`, gleich bei welchem Register; „nicht im Telefonbuch“
        /// und „im Telefonbuch eingetragen“ sprechen für sich. Ein bloßes „eingetragen“ ohne Verzeichnis kann jede Liste
        /// meinen und ist `blank`, ebenso Ergebnisse aus Registern anderer Länder. Was sich neben einem Verzeichnis nicht
        /// lesen lässt, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob wirklich nachgesehen wurde, und an welchem Tag.
    }
    "number-directory" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::DncStatus, Column::DncRegister],
        bins: &["unlisted", "listed-no-advertising", "listed", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["nicht eingetragen", "local.ch"],
                    &["unlisted", ""],
                    &["nicht im Telefonbuch", ""],
                    &["non inscrit", "annuaire téléphonique"],
                    &["*", ""],
                    &["Sterneintrag", "TPS"],
                    &["eingetragen", "Sterneintrag"],
                    &["eingetragen mit Stern", "Telefonbuch"],
                    &["asterisco", "elenco telefonico"],
                    &["eingetragen", "local.ch"],
                    &["listed without asterisk", "search.ch"],
                    &["im Telefonbuch eingetragen", ""],
                    &["perhaps", "local.ch"],
                    &["listed", ""],
                    &["not listed", "TPS"],
                    &["", "local.ch"],
                    &["", ""],
                ],
                &[
                    "unlisted",
                    "unlisted",
                    "unlisted",
                    "unlisted",
                    "listed-no-advertising",
                    "listed-no-advertising",
                    "listed-no-advertising",
                    "listed-no-advertising",
                    "listed-no-advertising",
                    "listed",
                    "listed",
                    "listed",
                    "illegible",
                    "blank",
                    "blank",
                    "blank",
                    "blank",
                ],
            ),
            // yes means: do not call
            Example::rows(
                &[
                    &["ja", "Swisscom Directories"],
                    &["nein", "Telefonverzeichnis"],
                    &["ja", "Sterneintrag"],
                    &["nein", "Sterneintrag"],
                    &["nein", "Robinsonliste"],
                    &["ja", ""],
                ],
                &["listed-no-advertising", "listed", "listed-no-advertising", "blank", "blank", "blank"],
            ),
            Example::rows(&[&["no"], &["yes"]], &["blank", "blank"]),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{
    batch::Batch,
    blank::fold,
    phrases::{Phrases, tokens},
    yes_no::{self, YesNo},
};

/// What `dnc_register` names.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Register {
    Directory,
    /// The mark against advertising alone.
    Asterisk,
    Other,
}

/// What a word of `dnc_status` says about the directory.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Word {
    Asterisk,
    /// Names the directory itself.
    InDirectory,
    NotInDirectory,
    /// In some list, which one the register tells.
    In,
    NotIn,
}

#[cfg(feature = "engine")]
const WORDS: &str = "\
asterisk\tSterneintrag | Stern | mit Stern | Sternvermerk | eingetragen mit Stern | gelistet mit Stern | Werbeverbot
asterisk\tkeine Werbung | wünscht keine Werbung | asterisk | with asterisk | listed with asterisk | star | no advertising
asterisk\tno ads | astérisque | avec astérisque | inscrit avec astérisque | pas de publicité | sans publicité | asterisco
asterisk\tcon asterisco | iscritto con asterisco | niente pubblicità | nessuna pubblicità | no pubblicità
in-directory\tin directory | in the directory | listed in directory | listed in the directory | public directory entry
in-directory\tim Verzeichnis | im Telefonbuch | im Telefonverzeichnis | im Telefonbuch eingetragen
in-directory\tim Verzeichnis eingetragen | im Verzeichnis ohne Stern | im Telefonbuch ohne Stern | dans l'annuaire
in-directory\tinscrit dans l'annuaire | nell'elenco | nell'elenco telefonico | iscritto nell'elenco
not-in-directory\tunlisted | ex-directory | not in directory | not in the directory | not listed in the directory
not-in-directory\tno directory entry | nicht im Verzeichnis | nicht im Telefonbuch | nicht im Telefonverzeichnis
not-in-directory\tnicht im Telefonbuch eingetragen | nicht im Verzeichnis eingetragen | Geheimnummer | pas dans l'annuaire
not-in-directory\thors annuaire | liste rouge | non inscrit dans l'annuaire | non in elenco | non nell'elenco
in\tlisted | listed without asterisk | listed no asterisk | entry | found | eingetragen | gelistet | Eintrag | vorhanden
in\teingetragen ohne Stern | gelistet ohne Stern | ohne Stern | inscrit | répertorié | inscrit sans astérisque
in\tsans astérisque | iscritto | elencato | iscritto senza asterisco | senza asterisco
not-in\tnot listed | no entry | not found | nicht eingetragen | nicht gelistet | kein Eintrag | ohne Eintrag | nicht gefunden
not-in\tnon inscrit | pas inscrit | non répertorié | pas répertorié | introuvable | non iscritto | non elencato | non trovato";

#[cfg(feature = "engine")]
fn meaning(name: &str) -> Option<Word> {
    Some(match name {
        "asterisk" => Word::Asterisk,
        "in-directory" => Word::InDirectory,
        "not-in-directory" => Word::NotInDirectory,
        "in" => Word::In,
        "not-in" => Word::NotIn,
        _ => return None,
    })
}

#[cfg(feature = "engine")]
static PHRASES: std::sync::LazyLock<Phrases<Word>> =
    std::sync::LazyLock::new(|| Phrases::read(WORDS, meaning));

#[cfg(feature = "engine")]
fn word(text: &str) -> Option<Word> {
    if text.len() > 60 {
        return None;
    }
    if text.trim() == "*" {
        return Some(Word::Asterisk);
    }
    let folded = fold(text);
    PHRASES.whole(&tokens(&folded))
}

#[cfg(feature = "engine")]
fn register(name: &str) -> Register {
    let name = fold(name);
    let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
    if has(&[
        "local.ch",
        "search.ch",
        "localsearch",
        "directories",
        "directory",
        "telefonverzeichnis",
        "telefonbuch",
        "teilnehmerverzeichnis",
        "weisse seiten",
        "white pages",
        "phone book",
        "phonebook",
        "twixtel",
        "annuaire",
        "pages blanches",
        "elenco telefonico",
        "elenchi telefonici",
        "pagine bianche",
    ]) {
        Register::Directory
    } else if has(&["stern", "asteri"]) {
        Register::Asterisk
    } else {
        Register::Other
    }
}

#[cfg(feature = "engine")]
fn sort(batch: &Batch<'_>) -> Vec<u8> {
    let (unlisted, refused, listed, illegible, blank) = (0, 1, 2, 3, 4);
    let mut out = vec![blank; batch.rows()];
    let columns = batch.cells(Column::DncStatus);
    let registers: Vec<_> = batch
        .cells(Column::DncRegister)
        .iter()
        .map(|cells| batch.by_text("number-directory::register", cells, register))
        .collect();
    // of several registers in a row the directory answers the question
    let named = |row: usize| {
        let all = || registers.iter().map(|r| r[row]);
        match all().any(|r| r == Register::Directory) {
            true => Register::Directory,
            false if all().any(|r| r == Register::Asterisk) => Register::Asterisk,
            false => Register::Other,
        }
    };
    for cells in columns {
        let words = batch.by_text("number-directory::word", &cells, word);
        let plain = yes_no::cells(batch, &cells);
        for (row, o) in out.iter_mut().enumerate() {
            let no_call = match plain[row] {
                YesNo::Yes => Some(!cells.slot.negated),
                YesNo::No => Some(cells.slot.negated),
                YesNo::Illegible | YesNo::Blank => None,
            };
            let bin = match (words[row], named(row), no_call) {
                (Some(Word::Asterisk), ..) => refused,
                (Some(Word::NotInDirectory), ..) => unlisted,
                (Some(Word::NotIn), Register::Directory, _) => unlisted,
                (Some(Word::InDirectory), ..) => listed,
                (Some(Word::In), Register::Directory, _) => listed,
                // in the list of those who refuse
                (Some(Word::In), Register::Asterisk, _) => refused,
                (Some(_), ..) => blank,
                (None, Register::Directory | Register::Asterisk, Some(true)) => refused,
                (None, Register::Directory, Some(false)) => listed,
                (None, Register::Directory, None) if plain[row] == YesNo::Illegible => illegible,
                _ => blank,
            };
            *o = (*o).min(bin);
        }
    }
    out
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_says_two_things() {
        crate::data::phrases::lint(WORDS, meaning);
    }
}
