//! What the user has set in Obsidian and in other plugins, and need not set here again: how links are written, which
//! notes are left alone, where templates and daily notes lie, how tasks are read. Everything is read from the texts of
//! those settings files, which the shells hand over; nothing here writes one. What the user set in Namesake itself goes
//! before all of it, see [`crate::config::Settings`].

mod app;
mod daily;
mod file;
mod ignored;
mod links;
mod model;
mod settings_file;
mod tasks;
mod templates;
mod types;

use file::{Source, list};

pub use links::{LinkForm, LinkPath, Links, encoded, relative};
pub use model::{Adopted, AdoptedValue, AdoptionWarning, DailyNotes, TASK_FILTER, TASK_FORMAT, TaskSettings};
pub use settings_file::SettingsFile;

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
