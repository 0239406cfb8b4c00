//! How sets of decisions change and meet: what a batch decided, so that undo can take that back, and what two devices
//! decided, so that both see the same.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::decision::{Decision, Decisions};

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
        let (before, after): (BTreeSet<_>, BTreeSet<_>) = (before.standing().collect(), after.standing().collect());
        Self { made: &after - &before, lost: &before - &after }
    }
}

impl Decisions {
    /// Takes `changes` back. What was decided since stays.
    pub fn take_back(&mut self, changes: &DecisionChanges, at: u64) {
        for decision in &changes.made {
            self.forget(decision, at);
        }
        for decision in &changes.lost {
            let question = decision.clone().into_question();
            if self.verdict(&question).is_none() {
                self.answer(question, decision.verdict, at);
            }
        }
    }

    /// The decisions of two devices: of each the last word. It is the same whichever device asks, in whatever order
    /// and however often they hear of each other.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        for (question, answer) in other.0 {
            self.join(question, answer);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::decision::{DatedDecision, Verdict};
    use super::*;
    use namesake_text::path::NotePath;

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
        decisions.into_iter().map(|decision| DatedDecision { decision, at: 1 }).collect::<Vec<_>>().into()
    }

    fn standing(decisions: &Decisions) -> Vec<Decision> {
        decisions.standing().collect()
    }

    #[test]
    fn what_was_decided_is_what_came_and_what_went() {
        let before = all([accepted("Rob", &[]), rejected("Banga")]);
        let after = all([accepted("Rob", &[]), accepted("Banga", &[]), accepted("Banga", &["Mara.md"])]);
        let changes = DecisionChanges::between(&before, &after);
        assert_eq!(changes.made, BTreeSet::from([accepted("Banga", &[]), accepted("Banga", &["Mara.md"])]));
        assert_eq!(changes.lost, BTreeSet::from([rejected("Banga")]));
        let mut undone = after;
        undone.take_back(&changes, 2);
        assert_eq!(standing(&undone), standing(&before));
    }

    #[test]
    fn what_was_decided_since_stays() {
        let made = BTreeSet::from([accepted("Banga", &[])]);
        let changes = DecisionChanges { made, lost: BTreeSet::from([rejected("Banga"), accepted("Teo", &[])]) };
        let mut now = all([rejected("Banga"), accepted("Rob", &[]), rejected("Teo")]);
        let before = now.clone();
        now.take_back(&changes, 2);
        assert_eq!(now, before);
    }

    #[test]
    fn one_name_keeps_every_circle_of_people() {
        let (one, other) = (all([accepted("Rob", &["Mara.md"])]), all([accepted("Rob", &["Teodor.md"])]));
        assert_eq!(one.joined(other), all([accepted("Rob", &["Mara.md"]), accepted("Rob", &["Teodor.md"])]));
    }

    #[test]
    fn what_was_decided_otherwise_before_times_were_kept_stays_rejected() {
        let (yes, no) = (all([accepted("Rob", &[])]), all([rejected("Rob")]));
        assert_eq!(yes.clone().joined(no.clone()), no);
        assert_eq!(no.clone().joined(yes), no);
    }

    #[test]
    fn what_one_device_took_back_does_not_return_from_another() {
        let stale = all([rejected("Rob")]);
        let mut now = stale.clone();
        now.forget(&rejected("Rob"), 2);
        assert_eq!(standing(&now.clone().joined(stale.clone())), []);
        assert_eq!(standing(&stale.joined(now)), []);
    }

    /// What happens on devices that share one `data.json` now and then. Paths are numbers of notes, `at` counts steps.
    #[derive(Debug, Clone)]
    enum Step {
        Decide(usize, Decision),
        TakeBack(usize, Decision),
        /// A device renames the note, and the others hear of it at once or later.
        Rename(usize),
        /// The device reads what some device had saved, perhaps long ago, perhaps for the second time.
        Read(usize, usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        let decision =
            ("[ab]", any::<bool>(), prop::collection::vec("[xy]", 0..2)).prop_map(|(subject, is_yes, with)| {
                let with: Vec<&str> = with.iter().map(String::as_str).collect();
                let verdict = if is_yes { Verdict::Accepted } else { Verdict::Rejected };
                Decision { verdict, ..accepted(&subject, &with) }
            });
        let device = 0..DEVICES;
        prop_oneof![
            4 => (device.clone(), decision.clone()).prop_map(|(device, decision)| Step::Decide(device, decision)),
            2 => (device.clone(), decision).prop_map(|(device, decision)| Step::TakeBack(device, decision)),
            1 => device.clone().prop_map(Step::Rename),
            3 => (device, any::<prop::sample::Index>()).prop_map(|(device, at)| Step::Read(device, at.index(1000))),
        ]
    }

    const DEVICES: usize = 3;

    /// The devices after these steps, and all that any of them ever saved. Only one step in three is saved at once.
    fn after(steps: &[Step]) -> ([Decisions; DEVICES], Vec<Decisions>) {
        let mut devices: [Decisions; DEVICES] = Default::default();
        let mut renames = [0; DEVICES];
        let mut saved = vec![Decisions::default()];
        let path = |name: usize| NotePath::new(format!("{name}.md"));
        for (step, at) in steps.iter().zip(10..) {
            let named =
                |device: usize, decision: &Decision| Decision { path: path(renames[device]), ..decision.clone() };
            let device = match step {
                Step::Decide(device, decision) => {
                    devices[*device].decide(named(*device, decision), at);
                    device
                }
                Step::TakeBack(device, decision) => {
                    let decision = named(*device, decision);
                    devices[*device].forget(&decision, at);
                    device
                }
                Step::Rename(device) => {
                    devices[*device].rename(&path(renames[*device]), &path(renames[*device] + 1));
                    renames[*device] += 1;
                    device
                }
                Step::Read(device, from) => {
                    let read = saved[from % saved.len()].clone();
                    devices[*device] = std::mem::take(&mut devices[*device]).joined(read);
                    device
                }
            };
            saved.push(devices[*device].clone());
        }
        // In the end every device has heard of every rename.
        let last = renames.into_iter().max().unwrap_or_default();
        for (device, first) in renames.into_iter().enumerate() {
            (first..last).for_each(|name| devices[device].rename(&path(name), &path(name + 1)));
        }
        (devices, saved)
    }

    proptest! {
        #[test]
        fn devices_agree_whatever_they_read_when(steps in prop::collection::vec(step(), 0..40)) {
            let ([a, b, c], saved) = after(&steps);
            let one = a.clone().joined(b.clone()).joined(c.clone());
            prop_assert_eq!(&c.clone().joined(a.joined(b)), &one, "in another order");
            prop_assert_eq!(&one.clone().joined(one.clone()), &one, "twice");
            for late in saved {
                prop_assert_eq!(&one.clone().joined(late), &one, "late");
            }
        }

        #[test]
        fn the_last_word_on_any_device_counts(steps in prop::collection::vec(step(), 0..40)) {
            let steps: Vec<_> = steps.into_iter().filter(|step| !matches!(step, Step::Rename(_))).collect();
            let ([a, b, c], _) = after(&steps);
            let together = a.joined(b).joined(c);
            let subjects = ["a", "b"].map(|subject| steps.iter().rev().find_map(|step| match step {
                Step::Decide(_, said) if said.subject == subject => Some((said, true)),
                Step::TakeBack(_, said) if said.subject == subject => Some((said, false)),
                _ => None,
            }));
            for (said, holds) in subjects.into_iter().flatten() {
                let said = Decision { path: "0.md".into(), ..said.clone() };
                prop_assert!(together.standing().any(|decision| decision == said) || !holds, "{:?}", said);
            }
            for decision in together.standing() {
                let same = |said: &Decision| Decision { path: "0.md".into(), ..said.clone() }.into_question() == decision.clone().into_question();
                let last = steps.iter().rev().find_map(|step| match step {
                    Step::Decide(_, said) if same(said) => Some(said.verdict),
                    _ => None,
                });
                prop_assert_eq!(last, Some(decision.verdict), "{:?}", decision);
            }
        }
    }
}
