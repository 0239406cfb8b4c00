//! A map from texts for what is asked for at every turn: a key is found by a hash, whatever the number of entries. They
//! still come in the order of their keys, and no hash decides anything but how soon one is found.

use super::finder::{Finder, hash};
use super::map::{Iter, Map};

/// A map from texts, and from what is one, such as paths.
#[derive(Debug, Clone)]
pub struct Table<K, V> {
    map: Map<K, V>,
    finder: Finder,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { map: Map::new(), finder: Finder::default() }
    }
}

impl<K: Ord + AsRef<str>, V> Table<K, V> {
    fn place(&self, key: &str) -> Option<usize> {
        self.finder.find(hash(key), &|place| self.map.entries[place].0.as_ref() == key)
    }

    /// Whether there are no entries.
    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.map.values()
    }

    /// Whether there is a value for `key`.
    pub fn contains_key<Q: AsRef<str> + ?Sized>(&self, key: &Q) -> bool {
        self.place(key.as_ref()).is_some()
    }

    /// The value for `key`.
    pub fn get<Q: AsRef<str> + ?Sized>(&self, key: &Q) -> Option<&V> {
        self.place(key.as_ref()).map(|place| &self.map.entries[place].1)
    }

    /// The value for `key`, to be changed.
    pub fn get_mut<Q: AsRef<str> + ?Sized>(&mut self, key: &Q) -> Option<&mut V> {
        self.place(key.as_ref()).map(|place| &mut self.map.entries[place].1)
    }

    /// The value for `key`, the default one where there is none yet.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = self.place(key.as_ref()).unwrap_or_else(|| self.add(key, V::default()));
        &mut self.map.entries[place].1
    }

    /// Puts a value in and gives the one that stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(key.as_ref()) {
            Some(place) => Some(std::mem::replace(&mut self.map.entries[place].1, value)),
            None => {
                self.add(key, value);
                None
            }
        }
    }

    fn add(&mut self, key: K, value: V) -> usize {
        let place = self.map.len();
        self.finder.insert(hash(key.as_ref()), place);
        self.map.insert(key, value);
        place
    }

    /// Takes a value out.
    pub fn remove<Q: AsRef<str> + ?Sized>(&mut self, key: &Q) -> Option<V> {
        let key = key.as_ref();
        let (place, last) = (self.place(key)?, self.map.len() - 1);
        self.finder.remove(hash(key), place);
        if place != last {
            // The last entry takes its place.
            let moved = hash(self.map.entries[last].0.as_ref());
            self.finder.remove(moved, last);
            self.finder.insert(moved, place);
        }
        let found = self.map.find(&self.map.entries[place].0).ok()?;
        Some(self.map.remove_found(found))
    }

    /// The entries from `key` on, in the order of their keys.
    pub fn range_from(&self, key: &K) -> Iter<'_, K, V> {
        self.map.range_from(key)
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.map.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_table_holds_what_a_map_does(steps in prop::collection::vec(("[a-c/]{0,3}|[a-d]{20}", 0..3_u8), 0..200)) {
            let (mut table, mut map) = (Table::default(), BTreeMap::new());
            for (at, (key, what)) in steps.into_iter().enumerate() {
                match what {
                    0 => prop_assert_eq!(table.remove(&key), map.remove(&key)),
                    1 => prop_assert_eq!(table.insert(key.clone(), at), map.insert(key, at)),
                    _ => prop_assert_eq!(*table.or_default(key.clone()), *map.entry(key).or_default()),
                }
                prop_assert!(table.range_from(&String::new()).eq(&map));
                prop_assert!(map.iter().all(|(key, value)| table.get(key) == Some(value)));
            }
        }
    }
}
