//! Notes that ask for a review although nothing in them is open.

use crate::{Report, Rule};
use namesake_language::{say, translated};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::{Value, change_items, set_scalar};
use namesake_vault::facts::iso_day;
use namesake_vault::person::newest_line::newest_line;
use namesake_vault::person::review::{REVIEW_TAG, review_tag, unknown_fields};
use namesake_vault::vault::Vault;

/// The rule. It runs last, so that the report knows what else is still open.
pub const RULE: Rule = Rule {
    name: "needs-review",
    what: "Offers to drop the tag `needs-review` once nothing else in the note is open, and to set `reviewed` to the day of \
           the newest entry that was looked at. It names what the contact table still does not know.",
    why: "The tag is how a machine says “look at me”; a tag that stays for ever says nothing.",
    example: "`tags: [type/people, needs-review]` -> `tags: [type/people]`, `reviewed: 2025-10-31`",
    runs_last: true,
    template: &["- needs-review"],
    check,
    ..Rule::PERSON
};

const REVIEWED: &str = "reviewed";

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let Some((index, span)) = review_tag(note) else { return };
    if report.open() > 0 {
        return;
    }
    let message = say!("Nothing else is open in this note; does it still need the tag `{tag}`?", tag = REVIEW_TAG);
    let mut draft = Draft::new(Tier::Review, span, REVIEW_TAG, message);
    let unknown = unknown_fields(note);
    if !unknown.is_empty() {
        let fields: Vec<String> = unknown.into_iter().map(|field| translated(field).into()).collect();
        draft = draft.because(say!("Still unknown in the contact table: {fields}.", fields = fields.join(", ")));
    }
    let untagged = change_items(&note.text, &note.frontmatter, "tags", &[(index, None)]);
    // A later day stays, and so do words that are no day: somebody has written them.
    let known = note.frontmatter.get(REVIEWED);
    let is_older = |day: &str| match known.map(|entry| &entry.value) {
        None | Some(Value::Null) => true,
        Some(value) => value.text().and_then(iso_day).is_some_and(|known| known.as_str() < day),
    };
    let day = newest_line(note, vault).map(|newest| newest.day).filter(|day| is_older(day));
    if let (Some(day), Ok(untagged)) = (day, &untagged) {
        let dated = set_scalar(&note.text, &note.frontmatter, REVIEWED, &day);
        draft = draft.because(say!("The newest entry of the note is of {day}.", day));
        draft = draft.offer(dated.map(|dated| {
            let mut edits = [untagged.as_slice(), &dated].concat();
            edits.sort_by_key(|a| a.span);
            let title = say!("Drop the tag and set `{key}` to {day}", key = REVIEWED, day);
            Fix::in_note(title, &note.path, edits).of_property("tags").of_property(REVIEWED)
        }));
    }
    report.add(
        draft.offer(untagged.map(|edits| Fix::in_note(say!("Drop the tag"), &note.path, edits).of_property("tags"))),
    );
}
