//! What a person has decided about findings, remembered for good. Stored by the shells as plain entries that merge
//! as a set; what a rejected finding looks like again is the report's business.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::order;
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
pub struct Decisions(BTreeSet<Decision>);

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
        self.0.contains(&Decision {
            path: path.clone(),
            rule: rule.to_owned(),
            subject: subject.to_owned(),
            verdict: Verdict::Rejected,
        })
    }

    /// Moves what was decided about a note to its new path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        let moved = |decision: Decision| match decision.path == *from {
            true => Decision { path: to.clone(), ..decision },
            false => decision,
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
    fn the_last_word_counts() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"));
        decisions.decide(Decision { verdict: Verdict::Accepted, ..rejected("a.md") });
        assert!(!decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }
}
