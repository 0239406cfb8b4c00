//! Headings without a blank line above them.

use crate::{Report, Rule};
use namesake_text::text::{Edit, Span};
use namesake_vault::finding::{Draft, Fix, Tier};
use namesake_vault::note::{Kind, Note, line_at};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "heading-spacing",
    what: "Puts a blank line before a heading of a person note that follows text without one.",
    why: "Sections that grew by appending end up glued together, and some readers then see no heading at all.",
    example: "`- a fact` / `## Topics` -> `- a fact` / (blank) / `## Topics`",
    automatic: "Always: a blank line before a heading changes nothing that a reader sees.",
    worth: 1,
    check,
    ..Rule::PERSON
};

fn check(note: &Note, _: &Vault, report: &mut Report) {
    if note.kind != Kind::Person {
        return;
    }
    let body = note.frontmatter.fence.body();
    let follows_a_line = |at: usize| at > body && note.text[..at].ends_with('\n');
    for section in note.body().sections.iter().filter(|section| follows_a_line(section.heading.start)) {
        let before = line_at(&note.text, section.heading.start - 1);
        // The text above a heading underlined with `===` may be part of it, so a blank line could cut the heading in two.
        if note.slice(before).trim().is_empty() || !note.slice(section.heading).starts_with('#') {
            continue;
        }
        let subject = format!("{} under {}", section.title, note.slice(before).trim());
        let message = format!("The heading “{}” follows text without a blank line.", section.title);
        let edit = Edit::insert(section.heading.start, note.line_ending());
        let place = Span::new(before.end, section.heading.end);
        let fix = Fix::in_note("Put a blank line before it", &note.path, vec![edit]);
        report.add(Draft::new(Tier::Auto, place, subject, message).fix(fix));
    }
}
