//! A batch is a frame in the hands of one worker: its cells, what others already worked out of them (derived columns,
//! bins of other checks), and the worker's small caches of distinct texts.

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::facts::Facts;
use super::frame::{Cells, Frame};
use super::sorter::Sorter;
use super::spent::{Sorting, Spent};
use super::suppression::Lists;
use crate::base::clock::AsOf;
use crate::record::column::Column;
use crate::record::dossier::Dossier;
use crate::record::mapping::Mapped;

/// What is the same for every batch of a run.
pub struct Plan<'a> {
    pub dossier: &'a Dossier,
    pub as_of: AsOf,
    pub sorters: &'a [Sorter],
    pub secret: super::keys::Secret,
    /// Column-wide facts that the pass assumes; see [`Plan::with`].
    pub facts: Facts,
    /// The suppression lists that the dossier names, loaded.
    pub suppression: Arc<Lists>,
    /// The columns of the list, in their order.
    pub columns: Vec<Mapped>,
    /// Look-ups made once from the dossier (source register, buyer's names); see [`Plan::once`].
    once: std::sync::Mutex<HashMap<&'static str, Arc<dyn Any + Send + Sync>>>,
}

impl<'a> Plan<'a> {
    pub fn new(dossier: &'a Dossier, as_of: AsOf, sorters: &'a [Sorter]) -> Self {
        Self {
            dossier,
            as_of,
            sorters,
            secret: super::keys::Secret::default(),
            facts: Facts::default(),
            suppression: Arc::default(),
            columns: Vec::new(),
            once: std::sync::Mutex::default(),
        }
    }

    /// The same plan under these facts.
    pub fn with(mut self, facts: Facts) -> Self {
        self.facts = facts;
        self
    }

    /// The same plan with these suppression lists.
    pub fn suppressing(mut self, lists: Arc<Lists>) -> Self {
        self.suppression = lists;
        self
    }

    /// The header of a column, if it is one of the dictionary's.
    pub fn header(&self, position: usize) -> Option<&str> {
        let column = self.columns.get(position.checked_sub(1)?)?;
        Some(column.header.as_str())
    }

    /// A value made once per run, by name.
    pub fn once<T: Send + Sync + 'static>(
        &self,
        name: &'static str,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let mut all = self
            .once
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = all.get(name).and_then(|v| v.clone().downcast::<T>().ok()) {
            return found;
        }
        let made = Arc::new(make());
        all.insert(name, made.clone());
        made
    }
}

/// A worker's caches; they live as long as the worker.
#[derive(Default)]
pub struct Worker {
    texts: RefCell<HashMap<&'static str, Box<dyn Any + Send>>>,
    states: RefCell<HashMap<&'static str, Box<dyn Any + Send>>>,
}

/// Distinct texts that a cache holds before it starts anew.
const CACHE: usize = 4_096;

/// Whether two cells are equal: nearly all are short, or differ at one of their ends.
#[inline]
fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    if a.len() >= 8 {
        a.first_chunk::<8>() == b.first_chunk::<8>()
            && a.last_chunk::<8>() == b.last_chunk::<8>()
            && (a.len() <= 16 || a == b)
    } else if a.len() >= 4 {
        a.first_chunk::<4>() == b.first_chunk::<4>() && a.last_chunk::<4>() == b.last_chunk::<4>()
    } else {
        a.iter().eq(b)
    }
}

/// Derived columns by name and position.
type Memo = HashMap<(&'static str, usize), Rc<dyn Any>>;

pub struct Batch<'a> {
    pub frame: &'a Frame,
    pub plan: &'a Plan<'a>,
    worker: &'a Worker,
    memo: RefCell<Memo>,
    sorting: RefCell<Sorting>,
}

impl<'a> Batch<'a> {
    pub fn new(frame: &'a Frame, plan: &'a Plan<'a>, worker: &'a Worker) -> Self {
        Self {
            frame,
            plan,
            worker,
            memo: RefCell::default(),
            sorting: RefCell::default(),
        }
    }

    /// What each sorter took.
    pub fn spent(self) -> Spent {
        self.sorting.into_inner().spent()
    }

    pub fn rows(&self) -> usize {
        self.frame.rows()
    }

    pub fn as_of(&self) -> AsOf {
        self.plan.as_of
    }

    pub fn dossier(&self) -> &'a Dossier {
        self.plan.dossier
    }

    /// The columns of a field, first slot first; none if it is not mapped.
    pub fn cells(&self, column: Column) -> Vec<Cells<'a>> {
        self.frame.cells(column)
    }

    /// A derived column, made once per batch. `at` tells several of one name apart (a column's position).
    pub fn memo<T: 'static>(
        &self,
        name: &'static str,
        at: usize,
        make: impl FnOnce() -> Vec<T>,
    ) -> Rc<Vec<T>> {
        if let Some(found) = self.memo.borrow().get(&(name, at))
            && let Ok(found) = found.clone().downcast::<Vec<T>>()
        {
            return found;
        }
        let made = Rc::new(make());
        self.memo.borrow_mut().insert((name, at), made.clone());
        made
    }

    /// The bins of another row check: positions in its bins. Checks must not read each other in a circle.
    pub fn bins(&self, check: &'static str) -> Rc<Vec<u8>> {
        self.memo(check, 0, || {
            let sorter = self
                .plan
                .sorters
                .iter()
                .find(|s| s.check().id == check && !matches!(s, Sorter::Key { .. }));
            let begun = self.sorting.borrow_mut().begin();
            let bins = match sorter {
                Some(Sorter::Row { sort, .. }) => sort(self),
                Some(Sorter::Own { sort, .. }) => sort.sort(self),
                _ => unreachable!("`{check}` is no row check of the catalogue"),
            };
            self.sorting.borrow_mut().end(check, begun);
            bins
        })
    }

    /// Applies `f` to every cell of a column; a text equal to the row before, or met recently by this worker, is not
    /// worked out again. `name` must be unique to `f`, and `f` must depend on nothing but the text and the plan.
    pub fn by_text<T: Copy + Send + 'static>(
        &self,
        name: &'static str,
        cells: &Cells<'a>,
        mut f: impl FnMut(&str) -> T,
    ) -> Vec<T> {
        let mut caches = self.worker.texts.borrow_mut();
        let cache = caches.entry(name).or_insert_with(|| {
            Box::new(HashMap::<Box<str>, T, foldhash::fast::RandomState>::default())
        });
        let mut out = Vec::with_capacity(self.rows());
        let Some(cache) = cache.downcast_mut::<HashMap<Box<str>, T, foldhash::fast::RandomState>>()
        else {
            out.extend(cells.iter().map(f));
            return out;
        };
        let mut last: Option<(&str, T)> = None;
        for text in cells.iter() {
            let value = match last {
                Some((t, v)) if same(t, text) => v,
                _ => match cache.get(text) {
                    Some(v) => *v,
                    None => {
                        let v = f(text);
                        if cache.len() >= CACHE {
                            cache.clear();
                        }
                        cache.insert(text.into(), v);
                        v
                    }
                },
            };
            last = Some((text, value));
            out.push(value);
        }
        out
    }

    /// What a worker keeps from batch to batch under a name: interned domains, buffers. It must change no result.
    pub fn state<S: Default + Send + 'static, R>(
        &self,
        name: &'static str,
        f: impl FnOnce(&mut S) -> R,
    ) -> R {
        // taken out while it is used, so that `f` may itself keep states
        let kept = self.worker.states.borrow_mut().remove(name);
        let mut state = kept
            .and_then(|s| s.downcast::<S>().ok())
            .unwrap_or_default();
        let out = f(&mut state);
        self.worker.states.borrow_mut().insert(name, state);
        out
    }

    /// One bin per row from several columns: the worst (lowest position) of the cells that are not `blank`, or `blank`.
    /// `sort` is given one column and returns one position per row.
    pub fn worst(
        &self,
        columns: &[Column],
        blank: u8,
        mut sort: impl FnMut(&Cells<'a>) -> Vec<u8>,
    ) -> Vec<u8> {
        let mut out = vec![blank; self.rows()];
        for column in columns {
            for cells in self.cells(*column) {
                for (o, bin) in out.iter_mut().zip(sort(&cells)) {
                    *o = (*o).min(bin);
                }
            }
        }
        out
    }
}
