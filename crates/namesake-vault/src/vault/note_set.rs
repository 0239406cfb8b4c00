//! A few notes, in the order of their paths. A vault keeps hundreds of thousands of such sets, and nearly all of them hold
//! one note, for which a tree would take ten times the room.

use std::collections::BTreeSet;
use std::iter::{Chain, Flatten};
use std::option;

use namesake_text::path::NotePath;

/// One note or more.
#[derive(Debug)]
pub enum NoteSet {
    One(NotePath),
    #[expect(clippy::box_collection, reason = "a set takes as much room as its larger case")]
    Many(Box<BTreeSet<NotePath>>),
}

impl NoteSet {
    /// Adds the note at `path`.
    pub(super) fn insert(&mut self, path: &NotePath) {
        match self {
            Self::One(known) if known == path => {}
            Self::One(known) => *self = Self::Many(BTreeSet::from([known.clone(), path.clone()]).into()),
            Self::Many(paths) => {
                paths.insert(path.clone());
            }
        }
    }

    /// Takes the note at `path` out. Gives whether nothing is left.
    pub(super) fn remove(&mut self, path: &NotePath) -> bool {
        match self {
            Self::One(known) => known == path,
            Self::Many(paths) => {
                paths.remove(path);
                paths.is_empty()
            }
        }
    }

    /// How many notes there are.
    pub fn len(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Many(paths) => paths.len(),
        }
    }

    /// The notes, in order.
    pub fn iter(&self) -> Notes<'_> {
        let (one, many) = match self {
            Self::One(path) => (Some(path), None),
            Self::Many(paths) => (None, Some(paths.as_ref())),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }
}

/// The notes of a set, in order.
pub type Notes<'s> = Chain<option::IntoIter<&'s NotePath>, Flatten<option::IntoIter<&'s BTreeSet<NotePath>>>>;

impl From<&NotePath> for NoteSet {
    fn from(path: &NotePath) -> Self {
        Self::One(path.clone())
    }
}

impl<'s> IntoIterator for &'s NoteSet {
    type Item = &'s NotePath;
    type IntoIter = Notes<'s>;

    fn into_iter(self) -> Notes<'s> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_holds_what_a_tree_holds(events in prop::collection::vec((any::<bool>(), 0..5_u8), 0..30)) {
            let (mut set, mut tree): (Option<NoteSet>, BTreeSet<NotePath>) = (None, BTreeSet::new());
            for (is_added, number) in events {
                let path = NotePath::from(format!("{number}.md").as_str());
                if is_added {
                    match &mut set {
                        Some(set) => set.insert(&path),
                        None => set = Some(NoteSet::from(&path)),
                    }
                    tree.insert(path);
                } else {
                    tree.remove(&path);
                    if set.as_mut().is_some_and(|set| set.remove(&path)) {
                        set = None;
                    }
                }
                prop_assert_eq!(set.iter().flatten().collect::<Vec<_>>(), tree.iter().collect::<Vec<_>>());
                prop_assert_eq!(set.as_ref().map_or(0, NoteSet::len), tree.len());
            }
        }
    }
}
