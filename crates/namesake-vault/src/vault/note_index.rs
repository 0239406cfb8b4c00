//! Notes by words that they hold or are called by.

use std::collections::BTreeMap;

use namesake_text::path::NotePath;

use super::note_set::NoteSet;

/// Words, each with the notes that it leads to. A word without notes is not kept.
#[derive(Debug, Default)]
pub(super) struct NoteIndex(BTreeMap<String, NoteSet>);

impl NoteIndex {
    /// Has `key` lead to the note at `path`.
    pub fn insert(&mut self, key: String, path: &NotePath) {
        self.0.entry(key).and_modify(|notes| notes.insert(path)).or_insert_with(|| path.into());
    }

    /// Has `key` no longer lead to the note at `path`.
    pub fn remove(&mut self, key: &str, path: &NotePath) {
        if self.0.get_mut(key).is_some_and(|notes| notes.remove(path)) {
            self.0.remove(key);
        }
    }

    /// The notes that `key` leads to, in the order of their paths.
    pub fn get(&self, key: &str) -> Option<&NoteSet> {
        self.0.get(key)
    }

    /// The words that begin with `start`, in order, with their notes.
    pub fn beginning<'i>(&'i self, start: &str) -> impl Iterator<Item = (&'i String, &'i NoteSet)> + use<'i> {
        let start = start.to_owned();
        self.0.range(start.clone()..).take_while(move |(key, _)| key.starts_with(&start))
    }

    /// Whether no word leads anywhere.
    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
