//! Reading one line as a task: its outer parts, then the fields at its end.

use std::borrow::Cow;

use namesake_text::text::Span;
use namesake_text::text::dates::iso_date;

use super::field::{DateKind, FieldKind, OnCompletion, Piece, Priority, ids};
use super::status::StatusKind;
use super::tail::Tail;
use super::task::{Options, Task};
use super::{line, tail};

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
    let tail = tail::split(body, options.format);
    let description = description(body, &tail);
    let mut task = Task {
        line,
        format: options.format,
        indentation: parts.indentation.of(line),
        list_marker: parts.marker.of(line),
        status,
        status_span: checkbox.status,
        description,
        description_span: Span::new(0, tail.rest).shifted(parts.body.start),
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
        options,
    };
    // From the right to the left: of a repeated field the leftmost stands last and wins.
    for piece in &tail.pieces {
        task.store(&piece.shifted(parts.body.start));
    }
    Some(task)
}

/// Whether a line is a list item with a checkbox.
pub fn has_checkbox(line: &str) -> bool {
    line::checkbox(line).is_some()
}

/// Without fields and tags behind it, and nothing copied where there are none.
fn description<'a>(body: &'a str, tail: &Tail) -> Cow<'a, str> {
    let mut description = Cow::Borrowed(&body[..tail.rest]);
    for tag in tail.pieces.iter().rev().filter(|piece| piece.slot == FieldKind::Tag) {
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

impl Task<'_> {
    fn store(&mut self, piece: &Piece) {
        let text = piece.value.of(self.line);
        match piece.slot {
            FieldKind::Priority => self.priority = Priority::read(text).map(|value| piece.field(text, value)),
            FieldKind::Date(DateKind::Start) => self.start = Some(piece.field(text, iso_date(text))),
            FieldKind::Date(DateKind::Created) => self.created = Some(piece.field(text, iso_date(text))),
            FieldKind::Date(DateKind::Scheduled) => self.scheduled = Some(piece.field(text, iso_date(text))),
            FieldKind::Date(DateKind::Due) => self.due = Some(piece.field(text, iso_date(text))),
            FieldKind::Date(DateKind::Done) => self.done = Some(piece.field(text, iso_date(text))),
            FieldKind::Date(DateKind::Cancelled) => self.cancelled = Some(piece.field(text, iso_date(text))),
            FieldKind::Recurrence => self.recurrence = Some(piece.field(text, ())),
            FieldKind::OnCompletion => self.on_completion = Some(piece.field(text, OnCompletion::read(text))),
            FieldKind::Tag => {}
            FieldKind::Id => self.id = Some(piece.field(text, ())),
            FieldKind::DependsOn => self.depends_on = Some(piece.field(text, ids(text).collect())),
        }
    }
}
