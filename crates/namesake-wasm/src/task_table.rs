//! The list of tasks at the boundary, by far the largest answer: one text and a table of numbers. JavaScript reads one text
//! several times faster than thousands of small ones, and a worker passes both on without copying each object.
//! `plugin/src/engine/tasks.ts` makes rows of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use js_sys::{Object, Reflect, Uint32Array};
use namesake_core::path::NotePath;
use namesake_core::task_rows::{FoundTask, TaskOwner};
use namesake_core::tasks::StatusKind;
use namesake_core::text::{Span, trimmed, utf16};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::to_js;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Tasks in the order of notes and lines. */
export interface TaskTable {
    /** The lines of the tasks one after the other, each followed by its description where that is no part of it. */
    text: string;
    /**
     * For each task: its note as a place in `paths`; the number of its line, from 1; what its checkbox means, as a place
     * in `statuses`; begin and end in `text`, in UTF-16 units, of its line, its description, its due date and its
     * recurrence rule (0 and 0: it has none); whether its due date is a day of the calendar (1 or 0); how many owners it
     * has, and each of them as a place in `owners`.
     */
    cells: Uint32Array;
    paths: string[];
    statuses: StatusKind[];
    owners: TaskOwner[];
}
"#;

/// The statuses in the order in which `cells` numbers them.
const STATUSES: [StatusKind; 6] = [
    StatusKind::Todo,
    StatusKind::Done,
    StatusKind::InProgress,
    StatusKind::OnHold,
    StatusKind::Cancelled,
    StatusKind::NonTask,
];

/// An owner in the table.
#[derive(Serialize)]
struct Owner<'t> {
    written: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'t NotePath>,
    p: f64,
}

/// Builds the table, task by task.
#[derive(Default)]
pub struct TaskTable {
    text: String,
    /// UTF-16 units of `text`.
    units: u32,
    cells: Vec<u32>,
    paths: Vec<NotePath>,
    owners: Vec<TaskOwner>,
    /// The owners of the last note by their written form: few people own most of a note's tasks.
    known: BTreeMap<String, usize>,
}

impl TaskTable {
    /// Adds a task at the end.
    pub fn push(&mut self, found: &FoundTask) {
        let FoundTask { note, line, task, owners, .. } = found;
        if self.paths.last() != Some(&note.path) {
            self.paths.push(note.path.clone());
            self.known = BTreeMap::new();
        }
        let status = STATUSES.iter().position(|status| *status == task.status.kind);
        self.cells.extend([number(self.paths.len() - 1), number(*line), number(status.unwrap_or_default())]);
        let start = self.units;
        self.append(task.line);
        self.cells.extend([start, self.units]);
        let is_of_line = matches!(task.description, Cow::Borrowed(words) if words.len() == task.description_span.len());
        if is_of_line {
            self.place(task.line, start, task.description_span);
        } else {
            let start = self.units;
            self.append(&task.description);
            self.cells.extend([start, self.units]);
        }
        let due = task.due.as_ref().map(|due| due.span);
        let recurrence = task.recurrence.as_ref().map(|rule| trimmed(task.line, rule.span));
        for field in [due, recurrence] {
            match field {
                Some(field) => self.place(task.line, start, field),
                None => self.cells.extend([0, 0]),
            }
        }
        let is_day = task.due.as_ref().is_none_or(|due| due.value.is_some());
        self.cells.extend([u32::from(is_day), number(owners.len())]);
        for owner in owners {
            let place = self.owner(owner);
            self.cells.push(number(place));
        }
    }

    fn append(&mut self, text: &str) {
        self.text.push_str(text);
        self.units += units(text);
    }

    /// Where the bytes `span` of a line stand that begins at unit `start`.
    fn place(&mut self, line: &str, start: u32, span: Span) {
        let begin = start + units(&line[..span.start]);
        self.cells.extend([begin, begin + units(span.of(line))]);
    }

    fn owner(&mut self, owner: &TaskOwner) -> usize {
        if let Some(place) = self.known.get(&owner.written).filter(|place| self.owners[**place] == *owner) {
            return *place;
        }
        self.owners.push(owner.clone());
        self.known.insert(owner.written.clone(), self.owners.len() - 1);
        self.owners.len() - 1
    }

    /// The table for JavaScript.
    ///
    /// # Errors
    /// If JavaScript is out of memory.
    pub fn into_js(self) -> Result<JsValue, JsValue> {
        let owners = self.owners.iter();
        let owners: Vec<Owner> =
            owners.map(|TaskOwner { written, path, p }| Owner { written, path: path.as_ref(), p: *p }).collect();
        let table = Object::new();
        let members = [
            ("text", JsValue::from_str(&self.text)),
            ("cells", Uint32Array::from(self.cells.as_slice()).into()),
            ("paths", to_js(&self.paths)?),
            ("statuses", to_js(&STATUSES)?),
            ("owners", to_js(&owners)?),
        ];
        for (name, value) in members {
            Reflect::set(&table, &name.into(), &value)?;
        }
        Ok(table.into())
    }
}

/// UTF-16 units of a text.
fn units(text: &str) -> u32 {
    number(utf16::len(text))
}

/// `value` as 32 bits, which are enough: all notes together have fewer bytes.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
