//! The notes that may hold the same task, found by its words.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::store::Vault;
use super::task_ties::TaskTies;
use crate::facts::KnownTask;
use namesake_note::note::Note;
use namesake_text::path::NotePath;

/// A task in more notes than this is a habit, and none of them repeats another.
pub const MOST_NOTES_WITH_TASK: usize = 32;

impl Vault {
    /// The notes with the task, or with a task that has one word more or less. Empty if so many notes have it that it is
    /// a habit.
    pub(crate) fn notes_with_task(&self, task: &KnownTask) -> BTreeSet<NotePath> {
        let mut notes = BTreeSet::new();
        for key in task.keys() {
            match self.task_words.get(key) {
                Some(paths) if paths.len() <= MOST_NOTES_WITH_TASK => notes.extend(paths.iter().cloned()),
                Some(_) => break,
                None => {}
            }
        }
        notes
    }

    /// The notes that may share a task with the note at `path`.
    pub(super) fn notes_with_tasks_of(&self, path: &NotePath) -> BTreeSet<NotePath> {
        let mut notes = BTreeSet::new();
        for task in self.facts(path).map(|facts| facts.tasks.as_slice()).unwrap_or_default() {
            notes.extend(self.notes_with_task(task));
        }
        notes
    }

    /// The ties of a task in `note`, worked out by `find` unless they are known since the vault last changed.
    pub(crate) fn task_ties(&self, note: &Note, task: &KnownTask, find: impl Fn() -> TaskTies) -> Arc<TaskTies> {
        match self.notes.get(&note.path) {
            Some(entry) if std::ptr::eq(&raw const entry.note, note) => entry.ties.get(self.changes, task, find),
            _ => Arc::new(find()),
        }
    }

    /// Whether no note is known for any task.
    #[cfg(test)]
    pub(crate) fn has_no_task_words(&self) -> bool {
        self.task_words.is_empty()
    }
}
