//! What workers make of the pieces of a file, put back into the order of the file. Pieces are begun in order, so the
//! worker with the first of those at hand never waits, and nobody has to keep more than the one piece it made.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::{Read, Source};
use crate::base::error::Result;
use crate::data::csv::Shape;
use crate::data::frame::Frame;

impl Source {
    /// Reads the list once, like [`Source::run`]; `each` also receives the number of the file (from 0) first. What it makes
    /// of the frames is handed to `then` in the order of the list; no more than one frame per thread waits for its turn.
    ///
    /// # Errors
    /// As [`Source::run`].
    pub fn in_order<T>(
        &self,
        threads: usize,
        block: usize,
        each: &(dyn Fn(usize, usize, &Frame) -> T + Sync),
        then: &mut (dyn FnMut(&Frame, T) + Send),
    ) -> Result<Read> {
        self.pass(|list, file| {
            let order = Order::new(|frame: &Frame, made: T| then(frame, made));
            file.run(Shape { threads, block }, &|worker, piece| {
                let turn = order.turn(piece.number);
                let made = piece.frame.map(|frame| (frame, each(list, worker, frame)));
                turn.take(|then| {
                    if let Some((frame, made)) = made {
                        then(frame, made);
                    }
                });
            })
        })
    }
}

/// Hands pieces to `F` one after the other.
struct Order<F> {
    state: Mutex<State<F>>,
    moved: Condvar,
}

struct State<F> {
    /// The piece whose turn it is.
    next: u64,
    /// A piece was dropped before its turn: a worker panicked. Nobody waits for what will never come.
    broken: bool,
    then: F,
}

impl<F> Order<F> {
    fn new(then: F) -> Self {
        Self {
            state: Mutex::new(State {
                next: 0,
                broken: false,
                then,
            }),
            moved: Condvar::new(),
        }
    }

    /// The turn of a piece (numbered from 0, without a gap), to be taken when it is made.
    fn turn(&self, number: u64) -> Turn<'_, F> {
        Turn {
            order: self,
            number,
            taken: false,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<F>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Turn<'o, F> {
    order: &'o Order<F>,
    number: u64,
    taken: bool,
}

impl<F> Turn<'_, F> {
    /// Waits until all pieces before this one were handed over, then calls `f` with what receives them; not at all if one
    /// of them never comes.
    fn take(mut self, f: impl FnOnce(&mut F)) {
        let mut state = self.order.lock();
        while state.next != self.number && !state.broken {
            let waited = self.order.moved.wait(state);
            state = waited.unwrap_or_else(PoisonError::into_inner);
        }
        if !state.broken {
            f(&mut state.then);
            state.next += 1;
            self.taken = true;
        }
        drop(state);
        self.order.moved.notify_all();
    }
}

impl<F> Drop for Turn<'_, F> {
    fn drop(&mut self) {
        if !self.taken {
            self.order.lock().broken = true;
            self.order.moved.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::time::Duration;

    use super::*;

    #[test]
    fn pieces_come_in_order_whoever_is_first() {
        let mut seen = Vec::new();
        let order = Order::new(|n: u64| seen.push(n));
        std::thread::scope(|scope| {
            for n in (0..8).rev() {
                let order = &order;
                scope.spawn(move || order.turn(n).take(|then| then(n)));
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        assert_eq!(seen, [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn a_worker_that_panics_keeps_nobody_waiting() {
        let mut seen = Vec::new();
        let order = Order::new(|n: u64| seen.push(n));
        order.turn(0).take(|then| then(0));
        std::thread::scope(|scope| {
            let later = scope.spawn(|| order.turn(2).take(|then| then(2)));
            let broken = catch_unwind(AssertUnwindSafe(|| {
                let _turn = order.turn(1);
                std::panic::resume_unwind(Box::new("no message"));
            }));
            assert!(broken.is_err());
            later.join().expect("it came back");
        });
        assert_eq!(seen, [0]);
    }
}
