//! Owners who are none by themselves: somebody else may have the task.

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
        let is_doubted = |owner: &&mut ItemOwner| !contest.is_told || contest.is_in_front(owner.place);
        found.iter_mut().filter(is_doubted).for_each(ItemOwner::contest);
    }

    /// Takes from a task below somebody's heading whoever else does it by the present alone: below Mara's, “Tomas sends the
    /// letter” may be what she is to know.
    pub fn below(&self, heading: Option<Span>, task: &Task, mut owners: Vec<ItemOwner>) -> Vec<ItemOwner> {
        let does = |owner: &ItemOwner| does_deed(&task.line[owner.reading_end..]);
        // Whom the heading names is looked up only where it matters.
        let Some(heading) = heading.filter(|_| owners.iter().any(does)) else { return owners };
        let people = self.named(self.note.slice(heading), true).people;
        let is_hers = |owner: &ItemOwner| owner.person().is_none_or(|person| people.contains(person));
        let is_anothers = |owner: &&mut ItemOwner| !people.is_empty() && !is_hers(owner) && does(owner);
        owners.iter_mut().filter(is_anothers).for_each(ItemOwner::contest);
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
