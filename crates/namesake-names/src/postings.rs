//! Whom a key leads to, and how many people share something. Keys are hashes already, so the tables use them as they
//! are; that builds the index in half the time an ordered map takes. Nothing depends on a table's order.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// A person's number inside the index. Numbers never reach an answer: their order depends on the order of events.
pub type Id = u32;

/// Sorted lists of people's numbers, each below 2^31, by key. A vault has hundreds of thousands of keys, so only half
/// of each is kept; two keys that clash only add a candidate to be weighed.
#[derive(Debug, Default)]
pub struct Postings {
    /// For each key the number of its only person or, marked with [`MANY`], the position of a list.
    by_key: HashMap<u32, u32, BuildHasherDefault<KeyHasher>>,
    lists: Vec<Vec<Id>>,
    /// Positions of lists that are empty.
    free: Vec<u32>,
}

/// Marks a value as the position of a list. No vault has so many notes.
const MANY: u32 = 1 << 31;

impl Postings {
    /// Everyone found by `key`.
    pub fn get(&self, key: u64) -> &[Id] {
        match self.by_key.get(&half(key)) {
            None => &[],
            Some(at) if at & MANY != 0 => &self.lists[(at & !MANY) as usize],
            Some(one) => std::slice::from_ref(one),
        }
    }

    /// Makes `key` lead to `id`.
    pub fn add(&mut self, key: u64, id: Id) {
        let at = self.by_key.entry(half(key)).or_insert(id);
        if *at & MANY != 0 {
            insert(&mut self.lists[(*at & !MANY) as usize], id);
        } else if *at != id {
            let both = vec![id.min(*at), id.max(*at)];
            let place = self.free.pop().unwrap_or_else(|| {
                self.lists.push(Vec::new());
                u32::try_from(self.lists.len() - 1).unwrap_or(0)
            });
            self.lists[place as usize] = both;
            *at = place | MANY;
        }
    }

    /// Makes `key` no longer lead to `id`.
    pub fn take_out(&mut self, key: u64, id: Id) {
        let Some(at) = self.by_key.get(&half(key)).copied() else { return };
        if at & MANY == 0 {
            if at == id {
                self.by_key.remove(&half(key));
            }
            return;
        }
        let ids = &mut self.lists[(at & !MANY) as usize];
        if let Ok(found) = ids.binary_search(&id) {
            ids.remove(found);
        }
        if ids.is_empty() {
            *ids = Vec::new();
            self.free.push(at & !MANY);
            self.by_key.remove(&half(key));
        }
    }

    /// How many keys lead to somebody.
    #[cfg(test)]
    pub(crate) fn keys(&self) -> usize {
        self.by_key.len()
    }
}

/// How many people have something, by its whole key: weights depend on it, so no two keys may clash.
#[derive(Debug, Default)]
pub struct Counts(HashMap<u64, u32, BuildHasherDefault<KeyHasher>>);

impl Counts {
    /// The number of people who have what `key` stands for.
    pub fn get(&self, key: u64) -> u32 {
        self.0.get(&key).copied().unwrap_or_default()
    }

    /// Counts one more.
    pub fn add(&mut self, key: u64) {
        *self.0.entry(key).or_default() += 1;
    }

    /// Takes one off the count.
    pub fn take_out(&mut self, key: u64) {
        if let Some(count) = self.0.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(&key);
            }
        }
    }
}

/// Adds a number to a sorted list.
pub(super) fn insert(ids: &mut Vec<Id>, id: Id) {
    if let Err(at) = ids.binary_search(&id) {
        ids.insert(at, id);
    }
}

/// Takes a number out of the list under `key`, and the list out once it is empty.
pub(super) fn take_out<K: Ord + Borrow<Q>, Q: Ord + ?Sized>(lists: &mut BTreeMap<K, Vec<Id>>, key: &Q, id: Id) {
    if let Some(ids) = lists.get_mut(key) {
        ids.retain(|other| *other != id);
        if ids.is_empty() {
            lists.remove(key);
        }
    }
}

/// The upper half of a key, mixed with the lower one.
fn half(key: u64) -> u32 {
    u32::try_from((key ^ key >> 32) & u64::from(u32::MAX)).unwrap_or_default()
}

/// A key is its own hash.
#[derive(Debug, Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
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

    fn write_u32(&mut self, key: u32) {
        // The table tells keys apart by both ends of a hash.
        self.0 = u64::from(key) << 32 | u64::from(key);
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
        assert_eq!(postings.keys(), 0);
    }
}
