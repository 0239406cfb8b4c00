//! Who is found by a blocking key. Keys are hashes already and are never gone through in any order, so this is the one
//! place where a hash table does no harm; it builds the index in half the time an ordered map takes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::index::Id;

/// Lists of people by key, each sorted.
#[derive(Debug, Default)]
pub struct Postings(HashMap<u64, Posting, BuildHasherDefault<AsItIs>>);

/// Most keys lead to one person, who then needs no list of their own.
#[derive(Debug)]
enum Posting {
    One([Id; 1]),
    Many(Vec<Id>),
}

impl Postings {
    /// Everyone found by `key`.
    pub fn get(&self, key: u64) -> &[Id] {
        match self.0.get(&key) {
            None => &[],
            Some(Posting::One(one)) => one,
            Some(Posting::Many(ids)) => ids,
        }
    }

    /// Has `key` lead to `id`.
    pub fn add(&mut self, key: u64, id: Id) {
        let posting = self.0.entry(key).or_insert(Posting::One([id]));
        match posting {
            Posting::One([one]) if *one == id => {}
            Posting::One([one]) => *posting = Posting::Many(vec![(*one).min(id), (*one).max(id)]),
            Posting::Many(ids) => super::index::insert(ids, id),
        }
    }

    /// Has `key` lead to `id` no more.
    pub fn take_out(&mut self, key: u64, id: Id) {
        let Some(posting) = self.0.get_mut(&key) else { return };
        let left = match posting {
            Posting::One(one) => one.iter().any(|one| *one != id),
            Posting::Many(ids) => {
                ids.retain(|other| *other != id);
                !ids.is_empty()
            }
        };
        if !left {
            self.0.remove(&key);
        }
    }

    /// How many keys lead to somebody.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// A key is its own hash.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_to_everybody_once_in_order_and_to_nobody_when_all_are_gone() {
        let mut postings = Postings::default();
        for id in [7, 3, 7, 5] {
            postings.add(1, id);
        }
        assert_eq!(postings.get(1), [3, 5, 7]);
        assert_eq!(postings.get(2), [] as [Id; 0]);
        for id in [9, 3, 5, 7, 7] {
            postings.take_out(1, id);
        }
        assert_eq!(postings.len(), 0);
    }
}
