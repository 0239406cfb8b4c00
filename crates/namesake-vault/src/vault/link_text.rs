//! What links are written like: targets, and the file names that they are looked up by.

use std::collections::BTreeSet;

use crate::facts::Meeting;
use namesake_note::note::{Kind, Note};
use namesake_note::recognition::{NameShape, name_shape};
use namesake_text::links::{decoded, sole_target};

/// Properties of a meeting that name what it was about.
const STATED: [&str; 6] = ["customer", "customers", "company", "companies", "project", "projects"];

/// A link's target in the shape that paths are compared with.
pub(super) fn lower_target(target: &str) -> String {
    let target = decoded(target);
    let target = target.trim().trim_start_matches('/');
    target.strip_suffix(".md").unwrap_or(target).to_lowercase()
}

/// The targets of a note's links: in its body, and for a meeting those in the properties that name what it was about.
pub(super) fn targets(note: &Note) -> impl Iterator<Item = &str> {
    note.body().links.iter().map(|link| note.slice(link.target)).chain(stated_targets(note))
}

/// The targets of links in the properties that name what a meeting was about; none if the note is no meeting.
pub fn stated_targets(note: &Note) -> impl Iterator<Item = &str> {
    let keys = if note.kind == Kind::Meeting { STATED.as_slice() } else { &[] };
    let values = keys.iter().flat_map(|key| note.frontmatter.list(key));
    values.filter_map(|value| sole_target(value.trim()))
}

/// The file names, in lower case, that a meeting's list of participants has: of its links, and the full names without one.
pub(super) fn listed_stems(meeting: &Meeting) -> BTreeSet<String> {
    let stem = |name: &String| match sole_target(name.trim()) {
        Some(target) => Some(link_stem(target)),
        None => (name_shape(name) >= NameShape::Several).then(|| name.trim().to_lowercase()),
    };
    meeting.participants.iter().filter_map(stem).collect()
}

/// The lower-case file name that a link's target names, without an ellipsis where it was cut off.
pub fn link_stem(target: &str) -> String {
    stem_of(&decoded(target)).to_lowercase()
}

/// The file name that a target names, without an ellipsis where it was cut off.
pub(super) fn stem_of(target: &str) -> &str {
    let target = target.trim().rsplit('/').next().unwrap_or_default();
    let target = target.strip_suffix(".md").unwrap_or(target);
    target.trim_end_matches("...").trim_end_matches('…').trim_end()
}
