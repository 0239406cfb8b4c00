//! One decision, and all decisions of a vault as a set that merges with the set of another device.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::form_key::form_key;
use namesake_text::path::NotePath;

/// In place of a rule: whether a written form, the subject, means the person or company whose note the decision names.
/// Rejected, it never does, anywhere; accepted, it does where all of `with` take part.
pub const SAME_AS: &str = "same-as";
/// [`SAME_AS`] of a form of which only the first name agreed with a participant. What was accepted and rejected of
/// these is the record that says whether they can be left to the machine.
pub const SAME_AS_BY_CONTEXT: &str = "same-as-by-context";
/// In place of a rule, and always rejected: the form, the subject, is nobody's name in the note that the decision
/// names, or anywhere where it names none.
pub const SOMEBODY: &str = "somebody";

/// The rule that finds two notes of one person; its subject is the other note.
const SAME_PERSON: &str = "same-person";

/// How a person settled a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// A fix was applied.
    Accepted,
    /// The finding must not come back.
    Rejected,
}

/// One decision about a finding, or about a name. Equal decisions of two devices are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// The note the finding was about, or the one that a name means; moves with the note. Empty: any note.
    pub path: NotePath,
    /// The rule that found it; about a name [`SAME_AS`], [`SAME_AS_BY_CONTEXT`] or [`SOMEBODY`].
    #[cfg_attr(
        feature = "schema",
        schemars(description = "The rule that found it; about a name `same-as`, `same-as-by-context` or `somebody`.")
    )]
    pub rule: String,
    /// The finding's subject, or the form as written.
    pub subject: String,
    /// What was decided.
    pub verdict: Verdict,
    /// Who has to take part for a name to mean that person; they move with their notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<NotePath>,
}

impl Decision {
    pub(super) fn is_same_as(&self) -> bool {
        [SAME_AS, SAME_AS_BY_CONTEXT].contains(&self.rule.as_str())
    }

    /// Whether both answer one question.
    fn is_about_the_same(&self, other: &Self) -> bool {
        self.path == other.path
            && match self.is_same_as() {
                true => other.is_same_as() && form_key(&self.subject) == form_key(&other.subject),
                false => (&self.rule, &self.subject) == (&other.rule, &other.subject),
            }
    }
}

/// All decisions of a vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decisions(#[cfg_attr(feature = "ts", tsify(type = "Decision[]"))] pub(super) BTreeSet<Decision>);

impl Decisions {
    /// Remembers `decision`; the opposite one about the same finding or name is forgotten.
    pub fn decide(&mut self, decision: Decision) {
        let is_opposite = |other: &Decision| other.verdict != decision.verdict && decision.is_about_the_same(other);
        self.0.retain(|other| !is_opposite(other));
        self.0.insert(decision);
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.0.iter()
    }

    /// Forgets `decision`, as if it had never been made.
    pub fn forget(&mut self, decision: &Decision) {
        self.0.remove(decision);
    }

    /// Forgets the rejections of these forms (given as [`form_key`]s) for the person at `path`, and the rejection that
    /// the person is the same as themselves.
    pub fn allow(&mut self, path: &NotePath, forms: &BTreeSet<String>) {
        self.0.retain(|decision| {
            let is_theirs = decision.is_same_as() && forms.contains(&form_key(&decision.subject));
            let is_own = decision.rule == SAME_PERSON && decision.subject == path.as_str();
            decision.path != *path || decision.verdict == Verdict::Accepted || !(is_theirs || is_own)
        });
    }

    /// Whether a finding was rejected.
    pub fn is_rejected(&self, path: &NotePath, rule: &str, subject: &str) -> bool {
        !self.0.is_empty()
            && self.0.contains(&Decision {
                path: path.clone(),
                rule: rule.to_owned(),
                subject: subject.to_owned(),
                verdict: Verdict::Rejected,
                with: Vec::new(),
            })
    }

    /// Moves decisions about a note to its new path, including decisions about other notes that name it: as the
    /// meeting, as the person that was not meant, or as somebody who has to take part. A subject that names a note ends
    /// with its path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        let path = |path: NotePath| if path == *from { to.clone() } else { path };
        let subject = |subject: &str| match subject.strip_suffix(from.as_str()) {
            Some(head) if head.is_empty() || head.ends_with(' ') => Some(format!("{head}{to}")),
            _ => None,
        };
        let moved = |decision: Decision| Decision {
            path: path(decision.path),
            subject: subject(&decision.subject).unwrap_or(decision.subject),
            with: decision.with.into_iter().map(path).collect(),
            ..decision
        };
        self.0 = std::mem::take(&mut self.0).into_iter().map(moved).collect::<BTreeSet<_>>();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rejected(path: &str) -> Decision {
        let (rule, subject) = ("via".into(), "Rob".into());
        Decision { path: path.into(), rule, subject, verdict: Verdict::Rejected, with: Vec::new() }
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
    fn whom_a_name_means_moves_with_its_note_and_with_those_who_take_part() {
        let named = |path: &str, with: &[&str]| Decision {
            rule: SAME_AS.into(),
            verdict: Verdict::Accepted,
            with: with.iter().map(|&path| path.into()).collect(),
            ..rejected(path)
        };
        let mut decisions = Decisions::default();
        decisions.decide(named("Rob.md", &["Mara.md", "Rob.md"]));
        decisions.rename(&"Rob.md".into(), &"Rob Benoit.md".into());
        assert!(decisions.iter().eq([&named("Rob Benoit.md", &["Mara.md", "Rob Benoit.md"])]));
    }

    #[test]
    fn the_last_word_about_a_name_counts_however_it_is_spelt_and_whatever_spoke_for_it() {
        let said = |rule: &str, form: &str, verdict| Decision {
            rule: rule.into(),
            subject: form.into(),
            verdict,
            ..rejected("Rob Benoit.md")
        };
        let mut decisions = Decisions::default();
        decisions.decide(said(SAME_AS_BY_CONTEXT, "Rob Bánga", Verdict::Accepted));
        decisions.decide(said(SAME_AS, "Rob Banga", Verdict::Rejected));
        assert!(decisions.iter().eq([&said(SAME_AS, "Rob Banga", Verdict::Rejected)]));
    }

    #[test]
    fn what_was_written_before_names_were_decided_about_is_still_read() {
        let old = r#"[{"path":"a.md","rule":"via","subject":"Rob","verdict":"rejected"}]"#;
        let decisions: Decisions = serde_json::from_str(old).unwrap();
        assert!(decisions.is_rejected(&"a.md".into(), "via", "Rob"));
        assert_eq!(serde_json::to_string(&decisions).unwrap(), old);
    }

    #[test]
    fn the_last_word_counts() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"));
        decisions.decide(Decision { verdict: Verdict::Accepted, ..rejected("a.md") });
        assert!(!decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }
}
