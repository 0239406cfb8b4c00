//! The order of entries that lie elsewhere, each known by its place there.

use std::cmp::Ordering;

/// Places of entries in the order of the entries, in pieces short enough to insert into.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// How many there are while each entry came behind all others, as most do: then a place is its own order.
    run: usize,
    /// All places once that is not so. None is empty.
    pieces: Vec<Vec<usize>>,
}

/// More places than this and a piece is halved.
const LONGEST: usize = 256;

/// Where a place stands in the order: in which piece and where in it.
pub(super) type Found = (usize, usize);

impl Places {
    pub(super) const fn new() -> Self {
        Self { run: 0, pieces: Vec::new() }
    }

    /// Where the place stands whose entry `compare` calls equal, or where it would.
    pub(super) fn find(&self, compare: &dyn Fn(usize) -> Ordering) -> Result<Found, Found> {
        let piece = match search(self.pieces.len(), &|piece| compare(self.pieces[piece][0])) {
            Ok(piece) => return Ok((piece, 0)),
            Err(next) => next.saturating_sub(1),
        };
        let found = match self.pieces.get(piece) {
            Some(places) => search(places.len(), &|at| compare(places[at])),
            None => search(self.run, compare),
        };
        found.map(|at| (piece, at)).map_err(|at| (piece, at))
    }

    pub(super) fn at(&self, (piece, at): Found) -> usize {
        self.pieces.get(piece).map_or(at, |places| places[at])
    }

    pub(super) fn set(&mut self, found: Found, place: usize) {
        if self.at(found) != place {
            self.part();
            self.pieces[found.0][found.1] = place;
        }
    }

    pub(super) fn insert(&mut self, (piece, at): Found, place: usize) {
        if self.pieces.is_empty() && at == self.run {
            self.run += 1;
            return;
        }
        self.part();
        self.pieces[piece].insert(at, place);
        self.halve(piece);
    }

    pub(super) fn remove(&mut self, (piece, at): Found) {
        if self.pieces.is_empty() && at + 1 == self.run {
            self.run -= 1;
            return;
        }
        self.part();
        self.pieces[piece].remove(at);
        if self.pieces[piece].is_empty() {
            self.pieces.remove(piece);
        } else {
            self.halve(piece);
        }
    }

    fn halve(&mut self, piece: usize) {
        let places = &mut self.pieces[piece];
        if places.len() > LONGEST {
            let rest = places.split_off(places.len() / 2);
            self.pieces.insert(piece + 1, rest);
        }
    }

    /// Makes one piece of what came in order, however long: so every place stays where it was found.
    fn part(&mut self) {
        if self.run > 0 {
            self.pieces.push((0..std::mem::take(&mut self.run)).collect());
        }
    }

    pub(super) fn iter(&self) -> Iter<'_> {
        self.iter_from((0, 0))
    }

    /// The places from `start` on.
    pub(super) fn iter_from(&self, (piece, at): Found) -> Iter<'_> {
        let mut pieces = self.pieces.get(piece..).unwrap_or_default().iter();
        let places = pieces.next().and_then(|places| places.get(at..)).unwrap_or_default();
        Iter { run: at.min(self.run)..self.run, places: places.iter(), pieces }
    }
}

/// Which of `len` things `compare` calls equal, or where it would stand. The last is looked at first: mostly the next one
/// is put in.
fn search(len: usize, compare: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    let (mut low, mut high, mut at) = (0, len, len.saturating_sub(1));
    while low < high {
        match compare(at) {
            Ordering::Less => low = at + 1,
            Ordering::Equal => return Ok(at),
            Ordering::Greater => high = at,
        }
        at = low.midpoint(high);
    }
    Err(low)
}

/// Places in their order.
pub(super) struct Iter<'p> {
    run: std::ops::Range<usize>,
    places: std::slice::Iter<'p, usize>,
    pieces: std::slice::Iter<'p, Vec<usize>>,
}

impl Iterator for Iter<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if let Some(place) = self.run.next() {
            return Some(place);
        }
        if self.places.len() == 0 {
            self.places = self.pieces.next()?.iter();
        }
        self.places.next().copied()
    }
}
