//! What a score is worth as a probability: how often the first candidate of such a score was the right one, on suites of
//! real names. The curves are fitted by `tests/names/calibrate.py`. What is done by itself or asked about is decided by
//! the score; the probability is what users read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::question::Candidate;

/// Lines of case, score and probability, in the order of the scores.
static CURVES: LazyLock<BTreeMap<&str, Vec<(f64, f64)>>> = LazyLock::new(|| {
    let mut curves = BTreeMap::<_, Vec<_>>::new();
    for line in include_str!("../data/calibration.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        if let (Some(case), Some(score), Some(p)) = (cells.next(), cells.next(), cells.next())
            && let (Ok(score), Ok(p)) = (score.parse(), p.parse())
        {
            curves.entry(case).or_default().push((score, p));
        }
    }
    curves
});

/// What the names that were counted together have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// A company.
    Company,
    /// A person.
    Person {
        /// Whether it is said who took part.
        met: bool,
        /// Whether first name and surname are compared, and not only one of them.
        both: bool,
    },
}

impl Case {
    const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Person { met: true, both: true } => "person met both",
            Self::Person { met: true, both: false } => "person met one",
            Self::Person { met: false, both: true } => "person alone both",
            Self::Person { met: false, both: false } => "person alone one",
        }
    }
}

/// The probability that the first candidate is meant, if its score is `score`: between two knots of the curve on the line
/// that joins them.
pub fn probability(case: Case, score: f64) -> f64 {
    let Some(knots) = CURVES.get(case.name()).or_else(|| CURVES.get("any")) else { return score };
    let above = knots.partition_point(|(known, _)| *known < score);
    match (above.checked_sub(1).and_then(|below| knots.get(below)), knots.get(above)) {
        (Some((low, from)), Some((high, to))) => from + (to - from) * (score - low) / (high - low),
        (Some((_, p)), None) | (None, Some((_, p))) => *p,
        (None, None) => score,
    }
}

/// Gives each candidate its probability, the best standing first. The curves are those of first candidates; the others
/// share what the first one leaves.
pub fn calibrate(candidates: &mut [Candidate], case_of_first: Case) {
    let Some((first, others)) = candidates.split_first_mut() else { return };
    // Several whom hardly anything tells apart share it: the curves are mostly those of names with one good candidate.
    let rivals = others.iter().map(|other| other.score).filter(|score| 2.0 * score > first.score);
    let rivals: f64 = rivals.sum();
    first.p = probability(case_of_first, first.score);
    if rivals > 0.0 {
        first.p = first.p.min(first.score).min(first.score / (first.score + rivals));
    }
    for other in others {
        other.p = other.score.min(first.p).min(1.0 - first.p);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: [Case; 5] = [
        Case::Company,
        Case::Person { met: true, both: true },
        Case::Person { met: true, both: false },
        Case::Person { met: false, both: true },
        Case::Person { met: false, both: false },
    ];

    #[test]
    fn a_higher_score_is_never_less_probable_and_nothing_is_certain() {
        for case in CASES {
            let curve: Vec<f64> = (0..=100).map(|score| probability(case, f64::from(score) / 100.0)).collect();
            assert!(curve.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{case:?}: {curve:?}");
            assert!(curve.iter().all(|p| (0.0..=0.999).contains(p)), "{case:?}: {curve:?}");
        }
    }

    #[test]
    fn what_is_linked_by_itself_is_nearly_always_right() {
        for case in CASES {
            assert!(probability(case, super::super::weights::AUTO) > 0.9, "{case:?}");
        }
    }

    #[test]
    fn of_two_equals_neither_is_likelier_than_not() {
        let candidate = |score| Candidate {
            path: "People/Rob Benoit.md".into(),
            p: 0.0,
            score,
            misheard: false,
            by_context: false,
            evidence: vec![],
        };
        let mut two = [candidate(0.5), candidate(0.5)];
        calibrate(&mut two, CASES[2]);
        assert!(two.iter().all(|one| one.p <= 0.5), "{two:?}");
        let mut one_ahead = [candidate(0.97), candidate(0.2), candidate(0.1)];
        calibrate(&mut one_ahead, CASES[2]);
        assert!(one_ahead[1].p <= 1.0 - one_ahead[0].p, "{one_ahead:?}");
    }

    #[test]
    fn between_two_knots_it_is_between_their_probabilities() {
        let case = Case::Person { met: true, both: false };
        let (low, middle, high) = (probability(case, 0.80), probability(case, 0.85), probability(case, 0.90));
        assert!(low < middle && middle < high, "{low} {middle} {high}");
    }
}
