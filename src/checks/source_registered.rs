crate::check! {
    en {
        /// Does every source of the list stand in the vendor's source register?
        ///
        /// ## What is sorted
        /// Each distinct value of the column `source`, and each entry of the register that no row bears.
        ///
        /// ## Why it matters
        /// The register says of every source who kept it, how the data were collected and on which terms. A value that
        /// no entry explains has no origin that could be checked; an entry without a row points to data that were not
        /// delivered, or to a register made for another list.
        ///
        /// ## How it is decided
        /// From `[[gdpr.sources]]` of the declaration: the texts under `matches`, compared without regard to case,
        /// accents and blanks. Exactly one entry is `registered`, two are `two-entries`, none is `unregistered`; an
        /// entry whose texts no row bears is `orphan`. Without a register every value is `no-register`; a register in
        /// which nothing can be read as an entry is `illegible`.
        ///
        /// Rows without a source are no unit here; if there is neither a source nor a register, the one unit is
        /// `blank`.
        ///
        /// ## What it cannot see
        /// Whether the entry is true. It shows that the vendor has accounted for the value, not that the account is
        /// right.
    }
    de {
        /// Steht jede Quelle der Liste im Quellenverzeichnis des Anbieters?
        ///
        /// ## Was sortiert wird
        /// Jeder verschiedene Wert der Spalte `source`, und jeder Eintrag des Verzeichnisses, den keine Zeile trägt.
        ///
        /// ## Warum es zählt
        /// Das Verzeichnis sagt zu jeder Quelle, wer sie führte, wie erhoben wurde und zu welchen Bedingungen. Ein
        /// Wert, den kein Eintrag erklärt, hat keine nachprüfbare Herkunft; ein Eintrag ohne Zeile deutet auf nicht
        /// gelieferte Daten oder auf ein Verzeichnis für eine andere Liste.
        ///
        /// ## Wie entschieden wird
        /// Aus `[[gdpr.sources]]` der Erklärung: die Texte unter `matches`, verglichen ohne Rücksicht auf Groß- und
        /// Kleinschreibung, Akzente und Leerzeichen. Genau ein Eintrag ist `registered`, zwei sind `two-entries`,
        /// keiner `unregistered`; ein Eintrag, dessen Texte keine Zeile trägt, ist `orphan`. Ohne Verzeichnis ist jeder
        /// Wert `no-register`; ein Verzeichnis, in dem sich nichts als Eintrag lesen lässt, ist `illegible`.
        ///
        /// Zeilen ohne Quelle sind hier keine Einheit; gibt es weder Quelle noch Verzeichnis, ist die eine Einheit
        /// `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Eintrag stimmt. Er zeigt, dass der Anbieter über den Wert Rechenschaft gibt, nicht dass sie richtig
        /// ist.
    }
    "source-registered" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Source],
        bins: &["unregistered", "two-entries", "no-register", "orphan", "registered", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["Impressum"], &["IMPRESSUM "], &["Messe"], &["Web"], &[""]],
                &["unregistered", "two-entries", "orphan", "registered"],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum", "Messe"]
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                [[gdpr.sources]]
                id = "partner"
                matches = ["Partner NL"]
            "#, ""),
            Example::rows(&[&["Impressum"], &["Web"]], &["no-register", "no-register"]),
            Example::rows(&[&["Impressum"]], &["illegible"]).with("gdpr.sources = \"see annex\"", ""),
            Example::rows(&[&["unknown"], &[""]], &["blank"]),
            Example::rows(&[&[""]], &["orphan"]).with("gdpr.sources = [{ id = \"imprint\" }]", ""),
        ],
    }
    keys(crate::data::register::SOURCE) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use crate::data::register::{Entry, Index, keys_of};
    use crate::record::papers::KeyBin;

    let dossier = view.papers.dossier;
    let declared = dossier.declaration.as_ref();
    let register = declared.is_some_and(|d| d.register);
    let sources = dossier.sources();
    let entries = Index::of(sources).keyed(view.secret);
    let bin = |key: &u128| match entries.get(key) {
        _ if !register => "no-register",
        _ if sources.is_empty() => "illegible",
        Some(Entry::One(_)) => "registered",
        Some(Entry::Two) => "two-entries",
        Some(Entry::None) | None => "unregistered",
    };
    let keys = view.table.rows.keys();
    let mut units: Vec<KeyBin> = keys
        .map(|key| KeyBin {
            key: Some(*key),
            bin: CHECK.at(bin(key)),
        })
        .collect();
    let borne = |i: usize| {
        let mut keys = keys_of(&sources[i], view.secret);
        keys.any(|k| view.table.rows.contains_key(&k))
    };
    units.extend((0..sources.len()).filter(|i| !borne(*i)).map(|_| KeyBin {
        key: None,
        bin: CHECK.at("orphan"),
    }));
    units
}
