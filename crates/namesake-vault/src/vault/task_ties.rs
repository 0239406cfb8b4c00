//! To whom a task belongs and what it links to, kept with the note until the vault changes: a task is compared with all
//! that say the same, and working out its owners costs most of that.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use crate::facts::KnownTask;

/// To whom a task belongs and what it links to, as it can be compared.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct TaskTies {
    /// The people: paths of their notes, else the folded name.
    pub people: BTreeSet<String>,
    /// The paths of notes that are linked and are nobody's.
    pub links: BTreeSet<String>,
}

/// The ties of a note's tasks that were worked out since the vault last changed.
#[derive(Default)]
pub(super) struct TiesCache(Mutex<TiesOfNote>);

#[derive(Default)]
struct TiesOfNote {
    /// The number of changes when they were worked out.
    changes: u64,
    /// By the first byte of a task's line.
    ties: Vec<(usize, Arc<TaskTies>)>,
}

impl TiesCache {
    /// The ties of `task`, worked out by `find` unless they are known and the vault has not changed since.
    pub fn get(&self, changes: u64, task: &KnownTask, find: impl Fn() -> TaskTies) -> Arc<TaskTies> {
        // A panic cannot leave the list half written, so a poisoned lock is still good.
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_its = |(start, _): &&(usize, Arc<TaskTies>)| *start == task.line.start;
        let cache = lock();
        if let Some((_, ties)) = cache.ties.iter().find(is_its).filter(|_| cache.changes == changes) {
            debug_assert_eq!(**ties, find(), "the vault has changed without saying so");
            return Arc::clone(ties);
        }
        drop(cache);
        let ties = Arc::new(find());
        let mut cache = lock();
        if cache.changes != changes {
            *cache = TiesOfNote { changes, ties: Vec::new() };
        }
        cache.ties.push((task.line.start, Arc::clone(&ties)));
        ties
    }
}
