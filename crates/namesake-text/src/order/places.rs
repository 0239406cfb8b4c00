//! The order of entries that lie elsewhere, each known by its place there.

use std::cmp::Ordering;

/// Places of entries in the order of the entries, in pieces short enough to insert into.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// None is empty.
    pieces: Vec<Vec<usize>>,
}

/// More places than this and a piece is parted.
const LONGEST: usize = 256;

/// Where a place stands in the order: in which piece and where in it.
pub(super) type Found = (usize, usize);

impl Places {
    pub(super) const fn new() -> Self {
        Self { pieces: Vec::new() }
    }

    /// Where the place stands whose entry `compare` calls equal, or where it would.
    pub(super) fn find(&self, compare: &dyn Fn(usize) -> Ordering) -> Result<Found, Found> {
        let piece = self.pieces.partition_point(|piece| compare(piece[0]).is_le()).saturating_sub(1);
        let Some(places) = self.pieces.get(piece) else { return Err((0, 0)) };
        let found = places.binary_search_by(|place| compare(*place));
        found.map(|at| (piece, at)).map_err(|at| (piece, at))
    }

    pub(super) fn at(&self, (piece, at): Found) -> usize {
        self.pieces[piece][at]
    }

    pub(super) fn set(&mut self, (piece, at): Found, place: usize) {
        self.pieces[piece][at] = place;
    }

    pub(super) fn insert(&mut self, (piece, at): Found, place: usize) {
        let Some(places) = self.pieces.get_mut(piece) else { return self.pieces.push(vec![place]) };
        places.insert(at, place);
        if places.len() > LONGEST {
            let rest = places.split_off(LONGEST / 2);
            self.pieces.insert(piece + 1, rest);
        }
    }

    pub(super) fn remove(&mut self, (piece, at): Found) {
        self.pieces[piece].remove(at);
        if self.pieces[piece].is_empty() {
            self.pieces.remove(piece);
        }
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        self.iter_from((0, 0))
    }

    /// The places from `start` on.
    pub(super) fn iter_from(&self, (piece, at): Found) -> Iter<'_> {
        let mut pieces = self.pieces.get(piece..).unwrap_or_default().iter();
        let places = pieces.next().and_then(|places| places.get(at..)).unwrap_or_default();
        Iter { places: places.iter(), pieces }
    }
}

/// Places in their order.
pub(super) struct Iter<'p> {
    places: std::slice::Iter<'p, usize>,
    pieces: std::slice::Iter<'p, Vec<usize>>,
}

impl Iterator for Iter<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.places.len() == 0 {
            self.places = self.pieces.next()?.iter();
        }
        self.places.next().copied()
    }
}
