//! One decision, and all decisions of a vault, each with the time it was made. Those of two devices are joined by taking
//! the later one of each (`changes`), so what was decided once is never dropped: it is replaced.

use std::collections::{BTreeMap, BTreeSet};

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

/// How a person settled a finding. Of two that were given at the same time the later one here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// A fix was applied.
    Accepted,
    /// The finding must not come back.
    Rejected,
    /// It is as if nothing had been decided. Kept, so that another device does not bring the decision back.
    Withdrawn,
    /// The note has another path now, and the decision stands there. Kept for the same reason.
    Moved,
}

impl Verdict {
    const fn stands(self) -> bool {
        matches!(self, Self::Accepted | Self::Rejected)
    }
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

/// What a decision answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question {
    path: NotePath,
    rule: String,
    subject: String,
    with: Vec<NotePath>,
}

/// The last answer to a question. The greater one of two counts: the later, and of the same time the more cautious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Answer {
    at: u64,
    verdict: Verdict,
}

/// A decision as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedDecision {
    /// What was decided.
    #[serde(flatten)]
    pub decision: Decision,
    /// When, in milliseconds since 1970; 0 where it was stored before times were.
    #[serde(default, skip_serializing_if = "is_undated")]
    #[cfg_attr(feature = "ts", tsify(optional))]
    pub at: u64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_undated(at: &u64) -> bool {
    *at == 0
}

/// All decisions of a vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<DatedDecision>", into = "Vec<DatedDecision>")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct Decisions(
    #[cfg_attr(feature = "ts", tsify(type = "DatedDecision[]"))] pub(super) BTreeMap<Question, Answer>,
);

impl From<Vec<DatedDecision>> for Decisions {
    fn from(all: Vec<DatedDecision>) -> Self {
        let mut decisions = Self::default();
        for DatedDecision { decision, at } in all {
            let answer = Answer { at, verdict: decision.verdict };
            decisions.join(decision.into_question(), answer);
        }
        decisions
    }
}

impl From<Decisions> for Vec<DatedDecision> {
    fn from(decisions: Decisions) -> Self {
        let dated = |(question, answer): (Question, Answer)| DatedDecision {
            decision: question.answered(answer.verdict),
            at: answer.at,
        };
        decisions.0.into_iter().map(dated).collect()
    }
}

impl Decisions {
    /// Remembers what was decided at this time; the opposite decision about the same finding or name is withdrawn.
    pub fn decide(&mut self, decision: Decision, at: u64) {
        let is_opposite = |other: &Decision| other.verdict != decision.verdict && decision.is_about_the_same(other);
        let opposites: Vec<Question> = self.standing().filter(is_opposite).map(Decision::into_question).collect();
        let verdict = decision.verdict;
        let question = decision.into_question();
        // The answer to the same question is replaced below. Withdrawn first, it would make this one later than it is.
        for opposite in opposites.into_iter().filter(|opposite| *opposite != question) {
            self.answer(opposite, Verdict::Withdrawn, at);
        }
        self.answer(question, verdict, at);
    }

    /// All that hold, in order.
    pub fn standing(&self) -> impl Iterator<Item = Decision> {
        let standing = self.0.iter().filter(|(_, answer)| answer.verdict.stands());
        standing.map(|(question, answer)| question.clone().answered(answer.verdict))
    }

    /// Forgets `decision`, as if it had never been made.
    pub fn forget(&mut self, decision: &Decision, at: u64) {
        let question = decision.clone().into_question();
        if self.verdict(&question) == Some(decision.verdict) {
            self.answer(question, Verdict::Withdrawn, at);
        }
    }

    /// Forgets the rejections of these forms (given as [`form_key`]s) for the person at `path`, and the rejection that
    /// the person is the same as themselves.
    pub fn allow(&mut self, path: &NotePath, forms: &BTreeSet<String>, at: u64) {
        let is_allowed = |decision: &Decision| {
            let is_theirs = decision.is_same_as() && forms.contains(&form_key(&decision.subject));
            let is_own = decision.rule == SAME_PERSON && decision.subject == path.as_str();
            decision.path == *path && decision.verdict == Verdict::Rejected && (is_theirs || is_own)
        };
        for decision in self.standing().filter(is_allowed).collect::<Vec<_>>() {
            self.forget(&decision, at);
        }
    }

    /// Whether a finding was rejected.
    pub fn is_rejected(&self, path: &NotePath, rule: &str, subject: &str) -> bool {
        !self.0.is_empty()
            && self.verdict(&Question {
                path: path.clone(),
                rule: rule.to_owned(),
                subject: subject.to_owned(),
                with: Vec::new(),
            }) == Some(Verdict::Rejected)
    }

    /// Moves decisions about a note to its new path, including decisions about other notes that name it: as the
    /// meeting, as the person that was not meant, or as somebody who has to take part. They keep their time, so that
    /// what another device decides meanwhile still counts, whenever it hears of the new path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        let moves = |(question, answer): (&Question, &Answer)| {
            let moved = question.moved(from, to);
            (answer.verdict != Verdict::Moved && moved != *question).then(|| (question.clone(), moved, *answer))
        };
        for (was, is, answer) in self.0.iter().filter_map(moves).collect::<Vec<_>>() {
            // A note that comes back to an old path is there for longer than it was away.
            let back = self.0.get(&is).filter(|there| there.verdict == Verdict::Moved).map_or(0, |there| there.at + 1);
            self.join(is, Answer { at: answer.at.max(back), ..answer });
            self.join(was, Answer { verdict: Verdict::Moved, ..answer });
        }
    }

    pub(super) fn verdict(&self, question: &Question) -> Option<Verdict> {
        self.0.get(question).map(|answer| answer.verdict).filter(|verdict| verdict.stands())
    }

    /// Somebody who knows all that stands here answers a question. A clock that is behind the one of another device
    /// must not make the answer count less than what it replaces.
    pub(super) fn answer(&mut self, question: Question, verdict: Verdict, at: u64) {
        let after = self.0.get(&question).map_or(0, |known| known.at + 1);
        self.0.insert(question, Answer { at: at.max(after), verdict });
    }

    /// Takes an answer over, unless the one that is here counts more.
    pub(super) fn join(&mut self, question: Question, answer: Answer) {
        let known = self.0.entry(question).or_insert(answer);
        *known = answer.max(*known);
    }
}

impl Decision {
    pub(super) fn into_question(self) -> Question {
        Question { path: self.path, rule: self.rule, subject: self.subject, with: self.with }
    }
}

impl Question {
    fn answered(self, verdict: Verdict) -> Decision {
        Decision { path: self.path, rule: self.rule, subject: self.subject, verdict, with: self.with }
    }

    /// The question after the note at `from` was renamed. A subject that names a note ends with its path.
    fn moved(&self, from: &NotePath, to: &NotePath) -> Self {
        let path = |path: &NotePath| if path == from { to.clone() } else { path.clone() };
        let subject = |subject: &str| match subject.strip_suffix(from.as_str()) {
            Some(head) if head.is_empty() || head.ends_with(' ') => format!("{head}{to}"),
            _ => subject.to_owned(),
        };
        Self {
            path: path(&self.path),
            rule: self.rule.clone(),
            subject: subject(&self.subject),
            with: self.with.iter().map(path).collect(),
        }
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
        decisions.decide(rejected("a.md"), 1);
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
            decisions.decide(Decision { subject: before.into(), ..rejected("a.md") }, 1);
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
        decisions.decide(named("Rob.md", &["Mara.md", "Rob.md"]), 1);
        decisions.rename(&"Rob.md".into(), &"Rob Benoit.md".into());
        assert!(decisions.standing().eq([named("Rob Benoit.md", &["Mara.md", "Rob Benoit.md"])]));
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
        decisions.decide(said(SAME_AS_BY_CONTEXT, "Rob Bánga", Verdict::Accepted), 1);
        decisions.decide(said(SAME_AS, "Rob Banga", Verdict::Rejected), 2);
        assert!(decisions.standing().eq([said(SAME_AS, "Rob Banga", Verdict::Rejected)]));
    }

    #[test]
    fn what_was_written_before_names_were_decided_about_is_still_read() {
        let old = r#"[{"path":"a.md","rule":"via","subject":"Rob","verdict":"rejected"}]"#;
        let decisions: Decisions = serde_json::from_str(old).unwrap();
        assert!(decisions.is_rejected(&"a.md".into(), "via", "Rob"));
        assert_eq!(serde_json::to_string(&decisions).unwrap(), old);
    }

    #[test]
    fn a_note_that_comes_back_to_its_old_path_brings_its_decisions_with_it() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"), 1);
        decisions.rename(&"a.md".into(), &"b.md".into());
        decisions.rename(&"b.md".into(), &"a.md".into());
        assert!(decisions.standing().eq([rejected("a.md")]));
    }

    #[test]
    fn a_clock_that_is_behind_decides_all_the_same() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"), 1000);
        decisions.forget(&rejected("a.md"), 1);
        assert_eq!(decisions.standing().count(), 0);
        decisions.decide(rejected("a.md"), 2);
        assert!(decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }

    #[test]
    fn the_last_word_counts() {
        let mut decisions = Decisions::default();
        decisions.decide(rejected("a.md"), 1);
        decisions.decide(Decision { verdict: Verdict::Accepted, ..rejected("a.md") }, 2);
        assert!(!decisions.is_rejected(&"a.md".into(), "via", "Rob"));
    }
}
