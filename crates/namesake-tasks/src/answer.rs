//! What `namesake parse-tasks` prints for a line: the fields of a task under the names of the Tasks plugin.

use serde::Serialize;

use super::field::{OnCompletion, Priority};
use super::parse::parse;
use super::status::StatusKind;
use super::task::{DateField, Options, Task};

/// The answer for a line. For a line that is no task it has no fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// Whether the line is a task.
    pub is_task: bool,
    /// Its fields, on the same level.
    #[serde(flatten)]
    pub task: Option<TaskAnswer>,
}

/// The fields of a task. Dates are ISO dates, or `invalid:` and the text where the calendar has no such day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskAnswer {
    /// Empty where there is none.
    pub id: String,
    /// White space and `>` before the list marker.
    pub indentation: String,
    /// `-`, `*`, `+`, `12.` or `12)`.
    pub list_marker: String,
    /// The character in the checkbox.
    pub status_symbol: char,
    /// Its name, or `Unknown`.
    pub status_name: String,
    /// What it counts as.
    pub status_type: StatusKind,
    /// The text without its fields, followed by the tags that stood among them.
    pub description: String,
    /// `Highest` to `Lowest`, or `None`.
    pub priority: &'static str,
    /// `🛫`.
    pub start_date: Option<String>,
    /// `➕`.
    pub created_date: Option<String>,
    /// `⏳`.
    pub scheduled_date: Option<String>,
    /// `📅`.
    pub due_date: Option<String>,
    /// `✅`.
    pub done_date: Option<String>,
    /// `❌`.
    pub cancelled_date: Option<String>,
    /// The rule as written, where the Tasks plugin can read it.
    pub recurrence: Option<String>,
    /// `delete`, `keep` or empty.
    pub on_completion: &'static str,
    /// The ids it waits for.
    pub depends_on: Vec<String>,
    /// ` ^id` with its space, or empty.
    pub block_link: String,
    /// With `#`.
    pub tags: Vec<String>,
    /// The two or more spaces that end the line, or empty.
    pub hard_break: String,
}

/// Reads a line and answers it.
pub fn answer(line: &str, options: &Options) -> Answer {
    Answer::of(parse(line, options).as_ref())
}

impl Answer {
    /// The answer for a line as [`parse`] read it.
    pub fn of(task: Option<&Task>) -> Self {
        Self { is_task: task.is_some(), task: task.map(TaskAnswer::of) }
    }
}

impl TaskAnswer {
    fn of(task: &Task) -> Self {
        Self {
            id: task.id.as_ref().map_or("", |id| id.text).to_owned(),
            indentation: task.indentation.to_owned(),
            list_marker: task.list_marker.to_owned(),
            status_symbol: task.status.symbol,
            status_name: task.status.name.to_owned(),
            status_type: task.status.kind,
            description: task.description.to_string(),
            priority: priority_name(task.priority.as_ref().map(|field| field.value)),
            start_date: task.start.as_ref().map(date_text),
            created_date: task.created.as_ref().map(date_text),
            scheduled_date: task.scheduled.as_ref().map(date_text),
            due_date: task.due.as_ref().map(date_text),
            done_date: task.done.as_ref().map(date_text),
            cancelled_date: task.cancelled.as_ref().map(date_text),
            recurrence: task.recurrence.as_ref().filter(|_| task.recurs()).map(|rule| rule.text.to_owned()),
            on_completion: match task.on_completion.as_ref().and_then(|field| field.value) {
                Some(OnCompletion::Delete) => "delete",
                Some(OnCompletion::Keep) => "keep",
                None => "",
            },
            depends_on: task.depends_on.iter().flat_map(|field| &field.value).map(|id| (*id).to_owned()).collect(),
            block_link: task.block_link.map_or("", |(text, _)| text).to_owned(),
            tags: task.tags().map(str::to_owned).collect(),
            hard_break: task.hard_break.to_owned(),
        }
    }
}

fn date_text(field: &DateField) -> String {
    if field.value.is_some() { field.text.to_owned() } else { format!("invalid:{}", field.text) }
}

/// As the plugin names it: `Highest` to `Lowest`, or `None`.
pub fn priority_name(priority: Option<Priority>) -> &'static str {
    match priority {
        Some(Priority::Highest) => "Highest",
        Some(Priority::High) => "High",
        Some(Priority::Medium) => "Medium",
        Some(Priority::Low) => "Low",
        Some(Priority::Lowest) => "Lowest",
        None => "None",
    }
}
