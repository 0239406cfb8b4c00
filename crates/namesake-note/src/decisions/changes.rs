//! How sets of decisions change and meet: what a batch decided, so that undo can take that back, and what two devices
//! decided, so that both see the same.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::decision::{Decision, Decisions, Verdict};

/// The decisions that came with a batch, and those that went. The journal keeps it beside the batch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct DecisionChanges {
    /// The decisions that came.
    #[cfg_attr(feature = "ts", tsify(type = "Decision[]"))]
    pub made: BTreeSet<Decision>,
    /// The decisions that went.
    #[cfg_attr(feature = "ts", tsify(type = "Decision[]"))]
    pub lost: BTreeSet<Decision>,
}

impl DecisionChanges {
    /// What makes `after` of `before`.
    pub fn between(before: &Decisions, after: &Decisions) -> Self {
        Self { made: &after.0 - &before.0, lost: &before.0 - &after.0 }
    }
}

impl Decisions {
    /// Takes `changes` back. What was decided since stays.
    pub fn take_back(&mut self, changes: &DecisionChanges) {
        self.0 = &(&self.0 - &changes.made) | &changes.lost;
    }

    /// The decisions of two devices, each once, whichever device asks. Where one accepted what the other rejected, it
    /// stays rejected.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let mut by_question = BTreeMap::new();
        for decision in self.0.iter().chain(&other.0) {
            let question = (&decision.path, &decision.rule, &decision.subject, &decision.with);
            let known = by_question.entry(question).or_insert(decision);
            if decision.verdict == Verdict::Rejected {
                *known = decision;
            }
        }
        Self(by_question.into_values().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn accepted(subject: &str, with: &[&str]) -> Decision {
        Decision {
            path: "Rob.md".into(),
            rule: "same-as".to_owned(),
            subject: subject.to_owned(),
            verdict: Verdict::Accepted,
            with: with.iter().map(|path| (*path).into()).collect(),
        }
    }

    fn rejected(subject: &str) -> Decision {
        Decision { verdict: Verdict::Rejected, ..accepted(subject, &[]) }
    }

    fn all(decisions: impl IntoIterator<Item = Decision>) -> Decisions {
        Decisions(decisions.into_iter().collect())
    }

    #[test]
    fn what_was_decided_is_what_came_and_what_went() {
        let before = all([accepted("Rob", &[]), rejected("Banga")]);
        let after = all([accepted("Rob", &[]), accepted("Banga", &[]), accepted("Banga", &["Mara.md"])]);
        let changes = DecisionChanges::between(&before, &after);
        assert_eq!(changes.made, all([accepted("Banga", &[]), accepted("Banga", &["Mara.md"])]).0);
        assert_eq!(changes.lost, all([rejected("Banga")]).0);
        let mut undone = after;
        undone.take_back(&changes);
        assert_eq!(undone, before);
    }

    #[test]
    fn what_was_decided_since_stays() {
        let changes = DecisionChanges { made: all([accepted("Banga", &[])]).0, lost: all([rejected("Banga")]).0 };
        let mut now = all([rejected("Banga"), accepted("Rob", &[])]);
        now.take_back(&changes);
        assert_eq!(now, all([rejected("Banga"), accepted("Rob", &[])]));
    }

    #[test]
    fn one_name_keeps_every_circle_of_people() {
        let (one, other) = (all([accepted("Rob", &["Mara.md"])]), all([accepted("Rob", &["Teodor.md"])]));
        assert_eq!(one.joined(&other), all([accepted("Rob", &["Mara.md"]), accepted("Rob", &["Teodor.md"])]));
    }

    #[test]
    fn what_one_device_rejected_stays_rejected() {
        let (yes, no) = (all([accepted("Rob", &[])]), all([rejected("Rob")]));
        assert_eq!(yes.joined(&no), no);
        assert_eq!(no.joined(&yes), no);
    }

    fn some() -> impl Strategy<Value = Decisions> {
        let one = ("[ab]", any::<bool>(), prop::collection::vec("[xy]", 0..2)).prop_map(|(subject, is_yes, with)| {
            let with: Vec<&str> = with.iter().map(String::as_str).collect();
            let verdict = if is_yes { Verdict::Accepted } else { Verdict::Rejected };
            Decision { verdict, ..accepted(&subject, &with) }
        });
        prop::collection::btree_set(one, 0..6).prop_map(Decisions)
    }

    proptest! {
        #[test]
        fn devices_agree_whoever_joins_first(a in some(), b in some(), c in some()) {
            prop_assert_eq!(a.joined(&b), b.joined(&a));
            prop_assert_eq!(a.joined(&b).joined(&c), a.joined(&b.joined(&c)));
            let both = a.joined(&b);
            prop_assert_eq!(both.joined(&both), both);
        }
    }
}
