//! Where the time of a pass goes, for `-v`. It is measured per block, so that the clocks cost nothing, and decides nothing.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Time per stage, over all threads.
#[derive(Clone, Debug, Default)]
pub struct Spent(BTreeMap<&'static str, Duration>);

impl Spent {
    /// Does something on the account of a stage.
    pub fn on<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = work();
        self.add(stage, started.elapsed());
        done
    }

    pub fn add(&mut self, stage: &'static str, time: Duration) {
        *self.0.entry(stage).or_default() += time;
    }

    pub fn merge(&mut self, other: Self) {
        for (stage, time) in other.0 {
            self.add(stage, time);
        }
    }

    /// The longest first.
    pub fn stages(&self) -> Vec<(&'static str, Duration)> {
        let mut all: Vec<_> = self.0.iter().map(|(s, t)| (*s, *t)).collect();
        all.sort_by_key(|(s, t)| (std::cmp::Reverse(*t), *s));
        all
    }
}

/// The sorters of a batch ask each other: each is charged for its own work only.
#[derive(Debug, Default)]
pub struct Sorting {
    spent: Spent,
    /// Per sorter at work, innermost last, what those it asked took.
    asked: Vec<Duration>,
}

impl Sorting {
    pub fn begin(&mut self) -> Instant {
        self.asked.push(Duration::ZERO);
        Instant::now()
    }

    pub fn end(&mut self, check: &'static str, begun: Instant) {
        let whole = begun.elapsed();
        let others = self.asked.pop().unwrap_or_default();
        self.spent.add(check, whole.saturating_sub(others));
        if let Some(asker) = self.asked.last_mut() {
            *asker += whole;
        }
    }

    pub fn spent(self) -> Spent {
        self.spent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sorter_is_not_charged_for_those_it_asks() {
        let mut sorting = Sorting::default();
        let outer = sorting.begin();
        let inner = sorting.begin();
        std::thread::sleep(Duration::from_millis(20));
        sorting.end("inner", inner);
        sorting.end("outer", outer);
        let stages = sorting.spent().stages();
        assert_eq!(stages[0].0, "inner");
        assert!(stages[1].1 < stages[0].1);
    }
}
