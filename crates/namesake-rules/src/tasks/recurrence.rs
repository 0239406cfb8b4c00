//! Recurrence rules that the Tasks plugin cannot read, or not to their end.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_tasks::lines::move_text;
use namesake_tasks::{Field, Task, read_part};
use namesake_text::text::{Edit, Span};
use namesake_vault::facts::task_lines;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "recurrence",
    what: "Finds a recurrence rule that the Tasks plugin cannot read, or words behind one that it swallows, and offers \
           what is evidently meant.",
    why: "The plugin deletes what it cannot read of a rule the next time it writes the task.",
    example: "`- [ ] Water the plants 🔁 every two weeks` -> `- [ ] Water the plants 🔁 every 2 weeks`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    for (line, task) in task_lines(note, &options) {
        let Some(field) = task.recurrence.as_ref().filter(|field| !field.text.is_empty()) else { continue };
        let draft = match read_part(field.text) {
            None => Some(unreadable(note, line.start, &task, field)),
            Some(read) => swallowed(note, line.start, &task, field, read),
        };
        if let Some(draft) = draft {
            report.add(draft);
        }
    }
}

fn unreadable(note: &Note, start: usize, task: &Task, field: &Field<()>) -> Draft {
    let message = say!("The Tasks plugin cannot read “{rule}” as a recurrence rule.", rule = field.text);
    let draft = Draft::new(Tier::Review, field.whole.shifted(start), field.text, message)
        .because(say!("The task does not recur, and the plugin deletes the rule the next time it writes the task."));
    let words = format!("({})", field.text);
    let plain = move_text(task.line, field.whole, task.description_span.end, &words);
    offered(note, start, draft, field).fix(Fix::in_line(
        say!("Make it plain text: {words}", words),
        &note.path,
        start,
        plain,
    ))
}

fn swallowed(note: &Note, start: usize, task: &Task, field: &Field<()>, read: &str) -> Option<Draft> {
    let at = read.as_ptr().addr() - field.text.as_ptr().addr() + read.len();
    let rest = without_when_done(&field.text[at..]);
    let words = rest.trim_matches([' ', ',', '!']);
    if words.is_empty() {
        return None;
    }
    let message =
        say!("The Tasks plugin reads “{rule}” as “{read}” and swallows “{words}”.", rule = field.text, read, words);
    let draft = Draft::new(Tier::Review, field.whole.shifted(start), field.text, message)
        .because(say!("It deletes the words that do not belong to the rule the next time it writes the task."));
    let tail = Span::new(at, at + rest.trim_end_matches(' ').len()).shifted(field.span.start);
    // Letters that touch the rule are a slip in its last word and not separate text.
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        let cut = Fix::in_line(say!("Write “{rule}”", rule = read), &note.path, start, vec![Edit::delete(tail)]);
        return Some(offered(note, start, draft, field).fix(cut));
    }
    let moved = move_text(task.line, tail, task.description_span.end, words);
    Some(offered(note, start, draft, field).fix(Fix::in_line(
        say!("Put “{words}” before the fields", words),
        &note.path,
        start,
        moved,
    )))
}

/// Adds the fix with the rule that is evidently meant, if there is one.
fn offered(note: &Note, start: usize, draft: Draft, field: &Field<()>) -> Draft {
    match evident(field.text) {
        Some(rule) => draft.fix(Fix::in_line(
            say!("Write “{rule}”", rule),
            &note.path,
            start,
            vec![Edit::replace(field.span, rule)],
        )),
        None => draft,
    }
}

/// Words that can mean only one thing in a rule, each with the words that the plugin reads. The first are tried first.
const WORDS: [(&str, &str); 30] = [
    ("daily", "every day"),
    ("weekly", "every week"),
    ("fortnightly", "every 2 weeks"),
    ("monthly", "every month"),
    ("quarterly", "every 3 months"),
    ("yearly", "every year"),
    ("annually", "every year"),
    ("weekdays", "every weekday"),
    ("every other", "every 2"),
    ("every second", "every 2"),
    ("every 2nd", "every 2"),
    ("every third", "every 3"),
    ("every 3rd", "every 3"),
    ("each", "every"),
    ("fortnight", "2 weeks"),
    ("fortnights", "2 weeks"),
    ("quarter", "3 months"),
    ("weekend", "Saturday, Sunday"),
    ("weekends", "Saturday, Sunday"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("twelve", "12"),
    ("forever", ""),
];

const UNITS: [&str; 4] = ["day", "week", "month", "year"];

/// The rule that `text` evidently means: after unknown words are replaced, the plugin reads the whole.
fn evident(text: &str) -> Option<String> {
    let mut rule = format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
    for (word, meant) in WORDS {
        let Some(at) = rule.to_ascii_lowercase().find(&format!(" {word} ")) else { continue };
        let end = at + 1 + word.len();
        // “Every second Friday” may be every other or the second of a month.
        if !word.contains(' ') || UNITS.iter().any(|unit| rule[end + 1..].starts_with(unit)) {
            rule.replace_range(at + 1..end, meant);
        }
    }
    for unit in UNITS {
        if let Some(at) =
            rule.find(&format!(" {unit} ")).filter(|at| rule[..*at].ends_with(|c: char| c.is_ascii_digit()))
        {
            rule.insert(at + 1 + unit.len(), 's');
        }
    }
    let rule = rule.split_whitespace().collect::<Vec<_>>().join(" ");
    let with_every = format!("every {rule}");
    let is_whole = |rule: &&String| read_part(rule).is_some_and(|read| read == without_when_done(rule));
    [rule, with_every].iter().find(is_whole).filter(|rule| rule.as_str() != text).cloned()
}

fn without_when_done(text: &str) -> &str {
    const WORDS: &str = " when done";
    let rest = text.len().saturating_sub(WORDS.len());
    let ends = text.get(rest..).is_some_and(|end| end.eq_ignore_ascii_case(WORDS));
    if ends { &text[..rest] } else { text }
}

#[cfg(test)]
mod tests {
    use super::evident;

    #[test]
    fn what_is_evidently_meant() {
        for (written, meant) in [
            ("every two weeks", "every 2 weeks"),
            ("Every Two weeks when done", "Every 2 weeks when done"),
            ("every other day", "every 2 days"),
            ("daily", "every day"),
            ("2 weeks", "every 2 weeks"),
            ("monday and thursday", "every monday and thursday"),
            ("each month on the 15th", "every month on the 15th"),
            ("every fortnight", "every 2 weeks"),
            ("every day forever", "every day"),
            ("every weekend", "every Saturday, Sunday"),
        ] {
            assert_eq!(evident(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_may_mean_anything() {
        for written in
            ["every blue moon", "biweekly", "never", "every", "ask Rob", "every second Friday", "every day foo"]
        {
            assert_eq!(evident(written), None, "{written}");
        }
    }
}
