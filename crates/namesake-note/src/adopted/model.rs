//! Everything that is adopted, with where it comes from. The files are read in the modules beside this one.

use namesake_language::{Said, translatable};
use namesake_tasks::{Format, Statuses};
use namesake_text::frontmatter::schema::PropertyTypes;
use namesake_text::path::NotePath;
use serde::Serialize;

use super::ignored::IgnoredPath;
use super::links::LinkPath;
use crate::days::DayForms;

/// What the global filter is called among the adopted values.
pub const TASK_FILTER: &str = translatable!("global filter of tasks");
/// What the format of tasks is called there.
pub const TASK_FORMAT: &str = translatable!("format of tasks");

/// A setting that was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct AdoptedValue {
    /// What is set, in words: `folder of templates`.
    pub setting: String,
    /// To what.
    pub value: String,
    /// The file that says so.
    pub path: String,
}

/// A file, or a value in it, that cannot be read, so that nothing was adopted from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct AdoptionWarning {
    /// The file.
    pub path: String,
    /// What is wrong, as a sentence without a full stop.
    pub reason: String,
}

/// Everything that was adopted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Adopted {
    /// The types of properties, by name in lower case.
    pub property_types: PropertyTypes,
    /// Whether links are Markdown links, if Obsidian's settings say.
    pub markdown_links: Option<bool>,
    /// How a link spells the path of the note it leads to.
    pub link_path: LinkPath,
    /// The folder of attachments, as Obsidian writes it: `./files` is below the note's own folder.
    pub attachment_folder: Option<String>,
    /// Notes and folders of templates, by path without a closing `/`.
    pub templates: Vec<String>,
    /// Where daily notes lie and how they are called.
    pub daily_notes: Option<DailyNotes>,
    /// What their name's format says of how days are written.
    pub days: DayForms,
    /// How tasks are read and completed.
    pub tasks: TaskSettings,
    /// Dataview's date format, as Luxon writes formats.
    pub date_format: Option<String>,
    /// What was adopted from where.
    pub values: Vec<AdoptedValue>,
    /// What could not be read.
    pub warnings: Vec<AdoptionWarning>,
    pub(super) ignored: Vec<IgnoredPath>,
}

/// How tasks are read and completed; `None` where nothing is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskSettings {
    /// A text that every task must contain.
    pub global_filter: Option<String>,
    /// How fields are written.
    pub format: Option<Format>,
    /// Whether a task that is done gets the day.
    pub sets_done_date: Option<bool>,
    /// Whether a task that is given up gets the day.
    pub sets_cancelled_date: Option<bool>,
    /// Whether the next occurrence of a recurring task gets the day on which it is made.
    pub sets_created_date: Option<bool>,
    /// Whether the next occurrence stands below the task that is done.
    pub next_is_below: Option<bool>,
    /// Whether the next occurrence loses its scheduled date where it has another date.
    pub drops_scheduled_date: Option<bool>,
    /// What the character in a checkbox means.
    pub statuses: Option<Statuses>,
}

/// Where daily notes lie and how they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DailyNotes {
    /// Their folder, without a closing `/`; empty: the vault's root.
    pub folder: String,
    /// Their name, as moment.js writes formats; it may have folders in it: `YYYY/MM/YYYY-MM-DD`.
    pub format: String,
}

impl Adopted {
    /// Whether the note is a template that Obsidian or a plugin uses.
    pub fn is_template(&self, path: &NotePath) -> bool {
        self.templates.iter().any(|place| holds(place, path))
    }

    /// Whether Obsidian is told to leave the note out of its searches.
    pub fn is_ignored(&self, path: &NotePath) -> bool {
        self.ignored.iter().any(|ignored| ignored.holds(path))
    }

    /// Whether the note is left alone for either reason.
    pub fn is_out(&self, path: &NotePath) -> bool {
        self.is_template(path) || self.is_ignored(path)
    }

    /// Whether notes read with `other` are read alike with this.
    pub fn reads_like(&self, other: &Self) -> bool {
        self.templates == other.templates
            && self.ignored == other.ignored
            && self.tasks == other.tasks
            && self.days == other.days
    }

    /// The value, or a warning in its place.
    pub(super) fn reported<T>(&mut self, path: &str, value: Result<T, Said>) -> Option<T> {
        value.map_err(|reason| self.warn(path, reason)).ok()
    }

    pub(super) fn warn(&mut self, path: &str, reason: Said) {
        self.warnings.push(AdoptionWarning { path: path.to_owned(), reason: reason.into() });
    }

    /// Notes where a value comes from.
    pub(super) fn note(&mut self, setting: Said, value: Said, path: &str) {
        let known = AdoptedValue { setting: setting.into(), value: value.into(), path: path.to_owned() };
        if !self.values.contains(&known) {
            self.values.push(known);
        }
    }
}

/// Whether the note is the one at `place`, with or without `.md`, or lies in the folder of that name. Case does not
/// count.
fn holds(place: &str, path: &NotePath) -> bool {
    let (place, path) = (place.to_lowercase(), path.as_str().to_lowercase());
    let rest = path.strip_prefix(place.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest == ".md" || rest.starts_with('/'))
}
