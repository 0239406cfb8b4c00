//! The decisions about written forms, looked up by the form. They constrain every answer about a name, whatever its
//! score.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::{Decisions, SOMEBODY, Verdict};
use super::form_key::form_key;
use namesake_text::path::NotePath;

/// Decisions about names, ready to be asked.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FormDecisions {
    by_form: BTreeMap<String, FormDecision>,
    /// For each person the forms that mean them where all of these take part.
    aliases: BTreeMap<NotePath, Vec<(String, Vec<NotePath>)>>,
}

/// What was decided about one form.
#[derive(Debug, Default, PartialEq, Eq)]
struct FormDecision {
    not: Vec<NotePath>,
    /// The notes in which it is nobody's name; an empty path stands for all notes.
    nobody: Vec<NotePath>,
}

impl FormDecisions {
    /// What `decisions` say about forms. What is rejected on one device and accepted on another is rejected.
    pub fn of(decisions: &Decisions) -> Self {
        let mut forms = Self::default();
        let standing = decisions.standing().collect::<Vec<_>>();
        for decision in standing.iter().filter(|decision| decision.verdict == Verdict::Rejected) {
            if decision.rule == SOMEBODY {
                forms.by_form.entry(form_key(&decision.subject)).or_default().nobody.push(decision.path.clone());
            } else if decision.is_same_as() {
                forms.by_form.entry(form_key(&decision.subject)).or_default().not.push(decision.path.clone());
            }
        }
        for decision in standing.iter().filter(|decision| decision.verdict == Verdict::Accepted) {
            let counts = decision.is_same_as() && !decision.with.is_empty();
            if counts && !forms.not(&decision.subject).contains(&decision.path) {
                let alias = (decision.subject.clone(), decision.with.clone());
                forms.aliases.entry(decision.path.clone()).or_default().push(alias);
            }
        }
        forms
    }

    /// The forms, as [`form_key`] has them, about which `other` says something else.
    pub fn changed<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        let forms = self.by_form.keys().chain(other.by_form.keys()).collect::<BTreeSet<_>>();
        forms.into_iter().filter(|form| self.by_form.get(*form) != other.by_form.get(*form)).map(String::as_str)
    }

    fn about(&self, written: &str) -> Option<&FormDecision> {
        if self.by_form.is_empty() { None } else { self.by_form.get(&form_key(written)) }
    }

    /// Whom a form does not mean.
    pub fn not(&self, written: &str) -> &[NotePath] {
        self.about(written).map_or(&[], |about| &about.not)
    }

    /// Whether a form is nobody's name, in the note at `path` or anywhere.
    pub fn is_nobody(&self, written: &str, path: Option<&NotePath>) -> bool {
        let nobody = self.about(written).map_or(&[][..], |about| &about.nobody);
        nobody.iter().any(|note| note.as_str().is_empty() || Some(note) == path)
    }

    /// The forms that mean a person where others take part, each with those.
    pub fn aliases(&self, person: &NotePath) -> &[(String, Vec<NotePath>)] {
        self.aliases.get(person).map_or(&[], Vec::as_slice)
    }

    /// Who has such forms.
    pub fn aliased(&self) -> impl Iterator<Item = &NotePath> {
        self.aliases.keys()
    }

    /// Whether somebody said that a form means the person where these people take part.
    pub fn is_alias(&self, written: &str, person: &NotePath, participants: &[NotePath]) -> bool {
        let holds = |with: &[NotePath]| with.iter().all(|needed| participants.contains(needed));
        self.aliases(person).iter().any(|(form, with)| form_key(form) == form_key(written) && holds(with))
    }
}
