//! A task that an earlier meeting has written down already.

use crate::{Report, Rule};
use namesake_language::{Said, say};
use namesake_note::finding::{Draft, Fix, Tier};
use namesake_note::note::{Kind, Note};
use namesake_text::text::{Edit, Span, plain};
use namesake_vault::facts::KnownTask;
use namesake_vault::tasks::twins::{TaskTwin, twins};
use namesake_vault::vault::Vault;

/// The rule.
pub const RULE: Rule = Rule {
    name: "restated",
    what: "Finds an open task that an earlier meeting has written down and that is still open there.",
    why: "What two meetings say is one thing to do; as two tasks it is listed twice, and one of them stays open for ever.",
    example: "`- [ ] Send the plan` -> `- Send the plan ([[2025-10-30 - Cave five]])`",
    check,
    ..Rule::TASKS
};

fn check(note: &Note, vault: &Vault, report: &mut Report) {
    let facts = vault.facts(&note.path).filter(|_| note.kind == Kind::Meeting);
    let Some((facts, day)) = facts.and_then(|facts| Some((facts, facts.meeting.as_ref()?.date.as_deref()?))) else {
        return;
    };
    for task in facts.tasks.iter().filter(|task| !task.is_done) {
        let is_earlier = |twin: &TaskTwin| twin.note.kind == Kind::Meeting && twin.day.is_some_and(|other| other < day);
        let twins = twins(vault, note, task, &|twin| twin.task.is_done || is_earlier(twin));
        let first = twins.iter().find(|twin| is_earlier(twin)).filter(|_| !twins.iter().any(|twin| twin.task.is_done));
        if let Some(draft) = first.and_then(|first| finding(note, vault, task, first)) {
            report.add(draft);
        }
    }
}

fn finding(note: &Note, vault: &Vault, task: &KnownTask, first: &TaskTwin) -> Option<Draft> {
    let refers = |path| path == &first.note.path;
    let linked = note.body().links_in(task.line).iter().filter_map(|link| vault.linked(note.slice(link.target)));
    if linked.into_iter().any(refers) {
        return None;
    }
    let options = vault.config().settings.task_options();
    let here = namesake_tasks::parse(note.slice(task.line), &options)?;
    let there = namesake_tasks::parse(first.note.slice(first.task.line), &options)?;
    let (said, stem) = (plain(&here.description), first.note.path.stem());
    let subject = format!("{}-> {}", task.gist, first.note.path);
    let message = say!("“{said}” is a task of “{stem}” already.", said, stem);
    let mut draft = Draft::new(Tier::Review, here.body_span.shifted(task.line.start), subject, message);
    draft = draft.because(say!("It is open there since {day}.", day = first.day.unwrap_or_default()));
    if !first.is_same {
        draft =
            draft.because(say!("The words there are nearly the same: “{words}”.", words = plain(&there.description)));
    }
    if let (Some(now), Some(before)) = (&here.due, &there.due)
        && now.text != before.text
    {
        draft = draft.because(say!("It is due {there} there and {here} here.", there = before.text, here = now.text));
    }
    let Some(link) = vault.link(&note.path, &first.note.path, "") else { return Some(draft) };
    // Text after the fields would hide them from the Tasks plugin.
    let reference = Edit::insert(here.description_span.end, format!(" ({link})"));
    // One of the two blanks around the checkbox stays.
    let behind = &here.line[here.status_span.end + 1..];
    let start = here.status_span.start - if behind.starts_with([' ', '\t']) { 2 } else { 1 };
    let checkbox = Edit::delete(Span::new(start, here.status_span.end + 1));
    let fix = |title: Said, edits: Vec<Edit>| Fix::in_line(title, &note.path, task.line.start, edits);
    Some(
        draft
            .fix(fix(say!("Keep the words, refer to the first"), vec![checkbox, reference.clone()]))
            .fix(fix(say!("Keep both tasks, link to the first"), vec![reference])),
    )
}
