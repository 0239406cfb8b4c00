//! The least or the most that a candidate's probability may be.

use super::question::{Candidate, Evidence};

/// A probability that a principle lays down, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// No less than this.
    Floor(f64, &'static str),
    /// No more than this.
    Ceiling(f64, &'static str),
}

impl Bound {
    /// Applies the bound to a candidate's probability; where that changes it, the reason is added to the evidence.
    pub fn apply(self, candidate: &mut Candidate) {
        let (p, what) = match self {
            Self::Floor(p, what) if candidate.p < p => (p, what),
            Self::Ceiling(p, what) if candidate.p > p => (p, what),
            _ => return,
        };
        candidate.p = p;
        candidate.evidence.push(Evidence { what: what.to_owned(), bits: 0.0 });
    }
}
