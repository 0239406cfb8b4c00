//! The least or the most that a candidate's score may be.

use namesake_language::translated;

use super::question::{Candidate, Evidence};

/// A score that a principle lays down, and why: a kept text, said where the bound changes something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// No less than this.
    Floor(f64, &'static str),
    /// No more than this.
    Ceiling(f64, &'static str),
}

impl Bound {
    /// Applies the bound to a candidate's score; where that changes it, the reason is added to the evidence.
    pub fn apply(self, candidate: &mut Candidate) {
        let (score, what) = match self {
            Self::Floor(least, what) if candidate.score < least => (least, what),
            Self::Ceiling(most, what) if candidate.score > most => (most, what),
            _ => return,
        };
        candidate.score = score;
        candidate.evidence.push(Evidence { what: translated(what).into(), bits: 0.0, plain: None });
    }
}
