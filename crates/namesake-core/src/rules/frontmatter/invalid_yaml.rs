//! Properties that cannot be read.

use crate::finding::{Draft, Tier};
use crate::note::{Note, line_at};
use crate::rules::{Report, Rule};
use crate::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "invalid-yaml",
    group: "frontmatter",
    what: "Reports properties that are not valid YAML, with line and column, and leaves the whole note as it is.",
    why: "Obsidian shows such a block as plain text, and an edit made on a guess could lose what it says.",
    example: "`title: a: b` -> reported: line 2, column 9",
    automatic: "",
    on: true,
    check,
};

fn check(note: &Note, _: &Vault, report: &mut Report) {
    let Some(error) = &note.frontmatter.error else { return };
    let line = line_at(&note.text, error.offset.min(note.text.len()));
    let message = format!("The properties cannot be read ({error}), so nothing in this note is touched.");
    report.add(Draft::new(Tier::Review, line, note.slice(line).trim(), message));
}
