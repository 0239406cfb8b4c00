//! Fields as emoji: a symbol, at most one variation selector 16, spaces, a value.

use super::field::{DateKind, Piece, Slot, VALUE, without_spaces};
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
        Slot::Priority => (Span::new(start, bare.len()), tail.is_empty()),
        _ => (without_spaces(tail, head.len()), slot.accepts(tail)),
    };
    accepted.then_some(Piece { slot, value, whole: Span::new(start, text.len()) })
}

pub(super) fn slot_of(symbol: char) -> Option<Slot> {
    Some(match symbol {
        '🔺' | '⏫' | '🔼' | '🔽' | '⏬' => Slot::Priority,
        '✅' => Slot::Date(DateKind::Done),
        '❌' => Slot::Date(DateKind::Cancelled),
        '📅' | '📆' | '🗓' => Slot::Date(DateKind::Due),
        '⏳' | '⌛' => Slot::Date(DateKind::Scheduled),
        '🛫' => Slot::Date(DateKind::Start),
        '➕' => Slot::Date(DateKind::Created),
        '🔁' => Slot::Recurrence,
        '🏁' => Slot::OnCompletion,
        '🆔' => Slot::Id,
        '⛔' => Slot::DependsOn,
        _ => return None,
    })
}

/// The symbol the Tasks plugin writes for a field that has one; a priority is a symbol itself.
pub(super) fn symbol_of(slot: Slot) -> &'static str {
    match slot {
        Slot::Date(DateKind::Done) => "✅",
        Slot::Date(DateKind::Cancelled) => "❌",
        Slot::Date(DateKind::Due) => "📅",
        Slot::Date(DateKind::Scheduled) => "⏳",
        Slot::Date(DateKind::Start) => "🛫",
        Slot::Date(DateKind::Created) => "➕",
        Slot::Recurrence => "🔁",
        Slot::OnCompletion => "🏁",
        Slot::Id => "🆔",
        Slot::DependsOn => "⛔",
        Slot::Priority | Slot::Tag => "",
    }
}
