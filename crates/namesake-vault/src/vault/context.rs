//! The people around a mention, which help to tell whom it means.

use std::collections::BTreeSet;

use super::store::Vault;
use namesake_names::Question;
use namesake_note::note::{Kind, Note};
use namesake_text::path::NotePath;

/// The people around a mention.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Participants of the meeting that the mention stands in or refers to.
    pub participants: Vec<NotePath>,
    /// People the note links to, and the person it is about.
    pub neighbours: Vec<NotePath>,
    /// The company of the person the note is about.
    pub company: Option<String>,
    /// The note that the mention stands in.
    pub note: Option<NotePath>,
}

impl Context {
    /// The question whom `mention` means in this context.
    pub fn question<'a>(&'a self, mention: &'a str) -> Question<'a> {
        Question {
            participants: &self.participants,
            neighbours: &self.neighbours,
            company: self.company.as_deref(),
            ..Question::person(mention)
        }
    }
}

impl Vault {
    /// The people around a mention in `note`. `meeting` is the meeting that the words refer to, if they do.
    pub fn context(&self, note: &Note, meeting: Option<&NotePath>) -> Context {
        self.context_among(&self.neighbours(note), note, meeting)
    }

    /// [`Self::context`] for many places of one note, whose neighbours are looked up once.
    pub fn context_among(&self, neighbours: &[NotePath], note: &Note, meeting: Option<&NotePath>) -> Context {
        let meeting = meeting.or((note.kind == Kind::Meeting).then_some(&note.path));
        let participants = meeting.map(|meeting| self.participants(meeting)).unwrap_or_default();
        let neighbours = neighbours.iter().filter(|path| !participants.contains(path)).cloned().collect();
        let person = self.person(&note.path);
        let company = person.and_then(|person| person.companies.first().cloned());
        Context { participants, neighbours, company, note: Some(note.path.clone()) }
    }

    /// The person that `note` is about and the people it links to, each once.
    pub fn neighbours(&self, note: &Note) -> Vec<NotePath> {
        let own = (note.kind == Kind::Person).then_some(&note.path);
        let linked = note.body().links.iter().filter_map(|link| self.linked(note.slice(link.target)));
        once_each(own.into_iter().chain(linked).filter(|path| self.is_person(path)).cloned().collect())
    }
}

/// The paths in their order, each where it comes first.
pub(super) fn once_each(mut paths: Vec<NotePath>) -> Vec<NotePath> {
    let mut seen = BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    paths
}
