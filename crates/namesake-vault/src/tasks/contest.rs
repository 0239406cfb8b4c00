//! Whether a task may be somebody else's than theirs whom its words name in front: “Mara: order chairs (Tomas)” names two, and
//! by “Mara: Tomas will send the list” it is not Mara's. Nobody is given such a task by itself. Whoever only has a part in it
//! contests nothing: “Mara: write to Tomas”.

use namesake_note::note::Note;
use namesake_note::word_list::lower;
use namesake_tasks::Task;
use namesake_tasks::marks::mark;
use namesake_tasks::owners::{Form, Owner};
use namesake_text::path::NotePath;
use namesake_text::text::Span;
use namesake_transcript::is_deed;

use super::item_agents::{agent_places, is_agent};
use super::item_clauses::first_sentence;
use super::item_names::{bare_name, heads};
use super::lone_name::bearers;
use super::owners;
use crate::vault::{Context, Vault};

mod deed;
mod places;

use deed::says_deed;
pub use places::in_front;
use places::{Charge, Part, charges};

/// That a task may be somebody else's than theirs who are named in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contest {
    /// Whether the words say that somebody else does it.
    pub is_told: bool,
    /// Where the names in front end, in bytes of the task's line.
    front: usize,
}

impl Contest {
    /// Whether what stands at `place` of the task's line is in front.
    pub const fn is_in_front(&self, place: Span) -> bool {
        place.start < self.front
    }

    /// Whether a written owner is in doubt: one in front, or one in plain words, which say too little beside another.
    pub const fn concerns(&self, owner: &Owner) -> bool {
        self.is_in_front(owner.span) || matches!(owner.form, Form::Words | Form::Parenthesis)
    }
}

/// A name in the words of a task.
pub struct TaskName {
    /// Where it stands, in bytes of the task's line.
    pub span: Span,
    /// The people of the vault whom it may mean.
    pub people: Vec<NotePath>,
}

/// What asks for contests in a note.
pub struct Contests<'c> {
    vault: &'c Vault,
    note: &'c Note,
    context: &'c Context,
}

impl<'c> Contests<'c> {
    /// Those in `note`, the people of which are its `context`.
    pub const fn new(vault: &'c Vault, note: &'c Note, context: &'c Context) -> Self {
        Self { vault, note, context }
    }

    /// The contest about a task that has these `owners`, as the line grammar reads them.
    pub fn of_written(&self, task: &Task, owners: &[Owner]) -> Option<Contest> {
        let count = in_front(task, owners.iter().map(|owner| owner.span));
        let front: Vec<TaskName> = owners[..count].iter().map(|owner| self.written(owner)).collect();
        self.of(task, &front)
    }

    /// The contest about a task in front of which these names stand.
    pub fn of(&self, task: &Task, front: &[TaskName]) -> Option<Contest> {
        let (first, last) = (front.first()?, front.last()?);
        let people: Vec<NotePath> = front.iter().flat_map(|name| name.people.iter().cloned()).collect();
        let part = Part::behind(task, last.span.end);
        // Most tasks name nobody else.
        if people.is_empty() || !part.words.contains(|c: char| c.is_uppercase() || c == '@' || c == '[') {
            return None;
        }
        let is_told =
            part.is_set_off && (self.is_told(part.words, &people) || self.does_linked(task, part.start, &people));
        let is_mention = task.line[first.span.start..].starts_with(['@', '[']);
        let is_label = part.is_set_off && !is_mention;
        let is_contested = is_told || self.has_rival(task, &part, &people, is_label);
        is_contested.then_some(Contest { is_told, front: last.span.end })
    }

    /// Whether a task says itself that others do it than the `people` whom a heading over it names.
    pub fn is_anothers(&self, task: &Task, people: &[NotePath]) -> bool {
        let words = task.description_span.of(task.line);
        let words = words[mark(words).unwrap_or_default()..].trim_start_matches(['*', '_', ' ']);
        self.is_told(words, people)
    }

    /// Whether words say that somebody does something who is none of the `first`.
    fn is_told(&self, words: &str, first: &[NotePath]) -> bool {
        let is_other = |name: &Span, words: &str| are_others(&self.people(bare_name(name.of(words))), first);
        let is_subject = heads(words).iter().any(|names| {
            let behind = names.last().map_or("", |last| &words[last.end..]);
            says_deed(behind) && names.iter().all(|name| is_other(name, words))
        });
        // “ensure that it will be checked by Tomas” is for the first to do.
        let sentence = first_sentence(words).of(words);
        let mut each = sentence.split(|c: char| !c.is_alphabetic()).map(lower);
        let is_charge = is_deed(&each.clone().next().unwrap_or_default()) || each.any(|word| LEADING.contains(&&*word));
        let is_named = |at: usize| {
            let said = &sentence[at..];
            heads(said).iter().any(|names| {
                let behind = names.last().map_or("", |last| &said[last.end..]);
                is_agent(&sentence[..at], behind) && names.iter().all(|name| is_other(name, said))
            })
        };
        is_subject || !is_charge && agent_places(sentence).into_iter().any(is_named)
    }

    /// Whether somebody does something who is linked at `start` of the task's line and is none of the `first`.
    fn does_linked(&self, task: &Task, start: usize, first: &[NotePath]) -> bool {
        let owners = task.owners();
        let linked = owners.iter().find(|owner| owner.span.start == start && owner.form == Form::Link);
        linked.is_some_and(|owner| {
            says_deed(&task.line[owner.span.end..]) && are_others(&self.written(owner).people, first)
        })
    }

    /// Whether names behind those in front say whose the task is as well, and none of these `people` is among them. A name in a
    /// bracket or behind a dash says so beside an `is_label` alone, and several there say who takes part.
    fn has_rival(&self, task: &Task, part: &Part, people: &[NotePath], is_label: bool) -> bool {
        let mut names = task.owners();
        names.retain(|owner| owner.span.start >= part.start && owner.form != Form::Words);
        let mut closing = task.closing_names(part.start);
        closing.retain(|owner| !names.iter().any(|other| other.span.overlaps(owner.span)));
        names.append(&mut closing);
        names.sort_by_key(|owner| owner.span);
        let charges = charges(task, &names);
        let is_sole = charges.iter().filter(|charge| **charge == Charge::Named).count() == 1;
        let is_rival = |charge: Charge| charge == Charge::Told || charge == Charge::Named && is_label && is_sole;
        // Behind the first sentence something else is told.
        let is_first = |owner: &Owner| {
            let before = Span::new(part.start, owner.span.start.max(part.start)).of(task.line);
            let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            first_sentence(before).end == before.len()
        };
        let rivals = names.iter().zip(charges).filter(|(owner, charge)| is_rival(*charge) && is_first(owner));
        let rivals: Vec<NotePath> = rivals.flat_map(|(owner, _)| self.written(owner).people).collect();
        are_others(&rivals, people)
    }

    /// The name of a written owner, up to where it ends.
    fn written(&self, owner: &Owner) -> TaskName {
        let (reading, answer) = owners::owner(self.vault, owner, self.context);
        if let Some(best) = answer.best.filter(|_| answer.tier.is_some()) {
            let people = if self.vault.is_person(&best) { vec![best] } else { Vec::new() };
            return TaskName { span: reading.span, people };
        }
        let named = owner.readings().into_iter().map(|reading| TaskName {
            span: reading.span,
            people: if owner.note.is_some() { Vec::new() } else { self.people(reading.name) },
        });
        let whole = TaskName { span: owner.span, people: Vec::new() };
        named.into_iter().find(|name| !name.people.is_empty()).unwrap_or(whole)
    }

    /// The people of the vault whom a name may mean: one by all that is known, or all who bear it.
    fn people(&self, name: &str) -> Vec<NotePath> {
        let answer = self.vault.resolve(name, self.context);
        let is_exact = answer.candidates.first().is_some_and(|best| !best.misheard);
        match answer.best.filter(|_| answer.tier.is_some() && is_exact) {
            Some(best) if self.vault.is_person(&best) => vec![best],
            Some(_) => Vec::new(),
            None if self.vault.form_decisions().is_nobody(name, Some(&self.note.path)) => Vec::new(),
            None => bearers(self.vault, name).into_iter().cloned().collect(),
        }
    }
}

/// Whether these are people, and none of the `first`.
fn are_others(people: &[NotePath], first: &[NotePath]) -> bool {
    !people.is_empty() && !people.iter().any(|person| first.contains(person))
}

/// Words by which somebody sees to it that others do something, in small letters.
#[rustfmt::skip]
const LEADING: [&str; 14] = [
    "that", "whether", "if", "get", "have", "let", "dass", "ob", "lassen", "que", "dat", "che", "że", "czy",
];
