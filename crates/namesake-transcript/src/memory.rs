//! What was heard before, so that of an edited note only the changed sentences are listened to anew. It is known by
//! digests of all that decides it, so that it is never wrong and nobody has to say what changed.

use std::collections::HashMap;
use std::hash::Hash;
use std::mem;
use std::sync::{Mutex, PoisonError};

use super::heard::Heard;
use rustc_hash::FxBuildHasher;
use siphasher::sip128::{Hasher128, SipHasher13};

/// As many answers are kept for certain; at most twice as many are. Two hours of talk have 3,000 sentences.
const KEPT: usize = 10_000;

/// What was heard in sentences.
#[derive(Default)]
pub struct HeardMemory {
    /// The task of a sentence.
    pub(super) heard: Memory<Option<Heard>>,
    /// Whether a sentence accepts what was asked for.
    pub(super) accepting: Memory<bool>,
}

/// The latest answers to a question. Those of the generation before are dropped when the new one is full, unless they
/// were asked for again.
pub(super) struct Memory<V>(Mutex<Generations<V>>);

struct Generations<V> {
    new: HashMap<u128, V, FxBuildHasher>,
    old: HashMap<u128, V, FxBuildHasher>,
}

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Self(Mutex::new(Generations { new: HashMap::default(), old: HashMap::default() }))
    }
}

impl<V: Clone> Memory<V> {
    /// The answer known by `key`, or else the one that `find` gives.
    pub fn get(&self, key: u128, find: impl FnOnce() -> V) -> V {
        // A panic cannot leave an answer half written, so a poisoned lock is still good.
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().known(key) {
            return known;
        }
        let answer = find();
        lock().keep(key, answer.clone());
        answer
    }
}

impl<V: Clone> Generations<V> {
    fn known(&mut self, key: u128) -> Option<V> {
        if let Some(known) = self.new.get(&key) {
            return Some(known.clone());
        }
        let known = self.old.remove(&key)?;
        self.keep(key, known.clone());
        Some(known)
    }

    fn keep(&mut self, key: u128, answer: V) {
        if self.new.len() >= KEPT {
            self.old = mem::take(&mut self.new);
        }
        self.new.insert(key, answer);
    }
}

/// A digest of what decides an answer, long enough that no two are alike by chance.
pub(super) fn key(of: &impl Hash) -> u128 {
    let mut hasher = SipHasher13::new();
    of.hash(&mut hasher);
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_answers_are_kept_and_old_ones_are_dropped() {
        let memory = Memory::default();
        let answer = |key: u128, found: u128| memory.get(key, || found);
        for key in 0..3 * KEPT as u128 {
            assert_eq!(answer(key, key + 1), key + 1);
        }
        let last = 3 * KEPT as u128 - 1;
        assert_eq!(answer(last, 0), last + 1, "it is known");
        assert_eq!(answer(0, 7), 7, "it is forgotten");
        let kept = memory.0.lock().unwrap();
        assert!(kept.new.len() + kept.old.len() <= 2 * KEPT);
    }

    #[test]
    fn what_is_asked_again_and_again_stays() {
        let memory = Memory::default();
        memory.get(u128::MAX, || 1);
        for key in 0..4 * KEPT as u128 {
            memory.get(key, || 0);
            if key % 1_000 == 0 {
                assert_eq!(memory.get(u128::MAX, || 2), 1);
            }
        }
    }
}
