//! Fields as Dataview's inline fields: `[key:: value]` or `(key:: value)`, a comma after them allowed.

use super::field::{DateKind, FieldKind, Piece, without_spaces};
use super::js::{self, Bytes};
use namesake_text::text::Span;

/// The field that ends the text. The text must not end in white space.
pub(super) fn field_at_end(text: &str) -> Option<Piece> {
    let closed = text.strip_suffix(',').map_or(text, |text| text.trim_end_matches(' '));
    let (inner, open) = match closed.strip_suffix(']') {
        Some(inner) => (inner, '['),
        None => (closed.strip_suffix(')')?, '('),
    };
    let head = js::head(inner, &CONTENT);
    let start = head.strip_suffix(open)?.len();
    let content = inner[head.len()..].trim_start_matches(' ');
    // No key has a colon, so the first one ends it.
    let (key, value) = content.split_at(content.bytes().position(|b| b == b':')?);
    let value = value.strip_prefix("::")?;
    let slot = slot_of(key)?;
    let value_at = inner.len() - value.len();
    let whole = Span::new(start, text.len());
    slot.accepts(value).then_some(Piece { slot, value: without_spaces(value, value_at), whole })
}

/// A key, its colons and a value.
static CONTENT: Bytes = Bytes::words_and(b" ,!-_:");

const KEYS: [(&str, FieldKind); 11] = [
    ("priority", FieldKind::Priority),
    ("completion", FieldKind::Date(DateKind::Done)),
    ("cancelled", FieldKind::Date(DateKind::Cancelled)),
    ("due", FieldKind::Date(DateKind::Due)),
    ("scheduled", FieldKind::Date(DateKind::Scheduled)),
    ("start", FieldKind::Date(DateKind::Start)),
    ("created", FieldKind::Date(DateKind::Created)),
    ("repeat", FieldKind::Recurrence),
    ("onCompletion", FieldKind::OnCompletion),
    ("id", FieldKind::Id),
    ("dependsOn", FieldKind::DependsOn),
];

fn slot_of(key: &str) -> Option<FieldKind> {
    KEYS.iter().find(|(known, _)| *known == key).map(|(_, slot)| *slot)
}

/// The key the Tasks plugin writes for a field.
pub(super) fn key_of(slot: FieldKind) -> &'static str {
    KEYS.iter().find(|(_, known)| *known == slot).map_or("", |(key, _)| key)
}
