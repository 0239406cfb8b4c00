//! Whether a person note asks for review, and which fields of its contact table are unknown.

use super::contact_fields::{ContactField, FIELDS, is_unknown};
use namesake_note::note::Note;
use namesake_text::frontmatter::{Item, Value};
use namesake_text::text::Span;

/// The tag by which a note asks for review.
pub const REVIEW_TAG: &str = "needs-review";

/// Whether the note carries the tag.
pub fn asks_for_review(note: &Note) -> bool {
    review_tag(note).is_some()
}

/// The tag's number in the list, and its place.
pub fn review_tag(note: &Note) -> Option<(usize, Span)> {
    let entry = note.frontmatter.get("tags")?;
    let Value::List { items, .. } = &entry.value else { return None };
    let tagged = |item: &Item| item.value.text().is_some_and(|tag| tag.trim_start_matches('#') == REVIEW_TAG);
    items.iter().position(tagged).map(|at| (at, items[at].span))
}

/// The names of the contact table's fields that are unknown.
pub fn unknown_fields(note: &Note) -> Vec<&'static str> {
    let is_unknown = |field: &&ContactField| field.cells(note).iter().any(|cell| is_unknown(note.slice(*cell)));
    FIELDS.iter().filter(is_unknown).map(ContactField::name).collect()
}

/// Whether the note says that a program made it.
pub fn is_made_by_machine(note: &Note) -> bool {
    note.frontmatter.text("auto_created").is_some_and(|made| made.trim().eq_ignore_ascii_case("true"))
}
