//! Changes of a task line: each function gives the edits, in bytes of the line, that change one thing. Nothing is
//! reordered or normalised; where the line is so already there is no edit.

use jiff::civil::Date;

use super::field::{DateKind, FieldKind, Format, Priority};
use super::task::Task;
use super::{dataview, emoji, js};
use namesake_text::text::{Edit, Span};

/// Puts `symbol` into the checkbox. It must not be a line end.
pub fn set_status(task: &Task, symbol: char) -> Vec<Edit> {
    if task.status.symbol == symbol { Vec::new() } else { vec![Edit::replace(task.status_span, symbol)] }
}

/// Sets a date: over the one that counts where there is one, else as a new field, before a block link.
/// Years are 0000 to 9999. On a line of more fields than the Tasks plugin reads in its 21 passes a new field may hide
/// the leftmost.
pub fn set_date(task: &Task, kind: DateKind, date: Date) -> Vec<Edit> {
    match task.date(kind) {
        Some(field) if field.value == Some(date) => Vec::new(),
        Some(field) => vec![Edit::replace(field.span, date.to_string())],
        None => vec![new_field(task, FieldKind::Date(kind), &date.to_string())],
    }
}

/// Sets how much a task matters, as [`set_date`] sets a date.
pub fn set_priority(task: &Task, priority: Priority) -> Vec<Edit> {
    let value = priority.written(task.format);
    match &task.priority {
        Some(field) if field.value == priority => Vec::new(),
        Some(field) => vec![Edit::replace(field.span, value)],
        None => vec![new_field(task, FieldKind::Priority, value)],
    }
}

/// Sets the recurrence rule, as [`set_date`] sets a date. A rule is letters, digits, blanks, commas and `!`.
pub fn set_recurrence(task: &Task, rule: &str) -> Vec<Edit> {
    match &task.recurrence {
        Some(field) if field.text == rule => Vec::new(),
        // Without a blank a symbol and its rule would still be one field, but hard to read.
        Some(field) if field.span.is_empty() => vec![Edit::insert(field.span.start, format!(" {rule}"))],
        Some(field) => vec![Edit::replace(field.span, rule)],
        None => vec![new_field(task, FieldKind::Recurrence, rule)],
    }
}

/// Takes a field out, given its whole span, with the spaces before it. Of a repeated field the next one counts then.
pub fn clear(task: &Task, field: Span) -> Edit {
    let before = &task.line[task.body_span.start..field.start];
    let gap = before.len() - before.trim_end_matches(' ').len();
    Edit::delete(Span::new(field.start - gap, field.end))
}

/// Takes the text at `from` out, with the spaces before it, and puts `words` at byte `to`, which does not come after
/// it.
pub fn move_text(line: &str, from: Span, to: usize, words: &str) -> Vec<Edit> {
    let before = &line[to..from.start];
    let gap = Span::new(to + before.trim_end_matches(' ').len(), from.end);
    let follows = if gap.start == to { &line[from.end..] } else { &line[to..] };
    let is_first = line[..to].ends_with(js::is_space);
    let lead = if is_first || words.starts_with(['.', ',', ';', ':', '!', '?']) { "" } else { " " };
    let trail = if follows.is_empty() || follows.starts_with(js::is_space) { "" } else { " " };
    let text = [lead, words, trail].concat();
    match gap.start == to {
        true => vec![Edit::replace(gap, text)],
        false => vec![Edit::insert(to, text), Edit::delete(gap)],
    }
}

/// Replaces the text before the fields and the tags behind it, which stay where they are. `text` is one line that
/// neither starts nor ends in white space, and does not end in a field of its own.
pub fn set_description(task: &Task, text: &str) -> Vec<Edit> {
    let span = task.description_span;
    if span.of(task.line) == text {
        Vec::new()
    } else if !span.is_empty() {
        vec![Edit::replace(span, text)]
    } else if task.body_span.is_empty() {
        vec![Edit::insert(span.start, format!(" {text}"))]
    } else {
        vec![Edit::insert(span.start, format!("{text} "))]
    }
}

/// A field as the Tasks plugin writes it. A priority's value is its symbol or word in that format.
pub(super) fn written(format: Format, slot: FieldKind, value: &str) -> String {
    match format {
        Format::Emoji if slot == FieldKind::Priority => value.to_owned(),
        Format::Emoji => [emoji::symbol_of(slot), " ", value].concat(),
        Format::Dataview => ["[", dataview::key_of(slot), ":: ", value, "]"].concat(),
    }
}

/// A new field goes to the end, as the Tasks plugin puts it. Where a field is glued to a tag (`#tag⏫`), a field behind
/// them would have both read as one tag; it goes before all fields then.
fn new_field(task: &Task, slot: FieldKind, value: &str) -> Edit {
    let fields = Span::new(task.description_span.end, task.body_span.end);
    let is_glued = js::tags(fields.of(task.line)).any(|tag| js::tags(&task.description).all(|known| known != tag));
    let at = if is_glued { fields.start } else { fields.end };
    let text = written(task.format, slot, value);
    match task.format {
        _ if is_glued && task.description_span.is_empty() => Edit::insert(at, format!("{text} ")),
        Format::Emoji => Edit::insert(at, format!(" {text}")),
        // Two spaces: Obsidian hides every other bracketed field that stands closer.
        Format::Dataview => Edit::insert(at, format!("  {text}")),
    }
}

#[cfg(test)]
pub(crate) mod tests;
