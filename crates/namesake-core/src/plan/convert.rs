//! The plan that writes the tasks of notes in one format. Every task is read again in it and has to be the same.

use super::{LeftOut, NoteChange, NoteEditSpan, Plan};
use crate::finding::finding_id;
use crate::journal::JournalEntry;
use crate::note::Note;
use crate::order::Set;
use crate::path::NotePath;
use crate::rules;
use crate::tasks::{Format, Options, convert};
use crate::text::{self, Edit, TextHash};
use crate::vault::Vault;

/// The name under which conversions are counted, beside those of rules.
const NAME: &str = "task-format";

impl Vault {
    /// New texts in which the tasks of these notes (`None`: of all) have their fields in the format `to`. Notes that no
    /// rule looks at are left alone, and so are tasks that would be read as others; these are named.
    pub fn convert_tasks(&self, to: Format, paths: Option<&Set<NotePath>>) -> Plan {
        let options = Options { format: to, ..self.config().settings.task_options() };
        let mut plan = Plan { changes: Vec::new(), left: Vec::new() };
        for note in self.notes().filter(|note| paths.is_none_or(|paths| paths.contains(&note.path))) {
            if note.frontmatter.error.is_none() && rules::ignored(note).is_none() {
                plan.changes.extend(self.converted(note, &options, &mut plan.left));
            }
        }
        plan
    }

    fn converted(&self, note: &Note, options: &Options, left: &mut Vec<LeftOut>) -> Option<NoteChange> {
        let mut edits: Vec<Edit> = Vec::new();
        let (mut findings, mut messages) = (Vec::new(), Vec::new());
        for &item in &note.body().items {
            let line = note.slice(item);
            let id = || finding_id(NAME, &note.path, line, item.start);
            match convert(line, options) {
                Ok(fields) if fields.is_empty() => {}
                Ok(fields) => {
                    edits.extend(fields.into_iter().map(|edit| Edit { span: edit.span.shifted(item.start), ..edit }));
                    findings.push(id());
                    messages.push(written(options.format).to_owned());
                }
                Err(_) => left.push(LeftOut { id: id(), reason: mixed(note, line) }),
            }
        }
        let after = text::apply(&note.text, &edits).ok().filter(|after| *after != note.text)?;
        let undo = text::inverse(&note.text, &edits).ok()?;
        if after.len() > self.config().settings.max_note_bytes {
            let reason =
                "The note would become larger than notes are read; raise the limit in the settings.".to_owned();
            left.push(LeftOut { id: finding_id(NAME, &note.path, "", 0), reason });
            return None;
        }
        let base = self.hash(&note.path)?.clone();
        Some(NoteChange {
            entry: JournalEntry::new(note.path.clone(), base, TextHash::of(&after), undo),
            path: note.path.clone(),
            before: note.text.clone(),
            after,
            edits: edits.into_iter().map(NoteEditSpan::from).collect(),
            rules: vec![NAME; findings.len()],
            findings,
            messages,
        })
    }
}

const fn written(to: Format) -> &'static str {
    match to {
        Format::Emoji => "A task is written with emoji.",
        Format::Dataview => "A task is written with Dataview fields.",
    }
}

fn mixed(note: &Note, line: &str) -> String {
    format!(
        "“{}” in {} has fields of both formats and would read as another task; write it by hand.",
        line.trim(),
        note.path
    )
}
