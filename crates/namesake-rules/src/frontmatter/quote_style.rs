//! Quotes around plain words.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::frontmatter::{Declared, unquote};
use namesake_text::text::Span;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "quote-style",
    what: "Takes the quotes off texts in properties that are the same without them.",
    why: "Obsidian itself writes quotes only where they are needed; notes that agree with it do not change when it saves.",
    example: "`title: \"Weekly catch-up\"` -> `title: Weekly catch-up`",
    automatic: "Always. Quotes stay around what could be taken for a number, a date or a yes or no, around links and \
                templates, and wherever YAML needs them.",
    on: false,
    worth: 1,
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, _: &Vault, report: &mut Report) {
    for entry in note.frontmatter.single() {
        let edits = unquote(&note.text, &note.frontmatter, entry);
        let (Some(first), Some(last)) = (edits.first(), edits.last()) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        let message = say!("`{key}` needs no quotes: `{value}`.", key = entry.key, value = note.slice(first.span));
        let title = say!("Write `{key}` without quotes", key = entry.key);
        let fix = Fix::in_note(title, &note.path, edits).declaring(Declared::Spelling(entry.key.clone()));
        report.add(Draft::new(Tier::Auto, span, &*entry.key, message).fix(fix));
    }
}
