//! What the user has set in Obsidian and in other plugins, and need not set here again: how links are written, which
//! notes are left alone, where templates and daily notes lie, how tasks are read. Everything is read from the texts of
//! those settings files, which the shells hand over; nothing here writes one. What the user set in Namesake itself goes
//! before all of it, see [`crate::config::Settings`].

mod app;
mod daily;
mod file;
mod ignored;
mod links;
mod tasks;
mod templates;
mod types;

use namesake_text::frontmatter::schema::PropertyTypes;
use namesake_text::path::NotePath;
use serde::{Deserialize, Serialize};

use file::{Source, list};
use ignored::IgnoredPath;

pub use daily::DailyNotes;
pub use links::{LinkForm, LinkPath, encoded, relative};
pub use tasks::{TASK_FILTER, TASK_FORMAT, TaskSettings};

/// The files that are read, below Obsidian's configuration folder.
pub const FILES: [&str; 10] = [
    "app.json",
    "types.json",
    "templates.json",
    "daily-notes.json",
    COMMUNITY_PLUGINS,
    "plugins/templater-obsidian/data.json",
    "plugins/quickadd/data.json",
    "plugins/periodic-notes/data.json",
    "plugins/obsidian-tasks-plugin/data.json",
    "plugins/dataview/data.json",
];

/// The list of the plugins that are switched on.
const COMMUNITY_PLUGINS: &str = "community-plugins.json";

/// A settings file of Obsidian or of a plugin.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct SettingsFile {
    /// Its path below the vault: `.obsidian/app.json`. The first folder may have another name.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A setting that was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(tsify::Tsify))]
pub struct AdoptedValue {
    /// What is set, in words: `folder of templates`.
    pub setting: &'static str,
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
    /// How tasks are read and completed.
    pub tasks: TaskSettings,
    /// Dataview's date format, as Luxon writes formats.
    pub date_format: Option<String>,
    /// What was adopted from where.
    pub values: Vec<AdoptedValue>,
    /// What could not be read.
    pub warnings: Vec<AdoptionWarning>,
    ignored: Vec<IgnoredPath>,
}

impl Adopted {
    /// Reads the files that are there. Files of other names are passed over.
    pub fn read(files: &[SettingsFile]) -> Self {
        let mut adopted = Self::default();
        // Without the list every plugin counts as switched on.
        let plugins = files.iter().find(|file| file.name() == COMMUNITY_PLUGINS);
        let plugins = plugins.and_then(|file| adopted.reported(&file.path, list(&file.text)));
        let is_on = |id: &str| plugins.as_ref().is_none_or(|plugins| plugins.iter().any(|plugin| plugin == id));
        for file in files {
            let Some(read) = reader(file.name(), is_on) else { continue };
            if let Some(object) = adopted.reported(&file.path, file::object(&file.text)) {
                read(&mut adopted, &Source { path: &file.path, object: &object });
            }
        }
        adopted
    }

    /// Whether the note is a template that Obsidian or a plugin uses.
    pub fn is_template(&self, path: &NotePath) -> bool {
        self.templates.iter().any(|place| templates::holds(place, path))
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
        self.templates == other.templates && self.ignored == other.ignored && self.tasks == other.tasks
    }

    /// The value, or a warning in its place.
    fn reported<T>(&mut self, path: &str, value: Result<T, String>) -> Option<T> {
        value.map_err(|reason| self.warn(path, reason)).ok()
    }

    fn warn(&mut self, path: &str, reason: impl Into<String>) {
        self.warnings.push(AdoptionWarning { path: path.to_owned(), reason: reason.into() });
    }

    /// Notes where a value comes from.
    fn note(&mut self, setting: &'static str, value: impl Into<String>, source: &Source) {
        let known = AdoptedValue { setting, value: value.into(), path: source.path.to_owned() };
        if !self.values.contains(&known) {
            self.values.push(known);
        }
    }
}

impl SettingsFile {
    /// The path below the configuration folder, whatever that is called.
    fn name(&self) -> &str {
        self.path.split_once('/').map_or("", |(_, name)| name)
    }
}

/// What reads a file of that name into the settings. A plugin that is switched off has no say in what its files would
/// do; its templates are templates all the same.
fn reader(name: &str, is_on: impl Fn(&str) -> bool) -> Option<fn(&mut Adopted, &Source)> {
    Some(match name {
        "app.json" => app::read,
        "types.json" => types::read,
        "templates.json" => templates::read_core,
        "daily-notes.json" => daily::read_core,
        "plugins/templater-obsidian/data.json" => templates::read_templater,
        "plugins/quickadd/data.json" => templates::read_quickadd,
        "plugins/periodic-notes/data.json" if is_on("periodic-notes") => daily::read_periodic,
        "plugins/obsidian-tasks-plugin/data.json" if is_on("obsidian-tasks-plugin") => tasks::read,
        "plugins/dataview/data.json" if is_on("dataview") => app::read_dataview,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
