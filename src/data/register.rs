//! The vendor's source register on the rows: which entry a cell of `source` belongs to.
//!
//! A row belongs to an entry only if its text matches exactly one; facts that rows inherit from their
//! source (basis, notice, dates, kind) hang on that entry. A text with two entries inherits nothing: no fact is safe.

use std::collections::HashMap;
use std::rc::Rc;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::keys::{self, Kind, Secret};
use super::sorter::KeyView;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::dossier::Source;
use crate::record::papers::KeyBin;

/// What the register says about one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// No entry names it.
    None,
    /// Position in [`Dossier::sources`](crate::record::dossier::Dossier::sources).
    One(u32),
    /// More than one entry names it.
    Two,
}

/// Folded source texts with their entry.
pub struct Index(HashMap<String, Entry>);

impl Index {
    pub fn of(sources: &[Source]) -> Self {
        let mut all = HashMap::new();
        for (i, source) in sources.iter().enumerate() {
            let here = Entry::One(i as u32);
            for text in source.matches.iter().filter(|m| !is_blank(m)) {
                all.entry(fold(text))
                    .and_modify(|e| {
                        if *e != here {
                            *e = Entry::Two;
                        }
                    })
                    .or_insert(here);
            }
        }
        Self(all)
    }

    /// The entry of a cell's text.
    pub fn find(&self, text: &str) -> Entry {
        self.0.get(&fold(text)).copied().unwrap_or(Entry::None)
    }

    /// The entries by the keys that [`SOURCE`] gives to their texts.
    pub fn keyed(&self, secret: &Secret) -> HashMap<u128, Entry> {
        self.0.iter().map(|(t, e)| (secret.key(t), *e)).collect()
    }
}

/// The keys of an entry's texts, as [`SOURCE`] gives them to cells.
pub fn keys_of<'a>(source: &'a Source, secret: &'a Secret) -> impl Iterator<Item = u128> + 'a {
    source
        .matches
        .iter()
        .map(|t| secret.of(t))
        .filter(|key| *key != 0)
}

/// The register entry of each row, as a position in the dossier's sources; none without a source, an entry, or with
/// two entries. Made once per batch.
pub fn entry(batch: &Batch<'_>) -> Rc<Vec<Option<u32>>> {
    batch.memo("register.entry", 0, || {
        let index = batch
            .plan
            .once("register", || Index::of(batch.dossier().sources()));
        first(batch, "register.entry", None, |text| {
            match index.find(text) {
                Entry::One(i) => Some(i),
                Entry::None | Entry::Two => None,
            }
        })
    })
}

/// The kind of key that checks per source share: the folded text of `source`.
pub const SOURCE: Kind = Kind {
    name: "source",
    of: |batch| keys::texts(batch, Column::Source),
};

/// One unit per source of the list: what the register's entries of it make of it, the worst of several.
pub fn sort(
    check: &Check,
    view: &KeyView<'_>,
    reading: impl Fn(&Source) -> &'static str,
) -> Vec<KeyBin> {
    let sources = view.papers.dossier.sources();
    let entries = sources.iter().flat_map(|source| {
        let bin = check.at(reading(source));
        keys_of(source, view.secret).map(move |key| (key, bin))
    });
    keys::by_entry(check, view, entries)
}

/// The value of the first cell of `source` that says something.
fn first<T: Copy + PartialEq + Send + 'static>(
    batch: &Batch<'_>,
    name: &'static str,
    none: T,
    f: impl Fn(&str) -> T,
) -> Vec<T> {
    let mut out: Vec<Option<T>> = vec![None; batch.rows()];
    for cells in batch.cells(Column::Source) {
        let found = batch.by_text(name, &cells, |t| (!is_blank(t)).then(|| f(t)));
        for (o, value) in out.iter_mut().zip(found) {
            *o = o.or(value);
        }
    }
    out.into_iter().map(|o| o.unwrap_or(none)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Day;
    use crate::base::label::Label;
    use crate::data::batch::{Plan, Worker};
    use crate::data::frame::{Frame, Slot};
    use crate::record::dossier::{Declaration, Dossier};

    fn source(matches: &[&str]) -> Source {
        Source {
            matches: matches.iter().map(|m| (*m).to_owned()).collect(),
            ..Source::new(Label::position(1))
        }
    }

    #[test]
    fn a_row_belongs_to_the_one_entry_that_names_its_source() {
        let dossier = Dossier {
            declaration: Some(Declaration {
                sources: vec![
                    source(&["Impressum", "Messe"]),
                    source(&["Partner NL", "messe"]),
                ],
                ..Declaration::default()
            }),
            ..Dossier::default()
        };
        let slots = [1, 2].map(|slot| Slot::new(Column::Source, slot, slot as usize));
        let frame = Frame::from_rows(
            &slots,
            &[
                vec![" IMPRESSUM "],
                vec!["n/a", "Partner  NL"],
                vec!["Messe"],
                vec!["Web"],
                vec![""],
            ],
        );
        let (plan, worker) = (Plan::new(&dossier, Day(0), &[]), Worker::default());
        let batch = Batch::new(&frame, &plan, &worker);
        assert_eq!(*entry(&batch), [Some(0), Some(1), None, None, None]);
        let keys = (SOURCE.of)(&batch);
        let register = Index::of(dossier.sources()).keyed(&plan.secret);
        let found: Vec<_> = keys.iter().map(|k| register.get(k).copied()).collect();
        assert_eq!(
            found,
            [
                Some(Entry::One(0)),
                Some(Entry::One(1)),
                Some(Entry::Two),
                None,
                None
            ]
        );
        assert_eq!(keys[4], 0);
    }
}
