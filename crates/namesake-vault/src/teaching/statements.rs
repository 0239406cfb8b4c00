//! The statements of meetings about a person, bullet by bullet, each one once. Where they go is decided in
//! `taught_section`.

use std::collections::{BTreeMap, BTreeSet};

use super::line::wording_key;
use super::naming::{Naming, naming};
use super::objects::without_objects;
use crate::facts::LessonKind;
use crate::vault::Vault;
use namesake_note::note::Note;
use namesake_text::path::NotePath;
use namesake_text::text::plain;

/// Something that meetings say about a person.
pub struct Statement<'v> {
    /// When and where it was said first: the day, the meeting, the place in it.
    pub order: (&'v str, &'v NotePath, usize),
    /// Its plain words.
    pub words: String,
    /// The surest way in which a meeting names the person in it.
    pub naming: Naming,
    /// Whether something beside the words may reverse them in every meeting that says it.
    pub doubtful: bool,
    /// Whether brackets that close the words are all that names the person, or whom they are named with or asked, so that it
    /// is about something else.
    pub aside: bool,
    /// The meetings that repeat it later.
    pub again: Vec<&'v NotePath>,
}

impl<'v> Statement<'v> {
    /// The meeting that said it first.
    pub const fn meeting(&self) -> &'v NotePath {
        self.order.1
    }

    /// What a decision about its line is remembered by.
    pub fn subject(&self) -> String {
        format!("{} {}", self.meeting(), self.words)
    }

    /// Whether both the person and the meaning are certain, so that nobody needs to be asked.
    pub fn is_certain(&self) -> bool {
        self.naming > Naming::Doubtful && !self.doubtful
    }

    /// Whether `meeting` says it, first or later.
    pub fn is_taught_by(&self, meeting: &NotePath) -> bool {
        self.meeting() == meeting || self.again.contains(&meeting)
    }
}

/// What `meetings` say about the person of `note`, each statement once, in the order of days.
pub fn statements<'v>(
    taught: LessonKind,
    note: &Note,
    vault: &'v Vault,
    meetings: &BTreeSet<NotePath>,
) -> Vec<Statement<'v>> {
    let mut all: Vec<Statement> = Vec::new();
    for path in meetings {
        let Some(meeting) = vault.note(path).map(|meeting| &meeting.path) else { continue };
        let facts = vault.meeting(meeting);
        let date = facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default();
        let of_kind = vault.lessons(meeting).filter(|(lesson, _)| lesson.kind == taught);
        for (at, (lesson, passage)) in of_kind.enumerate() {
            let Some(naming) = naming(vault, meeting, passage, &note.path) else { continue };
            let words = plain_words(passage);
            if !words.is_empty() {
                let head = before_brackets(passage);
                let is_unnamed = |part: &str| self::naming(vault, meeting, part, &note.path).is_none();
                let is_object = || without_objects(passage).is_some_and(|part| is_unnamed(&part));
                all.push(Statement {
                    aside: head.is_some_and(is_unnamed) || is_object(),
                    order: (date, meeting, at),
                    words,
                    naming,
                    doubtful: lesson.doubtful,
                    again: Vec::new(),
                });
            }
        }
    }
    all.sort_by(|a, b| a.order.cmp(&b.order));
    let (mut once, mut places) = (Vec::<Statement>::new(), BTreeMap::new());
    for statement in all {
        let place = *places.entry(wording_key(&statement.words)).or_insert_with(|| once.len());
        match once.get_mut(place) {
            Some(known) => {
                known.again.push(statement.meeting());
                known.naming = known.naming.max(statement.naming);
                known.doubtful &= statement.doubtful;
                known.aside &= statement.aside;
            }
            None => once.push(statement),
        }
    }
    once
}

/// What stands before the brackets that close a passage; those of a Markdown link are none.
fn before_brackets(passage: &str) -> Option<&str> {
    let inside = passage.trim_end_matches(['.', '!', ';', ' ']).strip_suffix(')')?;
    let head = &inside[..inside.rfind('(')?];
    (!head.ends_with(']') && !head.trim().is_empty()).then_some(head)
}

/// The plain words of a passage.
pub fn plain_words(passage: &str) -> String {
    let id = passage.rsplit_once(" ^").filter(|(_, id)| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    plain(id.map_or(passage, |(words, _)| words))
}
