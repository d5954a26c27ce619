crate::check! {
    en {
        /// Was something given for the consent?
        ///
        /// ## What is sorted
        /// Each consent text that rows name in `consent_text_id`; of rows that rest on consent and name no text, their
        /// source.
        ///
        /// ## Why it matters
        /// Consent must be free. Who ticks a box to win a prize or to get a sample decides about the prize, and forms
        /// of prize draws were found to mislead; brokers and buyers of such contacts have been fined (CNIL,
        /// TAGADAMEDIA, SAN-2023-025; FORIOU, SAN-2024-003; Art. 7(4) GDPR).
        ///
        /// ## How it is decided
        /// The worst of what is known. A reward counts whoever says it: the name of the source or the id of the text
        /// ("Gewinnspiel", "jeu-concours-3"), the statement under `consent-incentive` in the entry of the text or of
        /// the source, or a reviewer's answer. That there was none (`none`) counts only with a document at hand, such
        /// as the form, or after a review; the word alone leaves the unit `blank`. A survey or a newsletter is no
        /// reward.
        ///
        /// A text of which nobody says anything is `blank`; a statement that cannot be read is `illegible`.
        ///
        /// ## What it cannot see
        /// A reward that no name and no paper mentions, and whether it mattered to those who agreed.
    }
    de {
        /// Wurde für die Einwilligung etwas gegeben?
        ///
        /// ## Was sortiert wird
        /// Jeder Einwilligungstext, den Zeilen in `consent_text_id` nennen; bei Zeilen, die auf Einwilligung beruhen
        /// und keinen Text nennen, ihre Quelle.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung muss frei sein. Wer ein Kästchen ankreuzt, um zu gewinnen oder eine Probe zu bekommen,
        /// entscheidet über den Gewinn; und Formulare von Gewinnspielen erwiesen sich als irreführend. Händler und
        /// Käufer solcher Kontakte mussten dafür Bußgeld zahlen (CNIL, TAGADAMEDIA, SAN-2023-025; FORIOU, SAN-2024-003;
        /// Art. 7 Abs. 4 DSGVO).
        ///
        /// ## Wie entschieden wird
        /// Das Schlechteste, was bekannt ist. Eine Belohnung gilt, wer immer sie nennt: der Name der Quelle oder die
        /// Kennung des Texts („Gewinnspiel“, „jeu-concours-3“), die Angabe unter `consent-incentive` im Eintrag des
        /// Texts oder der Quelle, oder die Antwort einer Durchsicht. Dass es keine gab (`none`), gilt nur mit
        /// vorliegender Unterlage, etwa dem Formular, oder nach einer Durchsicht; das bloße Wort lässt die Einheit
        /// `blank`. Eine Umfrage oder ein Newsletter ist keine Belohnung.
        ///
        /// Ein Text, zu dem niemand etwas sagt, ist `blank`, eine unlesbare Angabe `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Eine Belohnung, die kein Name und keine Unterlage erwähnt, und ob sie für die Einwilligenden den Ausschlag
        /// gab.
    }
    "consent-incentive" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::ConsentTextId, Column::Source, Column::LawfulBasis],
        bins: &["sweepstake", "quiz", "sample", "other-reward", "none", "illegible", "blank"],
        examples: &[
            // names tell, without any paper
            Example::rows(
                &[
                    &["Gewinnspiel-2025", "", ""],
                    &["T-1", "jeu concours", ""],
                    &["T-2", "Newsletter", ""],
                    &["", "Quiz", "consent"],
                    &["", "Produkttest", "Einwilligung"],
                    &["", "10 EUR voucher", "opt-in"],
                    // no consent, no unit
                    &["", "Gewinnspiel", "legitimate interest"],
                    &["", "Umfrage", "consent"],
                    &["", "", "consent"],
                ],
                &["sweepstake", "sweepstake", "quiz", "sample", "other-reward", "blank", "blank"],
            ),
            Example::rows(
                &[&["T-1"], &["T-2"], &["T-3"], &["T-4"], &["T-5"], &["T-6"], &["T-7"], &[""]],
                &["sample", "other-reward", "none", "none", "illegible", "blank", "blank"],
            )
            .with(
                r#"
                [[gdpr.consent.texts]]
                id = "T-1"
                consent-incentive = "sample"
                # the reader found a voucher
                [[gdpr.consent.texts]]
                id = "T-2"
                consent-incentive = { is = "none", document = "form" }
                [[gdpr.consent.texts]]
                id = "T-3"
                consent-incentive = { is = "none", document = "form" }
                [[gdpr.consent.texts]]
                id = "T-4"
                consent-incentive = "nothing"
                [[gdpr.consent.texts]]
                id = "T-5"
                consent-incentive = true
                # a claim is never evidence of its own truth
                [[gdpr.consent.texts]]
                id = "T-6"
                consent-incentive = "none"
                [[gdpr.documents]]
                id = "form"
                kind = "consent-text"
                path = "form.png"
                "#,
                r#"
                [[review]]
                check = "consent-incentive@T-2"
                document = "form"
                answer = "other-reward"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "consent-incentive@T-4"
                document = "form"
                answer = "none"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
            // the source's entry answers too; a text of two sources takes the worse
            Example::rows(
                &[
                    &["T-1", "Landingpage", ""],
                    &["T-1", "Partnerseite", ""],
                    &["T-2", "Landingpage", ""],
                    &["", "Landingpage", "consent"],
                    &["", "Anmeldung", "consent"],
                ],
                &["quiz", "none", "none", "blank"],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "landing"
                matches = ["Landingpage"]
                consent-incentive = { is = "none", document = "form" }
                [[gdpr.sources]]
                id = "partner"
                matches = ["Partnerseite"]
                consent-incentive = "quiz"
                [[gdpr.sources]]
                id = "sign-up"
                matches = ["Anmeldung"]
                consent-incentive = "none"
                [[gdpr.documents]]
                id = "form"
                kind = "consent-text"
                path = "form.png"
            "#, ""),
            Example::rows(&[&["", "Gewinnspiel", ""]], &["blank"]),
        ],
    }
    keys(CONSENTS) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
#[cfg(feature = "engine")]
use crate::record::dossier::{Grade, Known};

/// What a key says beside the text or source: the bin that the row's names and source entry give it.
#[cfg(feature = "engine")]
mod key {
    /// The part of a key that is the hash of the text, or of the source in place of a text.
    pub const UNIT: u128 = (1 << 119) - 1;
    const KEY: u128 = 1 << 127;

    pub fn of(unit: u128, known: Option<u8>) -> u128 {
        KEY | u128::from(known.map_or(0, |bin| bin + 1)) << 119 | unit & UNIT
    }

    pub fn known(key: u128) -> Option<usize> {
        (((key & !KEY) >> 119) as usize).checked_sub(1)
    }
}

#[cfg(feature = "engine")]
const CONSENTS: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "consent-incentive",
    of: |batch| {
        use std::collections::HashMap;

        use crate::data::basis::Basis;
        use crate::data::{blank, keys, reward};

        // what the register says of each source's consents, the worst of several entries
        let entries = batch.plan.once("consent-incentive.sources", || {
            let mut entries: HashMap<String, u8> = HashMap::new();
            for source in batch.dossier().sources() {
                let Some(bin) = batch.dossier().fact(&CHECK, Some(source)).and_then(reading) else {
                    continue;
                };
                for text in source.matches.iter().filter(|m| !blank::is_blank(m)) {
                    let known = entries.entry(blank::fold(text)).or_insert(bin);
                    *known = bin.min(*known);
                }
            }
            entries
        });
        let mut known: Vec<Option<u8>> = vec![None; batch.rows()];
        let mut worst = |found: Vec<Option<u8>>| {
            for (known, new) in known.iter_mut().zip(found) {
                *known = [*known, new].into_iter().flatten().min();
            }
        };
        for cells in batch.cells(Column::ConsentTextId) {
            worst(batch.by_text("consent-incentive.text", &cells, reward::read));
        }
        for cells in batch.cells(Column::Source) {
            worst(batch.by_text("consent-incentive.source", &cells, |text| {
                let entry = entries.get(&blank::fold(text)).copied();
                [reward::read(text), entry].into_iter().flatten().min()
            }));
        }
        let texts = keys::texts(batch, Column::ConsentTextId);
        let sources = keys::texts(batch, Column::Source);
        let bases = batch.bins("lawful-basis");
        let mut out = texts;
        for (row, unit) in out.iter_mut().enumerate() {
            if *unit == 0 && bases[row] == Basis::Consent as u8 {
                *unit = sources[row];
            }
            if *unit != 0 {
                *unit = key::of(*unit, known[row]);
            }
        }
        out
    },
};

/// The bin of a fact; none if it is said to be favourable without a document.
#[cfg(feature = "engine")]
fn reading(known: Known<'_>) -> Option<u8> {
    let claim = known.is == "none" && known.grade == Grade::Declared;
    (!claim).then(|| CHECK.at(known.is) as u8)
}

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use std::collections::BTreeMap;

    let dossier = view.papers.dossier;
    let blank = CHECK.at("blank");
    let mut texts: BTreeMap<u128, usize> = BTreeMap::new();
    for text in dossier.texts() {
        let bin = dossier.fact_of_text(&CHECK, text).and_then(reading);
        let bin = bin.map_or(blank, usize::from);
        let key = view.secret.of(&text.matches) & key::UNIT;
        let known = texts.entry(key).or_insert(bin);
        *known = bin.min(*known);
    }
    let mut units: BTreeMap<u128, usize> = BTreeMap::new();
    for key in view.table.rows.keys() {
        let unit = key & key::UNIT;
        let of_row = key::known(*key).unwrap_or(blank);
        let bin = texts.get(&unit).map_or(of_row, |bin| of_row.min(*bin));
        let known = units.entry(unit).or_insert(bin);
        *known = bin.min(*known);
    }
    let unit = |(key, bin)| crate::record::papers::KeyBin {
        key: Some(key),
        bin,
    };
    units.into_iter().map(unit).collect()
}
