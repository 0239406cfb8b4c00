//! What a click on a task's checkbox does, as in the Tasks plugin: the next status, the done date, the next occurrence
//! of a recurring task. Unlike the plugin, it keeps every byte that need not change, and refuses a recurrence whose
//! next date is unknown instead of dropping it. Where the lines stand in their note is left to the core.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::field::{DateKind, Format, OnCompletion};
use super::lines;
use super::next::{NextDate, days_between, days_later, next_date};
use super::parse::parse;
use super::recurrence::{is_rule, rule, split_when_done};
use super::status::{Status, StatusKind, Statuses};
use super::task::{Options, Task};
use jiff::civil::Date;
use namesake_language::say;
use namesake_text::text::{self, Edit, Span};

/// The lines that replace a task's line after a click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClickOutcome {
    /// The next occurrence. It comes first unless the options say otherwise.
    pub next: Option<String>,
    /// The line itself; `None` where the task says that it is to be deleted.
    pub line: Option<String>,
}

/// Why a click is not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClickError {
    /// The Tasks plugin does not see the rule, and would drop it.
    Hidden,
    /// The Tasks plugin would delete the rule.
    Rule(String),
    /// The rule can be read, and leads to no day.
    Next(String),
    /// One of the dates to move is no day of the calendar.
    Date(String),
    /// The lines would not read as they are meant.
    Unsafe,
}

impl Display for ClickError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let reason = match self {
            Self::Hidden => say!(
                "a rule for repeating it stands where the Tasks plugin does not see it; move the rule to the end of the \
                 line"
            ),
            Self::Rule(rule) => say!(
                "“{rule}” is no rule that the Tasks plugin can read; write it like “every week” or “every month on the \
                 1st”",
                rule
            ),
            Self::Next(rule) => say!(
                "no day follows by “{rule}”; write a rule that the calendar has days for, such as “every month on the \
                 last”",
                rule
            ),
            Self::Date(day) => say!("“{day}” is no day of the calendar; correct it first", day),
            Self::Unsafe => say!("its fields could not be changed without changing others; edit the line by hand"),
        };
        f.write_str(&reason)
    }
}

impl std::error::Error for ClickError {}

/// The outcome of a click on the checkbox of `task` on the day `today`. A status that leads to itself leaves the line as
/// it is.
///
/// # Errors
/// [`ClickError`] where something would be lost.
pub fn click(task: &Task, options: &Options, today: Date) -> Result<ClickOutcome, ClickError> {
    let status = options.statuses.of(task.status.next_symbol);
    if status.symbol == task.status.symbol {
        return Ok(ClickOutcome { next: None, line: Some(task.line.to_owned()) });
    }
    let is_completed = status.kind == StatusKind::Done && task.status.kind != StatusKind::Done;
    let clicker = Clicker { task, options, today };
    let line = clicker.clicked(status)?;
    if !is_completed {
        return Ok(ClickOutcome { next: None, line: Some(line) });
    }
    let next = clicker.next(status)?;
    let is_deleted = task.on_completion.as_ref().is_some_and(|field| field.value == Some(OnCompletion::Delete));
    Ok(ClickOutcome { next, line: (!is_deleted).then_some(line) })
}

/// The dates that move with a recurring task.
const MOVING: [DateKind; 3] = [DateKind::Due, DateKind::Scheduled, DateKind::Start];

struct Clicker<'t> {
    task: &'t Task<'t>,
    options: &'t Options,
    today: Date,
}

impl Clicker<'_> {
    /// The line with its new status, and the days that go with it.
    fn clicked(&self, status: Status) -> Result<String, ClickError> {
        let mut line = self.task.line.to_owned();
        self.edit(&mut line, &|task| lines::set_status(task, status.symbol))?;
        let done = self.reached(&mut line, status, DateKind::Done)?;
        let cancelled = self.reached(&mut line, status, DateKind::Cancelled)?;
        self.checked(line, status.symbol, &|kind| match kind {
            DateKind::Done => done.clone(),
            DateKind::Cancelled => cancelled.clone(),
            kind => self.task.date(kind).map(|field| field.text.to_owned()),
        })
    }

    /// Gives the line the day on which the task was done or given up, as its new status has it, and returns that day. A
    /// task that was so already keeps its day.
    fn reached(&self, line: &mut String, status: Status, date: DateKind) -> Result<Option<String>, ClickError> {
        let (kind, is_set) = match date {
            DateKind::Cancelled => (StatusKind::Cancelled, self.options.sets_cancelled_date),
            _ => (StatusKind::Done, self.options.sets_done_date),
        };
        if status.kind == kind && self.task.status.kind == kind {
            return Ok(self.task.date(date).map(|field| field.text.to_owned()));
        }
        if status.kind == kind && is_set {
            self.edit(line, &|task| lines::set_date(task, date, self.today))?;
            return Ok(Some(self.today.to_string()));
        }
        self.clear(line, &|task| task.date(date).map(|field| field.whole))?;
        Ok(None)
    }

    /// The line of the next occurrence; `None` where the task does not recur or its rule has ended.
    fn next(&self, status: Status) -> Result<Option<String>, ClickError> {
        let Some(dates) = self.next_dates()? else { return Ok(None) };
        let mut line = self.task.line.to_owned();
        let symbol = first_open(&self.options.statuses, status);
        self.edit(&mut line, &|task| lines::set_status(task, symbol))?;
        for (kind, date) in &dates {
            match date {
                Some(date) => self.edit(&mut line, &|task| lines::set_date(task, *kind, *date))?,
                None => self.clear(&mut line, &|task| task.date(*kind).map(|field| field.whole))?,
            }
        }
        self.clear(&mut line, &|task| task.id.as_ref().map(|field| field.whole))?;
        self.clear(&mut line, &|task| task.depends_on.as_ref().map(|field| field.whole))?;
        self.clear(&mut line, &|task| task.block_link.map(|(_, span)| span))?;
        self.checked(line, symbol, &|kind| dates[&kind].map(|date| date.to_string())).map(Some)
    }

    /// All dates of the next occurrence; `None` where there is none.
    fn next_dates(&self) -> Result<Option<BTreeMap<DateKind, Option<Date>>>, ClickError> {
        let Some(moved) = self.moved_dates()? else { return Ok(None) };
        let mut dates: BTreeMap<_, _> = MOVING.into_iter().zip(moved).collect();
        dates.insert(DateKind::Done, None);
        dates.insert(DateKind::Cancelled, None);
        dates.insert(DateKind::Created, self.options.sets_created_date.then_some(self.today));
        Ok(Some(dates))
    }

    /// The dates of the next occurrence that move, in the order of [`MOVING`].
    fn moved_dates(&self) -> Result<Option<[Option<Date>; 3]>, ClickError> {
        let Some(field) = &self.task.recurrence else {
            return if hides_rule(self.task) { Err(ClickError::Hidden) } else { Ok(None) };
        };
        let drops_scheduled =
            self.options.drops_scheduled_date && (self.task.due.is_some() || self.task.start.is_some());
        let fields =
            MOVING.map(|kind| self.task.date(kind).filter(|_| !(drops_scheduled && kind == DateKind::Scheduled)));
        if let Some(bad) = fields.into_iter().flatten().find(|field| field.value.is_none()) {
            return Err(ClickError::Date(bad.text.to_owned()));
        }
        let written = || field.text.trim().to_owned();
        let (text, when_done) = split_when_done(field.text);
        let rule = rule(text).ok_or_else(|| ClickError::Rule(written()))?;
        let dates = fields.map(|field| field.and_then(|field| field.value));
        let reference = self.task.reference().and_then(|field| field.value);
        let from = reference.filter(|_| !when_done).unwrap_or(self.today);
        let next = match next_date(&rule, from) {
            NextDate::On(next) => next,
            NextDate::Ended => return Ok(None),
            NextDate::Unknown => return Err(ClickError::Next(written())),
        };
        let mut moved = [None; 3];
        for (to, date) in moved.iter_mut().zip(dates) {
            if let (Some(date), Some(reference)) = (date, reference) {
                let later = days_later(next, days_between(reference, date));
                *to = Some(later.ok_or_else(|| ClickError::Next(written()))?);
            }
        }
        Ok(Some(moved))
    }

    fn edit(&self, line: &mut String, edits: &dyn Fn(&Task) -> Vec<Edit>) -> Result<(), ClickError> {
        let edits = parse(line, self.options).map(|task| edits(&task)).ok_or(ClickError::Unsafe)?;
        *line = text::apply(line, &edits).map_err(|_| ClickError::Unsafe)?;
        Ok(())
    }

    /// Takes every occurrence of a field out, with the spaces before it.
    fn clear(&self, line: &mut String, field: &dyn Fn(&Task) -> Option<Span>) -> Result<(), ClickError> {
        loop {
            let task = parse(line, self.options).ok_or(ClickError::Unsafe)?;
            let Some(span) = field(&task) else { return Ok(()) };
            *line = text::apply(line, &[lines::clear(&task, span)]).map_err(|_| ClickError::Unsafe)?;
        }
    }

    /// `line`, if it reads as the task with this status and these dates, and otherwise as before.
    fn checked(
        &self,
        line: String,
        symbol: char,
        dates: &dyn Fn(DateKind) -> Option<String>,
    ) -> Result<String, ClickError> {
        let task = self.task;
        let rule = |task: &Task| task.recurrence.as_ref().map(|field| field.text.trim().to_owned());
        let priority = |task: &Task| task.priority.as_ref().map(|field| field.value);
        let is_meant = parse(&line, self.options).is_some_and(|new| {
            let has = |kind: DateKind| new.date(kind).map(|field| field.text) == dates(kind).as_deref();
            new.status.symbol == symbol
                && new.description == task.description
                && rule(&new) == rule(task)
                && priority(&new) == priority(task)
                && DateKind::ALL.into_iter().all(has)
        });
        if is_meant { Ok(line) } else { Err(ClickError::Unsafe) }
    }
}

/// The status of a new occurrence: of the statuses that further clicks lead to, the first that is to be done, else the
/// first that is in progress.
fn first_open(statuses: &Statuses, done: Status) -> char {
    for wanted in [StatusKind::Todo, StatusKind::InProgress] {
        let mut status = done;
        for _ in &statuses.0 {
            status = statuses.of(status.next_symbol);
            if status.kind == wanted {
                return status.symbol;
            }
        }
    }
    ' '
}

/// Whether the description holds a rule in the task's format, hidden from the Tasks plugin by the words behind it.
fn hides_rule(task: &Task) -> bool {
    let (sign, end) = match task.format {
        Format::Emoji => ("🔁", None),
        Format::Dataview => ("repeat::", Some([']', ')'])),
    };
    task.description.match_indices(sign).any(|(at, _)| {
        let value = task.description[at + sign.len()..].trim_start_matches(['\u{FE0F}', ' ']);
        is_rule(end.and_then(|end| value.split(end).next()).unwrap_or(value))
    })
}

#[cfg(test)]
mod tests;
