//! Keys: values that rows share. A key leaves the pass as a 128-bit hash under a secret that is random per run, never
//! as text; its table counts the rows that hold it, and for some kinds how many different second values stand beside
//! it ([`Beside`]).

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};

use hashbrown::HashMap;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::sorter::KeyView;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::papers::KeyBin;

/// The secret of one run.
///
/// Half of a key is SipHash: nobody can make two texts that have it in common. The other half only makes chance rare,
/// and a fast hash does for that.
#[derive(Clone, Default)]
pub struct Secret {
    one: RandomState,
    two: foldhash::quality::RandomState,
}

impl Secret {
    /// The key of a folded text; never 0.
    pub fn key(&self, text: &str) -> u128 {
        let (a, b) = (self.one.hash_one(text), self.two.hash_one(text));
        (u128::from(a) << 64 | u128::from(b)).max(1)
    }

    /// A second value beside a key; never 0.
    pub fn value(&self, text: &str) -> u64 {
        self.two.hash_one(text).max(1)
    }

    /// The key of a cell or a declared value; 0 if it says nothing.
    pub fn of(&self, text: &str) -> u128 {
        if is_blank(text) {
            0
        } else {
            self.key(&fold(text))
        }
    }
}

/// The key of each row's text: of the column's first cell that says something.
pub fn texts(batch: &Batch<'_>, column: Column) -> Vec<u128> {
    let mut out = vec![0; batch.rows()];
    for cells in batch.cells(column) {
        let keys = batch.by_text("keys.text", &cells, |t| batch.plan.secret.of(t));
        for (o, key) in out.iter_mut().zip(keys) {
            if *o == 0 {
                *o = key;
            }
        }
    }
    out
}

/// One unit per key of the table: the worst that the declared entries with this key make of it, `blank` without one.
pub fn by_entry(
    check: &Check,
    view: &KeyView<'_>,
    entries: impl Iterator<Item = (u128, usize)>,
) -> Vec<KeyBin> {
    let mut bins: BTreeMap<u128, usize> = BTreeMap::new();
    for (key, bin) in entries {
        let known = bins.entry(key).or_insert(bin);
        *known = bin.min(*known);
    }
    let unit = |key: &u128| KeyBin {
        key: Some(*key),
        bin: bins.get(key).copied().unwrap_or(check.at("blank")),
    };
    view.table.rows.keys().map(unit).collect()
}

/// A kind of key: its name, and the key of every row of a batch (0 = the row has none).
#[derive(Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    pub of: fn(&Batch<'_>) -> Vec<u128>,
}

/// What is counted beside the rows of a key. Its table has a name of its own.
#[derive(Clone, Copy)]
pub struct Beside {
    pub name: &'static str,
    pub of: fn(&Batch<'_>) -> Vec<Note>,
}

/// What one row says beside its key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// A second value ([`Secret::value`]); 0 = none.
    pub value: u64,
    /// Whether it is so, in four respects that the check chooses.
    pub marks: [bool; 4],
}

/// At most this many distinct keys of a kind are told apart. Beyond it the whole table counts as illegible, whatever
/// the number of threads: a worker's table is a part of the whole. A hash table doubles when it grows; this is where
/// two workers' tables still stay well under half a gigabyte together.
pub const CAP: usize = 900_000;

/// By key, in no order that means anything.
pub type Keyed<T> = HashMap<u128, T, foldhash::fast::FixedState>;

/// Rows per key of one kind.
#[derive(Clone, Default)]
pub struct Table {
    /// Of kinds with nothing beside them.
    pub rows: Keyed<u64>,
    /// Of kinds with something beside them.
    pub beside: Keyed<Account>,
    /// More keys than [`CAP`].
    pub over: bool,
}

/// The rows of one key and what stands beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    pub rows: u32,
    /// Rows with a second value.
    pub told: u32,
    /// Rows with each mark.
    pub marked: [u32; 4],
    pub values: Distinct,
}

impl Account {
    fn add(&mut self, note: Note, rows: u32) {
        self.rows = self.rows.saturating_add(rows);
        for (sum, mark) in self.marked.iter_mut().zip(note.marks) {
            *sum = sum.saturating_add(u32::from(mark) * rows);
        }
        if note.value != 0 {
            self.told = self.told.saturating_add(rows);
            self.values.add(note.value);
        }
    }

    fn merge(&mut self, other: Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.told = self.told.saturating_add(other.told);
        for (sum, n) in self.marked.iter_mut().zip(other.marked) {
            *sum = sum.saturating_add(n);
        }
        self.values.merge(other.values);
    }
}

/// Different values, counted exactly up to [`MOST`]. Nearly all keys have one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Distinct {
    #[default]
    None,
    One(u64),
    /// Sorted.
    Some(Box<Vec<u64>>),
    /// More than [`MOST`].
    Many,
}

/// So many different values of a key are told apart.
pub const MOST: usize = 256;

impl Distinct {
    /// At most one more than [`MOST`], which means: more than that.
    pub fn count(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(_) => 1,
            Self::Some(values) => values.len(),
            Self::Many => MOST + 1,
        }
    }

    fn add(&mut self, value: u64) {
        match self {
            Self::None => *self = Self::One(value),
            Self::One(one) if *one == value => {}
            Self::One(one) => {
                let both = [(*one).min(value), (*one).max(value)];
                *self = Self::Some(Box::new(both.to_vec()));
            }
            Self::Some(values) => {
                if let Err(at) = values.binary_search(&value) {
                    if values.len() == MOST {
                        *self = Self::Many;
                    } else {
                        values.insert(at, value);
                    }
                }
            }
            Self::Many => {}
        }
    }

    fn merge(&mut self, other: Self) {
        match other {
            Self::None => {}
            Self::One(value) => self.add(value),
            Self::Some(values) => values.into_iter().for_each(|v| self.add(v)),
            Self::Many => *self = Self::Many,
        }
    }
}

/// Keys that wait for memory together.
const TOGETHER: usize = 32;

impl Table {
    pub fn add(&mut self, key: u128, rows: u64) {
        if key == 0 || self.over {
            return;
        }
        *self.rows.entry(key).or_default() += rows;
        self.bound();
    }

    /// Adds rows by their keys, with what each says beside its key.
    pub fn add_beside(&mut self, keys: &[u128], notes: &[Note]) {
        for (keys, notes) in keys.chunks(TOGETHER).zip(notes.chunks(TOGETHER)) {
            // of a list's keys hardly one is in a near cache: asked for together, they wait for memory together
            let known = keys.iter().filter(|key| self.beside.contains_key(*key));
            std::hint::black_box(known.count());
            self.add_notes(keys, notes);
        }
    }

    fn add_notes(&mut self, keys: &[u128], notes: &[Note]) {
        let mut rows = keys.iter().zip(notes).peekable();
        while let Some((key, note)) = rows.next() {
            if self.over {
                return;
            }
            // lists are grouped
            let mut run = 1;
            while rows.next_if(|next| *next == (key, note)).is_some() {
                run += 1;
            }
            if *key != 0 {
                self.beside.entry(*key).or_default().add(*note, run);
                self.bound();
            }
        }
    }

    /// How many keys there are; of more than are told apart, one more than [`CAP`].
    pub fn keys(&self) -> u64 {
        match self.over {
            true => CAP as u64 + 1,
            false => (self.rows.len() + self.beside.len()) as u64,
        }
    }

    fn bound(&mut self) {
        if self.rows.len() > CAP || self.beside.len() > CAP {
            self.over = true;
            self.rows = HashMap::default();
            self.beside = HashMap::default();
        }
    }

    pub fn merge(&mut self, other: Self) {
        if !self.over && self.rows.is_empty() && self.beside.is_empty() {
            // the first part is taken as it is: it may hold a key per row
            *self = other;
            return;
        }
        if other.over {
            self.over = true;
            self.rows = HashMap::default();
            self.beside = HashMap::default();
        }
        for (key, rows) in other.rows {
            self.add(key, rows);
        }
        for (key, account) in other.beside {
            if self.over {
                return;
            }
            self.beside.entry(key).or_default().merge(account);
            self.bound();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever rows a part has and whichever part comes first, the table is that of the whole list.
        #[test]
        fn parts_add_up_in_any_order(
            rows in proptest::collection::vec((0_u128..4, 0_u64..600, any::<[bool; 4]>(), 0_usize..3), 0..900),
        ) {
            let mut whole = Table::default();
            let mut parts = vec![Table::default(); 3];
            let mut plain: BTreeMap<u128, (u32, std::collections::BTreeSet<u64>)> = BTreeMap::new();
            for (key, value, marks, part) in rows {
                let note = [Note { value, marks }];
                whole.add_beside(&[key], &note);
                parts[part].add_beside(&[key], &note);
                if key != 0 {
                    let (n, values) = plain.entry(key).or_default();
                    *n += 1;
                    values.extend((value != 0).then_some(value));
                }
            }
            let mut sum = Table::default();
            for part in parts.into_iter().rev() {
                sum.merge(part);
            }
            prop_assert!(sum.beside == whole.beside);
            for (key, account) in &whole.beside {
                let (rows, values) = &plain[key];
                prop_assert_eq!(account.rows, *rows);
                prop_assert_eq!(account.values.count(), values.len().min(MOST + 1));
            }
        }
    }

    #[test]
    fn runs_are_counted_as_their_rows() {
        let note = |value| Note {
            value,
            marks: [value == 1, false, true, false],
        };
        let keys = [7, 7, 7, 0, 9, 7];
        let notes = [1, 1, 2, 1, 0, 1].map(note);
        let (mut whole, mut single) = (Table::default(), Table::default());
        whole.add_beside(&keys, &notes);
        for (key, note) in keys.iter().zip(notes) {
            single.add_beside(&[*key], &[note]);
        }
        assert!(whole.beside == single.beside);
        let seven = &whole.beside[&7];
        assert_eq!((seven.rows, seven.told, seven.marked), (4, 4, [3, 0, 4, 0]));
        assert_eq!(seven.values.count(), 2);
        assert_eq!((whole.beside[&9].rows, whole.beside[&9].told), (1, 0));
    }
}
