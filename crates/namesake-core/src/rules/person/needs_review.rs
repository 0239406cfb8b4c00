//! Notes that ask to be looked at and have nothing left to look at.

use crate::finding::{Draft, Fix, Tier};
use crate::frontmatter::{Value, change_items};
use crate::note::Note;
use crate::rules::{Report, Rule};
use crate::vault::Vault;

/// The rule. It runs last, so that the report knows what else is still open.
pub const RULE: Rule = Rule {
    name: "needs-review",
    group: "person",
    what: "Offers to drop the tag `needs-review` once nothing else in the note is open.",
    why: "The tag is how a machine says “look at me”; a tag that stays for ever says nothing.",
    example: "`tags: [type/people, needs-review]` -> `tags: [type/people]`",
    automatic: "",
    on: true,
    check,
};

const TAG: &str = "needs-review";

fn check(note: &Note, _: &Vault, report: &mut Report) {
    let Some(entry) = note.frontmatter.get("tags") else { return };
    let Value::List { items, .. } = &entry.value else { return };
    let tagged =
        |item: &crate::frontmatter::Item| item.value.text().is_some_and(|tag| tag.trim_start_matches('#') == TAG);
    let Some(index) = items.iter().position(tagged) else { return };
    if report.open() > 0 {
        return;
    }
    let message = format!("Nothing else is open in this note; does it still need the tag `{TAG}`?");
    let draft = Draft::new(Tier::Review, items[index].span, TAG, message);
    let edits = change_items(&note.text, &note.frontmatter, "tags", &[(index, None)]);
    report.add(draft.offer(edits.map(|edits| Fix::in_note("Drop the tag", &note.path, edits).of_property("tags"))));
}
