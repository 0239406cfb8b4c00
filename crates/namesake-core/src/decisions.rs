//! What a person has decided about findings, remembered for good. Stored by the shells as plain entries that merge
//! as a set; what a rejected finding looks like again is the report's business.

use serde::{Deserialize, Serialize};

use crate::order::{self, Set};
use crate::path::NotePath;

/// How a person settled a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Verdict {
    /// A fix was applied.
    Accepted,
    /// The finding must not come back.
    Rejected,
}

/// One decision. Equal decisions of two devices are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Decision {
    /// The note the finding was about; moves with the note.
    pub path: NotePath,
    /// The rule that found it.
    pub rule: String,
    /// The finding's subject.
    pub subject: String,
    /// What was decided.
    pub verdict: Verdict,
}

/// All decisions of a vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Decisions(#[cfg_attr(feature = "ts", tsify(type = "Decision[]"))] Set<Decision>);

impl Decisions {
    /// Remembers `decision`; the opposite one about the same finding is forgotten.
    pub fn decide(&mut self, decision: Decision) {
        let opposite = match decision.verdict {
            Verdict::Accepted => Verdict::Rejected,
            Verdict::Rejected => Verdict::Accepted,
        };
        self.0.remove(&Decision { verdict: opposite, ..decision.clone() });
        self.0.insert(decision);
    }

    /// Forgets `decision`, as if it had never been made.
    pub fn forget(&mut self, decision: &Decision) {
        self.0.remove(decision);
    }

    /// Whether a finding was rejected.
    pub fn is_rejected(&self, path: &NotePath, rule: &str, subject: &str) -> bool {
        !self.0.is_empty()
            && self.0.contains(&Decision {
                path: path.clone(),
                rule: rule.to_owned(),
                subject: subject.to_owned(),
                verdict: Verdict::Rejected,
            })
    }

    /// Moves what was decided about a note to its new path, also where it is the note that a decision about another
    /// one names: the meeting that was to be told, the person that was not meant. Subjects end with that note's path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        let subject = |subject: &str| match subject.strip_suffix(from.as_str()) {
            Some(head) if head.is_empty() || head.ends_with(' ') => Some(format!("{head}{to}")),
            _ => None,
        };
        let moved = |decision: Decision| Decision {
            path: if decision.path == *from { to.clone() } else { decision.path },
            subject: subject(&decision.subject).unwrap_or(decision.subject),
            ..decision
        };
        self.0 = order::set(std::mem::take(&mut self.0).into_iter().map(moved));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejected(path: &str) -> Decision {
        Decision { path: path.into(), rule: "via".into(), subject: "Rob".into(), verdict: Verdict::Rejected }
    }

    #[test]
    fn a_rejection_moves_with_its_note() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"));
        decisions.rename(&"a.md".into(), &"b.md".into());
        assert!(decisions.is_rejected(&"b.md".into(), "via", "Rob"));
        assert!(!decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }

    #[test]
    fn a_rejection_moves_with_the_note_it_names() {
        for (before, after) in [
            ("Rob -> People/Rob.md", "Rob -> People/Rob Benoit.md"),
            ("2025-10-31 People/Rob.md", "2025-10-31 People/Rob Benoit.md"),
            ("People/Rob.md", "People/Rob Benoit.md"),
            ("Old People/Rob.md.bak", "Old People/Rob.md.bak"),
            ("x/People/Rob.md", "x/People/Rob.md"),
        ] {
            let mut decisions = Decisions::default();
            decisions.decide(Decision { subject: before.into(), ..rejected("a.md") });
            decisions.rename(&"People/Rob.md".into(), &"People/Rob Benoit.md".into());
            assert!(decisions.is_rejected(&"a.md".into(), "via", after), "{before}");
        }
    }

    #[test]
    fn the_last_word_counts() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"));
        decisions.decide(Decision { verdict: Verdict::Accepted, ..rejected("a.md") });
        assert!(!decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }
}
