//! A task line as it was read, and the options it was read with. Reading is left to `parse`, writing to `lines`.

use std::borrow::Cow;

use jiff::civil::Date;
use namesake_text::text::Span;

use super::field::{DateKind, Field, Format, OnCompletion, Priority};
use super::js;
use super::recurrence::{is_rule, split_when_done};
use super::status::{Status, Statuses};

/// What the Tasks plugin's settings say about reading a line and about a click on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch in the Tasks plugin's settings")]
pub struct Options {
    /// How fields are written.
    pub format: Format,
    /// A text every task must contain, compared as it stands. Empty: every checkbox is a task.
    pub global_filter: String,
    /// What the character in the checkbox means.
    pub statuses: Statuses,
    /// Whether a task that is done gets the day.
    pub sets_done_date: bool,
    /// Whether a task that is given up gets the day.
    pub sets_cancelled_date: bool,
    /// Whether the next occurrence gets the day on which it is made.
    pub sets_created_date: bool,
    /// Whether the next occurrence loses its scheduled date where it has another date.
    pub drops_scheduled_date: bool,
    /// Whether the next occurrence stands below the task that is done, and not above it.
    pub next_is_below: bool,
}

impl Default for Options {
    /// As the Tasks plugin is set at first.
    fn default() -> Self {
        Self {
            format: Format::default(),
            global_filter: String::new(),
            statuses: Statuses::default(),
            sets_done_date: true,
            sets_cancelled_date: true,
            sets_created_date: false,
            drops_scheduled_date: false,
            next_is_below: false,
        }
    }
}

/// A date field. `value` is `None` where the digits name no day of the calendar (`2025-02-30`).
pub type DateField<'a> = Field<'a, Option<Date>>;

/// One task line, read. All spans are bytes of the line it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task<'a> {
    /// The line as given.
    pub line: &'a str,
    /// How its fields were read.
    pub format: Format,
    /// White space and `>` before the list marker.
    pub indentation: &'a str,
    /// `-`, `*`, `+`, `12.` or `12)`.
    pub list_marker: &'a str,
    /// What the checkbox says.
    pub status: Status<'a>,
    /// The character between the brackets.
    pub status_span: Span,
    /// The text without its fields, followed by the tags that stood among them.
    pub description: Cow<'a, str>,
    /// The text before the first field that was read. Fields the plugin cannot see, because other text follows them,
    /// are part of it.
    pub description_span: Span,
    /// Everything after the checkbox but the block link, without white space around it.
    pub body_span: Span,
    /// Its symbol or word.
    pub priority: Option<Field<'a, Priority>>,
    /// `🛫`.
    pub start: Option<DateField<'a>>,
    /// `➕`.
    pub created: Option<DateField<'a>>,
    /// `⏳`.
    pub scheduled: Option<DateField<'a>>,
    /// `📅`.
    pub due: Option<DateField<'a>>,
    /// `✅`.
    pub done: Option<DateField<'a>>,
    /// `❌`.
    pub cancelled: Option<DateField<'a>>,
    /// `🔁`, as written; kept also where the plugin cannot read it, see [`Task::recurs`].
    pub recurrence: Option<Field<'a, ()>>,
    /// `🏁`. `value` is `None` for a word that is neither `delete` nor `keep`.
    pub on_completion: Option<Field<'a, Option<OnCompletion>>>,
    /// `🆔`.
    pub id: Option<Field<'a, ()>>,
    /// `⛔`, the ids in order.
    pub depends_on: Option<Field<'a, Vec<&'a str>>>,
    /// ` ^id`, with the space before it.
    pub block_link: Option<(&'a str, Span)>,
    /// Two or more spaces at the end of the line: a line break in Markdown. Else empty.
    pub hard_break: &'a str,
    /// The options it was read with.
    pub(super) options: &'a Options,
}

impl<'a> Task<'a> {
    /// The date field of that kind, if the line has one.
    pub fn date(&self, kind: DateKind) -> Option<&DateField<'a>> {
        match kind {
            DateKind::Start => self.start.as_ref(),
            DateKind::Created => self.created.as_ref(),
            DateKind::Scheduled => self.scheduled.as_ref(),
            DateKind::Due => self.due.as_ref(),
            DateKind::Done => self.done.as_ref(),
            DateKind::Cancelled => self.cancelled.as_ref(),
        }
    }

    /// The tags of the description, with `#`, without the one that equals the global filter.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        js::tags(&self.description).filter(|tag| *tag != self.options.global_filter)
    }

    /// The date that a rule counts from: due, else scheduled, else start. A scheduled date that the next occurrence loses
    /// comes last.
    pub(super) fn reference(&self) -> Option<&DateField<'a>> {
        let order = match self.options.drops_scheduled_date {
            true => [DateKind::Due, DateKind::Start, DateKind::Scheduled],
            false => [DateKind::Due, DateKind::Scheduled, DateKind::Start],
        };
        order.into_iter().find_map(|kind| self.date(kind))
    }

    /// Whether the Tasks plugin reads its recurrence as a rule. A date to count from that is no day makes a rule
    /// unreadable, unless the rule counts from the day on which the task is done.
    pub fn recurs(&self) -> bool {
        let Some(field) = &self.recurrence else { return false };
        let (rule, when_done) = split_when_done(field.text);
        is_rule(rule) && (when_done || self.reference().is_none_or(|date| date.value.is_some()))
    }
}
