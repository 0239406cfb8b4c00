//! Fields that the Tasks plugin does not see because other text follows them: it reads from the end of the line and
//! stops at the first word that is no field.

use super::field::{FieldKind, Format};
use super::recurrence::read_part;
use super::task::Task;
use super::{dataview, emoji, js, line, tail};
use namesake_text::text::Span;

/// Fields with text behind them, in bytes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenFields {
    /// From the first field to the end of the last, with the tags between them.
    pub fields: Span,
    /// The text that hides them, without the white space around it. No field of the line follows in it.
    pub text: Span,
}

/// The rightmost fields of a task that text hides. There are none where a hidden field would count instead of another,
/// or where moving it would tear brackets or markup. Fields for which `skip` holds are left out.
pub fn hidden_fields(task: &Task, skip: impl Fn(Span) -> bool) -> Option<HiddenFields> {
    let at = task.description_span.start;
    let text = task.description_span.of(task.line);
    let fields = last_fields(text, task.format, |field| skip(field.shifted(at)))?;
    let tail = &text[fields.end..];
    let words = Span::new(text.len() - tail.trim_start_matches(js::is_space).len(), text.len());
    if line::block_link_at(tail).is_some() || !stands_alone(tail) {
        return None;
    }
    let seen = tail::split(task.body_span.of(task.line), task.format).pieces;
    let hidden = tail::split(&text[..fields.end], task.format).pieces;
    let repeats = |slot: FieldKind| slot != FieldKind::Tag && seen.iter().any(|piece| piece.slot == slot);
    let is_new = !hidden.iter().any(|piece| repeats(piece.slot));
    is_new.then(|| HiddenFields { fields: fields.shifted(at), text: words.shifted(at) })
}

/// The last fields of a text that other text follows.
fn last_fields(text: &str, format: Format, skip: impl Fn(Span) -> bool) -> Option<Span> {
    let mut before = text.len();
    while let Some(at) = text[..before].rfind(|c| may_be_field(c, format)) {
        before = at;
        let end = match format {
            Format::Emoji => emoji_end(text, at),
            Format::Dataview => Some(at + 1),
        };
        let Some(end) = end.filter(|end| *end < text.len()) else { continue };
        let head = &text[..end];
        let found = match format {
            Format::Emoji => emoji::field_at_end(head).filter(|piece| piece.whole.start == at),
            Format::Dataview => dataview::field_at_end(head),
        };
        if found.is_some_and(|piece| !skip(piece.whole)) {
            let pieces = tail::split(head, format).pieces;
            let start =
                pieces.iter().rev().find(|piece| piece.slot != FieldKind::Tag).map(|piece| piece.whole.start)?;
            return Some(Span::new(start, end));
        }
    }
    None
}

/// Whether an emoji field begins with `c`, or a bracketed one ends with it.
fn may_be_field(c: char, format: Format) -> bool {
    match format {
        Format::Emoji => emoji::slot_of(c).is_some(),
        Format::Dataview => matches!(c, ']' | ')'),
    }
}

/// Where the field ends whose symbol stands at byte `at`. Its value is taken as long as it can be.
fn emoji_end(text: &str, at: usize) -> Option<usize> {
    let symbol = text[at..].chars().next()?;
    let after = at + symbol.len_utf8();
    let value = text[after..].strip_prefix('\u{FE0F}').unwrap_or(&text[after..]);
    let start = text.len() - value.len();
    let slot = emoji::slot_of(symbol)?;
    if slot == FieldKind::Priority {
        return Some(start);
    }
    let value = value.trim_start_matches(' ');
    let start = text.len() - value.len();
    let run = |part: fn(u8) -> bool| value.bytes().position(|b| !part(b)).unwrap_or(value.len());
    let length = match slot {
        FieldKind::Date(_) => "dddd-dd-dd".len(),
        FieldKind::Recurrence => {
            let words = &value[..run(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b'!'))];
            read_part(words)?.len()
        }
        FieldKind::Id | FieldKind::DependsOn => run(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b',')),
        FieldKind::OnCompletion => run(|b| b.is_ascii_alphabetic()),
        FieldKind::Priority | FieldKind::Tag => return None,
    };
    text.get(start..start + length).map(|_| start + length)
}

/// Whether the text after fields can be moved: it is no part of a word, and of no brackets or markup that open before
/// it.
fn stands_alone(tail: &str) -> bool {
    let starts = tail
        .starts_with(|c| js::is_space(c) || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\u{200B}'..='\u{200F}'));
    let mut open = Vec::new();
    let is_paired = tail.chars().all(|c| match c {
        '(' => {
            open.push(')');
            true
        }
        '[' => {
            open.push(']');
            true
        }
        ')' | ']' => open.pop() == Some(c),
        _ => true,
    });
    let even = |sign: char| tail.matches(sign).count().is_multiple_of(2);
    starts && is_paired && open.is_empty() && ['*', '_', '`', '~', '%', '$', '='].into_iter().all(even)
}
