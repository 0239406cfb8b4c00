//! Owners who are none by themselves: somebody else may have the task.

use namesake_names::Answer;
use namesake_tasks::Task;
use namesake_text::path::NotePath;
use namesake_text::text::Span;

use super::super::contest::{Contests, TaskName, in_front};
use super::super::promised_deeds::does_deed;
use super::{ItemOwner, ItemOwners, OwnerNames};

impl ItemOwners<'_> {
    /// Takes from a contested task those who are in doubt; whoever does it by its words stays.
    pub(super) fn contest(&self, task: &Task, found: &mut [ItemOwner]) {
        let span = |owner: &ItemOwner| Span::new(owner.place.start, owner.reading_end);
        let count = in_front(task, found.iter().map(span));
        let name = |owner: &ItemOwner| {
            let person = owner.person().cloned();
            TaskName { span: span(owner), people: person.into_iter().chain(owner.choices.iter().cloned()).collect() }
        };
        let front: Vec<TaskName> = found[..count].iter().map(name).collect();
        let Some(contest) = self.contests().of(task, &front) else { return };
        for owner in found.iter_mut().filter(|owner| !contest.is_told || contest.is_in_front(owner.place)) {
            (owner.answer, owner.choices, owner.is_contested) = (Answer::nobody(), Vec::new(), true);
        }
    }

    /// Takes from a task below somebody's heading whoever else does it by the present alone: below Mara's, “Tomas sends the
    /// letter” may be what she is to know.
    pub fn below(&self, heading: Option<Span>, task: &Task, mut owners: Vec<ItemOwner>) -> Vec<ItemOwner> {
        let people = heading.map(|heading| self.named(self.note.slice(heading), true).people).unwrap_or_default();
        let is_anothers = |owner: &ItemOwner| {
            let is_hers = owner.person().is_none_or(|person| people.contains(person));
            !people.is_empty() && !is_hers && does_deed(&task.line[owner.reading_end..])
        };
        for owner in owners.iter_mut().filter(|owner| is_anothers(owner)) {
            (owner.answer, owner.choices, owner.is_contested) = (Answer::nobody(), Vec::new(), true);
        }
        owners
    }

    /// The names in the heading over a task, unless its words say that it is, or may be, somebody else's.
    pub fn of_heading(&self, heading: Span, task: &Task, owners: &[ItemOwner]) -> Option<OwnerNames> {
        let people: Vec<NotePath> = self.named(self.note.slice(heading), true).people;
        let is_anothers = owners.iter().any(|owner| owner.is_contested) || self.contests().is_anothers(task, &people);
        (!is_anothers).then_some(OwnerNames { span: heading, is_certain: true })
    }

    const fn contests(&self) -> Contests<'_> {
        Contests::new(self.vault, self.note, &self.context)
    }
}
