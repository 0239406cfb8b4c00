//! The vault's names, kept up to date note by note. Weighing candidates is left to `score` and `resolve`.

use crate::path::NotePath;

use super::{Answer, Company, Person, Question};

/// Every person, company and meeting of a vault, ready to be asked.
#[derive(Debug, Default)]
pub struct NameIndex {}

impl NameIndex {
    /// Adds a person or replaces what was known under the same path.
    pub fn upsert_person(&mut self, person: Person) {
        let _ = person;
    }

    /// Adds a company or replaces what was known under the same path.
    pub fn upsert_company(&mut self, company: Company) {
        let _ = company;
    }

    /// Forgets the person or company of this note.
    pub fn remove(&mut self, path: &NotePath) {
        let _ = path;
    }

    /// Moves a person, a company or a meeting to a new path.
    pub fn rename(&mut self, from: &NotePath, to: &NotePath) {
        let _ = (from, to);
    }

    /// Records who took part in a meeting, in place of what was recorded for the same note.
    pub fn set_meeting(&mut self, meeting: &NotePath, participants: Vec<NotePath>) {
        let _ = (meeting, participants);
    }

    /// Forgets a meeting.
    pub fn remove_meeting(&mut self, meeting: &NotePath) {
        let _ = meeting;
    }

    /// Which note a mention means.
    pub fn resolve(&self, question: &Question) -> Answer {
        let _ = question;
        Answer::nobody()
    }

    /// Which notes the mentions of one meeting mean, assigned jointly: a participant already named exactly is not
    /// meant by a form with another surname. One answer a question, in their order.
    pub fn resolve_all(&self, questions: &[Question]) -> Vec<Answer> {
        questions.iter().map(|question| self.resolve(question)).collect()
    }
}
