//! A task that is done in one note and still open in another.

use crate::{Report, Rule};
use namesake_language::say;
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::Note;
use namesake_tasks::{DateKind, lines};
use namesake_text::text::{dates, plain};
use namesake_vault::facts::KnownTask;
use namesake_vault::tasks::twins::{TaskTwin, twins};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "done-twin",
    what: "Finds an open task that another note says is done.",
    why: "Told in two meetings and ticked in one, a task is asked for again although nothing is left to do.",
    example: "`- [ ] Send the plan` -> `- [x] Send the plan ✅ 2025-11-04`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let Some(facts) = vault.facts(&note.path) else { return };
    let day = facts.meeting.as_ref().and_then(|meeting| dates::iso_date(meeting.date.as_deref()?));
    for task in facts.tasks.iter().filter(|task| !task.is_done) {
        let done = twins(vault, note, task, &|twin| twin.task.is_done);
        let Some(last) = done.last() else { continue };
        let is_before = last.task.done.zip(day).is_some_and(|(done, day)| done < day);
        // A task that was done several times recurs, so the open one is new.
        if done.len() > 1 && is_before {
            continue;
        }
        if let Some(mut draft) = finding(note, vault, task, last) {
            if is_before {
                draft = draft.because(say!("That was before this meeting, which may want it once more."));
            }
            report.add(draft);
        }
    }
}

fn finding(note: &Note, vault: &Vault, task: &KnownTask, twin: &TaskTwin) -> Option<Draft> {
    let options = vault.config().settings.task_options();
    let line = namesake_tasks::parse(note.slice(task.line), &options)?;
    let other = namesake_tasks::parse(twin.note.slice(twin.task.line), &options)?;
    let (said, stem) = (plain(&line.description), twin.note.path.stem());
    let subject = format!("{}-> {}", task.gist, twin.note.path);
    let message = say!("“{said}” is open here and done in “{stem}”.", said, stem);
    let mut draft = Draft::new(Tier::Review, line.body_span.shifted(task.line.start), subject, message);
    if !twin.is_same {
        draft =
            draft.because(say!("The words there are nearly the same: “{words}”.", words = plain(&other.description)));
    }
    let symbol = other.status.symbol;
    let mut edits = lines::set_status(&line, symbol);
    let mut title = say!("Tick it");
    if let Some(date) = twin.task.done {
        draft = draft.because(say!("It was done on {day}.", day = date));
    }
    if let Some(date) = twin.task.done.filter(|_| options.sets_done_date) {
        title = say!("Tick it, done on {day}", day = date);
        edits.extend(lines::set_date(&line, DateKind::Done, date));
    }
    Some(draft.fix(Fix::in_line(title, &note.path, task.line.start, edits)))
}
