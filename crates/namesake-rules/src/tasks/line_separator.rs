//! Line separators inside a task.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_text::text::{Edit, Span};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "line-separator",
    what: "Finds a Unicode line or paragraph separator (U+2028, U+2029) inside a task and offers a blank instead.",
    why: "To the Tasks plugin the task ends there: fields behind it do not count, and the rest of the line is deleted the \
          next time the plugin writes the task. They come in by pasting, and nobody sees them.",
    example: "`- [ ] Ring back⟨U+2028⟩about the pump 📅 2025-11-15` -> `- [ ] Ring back about the pump 📅 2025-11-15`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    for &item in &note.body().items {
        let line = note.slice(item);
        let Some(first) = line.find(is_separator) else { continue };
        // If only white space follows, nothing is lost.
        let rest = line[first..].trim_matches(|c: char| is_separator(c) || c.is_whitespace());
        if rest.is_empty() || namesake_tasks::parse(line, &options).is_none() {
            continue;
        }
        let last = first + line[first..].trim_end().len();
        let edits = line[..last].match_indices(is_separator).map(|(at, sign)| blank(line, at, sign, item.start));
        let fix = Fix::in_note(say!("Put blanks in its place"), &note.path, edits.collect());
        let message =
            say!("To the Tasks plugin this task ends before “{rest}”: an invisible line separator stands there.", rest);
        let draft = Draft::new(Tier::Review, Span::new(first, last).shifted(item.start), rest, message)
            .because(say!("The plugin does not read what follows, and deletes it the next time it writes the task."))
            .fix(fix);
        report.add(draft);
    }
}

const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// The text in place of the separator: one blank, unless there is one beside it.
fn blank(line: &str, at: usize, sign: &str, shift: usize) -> Edit {
    let span = Span::new(at, at + sign.len());
    let has_one = line[..at].ends_with(' ') || line[span.end..].starts_with(' ');
    Edit::replace(span.shifted(shift), if has_one { "" } else { " " })
}
