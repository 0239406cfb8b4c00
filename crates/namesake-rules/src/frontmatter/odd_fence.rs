//! Properties that Obsidian does not recognise, because the lines around them are wrong.

use crate::{Report, Rule};
use namesake_text::frontmatter::Declared;
use namesake_text::repair::head::{Closing, HeadFault, head_fault};
use namesake_text::text::{Edit, Span};
use namesake_vault::finding::{Draft, Fix, Tier};
use namesake_vault::note::{Note, line_at};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "odd-fence",
    what: "Finds properties at the head of a note that Obsidian takes for text: the closing `---` is missing, blanks \
           stand before the first one, or they are TOML or JSON.",
    why: "Such properties are looked for in vain, and whatever adds one writes a second block above them.",
    example: "`---`, `type: people` and a blank line -> on offer: `---` below them",
    check,
    ..Rule::FRONTMATTER
};

fn check(note: &Note, _: &Vault, report: &mut Report) {
    let Some(odd) = head_fault(&note.text) else { return };
    report.add(match odd {
        HeadFault::Unclosed { closings } => unclosed(note, closings),
        HeadFault::Indented { blanks } => indented(note, blanks),
        HeadFault::Toml { span } => foreign(note, span, "TOML (between `+++` lines)"),
        HeadFault::Json { span } => foreign(note, span, "JSON without `---` lines around it"),
    });
}

fn unclosed(note: &Note, closings: Vec<Closing>) -> Draft {
    let message = "No line `---` ends the properties, so Obsidian shows them as text.";
    let draft = Draft::new(Tier::Review, line_at(&note.text, 0), "unclosed", message);
    let draft = draft.because("The lines below the first `---` can be read as properties.");
    closings.into_iter().fold(draft, |draft, Closing { edit, line }| {
        let title = format!("End the properties with `---` in line {line}");
        draft.fix(Fix::in_note(title, &note.path, vec![edit]).declaring(Declared::Lines(vec![line])))
    })
}

fn indented(note: &Note, blanks: Span) -> Draft {
    let message = "Blanks stand before the first `---`, so Obsidian shows the properties as text.";
    let lines = (1..=note.slice(blanks).split_inclusive('\n').count()).collect();
    let fix = Fix::in_note("Take the blanks away", &note.path, vec![Edit::delete(blanks)]);
    Draft::new(Tier::Review, line_at(&note.text, blanks.end), "blanks", message)
        .because("The block itself can be read.")
        .fix(fix.declaring(Declared::Lines(lines)))
}

fn foreign(note: &Note, span: Span, what: &str) -> Draft {
    let message = format!("The note begins with {what}, which Obsidian does not read as properties.");
    Draft::new(Tier::Review, line_at(&note.text, span.start), "foreign", message)
        .because("It reads lines of the form `name: value` between two lines `---`.")
}
