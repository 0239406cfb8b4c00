//! The user's record with names that nothing but a first name and the meeting speaks for: whether it is good enough to
//! offer that such names are linked without asking.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Decisions, SAME_AS_BY_CONTEXT, Verdict};

/// How many such names were accepted of how many decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct NameRecord {
    /// Names that were accepted and never rejected.
    pub accepted: u32,
    /// Names that were decided.
    pub decided: u32,
    /// Whether automation may be offered.
    pub earned: bool,
}

/// The share that has to be right at the least: what the names engine itself gives such a name before anybody has
/// decided about one. The record must not merely agree with that guess, it must show that it is no worse.
const LEAST_SHARE: f64 = 0.9;

/// The one-sided 95 % point of the normal distribution: only that the true share might be lower is of interest. With
/// [`LEAST_SHARE`] 25 of 25 are needed, or 41 of 42.
const Z: f64 = 1.645;

impl Decisions {
    /// The user's record. Each form counts once a person, however often it was decided.
    pub fn name_record(&self) -> NameRecord {
        let mut verdicts: BTreeMap<_, bool> = BTreeMap::new();
        for decision in self.iter().filter(|decision| decision.rule == SAME_AS_BY_CONTEXT) {
            let is_accepted = verdicts.entry((&decision.path, decision.subject.to_lowercase())).or_insert(true);
            *is_accepted &= decision.verdict == Verdict::Accepted;
        }
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let (accepted, decided) = (count(verdicts.values().filter(|yes| **yes).count()), count(verdicts.len()));
        NameRecord { accepted, decided, earned: is_earned(accepted, decided) }
    }
}

/// Whether the lower end of the Wilson interval of the share that was accepted reaches [`LEAST_SHARE`].
fn is_earned(accepted: u32, decided: u32) -> bool {
    if decided == 0 {
        return false;
    }
    let number = f64::from(decided);
    let (share, square) = (f64::from(accepted) / number, Z * Z);
    let spread = Z * (share * (1.0 - share) / number + square / (4.0 * number * number)).sqrt();
    (share + square / (2.0 * number) - spread) / (1.0 + square / number) >= LEAST_SHARE
}

#[cfg(test)]
mod tests {
    use super::super::Decision;
    use super::*;

    fn decided(number: usize, verdict: Verdict, rule: &str) -> Vec<Decision> {
        let (rule, with) = (rule.to_owned(), Vec::new());
        let one = |at| Decision {
            path: "Rob.md".into(),
            rule: rule.clone(),
            subject: format!("{verdict:?} {at}"),
            verdict,
            with: with.clone(),
        };
        (0..number).map(one).collect()
    }

    #[test]
    fn each_form_counts_once_and_nothing_else_does() {
        let mut decisions = Decisions::default();
        let again = Decision {
            subject: "ACCEPTED 0".to_owned(),
            with: vec!["Mara.md".into(), "Rob.md".into()],
            ..decided(1, Verdict::Accepted, SAME_AS_BY_CONTEXT).remove(0)
        };
        let all = [
            decided(3, Verdict::Accepted, SAME_AS_BY_CONTEXT),
            vec![again],
            decided(2, Verdict::Rejected, SAME_AS_BY_CONTEXT),
            decided(9, Verdict::Accepted, "same-as"),
        ];
        all.concat().into_iter().for_each(|decision| decisions.decide(decision));
        assert_eq!(decisions.name_record(), NameRecord { accepted: 3, decided: 5, earned: false });
    }

    #[test]
    fn fewer_than_25_decisions_may_be_chance() {
        assert!(!is_earned(0, 0));
        assert!(!is_earned(24, 24));
        assert!(is_earned(25, 25));
    }

    #[test]
    fn more_is_asked_the_more_was_rejected() {
        assert!(!is_earned(40, 41));
        assert!(is_earned(41, 42));
        assert!(!is_earned(890, 1000));
    }
}
