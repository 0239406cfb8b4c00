//! All facts of one note, gathered by the kind of the note.

use std::collections::BTreeSet;

use super::bio::Bio;
use super::known_task::{KnownTask, known_tasks};
use super::lessons::{Lesson, lessons};
use super::meeting::{Meeting, meeting};
use super::person::{names, person};
use super::roster::rostered;
use super::tokens::name_pairs;
use super::topics::topics;
use namesake_names::{Company, Person};
use namesake_note::config::Settings;
use namesake_note::days::DayForms;
use namesake_note::note::{Kind, Note};
use namesake_text::text::Span;
use namesake_transcript::transcript_spans;

/// The facts of one note.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Of a person note.
    pub person: Option<Person>,
    /// Of a company note.
    pub company: Option<Company>,
    /// Of a meeting note.
    pub meeting: Option<Meeting>,
    /// Of a meeting note: the passages that may be about somebody.
    pub lessons: Vec<Lesson>,
    /// Of a meeting note: pairs of folded words in its lessons that may be a name.
    pub(crate) name_pairs: BTreeSet<String>,
    /// Of a meeting note: what it was about, in plain words.
    pub topics: Vec<String>,
    /// Of a meeting or project note.
    pub tasks: Vec<KnownTask>,
    /// Of a note that is no meeting: the folded names of the people whom its tables list.
    pub(crate) rostered: BTreeSet<String>,
    /// Of a source note that is about somebody.
    pub bio: Option<Bio>,
    /// Of a meeting, project or source note: its transcripts, in order and apart.
    pub transcripts: Vec<Span>,
}

impl Facts {
    /// What the person or the company is called.
    pub fn names(&self) -> &[String] {
        let person = self.person.as_ref().map(|person| &person.names);
        person.or(self.company.as_ref().map(|company| &company.names)).map_or(&[], Vec::as_slice)
    }

    /// Reads the facts of `note`. `forms` reads days that may be two.
    pub fn of(note: &Note, settings: &Settings, forms: DayForms) -> Self {
        let mut facts = Self::of_kind(note, settings, forms);
        if !matches!(note.kind, Kind::Meeting | Kind::Excluded) {
            facts.rostered = rostered(note);
        }
        facts
    }

    fn of_kind(note: &Note, settings: &Settings, forms: DayForms) -> Self {
        match note.kind {
            Kind::Person => Self { person: Some(person(note)), ..Self::default() },
            Kind::Company => {
                Self { company: Some(Company { path: note.path.clone(), names: names(note) }), ..Self::default() }
            }
            Kind::Meeting => {
                let (meeting, transcripts) = meeting(note, settings, forms);
                let tasks = known_tasks(note, settings, meeting.date.as_deref());
                let (lessons, topics) = (lessons(note, settings, &transcripts), topics(note, settings));
                let name_pairs = name_pairs(note, &lessons);
                Self { meeting: Some(meeting), lessons, name_pairs, topics, tasks, transcripts, ..Self::default() }
            }
            Kind::Project => {
                let transcripts = transcript_spans(note, settings, &[]);
                Self { tasks: known_tasks(note, settings, None), transcripts, ..Self::default() }
            }
            Kind::Source => {
                Self { bio: Bio::of(note), transcripts: transcript_spans(note, settings, &[]), ..Self::default() }
            }
            Kind::Excluded => Self::default(),
        }
    }
}
