crate::check! {
    en {
        /// Does an address stand in several rows?
        ///
        /// ## What is sorted
        /// Every different address of the list: the first of each row that is one.
        ///
        /// ## Why it matters
        /// Whoever stands in a list twice is written to twice, and counted twice. Where several persons share one address,
        /// at least one row is wrong or the mailbox is not a person's (GDPR Art. 5(1)(d)).
        ///
        /// ## How it is decided
        /// Capital letters make no difference, nor do the two spellings of a domain. `several-rows-several-persons` if the
        /// rows of an address name different persons; `several-rows-one-person` if they name one or none; `one-row` if
        /// there is only one. A value that is no address is `illegible`, and a list without any is `blank`. Addresses are
        /// compared by keys that are different in every run and leave no trace; of more than 900,000 different ones
        /// nothing is said, and the check is `illegible`.
        ///
        /// ## What it cannot see
        /// The same person under two addresses. A mailbox of a function is often rightly shared.
    }
    de {
        /// Steht eine Adresse in mehreren Zeilen?
        ///
        /// ## Was sortiert wird
        /// Jede verschiedene Adresse der Liste: von jeder Zeile die erste, die eine ist.
        ///
        /// ## Warum es zählt
        /// Wer doppelt in einer Liste steht, wird doppelt angeschrieben und doppelt gezählt. Teilen sich mehrere Personen
        /// eine Adresse, ist mindestens eine Zeile falsch, oder das Postfach ist kein persönliches (DSGVO Art. 5 Abs. 1
        /// lit. d).
        ///
        /// ## Wie entschieden wird
        /// Großschreibung macht keinen Unterschied, ebenso wenig die beiden Schreibweisen einer Domain.
        /// `several-rows-several-persons`, wenn die Zeilen einer Adresse verschiedene Personen nennen;
        /// `several-rows-one-person`, wenn sie eine oder keine nennen; `one-row`, wenn es nur eine Zeile gibt. Ein Wert, der
        /// keine Adresse ist, ist `illegible`, eine Liste ohne Adressen `blank`. Verglichen wird über Schlüssel, die in
        /// jedem Lauf andere sind und keine Spur hinterlassen; bei mehr als 900.000 verschiedenen wird nichts
        /// gesagt, der Prüfpunkt ist dann `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Dieselbe Person unter zwei Adressen. Ein Funktionspostfach wird oft zu Recht geteilt.
    }
    "mail-reuse" {
        rev: 1,
        scope: Scope::Key,
        columns: &[
            Column::Email, Column::FullName, Column::FirstName, Column::LastName, Column::EmailWork,
            Column::EmailPersonal,
        ],
        bins: &["several-rows-several-persons", "several-rows-one-person", "one-row", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["info@firma-beispiel.de", "Anna Muster", "", ""],
                    &["INFO@Firma-Beispiel.de", "", "Bernd", "Kraus"],
                    &["a.muster@firma-beispiel.de", "Anna Muster", "", ""],
                    &["a.muster@firma-beispiel.de", "Muster, Anna", "", ""],
                    &["a.muster@firma-beispiel.de", "", "", ""],
                    &["b.kraus@firma-beispiel.de", "Bernd Kraus", "", ""],
                    &["", "Carla Lind", "", ""],
                    &["c.lind", "Carla Lind", "", ""],
                ],
                &["several-rows-several-persons", "several-rows-one-person", "one-row", "illegible"],
            ),
            Example::rows(&[&[""], &["n/a"]], &["blank"]),
        ],
    }
    keys(ADDRESSES, PERSONS) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{
    batch::Batch,
    keys::{Beside, Kind, Note},
    letters::{self, Umlaut},
    mail::{self, Syntax},
    names::Names,
};
#[cfg(feature = "engine")]
use crate::record::papers::KeyBin;

/// The first address of each row.
#[cfg(feature = "engine")]
const ADDRESSES: Kind = Kind {
    name: "mail-address",
    of: |batch| addresses(batch).iter().map(|(key, _)| *key).collect(),
};

/// The person of each row, and a mark if what stands as an address is none.
#[cfg(feature = "engine")]
const PERSONS: Beside = Beside {
    name: "mail-address-persons",
    of: persons,
};

/// Keys, and whether the value is no address.
#[cfg(feature = "engine")]
fn addresses(batch: &Batch<'_>) -> std::rc::Rc<Vec<(u128, bool)>> {
    batch.memo("mail-reuse", 0, || {
        let mut out = vec![(0, false); batch.rows()];
        let mut text = String::new();
        for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
            let mails = mail::of_cells(batch, &cells);
            for (row, (o, mail)) in out.iter_mut().zip(mails.iter()).enumerate() {
                let cell = cells.get(row);
                let known = o.0 != 0;
                // an address outweighs what is none, whichever stands first
                if known && !o.1 {
                    continue;
                }
                if mail.spell(cell, &mut text) {
                    *o = (batch.plan.secret.key(&text), false);
                } else if !known && mail.syntax != Syntax::Blank {
                    *o = (batch.plan.secret.key(cell), true);
                }
            }
        }
        out
    })
}

#[cfg(feature = "engine")]
fn persons(batch: &Batch<'_>) -> Vec<Note> {
    let names = Names::of(batch);
    let unknown = names.are_unknown();
    let mut plain = String::new();
    let note = |(row, (key, damaged)): (usize, &(u128, bool))| {
        // the order of first name and surname says nothing
        let mut value = 0_u64;
        if !unknown && *key != 0 && names.is_named(row) {
            for (_, word) in names.parts(row) {
                plain.clear();
                letters::push_word(&mut plain, word, Umlaut::One);
                if !plain.is_empty() {
                    value = value.wrapping_add(batch.plan.secret.value(&plain));
                }
            }
        }
        Note {
            value,
            marks: [*damaged, false, false, false],
        }
    };
    addresses(batch).iter().enumerate().map(note).collect()
}

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<KeyBin> {
    let bin = |account: &crate::data::keys::Account| match (account.rows, account.values.count()) {
        _ if account.marked[0] > 0 => "illegible",
        (1, _) => "one-row",
        (_, 0 | 1) => "several-rows-one-person",
        _ => "several-rows-several-persons",
    };
    let unit = |(key, account): (&u128, &crate::data::keys::Account)| KeyBin {
        key: Some(*key),
        bin: CHECK.at(bin(account)),
    };
    view.table.beside.iter().map(unit).collect()
}
