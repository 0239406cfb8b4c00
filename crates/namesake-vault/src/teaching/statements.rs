//! What meetings say about a person, bullet by bullet, each thing once. Where that goes is for others. No rule itself.

use std::collections::{BTreeMap, BTreeSet};

use super::line::compared;
use super::named::{Named, named};
use crate::note::Note;
use crate::vault::{Taught, Vault};
use namesake_text::path::NotePath;
use namesake_text::text::plain;

/// Something that meetings say about the person.
pub struct Told<'v> {
    /// When and where it was said first: the day, the meeting, its place there.
    pub order: (&'v str, &'v NotePath, usize),
    /// Its plain words.
    pub words: String,
    /// The form that is surest.
    pub named: Named,
    /// Whether no meeting says it without something that may turn it.
    pub doubtful: bool,
    /// The meetings that say the same later.
    pub again: Vec<&'v NotePath>,
}

impl<'v> Told<'v> {
    /// The meeting that said it first.
    pub const fn meeting(&self) -> &'v NotePath {
        self.order.1
    }

    /// Whether nobody needs to be asked who is meant, or whether it is meant.
    pub fn is_certain(&self) -> bool {
        self.named > Named::Hardly && !self.doubtful
    }

    /// Whether that meeting says it.
    pub fn is_taught_by(&self, meeting: &NotePath) -> bool {
        self.meeting() == meeting || self.again.contains(&meeting)
    }
}

/// What the meetings say about the person, each thing once, in the order of days.
pub fn told<'v>(taught: Taught, note: &Note, vault: &'v Vault, naming: &BTreeSet<NotePath>) -> Vec<Told<'v>> {
    let mut all: Vec<Told> = Vec::new();
    for path in naming {
        let Some(meeting) = vault.note(path).map(|meeting| &meeting.path) else { continue };
        let facts = vault.facts(meeting).and_then(|facts| facts.meeting.as_ref());
        let date = facts.and_then(|facts| facts.date.as_deref()).unwrap_or_default();
        let of_kind = vault.lessons(meeting).filter(|(lesson, _)| lesson.kind == taught);
        for (at, (lesson, passage)) in of_kind.enumerate() {
            let Some(named) = named(vault, meeting, passage, &note.path) else { continue };
            let words = bare(passage);
            if !words.is_empty() {
                all.push(Told {
                    order: (date, meeting, at),
                    words,
                    named,
                    doubtful: lesson.doubtful,
                    again: Vec::new(),
                });
            }
        }
    }
    all.sort_by(|a, b| a.order.cmp(&b.order));
    let (mut once, mut places) = (Vec::<Told>::new(), BTreeMap::new());
    for told in all {
        let place = *places.entry(compared(&told.words)).or_insert_with(|| once.len());
        match once.get_mut(place) {
            Some(known) => {
                known.again.push(told.meeting());
                known.named = known.named.max(told.named);
                known.doubtful &= told.doubtful;
            }
            None => once.push(told),
        }
    }
    once
}

/// The plain words of a passage.
pub fn bare(passage: &str) -> String {
    let id = passage.rsplit_once(" ^").filter(|(_, id)| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    plain(id.map_or(passage, |(words, _)| words))
}
