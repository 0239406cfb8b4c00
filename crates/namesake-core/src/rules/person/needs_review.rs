//! Notes that ask to be looked at and have nothing left to look at.

use super::evidence::newest;
use super::readings::{FIELDS, Field, is_unknown};
use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::{Item, Value, change_items, set_scalar};
use crate::note::Note;
use crate::rules::{Report, Rule};
use crate::text::Span;
use crate::vault::{Vault, iso_day};

/// The rule. It runs last, so that the report knows what else is still open.
pub const RULE: Rule = Rule {
    name: "needs-review",
    group: "person",
    what: "Offers to drop the tag `needs-review` once nothing else in the note is open, and to set `reviewed` to the day of \
           the newest entry that was looked at. It names what the contact table still does not know.",
    why: "The tag is how a machine says “look at me”; a tag that stays for ever says nothing.",
    example: "`tags: [type/people, needs-review]` -> `tags: [type/people]`, `reviewed: 2025-10-31`",
    automatic: "",
    on: true,
    check,
};

/// The tag.
pub const TAG: &str = "needs-review";
const REVIEWED: &str = "reviewed";

/// Whether the note asks to be looked at.
pub fn asks_for_review(note: &Note) -> bool {
    tag(note).is_some()
}

/// The tag's number in the list, and its place.
fn tag(note: &Note) -> Option<(usize, Span)> {
    let entry = note.frontmatter.get("tags")?;
    let Value::List { items, .. } = &entry.value else { return None };
    let tagged = |item: &Item| item.value.text().is_some_and(|tag| tag.trim_start_matches('#') == TAG);
    items.iter().position(tagged).map(|at| (at, items[at].span))
}

/// The fields of the contact table of which nothing is known.
pub fn unknown_fields(note: &Note) -> Vec<&'static str> {
    let is_unknown = |field: &&Field| field.cells(note).iter().any(|cell| is_unknown(note.slice(*cell)));
    FIELDS.iter().filter(is_unknown).map(Field::name).collect()
}

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let Some((index, span)) = tag(note) else { return };
    if report.open() > 0 {
        return;
    }
    let message = format!("Nothing else is open in this note; does it still need the tag `{TAG}`?");
    let mut draft = Draft::new(Tier::Review, span, TAG, message);
    let unknown = unknown_fields(note);
    if !unknown.is_empty() {
        draft = draft.because(format!("Still unknown in the contact table: {}.", unknown.join(", ")));
    }
    let untagged = change_items(&note.text, &note.frontmatter, "tags", &[(index, None)]);
    // A day that somebody has set later stands, and so does whatever else they wrote there.
    let known = note.frontmatter.get(REVIEWED);
    let is_older = |day: &str| match known.map(|entry| &entry.value) {
        None | Some(Value::Null) => true,
        Some(value) => value.text().and_then(iso_day).is_some_and(|known| known.as_str() < day),
    };
    let day = newest(note, vault).map(|newest| newest.day).filter(|day| is_older(day));
    if let (Some(day), Ok(untagged)) = (day, &untagged) {
        let dated = set_scalar(&note.text, &note.frontmatter, REVIEWED, &day);
        draft = draft.because(format!("The newest entry of the note is of {day}."));
        draft = draft.offer(dated.map(|dated| {
            let mut edits = [untagged.as_slice(), &dated].concat();
            edits.sort_by_key(|a| a.span);
            let title = format!("Drop the tag and set `{REVIEWED}` to {day}");
            Fix::in_note(title, &note.path, edits).of_property("tags").of_property(REVIEWED)
        }));
    }
    report.add(draft.offer(untagged.map(|edits| Fix::in_note("Drop the tag", &note.path, edits).of_property("tags"))));
}
