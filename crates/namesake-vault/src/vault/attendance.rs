//! Who took part in which meeting: the participants as written, each with the person note that is certainly meant, kept
//! for each meeting and for each person.

use super::attendee::Attendee;
use super::link_text::{link_stem, lower_target};
use super::participant_forms::{FormMeaning, form_of};
use super::store::Vault;
use namesake_names::key;
use namesake_note::decisions::form_key;
use namesake_note::finding::Tier;
use namesake_note::note::links;
use namesake_text::path::NotePath;

/// So few listed participants do not show whether the vault keeps notes of everybody.
const FEW_LISTED: usize = 2;

impl Vault {
    /// The participants of a meeting note.
    pub fn attendees(&self, meeting: &NotePath) -> &[Attendee] {
        self.notes.get(meeting).map_or(&[], |entry| &entry.attendees)
    }

    /// The people who certainly took part in a meeting.
    pub fn participants(&self, meeting: &NotePath) -> Vec<NotePath> {
        self.attendees(meeting).iter().filter_map(|attendee| attendee.person.clone()).collect()
    }

    /// The form in which the meeting writes the person, if it is only similar to their name.
    pub fn misheard_as(&self, meeting: &NotePath, person: &NotePath) -> Option<&str> {
        let mut theirs = self.attendees(meeting).iter().filter(|attendee| attendee.person.as_ref() == Some(person));
        let first = theirs.next().filter(|attendee| attendee.misheard)?;
        theirs.all(|attendee| attendee.misheard).then_some(first.written.as_str())
    }

    /// The meetings that a person certainly took part in, in the order of their paths.
    pub fn meetings_of(&self, person: &NotePath) -> impl Iterator<Item = &NotePath> {
        self.meetings_of.get(person).into_iter().flatten()
    }

    /// The meetings whose list of participants has this form.
    pub fn meetings_listing(&self, written: &str) -> impl Iterator<Item = &NotePath> {
        self.forms.meetings_writing(written)
    }

    /// Resolves the participants of all meetings that changed or whose people changed. Until this is called, answers
    /// come from the state before the changes.
    pub fn settle(&mut self) {
        self.recognise_again();
        let mut unsettled = std::mem::take(&mut self.unsettled);
        for (id, written) in self.forms.take_stale() {
            let (meaning, keys) = self.meaning(&written);
            unsettled.extend(self.forms.set_meaning(id, meaning, keys).cloned());
        }
        for meeting in unsettled {
            self.changes += 1;
            self.remove_attendance(&meeting);
            let forms = self.forms.of_meeting(&meeting);
            let attendees: Vec<Attendee> =
                forms.map(|(written, meant)| self.attendee(written, meant, &meeting)).collect();
            self.listing += usize::from(!attendees.is_empty());
            self.listed += attendees.len();
            let people: Vec<NotePath> = attendees.iter().filter_map(|attendee| attendee.person.clone()).collect();
            self.listed_known += people.len();
            for person in &people {
                self.meetings_of.entry(person.clone()).or_default().insert(meeting.clone());
            }
            self.names.set_meeting(&meeting, people);
            if let Some(entry) = self.notes.get_mut(&meeting) {
                entry.attendees = attendees;
            }
        }
    }

    /// Removes a meeting from its people and its attendees from the meeting.
    pub(super) fn remove_attendance(&mut self, meeting: &NotePath) {
        self.names.remove_meeting(meeting);
        let attendees = self.take_attendees(meeting);
        self.listing -= usize::from(!attendees.is_empty());
        self.listed -= attendees.len();
        for person in attendees.into_iter().filter_map(|attendee| attendee.person) {
            self.listed_known -= 1;
            if let Some(meetings) = self.meetings_of.get_mut(&person) {
                meetings.remove(meeting);
            }
        }
    }

    /// Takes the attendees out of a meeting's entry.
    pub(super) fn take_attendees(&mut self, meeting: &NotePath) -> Vec<Attendee> {
        self.notes.get_mut(meeting).map(|entry| std::mem::take(&mut entry.attendees)).unwrap_or_default()
    }

    /// How many participants all meetings list, and how many of these are certainly somebody who has a note.
    pub const fn listed(&self) -> (usize, usize) {
        (self.listed, self.listed_known)
    }

    /// Whether most participants whom meetings list have notes. Then somebody new gets one too. It is so as well while
    /// meetings list nearly nobody.
    pub const fn keeps_everybody(&self) -> bool {
        2 * (self.listed_known + FEW_LISTED) >= self.listed
    }

    fn attendee(&self, written: &str, meant: &FormMeaning, meeting: &NotePath) -> Attendee {
        let form = form_of(written);
        let meant = match !meant.linked && self.form_decisions.is_nobody(form, Some(meeting)) {
            true => FormMeaning::default(),
            false => meant.clone(),
        };
        Attendee { written: form.trim().to_owned(), person: meant.person, misheard: meant.misheard }
    }

    /// The person that a form means in any meeting, and the keys that this depends on. A link says by itself whom it
    /// means; any other form is resolved without context.
    fn meaning(&self, written: &str) -> (FormMeaning, Vec<u64>) {
        let form = form_of(written);
        let mut depends_on = vec![key::decided(&form_key(form))];
        if let Some(target) = links::sole_target(written.trim()) {
            depends_on.push(key::link(&link_stem(&lower_target(target))));
            if let Some(path) = self.linked(target) {
                let is_person = self.is_person(path);
                return (
                    FormMeaning { person: is_person.then(|| path.clone()), misheard: false, linked: true },
                    depends_on,
                );
            }
        }
        if self.form_decisions.is_nobody(form, None) {
            return (FormMeaning::default(), depends_on);
        }
        let (answer, keys) = self.names.resolve_alone(form, self.form_decisions.not(form));
        depends_on.extend(keys);
        let misheard = answer.candidates.first().is_some_and(|best| best.misheard);
        let person = answer.best.filter(|_| answer.tier == Some(Tier::Auto));
        (FormMeaning { person, misheard, linked: false }, depends_on)
    }
}
