//! Where entries lie, by a hash of their keys. Compiled once for all tables.

/// Places of entries, found by hashes.
#[derive(Debug, Clone, Default)]
pub(super) struct Finder {
    /// Each free, or a hash and the place of an entry with it, at the hash or behind it without a gap. As many as a power
    /// of two, at most half of them taken.
    slots: Vec<Option<(u32, usize)>>,
    taken: usize,
}

const FEWEST: usize = 8;

/// A hash of `key`.
#[allow(clippy::cast_possible_truncation, reason = "half of the bits will do")]
pub(super) fn hash(key: &str) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, piece: &[u8]| {
        let mut bytes = [0; 8];
        bytes[..piece.len()].copy_from_slice(piece);
        let mixed = (hash ^ u64::from_le_bytes(bytes)).wrapping_mul(MIX);
        mixed ^ (mixed >> 32)
    };
    let hash = key.as_bytes().chunks(8).fold(key.len() as u64, mix);
    (hash ^ (hash >> 32)) as u32
}

impl Finder {
    /// The place of the entry with this hash that `is_it` says is meant.
    pub(super) fn find(&self, hash: u32, is_it: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut at = self.home(hash)?;
        while let Some((other, place)) = self.slots[at] {
            if other == hash && is_it(place) {
                return Some(place);
            }
            at = self.next(at);
        }
        None
    }

    /// Notes that an entry with this hash lies at `place`.
    pub(super) fn insert(&mut self, hash: u32, place: usize) {
        if self.slots.len() <= 2 * self.taken {
            let more = vec![None; (2 * self.slots.len()).max(FEWEST)];
            for (hash, place) in std::mem::replace(&mut self.slots, more).into_iter().flatten() {
                self.put(hash, place);
            }
        }
        self.put(hash, place);
        self.taken += 1;
    }

    /// Notes that the entry with this hash does not lie at `place` any more.
    pub(super) fn remove(&mut self, hash: u32, place: usize) {
        let Some(mut gap) = self.home(hash) else { return };
        while self.slots[gap].is_some_and(|(_, other)| other != place) {
            gap = self.next(gap);
        }
        self.taken -= usize::from(self.slots[gap].take().is_some());
        // Whoever is found by way of the gap moves into it.
        let mut at = self.next(gap);
        while let Some((hash, _)) = self.slots[at] {
            let behind = |from: usize| at.wrapping_sub(from) & (self.slots.len() - 1);
            if self.home(hash).is_some_and(|home| behind(home) >= behind(gap)) {
                self.slots.swap(gap, at);
                gap = at;
            }
            at = self.next(at);
        }
    }

    fn put(&mut self, hash: u32, place: usize) {
        let Some(mut at) = self.home(hash) else { return };
        while self.slots[at].is_some() {
            at = self.next(at);
        }
        self.slots[at] = Some((hash, place));
    }

    fn home(&self, hash: u32) -> Option<usize> {
        Some(hash as usize & self.slots.len().checked_sub(1)?)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}
