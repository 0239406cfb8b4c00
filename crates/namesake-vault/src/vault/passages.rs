//! Which passages of meetings may be about whom, found by links and by the words that may be names.

use std::collections::BTreeSet;

use namesake_text::fold::{fold, words};

use super::link_text::targets;
use super::store::Vault;
use crate::facts::{Lesson, Token, tokens};
use namesake_note::note::Kind;
use namesake_text::path::NotePath;

impl Vault {
    /// The lessons of a meeting, in order, each with its words.
    pub fn lessons(&self, meeting: &NotePath) -> impl Iterator<Item = (&Lesson, &str)> {
        let facts = self.facts(meeting).map(|facts| facts.lessons.as_slice()).unwrap_or_default();
        let note = self.note(meeting);
        facts.iter().filter_map(move |lesson| Some((lesson, note?.slice(lesson.span))))
    }

    /// A note that lists `name` in a table of people, as an organisation chart does.
    pub fn roster_of(&self, name: &str) -> Option<&NotePath> {
        self.rosters.get(&fold(name))?.iter().next()
    }

    /// The meetings that may name the person in their lessons: those that link to them, those that hold their name, and
    /// those that they took part in, where a first name suffices.
    pub fn meetings_naming(&self, person: &NotePath) -> BTreeSet<NotePath> {
        let is_meeting = |path: &NotePath| self.note(path).is_some_and(|note| note.kind == Kind::Meeting);
        let mut naming = self.backlinks(person).into_iter().filter(is_meeting).collect::<BTreeSet<_>>();
        naming.extend(self.meetings_of(person).cloned());
        for name in self.person(person).into_iter().flat_map(|known| &known.names) {
            let mut parts = words(name);
            if let (Some(first), Some(second)) = (parts.next(), parts.next()) {
                naming.extend(self.name_pairs.get(&format!("{first} {second}")).into_iter().flatten().cloned());
            }
        }
        naming
    }

    /// The notes that a meeting may teach: those of its participants, and those that its lessons name or link to.
    pub fn pupils(&self, meeting: &NotePath) -> BTreeSet<NotePath> {
        let mut pupils = self.participants(meeting).into_iter().collect::<BTreeSet<_>>();
        let Some(note) = self.note(meeting).filter(|note| note.kind == Kind::Meeting) else { return pupils };
        let linked = targets(note).filter_map(|target| self.linked(target));
        pupils.extend(linked.filter(|path| *path != meeting).cloned());
        for (_, passage) in self.lessons(meeting) {
            let folded: Vec<Token> = tokens(passage);
            let folded: Vec<String> = folded.into_iter().map(|word| word.folded).collect();
            for at in 0..folded.len() {
                let length = self.known_names().longest(&folded[at..]).filter(|length| *length > 1);
                let called = length.map(|length| self.known_names().called(&folded[at..at + length].join(" ")));
                pupils.extend(called.into_iter().flatten().cloned());
            }
        }
        pupils
    }
}
