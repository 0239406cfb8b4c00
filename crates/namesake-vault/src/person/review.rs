//! Whether a note asks to be looked at, and what its contact table does not know.

use super::contact_fields::{ContactField, FIELDS, is_unknown};
use crate::note::Note;
use namesake_text::frontmatter::{Item, Value};
use namesake_text::text::Span;

/// The tag by which a note asks to be looked at.
pub const REVIEW_TAG: &str = "needs-review";

/// Whether the note asks to be looked at.
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

/// The fields of the contact table of which nothing is known.
pub fn unknown_fields(note: &Note) -> Vec<&'static str> {
    let is_unknown = |field: &&ContactField| field.cells(note).iter().any(|cell| is_unknown(note.slice(*cell)));
    FIELDS.iter().filter(is_unknown).map(ContactField::name).collect()
}
