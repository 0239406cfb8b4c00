//! The plan that writes the tasks of notes in one format. A task is converted only if it reads the same in that format.

use namesake_language::{Said, say};
use std::collections::BTreeSet;

use super::change::{LeftOut, NoteChange, Plan};
use namesake_note::finding::finding_id;
use namesake_note::note::Note;
use namesake_text::path::NotePath;

use namesake_tasks::{Format, Options, convert};
use namesake_text::text::Edit;
use namesake_vault::vault::Vault;

/// The name under which changes list conversions, where others list a rule.
const NAME: &str = "task-format";

/// The plan that writes the fields of all tasks in these notes (`None`: in all notes) in the format `to`. Notes that no rule
/// looks at stay as they are. So do tasks that would read differently; the plan names them.
pub fn convert_tasks(vault: &Vault, to: Format, paths: Option<&BTreeSet<NotePath>>) -> Plan {
    let options = Options { format: to, ..vault.config().settings.task_options() };
    let mut plan = Plan { changes: Vec::new(), left: Vec::new() };
    for note in vault.notes().filter(|note| paths.is_none_or(|paths| paths.contains(&note.path))) {
        if note.frontmatter.error.is_none() && note.ignored().is_none() {
            plan.changes.extend(conversion(vault, note, &options, &mut plan.left));
        }
    }
    plan
}

fn conversion(vault: &Vault, note: &Note, options: &Options, left: &mut Vec<LeftOut>) -> Option<NoteChange> {
    let mut edits: Vec<Edit> = Vec::new();
    let (mut findings, mut messages) = (Vec::new(), Vec::new());
    for &item in &note.body().items {
        let line = note.slice(item);
        let id = || finding_id(NAME, &note.path, line, item.start);
        match convert(line, options) {
            Ok(fields) if fields.is_empty() => {}
            Ok(fields) => {
                edits.extend(fields.into_iter().map(|edit| edit.shifted(item.start)));
                findings.push(id());
                messages.push(message(options.format).into());
            }
            Err(_) => left.push(LeftOut { id: id(), reason: reason_for_leaving(note, line) }),
        }
    }
    let rules = vec![NAME; findings.len()];
    NoteChange::made(vault, &note.path, edits, (findings, messages, rules)).unwrap_or_else(|reason| {
        left.push(LeftOut { id: finding_id(NAME, &note.path, "", 0), reason });
        None
    })
}

fn message(to: Format) -> Said {
    match to {
        Format::Emoji => say!("A task is written with emoji."),
        Format::Dataview => say!("A task is written with Dataview fields."),
    }
}

fn reason_for_leaving(note: &Note, line: &str) -> String {
    say!(
        "“{task}” in {note} has fields of both formats and would read as another task; write it by hand.",
        task = line.trim(),
        note = note.path
    )
    .into()
}
