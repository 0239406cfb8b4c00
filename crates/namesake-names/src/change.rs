//! Which keys a change of one person's names touches. An answer that hangs on none of them is still the same; which keys
//! an answer hangs on is left to `dependencies`.

use super::postings::Id;
use super::record::Record;

/// How the keys of the person at one path changed.
#[derive(Debug, Default)]
pub struct Change {
    /// Keys that no longer lead to the person, and keys that do now.
    pub(super) lost: Vec<u64>,
    pub(super) won: Vec<u64>,
    /// Keys that stand for something else than a list of people: a count, or a company.
    pub(super) others: Vec<u64>,
    /// Keys that led to the person before and still do.
    pub(super) shared: Vec<u64>,
    pub(super) before: Option<Record>,
    pub(super) id: Id,
}

impl Change {
    /// The change from one record of the person with the number `id` to another.
    pub(super) fn between(before: Option<Record>, after: Option<&Record>, id: Id) -> Self {
        let sorted = |record: &Record| {
            let mut keys = record.keys();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let (old, new) = match (&before, after) {
            // Nearly always a person is new; the keys need no sorting then.
            (None, Some(after)) => (Vec::new(), after.keys()),
            (before, after) => (before.as_ref().map_or_else(Vec::new, sorted), after.map_or_else(Vec::new, sorted)),
        };
        let without = |keys: &[u64], others: &[u64]| -> Vec<u64> {
            keys.iter().copied().filter(|key| others.binary_search(key).is_err()).collect()
        };
        let (lost, won) = (without(&old, &new), without(&new, &old));
        let shared = without(&old, &lost);
        let counted = |record: Option<&Record>| record.map_or([None; 2], Record::counts);
        let counts = counted(before.as_ref()).into_iter().zip(counted(after)).filter(|(before, after)| before != after);
        let others = counts.flat_map(|(before, after)| [before, after]).flatten().collect();
        Self { lost, won, others, shared, before, id }
    }

    /// The keys whose dependent answers may be different now.
    pub fn touched(&self) -> impl Iterator<Item = u64> {
        [&self.lost, &self.won, &self.others].into_iter().flatten().copied()
    }

    /// The keys whose dependent answers are different only where `NameIndex::is_moved` says so.
    pub fn shared(&self) -> impl Iterator<Item = u64> {
        self.shared.iter().copied()
    }
}
