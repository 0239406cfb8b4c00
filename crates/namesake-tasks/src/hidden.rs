//! Fields that the Tasks plugin does not see because other text follows them: it reads from the end of the line and
//! stops at the first word that is no field.

use super::field::Slot;
use super::recurrence::read_part;
use super::{Format, Task, dataview, emoji, js, line, trailing};
use namesake_text::text::Span;

/// Fields with text behind them, in bytes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// From the first field to the end of the last, with the tags between them.
    pub fields: Span,
    /// The text that hides them, without the white space around it. No field of the line follows in it.
    pub text: Span,
}

/// The rightmost fields of a task that text hides, and that would neither count instead of another nor be torn out of
/// brackets or markup. Fields inside `skip` are left out.
pub fn hidden(task: &Task, skip: impl Fn(Span) -> bool) -> Option<Hidden> {
    let at = task.description_span.start;
    let text = task.description_span.of(task.line);
    let fields = last_fields(text, task.format, |field| skip(field.shifted(at)))?;
    let tail = &text[fields.end..];
    let words = Span::new(text.len() - tail.trim_start_matches(js::is_space).len(), text.len());
    if line::block_link_at(tail).is_some() || !stands_alone(tail) {
        return None;
    }
    let seen = trailing::peel(task.body_span.of(task.line), task.format).pieces;
    let hidden = trailing::peel(&text[..fields.end], task.format).pieces;
    let repeats = |slot: Slot| slot != Slot::Tag && seen.iter().any(|piece| piece.slot == slot);
    let is_new = !hidden.iter().any(|piece| repeats(piece.slot));
    is_new.then(|| Hidden { fields: fields.shifted(at), text: words.shifted(at) })
}

/// The last fields of a text, with something behind them.
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
            let pieces = trailing::peel(head, format).pieces;
            let start = pieces.iter().rev().find(|piece| piece.slot != Slot::Tag).map(|piece| piece.whole.start)?;
            return Some(Span::new(start, end));
        }
    }
    None
}

/// Emoji fields begin with such a sign, fields in brackets end with one.
fn may_be_field(c: char, format: Format) -> bool {
    match format {
        Format::Emoji => emoji::slot_of(c).is_some(),
        Format::Dataview => matches!(c, ']' | ')'),
    }
}

/// Where the value of the field ends whose symbol stands at byte `at`: read forwards, a value is as long as it can be.
fn emoji_end(text: &str, at: usize) -> Option<usize> {
    let symbol = text[at..].chars().next()?;
    let after = at + symbol.len_utf8();
    let value = text[after..].strip_prefix('\u{FE0F}').unwrap_or(&text[after..]);
    let start = text.len() - value.len();
    let slot = emoji::slot_of(symbol)?;
    if slot == Slot::Priority {
        return Some(start);
    }
    let value = value.trim_start_matches(' ');
    let start = text.len() - value.len();
    let run = |part: fn(u8) -> bool| value.bytes().position(|b| !part(b)).unwrap_or(value.len());
    let length = match slot {
        Slot::Date(_) => "dddd-dd-dd".len(),
        Slot::Recurrence => {
            let words = &value[..run(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b',' | b'!'))];
            read_part(words)?.len()
        }
        Slot::Id | Slot::DependsOn => run(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b',')),
        Slot::OnCompletion => run(|b| b.is_ascii_alphabetic()),
        Slot::Priority | Slot::Tag => return None,
    };
    text.get(start..start + length).map(|_| start + length)
}

/// Whether the text behind fields can be put elsewhere: it is no part of a word or of what was opened before it.
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
