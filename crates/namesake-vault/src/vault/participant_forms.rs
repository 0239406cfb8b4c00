//! The forms in which meetings write who took part, each with whom it means. A form is resolved once for all meetings
//! that write it, without context, so that it does not matter which meeting was read first; and it is resolved again only
//! where something changed that its meaning hangs on.

use std::collections::{BTreeMap, BTreeSet};

use crate::note::links;
use namesake_names::Postings;
use namesake_text::path::NotePath;

/// A form's number. Numbers never reach an answer.
pub(super) type FormId = u32;

/// Whom a form certainly means.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FormMeaning {
    pub person: Option<NotePath>,
    /// Whether the form is only like their name.
    pub misheard: bool,
    /// Whether it is a link that leads to a note: no decision about a name changes whom it means.
    pub linked: bool,
}

/// All forms that some meeting writes.
#[derive(Debug, Default)]
pub(super) struct ParticipantForms {
    forms: Vec<ParticipantForm>,
    ids: BTreeMap<String, FormId>,
    /// Numbers of forms that nobody writes any more.
    free: Vec<FormId>,
    /// The forms of a meeting, in the order of its participants.
    by_meeting: BTreeMap<NotePath, Vec<FormId>>,
    /// The forms whose meaning hangs on a key.
    by_key: Postings,
    /// Forms that have to be resolved before anything is asked, some of them twice.
    stale: Vec<FormId>,
}

#[derive(Debug, Default)]
struct ParticipantForm {
    written: String,
    meetings: BTreeSet<NotePath>,
    meaning: FormMeaning,
    hangs_on: Vec<u64>,
}

impl ParticipantForms {
    /// Takes in the forms that a meeting writes, in place of those it wrote before.
    pub fn insert(&mut self, meeting: &NotePath, participants: &[String]) {
        self.remove(meeting);
        let ids: Vec<FormId> = participants.iter().map(|written| self.id(written)).collect();
        for id in &ids {
            self.forms[*id as usize].meetings.insert(meeting.clone());
        }
        self.by_meeting.insert(meeting.clone(), ids);
    }

    /// Forgets what a meeting writes.
    pub fn remove(&mut self, meeting: &NotePath) {
        for id in self.by_meeting.remove(meeting).into_iter().flatten() {
            let form = &mut self.forms[id as usize];
            if form.meetings.remove(meeting) && form.meetings.is_empty() {
                let form = std::mem::take(form);
                self.ids.remove(&form.written);
                self.free.push(id);
                for key in form.hangs_on {
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

    /// Has all forms that hang on one of these keys resolved again.
    pub fn invalidate(&mut self, keys: impl Iterator<Item = u64>) {
        for key in keys {
            self.stale.extend(self.by_key.get(key).iter().copied());
        }
    }

    /// Has those forms resolved again that hang on one of these keys and of which `is_moved` says so.
    pub fn invalidate_if(&mut self, keys: impl Iterator<Item = u64>, is_moved: impl Fn(&str) -> bool) {
        let mut asked: Vec<FormId> = keys.flat_map(|key| self.by_key.get(key)).copied().collect();
        asked.sort_unstable();
        asked.dedup();
        self.stale.extend(asked.into_iter().filter(|id| is_moved(&self.forms[*id as usize].written)));
    }

    /// The forms to be resolved, each with what is written.
    pub fn take_stale(&mut self) -> Vec<(FormId, String)> {
        let mut stale = std::mem::take(&mut self.stale);
        stale.sort_unstable();
        stale.dedup();
        // What nobody writes any more means nobody.
        stale.retain(|id| !self.forms[*id as usize].meetings.is_empty());
        stale.into_iter().map(|id| (id, self.forms[id as usize].written.clone())).collect()
    }

    /// Takes in what a form means and what that hangs on. Gives the meetings whose participants are others by that.
    pub fn set_meaning(
        &mut self,
        id: FormId,
        meaning: FormMeaning,
        hangs_on: Vec<u64>,
    ) -> impl Iterator<Item = &NotePath> {
        let form = &mut self.forms[id as usize];
        for key in std::mem::take(&mut form.hangs_on) {
            self.by_key.take_out(key, id);
        }
        for key in &hangs_on {
            self.by_key.add(*key, id);
        }
        form.hangs_on = hangs_on;
        let is_other = form.meaning != meaning;
        form.meaning = meaning;
        form.meetings.iter().filter(move |_| is_other)
    }

    /// The meetings that write a form that hangs on one of these keys.
    pub fn meetings(&self, keys: impl Iterator<Item = u64>) -> impl Iterator<Item = &NotePath> {
        let forms = keys.flat_map(|key| self.by_key.get(key));
        forms.flat_map(|id| &self.forms[*id as usize].meetings)
    }

    /// What a meeting writes, and whom each form means.
    pub fn of_meeting(&self, meeting: &NotePath) -> impl Iterator<Item = (&str, &FormMeaning)> {
        let forms = self.by_meeting.get(meeting).into_iter().flatten().map(|id| &self.forms[*id as usize]);
        forms.map(|form| (form.written.as_str(), &form.meaning))
    }
}

/// The name in what is written: a link's target, or all of it.
pub(super) fn form_of(written: &str) -> &str {
    links::sole_target(written).unwrap_or(written)
}
