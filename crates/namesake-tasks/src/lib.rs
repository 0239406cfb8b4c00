//! Task lines: the grammar of the Tasks plugin in its emoji and Dataview forms, read with a span for every field, so
//! that one field can be written without touching another byte. Which lines of a note are list items, and whom an
//! owner's name means, is left to others.
//!
//! The grammar is that of obsidian-tasks 8.3.0, scanned by hand: linear in the line's length where the plugin's own
//! expressions are quadratic (Dataview brackets) or exponential (`⛔ a , a , a .`).
//!
//! A crate of its own because of how it is compiled: a vault has tens of thousands of these lines, so inside Obsidian
//! they are read by code made for speed alone.
#![forbid(unsafe_code)]

mod answer;
mod complete;
mod convert;
mod dataview;
mod emoji;
mod field;
mod hidden;
mod js;
mod line;
pub mod lines;
mod next;
pub mod owners;
pub mod prose;
mod recurrence;
mod status;
mod trailing;
mod until;
pub mod when;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use answer::{Answer, TaskAnswer, answer, priority_name};
pub use complete::{ClickError, Clicked, click};
pub use convert::{Mixed, convert};
pub use field::{DateKind, Field, OnCompletion, Priority};
pub use hidden::{Hidden, hidden};
pub use jiff::civil::Date;
pub use recurrence::{is_rule, read_part};
pub use status::{Status, StatusKind, StatusRow, Statuses};

use field::{Piece, Slot, ids};
use namesake_text::text::Span;
use namesake_text::text::dates::iso_date;
use recurrence::split_when_done;
use trailing::Peeled;

/// How fields are written. One setting for a whole vault; the other format's fields are then plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub enum Format {
    /// `📅 2025-11-15`.
    #[default]
    Emoji,
    /// `[due:: 2025-11-15]`.
    Dataview,
}

/// What the Tasks plugin's settings say about reading a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// How fields are written.
    pub format: Format,
    /// A text every task must contain, compared as it stands. Empty: every checkbox is a task.
    pub global_filter: String,
    /// What the character in the checkbox means.
    pub statuses: Statuses,
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
    /// The text that every task must contain: as a tag it says nothing.
    global_filter: &'a str,
}

/// Reads one line. `None` where it is no task: no checkbox list item, or without the global filter.
pub fn parse<'a>(line: &'a str, options: &'a Options) -> Option<Task<'a>> {
    parse_if(line, options, |_| true)
}

/// Reads one line as [`parse`] does if `takes` wants a task of that status: most lines that nobody asks for need no
/// closer look.
pub fn parse_if<'a>(line: &'a str, options: &'a Options, takes: impl FnOnce(StatusKind) -> bool) -> Option<Task<'a>> {
    let checkbox = line::checkbox(line)?;
    let status = options.statuses.of(checkbox.status_char);
    if !takes(status.kind) {
        return None;
    }
    let parts = line::split_behind(line, &checkbox);
    let body = parts.body.of(line);
    // Usually there is no such filter, and looking for nothing takes its time too.
    if !options.global_filter.is_empty() && !body.contains(&options.global_filter) {
        return None;
    }
    let peeled = trailing::peel(body, options.format);
    let description = description(body, &peeled);
    let mut task = Task {
        line,
        format: options.format,
        indentation: parts.indentation.of(line),
        list_marker: parts.marker.of(line),
        status,
        status_span: checkbox.status,
        description,
        description_span: Span::new(0, peeled.rest).shifted(parts.body.start),
        body_span: parts.body,
        priority: None,
        start: None,
        created: None,
        scheduled: None,
        due: None,
        done: None,
        cancelled: None,
        recurrence: None,
        on_completion: None,
        id: None,
        depends_on: None,
        block_link: parts.block_link.map(|span| (span.of(line), span)),
        hard_break: parts.hard_break.of(line),
        global_filter: &options.global_filter,
    };
    // From the right to the left: of a repeated field the leftmost stands last and wins.
    for piece in &peeled.pieces {
        task.store(&piece.shifted(parts.body.start));
    }
    Some(task)
}

/// Whether a line is a list item with a checkbox.
pub fn has_checkbox(line: &str) -> bool {
    line::checkbox(line).is_some()
}

/// Without fields and tags behind it, and nothing copied where there are none.
fn description<'a>(body: &'a str, peeled: &Peeled) -> Cow<'a, str> {
    let mut description = Cow::Borrowed(&body[..peeled.rest]);
    for tag in peeled.pieces.iter().rev().filter(|piece| piece.slot == Slot::Tag) {
        let tag = tag.value.of(body);
        if description.is_empty() {
            description = Cow::Borrowed(tag);
        } else {
            let description = description.to_mut();
            description.push(' ');
            description.push_str(tag);
        }
    }
    description
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
        js::tags(&self.description).filter(|tag| *tag != self.global_filter)
    }

    /// Whether the Tasks plugin reads its recurrence as a rule. A rule starts from the due date, else the scheduled, else
    /// the start; one that is no day makes it unreadable, unless it counts from the day on which the task is done.
    pub fn recurs(&self) -> bool {
        let Some(field) = &self.recurrence else { return false };
        let (rule, when_done) = split_when_done(field.text);
        let reference = [&self.due, &self.scheduled, &self.start].into_iter().flatten().next();
        is_rule(rule) && (when_done || reference.is_none_or(|date| date.value.is_some()))
    }

    /// The owners written in the text, their spans in bytes of the line.
    pub fn owners(&self) -> Vec<owners::Owner<'a>> {
        let text = self.description_span.of(self.line);
        owners::find(text).into_iter().map(|owner| owner.shifted(self.description_span.start)).collect()
    }

    /// Those of its `owners` that stand behind fields of the line and hide these from the Tasks plugin, and where they
    /// would not.
    pub fn owners_behind(&self, owners: &[owners::Owner]) -> Option<owners::Behind> {
        owners::Behind::find(self, owners)
    }

    fn store(&mut self, piece: &Piece) {
        let text = piece.value.of(self.line);
        match piece.slot {
            Slot::Priority => self.priority = Priority::read(text).map(|value| piece.field(text, value)),
            Slot::Date(DateKind::Start) => self.start = Some(piece.field(text, iso_date(text))),
            Slot::Date(DateKind::Created) => self.created = Some(piece.field(text, iso_date(text))),
            Slot::Date(DateKind::Scheduled) => self.scheduled = Some(piece.field(text, iso_date(text))),
            Slot::Date(DateKind::Due) => self.due = Some(piece.field(text, iso_date(text))),
            Slot::Date(DateKind::Done) => self.done = Some(piece.field(text, iso_date(text))),
            Slot::Date(DateKind::Cancelled) => self.cancelled = Some(piece.field(text, iso_date(text))),
            Slot::Recurrence => self.recurrence = Some(piece.field(text, ())),
            Slot::OnCompletion => self.on_completion = Some(piece.field(text, OnCompletion::read(text))),
            Slot::Tag => {}
            Slot::Id => self.id = Some(piece.field(text, ())),
            Slot::DependsOn => self.depends_on = Some(piece.field(text, ids(text).collect())),
        }
    }
}

#[cfg(test)]
mod tests;
