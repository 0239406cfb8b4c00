//! Dates of tasks that no calendar has.

use jiff::civil::Date;

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_tasks::lines::move_text;
use namesake_tasks::{DateField, DateKind, Task};
use namesake_text::text::Edit;
use namesake_vault::facts::task_lines;
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "invalid-date",
    what: "Finds a date of a task that is no day of the calendar, and offers days that may be meant, or plain text.",
    why: "The Tasks plugin reads `2025-02-30` as a date that is none, and the next time it writes the task “Invalid date” \
          stands there instead.",
    example: "`- [ ] Pay the rent 📅 2025-02-30` -> `- [ ] Pay the rent (due 2025-02-30)`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let options = vault.config().settings.task_options();
    for (line, task) in task_lines(note, &options) {
        for kind in DateKind::ALL {
            if let Some(field) = task.date(kind).filter(|field| field.value.is_none()) {
                report.add(draft(note, line.start, &task, kind, field));
            }
        }
    }
}

fn draft(note: &Note, start: usize, task: &Task, kind: DateKind, field: &DateField) -> Draft {
    let (date, name) = (field.text, name(kind));
    let fix = |title: Said, edits: Vec<Edit>| Fix::in_line(title, &note.path, start, edits);
    let words = format!("({name} {date})");
    let mut draft = Draft::new(Tier::Review, field.whole.shifted(start), format!("{name} {date}"), message(kind, date))
        .because(say!("The Tasks plugin writes “Invalid date” over it the next time it writes the task."));
    if let Some(rule) = task.recurrence.as_ref().filter(|rule| !task.recurs() && namesake_tasks::is_rule(rule.text)) {
        draft =
            draft.because(say!("Its rule “{rule}” starts from that date, and is deleted with it.", rule = rule.text));
    }
    let plain = move_text(task.line, field.whole, task.description_span.end, &words);
    draft = draft.fix(fix(say!("Make it plain text: {words}", words), plain));
    for (day, title) in days(date) {
        draft = draft.fix(fix(title, vec![Edit::replace(field.span, day.to_string())]));
    }
    draft
}

fn message(kind: DateKind, date: &str) -> Said {
    match kind {
        DateKind::Done => say!("There is no day {date}, so this task has no valid “done” date.", date),
        DateKind::Cancelled => say!("There is no day {date}, so this task has no valid “cancelled” date.", date),
        DateKind::Due => say!("There is no day {date}, so this task has no valid “due” date.", date),
        DateKind::Scheduled => say!("There is no day {date}, so this task has no valid “scheduled” date.", date),
        DateKind::Start => say!("There is no day {date}, so this task has no valid “start” date.", date),
        DateKind::Created => say!("There is no day {date}, so this task has no valid “created” date.", date),
    }
}

/// The days that may be meant by a date that does not exist, each with what writing it is called.
fn days(date: &str) -> Vec<(Date, Said)> {
    let mut parts = date.splitn(3, '-');
    let mut part = || parts.next().and_then(|part| part.parse::<i16>().ok()).unwrap_or_default();
    let (year, month, day) = (part(), part(), part());
    let small = |number: i16| i8::try_from(number).unwrap_or_default();
    let last = Date::new(year, small(month), 1).ok().filter(|_| day > 28).map(Date::last_of_month);
    let turned = Date::new(year, small(day), small(month)).ok();
    let last = last.map(|day| (day, say!("Write {day}, the last day of that month", day)));
    let turned = turned.map(|day| (day, say!("Write {day}, day and month changed round", day)));
    last.into_iter().chain(turned).collect()
}

/// What the date is called where it is written as plain text.
const fn name(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Done => "done",
        DateKind::Cancelled => "cancelled",
        DateKind::Due => "due",
        DateKind::Scheduled => "scheduled",
        DateKind::Start => "start",
        DateKind::Created => "created",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_may_be_meant() {
        let written = |date: &str| days(date).iter().map(|(day, _)| day.to_string()).collect::<Vec<_>>();
        assert_eq!(written("2024-02-30"), ["2024-02-29"]);
        assert_eq!(written("2025-13-11"), ["2025-11-13"]);
        assert_eq!(written("2025-00-10"), [""; 0]);
        assert_eq!(written("2025-11-00"), [""; 0]);
        assert_eq!(written("2025-11-31"), ["2025-11-30"]);
        assert_eq!(written("2025-45-99"), [""; 0]);
    }
}
