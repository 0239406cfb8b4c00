//! Headings without a blank line above them.

use crate::{Habitual, Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Layout, Note, glued_headings};
use namesake_text::text::{Edit, Span};
use namesake_vault::teaching::sections::is_of_template;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "heading-spacing",
    what: "Puts a blank line before a heading of a person note that follows text without one. It looks only at notes with a \
           section of the person template, which programs append to: others are laid out as somebody wants.",
    why: "Sections that grew by appending end up glued together, and some readers then see no heading at all.",
    example: "`- a fact` / `## Topics` -> `- a fact` / (blank) / `## Topics`",
    automatic: "Always: a blank line before a heading changes nothing that a reader sees.",
    worth: 1,
    habit: Some(Habitual::Layout(Layout::GluedHeadings)),
    check,
    ..Rule::PERSON
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    if note.kind != Kind::Person || !is_of_template(note, &vault.config().settings.headings) {
        return;
    }
    for (section, above) in glued_headings(note) {
        let subject = format!("{} under {}", section.title, note.slice(above).trim());
        let message = say!("The heading “{title}” follows text without a blank line.", title = section.title);
        let edit = Edit::insert(section.heading.start, note.line_ending());
        let place = Span::new(above.end, section.heading.end);
        let fix = Fix::in_note(say!("Put a blank line before it"), &note.path, vec![edit]);
        report.add(Draft::new(Tier::Auto, place, subject, message).fix(fix));
    }
}
