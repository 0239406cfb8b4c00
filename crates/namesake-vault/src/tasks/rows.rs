//! The tasks of all notes as they are listed, with their owners resolved, narrowed by a query.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attendance_lists::attendance_lists;
use super::contest::Contests;
use super::owner_tag;
use super::owners::{may_be_person, owner};
use super::recording_link::without_recording;
use crate::vault::{Context, Vault};
use namesake_note::note::{Kind, Note};
use namesake_tasks::owners::{Form, Owner};
use namesake_tasks::prose::is_blank;
use namesake_tasks::{DateKind, StatusKind, Task};
use namesake_text::path::NotePath;
use namesake_text::text::{LineNumbers, Span};

/// A query for tasks. Each condition that is set narrows the result.
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
    /// The text without fields and links into a recording.
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

/// A task that a query found, with its owners resolved.
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
            description: without_recording(&task.description).into_owned(),
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

/// The owners of one note that are resolved already, by form and as written. Few people own most of a note's tasks.
type KnownOwners<'n> = BTreeMap<(Form, &'n str), TaskOwner>;

/// The tasks that `query` means, in the order of paths and lines.
pub fn tasks(vault: &mut Vault, query: &TaskQuery) -> Vec<TaskRow> {
    let mut rows = Vec::new();
    each_task(vault, query, |found| rows.push(found.row()));
    rows
}

/// Hands out the tasks that `query` means, one after the other in the order of paths and lines.
pub fn each_task(vault: &mut Vault, query: &TaskQuery, mut take: impl FnMut(&FoundTask)) {
    vault.settle();
    let asked = query.owner.as_ref().map(|name| OwnerFilter { name, person: vault.named(name) });
    let me = &vault.config().settings.me;
    let me = OwnerFilter { name: me, person: (!me.is_empty()).then(|| vault.named(me)).flatten() };
    let notes: Vec<&Note> = match &query.path {
        Some(path) => vault.note(path).into_iter().collect(),
        None => vault.notes().collect(),
    };
    for note in notes.into_iter().filter(|note| note.kind != Kind::Excluded) {
        tasks_of(vault, note, query, |found| {
            let is_theirs = asked.as_ref().is_none_or(|person| person.owns(&found.owners));
            if is_theirs && (!query.others || !found.owners.is_empty() && !me.owns(&found.owners)) {
                take(found);
            }
        });
    }
}

/// Hands out the tasks of a note that `query` means, whoever owns them.
fn tasks_of(vault: &Vault, note: &Note, query: &TaskQuery, mut take: impl FnMut(&FoundTask)) {
    let options = vault.config().settings.task_options();
    let mut context = None;
    let mut known = BTreeMap::new();
    let mut lines = LineNumbers::new(&note.text);
    let mut attendance = None;
    for &span in &note.body().items {
        let task = namesake_tasks::parse_if(note.slice(span), &options, |status| query.takes(status));
        let Some(task) = task.filter(|task| query.is_due(task) && !is_blank(&task.description)) else { continue };
        // Boxes under “Attendees” say who came.
        let attendance = attendance.get_or_insert_with(|| attendance_lists(note, &vault.config().settings.own_words()));
        if attendance.iter().any(|section| section.contains(span)) {
            continue;
        }
        let owners = owners(vault, note, &task, &mut context, &mut known);
        take(&FoundTask { note, span, line: lines.at(span.start), task, owners });
    }
}

fn owners<'n>(
    vault: &Vault,
    note: &Note,
    task: &Task<'n>,
    context: &mut Option<Context>,
    known: &mut KnownOwners<'n>,
) -> Vec<TaskOwner> {
    let mut owners = Vec::new();
    // A link in a task's text may lead to anything; only one to a person says whose task it is.
    let mut named = task.owners();
    named.retain(|owner| may_be_person(vault, owner));
    if !named.is_empty() {
        let context = context.get_or_insert_with(|| vault.context(note, None));
        if let Some(contest) = Contests::new(vault, note, context).of_written(task, &named) {
            named.retain(|owner| !contest.concerns(owner));
        }
    }
    for written in &named {
        let context = context.get_or_insert_with(|| vault.context(note, None));
        let resolved = || {
            let (reading, answer) = owner(vault, written, context);
            TaskOwner { written: reading.name.to_owned(), path: answer.best, p: answer.p }
        };
        let found = known.entry((written.form, written.span.of(task.line))).or_insert_with(resolved);
        let is_free = matches!(written.form, Form::Handle | Form::Words) && !is_set_off(task, written);
        if !is_free || found.path.is_some() {
            owners.push(found.clone());
        }
    }
    for tag in task.tags() {
        let context = context.get_or_insert_with(|| vault.context(note, None));
        let named = owner_tag::person(vault, tag, context);
        let is_new = named.is_some() && owners.iter().all(|owner| owner.path != named);
        owners.extend(is_new.then(|| TaskOwner {
            written: tag.trim_start_matches('#').to_owned(),
            path: named,
            p: 1.0,
        }));
    }
    owners
}

/// Whether a handle stands before a colon at the start, where only an owner does: `@mara: send it`.
fn is_set_off(task: &Task, owner: &Owner) -> bool {
    let is_first = owner.span.start == task.description_span.start;
    owner.form == Form::Handle && is_first && task.line[owner.span.end..].starts_with(": ")
}

/// A person whose tasks are looked for: the name as written, and the person that it means.
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

    /// Whether the task is due before the day of the query, if it has one. An invalid day is never before another.
    fn is_due(&self, task: &Task) -> bool {
        let before = |day: &String| task.due.as_ref().is_some_and(|due| due.value.is_some() && due.text < day.as_str());
        self.due_before.as_ref().is_none_or(before)
    }
}
