//! The tasks of all notes, with their owners resolved: for lists and for the rule that writes owners. The line
//! grammar is `tasks`', who a name means the names engine's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Context, Vault};
use crate::finding::Tier;
use crate::note::{Kind, Note};
use namesake_names::{Answer, Question};
use namesake_tasks::owners::{Form, Owner, Reading, as_handle};
use namesake_tasks::{self, DateKind, Options, StatusKind, Task};
use namesake_text::path::NotePath;
use namesake_text::text::Span;

/// The tasks of a note, each with its line.
pub fn task_lines<'n>(note: &'n Note, options: &'n Options) -> impl Iterator<Item = (Span, Task<'n>)> {
    note.body().items.iter().filter_map(|line| Some((*line, namesake_tasks::parse(note.slice(*line), options)?)))
}

/// Which tasks are meant. What is absent does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TaskQuery {
    /// Only of the person this name means, or as whose owner it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Only open or only closed ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Only those that somebody else has to do: with an owner, and none of them the user.
    pub others: bool,
    /// Only those due before this ISO date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_before: Option<String>,
    /// Only in this note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<NotePath>,
}

/// Whether anything is left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Status {
    /// Something is.
    Open,
    /// Done, cancelled, or no task.
    Done,
    /// Both.
    All,
}

/// A task as it is listed. Dates are ISO dates; a date that no calendar has is given as `invalid:` and its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskRow {
    /// The note.
    pub path: NotePath,
    /// The line, from 1.
    pub line: usize,
    /// The whole line.
    pub raw: String,
    /// What its checkbox means.
    pub status: StatusKind,
    /// The text without fields.
    pub description: String,
    /// Who has to do it.
    pub owners: Vec<TaskOwner>,
    /// `highest` to `lowest`, or `none`.
    pub priority: String,
    /// When it is due.
    pub due: Option<String>,
    /// When it is planned.
    pub scheduled: Option<String>,
    /// From when it can be done.
    pub start: Option<String>,
    /// When it was written.
    pub created: Option<String>,
    /// When it was done.
    pub done: Option<String>,
    /// When it was given up.
    pub cancelled: Option<String>,
    /// The rule as written.
    pub recurrence: Option<String>,
    /// Its own id.
    pub id: Option<String>,
    /// The ids it waits for.
    pub depends_on: Vec<String>,
    /// With `#`.
    pub tags: Vec<String>,
    /// The block id, with `^`.
    pub block: Option<String>,
}

/// An owner as written and as resolved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct TaskOwner {
    /// As written.
    pub written: String,
    /// The person note, where one fits well enough to be asked about.
    #[cfg_attr(feature = "ts", tsify(optional))]
    pub path: Option<NotePath>,
    /// How sure that is, from 0 to 1.
    pub p: f64,
}

/// A task that was asked for, with its owners resolved.
pub struct FoundTask<'n> {
    /// The note it stands in.
    pub note: &'n Note,
    /// Its line, in bytes of the note.
    pub span: Span,
    /// The number of that line, from 1.
    pub line: usize,
    /// What the line says.
    pub task: Task<'n>,
    /// Who has to do it.
    pub owners: Vec<TaskOwner>,
}

impl FoundTask<'_> {
    fn row(&self) -> TaskRow {
        let task = &self.task;
        let date = |kind| {
            task.date(kind).map(|field| match field.value {
                Some(_) => field.text.to_owned(),
                None => format!("invalid:{}", field.text),
            })
        };
        TaskRow {
            path: self.note.path.clone(),
            line: self.line,
            raw: task.line.to_owned(),
            status: task.status.kind,
            description: task.description.to_string(),
            owners: self.owners.clone(),
            priority: namesake_tasks::priority_name(task.priority.as_ref().map(|field| field.value))
                .to_ascii_lowercase(),
            due: date(DateKind::Due),
            scheduled: date(DateKind::Scheduled),
            start: date(DateKind::Start),
            created: date(DateKind::Created),
            done: date(DateKind::Done),
            cancelled: date(DateKind::Cancelled),
            recurrence: task.recurrence.as_ref().map(|field| field.text.trim().to_owned()),
            id: task.id.as_ref().map(|field| field.text.to_owned()),
            depends_on: task.depends_on.iter().flat_map(|field| &field.value).map(|&id| id.to_owned()).collect(),
            tags: task.tags().map(str::to_owned).collect(),
            block: task.block_link.map(|(text, _)| text.trim().to_owned()),
        }
    }
}

/// The owners of one note that are resolved already, by form and as written: few people own most of a note's tasks.
type Known<'n> = BTreeMap<(Form, &'n str), TaskOwner>;

impl Vault {
    /// The tasks that `query` means, in the order of paths and lines.
    pub fn tasks(&mut self, query: &TaskQuery) -> Vec<TaskRow> {
        let mut rows = Vec::new();
        self.each_task(query, |found| rows.push(found.row()));
        rows
    }

    /// Hands out the tasks that `query` means, one after the other in the order of paths and lines.
    pub fn each_task(&mut self, query: &TaskQuery, mut take: impl FnMut(&FoundTask)) {
        self.settle();
        let named = |name: &String| self.linked(name).cloned().or_else(|| self.resolve(name, &Context::default()).best);
        let asked = query.owner.as_ref().map(|name| OwnerFilter { name, person: named(name) });
        let me = &self.config().settings.me;
        let me = OwnerFilter { name: me, person: (!me.is_empty()).then(|| named(me)).flatten() };
        let notes: Vec<&Note> = match &query.path {
            Some(path) => self.note(path).into_iter().collect(),
            None => self.notes().collect(),
        };
        for note in notes.into_iter().filter(|note| note.kind != Kind::Excluded) {
            self.tasks_of(note, query, |found| {
                let is_theirs = asked.as_ref().is_none_or(|person| person.owns(&found.owners));
                if is_theirs && (!query.others || !found.owners.is_empty() && !me.owns(&found.owners)) {
                    take(found);
                }
            });
        }
    }

    /// Those of a note that `query` means, whosever they are.
    fn tasks_of(&self, note: &Note, query: &TaskQuery, mut take: impl FnMut(&FoundTask)) {
        let options = self.config().settings.task_options();
        let mut context = None;
        let mut known = BTreeMap::new();
        let mut lines = LineNumbers::new(&note.text);
        for &span in &note.body().items {
            let task = namesake_tasks::parse_if(note.slice(span), &options, |status| query.takes(status));
            let Some(task) = task.filter(|task| query.is_due(task)) else { continue };
            let owners = self.owners(note, &task, &mut context, &mut known);
            take(&FoundTask { note, span, line: lines.at(span.start), task, owners });
        }
    }

    fn owners<'n>(
        &self,
        note: &Note,
        task: &Task<'n>,
        context: &mut Option<Context>,
        known: &mut Known<'n>,
    ) -> Vec<TaskOwner> {
        let mut owners = Vec::new();
        // A link in a task's text may lead to anything; only one to a person says whose task it is.
        for owner in task.owners().iter().filter(|owner| self.may_be_person(owner)) {
            let context = context.get_or_insert_with(|| self.context(note, None));
            let resolved = || {
                let (reading, answer) = self.owner(owner, context);
                TaskOwner { written: reading.name.to_owned(), path: answer.best, p: answer.p }
            };
            let found = known.entry((owner.form, owner.span.of(task.line))).or_insert_with(resolved);
            if !matches!(owner.form, Form::Handle | Form::Words) || found.path.is_some() {
                owners.push(found.clone());
            }
        }
        owners
    }

    /// What a written owner means, and how far the name reaches: the longest reading that is somebody's very name, else
    /// the longest that may mean somebody. Where words that look like more of the name are cut off, it is not certain:
    /// `@Rob Benoit Tuesday` may be right, `@Rob Banga` is not just any Rob.
    pub fn owner<'a>(&self, owner: &Owner<'a>, context: &Context) -> (Reading<'a>, Answer) {
        let whole = Reading { name: owner.name, span: owner.span };
        if let Some(path) = owner.note.and_then(|target| self.linked(target)) {
            let known = Answer { tier: Some(Tier::Auto), best: Some(path.clone()), p: 1.0, candidates: Vec::new() };
            return (whole, known);
        }
        // What was decided about the longer form holds for the beginning of it.
        let (mut not, mut is_nobody) = (Vec::new(), false);
        let mut likely = None;
        for reading in owner.readings() {
            is_nobody = is_nobody || self.forms().is_nobody(reading.name, context.note.as_ref());
            not.extend_from_slice(self.forms().not(reading.name));
            let answer = if is_nobody { Answer::nobody() } else { self.written_owner(owner, reading, &not, context) };
            if !self.is_meant(owner.form, reading, &answer, context) {
                continue;
            }
            // What is somebody's very name needs no other reading.
            if answer.best.as_ref().is_some_and(|best| self.is_called(best, reading.name)) {
                likely = Some((reading, answer));
                break;
            }
            likely = likely.or(Some((reading, answer)));
        }
        let Some((reading, mut answer)) = likely else { return (whole, Answer::nobody()) };
        if reading.name.len() < owner.name.len() || self.is_anothers(reading.name, &answer, context) {
            answer.tier = answer.tier.map(|_| Tier::Review);
        }
        (reading, answer)
    }

    /// Whether the very name that was written is not the answer's, but that of another person or a company.
    fn is_anothers(&self, name: &str, answer: &Answer, context: &Context) -> bool {
        let Some(best) = &answer.best else { return false };
        let is_own = |path: &NotePath| self.is_called(path, name) || self.is_handle(path, name);
        let is_company = |path: &NotePath| self.facts(path).is_some_and(|facts| facts.company.is_some());
        let is_decided = self.forms().is_alias(name, best, &context.participants);
        let mut candidates = answer.candidates.iter().map(|other| &other.path);
        let mut called = self.known().called(name).into_iter();
        !is_own(best) && !is_decided && (candidates.any(is_own) || called.any(|path| is_own(path) || is_company(path)))
    }

    /// Whether what was written can be taken for an owner at all. Words that any task may hold have to be somebody's very
    /// name, or mean one of the people around.
    fn is_meant(&self, form: Form, reading: Reading, answer: &Answer, context: &Context) -> bool {
        let Some(best) = answer.candidates.first().filter(|_| answer.tier.is_some()) else { return false };
        let around = || context.participants.contains(&best.path) || context.neighbours.contains(&best.path);
        match form {
            Form::At | Form::Link | Form::Label | Form::Field => true,
            Form::Handle => !best.misheard && (around() || self.is_handle(&best.path, reading.name)),
            Form::Parenthesis if reading.name.contains(' ') => true,
            Form::Parenthesis | Form::Words => around() || self.is_called(&best.path, reading.name),
        }
    }

    /// Whether `written` is a handle of the person: one they give, or a name of theirs with nothing between the words.
    pub fn is_handle(&self, person: &NotePath, written: &str) -> bool {
        let bare = |text: &str| as_handle(text).to_lowercase();
        let written = bare(written);
        let known = self.facts(person).and_then(|facts| facts.person.as_ref()).filter(|_| !written.is_empty());
        known.is_some_and(|known| known.names.iter().chain(&known.handles).any(|name| bare(name) == written))
    }

    /// What one reading means, if not one of the `rejected`. A single word after `@` may be a handle (`@RobBenoit`) or a short name (`@Rob`).
    fn written_owner(&self, owner: &Owner, reading: Reading, rejected: &[NotePath], context: &Context) -> Answer {
        let ask = |form: &str| self.ask(&Question { rejected, ..context.question(form) }, context.note.as_ref());
        let answer = ask(reading.name);
        if !matches!(owner.form, Form::At | Form::Handle) || reading.name.contains(char::is_whitespace) {
            return answer;
        }
        let handle = ask(&format!("@{}", reading.name));
        let is_doubtful = answer.best.is_some() && handle.best.is_some() && answer.best != handle.best;
        let mut likelier = if handle.p > answer.p { handle } else { answer };
        // The word means one, the handle another.
        if is_doubtful {
            likelier.tier = Some(Tier::Review);
        }
        likelier
    }

    fn may_be_person(&self, owner: &Owner) -> bool {
        let linked = owner.note.and_then(|target| self.linked(target));
        linked.is_none_or(|path| self.facts(path).is_some_and(|facts| facts.person.is_some()))
    }
}

/// Somebody that a question is about: as written, and the person that means.
struct OwnerFilter<'q> {
    name: &'q str,
    person: Option<NotePath>,
}

impl OwnerFilter<'_> {
    fn owns(&self, owners: &[TaskOwner]) -> bool {
        owners.iter().any(|owner| owner.path.is_some() && owner.path == self.person || owner.written == self.name)
    }
}

impl TaskQuery {
    fn takes(&self, status: StatusKind) -> bool {
        match self.status.unwrap_or(Status::All) {
            Status::Open => !status.is_closed(),
            Status::Done => status.is_closed(),
            Status::All => true,
        }
    }

    /// Whether it is due before the day that was given, if one was. A day that is none is not before any.
    fn is_due(&self, task: &Task) -> bool {
        let before = |day: &String| task.due.as_ref().is_some_and(|due| due.value.is_some() && due.text < day.as_str());
        self.due_before.as_ref().is_none_or(before)
    }
}

/// Line numbers, from 1, of places that come in order, in one walk.
struct LineNumbers<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> LineNumbers<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn at(&mut self, place: usize) -> usize {
        for byte in &self.text.as_bytes()[self.at..place] {
            self.line += usize::from(*byte == b'\n');
        }
        self.at = place;
        self.line
    }
}
