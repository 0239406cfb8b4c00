//! The forms in which meetings write their participants, each with the person it means. A form is resolved once for all
//! meetings, without context, so the order of reading does not matter. It is resolved again only if a key changed that
//! its meaning depends on (a name, a link, a decision).

use std::collections::{BTreeMap, BTreeSet};

use namesake_names::Postings;
use namesake_note::note::links;
use namesake_text::path::NotePath;

/// A form's number, used inside this file and by callers only as a ticket.
pub(super) type FormId = u32;

/// The person that a form certainly means.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FormMeaning {
    pub person: Option<NotePath>,
    /// Whether the form is only similar to the person's name.
    pub misheard: bool,
    /// Whether the form is a link that leads to a note. Decisions about names do not change the meaning of links.
    pub linked: bool,
}

/// All forms that some meeting writes.
#[derive(Debug, Default)]
pub(super) struct ParticipantForms {
    forms: Vec<ParticipantForm>,
    ids: BTreeMap<String, FormId>,
    /// Numbers of forms that no meeting writes any more, to be used again.
    free: Vec<FormId>,
    /// The forms of a meeting, in the order of its participants.
    by_meeting: BTreeMap<NotePath, Vec<FormId>>,
    /// The forms whose meaning depends on a key.
    by_key: Postings,
    /// Forms to be resolved before the next question; a form may be listed twice.
    stale: Vec<FormId>,
}

#[derive(Debug, Default)]
struct ParticipantForm {
    written: String,
    meetings: BTreeSet<NotePath>,
    meaning: FormMeaning,
    keys: Vec<u64>,
}

impl ParticipantForms {
    /// Sets the forms that a meeting writes.
    pub fn insert(&mut self, meeting: &NotePath, participants: &[String]) {
        self.remove(meeting);
        let ids: Vec<FormId> = participants.iter().map(|written| self.id(written)).collect();
        for id in &ids {
            self.forms[*id as usize].meetings.insert(meeting.clone());
        }
        self.by_meeting.insert(meeting.clone(), ids);
    }

    /// Removes the forms of a meeting.
    pub fn remove(&mut self, meeting: &NotePath) {
        for id in self.by_meeting.remove(meeting).into_iter().flatten() {
            let form = &mut self.forms[id as usize];
            if form.meetings.remove(meeting) && form.meetings.is_empty() {
                let form = std::mem::take(form);
                self.ids.remove(&form.written);
                self.free.push(id);
                for key in form.keys {
                    self.by_key.take_out(key, id);
                }
            }
        }
    }

    fn id(&mut self, written: &str) -> FormId {
        if let Some(id) = self.ids.get(written) {
            return *id;
        }
        let id = self.free.pop().unwrap_or_else(|| {
            self.forms.push(ParticipantForm::default());
            FormId::try_from(self.forms.len() - 1).unwrap_or(FormId::MAX)
        });
        written.clone_into(&mut self.forms[id as usize].written);
        self.ids.insert(written.to_owned(), id);
        self.stale.push(id);
        id
    }

    /// Marks all forms that depend on one of these keys as stale.
    pub fn invalidate(&mut self, keys: impl Iterator<Item = u64>) {
        for key in keys {
            self.stale.extend(self.by_key.get(key).iter().copied());
        }
    }

    /// Marks the forms as stale that depend on one of these keys and for which `is_moved` holds.
    pub fn invalidate_if(&mut self, keys: impl Iterator<Item = u64>, is_moved: impl Fn(&str) -> bool) {
        let mut asked: Vec<FormId> = keys.flat_map(|key| self.by_key.get(key)).copied().collect();
        asked.sort_unstable();
        asked.dedup();
        self.stale.extend(asked.into_iter().filter(|id| is_moved(&self.forms[*id as usize].written)));
    }

    /// The stale forms as written. They count as fresh from now on.
    pub fn take_stale(&mut self) -> Vec<(FormId, String)> {
        let mut stale = std::mem::take(&mut self.stale);
        stale.sort_unstable();
        stale.dedup();
        // A form that no meeting writes any more needs no meaning.
        stale.retain(|id| !self.forms[*id as usize].meetings.is_empty());
        stale.into_iter().map(|id| (id, self.forms[id as usize].written.clone())).collect()
    }

    /// Sets the meaning of a form and the keys that it depends on. Gives the meetings whose participants change by
    /// that.
    pub fn set_meaning(&mut self, id: FormId, meaning: FormMeaning, keys: Vec<u64>) -> impl Iterator<Item = &NotePath> {
        let form = &mut self.forms[id as usize];
        for key in std::mem::take(&mut form.keys) {
            self.by_key.take_out(key, id);
        }
        for key in &keys {
            self.by_key.add(*key, id);
        }
        form.keys = keys;
        let is_other = form.meaning != meaning;
        form.meaning = meaning;
        form.meetings.iter().filter(move |_| is_other)
    }

    /// The meetings with a form that depends on one of these keys.
    pub fn meetings(&self, keys: impl Iterator<Item = u64>) -> impl Iterator<Item = &NotePath> {
        let forms = keys.flat_map(|key| self.by_key.get(key));
        forms.flat_map(|id| &self.forms[*id as usize].meetings)
    }

    /// The meetings that write this form.
    pub fn meetings_writing(&self, written: &str) -> impl Iterator<Item = &NotePath> {
        self.ids.get(written).into_iter().flat_map(|id| &self.forms[*id as usize].meetings)
    }

    /// The forms of a meeting in order, each with its meaning.
    pub fn of_meeting(&self, meeting: &NotePath) -> impl Iterator<Item = (&str, &FormMeaning)> {
        let forms = self.by_meeting.get(meeting).into_iter().flatten().map(|id| &self.forms[*id as usize]);
        forms.map(|form| (form.written.as_str(), &form.meaning))
    }
}

/// The name in what is written: a link's target, the words of a Markdown link, or all of it.
pub(super) fn form_of(written: &str) -> &str {
    match links::sole_markdown(written) {
        Some(link) => link.display.map_or(written, |words| words.of(written)),
        None => links::sole_target(written).unwrap_or(written),
    }
}
