//! Order in one compiled copy. The standard library's sorts, ordered maps and sets are compiled anew for every type,
//! three to five kilobytes each, and the size of the plugin is what every phone pays for.

mod finder;
mod map;
mod places;
mod set;
mod table;

use std::cmp::Ordering;

pub use map::Map;
pub use set::Set;
pub use table::Table;

/// Sorts as `slice::sort_by` does: equal items stay in their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    arrange(items, &mut order);
}

/// Brings `items` into an `order` that says which comes first, second and so on, and is used up.
fn arrange<T>(items: &mut [T], order: &mut [usize]) {
    // Each cycle of the permutation is walked once, every item going where it belongs.
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Sorts by [`Ord`].
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Which of `len` items comes first, second and so on.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// The set of `items`.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Set<T> {
    items.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    /// Something that is done to a map: a key goes in or comes out. Keys of two kinds of density, so that pieces fill up,
    /// part and run empty.
    fn change() -> impl Strategy<Value = (bool, u16)> {
        (any::<bool>(), prop_oneof![0..40_u16, any::<u16>()])
    }

    proptest! {
        #[test]
        fn a_map_answers_as_the_standard_librarys_does(
            mut first in prop::collection::vec(any::<u16>(), 0..1500),
            is_in_order: bool,
            changes in prop::collection::vec(change(), 0..400),
            from: u16,
        ) {
            let (mut ours, mut theirs) = (Map::new(), BTreeMap::new());
            if is_in_order {
                first.sort_unstable();
            }
            let puts = first.into_iter().map(|key| (true, key));
            for (nth, (put, key)) in puts.chain(changes).enumerate() {
                match put {
                    true => prop_assert_eq!(ours.insert(key, nth), theirs.insert(key, nth)),
                    false => prop_assert_eq!(ours.remove(&key), theirs.remove(&key)),
                }
                prop_assert_eq!(ours.get(&key), theirs.get(&key));
            }
            prop_assert_eq!(ours.len(), theirs.len());
            prop_assert!(ours.range_from(&from).eq(theirs.range(from..)));
            *ours.or_default(from) += 1;
            *theirs.entry(from).or_default() += 1;
            prop_assert!(ours.iter().eq(&theirs));
            prop_assert!(theirs.keys().all(|key| ours.contains_key(key)));
            prop_assert_eq!(&ours, &theirs.iter().rev().map(|(key, value)| (*key, *value)).collect());
            prop_assert!(ours.into_iter().eq(theirs));
        }

        #[test]
        fn a_set_answers_as_the_standard_librarys_does(items: Vec<u8>, gone: Vec<u8>, least: u8) {
            let (mut ours, mut theirs) = (Set::new(), BTreeSet::new());
            for item in items {
                prop_assert_eq!(ours.insert(item), theirs.insert(item));
            }
            for item in gone {
                prop_assert_eq!(ours.remove(&item), theirs.remove(&item));
            }
            ours.retain(|item| *item >= least);
            theirs.retain(|item| *item >= least);
            prop_assert_eq!(ours.is_empty(), theirs.is_empty());
            prop_assert!(ours.iter().eq(&theirs));
            prop_assert!(ours.into_iter().eq(theirs));
        }

        #[test]
        fn maps_and_sets_are_stored_as_the_standard_librarys_are(
            map: BTreeMap<String, bool>,
            set: BTreeSet<String>,
        ) {
            let (text, ours) = (serde_json::to_string(&map).unwrap(), Map::from_iter(map));
            prop_assert_eq!(&serde_json::to_string(&ours).unwrap(), &text);
            prop_assert_eq!(serde_json::from_str::<Map<String, bool>>(&text).unwrap(), ours);
            let (text, ours) = (serde_json::to_string(&set).unwrap(), Set::from_iter(set));
            prop_assert_eq!(&serde_json::to_string(&ours).unwrap(), &text);
            prop_assert_eq!(serde_json::from_str::<Set<String>>(&text).unwrap(), ours);
        }

        #[test]
        fn it_sorts_as_the_standard_library_does(items: Vec<(u8, u32)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
