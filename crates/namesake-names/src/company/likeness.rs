//! How alike two companies' names are, by the words they share. A rare word weighs more than a usual one.

use strsim::normalized_damerau_levenshtein;

/// A word with fewer letters counts only where it is the same.
const SHORTEST_SLIP: usize = 5;
/// From this similarity on, two words are the same with a slip.
const SLIP: f64 = 0.80;
/// What a word with a slip counts.
const SLIPPED: f64 = 0.8;

/// Which part of each name agrees with the other, by weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Of the written name, from 0 to 1.
    pub written: f64,
    /// Of the known name, from 0 to 1.
    pub known: f64,
    /// Whether a word that agrees is more than a usual one.
    pub is_telling: bool,
    /// Whether each has a usual word that the other lacks, and nothing else does: `Otto Bank`, `Otto Insurance`.
    pub is_sister: bool,
}

impl Likeness {
    /// Of two names by their words.
    pub fn of(
        written: &[String],
        known: &[String],
        weight: impl Fn(&str) -> f64,
        is_general: impl Fn(&str) -> bool,
    ) -> Self {
        let mut left: Vec<&String> = known.iter().collect();
        let (mut agreed, mut agreed_known, mut is_telling) = (0.0, 0.0, false);
        let mut rest: Vec<&String> = Vec::new();
        for word in written {
            let best = (0..left.len()).map(|at| (alike(word, left[at]), at)).max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((share, at)) = best.filter(|(share, _)| *share > 0.0) {
                let other = left.swap_remove(at);
                agreed += share * weight(word);
                agreed_known += share * weight(other);
                is_telling |= !is_general(word);
            } else {
                rest.push(word);
            }
        }
        let all = |words: &[String]| words.iter().map(|word| weight(word)).sum::<f64>().max(f64::MIN_POSITIVE);
        let is_sister =
            !rest.is_empty() && !left.is_empty() && rest.into_iter().chain(left).all(|word| is_general(word));
        Self { written: agreed / all(written), known: agreed_known / all(known), is_telling, is_sister }
    }

    /// Both parts in one number, from 0 to 1: their harmonic mean.
    pub fn both(self) -> f64 {
        let sum = self.written + self.known;
        if sum > 0.0 { 2.0 * self.written * self.known / sum } else { 0.0 }
    }
}

fn alike(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    let (one_length, other_length) = (one.chars().count(), other.chars().count());
    let shortest = one_length.min(other_length);
    // A slip changes a letter or two; comparing long words of unlike length takes long.
    let is_slip = shortest >= SHORTEST_SLIP
        && one_length.abs_diff(other_length) <= 2
        && normalized_damerau_levenshtein(one, other) >= SLIP;
    if is_slip { SLIPPED } else { 0.0 }
}
