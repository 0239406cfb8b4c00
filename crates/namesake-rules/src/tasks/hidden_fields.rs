//! Fields of a task that text behind them hides.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_tasks::lines::move_text;
use namesake_tasks::{HiddenFields, Task, owners};
use namesake_text::text::{Span, mojibake};
use namesake_vault::facts::task_lines;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "hidden-fields",
    what: "Finds dates and other fields of an open task that have text behind them, and offers to put the text before them.",
    why: "The Tasks plugin reads fields from the end of the line and stops at the first other word: a task with a full \
          stop behind its date has no date for it.",
    example: "`- [ ] Ring back 📅 2025-11-15 about the pump` -> `- [ ] Ring back about the pump 📅 2025-11-15`",
    check,
    ..Rule::TASKS
};

/// The signs before the day on which a task was done or given up.
const ENDS: [char; 2] = ['✅', '❌'];

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    // Nobody waits for the dates of a task that is done or given up.
    for (line, task) in task_lines(note, &options).filter(|(_, task)| !task.status.kind.is_closed()) {
        let is_no_field = |field: Span| {
            let place = field.shifted(line.start);
            note.body().is_opaque(place) || note.body().links.iter().any(|link| link.span.contains(place))
        };
        let Some(found) = namesake_tasks::hidden_fields(&task, is_no_field) else { continue };
        // The rule `owner` moves owners, and wrongly decoded text may turn out to be a field.
        let behind = found.text.of(task.line);
        if !is_owners(behind) && !mojibake::is_damaged(behind) {
            report.add(draft(note, line.start, &task, found));
        }
    }
}

fn draft(note: &Note, start: usize, task: &Task, HiddenFields { fields, text }: HiddenFields) -> Draft {
    let (seen, words) = (fields.of(task.line), text.of(task.line));
    let head = task.line[..fields.start].trim_end_matches(' ').len().max(task.description_span.start);
    let edits = move_text(task.line, text, head, words);
    let message = match words.chars().next().filter(|sign| ENDS.contains(sign)) {
        Some(sign) => {
            say!(
                "“{sign}” stands before words instead of a day, so the Tasks plugin does not see “{seen}”.",
                sign,
                seen
            )
        }
        None => say!("The Tasks plugin does not see “{seen}”, since “{words}” follows.", seen, words),
    };
    let place = Span::new(fields.start, text.end).shifted(start);
    Draft::new(Tier::Review, place, format!("{seen} before {words}"), message)
        .because(say!("It reads fields from the end of the line and stops at the first other word."))
        .fix(Fix::in_line(say!("Put “{words}” before it", words), &note.path, start, edits))
}

/// Whether a text is nothing but owners.
fn is_owners(text: &str) -> bool {
    let mut left = String::new();
    let mut at = 0;
    for owner in owners::find(text) {
        left.push_str(&text[at..owner.span.start]);
        at = owner.span.end;
    }
    let left = left.replace(" and ", "") + &text[at..];
    at > 0 && !left.contains(char::is_alphanumeric)
}
