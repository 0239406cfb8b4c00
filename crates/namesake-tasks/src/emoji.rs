//! Fields as emoji: a symbol, at most one variation selector 16, spaces, a value.

use super::field::{DateKind, FieldKind, Piece, VALUE, without_spaces};
use super::js;
use namesake_text::text::Span;

/// The field that ends the text. The text must not end in white space.
pub(super) fn field_at_end(text: &str) -> Option<Piece> {
    let head = js::head(text, &VALUE);
    let tail = &text[head.len()..];
    let bare = head.strip_suffix('\u{FE0F}').unwrap_or(head);
    let symbol = bare.chars().next_back()?;
    let start = bare.len() - symbol.len_utf8();
    let slot = slot_of(symbol)?;
    let (value, accepted) = match slot {
        FieldKind::Priority => (Span::new(start, bare.len()), tail.is_empty()),
        _ => (without_spaces(tail, head.len()), slot.accepts(tail)),
    };
    accepted.then_some(Piece { slot, value, whole: Span::new(start, text.len()) })
}

/// Whether a field of a task begins with this symbol.
pub fn begins_field(symbol: char) -> bool {
    slot_of(symbol).is_some()
}

pub(super) fn slot_of(symbol: char) -> Option<FieldKind> {
    Some(match symbol {
        '🔺' | '⏫' | '🔼' | '🔽' | '⏬' => FieldKind::Priority,
        '✅' => FieldKind::Date(DateKind::Done),
        '❌' => FieldKind::Date(DateKind::Cancelled),
        '📅' | '📆' | '🗓' => FieldKind::Date(DateKind::Due),
        '⏳' | '⌛' => FieldKind::Date(DateKind::Scheduled),
        '🛫' => FieldKind::Date(DateKind::Start),
        '➕' => FieldKind::Date(DateKind::Created),
        '🔁' => FieldKind::Recurrence,
        '🏁' => FieldKind::OnCompletion,
        '🆔' => FieldKind::Id,
        '⛔' => FieldKind::DependsOn,
        _ => return None,
    })
}

/// The symbol the Tasks plugin writes for a field that has one; a priority is a symbol itself.
pub(super) fn symbol_of(slot: FieldKind) -> &'static str {
    match slot {
        FieldKind::Date(DateKind::Done) => "✅",
        FieldKind::Date(DateKind::Cancelled) => "❌",
        FieldKind::Date(DateKind::Due) => "📅",
        FieldKind::Date(DateKind::Scheduled) => "⏳",
        FieldKind::Date(DateKind::Start) => "🛫",
        FieldKind::Date(DateKind::Created) => "➕",
        FieldKind::Recurrence => "🔁",
        FieldKind::OnCompletion => "🏁",
        FieldKind::Id => "🆔",
        FieldKind::DependsOn => "⛔",
        FieldKind::Priority | FieldKind::Tag => "",
    }
}
